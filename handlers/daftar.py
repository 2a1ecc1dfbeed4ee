"""/daftar: a pendamping says who they are and which villages they serve.

Their own word only: the assignments are stored as unconfirmed, and open nothing but their own entries.
"""

from __future__ import annotations

from data import wilayah
from data.desa import Desa
from data.orang import PD, PLD, SEBUTAN, SEMUA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, Search
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
    kode = [k for k in d.ask_many("desa", lambda sudah: _tanya_desa(peran, sudah), minimal=1, maksimal=12) if k]
    tempat = [w for k in dict.fromkeys(kode) if (w := wilayah.dari_kode(k))]
    if peran == PD:
        tempat = [w for k in dict.fromkeys(w.kode.rpartition(".")[0] for w in tempat) if (w := wilayah.dari_kode(k))]
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


def _tanya_desa(peran: str, sudah: list[str]) -> Question[str]:
    kata = "Desa mana yang didampingi?" if peran == PLD else "Di kecamatan mana? Sebut salah satu desanya."
    if sudah:
        nama = ", ".join(satu.label for k in sudah if k and (satu := _pilihan(k)))
        kata = f"Sudah: {nama}. Ada lagi? Kalau sudah semua, ketik selesai."
    return Search(
        f"{kata} Ketik nama desa dan kecamatannya." if not sudah else kata,
        cari=lambda teks: [p for k in wilayah.cari_desa(teks) if (p := _pilihan(k))],
        ambil=_pilihan,
        petunjuk="Ketik nama desa dan kecamatannya, contoh: sukamaju cibeber.",
    )


def _pilihan(kode: str) -> Pilihan[str] | None:
    satu = wilayah.dari_kode(kode)
    return Pilihan(satu.kode, satu.nama, satu.kode, ket=satu.jalur) if satu else None
