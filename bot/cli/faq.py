"""say what is asked, missed and disputed (laporan), or check all topics and editors' changes (periksa)"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence

from bot.cli.start import open_store
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from data.faq import muat_faq, siapkan
from data.faq.suntingan import periksa_semua
from data.laporan_tanya import Laporan, laporan
from data.store import Store
from data.topik_sunting import suntingan

SEHARI = 86_400
BANYAK = 15
"""Rows of each list."""
BAD = 1
"""Exit status when a change of an editor cannot be taken in."""


def arguments(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="apa", required=True, metavar="WHAT")
    report = sub.add_parser("laporan", help="what is asked most, missed, nearly found, disputed, waiting")
    report.add_argument("--sejak", type=int, default=30, metavar="DAYS", help="of the last DAYS days (30)")
    sub.add_parser("periksa", help="load and check all topics, and what editors changed")


def main(args: argparse.Namespace, config: Config) -> int:
    if args.apa == "laporan" and args.sejak < 1:
        raise SalahConfig(f"--sejak: expected a number of days from 1 up (it is {args.sejak})")
    return asyncio.run(_main(args, config))


async def _main(args: argparse.Namespace, config: Config) -> int:
    store = await open_store(config)
    try:
        if args.apa == "periksa":
            return await _periksa(store)
        now = SystemClock().now()
        hasil = await store.read(lambda tx: laporan(tx, now - args.sejak * SEHARI, BANYAK))
        print("\n".join(_lines(hasil, args.sejak)))
        return 0
    finally:
        await store.close()


async def _periksa(store: Store) -> int:
    katalog = muat_faq()
    siapkan()
    rows = await store.read(suntingan)
    salah = periksa_semua(rows)
    for slug, sebab in salah.items():
        print(f"WRONG  {slug}: {sebab}")
    print(f"{len(katalog.topik)} topics in {len(katalog.tema)} themes; {len(rows)} changed or added by editors")
    return BAD if salah else 0


def _lines(hasil: Laporan, hari: int) -> list[str]:
    judul = {t.slug: t.judul for t in muat_faq().topik.values()}
    soal = f"{hasil.jumlah} questions: {hasil.jawab} answered, {hasil.pilihan} nearly, {hasil.tidak} missed"
    lines = [
        f"the last {hari} days",
        f"  {soal}; {hasil.membantu} answers helped, {hasil.belum} did not",
        f"  to a person: {hasil.ditanyakan} asked, {hasil.dijawab} answered",
        f"  waiting now: {hasil.menunggu} ({hasil.naik} with a PD, {hasil.tanpa} with nobody)",
        f"  proposals for the editors: {hasil.usulan}",
    ]
    lines += _part("asked most", [(n, _topic(slug, judul)) for slug, n in hasil.terbanyak])
    lines += _part("disputed (the answer did not help)", [(n, _topic(slug, judul)) for slug, n in hasil.dibantah])
    lines += _part("missed, asked more than once", [(n, teks) for teks, n in hasil.luput])
    lines += _part("nearly, asked more than once", [(n, teks) for teks, n in hasil.nyaris])
    return lines + _part("words in what was missed", [(n, kata) for kata, n in hasil.kata])


def _topic(slug: str, judul: dict[str, str]) -> str:
    return f"{slug}  {judul.get(slug, '')}".rstrip()


def _part(nama: str, rows: Sequence[tuple[int, str]]) -> list[str]:
    return ["", nama, *(f"{n:>8}  {apa}" for n, apa in rows)] if rows else []
