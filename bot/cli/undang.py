"""make an invitation, or one for every row of a sheet; the first admin comes in this way"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.channels.contract import SendError
from bot.cli.lembar import BadSheet, read_table, write_table
from bot.cli.start import open_store, say
from bot.cli.undang_baris import BadValue, Wanted, name, places, sort_out
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from data.jejak import JejakQ, Pelaku
from data.lingkup import SEMUA_WILAYAH, TINGKAT, LingkupQ
from data.orang import ADMIN, ZONA_AWAL, tanggal_lokal
from data.pengaturan import Pengaturan
from data.store import Store, Tx
from data.undangan import Undangan, UndanganQ
from handlers.bergabung.sebut_tugas import sebut_hari, sebut_singkat, sebut_tempat, tempat
from handlers.bergabung.tautan_undangan import gambar_qr, isi_qr, ketikan, tautan

OPERATOR = 0
"""Who acts, in the audit trail, where no person does."""
HEADER = ("baris", "nama", "peran", "wilayah", "tempat", "kode", "telegram", "whatsapp", "berlaku_sampai")
BAD_ROWS = 2
Made = tuple[Wanted, str, Undangan]
"""What was asked for, its code, and the invitation."""


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--peran", choices=tuple(TINGKAT), help="the role that the invitation is for")
    what.add_argument("--berkas", type=Path, metavar="FILE", help="XLSX or CSV with columns nama, peran, wilayah")
    parser.add_argument(
        "--wilayah", default="", metavar="CODES", help="codes, comma separated, or a name; not for admin"
    )
    parser.add_argument("--nama", default="", help="whom it is for")
    parser.add_argument("--qr", type=Path, metavar="FILE.png", help="also write its QR picture")
    parser.add_argument(
        "--keluaran", type=Path, metavar="FILE", help="with --berkas: where codes and links are written"
    )
    parser.add_argument("--coba", action="store_true", help="with --berkas: look at every row, make nothing")


def main(args: argparse.Namespace, config: Config) -> int:
    try:
        return asyncio.run(_many(args, config) if args.berkas else _one(args, config))
    except BadSheet as error:
        raise SalahConfig(str(error)) from None
    except BadValue as error:
        raise SalahConfig(f"--{error.column}: {error}") from None


async def _one(args: argparse.Namespace, config: Config) -> int:
    wanted = Wanted(0, args.peran, places(args.peran, args.wilayah), name(args.nama) if args.nama else "")
    pengaturan = await reachable(config)
    store = await open_store(config)
    try:
        admins = await store.read(_admins)
        ((_, code, invitation),) = await store.write(lambda tx: make(tx, [wanted], SystemClock().now()))
    finally:
        await store.close()
    until = sebut_hari(invitation.habis, ZONA_AWAL)
    print(
        f"{wanted.peran}: {sebut_singkat(wanted.wilayah)}. For one person, until {until}; the code is shown only now."
    )
    for channel, link in tautan(code, pengaturan).items():
        print(f"  {channel}: {link}")
    print(f"  to type: {ketikan(code)}")
    if args.peran == ADMIN:
        print(f"There {_counted(admins)} already." if admins else "This will be the first admin.")
    if args.qr:
        _write(args.qr, gambar_qr(isi_qr(code, pengaturan)))
    return 0


async def _many(args: argparse.Namespace, config: Config) -> int:
    target = args.keluaran or args.berkas.with_name(f"{args.berkas.stem}-undangan{args.berkas.suffix.lower()}")
    rows = await asyncio.to_thread(read_table, args.berkas)
    if not args.coba and target.exists():
        raise SalahConfig(f"{target}: exists already; its codes may still be needed, so name another with --keluaran")
    pengaturan = await reachable(config)
    store = await open_store(config)
    try:
        now = SystemClock().now()
        waiting = await store.read(lambda tx: invitations(tx, now).menunggu())
        good, bad = await asyncio.to_thread(sort_out, rows, waiting)
        if good and not args.coba:
            await _make_all(store, good, target, pengaturan, now)
    finally:
        await store.close()
    for wrong in bad:
        print(wrong)
    done = "could be made" if args.coba else f"written to {target}" if good else "made"
    print(f"{len(good)} invitations {done}; {len(bad)} rows to correct.")
    return BAD_ROWS if bad else 0


async def _make_all(store: Store, good: Sequence[Wanted], target: Path, pengaturan: Pengaturan, now: int) -> None:
    """All of them or none: no invitation without a line in the file, and no line without an invitation."""
    part = target.with_name(f".{target.stem}.sebagian{target.suffix}")

    def work(tx: Tx) -> None:
        write_table(part, HEADER, [_line(made, pengaturan) for made in make(tx, good, now)])

    try:
        await store.write(work)
    except OSError as error:
        raise SalahConfig(f"{target}: cannot write there ({error.strerror}); no invitation was made") from None
    except BaseException:
        part.unlink(missing_ok=True)  # it holds codes that open nothing
        raise
    part.replace(target)


def make(tx: Tx, wanted: Sequence[Wanted], now: int) -> list[Made]:
    """In the operator's name."""
    return [(one, *invitations(tx, now).buat(one.peran, one.wilayah, None, one.nama)) for one in wanted]


def invitations(tx: Tx, now: int) -> UndanganQ:
    return UndanganQ(tx, JejakQ(tx, Pelaku(OPERATOR, "cli", now)), now)


async def reachable(config: Config) -> Pengaturan:
    """With the name that Telegram knows the bot by, where it can be asked."""
    token = config.telegram.token.get_secret_value()
    if not token or config.pengaturan.telegram:
        return config.pengaturan
    from bot.channels.telegram import Telegram  # 0.4 s that nobody without Telegram need wait

    channel = Telegram(token, config.telegram.base_url)
    try:
        return replace(config.pengaturan, telegram=await channel.hello())
    except SendError as error:
        say(f"no Telegram link: {error.sebab}")
        return config.pengaturan
    finally:
        await channel.close()


def _line(made: Made, pengaturan: Pengaturan) -> tuple[str, ...]:
    wanted, code, invitation = made
    links = tautan(code, pengaturan)
    where = "; ".join(sebut_tempat(w) for w in tempat(wanted.wilayah)) or "seluruh Indonesia"
    until = sebut_hari(invitation.habis, ZONA_AWAL)
    links_ = (links.get("Telegram", ""), links.get("WhatsApp", ""))
    return (str(wanted.row), wanted.nama, wanted.peran, ",".join(wanted.wilayah), where, code, *links_, until)


def _admins(tx: Tx) -> int:
    hari = tanggal_lokal(SystemClock().now(), ZONA_AWAL)
    return len(LingkupQ(tx).atasan(ADMIN, SEMUA_WILAYAH, hari))


def _counted(admins: int) -> str:
    return "is one admin" if admins == 1 else f"are {admins} admins"


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise SalahConfig(f"--qr: cannot write {path} ({error.strerror})") from None
    print(f"  QR picture: {path}")
