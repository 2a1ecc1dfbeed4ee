"""The plan on paper: an RKTL grid for printing, and the same as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.kegiatan import PILAR
from data.orang import SEBUTAN
from data.rencana import DISETUJUI, Kemajuan, Rencana, menurut_pilar
from data.rencana.pekan import SEMUA
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.isian import SEBUTAN_PILAR
from handlers.kartu import sebut_kegiatan, sebut_tempat
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai
from handlers.rencana.sebut import MISKIN, ROMAWI, sebut_miskin, sebut_pekan, sebut_sebab, tempat_rencana

Bahan = Mapping[str, str | int]
RENCANA, TERLAKSANA, LEWAT, SUSULAN, TAMBAHAN = "rencana", "terlaksana", "lewat", "susulan", "tambahan"
"""A week of the grid: planned, and to come or over before the plan was made; planned and logged; past without an
entry; the same, but another week made up for it; logged though not planned."""
HURUF = {RENCANA: "r", TERLAKSANA: "v", LEWAT: "–", SUSULAN: "s", TAMBAHAN: "+"}
DRAF = "DRAF"


def rencana_pdf(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: nomor 'N-2611-0002'."""
    from handlers.cetak.mesin import cetak_pdf  # a typesetter that only those who ask for a paper should load

    return cetak_pdf("rencana", isi_rencana(_ambil(desa, bahan), desa, hari_ini))


def _ambil(desa: Desa, bahan: Bahan) -> Rencana:
    """Raises `LookupError` where it is not, or no longer, theirs to read."""
    r = desa.rencana.ambil(str(bahan["nomor"]))
    if r is None:
        raise LookupError(f"no plan {bahan['nomor']}")
    return r


def isi_rencana(r: Rencana, desa: Desa, hari_ini: date) -> dict[str, Any]:
    semua = [m for m in desa.rencana.kemajuan(r) if m.butir.dihapus is None]
    di = tempat_rencana(r.desa, desa)
    maju = {p.pilar: p for p in menurut_pilar(semua)}
    nomor = {m.butir.urutan: n for n, m in enumerate(semua, start=1)}
    pilar = []
    for satu in (*PILAR, None):
        if ini := [m for m in semua if m.butir.pilar == satu]:
            p = maju.get(satu) if satu else None
            pilar.append(
                {
                    "nama": SEBUTAN_PILAR[satu] if satu else "Lainnya",
                    "angka": f"{p.selesai} dari {p.butir} kegiatan tercapai ({p.persen}%)" if p else "",
                    "butir": [_butir(m, nomor[m.butir.urutan]) for m in ini],
                }
            )
    return {
        "draf": "" if r.resmi else DRAF,
        "judul": f"Rencana Kerja Tahunan {r.tahun}",
        "tempat": f"{sebut_tempat(di)}, {di.jalur}",
        "penyusun": f"{r.nama}, {SEBUTAN[r.peran]}",
        "nomor": r.nomor,
        "bulan": [nama[:3] for nama in BULAN],
        "romawi": list(ROMAWI[1:]),
        "pilar": pilar,
        "miskin": f"{sebut_miskin([m.butir for m in semua])}.",
        "sampai": f"Tercapai dihitung dari catatan {r.nama} sampai {ejaan_tanggal(hari_ini, False)}.",
        "status": _status(r, desa)
        + (" Yang berubah sesudah itu belum." if r.resmi and any(m.butir.tanda for m in semua) else ""),
    }


def _butir(m: Kemajuan, nomor: int) -> dict[str, Any]:
    b = m.butir
    return {
        "no": str(nomor),
        "nama": sebut_kegiatan(b.kegiatan),
        "uraian": b.uraian,
        "miskin": b.miskin,
        "berubah": bool(b.tanda),
        "target": f"{b.target} {b.satuan}",
        "tercapai": "–" if m.tercapai is None else str(m.tercapai),
        "pihak": b.pihak,
        "pekan": [tanda_pekan(m, p) for p in SEMUA],
    }


def tanda_pekan(m: Kemajuan, pekan: str) -> str:
    """'' of a week in which nothing was planned and nothing logged."""
    if pekan in m.butir.pekan:
        if pekan in m.terisi:
            return TERLAKSANA
        if pekan in m.tertinggal:
            return LEWAT
        return SUSULAN if pekan in m.tersusul else RENCANA
    return TAMBAHAN if pekan in m.terisi else ""


