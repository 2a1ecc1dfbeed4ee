"""Where a role is given: of few places a list, of many a search, and for some roles several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from data.lingkup import SEMUA_WILAYAH, TINGKAT, mencakup
from data.orang import PD, PLD, TEKNIS
from data.wilayah import DESA, KABUPATEN, KECAMATAN, PROVINSI, Temuan, Wilayah, cari_desa, cari_wilayah
from data.wilayah.cakupan import tempat_di
from handlers.bergabung.cari_tempat import CariTempat
from handlers.bergabung.sebut_tugas import tempat
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Json
from handlers.dialog.question import Layar
from handlers.dialog.questions import Choice, MultiChoice, Pilihan
from handlers.dialog.tolak import Tolak
from handlers.isian import pembeda

BANYAK = (PLD, PD, TEKNIS)
"""Roles that are often given for several places."""
TERBANYAK = 12
SEDAFTAR = 40
"""Up to so many places are a list to tap on; of more, the name is typed."""
DI_MANA_SAJA = frozenset({SEMUA_WILAYAH})
KUNCI = {DESA: "desa", KECAMATAN: "kecamatan", KABUPATEN: "kabupaten", PROVINSI: "provinsi"}
TANYA = {
    DESA: "Desa mana yang didampingi?",
    KECAMATAN: "Di kecamatan mana?",
    KABUPATEN: "Di kabupaten atau kota mana?",
    PROVINSI: "Di provinsi mana?",
}
KETIK = {
    DESA: "Ketik nama desa dan kecamatannya",
    KECAMATAN: "Ketik nama kecamatan dan kabupatennya",
    KABUPATEN: "Ketik nama kabupatennya",
    PROVINSI: "Ketik nama provinsinya",
}
CONTOH = {DESA: "sukamaju cibeber", KECAMATAN: "cibeber cianjur", KABUPATEN: "cianjur", PROVINSI: "jawa barat"}


@dataclass(frozen=True)
class CariDi(CariTempat):
    """Only places in `akar`: also of a button made up by hand."""

    akar: frozenset[str] = DI_MANA_SAJA

    def load(self, json: Json, layar: Layar) -> str:
        kode = super().load(json, layar)
        if not any(mencakup(satu, kode) for satu in self.akar):
            raise Tolak(f"Tempat itu di luar wilayah tugas Anda. {self.petunjuk}")
        return kode


def tanya_tempat(d: Dialog, peran: str, akar: Iterable[str] = DI_MANA_SAJA, *, daftar: bool = False) -> list[str]:
    """Codes of the places of this role, in `akar`; as a list where `daftar` and they are few."""
    tingkat, di = TINGKAT[peran], frozenset(akar)
    if tingkat == 0:
        return [SEMUA_WILAYAH]
    if daftar and (semua := tempat_di(di, tingkat, SEDAFTAR)):
        return _dari_daftar(d, peran, semua)
    if peran not in BANYAK:
        return [d.ask(KUNCI[tingkat], _cari(tingkat, di, TANYA[tingkat]))]
    jawaban = d.ask_many(
        KUNCI[tingkat], lambda sudah: _cari(tingkat, di, TANYA[tingkat], sudah), minimal=1, maksimal=TERBANYAK
    )
    return list(dict.fromkeys(jawaban))


def _dari_daftar(d: Dialog, peran: str, semua: tuple[Wilayah, ...]) -> list[str]:
    tingkat = TINGKAT[peran]
    ket = pembeda(semua)
    pilihan = [Pilihan(w.kode, w.nama, w.kode, ket[w.kode]) for w in semua]
    if peran in BANYAK:
        kata = f"{TANYA[tingkat]} Ketuk satu per satu, lalu Selesai."
        dipilih: tuple[str, ...] = d.ask(KUNCI[tingkat], MultiChoice(kata, pilihan))
        return list(dipilih)
    return [d.ask(KUNCI[tingkat], Choice(TANYA[tingkat], pilihan))]


def _cari(tingkat: int, di: frozenset[str], kata: str, sudah: Iterable[str] = ()) -> CariDi:
    if sudah:
        kata = f"Sudah: {', '.join(w.nama for w in tempat(sudah))}. Ada lagi? Kalau sudah semua, ketik selesai."
    else:
        kata = f"{kata} {KETIK[tingkat]}."
    return CariDi(kata, tingkat, _pencari(tingkat, di), f"{KETIK[tingkat]}, contoh: {CONTOH[tingkat]}.", di)


def _pencari(tingkat: int, di: frozenset[str]) -> Callable[[str], Temuan]:
    def cari(teks: str) -> Temuan:
        temuan = CARI[tingkat](teks)
        return Temuan(tuple(k for k in temuan.kode if any(mencakup(a, k) for a in di)), temuan.persis)

    return cari


def cari_kecamatan(teks: str) -> Temuan:
    """By its own name; failing that by one of its villages."""
    temuan = cari_wilayah(teks, KECAMATAN)
    if temuan.jumlah and temuan.persis:
        return temuan
    lewat_desa = cari_desa(teks)
    if temuan.jumlah and not lewat_desa.persis:
        return temuan
    return Temuan(tuple(dict.fromkeys(k.rpartition(".")[0] for k in lewat_desa.kode)), lewat_desa.persis)


CARI: dict[int, Callable[[str], Temuan]] = {
    DESA: cari_desa,
    KECAMATAN: cari_kecamatan,
    KABUPATEN: lambda teks: cari_wilayah(teks, KABUPATEN),
    PROVINSI: lambda teks: cari_wilayah(teks, PROVINSI),
}
