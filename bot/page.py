"""The page server: static files, a small JSON interface, and a live stream. Same-origin only, no outside assets."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.channels.contract import Inbound
from bot.channels.web import NAMA, Web
from bot.clock import Clock
from bot.files import make_file
from bot.inbox import Inbox
from bot.page_guard import Guard, Quota
from bot.page_view import awal_json, mime_berkas, pesan_json
from bot.turn import WorldOf
from data.dokumen_jenis import rapikan_nama
from data.media import Gudang, MediaQ
from data.store import Store, Tx
from data.web import WebPesan, WebQ
from handlers.dialog.kata_dokumen import tolakan
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan
from handlers.dialog.pesan import Pesan
from handlers.pemberitahuan import tanpa_nomor

HALAMAN = Path(__file__).parent / "channels" / "web_page"
COOKIE = "kawan"
UMUR_COOKIE = 30 * 86_400
DETAK = 15
"""Seconds between signs of life on a silent stream."""
DETAK_BERSAMA = 1
"""The same where another process may be the one that sends: it cannot wake this one's pages."""
FOTO_SEKALI = 10


class Kiriman(msgspec.Struct, forbid_unknown_fields=True):
    """What the page posts to /api/kirim; exactly one of teks, tombol, lokasi."""

    id: str
    teks: str = ""
    tombol: str = ""
    label: str = ""
    lokasi: Lokasi | None = None


