"""The public Tanya Desa: right without a script, small, safe to show, and slow to anger."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from bot import tanya_log, tanya_page
from bot.app import App
from bot.cli import serve
from bot.config import Web
from bot.page_guard import Quota
from bot.site import site
from bot.tanya_page import BAWAAN, BERKAS, SEKALIGUS, TanyaPage
from data.faq import Temuan, siapkan, susun_jawaban
from data.pengaturan import Pengaturan
from data.store import Store, buka_store, migrate
from data.tanya_umum import TanyaUmumQ, Tertanya
from tests.conftest import Jam

MASA = "berapa tahun masa jabatan kades"
KOSONG = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Dom(HTMLParser):
    """Tags with their attributes, the words, and what was not closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tag: list[tuple[str, dict[str, str | None]]] = []
        self.kata: list[str] = []
        self.terbuka: list[str] = []
        self.feed(html)
        assert self.terbuka == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag.append((tag, dict(attrs)))
        if tag not in KOSONG:
            self.terbuka.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.terbuka.pop() == tag

    def handle_data(self, data: str) -> None:
        self.kata.append(data)

    @property
    def teks(self) -> str:
        return " ".join(" ".join(self.kata).split())

    def semua(self, tag: str) -> list[dict[str, str | None]]:
        return [atribut for nama, atribut in self.tag if nama == tag]

    @property
    def tautan(self) -> list[str]:
        return [str(a["href"]) for a in self.semua("a")]


@dataclass
class Tanya:
    http: httpx.AsyncClient
    app: App
    jam: Jam
    page: TanyaPage

    async def buka(self, path: str, **query: str) -> Dom:
        jawaban = await self.http.get(path, params=query or None)
        assert jawaban.status_code == 200, jawaban.text
        return Dom(jawaban.text)

    async def tanya(self, q: str, **lain: str) -> Dom:
        self.jam.maju(3)
        return await self.buka("/tanya", q=q, **lain)

    async def tercatat(self) -> list[tuple[object, ...]]:
        await self.app.tanya._write()
        kolom = ("kanal", "orang_id", "tempat", "teks", "hasil", "slug", "grup_id")
        rows = await self.app.store.read(lambda tx: tx.all(f"SELECT {', '.join(kolom)} FROM tanya ORDER BY id"))
        return [tuple(row[k] for k in kolom) for row in rows]


@asynccontextmanager
async def halaman(
    tmp_path: Path, jam: Jam, pengaturan: Pengaturan | None = None, *, obrolan: bool = False, dari: str = "203.0.113.5"
) -> AsyncIterator[Tanya]:
    store = await buka_store(f"sqlite:///{tmp_path / 'kawan.db'}")
    await migrate(store)
    app = App(store, jam, pengaturan or Pengaturan(), tmp_path / "media")
    page = TanyaPage(jam, app.tanya, app.world, obrolan)
    transport = httpx.ASGITransport(app=site(app, {}, None, page.routes()), client=(dari, 40000))
    async with httpx.AsyncClient(transport=transport, base_url="https://desa.test") as http:
        yield Tanya(http, app, jam, page)
    await app.stop()


@pytest.fixture
def engine() -> str:
    return "sqlite"


@pytest.fixture
def t(tmp_path: Path, jam: Jam, runner: asyncio.Runner) -> Iterator[Tanya]:
    satu = halaman(tmp_path, jam)
    yield runner.run(satu.__aenter__())
    runner.run(satu.__aexit__(None, None, None))


# -- what it shows ----------------------------------------------------------------------------------------------------


async def test_the_front_has_a_form_the_most_asked_and_every_theme(t: Tanya) -> None:
    dom = await t.buka("/tanya")
    (form,) = dom.semua("form")
    assert (form["method"], form["action"]) == ("get", "/tanya")
    assert [i["name"] for i in dom.semua("input")] == ["q", "dari"]
    assert [label["for"] for label in dom.semua("label")] == ["q"]
    assert dom.semua("html")[0]["lang"] == "id"
    for tema in siapkan().katalog.tema:
        assert f"/tanya/tema/{tema.kode}" in dom.tautan
    assert [tautan for tautan in dom.tautan if tautan.removeprefix("/tanya/") in BAWAAN] == [
        f"/tanya/{slug}" for slug in BAWAAN
    ]


