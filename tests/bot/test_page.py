"""The page server: who may see what, what is refused and how kindly, and that nothing is taken twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.app import App
from bot.channels.web import Web
from bot.page import Page
from bot.page_guard import CSP
from data.pengaturan import Pengaturan
from data.peraga import siapkan
from data.store import buka_store, migrate
from tests.berkas_dokumen import PDF_KOSONG, docx
from tests.conftest import Jam

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 400
KEPALA = {"X-Kawan": "1"}


@dataclass
class Halaman:
    http: httpx.AsyncClient
    app: App
    jam: Jam

    async def masuk(self, persona: str = "peraga-sari") -> dict[str, Any]:
        jawaban = await self.http.post("/api/masuk", json={"persona": persona})
        assert jawaban.status_code == 200
        return dict(jawaban.json())

    async def kirim(self, teks: str, id_: str = "") -> httpx.Response:
        self.nomor = getattr(self, "nomor", 0) + 1
        jawaban = await self.http.post("/api/kirim", json={"id": id_ or f"pesan-{self.nomor:06}", "teks": teks})
        await self.app.drain()
        return jawaban

    async def layar(self) -> list[dict[str, Any]]:
        awal = await self.http.get("/api/awal")
        return list(awal.json()["pesan"])


@asynccontextmanager
async def halaman(tmp_path: Path, jam: Jam, *, demo: bool = True) -> AsyncIterator[Halaman]:
    store = await buka_store(f"sqlite:///{tmp_path / 'kawan.db'}")
    await migrate(store)
    await store.write(lambda tx: siapkan(tx, jam.now(), isi=False))
    app = App(store, jam, Pengaturan(), tmp_path / "media", 5_000)
    web = Web(store, jam)
    app.connect([web])
    page = Page(store, jam, web, app.inbox, app.gudang, app.world, demo, 5_000)
    await app.start(ticking=False)
    await asyncio.sleep(0)
    transport = httpx.ASGITransport(app=page.app())
    async with httpx.AsyncClient(transport=transport, base_url="http://kawan.test", headers=KEPALA) as http:
        yield Halaman(http, app, jam)
    await web.close()
    await app.stop()


async def test_the_page_comes_with_strict_headers(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        for path in ("/", "/statis/gaya.css", "/api/awal"):
            jawaban = await h.http.get(path)
            assert jawaban.status_code == 200
            assert jawaban.headers["content-security-policy"] == CSP
            assert jawaban.headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in CSP


async def test_a_persona_logs_an_activity_and_a_reload_shows_the_same(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        assert (await h.masuk())["saya"]["nama"] == "Bu Sari"
        for teks in ("catat", "sukamaju", "pantau fisik", "di desa", "kemarin", "9-11", "Papan proyek terpasang."):
            assert (await h.kirim(teks)).status_code == 202
        sebelum = await h.layar()
        assert "Sudah benar?" in sebelum[-1]["teks"]
        await h.kirim("simpan")
        layar = await h.layar()
        assert layar[-1]["judul"].startswith("Tersimpan #K-")
        assert [p["dari"] for p in layar] == ["saya", "bot"] * 8
        assert [p["id"] for p in layar] == sorted(p["id"] for p in layar)


async def test_the_same_message_sent_twice_is_taken_once(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        await h.kirim("catat", "satu-dua-tiga")
        assert (await h.kirim("catat", "satu-dua-tiga")).status_code == 202
        assert len(await h.layar()) == 2


async def test_an_answered_message_is_never_shown_before_its_question(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        await asyncio.gather(
            *(h.http.post("/api/kirim", json={"id": f"beruntun-{n}", "teks": "menu"}) for n in range(5))
        )
        await h.app.drain()
        dari = [p["dari"] for p in await h.layar()]
        for n in range(1, len(dari) + 1):
            assert dari[:n].count("saya") >= dari[:n].count("bot")


async def test_two_browsers_do_not_see_each_other(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam, demo=False) as h:
        await h.http.get("/api/awal")
        await h.kirim("halo")
        kue = h.http.cookies.get("kawan")
        h.http.cookies.clear()
        assert await h.layar() == []
        assert h.http.cookies.get("kawan") != kue
        assert "httponly" in (await _kue_baru(h)).lower()


async def _kue_baru(h: Halaman) -> str:
    h.http.cookies.clear()
    return str((await h.http.get("/api/awal")).headers["set-cookie"])


@pytest.mark.parametrize(
    ("badan", "status"),
    [
        ({"id": "abcdefgh"}, 202),
        ({"id": "x", "teks": "halo"}, 422),
        ({"id": "../../etc", "teks": "halo"}, 422),
        ({"teks": "halo"}, 422),
        ({"id": "abcdefgh", "teks": 5}, 422),
        ({"id": "abcdefgh", "lain": 5}, 422),
        ({"id": "abcdefgh", "teks": "x" * 20_001}, 413),
    ],
)
async def test_bad_bodies_get_a_sentence(tmp_path: Path, jam: Jam, badan: dict[str, Any], status: int) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        jawaban = await h.http.post("/api/kirim", json=badan)
        assert jawaban.status_code == status
        if status != 202:
            assert len(jawaban.json()["galat"]) > 10


async def test_writes_from_elsewhere_are_refused(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        isi = {"id": "abcdefgh", "teks": "halo"}
        assert (await h.http.post("/api/kirim", json=isi, headers={"X-Kawan": ""})).status_code == 403
        assert (
            await h.http.post("/api/kirim", json=isi, headers={"Origin": "https://jahat.example"})
        ).status_code == 403
        assert (await h.http.post("/api/kirim", json=isi, headers={"Origin": "http://kawan.test"})).status_code == 202


async def test_without_a_session_everything_is_401(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        for cara, path in (("POST", "/api/kirim"), ("POST", "/api/foto"), ("GET", "/api/aliran"), ("GET", "/berkas/1"),
                           ("POST", "/api/dokumen")):  # fmt: skip
            jawaban = await h.http.request(cara, path, json={})
            assert jawaban.status_code == 401
            assert jawaban.json()["galat"]
        h.http.cookies.set("kawan", "tebakan")
        assert (await h.http.get("/berkas/1")).status_code == 401


async def test_leaving_ends_the_session(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        kue = h.http.cookies["kawan"]
        assert (await h.http.post("/api/keluar", json={})).json()["saya"] is None
        h.http.cookies.set("kawan", kue)
        assert (await h.kirim("halo")).status_code == 401


async def test_an_unknown_persona_is_refused(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        assert (await h.http.post("/api/masuk", json={"persona": "admin"})).status_code == 422
    async with halaman(tmp_path / "b", jam, demo=False) as h:
        assert (await h.http.post("/api/masuk", json={"persona": "peraga-sari"})).status_code == 404


async def test_pictures_are_kept_shown_and_private(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        berkas = [("foto", (f"{n}.jpg", JPEG + bytes([n]), "image/jpeg")) for n in range(2)]
        jawaban = await h.http.post("/api/foto?id=foto-0001", files=berkas, data={"keterangan": "monev"})
        assert jawaban.status_code == 202, jawaban.text
        await h.app.drain()
        layar = await h.layar()
        assert len(layar[0]["foto"]) == 2
        assert layar[0]["teks"] == "monev"
        assert "2 foto" in layar[1]["teks"]
        foto = await h.http.get(layar[0]["foto"][0])
        assert (foto.status_code, foto.headers["content-type"]) == (200, "image/jpeg")
        await h.masuk("peraga-budi")
        assert (await h.http.get(layar[0]["foto"][0])).status_code == 404
        assert (await h.http.get("/foto/..%2f..%2fkawan.db")).status_code == 404


async def test_a_document_is_taken_named_and_fetched_by_nobody(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        berkas = {"dokumen": ("../DRP 3203014107900001.pdf", PDF_KOSONG, "image/png")}
        jawaban = await h.http.post("/api/dokumen?id=dokumen-0001", files=berkas, data={"keterangan": "ini"})
        assert jawaban.status_code == 202, jawaban.text
        await h.app.drain()
        layar = await h.layar()
        assert layar[0]["teks"] == "ini"
        nama = layar[0]["berkas"]["nama"]
        assert nama.startswith("DRP NIK ••••")
        assert layar[0]["berkas"] == {"nama": nama, "url": None, "mime": "application/pdf"}
        rows = await h.app.store.read(lambda tx: tx.all("SELECT nama, sidik FROM dokumen"))
        assert [row["nama"] for row in rows] == [nama]
        assert (await h.http.get(f"/foto/{rows[0]['sidik']}")).status_code == 404
        assert (await h.http.post("/api/dokumen?id=dokumen-0001", files=berkas)).status_code == 202
        await h.app.drain()
        assert len(await h.layar()) == len(layar)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"<svg onload=alert(1)>", "Yang bisa: PDF atau Word (.docx)."),
        (b"", "tanpa isi"),
        (PDF_KOSONG + b"0" * 6_000, "terlalu besar"),
        (docx(**{"word/vbaProject.bin": b"x"}), "makro"),
    ],
)
async def test_a_document_that_we_do_not_take_is_refused_at_once(
    tmp_path: Path, jam: Jam, isi: bytes, kata: str
) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        berkas = {"dokumen": ("a.pdf", isi, "application/pdf")}
        jawaban = await h.http.post("/api/dokumen?id=dokumen-0001", files=berkas)
        assert jawaban.status_code == 422
        assert "“a.pdf”" in jawaban.json()["galat"]
        assert kata in jawaban.json()["galat"]
        assert await h.layar() == []
        assert not [p for p in (tmp_path / "media").rglob("*") if p.is_file()]
        assert (await h.http.post("/api/dokumen?id=dokumen-0002", data={"dokumen": "teks"})).status_code == 422


async def test_what_is_no_picture_or_too_large_is_kindly_refused(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        for isi in (b"<svg onload=alert(1)>", b"", JPEG + b"0" * 6_000):
            jawaban = await h.http.post("/api/foto?id=foto-0001", files=[("foto", ("a.jpg", isi, "image/jpeg"))])
            assert jawaban.status_code == 422
            assert "JPG" in jawaban.json()["galat"]
        assert (await h.http.post("/api/foto?id=foto-0001", data={"keterangan": "x"})).status_code == 422
        besar = await h.http.post(
            "/api/foto?id=foto-0001", files=[("foto", ("a.jpg", JPEG + b"0" * 2_000_000, "image/jpeg"))]
        )
        assert besar.status_code == 413
        assert "terlalu besar" in besar.json()["galat"]


async def test_a_workbook_is_for_the_person_it_was_sent_to(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        await h.kirim("drp xlsx")
        berkas = (await h.layar())[-1]["berkas"]
        isi = await h.http.get(berkas["url"])
        assert isi.content.startswith(b"PK")
        assert berkas["nama"] in isi.headers["content-disposition"]
        await h.masuk("peraga-budi")
        assert (await h.http.get(berkas["url"])).status_code == 404


async def test_a_picture_is_shown_and_not_kept_as_a_file(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk("peraga-rina")
        await h.kirim("siklus")
        berkas = (await h.layar())[-1]["berkas"]
        isi = await h.http.get(berkas["url"])
        assert berkas["mime"] == isi.headers["content-type"] == "image/png"
        assert isi.headers["content-disposition"].startswith("inline")
        assert isi.content.startswith(b"\x89PNG")


async def test_a_flood_is_slowed_down(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        status = [
            (await h.http.post("/api/kirim", json={"id": f"banjir-{n:04}", "teks": "menu"})).status_code
            for n in range(25)
        ]
        assert status.count(429) == 5
        tolak = await h.http.post("/api/kirim", json={"id": "banjir-9999", "teks": "menu"})
        assert int(tolak.headers["retry-after"]) >= 1
        jam.maju(2)
        assert (await h.kirim("menu", "banjir-9998")).status_code == 202


async def test_the_stream_tells_what_is_new_from_the_cursor_on(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as h:
        await h.masuk()
        await h.kirim("menu")
        kursor = (await h.layar())[0]["id"]
        potongan = await _aliran(h, kursor)
        assert potongan.count("event: pesan") == 1
        assert '"dari":"bot"' in potongan


async def _aliran(h: Halaman, kursor: int) -> str:
    """What a page that connects now is told at once. The stream has no end, so the channel is closed to end it."""
    web = h.app.channels["web"]
    task = asyncio.create_task(h.http.get(f"/api/aliran?sejak={kursor}"))
    await asyncio.sleep(0.2)
    await web.close()
    return (await task).text
