"""From when to when. One hour alone is no answer, and neither is "sampai selesai"."""

from __future__ import annotations

import re
from itertools import islice

from handlers.dialog.baca.angka import dengan_angka
from handlers.dialog.baca.jam import baca_rentang
from handlers.dialog.tolak import Tolak
from handlers.tempel.naskah import Naskah
from handlers.tempel.tanggal import tanpa_tanggal
from handlers.tempel.temuan import NIHIL, Temuan, satu

TERBANYAK = 6

_SEBUTAN = r"(?:\b(?:pukul|jam|pkl|jm|pk)\b[. ]{0,2})"
_BAGIAN = r"(?: ?\b(?:wib|wita|wit|pagi|siang|sore|malam|mlm|malem|petang|subuh|pg)\b){0,2}"
_SATU = r"(?:setengah )?\d{1,2}(?:[.:,]\d{2})?"
_SAMPAI = r" ?(?:-+>?|~|→|s ?[./]? ?d\b\.?|sampai(?: dengan| dgn)?|smp|sampe|hingga) ?"
_LAMA = r"(?:\d{1,2}(?:[.,]5)? jam(?: \d{1,2} menit)?|\d{1,3} menit|setengah jam|sejam)"
_UJUNG = rf"{_SEBUTAN}?{_SATU}{_BAGIAN}"
# A unit behind the second number makes it an amount: "30-35 orang", "1-2 km".
_RENTANG = re.compile(
    r"(?<![\d.,:/-])(?<!setengah )(?<!seperempat )(?<!lewat )(?<!kurang )"
    rf"(?:{_UJUNG}{_SAMPAI}{_UJUNG}"
    rf"|{_SEBUTAN}\d{{4}}{_BAGIAN}{_SAMPAI}{_SEBUTAN}?\d{{4}}{_BAGIAN}"
    rf"|{_UJUNG} selama {_LAMA})"
    r"(?![\d/%]|[.,:]\d| ?-? ?\d| ?-?(?:an|orang|org|persen|tahun|thn|bulan|bln|hari|minggu|kali|meter|m|km|kg|juta|jt"
    r"|ribu|rb|dusun|rt|rw|kpm|unit|titik|usulan|balita|kk|ha|ton|(?:peserta|hadir)(?! \d)|[lp])\b)"
)
_MULAI_SELESAI = re.compile(
    rf"mulai (?:pada )?({_UJUNG}),? (?:dan |lalu )?(?:selesai|berakhir|ditutup|sampai)(?: pada)? ({_UJUNG})"
)
_JELAS = re.compile(
    rf"\d[.:,]\d{{2}}|{_SEBUTAN}|\b(?:wib|wita|wit|pagi|siang|sore|malam|mlm|malem|petang|subuh)\b|selama"
)
_BUKAN_JAM = re.compile(
    r"\b(?:rt|rw|dusun|dsn|pasal|ayat|nomor|no|usia|umur|tahun|ta|kelas|hal|halaman|ke|minggu|bulan|tahap|bidang|poin"
    r"|peserta|hadir|dihadiri|usulan|tw|triwulan|semester|kp|blok|rp|skor|nilai|uu|permendes|pmk|desil)\b[. ]*$"
)


def jam_kegiatan(naskah: Naskah, *, sebaris: bool) -> Temuan:
    """`sebaris`: the text is one line, where "9-11" can only be hours."""
    berlabel = _berlabel(naskah)
    if berlabel is not None:
        return satu(berlabel) if all(berlabel) else NIHIL
    terbaca = baca_semua(tanpa_tanggal(naskah.kalimat), polos_boleh=sebaris)
    return satu(filter(None, terbaca)) if all(terbaca) else NIHIL


def baca_semua(teks: str, *, polos_boleh: bool) -> list[str]:
    """The spans in a folded text as they are stored; "" for one that could not be read."""
    return [_coba(potong) for potong in potongan(teks, polos_boleh=polos_boleh)]


def potongan(teks: str, *, polos_boleh: bool) -> list[str]:
    teks = dengan_angka(teks)
    if cocok := _MULAI_SELESAI.search(teks):
        return [f"{cocok[1]} - {cocok[2]}"]
    semua = islice(_RENTANG.finditer(teks), TERBANYAK)
    return [m[0] for m in semua if _JELAS.search(m[0]) or (polos_boleh and not _di_belakang_lain(teks, m))]


def tanpa_jam(teks: str) -> str:
    return _RENTANG.sub(" | ", dengan_angka(teks))


def _di_belakang_lain(teks: str, cocok: re.Match[str]) -> bool:
    """ "dusun 1-3" and "usia 9-11" are no hours."""
    return _BUKAN_JAM.search(teks, max(0, cocok.start() - 15), cocok.start()) is not None


def _berlabel(naskah: Naskah) -> list[str] | None:
    mulai, selesai = naskah.dibaca("mulai"), naskah.dibaca("selesai")
    if len(mulai) == 1 and len(selesai) == 1:
        return [_coba(f"{mulai[0]} - {selesai[0]}")]
    hasil = [satu_ for nilai in naskah.dibaca("jam") for satu_ in _utuh(nilai) or [""]]
    hasil += [satu_ for nilai in naskah.dibaca("waktu") for satu_ in _utuh(nilai)]
    hasil += [satu_ for nilai in naskah.dibaca("tanggal") for satu_ in _sebagian(nilai, polos_boleh=False)]
    return hasil if hasil or naskah.ada("jam", "mulai", "selesai") else None


def _utuh(nilai: str) -> list[str]:
    rentang = _coba(nilai)
    return [rentang] if rentang else _sebagian(nilai, polos_boleh=True)


def _sebagian(teks: str, *, polos_boleh: bool) -> list[str]:
    """Beside a day ("Jumat, 20/11, 09.00-12.00"), which is blotted out first."""
    return baca_semua(tanpa_tanggal(teks), polos_boleh=polos_boleh)


def _coba(teks: str) -> str:
    try:
        return baca_rentang(teks).ke_json()
    except Tolak:
        return ""
