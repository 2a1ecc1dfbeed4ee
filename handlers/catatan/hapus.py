"""/hapus and /pulihkan: take an entry away, and bring it back within ten minutes."""

from __future__ import annotations

from dataclasses import dataclass

from data.desa import Desa
from data.kegiatan import URUNGKAN
from data.orang import PENDAMPING, SEMUA
from handlers.catatan.riwayat import NOMOR, tak_ketemu, tempat_dari, tindakan
from handlers.catatan.ubah import baca_nomor
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Layar, Opsi, Prompt
from handlers.dialog.questions import Text, YesNo
from handlers.dialog.tombol import perintah
from handlers.diri.hapus_data import hapus_data
from handlers.kartu import kartu
from handlers.musdes.hapus import hapus_musdes, pulihkan_musdes
from handlers.register.alih import alih_ke
from handlers.siaran.kartu import hapus_siaran, pulihkan_siaran

DATA = "data"
PULIHKAN = alih_ke("register_pulihkan", pulihkan_musdes, pulihkan_siaran)
SATU_CATATAN = "Catatan nomor berapa? Nomornya ada di riwayat. Kalau maksudnya semua data Anda, pilih Data saya."


@dataclass(frozen=True)
class TanyaApa(Text):
    """An entry's number, or all that is kept of the person."""

    kata: str = SATU_CATATAN
    petunjuk: str = "Tulis nomornya, contoh: K-2611-0042. Atau ketik data saya."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt(self.kata, (Opsi("Data saya", DATA),))

    def read(self, masukan: Masukan, layar: Layar) -> str:
        if masukan.pilih == DATA or masukan.teks.lower().split()[:1] in (["data"], ["semua"]):
            return DATA
        return super().read(masukan, layar)


def baca_apa(teks: str, d: Dialog, desa: Desa) -> bool:
    """'K-2611-0042' or 'data saya' behind the command is the first answer."""
    if teks.lower().split()[0] in (DATA, "akun"):
        d.keadaan.jawaban["nomor"] = DATA
    return baca_nomor(teks, d, desa)


@dialog(
    "hapus",
    help="Hapus catatan",
    untuk=SEMUA,
    baca=baca_apa,
    alih=alih_ke("register_hapus", hapus_musdes, hapus_siaran),
    menu=False,
)
def hapus(d: Dialog, desa: Desa) -> Kabar:
    if not set(d.orang.peran) & set(PENDAMPING):
        return hapus_data.fungsi(d, desa)
    nomor = d.ask("nomor", TanyaApa()).upper().removeprefix("#")
    if nomor == DATA.upper():
        return hapus_data.fungsi(d, desa)
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


@dialog(
    "pulihkan",
    help="Kembalikan catatan yang dihapus",
    untuk=PENDAMPING,
    alih=PULIHKAN,
    ketik=lambda sisa: bool(NOMOR.match(sisa.strip()) or PULIHKAN(sisa)),
    langsung=True,
    menu=False,
)
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
