"""Erase my data: what goes, what stays and why, said twice over, and a day to change one's mind."""

from __future__ import annotations

from data.desa import Desa
from data.orang import SEMUA, WARGA
from data.penghapusan import NAMA_TERHAPUS, TUNDA
from handlers.bergabung.sebut_tugas import sebut_saat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.tombol import perintah

JAM = TUNDA // 3600
MENU = (Tombol("Menu", perintah("menu")),)
BATALKAN = Tombol("Batal hapus data", perintah("batal_hapus"))
PENDAMPING = f"""Kalau data Anda dihapus:

• Yang hilang: nama, semua alamat chat, isi chat, draf, foto yang belum disetujui, dan penugasan Anda.
• Yang tetap: catatan kegiatan dan foto yang sudah disetujui, karena sudah jadi bagian laporan desa. \
Nama Anda di sana diganti “{NAMA_TERHAPUS}”.
• Tetap juga: jejak perubahan, hanya berupa nomor, karena tidak boleh ada yang bisa mengubahnya.

Unduh dulu salinannya lewat /datasaya kalau perlu. Lanjut?"""
BUKAN_PENDAMPING = """Kalau data Anda dihapus, yang hilang: sebutan, alamat chat, isi chat, dan draf Anda di sini. \
Yang tetap: jejak bahwa pernah ada yang menghapus, hanya berupa nomor.

Lanjut?"""
TETAP = "Baik, data Anda tetap di sini."


@dialog(
    "hapus_data",
    help="Hapus data saya",
    untuk=SEMUA,
    kata=("hapus data saya", "hapus akun", "hapus akun saya"),
    menu=False,
)
def hapus_data(d: Dialog, desa: Desa) -> Kabar:
    if d.orang.contoh:
        return Kabar(Pesan("Ini tokoh contoh dalam peragaan, jadi datanya tidak dihapus.", tombol=MENU))
    if menunggu := desa.penghapusan.menunggu(d.orang.id):
        return Kabar(Pesan(_dijadwalkan(menunggu[1], d), tombol=(BATALKAN, *MENU)))
    teks = PENDAMPING if d.orang.peran != (WARGA,) else BUKAN_PENDAMPING
    lanjut = [Pilihan("lanjut", "Lanjut", True, kata=("ya",)), Pilihan("jangan", "Jangan", False, kata=("tidak",))]
    if not d.ask("lanjut", Choice(teks, lanjut, petunjuk="Jawab lanjut atau jangan.")):
        return Kabar(Pesan(TETAP, tombol=MENU), TETAP)
    yakin = [Pilihan("hapus", "HAPUS", True), Pilihan("jangan", "Jangan", False, kata=("tidak",))]
    tanya = "Sekali lagi, supaya tidak keliru. Ketik HAPUS, atau ketuk tombolnya."
    if not d.ask("yakin", Choice(tanya, yakin, petunjuk="Ketik HAPUS kalau sudah yakin; kalau tidak, jangan.")):
        return Kabar(Pesan(TETAP, tombol=MENU), TETAP)
    jatuh = desa.penghapusan.minta(d.orang.id)
    desa.jejak.tulis("minta hapus", "orang", d.orang.id)
    return Kabar(Pesan(_dijadwalkan(jatuh, d), tombol=(BATALKAN, *MENU)), "Penghapusan data sudah dijadwalkan.")


@dialog(
    "batal_hapus",
    help="Batal hapus data",
    untuk=SEMUA,
    kata=("batal hapus", "batal hapus data"),
    langsung=True,
    menu=False,
)
def batal_hapus(d: Dialog, desa: Desa) -> Kabar:
    if not desa.penghapusan.batal(d.orang.id):
        return Kabar(Pesan("Tidak ada penghapusan data yang dijadwalkan.", tombol=MENU))
    desa.jejak.tulis("batal hapus", "orang", d.orang.id)
    return Kabar(Pesan("Penghapusannya dibatalkan. Data Anda tetap di sini.", tombol=MENU))


def _dijadwalkan(jatuh: int, d: Dialog) -> str:
    return (
        f"Data Anda akan dihapus {sebut_saat(jatuh, d.orang.zona)}, {JAM} jam sejak diminta. "
        "Sampai saat itu masih bisa dibatalkan."
    )
