"""What each object of the Graph answers: the number, its messages and media, the account and its templates."""

from starlette.requests import Request

from tests.telegram_server.form import RawRequest
from tests.whatsapp_server.errors import GraphError, Json, wrong
from tests.whatsapp_server.faults import Fault
from tests.whatsapp_server.messages import mark_read, post_message
from tests.whatsapp_server.world import World


def result(world: World, request: Request, apa: str, raw: RawRequest, fault: Fault | None) -> Json:
    bisnis, benda, method = world.bisnis, request.path_params["benda"], request.method
    if (apa in {"messages", "media", "read"}) and benda == bisnis.phone_number_id and method == "POST":
        if apa == "media":
            return {"id": world.media.upload(raw.values, raw.files.get("file")).id}
        return mark_read(world, raw.values) if apa == "read" else post_message(world, raw.values, fault)
    if apa == "message_templates" and benda == bisnis.waba_id:
        return _templates(world, request, raw.values)
    if apa == "media_id" and benda == bisnis.phone_number_id and method == "GET":
        about = {"verified_name": bisnis.nama, "display_phone_number": bisnis.nomor, "quality_rating": "GREEN"}
        return about | {"code_verification_status": "VERIFIED", "platform_type": "CLOUD_API", "id": benda}
    if apa == "media_id" and benda == bisnis.waba_id and method == "GET":
        return {"id": benda, "name": bisnis.nama, "currency": "IDR", "timezone_id": "66"}
    if apa == "media_id" and method in {"GET", "DELETE"}:
        return _medium(world, request, benda)
    words = f"Unsupported {method.lower()} request. Object with ID '{benda}' does not exist, cannot be loaded due to missing permissions, or does not support this operation"
    raise wrong(100, words, subcode=33)


def _templates(world: World, request: Request, body: Json) -> Json:
    templates = world.templates
    if request.method == "GET":
        return templates.page(dict(request.query_params), str(request.url.replace(query="")))
    if request.method == "DELETE":
        return templates.delete(request.query_params.get("name", ""))
    template = templates.create(body)
    return {"id": template.id, "status": template.status, "category": template.category}


def _medium(world: World, request: Request, media_id: str) -> Json:
    medium = world.media.get(media_id)
    if medium is None:
        words = f"Unsupported {request.method.lower()} request. Object with ID '{media_id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation"
        raise GraphError(100, words, subcode=33)
    if request.method == "DELETE":
        del world.media.by_id[media_id]
        return {"success": True}
    url = f"{request.url.scheme}://{request.url.netloc}/attachments/{world.media.sign(medium)}"
    about: Json = {"url": url, "mime_type": medium.mime, "sha256": medium.sha256, "file_size": len(medium.isi)}
    return about | {"id": media_id, "messaging_product": "whatsapp"}
