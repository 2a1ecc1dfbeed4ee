"""/atur_tenggat: another day for a deadline in one's own kabupaten; /tambah_tenggat: one that the list lacks."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.kalender.periode import periode_terdekat
from data.katalog.kalender import Acara, muat_kalender
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.cuti.ubah_libur import tanya_wilayah_atur
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text
from handlers.kalender.kalender import KALENDER
from handlers.kalender.kata import sebut_batas
from handlers.kalender.tenggat_daerah import BUKAN, DAFTAR, PENGATUR

KODE = re.compile(r"(?i)(?<!\S)([KP]\d\d)(?!\S)")
LAIN, TIDAK = "lain", "tidak"
DESA, DIRI = "desa", "diri"
SEKALI, TAHUN, BULANAN = "sekali", "tahun", "bulan"
TANGGAL = Date("Tanggal berapa?", arah="depan", petunjuk="Contoh: 15/12, atau 15 Desember.")
SUMBER = Text("Menurut apa?", "Contoh: Perbup 12/2026, atau surat KPPN 30 November 2026.", maksimal=80)


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'K26'"""
    if cocok := KODE.search(teks):
        d.keadaan.jawaban["acara"] = cocok[1].upper()
    return False


@dialog(
    "atur_tenggat", help="Ubah tanggal tenggat daerah", untuk=PENGATUR, kata=("atur tenggat",), menu=False, baca=_baca
)
def atur_tenggat(d: Dialog, desa: Desa) -> Kabar:
    if not desa.kalender_daerah.tempat:
        return Kabar(Pesan(BUKAN, tombol=(KALENDER,)))
    kode = tanya_wilayah_atur(d, desa)
    acara = d.ask("acara", _tanya_acara(), "Tenggat")
    jadi = d.ask("jadi", _tanya_jadi(acara, kode, desa), "Menjadi")
    tanggal = d.ask("tanggal", TANGGAL) if jadi == LAIN else None
    sumber = d.ask("sumber", SUMBER, "Menurut")
    sebut = _sebut(acara, tanggal)
    d.review(f"{acara.nama}\n{sebut[0].upper()}{sebut[1:]}\nUntuk: {sebut_singkat([kode])}\nMenurut: {sumber}")

    periode, isi = _simpan(acara, tanggal)
    desa.kalender_daerah.atur(kode, acara.kode, periode, isi, sumber)
    teks = f"{acara.nama} di {sebut_singkat([kode])}: {sebut}."
    return Kabar(Pesan(teks, judul="Tersimpan", tombol=(DAFTAR, KALENDER)), "Tenggatnya sudah tersimpan.")


def _tanya_acara() -> Question[Acara]:
    """What counts from an event has no day to move."""
    semua = [a for a in muat_kalender().acara if a.kapan.jenis != "peristiwa"]
    pilihan = [Pilihan(a.kode, a.label, a, sebut_batas(a), kata=(a.nama,)) for a in semua]
    return Choice("Tenggat yang mana?", pilihan, petunjuk="Pilih, atau ketik sebagian namanya, contoh: apb desa.")


def _tanya_jadi(acara: Acara, kode: str, desa: Desa) -> Question[str]:
    kini = desa.kalender_daerah.berikut(kode, acara.kode)
    sebut = ejaan_tanggal(kini.jatuh) if kini else sebut_batas(acara)
    pilihan = [Pilihan(LAIN, "Tanggal lain", LAIN), Pilihan(TIDAK, "Tidak berlaku di sini", TIDAK)]
    return Choice(
        f"Sekarang {sebut}. Menjadi apa?", pilihan, petunjuk="Jawab tanggal lain, atau tidak berlaku di sini."
    )


def _sebut(acara: Acara, tanggal: date | None) -> str:
    if tanggal is None:
        return "tidak berlaku di sini"
    return f"tiap bulan tanggal {tanggal.day}" if acara.kapan.jenis == "bulan" else ejaan_tanggal(tanggal)


def _simpan(acara: Acara, tanggal: date | None) -> tuple[str, str | None]:
    """(period, day): of what is monthly every month, of others only the period that is nearest."""
    if tanggal is None:
        return "", None
    if acara.kapan.jenis == "bulan":
        return "", str(tanggal.day)
    return periode_terdekat(acara, tanggal), tanggal.isoformat()


@dialog("tambah_tenggat", help="Tambah tenggat daerah", untuk=PENGATUR, kata=("tambah tenggat",), menu=False)
def tambah_tenggat(d: Dialog, desa: Desa) -> Kabar:
    if not desa.kalender_daerah.tempat:
        return Kabar(Pesan(BUKAN, tombol=(KALENDER,)))
    kode = tanya_wilayah_atur(d, desa)
    nama = d.ask("nama", Text("Tenggat apa?", "Contoh: Rakor kabupaten.", maksimal=40), "Tenggat")
    diri = d.ask("urusan", _tanya_urusan()) == DIRI
    tanggal = d.ask("tanggal", Date("Paling lambat tanggal berapa?", arah="depan"))
    ulang = d.ask("ulang", _tanya_ulang(tanggal))
    sumber = d.ask("sumber", SUMBER, "Menurut")
    sebut, periode, isi = {
        SEKALI: (ejaan_tanggal(tanggal), str(tanggal.year), f"{tanggal:%m-%d}"),
        TAHUN: (f"tiap {tanggal.day} {BULAN[tanggal.month - 1]}", "", f"{tanggal:%m-%d}"),
        BULANAN: (f"tiap bulan tanggal {tanggal.day}", "", str(tanggal.day)),
    }[ulang]
    d.review(f"{nama}\n{sebut[0].upper()}{sebut[1:]}\nUntuk: {sebut_singkat([kode])}\nMenurut: {sumber}")

    desa.kalender_daerah.tambah(kode, nama, periode, isi, sumber, diri=diri)
    teks = f"{nama} di {sebut_singkat([kode])}: {sebut}."
    return Kabar(Pesan(teks, judul="Tersimpan", tombol=(DAFTAR, KALENDER)), "Tenggatnya sudah tersimpan.")


def _tanya_urusan() -> Question[str]:
    pilihan = [
        Pilihan(DESA, "Tiap desa", DESA, kata=("desa",)),
        Pilihan(DIRI, "Pendamping sendiri", DIRI, kata=("pendamping", "sendiri")),
    ]
    return Choice("Urusan siapa?", pilihan, petunjuk="Jawab tiap desa, atau pendamping sendiri.")


def _tanya_ulang(tanggal: date) -> Question[str]:
    pilihan = [
        Pilihan(SEKALI, "Sekali ini saja", SEKALI, kata=("sekali",)),
        Pilihan(TAHUN, f"Tiap {tanggal.day} {BULAN[tanggal.month - 1]}", TAHUN, kata=("tiap tahun", "setiap tahun")),
        Pilihan(BULANAN, f"Tiap bulan tanggal {tanggal.day}"[:24], BULANAN, kata=("tiap bulan", "setiap bulan")),
    ]
    return Choice("Sekali saja, atau berulang?", pilihan, petunjuk="Jawab sekali, tiap tahun, atau tiap bulan.")
