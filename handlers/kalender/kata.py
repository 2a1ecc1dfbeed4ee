"""How a deadline is said: its day, how sure it is, how it is known to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from data.kalender import AturanDaerah, Jatuh
from data.katalog.kalender import Acara, Batas, muat_kalender
from data.katalog.musdes import muat_musdes
from data.siklus import TAHAP
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.kartu import sebut_kegiatan
from handlers.siklus.sebut import TAHAP as SEBUT_TAHAP
from handlers.siklus.sebut import sebut_dokumen

YAKIN = {
    "teks": "naskahnya sudah dibaca",
    "sekunder": "dari ringkasan, naskahnya belum dibaca",
    "sebagian": "baru sebagian yang diperiksa",
    "ingatan": "menurut kebiasaan, belum diperiksa",
}
KIRA_KIRA = "Tanggal ini perkiraan; ikuti Perbup atau surat setempat."
KIRA_KIRA_DIRI = "Tanggal ini perkiraan; ikuti arahan yang berlaku."
SEBUT = 4
"""Villages that are named one by one."""
SATUAN = {"hari": "hari", "hari kerja": "hari kerja", "bulan": "bulan"}
TANPA_TANGGAL = "tanggalnya menurut daerah"


def sebut_sisa(sisa: int) -> str:
    """'hari ini', 'besok', '41 hari lagi', 'lewat 3 hari'."""
    if sisa < 0:
        return f"lewat {-sisa} hari"
    return {0: "hari ini", 1: "besok"}.get(sisa, f"{sisa} hari lagi")


def sebut_desa(nama: Sequence[str], banyak: int = SEBUT) -> str:
    """'Sukamaju, Mayak, dan 5 lagi'."""
    lagi = f", dan {len(nama) - banyak} lagi" if len(nama) > banyak else ""
    return f"{', '.join(nama[:banyak])}{lagi}"


def sebut_hari(hari: date, *, kira_kira: bool) -> str:
    return f"{'sekitar ' if kira_kira else ''}{ejaan_tanggal(hari)}"


def sebut_batas(acara: Acara) -> str:
    """When it is due by the catalogue: '31 Desember', 'tiap bulan tanggal 3', '3 bulan sesudah kades dilantik'."""
    batas = acara.kapan
    kata = {
        "tahun": lambda: f"{batas.jumlah} {BULAN[batas.bulan - 1]}{f' {acara.tahun}' if acara.tahun else ''}",
        "bulan": lambda: f"tiap bulan tanggal {batas.jumlah}" if batas.jumlah < 31 else "tiap akhir bulan",
        "triwulan": lambda: f"hari ke-{batas.jumlah} sesudah triwulan",
        "peristiwa": lambda: _dari_peristiwa(batas),
        "daerah": lambda: TANPA_TANGGAL,
    }
    return kata[batas.jenis]()


def _dari_peristiwa(batas: Batas) -> str:
    peristiwa = muat_kalender().peristiwa_kode(batas.peristiwa)
    assert peristiwa
    arah = "sesudah" if batas.jumlah > 0 else "sebelum"
    return f"{abs(batas.jumlah)} {SATUAN[batas.satuan]} {arah}: {peristiwa.nama.lower()}"


def sebut_selesai(acara: Acara) -> str:
    """How it is known to be done."""
    cara = [*_diketahui(acara), "ada yang menandai sudah"]
    return f"Tercatat sudah bila {' atau '.join(cara)}."


def _diketahui(acara: Acara) -> Iterator[str]:
    bila = acara.selesai_bila
    if bila.siklus:
        dokumen, tahap, _ = bila.siklus
        lebih = "" if tahap == TAHAP[-1] else " atau lebih"
        yield f"papan siklus {sebut_dokumen(dokumen, '')} sampai {SEBUT_TAHAP[tahap]}{lebih}"
    if len(bila.musdes) > 2:
        yield "ada musdes yang tercatat selesai"
    elif bila.musdes:
        yield f"musyawarah {' atau '.join(muat_musdes().menurut_kode(k).label for k in bila.musdes)} tercatat selesai"
    for kode in bila.kegiatan:
        yield f"ada catatan “{sebut_kegiatan(kode)}”"
    for kode in bila.peristiwa:
        peristiwa = muat_kalender().peristiwa_kode(kode)
        assert peristiwa
        yield f"peristiwa “{peristiwa.nama}” dicatat"


def sebut_aturan(satu: AturanDaerah) -> str:
    """What a place set: 'Perdes APB Desa: 15 Desember 2026'."""
    acara = muat_kalender().menurut_kode(satu.acara)
    nama = satu.nama or (acara.label if acara else satu.acara)
    return f"{nama}: {sebut_tanggal_daerah(satu.tanggal)}"


def sebut_tanggal_daerah(tanggal: str | None) -> str:
    if tanggal is None:
        return "tidak berlaku di sini"
    if len(tanggal) <= 2:
        return f"tiap bulan tanggal {int(tanggal)}"
    if len(tanggal) == 5:
        return f"tiap {int(tanggal[3:])} {BULAN[int(tanggal[:2]) - 1]}"
    return ejaan_tanggal(date.fromisoformat(tanggal))


def sebut_akibat(semua: Sequence[Jatuh]) -> str:
    """Lines of what falls due because of an event."""
    return "\n".join(f"• {j.acara.nama}: {ejaan_tanggal(j.jatuh)}" for j in semua)
