"""How many people came, and how many of them women and men."""

import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from handlers.dialog.baca.angka import NIHIL, dengan_angka, ejaan_angka, kira_kira
from handlers.dialog.baca.normal import inti, kumpulan, tanpa_sapaan
from handlers.dialog.tolak import Tolak

MAKSIMAL = 100_000


class Peserta(msgspec.Struct, frozen=True):
    """People counted: `l` men and `p` women are known together or not at all, and nobody is 0, 0, 0."""

    jumlah: int
    l: int | None  # noqa: E741  -- "L/P" is how every attendance list in the country writes it
    p: int | None

    def __post_init__(self) -> None:
        if not 0 <= self.jumlah <= MAKSIMAL:
            raise ValueError(f"jumlah {self.jumlah}")
        if self.l is None or self.p is None:
            if self.l is not self.p or self.jumlah == 0:
                raise ValueError("l and p come together")
        elif min(self.l, self.p) < 0 or self.l + self.p != self.jumlah:
            raise ValueError(f"{self.l} + {self.p} != {self.jumlah}")

    def __str__(self) -> str:
        orang = f"{ejaan_angka(self.jumlah)} orang"
        if self.jumlah == 0 or self.l is None or self.p is None:
            return orang
        return f"{orang} ({ejaan_angka(self.l)} L, {ejaan_angka(self.p)} P)"

    def ke_json(self) -> dict[str, int | None]:
        return {"jumlah": self.jumlah, "l": self.l, "p": self.p}

    @classmethod
    def dari_json(cls, isi: Mapping[str, object]) -> "Peserta":
        """Raises ValueError for anything that `ke_json` cannot have written."""
        try:
            return msgspec.convert(isi, cls)
        except msgspec.ValidationError as salah:
            raise ValueError(str(salah)) from salah


class _Sebutan(NamedTuple):
    """The numbers in one way of reading the text; what is not said is None."""

    jumlah: int | None
    laki: int | None
    perempuan: int | None


_CONTOH = "Contoh: 34, 22 L 12 P atau 34 (12 P)"
_TIDAK_ADA = NIHIL | {f"{nihil} {siapa}" for nihil in NIHIL for siapa in ("orang", "peserta", "yang hadir")}

# "laki2" is the doubled word, but in "laki22" the number is 22.
_LAKI = re.compile(
    r"(?<![a-z])(?:laki ?- ?laki|laki laki|laki2(?!\d)|lk2(?!\d)|laki|lelaki|lk|pria|cowok|cowo"
    r"|bapak ?- ?bapak|bapak2(?!\d)|bpk2(?!\d)|bapak|bpk)(?:nya)?(?![a-z])"
)
_PEREMPUAN = re.compile(
    r"(?<![a-z])(?:perempuan|prempuan|perempuaan|prmpuan|prmpn|pr|wanita|cewek|cewe"
    r"|ibu ?- ?ibu|ibu2(?!\d)|ibu)(?:nya)?(?![a-z])"
)
_ANGKA_TITIK = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")
_ASING = re.compile(r"[^a-z0-9 ,;:()/+=&.'\"-]")
_NEGATIF = re.compile(r"(?:^|\() ?-")
_SEMUA = kumpulan("semua semuanya saja aja doang")
_LEWATKAN = kumpulan(
    "orang org orng ada hadir yang yg peserta pesertanya total totalnya jumlah jumlahnya dan serta dengan dgn terdiri "
    "dari dr atas warga jiwa anggota kader hadirin termasuk diantaranya di antaranya sebanyak cuma hanya"
)


def baca_peserta(teks: str) -> Peserta:
    """A head count, with men and women where they are named: "34", "22 L 12 P", "34 (12 P)", "nihil"."""
    bersih = dengan_angka(tanpa_sapaan(inti(teks)))
    if bersih in _TIDAK_ADA:
        return Peserta(0, 0, 0)
    bersih = _PEREMPUAN.sub(" p ", _LAKI.sub(" l ", bersih))
    if kira_kira(bersih):
        raise Tolak(f"Tulis jumlah yang dihitung, ya, satu angka pasti. {_CONTOH}")
    kata, semua = _kata(bersih)
    tafsir = list(filter(None, (_sebutan(kata, angka_dulu=True), _sebutan(kata, angka_dulu=False))))
    if semua:
        tafsir = [_semua_sama(t) for t in tafsir]
    if not tafsir:
        raise _belum_terbaca(kata)
    return _satu_hasil(tafsir)


