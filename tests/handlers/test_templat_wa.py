"""Every announcement that conversations ask for is in the catalogue, with as many places as they fill."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from data.katalog.templat_wa import UMUM, muat_templat_wa
from handlers.biaya.kata import kabar_anggaran

HANDLERS = Path(__file__).parents[2] / "handlers"


def dipakai() -> Iterator[tuple[str, int | None]]:
    """(name, places filled) of each `Templat(…)` written in handlers/; None where that is not written out."""
    for berkas in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(berkas.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Templat":
                isi = node.args[1]
                n = len(isi.elts) if isinstance(isi, ast.Tuple) else None
                for satu in ast.walk(node.args[0]):
                    if isinstance(satu, ast.Constant):
                        yield str(satu.value), n


def test_each_is_known_and_filled() -> None:
    semua = muat_templat_wa()
    ketemu = dict(dipakai())
    assert set(ketemu) == set(semua) - {UMUM}
    for nama, n in ketemu.items():
        assert n in (None, semua[nama].tempat), nama


def test_the_admins_warning_reads_as_one_sentence() -> None:
    apa = kabar_anggaran(80, 400_000_000, 500_000).templat
    assert apa is not None
    assert (
        muat_templat_wa()[apa.nama]
        .bunyi(apa.isi)
        .startswith("Anggaran WhatsApp Kawan Desa yang Anda kelola sudah terpakai 80% bulan ini.")
    )
