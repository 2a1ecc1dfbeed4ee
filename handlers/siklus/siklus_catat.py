"""/siklus_catat: one paper of a village moves a step; back only with a reason."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.orang import PENDAMPING
from data.siklus import DOKUMEN, MASA_RPJM, PERDES, RPJM, TAHAP, Langkah, Papan
from data.wilayah import Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.siklus.sebut import KET_TAHAP, SINGKAT, sebut_dokumen, sebut_langkah, tahun_berjalan
from handlers.siklus.sebut import TAHAP as SEBUT_TAHAP

KODE = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}")
TAHUN = re.compile(r"(?<![.\d])20\d\d(?![.\d])")
BELUM = "Papan siklus bisa diisi setelah tugas Anda disahkan koordinator."


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013 2027'"""
    for kunci, pola in (("desa", KODE), ("tahun", TAHUN)):
        if cocok := pola.search(teks):
            d.keadaan.jawaban[kunci] = cocok[0]
    return False


@dialog("siklus_catat", help="Catat langkah siklus desa", untuk=PENDAMPING, menu=False, baca=_baca)
def siklus_catat(d: Dialog, desa: Desa) -> Kabar:
    boleh = [w for w in desa.wilayah.di_bawah(desa.lingkup.baca) if desa.siklus.boleh(w.kode)]
    if not boleh:
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    di = d.ask("desa", _tanya_desa(boleh))
    tahun = d.ask("tahun", _tanya_tahun(d.hari_ini))
    papan = desa.siklus.papan(di.kode, tahun)
    dokumen = d.ask("dokumen", _tanya_dokumen(di, tahun, papan))
    kini = papan[dokumen]
    if dokumen == RPJM:
        mulai = d.ask("mulai", _tanya_mulai(kini, d.hari_ini), "RPJM mulai tahun")
        kini = kini if mulai == kini.tahun else Langkah(RPJM, mulai)
    tahap = d.ask("tahap", _tanya_tahap(kini))
    nomor, tanggal = _perdes(d) if tahap == PERDES else ("", None)
    mundur = TAHAP.index(tahap) < TAHAP.index(kini.tahap)
    alasan = d.ask("alasan", _tanya_alasan()) if mundur else ""
    baru = Langkah(dokumen, kini.tahun, tahap, nomor, tanggal)
    apa = f"{sebut_dokumen(dokumen, di.kode)} {kini.tahun}, {sebut_tempat(di)}"
    sebab = f"\nAlasan: {alasan}" if alasan else ""
    d.review(f"{apa}\n\nSemula: {sebut_langkah(kini)}\nMenjadi: {sebut_langkah(baru)}{sebab}")

    desa.siklus.gerakkan(
        di.kode, kini.tahun, dokumen, tahap, nomor=nomor, tanggal=tanggal, mundur=mundur, alasan=alasan
    )
    lihat = (
        Tombol("Lihat papan", perintah(f"siklus {di.kode} {tahun}")),
        Tombol("Catat lagi", perintah(f"siklus_catat {di.kode} {tahun}")),
    )
    return Kabar(Pesan(f"{apa}: {sebut_langkah(baru)}.", judul="Tersimpan", tombol=lihat), f"{apa} sudah tersimpan.")


def _perdes(d: Dialog) -> tuple[str, str | None]:
    """Its number and day, as far as they are known."""
    tanya = Text("Nomor Perdes-nya?", "Tulis seperti pada Perdes-nya, contoh: 5 Tahun 2026.", 1, 60)
    nomor = d.ask("nomor", optional(tanya), "Nomor Perdes")
    tanggal = d.ask("tanggal", optional(Date("Tanggal Perdes-nya?", arah="lalu")), "Tanggal Perdes")
    return nomor or "", tanggal.isoformat() if tanggal else None


def _tanya_desa(boleh: list[Wilayah]) -> Question[Wilayah]:
    ket = pembeda(boleh)
    pilihan = [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in boleh]
    return Choice("Desa mana?", pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def _tahun(tanya: str, dulu: int, dari: int, sampai: int) -> Question[int]:
    """`dulu` first, then the later ones first."""
    semua = dict.fromkeys((dulu, *range(sampai, dari - 1, -1)))
    return Choice(tanya, [Pilihan(str(t), str(t), t) for t in semua], petunjuk=f"Tulis tahunnya, contoh: {dulu}.")


def _tanya_tahun(hari_ini: date) -> Question[int]:
    tengah = tahun_berjalan(hari_ini)
    return _tahun("Dokumen untuk tahun berapa?", tengah, hari_ini.year - 3, hari_ini.year + 1)


def _tanya_mulai(kini: Langkah, hari_ini: date) -> Question[int]:
    return _tahun("RPJM yang mulai tahun berapa?", kini.tahun, hari_ini.year - MASA_RPJM, hari_ini.year + 2)


def _tanya_dokumen(di: Wilayah, tahun: int, papan: Papan) -> Question[str]:
    pilihan = [
        Pilihan(satu, sebut_dokumen(satu, di.kode), satu, sebut_langkah(papan[satu]), kata=(SINGKAT[satu],))
        for satu in DOKUMEN
    ]
    return Choice(
        f"{sebut_tempat(di)}, {tahun}: dokumen yang mana?", pilihan, petunjuk="Pilih dokumennya, contoh: RKP."
    )


def _tanya_tahap(kini: Langkah) -> Question[str]:
    """The step it has is no step, but the number of a Perdes may be corrected."""
    pilihan = [
        Pilihan(t, SEBUT_TAHAP[t].capitalize(), t, KET_TAHAP[t])
        for t in reversed(TAHAP)
        if t != kini.tahap or t == PERDES
    ]
    return Choice(f"Sudah sampai mana? Sekarang tertulis {SEBUT_TAHAP[kini.tahap]}.", pilihan)


def _tanya_alasan() -> Question[str]:
    return Suggest(
        "Ini langkah mundur. Apa alasannya?",
        petunjuk="Contoh: Dikembalikan untuk diperbaiki.",
        maksimal=300,
        usul=("Salah catat.", "Dikembalikan untuk diperbaiki.", "Ada perubahan."),
    )
