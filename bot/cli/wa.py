"""compare our WhatsApp templates with those that Meta has approved, and submit the missing ones (--ajukan)"""

from __future__ import annotations

import argparse
import asyncio

from bot.channels.whatsapp import errors
from bot.channels.whatsapp.graph import Akun, Graph, GraphError
from bot.channels.whatsapp.templates import BAIK, HILANG, TUNGGU, Temuan, ajukan, ambil_semua, bandingkan
from bot.config import Config, SalahConfig
from data.katalog.templat_wa import muat_templat_wa

BELUM = 1
"""Exit status when something is not approved as it stands here."""


def arguments(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="apa", required=True, metavar="WHAT")
    templat = sub.add_parser("templat", help="each template of ours, and what Meta says of it; 0 when all are approved")
    templat.add_argument("--ajukan", action="store_true", help="submit those that are missing; nothing else is changed")


def main(args: argparse.Namespace, config: Config) -> int:
    its = config.whatsapp
    if not its.nyala:
        raise SalahConfig("whatsapp.token: needed to ask Meta (docs/operasi-whatsapp.md says where to get it)")
    if not its.waba_id:
        raise SalahConfig("whatsapp.waba_id: needed to ask Meta; it is the WhatsApp Business Account ID in API Setup")
    akun = Akun(its.token.get_secret_value(), its.phone_number_id, its.base_url, its.versi)
    return asyncio.run(_main(akun, its.waba_id, submit=args.ajukan))


async def _main(akun: Akun, waba_id: str, *, submit: bool) -> int:
    graph = Graph(akun)
    try:
        temuan = bandingkan(muat_templat_wa().values(), await ambil_semua(graph, waba_id))
        print("\n".join(_baris(satu) for satu in temuan))
        if submit:
            temuan = [await _ajukan(graph, waba_id, satu) if satu.keadaan == HILANG else satu for satu in temuan]
    except GraphError as error:
        print(f"Meta was asked and did not tell: {_sebab(error)}")
        return BELUM
    finally:
        await graph.close()
    print(_kesimpulan(temuan))
    return 0 if all(satu.keadaan == BAIK for satu in temuan) else BELUM


async def _ajukan(graph: Graph, waba_id: str, satu: Temuan) -> Temuan:
    """One that is refused keeps none of the others back."""
    try:
        status = await ajukan(graph, waba_id, muat_templat_wa()[satu.nama])
    except GraphError as error:
        print(f"not submitted  {satu.nama}: {_sebab(error)}")
        return satu
    print(f"submitted      {satu.nama}: {status}")
    return Temuan(satu.nama, BAIK if status == "APPROVED" else TUNGGU)


def _sebab(error: GraphError) -> str:
    return f"{errors.untuk(error.kode, error.http, error.subkode).sebab} ({error})"


def _baris(satu: Temuan) -> str:
    return f"{satu.keadaan:<9} {satu.nama:<16} {satu.sebab}".rstrip()


def _kesimpulan(temuan: list[Temuan]) -> str:
    jumlah = {keadaan: sum(satu.keadaan == keadaan for satu in temuan) for keadaan in {t.keadaan for t in temuan}}
    semua = ", ".join(f"{n} {keadaan}" for keadaan, n in sorted(jumlah.items()))
    return f"\n{len(temuan)} templates: {semua}"
