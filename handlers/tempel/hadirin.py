"""How many came. Groups are never added up, and receiving money is not attending."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from handlers.dialog.baca.angka import dengan_angka
from handlers.dialog.baca.normal import kumpulan
from handlers.dialog.baca.peserta import Peserta, baca_peserta
from handlers.dialog.tolak import Tolak
from handlers.tempel.jam import tanpa_jam
from handlers.tempel.naskah import Naskah
from handlers.tempel.tanggal import tanpa_tanggal
from handlers.tempel.temuan import NIHIL, Temuan

LABEL_TERPANJANG = 500
KATA_TERBANYAK = 600

_POTONG = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?: ?- ?an\b|an\b)?|[a-z][a-z']*2?|[^\w\s]")
_BERSAMA_ANGKA = kumpulan(
    "orang org orng ada hadir yang yg peserta pesertanya total totalnya jumlah jumlahnya dan serta dengan dgn terdiri "
    "dari dr atas warga jiwa anggota hadirin termasuk diantaranya antaranya sebanyak cuma hanya semua semuanya "
    "l p lk pr laki laki2 lk2 pria perempuan wanita "
    "sekitar kira kurang lebih hampir puluhan ratusan banyak beberapa antara paling minimal dihadiri oleh rincian "
    "rinciannya yaitu yakni an"
)
_ANGGUK = kumpulan("rincian rinciannya yaitu yakni oleh dihadiri kehadiran")
_TANDA = frozenset(",()/+=&:-±~<>")
_SATUAN_ORANG = kumpulan("orang org orng peserta hadir dihadiri jiwa hadirin kehadiran")
_NOMOR_TEMPAT = kumpulan(
    "rt rw dusun dsn tahap tahun ta kp blok triwulan tw no nomor ke kelas posyandu rkp rkpdes apbdes"
)
_LAKI = re.compile(r"\b(?:l|lk|lk2|laki|laki2|pria)\b")
_PEREMPUAN = re.compile(r"\b(?:p|pr|perempuan|wanita)\b")
# With the number before it: "34 hadir dari 40 undangan" speaks of two.
_HADIR = re.compile(
    r"(?:(?<!\d)\d{1,6} (?:orang |org )?(?:yang |yg )?)?"
    r"\b(?:dihadiri|di hadiri|hadir|kehadiran|diikuti|di ikuti|peserta)\b"
)
_TIDAK_HADIR = re.compile(
    r"\b(?:tidak|tdk|gak|nggak|belum|blm|tanpa) (?:bisa |dapat |sempat )?(?:hadir|dihadiri|ada peserta)\b"
)
_HENTI = re.compile(
    r"[;\n|]|[.!?](?=\s|$)|\b(?:pukul|jam|pkl|hasil\w*|membahas|dalam rangka|bertempat|pada|di|untuk|agenda|disepakati"
    r"|menyepakati|menghasilkan|menerima|mendapat\w*|kegiatan|selama)\b"
)
_LP = re.compile(r"[^\da-z]*(\d{1,5}) ?[/:,&+-] ?(\d{1,5})[^\da-z]*(?:orang|org)?")


@dataclass(frozen=True)
class _Deret:
    """Numbers and the words that go with them, without a foreign word between."""

    teks: str
    asing: str
    """The word right behind it."""

    @property
    def lp(self) -> bool:
        return re.search(r"\d", self.teks) is not None and _PEREMPUAN.search(self.teks) is not None

    @property
    def orang(self) -> bool:
        return self.lp or not _SATUAN_ORANG.isdisjoint(re.findall(r"[a-z]+", self.teks))


def peserta_kegiatan(naskah: Naskah, *, orang_berarti_peserta: bool) -> Temuan:
    """`orang_berarti_peserta`: it is a gathering told in one line, so "34 orang" are those who came."""
    if naskah.ada("peserta", "laki", "perempuan"):
        return _temuan(_berlabel(naskah))
    teks = tanpa_jam(tanpa_tanggal(naskah.kalimat))
    if _TIDAK_HADIR.search(teks):
        return NIHIL
    calon = [deret for kalimat in _sesudah_hadir(teks) for deret in _deret(kalimat)]
    calon = calon or [
        d for d in _deret(teks) if d.lp or "peserta" in d.teks or (orang_berarti_peserta and d.orang and not d.asing)
    ]
    return _temuan(_hitung(calon))


def _temuan(peserta: Peserta | None) -> Temuan:
    return NIHIL if peserta is None else Temuan(peserta.ke_json())


def _berlabel(naskah: Naskah) -> Peserta | None:
    bagian = {k: naskah.dibaca(k, batas=LABEL_TERPANJANG) for k in ("peserta", "jumlah", "laki", "perempuan")}
    if any(len(nilai) > 1 for nilai in bagian.values()):
        return None
    utama = " ".join(bagian["peserta"])
    if any(i.label.lp for i in naskah.isian) and (dua := _LP.fullmatch(utama)):
        utama = f"{dua[1]} L {dua[2]} P"
    if _langsung_sesudah(naskah, "peserta", "jumlah"):
        utama = ", ".join([utama] * (re.search(r"\d", utama) is not None) + bagian["jumlah"])
    elif bagian["jumlah"] and (bagian["laki"] or bagian["perempuan"]):
        utama = ", ".join([utama] * bool(utama) + bagian["jumlah"])
    if bagian["laki"] or bagian["perempuan"]:
        pecahan = [f"{_bilangan(v)} {k[0]}" for k in ("laki", "perempuan") for v in bagian[k]]
        return _coba(", ".join([*map(_bilangan, [utama] * bool(utama)), *pecahan]))
    return None if _TIDAK_HADIR.search(utama) else _coba(utama) or _hitung(_deret(utama))


def _langsung_sesudah(naskah: Naskah, dulu: str, lalu: str) -> bool:
    return any((a.label.kunci, b.label.kunci) == (dulu, lalu) and b.nilai for a, b in pairwise(naskah.isian))


def _bilangan(nilai: str) -> str:
    """ "22 orang," is "22"; what is more than one number stays, to be refused."""
    semua = re.findall(r"\d+", nilai)
    return semua[0] if len(semua) == 1 and not re.search(r"sekitar|kurang|lebih|[±~]|\dan\b", nilai) else nilai


def _sesudah_hadir(teks: str) -> list[str]:
    """What follows each word for attending, as far as it still speaks of that."""
    hasil = []
    for cocok in islice(_HADIR.finditer(teks), 4):
        henti = _HENTI.search(teks, cocok.end(), cocok.end() + 300)
        hasil.append(teks[cocok.start() : henti.start() if henti else cocok.end() + 300])
    return hasil


def _deret(teks: str) -> list[_Deret]:
    hasil: list[_Deret] = []
    kini: list[str] = []
    lalu = ""
    for potong in islice(_POTONG.findall(dengan_angka(teks)), KATA_TERBANYAK):
        if _sekawan(potong, lalu):
            kini += [potong] if potong not in _ANGGUK else [","]
        else:
            hasil += _jadi(kini, potong)
            kini = []
        lalu = potong
    return hasil + _jadi(kini, "")


def _sekawan(potong: str, lalu: str) -> bool:
    if potong[0].isdigit():
        tahun = len(potong) == 4 and potong[:2] in ("19", "20")
        return not tahun and lalu not in _NOMOR_TEMPAT
    return potong in _BERSAMA_ANGKA or potong in _TANDA


def _jadi(kini: list[str], asing: str) -> list[_Deret]:
    if not any(p[0].isdigit() for p in kini):
        return []
    teks = re.sub(r"(\d) (- ?)?an\b", r"\1an", " ".join(kini).strip(" ,/&:-"))
    return [_Deret(teks, asing if asing.isalpha() and kini[-1] not in _TANDA else "")]


def _hitung(deret: list[_Deret]) -> Peserta | None:
    """One row of numbers, or a total and its men and women; a number of something else leaves it in doubt."""
    deret = list(dict.fromkeys(deret))
    if any(d.asing and not d.orang for d in deret):
        return None
    if len(deret) > 1 and not any(d.lp and _LAKI.search(d.teks) for d in deret):
        return None
    return _coba(", ".join(d.teks for d in deret)) if deret else None


def _coba(teks: str) -> Peserta | None:
    try:
        return baca_peserta(teks)
    except Tolak:
        return None
