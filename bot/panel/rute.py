"""The paths of the coordinators' pages. Every request asks anew who it is and what they may see today."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.clock import Clock
from bot.page_guard import Quota
from bot.panel import halaman as gambar
from bot.panel.pintu import KEPALA, cocok, copot, formulir, kue, pasang, seasal, tanda
from bot.tanya_page import alamat as alamat_dari
from bot.turn import WorldOf
from data.alamat_utama import alamat_utama
from data.desa import Desa
from data.media import Gudang, MediaQ
from data.orang import OrangQ
from data.panel import PanelMasukQ, SesiPanel
from data.store import Store, Tx
from handlers.panel.bagian import Gambar, Halaman, Unduhan
from handlers.panel.tabel import Isi, buka, kirim
from handlers.panel.tamu import AKAR, Tamu, boleh_panel

SEMENIT, SEKALIGUS = 10, 10
"""Tries at the door of one address: in a minute, and at once."""
LIHAT_SEDETIK, LIHAT_SEKALIGUS = 3.0, 60.0
"""Pages and pictures of one address."""
IKON = Path(__file__).parent.parent / "channels" / "web_page" / "ikon.svg"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MASUK_LAGI = "Minta tautan baru: ketik panel di obrolan Anda dengan bot."
BELUM_MASUK = (
    "Belum masuk",
    f"Panel ini untuk koordinator, dan sesi di peramban ini belum ada atau sudah berakhir. {MASUK_LAGI}",
)
HABIS = ("Tautan tidak berlaku", f"Tautan itu sudah dipakai atau sudah lewat waktunya. {MASUK_LAGI}")
TIADA = ("Tidak ada", "Halaman itu tidak ada, atau di luar wilayah tugas Anda.")
BUKAN = ("Panel ditutup", "Penugasan Anda sebagai koordinator tidak berlaku lagi hari ini, jadi panel ini ditutup.")
ASING = ("Belum diproses", "Permintaan itu bukan dari halaman panel ini. Buka lagi halamannya, lalu coba sekali lagi.")
KELUAR = ("Sudah keluar", f"Panel di peramban ini sudah ditutup. {MASUK_LAGI}")
Kata = tuple[str, str]
Jawab = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Dilihat:
    """What one look into the database found."""

    sesi: SesiPanel | None
    boleh: bool = False
    nama: str = ""
    isi: Isi = None
    mime: str | None = None
    """Of a picture."""


@dataclass
class Panel:
    store: Store
    clock: Clock
    gudang: Gudang
    world: WorldOf

    def __post_init__(self) -> None:
        self._pintu = Quota(self.clock, SEKALIGUS, SEMENIT / 60)
        self._lihat = Quota(self.clock, LIHAT_SEKALIGUS, LIHAT_SEDETIK)

    def routes(self) -> Sequence[BaseRoute]:
        return [
            Route(f"{AKAR}/gaya.css", self.gaya),
            Route(f"{AKAR}/ikon.svg", self.ikon),
            Route(f"{AKAR}/masuk", self._terbatas(self._pintu, self.masuk), methods=["POST"]),
            Route(f"{AKAR}/masuk/{{kode}}", self._terbatas(self._pintu, self.ketuk)),
            Route(f"{AKAR}/keluar", self._terbatas(self._lihat, self.keluar), methods=["POST"]),
            Route(AKAR, self._terbatas(self._lihat, self.lihat)),
            Route(f"{AKAR}/{{jalur:path}}", self._terbatas(self._lihat, self.lihat)),
            Route(f"{AKAR}/{{jalur:path}}", self._terbatas(self._lihat, self.kirim), methods=["POST"]),
        ]

    # -- the door -------------------------------------------------------------------------------------------------

    async def ketuk(self, request: Request) -> Response:
        """Looks, and uses nothing up: a chat program fetches the link before its person does."""
        kode = request.path_params["kode"]
        berlaku = await self.store.read(lambda tx: PanelMasukQ(tx, self.clock.now()).berlaku(kode))
        return _html(gambar.masuk(kode)) if berlaku else _kata(HABIS, 410)

    async def masuk(self, request: Request) -> Response:
        isi = await formulir(request) if seasal(request.headers, self._alamat) else None
        if isi is None:
            return _kata(ASING, 403)
        kode = isi.get("kode", "")
        rahasia = await self.store.write(lambda tx: PanelMasukQ(tx, self.clock.now()).masuk(kode))
        if not rahasia:
            return _kata(HABIS, 410)
        jawaban = RedirectResponse(AKAR, 303, KEPALA)
        pasang(jawaban, rahasia, aman=self._aman)
        return jawaban

    async def keluar(self, request: Request) -> Response:
        rahasia = self._rahasia(request)
        if await self._formulir(request) is None:
            return _kata(ASING, 403)
        await self.store.write(lambda tx: PanelMasukQ(tx, self.clock.now()).keluar(rahasia))
        jawaban = _kata(KELUAR)
        copot(jawaban, aman=self._aman)
        return jawaban

    # -- inside ---------------------------------------------------------------------------------------------------

    async def lihat(self, request: Request) -> Response:
        rahasia = self._rahasia(request)
        saring = {nama: _tanpa_nol(nilai[:200]) for nama, nilai in request.query_params.items() if len(nama) < 20}
        jalur = _jalur(request)
        dilihat = await self.store.read(partial(self._baca, rahasia=rahasia, jalur=jalur, saring=saring))
        return await self._jawab(dilihat, rahasia)

    async def kirim(self, request: Request) -> Response:
        """What a button of a page asks for."""
        isi, rahasia = await self._formulir(request), self._rahasia(request)
        if isi is None:
            return _kata(ASING, 403)
        saring = {nama: _tanpa_nol(nilai[:200]) for nama, nilai in isi.items()}
        dilihat = await self.store.write(partial(self._tulis, rahasia=rahasia, jalur=_jalur(request), saring=saring))
        return await self._jawab(dilihat, rahasia)

    async def gaya(self, request: Request) -> Response:
        isi, versi = gambar.gaya()
        lama = 31_536_000 if request.query_params.get("v") == versi else 300
        kepala = KEPALA | {"Cache-Control": f"public, max-age={lama}"}
        return Response(isi, headers=kepala, media_type="text/css; charset=utf-8")

    async def ikon(self, request: Request) -> Response:
        kepala = KEPALA | {"Cache-Control": "public, max-age=86400"}
        return FileResponse(IKON, media_type="image/svg+xml", headers=kepala)

    def _baca(self, tx: Tx, rahasia: str, jalur: list[str], saring: dict[str, str]) -> Dilihat:
        return self._dalam(tx, rahasia, lambda t: buka(t, jalur, saring))

    def _tulis(self, tx: Tx, rahasia: str, jalur: list[str], saring: dict[str, str]) -> Dilihat:
        return self._dalam(tx, rahasia, lambda t: kirim(t, jalur, saring), menulis=True)

    def _dalam(self, tx: Tx, rahasia: str, isi: Callable[[Tamu], Isi], *, menulis: bool = False) -> Dilihat:
        now = self.clock.now()
        sesi = PanelMasukQ(tx, now).sesi(rahasia) if rahasia else None
        if sesi is None:
            return Dilihat(None)
        orang = OrangQ(tx).ambil(sesi.orang_id, now)
        kanal, tujuan = alamat_utama(tx, [orang.id]).get(orang.id, ("panel", "")) if menulis else ("panel", "")
        desa = Desa(tx, orang, kanal, now, self.world.pengaturan, tujuan)
        boleh = boleh_panel(desa)
        dibuka = isi(Tamu(desa, orang, now)) if boleh else None
        mime = MediaQ(tx).mime(dibuka.sidik) if isinstance(dibuka, Gambar) else None
        return Dilihat(sesi, boleh, orang.nama, dibuka, mime)

    async def _jawab(self, d: Dilihat, rahasia: str) -> Response:
        if d.sesi is None:
            return _kata(BELUM_MASUK, 401)
        if not d.boleh:
            await self.store.write(lambda tx: PanelMasukQ(tx, self.clock.now()).keluar(rahasia))
            jawaban = _kata(BUKAN, 403)
            copot(jawaban, aman=self._aman)
            return jawaban
        if d.sesi.geser:
            await self.store.write(lambda tx: PanelMasukQ(tx, self.clock.now()).perpanjang(rahasia))
        match d.isi:
            case Halaman():
                return _html(await asyncio.to_thread(gambar.halaman, d.isi, d.nama, tanda(rahasia)))
            case Unduhan():
                kepala = KEPALA | {"Content-Disposition": f'attachment; filename="{d.isi.nama}"'}
                return Response(await asyncio.to_thread(d.isi.buat), headers=kepala, media_type=XLSX)
            case Gambar():
                return await self._foto(d.isi, d.mime)
        return _kata(TIADA, 404, dalam=True)

    async def _foto(self, isi: Gambar, mime: str | None) -> Response:
        jalur = self.gudang.jalur(isi.sidik)
        if mime is None or not await asyncio.to_thread(jalur.exists):
            return _kata(TIADA, 404, dalam=True)
        return FileResponse(jalur, media_type=mime, headers=KEPALA)

    # -- who ------------------------------------------------------------------------------------------------------

    @property
    def _alamat(self) -> str:
        return self.world.pengaturan.halaman

    @property
    def _aman(self) -> bool:
        """As people reach us, whatever stands between."""
        return self._alamat.startswith("https://")

    def _rahasia(self, request: Request) -> str:
        return request.cookies.get(kue(self._aman), "")[:100]

    async def _formulir(self, request: Request) -> dict[str, str] | None:
        """What a form of this session posted; None for any other."""
        isi = await formulir(request) if seasal(request.headers, self._alamat) else None
        return isi if isi is not None and cocok(self._rahasia(request), isi.get("csrf", "")) else None

    def _terbatas(self, quota: Quota, jawab: Jawab) -> Jawab:
        async def dibatasi(request: Request) -> Response:
            if tunggu := quota.take(alamat_dari(request)):
                jawaban = _kata(
                    ("Sebentar, ya", f"Permintaannya beruntun. Tunggu {tunggu} detik, lalu coba lagi."), 429
                )
                jawaban.headers["Retry-After"] = str(tunggu)
                return jawaban
            return await jawab(request)

        return dibatasi


def _jalur(request: Request) -> list[str]:
    return _tanpa_nol(request.path_params.get("jalur", "")).split("/")


def _tanpa_nol(teks: str) -> str:
    """PostgreSQL takes no text with it."""
    return teks.replace("\0", "\ufffd")


def _html(isi: bytes, status: int = 200) -> Response:
    return Response(isi, status, KEPALA, "text/html; charset=utf-8")


def _kata(kata: Kata, status: int = 200, *, dalam: bool = False) -> Response:
    return _html(gambar.kata(*kata, dalam=dalam), status)
