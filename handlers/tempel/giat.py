"""Which activity a text reports: the longest phrase of the catalogue, unless something beside it makes us doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.dialog.baca.normal import kumpulan
from handlers.tempel.frasa import Cocok, cari_frasa, kata_dari, seejaan
from handlers.tempel.jam import tanpa_jam
from handlers.tempel.tanggal import tanpa_tanggal
from handlers.tempel.temuan import NIHIL, Temuan, satu

_FORUM = kumpulan("musdes musdus musdesus musrenbang musrenbangdes rakor rembuk minggon lokmin")
"""A meeting named alone: beside a longer phrase of something else it may be the meeting about that."""
_BENTUK = sorted(_FORUM | kumpulan("posyandu sosialisasi pelatihan koordinasi stunting bimtek supervisi"))
_KODE_FORUM = kumpulan("AS01 AS02 AS03 AS06 AS16 PO07")
_KODE_KUMPUL = _KODE_FORUM | kumpulan("PR01 PR03 PR04 PR05 PO04 PK01 PK02 PK03 PK04 PK05 PK06 PK07 PK08 PK09")
_KATA_KUMPUL = ("rakor", "rapat", "rembuk", "rembug", "musdes")
"""People came together: what they came together about is another matter."""
# Before the name of a meeting these speak of its papers and its eve, not of the meeting.
_MENUJU = kumpulan(
    "persiapan rencana koordinasi konsultasi jadwal penjadwalan undangan pra pasca berita notulen notulensi draf draft "
    "hasil menjelang sebelum setelah administrasi ba sosialisasi"
)
_MENGHADIRI = kumpulan("menghadiri hadiri memenuhi hadir mengikuti ikut")
# A "rakor" without more is the kecamatan's, as the catalogue has it; with one of these behind it, perhaps not.
_RAKOR_LAIN = kumpulan(
    "desa kabupaten provinsi prov dinas dpmd pemdes bpd bumdes kdmp lembaga kader kpmd tim nasional pusat"
)
_TOPIK = kumpulan("membahas bahas terkait tentang mengenai perihal agenda guna untuk soal rangka")
_SAMBUNG = kumpulan("dan serta sekaligus lalu kemudian dilanjutkan lanjut setelah & + ,")
_PUTUS = frozenset(".;\n")
_BATAL = re.compile(
    r"\b(?:batal\w*|dibatalkan|ditunda|tertunda|diundur|gagal dilaksanakan"
    r"|(?:tidak|tdk|gak|belum) (?:jadi|dilaksanakan|terlaksana))\b"
)
_KEPALA_LAPORAN = re.compile(
    r"^\W*(?:(?:mohon )?i[zj]in )?(?:me)?lapor(?:kan|an)?\b(?: (?:harian|mingguan|bulanan|kunjungan|lapangan|individu"
    r"|pendampingan|kegiatan|giat|desa|pld|pd|tpp|camat|kecamatan)\b)*",
    re.MULTILINE,
)
_KERUMUNAN = re.compile(
    r"(?:\b(?:dihadiri|di hadiri|(?:yang|yg|turut|juga) hadir|hadir (?:dalam|pada|di|oleh|juga|pula|kades|camat)"
    r"|diikuti|disaksikan|didampingi|dipimpin|bersama|peserta (?:terdiri|dari|yaitu|adalah|meliputi))"
    r"|(?:^|[.\n] ?)hadir)\b"
    r".*?(?=[.;\n]|$|\b(?:pukul|jam|pkl|pada|bertempat|hasil\w*|terkait|tentang|dalam rangka|untuk|guna|agenda|di"
    r"|kegiatan|me\w{4,}|pantau|monev|rapat|musdes|musyawarah|musdus|rakor)\b)"
)
_TEMPAT = re.compile(
    r"\b(?:di|ke|bertempat di|bertempat|dari) (?:(?:ruang\w*|aula|halaman|gedung|pendopo) )?(?:kantor|balai|bale|aula"
    r"|gedung|posyandu|madrasah|rumah|pos|sekretariat|ruang\w*|halaman|lapangan|pendopo|gor|kediaman|taman)\b(?: \w+)?"
)


@dataclass(frozen=True)
class Giat:
    temuan: Temuan = NIHIL
    majemuk: bool = False
    """The text tells of several activities, so no other number or result in it belongs to one of them for sure."""


def baca_giat(teks: str, *, warisan: bool, berlabel: bool) -> Giat:
    """`teks` is folded, without the names of villages. `berlabel`: it stands behind "Kegiatan:"."""
    teks = tanpa_jam(tanpa_tanggal(teks))
    bersih = _TEMPAT.sub(" | ", _KERUMUNAN.sub(" | ", _KEPALA_LAPORAN.sub("", teks)))
    kata = kata_dari(seejaan(bersih))
    cocok = _tanpa_topik(cari_frasa(kata, warisan=warisan), kata)
    if (tebak := [_betulkan(k) for k in kata]) != kata:
        return Giat(Temuan(saran=_kode([*_tanpa_topik(cari_frasa(tebak, warisan=warisan), tebak), *cocok])))
    if not cocok:
        return Giat(Temuan(saran=_kode(cari_frasa(kata_dari(seejaan(teks)), warisan=warisan))))
    return _timbang(cocok, kata, ragu=_BATAL.search(teks) is not None, berlabel=berlabel)


def _timbang(cocok: list[Cocok], kata: list[str], *, ragu: bool, berlabel: bool) -> Giat:
    utama, *sisa = cocok
    # "Musdes LPJ … Musdes berjalan lancar": the second is the first again, by its short name.
    cocok = [utama, *(c for c in sisa if c.frasa not in _FORUM or c.frasa not in utama.frasa.split())]
    lain = [c for c in cocok if c.kode != utama.kode]
    hubungan = {_hubungan(utama, c, kata) for c in lain}
    majemuk = "putus" in hubungan or ("sambung" in hubungan and not berlabel)
    if _baru_menuju(utama, kata):
        return Giat(Temuan(saran=_kode([*lain, utama])), majemuk)
    ragu = ragu or bool(hubungan - {""}) or any(c.panjang == utama.panjang or c.frasa in _FORUM for c in lain)
    if ragu or (utama.frasa == "masalah" and lain) or _rakor_lain(utama, kata):
        return Giat(Temuan(saran=_kode(cocok)), majemuk)
    return Giat(satu([utama.kode]))


def _baru_menuju(utama: Cocok, kata: list[str]) -> bool:
    sebelum = kata[max(0, utama.awal - 4) : utama.awal]
    return utama.kode in _KODE_FORUM and not _MENUJU.isdisjoint(sebelum) and _MENGHADIRI.isdisjoint(sebelum)


def _rakor_lain(utama: Cocok, kata: list[str]) -> bool:
    sesudah = takewhile(lambda k: k not in _TOPIK, kata[utama.akhir : utama.akhir + 3])
    return utama.frasa == "rakor" and not _RAKOR_LAIN.isdisjoint(sesudah)


@lru_cache(maxsize=1024)
def _betulkan(kata: str) -> str:
    """A kind of meeting with one wrong letter. Enough to ask ("musds rkp" is not work on the RKP), never to answer."""
    if len(kata) < 5 or kata in _BENTUK:
        return kata
    dekat = process.extractOne(kata, _BENTUK, scorer=OSA.distance, score_cutoff=1)
    return dekat[0] if dekat and dekat[0][0] == kata[0] else kata


def _kode(cocok: list[Cocok]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.kode for c in cocok))


def _hubungan(a: Cocok, b: Cocok, kata: list[str]) -> str:
    """What stands between two: "putus" the end of a sentence or line, "sambung" an "and", "" neither."""
    antara = set(kata[min(a.akhir, b.akhir) : max(a.awal, b.awal)])
    if antara & _PUTUS:
        return "putus"
    return "sambung" if antara & _SAMBUNG else ""


def _tanpa_topik(cocok: list[Cocok], kata: list[str]) -> list[Cocok]:
    """ "rakor membahas BLT" is a rakor: what a meeting is about is not what was done."""
    topik: set[Cocok] = set()
    berkumpul = di_topik = False
    for a, b in pairwise(sorted(cocok, key=lambda c: c.awal)):
        antara = kata[a.akhir : b.awal]
        berkumpul = berkumpul or a.kode in _KODE_KUMPUL or a.frasa.startswith(_KATA_KUMPUL)
        di_topik = (di_topik or not _TOPIK.isdisjoint(antara)) and _PUTUS.isdisjoint(antara)
        topik |= {b} if di_topik and berkumpul else set()
        berkumpul = berkumpul and _PUTUS.isdisjoint(antara)
    return [c for c in cocok if c not in topik]
