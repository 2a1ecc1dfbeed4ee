"""The demo's world: five personas in a real kecamatan, with eight weeks of sample entries, all marked as such.

The people are invented; the places are real (Kecamatan Cibeber, Kabupaten Cianjur).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from data.desa import Desa
from data.katalog.libur import muat_libur
from data.kegiatan import Isi
from data.orang import PD, PLD, SEBUTAN, TAPM_KAB, WARGA, Orang, OrangQ, tanggal_lokal
from data.pengaturan import Pengaturan
from data.peraga_desa import isi_desa
from data.peraga_musdes import isi_musdes
from data.store import Tx
from data.wilayah import WilayahQ

KECAMATAN = "32.03.03"
ZONA = "Asia/Jakarta"
PEKAN = 8
HARI = 86_400


@dataclass(frozen=True)
class Persona:
    id: str
    nama: str
    peran: str
    wilayah: tuple[str, ...]
    keterangan: str

    @property
    def sebutan(self) -> str:
        return SEBUTAN[self.peran]


def _desa(*nomor: int) -> tuple[str, ...]:
    return tuple(f"{KECAMATAN}.{n}" for n in nomor)


PERSONA = (
    Persona("peraga-sari", "Bu Sari", PLD, _desa(2013, 2017, 2005, 2007), "Mendampingi empat desa di Cibeber"),
    Persona("peraga-budi", "Pak Budi", PLD, _desa(2001, 2002, 2016), "Mendampingi tiga desa di Cibeber"),
    Persona("peraga-rina", "Bu Rina", PD, (KECAMATAN,), "Koordinator Kecamatan Cibeber"),
    Persona("peraga-hasan", "Pak Hasan", TAPM_KAB, ("32.03",), "Tenaga ahli Kabupaten Cianjur"),
    Persona("peraga-ani", "Ani", WARGA, (), "Warga Desa Sukamaju"),
)

# (activity, manner, hours, what came of it, men and women). Invented, in the words people use.
CONTOH: tuple[tuple[str, str, str, str, tuple[int, int] | None], ...] = (
    ("AS01", "desa", "19:30-21:30", "Terkumpul 14 usulan dari tiga dusun, terbanyak jalan usaha tani.", (21, 17)),
    ("AS05", "desa", "09:00-12:00", "Rancangan RKP Desa dibahas per bidang; RAB dilengkapi pekan depan.", None),
    ("AS06", "desa", "13:00-16:00", "Disepakati 12 prioritas tahun depan dan tiga utusan ke kecamatan.", (34, 19)),
    ("AS11", "desa", "08:00-10:00", "Rabat beton sudah 60 persen, papan proyek terpasang, adukan diawasi TPK.", None),
    ("AS13", "desa", "09:00-11:00", "BLT triwulan berjalan diserahkan kepada 40 KPM BLT tanpa antre panjang.", None),
    ("AS15", "desa", "10:00-11:00", "Baliho APB Desa terpasang di balai desa dan dua dusun.", None),
    ("PO01", "desa", "13:00-15:00", "Pembukuan unit simpan pinjam dirapikan; laporan siap dibawa ke musdes.", None),
    ("PO04", "desa", "08:00-11:00", "Posyandu berjalan, 46 balita ditimbang, dua dirujuk ke puskesmas.", None),
    ("PR01", "koordinasi", "09:00-12:00", "Rakor membahas pencairan tahap akhir dan jadwal musdes Desember.", None),
    ("PR02", "daring", "13:00-15:00", "Arahan kabupaten: percepat pelaporan dan data Indeks Desa.", None),
    ("PR03", "koordinasi", "10:00-11:30", "Kasi PMD menyanggupi pendampingan berkas pencairan dua desa.", None),
    ("PK01", "desa", "09:00-11:00", "Kaur keuangan berlatih menyusun buku pembantu pajak.", (4, 3)),
)  # fmt: skip


def siapkan(tx: Tx, kini: int, *, isi: bool = True) -> bool:
    """Fill an empty database, with sample entries when `isi`; False when the demo's people are here already."""
    orang = OrangQ(tx)
    if tx.one("SELECT 1 AS ada FROM orang WHERE contoh = 1 LIMIT 1"):  # whatever has become of their addresses
        return False
    wilayah = WilayahQ(tx)
    for kode in ("32.03", KECAMATAN):
        wilayah.kenalkan(kode)
    wilayah.kenalkan_desa(KECAMATAN)
    mulai = tanggal_lokal(kini, ZONA) - timedelta(weeks=52)
    ids: dict[str, int] = {}
    for persona in PERSONA:
        id_ = ids[persona.id] = orang.tambah(persona.nama, ZONA, kini, contoh=True)
        orang.pasang_alamat(id_, "web", persona.id, kini)
        for kode in persona.wilayah:
            orang.tugaskan(id_, persona.peran, kode, mulai, disahkan=True)
        if isi and persona.peran in (PLD, PD):
            _isi_pekan(tx, orang.ambil(id_, kini), persona, kini)
    if isi:
        _isi_tim(tx, ids, kini)
        penulis = Desa(tx, orang.ambil(ids["peraga-sari"], kini), "web", kini - HARI // 2, Pengaturan())
        isi_musdes(penulis, tanggal_lokal(kini, ZONA), *_desa(2013, 2017))
        isi_desa(penulis, tanggal_lokal(kini, ZONA), *_desa(2013, 2017))
    return True


def _isi_tim(tx: Tx, ids: dict[str, int], kini: int) -> None:
    """What Bu Rina said of Bu Sari's last entries, and a task she gave: something to look at on both sides."""
    sari, budi = ids["peraga-sari"], ids["peraga-budi"]
    rina = OrangQ(tx).ambil(ids["peraga-rina"], kini)
    desa = Desa(tx, rina, "web", kini - HARI // 4, Pengaturan())
    hari = rina.hari_ini(kini)
    catatan = desa.pemeriksaan.milik(sari, hari - timedelta(weeks=4), hari)
    desa.pemeriksaan.kembalikan(catatan[-1], "jam", "Jamnya belum sesuai daftar hadir.")
    for satu in catatan[:-3]:
        desa.pemeriksaan.setuju(satu)
    desa.tugas.beri("Kumpulkan foto papan proyek tiap desa.", hari + timedelta(days=6), (sari, budi), None)
    Desa(tx, OrangQ(tx).ambil(budi, kini), "web", kini - HARI // 8, Pengaturan()).tugas.tandai(
        desa.tugas.diberi()[0], "dikerjakan"
    )


def _isi_pekan(tx: Tx, orang: Orang, persona: Persona, kini: int) -> None:
    """The same every time for the same day: a demo that changes under one's hands teaches nothing."""
    acak = random.Random(persona.id)  # noqa: S311 -- sample data
    libur = muat_libur()
    hari_ini = tanggal_lokal(kini, ZONA)
    for mundur in range(PEKAN * 7, 0, -1):
        tanggal = hari_ini - timedelta(days=mundur)
        if libur.hari_kerja(tanggal) and acak.random() < 0.8:
            _satu_hari(tx, orang, persona, tanggal, kini - mundur * HARI, acak)


def _satu_hari(tx: Tx, orang: Orang, persona: Persona, tanggal: date, saat: int, acak: random.Random) -> None:
    kode, cara, jam, hasil, orang_hadir = acak.choice(CONTOH)
    tempat = [k for k in persona.wilayah if k != KECAMATAN] or _desa(2009, 2013, 2018)
    desa = KECAMATAN if cara != "desa" else acak.choice(tempat)
    mulai, selesai = (int(j[:2]) * 60 + int(j[3:]) for j in jam.split("-"))
    laki, perempuan = orang_hadir or (None, None)
    isi = Isi(
        desa=desa,
        kegiatan=kode,
        cara=cara,
        tanggal=tanggal.isoformat(),
        jam=jam,
        menit=selesai - mulai,
        hasil=hasil,
        peserta=None if laki is None or perempuan is None else laki + perempuan,
        peserta_l=laki,
        peserta_p=perempuan,
    )
    Desa(tx, orang, "web", saat, Pengaturan()).kegiatan.catat(isi, [], None, contoh=True)
