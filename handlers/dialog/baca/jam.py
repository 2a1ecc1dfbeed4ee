"""From when to when: one span of local time."""

import re
from typing import NamedTuple

import msgspec

from handlers.dialog.baca.angka import dengan_angka
from handlers.dialog.baca.normal import inti, tanpa_sapaan
from handlers.dialog.tolak import Tolak

SEHARI = 1440
# Longer than this is more likely a slip of the thumb than a day's work.
TERLAMA = 16 * 60
# Where the end nearest in time is taken ("9 pagi - 2", "20-1"), it is not taken from further away than this.
TERLAMA_DISIMPULKAN = 10 * 60


class RentangJam(msgspec.Struct, frozen=True):
    """Minutes after local midnight of the first day; `selesai` passes 1440 when the night was crossed."""

    mulai: int
    selesai: int

    def __post_init__(self) -> None:
        if not 0 <= self.mulai < SEHARI or not 0 < self.selesai - self.mulai < SEHARI:
            raise ValueError(f"{self.mulai}-{self.selesai}")

    @property
    def menit(self) -> int:
        return self.selesai - self.mulai

    def __str__(self) -> str:
        return f"{_ejaan_jam(self.mulai)}–{_ejaan_jam(self.selesai)}"

    def ke_json(self) -> str:
        return f"{_ejaan_jam(self.mulai, ':')}-{_ejaan_jam(self.selesai, ':')}"

    @classmethod
    def dari_json(cls, isi: str) -> "RentangJam":
        """From "HH:MM-HH:MM", where an end before its start is the next day's. Raises ValueError."""
        cocok = re.fullmatch(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)", isi, re.ASCII)
        if cocok is None:
            raise ValueError(isi)
        jam_mulai, menit_mulai, jam_selesai, menit_selesai = map(int, cocok.groups())
        mulai = jam_mulai * 60 + menit_mulai
        return cls(mulai, mulai + (jam_selesai * 60 + menit_selesai - mulai) % SEHARI)


def _ejaan_jam(menit: int, pemisah: str = ".") -> str:
    jam, sisa = divmod(menit % SEHARI, 60)
    return f"{jam:02}{pemisah}{sisa:02}"


def ejaan_durasi(menit: int) -> str:
    jam, sisa = divmod(menit, 60)
    if jam and sisa:
        return f"{jam} jam {sisa} menit"
    return f"{jam} jam" if jam else f"{sisa} menit"


class _Jam(NamedTuple):
    """A time as typed. `bagian` is the part of the day said with it, `tegas` that it was written as a 24-hour time."""

    menit: int
    bagian: str
    tegas: bool


# Hours that go by each name. 12 malam is midnight; "12 pagi" and "9 sore" are nobody's time.
_BAGIAN_HARI = {
    "subuh": range(7),
    "pagi": range(1, 12),
    "siang": range(10, 16),
    "sore": range(14, 19),
    "malam": (18, 19, 20, 21, 22, 23, 0, 1, 2, 3),
    "am": range(12),
    "pm": range(12, 24),
}
_SEBUTAN = {
    **dict.fromkeys(("jm", "pukul", "pkl", "pk"), "jam"),
    **dict.fromkeys(("sampai", "smpai", "smp", "sampe", "hingga", "sd", "ke"), "-"),
    **dict.fromkeys(("dari", "dr", "sejak"), "mulai"),
    **dict.fromkeys(("wib", "wita", "wit", "sekitar"), ""),
    **dict.fromkeys(("mlm", "malem"), "malam"),
    "pg": "pagi",
    "petang": "sore",
    "sejam": "1 jam",
    "stgh": "setengah",
}
_SAMPAI = re.compile(r"\bsampai dengan\b|\bs ?[./] ?d\b\.?|[~→]|-+>?")
_BATAS_HURUF = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])\.?(?=\d)|(?<=[a-z])\.|[()]|,(?!\d)")
_RAPAT = re.compile(r"(?<![\d.:,])(\d{1,2})(\d{2})(?![\d.:,]| menit)")
_JAM = re.compile(rf"(?:jam )*(setengah )?(\d{{1,2}})(?:[.:,](\d{{2}}))?(?: ({'|'.join(_BAGIAN_HARI)}))?")
_LAMA = re.compile(r"(?=.)(?:(\d{1,2})([.,]5)? jam)?(?: ?(\d{1,3}) menit)?")
_SELAMA = re.compile(r"(?:mulai )?(?P<mulai>.+) selama (?P<lama>.+)|(?P<lama2>.+(?:jam|menit)) mulai (?P<mulai2>.+)")

_CONTOH = "Contoh: 09.00-11.30 atau 19.30-22.00"


def baca_rentang(teks: str) -> RentangJam:
    """Both ends of the time: "9-11", "pukul 19.30 s.d. 22.00", "8 pagi - 12 siang", "jam 9 selama 2 jam".

    Morning or afternoon is never guessed: "1-3" and "9-1" are asked. A word on one end serves both ("1-3 sore").
    """
    bersih = _sederhanakan(teks)
    if cocok := _SELAMA.fullmatch(bersih):
        return _selama(cocok["mulai"] or cocok["mulai2"], cocok["lama"] or cocok["lama2"])
    mulai, *sisa = (_satu_jam(ujung) for ujung in bersih.removeprefix("mulai ").split(" - "))
    if mulai is None or len(sisa) > 1:
        raise Tolak(f"Jamnya belum terbaca. Tulis mulai dan selesainya, ya. {_CONTOH}")
    if not sisa or sisa[0] is None:
        raise Tolak(f"Selesainya jam berapa? Tulis mulai dan selesainya, ya. {_CONTOH}")
    return _pasangkan(mulai, sisa[0])


