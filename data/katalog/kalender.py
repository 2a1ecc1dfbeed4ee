"""What falls due in a village's year and in a facilitator's own, and by which rule its day is found."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from data.katalog.kegiatan import muat_kegiatan
from data.katalog.muat import Naskah, baca
from data.katalog.musdes import DOKUMEN, TAHAP, muat_musdes

BERKAS = Path(__file__).with_name("kalender.toml")
Peran = Literal["pld", "pd", "teknis", "tapm_kab", "tapm_prov"]
Yakin = Literal["teks", "sekunder", "sebagian", "ingatan"]
BATAS = re.compile(
    r"(?P<bulan>\d\d)-(?P<hari>\d\d)"
    r"|(?P<tiap>bulan|triwulan) (?P<ke>\d{1,2})"
    r"|(?P<peristiwa>[a-z_]+) (?P<arah>[+-])(?P<jumlah>\d{1,3}) (?P<satuan>hari|hari kerja|bulan)"
    r"|(?P<daerah>daerah)"
)
Teks = Annotated[str, Meta(min_length=1, max_length=160)]
BulanHari = Annotated[str, Meta(pattern=r"^\d\d-\d\d$", description='month and day, such as "07-01"')]


class Peristiwa(Struct, frozen=True, forbid_unknown_fields=True):
    """Something that happens in one village, and that deadlines count from."""

    kode: Annotated[str, Meta(pattern=r"^[a-z_]{2,20}$")]
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    tanya: Annotated[str, Meta(min_length=1, max_length=60)]
    kata: tuple[str, ...]


class Selesai(Struct, frozen=True, forbid_unknown_fields=True):
    """How it is known to be done; any one of these is enough."""

    siklus: tuple[str, str, int] | None = None
    """(dokumen, tahap, years from the deadline's year to the paper's)."""
    musdes: tuple[str, ...] = ()
    kegiatan: tuple[str, ...] = ()
    peristiwa: tuple[str, ...] = ()


@dataclass(frozen=True)
class Batas:
    """`jenis`: tahun (month, day) | bulan (day) | triwulan (days after) | peristiwa | daerah."""

    jenis: Literal["tahun", "bulan", "triwulan", "peristiwa", "daerah"]
    bulan: int = 0
    jumlah: int = 0
    """Day of the month, or how many days or months; before the event when negative."""
    peristiwa: str = ""
    satuan: str = ""


class Acara(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Each key is explained at the top of kalender.toml."""

    kode: Annotated[str, Meta(pattern=r"^([KEP]\d\d[A-Z]?|sendiri:d?\d+)$", description='a code such as "K18"')]
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    label: Annotated[str, Meta(min_length=1, max_length=24)]
    bantu: str
    pelaku: str
    batas: Annotated[str, Meta(pattern=f"^({re.sub('[?]P<[a-z]+>', '', BATAS.pattern)})$", description="see the top")]
    kira_kira: bool
    dasar: str
    sumber: Teks
    yakin: Yakin
    diperiksa: dt.date
    langkah: tuple[Annotated[int, Meta(ge=-30, le=365)], ...]
    untuk: Annotated[tuple[Peran, ...], Meta(min_length=1)]
    tahun: int | None = None
    mulai: BulanHari = "01-01"
    sifat: Literal["batas", "awal"] = "batas"
    keras: bool = False
    langkah_kerja: bool = False
    tenggang: Annotated[int, Meta(ge=1, le=60)] | None = None
    lingkup: Literal["desa", "diri"] = "desa"
    selesai_bila: Selesai = Selesai()
    catatan: str = ""

    @cached_property
    def kapan(self) -> Batas:
        return _batas(self.batas)

    @property
    def diri(self) -> bool:
        """The facilitator's own, not a village's."""
        return self.lingkup == "diri"


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    peristiwa: tuple[Peristiwa, ...]
    acara: tuple[Acara, ...]


