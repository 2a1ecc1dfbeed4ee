"""The questions about a musyawarah that are like no other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from data.katalog.musdes import JenisMusdes, muat_musdes
from data.wilayah import Wilayah
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.baca.jam import RentangJam, baca_jam, baca_rentang
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.questions import Choice, Date, MultiChoice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.questions.text import Text, bersih
from handlers.dialog.tolak import Tolak
from handlers.isian import pembeda

JAM = re.compile(r"\d\d:\d\d")
AKHIR_TERBUKA = ("selesai", "selesai nanti", "sekarang", "belum selesai", "masih berjalan", "")
"""What people write for an end that nobody knows yet."""


def tanya_jenis(sering: Sequence[str]) -> Question[JenisMusdes]:
    """What this person records comes first."""
    urut = {kode: n for n, kode in enumerate(sering)}
    semua = sorted(muat_musdes().jenis, key=lambda j: urut.get(j.kode, len(urut)))
    pilihan = [Pilihan(j.kode, j.label, j, kata=(*j.kata, j.nama)) for j in semua]
    return Choice("Musyawarah apa?", pilihan, petunjuk="Pilih, atau ketik, contoh: musdes rkp, rembuk stunting, blt.")


def tanya_desa(dampingan: Sequence[Wilayah]) -> Question[Wilayah]:
    return Choice("Desa mana?", _desa(dampingan), petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def tanya_banyak_desa(dampingan: Sequence[Wilayah]) -> Question[tuple[Wilayah, ...]]:
    return MultiChoice("Desa mana saja?", _desa(dampingan), minimal=2)


def _desa(dampingan: Sequence[Wilayah]) -> list[Pilihan[Wilayah]]:
    ket = pembeda(dampingan)
    return [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in dampingan]


@dataclass(frozen=True)
class Hari(Date):
    """Today, last night, or one that is being prepared."""

    def prompt(self, layar: Layar) -> Prompt:
        hari = [(label, layar.hari_ini + timedelta(days=n)) for label, n in (("Hari ini", 0), ("Kemarin", -1))]
        return Prompt(self.kata, tuple(Opsi(label, h.isoformat()) for label, h in hari))


@dataclass(frozen=True)
class Jam(Question[str]):
    """'19:30', or '19:30-22:10' where the end is known."""

    kata: str
    petunjuk: str = "Contoh: 19.30, atau 19.30-22.10 kalau sudah selesai."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata)

    def read(self, masukan: Masukan, layar: Layar) -> str:
        teks = masukan.teks
        awal, _, akhir = rapikan(teks).lower().replace("s.d.", "-").replace("s/d", "-").rpartition("-")
        if awal and akhir.strip(" .") in AKHIR_TERBUKA:
            return ejaan(baca_jam(awal))
        try:
            return baca_rentang(teks).ke_json()
        except Tolak as rentang:
            try:
                return ejaan(baca_jam(teks))
            except Tolak:
                raise rentang from None

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        try:
            return RentangJam.dari_json(json).ke_json() if "-" in json else ejaan(baca_jam(json))
        except (ValueError, TypeError, Tolak):
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: str) -> str:
        return nilai.replace(":", ".").replace("-", "–")


@dataclass(frozen=True)
class JamSelesai(Question[str]):
    """'22:10', read beside the hour at which it began."""

    kata: str
    mulai: str
    usul: str = ""
    petunjuk: str = "Contoh: 22.10, atau 10 malam."

    def prompt(self, layar: Layar) -> Prompt:
        tombol = (Opsi(f"Sekarang ({self.usul.replace(':', '.')})", self.usul),) if self.usul else ()
        return Prompt(self.kata, tombol)

    def read(self, masukan: Masukan, layar: Layar) -> str:
        if masukan.pilih and not JAM.fullmatch(masukan.pilih):
            raise Tolak(self.petunjuk)
        teks = rapikan(masukan.pilih or masukan.teks).lower().removeprefix("selesai ")
        if self.usul and teks in ("sekarang", "baru saja"):
            teks = self.usul
        rentang = baca_rentang(f"{self.mulai.replace(':', '.')} - {teks}")
        return rentang.ke_json().rpartition("-")[2]

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        return self.read(Masukan(teks=str(json)), layar)

    def show(self, nilai: str) -> str:
        return nilai.replace(":", ".")


def ejaan(menit: int) -> str:
    return f"{menit // 60:02}:{menit % 60:02}"


def tanya_unsur(kata: str, utama: Sequence[str]) -> Suggest:
    """From which part of the village somebody is; the usual ones are buttons, any other is typed."""
    label = muat_musdes().label_unsur
    return Suggest(
        kata, petunjuk="Contoh: BPD, perangkat desa, atau LPMD.", minimal=2, maksimal=60, usul=tuple(map(label, utama))
    )


def kode_unsur(teks: str) -> str:
    """The code of what was typed, where it is exactly one's name; else the words: "Dinas PMD" is no kecamatan."""
    kata = lipat(teks)
    return next((u.kode for u in muat_musdes().unsur if kata in map(lipat, (u.kode, u.label, *u.kata))), teks)


def nama_unsur(teks: str) -> tuple[str, str]:
    """'Dadan, Dinas PMD' and 'Dadan (Dinas PMD)': name and unsur, the second '' when nobody told."""
    nama, koma, unsur = teks.strip().rstrip(")").partition("(") if "(" in teks else teks.strip().partition(",")
    return (nama.strip(" ,"), kode_unsur(unsur.strip())) if koma and unsur.strip() else (nama.strip(" ,"), "")


@dataclass(frozen=True)
class Baris(Text):
    """Several things in one message, one a line; numbers and dots before them are dropped."""

    tombol: tuple[Opsi, ...] = ()

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, self.tombol)

    def read(self, masukan: Masukan, layar: Layar) -> str:
        pilih = {o.nilai: o.nilai for o in self.tombol}.get(masukan.pilih)
        return pilih or self._periksa(bersih(masukan.teks))


def tiap_baris(teks: str) -> list[str]:
    """'1. Evaluasi' is 'Evaluasi'; '3 km jalan' stays as it is."""
    return [b for baris in teks.split("\n") if (b := tanpa_nomor(baris))]


def tanpa_nomor(baris: str) -> str:
    bersih_ = baris.strip().lstrip("•*–-—> ").strip()
    angka, titik, sisa = bersih_.partition(" ")
    return sisa.strip() if titik and angka[:-1].isdigit() and angka[-1] in ".)" else bersih_
