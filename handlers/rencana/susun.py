"""/rencana_susun: a plan begins from what fits the village, or from an earlier one; accepted in a tap or two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from data.desa import Desa
from data.katalog.rencana import muat_rencana
from data.orang import PENDAMPING, PLD
from data.rencana import IsiButir, Kemajuan, Rencana
from data.rencana.fakta import (
    ADA,
    AKTIF,
    BELUM_ADA,
    BLT,
    BUKAN_HUKUM,
    BUMDES,
    ENTAH,
    INDEKS,
    TIDAK,
    TIDAK_AKTIF,
    syarat,
)
from data.rencana.pekan import susun
from data.wilayah import DESA, Wilayah
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.questions import Choice, MultiChoice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.kartu import sebut_tempat
from handlers.rencana.kartu import kartu_rencana
from handlers.rencana.rencana import BELUM
from handlers.rencana.sebut import (
    MISKIN,
    RENCANA,
    label_kegiatan,
    sebut_maju,
    sebut_pekan,
    sebut_sebab,
    sebut_target,
    tahun_disusun,
)  # fmt: skip
from handlers.rencana.tempat import cari_sendiri, tanya_tempat, tempat_sendiri

KODE = re.compile(r"\d\d\.\d\d\.\d\d(?:\.\d{4})?")
TAHUN = re.compile(r"(?<![.\d-])20\d\d(?![.\d])")
MUAT = 800
"""Characters of the activities in the summary: a message with buttons takes 1,024. Of more, only the targets."""
USULAN, KOSONG = "usulan", "kosong"
STATUS_DESA = {
    "mandiri": "Mandiri",
    "maju": "Maju",
    "berkembang": "Berkembang",
    "tertinggal": "Tertinggal",
    "sangat_tertinggal": "Sangat tertinggal",
    ENTAH: "Belum tahu",
}
SOAL = {
    BUMDES: (
        "BUM Desa di sana bagaimana?",
        {
            BELUM_ADA: "Belum ada",
            BUKAN_HUKUM: "Belum badan hukum",
            TIDAK_AKTIF: "Usahanya tidak jalan",
            AKTIF: "Aktif",
            ENTAH: "Belum tahu",
        },
    ),
    BLT: ("Ada keluarga penerima BLT Desa?", {ADA: "Ada", TIDAK: "Tidak ada", ENTAH: "Belum tahu"}),
    INDEKS: ("Status Indeks Desa terakhir?", STATUS_DESA),
}
"""What a starter plan is fitted to, where no register says it."""


class Coretan(MultiChoice[str]):
    """What is chosen here is struck out, and looks it."""

    def prompt(self, layar: Layar) -> Prompt:
        semua = super().prompt(layar)
        daftar = tuple(replace(o, label=o.label.replace("✓ ", "✗ ", 1)) for o in semua.daftar)
        return replace(semua, teks=semua.teks.replace("\nDipilih: ", "\nDicoret: ", 1), daftar=daftar)


@dataclass(frozen=True)
class Calon:
    """One activity on offer, and what is said of it."""

    isi: IsiButir
    ket: str


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013 2027', 'sukamaju'"""
    if tahun := TAHUN.search(teks):
        d.keadaan.jawaban["tahun"] = tahun[0]
    sebutan = TAHUN.sub(" ", teks).strip()
    cocok = KODE.search(sebutan)
    tempat = cari_sendiri(cocok[0] if cocok else sebutan, desa) if sebutan else []
    if len(tempat) == 1:
        d.keadaan.jawaban["desa"] = tempat[0].kode
    return False


@dialog(
    "rencana_susun",
    help="Susun rencana kerja",
    untuk=PENDAMPING,
    kata=("susun rencana", "buat rencana"),
    menu=False,
    baca=_baca,
    pengenal=frozenset({"desa", "tahun"}),
)
def rencana_susun(d: Dialog, desa: Desa) -> Kabar:
    sendiri = tempat_sendiri(desa)
    if not sendiri:
        return Kabar(Pesan(BELUM, tombol=(RENCANA,)))
    di = sendiri[0] if len(sendiri) == 1 else d.ask("desa", tanya_tempat(sendiri))
    tahun = d.ask("tahun", _tanya_tahun(d))
    milik = [r for r in desa.rencana.di(di.kode, tahun) if r.orang_id == d.orang.id]
    if milik:
        return Kabar(kartu_rencana(milik[0], d, desa, "Rencana ini sudah ada."))
    sumber = desa.rencana.sumber(di.kode, tahun)
    mulai = d.ask("mulai", _tanya_mulai(sumber, d), "Mulai dari")
    fakta: dict[str, str] = {}
    calon: list[Calon] = []
    if mulai == USULAN:
        fakta = _fakta(d, desa, di, tahun)
        calon = _usulan(desa, di, fakta)
    elif mulai != KOSONG:
        calon = _lanjutan(next(r for r in sumber if r.nomor == mulai), desa)
    buang = d.ask("buang", _tanya_buang(calon, di, tahun), "Tidak dipakai") if calon else ()
    butir = [c.isi for c in calon if c.isi.kegiatan not in buang]
    d.review(_ringkas(butir, di, tahun))
    r = desa.rencana.buat(di.kode, tahun, butir, fakta)
    return Kabar(kartu_rencana(r, d, desa, _sesudah(butir)), f"Rencana {r.nomor} sudah tersimpan.")


