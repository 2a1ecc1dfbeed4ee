"""/daftar: a pendamping says who they are and which villages they serve.

Their own word only: the assignments are stored as unconfirmed, and open nothing but their own entries.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.desa import Desa
from data.orang import PD, PLD, SEBUTAN, SEMUA
from data.wilayah import KECAMATAN, Temuan, Wilayah, cari_desa, cari_wilayah, dari_kode
from handlers.cari_tempat import CariTempat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.tombol import perintah


@dialog(
    "daftar",
    help="Daftar sebagai pendamping",
    untuk=SEMUA,
    kata=("saya pendamping", "saya pendamping desa"),
    menu=False,
)
def daftar(d: Dialog, desa: Desa) -> Kabar:
    if not desa.pengaturan.daftar_mandiri:
        return Kabar(Pesan("Di sini pendaftaran lewat undangan. Silakan minta tautannya kepada koordinator Anda, ya."))
    peran = d.ask("peran", _tanya_peran())
    if peran == PD:
        tempat = _tempat(d.ask_many("kecamatan", _tanya_kecamatan, minimal=1, maksimal=12))
    else:
        tempat = _tempat(d.ask_many("desa", _tanya_desa, minimal=1, maksimal=12))
    sebut = "\n".join(f"• {w.nama} ({w.jalur})" for w in tempat)
    d.review(f"{SEBUTAN[peran]} untuk:\n{sebut}\n\nSudah benar?")

    for satu in tempat:
        _tugaskan(d, desa, peran, satu.kode)
    sapa = f"Terima kasih, {d.orang.nama}. Sekarang Anda bisa mulai mencatat."
    return Kabar(Pesan(sapa, tombol=(Tombol("Catat kegiatan", perintah("catat")),)), "Pendaftaran sudah tersimpan.")


def _tugaskan(d: Dialog, desa: Desa, peran: str, kode: str) -> None:
    desa.wilayah.kenalkan(kode)
    kecamatan = kode if peran == PD else kode.rpartition(".")[0]
    desa.wilayah.kenalkan(kecamatan)
    if peran == PD:
        desa.wilayah.kenalkan_desa(kecamatan)
    desa.orang.tugaskan(d.orang.id, peran, kode, d.hari_ini, disahkan=False)


def _tanya_peran() -> Question[str]:
    pilihan = [
        Pilihan(PLD, "PLD (beberapa desa)", PLD, kata=("pld", "pendamping lokal desa")),
        Pilihan(PD, "PD (satu kecamatan)", PD, kata=("pd", "pendamping desa")),
    ]
    return Choice("Anda bertugas sebagai apa?", pilihan, petunjuk="Ketik PLD atau PD.")


def _tanya_desa(sudah: list[str]) -> Question[str]:
    if sudah:
        return CariTempat(_ada_lagi(sudah))
    return CariTempat("Desa mana yang didampingi? Ketik nama desa dan kecamatannya.")


def _tanya_kecamatan(sudah: list[str]) -> Question[str]:
    kata = _ada_lagi(sudah) if sudah else "Di kecamatan mana? Ketik nama kecamatan dan kabupatennya."
    petunjuk = "Ketik nama kecamatan dan kabupatennya, contoh: cibeber cianjur."
    return CariTempat(kata, KECAMATAN, _cari_kecamatan, petunjuk)


def _ada_lagi(sudah: list[str]) -> str:
    nama = ", ".join(w.nama for w in _tempat(sudah))
    return f"Sudah: {nama}. Ada lagi? Kalau sudah semua, ketik selesai."


def _cari_kecamatan(teks: str) -> Temuan:
    """By its own name; failing that by one of its villages."""
    temuan = cari_wilayah(teks, KECAMATAN)
    if temuan.jumlah and temuan.persis:
        return temuan
    lewat_desa = cari_desa(teks)
    if temuan.jumlah and not lewat_desa.persis:
        return temuan
    return Temuan(tuple(dict.fromkeys(k.rpartition(".")[0] for k in lewat_desa.kode)), lewat_desa.persis)


def _tempat(kode: Iterable[str]) -> list[Wilayah]:
    """Each once, in the order they were named."""
    return [w for k in dict.fromkeys(kode) if (w := dari_kode(k))]
