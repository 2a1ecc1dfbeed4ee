"""Whose a problem is and until when: another day, another hand, one level up; another theme; or hidden."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.masalah import muat_masalah
from data.masalah import TERBUKA, Masalah
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.masalah.kabar import kabar_naik_pelapor, kabar_penerima, kabari_pelapor, kabari_pj
from handlers.masalah.lapor import tanya_tema
from handlers.masalah.pasang import SUDAH, segar, tindakan
from handlers.masalah.sebut import TINGKAT

SENDIRI = "Belum ada orang lain yang bertugas di desa itu, jadi masalah ini tetap pada Anda."
TERTINGGI = "Di atasnya belum ada yang bisa dihubungi, jadi masalah ini tetap di sini."
TERTUTUP = "Baik, dirahasiakan: sekarang hanya pelapor, penanggung jawab, dan Anda yang melihatnya."


@tindakan("masalah_tenggat", help="Pindah tenggat masalah", status=TERBUKA)
def masalah_tenggat(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    hari = d.ask("tenggat", Date("Paling lambat tanggal berapa?", arah="depan"))
    jadi = desa.masalah.ganti_tenggat(m, hari)
    kepala = f"Tenggatnya sekarang {ejaan_tanggal(hari)}." if jadi else SUDAH
    return Kabar(segar(m, d, desa, kepala), f"Tenggat {m.nomor} dipindah.")


@tindakan("masalah_alih", help="Alihkan masalah", status=TERBUKA)
def masalah_alih(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    calon = desa.masalah.calon(m)
    if not calon:
        return Kabar(segar(m, d, desa, SENDIRI))
    pilihan = [Pilihan(str(c.orang_id), c.nama, c, c.peran) for c in calon]
    ke = d.ask("ke", Choice("Dialihkan ke siapa?", pilihan), "Ke siapa")
    if not desa.masalah.alihkan(m, ke):
        return Kabar(segar(m, d, desa, SUDAH))
    return Kabar(_berpindah(m, d, desa, f"Dialihkan ke {ke.nama}."), f"{m.nomor} dialihkan.")


@tindakan("masalah_naik", help="Naikkan masalah", status=TERBUKA, langsung=True)
def masalah_naik(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    ke = desa.masalah.naikkan(m)
    if ke is None:
        return Kabar(segar(m, d, desa, TERTINGGI))
    return Kabar(_berpindah(m, d, desa, f"Dinaikkan ke {TINGKAT[ke.peran]}. Anda tetap bisa mengikutinya."))


def _berpindah(m: Masalah, d: Dialog, desa: Desa, kepala: str) -> Pesan:
    """Who has it now is told, and the reporter where it has gone up."""
    baru = desa.masalah.ambil(m.nomor) or m
    kabari_pj(baru, kabar_penerima(baru, f"Masalah ini diserahkan {d.orang.nama} ke Anda."), f"ke:{d.kini}", desa)
    if baru.tingkat != m.tingkat:
        kabari_pelapor(baru, kabar_naik_pelapor(baru), f"naik:{d.kini}", desa)
    return segar(m, d, desa, kepala)


@tindakan("masalah_tema", help="Ganti tema masalah")
def masalah_tema(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    tema = d.ask("tema", tanya_tema(m.isi))
    if tema == m.tema:
        return Kabar(segar(m, d, desa, "Temanya memang itu."))
    kepala = f"Temanya sekarang {muat_masalah().ambil(tema).label}." if desa.masalah.ganti_tema(m, tema) else SUDAH
    return Kabar(segar(m, d, desa, kepala), f"Tema {m.nomor} diganti.")


@tindakan("masalah_rahasia", help="Rahasiakan masalah", langsung=True)
def masalah_rahasia(m: Masalah, d: Dialog, desa: Desa) -> Kabar:
    if m.rahasia:
        return Kabar(segar(m, d, desa, "Masalah ini memang rahasia."))
    return Kabar(segar(m, d, desa, TERTUTUP if desa.masalah.rahasiakan(m) else SUDAH))
