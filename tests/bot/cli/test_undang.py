"""`python -m bot undang`: one invitation, the first admin, and a sheet with every mistake people make."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from bot.cli import lembar, main
from bot.cli import undang as perintah
from bot.cli.lembar import BadSheet, read_table, write_table
from bot.cli.undang_baris import BadValue, name, places, role
from data.orang import PD, PLD, TAPM_KAB, TAPM_PROV
from data.pengaturan import Pengaturan
from tests.data.dunia import SUKAMAJU, SUKAMANAH

KODE = re.compile(r"u-[a-z0-9]{5}(?:-[a-z0-9]{5}){3}")
CONTOH = f"nama,peran,wilayah,no_hp\nSiti,PLD,{SUKAMAJU},0812\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "kawan.db"


@pytest.fixture
def jalan(tmp_path: Path, db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Jalan:
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text(f"[database]\nurl = 'sqlite:///{db}'\n[media]\ndir = '{tmp_path}/media'\n", "utf-8")
    return Jalan(config, capsys)


class Jalan:
    """Run the command; `keluar` and `galat` are what it printed."""

    def __init__(self, config: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._config = config
        self._capsys = capsys
        self.keluar = self.galat = ""

    def __call__(self, *args: str | Path) -> int:
        status = main(["undang", "--config", str(self._config), *map(str, args)])
        self.keluar, self.galat = self._capsys.readouterr()
        return status


def undangan(db: Path) -> list[tuple[str, str, str]]:
    with sqlite3.connect(db) as raw:
        return raw.execute("SELECT peran, wilayah, nama FROM undangan ORDER BY id").fetchall()


def berkas(tmp_path: Path, isi: str | bytes, nama: str = "daftar.csv") -> Path:
    path = tmp_path / nama
    path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return path


def buku(path: Path, *rows: Sequence[object]) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for n, row in enumerate(rows):
            sheet.write_row(n, 0, row)
    return path


# --- one ------------------------------------------------------------------------------------------------------------


def test_one_invitation_is_printed_and_only_its_print_is_stored(jalan: Jalan, db: Path) -> None:
    assert jalan("--peran", "pld", "--wilayah", f"{SUKAMAJU},{SUKAMANAH}", "--nama", "Bu Sari") == 0
    kode = KODE.search(jalan.keluar)
    assert kode
    assert "Sukamaju, Sukamanah" in jalan.keluar
    assert undangan(db) == [("pld", f"{SUKAMAJU},{SUKAMANAH}", "Bu Sari")]
    assert kode[0].removeprefix("u-").encode() not in db.read_bytes()


def test_the_first_admin_and_the_picture(jalan: Jalan, tmp_path: Path) -> None:
    qr = tmp_path / "qr.png"
    assert jalan("--peran", "admin", "--qr", qr) == 0
    assert "This will be the first admin." in jalan.keluar
    assert qr.read_bytes().startswith(b"\x89PNG")
    assert jalan("--peran", "admin", "--qr", tmp_path / "tiada" / "qr.png") == 2
    assert "--qr: cannot write" in jalan.galat


def test_links_of_what_is_configured(jalan: Jalan, monkeypatch: pytest.MonkeyPatch) -> None:
    async def reachable(_: object) -> Pengaturan:
        return Pengaturan(telegram="KawanDesaBot")

    monkeypatch.setattr(perintah, "reachable", reachable)
    jalan("--peran", "admin")
    assert re.search(r"Telegram: https://t\.me/KawanDesaBot\?start=u-", jalan.keluar)


@pytest.mark.parametrize(
    ("args", "sebut"),
    [
        (("--peran", "pld"), "--wilayah: is empty; pld is for a desa"),
        (("--peran", "pld", "--wilayah", "32.03"), "is a kabupaten"),
        (("--peran", "pld", "--wilayah", SUKAMAJU, "--nama", "=cmd"), "--nama: '=cmd' begins like a formula"),
        (("--berkas", "tiada.xlsx"), "cannot read it"),
    ],
)
def test_a_mistake_is_one_sentence(jalan: Jalan, args: tuple[str, ...], sebut: str) -> None:
    assert jalan(*args) == 2
    assert sebut in jalan.galat
    assert len(jalan.galat.strip().splitlines()) == 1


# --- a row ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "ditulis", "kode"),
    [
        (PLD, SUKAMAJU, (SUKAMAJU,)),
        (PLD, f"{SUKAMAJU}; {SUKAMANAH},{SUKAMAJU}", (SUKAMAJU, SUKAMANAH)),
        (PLD, "3203032013", (SUKAMAJU,)),
        (PLD, "Sukamaju, Cibeber, Cianjur; Sukamanah Cibeber Cianjur", (SUKAMAJU, SUKAMANAH)),
        (PD, "320303", ("32.03.03",)),
        (PD, "cibeber cianjur", ("32.03.03",)),
        (TAPM_KAB, "32.10", ("32.10",)),
        (TAPM_PROV, "32", ("32",)),
        ("admin", "", ("0",)),
    ],
)
def test_places_are_read_as_people_write_them(peran: str, ditulis: str, kode: tuple[str, ...]) -> None:
    assert places(peran, ditulis) == kode


@pytest.mark.parametrize(
    ("peran", "ditulis", "sebut"),
    [
        (PLD, "sukamaju", "fits 111 places: 11."),
        (PLD, "sukmaju cibeber", "is only like: 32.03.03.2013 Sukamaju"),
        (PLD, "atlantis", "was not found; write the name with its kecamatan"),
        (PD, "atlantis", "was not found; write the name, or the code"),
        (PLD, "32.03.03.9999", "there is no 32.03.03.9999"),
        (PLD, "91.71.01.1001", "is a kelurahan"),
        (PD, SUKAMAJU, "is a desa, Sukamaju (Cibeber, Kabupaten Cianjur, Jawa Barat); pd is for a kecamatan"),
        (PLD, " ; ", "is empty"),
        (PLD, ";".join([SUKAMAJU] * 21), "at most 20"),
        (PLD, "\x1b[31mmerah", "'\\x1b[31mmerah' was not found"),
    ],
)
def test_what_is_wrong_with_a_place_says_what_would_work(peran: str, ditulis: str, sebut: str) -> None:
    with pytest.raises(BadValue, match=re.escape(sebut)):
        places(peran, ditulis)


def test_roles_go_by_several_names() -> None:
    assert [role(t) for t in ("PLD", "pendamping desa", " Pendamping  Lokal Desa", "TAPM Kabupaten", "pdti")] == [
        "pld", "pd", "pld", "tapm_kab", "teknis",
    ]  # fmt: skip
    for salah in ("bos", "pendamping", "", "warga"):
        with pytest.raises(BadValue):
            role(salah)


@pytest.mark.parametrize("ditulis", ["=1+1", "+62812", "@SUM(A1)", "-x", "081234567890", "x" * 61, "!!"])
def test_what_is_no_name(ditulis: str) -> None:
    with pytest.raises(BadValue):
        name(ditulis)


# --- a sheet --------------------------------------------------------------------------------------------------------


def test_good_rows_get_codes_and_bad_ones_are_all_named(jalan: Jalan, tmp_path: Path, db: Path) -> None:
    isi = (
        "\ufeffNama;PERAN;Wilayah;no_hp\r\n"
        f"Siti;PLD;{SUKAMAJU};0812\r\n"
        ";;;\r\n"
        f"=cmd|' /C calc'!A0;PLD;{SUKAMAJU};\r\n"
        "Budi;bos;32.03.03;\r\n"
        f"Siti;pld;{SUKAMAJU};\r\n"
        ";PLD;32.03.03.2013;\r\n"
        "Ujang;PD;cibeber cianjur;\r\n"
    )
    assert jalan("--berkas", berkas(tmp_path, isi)) == 2
    baris = jalan.keluar.splitlines()
    assert [b.partition(":")[0] for b in baris[:-1]] == ["row 4, nama", "row 5, peran", "row 6, nama", "row 7, nama"]
    assert baris[-1].endswith(
        "2 invitations written to " + str(tmp_path / "daftar-undangan.csv") + "; 4 rows to correct."
    )
    assert undangan(db) == [("pld", SUKAMAJU, "Siti"), ("pd", "32.03.03", "Ujang")]
    hasil = list(csv.DictReader(io.StringIO((tmp_path / "daftar-undangan.csv").read_text("utf-8-sig"))))
    assert [(r["baris"], r["nama"], bool(KODE.fullmatch(r["kode"]))) for r in hasil] == [
        ("2", "Siti", True),
        ("8", "Ujang", True),
    ]
    assert stat.S_IMODE((tmp_path / "daftar-undangan.csv").stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".*"))


def test_a_trial_makes_nothing(jalan: Jalan, tmp_path: Path, db: Path) -> None:
    assert jalan("--berkas", berkas(tmp_path, CONTOH), "--coba") == 0
    assert jalan.keluar == "1 invitations could be made; 0 rows to correct.\n"
    assert undangan(db) == []
    assert not (tmp_path / "daftar-undangan.csv").exists()


def test_the_same_sheet_twice_invites_nobody_twice(jalan: Jalan, tmp_path: Path, db: Path) -> None:
    path = berkas(tmp_path, CONTOH)
    assert jalan("--berkas", path) == 0
    assert jalan("--berkas", path) == 2
    assert "exists already" in jalan.galat
    assert jalan("--berkas", path, "--keluaran", tmp_path / "lain.xlsx") == 2
    assert "has an open invitation for just this" in jalan.keluar
    assert len(undangan(db)) == 1


def test_where_nothing_can_be_written_nothing_is_made(jalan: Jalan, tmp_path: Path, db: Path) -> None:
    assert jalan("--berkas", berkas(tmp_path, CONTOH), "--keluaran", tmp_path / "tiada" / "x.csv") == 2
    assert "no invitation was made" in jalan.galat
    assert undangan(db) == []


def test_when_making_them_fails_no_file_is_left(
    jalan: Jalan, tmp_path: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rusak(*_: object) -> None:
        raise LookupError("rusak")

    monkeypatch.setattr(perintah, "_line", rusak)
    with pytest.raises(LookupError):
        jalan("--berkas", berkas(tmp_path, CONTOH))
    assert undangan(db) == []
    assert sorted(p.name for p in tmp_path.glob("*daftar*")) == ["daftar.csv"]


def test_a_workbook_in_and_out(jalan: Jalan, tmp_path: Path, db: Path) -> None:
    path = buku(
        tmp_path / "daftar.xlsx",
        ("nama", "peran", "wilayah"),
        ("Siti", "PLD", 3203032013),
        ("Hasan", "TAPM Kabupaten", 32.1),
        ("Ida", "TAPM Provinsi", 32),
        ("=HYPERLINK(1)", "PLD", SUKAMAJU),
    )
    assert jalan("--berkas", path) == 2
    assert "row 5, nama" in jalan.keluar
    assert undangan(db) == [("pld", SUKAMAJU, "Siti"), ("tapm_kab", "32.10", "Hasan"), ("tapm_prov", "32", "Ida")]
    hasil = read_table(tmp_path / "daftar-undangan.xlsx")
    assert [r["nama"] for _, r in hasil] == ["Siti", "Hasan", "Ida"]
    assert all(KODE.fullmatch(r["kode"]) for _, r in hasil)


# --- files that mean harm, or only went wrong -----------------------------------------------------------------------


def bom(tmp_path: Path) -> Path:
    """A workbook of a few kilobytes that unpacks to a hundred megabytes."""
    path = buku(tmp_path / "bom.xlsx", ("nama", "peran", "wilayah"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/sharedStrings2.xml", b"0" * 100_000_000)
    return path


def milyaran(tmp_path: Path) -> Path:
    """A workbook whose strings grow a thousand million times when its entities are replaced."""
    path = tmp_path / "tawa.xlsx"
    entitas = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    strings = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entitas}]><sst><si><t>&a9;</t></si></sst>'
    sumber = buku(tmp_path / "sumber.xlsx", ("nama", "peran", "wilayah"), ("x", "y", "z"))
    with zipfile.ZipFile(sumber) as lama, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as baru:
        for bagian in lama.namelist():
            baru.writestr(bagian, strings if bagian == "xl/sharedStrings.xml" else lama.read(bagian))
    return path


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        (b"", "must name the columns"),
        (b",,,\nx,y,z\n", "must name the columns"),
        ("nama,peran\nSiti\xe9,PLD\n".encode("latin-1"), "not UTF-8"),
        (b"nama\0,peran\n", "neither a CSV nor an XLSX"),
        (b"PK\x03\x04 bukan zip", "cannot be read"),
        (b"x" * 10_000_000, "10 MB; at most 5 MB"),
        (b"nama\n" + b"a\n" * 10_001, "more than 10,000 rows"),
        (b'nama\n"' + b"a" * 200_000, "not a CSV file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(jalan: Jalan, tmp_path: Path, isi: bytes, sebut: str) -> None:
    assert jalan("--berkas", berkas(tmp_path, isi)) == 2
    assert sebut in jalan.galat
    assert len(jalan.galat.strip().splitlines()) == 1


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with pytest.raises(BadSheet, match="unpacks to 100 MB"):
        read_table(bom(tmp_path))


def test_entities_that_multiply_are_not_followed(tmp_path: Path) -> None:
    with pytest.raises(BadSheet, match="cannot be read"):
        read_table(milyaran(tmp_path))


def test_other_ways_to_save_a_table(tmp_path: Path) -> None:
    for isi in ("nama\tperan\nSiti\tPLD\n".encode("utf-16"), b'nama,peran\n\n"Si\nti",PLD\n', b"nama;peran\rSiti;PLD"):
        ((nomor, baris),) = read_table(berkas(tmp_path, isi))
        assert nomor in (2, 3)
        assert baris["peran"] == "PLD"


def test_what_is_written_is_never_a_formula(tmp_path: Path) -> None:
    for nama in ("a.csv", "a.xlsx"):
        write_table(tmp_path / nama, ("x",), [("=1+1",), ("@x",), ("wajar",)])
        assert [r["x"].removeprefix("'") for _, r in read_table(tmp_path / nama)] == ["=1+1", "@x", "wajar"]
    assert "'=1+1" in (tmp_path / "a.csv").read_text("utf-8-sig")


def test_limits_are_what_the_documentation_says() -> None:
    assert (lembar.MAX_ROWS, lembar.MAX_BYTES) == (10_000, 5_000_000)