@dataclass
class Page:
    store: Store
    clock: Clock
    web: Web
    inbox: Inbox
    gudang: Gudang
    world: WorldOf
    demo: bool
    batas_foto: int

    def __post_init__(self) -> None:
        self._quota = Quota(self.clock)

    def app(self) -> Starlette:
        routes = [
            Route("/", self.halaman),
            Route("/api/awal", self.awal),
            Route("/api/masuk", self.masuk, methods=["POST"]),
            Route("/api/keluar", self.keluar, methods=["POST"]),
            Route("/api/kirim", self.kirim, methods=["POST"]),
            Route("/api/foto", self.foto, methods=["POST"]),
            Route("/api/dokumen", self.dokumen, methods=["POST"]),
            Route("/api/aliran", self.aliran),
            Route("/foto/{sidik}", self.lihat_foto),
            Route("/berkas/{id:int}", self.berkas),
            Mount("/statis", StaticFiles(directory=HALAMAN)),
        ]
        app = Starlette(routes=routes, exception_handlers={HTTPException: _galat})
        app.add_middleware(Guard, batas_badan=FOTO_SEKALI * self.batas_foto + 1_000_000)
        return app

    # -- who ------------------------------------------------------------------------------------------------------

    async def _tujuan(self, request: Request) -> str | None:
        token = request.cookies.get(COOKIE, "")
        return await self.store.read(lambda tx: WebQ(tx).tujuan_sesi(token)) if token else None

    async def _wajib(self, request: Request) -> str:
        tujuan = await self._tujuan(request)
        if tujuan is None:
            raise HTTPException(401, "Sesi ini sudah berakhir. Silakan pilih lagi, ya.")
        return tujuan

    async def _buka(self, tujuan: str, request: Request) -> Response:
        token = secrets.token_urlsafe(32)
        await self.store.write(lambda tx: WebQ(tx).buka_sesi(token, tujuan, self.clock.now()))
        jawaban = JSONResponse(await self._isi_awal(tujuan))
        jawaban.set_cookie(
            COOKIE, token, max_age=UMUR_COOKIE, httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
        return jawaban

    async def _isi_awal(self, tujuan: str | None) -> dict[str, object]:
        return await self.store.read(lambda tx: awal_json(tx, tujuan, demo=self.demo, now=self.clock.now()))

    # -- pages ----------------------------------------------------------------------------------------------------

    async def halaman(self, request: Request) -> Response:
        return FileResponse(HALAMAN / "index.html", media_type="text/html; charset=utf-8")

    async def awal(self, request: Request) -> Response:
        tujuan = await self._tujuan(request)
        if tujuan is None and not self.demo:
            return await self._buka(f"tamu-{secrets.token_hex(8)}", request)
        return JSONResponse(await self._isi_awal(tujuan))

    async def masuk(self, request: Request) -> Response:
        if not self.demo:
            raise HTTPException(404, "Pilihan itu hanya ada di peragaan.")
        badan = await request.json()
        persona = str(badan.get("persona", "")) if isinstance(badan, dict) else ""
        dikenal = await self._isi_awal(None)
        if persona not in {p["id"] for p in dikenal["persona"]}:  # type: ignore[attr-defined]
            raise HTTPException(422, "Persona itu tidak ada. Silakan pilih dari daftar.")
        return await self._buka(persona, request)

    async def keluar(self, request: Request) -> Response:
        token = request.cookies.get(COOKIE, "")
        await self.store.write(lambda tx: WebQ(tx).tutup_sesi(token))
        jawaban = JSONResponse(await self._isi_awal(None))
        jawaban.delete_cookie(COOKIE)
        return jawaban

    # -- what is said ---------------------------------------------------------------------------------------------

    async def kirim(self, request: Request) -> Response:
        tujuan = await self._wajib(request)
        try:
            badan = msgspec.json.decode(await request.body(), type=Kiriman)
        except (msgspec.ValidationError, msgspec.DecodeError):
            raise HTTPException(422, "Pesan itu belum terbaca. Silakan kirim ulang.") from None
        if len(badan.teks) > self.web.limits.teks:
            raise HTTPException(413, f"Pesannya terlalu panjang; yang muat {self.web.limits.teks} huruf.")
        masukan = Masukan(teks=badan.label if badan.tombol else badan.teks, tombol=badan.tombol, lokasi=badan.lokasi)
        return await self._terima(tujuan, badan.id, masukan)

    async def foto(self, request: Request) -> Response:
        tujuan = await self._wajib(request)
        async with request.form(max_files=FOTO_SEKALI, max_fields=4) as form:
            berkas = [b for b in form.getlist("foto") if isinstance(b, UploadFile)]
            if not berkas:
                raise HTTPException(422, "Belum ada foto yang terkirim. Silakan pilih fotonya lagi.")
            isi = [await b.read() for b in berkas]
            keterangan = str(form.get("keterangan") or "")[: self.web.limits.teks]
        semua = [await self.inbox.keep(satu, self.clock.now()) for satu in isi]
        if not all(f.sidik for f in semua):
            mb = self.batas_foto // 1_000_000
            raise HTTPException(422, f"Yang bisa disimpan foto JPG, PNG, WEBP, atau GIF, paling besar {mb} MB.")
        await self.store.write(lambda tx: _daftarkan(tx, semua, self.clock.now()))
        return await self._terima(
            tujuan, request.query_params.get("id", ""), Masukan(teks=keterangan, foto=tuple(semua))
        )

    async def dokumen(self, request: Request) -> Response:
        """One, with its caption. What we do not take is said at once: nothing of it is kept."""
        tujuan = await self._wajib(request)
        async with request.form(max_files=1, max_fields=4) as form:
            berkas = form.get("dokumen")
            if not isinstance(berkas, UploadFile):
                raise HTTPException(422, "Belum ada dokumen yang terkirim. Silakan pilih dokumennya lagi.")
            isi = await berkas.read()
            kiriman = Dokumen(nama=rapikan_nama(berkas.filename or ""), waktu=self.clock.now())
            keterangan = str(form.get("keterangan") or "")[: self.web.limits.teks]
        masukan = tanpa_nomor(Masukan(teks=keterangan, dokumen=kiriman))
        dokumen = await self.inbox.keep_document(NAMA, tujuan, masukan.dokumen or kiriman, isi)
        if not dokumen.sidik:
            raise HTTPException(422, tolakan(dokumen))
        masukan = msgspec.structs.replace(masukan, dokumen=dokumen)
        return await self._terima(tujuan, request.query_params.get("id", ""), masukan)

    async def _terima(self, tujuan: str, id_: str, masukan: Masukan) -> Response:
        if not 8 <= len(id_) <= 64 or not id_.replace("-", "").isalnum():
            raise HTTPException(422, "Pesan itu belum bernomor. Silakan muat ulang halaman.")
        if wait := self._quota.take(tujuan):
            raise HTTPException(429, "Sebentar, ya. Pesannya beruntun sekali.", {"Retry-After": str(wait)})
        nama = "Tamu"
        await self.web.receive_from_page([Inbound(f"{tujuan}:{id_}", tujuan, nama, self.clock.now(), masukan)])
        return JSONResponse({"ok": True}, 202)

    # -- what is shown --------------------------------------------------------------------------------------------

    async def aliran(self, request: Request) -> Response:
        tujuan = await self._wajib(request)
        mulai = request.headers.get("last-event-id") or request.query_params.get("sejak") or "0"
        kursor = int(mulai) if mulai.isascii() and mulai.isdigit() and len(mulai) < 18 else 0
        return StreamingResponse(
            self._siarkan(tujuan, kursor), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
        )

    async def _siarkan(self, tujuan: str, kursor: int) -> AsyncIterator[bytes]:
        event = self.web.listen(tujuan)
        try:
            yield b"retry: 2000\n\n"
            while not self.web.stopped:
                event.clear()
                baru = await self.store.read(partial(_sesudah, tujuan=tujuan, kursor=kursor))
                for satu in baru:
                    kursor = satu.id
                    yield b"event: pesan\nid: %d\ndata: %s\n\n" % (satu.id, msgspec.json.encode(pesan_json(satu)))
                try:
                    async with asyncio.timeout(DETAK_BERSAMA if self.store.shared else DETAK):
                        await event.wait()
                except TimeoutError:
                    yield b": hidup\n\n"
        finally:
            self.web.unlisten(tujuan, event)

    async def lihat_foto(self, request: Request) -> Response:
        tujuan = await self._wajib(request)
        sidik = request.path_params["sidik"]
        try:
            jalur = self.gudang.jalur(sidik)
        except ValueError:
            raise HTTPException(404, "Foto itu tidak ada.") from None
        mime = await self.store.read(lambda tx: MediaQ(tx).mime(sidik) if WebQ(tx).memuat_foto(tujuan, sidik) else None)
        if mime is None or not await asyncio.to_thread(jalur.exists):
            raise HTTPException(404, "Foto itu tidak ada.")
        return FileResponse(jalur, media_type=mime, headers={"Cache-Control": "private, max-age=86400, immutable"})

    async def berkas(self, request: Request) -> Response:
        """Made when it is fetched, for the person whose chat it was sent to."""
        tujuan = await self._wajib(request)
        satu = await self.store.read(lambda tx: WebQ(tx).satu(tujuan, request.path_params["id"]))
        pesan = msgspec.json.decode(satu.isi, type=Pesan) if satu and satu.dari == "bot" else None
        if pesan is None or pesan.berkas is None:
            raise HTTPException(404, "Berkas itu tidak ada.")
        now = self.clock.now()
        try:
            isi = await make_file(self.store, NAMA, tujuan, pesan, self.world, now)
        except LookupError:  # what it is made from is gone, or no longer theirs to read
            raise HTTPException(404, "Berkas itu tidak ada.") from None
        cara = "inline" if pesan.berkas.gambar else "attachment"
        kepala = {"Content-Disposition": f'{cara}; filename="{pesan.berkas.nama}"'}
        return Response(isi, media_type=mime_berkas(pesan.berkas), headers=kepala)


def _sesudah(tx: Tx, tujuan: str, kursor: int) -> list[WebPesan]:
    return WebQ(tx).sesudah(tujuan, kursor)


def _daftarkan(tx: Tx, foto: Sequence[Foto], now: int) -> None:
    for satu in foto:
        MediaQ(tx).daftarkan(satu.sidik, satu.mime, satu.ukuran, now)


async def _galat(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"galat": error.detail}, error.status_code, dict(error.headers or {}))
