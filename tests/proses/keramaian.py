"""People who log their work, each by what stands on their own screen; one thread plays them all, in simulated time."""

from __future__ import annotations

import heapq
import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from queue import Empty, SimpleQueue
from random import Random
from typing import Any, Literal

from tests.telegram_server import Grup, Orang, TelegramServer

Cara = Literal["tempel", "sebaris", "tuntun"]
KIRIM = {"sendMessage", "sendDocument", "sendPhoto", "sendMediaGroup"}
PIKIR = (2.0, 20.0)
"""Simulated seconds from a message on the screen to what the person does about it."""
NOMOR = re.compile(r"Tersimpan #(K-\d+-\d+)")
JAWAB = {
    "Anda setuju?": "Setuju",
    "Kegiatan apa?": "Pantau fisik desa",
    "Di mana kegiatannya?": "Di desa",
    "Tanggal berapa?": "Kemarin",
    "Dari jam berapa": "09.00–11.00",
    "belum selesai. Mau dilanjutkan": "Teruskan mengisi",
}
"""Words on the screen, and the button they are answered with."""


@dataclass
class Pendamping:
    """Somebody with one entry to log, who does nothing that the bot did not ask for."""

    orang: Orang
    desa: str
    cara: Cara
    foto: list[bytes] = field(default_factory=list, repr=False)
    blokir_di: str = ""
    """The question that this person answers and then blocks the bot; '' for none."""
    terakhir: str = ""
    dilihat: int = 0
    nomor: set[str] = field(default_factory=set)
    ulang_foto: bool = False
    pergi: bool = False
    """Blocks the bot at the moment."""
    selesai: bool = False

    @property
    def hasil(self) -> str:
        return f"Rabat beton jalan desa selesai, laporan {self.orang.nama}."

    def mulai(self) -> None:
        if self.cara == "tuntun":
            self.orang.tulis("/catat")
        elif self.cara == "sebaris":
            self.orang.tulis(f"catat pantau fisik {self.desa} kemarin 9-11")
        else:
            self.orang.tulis(
                f"*Laporan Kegiatan*\nDesa: {self.desa}\nTanggal: kemarin\nJam: 09.00-11.00\n"
                f"Kegiatan: pantau fisik\nHasil: {self.hasil}"
            )

    def lihat(self) -> bool:
        """Answer what stands on the screen; True when this person now blocks the bot."""
        layar = self.orang.layar
        if self.pergi or not layar or layar[-1].message_id <= self.dilihat:
            return False
        self.dilihat, teks = layar[-1].message_id, layar[-1].teks
        if teks == self.terakhir and "kirim lagi" not in teks:
            return False  # the same once more, after a fault: it is answered already
        self.terakhir = teks
        self._jawab(teks, layar[-1].label)
        if self.blokir_di and self.blokir_di in teks:
            self.blokir_di = ""
            self.pergi = True
            self.orang.blokir()
        return self.pergi

    def kembali(self) -> None:
        self.pergi = False
        self.orang.buka()
        self.orang.tulis("menu")

    def _jawab(self, teks: str, label: list[str]) -> None:
        if cocok := NOMOR.search(teks):
            self.nomor.add(cocok[1])
            self.selesai = self.hasil in teks or "tidak dicatat dua kali" in teks
        elif "Sudah benar?" in teks:
            self.orang.tekan("+ Foto" if self.foto and "Foto:" not in teks else "Simpan")
        elif "Apa hasilnya?" in teks:
            self.orang.tulis(self.hasil)
        elif "Desa mana?" in teks:
            _ = self.orang.tekan(self.desa) if self.desa in label else self.orang.tulis(self.desa)
        elif f"{len(self.foto)} foto sudah masuk" in teks:
            self.orang.tekan("Selesai")
        elif "kirim fotonya" in teks or "Tolong kirim lagi" in teks:
            self.ulang_foto = self.ulang_foto or "kirim lagi" in teks
            self._kirim_foto()
        elif "Mau apa hari ini?" in teks:
            self._menu(label)
        else:
            for kata, tombol in JAWAB.items():
                if kata in teks:
                    self.orang.tekan(tombol)
                    return

    def _kirim_foto(self) -> None:
        if len(self.foto) == 1:
            self.orang.foto(self.foto[0])
        else:
            self.orang.album(self.foto)

    def _menu(self, label: list[str]) -> None:
        """Back after having blocked the bot: go on where it was left, or leave it, where nothing was left."""
        if "Teruskan: Catat kegiatan" in label:
            self.orang.tekan("Teruskan: Catat kegiatan")
        else:
            self.selesai = True


class Keramaian:
    """Everybody together. `sampai` holds what each chat was sent, in order, also what the bot does not know of."""

    def __init__(self, server: TelegramServer, pendamping: list[Pendamping], acak: Random) -> None:
        self.server = server
        self.pendamping = pendamping
        self.acak = acak
        self.sampai: dict[int, list[str]] = defaultdict(list)
        self._oleh = {satu.orang.id: satu for satu in pendamping}
        self._baru: SimpleQueue[int] = SimpleQueue()
        self._jadwal: list[tuple[float, int, Callable[[], None]]] = []
        self._urut = count()
        server.amati(self._terkirim)

    @property
    def kini(self) -> float:
        """Simulated seconds since the start."""
        return self.server.clock.monotonic()

    def pada(self, saat: float, apa: Callable[[], None]) -> None:
        heapq.heappush(self._jadwal, (saat, next(self._urut), apa))

    def datang(self, satu: Pendamping, saat: float) -> None:
        self.pada(saat, satu.mulai)

    def di_grup(self, grup: Grup, orang: Orang, teks: str, saat: float) -> None:
        self.pada(saat, lambda: _abaikan(grup.tulis(orang, teks)))

    def putar(self, sampai: float, cukup: Callable[[], bool] = lambda: False) -> None:
        """Until that moment, or until `cukup`, which is asked now and then."""
        tanya = 0.0
        while self.kini < sampai:
            self._terima()
            while self._jadwal and self._jadwal[0][0] <= self.kini:
                heapq.heappop(self._jadwal)[2]()
            if time.monotonic() > tanya:
                if cukup():
                    return
                tanya = time.monotonic() + 0.5
            time.sleep(0.01)

    @property
    def tenang(self) -> bool:
        """Nobody is about to do anything."""
        return not self._jadwal and self._baru.empty()

    def _terkirim(self, method: str, params: dict[str, Any], _hasil: Any) -> None:
        if method in KIRIM:
            self.sampai[params["chat_id"]].append(str(params.get("text") or params.get("caption") or ""))
            self._baru.put(params["chat_id"])

    def _terima(self) -> None:
        while True:
            try:
                satu = self._oleh.get(self._baru.get_nowait())
            except Empty:
                return
            if satu is not None:
                self.pada(self.kini + self.acak.uniform(*PIKIR), lambda satu=satu: self._lihat(satu))  # type: ignore[misc]

    def _lihat(self, satu: Pendamping) -> None:
        if satu.lihat():
            self.pada(self.kini + self.acak.uniform(20, 200), satu.kembali)


def _abaikan(_hasil: object) -> None:
    """A scheduled act returns nothing."""
