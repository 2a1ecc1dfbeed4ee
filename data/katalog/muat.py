"""Reads a catalogue file strictly, and says where it is wrong.

People edit these files by hand, so every refusal can be found: `<file>:<line>: <what is there>; expected <what>`.
tomllib keeps no positions; the line is found by looking in the text for the n-th table header and the key inside it.
"""

import json
import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

Jejak = tuple[str | int, ...]
"""The way to a value: `("kegiatan", 2, "nama")` is the key nama of the third [[kegiatan]]; `()` is the whole file."""

T = TypeVar("T")


class KatalogSalah(Exception):
    """A catalogue file has a mistake. `baris` is 1-based; the text is for the operator, hence English."""

    def __init__(self, berkas: Path, baris: int, ada: str, harap: str) -> None:
        super().__init__(f"{berkas}:{baris}: {ada}; expected {harap}")
        self.berkas = berkas
        self.baris = baris


@dataclass(frozen=True)
class Naskah:
    """One catalogue file as read: `isi` to fill Structs from, `teks` to find lines in."""

    berkas: Path
    teks: str
    isi: dict[str, Any]

    def salah(self, jejak: Jejak, ada: str, harap: str) -> KatalogSalah:
        """The refusal for the value at `jejak`, to be raised by the caller."""
        return KatalogSalah(self.berkas, cari_baris(self.teks, jejak), ada, harap)

    def sebagai(self, tipe: type[T]) -> T:
        """The content as a Struct. Raises KatalogSalah at the first value that does not fit."""
        try:
            return msgspec.convert(self.isi, tipe)
        except msgspec.ValidationError as galat:
            raise self._jelaskan(str(galat), tipe) from None

    def wajib_unik(self, tabel: str, kunci: str, nilai: Iterable[tuple[int, object]]) -> None:
        """Refuses a value that occurs twice. `nilai` gives each with the place (from 0) of its table."""
        pertama: dict[object, int] = {}
        for n, satu in nilai:
            if satu in pertama:
                baris = cari_baris(self.teks, (tabel, pertama[satu], kunci))
                ada = f"{kunci} has {tulis(satu)}, which line {baris} has already"
                raise self.salah((tabel, n, kunci), ada, f"every {kunci} only once")
            pertama[satu] = n

    def wajib_dikenal(
        self, tabel: str, kunci: str, nilai: Iterable[tuple[int, object]], kenal: Collection[object], harap: str
    ) -> None:
        """Refuses a reference to something that is not in `kenal`. `nilai` as in `wajib_unik`."""
        for n, satu in nilai:
            if satu not in kenal:
                raise self.salah((tabel, n, kunci), f"{kunci} has {tulis(satu)}", harap)

    def _jelaskan(self, pesan: str, tipe: type) -> KatalogSalah:
        # msgspec keeps the place only in its message: "... - at `$.kegiatan[2].kata[0]`".
        letak = re.search(r" - at `\$(.*)`$", pesan)
        jejak: Jejak = ()
        for kunci, nomor in re.findall(r"\.(\w+)|\[(\d+)\]", letak[1] if letak else ""):
            jejak += (kunci or int(nomor),)
        if kurang := re.search(r"missing required field `(.*?)`", pesan):
            ada = f"{sebut(jejak)} has no key {tulis(kurang[1])}"
            return self.salah(jejak, ada, harapan(tipe_pada(tipe, (*jejak, kurang[1]))))
        if asing := re.search(r"unknown field `(.*?)`", pesan):
            ada = f"{sebut(jejak)} has the unknown key {tulis(asing[1])}"
            return self.salah((*jejak, asing[1]), ada, harapan(tipe_pada(tipe, jejak)))
        nilai: Any = self.isi
        for langkah in jejak:
            nilai = nilai[langkah]
        return self.salah(jejak, f"{sebut(jejak)} is {tulis(nilai)}", harapan(tipe_pada(tipe, jejak)))


def baca(berkas: Path) -> Naskah:
    """Reads the TOML, not yet its meaning. Raises KatalogSalah when it cannot be read or is not UTF-8 TOML."""
    try:
        # -sig: Notepad on Windows puts a byte order mark in front, which is no mistake of the person who edited.
        teks = berkas.read_bytes().decode("utf-8-sig")
        return Naskah(berkas, teks, tomllib.loads(teks))
    except OSError as galat:
        raise KatalogSalah(berkas, 1, f"cannot be read ({galat.strerror})", "a file") from None
    except UnicodeDecodeError as galat:
        baris = galat.object.count(b"\n", 0, galat.start) + 1
        raise KatalogSalah(berkas, baris, f"byte 0x{galat.object[galat.start]:02x}", "UTF-8 text") from None
    except tomllib.TOMLDecodeError as galat:
        letak = re.search(r"at line (\d+)", str(galat))
        baris = int(letak[1]) if letak else teks.rstrip("\n").count("\n") + 1
        raise KatalogSalah(berkas, baris, str(galat), "valid TOML") from None


