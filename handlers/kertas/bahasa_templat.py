"""What a Word template may say: a little of Jinja, so that a stranger's template is bounded and touches nothing.

No calls, no assignments, no arithmetic, no includes. Loops run over lists of fields.NAME and lists inside what a loop
around them runs over: so no template takes longer than the record is long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, NewType, get_args, get_origin, get_type_hints

import msgspec
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from handlers.kertas.bidang import Naskah

TERPANJANG = 20_000_000
"""Characters that a template may write."""
SARINGAN = ("upper", "lower", "title", "capitalize", "trim", "length", "count", "first", "last", "default", "d")
LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length")
BOLEH = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Tuple, nodes.List),
    *(nodes.Getattr, nodes.Getitem, nodes.For, nodes.If, nodes.CondExpr, nodes.Filter, nodes.Test),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat),
)


Gambar = NewType("Gambar", str)
"""The type of a field that is a picture, '' without one: it is put somewhere or asked for, and nothing else."""


class Nilai(NamedTuple):
    """What an expression stands for: a type of `bidang`, by which way it is reached."""

    jalur: str
    tipe: Any


TEKS = Nilai("", str)


@cache
def bidang(tipe: Any) -> Mapping[str, Any]:
    """Fields of a Struct by name."""
    return get_type_hints(tipe) if isinstance(tipe, type) and issubclass(tipe, msgspec.Struct) else {}


def unsur_daftar(tipe: Any) -> Any:
    """What a list holds; None for what is no list."""
    return get_args(tipe)[0] if get_origin(tipe) is tuple else None


def semua_jalur(tipe: Any = Naskah, awal: str = "") -> Iterator[str]:
    """'nomor', 'putusan', 'putusan.isi', …"""
    for nama, isi in bidang(tipe).items():
        yield f"{awal}{nama}"
        yield from semua_jalur(unsur_daftar(isi) or isi, f"{awal}{nama}.")


class Bahasa(ImmutableSandboxedEnvironment):
    """Reads templates; `salah` says what is wrong with them, `dipakai` which fields they use."""

    def __init__(self, tipe: type[msgspec.Struct] = Naskah) -> None:
        """`tipe`: what they are filled from."""
        super().__init__(autoescape=True, finalize=_tanpa_kurung)
        self.tipe = tipe
        self.globals.clear()
        self.filters = {nama: isi for nama, isi in self.filters.items() if nama in SARINGAN}
        self.salah: list[str] = []
        self.dipakai: set[str] = set()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        pohon = super()._parse(source, name, filename)
        self._baca(pohon, {}, 0)
        if self.salah:  # before it is compiled: that alone may do a sum without end
            raise SecurityError(self.salah[0])
        return pohon

    def concat(self, potongan: Iterator[str]) -> str:  # type: ignore[override]  # jinja2 keeps "".join here
        hasil, panjang = [], 0
        for satu in potongan:
            hasil.append(satu)
            panjang += len(satu)
            if panjang > TERPANJANG:
                raise OverflowError("writes more than a paper can hold")
        return "".join(hasil)

    def _catat(self, kalimat: str) -> None:
        if kalimat not in self.salah:
            self.salah.append(kalimat)

    def _baca(self, node: nodes.Node, lingkup: dict[str, Nilai], dalam: int) -> None:
        """Everything below `node`, where the loops around it have given `lingkup` names."""
        if not isinstance(node, BOLEH):
            self._catat(f"uses {type(node).__name__.lower()}, which templates here may not")
        elif isinstance(node, nodes.For):
            self._baca_loop(node, lingkup, dalam)
        elif isinstance(node, nodes.Expr):
            self._nilai(node, lingkup)
        else:
            for anak in node.iter_child_nodes():
                self._baca(anak, lingkup, dalam)

    def _baca_loop(self, node: nodes.For, lingkup: dict[str, Nilai], dalam: int) -> None:
        daftar = self._nilai(node.iter, lingkup)
        isi = unsur_daftar(daftar.tipe)
        if isi is None or not isinstance(node.target, nodes.Name) or node.recursive or node.test:
            return self._catat('has a loop that is not of the form "for x in LIST"')
        if dalam and _akar(node.iter) not in lingkup:
            return self._catat(f"loops over {daftar.jalur} inside another loop; only lists of that loop's own can be")
        di_dalam = lingkup | {node.target.name: Nilai(daftar.jalur, isi), "loop": Nilai("loop", None)}
        for anak in (*node.body, *node.else_):
            self._baca(anak, di_dalam, dalam + 1)
        return None

    def _nilai(self, node: nodes.Node, lingkup: dict[str, Nilai]) -> Nilai:
        if isinstance(node, nodes.Name):
            return lingkup.get(node.name) or self._ambil(Nilai("", self.tipe), node.name)
        if isinstance(node, nodes.Getattr):
            return self._ambil(self._nilai(node.node, lingkup), node.attr)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            isi = self._nilai(node.node, lingkup)
            ke = node.arg.value
            return Nilai(isi.jalur, unsur_daftar(isi.tipe)) if isinstance(ke, int) else self._ambil(isi, str(ke))
        if isinstance(node, nodes.Filter) and node.name in ("first", "last") and node.node:
            isi = self._nilai(node.node, lingkup)
            return Nilai(isi.jalur, unsur_daftar(isi.tipe))
        if not isinstance(node, BOLEH) or isinstance(node, nodes.Getitem):
            self._catat(f"uses {type(node).__name__.lower()}, which templates here may not")
        if isinstance(node, nodes.Filter) and node.name not in SARINGAN:
            self._catat(f"uses the filter {node.name}; known here: {', '.join(SARINGAN)}")
        for anak in node.iter_child_nodes():
            nilai = self._nilai(anak, lingkup)
            if nilai.tipe is Gambar and not isinstance(node, nodes.Not | nodes.And | nodes.Or | nodes.CondExpr):
                self._catat(f"uses the picture {nilai.jalur} as a text")
        return TEKS

    def _ambil(self, dari: Nilai, nama: str) -> Nilai:
        if dari.jalur == "loop" and nama in LOOP:
            return TEKS
        jalur = f"{dari.jalur}.{nama}".lstrip(".")
        if nama not in bidang(dari.tipe):
            self._catat(f"uses {jalur}, which is no field")
            return TEKS
        self.dipakai.add(jalur)
        return Nilai(jalur, bidang(dari.tipe)[nama])


def _akar(node: nodes.Node) -> str:
    """'b' of `b.putusan`."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""


def _tanpa_kurung(nilai: object) -> Markup:
    """As XML, without a brace that anything after us could take for a template's: docxtpl looks for some of its own."""
    return Markup(str(escape(nilai)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 -- escaped just there
