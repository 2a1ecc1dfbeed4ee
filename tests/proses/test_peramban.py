"""The demo in a real browser, as a newcomer meets it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.proses.program import AKAR

pytestmark = pytest.mark.lambat
CHROMIUM = next(
    (jalur for nama in ("chromium", "chromium-browser", "google-chrome") if (jalur := shutil.which(nama))), None
)
PILIHAN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a"
    "1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f0000010501010101"
    "0100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107"
    "227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a"
    "636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7"
    "c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbfcffd9"
)


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo in a process of its own, on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as kosong:
        port = kosong.getsockname()[1]
    folder = tmp_path_factory.mktemp("demo")
    perintah = [sys.executable, "-m", "bot", "demo", "--no-browser", "--data", str(folder), "--port", str(port)]
    proses = subprocess.Popen(perintah, cwd=AKAR, stderr=subprocess.PIPE)
    url = f"http://127.0.0.1:{port}"
    _tunggu_hidup(url, proses)
    yield url
    proses.send_signal(signal.SIGTERM)
    assert proses.wait(timeout=10) == 0
    assert proses.stderr is not None
    assert b"Traceback" not in proses.stderr.read()
    proses.stderr.close()


def _tunggu_hidup(url: str, proses: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=1).close()
        except OSError:
            assert proses.poll() is None
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the demo does not start")


@pytest.fixture(scope="module")
def peramban() -> Iterator[Browser]:
    if CHROMIUM is None:
        sebab = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(sebab, pytrace=False)
        pytest.skip(sebab)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=PILIHAN)
        yield browser
        browser.close()


@pytest.fixture
def layar(peramban: Browser, alamat: str) -> Iterator[Page]:
    """A phone, 360 px wide; whatever the page complains about fails the test."""
    konteks = peramban.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        geolocation={"latitude": -6.93, "longitude": 107.12},
        permissions=["geolocation"],
    )
    page = konteks.new_page()
    keluhan: list[str] = []
    page.on("pageerror", lambda e: keluhan.append(str(e)))
    page.on("console", lambda m: keluhan.append(m.text) if m.type == "error" and "Content Security" in m.text else None)
    page.goto(alamat)
    yield page
    konteks.close()
    assert keluhan == []


def pilih(layar: Page, persona: str) -> None:
    layar.locator(f'[data-uji="persona-{persona}"]').click()
    expect(layar.locator('[data-uji="penulis"]')).to_be_visible()


def tulis(layar: Page, teks: str, tunggu: str) -> None:
    layar.locator('[data-uji="penulis"]').fill(teks)
    layar.locator('[data-uji="kirim"]').click()
    tampak(layar, tunggu)


def ketuk(layar: Page, label: str, tunggu: str) -> None:
    terakhir(layar).get_by_role("button", name=re.compile(f"^{re.escape(label)}")).first.click()
    tampak(layar, tunggu)


def terakhir(layar: Page) -> Locator:
    return layar.locator('[data-uji="pesan"][data-dari="bot"]').last


def tampak(layar: Page, teks: str) -> None:
    expect(layar.locator('[data-uji="pesan"][data-dari="bot"]').last).to_contain_text(teks, timeout=15_000)


def test_from_first_tap_to_receipt_with_a_reload_in_the_middle(layar: Page) -> None:
    pilih(layar, "peraga-sari")
    tulis(layar, "catat", "Desa mana?")
    ketuk(layar, "Sukamaju", "Kegiatan apa?")
    ketuk(layar, "Pantau fisik desa", "Di mana")
    tulis(layar, "kembali", "Kegiatan apa?")
    tulis(layar, "posyandu", "Di mana")
    layar.reload()
    tampak(layar, "Di mana")
    ketuk(layar, "Di desa", "Tanggal")
    ketuk(layar, "Kemarin", "jam berapa")
    layar.locator('[data-uji="penulis"]').fill("9-1")
    layar.reload()
    expect(layar.locator('[data-uji="penulis"]')).to_have_value("9-1")
    tulis(layar, "9-11", "hasilnya")
    tulis(layar, "46 balita <b>ditimbang</b>.", "peserta")
    ketuk(layar, "Lewati", "Sudah benar?")
    ketuk(layar, "Ubah", "Bagian mana")
    ketuk(layar, "Jam", "jam berapa")
    tulis(layar, "8-11", "08.00–11.00")
    ketuk(layar, "Simpan", "Tersimpan #K-")
    tampak(layar, "46 balita <b>ditimbang</b>.")


def test_a_photo_and_a_place(layar: Page, tmp_path: Path) -> None:
    pilih(layar, "peraga-budi")
    foto = tmp_path / "foto.jpg"
    foto.write_bytes(JPEG)
    tulis(layar, "catat", "Desa mana?")
    ketuk(layar, "Cihaur", "Kegiatan apa?")
    layar.locator('[data-uji="berkas-foto"]').set_input_files([foto])
    layar.locator('[data-uji="kirim"]').click()
    tampak(layar, "1 foto")
    layar.locator('[data-uji="lokasi"]').click()
    tampak(layar, "Lokasinya saya simpan")
    for teks, tunggu in (("pantau fisik", "Di mana"), ("di desa", "Tanggal"), ("kemarin", "jam"), ("9-11", "hasil")):
        tulis(layar, teks, tunggu)
    tulis(layar, "Papan proyek terpasang.", "Foto: 1")
    tampak(layar, "Lokasi: -6.93")


def test_a_document_is_attached_named_and_answered(layar: Page, tmp_path: Path) -> None:
    pilih(layar, "peraga-sari")
    pdf, lembar = tmp_path / "Undangan musyawarah desa, dusun, dan rapat koordinasi.pdf", tmp_path / "rekap.xlsx"
    pdf.write_bytes(b"%PDF-1.4\n%%EOF")
    lembar.write_bytes(b"PK")
    tulis(layar, "catat", "Desa mana?")
    ketuk(layar, "Sukamaju", "Kegiatan apa?")
    expect(layar.locator('[data-uji="jepit"]')).to_be_visible()
    pemilih = layar.locator('[data-uji="berkas-dokumen"]')
    pemilih.set_input_files([lembar])
    expect(layar.locator('[data-uji="pemberitahuan"]')).to_contain_text("foto, PDF, dan Word (.docx)")
    expect(layar.locator('[data-uji="lampiran"]')).to_have_count(0)
    pemilih.set_input_files([pdf])
    expect(layar.locator('[data-uji="lampiran"]')).to_contain_text("Undangan")
    if folder := os.environ.get("FOTO_LAYAR"):
        layar.screenshot(path=f"{folder}/dokumen-1.png")
    layar.locator('[data-uji="kirim"]').click()
    tampak(layar, "saya tahan sampai besok")
    tampak(layar, "Kegiatan apa?")
    expect(layar.locator('[data-dari="saya"] [data-uji="dokumen"]')).to_contain_text("Undangan")
    layar.reload()
    expect(layar.locator('[data-dari="saya"] [data-uji="dokumen"]')).to_contain_text("Undangan")
    expect(layar.locator('[data-dari="saya"] a[download]')).to_have_count(0)
    bohong = tmp_path / "bohong.pdf"
    bohong.write_bytes(b"<html>")
    pemilih.set_input_files([bohong])
    layar.locator('[data-uji="kirim"]').click()
    gagal = layar.locator('[data-uji="pesan"][data-keadaan="gagal"]')
    expect(gagal).to_contain_text("Yang bisa: PDF atau Word (.docx).")
    if folder := os.environ.get("FOTO_LAYAR"):
        layar.screenshot(path=f"{folder}/dokumen-2.png")
    gagal.get_by_role("button", name="Hapus").click()
    expect(gagal).to_have_count(0)
    assert layar.evaluate("document.documentElement.scrollWidth") <= 360
    tulis(layar, "batal", "Dibatalkan")


def test_everything_works_by_keyboard(layar: Page) -> None:
    layar.locator('[data-uji="persona-peraga-rina"]').focus()
    layar.keyboard.press("Enter")
    penulis = layar.locator('[data-uji="penulis"]')
    expect(penulis).to_be_visible()
    penulis.focus()
    layar.keyboard.type("menu")
    layar.locator('[data-uji="kirim"]').focus()
    layar.keyboard.press("Enter")
    tampak(layar, "Mau apa")
    terakhir(layar).get_by_role("button", name="Riwayat").focus()
    layar.keyboard.press("Enter")
    tampak(layar, "Riwayat")


def test_the_monthly_workbook_downloads(layar: Page) -> None:
    pilih(layar, "peraga-sari")
    tulis(layar, "drp oktober", "DRP Oktober")
    ketuk(layar, "Unduh XLSX", "Ini rekap")
    with layar.expect_download() as unduhan:
        terakhir(layar).locator('[data-uji="berkas"]').click()
    assert Path(unduhan.value.path()).read_bytes().startswith(b"PK")


def test_nothing_is_wider_than_a_small_phone(layar: Page) -> None:
    pilih(layar, "peraga-hasan")
    tulis(layar, "menu", "Mau apa")
    lebar = layar.evaluate("document.documentElement.scrollWidth")
    assert lebar <= 360
