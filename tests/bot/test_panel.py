"""The coordinators' pages over HTTP: the door, the session, what may be written, and that nothing typed is markup."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.app import App
from bot.panel.halaman import halaman
from bot.panel.pintu import KEPALA
from bot.panel.rute import SEKALIGUS, Panel
from bot.site import site
from data.desa import Desa
from data.orang import OrangQ, tanggal_lokal
from data.panel import DIAM, PALING_LAMA, UMUR_TAUTAN, PanelMasukQ
from data.pengaturan import Pengaturan
from data.peraga import siapkan
from data.store import Tx, buka_store, migrate
from handlers.panel import bagian as b
from tests.conftest import Jam
from tests.data.dunia import isi

BASIS = "https://kawan.test"
JAHAT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}"
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 400


@dataclass
class Dibuka:
    http: httpx.AsyncClient
    app: App
    jam: Jam

    async def orang(self, nama: str) -> int:
        row = await self.app.store.read(lambda tx: tx.one("SELECT id FROM orang WHERE nama = ?", (nama,)))
        assert row
        return int(row["id"])

    async def kode(self, nama: str = "Bu Rina") -> str:
        id_ = await self.orang(nama)
        return await self.app.store.write(lambda tx: PanelMasukQ(tx, self.jam.now()).buat(id_))

    async def masuk(self, nama: str = "Bu Rina") -> httpx.Response:
        self.http.cookies.clear()
        jawaban = await self.http.post("/panel/masuk", data={"kode": await self.kode(nama)})
        assert jawaban.status_code == 303
        return jawaban

    async def csrf(self) -> str:
        cocok = re.search(r'name="csrf" value="([0-9a-f]{64})"', (await self.http.get("/panel")).text)
        assert cocok
        return cocok[1]

    async def sql(self, sql: str, *params: str | int) -> None:
        await self.app.store.write(lambda tx: tx.run(sql, params))

    async def catat(self, hasil: str, nama: str = "Bu Sari") -> str:
        id_ = await self.orang(nama)

        def tulis(tx: Tx) -> str:
            orang = OrangQ(tx).ambil(id_, self.jam.now())
            return Desa(tx, orang, "web", self.jam.now(), Pengaturan()).kegiatan.catat(isi(hasil=hasil), [], None)

        return await self.app.store.write(tulis)


@asynccontextmanager
async def dibuka(tmp_path: Path, jam: Jam, basis: str = BASIS, url: str = "") -> AsyncIterator[Dibuka]:
    store = await buka_store(url or f"sqlite:///{tmp_path / 'kawan.db'}")
    await migrate(store)
    await store.write(lambda tx: siapkan(tx, jam.now(), isi=False))
    app = App(store, jam, Pengaturan(halaman=basis), tmp_path / "media")
    panel = Panel(store, jam, app.gudang, app.world)
    transport = httpx.ASGITransport(app=site(app, {}, None, panel.routes()))
    async with httpx.AsyncClient(transport=transport, base_url=basis) as http:
        yield Dibuka(http, app, jam)
    await store.close()


async def test_a_link_is_looked_at_as_often_as_a_chat_program_likes_and_opens_once(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        for cara in ("GET", "HEAD", "GET"):
            jawaban = await d.http.request(cara, f"/panel/masuk/{kode}")
            assert jawaban.status_code == 200
            assert "set-cookie" not in jawaban.headers
        assert "Bu Rina" not in jawaban.text, "nothing that says whose it is"
        assert f'name="kode" value="{kode}"' in jawaban.text
        jawaban = await d.http.post("/panel/masuk", data={"kode": kode})
        assert (jawaban.status_code, jawaban.headers["location"]) == (303, "/panel")
        kue = jawaban.headers["set-cookie"].lower()
        assert kue.startswith("__host-panel=")
        for sifat in ("httponly", "secure", "samesite=lax", "path=/"):
            assert sifat in kue
        assert "domain" not in kue
        lagi = await d.http.post("/panel/masuk", data={"kode": kode})
        habis = await d.http.get(f"/panel/masuk/{kode}")
        entah = await d.http.get("/panel/masuk/entah")
        assert [j.status_code for j in (lagi, habis, entah)] == [410] * 3
        assert lagi.content == habis.content == entah.content
        assert "ketik panel di obrolan" in habis.text


async def test_of_two_who_post_the_same_link_at_once_one_is_inside(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        semua = await asyncio.gather(*(d.http.post("/panel/masuk", data={"kode": kode}) for _ in range(8)))
        assert sorted(j.status_code for j in semua) == [303, *[410] * 7]
        row = await d.app.store.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM panel_sesi"))
        assert row
        assert row["n"] == 1


async def test_a_link_is_too_old_after_ten_minutes(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        jam.maju(UMUR_TAUTAN)
        assert (await d.http.get(f"/panel/masuk/{kode}")).status_code == 410
        assert (await d.http.post("/panel/masuk", data={"kode": kode})).status_code == 410


async def test_on_this_machine_without_https_the_cookie_still_comes_back(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam, "http://127.0.0.1:8080") as d:
        kue = (await d.masuk()).headers["set-cookie"].lower()
        assert kue.startswith("panel=")
        assert "secure" not in kue
        assert (await d.http.get("/panel")).status_code == 200


async def test_every_answer_has_the_strict_headers(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        semua = [await d.http.get(p) for p in ("/panel", f"/panel/masuk/{kode}", "/panel/masuk/x", "/panel/gaya.css")]
        await d.masuk()
        semua += [
            await d.http.get(p) for p in ("/panel", "/panel/tidak/ada", "/panel/unduh/kegiatan", "/panel/ikon.svg")
        ]
        semua.append(await d.http.post("/panel/keluar", data={}))
        for j in semua:
            csp = j.headers["content-security-policy"]
            assert "default-src 'none'" in csp
            assert "script" not in csp
            assert "frame-ancestors 'none'" in csp
            assert j.headers["x-content-type-options"] == "nosniff"
            if "text/html" in j.headers["content-type"]:
                assert j.headers["cache-control"] == "no-store"
                assert "<script" not in j.text
                assert " style=" not in j.text
                assert len(j.content) < 30_000
        assert KEPALA["Referrer-Policy"] == "same-origin"
        versi = re.search(r"gaya\.css\?v=(\w+)", semua[4].text)
        assert versi
        assert "max-age=31536000" in (await d.http.get(f"/panel/gaya.css?v={versi[1]}")).headers["cache-control"]
        assert "max-age=300" in (await d.http.get("/panel/gaya.css?v=lama")).headers["cache-control"]


async def test_without_a_session_every_path_says_the_same(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        nomor = await d.catat("Papan")
        jalur = (
            "/panel",
            "/panel/siklus",
            f"/panel/kartu/{nomor}",
            "/panel/kartu/K-2611-9999",
            "/panel/foto/x/1",
            "/panel/a/b",
        )
        dasar = await d.http.get("/panel")
        for kue in ("", "tebakan", "a" * 5000):
            d.http.cookies.clear()
            if kue:
                d.http.cookies.set("__Host-panel", kue, domain="kawan.test")
            for j in [await d.http.get(p) for p in jalur]:
                assert (j.status_code, j.content) == (401, dasar.content)
        assert "ketik panel di obrolan" in dasar.text


async def test_a_session_lives_eight_hours_and_never_more_than_twelve(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        await d.masuk()
        jam.maju(DIAM - 60)
        assert (await d.http.get("/panel")).status_code == 200
        jam.maju(PALING_LAMA - DIAM)
        assert (await d.http.get("/panel")).status_code == 200
        jam.maju(60)
        assert (await d.http.get("/panel")).status_code == 401


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE alamat SET status = 'dikunci' WHERE orang_id = ?",
        "DELETE FROM alamat WHERE orang_id = ?",
    ],
)
async def test_a_locked_or_removed_address_ends_the_session_at_the_next_request(
    tmp_path: Path, jam: Jam, sql: str
) -> None:
    async with dibuka(tmp_path, jam) as d:
        await d.masuk()
        await d.sql(sql, await d.orang("Bu Rina"))
        assert (await d.http.get("/panel")).status_code == 401


async def test_an_assignment_that_ended_closes_the_panel(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        await d.masuk()
        kemarin = (tanggal_lokal(jam.now(), "Asia/Jakarta") - timedelta(days=1)).isoformat()
        await d.sql("UPDATE penugasan SET sampai = ? WHERE orang_id = ?", kemarin, await d.orang("Bu Rina"))
        j = await d.http.get("/panel/daftar")
        assert j.status_code == 403
        assert "tidak berlaku lagi" in j.text
        assert (await d.http.get("/panel")).status_code == 401


async def test_a_pld_s_cookie_would_open_nothing(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        await d.masuk("Bu Sari")
        assert (await d.http.get("/panel")).status_code == 403


async def test_leaving_is_a_post_with_the_session_s_own_mark(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        await d.masuk("Pak Hasan")
        lain = await d.csrf()
        await d.masuk()
        csrf = await d.csrf()
        assert lain != csrf
        assert (await d.http.get("/panel/keluar")).status_code == 404
        for data in ({}, {"csrf": ""}, {"csrf": lain}, {"csrf": "é"}):
            assert (await d.http.post("/panel/keluar", data=data)).status_code == 403
        for kepala in (
            {"origin": "https://jahat.test"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site", "origin": BASIS},
            {"content-type": "text/plain"},
        ):
            assert (await d.http.post("/panel/keluar", data={"csrf": csrf}, headers=kepala)).status_code == 403
        besar = await d.http.post("/panel/keluar", data={"csrf": csrf, "x": "x" * 10_000})
        assert besar.status_code == 403
        banyak = await d.http.post("/panel/keluar", data={f"k{n}": "1" for n in range(30)} | {"csrf": csrf})
        assert banyak.status_code == 403
        bukan_utf = await d.http.post(
            "/panel/keluar", content=b"csrf=\xff", headers={"content-type": "application/x-www-form-urlencoded"}
        )
        assert bukan_utf.status_code == 403
        assert (await d.http.get("/panel")).status_code == 200, "nothing of that closed it"
        keluar = await d.http.post("/panel/keluar", data={"csrf": csrf}, headers={"origin": BASIS})
        assert keluar.status_code == 200
        assert "max-age=0" in keluar.headers["set-cookie"].lower()
        assert (await d.http.get("/panel")).status_code == 401


async def test_nobody_is_logged_in_from_another_site(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        for kepala in ({"origin": "https://jahat.test"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
            assert (await d.http.post("/panel/masuk", data={"kode": kode}, headers=kepala)).status_code == 403
        kepala = {"origin": BASIS, "sec-fetch-site": "same-origin"}
        assert (await d.http.post("/panel/masuk", data={"kode": kode}, headers=kepala)).status_code == 303


async def test_tries_at_the_door_are_counted_by_address(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        kode = await d.kode()
        status = [(await d.http.post("/panel/masuk", data={"kode": f"tebak{n}"})).status_code for n in range(SEKALIGUS)]
        assert set(status) == {410}
        penuh = await d.http.post("/panel/masuk", data={"kode": kode})
        assert penuh.status_code == 429
        assert int(penuh.headers["retry-after"]) >= 1
        jam.maju(10)
        assert (await d.http.post("/panel/masuk", data={"kode": kode})).status_code == 303


async def test_what_is_not_theirs_is_byte_for_byte_what_is_not_there(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        nomor = await d.catat("Rahasia Cibeber")
        await d.sql(
            "INSERT INTO wilayah (kode, nama, jalur, zona) VALUES ('11.01.01', 'Bakongan', '', 'Asia/Jakarta') ON CONFLICT DO NOTHING"
        )
        await d.masuk()
        tiada = await d.http.get("/panel/entah/apa")
        assert tiada.status_code == 404
        assert (await d.http.get(f"/panel/kartu/{nomor}")).status_code == 200
        await d.sql("UPDATE penugasan SET wilayah = '11.01.01' WHERE orang_id = ?", await d.orang("Bu Rina"))
        for jalur in (
            f"kartu/{nomor}", f"foto/{nomor}/1", "kartu/K-2611-9999", "desa/32.03.03.2013", "desa/99.99.99.9999",
            "wilayah?wilayah=32.03.03", "daftar/kegiatan?desa=32.03.03.2013", "unduh/kegiatan?desa=32.03.03",
            "siklus?wilayah=32.03", "rekap?wilayah=32.03.03", "orang?wilayah=32.03.03", "daftar/entah",
        ):  # fmt: skip
            j = await d.http.get(f"/panel/{jalur}")
            assert (j.status_code, j.content) == (404, tiada.content), jalur


JANGGAL = (
    "daftar/masalah?sampai=9999-12-31", "daftar/masalah?dari=0001-01-01", f"daftar/masalah?sesudah={'9' * 19}_1",
    "unduh/masalah?sampai=9999-12-31", "daftar/kegiatan?dari=2026-W47-5", "daftar/kegiatan?cari=%00&nama=%00x",
    "daftar/kegiatan?sesudah=%00_1", "orang?bulan=0001-01&wilayah=%00", "rekap?pekan=9999-12-31", "siklus?tahun=9999",
    "desa/%00", "kartu/K-2611-%00", "foto/K-2611-0001/%C2%B2", "daftar/kegiatan?desa=%00", "wilayah?wilayah=%00%00",
)  # fmt: skip


async def test_whatever_stands_in_the_address_has_an_answer(tmp_path: Path, jam: Jam, url: str) -> None:
    async with dibuka(tmp_path, jam, url=url) as d:
        await d.masuk()
        for jalur in JANGGAL:
            assert (await d.http.get(f"/panel/{jalur}")).status_code in (200, 404), jalur
        tulis = {"csrf": await d.csrf(), "sampai": "9999-12-31", "cari": "\0"}
        halaman_ = await d.http.post("/panel/siapkan/masalah", data=tulis)
        assert "semua waktu" in halaman_.text, "no work that could never end well"


async def test_a_picture_of_an_entry_in_scope_and_none_other(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        nomor = await d.catat("Berfoto")
        sidik = (await d.app.inbox.keep(JPEG, jam.now())).sidik
        await d.sql(
            "INSERT INTO media (sidik, mime, ukuran, dibuat) VALUES (?, 'image/jpeg', 404, 1) ON CONFLICT DO NOTHING",
            sidik,
        )
        await d.sql(
            "INSERT INTO kegiatan_foto (kegiatan_id, urutan, sidik, waktu) SELECT id, 0, ?, 1 FROM kegiatan", sidik
        )
        await d.masuk()
        j = await d.http.get(f"/panel/foto/{nomor}/1")
        assert (j.status_code, j.headers["content-type"], j.content) == (200, "image/jpeg", JPEG)
        assert j.headers["cache-control"] == "no-store", "not to be had again from the browser after leaving"
        assert f'src="/panel/foto/{nomor}/1"' in (await d.http.get(f"/panel/kartu/{nomor}")).text
        assert (await d.http.get(f"/panel/foto/{nomor}/2")).status_code == 404
        d.app.gudang.jalur(sidik).unlink()
        assert (await d.http.get(f"/panel/foto/{nomor}/1")).status_code == 404


async def test_what_people_typed_is_shown_as_they_typed_it_and_is_never_markup(tmp_path: Path, jam: Jam) -> None:
    async with dibuka(tmp_path, jam) as d:
        nomor = await d.catat(JAHAT)
        await d.sql("UPDATE kegiatan SET masalah = ?, tindak_lanjut = ?, kegiatan = ?", JAHAT, JAHAT, JAHAT)
        await d.sql("UPDATE orang SET nama = ?", JAHAT)
        kode = await d.app.store.write(
            lambda tx: [
                PanelMasukQ(tx, jam.now()).buat(int(r["id"]))
                for r in tx.all("SELECT orang_id AS id FROM penugasan WHERE peran = 'pd'")
            ]
        )
        await d.http.post("/panel/masuk", data={"kode": kode[0]})
        tanya = {
            "cari": JAHAT,
            "nama": JAHAT,
            "desa": "",
            "jenis": JAHAT,
            "status": JAHAT,
            "dari": JAHAT,
            "urut": JAHAT,
        }
        for jalur in (
            "",
            "/orang",
            "/rekap",
            "/rekap?bagian=orang",
            "/daftar",
            f"/kartu/{nomor}",
            "/desa/32.03.03.2013",
        ):
            j = await d.http.get(f"/panel{jalur}")
            assert j.status_code == 200
            for tanda in ("<script", "<img src=x", "49"):
                assert tanda not in re.sub(r'name="csrf" value="\w+"|v=\w+', "", j.text), f"{jalur}: {tanda}"
        j = await d.http.get("/panel/daftar/kegiatan", params=tanya)
        assert j.status_code == 200
        assert "<script" not in j.text
        assert "&lt;script&gt;" in j.text
        masuk = await d.http.get("/panel/masuk/%3Cscript%3E")
        assert "<script" not in masuk.text


@pytest.mark.parametrize("macam", [b.Kalimat, b.Judul])
def test_every_part_is_escaped_and_nothing_is_left_undefined(macam: type) -> None:
    j = JAHAT
    sel, tautan = b.Sel(j, "awas", ke=f"/x?{j}"), b.Tautan(j, f"/x?{j}", kini=True)
    semua: tuple[b.Bagian, ...] = (
        macam(j), b.Kalimat(j, "awas"), b.Pilihan(j, (tautan,)), b.Papan((b.Ubin(j, j, ((j, sel), (j, b.Sel(j)))),)),
        b.Tabel((j, j), ((sel, b.Sel(j, "baik", angka=True)),), j), b.Tabel((j,), ((b.Sel(j),),), j, padat=True),
        b.Tabel((j,), ((b.Sel(j),),), j, polos=True), b.Tabel((j,), (), j),
        b.Formulir(j, (b.Bidang(j, j, j), b.Bidang(j, j, j, "select", ((j, j),))), 1, j),
        b.Rincian(((j, j), ("", j))), b.Foto((j,), j), b.Langkah((tautan,)), b.Kirim(j, j, ((j, j),)),
    )  # fmt: skip
    teks = halaman(b.Halaman(j, semua, j, j, (tautan,)), j, "c" * 64).decode()
    assert "<script" not in teks
    assert "<img src=x" not in teks
    assert "49" not in teks
    assert "<b" not in teks.replace("<button", "").replace("<body", "")
    assert "&lt;script&gt;" in teks


async def test_a_long_list_is_asked_for_by_a_post_and_comes_to_the_chat(
    tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.panel.unduh.LANGSUNG", 1)
    async with dibuka(tmp_path, jam) as d:
        for n in range(2):
            await d.catat(f"Hasil {n}")
        await d.masuk()
        j = await d.http.get("/panel/unduh/kegiatan")
        assert 'action="/panel/siapkan/kegiatan"' in j.text
        assert (await d.http.post("/panel/siapkan/kegiatan", data={})).status_code == 403
        j = await d.http.post("/panel/siapkan/kegiatan", data={"csrf": await d.csrf()})
        assert "sedang disiapkan" in j.text
        row = await d.app.store.read(lambda tx: tx.one("SELECT jenis, kanal, tujuan, orang_id FROM kerja"))
        assert row
        assert (row["jenis"], row["kanal"], row["tujuan"]) == ("unduh_xlsx", "web", "peraga-rina")
        assert row["orang_id"] == await d.orang("Bu Rina")
        assert (await d.http.post("/panel/entah", data={"csrf": await d.csrf()})).status_code == 404
