"""The HTTP side: one request from its token to its answer."""

import time
from secrets import compare_digest
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from tests.telegram_server.connection import CutOff
from tests.telegram_server.decode import decode
from tests.telegram_server.errors import ApiError, Json, NotPlayedError, bad_request
from tests.telegram_server.faults import Fault
from tests.telegram_server.files import MAX_DOWNLOAD
from tests.telegram_server.form import read_request
from tests.telegram_server.methods import HANDLERS
from tests.telegram_server.spec import METHOD_NAMES
from tests.telegram_server.storm import Kena
from tests.telegram_server.updates import WEBHOOK_ACTIVE
from tests.telegram_server.webhook import check_kinds, delete_webhook, set_webhook, webhook_info
from tests.telegram_server.world import Permintaan, World


class Api:
    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token
        routes = [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download),
        ]
        self.app = Starlette(routes=routes, exception_handlers={HTTPException: _no_such_page})

    async def call(self, request: Request) -> Response:
        try:
            self._check_token(request)
            method = METHOD_NAMES.get(request.path_params["method"].lower())
            raw = await read_request(request)
            if method is None:
                raise ApiError(404, "Not Found: method not found")
            params, wrong = decode(method, raw)
            self.world.took(Permintaan(time.monotonic(), method, params))
            if wrong:
                self.world.violations.extend(wrong)
                raise ApiError(400, f"Bad Request: {wrong[0]}")
            self.world.check_patience(method, params)
            response = await self._with_faults(method, params)
            self.world.remember_wait(params, response.headers.get("retry-after"))
            return response
        except ApiError as error:
            return self._refusal(error)
        except UnicodeError:
            return self._refusal(bad_request("strings must be encoded in UTF-8"))
        except ClientDisconnect:  # the bot was killed in the middle of its own request
            return CutOff()
        except Exception as error:
            self.world.violations.append(f"the test server itself failed at {request.url.path}: {error!r}")
            raise

    async def _with_faults(self, method: str, params: Json) -> Response:
        fault, hit = self.world.faults.take(method), None
        if fault is None and self.world.storm is not None and (found := self.world.storm.hit(method)):
            fault, hit = found[1], Kena(self.world.clock.monotonic(), method, params, found[0])
            self.world.storm_log.append(hit)
        if fault is None:
            return await self._carry_out(method, params)
        if fault.putus == "sebelum":
            return CutOff()
        return await self._faulty(method, params, fault, hit)

    async def _faulty(self, method: str, params: Json, fault: Fault, hit: Kena | None) -> Response:
        error = fault.error()
        answer = self._refusal(error) if error else Response()
        if error is None or fault.dikerjakan:
            done = await self._carry_out(method, params)
            if hit is not None:
                hit.dikerjakan = done.status_code == 200
            answer = done if error is None else answer
        await self.world.watch.pause(self.world.clock.real(fault.lambat))
        return CutOff() if fault.putus == "sesudah" else answer

    async def _carry_out(self, method: str, params: Json) -> Response:
        try:
            result = await self._result(method, params)
        except ApiError as error:
            return self._refusal(error)
        if self.world.watch.closing:
            return CutOff()
        with self.world.watch.lock:
            for observer in self.world.observers:
                observer(method, params, result)
            return _json({"ok": True, "result": result})

    async def _result(self, method: str, params: Json) -> Any:
        if method == "getUpdates":
            if self.world.webhook is not None:
                raise ApiError(409, WEBHOOK_ACTIVE)
            check_kinds(self.world, params)
            return await self.world.updates.poll(params)
        if method == "setWebhook":
            return await set_webhook(self.world, params)
        if method == "deleteWebhook":
            return await delete_webhook(self.world, params)
        with self.world.watch.lock:
            if method == "getWebhookInfo":
                return webhook_info(self.world)
            if method not in HANDLERS:
                raise NotPlayedError(method)
            return HANDLERS[method](self.world, params)

    async def download(self, request: Request) -> Response:
        try:
            self._check_token(request)
        except ApiError as error:
            return self._refusal(error)
        stored = self.world.files.by_path.get(request.path_params["path"])
        if stored is None or len(stored.isi) > MAX_DOWNLOAD:
            return self._refusal(ApiError(404, "Not Found"))
        return Response(stored.isi, media_type="application/octet-stream")

    def _check_token(self, request: Request) -> None:
        right = compare_digest(request.path_params["token"].encode(), self.token.encode())
        if not (right and self.world.authorized):
            raise ApiError(401, "Unauthorized")

    def _refusal(self, error: ApiError) -> Response:
        if isinstance(error, NotPlayedError):
            self.world.violations.append(error.description)
        retry_after = (error.parameters or {}).get("retry_after")
        headers = {"Retry-After": str(retry_after)} if retry_after else None
        return _json(error.body(), error.code, headers)


def _json(body: Json, code: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(body), code, headers, media_type="application/json")


def _no_such_page(_request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    return _json(ApiError(code, "Not Found").body(), code)
