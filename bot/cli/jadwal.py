"""show what the clock will say next, to whom and why, or what it would say at a given time; nothing is sent"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.berkala import Berkala, Hasil
from bot.berkala_jenis import JENIS
from bot.cli.start import demo_config, open_store
from bot.clock import SystemClock
from bot.config import Config, SalahConfig
from data.jadwal import SEPI, Jadwal, JadwalQ
from data.jadwal_sumber import ATUR_AWAL
from data.katalog.zona import muat_zona
from data.orang import ZONA_AWAL
from data.peraga import siapkan
from data.slot import sebelum
from data.store import Store, Tx
from data.wilayah import dari_kode
from handlers.dialog.pesan import Pesan

SEMENIT = 60
"""The clock ticks once a minute: what fell due in it goes out together."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--pada", metavar="TIME", help="compose what would go out then: 2026-11-27T16:00 (WIB), or with +08:00, +09:00"
    )
    parser.add_argument("--riwayat", action="store_true", help="what came of what was due, the latest first")
    parser.add_argument("--demo", action="store_true", help="on the demo's people and entries, made for this only")
    parser.add_argument("--jenis", choices=tuple(ATUR_AWAL), default="", help="only this kind")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N of them (20)")
    parser.add_argument("--text", action="store_true", help="show the messages too: people's private words")


def main(args: argparse.Namespace, config: Config) -> int:
    if args.limit < 1:
        raise SalahConfig(f"--limit: expected a number from 1 up (it is {args.limit})")
    pada = _waktu(args.pada) if args.pada else None
    with tempfile.TemporaryDirectory(prefix="kawan-jadwal-") as folder:
        return asyncio.run(_main(args, demo_config(config, Path(folder)) if args.demo else config, pada))


def _waktu(teks: str) -> int:
    try:
        waktu = datetime.fromisoformat(teks)
    except ValueError:
        raise SalahConfig(f"--pada: expected a time such as 2026-11-27T16:00 (it is {teks})") from None
    if waktu.tzinfo is None:
        waktu = waktu.replace(tzinfo=ZoneInfo(ZONA_AWAL))
        print("no zone given: WIB is meant; +08:00 is WITA, +09:00 is WIT")
    return int(waktu.timestamp())


async def _main(args: argparse.Namespace, config: Config, pada: int | None) -> int:
    store = await open_store(config)
    kini = SystemClock().now()
    try:
        if args.demo:
            await store.write(lambda tx: _demo(tx, kini if pada is None else pada))
        print("\n".join(await _lines(store, args, kini, pada)))
    finally:
        await store.close()
    return 0


def _demo(tx: Tx, kini: int) -> None:
    """As it would be then, and had been running for a while."""
    siapkan(tx, kini)
    JadwalQ(tx).sinkron(kini - SEMENIT)


async def _lines(store: Store, args: argparse.Namespace, kini: int, pada: int | None) -> list[str]:
    if args.riwayat:
        return await store.read(lambda tx: _riwayat(tx, args.limit, args.jenis))
    if pada is None:
        return await store.read(lambda tx: _mendatang(tx, args.limit, args.jenis, kini, teks=args.text))
    return await store.read(lambda tx: _pada(tx, args.limit, args.jenis, pada, teks=args.text))


def _riwayat(tx: Tx, batas: int, jenis: str) -> list[str]:
    hasil = [_columns("kind", "about", "was due", "done", "came of it")]
    for satu in JadwalQ(tx).riwayat(batas, jenis):
        jadwal = JadwalQ(tx).ambil(satu.jenis, satu.kunci)
        zona = jadwal.zona if jadwal else ZONA_AWAL
        tentang = _tentang(tx, satu.jenis, satu.kunci)
        hasil.append(_columns(satu.jenis, tentang, _lokal(satu.slot, zona), _lokal(satu.dijalankan, zona), satu.hasil))
    return hasil


def _mendatang(tx: Tx, batas: int, jenis: str, kini: int, *, teks: bool) -> list[str]:
    """Each as it would be said at its time, of what is known today."""
    rows = JadwalQ(tx).daftar(batas, jenis)
    hasil = {h.jadwal.id: h for h in susun_semua(tx, [(j, max(j.jatuh, kini), j.jatuh) for j in rows], JENIS)}
    lines = [_columns("kind", "about", "due", "as it is now", "to")]
    for jadwal in rows:
        lines += _satu(tx, jadwal, jadwal.jatuh, hasil.get(jadwal.id), teks=teks)
    return lines if rows else ["nothing yet: rows are made by the running program, for people with assignments"]


