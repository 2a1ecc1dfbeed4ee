"""What many tests stand on: both databases, a clock that only the test moves, and a loop for `async def`."""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest
import structlog
from hypothesis import HealthCheck, is_hypothesis_test, settings
from psycopg.rows import dict_row

from bot.channels.contract import Kiriman, Limits, Pace, Receive
from data.media import Gudang
from data.store import Store, Tx, buka_store, migrate
from data.store.postgres import PostgresTx
from data.store.sqlite import SqliteTx
from handlers.dialog.masukan import Dokumen, Foto
from tests.kali import CEPAT
from tests.server_postgres import Postgres, postgres_server

T = TypeVar("T")
KINI = int(datetime(2026, 11, 21, 13, 0, tzinfo=UTC).timestamp())
"""Saturday, 20.00 WIB."""
BATAS = 120
"""Seconds until a test that waits for ever is ended."""


# Without a word from the program structlog draws its tracebacks in colour, which takes a third of a second each.
structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.LogfmtRenderer()])

# No test talks to a stranger: every client of httpx would read all the world's certificates, for a tenth of a second.
os.environ.pop("SSL_CERT_FILE", None)
os.environ["SSL_CERT_DIR"] = str(Path(__file__).parent)

# The same examples every time: a red run can be repeated. HYPOTHESIS_PROFILE=acak looks for new ones.
SABAR = (HealthCheck.too_slow,)  # how quickly examples are made says what else the machine does
settings.register_profile("tetap", derandomize=True, deadline=None, suppress_health_check=SABAR)
settings.register_profile("acak", deadline=None, suppress_health_check=SABAR)
settings.register_profile(CEPAT, settings.get_profile("tetap"), max_examples=10)


# --- quick and long -----------------------------------------------------------------------------------------------


def pytest_configure(config: pytest.Config) -> None:
    cepat = config.option.markexpr == "not lambat"
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", CEPAT if cepat else "tetap"))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What tries random examples is in both: a few in the quick tests, and all among the long ones."""
    if config.option.markexpr == "lambat":
        for item in items:
            if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
                item.add_marker("lambat")


# --- async tests --------------------------------------------------------------------------------------------------


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    """The loop of one test and of its fixtures."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """`async def test_…` runs in the `runner` of its fixtures, or in a loop of its own. (anyio's tests are anyio's.)"""
    if not inspect.iscoroutinefunction(pyfuncitem.obj) or "anyio_backend" in pyfuncitem.fixturenames:
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    runner = pyfuncitem.funcargs.get("runner")
    run = runner.run if isinstance(runner, asyncio.Runner) else asyncio.run
    run(asyncio.wait_for(pyfuncitem.obj(**arguments), BATAS))
    return True


# --- the clock ----------------------------------------------------------------------------------------------------


class Jam:
    """A `bot.clock.Clock` that stands still until the test moves it."""

    def __init__(self, kini: int = KINI) -> None:
        self._kini = float(kini)
        self._mulai = self._kini

    def now(self) -> int:
        return int(self._kini)

    def monotonic(self) -> float:
        return self._kini - self._mulai + 1000

    async def sleep(self, seconds: float) -> None:
        """Real seconds: what only waits for a while need not be moved by hand."""
        await asyncio.sleep(seconds)

    def maju(self, detik: float) -> None:
        self._kini += detik


@pytest.fixture
def jam() -> Jam:
    return Jam()


# --- a channel ----------------------------------------------------------------------------------------------------


class Kanal:
    """A platform made by hand: takes what is sent, refuses what the test says, has the pictures the test gave it."""

    nama = "uji"
    limits = Limits(teks=4096, label=60, tombol=90, berkas=1_000_000)
    pace = Pace()
    butuh_berkas = True
    berhenti = ""

    def __init__(self) -> None:
        self.terkirim: list[tuple[str, str]] = []
        """(chat, text) in the order they arrived."""
        self.kiriman: list[Kiriman] = []
        self.galat: dict[str, list[Exception]] = {}
        """What sending a text raises, once each, before it goes through."""
        self.foto: dict[str, bytes | Exception] = {}
        self.sedang: Counter[str] = Counter()
        """Messages in flight, by chat."""
        self.terbanyak = 0
        self.bertabrakan: list[str] = []
        """Chats that had two in flight at once."""
        self.tersibuk: list[str] = []
        self.bersih: list[tuple[str, str]] = []
        """(chat, message) whose buttons were taken away."""
        self.pintu = asyncio.Event()
        """While it is closed, what is being sent stays in flight."""
        self.pintu.set()

    async def run(self, receive: Receive) -> None:
        await asyncio.Event().wait()

    async def send(self, tujuan: str, kiriman: Kiriman) -> str:
        self.sedang[tujuan] += 1
        self.terbanyak = max(self.terbanyak, self.sedang.total())
        if self.sedang[tujuan] > 1:
            self.bertabrakan.append(tujuan)
        try:
            await asyncio.sleep(0)
            await self.pintu.wait()
            if galat := self.galat.get(kiriman.pesan.teks):
                raise galat.pop(0)
        finally:
            self.sedang[tujuan] -= 1
        self.kiriman.append(kiriman)
        self.terkirim.append((tujuan, kiriman.pesan.teks))
        return f"ext-{kiriman.id}"

    async def sibuk(self, tujuan: str) -> None:
        self.tersibuk.append(tujuan)

    async def bersihkan(self, tujuan: str, ext_id: str) -> None:
        if galat := self.galat.get(ext_id):
            raise galat.pop(0)
        self.bersih.append((tujuan, ext_id))

    async def fetch(self, kiriman: Foto | Dokumen) -> bytes:
        isi = self.foto[kiriman.rujukan]
        if isinstance(isi, Exception):
            raise isi
        return isi

    async def close(self) -> None:
        return


@pytest.fixture
def kanal() -> Kanal:
    return Kanal()


@pytest.fixture
def gudang(tmp_path: Path) -> Gudang:
    return Gudang(tmp_path / "media")


# --- databases ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server. Skips what needs it, or under CI=true fails it, where there is none."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(postgres_server())
        except Exception as error:
            sebab = f"no PostgreSQL ({type(error).__name__}: {error})"
            if os.environ.get("CI") == "true":
                pytest.fail(sebab, pytrace=False)
            pytest.skip(sebab)
        yield server


@pytest.fixture(scope="session")
def sqlite_templat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy from."""
    path = tmp_path_factory.mktemp("templat") / "kawan.db"

    async def migrasi() -> None:
        store = await buka_store(f"sqlite:///{path}")
        await migrate(store)
        await store.close()

    asyncio.run(migrasi())
    return path


