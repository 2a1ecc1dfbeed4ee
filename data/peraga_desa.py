"""What the demo's villages have besides entries and musyawarah: invented figures, institutions and names."""

from __future__ import annotations

from datetime import date, timedelta

from data.blt import BltBaru, SalurBaru
from data.desa import Desa
from data.masalah.lapor import Laporan

TRIWULAN = ((1, 3, "04-10"), (4, 6, "07-10"), (7, 9, "10-12"))
"""Months that are paid together, and the day they are paid on."""
KELUARGA, SEBULAN = 40, 300_000


def isi_desa(desa: Desa, hari: date, sukamaju: str, sukamanah: str) -> None:
    """One village with something in every part, its neighbour with hardly anything: both are worth looking at."""
    _ekonomi(desa, hari, sukamaju)
    _blt(desa, hari.year, hari, sukamaju)
    for nama, kelamin, bidang in (("Euis", "perempuan", ["layanan"]), ("Jajang", "laki", ["teknis", "data"])):
        desa.register.tambah("kader", sukamaju, {"nama": nama, "kelamin": kelamin, "bidang": bidang})
    desa.register.tambah(
        "aset", sukamaju, {"nama": "Mata air Cikahuripan", "golongan": "alam", "manfaat": "Air bersih dua dusun"}
    )
    desa.indeks_desa.catat(sukamaju, hari.year - 2, "berkembang", "Contoh demo")
    desa.indeks_desa.catat(sukamaju, hari.year - 1, "maju", "Contoh demo")
    desa.indeks_desa.catat(sukamanah, hari.year - 1, "berkembang", "Contoh demo")
    desa.fungsi.tandai(sukamaju, "F4.3", "selesai", tanggal=_hari(hari, -35))
    desa.masalah.lapor(
        Laporan(sukamaju, "pembangunan", "Talud RT 02 retak, dekat rumah warga.", "pendamping"), (), "", None
    )


def _ekonomi(desa: Desa, hari: date, kode: str) -> None:
    desa.bumdes.gerakkan(kode, 1, hari - timedelta(days=70))
    desa.bumdes.gerakkan(kode, 3, hari - timedelta(days=40))
    desa.bumdes.ubah(kode, {"aktif": "aktif", "unit": "simpan pinjam, air bersih", "modal": 50_000_000})


def _blt(desa: Desa, tahun: int, hari: date, kode: str) -> None:
    """Paid as far as the day allows, but for the last quarter that is due."""
    desa.blt.tetapkan(kode, tahun, BltBaru(KELUARGA, SEBULAN))
    lewat = [t for t in TRIWULAN if date.fromisoformat(f"{tahun}-{t[2]}") < hari]
    for dari, sampai, pada in lewat[:-1]:
        rupiah = KELUARGA * SEBULAN * (sampai - dari + 1)
        desa.blt.bayar(SalurBaru(kode, tahun, dari, sampai, f"{tahun}-{pada}", KELUARGA, rupiah))


def _hari(hari: date, geser: int) -> str:
    return (hari + timedelta(days=geser)).isoformat()
