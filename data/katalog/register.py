"""The registers of a village: what is asked of one thing, and the states that it goes through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from data.katalog.indikator import muat_indikator
from data.katalog.muat import baca

BERKAS = Path(__file__).with_name("register.toml")
Kode = Annotated[
    str, Meta(pattern=r"^[a-z][a-z0-9_]{1,15}$", description='2 to 16 small letters, such as "kerja_sama"')
]
Awalan = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description='2 capital letters, such as "KS"')]
Label = Annotated[str, Meta(min_length=1, max_length=24)]
Pendek = Annotated[str, Meta(min_length=1, max_length=20)]
"""As a button on WhatsApp."""
LabelBidang = Annotated[str, Meta(min_length=1, max_length=22)]
"""The summary offers it with "+ " before it, in a list of rows of 24."""
Sebutan = Annotated[str, Meta(min_length=2, max_length=14)]
"""With "Semua " before it a button of 20."""
Kata = Annotated[str, Meta(min_length=2, max_length=40)]
JenisBidang = Literal["teks", "angka", "uang", "tanggal", "pilihan", "banyak", "ya", "foto"]
TERPESAN = frozenset({"desa", "nomor", "keadaan", "bagian", "alasan", "jenis", "yakin", "register"})
"""Keys of the conversations' own questions."""
DITAWARKAN = 7
"""Fields that the summary can offer: with Simpan, Ubah and Batal they fill a WhatsApp list of ten."""


