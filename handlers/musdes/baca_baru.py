"""What a line or a whole text tells about the musyawarah that it begins: kind, village, day, hours, place."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.musdes import JenisMusdes, muat_musdes
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.baca.jam import baca_jam
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Json
from handlers.dialog.tolak import Tolak
from handlers.musdes.tanya import ejaan
from handlers.tempel.jam import jam_kegiatan
from handlers.tempel.kalimat import sebaris, siapkan
from handlers.tempel.naskah import Naskah
from handlers.tempel.pecah import pecah
from handlers.tempel.peta import Peta
from handlers.tempel.tanggal import tanggal_kegiatan
from handlers.tempel.tempat import desa_kegiatan

MALAM = re.compile(r"\b(?:tadi malam|semalam|malam tadi)\b")
JAM_SAJA = re.compile(r"\b(?:jam|pukul|pkl|mulai)\.? (\d{1,2}(?:[.:]\d{2})?(?: (?:pagi|siang|sore|malam))?)")
ANGKA_JAM = re.compile(r"(?<![\d./])(\d{1,2}[.:]\d{2})(?![\d./])")
TEMPAT = re.compile(
    r"\b(?:di|tempat ?:?) ?((?:balai|bale|kantor|aula|rumah|gedung|masjid|gereja|sekolah|sd|smp|pendopo|posyandu"
    r"|lapangan|madrasah|gor)\b[^,.;\n]{0,60})",
    re.IGNORECASE,
)
BATAS_TEMPAT = re.compile(r"\s+(?:tadi|semalam|kemarin|hari ini|jam|pukul|pkl|tanggal|tgl|\d).*$", re.IGNORECASE)


def baca_baru(teks: str, d: Dialog, desa: Desa) -> bool:
    """Fills what is plain; the rest is asked. A text of several lines is kept whole for its sections."""
    dampingan = desa.dampingan()
    naskah = siapkan(pecah(teks))
    jenis = cari_jenis(teks)
    kode = desa_kegiatan(naskah, Peta(dampingan, desa.wilayah.kecamatan_dari(dampingan))).jawaban
    jam = jam_kegiatan(naskah, sebaris=sebaris(naskah)).jawaban or _mulai(naskah, teks)
    hari = tanggal_kegiatan(naskah, d.hari_ini).jawaban or _semalam(teks, jam, d)
    terisi: dict[str, Json] = {
        "jenis": jenis.kode if jenis else None,
        "desa": kode if kode in {w.kode for w in dampingan} and not (jenis and jenis.antardesa) else None,
        "tanggal": hari,
        "jam": jam,
        "tempat": _tempat(teks, naskah),
        "naskah": teks if teks.strip().count("\n") else None,
    }
    d.keadaan.jawaban.update({k: v for k, v in terisi.items() if v is not None})
    return any(v is not None for v in terisi.values())


def cari_jenis(teks: str) -> JenisMusdes | None:
    """The longest phrase that the catalogue knows; None where two kinds are named alike."""
    kalimat = f" {lipat(teks[:400])} "
    ada = [
        (len(lipat(k)), j.kode) for j in muat_musdes().jenis for k in (*j.kata, j.nama) if f" {lipat(k)} " in kalimat
    ]
    terpanjang = {kode for n, kode in ada if n == max(ada)[0] and kode != "lain"}
    return muat_musdes().menurut_kode(terpanjang.pop()) if len(terpanjang) == 1 else None


def _mulai(naskah: Naskah, teks: str) -> str | None:
    """The hour at which it began, where no end is told."""
    kalimat = " ".join([*naskah.dibaca("jam", "waktu"), lipat_jam(teks)])
    ada = [*JAM_SAJA.findall(kalimat)] or ANGKA_JAM.findall(kalimat)
    try:
        return ejaan(baca_jam(ada[0])) if len(set(ada)) == 1 else None
    except Tolak:
        return None


def lipat_jam(teks: str) -> str:
    return " ".join(teks[:1000].lower().split())


def _semalam(teks: str, jam: str | None, d: Dialog) -> str | None:
    """Tadi malam is yesterday's while today's hour has not come; after it both can be meant, and it is asked."""
    if not jam or not MALAM.search(lipat_jam(teks)):
        return None
    kini = datetime.fromtimestamp(d.kini, UTC).astimezone(ZoneInfo(d.orang.zona))
    if f"{kini:%H:%M}" >= jam[:5]:
        return None
    kemarin: date = d.hari_ini - timedelta(days=1)
    return kemarin.isoformat()


def _tempat(teks: str, naskah: Naskah) -> str | None:
    if (label := naskah.nilai("tempat")) and len(label) == 1 and len(label[0]) < 120:
        return label[0].strip(" .")
    cocok = TEMPAT.search(" ".join(teks[:1000].split()))
    tempat = BATAS_TEMPAT.sub("", cocok[1]).strip(" .") if cocok else ""
    return tempat[:1].upper() + tempat[1:] or None
