"""Every mistake is one clear sentence: where, which key, what was expected."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config import Config, SalahConfig, load, prepare_folders
from data.pengaturan import Pengaturan

TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz0123456"
CONTOH = Path(__file__).parents[2] / "config.example.toml"
Tulis = Callable[[str | bytes], Path]


@pytest.fixture(autouse=True)
def lingkungan(monkeypatch: pytest.MonkeyPatch) -> None:
    for nama in list(os.environ):
        if nama.upper().startswith("KAWAN_"):
            monkeypatch.delenv(nama)


@pytest.fixture
def tulis(tmp_path: Path) -> Tulis:
    def buat(isi: str | bytes) -> Path:
        berkas = tmp_path / "config.toml"
        berkas.write_bytes(isi.encode() if isinstance(isi, str) else isi)
        return berkas

    return buat


def kata_salah(berkas: Path | None) -> str:
    """The sentence, without the file it is about."""
    with pytest.raises(SalahConfig) as galat:
        load(berkas)
    kalimat = str(galat.value)
    assert "\n" not in kalimat
    return kalimat.removeprefix(f"{berkas}: ") if berkas else kalimat


# --- what is right --------------------------------------------------------------------------------------------------


def test_nothing_at_all_is_a_configuration() -> None:
    config = load(None)
    assert config.database.url == "sqlite:///var/kawan.db"
    assert config.telegram.token.get_secret_value() == ""
    assert config.pengaturan == Pengaturan(media=Path("var/media"))


def test_the_example_is_every_key_with_its_default() -> None:
    assert load(CONTOH) == load(None)
    teks = CONTOH.read_text()
    for nama, bagian in Config.model_fields.items():
        assert f"[{nama}]" in teks
        for kunci in bagian.annotation.model_fields:  # type: ignore[union-attr]
            assert f"\n{kunci} = " in teks.split(f"[{nama}]")[1].split("\n[")[0]


def test_the_environment_wins_over_the_file_key_by_key(tulis: Tulis, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tulis(
        '[telegram]\ntoken = ""\nbase_url = "https://tg.example/"\n[web]\nport = 1\n[kegiatan]\npid = true\n'
    )
    monkeypatch.setenv("KAWAN_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("kawan_web__port", "9000")
    config = load(berkas)
    assert (config.telegram.token.get_secret_value(), config.telegram.base_url) == (TOKEN, "https://tg.example")
    assert config.web.port == 9000
    assert config.pengaturan == Pengaturan(warisan=True, media=Path("var/media"))


def test_the_token_shows_nowhere(tulis: Tulis) -> None:
    config = load(tulis(f'[telegram]\ntoken = "{TOKEN}"'))
    assert TOKEN not in f"{config!r} {config} {config.model_dump_json()}"


# --- mistakes in the file -------------------------------------------------------------------------------------------


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for tiada in (tmp_path / "tiada.toml", tmp_path):
        assert kata_salah(tiada) == (
            "there is no such file; copy config.example.toml to it, or name another with --config FILE"
        )


BAGIAN = "database, kegiatan, kertas, log, media, orang, proses, telegram, web, whatsapp"
URL = "expected sqlite:///path/to/file.db or postgresql://user:password@host/name"
TOKEN_BENAR = "expected a bot token as @BotFather gives it, 123456789:AAE… (or leave it empty to turn Telegram off)"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("[telegrm]\n", f"telegrm is not a key that Kawan Desa knows; known here: {BAGIAN}"),
        ("port = 1\n", f"port is not a key that Kawan Desa knows; known here: {BAGIAN}"),
        (
            "[web]\nprot = 1\n",
            "web.prot is not a key that Kawan Desa knows; known here: alamat, enabled, host, port, proxy, tanya",
        ),
        ("web = 1\n", "web: expected a section [web] with keys of its own: alamat, enabled, host, port, proxy, tanya"),
        (
            "[[web]]\nport = 1\n",
            "web: expected a section [web] with keys of its own: alamat, enabled, host, port, proxy, tanya",
        ),
        ("[web.port]\nx = 1\n", "web.port: expected a valid integer (it is {'x': 1})"),
        (
            "[web]\nport = 'abc'\n",
            "web.port: expected a valid integer, unable to parse string as an integer (it is 'abc')",
        ),
        ("[web]\nport = 70000\n", "web.port: expected less than or equal to 65535 (it is 70000)"),
        ("[media]\nmax_mb = 0\n", "media.max_mb: expected greater than or equal to 1 (it is 0)"),
        ("[log]\nlevel = 'keras'\n", "log.level: expected 'debug', 'info', 'warning' or 'error' (it is 'keras')"),
        ("[telegram]\nmode = 'push'\n", "telegram.mode: expected 'poll' or 'webhook' (it is 'push')"),
        (
            "[telegram]\nbase_url = 'tg.example'\n",
            "telegram.base_url: expected an address that begins with https:// or http:// (it is 'tg.example')",
        ),
        ("[database]\nurl = 'mysql://h/d'\n", f"database.url: {URL} (it is 'mysql://h/d')"),
        ("[database]\nurl = 'sqlite:///'\n", f"database.url: {URL} (it is 'sqlite:///')"),
        (b"\xff\xfe", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence(tulis: Tulis, isi: str | bytes, kata: str) -> None:
    assert kata_salah(tulis(isi)) == kata


def test_broken_toml_is_told_with_its_line(tulis: Tulis) -> None:
    assert kata_salah(tulis("[web]\nport = \n")).endswith("(at line 2, column 8)")  # in tomllib's own words


@pytest.mark.parametrize(
    "token",
    [
        "abc",
        "123456789",
        "123456789:",
        f"{TOKEN} ",
        f"bot{TOKEN}",
        "123456789:AAE kunci",
        "12345678901234567890123:" + "a" * 35,
    ],
)
def test_what_has_not_the_shape_of_a_token_is_refused_and_not_repeated(tulis: Tulis, token: str) -> None:
    assert kata_salah(tulis(f'[telegram]\ntoken = "{token}"')) == f"telegram.token: {TOKEN_BENAR}"


@pytest.mark.parametrize(
    ("isi", "rahasia"),
    [
        (f"telegram = '{TOKEN}'\n", TOKEN),
        (f"[telegram]\nbase_url = '{TOKEN}'\n", TOKEN),
        (f"[web]\nport = '{TOKEN}'\n", TOKEN),
        ("[database]\nurl = 'postgre://kawan:sangatrahasia@db/kawan'\n", "sangatrahasia"),
    ],
)
def test_a_secret_in_the_wrong_place_is_not_repeated(tulis: Tulis, isi: str, rahasia: str) -> None:
    assert rahasia not in kata_salah(tulis(isi))


# --- mistakes in the environment ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "nama",
    ["KAWAN_TELEGRAM__TOKN", "KAWAN_TELEGRAM", "KAWAN_TELEGRAM_TOKEN", "KAWAN_", "kawan_web__port__x", "KAWAN_X__Y"],
)
@pytest.mark.parametrize("berkas", [True, False])
def test_a_misspelt_variable_is_named(tulis: Tulis, monkeypatch: pytest.MonkeyPatch, nama: str, berkas: bool) -> None:
    monkeypatch.setenv(nama, "1")
    assert kata_salah(tulis("") if berkas else None) == (
        f"environment: {nama} is not known; write KAWAN_SECTION__KEY, such as KAWAN_TELEGRAM__TOKEN"
    )


@pytest.mark.parametrize("berkas", [True, False])
def test_a_mistake_in_a_variable_is_not_looked_for_in_the_file(
    tulis: Tulis, monkeypatch: pytest.MonkeyPatch, berkas: bool
) -> None:
    monkeypatch.setenv("Kawan_Web__Port", "abc")
    with pytest.raises(SalahConfig) as galat:
        load(tulis("[web]\nport = 80\n") if berkas else None)
    assert str(galat.value) == (
        "environment: KAWAN_WEB__PORT, web.port: "
        "expected a valid integer, unable to parse string as an integer (it is 'abc')"
    )


# --- folders --------------------------------------------------------------------------------------------------------


def test_folders_are_made_and_left_empty(tulis: Tulis, tmp_path: Path) -> None:
    data = tmp_path / "a" / "b"
    config = load(tulis(f"[media]\ndir = '{data}/media'\n[database]\nurl = 'sqlite:///{data}/kawan.db'\n"))
    prepare_folders(config)
    prepare_folders(config)
    assert [path.name for path in data.rglob("*")] == ["media"]


def test_a_folder_that_cannot_be_written_is_named_with_its_key(tulis: Tulis, tmp_path: Path) -> None:
    """Below a file there can be no folder, for root either."""
    berkas = tmp_path / "berkas"
    berkas.touch()
    media = load(tulis(f"[media]\ndir = '{berkas}/media'\n"))
    basis = load(tulis(f"[media]\ndir = '{tmp_path}'\n[database]\nurl = 'sqlite:///{berkas}/data/kawan.db'\n"))
    for config, kata in (
        (media, f"media.dir: cannot write in the folder {berkas}/media (Not a directory)"),
        (basis, f"database.url: cannot write in the folder {berkas}/data (Not a directory)"),
    ):
        with pytest.raises(SalahConfig) as galat:
            prepare_folders(config)
        assert str(galat.value) == kata


def test_postgresql_needs_no_folder(tulis: Tulis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    prepare_folders(load(tulis(f"[media]\ndir = '{tmp_path}/media'\n[database]\nurl = 'postgresql://h/d'\n")))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["config.toml", "media"]


# --- webhook --------------------------------------------------------------------------------------------------------

RAHASIA = "0123456789abcdef-_"


def webhook(**kunci: str) -> str:
    isi = {"mode": "webhook", "webhook_url": "https://bot.example.org", "webhook_secret": RAHASIA} | kunci
    return "[telegram]\n" + "\n".join(f'{nama} = "{nilai}"' for nama, nilai in isi.items())


def test_a_webhook_needs_its_address_and_its_secret(tulis: Tulis) -> None:
    assert load(tulis(webhook())).telegram.webhook_url == "https://bot.example.org"
    assert kata_salah(tulis(webhook(webhook_url=""))) == (
        'telegram.webhook_url: needed when telegram.mode is "webhook"'
    )
    assert kata_salah(tulis(webhook(webhook_secret=""))) == (
        'telegram.webhook_secret: needed when telegram.mode is "webhook"'
    )


def test_telegram_delivers_to_https_only_and_tests_to_loopback(tulis: Tulis) -> None:
    assert load(tulis(webhook(webhook_url="http://127.0.0.1:8080/"))).telegram.webhook_url == "http://127.0.0.1:8080"
    for alamat in ("http://bot.example.org", "http://localhost.example.org", "bot.example.org"):
        assert "telegram.webhook_url: expected an address that begins with http" in kata_salah(
            tulis(webhook(webhook_url=alamat))
        )


@pytest.mark.parametrize("rahasia", ["pendek", "ada spasi di dalamnya", "a" * 257, "tanda!baca!dua!belas"])
def test_a_secret_that_telegram_would_refuse_is_refused_and_not_printed(tulis: Tulis, rahasia: str) -> None:
    kalimat = kata_salah(tulis(webhook(webhook_secret=rahasia)))
    assert kalimat.startswith("telegram.webhook_secret: expected 16 to 256 letters")
    assert rahasia not in kalimat
    assert rahasia not in repr(load(tulis(webhook())))


@pytest.mark.parametrize("nama", ["", "Bot 1", "bot_1", "-bot", "b" * 41])
def test_a_process_has_a_plain_name(tulis: Tulis, nama: str) -> None:
    assert load(tulis('[proses]\nnama = "bot-2"')).proses.nama == "bot-2"
    assert kata_salah(tulis(f'[proses]\nnama = "{nama}"')).startswith("proses.nama: ")


# --- WhatsApp -------------------------------------------------------------------------------------------------------

AKSES = "EAAJB0BcZAbc0123456789ZDZD"


def whatsapp(**kunci: object) -> str:
    isi = {
        "token": AKSES, "phone_number_id": "106540352242922", "waba_id": "102290129340398",
        "app_secret": "0123456789abcdef0123456789abcdef", "verify_token": RAHASIA,
    } | kunci  # fmt: skip
    return "[whatsapp]\n" + "\n".join(f"{k} = {json.dumps(v)}" for k, v in isi.items())


def test_whatsapp_is_off_without_a_token_whatever_else_is_there(tulis: Tulis) -> None:
    config = load(tulis('[whatsapp]\nnomor = "6281100000001"\nphone_number_id = "106540352242922"\n'))
    assert not config.whatsapp.nyala
    assert config.pengaturan.whatsapp == ""  # nobody is led to where nobody answers


def test_whatsapp_whole(tulis: Tulis) -> None:
    config = load(tulis(whatsapp(nomor="+62 811-0000-0001", anggaran=150000, tier=1000, tarif_utilitas=360.5)))
    assert config.whatsapp.nyala
    assert config.pengaturan.whatsapp == "6281100000001"
    assert config.pengaturan.wa == config.whatsapp.batas
    assert (config.whatsapp.batas.tier, config.whatsapp.batas.anggaran) == (1000, 150000)
    assert config.whatsapp.batas.harga("utilitas") == 360_500
    assert config.whatsapp.batas.harga("layanan") == 0
    for rahasia in (AKSES, "0123456789abcdef0123456789abcdef", RAHASIA):
        assert rahasia not in f"{config!r} {config} {config.model_dump_json()}"


def test_all_that_whatsapp_lacks_is_named_in_one_sentence(tulis: Tulis) -> None:
    assert kata_salah(tulis(f'[whatsapp]\ntoken = "{AKSES}"\n')) == (
        "whatsapp.phone_number_id, whatsapp.waba_id, whatsapp.app_secret, whatsapp.verify_token: "
        "needed when whatsapp.token is given"
    )
    assert kata_salah(tulis(whatsapp(app_secret=""))) == "whatsapp.app_secret: needed when whatsapp.token is given"


@pytest.mark.parametrize(
    ("kunci", "kata"),
    [
        ({"token": "EAA pendek"}, "whatsapp.token: expected an access token as Meta gives it"),
        ({"phone_number_id": "+62 811"}, "whatsapp.phone_number_id: expected the digits that Meta shows"),
        ({"waba_id": "saya"}, "whatsapp.waba_id: expected the digits that Meta shows"),
        ({"app_secret": "pendek"}, "whatsapp.app_secret: expected 16 to 256 letters"),
        ({"verify_token": "ada spasi di dalamnya"}, "whatsapp.verify_token: expected 16 to 256 letters"),
        ({"nomor": "0811 0000 001"}, "whatsapp.nomor: expected the number with its country code"),
        ({"nomor": "nomor saya"}, "whatsapp.nomor: expected the number with its country code"),
        ({"base_url": "graph.facebook.com"}, "whatsapp.base_url: expected an address that begins with https://"),
        ({"versi": "23"}, "whatsapp.versi: "),
        ({"tier": 0}, "whatsapp.tier: "),
        ({"anggaran": -1}, "whatsapp.anggaran: "),
        ({"tarif_layanan": -1}, "whatsapp.tarif_layanan: "),
        ({"tarif_layanan": "nan"}, "whatsapp.tarif_layanan: "),
    ],
)
def test_a_mistake_in_the_whatsapp_section(tulis: Tulis, kunci: dict[str, object], kata: str) -> None:
    kalimat = kata_salah(tulis(whatsapp(**kunci)))
    assert kalimat.startswith(kata)
    for rahasia in ("EAA pendek", "ada spasi"):
        assert rahasia not in kalimat


def test_the_pages_own_address_is_given_to_conversations(tulis: Tulis) -> None:
    for alamat in ("https://kawan.example.go.id", "http://127.0.0.1:8080"):
        assert load(tulis(f'[web]\nalamat = "{alamat}/"\n')).pengaturan.halaman == alamat
    salah = kata_salah(tulis('[web]\nalamat = "http://kawan.example.go.id"\n'))
    assert salah.startswith("web.alamat: expected an address that begins with https://")
