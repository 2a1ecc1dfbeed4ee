"""How kader, their kinds and their steps are spoken of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from data.desa import Desa
from data.kader import Baris, Jalan, KaderDesa
from data.katalog.kader import Anak, bidang_dari, muat_kader, nama_pilihan
from data.katalog.register import Bidang
from data.orang import KPMD, PENDAMPING
from data.register import Register
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah
from handlers.register.kartu import kartu
from handlers.register.ubah import DIBACA

NOMOR = re.compile(r"#?\b(KD-\d{4}-\d{4,})", re.IGNORECASE)
BIDANG_DISEBUT = 2
"""Kinds that fit under a row of a WhatsApp list."""
SEMUA = Tombol("Semua kader", perintah("kader"))


def hanya_kader(desa: Desa) -> bool:
    """Whether the person is a kader and accompanies nobody: then it is about themselves."""
    peran = {t.peran for t in desa.lingkup.tugas}
    return KPMD in peran and not peran & set(PENDAMPING)


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"{nomor.upper()[:20]} belum ada dalam daftar kader Anda.", tombol=(SEMUA,))


def baca_kader(teks: str, d: Dialog, desa: Desa) -> bool:
    """The number behind a command is the first answer."""
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def ketik_kader(sisa: str) -> bool:
    return NOMOR.match(sisa.strip()) is not None


def ambil(apa: str, d: Dialog, desa: Desa) -> Register | Kabar:
    """The kader that is meant, where the person may change the card; else what is said."""
    tanya = Text(f"Kader nomor berapa yang {apa}?", petunjuk="Contoh: KD-2611-0003. Nomornya ada di kartunya.")
    return periksa(d.ask("nomor", tanya), d, desa)


def periksa(nomor: str, d: Dialog, desa: Desa) -> Register | Kabar:
    r = desa.kader.ambil(nomor.upper().strip().lstrip("#"))
    if r is None:
        return Kabar(tak_ada(nomor))
    return r if desa.register.boleh_ubah(r) else Kabar(kartu(r, d, desa, DIBACA))


def bidang(register: str, kunci: str) -> Bidang:
    return bidang_dari(register, kunci)


def sebut_bidang(kode: Iterable[str]) -> str:
    return ", ".join(nama_pilihan("kader", "bidang", k).lower().replace(" sid", " SID") for k in kode)


def sebut_tangga(jalan: Jalan) -> str:
    """'mendampingi'; of somebody who stands below the first step 'baru'."""
    return nama_pilihan("kader", "tangga", jalan.tangga).lower() if jalan.tangga else "baru"


def sebut_kurang(jalan: Jalan, anak: Anak) -> str:
    """'1 dari 3 kegiatan yang diikuti'"""
    return f"{jalan.ada(anak)} dari {anak.perlu.jumlah} {anak.perlu.bukti}"


def sebut_hari(iso: str, hari_ini: date) -> str:
    hari = date.fromisoformat(iso)
    return ejaan_pendek(hari) if hari.year == hari_ini.year else f"{hari:%d/%m/%Y}"


def sebut_baris(b: Baris) -> str:
    """What stands beside a name: kinds, step, what is ready or missing."""
    siap = f"siap ke {b.jalan.siap.nama.lower()}" if b.jalan.siap else ""
    sk = "" if "sk" in b.kader.isi else "SK belum"
    return ", ".join(k for k in (sebut_bidang(b.kader.isi["bidang"]), sebut_tangga(b.jalan), siap, sk) if k)


def sebut_celah(k: KaderDesa) -> list[str]:
    """What a village still lacks, a sentence each; never whose fault."""
    hasil = []
    if k.kosong:
        hasil.append(f"Belum ada kader bidang {sebut_bidang(k.kosong)}.")
    if k.tanpa_sk:
        hasil.append(f"Nomor SK belum tercatat: {k.tanpa_sk} kader.")
    if k.basi:
        hasil.append(f"Setahun ini belum ikut pelatihan: {k.basi} kader.")
    return hasil


def sebut_celah_pendek(k: KaderDesa) -> str:
    """The same under a row."""
    if not k.baris:
        return "belum ada kader"
    bagian = (
        f"{len(k.baris)} kader: {sebut_langkah([k])}",
        _sebut_kosong(k.kosong),
        f"{k.tanpa_sk} tanpa SK" if k.tanpa_sk else "",
        f"{k.basi} belum dilatih" if k.basi else "",
        f"{k.siap} siap naik" if k.siap else "",
    )
    return ", ".join(b for b in bagian if b)


def sebut_langkah(semua: Sequence[KaderDesa]) -> str:
    """'3 baru, 2 belajar, 1 memandu'"""
    hitung = Counter(sebut_tangga(b.jalan) for k in semua for b in k.baris)
    urut = ("baru", *(a.nama.lower() for a in muat_kader().tangga))
    return ", ".join(f"{hitung[satu]} {satu}" for satu in urut if hitung[satu])


def _sebut_kosong(kosong: Sequence[str]) -> str:
    if len(kosong) > BIDANG_DISEBUT:
        return f"{len(kosong)} bidang belum ada"
    return f"belum ada {sebut_bidang(kosong)}" if kosong else ""


def jumlah(semua: Sequence[KaderDesa]) -> str:
    """'4 kader (2 L, 2 P)'"""
    laki, perempuan = (sum(k.jumlah(satu) for k in semua) for satu in ("laki", "perempuan"))
    return f"{sum(len(k.baris) for k in semua)} kader ({laki} L, {perempuan} P)"
