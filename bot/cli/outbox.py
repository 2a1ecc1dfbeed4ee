"""list what was sent, what waits and what failed, and why; send failed messages again"""

from __future__ import annotations

import argparse
import asyncio
from datetime import UTC, datetime

import msgspec

from bot.cli.start import open_store
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from data.ledger import NAMA_KELAS, STATUS, LedgerQ, Tercatat
from data.store import Store
from handlers.dialog.pesan import Pesan

HELD = {
    "jendela": "until the person writes (they have not for 24 hours; they may have been told that something waits)",
    "kuota": "until fewer people have been written to within a day",
    "anggaran": "until the next month, for its money",
    "izin": "until the person agrees to be written to (or says mulai)",
}
"""By `outbox.tahan`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--status", choices=STATUS, action="append", help="only these; default: all but terkirim (sent)"
    )
    parser.add_argument("--kanal", default="", metavar="CHANNEL", help="only this channel: telegram, web, …")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="the latest N (50)")
    parser.add_argument("--text", action="store_true", help="show the messages too: people's private words")
    parser.add_argument(
        "--retry", type=int, nargs="+", metavar="ID", help="queue these again; one that is `ragu` may arrive twice"
    )
    parser.add_argument("--retry-failed", action="store_true", help="queue again all that failed (of --kanal)")


def main(args: argparse.Namespace, config: Config) -> int:
    if args.limit < 1:
        raise SalahConfig(f"--limit: expected a number from 1 up (it is {args.limit})")
    return asyncio.run(_main(args, config))


async def _main(args: argparse.Namespace, config: Config) -> int:
    store = await open_store(config)
    try:
        if args.retry or args.retry_failed:
            return await _retry(store, args)
        await _list(store, args)
    finally:
        await store.close()
    return 0


async def _retry(store: Store, args: argparse.Namespace) -> int:
    now = SystemClock().now()
    if args.retry:
        again = await store.write(lambda tx: LedgerQ(tx).ulangi(args.retry, now))
        missed = sorted(set(args.retry) - set(again))
    else:
        again, missed = await store.write(lambda tx: LedgerQ(tx).ulangi_gagal(args.kanal, now)), []
    print(f"{len(again)} queued again")
    if missed:
        print(f"left as they are (unknown, waiting, or sent): {', '.join(map(str, missed))}")
    return 1 if missed else 0


async def _list(store: Store, args: argparse.Namespace) -> None:
    chosen = args.status or [satu for satu in STATUS if satu != "terkirim"]
    counts, held, rows = await store.read(
        lambda tx: (
            LedgerQ(tx).jumlah(args.kanal),
            LedgerQ(tx).tertahan(args.kanal),
            LedgerQ(tx).daftar(chosen, args.kanal, args.limit),
        )
    )
    for (kanal, status), n in counts.items():
        print(f"{n:>8}  {kanal:<9} {status}")
        for why, how_many in ((w, m) for (where, w), m in held.items() if where == kanal and status == "antre"):
            print(f"{how_many:>8}  {'':9} of these held, {HELD.get(why, why)}")
    if rows:
        print("\n" + _columns("id", "channel", "chat", "class", "status", "arrived", "tries", "queued (UTC)", "why"))
    for row in rows:
        print(_line(row))
        if args.text:
            print(f"{'':10}{_text(row.isi)}")


def _line(row: Tercatat) -> str:
    why = f"{HELD.get(row.tahan, row.tahan)}; at the latest {_time(row.jatuh)}" if row.tahan else row.galat
    if row.tahan and row.galat not in ("", row.tahan):
        why += f" ({row.galat})"
    return _columns(
        row.id,
        row.kanal,
        row.tujuan,
        NAMA_KELAS[row.kelas],
        "tahan" if row.tahan else row.status,
        row.sampai,
        row.coba + 1,
        _time(row.dibuat),
        why,
    )


def _time(epoch: int) -> str:
    return f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%d %H:%M}"


def _columns(
    id_: object, kanal: str, tujuan: str, kelas: str, status: str, sampai: str, coba: object, dibuat: str, why: str
) -> str:
    return (
        f"{id_:>8}  {kanal:<9} {tujuan:<16} {kelas:<9} {status:<8} {sampai:<8} {coba:>5}  {dibuat:<16}  {why}".rstrip()
    )


def _text(isi: str) -> str:
    pesan = msgspec.json.decode(isi, type=Pesan)
    return " ".join(f"{pesan.judul} {pesan.teks}".split())
