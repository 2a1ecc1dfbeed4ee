"""/peristiwa: something happened in a village, so deadlines begin; /peristiwa_desa shows them and takes them back."""

from __future__ import annotations

import re

from data.desa import Desa
from data.kalender import PeristiwaDesa
from data.katalog.kalender import Peristiwa, muat_kalender
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.baca.tanggal import ejaan_pendek, ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kalender.kalender import KALENDER
from handlers.kalender.kata import sebut_akibat
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import Lihat, jelajah, selembar

ID = re.compile(r"(?<!\S)#?(\d{1,15})(?!\S)")
LEMBAR = re.compile(r"(?<!\S)h(\d{1,3})(?!\S)")
BELUM = "Peristiwa desa bisa dicatat setelah tugas Anda disahkan koordinator."
DAFTAR = Tombol("Peristiwa desa", perintah("peristiwa_desa"))
TANGGAL = "Contoh: kemarin, 20/11, atau 20 November 2026."


def _peristiwa(teks: str) -> Peristiwa | None:
    kata = rapikan(teks).lower().strip(" .!")
    return next((p for p in muat_kalender().peristiwa if kata in (p.kode, p.nama.lower(), *p.kata)), None)


def _kenali(teks: str) -> bool:
    """Only these words alone: “kades dilantik kemarin di aula” is a report."""
    return _peristiwa(teks) is not None


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'kades dilantik'"""
    if peristiwa := _peristiwa(teks):
        d.keadaan.jawaban["apa"] = peristiwa.kode
    return False


@dialog(
    "peristiwa",
    help="Catat peristiwa desa",
    untuk=PENDAMPING,
    kata=("catat peristiwa",),
    menu=False,
    baca=_baca,
    kenali=_kenali,
)
def peristiwa(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.wilayah.di_bawah(desa.peristiwa.tempat)
    if not semua:
        return Kabar(Pesan(BELUM, tombol=(KALENDER,)))
    apa = d.ask("apa", _tanya_apa())
    di = semua[0] if len(semua) == 1 else d.ask("desa", _tanya_desa(semua))
    tanggal = d.ask("tanggal", _tanya_tanggal(apa.tanya, apa.kode))
    akibat = sebut_akibat(desa.peristiwa.akibat(di.kode, apa.kode, tanggal))
    d.review(f"{apa.nama}\n{sebut_tempat(di)}\n{ejaan_tanggal(tanggal)}\n\nTenggat sesudahnya:\n{akibat}")
    satu = desa.peristiwa.catat(di.kode, apa.kode, tanggal)
    tombol = (Tombol("Ubah tanggal", perintah(f"ubah_peristiwa {satu.id}")), DAFTAR, KALENDER)
    teks = f"{apa.nama}, {sebut_tempat(di)}, {ejaan_tanggal(tanggal)}. Tenggatnya masuk kalender."
    return Kabar(Pesan(teks, judul="Tersimpan", tombol=tombol), "Peristiwanya sudah tersimpan.")


def _tanya_tanggal(kata: str, jenis: str) -> Date:
    """Only the end of a term is known before it comes."""
    return Date(kata, arah="bebas" if jenis.startswith("akhir_") else "lalu", petunjuk=TANGGAL)


def _tanya_apa() -> Question[Peristiwa]:
    katalog = muat_kalender()
    pilihan = [Pilihan(p.kode, sebaris(p.nama, 40), p, _sebut_akibat(p), kata=p.kata) for p in katalog.peristiwa]
    return Choice("Apa yang terjadi di desa?", pilihan, petunjuk="Pilih, atau ketik misalnya: kades dilantik.")


def _sebut_akibat(p: Peristiwa) -> str:
    return sebaris(", ".join(a.label for a in muat_kalender().dari_peristiwa(p.kode)), 72)


def _tanya_desa(semua: list[Wilayah]) -> Question[Wilayah]:
    ket = pembeda(semua)
    pilihan = [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in semua]
    return Choice("Di desa mana?", pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


@dialog("peristiwa_desa", help="Lihat peristiwa desa", untuk=PENDAMPING, langsung=True, menu=False)
def peristiwa_desa(d: Dialog, desa: Desa) -> Kabar:
    """'12', '12 hapus', 'h2'"""
    cocok = ID.search(d.argumen)
    if not cocok:
        return Kabar(_daftar(d.argumen, desa))
    if "hapus" in d.argumen.lower().split():
        satu = desa.peristiwa.hapus(int(cocok[1]))
        return Kabar(Pesan(f"{_sebut(satu, desa)} dihapus.", tombol=_lagi(satu)) if satu else _tak_ada())
    satu = desa.peristiwa.ambil(int(cocok[1]))
    return Kabar(_kartu(satu, desa) if satu else _tak_ada())


def _tak_ada() -> Pesan:
    return Pesan("Peristiwa itu belum ada dalam daftar Anda.", tombol=(DAFTAR,))


def _lagi(satu: PeristiwaDesa) -> tuple[Tombol, ...]:
    """Undone by noting it again: nothing of it is kept but the trail."""
    return (Tombol("Catat lagi", perintah(f"peristiwa {satu.jenis}")), DAFTAR)


def _daftar(teks: str, desa: Desa) -> Pesan:
    semua = desa.peristiwa.daftar()
    lembar_ke = LEMBAR.search(teks)
    tampak, ini, lembar = selembar(semua, max(int(lembar_ke[1]), 1) if lembar_ke else 1)
    rows = tuple(
        Butir(
            sebaris(_nama(satu), 24),
            perintah(f"peristiwa_desa {satu.id}"),
            sebaris(f"{_tempat(satu, desa)}, {ejaan_pendek(satu.tanggal)}/{satu.tanggal.year}", 72),
        )
        for satu in tampak
    )
    teks = f"{len(semua)} peristiwa. Ketuk untuk membuka." if semua else "Belum ada peristiwa yang dicatat."
    catat = Tombol("Catat peristiwa", perintah("peristiwa"))
    return Pesan(
        teks, judul="Peristiwa desa", daftar=rows, tombol=(*jelajah("peristiwa_desa", Lihat(), ini, lembar), catat)
    )


def _kartu(satu: PeristiwaDesa, desa: Desa) -> Pesan:
    akibat = sebut_akibat(desa.peristiwa.akibat(satu.desa, satu.jenis, satu.tanggal))
    return Pesan(
        f"{_tempat(satu, desa)}, {ejaan_tanggal(satu.tanggal)}\n\nTenggat sesudahnya:\n{akibat}",
        judul=_nama(satu),
        tombol=(
            Tombol("Ubah tanggal", perintah(f"ubah_peristiwa {satu.id}")),
            Tombol("Hapus", perintah(f"peristiwa_desa {satu.id} hapus")),
            DAFTAR,
        ),
    )


def _nama(satu: PeristiwaDesa) -> str:
    peristiwa = muat_kalender().peristiwa_kode(satu.jenis)
    return peristiwa.nama if peristiwa else satu.jenis


def _tempat(satu: PeristiwaDesa, desa: Desa) -> str:
    di = desa.wilayah.ambil(satu.desa)
    return sebut_tempat(di) if di else satu.desa


def _sebut(satu: PeristiwaDesa, desa: Desa) -> str:
    return f"{_nama(satu)}, {_tempat(satu, desa)}, {ejaan_tanggal(satu.tanggal)}"


def _baca_id(teks: str, d: Dialog, desa: Desa) -> bool:
    if cocok := ID.search(teks):
        d.keadaan.jawaban["peristiwa"] = cocok[1]
    return False


@dialog("ubah_peristiwa", help="Ubah tanggal peristiwa", untuk=PENDAMPING, menu=False, baca=_baca_id)
def ubah_peristiwa(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.peristiwa.daftar()
    if not semua:
        return Kabar(_tak_ada())
    pilihan = [Pilihan(str(p.id), sebaris(_nama(p), 40), p, _tempat(p, desa)) for p in semua]
    satu = d.ask("peristiwa", Choice("Peristiwa yang mana?", pilihan, petunjuk="Pilih peristiwanya dari daftar."))
    tanggal = d.ask("tanggal", _tanya_tanggal("Seharusnya tanggal berapa?", satu.jenis))
    d.review(f"{_sebut(satu, desa)}\nMenjadi: {ejaan_tanggal(tanggal)}")
    desa.peristiwa.pindahkan(satu, tanggal)
    teks = f"{_nama(satu)}, {_tempat(satu, desa)}: {ejaan_tanggal(tanggal)}. Tenggatnya ikut berubah."
    return Kabar(Pesan(teks, judul="Tersimpan", tombol=(DAFTAR, KALENDER)), "Tanggalnya sudah diubah.")
