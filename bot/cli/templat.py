"""check a folder of own Word templates, or fill one with ours and a page that lists all fields"""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.config import Config, SalahConfig
from handlers.kertas.periksa import DAFTAR, SEMUA, Pemeriksaan, daftar_bidang, periksa_folder, tak_dikenal
from handlers.kertas.word import bawaan

SALAH = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    cara = parser.add_subparsers(dest="cara", required=True, metavar="periksa|contoh")
    periksa = cara.add_parser("periksa", help="say of each template whether it can be used")
    periksa.add_argument("folder", type=Path, nargs="?", help="default: kertas.templat of the configuration")
    contoh = cara.add_parser("contoh", help="put our templates and the page of fields into a folder")
    contoh.add_argument("folder", type=Path)


def main(args: argparse.Namespace, config: Config) -> int:
    if args.cara == "contoh":
        return _contoh(args.folder)
    folder = args.folder or (Path(config.kertas.templat) if config.kertas.templat else None)
    if folder is None:
        raise SalahConfig("no folder: name one, or set kertas.templat")
    if not folder.is_dir():
        raise SalahConfig(f"{folder}: there is no such folder")
    return _periksa(folder)


def _periksa(folder: Path) -> int:
    semua = periksa_folder(folder)
    print("\n".join(baris for satu in semua for baris in _kalimat(satu)))
    for nama in tak_dikenal(folder):
        print(f"note   {nama}: no paper has this name; known are {', '.join(f'{n}.docx' for n in SEMUA)}")
    return SALAH if any(satu.salah for satu in semua) else 0


def _kalimat(satu: Pemeriksaan) -> list[str]:
    nama = f"{satu.nama}.docx"
    if not satu.ada:
        return [f"ok     {nama}: not there; ours is used"]
    kurang = [f"note   {nama}: does not use {', '.join(satu.kurang)}"] if satu.kurang else []
    return [*(f"WRONG  {nama}: {kalimat}" for kalimat in satu.salah or ()), *_baik(satu, nama), *kurang]


def _baik(satu: Pemeriksaan, nama: str) -> list[str]:
    return [] if satu.salah else [f"ok     {nama}: can be used"]


def _contoh(folder: Path) -> int:
    berkas = {f"{nama}.docx": bawaan(nama) for nama in SEMUA} | {DAFTAR: daftar_bidang().encode()}
    if ada := [nama for nama in berkas if (folder / nama).exists()]:
        raise SalahConfig(f"{folder}: {', '.join(ada)} would be overwritten; name another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for nama, isi in berkas.items():
            (folder / nama).write_bytes(isi)
    except OSError as galat:
        raise SalahConfig(f"{folder}: cannot write there ({galat.strerror})") from None
    print(f"wrote {', '.join(berkas)} to {folder}")
    return 0
