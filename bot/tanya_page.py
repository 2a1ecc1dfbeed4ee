"""*Tanya Desa*: questions about the Village Law on a public page, without login and without a script.

Nobody is known here and no turn is taken: the finder answers, what was asked is written down later (tanya_log.py).
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot import tanya_view as view
from bot.clock import Clock
from bot.page_guard import Quota
from bot.tanya_log import TanyaLog
from bot.tanya_view import Isi, Rumah
from bot.turn import WorldOf
from data.faq import Katalog, Temuan, siapkan
from data.tanya_umum import rapikan, temukan

CHANNELS = Path(__file__).parent / "channels"
BERKAS = {
    "gaya.css": (CHANNELS / "tanya_page" / "gaya.css", "text/css; charset=utf-8"),
    "tanya.js": (CHANNELS / "tanya_page" / "tanya.js", "text/javascript; charset=utf-8"),
    "pasang.js": (CHANNELS / "tanya_page" / "pasang.js", "text/javascript; charset=utf-8"),
    "ikon.svg": (CHANNELS / "web_page" / "ikon.svg", "image/svg+xml"),
}
SEMENIT, SEKALIGUS = 20, 5
"""Questions of one address: in a minute, and at once."""
LIHAT_SEMENIT, LIHAT_SEKALIGUS = 120, 40
"""Other pages of one address."""
BAWAAN = ("kades-masa-jabatan", "blt-penerima", "bpd-fungsi", "dd-2026-fokus", "usulan-warga-rencana")
"""What is offered before anything was asked."""
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors {}"
)
KEPALA = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
Tampil = Callable[[Rumah, Katalog], Isi | None]


@dataclass
class TanyaPage:
    clock: Clock
    log: TanyaLog
    world: WorldOf
    obrolan: bool
    """Whether the chat page is there, at /."""

    def __post_init__(self) -> None:
        self._tanya = Quota(self.clock, SEKALIGUS, SEMENIT / 60)
        self._lihat = Quota(self.clock, LIHAT_SEKALIGUS, LIHAT_SEMENIT / 60)
        self._berkas = {nama: (jalur.read_bytes(), mime) for nama, (jalur, mime) in BERKAS.items()}
        self._versi = hashlib.sha256(b"".join(isi for isi, _ in self._berkas.values())).hexdigest()[:8]

    def routes(self) -> Sequence[BaseRoute]:
        """Beside the chat page's own: these have other headers, and nobody's session."""
        berkas = [Route(f"/tanya/{nama}", partial(self.berkas, nama)) for nama in self._berkas]
        semua: list[BaseRoute] = [*berkas, Route("/tanya/", _ke_beranda), Route("/tanya/pasang", self.pasang)]
        for akar in ("/tanya", "/tanya/sisip"):
            semua.append(Route(akar, self.beranda))
            semua.append(Route(f"{akar}/tema/{{kode}}", self.tema))
        return [*semua, Route("/tanya/sisip/{slug}", self.topik), Route("/tanya/{slug}", self.topik)]

    # -- pages ----------------------------------------------------------------------------------------------------

    async def beranda(self, request: Request) -> Response:
        q = rapikan(request.query_params.get("q", ""))
        if q:
            return await self._jawab(request, q)
        return await self._lihat_dulu(request, self._isi_beranda)

    async def _jawab(self, request: Request, q: str) -> Response:
        rumah = self._rumah(request)
        if tunggu := self._tanya.take(alamat(request)):
            return self._kirim(rumah, view.pelan(rumah, tunggu, q), 429, tunggu=tunggu)
        dari = request.query_params.get("dari", "")[:60]
        temuan = await asyncio.to_thread(temukan, q, dari)
        self.log.catat(q, temuan, "web", "halaman")
        return self._kirim(rumah, _isi(rumah, siapkan().katalog, temuan, q))

    async def topik(self, request: Request) -> Response:
        slug = request.path_params["slug"]
        return await self._lihat_dulu(request, lambda r, k: view.jawaban(r, k, slug) if slug in k.topik else None)

    async def tema(self, request: Request) -> Response:
        kode = request.path_params["kode"]
        return await self._lihat_dulu(
            request, lambda r, k: next((view.tema(r, t) for t in k.tema if t.kode == kode), None)
        )

    async def pasang(self, request: Request) -> Response:
        asal = f"{request.url.scheme}://{request.url.netloc}"
        return await self._lihat_dulu(request, lambda r, _k: view.cara_pasang(r, asal))

    async def berkas(self, nama: str, request: Request) -> Response:
        isi, mime = self._berkas[nama]
        lama = 31_536_000 if "v" in request.query_params else 3_600
        kepala = {"Cache-Control": f"public, max-age={lama}", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(isi, media_type=mime, headers=KEPALA | kepala)

    # -- how they come about --------------------------------------------------------------------------------------

    async def _lihat_dulu(self, request: Request, tampil: Tampil) -> Response:
        rumah = self._rumah(request)
        if tunggu := self._lihat.take(alamat(request)):
            return self._kirim(rumah, view.pelan(rumah, tunggu), 429, tunggu=tunggu)
        katalog = (await asyncio.to_thread(siapkan)).katalog
        isi = tampil(rumah, katalog)
        return self._kirim(rumah, isi or view.tidak_ada(rumah, katalog), 200 if isi else 404)

    def _isi_beranda(self, rumah: Rumah, katalog: Katalog) -> Isi:
        sering = [s for s in dict.fromkeys((*self.log.tersering(), *BAWAAN)) if s in katalog.topik]
        return view.beranda(rumah, katalog, sering[: len(BAWAAN)])

    def _rumah(self, request: Request) -> Rumah:
        sisip = request.url.path.startswith("/tanya/sisip")
        return Rumah(self._versi, sisip, self._orang())

    def _orang(self) -> str:
        p = self.world.pengaturan
        if p.telegram:
            return f"https://t.me/{p.telegram}?start=tanya"
        if p.whatsapp:
            return f"https://wa.me/{p.whatsapp}?text=tanya"
        return "/" if self.obrolan else ""

    def _kirim(self, rumah: Rumah, isi: Isi, status: int = 200, *, tunggu: int = 0) -> Response:
        siapa = "*" if rumah.sisip else "'self'"
        simpan = "public, max-age=300" if isi.tetap and status == 200 else "no-store"
        kepala = KEPALA | {"Content-Security-Policy": CSP.format(siapa), "Cache-Control": simpan}
        kepala["Cross-Origin-Resource-Policy"] = "cross-origin" if rumah.sisip else "same-origin"
        if tunggu:
            kepala["Retry-After"] = str(tunggu)
        badan = view.halaman(rumah, isi).encode(errors="replace")
        return Response(badan, status, kepala, "text/html; charset=utf-8")


def _isi(rumah: Rumah, katalog: Katalog, temuan: Temuan, q: str) -> Isi:
    match temuan.jenis:
        case "jawab":
            return view.jawaban(rumah, katalog, temuan.slug, temuan.bagian, q, temuan.pilihan)
        case "pilihan":
            return view.pilihan(rumah, katalog, temuan, q)
        case "tidak":
            return view.belum_tahu(rumah, katalog, q)


async def _ke_beranda(request: Request) -> Response:
    return RedirectResponse("/tanya", 308)


def alamat(request: Request) -> str:
    """Whose question it is, for the limit alone: of IPv6 the network that one household gets. Kept nowhere.

    Behind a proxy, uvicorn has put the address in its place that the proxy named, if [web] proxy trusts it.
    """
    try:
        ip = ipaddress.ip_address(request.client.host if request.client else "")
    except ValueError:
        return "entah"
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((int(ip), 64), strict=False).network_address)
    return str(ip)
