"""Many decisions at once: typed or pasted, one a line, shown as they were read, put right by number, saved together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from data.desa import Desa
from data.keputusan import IsiKeputusan
from data.musdes.musdes import Musdes
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt, Question
from handlers.dialog.questions.text import bersih
from handlers.dialog.questions.wrap import SELESAI
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.musdes.baca_putusan import baca_putusan, kelebihan_suara
from handlers.musdes.kartu import sesudah
from handlers.musdes.lama import lama_lebih_dulu
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.putusan import satu_putusan
from handlers.musdes.sebut import jenis_dari, sebut_putusan
from handlers.musdes.tanya import tanpa_nomor, tiap_baris

SIMPAN, PERBAIKI, SATU = "simpan", "perbaiki", "satu"
TERBANYAK = 60
NOMOR_BARIS = re.compile(r"(?:nomor |no\.? ?|perbaiki )?(\d{1,2})[.:)]? +(.+)", re.IGNORECASE | re.DOTALL)
HAPUS = re.compile(r"(?:hapus|buang) (?:nomor |no\.? ?)?(\d{1,2})", re.IGNORECASE)
CONTOH = "Rabat beton RT 03; PJ Kaur Perencanaan; tenggat 30/12; Rp45 juta DD; mufakat"


@dataclass(frozen=True)
class Putusan(Question[tuple[str, ...]]):
    """Lines so far wait in what is half-done; the answer is all of them. Nothing in it for one at a time."""

    hari: date
    hadir: int | None
    petunjuk: str = f"Satu baris satu keputusan. Contoh: {CONTOH}."

    def prompt(self, layar: Layar) -> Prompt:
        semua = _baris(layar)
        if not semua:
            return Prompt(f"Apa yang diputuskan? {self.petunjuk}", (Opsi("Satu per satu", SATU),))
        baca = "\n".join(f"{n}. {sebut_putusan(self._baca(b))}{self._salah(b)}" for n, b in enumerate(semua, start=1))
        return Prompt(
            f"Terbaca {len(semua)} keputusan:\n{baca}\n\nMau menambah, kirim saja barisnya.",
            (Opsi("Simpan semua", SIMPAN), Opsi("Perbaiki nomor …", PERBAIKI)),
        )

    def read(self, masukan: Masukan, layar: Layar) -> tuple[str, ...] | Belum:
        semua, kata = _baris(layar), (masukan.pilih or masukan.teks).strip()
        rapi = kata.lower().rstrip(".! …")
        if not semua and rapi in (SATU, "satu per satu", *SELESAI):
            return ()
        if semua and (rapi in (SIMPAN, "simpan semua", "ya") or rapi in SELESAI):
            return self._sah(tuple(semua))
        if semua and rapi in (PERBAIKI, "perbaiki nomor"):
            return Belum(
                semua, "Ketik nomor dan bunyi barunya, contoh: 2 Posyandu direhab; PJ Kasi Kesra. Atau: buang 2."
            )
        if masukan.pilih:
            raise Tolak(f"Tombol itu sudah lewat. {self.petunjuk}")
        return Belum(self._tulis(semua, bersih(kata)))

    def dump(self, nilai: tuple[str, ...]) -> Json:
        return list(nilai)

    def load(self, json: Json, layar: Layar) -> tuple[str, ...]:
        if not isinstance(json, list):
            raise Tolak(self.petunjuk)
        return self._sah(tuple(map(str, json)))

    def show(self, nilai: tuple[str, ...]) -> str:
        return f"{len(nilai)} keputusan"

    def lanjutan(self, json: Json) -> Json:
        return json

    def _tulis(self, semua: list[str], teks: str) -> list[str]:
        """A number of the list before a single line puts that line right; anything else is added."""
        if (cocok := HAPUS.fullmatch(teks)) and 0 < int(cocok[1]) <= len(semua):
            return [b for n, b in enumerate(semua, start=1) if n != int(cocok[1])]
        cocok = NOMOR_BARIS.fullmatch(teks) if "\n" not in teks else None
        if cocok and 0 < int(cocok[1]) <= len(semua):
            return [cocok[2].strip() if n == int(cocok[1]) else b for n, b in enumerate(semua, start=1)]
        baru = [b for b in tiap_baris(teks) if sum(h.isalnum() for h in b) > 2]
        if not baru:
            raise Tolak(self.petunjuk)
        if len(semua) + len(baru) > TERBANYAK:
            raise Tolak(
                f"Sekali simpan muat {TERBANYAK} keputusan. Simpan dulu yang {len(semua)}, lalu lanjutkan lagi."
            )
        return [*semua, *baru]

    def _sah(self, semua: tuple[str, ...]) -> tuple[str, ...]:
        for n, baris in enumerate(semua, start=1):
            if salah := kelebihan_suara(self._baca(baris), self.hadir):
                raise Tolak(f"Nomor {n}: {salah} Perbaiki dulu, contoh: {n} {sebaris(tanpa_nomor(baris), 40)}")
        return semua

    def _baca(self, baris: str) -> IsiKeputusan:
        return baca_putusan(baris, self.hari)

    def _salah(self, baris: str) -> str:
        salah = kelebihan_suara(self._baca(baris), self.hadir)
        return f"\n   ⚠ {salah}" if salah else ""


def _baris(layar: Layar) -> list[str]:
    return list(layar.sementara) if isinstance(layar.sementara, list) else []


@bagian(
    "musdes_keputusan",
    help="Keputusan musdes",
    kata=("keputusan", "keputusan musdes"),
    pengenal=frozenset({"nomor", "lewat"}),
)
def musdes_keputusan(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    if lama := lama_lebih_dulu(m, d, desa):
        return lama
    hari = date.fromisoformat(m.tanggal)
    semua = d.ask("keputusan", Putusan(hari, m.jumlah_hadir))
    if not semua:
        return satu_putusan(m, d, desa)
    simpan_semua(semua, m, desa)
    teks = f"{len(semua)} keputusan tersimpan. {simpan_titipan(m, titipan(d), desa)}".strip()
    return Kabar(sesudah(m, desa, teks), teks)


def simpan_semua(baris: tuple[str, ...], m: Musdes, desa: Desa) -> None:
    for satu in baris:
        isi = baca_putusan(satu, date.fromisoformat(m.tanggal))
        desa.keputusan.tambah(m.id, replace(isi, usulan=jenis_dari(m).usulan))
