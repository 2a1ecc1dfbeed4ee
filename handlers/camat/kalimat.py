"""The sentences of the report. Each says only what was logged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from data.camat import DesaCamat, Isi, MusdesCamat
from data.camat.isi import Hadirin
from data.katalog.bumdes import muat_bumdes
from data.katalog.sebutan import sebutan
from data.orang import SEBUTAN
from data.wilayah import dari_kode
from handlers.blt.sebut import rentang_bulan
from handlers.catatan.bulan import akhir_bulan, sebut_bulan
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.kartu import sebut_tempat
from handlers.kertas.kalimat import jajar
from handlers.musdes.sebut import menurut_kode
from handlers.siklus.sebut import KET_TAHAP, sebut_dokumen

KOSONG = "Belum ada yang tercatat bulan ini."
PEMIMPIN = {"distrik": "Kepala Distrik", "kapanewon": "Panewu", "kemantren": "Mantri Pamong Praja"}


def hari(iso: str) -> str:
    """'30 Juni 2027'"""
    return ejaan_tanggal(date.fromisoformat(iso), dengan_hari=False)


def tempat(kode: str, nama: str = "") -> str:
    """'Kecamatan Cibeber', 'Kabupaten Cianjur'."""
    di = dari_kode(kode)
    return sebut_tempat(di) if di else nama or kode


def sebut_desa(kode: str, nama: str) -> str:
    """'Desa Sukamaju', 'Gampong Lamteh'."""
    kata = sebutan(kode).desa
    return nama if nama.lower().startswith(f"{kata} ") else f"{kata.capitalize()} {nama}"


def penanda(isi: Isi) -> str:
    """'Camat Cibeber', 'Panewu Wonosari'."""
    return f"{PEMIMPIN.get(sebutan(isi.kode).kecamatan, 'Camat')} {isi.nama}"


def utuh(isi: Isi) -> bool:
    """Whether all of the month is counted."""
    return isi.sampai >= akhir_bulan(isi.awal).isoformat()


def masa(isi: Isi) -> str:
    """'bulan Oktober 2026'; of one that is under way '1 sampai 20 November 2026'."""
    if utuh(isi):
        return f"bulan {sebut_bulan(isi.awal)}"
    akhir = hari(isi.sampai)
    return f"1 sampai {akhir}" if isi.sampai > isi.awal.isoformat() else akhir


def data(isi: Isi) -> str:
    peran = Counter(SEBUTAN[o.peran] for o in isi.orang)
    rinci = f" ({jajar([f'{n} {p}' for p, n in peran.items()])})" if peran else ""
    desa = f"{len(isi.desa)} {sebutan(isi.kode).desa}"
    if not isi.orang:
        return f"Belum ada tenaga pendamping profesional yang penugasannya disahkan untuk {desa} di sini."
    return f"Tenaga pendamping profesional yang bertugas: {len(isi.orang)} orang{rinci}, untuk {desa}."


def kegiatan(isi: Isi) -> str:
    if not isi.catatan:
        return "Belum ada kegiatan yang dicatat."
    di_desa = f"{isi.kunjungan} kunjungan lapangan ke {isi.dikunjungi} dari {len(isi.desa)} {sebutan(isi.kode).desa}"
    kecamatan = f"; {isi.kecamatan} di tingkat {sebutan(isi.kode).kecamatan}" if isi.kecamatan else ""
    return f"Dicatat {isi.catatan} kegiatan, di antaranya {di_desa}{kecamatan}."


def hadirin(h: Hadirin) -> str:
    """'34 orang (22 L, 12 P)'; '' of nobody."""
    if not h.semua:
        return ""
    rinci = [f"{n} {apa}" for n, apa in ((h.laki, "L"), (h.perempuan, "P"), (h.tak_dirinci, "tidak dirinci")) if n]
    return f"{h.semua} orang ({', '.join(rinci)})"


def musdes(m: MusdesCamat) -> str:
    """'Musdes RKP, 12 November 2026, 53 orang (34 L, 19 P). Keputusan: 1) …; 2) …'"""
    if m.laki is not None and m.perempuan is not None:
        orang = hadirin(Hadirin(m.laki, m.perempuan))
    else:
        orang = f"{m.hadir} orang" if m.hadir else ""
    kepala = ", ".join(b for b in (menurut_kode(m.jenis).nama, hari(m.tanggal), orang) if b)
    if not m.putusan:
        return f"{kepala}. Keputusannya belum dicatat."
    return f"{kepala}. Keputusan: {'; '.join(f'{n}) {_polos(p)}' for n, p in enumerate(m.putusan, start=1))}."


def hasil_desa(d: DesaCamat) -> Iterator[str]:
    if d.kosong:
        yield KOSONG
        return
    if d.catatan:
        peserta = hadirin(d.hadirin)
        yield f"Kegiatan {d.catatan}, kunjungan lapangan {d.kunjungan}{f', peserta {peserta}' if peserta else ''}."
    yield from map(musdes, d.musdes)
    for dokumen, tahun, tahap in d.siklus:
        yield f"{sebut_dokumen(dokumen, d.kode)} {tahun}: {KET_TAHAP[tahap]}."
    for s in d.blt:
        keluarga = f"{ejaan_angka(s.keluarga)} keluarga, {ejaan_uang(s.rupiah)}"
        yield f"BLT Desa {rentang_bulan(s.dari, s.sampai)} {s.tahun}: {keluarga}, {hari(s.tanggal)}."
    if d.bumdes is not None:
        yield f"BUM Desa: {_langkah(d.bumdes)}."


def antardesa(m: MusdesCamat, desa: tuple[str, ...]) -> str:
    return f"{jajar(desa)}: {musdes(m)}"


def masalah(isi: Isi) -> str:
    n, j = len(isi.masalah), isi.jumlah_masalah
    kata = [f"Dari catatan kegiatan: {n} masalah." if n else "Belum ada masalah di catatan kegiatan."]
    if j.baru or j.selesai or j.terbuka:
        kata.append(
            f"Yang dipantau pendamping: {j.baru} dicatat bulan ini, {j.selesai} selesai, {j.terbuka} masih terbuka."
        )
    return " ".join(kata)


def rencana(isi: Isi) -> str:
    """'' where the tables say it all."""
    kata = []
    if not isi.rencana:
        kata.append("Belum ada rencana kerja yang disetujui untuk bulan itu.")
    if isi.putusan_lewat:
        kata.append(f"Keputusan musyawarah yang lewat tenggat dan masih terbuka: {isi.putusan_lewat}.")
    return " ".join(kata)


def _langkah(kode: int) -> str:
    try:
        return muat_bumdes().ambil(kode).nama.lower()
    except KeyError:
        return f"langkah {kode}"


def _polos(teks: str) -> str:
    """As part of a longer sentence: on one line, without its full stop."""
    return " ".join(teks.split()).rstrip(".")