def cari_baris(teks: str, jejak: Jejak) -> int:
    """The line (from 1) of the value at `jejak`, or of the nearest thing around it that is written down."""
    baris = _tanpa_isi_panjang(teks).split("\n")
    tabel, nomor, kunci = (*jejak, "", "", "")[:3]
    kepala = [i for i, isi in enumerate(baris) if re.fullmatch(rf"\s*\[\[?\s*{re.escape(str(tabel))}\s*\]\]?\s*", isi)]
    urutan = nomor if isinstance(nomor, int) else 0
    # Not under a header of its own: then it is a key at the top, above all headers.
    awal, dicari = (kepala[urutan], kunci) if urutan < len(kepala) else (-1, tabel)
    for i, isi in enumerate(baris[awal + 1 :], awal + 1):
        if re.fullmatch(r"\s*\[[\w\s.\[\]-]+\]\s*", isi):
            break
        if re.match(rf"\s*([\"']?){re.escape(str(dicari))}\1\s*[=.]", isi):
            return i + 1
    return max(awal + 1, 1)


def _tanpa_isi_panjang(teks: str) -> str:
    """The text with comments and multi-line strings emptied, so that nothing in them passes for a header or key."""
    potongan = r'"{3}[\s\S]*?"{3}|\'{3}[\s\S]*?\'{3}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'

    def kosongkan(cocok: re.Match[str]) -> str:
        isi = cocok[0]
        return "\n" * isi.count("\n") if isi.startswith(("#", '"""', "'''")) else isi

    return re.sub(potongan, kosongkan, teks)


def tulis(nilai: object) -> str:
    """A value nearly as it stands in the file, shortened, with the length of a long text or list."""
    teks = json.dumps(nilai, ensure_ascii=False, default=str)
    pendek = teks if len(teks) <= 60 else f"{teks[:57]}..."
    if isinstance(nilai, list):
        return f"{pendek} ({len(nilai)} items)"
    return f"{pendek} ({len(nilai)} characters)" if isinstance(nilai, str) and len(nilai) > 20 else pendek


def sebut(jejak: Jejak) -> str:
    """What to call a place in a message; the line number does the rest."""
    match jejak:
        case ():
            return "the file"
        case (*_, str(kunci), int(n)):
            return f"{kunci} number {n + 1}"
        case _:
            return str(jejak[-1])


def tipe_pada(tipe: type, jejak: Jejak) -> inspect.Type:
    """The declared type of the value at `jejak` in a Struct."""
    jenis = inspect.type_info(tipe)
    for langkah in jejak:
        if isinstance(jenis, inspect.Metadata):
            jenis = jenis.type
        if isinstance(jenis, inspect.StructType):
            jenis = next(f.type for f in jenis.fields if f.encode_name == langkah)
        elif isinstance(jenis, inspect.VarTupleType):
            jenis = jenis.item_type
    return jenis


def harapan(jenis: inspect.Type) -> str:
    """A declared type in words; `Meta(description=...)` wins."""
    match jenis:
        case inspect.Metadata(type=dalam, extra_json_schema=skema):
            return str(skema["description"]) if skema and "description" in skema else harapan(dalam)
        case inspect.StrType(min_length=paling_sedikit, max_length=paling_banyak):
            return f"text{_rentang(paling_sedikit, paling_banyak, 'characters')}"
        case inspect.LiteralType(values=pilihan):
            return "one of " + ", ".join(tulis(satu) for satu in pilihan)
        case inspect.VarTupleType(item_type=inspect.StructType() as tabel):
            return f"tables, each {harapan(tabel)}"
        case inspect.VarTupleType(item_type=satuan, min_length=paling_sedikit, max_length=paling_banyak):
            return f"a list{_rentang(paling_sedikit, paling_banyak, 'items')}, each {harapan(satuan)}"
        case inspect.StructType(fields=kolom):
            return "a table with " + ", ".join(f.encode_name for f in kolom)
        case inspect.UnionType(types=pilihan):
            return " or ".join(harapan(satu) for satu in pilihan if not isinstance(satu, inspect.NoneType))
        case inspect.IntType(ge=paling_kecil, le=paling_besar):
            return f"a whole number{_rentang(paling_kecil, paling_besar, '')}".rstrip()
    return {"BoolType": "true or false", "DateType": "a date such as 2026-08-17"}.get(type(jenis).__name__, str(jenis))


def _rentang(paling_sedikit: int | None, paling_banyak: int | None, satuan: str) -> str:
    if paling_banyak is None:
        return "" if paling_sedikit is None else f" of at least {paling_sedikit} {satuan}"
    return f" of {paling_sedikit or 0} to {paling_banyak} {satuan}"
