import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


def tanya(masukan: bytes, *args: str, di: Path = ROOT) -> bytes:
    command = [sys.executable, "-m", "bot", "tanya", *args]
    env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, input=masukan, capture_output=True, cwd=di, env=env, timeout=60, check=True)
    return done.stdout


def objek(masukan: bytes, di: Path = ROOT) -> list[dict[str, Any]]:
    return [json.loads(line) for line in tanya(masukan, "--json", di=di).splitlines()]


def test_a_line_in_an_answer_out_without_a_file(tmp_path: Path) -> None:
    out = tanya(b"kades menjabat berapa tahun?\n\nharga cabe hari ini\n", di=tmp_path).decode()
    jawaban, maaf = out.strip().split("\n\n")[0], out.strip().split("\n\n")[-1]
    assert jawaban.startswith("Delapan tahun")
    assert "Dasar: UU 6/2014" in out
    assert maaf.startswith("Itu di luar yang saya tahu.")
    assert list(tmp_path.iterdir()) == []


def test_one_object_a_question(tmp_path: Path) -> None:
    satu, dua = objek(b"kades menjabat berapa tahun?\nharga cabe hari ini\n", di=tmp_path)
    assert set(satu) == {"q", "kind", "slug", "choices", "text", "dasar", "score"}
    assert (satu["q"], satu["kind"], satu["slug"]) == ("kades menjabat berapa tahun?", "answer", "kades-masa-jabatan")
    assert satu["dasar"]
    assert 0 < satu["score"] <= 1
    assert (dua["kind"], dua["slug"], dua["choices"], dua["dasar"], dua["score"]) == ("declined", None, [], [], 0.0)


def test_whatever_comes_in_is_survived() -> None:
    aneh = [
        b"\xff\xfe\x00kades",
        b"\x00\x01\x02\x1b[31m",
        b"kades " * 2000,
        b"x" * 10_000,
        "👍 \u202e مرحبا".encode(),
        b'" OR * NEAR(',
        b"brp thn jabatan kades\r",
    ]
    hasil = objek(b"\n".join(aneh) + b"\n\n   \n")
    assert len(hasil) == len(aneh)
    assert hasil[-1]["slug"] == "kades-masa-jabatan"


def test_the_last_line_needs_no_end() -> None:
    assert [satu["kind"] for satu in objek(b"brp thn jabatan kades")] == ["answer"]
