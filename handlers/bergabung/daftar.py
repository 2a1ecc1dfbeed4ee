"""/daftar: somebody says who they are and where they serve, and the level above is asked to confirm it.

Until then it is their own word: the assignments are stored as unconfirmed, and open nothing but their own entries.
"""

from __future__ import annotations

from data.desa import Desa
from data.orang import ADMIN, PENDAMPING, SEBUTAN, SEMUA
from handlers.bergabung.nama_orang import tanya_nama
from handlers.bergabung.permintaan import sampaikan
from handlers.bergabung.sebut_tugas import URUT, butir_tempat, sebut_tugas, tanya_peran
from handlers.bergabung.tanya_tempat import tanya_tempat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.diri.setuju import tanya_setuju

TANPA_ADMIN = tuple(peran for peran in URUT if peran != ADMIN)


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
    if belum := tanya_setuju(d, desa):
        return belum
    peran = d.ask("peran", tanya_peran("Anda bertugas sebagai apa?", TANPA_ADMIN))
    wilayah = tanya_tempat(d, peran)
    nama = d.ask("nama", tanya_nama("Nama Anda, seperti yang dikenal koordinator?", d.orang.nama, d.orang.nama_kanal))
    d.review(f"{nama}\n{SEBUTAN[peran]} di:\n{butir_tempat(wilayah)}\n\nSudah benar?")

    desa.orang.ganti_nama(d.orang.id, nama)
    diminta = desa.permintaan.ajukan(d.orang.id, peran, wilayah, d.hari_ini)
    if not diminta:
        teks = f"Anda sudah tercatat dan disahkan sebagai {sebut_tugas(peran, wilayah)}."
        return Kabar(Pesan(teks, tombol=(Tombol("Menu", perintah("menu")),)), teks)
    ada = False
    for satu in diminta:
        pemutus = desa.permintaan.pemutus(d.orang.id, peran, satu.wilayah[0], d.hari_ini)
        sampaikan(desa, satu, nama, pemutus)
        ada = ada or bool(pemutus)
    return Kabar(_terima_kasih(nama, peran, ada_pemutus=ada), "Pendaftaran sudah tersimpan.")


def _terima_kasih(nama: str, peran: str, *, ada_pemutus: bool) -> Pesan:
    """Who decides is not named: anybody may ask, in kecamatan after kecamatan."""
    mencatat = peran in PENDAMPING
    bisa = " Sekarang Anda bisa mulai mencatat." if mencatat else ""
    if ada_pemutus:
        lanjut = "Pengesahannya saya mintakan kepada koordinator Anda; kabarnya saya sampaikan di sini."
    else:
        lanjut = "Yang mengesahkan belum ada di sini; permintaannya saya simpan sampai koordinatornya bergabung."
    tombol = Tombol("Catat kegiatan", perintah("catat")) if mencatat else Tombol("Menu", perintah("menu"))
    return Pesan(f"Terima kasih, {nama}.{bisa}\n\n{lanjut}", tombol=(tombol,))
