"""/sunting_topik, /riwayat_topik, /kembalikan_topik: editors keep the answers right; every change has its source."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from data.desa import Desa
from data.faq import Topik, muat_faq, susun_jawaban
from data.faq.muat import CARA
from data.topik_sunting import PENYUNTING
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.tanya.tanya_topik import (
    baris,
    tanya_cara,
    tanya_cek,
    tanya_dasar,
    tanya_hati,
    tanya_jawab,
    tanya_judul,
    tanya_sumber,
    tanya_yakin,
)

BUKAN = "Topik disunting penyunting yang tugasnya sudah disahkan. Usulan perbaikan boleh disampaikan ke TAPM provinsi."
SEGERA = "Tersimpan. Dalam satu menit semua orang membaca yang baru."
TAK_COCOK = "Isi itu tidak cocok lagi dengan topik yang lain, jadi belum disimpan."
BAGIAN = {
    "jawab": "Jawaban",
    "dasar": "Dasar hukum",
    "yakin": "Seberapa pasti",
    "cek": "Tempat memastikan",
    "hati": "Peringatan",
    "judul": "Judul",
    "cara": "Tambah cara bertanya",
}
ASLI = "asli"
TERBANYAK = 8
"""Versions that are listed."""


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    slug = teks.strip().lower()
    if desa.topik_sunting.boleh and slug in desa.topik_sunting.semua():
        d.keadaan.jawaban["topik"] = slug
    return False


@dialog(
    "sunting_topik",
    help="Sunting topik",
    untuk=PENYUNTING,
    kata=("sunting topik",),
    baca=_baca,
    pengenal=frozenset({"topik"}),
    menu=False,
)
def sunting_topik(d: Dialog, desa: Desa) -> Kabar:
    if not desa.topik_sunting.boleh:
        return Kabar(Pesan(BUKAN))
    semua = desa.topik_sunting.semua()
    pilihan = [Pilihan(t.slug, t.judul, t, kata=(t.slug,)) for t in semua.values()]
    t = d.ask("topik", Choice("Topik yang mana? Ketik sebagian judulnya.", pilihan))
    bagian = d.ask("bagian", _tanya_bagian(t))
    if bagian == "cara" and len(t.tanya) >= CARA:
        return Kabar(Pesan(f"Cara bertanyanya sudah {CARA}, jadi cukup.", tombol=(tombol_riwayat(t.slug),)))
    baru = _ubah(bagian, t, d, semua)
    sumber = d.ask("sumber", tanya_sumber())
    isi = baru.tanya[-1] if bagian == "cara" else f"{baru.judul}\n{susun_jawaban(baru)}"
    d.review(f"{t.judul}: {BAGIAN[bagian].lower()}\n\n{isi}\n\nSumber: {sumber}", simpan="Simpan")
    return Kabar(simpan_topik(baru, sumber, desa), f"Topik {t.slug} sudah diubah.")


def _tanya_bagian(t: Topik) -> Question[str]:
    pilihan = [Pilihan(id_, label, id_) for id_, label in BAGIAN.items()]
    return Choice(f"{t.judul}\n{susun_jawaban(t)}\n\nApa yang diubah?", pilihan, petunjuk="Pilih bagiannya.")


def _ubah(bagian: str, t: Topik, d: Dialog, semua: dict[str, Topik]) -> Topik:
    """The topic with another word in that part; what is law in it was looked up today."""
    match bagian:
        case "judul":
            return replace(t, judul=d.ask("judul", tanya_judul(semua, t.slug)))
        case "cara":
            cara = d.ask("cara", tanya_cara("Bagaimana lagi orang menanyakannya?", terpakai=t.tanya), "Cara bertanya")
            return replace(t, tanya=(*t.tanya, cara))
        case "jawab":
            baru = replace(t, jawab=d.ask("jawab", tanya_jawab(), "Jawaban"))
        case "dasar":
            baru = replace(t, dasar=baris(d.ask("dasar", tanya_dasar())))
        case "yakin":
            baru = _yakin(t, d)
        case "cek":
            return replace(t, cek=d.ask("cek", tanya_cek()))
        case _:
            baru = replace(t, hati=d.ask("hati", tanya_hati()))
    return _dicek(baru, d.hari_ini)


def _yakin(t: Topik, d: Dialog) -> Topik:
    yakin = d.ask("yakin", tanya_yakin())
    cek = t.cek or (d.ask("cek", tanya_cek()) if yakin != "pasti" else "")
    return replace(t, yakin=yakin, cek=cek)


def _dicek(t: Topik, hari: date) -> Topik:
    """Looked up today; where the first day of the rule is not known, that says the same."""
    return replace(t, diperiksa=hari, berlaku=hari if t.berlaku >= t.diperiksa else t.berlaku)


def simpan_topik(t: Topik, sumber: str, desa: Desa, tema: str = "") -> Pesan:
    try:
        desa.topik_sunting.simpan(t, sumber, tema)
    except ValueError:
        return Pesan(TAK_COCOK, tombol=(tombol_riwayat(t.slug),))
    return Pesan(SEGERA, judul=t.judul, tombol=(tombol_riwayat(t.slug), Tombol("Menu", perintah("menu"))))


def tombol_riwayat(slug: str) -> Tombol:
    return Tombol("Riwayat topik", perintah(f"riwayat_topik {slug}"))


# -- history ----------------------------------------------------------------------------------------------------------


@dialog("riwayat_topik", help="Lihat riwayat topik", untuk=PENYUNTING, langsung=True, menu=False)
def riwayat_topik(d: Dialog, desa: Desa) -> Kabar:
    if not desa.topik_sunting.boleh:
        return Kabar(Pesan(BUKAN))
    slug = d.argumen.strip().lower()
    t = desa.topik_sunting.semua().get(slug)
    if t is None:
        return Kabar(Pesan("Topik yang mana? Contoh: /riwayat_topik kades-masa-jabatan"))
    versi = desa.topik_sunting.riwayat(slug)
    butir = [
        Butir(
            sebaris(v.sumber, 40),
            perintah(f"kembalikan_topik {v.id}"),
            f"{v.nama}, {sebut_saat(v.waktu, d.orang.zona)}",
        )
        for v in versi[:TERBANYAK]
    ]
    asli = muat_faq().topik.get(slug)
    if asli:
        kata = asli.riwayat[-1]
        ket = f"{kata.oleh}, {ejaan_tanggal(kata.tanggal)}"
        butir.append(Butir("Isi asli", perintah(f"kembalikan_topik {ASLI} {slug}"), ket))
    sebut = f"Berubah {len(versi)} kali." if versi else "Belum pernah diubah."
    sunting = Tombol("Sunting", perintah(f"sunting_topik {slug}"))
    teks = f"{susun_jawaban(t)}\n\n{sebut} Ketuk sebuah versi untuk kembali ke sana."
    return Kabar(Pesan(teks, judul=t.judul, daftar=tuple(butir), tombol=(sunting,)))


def _baca_versi(teks: str, d: Dialog, desa: Desa) -> bool:
    if desa.topik_sunting.boleh and _versi(teks.strip(), desa):
        d.keadaan.jawaban["versi"] = teks.strip()
    return False


@dialog(
    "kembalikan_topik",
    help="Kembalikan topik ke versi lama",
    untuk=PENYUNTING,
    baca=_baca_versi,
    pengenal=frozenset({"versi"}),
    menu=False,
)
def kembalikan_topik(d: Dialog, desa: Desa) -> Kabar:
    """'12', 'asli kades-masa-jabatan'"""
    t = _versi(str(d.keadaan.jawaban.get("versi", "")), desa) if desa.topik_sunting.boleh else None
    if t is None:
        return Kabar(Pesan("Versi itu belum ada. Buka dulu riwayat topiknya, lalu pilih versinya."))
    sumber = d.ask("sumber", tanya_sumber("Kenapa dikembalikan, dan apa sumbernya?"))
    d.review(f"Kembali ke:\n{t.judul}\n{susun_jawaban(t)}\n\nSumber: {sumber}", simpan="Simpan")
    return Kabar(simpan_topik(t, sumber, desa), f"Topik {t.slug} sudah dikembalikan.")


def _versi(teks: str, desa: Desa) -> Topik | None:
    if teks.startswith(f"{ASLI} "):
        return muat_faq().topik.get(teks.removeprefix(f"{ASLI} "))
    if not (teks.isascii() and teks.isdigit() and len(teks) < 16):
        return None
    versi = desa.topik_sunting.versi(int(teks))
    return versi.isi.topik if versi and versi.isi else None
