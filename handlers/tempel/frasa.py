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

# One spelling for what is written in many; applied to the catalogue and to the text alike.
_EJAAN = tuple(
    (re.compile(rf"\b(?:{pola})\b\.?" if pola in ("kec", "kab") else rf"\b(?:{pola})\b"), baku)
    for pola, baku in (
        ("kec", "kecamatan"),
        ("kab", "kabupaten"),
        (r"musyawarah desa khusus|musyawarah khusus desa|musdes khusus|mus ?desus", "musdesus"),
        (r"musyawarah perencanaan pembangunan|musrembang", "musrenbang"),
        (r"musrenbang ?(?:tingkat )?(?:kecamatan|kecam|cam)", "musrenbangcam"),  # not in the catalogue, so it is asked
        (r"musrenbang ?(?:tingkat )?desa?", "musrenbangdes"),
        (r"musyawarah desa|mus des|musdesa|mudes|musdess|musyawarah ?des", "musdes"),
        (r"musyawarah dusun|mus dus", "musdus"),
        (r"rapat ko?ordinasi", "rakor"),
        (r"badan usaha milik desa|bum ?des(?:a)?", "bumdes"),
        (r"koperasi desa merah putih|kop ?des merah putih|koperasi merah putih|kdkmp", "kdmp"),
        (r"(rkp|apb|rpjm|durkp) ?des(?:a)?", r"\1des"),
        (r"antar desa", "antardesa"),
        (r"kordinasi|koordinsi|kordinsi|koordinas", "koordinasi"),
        (r"sosialisai|sosialiasi|sosilisasi|sosialisas", "sosialisasi"),
        (r"posiandu|pos yandu|posyandi", "posyandu"),
        (r"stanting|stuntting", "stunting"),
        (r"monitoring dan evaluasi|monitoring|monitor|monev", "monev"),
        (r"pemantauan|memantau|mantau", "pantau"),
        (r"pengecekan|mengecek|ngecek", "cek"),
        (r"penyusunan|menyusun", "susun"),
        (r"bimbingan teknis", "bimtek"),
        (r"kerja sama", "kerjasama"),
    )
)  # fmt: skip
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
    for pola, baku in _EJAAN:
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