async def test_a_question_is_answered_with_its_basis(t: Tanya) -> None:
    dom = await t.tanya(MASA)
    topik = siapkan().katalog.topik["kades-masa-jabatan"]
    for baris in susun_jawaban(topik).splitlines():
        assert " ".join(baris.removeprefix("Dasar: ").split("; ")[0].split()) in dom.teks
    for pasal in topik.dasar:
        assert pasal in dom.teks
    assert f"Anda bertanya: “{MASA}”" in dom.teks
    assert dom.semua("input")[0]["value"] == MASA
    assert {"name": "robots", "content": "noindex"} in dom.semua("meta")


async def test_every_topic_has_a_page_of_its_own(t: Tanya) -> None:
    for slug, topik in siapkan().katalog.topik.items():
        t.jam.maju(1)
        jawaban = await t.http.get(f"/tanya/{slug}")
        dom = Dom(jawaban.text)
        meta = {str(m.get("name") or m.get("property")): str(m.get("content")) for m in dom.semua("meta")}
        assert meta["og:title"] == topik.tanya[0]
        assert 20 < len(meta["description"]) <= 155
        assert meta["og:description"] == meta["description"]
        assert [link["href"] for link in dom.semua("link") if link["rel"] == "canonical"] == [f"/tanya/{slug}"]
        teks = dom.teks
        for bagian in (*topik.dasar, topik.hati, topik.cek if topik.yakin != "pasti" else "", topik.dulu):
            assert " ".join(bagian.replace("•", "").split())[:60] in teks.replace("•", "")
        assert jawaban.headers["cache-control"] == "public, max-age=300"


async def test_no_topic_is_named_like_a_page_of_ours() -> None:
    assert not {"sisip", "tema", "pasang"} & siapkan().katalog.topik.keys()


async def test_what_may_mean_several_things_is_chosen_from_links(t: Tanya, monkeypatch: pytest.MonkeyPatch) -> None:
    semua = ("dd-2026-fokus", "dd-2027", "dd-2026-larangan")
    monkeypatch.setattr(tanya_page, "temukan", lambda *_: Temuan("pilihan", "", semua, score=0.4))
    dom = await t.tanya("dana desa")
    assert "Maksud Anda …?" in dom.teks
    assert [x for x in dom.tautan if x.removeprefix("/tanya/") in semua] == [f"/tanya/{slug}" for slug in semua]


async def test_what_is_not_known_is_said_so(t: Tanya) -> None:
    dom = await t.tanya("cuaca besok bagaimana")
    assert "Maaf, yang itu saya belum tahu" in dom.teks
    assert "/tanya/tema/kades" in dom.tautan


async def test_a_case_gets_the_safe_route(t: Tanya) -> None:
    dom = await t.tanya("sengketa warisan dengan tetangga")
    assert "LAPOR!" in dom.teks


async def test_going_on_about_the_last_topic(t: Tanya) -> None:
    dom = await t.tanya(MASA)
    dari = dom.semua("input")[1]["value"]
    assert dari == "kades-masa-jabatan"
    assert "Dasarnya:" in (await t.tanya("dasarnya apa?", dari=dari)).teks
    assert "enam tahun" in (await t.tanya("yang lama?", dari=dari)).teks
    tanpa, dengan = await t.tanya("dana desa"), await t.tanya("dana desa", dari="bpd-fungsi")
    assert dengan.tautan == tanpa.tautan
    assert (await t.tanya(MASA, dari="tidak-ada'\"<")).semua("input")[1]["value"] == "kades-masa-jabatan"


