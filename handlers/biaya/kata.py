"""How the money is told."""

from __future__ import annotations

from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.dialog.tombol import perintah

LIHAT = Tombol("Lihat biaya", perintah("biaya"))
BERIKUTNYA = {
    80: "Rekap, ringkasan, dan siaran ke WhatsApp sekarang menunggu, atau pindah ke Telegram orangnya. "
    "Balasan, jawaban, tenggat, dan pengingat tetap jalan.",
    100: "Sampai bulan depan yang masih dikirim ke WhatsApp hanya balasan dan jawaban dalam 24 jam sesudah orangnya "
    "menulis. Yang lain menunggu, atau pindah ke Telegram orangnya.",
}
"""By per cent of the month's budget."""


def rupiah(seperseribu: int) -> str:
    """'Rp 1.250'; what is not even one rupiah is none."""
    return f"Rp {ejaan_angka(round(seperseribu / 1000))}"


def kabar_anggaran(persen: int, terpakai: int, anggaran: int) -> Pesan:
    """`terpakai` in thousandths of a rupiah, `anggaran` in rupiah."""
    kepala = "sudah habis" if persen >= 100 else f"sudah terpakai {persen}%"
    return Pesan(
        f"Anggaran WhatsApp bulan ini {kepala}: {rupiah(terpakai)} dari {rupiah(anggaran * 1000)}.\n\n"
        f"{BERIKUTNYA[persen]}",
        judul="Anggaran WhatsApp",
        tombol=(LIHAT,),
        templat=Templat("kd_anggaran", (kepala,)),
    )
