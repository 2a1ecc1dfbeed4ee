"""What answers over HTTP: the pages, the platforms' webhooks, and how the program is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp

from bot.app import App
from bot.log import logger

log = logger("site")
BADAN = 4_000_000
"""Bytes of a webhook's body that are read. Telegram's are a few thousand, Meta packs up to 3 MB."""
Challenge = Callable[[Mapping[str, str]], str | None]
"""The query of a GET by which a platform asks whether a webhook is ours; what to answer, None: it may not know."""
Webhook = Callable[[bytes, Mapping[str, str]], Awaitable[int]]
"""Body and headers of what a platform posts; returns the HTTP status. 2xx only when it is safely stored."""


def site(
    app: App,
    webhooks: Mapping[str, Webhook],
    page: ASGIApp | None,
    public: Sequence[BaseRoute] = (),
    challenges: Mapping[str, Challenge] | None = None,
) -> Starlette:
    """`webhooks` and `challenges` by path; `page` None: there is no page. `public`: pages for anybody, beside it."""
    routes: list[BaseRoute] = [Route("/healthz", _health(app))]
    routes += [Route(path, _hook(hook), methods=["POST"]) for path, hook in webhooks.items()]
    routes += [Route(path, _asked(challenge), methods=["GET"]) for path, challenge in (challenges or {}).items()]
    routes += public
    if page is not None:
        routes.append(Mount("/", page))
    return Starlette(routes=routes)


def _hook(hook: Webhook) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > BADAN:
                return PlainTextResponse("too large", 413)
        status = await hook(bytes(body), request.headers)
        return Response(status_code=status)

    return receive


def _asked(challenge: Challenge) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        word = challenge(request.query_params)
        return PlainTextResponse(word or "", 403 if word is None else 200, {"X-Content-Type-Options": "nosniff"})

    return answer


def _health(app: App) -> Callable[[Request], Awaitable[Response]]:
    async def health(request: Request) -> Response:
        """200 when all is well, 503 when the database or a channel is not; what is wrong, in words for the operator."""
        try:
            await app.store.read(lambda tx: tx.one("SELECT 1 AS satu"))
            database = ""
        except Exception as error:
            log.exception("health: the database does not answer")
            database = type(error).__name__
        kanal = {nama: sebab or "ok" for nama, sebab in app.troubles().items()}
        ok = not database and set(kanal.values()) <= {"ok"}
        isi = {"ok": ok, "database": database or "ok", "kanal": kanal}
        return JSONResponse(isi, 200 if ok else 503, {"Cache-Control": "no-store"})

    return health
