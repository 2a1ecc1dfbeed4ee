"""In which village, or in whose kecamatan, it was."""

from __future__ import annotations

import re

from handlers.tempel.naskah import URAIAN_TERPANJANG, Naskah
from handlers.tempel.peta import Peta
from handlers.tempel.temuan import NIHIL, Temuan, satu

_BANGUNAN = r"(?:kantor|aula|pendopo|gedung|ruang\w*|balai|halaman)"
KANTOR_KECAMATAN = re.compile(rf"\b{_BANGUNAN} (?:kantor |pertemuan |rapat |serbaguna )?(?:kec|kecamatan|camat)\b")
RAPAT_KECAMATAN = re.compile(
    r"\b(?:rakorcam|(?:rakor|rapat|rapat koordinasi|minggon|lokmin|koordinasi|konsultasi|pertemuan)"
    r"(?: (?:tingkat|tk|tpp|pld|pendamping|evaluasi|bulanan|mingguan|rutin|di|ke)){0,3} (?:kec|kecamatan))\b"
)
_DI_KECAMATAN = re.compile(r"\bdi (?:tingkat )?(?:kec|kecamatan)\b")
_NILAI_KECAMATAN = re.compile(r"\W*(?:kec|kecamatan)\b")


def desa_kegiatan(naskah: Naskah, peta: Peta) -> Temuan:
    """A label decides, unless the place that was written contradicts it; else all that is named counts alike."""
    tempat = "\n".join(naskah.dibaca("tempat", "lokasi"))
    if naskah.ada("desa"):
        semua = naskah.dibaca("desa")
        desa = [kode for nilai in semua for kode in _dari_label(nilai, peta)]
        temuan = satu(desa + _milik(tempat, peta)) if desa else NIHIL
        return temuan.ragu() if any(peta.sebutan(n) and peta.lain_di_label(n) for n in semua) else temuan
    kegiatan = "\n".join(naskah.dibaca("kegiatan", "uraian", batas=URAIAN_TERPANJANG))
    if di := _di_tempat(naskah, tempat, peta):
        return satu(di + [k for s in peta.sebutan(kegiatan) if _kuat(s.sebelum) for k in s.kode])
    return _dari_kalimat(naskah.kalimat, peta)


def _kuat(sebelum: str) -> bool:
    return sebelum.endswith(("desa", "ds"))


def _milik(teks: str, peta: Peta) -> list[str]:
    return [kode for sebutan in peta.sebutan(teks) for kode in sebutan.kode]


def _dari_label(nilai: str, peta: Peta) -> list[str]:
    if milik := _milik(nilai, peta):
        return milik
    if _NILAI_KECAMATAN.match(nilai) or KANTOR_KECAMATAN.search(nilai):
        return _kecamatan(nilai, peta)
    return peta.terka(nilai)


def _di_tempat(naskah: Naskah, tempat: str, peta: Peta) -> list[str]:
    hasil = _milik(tempat, peta)
    if KANTOR_KECAMATAN.search(tempat) or any(_NILAI_KECAMATAN.match(b) for b in tempat.split("\n")):
        hasil += _kecamatan(tempat, peta)
    lokasi = naskah.dibaca("lokasi")
    return hasil or (peta.terka(lokasi[0]) if len(lokasi) == 1 else [])


def _dari_kalimat(teks: str, peta: Peta) -> Temuan:
    milik = _milik(teks, peta)
    asing = peta.menyebut_lain(teks)
    if KANTOR_KECAMATAN.search(teks) or RAPAT_KECAMATAN.search(teks) or (not milik and _DI_KECAMATAN.search(teks)):
        return NIHIL if asing else satu(milik + _kecamatan(teks, peta))
    return satu(milik).ragu() if asing else satu(milik)


def _kecamatan(teks: str, peta: Peta) -> list[str]:
    """The person's own: the one that is named, or all of them (which is one, for most)."""
    disebut = [w.kode for w in peta.kecamatan if re.search(rf"\b{re.escape(w.nama.lower())}\b", teks)]
    return disebut or [w.kode for w in peta.kecamatan]