async def test_a_theme_lists_its_topics(t: Tanya) -> None:
    tema = siapkan().katalog.tema[0]
    dom = await t.buka(f"/tanya/tema/{tema.kode}")
    assert {f"/tanya/{topik.slug}" for topik in tema.topik} <= set(dom.tautan)


@pytest.mark.parametrize("path", ["/tanya/tidak-ada", "/tanya/tema/tidak-ada", "/tanya/sisip/x", "/tanya/..%2f..%2fx"])
async def test_what_is_not_there_is_kindly_said(t: Tanya, path: str) -> None:
    jawaban = await t.http.get(path)
    assert jawaban.status_code == 404
    if "%2f" not in path:
        assert "Halaman itu tidak ada" in Dom(jawaban.text).teks
        assert jawaban.headers["cache-control"] == "no-store"


async def test_a_slash_too_many_leads_home(t: Tanya) -> None:
    jawaban = await t.http.get("/tanya/")
    assert (jawaban.status_code, jawaban.headers["location"]) == (308, "/tanya")


@pytest.mark.parametrize("q", ["", "   ", "\x00", "\u202e"])
async def test_nothing_asked_is_the_front(t: Tanya, q: str) -> None:
    assert "Sering ditanyakan" in (await t.tanya(q)).teks
    assert await t.tercatat() == []


async def test_everything_together_is_small(t: Tanya) -> None:
    berkas = 0
    for nama in BERKAS:
        jawaban = await t.http.get(f"/tanya/{nama}")
        assert jawaban.status_code == 200
        berkas += len(jawaban.content)
    for path in ("/tanya", "/tanya?q=cuaca", f"/tanya?q={MASA}", "/tanya/tema/kades", "/tanya/kades-larangan"):
        t.jam.maju(3)
        assert berkas + len((await t.http.get(path)).content) < 30_000


async def test_files_are_kept_by_the_browser_until_they_change(t: Tanya) -> None:
    dom = await t.buka("/tanya")
    alamat = [str(link["href"]) for link in dom.semua("link") if link["rel"] == "stylesheet"]
    alamat += [str(s["src"]) for s in dom.semua("script")]
    for satu in alamat:
        jawaban = await t.http.get(satu)
        assert "max-age=31536000" in jawaban.headers["cache-control"]
    assert "max-age=3600" in (await t.http.get("/tanya/pasang.js")).headers["cache-control"]


# -- a person, and another site ---------------------------------------------------------------------------------------


async def test_a_person_can_be_asked_where_there_is_a_way(tmp_path: Path, jam: Jam) -> None:
    cara = [
        (Pengaturan(telegram="KawanDesaBot", whatsapp="62811"), False, "https://t.me/KawanDesaBot?start=tanya"),
        (Pengaturan(whatsapp="62811"), False, "https://wa.me/62811?text=tanya"),
        (Pengaturan(), True, "/"),
        (Pengaturan(), False, ""),
    ]
    for n, (pengaturan, obrolan, tautan) in enumerate(cara):
        async with halaman(tmp_path / str(n), jam, pengaturan, obrolan=obrolan) as t:
            dom = await t.tanya("cuaca besok bagaimana")
            assert ("Belum terjawab?" in dom.teks) == bool(tautan)
            assert not tautan or tautan in dom.tautan


async def test_in_a_frame_every_link_stays_in_it(t: Tanya) -> None:
    for path in ("/tanya/sisip", "/tanya/sisip?q=dana+desa", "/tanya/sisip/bpd-syarat", "/tanya/sisip/tema/kades"):
        t.jam.maju(3)
        dom = await t.buka(path)
        assert dom.semua("form")[0]["action"] == "/tanya/sisip"
        for a in dom.semua("a"):
            assert str(a["href"]).startswith("/tanya/sisip") or a["target"] == "_blank"
        assert {"name": "robots", "content": "noindex"} in dom.semua("meta")


