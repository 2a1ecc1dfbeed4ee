"""The typesetter: the same bytes for the same content, nothing of the machine in reach, one page where one is asked for."""

from __future__ import annotations

import msgspec
import pytest
import typst

from handlers.cetak import mesin
from handlers.kertas.naskah import naskah
from tests.handlers.kertas.contoh import BIASA, KOSONG


def test_the_same_content_makes_the_same_picture() -> None:
    isi = mesin.cetak_png("notulen", msgspec.to_builtins(naskah(KOSONG)))
    assert isi.startswith(b"\x89PNG")
    assert isi == mesin.cetak_png("notulen", msgspec.to_builtins(naskah(KOSONG)))


def test_a_picture_of_several_pages_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="daftar_hadir made 2 pages"):
        mesin.cetak_png("daftar_hadir", msgspec.to_builtins(naskah(BIASA)))


@pytest.mark.parametrize("kode", ['read("/etc/passwd")', 'read("../mesin.py")', 'json("/etc/hostname")'])
def test_a_template_sees_its_own_folder_only(monkeypatch: pytest.MonkeyPatch, kode: str) -> None:
    monkeypatch.setattr(mesin, "_semua_templat", lambda: {"coba.typ": f"#{kode}".encode()})
    with pytest.raises(typst.TypstError):
        mesin.cetak_pdf("coba", {})


def test_what_no_font_has_leaves_no_box(monkeypatch: pytest.MonkeyPatch) -> None:
    templat = b'#let isi = json("isi.json")\n#set page(width: 200pt, height: 60pt)\n#isi.kata'
    monkeypatch.setattr(mesin, "_semua_templat", lambda: {"coba.typ": templat})
    polos = mesin.cetak_pdf("coba", {"kata": "Beres, ✓ 34 orang – terima kasih."})
    hias = "Beres\U0001f44d\U0001f3fd, ✓ 34\ufe0f\u20e3 orang\u2705 – terima kasih \U0001f469\u200d\U0001f33e."
    assert mesin.cetak_pdf("coba", {"kata": hias}) == polos
    assert mesin.cetak_pdf("coba", {"kata": "Beres, 34 orang – terima kasih."}) != polos, "what it has is printed"
