"""The HTTP side: one request from its token to its answer."""

import json
import re
from secrets import compare_digest

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from tests.telegram_server.connection import CutOff
from tests.telegram_server.errors import ApiError
from tests.telegram_server.form import RawRequest, _read_body, _read_multipart
from tests.whatsapp_server.errors import GraphError, Json, wrong
from tests.whatsapp_server.faults import Fault
from tests.whatsapp_server.objects import result
from tests.whatsapp_server.rules import check_message
from tests.whatsapp_server.storm import Kena
from tests.whatsapp_server.world import Permintaan, World

_VERSION = re.compile(r"v(1[3-9]|2\d|3\d)\.0")


class Api:
    def __init__(self, world: World) -> None:
        self.world = world
        both = ["GET", "POST", "DELETE"]
        routes = [
            Route("/attachments/{path}", self.download),
            Route("/{versi}/{benda}", self.call, methods=both),
            Route("/{versi}/{benda}/{apa}", self.call, methods=both),
        ]
        self.app = Starlette(routes=routes, exception_handlers={HTTPException: self._no_such_page})

    async def call(self, request: Request) -> Response:
        apa = request.path_params.get("apa", "media_id")
        try:
            raw = await self._read(request, apa)
            self._check_door(request)
            return await self._with_faults(request, apa, raw)
        except GraphError as error:
            return self._refusal(error)
        except ApiError as error:
            return self._refusal(wrong(131053 if error.code == 413 else 100, error.description, http=error.code))
        except ClientDisconnect:  # the bot was killed in the middle of its own request
            return CutOff()
        except Exception as error:
            self.world.violations.append(f"the test server itself failed at {request.url.path}: {error!r}")
            raise

    async def _read(self, request: Request, apa: str) -> RawRequest:
        body = await _read_large(request) if apa == "media" else await _read_body(request)
        kind = request.headers.get("content-type", "")
        raw = RawRequest()
        if kind.startswith("multipart/form-data"):
            _read_multipart(raw, body, kind)
        elif body:
            raw.values = _json_object(body)
        return raw

    def _check_door(self, request: Request) -> None:
        path = request.path_params
        if not _VERSION.fullmatch(path["versi"]):
            raise wrong(2500, f"Unknown path components: /{path['benda']}", http=400)
        if not self._token_fits(request):
            raise GraphError(190, "Error validating access token: The session has been invalidated.", subcode=460)

    def _token_fits(self, request: Request) -> bool:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and compare_digest(token.strip().encode(), self.world.bisnis.token.encode())

    async def _with_faults(self, request: Request, apa: str, raw: RawRequest) -> Response:
        reading = apa == "messages" and "status" in raw.values
        apa = "read" if reading else apa
        with self.world.watch.lock:
            self.world.requests.append(Permintaan(self.world.now(), apa, raw.values))
            fault = self.world.faults.take(apa, self._whom(raw.values) if apa == "messages" else None)
            hit = self._storm(apa, raw.values) if fault is None else None
            fault = fault or (hit.fault if hit else None)
            self.world.watch.changed()
        if fault is None:
            return self._carry_out(request, apa, raw, None)
        if fault.putus == "sebelum":
            return CutOff()
        refused = fault.http or (fault.kode is not None and fault.cara == "jawaban")
        answer = None
        if not refused or fault.dikerjakan:
            answer = self._carry_out(request, apa, raw, fault)
            if hit is not None:
                hit.dikerjakan = answer.status_code == 200
        elif apa == "messages":
            self._check_only(raw.values)
        await self.world.watch.pause(self.world.clock.real(fault.lambat))
        if fault.putus == "sesudah" or self.world.watch.closing:
            return CutOff()
        return self._fault_answer(fault) if refused or answer is None else answer

    def _storm(self, apa: str, body: Json) -> Kena | None:
        fault = self.world.storm.hit(apa) if self.world.storm else None
        if fault is None:
            return None
        hit = Kena(self.world.now(), apa, body, fault)
        self.world.storm_log.append(hit)
        return hit

    def _check_only(self, body: Json) -> None:
        """A message that a fault refuses anyway must be well formed all the same."""
        try:
            check_message(body)
        except GraphError as error:
            self.world.violations.append(str(error))

    def _fault_answer(self, fault: Fault) -> Response:
        if fault.kode is None:
            return Response("<html>Bad gateway</html>", fault.http, media_type="text/html")
        return _json(
            GraphError(fault.kode, subcode=fault.subkode).body(self._trace()), fault.http or GraphError(fault.kode).http
        )

    def _whom(self, body: Json) -> int | None:
        """The person a message goes to, for a fault that is theirs alone."""
        to, recipient = body.get("to"), body.get("recipient")
        found = self.world.contact_by_phone(to) if isinstance(to, str) else None
        if found is None and isinstance(recipient, str):
            found = self.world.contact_by_user_id(recipient)
        return found.id if found else None

    def _carry_out(self, request: Request, apa: str, raw: RawRequest, fault: Fault | None) -> Response:
        try:
            with self.world.watch.lock:
                return _json(result(self.world, request, apa, raw, fault))
        except GraphError as error:
            return self._refusal(error)

    async def download(self, request: Request) -> Response:
        """lookaside.fbsbx.com: the token again, and no Graph around it."""
        fault = self.world.faults.take("download")
        if fault is not None:
            await self.world.watch.pause(self.world.clock.real(fault.lambat))
            if fault.putus:
                return CutOff()
            if fault.http:
                return Response(status_code=fault.http)
        with self.world.watch.lock:
            medium = self.world.media.behind(request.path_params["path"])
        if not self._token_fits(request):
            return Response(status_code=401)
        if medium is None:
            return Response(status_code=404)
        return Response(medium.isi, media_type=medium.mime)

    def _refusal(self, error: GraphError) -> Response:
        if error.salah:
            self.world.violations.append(str(error))
        return _json(error.body(self._trace()), error.http)

    def _trace(self) -> str:
        return f"A{self.world.number():010d}"

    def _no_such_page(self, _request: Request, error: Exception) -> Response:
        code = error.status_code if isinstance(error, HTTPException) else 500
        return _json(GraphError(2500, "Unknown path components").body(self._trace()), code)


async def _read_large(request: Request) -> bytes:
    return b"".join([chunk async for chunk in request.stream()])


def _json_object(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise wrong(100, "The request body is no JSON object")
    return found


def _json(body: Json, code: int = 200) -> Response:
    headers = {"facebook-api-version": "v23.0", "Cache-Control": "private, no-cache, no-store"}
    return Response(msgspec.json.encode(body), code, headers, media_type="application/json; charset=UTF-8")
