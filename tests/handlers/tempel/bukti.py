"""Where in a text the evidence for an answer stands. Written apart from the reader, and cruder than it on purpose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from rapidfuzz.distance import OSA

from data.katalog.kegiatan import muat_kegiatan
from handlers.tempel.frasa import seejaan
from tests.handlers.tempel.dunia import DESA

KECAMATAN = re.compile(r"kec|camat|minggon|lokmin|rakorcam")
CARA = {
    "daring": re.compile(
        r"zoom|meet|vicon|vidcon|conference|webinar|online|virtual|daring|tel|tlp|\bwa\b|whatsapp|video"
    ),
    "koordinasi": re.compile(r"kec|camat|kab|bupati|dinas|pmd|pemda|setda|inspektorat|bappeda|bpkad"),
    "desa": re.compile(
        r"desa|\bds\b|tempat|tmpt|tpt|tmp|balai|bale|dusun|dsn|kampung|\bkp\b|posyandu|rumah|lapangan|lokasi|kades|\b(?:di|ke|rw|rt)\b"
    ),
}
KATA_HARI = re.compile(
    r"hari|hr|tadi|td|kemar|kemaren|kmr|barusan|pagi|siang|sore|malam|lalu|sen|sel|sls|rab|rbu|rebo|kam|kms|kem|jum|jmt|jmat"
    r"|sab|sbt|sap|min|mgg|ahad|skrg|sekarang|today|lusa|ini"
)
KATA_ANGKA = re.compile(
    r"nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sebelas|sepuluh|belas|puluh|ratus|nihil|kosong|tidak|tdk|g[ak]\b|ada"
)


def ada_bukti(kunci: str, nilai: Any, teks: str) -> bool:
    return _PEMERIKSA[kunci](nilai, _lipat(teks))


def _lipat(teks: str) -> str:
    teks = "".join(" " if unicodedata.category(h) in ("No", "Cn", "Co") else h for h in teks)
    tampak = (
        h for h in unicodedata.normalize("NFKC", teks).lower() if h.isspace() or unicodedata.category(h)[0] != "C"
    )
    return "".join(tampak)


def _rapat(teks: str) -> str:
    return re.sub(r"[\W_]+", "", teks)


def _angka(teks: str) -> set[int]:
    teks = "".join(str(unicodedata.digit(h)) if h.isdecimal() else h for h in teks)
    semua = {int(a) for a in re.findall(r"\d{1,9}", teks)}
    return semua | {int(a.replace(".", "")) for a in re.findall(r"\d{1,3}(?:\.\d{3})+", teks)}


def _desa(kode: str, teks: str) -> bool:
    if kode == DESA["Kecamatan"]:
        return KECAMATAN.search(teks) is not None
    nama = next(n for n, k in DESA.items() if k == kode).lower()
    kata = re.findall(r"[^\W_]+", teks)
    gabung = [*kata, *(a + b for a, b in pairwise(kata))]
    return any((len(k) >= 4 and nama.startswith(k)) or OSA.distance(k, nama) <= 2 for k in gabung)


def _kegiatan(kode: str, teks: str) -> bool:
    rapi = seejaan(re.sub(r"[^\w.]+", " ", teks))
    kata = {*re.findall(r"[^\W_]+", rapi), *re.findall(r"[^\W\d_]+", rapi)}
    frasa = muat_kegiatan().menurut_kode(kode).kata
    return any(kata.issuperset(re.findall(r"[^\W_]+", seejaan(f))) for f in frasa)


def _tanggal(iso: str, teks: str) -> bool:
    return date.fromisoformat(iso).day in _angka(teks) or KATA_HARI.search(teks) is not None


def _jam(jam: str, teks: str) -> bool:
    """Both hours, as on the clock's face or in full; "setengah" is the hour before; a lead of zeros may be glued on."""
    ada = _angka(teks) | {n // 100 for n in _angka(teks)}
    mulai, selesai = (int(j[:2]) for j in jam.split("-"))
    if KATA_ANGKA.search(teks) or "selama" in teks:
        return True
    return all({j, j % 12 or 12, (j + 12) % 24, j + 1, (j % 12) + 1, 24} & ada for j in (mulai, selesai))


def _peserta(nilai: dict[str, int | None], teks: str) -> bool:
    ada = _angka(teks)
    if KATA_ANGKA.search(teks):
        return True
    return nilai["jumlah"] in ada or {nilai["l"], nilai["p"]} <= ada


def _tulisan(nilai: str, teks: str) -> bool:
    return all(_rapat(_lipat(baris)) in _rapat(teks) for baris in nilai.split("\n"))


def _lokasi(nilai: list[float], teks: str) -> bool:
    ada = {abs(float(a)) for a in re.findall(r"\d{1,3}\.\d{1,15}", teks)}
    return {abs(n) for n in nilai} <= ada


_PEMERIKSA: dict[str, Callable[[Any, str], bool]] = {
    "desa": _desa,
    "kegiatan": _kegiatan,
    "cara": lambda nilai, teks: CARA[nilai].search(teks) is not None,
    "tanggal": _tanggal,
    "jam": _jam,
    "peserta": _peserta,
    "hasil": _tulisan,
    "masalah": _tulisan,
    "tindak_lanjut": _tulisan,
    "lokasi": _lokasi,
}