def _kata(teks: str) -> tuple[list[str], bool]:
    """Only the numbers and the words "l" and "p", in order; and whether "semua" was said."""
    if _ASING.search(teks) or _NEGATIF.search(teks):
        raise _belum_terbaca([])
    semua_kata = re.findall(r"\d+|[a-z]+", _ANGKA_TITIK.sub(lambda m: m[0].replace(".", ""), teks))
    kata = [k for k in semua_kata if k not in _LEWATKAN and k not in _SEMUA]
    if not all(k.isdigit() or k in {"l", "p"} for k in kata):
        raise _belum_terbaca([])
    return kata, not _SEMUA.isdisjoint(semua_kata)


def _sebutan(kata: list[str], *, angka_dulu: bool) -> _Sebutan | None:
    """Pair each L and P with the number before it, or with the one after; a number left alone is the total."""
    ada: dict[str, int] = {}
    i = 0
    while i < len(kata):
        pasangan = kata[i : i + 2] if angka_dulu else kata[i : i + 2][::-1]
        if len(pasangan) == 2 and pasangan[0].isdigit() and not pasangan[1].isdigit():
            angka, siapa = pasangan
            i += 2
        else:
            angka, siapa = kata[i], "jumlah"
            i += 1
        if not angka.isdigit() or siapa in ada:
            return None
        ada[siapa] = int(angka)
    return _Sebutan(ada.get("jumlah"), ada.get("l"), ada.get("p")) if ada else None


def _semua_sama(s: _Sebutan) -> _Sebutan:
    """ "12 P semua": then there were no men."""
    if s.jumlah is not None:
        return s
    return _Sebutan(None, s.laki or 0, s.perempuan or 0)


def _satu_hasil(tafsir: list[_Sebutan]) -> Peserta:
    hasil: set[Peserta] = set()
    tolakan: list[Tolak] = []
    for s in sorted(tafsir, key=lambda s: -(s.jumlah or 0)):
        try:
            hasil.add(_hitung(s))
        except Tolak as tolak:
            tolakan.append(tolak)
    if len(hasil) == 1:
        return hasil.pop()
    if hasil:
        raise Tolak("Mana jumlahnya, mana L dan P-nya? Contoh: 34 orang (22 L, 12 P)")
    raise tolakan[0]


def _hitung(s: _Sebutan) -> Peserta:
    if max(s.jumlah or 0, (s.laki or 0) + (s.perempuan or 0)) > MAKSIMAL:
        raise Tolak(f"Yang bisa dicatat sampai {ejaan_angka(MAKSIMAL)} orang. {_CONTOH}")
    if s.jumlah is None:
        return _dari_bagian(s)
    if s.laki is None and s.perempuan is None:
        return Peserta(s.jumlah, None, None) if s.jumlah else Peserta(0, 0, 0)
    laki = s.jumlah - (s.perempuan or 0) if s.laki is None else s.laki
    perempuan = s.jumlah - laki if s.perempuan is None else s.perempuan
    if min(laki, perempuan) < 0:
        raise Tolak(f"{max(laki, perempuan)} itu lebih banyak dari jumlahnya, {s.jumlah}. {_CONTOH}")
    if laki + perempuan != s.jumlah:
        raise Tolak(f"{laki} L + {perempuan} P = {laki + perempuan}, bukan {s.jumlah}. Contoh: {laki} L {perempuan} P")
    return Peserta(s.jumlah, laki, perempuan)


def _dari_bagian(s: _Sebutan) -> Peserta:
    if s.perempuan is None:
        raise Tolak(f"L {s.laki}, lalu P berapa? Contoh: {s.laki} L 12 P atau {s.laki} L 0 P")
    if s.laki is None:
        raise Tolak(f"P {s.perempuan}, lalu L berapa? Contoh: 22 L {s.perempuan} P atau 0 L {s.perempuan} P")
    return Peserta(s.laki + s.perempuan, s.laki, s.perempuan)


def _belum_terbaca(kata: list[str]) -> Tolak:
    if len(kata) == 2 and all(map(str.isdigit, kata)) and sum(map(int, kata)) <= MAKSIMAL:
        a, b = kata
        return Tolak(f"Mana yang L, mana yang P? Contoh: {a} L {b} P atau {b} L {a} P")
    return Tolak(f"Jumlah pesertanya belum terbaca. {_CONTOH}")
