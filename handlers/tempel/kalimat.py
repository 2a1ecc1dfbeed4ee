"""Running text: what it introduces as a result is lifted out, what is still to come is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from handlers.tempel.label import Label
from handlers.tempel.naskah import Isian, Naskah, polos

SEBARIS_TERPANJANG = 40
"""Words: what people type as one line after the command."""

_YAITU = r"\b[\s:,]{0,5}(?:(?:adalah|yaitu|ialah|antara lain)\b[\s:,]{0,5})?"
# "…, hasil disepakati", "… 12 P) hasil disepakati"; not "membahas hasil musdes".
_HASIL_SAJA = (
    r"(?:(?<=[,;)\d-])|(?<=[,;)\d-] )|(?<=orang )|(?<=org )|(?<=wib ))"
    r"hasil (?!(?:musdes|musyawarah|musrenbang|rapat|rakor|kegiatan|akan|belum|tidak|tdk|ini|itu)\b)(?=\S)"
)
# These words are part of what was achieved, so the result begins with them.
_TERCAPAI = (
    r"(?<!yang )(?<!yg )(?<!belum )(?<!tidak )(?<!tdk )(?<!akan )(?<!untuk )(?<!agar )"
    r"\b(?=(?:telah |sudah |dan )?(?:menghasilkan|disepakati|menyepakati|diputuskan)\b)"
)
_PENGANTAR = tuple(
    (kunci, re.compile(pola, re.IGNORECASE))
    for kunci, pola in (
        ("hasil", rf"\b(?:(?:dengan )?hasilnya|dengan hasil){_YAITU}"),
        ("hasil", _HASIL_SAJA),
        ("hasil", _TERCAPAI),
        ("masalah", rf"\b(?:kendalanya|masalahnya|permasalahannya|hambatannya){_YAITU}"),
        ("tindak_lanjut", rf"\b(?:rencana )?(?:tindak lanjutnya|rtl-?nya){_YAITU}"),
    )
)
_AKHIR = re.compile(r"[.!?]+(?=\s|$)|\n")
_SINGKATAN = re.compile(
    r"(?:\b(?:rp|no|pkl|h|hj|kp|ds|kec|kab|jl|dr|ir|tgl|dsn|s\.d|bpk|sdr)|(?:^|[\s(])\d{1,2})$", re.I
)
_NANTI = re.compile(
    r"\b(?:yang |yg )?(?:akan (?!tetapi)|besok|bsk|lusa(?<!kemarin lusa)|rencananya|direncanakan|dijadwalkan"
    r"|minggu depan|bulan depan)\b[^.;\n]*"
)
_BERLABEL_LAIN = ("desa", "lokasi", "tempat", "hari", "tanggal", "jam", "waktu", "kegiatan", "uraian", "peserta")


class _Petik(NamedTuple):
    kunci: str
    mulai: int
    """Where the introduction begins."""
    isi: int
    akhir: int


def siapkan(naskah: Naskah) -> Naskah:
    """With the results lifted out; what is left of the running text is folded, for reading only."""
    bebas, isian = naskah.bebas, list(naskah.isian)
    for petik in reversed(_petikan(bebas)):
        nilai = bebas[petik.isi : petik.akhir].strip()
        if not naskah.ada(petik.kunci):
            isian.append(Isian(Label(petik.kunci, ""), nilai))
        bebas = bebas[: petik.mulai] + ".\n" + bebas[petik.akhir :]
    lain = isian[len(naskah.isian) :]
    return replace(naskah, isian=(*naskah.isian, *reversed(lain)), bebas=_NANTI.sub("", polos(bebas)))


def sebaris(naskah: Naskah) -> bool:
    return (
        not naskah.ada(*_BERLABEL_LAIN)
        and len(naskah.bebas.split()) <= SEBARIS_TERPANJANG
        and len([baris for baris in naskah.bebas.split("\n") if baris.strip(" .")]) == 1
    )


def _petikan(teks: str) -> list[_Petik]:
    """Not overlapping, in order; the first introduction wins what it introduces."""
    semua = [
        _Petik(kunci, m.start(), m.end(), akhir_kalimat(teks, m.end()))
        for kunci, pola in _PENGANTAR
        for m in pola.finditer(teks)
    ]
    hasil: list[_Petik] = []
    for petik in sorted(semua, key=lambda p: (p.mulai, -p.isi)):
        if not hasil or petik.mulai >= hasil[-1].akhir:
            hasil.append(petik)
    return hasil


def akhir_kalimat(teks: str, mulai: int) -> int:
    for tanda in _AKHIR.finditer(teks, mulai):
        if tanda[0] != "." or not _SINGKATAN.search(teks, max(mulai, tanda.start() - 8), tanda.start()):
            return tanda.end()
    return len(teks)
