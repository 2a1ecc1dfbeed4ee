"""The terminal, and pipes: a line in, a message out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

from bot.channels.contract import Inbound, Kiriman, Limits, Pace, Receive, SendError
from bot.clock import Clock
from data.dokumen_jenis import rapikan_nama
from handlers.dialog.masukan import Dokumen, Foto, Lokasi, Masukan
from handlers.dialog.pesan import Pesan

NAMA = "console"
FOTO = re.compile(r"\(foto:\s*(.+?)\s*\)\s*(.*)", re.DOTALL)
DOKUMEN = re.compile(r"\(dokumen:\s*(.+?)\s*\)\s*(.*)", re.DOTALL)
LOKASI = re.compile(r"\(lokasi:\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)")


class Console:
    """One person. Typing a button's label taps it; `(foto: path)`, `(dokumen: path)` and `(lokasi: lat, lon)` send
    those."""

    nama = NAMA
    limits = Limits(teks=1_000_000, label=1_000, tombol=1_000, berkas=1_000_000_000)
    pace = Pace()
    butuh_berkas = True
    berhenti = ""

    def __init__(
        self,
        tujuan: str,
        nama: str,
        clock: Clock,
        folder: Path,
        *,
        baca: Callable[[], str],
        tulis: Callable[[str], None],
    ) -> None:
        """`baca` returns a line with its end, '' at the end of input; `tulis` prints. Files are put into `folder`."""
        self._tujuan = tujuan
        self._nama = nama
        self._clock = clock
        self._folder = folder
        self._baca = baca
        self._tulis = tulis
        self._layar: Pesan | None = None
        self._nomor = 0
        self.answered = asyncio.Event()

    async def run(self, receive: Receive) -> None:
        """Until the end of input. A line is taken only when the one before it has been answered."""
        while line := await asyncio.to_thread(self._baca):
            masukan = self.parse(line.rstrip("\n"))
            self.answered.clear()
            self._nomor += 1
            ext_id = f"{self._tujuan}:{self._clock.now()}:{self._clock.monotonic()}:{self._nomor}"
            await receive([Inbound(ext_id, self._tujuan, self._nama, self._clock.now(), masukan)])
            await self.answered.wait()

    def parse(self, line: str) -> Masukan:
        teks = line.replace("\\n", "\n")  # a pasted block on one line
        if foto := FOTO.fullmatch(teks.strip()):
            return Masukan(teks=foto[2], foto=(Foto(rujukan=foto[1], waktu=self._clock.now()),))
        if dokumen := DOKUMEN.fullmatch(teks.strip()):
            kiriman = Dokumen(rujukan=dokumen[1], nama=rapikan_nama(dokumen[1]), waktu=self._clock.now())
            return Masukan(teks=dokumen[2], dokumen=kiriman)
        if lokasi := LOKASI.fullmatch(teks.strip()):
            return Masukan(lokasi=Lokasi(float(lokasi[1]), float(lokasi[2])))
        return Masukan(tombol=data) if (data := self._ketuk(teks)) else Masukan(teks=teks)

    def _ketuk(self, teks: str) -> str:
        """The data of the button on screen with exactly this label."""
        if self._layar is None:
            return ""
        rapi = teks.strip().strip("[]").lower()
        semua = [(t.label, t.data) for t in self._layar.tombol] + [(b.label, b.data) for b in self._layar.daftar]
        return next((data for label, data in semua if label.lower() == rapi), "")

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        self._layar = kiriman.pesan
        self._tulis(draw(kiriman.pesan))
        for jalur in kiriman.foto:
            self._tulis(f"(berkas: {jalur})\n")
        if kiriman.berkas is not None and kiriman.pesan.berkas:
            tempat = self._folder / Path(kiriman.pesan.berkas.nama).name
            await asyncio.to_thread(tempat.parent.mkdir, parents=True, exist_ok=True)
            await asyncio.to_thread(tempat.write_bytes, kiriman.berkas)
            self._tulis(f"(berkas: {tempat})\n")
        self.answered.set()
        return str(kiriman.id)

    async def sibuk(self, tujuan: str) -> None:
        return

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        return

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        try:
            return await asyncio.to_thread(_baca_berkas, kiriman.rujukan)
        except OSError as error:
            raise SendError("tetap", error.strerror or "cannot read") from None

    async def close(self) -> None:
        """Nothing is open."""


def _baca_berkas(rujukan: str) -> bytes:
    return Path(rujukan).expanduser().read_bytes()


def draw(pesan: Pesan) -> str:
    """Text, then `- list rows`, then `[buttons]`; an empty line ends a message."""
    baris = [pesan.judul] if pesan.judul else []
    baris.append(pesan.teks)
    baris += [f"- {b.label}" + (f" ({b.ket})" if b.ket else "") for b in pesan.daftar]
    if pesan.tombol:
        baris.append(" ".join(f"[{t.label}]" for t in pesan.tombol))
    return "\n".join(baris) + "\n\n"
