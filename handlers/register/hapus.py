"""/register_hapus and /register_pulihkan: what should not be there goes, for ten minutes."""

from __future__ import annotations

from data.desa import Desa
from data.kegiatan import URUNGKAN
from data.register import Register, SudahAda
from data.register.baca import jenis_dari
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import YesNo
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.register.kait import kait
from handlers.register.kartu import kartu, kartu_kini
from handlers.register.pasang import sesudah
from handlers.register.sebut import NOMOR, PEMBACA, REGISTER, di_mana, sebut_judul, tak_ada
from handlers.register.ubah import ambil, baca_nomor

MENIT = URUNGKAN // 60


@dialog(
    "register_hapus",
    help="Hapus dari register",
    untuk=PEMBACA,
    menu=False,
    baca=baca_nomor,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
    pengenal=frozenset({"nomor", "bagian"}),
)
def register_hapus(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("dihapus", d, desa)
    if isinstance(r, Kabar):
        return r
    tanya = f"Hapus {r.nomor}?\n\n{sebaris(r.judul, 200)}\n{di_mana(r.desa, desa)}"
    yakin = d.ask("yakin", YesNo(tanya, ya="Hapus", tidak="Jangan", petunjuk="Jawab hapus atau jangan."))
    if not yakin:
        return Kabar(kartu(r, d, desa, "Baik, tetap ada."), f"{r.nomor} tetap ada.")
    desa.register.hapus(r)
    lagi = kait(r).sesudah(r, "hapus", d, desa)
    _kabari(r, d, desa)
    jenis = jenis_dari(r.jenis)
    teks = f"{sebut_judul(r)} dihapus. Kalau keliru, bisa dikembalikan dalam {MENIT} menit. {lagi}".strip()
    tombol = (
        Tombol("Kembalikan", perintah(f"register_pulihkan {r.nomor}")),
        Tombol(f"Semua {jenis.sebutan}", perintah(jenis.kode)),
    )
    return Kabar(Pesan(teks, tombol=tombol), f"{r.nomor} dihapus.")


def _kabari(r: Register, d: Dialog, desa: Desa) -> None:
    """Whoever wrote it, while it can still be brought back."""
    if r.orang_id == d.orang.id:
        return
    pesan = Pesan(
        f"{d.orang.nama} menghapus {r.nomor} ({sebaris(r.judul, 200)}).\n\n"
        f"Kalau keliru, bisa dikembalikan dalam {MENIT} menit.",
        judul=sebut_judul(r),
        tombol=(Tombol("Kembalikan", perintah(f"register_pulihkan {r.nomor}")),),
    )
    kabari(desa, r.orang_id, pesan, f"register:{r.nomor}:hapus:{d.kini}")


@dialog("register_pulihkan", help="Kembalikan ke register", untuk=PEMBACA, langsung=True, menu=False)
def register_pulihkan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        contoh = "Nomor berapa yang dikembalikan? Contoh: /register_pulihkan AL-2611-0003"
        return Kabar(Pesan(contoh, tombol=(REGISTER,)))
    nomor = cocok[1].upper()
    if ada := desa.register.ambil(nomor):
        return Kabar(kartu(ada, d, desa, "Yang ini masih ada, tidak terhapus."))
    r = desa.register.terhapus(nomor)
    if r is None:
        return Kabar(tak_ada(nomor))
    try:
        kembali = desa.register.pulihkan(r)
    except SudahAda as sudah:
        return Kabar(kartu_kini(sudah.nomor, d, desa, f"Sudah ada gantinya, jadi {nomor} tidak dikembalikan."))
    if not kembali:
        teks = f"{nomor} dihapus lebih dari {MENIT} menit lalu. Silakan dicatat ulang."
        return Kabar(Pesan(teks, tombol=(REGISTER,)))
    return Kabar(sesudah(nomor, "pulihkan", "Sudah kembali.", d, desa))
