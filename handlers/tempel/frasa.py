"""Which phrases of the catalogue stand in a text, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from data.katalog.kegiatan import muat_kegiatan
from handlers.dialog.baca.normal import kumpulan

KATA_TERBANYAK = 500
SISIPAN_TERBANYAK = 4

# One spelling for what is written in many; applied to the catalogue and to the text alike. Each rule begins with a
# piece that all its spellings share, so that most texts are spared most rules.
_EJAAN = tuple(
    (potong, re.compile(rf"\b(?:{pola})\b\.?" if potong in ("kec", "kab") else rf"\b(?:{pola})\b"), baku)
    for potong, pola, baku in (
        ("kec", r"kec", "kecamatan"),
        ("kab", r"kab", "kabupaten"),
        ("mus", r"musyawarah desa khusus|musyawarah khusus desa|musdes khusus|mus ?desus", "musdesus"),
        ("mus", r"musyawarah perencanaan pembangunan|musrembang", "musrenbang"),
        ("mus", r"musrenbang ?(?:tingkat )?(?:kecamatan|kecam|cam)", "musrenbangcam"),  # in no catalogue: it is asked
        ("mus", r"musrenbang ?(?:tingkat )?desa?", "musrenbangdes"),
        ("mu", r"musyawarah desa|mus des|musdesa|mudes|musdess|musyawarah ?des", "musdes"),
        ("mus", r"musyawarah dusun|mus dus", "musdus"),
        ("rapat k", r"rapat ko?ordinasi", "rakor"),
        ("usaha milik", r"badan usaha milik desa", "bumdes"),
        ("bum", r"bum ?des(?:a)?", "bumdes"),
        ("ko", r"koperasi desa merah putih|kop ?des merah putih|koperasi merah putih", "kdmp"),
        ("kdkmp", r"kdkmp", "kdmp"),
        ("des", r"(rkp|apb|rpjm|durkp) ?des(?:a)?", r"\1des"),
        ("antar desa", r"antar desa", "antardesa"),
        ("ordin", r"kordinasi|koordinsi|kordinsi|koordinas", "koordinasi"),
        ("sosi", r"sosialisai|sosialiasi|sosilisasi|sosialisas", "sosialisasi"),
        ("pos", r"posiandu|pos yandu|posyandi", "posyandu"),
        ("nting", r"stanting|stuntting", "stunting"),
        ("monit", r"monitoring dan evaluasi|monitoring|monitor", "monev"),
        ("mantau", r"pemantauan|memantau|mantau", "pantau"),
        ("nge", r"pengecekan|mengecek|ngecek", "cek"),
        ("nyusun", r"penyusunan|menyusun", "susun"),
        ("bimbingan", r"bimbingan teknis", "bimtek"),
        ("kerja", r"kerja sama", "kerjasama"),
    )
)
# Words that may stand inside a phrase: "musdes penetapan RKP" is "musdes rkp".
_SISIPAN = kumpulan(
    "desa penetapan pembahasan susun pengesahan perubahan tentang terkait dalam rangka kpm calon penerima tingkat tk "
    "tpp penyepakatan validasi finalisasi rancangan dokumen ta tahun anggaran kegiatan"
)


class Cocok(NamedTuple):
    """One phrase found; places are counted in words."""

    kode: str
    frasa: str
    awal: int
    akhir: int
    panjang: int
    """Characters it covers: the longest says most."""


def seejaan(teks: str) -> str:
    for potong, pola, baku in _EJAAN:
        if potong in teks:
            teks = pola.sub(baku, teks)
    return teks


def kata_dari(teks: str) -> list[str]:
    """The words, and each sign that parts sentences or items of a list ("." "," ";" "&" "+" and line ends)."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|[.,;&+\n|](?![\d])", teks)[:KATA_TERBANYAK]


@cache
def _indeks(warisan: bool) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word -> phrases that begin with it, each with its activity."""
    indeks: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for kegiatan in muat_kegiatan().tampil(warisan):
        for frasa in {seejaan(k) for k in kegiatan.kata}:
            kata = tuple(kata_dari(frasa.replace("/", " ").replace("-", " ")))
            indeks[kata[0]].append((kata, kegiatan.kode))
    return indeks


def cari_frasa(kata: list[str], *, warisan: bool) -> list[Cocok]:
    """Those that do not overlap, the longest first, then in the order of the text."""
    indeks = _indeks(warisan)
    semua = [
        Cocok(kode, " ".join(frasa), awal, akhir, len(" ".join(kata[awal:akhir])))
        for awal, satu in enumerate(kata)
        for frasa, kode in indeks.get(satu, ())
        if (akhir := _akhir(frasa, kata, awal))
    ]
    pilihan: list[Cocok] = []
    terpakai: set[int] = set()
    for calon in sorted(semua, key=lambda c: (-c.panjang, c.awal)):
        letak = range(calon.awal, calon.akhir)
        if terpakai.isdisjoint(letak):
            pilihan.append(calon)
            terpakai.update(letak)
    return pilihan


def _akhir(frasa: tuple[str, ...], kata: list[str], awal: int) -> int:
    """Where the phrase that begins at `awal` ends; 0 when it does not stand there."""
    letak = awal + 1
    for satu in frasa[1:]:
        sisipan = 0
        while letak < len(kata) and kata[letak] != satu:
            if kata[letak] not in _SISIPAN and not kata[letak].isdigit():
                return 0
            letak, sisipan = letak + 1, sisipan + 1
            if sisipan > SISIPAN_TERBANYAK:
                return 0
        if letak == len(kata):
            return 0
        letak += 1
    return letak
