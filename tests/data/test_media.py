from __future__ import annotations

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.media import Gudang, MediaQ, jenis_gambar
from data.store import Tx
from tests.conftest import KINI

JPEG = b"\xff\xd8\xff\xe0" + b"gambar" * 1000


@pytest.fixture
def gudang(tmp_path: Path) -> Gudang:
    return Gudang(tmp_path / "media")


def berkas(gudang: Gudang) -> list[Path]:
    return [path for path in gudang.folder.rglob("*") if path.is_file()]


def test_a_picture_is_named_by_its_content(gudang: Gudang) -> None:
    sidik = gudang.simpan(JPEG)
    assert sidik == hashlib.sha256(JPEG).hexdigest()
    assert gudang.jalur(sidik) == gudang.folder / sidik[:2] / sidik[2:]
    assert gudang.jalur(sidik).read_bytes() == JPEG


def test_the_same_picture_twice_is_one_file(gudang: Gudang) -> None:
    gudang.simpan(JPEG)
    (sebelum,) = berkas(gudang)
    inode = sebelum.stat().st_ino
    assert gudang.simpan(JPEG) == gudang.simpan(JPEG)
    assert [path.stat().st_ino for path in berkas(gudang)] == [inode]


def test_the_same_picture_from_many_people_at_once_is_whole_and_one(gudang: Gudang) -> None:
    isi = JPEG * 200
    with ThreadPoolExecutor(16) as orang:
        for putaran in range(5):
            sidik = set(orang.map(gudang.simpan, [isi + bytes([putaran])] * 16))
            assert len(sidik) == 1
            assert gudang.jalur(sidik.pop()).read_bytes() == isi + bytes([putaran])
    assert len(berkas(gudang)) == 5


def test_under_its_name_a_picture_is_always_whole(gudang: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name appears only after the bytes are on disk, and the folders are flushed after the name."""
    urutan: list[str] = []
    fsync, ganti = os.fsync, Path.replace

    def catat_fsync(fd: int) -> None:
        urutan.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else "berkas")
        fsync(fd)

    def catat_ganti(self: Path, target: Path) -> Path:
        assert self.read_bytes() == JPEG
        assert not target.exists()
        urutan.append("nama")
        return ganti(self, target)

    monkeypatch.setattr(os, "fsync", catat_fsync)
    monkeypatch.setattr(Path, "replace", catat_ganti)
    gudang.simpan(JPEG)
    assert urutan == ["berkas", "nama", "folder", "folder"]


def test_a_disk_that_is_full_leaves_nothing_behind(gudang: Gudang, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", penuh)
        with pytest.raises(OSError, match="No space left"):
            gudang.simpan(JPEG)
    assert berkas(gudang) == []
    assert gudang.jalur(gudang.simpan(JPEG)).read_bytes() == JPEG


@pytest.mark.parametrize(
    "sidik",
    [
        "", "abc", "A" * 64, "g" * 64, "a" * 63, "a" * 65, f"{'a' * 63}\n", f"{'a' * 63}/", "../" + "a" * 61,
        "aa/../../" + "a" * 55, f"{'a' * 30}/../{'a' * 30}", "/etc/passwd" + "a" * 53, "٠" * 64, "a" * 63 + "\0",
    ],
)  # fmt: skip
def test_nothing_but_a_hash_is_a_path(gudang: Gudang, sidik: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        gudang.jalur(sidik)


@pytest.mark.parametrize(
    ("awal", "mime"),
    [
        (b"\xff\xd8\xff\xe1", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVE", None),
        (b"%PDF-1.7", None),
        (b"<svg onload=alert(1)>", None),
        (b"", None),
    ],
)
def test_the_first_bytes_tell_what_is_a_picture(awal: bytes, mime: str | None) -> None:
    assert jenis_gambar(awal) == mime


def test_the_database_knows_a_picture_once(tx: Tx) -> None:
    media = MediaQ(tx)
    media.daftarkan("a" * 64, "image/jpeg", 10, KINI)
    media.daftarkan("a" * 64, "image/png", 11, KINI + 1)
    assert media.mime("a" * 64) == "image/jpeg"
    assert media.mime("b" * 64) is None
