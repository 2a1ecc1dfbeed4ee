"""People of several levels in one chat world, and what reached them unasked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from data.orang import OrangQ
from data.undangan import UndanganQ
from data.wilayah import WilayahQ
from handlers.dialog.pesan import Pesan
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan

SUKAMAJU, MAYAK = f"{KECAMATAN}.2013", f"{KECAMATAN}.2007"
CIANJUR, JABAR, INDONESIA = "32.03", "32", "0"


class Rekan:
    """`orang` is somebody with these tasks, an address, and a chat."""

    def __init__(self) -> None:
        self.dunia = Dunia(TABEL)

    def orang(self, nama: str, *tugas: tuple[str, str], disahkan: bool = True) -> Obrolan:
        chat = self.dunia.orang(nama, peran=None)
        orang = OrangQ(self.dunia.tx)
        orang.pasang_alamat(chat.id, "uji", nama, self.dunia.kini)
        for peran, kode in tugas:
            if kode != INDONESIA:
                WilayahQ(self.dunia.tx).kenalkan_isi(kode)
            orang.tugaskan(chat.id, peran, kode, date(2026, 1, 1), disahkan=disahkan)
        return chat

    def berhenti(self, chat: Obrolan) -> None:
        """From yesterday on they have no task any more."""
        self.dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-19' WHERE orang_id = ?", (chat.id,))

    def undangan(self, oleh: Obrolan | None, peran: str, *kode: str, nama: str = "", siapa: Obrolan) -> str:
        q: UndanganQ = siapa.desa.undangan
        return q.buat(peran, kode, oleh.id if oleh else None, nama)[0]

    def kabar(self, chat: Obrolan) -> list[Pesan]:
        rows = self.dunia.tx.all("SELECT isi FROM outbox WHERE tujuan = ? ORDER BY id", (chat.nama,))
        return [msgspec.json.decode(row["isi"], type=Pesan) for row in rows]

    def tugas(self, chat: Obrolan) -> list[tuple[str, str, bool]]:
        return [(t.peran, t.wilayah, t.disahkan) for t in chat.desa.lingkup.tugas]

    def salah(self) -> dict[str, int]:
        rows = self.dunia.tx.all("SELECT apa, SUM(kali) AS kali FROM percobaan GROUP BY apa")
        return {row["apa"]: int(row["kali"]) for row in rows}


def tulis(chat: Obrolan, teks: Iterable[str]) -> None:
    for satu in teks:
        chat.tulis(satu)