def _status(r: Rencana, desa: Desa) -> str:
    if r.status != DISETUJUI or r.diputus is None:
        return "Belum disetujui. Kertas ini draf."
    hari = datetime.fromtimestamp(r.diputus, UTC).astimezone(ZoneInfo(tempat_rencana(r.desa, desa).zona)).date()
    return f"Disetujui {r.pemutus}, {ejaan_tanggal(hari, False)}."


def rencana_xlsx(desa: Desa, bahan: Bahan, hari_ini: date) -> bytes:
    """`bahan`: nomor 'N-2611-0002'."""
    r = _ambil(desa, bahan)
    semua = [m for m in desa.rencana.kemajuan(r) if m.butir.dihapus is None]
    di = tempat_rencana(r.desa, desa)
    apa = f"Rencana kerja {r.tahun} {r.nama} untuk {sebut_tempat(di)}, {r.nomor}. {_status(r, desa)} "
    apa += f"{sebut_miskin([m.butir for m in semua])}."
    awal = "" if r.resmi else f"{DRAF} "
    return buat_xlsx(
        [
            Lembar(f"{awal}Rencana {r.tahun}", KOLOM, _baris(semua), apa),
            Lembar(f"{awal}RKTL {r.tahun}", KOLOM_RKTL, _kisi(semua), "Kegiatan × minggu. " + ARTI),
        ],
        hari=hari_ini,
    )


ARTI = (
    "r: direncanakan; v: direncanakan dan tercatat; –: lewat tanpa catatan; s: lewat, lalu tersusul; "
    "+: tercatat di luar rencana."
)
BUTIR = (
    Kolom("Pilar", 22, "teks", "Satu dari empat pilar kerja pendamping."),
    Kolom("Kegiatan", 40, "teks", "Jenis kegiatan; catatan dengan jenis ini menghitung capaiannya."),
    Kolom("Uraian", 50, "teks", "Apa yang dikerjakan."),
    Kolom("Kelompok miskin", 10, "ya", "Ya: kelompok miskin didahulukan."),
    Kolom("Target", 9, "angka", "Yang dituju dalam setahun."),
    Kolom("Satuan", 12, "teks", "Kali, orang, dan bulan dihitung dari catatan; satuan lain diisi penyusunnya."),
    Kolom("Tercapai", 10, "angka", "Sampai hari berkas ini dibuat; kosong: belum diisi."),
    Kolom("Tercapai (%)", 10, "angka", "Paling banyak 100."),
    Kolom("Minggu", 34, "teks", "Minggu I sampai IV tiap bulan."),
    Kolom("Lewat tanpa catatan", 30, "teks", "Minggu rencana yang lewat dan belum tersusul."),
    Kolom("Bersama", 34, "teks", "Dengan siapa."),
)
"""Of one planned activity, wherever it is listed; `sel_butir` fills them."""
KOLOM = (
    Kolom("No", 5, "angka", "Urutan dalam rencana."),
    *BUTIR,
    Kolom("Alasan", 50, "teks", "Mengapa diusulkan, bila berasal dari usulan aplikasi."),
)
KOLOM_RKTL = (
    Kolom("No", 5, "angka", "Sama dengan lembar rencana."),
    Kolom("Kegiatan", 40, "teks", "Jenis kegiatan."),
    *(
        Kolom(f"{BULAN[int(p[:2]) - 1][:3]} {ROMAWI[int(p[3:])]}", 6, "teks", f"Minggu {ROMAWI[int(p[3:])]} bulan itu.")
        for p in SEMUA
    ),
)


def _baris(semua: list[Kemajuan]) -> Iterator[tuple[Nilai, ...]]:
    for n, m in enumerate(semua, start=1):
        yield n, *sel_butir(m), sebut_sebab(m.butir)


def sel_butir(m: Kemajuan) -> tuple[Nilai, ...]:
    b = m.butir
    return (
        SEBUTAN_PILAR[b.pilar] if b.pilar else "Lainnya",
        sebut_kegiatan(b.kegiatan),
        b.uraian,
        b.miskin,
        b.target,
        b.satuan,
        m.tercapai,
        m.persen,
        sebut_pekan(b.pekan),
        sebut_pekan(m.tertinggal),
        b.pihak,
    )


def _kisi(semua: list[Kemajuan]) -> Iterator[tuple[str | int, ...]]:
    for n, m in enumerate(semua, start=1):
        nama = f"{MISKIN} {sebut_kegiatan(m.butir.kegiatan)}" if m.butir.miskin else sebut_kegiatan(m.butir.kegiatan)
        yield n, nama, *(HURUF.get(tanda_pekan(m, p), "") for p in SEMUA)