def _pada(tx: Tx, batas: int, jenis: str, pada: int, *, teks: bool) -> list[str]:
    saat = [
        (jadwal, pada, slot)
        for nama in ATUR_AWAL
        if jenis in ("", nama)
        for jadwal in JadwalQ(tx).semua(nama)
        if pada - (slot := sebelum(jadwal.atur, jadwal.zona, pada)) < SEMENIT
    ]
    hasil = {h.jadwal.id: h for h in susun_semua(tx, saat[:batas], JENIS)}
    jumlah = Counter(jadwal.jenis for jadwal, _, _ in saat)
    sebut = ", ".join(f"{n} {nama}" for nama, n in jumlah.items()) or "nothing"
    lines = [f"due at {_lokal(pada, ZONA_AWAL)}: {sebut}"]
    if saat:
        lines.append(_columns("kind", "about", "due", "would be", "to"))
    for jadwal, _, slot in saat[:batas]:
        lines += _satu(tx, jadwal, slot, hasil.get(jadwal.id), teks=teks)
    return lines


def susun_semua(tx: Tx, saat: Sequence[tuple[Jadwal, int, int]], jenis: Mapping[str, Berkala]) -> list[Hasil]:
    """What each (row, now, moment) would say; kinds that nobody composes say nothing."""
    bersama: dict[tuple[str, int, int], list[Jadwal]] = defaultdict(list)
    for jadwal, kini, slot in saat:
        bersama[jadwal.jenis, kini, slot].append(jadwal)
    hasil: list[Hasil] = []
    for (nama, kini, slot), rows in bersama.items():
        sekali = jenis[nama].sekali if nama in jenis else 0
        for mulai in range(0, len(rows) if sekali else 0, sekali or 1):
            hasil += jenis[nama].susun(tx, rows[mulai : mulai + sekali], slot, kini)
    return hasil


def _satu(tx: Tx, jadwal: Jadwal, slot: int, hasil: Hasil | None, *, teks: bool) -> list[str]:
    if hasil is None:
        apa = SEPI if jadwal.jenis in JENIS else "(nobody composes it yet)"
    else:
        apa = f"{hasil.hasil} ({hasil.alasan})" if hasil.alasan else hasil.hasil
    kiriman = hasil.kiriman if hasil else ()
    tujuan = ", ".join(dict.fromkeys(f"{k.kanal}:{k.tujuan}" for k in kiriman))
    tentang = _tentang(tx, jadwal.jenis, jadwal.kunci)
    lines = [_columns(jadwal.jenis, tentang, _lokal(slot, jadwal.zona), apa, tujuan)]
    for kirim in kiriman if teks else ():
        lines += ["", *(f"    {baris}" for baris in _isi(kirim.pesan)), ""]
    return lines


def _tentang(tx: Tx, jenis: str, kunci: str) -> str:
    if not kunci.isdigit():
        tempat = dari_kode(kunci)
        return f"{kunci} {tempat.nama if tempat else ''}".rstrip()
    row = tx.one("SELECT nama FROM orang WHERE id = ?", (int(kunci),))
    return f"{kunci} {row['nama'] if row else ''}".rstrip()


def _isi(pesan: Pesan) -> list[str]:
    lines = [pesan.judul] if pesan.judul else []
    lines += pesan.teks.splitlines()
    lines += [f"[{tombol.label}]" for tombol in pesan.tombol]
    lines += [f"[{butir.label}] {butir.ket}".rstrip() for butir in pesan.daftar]
    return [*lines, f"({pesan.berkas.nama})"] if pesan.berkas else lines


def _lokal(saat: int, zona: str) -> str:
    nama = next((satu.nama for satu in muat_zona().zona if satu.iana == zona), zona)
    return f"{datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona)):%a %Y-%m-%d %H:%M} {nama}"


def _columns(jenis: str, tentang: str, waktu: str, hasil: str, lain: str) -> str:
    return f"{jenis:<14}  {tentang[:28]:<28}  {waktu:<25}  {hasil:<25}  {lain}".rstrip()
