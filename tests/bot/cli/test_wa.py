"""`python -m bot wa templat` against a Graph API server that keeps Meta's rules about templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import main
from data.katalog.templat_wa import muat_templat_wa
from tests.whatsapp_server import WhatsAppServer, WhatsAppServerThread

SEMUA = list(muat_templat_wa())


class Jalan:
    """Run the command; `keluar` and `galat` are what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], server: WhatsAppServer) -> None:
        self.server = server
        self._capsys = capsys
        self._config = folder / "config.toml"
        self.tulis()
        self.keluar = self.galat = ""

    def tulis(self, **lain: str) -> None:
        b = self.server.bisnis
        isi = {
            "token": b.token, "phone_number_id": b.phone_number_id, "waba_id": b.waba_id, "app_secret": b.app_secret,
            "verify_token": b.verify_token, "nomor": b.nomor, "base_url": self.server.base_url, **lain,
        }  # fmt: skip
        self._config.write_text("[whatsapp]\n" + "".join(f'{k} = "{v}"\n' for k, v in isi.items() if v), "utf-8")

    def __call__(self, *args: str) -> int:
        status = main(["wa", "--config", str(self._config), "templat", *args])
        self.keluar, self.galat = self._capsys.readouterr()
        return status


@pytest.fixture
def jalan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Jalan]:
    with WhatsAppServerThread() as server:
        yield Jalan(tmp_path, capsys, server)
        server.periksa()


def kata(jalan: Jalan) -> dict[str, str]:
    return {baris.split()[1]: baris.split()[0] for baris in jalan.keluar.splitlines() if baris[:1].islower()}


def test_nothing_is_submitted_unless_it_is_asked_for_and_then_all_that_is_missing(jalan: Jalan) -> None:
    assert jalan() == 1
    assert kata(jalan) == dict.fromkeys(SEMUA, "missing")
    assert [p.body for p in jalan.server.permintaan] == [{}]  # read, nothing else
    assert jalan("--ajukan") == 1
    assert jalan.keluar.count("submitted      ") == len(SEMUA)
    assert jalan() == 1
    assert kata(jalan) == dict.fromkeys(SEMUA, "pending")
    jalan.server.setujui_semua()
    assert jalan() == 0
    assert jalan.keluar.endswith(f"{len(SEMUA)} templates: {len(SEMUA)} approved\n")
    assert jalan("--ajukan") == 0  # nothing to do
    assert [p.body["name"] for p in jalan.server.permintaan if p.body] == SEMUA


def test_what_is_rejected_paused_or_disabled_is_said(jalan: Jalan) -> None:
    jalan("--ajukan")
    jalan.server.setujui_semua()
    jalan.server.tolak(SEMUA[0])
    jalan.server.jeda(SEMUA[1])
    jalan.server.matikan(SEMUA[2])
    assert jalan() == 1
    assert [kata(jalan)[nama] for nama in SEMUA[:4]] == ["unusable", "unusable", "unusable", "approved"]
    for kata_kunci in ("rejected", "paused", "disabled"):
        assert kata_kunci in jalan.keluar


def test_a_text_of_another_hand_is_a_difference(jalan: Jalan) -> None:
    jalan.server.templat(SEMUA[0], "Ada kabar lama: {{1}}. Silakan dibuka.", tombol=["Buka"])
    assert jalan("--ajukan") == 1
    assert kata(jalan)[SEMUA[0]] == "differs"
    assert "Ada kabar lama" in jalan.keluar
    assert jalan.keluar.count("submitted      ") == len(SEMUA) - 1


def test_an_account_with_many_templates_is_read_to_its_end(jalan: Jalan) -> None:
    for n in range(205):
        jalan.server.templat(f"milik_orang_{n}", "Halo, {{1}}, apa kabar?")
    jalan("--ajukan")
    jalan.server.setujui_semua()
    assert jalan() == 0


def test_a_token_that_meta_does_not_take_is_one_sentence_without_the_token(jalan: Jalan) -> None:
    lama = jalan.server.bisnis.token
    jalan.server.cabut_token()
    jalan.tulis(token=lama)
    assert jalan() == 1
    assert "whatsapp.token" in jalan.keluar
    assert lama not in jalan.keluar + jalan.galat


def test_one_that_is_refused_keeps_none_of_the_others_back(jalan: Jalan) -> None:
    jalan.server.salahkan(100, apa="message_templates")
    jalan()  # the list itself fails
    assert "did not tell" in jalan.keluar
    assert jalan("--ajukan") == 1
    assert jalan.keluar.count("submitted      ") == len(SEMUA)


def test_what_the_configuration_lacks_is_named(jalan: Jalan) -> None:
    jalan.tulis(token="")
    assert jalan() == 2
    assert "whatsapp.token: needed to ask Meta" in jalan.galat