async def test_how_to_put_it_on_another_site(t: Tanya) -> None:
    dom = await t.buka("/tanya/pasang")
    assert '<script src="https://desa.test/tanya/pasang.js" async></script>' in dom.teks
    assert "https://desa.test/tanya/sisip" in dom.teks
    jahat = await t.http.get("/tanya/pasang", headers={"Host": 'x"><script>alert(1)</script>'})
    assert jahat.status_code == 400 or "<script>alert" not in jahat.text


# -- headers ----------------------------------------------------------------------------------------------------------


async def test_only_the_frame_may_be_framed(t: Tanya) -> None:
    for path, siapa in (("/tanya", "'self'"), ("/tanya/bpd-syarat", "'self'"), ("/tanya/sisip", "*")):
        kepala = (await t.http.get(path)).headers
        csp = kepala["content-security-policy"]
        assert csp.endswith(f"frame-ancestors {siapa}")
        assert csp.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in csp
        assert kepala["x-content-type-options"] == "nosniff"
        assert kepala["referrer-policy"] == "no-referrer"
        assert "set-cookie" not in kepala
    assert (await t.http.get("/tanya/pasang.js")).headers["cross-origin-resource-policy"] == "cross-origin"


async def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(t: Tanya) -> None:
    for path in ("/tanya", f"/tanya?q={MASA}", "/tanya/sisip"):
        t.jam.maju(3)
        for nama, atribut in (await t.buka(path)).tag:
            assert nama != "style"
            assert not any(a == "style" or a.startswith("on") for a in atribut)
            assert nama != "script" or str(atribut["src"]).startswith("/tanya/")


# -- abuse ------------------------------------------------------------------------------------------------------------

GANAS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></head><body>",
    "kades " * 1700,
    "a" * 10_000,
    " ".join(f"kata{n}" for n in range(1300)),
    "\x00\x01\x1b[31m kades \u202e\u2066\ufeff",
    '"kades" OR NEAR(bpd) * ^ : {a} - AND (',
    "'; DROP TABLE tanya;--",
    "%00%ff%c0%af {teks} %s $1 ?",
    "{{ 7*7 }} ${7*7}",
    "🙂" * 2000,
    "e\u0301" * 3000,
]


@pytest.mark.parametrize("q", GANAS)
async def test_whatever_is_typed_is_only_words(t: Tanya, q: str) -> None:
    bersih = len((await t.tanya("cuaca")).tag)
    mulai = time.perf_counter()
    dom = await t.tanya(q)
    assert time.perf_counter() - mulai < 1
    assert not any(a.startswith("on") for _, atribut in dom.tag for a in atribut)
    assert len(dom.semua("script")) == 1
    assert len(dom.semua("img")) == 1
    assert len(dom.tag) < bersih + 60
    assert len(str(dom.semua("input")[0]["value"])) <= 300
    (_, baris) = await t.tercatat()
    assert len(str(baris[3])) <= 500
    assert all(c.isprintable() for c in str(baris[3]))


async def test_bytes_that_are_no_text_are_read_somehow(t: Tanya) -> None:
    for mentah in ("/tanya?q=%ff%fe%00kades", "/tanya?q=%ed%a0%80", "/tanya?q=a&q=b&dari=%ff", "/tanya/%ff"):
        t.jam.maju(3)
        assert (await t.http.get(mentah)).status_code in (200, 404)


async def test_a_hundred_questions_a_minute_are_slowed_down(t: Tanya) -> None:
    status = []
    for n in range(100):
        t.jam.maju(0.6)
        status.append((await t.http.get("/tanya", params={"q": f"{MASA} {n}"})).status_code)
    assert set(status) == {200, 429}
    assert 20 <= status.count(200) <= 20 + SEKALIGUS
    assert len(await t.tercatat()) == status.count(200)


