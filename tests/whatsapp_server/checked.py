"""For the server's own tests: a server whose every event is checked, and a client to call it with."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Unpack

import httpx

from tests.whatsapp_server.errors import Json
from tests.whatsapp_server.people import Orang
from tests.whatsapp_server.server import WhatsAppServer
from tests.whatsapp_server.spec import Problem, problems
from tests.whatsapp_server.thread import Options


class Client:
    """The Cloud API without a library in between."""

    def __init__(self, server: WhatsAppServer, http: httpx.AsyncClient) -> None:
        self.server = server
        self.http = http

    async def post(self, body: Json) -> Any:
        """The message's wamid; for a refusal its code and details, for a cut connection None."""
        return _outcome(await self._post(body))

    async def send(self, orang: Orang, kind: str = "text", isi: Any = None, **more: Any) -> Any:
        body = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": orang.telepon, "type": kind}
        return await self.post(body | {kind: {"body": "halo"} if isi is None else isi} | more)

    async def refused(self, orang: Orang, kind: str, isi: Any) -> int:
        """The code it is refused with; 0 when it is not. A refusal of this kind is also a violation."""
        outcome = await self.send(orang, kind, isi)
        found = self.server.pelanggaran
        code = outcome[0] if isinstance(outcome, tuple) else 0
        assert len(found) == bool(code), (outcome, found)
        found.clear()
        return int(code)

    async def buttons(self, orang: Orang, *labels: str, **parts: Any) -> Any:
        replies = [{"type": "reply", "reply": {"id": f"p{n}", "title": label}} for n, label in enumerate(labels)]
        body: Json = {"type": "button", "body": {"text": "Pilih satu"}, "action": {"buttons": replies}}
        return await self.send(orang, "interactive", body | parts)

    async def rows(self, orang: Orang, *rows: tuple[str, str]) -> Any:
        listed = [{"id": f"r{n}", "title": t} | ({"description": d} if d else {}) for n, (t, d) in enumerate(rows)]
        action = {"button": "Pilih", "sections": [{"rows": listed}]}
        return await self.send(orang, "interactive", {"type": "list", "body": {"text": "Pilih satu"}, "action": action})

    async def template(self, orang: Orang, nama: str, *isi: str, bahasa: str = "id") -> Any:
        parameters = [{"type": "text", "text": text} for text in isi]
        components = [{"type": "body", "parameters": parameters}] if isi else []
        return await self.send(
            orang, "template", {"name": nama, "language": {"code": bahasa}, "components": components}
        )

    async def upload(self, isi: bytes, mime: str = "image/jpeg", nama: str = "foto.jpg") -> Any:
        files, data = {"file": (nama, isi, mime)}, {"messaging_product": "whatsapp", "type": mime}
        answer = await self.http.post(f"{self.server.bisnis.phone_number_id}/media", data=data, files=files)
        return _outcome(answer.json())

    async def get(self, path: str, **query: Any) -> Json:
        found: Json = (await self.http.get(path, params=query)).json()
        return found

    async def _post(self, body: Json) -> Json | None:
        try:
            found: Json = (await self.http.post(f"{self.server.bisnis.phone_number_id}/messages", json=body)).json()
        except httpx.HTTPError:
            return None
        return found


def _outcome(found: Json | None) -> Any:
    if found is None:
        return None
    if "error" in found:
        error = found["error"]
        return error["code"], error.get("error_data", {}).get("details", error["message"])
    return found["messages"][0]["id"] if "messages" in found else found.get("id", found)


@asynccontextmanager
async def checked(**options: Unpack[Options]) -> AsyncIterator[tuple[WhatsAppServer, Client]]:
    async with WhatsAppServer(**options) as server:
        headers = {"Authorization": f"Bearer {server.bisnis.token}"}
        url = f"{server.base_url}/v23.0/"
        async with httpx.AsyncClient(base_url=url, headers=headers, trust_env=False, verify=False, timeout=10) as http:
            yield server, Client(server, http)
        server.periksa()
        check_told(server)


def told(server: WhatsAppServer, what: str = "statuses") -> list[Json]:
    """What is still to be told, taken from the queue: `messages` or `statuses`."""
    return [item for event in server.ambil_peristiwa() for item in event.value.get(what, [])]


def check_told(server: WhatsAppServer) -> None:
    """Metadata, contacts and statuses of every delivery must be the Cloud API's too, but for wa_id, which may be absent."""
    found: list[Problem] = []
    for hantaran in server.hantaran:
        try:
            payload = json.loads(hantaran.body)
        except ValueError:
            continue
        for value in (change["value"] for entry in payload["entry"] for change in entry["changes"]):
            found += problems(value["metadata"], "Metadata") if "metadata" in value else []
            found += [problem for one in value.get("contacts", []) for problem in problems(one, "ContactProfile")]
            found += [problem for one in value.get("statuses", []) for problem in problems(one, "Statuses")]
    assert found == []
