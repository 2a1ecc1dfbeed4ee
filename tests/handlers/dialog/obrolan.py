"""A person at a phone, in tests: they write, tap, send; the screen is looked at after every message.

Nothing but the database carries over from one message to the next, as when the bot is restarted in between.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import msgspec

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.media import MediaQ
from data.orang import PENDAMPING, PLD, SEMUA, OrangQ, tanggal_lokal
from data.pengaturan import Pengaturan
from data.percakapan import Percakapan, PercakapanQ
from data.store.migrate import on_disk, statements
from data.store.sqlite import SqliteTx
from handlers.dialog.dialog import Dialog, Fungsi, Kabar, Resep, dialog
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Foto, Lokasi, Masukan
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.run import Konteks
from handlers.dialog.sunting import Semula, sunting
from handlers.dialog.tombol import perintah
from handlers.dialog.turn import Turn

KINI = int(datetime(2026, 11, 20, 12, 30, tzinfo=UTC).timestamp())
"""Friday, 19.30 WIB."""
MENIT, JAM, HARI = 60, 3_600, 86_400
ZONA = "Asia/Jakarta"
KECAMATAN = "32.03.03"
DESA = {"2005": "Sukaraharja", "2007": "Mayak", "2013": "Sukamaju", "2017": "Sukamanah"}
TERLARANG = re.compile(r"\bNone\b|[{}]|\b(?:user|invalid|null|error|traceback)\b", re.IGNORECASE)


@cache
def _templat() -> sqlite3.Connection:
    """The schema and the places, made once; copying them is much quicker."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    for migration in on_disk():
        for statement in statements(migration.sql, postgres=False):
            raw.execute(statement)
    jalur = "Kabupaten Cianjur, Jawa Barat"
    tempat = [(f"{KECAMATAN}.{nomor}", nama, f"Cibeber, {jalur}") for nomor, nama in DESA.items()]
    semua = [(kode, nama, jalur_, ZONA) for kode, nama, jalur_ in [(KECAMATAN, "Cibeber", jalur), *tempat]]
    raw.executemany("INSERT INTO wilayah (kode, nama, jalur, zona) VALUES (?, ?, ?, ?)", semua)
    return raw


@dataclass
class Dunia:
    """A database in memory, and a clock that only the test moves."""

    tabel: Mapping[str, Resep]
    kini: int = KINI
    raw: sqlite3.Connection = field(init=False)
    tx: SqliteTx = field(init=False)

    def __post_init__(self) -> None:
        self.raw = sqlite3.connect(":memory:", isolation_level=None)
        _templat().backup(self.raw)
        self.raw.row_factory = sqlite3.Row
        self.raw.execute("PRAGMA foreign_keys = ON")
        self.tx = SqliteTx(self.raw)

    @property
    def hari_ini(self) -> date:
        return tanggal_lokal(self.kini, ZONA)

    def lewat(self, detik: int) -> None:
        self.kini += detik

    def orang(self, nama: str, *, peran: str | None = PLD, desa: Iterable[str] = DESA) -> Obrolan:
        """Someone new, and their chat; without `peran` a villager."""
        orang = OrangQ(self.tx)
        id_ = orang.tambah(nama, ZONA, self.kini)
        orang.setujui(orang.ambil(id_, self.kini), self.kini)
        for nomor in desa if peran else ():
            orang.tugaskan(id_, peran or "", f"{KECAMATAN}.{nomor}", self.hari_ini, disahkan=True)
        return Obrolan(self, id_, nama)

    def hitung(self, tabel: str) -> int:
        row = self.tx.one(f"SELECT COUNT(*) AS n FROM {tabel}")
        assert row is not None
        return int(row["n"])

    def percakapan(self) -> list[Percakapan]:
        """All there are, of everybody, by age."""
        rows = self.tx.all("SELECT id, orang_id FROM percakapan ORDER BY id")
        semua = [PercakapanQ(self.tx).milik(r["id"], r["orang_id"]) for r in rows]
        return [p for p in semua if p]


