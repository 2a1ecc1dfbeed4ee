"""The door: its cookie, what a form must carry, from where a write may come, and the headers of every page."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from data.panel import PALING_LAMA

BADAN = 8_000
"""Bytes of a form that are read."""
KEPALA = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # To ourselves alone: with 'no-referrer' older browsers say of our own forms, too, that they come from nowhere.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def kue(aman: bool) -> str:
    """'__Host-': browsers take it over https alone, for this host alone."""
    return "__Host-panel" if aman else "panel"


def pasang(jawaban: Response, rahasia: str, *, aman: bool) -> None:
    jawaban.set_cookie(kue(aman), rahasia, max_age=PALING_LAMA, path="/", httponly=True, secure=aman, samesite="lax")


def copot(jawaban: Response, *, aman: bool) -> None:
    jawaban.delete_cookie(kue(aman), path="/", httponly=True, secure=aman, samesite="lax")


def tanda(rahasia: str) -> str:
    """What every form of a session carries, and no other site can know; made from the cookie, stored nowhere."""
    return hashlib.sha256(f"csrf:{rahasia}".encode()).hexdigest()


def cocok(rahasia: str, diberi: str) -> bool:
    return hmac.compare_digest(tanda(rahasia).encode(), diberi.encode())


def seasal(kepala: Headers, alamat: str) -> bool:
    """Whether a write comes from our own page, as the browser says; what says nothing has nobody's cookie to misuse."""
    situs = kepala.get("sec-fetch-site")
    if situs is not None:
        return situs in ("same-origin", "none")
    asal = kepala.get("origin")
    return asal is None or asal == alamat or urlsplit(asal).netloc == kepala.get("host")


async def formulir(request: Request) -> dict[str, str] | None:
    """The fields of a posted form; None when it is none of ours."""
    badan = bytearray()
    async for satu in request.stream():
        badan += satu
        if len(badan) > BADAN:
            return None
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return None
    try:
        return {nama: isi[0] for nama, isi in parse_qs(badan.decode(), max_num_fields=20).items()}
    except ValueError:
        return None
