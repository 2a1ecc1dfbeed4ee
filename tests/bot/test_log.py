"""The log says what happened, never what people wrote, never a number to call, never a secret."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.log import SEMBUNYI, TERLARANG, logger, setup
from handlers.dialog.masukan import Masukan
from tests.kali import kali

Baris = Callable[..., str]
UCAPAN = "Bu Sari sakit, 081234567890"
TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz0123_"


@pytest.fixture
def catatan() -> Iterator[io.StringIO]:
    """What the program's own set-up writes; everything as it was afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    config = structlog.get_config()
    setup("info")
    kertas = io.StringIO()
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(kertas)
    yield kertas
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()
    structlog.configure(**config)


@pytest.fixture
def baris(catatan: io.StringIO) -> Baris:
    """The line that one event becomes."""

    def tulis(event: str = "uji", **sisa: Any) -> str:
        catatan.seek(0)
        catatan.truncate()
        logger("uji").error(event, **sisa)
        return catatan.getvalue()

    return tulis


# --- what it looks like ---------------------------------------------------------------------------------------------


def test_every_event_is_one_line_of_json(baris: Baris) -> None:
    semua = baris("not sent", outbox=7, kanal="telegram", sebab=None, lama=0.5, ragu=True, daftar=["a", 1])
    isi = json.loads(semua)
    assert semua.count("\n") == 1
    assert isi.pop("timestamp").endswith("Z")
    assert isi == {
        "event": "not sent", "level": "error", "logger": "uji", "outbox": 7, "kanal": "telegram", "sebab": None,
        "lama": 0.5, "ragu": True, "daftar": ["a", 1],
    }  # fmt: skip


def test_other_libraries_speak_through_the_same_door(catatan: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").warning("call %s, token %s", "081234567890", TOKEN)
    isi = json.loads(catatan.getvalue())
    assert (isi["logger"], isi["event"]) == ("uvicorn.error", "call [telepon], token [token]")


def test_the_library_that_names_whole_addresses_is_silent(catatan: io.StringIO) -> None:
    logging.getLogger("httpx").info('HTTP Request: POST https://api.telegram.org/bot%s/getMe "200 OK"', TOKEN)
    assert catatan.getvalue() == ""


@pytest.mark.parametrize(("level", "tertulis"), [("debug", 4), ("info", 3), ("warning", 2), ("error", 1)])
def test_only_the_wanted_levels_are_written(catatan: io.StringIO, level: str, tertulis: int) -> None:
    logging.getLogger().setLevel(level.upper())
    for metode in ("debug", "info", "warning", "error"):
        getattr(logger(f"uji-{level}"), metode)("uji")
    assert catatan.getvalue().count("\n") == tertulis


# --- what it hides --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kunci", sorted(TERLARANG))
def test_fields_that_may_hold_words_or_secrets_are_hidden_at_any_depth(baris: Baris, kunci: str) -> None:
    isi = json.loads(baris(**{kunci: "Bu Sari sakit", "dalam": [{kunci: {"x": "Bu Sari sakit"}}]}))
    assert isi[kunci] == SEMBUNYI
    assert isi["dalam"] == [{kunci: SEMBUNYI}]


@pytest.mark.parametrize(
    "nomor",
    [
        "081234567890", "+6281234567890", "6281234567890", "0812-3456-7890", "+62 812-3456-7890", "0812 3456 789",
        "62217654321",
    ],
)  # fmt: skip
def test_numbers_to_call_are_hidden(baris: Baris, nomor: str) -> None:
    semua = baris(f"dari {nomor}", tujuan=nomor, dalam={nomor: [f"x:{nomor}."]})
    assert nomor not in semua
    assert semua.count("[telepon]") == 4


def test_a_number_to_call_is_hidden_when_it_is_a_number_too(baris: Baris) -> None:
    assert json.loads(baris(tujuan=6281234567890))["tujuan"] == "[telepon]"


@pytest.mark.parametrize("angka", [1_795_266_000, 42, -5, 0, 62, 2026_11_21])
def test_other_numbers_stay(baris: Baris, angka: int) -> None:
    isi = json.loads(baris(angka=angka, teks_lain=f"K-2611-{angka} 2026-11-21T13:00:00.812345Z"))
    assert isi["angka"] == angka
    assert isi["teks_lain"] == f"K-2611-{angka} 2026-11-21T13:00:00.812345Z"


def test_passwords_in_addresses_are_hidden(baris: Baris) -> None:
    assert json.loads(baris(url="postgresql://kawan:rahasia@db/kawan"))["url"] == "postgresql://…@db/kawan"


def test_of_an_object_only_the_type_is_told(baris: Baris) -> None:
    isi = json.loads(baris(masukan=Masukan(teks="Bu Sari"), galat=ValueError("Bu Sari"), bita=b"x", jalur=Path("a/b")))
    assert (isi["masukan"], isi["galat"], isi["bita"], isi["jalur"]) == ("<Masukan>", "<ValueError>", "<bytes>", "a/b")


# --- exceptions -----------------------------------------------------------------------------------------------------


def gagal(galat: Exception, sebab: Exception | None = None) -> Exception:
    """The exception as it is after it was raised, `sebab` behind it."""
    try:
        try:
            raise sebab or LookupError("di dalam")
        except Exception as dalam:
            raise galat from dalam
    except Exception as luar:
        return luar


def test_an_exception_tells_its_kind_and_where_but_not_its_words(baris: Baris) -> None:
    isi = json.loads(baris("turn failed", exc_info=gagal(ValueError("Bu Sari sakit"), KeyError("Pak Budi"))))
    assert isi["exception"].startswith("ValueError\n")
    assert "KeyError\n" in isi["exception"]
    assert "test_log.py" in isi["exception"]
    assert "in gagal" in isi["exception"]
    assert "Sari" not in isi["exception"]
    assert "Budi" not in isi["exception"]


@pytest.mark.parametrize(
    "galat", [OSError(28, "No space left on device"), sqlite3.OperationalError("database is locked")]
)
def test_what_the_machine_says_of_itself_is_told(baris: Baris, galat: Exception) -> None:
    assert f": {galat}\n" in json.loads(baris(exc_info=gagal(galat)))["exception"]


def test_an_exception_logged_by_a_library_is_treated_the_same(catatan: io.StringIO) -> None:
    try:
        int(UCAPAN)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
    semua = catatan.getvalue()
    assert semua.count("\n") == 1
    assert json.loads(semua)["exception"].startswith("ValueError\n")
    assert "Sari" not in semua
    assert "0812" not in semua


async def test_what_asyncio_says_of_a_forgotten_task_holds_no_words(catatan: io.StringIO) -> None:
    async def rusak() -> None:
        int(UCAPAN)

    tugas = asyncio.create_task(rusak())
    await asyncio.wait([tugas])
    loop = asyncio.get_running_loop()
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": tugas.exception(), "task": tugas}
    )
    isi = json.loads(catatan.getvalue())
    assert isi["event"] == "Task exception was never retrieved"
    assert "Sari" not in catatan.getvalue()


