"""/serahterima: villages pass from one person below to another, with the history that was written there."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.lingkup import Penugasan
from data.orang import ADMIN, PENDAMPING
from handlers.bergabung.sebut_tugas import PENDEK, sebut_singkat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, MultiChoice, Pilihan, YesNo
from handlers.dialog.tombol import perintah
from handlers.tim.pilih_orang import tanya_orang

MENU = (Tombol("Menu", perintah("menu")),)
LAGI = (Tombol("Serah terima", perintah("serahterima")), *MENU)
UNDANG = (Tombol("Undang", perintah("undang")), *MENU)
SEMUA, SEBAGIAN = "semua", "sebagian"
TAK_SAMPAI = "{nama} sedang tidak punya alamat terbuka di sini, jadi tolong kabari langsung, ya."


@dialog("serahterima", help="Serah terima desa", untuk=(*PENDAMPING, ADMIN), kata=("serah terima",), menu=False)
def serahterima(d: Dialog, desa: Desa) -> Kabar:
    orang = desa.penugasan.terbina()
    if not orang:
        return Kabar(_bukan_koordinator())
    nama = {o.id: o.nama for o in orang}
    dari = d.ask("dari", tanya_orang("Serah terima dari siapa?", orang))
    mulai = d.ask("mulai", Date("Mulai tanggal berapa?", arah="depan", petunjuk="Contoh: hari ini, besok, atau 1/12."))
    punya = desa.penugasan.punya(dari, mulai)
    if not punya:
        teks = f"Pada tanggal itu {nama[dari]} sudah tidak bertugas. Ulangi dengan tanggal yang lebih awal, ya."
        return Kabar(Pesan(teks, tombol=LAGI))
    tempat = _tempat(d, desa, punya, nama[dari])
    calon = desa.penugasan.calon({t.peran for t in punya if t.wilayah in tempat}, dari)
    if not calon:
        teks = f"Belum ada yang bisa meneruskan {nama[dari]}. Undang dulu orangnya, lalu ulangi serah terimanya."
        return Kabar(Pesan(teks, tombol=UNDANG))
    ke = d.ask("ke", tanya_orang("Kepada siapa?", calon))
    sebut = sebut_singkat(tempat)
    d.review(
        f"Serah terima {sebut}\n\nDari: {nama[dari]}\nKepada: {nama[ke]}\nMulai: {ejaan_tanggal(mulai)}\n\n"
        f"Catatan lama tetap atas nama {nama[dari]}, dan bisa dibaca {nama[ke]}.",
        simpan="Serahkan",
    )

    desa.penugasan.serah_terima(dari, ke, tempat, mulai)
    sampai = _kabari(d, desa, (dari, nama[dari]), (ke, nama[ke]), sebut, mulai)
    teks = f"{sebut} diteruskan {nama[ke]} mulai {ejaan_tanggal(mulai)}. {sampai}".strip()
    return Kabar(Pesan(teks, tombol=MENU), "Serah terimanya sudah tersimpan.")


def _tempat(d: Dialog, desa: Desa, punya: list[Penugasan], nama: str) -> list[str]:
    """Codes, in order: all of theirs, or those that are named."""
    kode = list(dict.fromkeys(t.wilayah for t in punya))
    if len(kode) == 1:
        return kode
    if d.ask("cakupan", _tanya_cakupan(nama, len(kode))) == SEMUA:
        return kode
    peran = {t.wilayah: PENDEK[t.peran] for t in punya}
    tanya: Question[tuple[str, ...]] = MultiChoice(
        "Yang mana saja?", [Pilihan(k, sebut_singkat([k]), k, peran[k]) for k in kode]
    )
    pilih: tuple[str, ...] = d.ask("wilayah", tanya)
    return list(pilih)


def _tanya_cakupan(nama: str, jumlah: int) -> Question[str]:
    pilihan = [
        Pilihan(SEMUA, f"Semua ({jumlah})", SEMUA, kata=("semuanya", "seluruhnya")),
        Pilihan(SEBAGIAN, "Sebagian", SEBAGIAN),
    ]
    return Choice(f"Semua wilayah {nama}, atau sebagian?", pilihan, petunjuk="Jawab semua atau sebagian.")


def _kabari(d: Dialog, desa: Desa, dari: tuple[int, str], ke: tuple[int, str], sebut: str, mulai: date) -> str:
    """Tell both; what to say of those who cannot be reached."""
    hari = ejaan_tanggal(mulai)
    lama = Pesan(
        f"Mulai {hari}, {sebut} diteruskan {ke[1]} (serah terima oleh {d.orang.nama}). "
        "Catatan Anda tetap atas nama Anda. Terima kasih atas pendampingannya."
    )
    baru = Pesan(
        f"Mulai {hari} Anda meneruskan {dari[1]} di {sebut} (serah terima oleh {d.orang.nama}). "
        "Sejak hari itu catatan sebelumnya bisa dibaca.",
        tombol=(Tombol("Riwayat desa", perintah("riwayat_desa")), Tombol("Data desa", perintah("desa"))),
    )
    terkirim = ((dari[1], kabari(desa, dari[0], lama)), (ke[1], kabari(desa, ke[0], baru)))
    tak_sampai = " dan ".join(nama for nama, sampai in terkirim if not sampai)
    return TAK_SAMPAI.format(nama=tak_sampai) if tak_sampai else "Keduanya saya kabari."


def _bukan_koordinator() -> Pesan:
    return Pesan(
        "Serah terima dilakukan koordinator, untuk orang di wilayahnya. Kalau Anda yang perlu, saya bisa sampaikan.",
        tombol=(Tombol("Minta serah terima", perintah("minta_serahterima")), *MENU),
    )


@dialog(
    "minta_serahterima",
    help="Minta serah terima",
    untuk=PENDAMPING,
    kata=("minta serah terima", "minta serahterima"),
    menu=False,
)
def minta_serahterima(d: Dialog, desa: Desa) -> Kabar:
    atasan = desa.rekan.atasan()
    if not atasan:
        teks = "Koordinator yang mengesahkan tugas Anda belum ada di sini. Sampaikan langsung dulu, ya."
        return Kabar(Pesan(teks, tombol=MENU))
    kepada = " dan ".join(nama for _, nama in atasan)
    kirim = d.ask(
        "kirim",
        YesNo(
            f"Sampaikan kepada {kepada} bahwa Anda perlu serah terima?",
            ya="Sampaikan",
            tidak="Jangan",
            petunjuk="Jawab sampaikan atau jangan.",
        ),
    )
    if not kirim:
        return Kabar(Pesan("Baik, tidak saya sampaikan.", tombol=MENU), "Tidak ada yang disampaikan.")
    tugas = sebut_singkat(sorted(desa.lingkup.dampingan))
    pesan = Pesan(
        f"{d.orang.nama} ({tugas}) minta serah terima. Bicarakan dulu dengannya, lalu atur di sini.",
        tombol=(Tombol("Serah terima", perintah("serahterima")),),
    )
    for id_, _ in atasan:
        kabari(desa, id_, pesan, kunci=f"minta_serahterima:{d.orang.id}:{id_}:{d.hari_ini}")
    return Kabar(Pesan(f"Sudah saya sampaikan kepada {kepada}.", tombol=MENU), "Sudah disampaikan.")