def baca_jam(teks: str) -> int:
    """One time, in minutes after midnight: "19.30", "jam 8 malam". Morning or afternoon is never guessed."""
    jam = _satu_jam(_sederhanakan(teks).removeprefix("mulai "))
    if jam is None:
        raise Tolak(f"Jamnya belum terbaca. {_CONTOH}")
    _pastikan_mulai(jam)
    return jam.menit


def _sederhanakan(teks: str) -> str:
    """The same words in one spelling: "Pkl. 0900 s/d 11.30WIB" is "jam 09.00 - 11.30"."""
    teks = dengan_angka(tanpa_sapaan(inti(teks))).replace("kira-kira", "").replace("dini hari", "subuh")
    teks = _BATAS_HURUF.sub(" ", _SAMPAI.sub(" - ", teks))
    teks = " ".join(_SEBUTAN.get(kata, kata) for kata in teks.split())
    teks = re.sub(r"\b(\d) setengah jam\b", r"\1,5 jam", teks).replace("setengah jam", "30 menit")
    teks = re.sub(r"\bjam setengah$", "jam 30 menit", _RAPAT.sub(r"\1.\2", teks))
    return " ".join(teks.split()).rstrip(" -")


def _satu_jam(teks: str) -> _Jam | None:
    cocok = _JAM.fullmatch(teks)
    if cocok is None:
        return None
    setengah, angka_jam, angka_menit, bagian = cocok.groups("")
    jam, menit = int(angka_jam), int(angka_menit or 0)
    if jam > 24 or (jam == 24 and menit) or menit > 59:
        raise Tolak(f"Jam {jam}.{menit:02} tidak ada. {_CONTOH}")
    if setengah:
        if angka_menit or not 1 <= jam <= 12:
            return None
        jam, menit = jam - 1 or 12, 30
    if bagian:
        return _Jam(_jam_pada(jam, bagian) * 60 + menit, bagian, tegas=True)
    tegas = jam in {0, *range(13, 25)} or (len(angka_jam) == 2 and angka_menit != "")
    return _Jam(jam % 24 * 60 + menit, "", tegas)


def _jam_pada(jam: int, bagian: str) -> int:
    """8 malam is 20: the one hour on the clock's face that goes by this name."""
    for calon in (jam % 24, (jam + 12) % 24):
        if calon in _BAGIAN_HARI[bagian] and (1 <= jam <= 12 or calon == jam % 24):
            return calon
    raise Tolak(f"Jam {jam} {bagian} itu jam berapa, ya? {_CONTOH}")


def _pasangkan(mulai: _Jam, selesai: _Jam) -> RentangJam:
    if mulai.bagian or selesai.bagian:
        return _terdekat(mulai, selesai)
    _pastikan_mulai(mulai)
    lama = (selesai.menit - mulai.menit) % SEHARI
    if selesai.menit < mulai.menit and not selesai.tegas and lama > TERLAMA_DISIMPULKAN:
        raise Tolak("Selesainya siang, sore, atau malam? Contoh: 9-13, 9 pagi - 5 sore atau 21.00-01.00")
    return _rentang(mulai.menit, lama)


def _terdekat(mulai: _Jam, selesai: _Jam) -> RentangJam:
    """With a part of the day on one end, the other is the hour that makes the shorter span: "8-10 malam" is 20-22."""
    pilihan = [(m, (s - m) % SEHARI) for m in _kemungkinan(mulai) for s in _kemungkinan(selesai)]
    menit, lama = min(pilihan, key=lambda p: p[1] or SEHARI)
    if len(pilihan) > 1 and lama > TERLAMA_DISIMPULKAN:
        raise Tolak("Pagi atau malam, ya? Tulis di keduanya. Contoh: 9 pagi - 1 siang atau 8 malam - 10 malam")
    return _rentang(menit, lama)


def _kemungkinan(jam: _Jam) -> tuple[int, ...]:
    if jam.bagian or (jam.tegas and not 10 * 60 <= jam.menit < 13 * 60):
        return (jam.menit,)
    return (jam.menit, (jam.menit + SEHARI // 2) % SEHARI)


def _pastikan_mulai(mulai: _Jam) -> None:
    if not mulai.tegas and mulai.menit < 5 * 60:
        raise Tolak("Mulainya pagi atau siang? Contoh: 13-15, 1-3 siang atau 01.00-03.00")


def _selama(teks_mulai: str, teks_lama: str) -> RentangJam:
    mulai, lama = _satu_jam(teks_mulai), _LAMA.fullmatch(teks_lama)
    if mulai is None or lama is None:
        raise Tolak("Jamnya belum terbaca. Contoh: jam 9 selama 2 jam atau 09.00-11.00")
    _pastikan_mulai(mulai)
    jam, separuh, menit = lama.groups()
    return _rentang(mulai.menit, int(jam or 0) * 60 + (30 if separuh else 0) + int(menit or 0))


def _rentang(mulai: int, lama: int) -> RentangJam:
    if lama == 0:
        raise Tolak(f"Mulai dan selesainya sama-sama {_ejaan_jam(mulai)}. Boleh dicek lagi? {_CONTOH}")
    if lama > TERLAMA:
        raise Tolak(f"Mulai {_ejaan_jam(mulai)} lamanya jadi {ejaan_durasi(lama)}. Boleh dicek lagi? {_CONTOH}")
    return RentangJam(mulai, mulai + lama)