@pytest.fixture
def sqlite_url(sqlite_templat: Path, tmp_path: Path) -> str:
    """A migrated SQLite database of this test's own."""
    return f"sqlite:///{shutil.copy(sqlite_templat, tmp_path / 'kawan.db')}"


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A migrated PostgreSQL database of this test's own."""
    url = postgres.baru()
    yield url
    postgres.buang(url)


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(engine: str, request: pytest.FixtureRequest) -> str:
    """A migrated database, once on each engine."""
    return str(request.getfixturevalue(f"{engine}_url"))


@pytest.fixture
def url_kosong(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without a single table, once on each engine."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'baru' / 'kosong.db'}"
        return
    postgres: Any = request.getfixturevalue("postgres")
    url = postgres.baru(kosong=True)
    yield url
    postgres.buang(url)


@pytest.fixture
def store(url: str, runner: asyncio.Runner) -> Iterator[Store]:
    """A migrated `Store`, once on each engine."""
    store = runner.run(buka_store(url))
    yield store
    runner.run(store.close())


@pytest.fixture(scope="session")
def _sambungan_sqlite(sqlite_templat: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = shutil.copy(sqlite_templat, tmp_path_factory.mktemp("tx") / "kawan.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.row_factory = sqlite3.Row
        raw.execute("PRAGMA foreign_keys = ON")
        yield raw


@pytest.fixture(scope="session")
def _sambungan_postgres(postgres: Postgres) -> Iterator[psycopg.Connection[dict[str, Any]]]:
    url = postgres.baru()
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as raw:
        yield raw
    postgres.buang(url)


@pytest.fixture
def tx(engine: str, request: pytest.FixtureRequest) -> Iterator[Tx]:
    """A transaction on a migrated database, once on each engine, undone after the test. Ids do not begin at 1."""
    raw = request.getfixturevalue(f"_sambungan_{engine}")
    raw.execute("BEGIN")
    yield SqliteTx(raw) if engine == "sqlite" else PostgresTx(raw)
    raw.execute("ROLLBACK")


class StoreSakit:
    """Passes everything on; its next `gagal` writes fail, and what `sesudah` awaits comes between a write and its answer."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.shared = store.shared
        self.gagal = 0
        self.sesudah: Callable[[Any], Any] | None = None

    async def write(self, fn: Callable[[Tx], T]) -> T:
        if self.gagal:
            self.gagal -= 1
            raise OSError("disk I/O error")
        hasil = await self._store.write(fn)
        if self.sesudah:
            await self.sesudah(hasil)
        return hasil

    async def read(self, fn: Callable[[Tx], T]) -> T:
        return await self._store.read(fn)

    async def beside(self, fn: Callable[[Tx], T]) -> T:
        return await self._store.beside(fn)

    async def close(self) -> None:
        await self._store.close()
