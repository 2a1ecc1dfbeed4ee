"""What stands before every request of the page: security headers, a limit on the body, and same-origin writes."""

from __future__ import annotations

import math

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.clock import Clock

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
KEPALA = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(self), camera=(self), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TANDA = "x-kawan"
"""A header no other site's form can send."""


class TerlaluBesar(Exception):
    pass


class Guard:
    def __init__(self, app: ASGIApp, batas_badan: int) -> None:
        self._app = app
        self._batas = batas_badan

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kepala = Headers(scope=scope)
        if scope["method"] == "POST" and (kepala.get(TANDA) != "1" or not _seasal(kepala)):
            await JSONResponse({"galat": "Permintaan ini bukan dari halaman Kawan Desa."}, 403)(scope, receive, send)
            return
        try:
            await self._app(scope, self._dibatasi(receive), _berkepala(send, scope["path"]))
        except TerlaluBesar:
            await JSONResponse({"galat": "Kirimannya terlalu besar. Coba kurangi fotonya."}, 413)(scope, receive, send)

    def _dibatasi(self, receive: Receive) -> Receive:
        jumlah = 0

        async def baca() -> Message:
            nonlocal jumlah
            pesan = await receive()
            jumlah += len(pesan.get("body", b""))
            if jumlah > self._batas:
                raise TerlaluBesar
            return pesan

        return baca


def _seasal(kepala: Headers) -> bool:
    """Browsers say where a write comes from; programs that say nothing have no cookies of anybody's to misuse."""
    asal = kepala.get("origin")
    return asal is None or asal.partition("://")[2] == kepala.get("host")


def _berkepala(send: Send, path: str) -> Send:
    async def kirim(pesan: Message) -> None:
        if pesan["type"] == "http.response.start":
            kepala = MutableHeaders(scope=pesan)
            for nama, nilai in KEPALA.items():
                kepala.setdefault(nama, nilai)
            kepala.setdefault("Cache-Control", "no-cache" if path == "/" or path.startswith("/statis") else "no-store")
        await send(pesan)

    return kirim


class Quota:
    """A token bucket per chat: 20 messages at once, then 2 a second. Taps are quick; floods are quicker."""

    INGAT = 10_000
    """Buckets; of more, the one that was not used for the longest time is full again."""

    def __init__(self, clock: Clock, sekaligus: float = 20.0, per_detik: float = 2.0) -> None:
        self._clock = clock
        self._sekaligus = sekaligus
        self._per_detik = per_detik
        self._ember: dict[str, tuple[float, float]] = {}

    def take(self, kunci: str) -> int:
        """0 when there was room; else seconds to wait."""
        kini = self._clock.monotonic()
        isi, saat = self._ember.pop(kunci, (self._sekaligus, kini))
        isi = min(self._sekaligus, isi + (kini - saat) * self._per_detik)
        ada = isi >= 1
        self._ember[kunci] = (isi - 1 if ada else isi, kini)
        if len(self._ember) > self.INGAT:
            del self._ember[next(iter(self._ember))]
        return 0 if ada else max(1, math.ceil((1 - isi) / self._per_detik))
