"""Tanya Desa in a real browser: with its script, without it, and in a frame on another site."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.proses.test_peramban import alamat, peramban

pytestmark = pytest.mark.lambat
__all__ = ["alamat", "peramban"]
MASA = "kades jabatannya brp thn"


class Diam(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        return


@pytest.fixture
def situs(tmp_path: Path, alamat: str) -> Iterator[str]:
    """A village's own site, elsewhere, with our line in it."""
    (tmp_path / "index.html").write_text(
        f'<!doctype html><h1>Desa</h1><script src="{alamat}/tanya/pasang.js"></script>'
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Diam, directory=str(tmp_path))) as server:
        utas = threading.Thread(target=server.serve_forever)
        utas.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        utas.join()


def buka(konteks: BrowserContext, url: str, keluhan: list[str]) -> Page:
    page = konteks.new_page()
    page.on("pageerror", lambda e: keluhan.append(str(e)))
    page.on("console", lambda m: keluhan.append(m.text) if m.type == "error" else None)
    page.goto(url)
    return page


@pytest.mark.parametrize("skrip", [True, False])
def test_a_question_is_answered_with_and_without_the_script(peramban: Browser, alamat: str, skrip: bool) -> None:
    keluhan: list[str] = []
    konteks = peramban.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=skrip)
    page = buka(konteks, f"{alamat}/tanya", keluhan)
    page.get_by_label("Tanya soal aturan desa").fill(MASA)
    page.keyboard.press("Enter")
    jawaban = page.get_by_role("article")
    expect(jawaban).to_contain_text("Delapan tahun sejak tanggal pelantikan")
    expect(jawaban).to_contain_text("UU 6/2014 Pasal 39")
    expect(page.get_by_role("button", name="Bagikan jawaban ini")).to_be_visible(visible=skrip)
    assert "/tanya?q=" in page.url
    if skrip:
        assert page.evaluate("document.activeElement.tagName") == "H1"
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        page.go_back()
        expect(page.get_by_text("Sering ditanyakan")).to_be_visible()
    else:
        page.get_by_role("link", name="Kades 2-3 periode").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Kades yang sudah 2 atau 3 periode")
    konteks.close()
    assert keluhan == []


def test_on_another_site_it_answers_in_its_frame_and_takes_the_room_it_needs(
    peramban: Browser, alamat: str, situs: str
) -> None:
    keluhan: list[str] = []
    konteks = peramban.new_context(viewport={"width": 360, "height": 740})
    page = buka(konteks, situs, keluhan)
    bingkai = page.frame_locator('iframe[title="Tanya Desa"]')
    bingkai.get_by_label("Tanya soal aturan desa").fill(MASA)
    bingkai.get_by_role("button", name="Tanya").click()
    expect(bingkai.get_by_role("article")).to_contain_text("Delapan tahun sejak tanggal pelantikan")
    page.wait_for_function("document.querySelector('iframe').clientHeight > 700")
    tinggi = page.evaluate("document.querySelector('iframe').clientHeight")
    isi = page.frames[1].evaluate("document.documentElement.scrollHeight")
    assert abs(tinggi - isi) <= 4
    konteks.close()
    assert [k for k in keluhan if "favicon" not in k and "404" not in k] == []