async def test_who_is_slowed_down_hears_it_kindly_and_may_go_on(t: Tanya) -> None:
    for _ in range(SEKALIGUS):
        await t.buka("/tanya", q=MASA)
    jawaban = await t.http.get("/tanya", params={"q": MASA})
    assert jawaban.status_code == 429
    assert jawaban.headers["cache-control"] == "no-store"
    dom = Dom(jawaban.text)
    assert "Sebentar, ya" in dom.teks
    assert dom.semua("input")[0]["value"] == MASA, "what was typed is not lost"
    assert (await t.http.get("/tanya/kades-masa-jabatan")).status_code == 200, "reading goes on"
    t.jam.maju(int(jawaban.headers["retry-after"]))
    await t.buka("/tanya", q=MASA)


async def test_pages_without_a_question_have_a_limit_too(t: Tanya) -> None:
    status = [(await t.http.get("/tanya")).status_code for _ in range(60)]
    assert status.count(429) == 20
    assert (await t.http.get("/tanya/gaya.css")).status_code == 200


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("203.0.113.5", "203.0.113.6", False),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2:bbbb::2", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.5", "203.0.113.5", True),
        ("bukan alamat", "x" * 10_000, True),
    ],
)
async def test_the_limit_is_by_address(tmp_path: Path, jam: Jam, satu: str, dua: str, sama: bool) -> None:
    async with halaman(tmp_path, jam, dari=satu) as t:
        for _ in range(SEKALIGUS):
            await t.buka("/tanya", q=MASA)
        transport = httpx.ASGITransport(app=site(t.app, {}, None, t.page.routes()), client=(dua, 1))
        async with httpx.AsyncClient(transport=transport, base_url="https://desa.test") as lain:
            assert (await lain.get("/tanya", params={"q": MASA})).status_code == (429 if sama else 200)


async def test_a_header_alone_makes_nobody_another(t: Tanya) -> None:
    for n in range(SEKALIGUS):
        await t.http.get("/tanya", params={"q": MASA}, headers={"X-Forwarded-For": f"198.51.100.{n}"})
    tolak = await t.http.get("/tanya", params={"q": MASA}, headers={"X-Forwarded-For": "198.51.100.99"})
    assert tolak.status_code == 429


@pytest.mark.parametrize(("proxy", "dipercaya"), [("127.0.0.1", True), ("", False), ("198.51.100.1", False)])
async def test_the_proxy_is_believed_only_where_it_is_named(
    tmp_path: Path, jam: Jam, proxy: str, dipercaya: bool
) -> None:
    async with halaman(tmp_path, jam) as t:
        sock = serve.bind(Web(port=0))
        server = serve.server_for(site(t.app, {}, None, t.page.routes()), proxy)
        task = asyncio.create_task(server.serve(sockets=[sock]))
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{sock.getsockname()[1]}", trust_env=False) as http:
            status = [
                (
                    await http.get("/tanya", params={"q": MASA}, headers={"X-Forwarded-For": f"203.0.113.{n}"})
                ).status_code
                for n in range(2 * SEKALIGUS)
            ]
        await serve.stop(server, task)
    assert status.count(200) == (2 * SEKALIGUS if dipercaya else SEKALIGUS)


def test_a_million_addresses_fill_no_memory(jam: Jam) -> None:
    quota = Quota(jam, 5, 1 / 3)
    for _ in range(5):
        assert quota.take("sabar") == 0
    for n in range(3 * Quota.INGAT):
        quota.take(str(n))
        if n % 1000 == 0:
            assert quota.take("sabar") > 0, "who keeps knocking is not forgotten"
    assert len(quota._ember) <= Quota.INGAT


# -- what is kept -----------------------------------------------------------------------------------------------------


async def test_it_is_kept_masked_and_of_nobody(t: Tanya) -> None:
    await t.tanya(f"{MASA} nik 3203032108850004")
    await t.tanya("cuaca besok bagaimana")
    await t.buka("/tanya/bpd-syarat")
    satu, dua = await t.tercatat()
    assert satu[:3] == ("web", None, "halaman")
    assert "3203032108850004" not in str(satu[3])
    assert satu[4:] == ("jawab", "kades-masa-jabatan", None)
    assert dua[4:] == ("tidak", "", None)