def _sesudah(butir: list[IsiButir]) -> str:
    if not butir:
        return "Tersimpan, masih kosong. Tambah kegiatannya satu per satu."
    return "Tersimpan sebagai draf. Ketuk sebuah kegiatan untuk mengubah target atau minggunya."


def _tanya_tahun(d: Dialog) -> Question[int]:
    utama = tahun_disusun(d.hari_ini)
    semua = dict.fromkeys((utama, d.hari_ini.year, d.hari_ini.year + 1))
    return Choice("Rencana tahun berapa?", [Pilihan(str(t), str(t), t) for t in semua])


def _tanya_mulai(sumber: list[Rencana], d: Dialog) -> Question[str]:
    pilihan = [Pilihan(USULAN, "Usulan yang cocok", USULAN, "disesuaikan dengan keadaan di sana", ("usulan",))]
    for r in sumber[:3]:
        siapa = "Anda" if r.orang_id == d.orang.id else r.nama
        ket = f"{r.nomor}, dengan yang sudah tercapai"
        pilihan.append(Pilihan(r.nomor, sebaris(f"Rencana {r.tahun} {siapa}", 24), r.nomor, ket, ("rencana lalu",)))
    pilihan.append(Pilihan(KOSONG, "Mulai dari kosong", KOSONG, "kegiatannya ditambah sendiri", ("kosong",)))
    return Choice("Mulai dari mana?", pilihan)


def _fakta(d: Dialog, desa: Desa, di: Wilayah, tahun: int) -> dict[str, str]:
    """What is known is not asked."""
    if di.tingkat != DESA:
        return {}
    tahu = desa.rencana.fakta(di.kode, tahun)
    hasil = {}
    for kunci, (soal, pilihan) in SOAL.items():
        hasil[kunci] = tahu.get(kunci) or d.ask(kunci, _tanya(soal, pilihan), soal.rstrip("?"))
    return hasil


def _tanya(soal: str, pilihan: dict[str, str]) -> Question[str]:
    return Choice(soal, [Pilihan(kode, nama, kode) for kode, nama in pilihan.items()])


def _usulan(desa: Desa, di: Wilayah, fakta: dict[str, str]) -> list[Calon]:
    untuk = "desa" if di.tingkat == DESA else "pld" if desa.rencana.tempat[di.kode] == PLD else "pd"
    hasil = []
    for u in muat_rencana().untuk(untuk, syarat(fakta)):
        pekan = susun(u.bulan, u.minggu)
        isi = IsiButir(u.kegiatan, u.target, u.satuan, pekan, u.uraian, u.miskin, u.pihak, u.kode)
        hasil.append(Calon(isi, u.sebab))
    return hasil


def _lanjutan(r: Rencana, desa: Desa) -> list[Calon]:
    return [_dari(m, r.tahun) for m in desa.rencana.kemajuan(r) if m.butir.dihapus is None]


def _dari(m: Kemajuan, tahun: int) -> Calon:
    b = m.butir
    isi = IsiButir(b.kegiatan, b.target, b.satuan, b.pekan, b.uraian, b.miskin, b.pihak, b.usul)
    return Calon(isi, f"{tahun}: {sebut_maju(m)}")


def _tanya_buang(calon: list[Calon], di: Wilayah, tahun: int) -> Question[tuple[str, ...]]:
    pilihan = [
        Pilihan(
            c.isi.kegiatan, label_kegiatan(c.isi.kegiatan), c.isi.kegiatan, sebaris(c.ket or sebut_sebab(c.isi), 72)
        )
        for c in calon
    ]
    tanya = (
        f"{len(calon)} kegiatan untuk {sebut_tempat(di)}, {tahun}. Mana yang TIDAK dipakai? "
        "Ketuk yang dicoret. Kalau semua dipakai, langsung Selesai."
    )
    return Coretan(tanya, pilihan, minimal=0, petunjuk="Ketuk yang dicoret, atau langsung selesai.")


def _ringkas(butir: list[IsiButir], di: Wilayah, tahun: int) -> str:
    kepala = f"Rencana {tahun}, {sebut_tempat(di)}"
    if not butir:
        return f"{kepala}\n\nMasih kosong; kegiatannya ditambah sesudah disimpan."
    baris = [
        f"• {label_kegiatan(b.kegiatan)}{f' {MISKIN}' if b.miskin else ''}: {sebut_target(b)}, {sebut_pekan(b.pekan)}"
        for b in butir
    ]
    if sum(map(len, baris)) > MUAT:
        baris = [satu.split(",")[0] for satu in baris]
    miskin = f"{MISKIN} mendahulukan kelompok miskin: {sum(b.miskin for b in butir)} dari {len(butir)} kegiatan"
    return f"{kepala}\n\n{chr(10).join(baris)}\n\n{miskin}"
