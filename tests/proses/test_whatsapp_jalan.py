"""WhatsApp with the real program: Meta's question, a message in, the answer out, the same delivery once more."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.proses.program import AKAR
from tests.whatsapp_server import WhatsAppServer, WhatsAppServerThread, signature

pytestmark = pytest.mark.lambat


@pytest.fixture
def server() -> Iterator[WhatsAppServer]:
    with WhatsAppServerThread() as server:
        yield server
        server.periksa()


@pytest.fixture
def config(server: WhatsAppServer, tmp_path: Path) -> Path:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
    its = server.bisnis
    isi = {
        "whatsapp": {
            "token": its.token, "phone_number_id": its.phone_number_id, "waba_id": its.waba_id,
            "app_secret": its.app_secret, "verify_token": its.verify_token, "nomor": its.nomor,
            "base_url": server.base_url,
        },
        "database": {"url": f"sqlite:///{tmp_path}/kawan.db"},
        "web": {"enabled": False, "port": port},
        "media": {"dir": str(tmp_path / "media")},
    }  # fmt: skip
    berkas = tmp_path / "config.toml"
    baris = [f"[{b}]\n" + "\n".join(f"{k} = {json.dumps(v)}" for k, v in kunci.items()) for b, kunci in isi.items()]
    berkas.write_text("\n".join(baris))
    return berkas


def bot(perintah: str, config: Path) -> subprocess.Popen[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("KAWAN_")}
    with (config.parent / "log.jsonl").open("a") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", perintah, "--config", str(config)],
            cwd=AKAR, env=env, text=True, stderr=log, stdout=subprocess.PIPE,
        )  # fmt: skip


@pytest.fixture
def alamat(config: Path) -> Iterator[str]:
    """Where the running program listens."""
    proses = bot("run", config)
    port = json.loads(config.read_text().split("port = ")[1].split("\n")[0])
    alamat = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            if httpx.get(f"{alamat}/healthz").status_code == 200:
                break
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    yield alamat
    proses.send_signal(signal.SIGTERM)
    proses.communicate(timeout=15)
    assert proses.returncode == 0, (config.parent / "log.jsonl").read_text()


def test_a_message_in_an_answer_out_and_nobodys_number_in_the_log(
    server: WhatsAppServer, alamat: str, tmp_path: Path
) -> None:
    hook = f"{alamat}/whatsapp"
    tanya = {"hub.mode": "subscribe", "hub.challenge": "4711", "hub.verify_token": server.bisnis.verify_token}
    assert httpx.get(hook, params=tanya).text == "4711"
    assert httpx.get(hook, params=tanya | {"hub.verify_token": "lain"}).status_code == 403
    assert httpx.post(hook, content=b"{}").status_code == 401
    server.kirim_ke(hook)
    sari = server.orang("Sari Contoh")
    sari.tulis("menu")
    sari.tunggu_sync(bool, batas=20)
    body = server.hantaran[0].body
    tanda = {"X-Hub-Signature-256": signature(server.bisnis.app_secret, body)}
    assert httpx.post(hook, content=body, headers=tanda).status_code == 200
    time.sleep(1.5)
    assert len(sari.layar) == 1
    with sqlite3.connect(tmp_path / "kawan.db") as db:
        assert db.execute("SELECT COUNT(*) FROM inbox").fetchone() == (1,)
        assert db.execute("SELECT COUNT(*) FROM outbox WHERE sampai IN ('terkirim', 'sampai')").fetchone() == (1,)
    log = (tmp_path / "log.jsonl").read_text()
    its = server.bisnis
    for rahasia in (sari.telepon, sari.user_id, "Sari Contoh", its.token, its.app_secret, its.verify_token):
        assert rahasia not in log


def test_doctor_says_whether_meta_knows_us(server: WhatsAppServer, config: Path) -> None:
    baik, _ = bot("doctor", config).communicate(timeout=60)
    assert f"ok     whatsapp: Meta knows the number and the token; links lead to wa.me/{server.bisnis.nomor}" in baik
    server.cabut_token()
    salah, _ = bot("doctor", config).communicate(timeout=60)
    assert "WRONG  whatsapp: berhenti: Meta does not accept this access token" in salah
    assert server.bisnis.token not in salah
