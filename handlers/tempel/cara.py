"""Whether the person was in the village, at an office, or online: only where words say so.

A bare "musdes sukamaju" says which village, not that anybody went there. "di Sukamaju", "di balai desa" and "Tempat:
Desa Sukamaju" do; "Lokasi: Sukamaju" does not, since forms use it for the administrative place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.tempel.naskah import Naskah
from handlers.tempel.peta import Peta
from handlers.tempel.tempat import KANTOR_KECAMATAN, RAPAT_KECAMATAN
from handlers.tempel.temuan import NIHIL, Temuan, satu

DESA, KOORDINASI, DARING = "desa", "koordinasi", "daring"

_KUMPUL = (
    r"(?:rapat|rakor|pertemuan|meeting|kegiatan|sosialisasi|pelatihan|bimtek|koordinasi|konsultasi|musdes|musyawarah)"
)
_DARING = re.compile(
    r"\b(?:zoom|gmeet|g-?meet|google ?meet|vicon|vidcon|video ?conference|webinar"
    rf"|(?:secara|via|lewat|melalui|{_KUMPUL}|tpp|kab|kabupaten) (?:online|virtual)"
    rf"|{_KUMPUL}(?: [^\s.;]+){{0,6}} (?:via|lewat|melalui) (?:telepon|telpon|telp|tlp|wa|whatsapp|video ?call))\b"
    r"|(?<!media )(?<!berita )(?<!toko )(?<!aplikasi )(?<!sistem )\bdaring\b"
)
_INSTANSI = r"(?:dinas|dpmd|pmd|pemda|bappeda|bpkad|inspektorat|setda)"
_KANTOR_LAIN = re.compile(
    rf"\b(?:kantor|aula|pendopo|gedung|ruang\w*|balai) (?:\w+ )?(?:kabupaten|kab|bupati|{_INSTANSI})\b"
    rf"|\b(?:di|ke) (?:kantor )?{_INSTANSI}\b"
)
_KOORDINASI = (KANTOR_KECAMATAN, RAPAT_KECAMATAN, _KANTOR_LAIN)
_DI_KECAMATAN = re.compile(
    r"\b(?:rakor|rapat|koordinasi|konsultasi|pertemuan|hadir|menghadiri)(?: \w+){0,3} (?:di|ke) (?:kec|kecamatan)\b"
)
_BALAI = r"(?:balai|bale|kantor|aula|gedung|gor|pendopo|halaman|lapangan)"
_BALAI_DESA = rf"\b{_BALAI} (?:kantor |balai |pertemuan |serbaguna )?(?:desa|ds|kades|kepala desa|dusun|warga|rw|rt)\b"
_DI_DESA = re.compile(
    rf"\b(?:di|ke|bertempat|bertempat di) (?:\w+ )?{_BALAI_DESA}"
    r"|\b(?:di|ke|bertempat di) (?:dusun|dsn|kampung|kp|posyandu|rumah (?:kades|kadus|sekdes|rt|rw|pak rt|pak rw|warga)"
    r"|lokasi (?:pembangunan|pekerjaan|proyek)|lapangan)\b"
    r"|(?<!laporan )(?<!lap )\bkunjungan (?:lapangan|(?:ke )?desa)\b"
    r"|\bturun (?:langsung )?(?:ke )?(?:lapangan|desa|lokasi)\b"
)
_TEMPAT_DI_DESA = re.compile(
    rf"{_BALAI_DESA}|^\W*(?:desa|ds|dusun|dsn|kampung|kp|posyandu|rumah|balai ?desa|bale)\b", re.MULTILINE
)
_DI_DAERAH = re.compile(r"\b(?:kec|kecamatan|kab|kabupaten|provinsi|prov|hotel|dinas|dpmd)\b")
_LOKASI_DI_DESA = re.compile(rf"{_BALAI_DESA}|\b(?:kunjungan )?lapangan\b|\bdi desa\b|\bkunjungan desa\b")
# What was sent or said to a village was not brought there.
_KIRIM = re.compile(
    r"\b(?:kirim|dikirim|mengirim|telepon|telpon|menelepon|surat|undangan|disampaikan|diserahkan|transfer|laporan|info\w*"
    r"|menghubungi|hubungi|batal|tidak jadi|belum)\b[^.;\n]{0,40}$"
)
_RAKOR = re.compile(r"\b(?:rakor|rapat ko?ordinasi)\b")


def cara_kegiatan(naskah: Naskah, peta: Peta) -> Temuan:
    """Two ways at once, a Zoom watched at the kecamatan's office, are for the person to choose from."""
    tempat = "\n".join(naskah.dibaca("tempat", "lokasi", "cara"))
    kalimat = naskah.kalimat
    cara = [*_dari_tempat(naskah, tempat, peta), *_dari_kalimat(kalimat, peta)]
    if cara or not _RAKOR.search(kalimat):
        return satu(cara)
    return Temuan(saran=(KOORDINASI, DARING)) if not tempat else NIHIL


def _dari_tempat(naskah: Naskah, tempat: str, peta: Peta) -> Iterator[str]:
    """Behind "Tempat:" and its like no "di" is needed."""
    if _DARING.search(tempat) or re.search(r"\b(?:online|virtual)\b", tempat):
        yield DARING
    if any(pola.search(tempat) for pola in (KANTOR_KECAMATAN, _KANTOR_LAIN)):
        yield KOORDINASI
    venue = "\n".join(naskah.dibaca("tempat"))
    di_desa = peta.sebutan(venue) and not _DI_DAERAH.search(venue)
    if di_desa or _TEMPAT_DI_DESA.search(venue) or _LOKASI_DI_DESA.search(tempat):
        yield DESA


def _dari_kalimat(teks: str, peta: Peta) -> Iterator[str]:
    letak = [(m.start(), DARING) for m in _DARING.finditer(teks)]
    letak += [(m.start(), KOORDINASI) for pola in (*_KOORDINASI, _DI_KECAMATAN) for m in pola.finditer(teks)]
    letak += [(m.start(), DESA) for m in _DI_DESA.finditer(teks) if not _dikirim(teks, m.start())]
    letak += [(s.awal, DESA) for s in peta.sebutan(teks) if _didatangi(s.sebelum) and not _dikirim(teks, s.awal)]
    ada = {cara for _, cara in letak}
    if ada == {DARING, KOORDINASI} and not any(p.search(teks) for p in (KANTOR_KECAMATAN, _KANTOR_LAIN, _DI_KECAMATAN)):
        ada = {DARING}  # "rakor kecamatan via zoom": the kecamatan called, nobody went
    yield from (cara for _, cara in sorted(letak) if cara in ada)


def _dikirim(teks: str, letak: int) -> bool:
    return _KIRIM.search(teks, max(0, letak - 60), letak) is not None


def _didatangi(sebelum: str) -> bool:
    """ "di Sukamaju", "di Desa Sukamaju", "ke Desa Mayak"."""
    kata = sebelum.split()
    return kata[-1:] == ["di"] or kata[-2:] in (["di", "desa"], ["di", "ds"], ["ke", "desa"], ["ke", "ds"])
