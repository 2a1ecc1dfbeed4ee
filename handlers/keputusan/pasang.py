"""A decision's state is set, and those whom it concerns are told."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import BARU, BATAL, BERJALAN, DIBAWA, SELESAI, TERHAMBAT, Keputusan
from handlers.dialog.dialog import Dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.keputusan.bukti import Bukti
from handlers.keputusan.kartu_putusan import kartu_putusan
from handlers.keputusan.sebut import SEBUT, di_mana, sebut_status

TERIMA = {
    BARU: "Baik, ditulis belum mulai.",
    BERJALAN: "Baik, ditulis sedang berjalan.",
    SELESAI: "Terima kasih, satu keputusan selesai.",
    TERHAMBAT: "Baik, ditulis terhambat.",
    DIBAWA: "Baik, nanti ditawarkan lagi saat musdes sejenis tahun depan.",
    BATAL: "Baik, ditulis tidak jadi.",
}


def pasang(k: Keputusan, status: str, d: Dialog, desa: Desa, bukti: Bukti | None = None) -> Pesan:
    """The card as it is afterwards. `bukti`: what was said or shown of it."""
    b = bukti or Bukti()
    if not desa.keputusan.tandai(k, status, b.kata, b.sidik):
        return kartu_putusan(k, d, desa, f"Sudah tercatat: {SEBUT[status]}.")
    _kabari(k, status, b, d, desa)
    lebih = f"Yang disimpan satu foto; {b.lebih} lainnya tidak." if b.lebih else ""
    return kartu_putusan(desa.keputusan.ambil(k.nomor) or k, d, desa, f"{TERIMA[status]} {lebih}".strip())


def _kabari(k: Keputusan, status: str, b: Bukti, d: Dialog, desa: Desa) -> None:
    """Whoever recorded it; and who was to do it, when nothing is awaited of them any more."""
    kepada = {k.pencatat} | ({k.pj_orang} if k.pj_orang and status in (DIBAWA, BATAL) else set())
    pesan = Pesan(
        f"{d.orang.nama}: {sebut_status(status, sebaris(b.kata, 300), b.sidik)}\n\n"
        f"{sebaris(k.isi, 600)}\n{di_mana(k.desa, desa)}",
        judul=f"Keputusan {k.nomor}",
        tombol=(Tombol("Lihat keputusan", perintah(f"putusan {k.nomor}")),),
    )
    for orang_id in sorted(kepada - {d.orang.id}):
        kabari(desa, orang_id, pesan, f"putusan:{k.nomor}:{orang_id}:{d.kini}")