@dataclass(frozen=True)
class KatalogKalender:
    """In file order."""

    acara: tuple[Acara, ...]
    peristiwa: tuple[Peristiwa, ...]

    def menurut_kode(self, kode: str) -> Acara | None:
        return self._menurut_kode.get(kode)

    @cached_property
    def _menurut_kode(self) -> dict[str, Acara]:
        return {a.kode: a for a in self.acara}

    def peristiwa_kode(self, kode: str) -> Peristiwa | None:
        return next((p for p in self.peristiwa if p.kode == kode), None)

    def dari_peristiwa(self, kode: str) -> tuple[Acara, ...]:
        """What counts from that event."""
        return self._menurut_peristiwa.get(kode, ())

    @cached_property
    def _menurut_peristiwa(self) -> dict[str, tuple[Acara, ...]]:
        return {p.kode: tuple(a for a in self.acara if a.kapan.peristiwa == p.kode) for p in self.peristiwa}


@cache
def muat_kalender(berkas: Path = BERKAS) -> KatalogKalender:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for kunci in ("kode", "nama"):
        naskah.wajib_unik("peristiwa", kunci, enumerate(getattr(p, kunci) for p in isi.peristiwa))
    for kunci in ("kode", "nama", "label"):
        naskah.wajib_unik("acara", kunci, enumerate(getattr(a, kunci) for a in isi.acara))
    naskah.wajib_unik("peristiwa", "kata", ((n, kata) for n, p in enumerate(isi.peristiwa) for kata in p.kata))
    _periksa_tanggal(naskah, isi)
    _periksa_rujukan(naskah, isi)
    return KatalogKalender(isi.acara, isi.peristiwa)


def _periksa_tanggal(naskah: Naskah, isi: _Isi) -> None:
    for n, acara in enumerate(isi.acara):
        for kunci, teks in (("batas", acara.batas), ("mulai", acara.mulai)):
            if re.fullmatch(r"\d\d-\d\d", teks) and not _ada(teks):
                raise naskah.salah(("acara", n, kunci), f'{kunci} is "{teks}"', "a day that the year has")
        if acara.kapan.jenis in ("bulan", "triwulan") and not 1 <= acara.kapan.jumlah <= 31:
            raise naskah.salah(("acara", n, "batas"), f'batas is "{acara.batas}"', "a day from 1 to 31")


def _periksa_rujukan(naskah: Naskah, isi: _Isi) -> None:
    kenal = {p.kode for p in isi.peristiwa}
    dari = ((n, a.kapan.peristiwa) for n, a in enumerate(isi.acara) if a.kapan.peristiwa)
    naskah.wajib_dikenal("acara", "batas", dari, kenal, "the kode of a [[peristiwa]]")
    ada: dict[str, set[str]] = {
        "musdes": {j.kode for j in muat_musdes().jenis},
        "kegiatan": {k.kode for k in muat_kegiatan().semua},
        "peristiwa": kenal,
    }
    for kunci, semua in ada.items():
        naskah.wajib_dikenal("acara", "selesai_bila", _rujukan(isi, kunci), semua, f"a {kunci} that there is")
    papan = {(d, t) for d in DOKUMEN for t in TAHAP}
    siklus = ((n, a.selesai_bila.siklus[:2]) for n, a in enumerate(isi.acara) if a.selesai_bila.siklus)
    naskah.wajib_dikenal("acara", "selesai_bila", siklus, papan, "siklus = [dokumen, tahap, years]")


def _rujukan(isi: _Isi, kunci: str) -> Iterator[tuple[int, object]]:
    return ((n, satu) for n, a in enumerate(isi.acara) for satu in getattr(a.selesai_bila, kunci))


def _ada(bulan_hari: str) -> bool:
    try:
        dt.date.fromisoformat(f"2028-{bulan_hari}")  # a leap year: 29 February is the last day of any February
    except ValueError:
        return False
    return True


def _batas(teks: str) -> Batas:
    cocok = BATAS.fullmatch(teks)
    assert cocok
    if cocok["bulan"]:
        return Batas("tahun", int(cocok["bulan"]), int(cocok["hari"]))
    if cocok["tiap"]:
        return Batas("bulan" if cocok["tiap"] == "bulan" else "triwulan", jumlah=int(cocok["ke"]))
    if cocok["peristiwa"]:
        jumlah = int(cocok["jumlah"]) * (1 if cocok["arah"] == "+" else -1)
        return Batas("peristiwa", jumlah=jumlah, peristiwa=cocok["peristiwa"], satuan=cocok["satuan"])
    return Batas("daerah")