@dataclass
class Layar:
    """What the person sees."""

    pesan: Pesan

    @property
    def teks(self) -> str:
        return "\n".join(t for t in (self.pesan.judul, self.pesan.teks) if t)

    @property
    def semua(self) -> tuple[Tombol | Butir, ...]:
        return (*self.pesan.tombol, *self.pesan.daftar)

    @property
    def label(self) -> list[str]:
        return [t.label for t in self.semua]

    @property
    def tombol(self) -> list[str]:
        return [t.label for t in self.pesan.tombol]

    @property
    def daftar(self) -> list[str]:
        return [b.label for b in self.pesan.daftar]

    def data(self, label: str) -> str:
        for satu in self.semua:
            if satu.label == label:
                return satu.data
        raise AssertionError(f"no button [{label}] among {self.label} under:\n{self.teks}")

    def __contains__(self, kata: str) -> bool:
        return kata in self.teks


@dataclass
class Obrolan:
    """One person's chat."""

    dunia: Dunia
    id: int
    nama: str
    riwayat: list[Layar] = field(default_factory=list)
    ditulis: list[str] = field(default_factory=list)
    terkirim: list[Semula] = field(default_factory=list)
    """Every message, with what became of it."""
    nomor_foto: int = 0

    # -- what a person does ---------------------------------------------------------------------------------------

    def tulis(self, teks: str) -> Layar:
        return self.kirim(Masukan(teks=teks))

    def tekan(self, label: str, *, layar: Layar | None = None) -> Layar:
        """Tap a button of the newest screen, or of that older one."""
        return self.ketuk((layar or self.layar).data(label))

    def ketuk(self, data: str) -> Layar:
        return self.kirim(Masukan(tombol=data))

    def foto(self, jumlah: int = 1, teks: str = "") -> Layar:
        """New pictures in one message."""
        return self.kirim(Masukan(teks=teks, foto=self.gambar(jumlah)))

    def lokasi(self, lat: float = -6.93, lon: float = 107.12) -> Layar:
        return self.kirim(Masukan(lokasi=Lokasi(lat, lon)))

    def kirim(self, masukan: Masukan) -> Layar:
        """One message, one turn, as the bot takes it: all of it, or nothing when it fails."""
        self.ditulis.append(masukan.teks)
        masukan = msgspec.json.decode(msgspec.json.encode(masukan), type=Masukan)
        with self.dunia.tx.savepoint():
            turn = Turn(self.konteks, self.desa, self.dunia.tabel)
            pesan = turn.jawab(masukan)
        self.terkirim.append(Semula(masukan, *(turn.terjawab or ())))
        return self._tampak(pesan)

    def sunting(self, teks: str, ke: int = -1, *, lain: str = "") -> Layar | None:
        """Edit the message number `ke`; None when nothing is said to it."""
        self.ditulis.append(teks)
        semula = replace(self.terkirim[ke], terakhir=self.terkirim[ke] is self.terkirim[-1])
        with self.dunia.tx.savepoint():
            turn = Turn(self.konteks, self.desa, self.dunia.tabel)
            pesan = sunting(turn, Masukan(teks=teks, lain=lain, sunting=True), semula)
        terjawab = turn.terjawab or (semula.percakapan, semula.kunci)
        self.terkirim[ke] = Semula(msgspec.structs.replace(semula.masukan, teks=teks), *terjawab)
        return self._tampak(pesan) if pesan else None

    def _tampak(self, pesan: Pesan) -> Layar:
        periksa_layar(pesan, self.ditulis)
        self.riwayat.append(Layar(pesan))
        return self.layar

    def gambar(self, jumlah: int) -> tuple[Foto, ...]:
        """Pictures as the inbox leaves them: on disk, known to the database."""
        semua = []
        for _ in range(jumlah):
            self.nomor_foto += 1
            sidik = hashlib.sha256(f"{self.id}-{self.nomor_foto}".encode()).hexdigest()
            MediaQ(self.dunia.tx).daftarkan(sidik, "image/jpeg", 1, self.dunia.kini)
            semua.append(Foto(sidik, waktu=self.dunia.kini))
        return tuple(semua)

    # -- what can be seen -----------------------------------------------------------------------------------------

    @property
    def layar(self) -> Layar:
        return self.riwayat[-1]

    @property
    def konteks(self) -> Konteks:
        orang = OrangQ(self.dunia.tx).ambil(self.id, self.dunia.kini)
        return Konteks(orang, self.dunia.kini, orang.hari_ini(self.dunia.kini))

    @property
    def desa(self) -> Desa:
        return Desa(self.dunia.tx, self.konteks.orang, "uji", self.dunia.kini, Pengaturan())

    @property
    def terbuka(self) -> Percakapan | None:
        return PercakapanQ(self.dunia.tx).terbuka(self.id)

    @property
    def keadaan(self) -> Keadaan:
        assert self.terbuka, "nothing is open"
        return Keadaan.dari(self.terbuka.keadaan)

    @property
    def jawaban(self) -> dict[str, Any]:
        return self.keadaan.jawaban

    @property
    def catatan(self) -> list[Kegiatan]:
        return self.desa.kegiatan.rentang(date(2020, 1, 1), date(2030, 1, 1))

    def ganti(self, **jawaban: Any) -> None:
        """Change stored answers behind the person's back, as a new version of the program or of the data does."""
        assert self.terbuka
        keadaan = self.keadaan
        keadaan.jawaban.update(jawaban)
        self.simpan(keadaan)

    def simpan(self, keadaan: Keadaan) -> None:
        assert self.terbuka
        PercakapanQ(self.dunia.tx).simpan(self.terbuka.id, keadaan.ringkas().decode(), "terbuka", "", self.dunia.kini)


