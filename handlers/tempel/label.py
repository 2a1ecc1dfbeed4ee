"""The labels people put before a value ("Hari/Tgl :", "Yang hadir :"), in their many spellings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.dialog.baca.normal import rapikan

LAIN = "lain"
"""A label that belongs to no question: it only ends the value before it."""
PANJANG = frozenset({"hasil", "masalah", "tindak_lanjut", "kegiatan", "uraian", "peserta", LAIN})
"""Their values may go on in the lines below."""
TERPANJANG = 45
"""No label is longer, in characters."""


class Label(NamedTuple):
    kunci: str
    teks: str
    """As recognised, without its ornaments."""
    lp: bool = False
    """It says itself that men and women follow: "Peserta (L/P)"."""


# Folded as `baku` folds. Not all keys are questions: `tempat`, `lokasi`, `waktu` and `hari` say something of several.
_EJAAN = {
    "desa": "desa|nama desa|ds|nama ds|desa dampingan|desa lokasi|lokasi desa|desa tujuan|desa kunjungan|desa kecamatan"
    "|desa kec|gampong|nagari|pekon|kalurahan",
    "lokasi": "lokasi|alamat|lokasi tempat",
    "tempat": "tempat|tmpt|tpt|tmp|bertempat|bertempat di|tempat lokasi",
    "koordinat": "koordinat|titik koordinat|titik lokasi|titik|gps|lokasi gps|share lokasi|shareloc",
    "kecamatan": "kecamatan|kec|nama kecamatan",
    "hari": "hari|hr",
    "tanggal": "tanggal|tgl|tggl|tg|hari tanggal|hari tgl|hr tgl|hari dan tanggal|hari tggl|tanggal hari|tgl hari",
    "jam": "jam|pukul|pkl|jm|jam pukul|pukul jam",
    "waktu": "waktu|wkt|hari tanggal jam|hari tgl jam|hari tanggal waktu|hari tgl waktu|tanggal waktu|tgl jam|hari jam"
    "|hari waktu|tanggal jam|tanggal dan waktu|hari tanggal dan waktu|tgl waktu|waktu dan tanggal|hari tanggal pukul",
    "mulai": "mulai|jam mulai|pukul mulai|waktu mulai|mulai jam|mulai pukul|dimulai",
    "selesai": "selesai|jam selesai|pukul selesai|waktu selesai|selesai jam|selesai pukul|berakhir",
    "kegiatan": "kegiatan|giat|keg|kgt|nama kegiatan|jenis kegiatan|judul kegiatan|bentuk kegiatan|jenis giat|nama giat"
    "|kegiatan hari ini|kegiatan yang dilaksanakan|kegiatan acara|kegiatan pendampingan",
    "uraian": "uraian|uraian kegiatan|uraian giat|deskripsi|deskripsi kegiatan|agenda|acara|agenda acara|nama acara"
    "|agenda rapat|agenda kegiatan|perihal",
    "peserta": "l p|peserta|jumlah peserta|jml peserta|jlh peserta|jmlh peserta|total peserta|yang hadir|yg hadir|hadir"
    "|dihadiri|dihadiri oleh|kehadiran|peserta hadir|peserta yang hadir|jumlah hadir|jumlah yang hadir|daftar hadir"
    "|jumlah kehadiran|jml hadir|jumlah peserta yang hadir",
    "laki": "l|lk|laki|laki laki|laki2|pria|jumlah laki laki|peserta laki laki",
    "perempuan": "p|pr|perempuan|wanita|jumlah perempuan|peserta perempuan",
    "jumlah": "jumlah|jml|total",
    "hasil": "hasil|hsl|output|out put|hasil output|output hasil|hasil rapat|hasil musyawarah|hasil musdes"
    "|hasil pertemuan|hasil yang dicapai|hasil pendampingan|hasil kesepakatan|kesepakatan|keputusan|kesimpulan"
    "|hasil keputusan|capaian|hasil kunjungan|keluaran|hasilnya|hasil monitoring|hasil monev|hasil koordinasi"
    "|hasil diskusi|hasil kesimpulan",
    "masalah": "masalah|kendala|permasalahan|hambatan|masalah kendala|kendala masalah|kendala di lapangan|kendalanya"
    "|masalah di lapangan|permasalahan kendala|kendala permasalahan|kendala hambatan|kendala yang dihadapi|masalahnya"
    "|masalah yang dihadapi|permasalahan di lapangan|hambatan kendala|masalah hambatan",
    "tindak_lanjut": "rtl|tindak lanjut|rencana tindak lanjut|tl|rencana tl|tindaklanjut|tindak lanjutnya"
    "|rencana selanjutnya|langkah selanjutnya|rencana tindaklanjut|rtl rencana tindak lanjut",
    "cara": "cara|metode|media|via|jenis kunjungan|cara pelaksanaan",
    LAIN: "dokumentasi|dok|foto|catatan|keterangan|ket|nama|nama pld|nama pd|nama pendamping|pelapor|pld|pendamping|pd"
    "|jabatan|posisi|tugas|kabupaten|kab|kabupaten kota|provinsi|prov|dusun|dsn|kampung|kp|rt|rw|rt rw|narasumber"
    "|nara sumber|pemateri|moderator|pimpinan|pemimpin rapat|tujuan|maksud|maksud dan tujuan|maksud tujuan|dasar|materi"
    "|sasaran|tema|topik|anggaran|alokasi|sumber dana|pagu|volume|progres|progress|kepada|yth|dari|tembusan|lampiran"
    "|link|saran|rekomendasi|solusi|upaya|pemecahan masalah|unsur|unsur peserta|unsur yang hadir|penanggung jawab|pj"
    "|pic|pelaksana|penyelenggara|no|nomor|periode|bulan|tahun|nik|hp|no hp|status|penerima|jumlah penerima|kpm"
    "|jumlah kpm|rencana|durasi|lama|upaya penyelesaian|pertanyaan|usulan|target|data",
}  # fmt: skip
_LABEL = {teks: kunci for kunci, semua in _EJAAN.items() for teks in semua.split("|")}
# Of the short ones only these: an abbreviation one letter away is another one (RTLH is not RTL, PKK is not pkl).
_BISA_SALAH_KETIK = [teks for teks in _LABEL if len(teks) >= 5] + ["desa", "jam", "hari", "giat"]
_BUNTUT = re.compile(r" (?:kegiatan|pelaksanaan|pendampingan|acara|giat|orang|rapat)$")


def baku(teks: str) -> str:
    """Only the words, lower case: "*Hari/Tgl*" is "hari tgl"."""
    return " ".join(re.findall(r"[^\W_]+", rapikan(teks, TERPANJANG * 2).lower()))


def kenali(teks: str, *, salah_ketik: bool = True) -> Label | None:
    """The label that the whole text is, with a slip of the thumb where `salah_ketik`."""
    if len(teks) > TERPANJANG * 2:
        return None
    rapi = baku(teks)
    tanpa_lp = rapi.removesuffix(" l p")
    lp, rapi = tanpa_lp != rapi, tanpa_lp
    if len(rapi) > TERPANJANG or not rapi:
        return None
    for ejaan in (rapi, _BUNTUT.sub("", rapi)):
        if ejaan in _LABEL:
            return Label(_LABEL[ejaan], ejaan, lp or ejaan == "l p")
    mirip = _mirip(rapi) if salah_ketik else ""
    return Label(_LABEL[mirip], mirip, lp) if mirip else None


@lru_cache(maxsize=1024)
def _mirip(rapi: str) -> str:
    """The only label within reach: one wrong letter, two in a long one, never the first."""
    if len(rapi) < 3 or any(map(str.isdigit, rapi)):
        return ""
    batas = 1 if len(rapi) < 10 else 2
    dekat = process.extract(rapi, _BISA_SALAH_KETIK, scorer=OSA.distance, score_cutoff=batas, limit=None)
    calon = [teks for teks, jauh, _ in dekat if teks[0] == rapi[0] and jauh == dekat[0][1]]
    return calon[0] if len({_LABEL[teks] for teks in calon}) == 1 else ""
