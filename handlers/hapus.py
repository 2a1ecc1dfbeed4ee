"""/hapus and /pulihkan: take an entry away, and bring it back within ten minutes."""

from __future__ import annotations

from data.desa import Desa
from data.kegiatan import URUNGKAN
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import YesNo
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu
from handlers.riwayat import NOMOR, tak_ketemu, tempat_dari, tindakan
from handlers.ubah import baca_nomor, tanya_nomor


@dialog("hapus", help="Hapus catatan", untuk=PENDAMPING, baca=baca_nomor, menu=False)
def hapus(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor()).upper().removeprefix("#")
    lama = desa.kegiatan.ambil(nomor)
    if lama is None:
        return Kabar(tak_ketemu(nomor[:20]))
    isi = kartu(lama, tempat_dari(lama, desa), len(desa.kegiatan.foto(lama.id)))
    yakin = d.ask(
        "yakin",
        YesNo(f"Hapus catatan #{nomor}?\n\n{isi}", ya="Hapus", tidak="Jangan", petunjuk="Jawab hapus atau jangan."),
    )
    if not yakin:
        return Kabar(Pesan(f"Catatan #{nomor} tetap ada.", tombol=tindakan(nomor)), f"Catatan #{nomor} tetap ada.")
    desa.kegiatan.hapus(lama)
    pesan = Pesan(
        f"Catatan #{nomor} dihapus. Kalau keliru, bisa dikembalikan dalam {URUNGKAN // 60} menit.",
        tombol=(Tombol("Kembalikan", perintah(f"pulihkan {nomor}")), Tombol("Riwayat", perintah("riwayat"))),
    )
    return Kabar(pesan, f"Catatan #{nomor} dihapus.")


@dialog("pulihkan", help="Kembalikan catatan yang dihapus", untuk=PENDAMPING, langsung=True, menu=False)
def pulihkan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    nomor = cocok[1].upper() if cocok else ""
    lama = desa.kegiatan.ambil(nomor, terhapus=True) if nomor else None
    if not nomor:
        return Kabar(Pesan("Catatan nomor berapa yang dikembalikan? Contoh: /pulihkan K-2611-0042"))
    if lama is None:
        return Kabar(tak_ketemu(nomor))
    if lama.dihapus is None:
        return Kabar(Pesan(f"Catatan #{nomor} masih ada, tidak terhapus.", tombol=tindakan(nomor)))
    if not desa.kegiatan.pulihkan(lama):
        teks = f"Catatan #{nomor} dihapus lebih dari {URUNGKAN // 60} menit lalu. Silakan catat ulang."
        return Kabar(Pesan(teks, tombol=(Tombol("Catat kegiatan", perintah("catat")),)))
    return Kabar(Pesan(f"Catatan #{nomor} sudah kembali.", tombol=tindakan(nomor)))