def periksa_layar(pesan: Pesan, ditulis: Sequence[str] = ()) -> None:
    """What holds for every screen there ever is."""
    assert pesan.teks.strip(), "an empty message"
    assert len(pesan.judul) + len(pesan.teks) + 2 <= 4096, len(pesan.teks)
    for tombol in Layar(pesan).semua:
        assert tombol.label.strip(), f"a button without a label: {tombol}"
        assert "\n" not in tombol.label
        assert len(tombol.data.encode()) <= 64, tombol
    label = [t.label for t in pesan.tombol if not t.label.startswith("Lanjutkan: ")]  # two drafts may be of one village
    assert len(label) == len(set(label)), f"two buttons look the same: {label}"
    if not any(TERLARANG.search(teks) for teks in ditulis):
        isi = "\n".join((pesan.judul, pesan.teks, *label, *(f"{b.label} {b.ket}" for b in pesan.daftar)))
        assert not TERLARANG.search(isi), isi


# -- conversations for tests --------------------------------------------------------------------------------------


@dialog("menu", help="Lihat menu", untuk=SEMUA, kata=("halo", "pagi"), langsung=True)
def menu(d: Dialog, desa: Desa) -> Kabar:
    draf = [
        Tombol(f"Lanjutkan: {p.hasil or p.dialog}"[:40], f"{p.id}~!~lanjut") for p in desa.percakapan.draf(d.orang.id)
    ]
    return Kabar(Pesan("Mau apa hari ini?", tombol=(*draf, Tombol("Catat", perintah("catat")))))


def tabel(*resep: Resep) -> dict[str, Resep]:
    return {satu.nama: satu for satu in (menu, *resep)}


def resep(fungsi: Fungsi, nama: str = "uji", **sisa: Any) -> Resep:
    return dialog(nama, help=f"Isi {nama}", untuk=sisa.pop("untuk", PENDAMPING), **sisa)(fungsi)


@dataclass
class Satu:
    """A conversation with one question, and what its function was given."""

    obrolan: Obrolan
    diterima: list[Any] = field(default_factory=list)

    @property
    def layar(self) -> Layar:
        return self.obrolan.layar

    @property
    def nilai(self) -> Any:
        assert self.diterima, f"no answer yet:\n{self.layar.teks}"
        return self.diterima[-1]

    def menolak(self, teks: str, *kata: str) -> None:
        """It is not taken for an answer, and what is said names what would be."""
        layar = self.obrolan.tulis(teks)
        assert not self.diterima, f"taken for {self.diterima}"
        for satu in kata:
            assert satu in layar, f"{satu!r} not in:\n{layar.teks}"

    def membaca(self, teks: str) -> Any:
        self.obrolan.tulis(teks)
        return self.nilai


def tanya(question: Question[Any]) -> Satu:
    """Open a conversation that asks only this."""
    satu: Satu

    def fungsi(d: Dialog, desa: Desa) -> Kabar:
        nilai = d.ask("isi", question)
        satu.diterima.append(nilai)
        return Kabar(Pesan(f"Selesai: {question.show(nilai)}"), "Selesai")

    satu = Satu(Dunia(tabel(resep(fungsi))).orang("Bu Sari"))
    satu.obrolan.tulis("/uji")
    return satu


Buat = Callable[[], Satu]
