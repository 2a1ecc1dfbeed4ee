"""The coordinators' panel in a real browser at phone size: from the word in chat to the last page, without a script."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.proses.test_peramban import alamat, peramban, pilih, terakhir, tulis

pytestmark = pytest.mark.lambat
__all__ = ["alamat", "peramban"]
HP, LAYAR = ViewportSize(width=360, height=740), ViewportSize(width=1200, height=800)


def tautan(peramban: Browser, alamat: str, persona: str) -> str:
    """What the bot answers to "/panel" in the demo's own chat page."""
    konteks = peramban.new_context(viewport=HP)
    page = konteks.new_page()
    page.goto(alamat)
    pilih(page, persona)
    tulis(page, "menu", "Mau apa")  # so that no older link is taken for the new one
    tulis(page, "/panel", "sekali pakai")
    cocok = re.search(rf"{re.escape(alamat)}/panel/masuk/[\w-]+", terakhir(page).inner_text())
    konteks.close()
    assert cocok
    return cocok[0]


def masuk(konteks: BrowserContext, url: str) -> tuple[Page, list[str]]:
    page, keluhan = konteks.new_page(), list[str]()
    page.on("console", lambda m: keluhan.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: keluhan.append(str(e)))
    page.goto(url)
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Papan desa")
    return page, keluhan


def judul(page: Page, nama: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(nama)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


@pytest.mark.parametrize("ukuran", [HP, LAYAR], ids=["360", "1200"])
def test_from_the_link_through_every_page_and_out(
    peramban: Browser, alamat: str, ukuran: ViewportSize, tmp_path: Path
) -> None:
    url = tautan(peramban, alamat, "peraga-rina")
    konteks = peramban.new_context(viewport=ukuran, accept_downloads=True)
    page, keluhan = masuk(konteks, url)
    judul(page, "Papan desa")
    menu = page.get_by_role("navigation", name="Panel")
    for label, nama in (("Siklus", "Siklus dokumen"), ("Rekap", "Rekap pekan"), ("Orang", "Orang"), ("Papan", "Papan")):
        menu.get_by_role("link", name=label).click()
        judul(page, nama)
    page.get_by_role("link", name="Sukamaju", exact=True).click()
    judul(page, "Desa Sukamaju")
    menu.get_by_role("link", name="Daftar").click()
    judul(page, "Kegiatan")
    expect(page.locator("tbody tr")).to_have_count(25)
    page.get_by_text("Saring daftar").click()
    page.get_by_label("Cari kata").fill("papan proyek")
    page.locator("select[name=desa]").select_option(label="Sukamaju")
    page.get_by_role("button", name="Tampilkan").click()
    expect(page.get_by_text("Saring daftar (2 terpasang)")).to_be_visible()
    judul(page, "Kegiatan")
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh XLSX").click()
    berkas = tmp_path / "daftar.xlsx"
    unduhan.value.save_as(berkas)
    baris = list(openpyxl.load_workbook(berkas)["Kegiatan"].iter_rows(min_row=2, values_only=True))
    assert len(baris) == page.locator("tbody tr").count() > 0
    page.locator("tbody th a").first.click()
    judul(page, "Catatan K-")
    expect(page.get_by_text("papan proyek terpasang")).to_be_visible()
    page.get_by_role("button", name="Keluar").click()
    judul(page, "Sudah keluar")
    page.goto(f"{alamat}/panel")
    judul(page, "Belum masuk")
    page.goto(url)
    judul(page, "Tautan tidak berlaku")
    konteks.close()
    assert [k for k in keluhan if "401" not in k and "410" not in k] == []


def test_without_any_script_and_on_a_kabupaten_too(peramban: Browser, alamat: str) -> None:
    url = tautan(peramban, alamat, "peraga-hasan")
    konteks = peramban.new_context(viewport=HP, java_script_enabled=False)
    page = konteks.new_page()
    page.goto(url)
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Papan desa")
    page.get_by_role("navigation", name="Panel").get_by_role("link", name="Daftar").click()
    page.get_by_role("link", name="Musdes", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Musdes")
    page.locator("tbody th a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Musdes M-")
    konteks.close()
