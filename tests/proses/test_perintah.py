"""The command line as an operator meets it: what works, and one clear sentence for each mistake."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from data.katalog.kegiatan import BERKAS
from tests.proses.program import AKAR

pytestmark = pytest.mark.lambat


def bot(
    *args: str, masukan: str = "", env: dict[str, str] | None = None, cwd: Path = AKAR
) -> subprocess.CompletedProcess[str]:
    lingkungan = (
        {k: v for k, v in os.environ.items() if not k.startswith("KAWAN_")} | {"PYTHONPATH": str(AKAR)} | (env or {})
    )
    return subprocess.run(
        [sys.executable, "-m", "bot", *args],
        input=masukan,
        env=lingkungan,
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def config(tmp_path: Path, isi: str) -> str:
    berkas = tmp_path / "config.toml"
    berkas.write_text(isi, "utf-8")
    return str(berkas)


MANIS = "catat\nsukamaju\npantau fisik\ndi desa\nkemarin\n9-11\nPapan proyek terpasang.\nsimpan\n"


def test_a_pipe_logs_an_activity_and_the_next_call_finds_it(tmp_path: Path) -> None:
    pertama = bot("chat", "--demo", "--sebagai", "Bu Sari", "--data", str(tmp_path), masukan=MANIS)
    assert pertama.returncode == 0, pertama.stderr
    assert "Tersimpan #K-" in pertama.stdout
    assert "[Simpan]" in pertama.stdout
    assert "- Pantau fisik desa" in pertama.stdout
    kedua = bot("chat", "--demo", "--sebagai", "Bu Sari", "--data", str(tmp_path), masukan="riwayat\ndrp xlsx\n")
    assert "Papan proyek" not in kedua.stderr
    assert "Pantau pembangunan fisik desa, 09.00–11.00" in kedua.stdout
    berkas = next(b for b in kedua.stdout.splitlines() if b.startswith("(berkas: "))
    assert Path(berkas.removeprefix("(berkas: ").removesuffix(")")).read_bytes().startswith(b"PK")


def test_a_draft_survives_between_two_calls(tmp_path: Path) -> None:
    baris = MANIS.splitlines(keepends=True)
    for satu in baris:
        hasil = bot("chat", "--demo", "--data", str(tmp_path), masukan=satu)
    assert "Tersimpan #K-" in hasil.stdout


def test_photos_and_places_from_a_terminal(tmp_path: Path) -> None:
    foto = tmp_path / "foto.jpg"
    foto.write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 100)
    masukan = (
        MANIS.removesuffix("simpan\n")
        + f"(foto: {foto})\nselesai\n(lokasi: -6.93, 107.12)\n(foto: {tmp_path}/tiada.jpg)\n"
    )
    hasil = bot("chat", "--demo", "--data", str(tmp_path / "d"), masukan=masukan)
    assert "Foto: 1" in hasil.stdout
    assert "Lokasi: -6.93, 107.12" in hasil.stdout
    assert "belum berhasil diunduh" in hasil.stdout


def test_nobody_by_that_name(tmp_path: Path) -> None:
    hasil = bot("chat", "--demo", "--sebagai", "Bu Siapa", "--data", str(tmp_path))
    assert hasil.returncode == 2
    assert "Bu Sari" in hasil.stderr


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ("[telegram]\ntokn = 'x'\n", "telegram.tokn"),
        ("[telegrm]\ntoken = 'x'\n", "telegrm"),
        ("[telegram]\ntoken = 'rahasia-saya'\n", "telegram.token"),
        ("[database]\nurl = 'mysql://x'\n", "database.url"),
        ("[web]\nport = 99999\n", "web.port"),
        ("[web\n", "config.toml"),
        ("[log]\nlevel = 'keras'\n", "log.level"),
    ],
)
def test_a_mistake_in_the_configuration_is_one_clear_sentence(tmp_path: Path, isi: str, sebut: str) -> None:
    hasil = bot("run", "--config", config(tmp_path, isi))
    assert hasil.returncode == 2
    assert sebut in hasil.stderr
    assert len(hasil.stderr.strip().splitlines()) == 1
    assert "rahasia-saya" not in hasil.stderr
    assert "Traceback" not in hasil.stderr


def test_a_missing_file_and_an_unwritable_folder(tmp_path: Path) -> None:
    hasil = bot("run", "--config", str(tmp_path / "tiada.toml"))
    assert (hasil.returncode, "no such file" in hasil.stderr) == (2, True)
    (tmp_path / "berkas").write_text("bukan folder")
    hasil = bot("migrate", "--config", config(tmp_path, f"[media]\ndir = '{tmp_path}/berkas/media'\n"))
    assert (hasil.returncode, "media.dir" in hasil.stderr) == (2, True)


def test_a_misspelt_environment_variable_is_named(tmp_path: Path) -> None:
    hasil = bot("migrate", env={"KAWAN_TELEGRAM__TOKN": "x"}, cwd=tmp_path)
    assert (hasil.returncode, "KAWAN_TELEGRAM__TOKN" in hasil.stderr) == (2, True)


def test_the_example_configuration_is_accepted_and_migrates(tmp_path: Path) -> None:
    hasil = bot("migrate", "--config", str(AKAR / "config.example.toml"), cwd=tmp_path)
    assert hasil.returncode == 0, hasil.stderr
    assert "applied 0001" in hasil.stdout
    assert "nothing to do" in bot("migrate", "--config", str(AKAR / "config.example.toml"), cwd=tmp_path).stdout


def test_doctor_says_what_is_well(tmp_path: Path) -> None:
    hasil = bot(
        "doctor", "--config", config(tmp_path, f"[database]\nurl = 'sqlite:///{tmp_path}/kawan.db'\n"), cwd=tmp_path
    )
    assert hasil.returncode == 0, hasil.stdout
    assert hasil.stdout.count("ok ") == 5


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    berkas = config(tmp_path, f"[database]\nurl = 'sqlite:///{tmp_path}/kawan.db'\n")
    bot("migrate", "--config", berkas, cwd=tmp_path)
    with sqlite3.connect(tmp_path / "kawan.db") as db:
        db.execute("INSERT INTO migrasi (nomor, nama, sidik) VALUES (99, '0099_masa_depan.sql', 'x')")
    hasil = bot("run", "--config", berkas, cwd=tmp_path)
    assert hasil.returncode == 2
    assert "newer version" in hasil.stderr


def test_a_mistake_in_a_catalogue_stops_the_start_with_file_and_line(tmp_path: Path) -> None:
    """In a copy of the program, since the catalogue lies within it."""
    salinan = tmp_path / "salinan"
    for nama in ("bot", "handlers", "data"):
        shutil.copytree(AKAR / nama, salinan / nama)
    katalog = salinan / BERKAS.relative_to(AKAR)
    katalog.write_text(katalog.read_text("utf-8").replace('pilar = "asistensi"', 'pilar = "asistansi"', 1), "utf-8")
    hasil = bot("migrate", cwd=salinan, env={"PYTHONPATH": str(salinan)})
    assert hasil.returncode in (0, 2)
    hasil = bot("run", cwd=salinan, env={"PYTHONPATH": str(salinan)})
    assert hasil.returncode == 2
    assert "kegiatan.toml:" in hasil.stderr
    assert "asistansi" in hasil.stderr


# --- the ledger -----------------------------------------------------------------------------------------------------


def antrean(tmp_path: Path) -> tuple[str, sqlite3.Connection]:
    """A database with one sent, one failed and one doubtful message, and its configuration."""
    berkas = config(tmp_path, f"[database]\nurl = 'sqlite:///{tmp_path}/kawan.db'\n[media]\ndir = '{tmp_path}/media'\n")
    assert bot("migrate", "--config", berkas).returncode == 0
    db = sqlite3.connect(tmp_path / "kawan.db")
    semua = (("terkirim", None), ("gagal", "Forbidden: bot was blocked by the user"), ("ragu", "TimedOut"))
    for status, galat in semua:
        db.execute(
            "INSERT INTO outbox (kanal, tujuan, isi, kelas, status, jatuh, dibuat, galat) "
            "VALUES ('telegram', '77', '{\"teks\": \"rahasia dapur\"}', 0, ?, 0, 1795000000, ?)",
            (status, galat),
        )
    db.commit()
    return berkas, db


def test_the_ledger_shows_what_failed_and_why_and_no_words_unless_asked(tmp_path: Path) -> None:
    berkas, db = antrean(tmp_path)
    db.close()
    daftar = bot("outbox", "--config", berkas)
    assert daftar.returncode == 0, daftar.stderr
    assert "Forbidden: bot was blocked by the user" in daftar.stdout
    assert "TimedOut" in daftar.stdout
    assert "1  telegram  terkirim" in daftar.stdout
    assert "rahasia" not in daftar.stdout
    assert "rahasia dapur" in bot("outbox", "--config", berkas, "--text").stdout
    assert "Forbidden" not in bot("outbox", "--config", berkas, "--status", "terkirim").stdout


def test_what_failed_is_queued_again_and_what_was_sent_is_not(tmp_path: Path) -> None:
    berkas, db = antrean(tmp_path)
    lagi = bot("outbox", "--config", berkas, "--retry", "1", "2", "99")
    assert (lagi.returncode, lagi.stdout) == (
        1,
        "1 queued again\nleft as they are (unknown, waiting, or sent): 1, 99\n",
    )
    assert bot("outbox", "--config", berkas, "--retry-failed").stdout == "0 queued again\n"
    assert [r[0] for r in db.execute("SELECT status FROM outbox ORDER BY id")] == ["terkirim", "antre", "ragu"]
    db.close()