async def test_no_answer_waits_for_the_database(tmp_path: Path, jam: Jam, monkeypatch: pytest.MonkeyPatch) -> None:
    async with halaman(tmp_path, jam) as t:
        ditulis = 0
        catat = TanyaUmumQ.catat

        def hitung(q: TanyaUmumQ, semua: Iterable[Tertanya]) -> None:
            nonlocal ditulis
            ditulis += 1
            catat(q, semua)

        monkeypatch.setattr(TanyaUmumQ, "catat", hitung)
        for _ in range(SEKALIGUS):
            await t.buka("/tanya", q=MASA)
        assert ditulis == 0
        assert len(await t.tercatat()) == SEKALIGUS
        assert ditulis == 1, "all in one"


async def test_what_waits_is_written_at_the_end(tmp_path: Path, jam: Jam) -> None:
    async with halaman(tmp_path, jam) as t:
        await t.buka("/tanya", q=MASA)
    store = await buka_store(f"sqlite:///{tmp_path / 'kawan.db'}")
    row = await store.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM tanya"))
    assert row
    assert row["n"] == 1
    await store.close()


async def test_a_database_that_fails_costs_only_the_count(t: Tanya) -> None:
    async def gagal(_fn: object) -> None:
        raise OSError("disk")

    asli, t.app.store.write = t.app.store.write, gagal  # type: ignore[method-assign, assignment]
    await t.buka("/tanya", q=MASA)
    with capture_logs() as catatan:
        await t.app.tanya._write()
    assert [c["event"] for c in catatan] == ["questions not kept"]
    t.app.store.write = asli  # type: ignore[method-assign]
    await t.buka("/tanya", q=MASA)
    assert len(await t.tercatat()) == 1


async def test_only_so_many_wait(store: Store, jam: Jam, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tanya_log, "PENUH", 10)
    log = tanya_log.TanyaLog(store, jam)
    for n in range(100):
        log.catat(f"tanya {n}", Temuan("tidak"), "web", "halaman")
    await log.close()
    row = await store.read(lambda tx: tx.one("SELECT COUNT(*) AS n FROM tanya"))
    assert row
    assert row["n"] == 10


async def test_what_is_asked_most_comes_first_before_long(t: Tanya) -> None:
    for _ in range(3):
        await t.tanya("apa syarat menjadi anggota BPD?")
    await t.tercatat()
    await t.buka("/tanya")
    await asyncio.sleep(0.05)
    dom = await t.buka("/tanya")
    sering = [x.removeprefix("/tanya/") for x in dom.tautan if x.removeprefix("/tanya/") in siapkan().katalog.topik]
    assert sering[0] == "bpd-syarat"
    assert len(sering) == len(BAWAAN)


# -- how it looks -----------------------------------------------------------------------------------------------------


def _terang(warna: str) -> float:
    kanal = [int(warna[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanal)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_words_stand_out_from_what_is_behind_them_by_day_and_by_night() -> None:
    gaya = BERKAS["gaya.css"][0].read_text()
    skema = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", blok)) for blok in re.findall(r":root \{(.*?)\}", gaya, re.S)
    ]
    assert len(skema) == 2
    pasangan = [(depan, belakang) for depan in ("tinta", "tinta-muda", "daun") for belakang in ("kertas", "putih")]
    pasangan += [("tinta", "bata-muda"), ("tombol-tinta", "tombol"), ("tinta", "daun-muda")]
    for warna in skema:
        for depan, belakang in pasangan:
            a, b = sorted((_terang(warna[depan]), _terang(warna[belakang])))
            assert (b + 0.05) / (a + 0.05) >= 4.5, (depan, belakang)
        for garis in ("garis-kuat", "fokus"):
            a, b = sorted((_terang(warna[garis]), _terang(warna["kertas"])))
            assert (b + 0.05) / (a + 0.05) >= 3, garis