# --- whatever is logged ---------------------------------------------------------------------------------------------

RAHASIA = st.one_of(
    st.from_regex(r"(\+62|62|0)8[1-9][0-9]{8,9}", fullmatch=True),
    st.from_regex(r"(\+62 |0)8[1-9][0-9]-[0-9]{4}-[0-9]{4}", fullmatch=True),
    st.from_regex(r"[1-9][0-9]{8,9}:[A-Za-z0-9_-]{35}", fullmatch=True, alphabet=st.characters(codec="ascii")),
)
KUNCI = st.sampled_from(["sebab", "kanal", "tujuan", "apa", "exception", "stack"])
SEKITAR = st.sampled_from(["", " ", "dari ", "/bot", "(", "tel:", "\n", "nomor=", '"'])


def dalam(isi: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.lists(isi, min_size=1, max_size=2), st.dictionaries(KUNCI, isi, min_size=1, max_size=2))


@settings(
    max_examples=kali(50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data(), RAHASIA, SEKITAR, SEKITAR)
def test_no_number_and_no_token_is_ever_written(
    baris: Baris, data: st.DataObject, rahasia: str, awal: str, akhir: str
) -> None:
    teks = st.just(f"{awal}{rahasia}{akhir}")
    event = data.draw(st.dictionaries(KUNCI, st.recursive(teks, dalam, max_leaves=4), max_size=3))
    galat = data.draw(st.sampled_from([ValueError, OSError, LookupError, sqlite3.OperationalError]))
    semua = baris(f"{awal}{rahasia}{akhir}", **event, exc_info=gagal(galat(f"{awal}{rahasia}{akhir}")))
    assert rahasia not in semua
    assert rahasia not in json.loads(semua)["event"]


@settings(
    max_examples=kali(50),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data(), st.text("abcdefghijkl ", min_size=1, max_size=20))
def test_no_word_of_a_person_is_ever_written(baris: Baris, data: st.DataObject, kata: str) -> None:
    ucapan = f"«{kata}»"
    tersembunyi = st.one_of(
        st.dictionaries(st.sampled_from(sorted(TERLARANG)), st.just(ucapan), min_size=1),
        st.just(Masukan(teks=ucapan)),
        st.builds(ValueError, st.just(ucapan)),
        st.just(ucapan.encode()),
    )
    event = data.draw(st.dictionaries(KUNCI, st.recursive(tersembunyi, dalam, max_leaves=4), max_size=3))
    galat = data.draw(st.sampled_from([ValueError, KeyError, RuntimeError, UnicodeError, sqlite3.IntegrityError]))
    assume("«" not in "".join(event))
    semua = baris("turn failed", **event, exc_info=gagal(galat(ucapan), ValueError(ucapan)))
    assert "«" not in semua
    assert "\\u00ab" not in semua
