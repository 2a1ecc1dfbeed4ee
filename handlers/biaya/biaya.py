"""/biaya: what WhatsApp has cost this month and last, what of the budget is left, and what waits."""

from __future__ import annotations

from data.biaya import BulanBiaya
from data.desa import Desa
from data.orang import ADMIN, ZONA_AWAL, tanggal_lokal
from data.wa_biaya import AUTENTIKASI, LAYANAN, PEMASARAN, UTILITAS
from handlers.biaya.kata import rupiah
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

KATEGORI = {
    LAYANAN: "Percakapan biasa",
    UTILITAS: "Pemberitahuan (templat)",
    PEMASARAN: "Pemasaran (templat)",
    AUTENTIKASI: "Kode masuk (templat)",
}
SEBAB = {
    "jendela": "sampai orangnya menulis",
    "kuota": "sampai jatah orang sehari longgar",
    "anggaran": "sampai bulan depan",
    "izin": "karena orangnya tidak mau disapa",
}
BUKAN = "Biaya WhatsApp dibaca admin yang tugasnya sudah disahkan."
BELUM = (
    "Belum ada pesan lewat WhatsApp bulan ini dan bulan lalu. "
    "Cara memasangnya ada di panduan pengelola (docs/operasi-whatsapp.md)."
)
MENU = Tombol("Menu", perintah("menu"))


@dialog("biaya", help="Biaya WhatsApp", untuk=(ADMIN,), langsung=True, menu=False)
def biaya(d: Dialog, desa: Desa) -> Kabar:
    if not desa.biaya.boleh:
        return Kabar(Pesan(BUKAN, tombol=(MENU,)))
    ini, lalu = desa.biaya.bulan(), desa.biaya.bulan(1)
    menunggu = _menunggu(desa.biaya.tertahan())
    if not (ini.jumlah or lalu.jumlah or menunggu):
        return Kabar(Pesan(BELUM, judul="Biaya WhatsApp", tombol=(MENU,)))
    bagian = [
        _bulan(ini, "Bulan ini", desa.biaya.batas.anggaran),
        _bulan(lalu, "Bulan lalu"),
        f"Disapa lebih dulu dalam 24 jam: {desa.biaya.penerima()} dari {desa.biaya.batas.tier} orang.{menunggu}",
        _perkiraan(ini),
    ]
    teks = "\n\n".join(satu for satu in bagian if satu)
    return Kabar(Pesan(teks, judul="Biaya WhatsApp", tombol=(MENU,)))


def _bulan(b: BulanBiaya, sebut: str, anggaran: int = 0) -> str:
    hari = tanggal_lokal(b.dari, ZONA_AWAL)
    dari = ""
    if anggaran:
        dari = f" dari anggaran {rupiah(anggaran * 1000)} ({b.harga * 100 // (anggaran * 1000)}%)"
    kepala = f"{sebut}, {BULAN[hari.month - 1]} {hari.year}: {rupiah(b.harga)}{dari}."
    return "\n".join([kepala, *(_baris(p.kategori, p.jumlah, p.jumlah - p.berbayar, p.harga) for p in b.isi)])


def _baris(kategori: str, jumlah: int, gratis: int, harga: int) -> str:
    bebas = f", {ejaan_angka(gratis)} gratis" if gratis else ""
    return f"• {KATEGORI[kategori]}: {ejaan_angka(jumlah)} pesan{bebas}, {rupiah(harga)}"


def _menunggu(tertahan: dict[str, int]) -> str:
    if not tertahan:
        return ""
    rinci = "; ".join(f"{ejaan_angka(n)} {SEBAB[sebab]}" for sebab, n in tertahan.items())
    return f"\nMenunggu: {rinci}."


def _perkiraan(b: BulanBiaya) -> str:
    if not b.perkiraan:
        return ""
    return (
        f"{ejaan_angka(b.perkiraan)} pesan bulan ini dihitung dari tarif di pengaturan, karena WhatsApp belum "
        "menyebutkan tagihannya. Yang pasti ialah tagihan Meta."
    )
