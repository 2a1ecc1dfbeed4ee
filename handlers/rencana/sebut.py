"""What plans, their items, weeks and states are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import pairwise

from data.desa import Desa
from data.katalog.kegiatan import muat_kegiatan
from data.katalog.rencana import muat_rencana
from data.rencana import DIAJUKAN, DISETUJUI, DRAF, KEMBALI, Butir, IsiButir, Kemajuan, Rencana
from data.rencana.isi import BARU, BERUBAH, DICORET
from data.rencana.pekan import SEBULAN, SEMUA
from data.wilayah import Wilayah, dari_kode
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_kegiatan, sebut_tempat

NOMOR = re.compile(r"#?\b(N-\d{4}-\d{4,})", re.IGNORECASE)
TAHUN = re.compile(r"(?<![.\d-])20\d\d(?![.\d])")
MULAI_MENYUSUN = 10
"""Month from which the plan of next year is the one that is made."""
ROMAWI = ("", "I", "II", "III", "IV")
MISKIN = "★"
STATUS = {
    DRAF: "draf, belum diajukan",
    DIAJUKAN: "draf, menunggu persetujuan",
    DISETUJUI: "sudah disetujui",
    KEMBALI: "draf, perlu diperbaiki",
}
TANDA = {BARU: "baru sesudah disetujui", BERUBAH: "berubah sesudah disetujui", DICORET: "dicoret sesudah disetujui"}
RENCANA = Tombol("Rencana", perintah("rencana"))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Rencana {nomor} belum ada dalam daftar Anda.", tombol=(RENCANA,))


def tahun_disusun(hari_ini: date) -> int:
    """The year whose plan is being made: next year's from October on."""
    return hari_ini.year + (hari_ini.month >= MULAI_MENYUSUN)


def tempat_rencana(kode: str, desa: Desa) -> Wilayah:
    di = desa.wilayah.ambil(kode) or dari_kode(kode)
    assert di is not None, kode
    return di


def sebut_rencana(r: Rencana, desa: Desa) -> str:
    """'Rencana 2027, Desa Sukamaju'"""
    return f"Rencana {r.tahun}, {sebut_tempat(tempat_rencana(r.desa, desa))}"


def sebut_status(r: Rencana, zona: str) -> str:
    """'disetujui Bu Rina, 21 Nov 20.14'"""
    if r.diputus is None or r.status not in (DISETUJUI, KEMBALI):
        return STATUS[r.status]
    saat = f"{r.pemutus}, {sebut_saat(r.diputus, zona)}"
    return f"disetujui {saat}" if r.resmi else f"draf, dikembalikan {saat}: “{r.alasan}”"


def label_kegiatan(kode: str) -> str:
    """The short name."""
    return next((k.label for k in muat_kegiatan().semua if k.kode == kode), sebut_kegiatan(kode))


def sebut_target(b: IsiButir) -> str:
    return f"{b.target} {b.satuan}"


def sebut_maju(m: Kemajuan) -> str:
    """'3 dari 6 kali'; of a unit that entries do not count, what was said of it."""
    if m.tercapai is None:
        return f"target {sebut_target(m.butir)}, {m.catatan} catatan"
    return f"{m.tercapai} dari {sebut_target(m.butir)}"


def sebut_pekan(pekan: Collection[str]) -> str:
    """'tiap bulan minggu I', 'minggu II Mei–Jul, Okt; minggu III Sep'; '' where none is set."""
    if len(pekan) == len(SEMUA):
        return "tiap minggu"
    menurut: dict[int, list[int]] = defaultdict(list)
    for satu in pekan:
        menurut[int(satu[:2])].append(int(satu[3:]))
    kelompok: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for bulan, minggu in sorted(menurut.items()):
        kelompok[tuple(minggu)].append(bulan)
    return "; ".join(_satu(minggu, bulan) for minggu, bulan in kelompok.items())


def _satu(minggu: tuple[int, ...], bulan: list[int]) -> str:
    kata = "tiap minggu" if len(minggu) == SEBULAN else f"minggu {', '.join(ROMAWI[m] for m in minggu)}"
    return f"tiap bulan {kata}" if len(bulan) == len(BULAN) else f"{kata} {', '.join(_rentang(bulan))}"


def _rentang(bulan: Sequence[int]) -> list[str]:
    """'Mei–Jul' of three in a row or more."""
    deret: list[list[int]] = [[bulan[0]]]
    for lalu, kini in pairwise(bulan):
        if kini == lalu + 1:
            deret[-1].append(kini)
        else:
            deret.append([kini])
    hasil = []
    for satu in deret:
        nama = [BULAN[b - 1][:3] for b in satu]
        hasil += [f"{nama[0]}–{nama[-1]}"] if len(nama) > 2 else nama
    return hasil


def sebut_sebab(b: Butir | IsiButir) -> str:
    """Why the starter plan proposed it; '' of what did not begin so."""
    usul = muat_rencana().menurut_kode(b.usul)
    return usul.sebab if usul else ""


def sebut_miskin(semua: Sequence[IsiButir]) -> str:
    """'★ 5 dari 14 kegiatan mendahulukan kelompok miskin'"""
    return f"{MISKIN} {sum(b.miskin for b in semua)} dari {len(semua)} kegiatan mendahulukan kelompok miskin"