class Opsi(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    nama: Label
    kata: tuple[Annotated[str, Meta(min_length=1, max_length=40)], ...] = ()
    """Also one letter: "L"."""


class Bidang(Struct, frozen=True, forbid_unknown_fields=True):
    """A question, and the key under which its answer is kept. `label` is also a column of the workbook."""

    kunci: Kode
    label: LabelBidang
    tanya: Annotated[str, Meta(min_length=1, max_length=120)]
    jenis: JenisBidang
    pilihan: tuple[Opsi, ...] = ()
    wajib: bool = False
    petunjuk: Annotated[str, Meta(max_length=120)] = ""
    """How to answer, with an example."""
    batas: Annotated[int, Meta(ge=1)] | None = None
    """Characters of a text, or the highest number."""
    arah: Literal["lalu", "depan", "bebas"] = "bebas"
    """Of a day: whether it must have come, or not yet."""


class Keadaan(Struct, frozen=True, forbid_unknown_fields=True):
    """A state. `tutup`: nothing more is awaited; a reason is asked."""

    kode: Kode
    nama: Pendek
    tutup: bool = False
    dari: tuple[Kode, ...] = ()
    """States from which it can be reached; none named: from any."""
    perlu: tuple[Kode, ...] = ()
    """Fields that must be answered first."""
    indikator: tuple[str, ...] = ()
    """Codes of indikator.toml of which a thing in this state speaks."""
    alasan: tuple[Annotated[str, Meta(min_length=3, max_length=40)], ...] = ()
    """Usual reasons for it, offered where a reason is asked."""


class JenisRegister(Struct, frozen=True, forbid_unknown_fields=True):
    kode: Kode
    nama: Annotated[str, Meta(min_length=1, max_length=40)]
    """As a heading: "Kerja sama"."""
    sebutan: Sebutan
    """What one thing is called: "kader"."""
    awalan: Awalan
    """Of its numbers: KS-2611-0007."""
    tempat: Literal["desa", "kecamatan", "keduanya"]
    judul: Kode
    """The field whose answer lists show."""
    keadaan: Annotated[tuple[Keadaan, ...], Meta(min_length=1)]
    bidang: Annotated[tuple[Bidang, ...], Meta(min_length=1)]
    tunggal: bool = False
    """A village has one."""
    khusus: bool = False
    """It has conversations of its own; of the generic ones only those that go by its number."""
    warisan: bool = False
    """Of the Program Inovasi Desa, which has ended: hidden unless the operator turns it on."""
    tanggal: str = ""
    """The field that lists are sorted by, the latest first."""
    mendesak: bool = False
    """The nearest day first instead: a term that runs out."""
    kata: tuple[Kata, ...] = ()
    """Other words that open it."""
    indikator: tuple[str, ...] = ()
    """Codes of indikator.toml of which any such thing speaks."""
    tetap: tuple[Kode, ...] = ()
    """Fields whose words stay when the person they are about has their data erased: a public office, as its SK says."""

    def bidang_dari(self, kunci: str) -> Bidang | None:
        return next((b for b in self.bidang if b.kunci == kunci), None)

    def keadaan_dari(self, kode: str) -> Keadaan | None:
        """None for a state that the catalogue no longer has."""
        return next((k for k in self.keadaan if k.kode == kode), None)

    def judul_dari(self, isi: Mapping[str, Any]) -> str:
        """What lists show: the answer itself, or what the option is called."""
        return ", ".join(self.kata_bidang(self.judul, isi))

    def kata_bidang(self, kunci: str, isi: Mapping[str, Any]) -> list[str]:
        """What is written in one field, options by their names; nothing of numbers and days."""
        bidang, nilai = self.bidang_dari(kunci), isi.get(kunci)
        if bidang is None or bidang.jenis not in ("teks", "pilihan", "banyak") or not nilai:
            return []
        nama: dict[str, str] = {o.kode: o.nama for o in bidang.pilihan}
        semua: list[str] = nilai if isinstance(nilai, list) else [str(nilai)]
        return [nama.get(satu, satu) for satu in semua]

    def indikator_dari(self, keadaan: str) -> tuple[str, ...]:
        """Codes of indikator.toml of which a thing in that state speaks."""
        satu = self.keadaan_dari(keadaan)
        return tuple(dict.fromkeys((*self.indikator, *(satu.indikator if satu else ()))))

    def berikut(self, kode: str) -> tuple[Keadaan, ...]:
        """The states that can follow."""
        return tuple(k for k in self.keadaan if k.kode != kode and (not k.dari or kode in k.dari))


class _Isi(Struct, frozen=True, forbid_unknown_fields=True):
    register: tuple[JenisRegister, ...]


@dataclass(frozen=True)
class KatalogRegister:
    """In file order."""

    semua: tuple[JenisRegister, ...]

    def menurut_kode(self, kode: str) -> JenisRegister:
        """KeyError when there is none."""
        for satu in self.semua:
            if satu.kode == kode:
                return satu
        raise KeyError(kode)

    def menurut_awalan(self, awalan: str) -> JenisRegister | None:
        return next((satu for satu in self.semua if satu.awalan == awalan.upper()), None)


@cache
def muat_register(berkas: Path = BERKAS) -> KatalogRegister:
    """Reads the file once per process. Raises KatalogSalah."""
    naskah = baca(berkas)
    isi = naskah.sebagai(_Isi)
    for kunci in ("kode", "awalan", "nama"):
        naskah.wajib_unik("register", kunci, enumerate(getattr(r, kunci) for r in isi.register))
    kata = ((n, k) for n, r in enumerate(isi.register) for k in (r.kode, *r.kata))
    naskah.wajib_unik("register", "kata", kata)
    indikator = {i.kode for i in muat_indikator().semua}
    for n, satu in enumerate(isi.register):
        for kunci, ada, harap in _salah(satu, indikator):
            raise naskah.salah(("register", n, kunci), ada, harap)
    return KatalogRegister(isi.register)


def _salah(r: JenisRegister, indikator: set[str]) -> Iterator[tuple[str, str, str]]:
    """(key, what is there, what is expected) of each mistake."""
    kunci = [b.kunci for b in r.bidang]
    yield from _kembar("bidang", kunci)
    yield from _kembar("keadaan", [k.kode for k in r.keadaan])
    for satu in sorted(TERPESAN & set(kunci)):
        yield "bidang", f'bidang "{satu}"', "another key: the conversations use that one themselves"
    judul, hari = r.bidang_dari(r.judul), r.bidang_dari(r.tanggal)
    if judul is None or not judul.wajib or judul.jenis not in ("teks", "pilihan"):
        yield "judul", f'judul is "{r.judul}"', "the kunci of a bidang of jenis teks or pilihan with wajib = true"
    if (r.tanggal or r.mendesak) and (hari is None or hari.jenis != "tanggal"):
        yield "tanggal", f'tanggal is "{r.tanggal}"', "the kunci of a bidang of jenis tanggal"
    if r.keadaan[0].tutup or r.keadaan[0].dari or r.keadaan[0].perlu:
        yield "keadaan", "the first keadaan is closed or bound", "one that a new thing can begin with"
    if not r.khusus and sum(not b.wajib for b in r.bidang) > DITAWARKAN:
        yield "bidang", f"more than {DITAWARKAN} bidang without wajib", f"at most {DITAWARKAN}"
    if sum(b.jenis == "foto" for b in r.bidang) > 1:
        yield "bidang", "two bidang of jenis foto", "one"
    for b in r.bidang:
        if (b.jenis in ("pilihan", "banyak")) != bool(b.pilihan):
            yield "bidang", f'bidang "{b.kunci}" of jenis {b.jenis}', "pilihan for pilihan and banyak, and for no other"
        yield from _kembar("bidang", [o.kode for o in b.pilihan])
    yield from _rujukan(r, indikator, kunci)
    if asing := {*r.tetap} - {*kunci}:
        yield "tetap", f"tetap has {sorted(asing)}", "bidang of this register"


def _rujukan(r: JenisRegister, indikator: set[str], kunci: list[str]) -> Iterator[tuple[str, str, str]]:
    for k in r.keadaan:
        if asing := {*k.dari} - {satu.kode for satu in r.keadaan} | {*k.perlu} - {*kunci}:
            yield "keadaan", f'keadaan "{k.kode}" names {sorted(asing)}', "keadaan and bidang of this register"
    sebut = {*r.indikator, *(i for k in r.keadaan for i in k.indikator)}
    if asing := sebut - indikator:
        yield "indikator", f"indikator has {sorted(asing)}", "codes of indikator.toml"


def _kembar(kunci: str, semua: list[str]) -> Iterator[tuple[str, str, str]]:
    if len(set(semua)) != len(semua):
        yield kunci, f"{kunci} has {semua}", "each only once"
