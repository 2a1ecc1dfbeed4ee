"""/cari: entries, musyawarah and decisions by their words."""

from __future__ import annotations

import re

from data.desa import Desa
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.cari.hasil import hasil_cari
from handlers.cari.saringan import baca_saringan
from handlers.catatan.nomor_catatan import tak_ketemu
from handlers.catatan.riwayat_desa import catatan_lain
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.questions import Text
from handlers.dialog.sebaris import sebaris

UNTUK = (*PENDAMPING, CAMAT, ADMIN)
NOMOR = re.compile(r"#?\b([kmpnad]|[a-z]{2})-(\d{4}-\d{4,})", re.IGNORECASE)
REGISTER = "register"
"""Opens what has a number of two letters."""
PEMBUKA = {"K": "riwayat", "M": "musdes", "P": "putusan", "N": "rencana", "D": "kemandirian", "A": "masalah"}
CONTOH = "Contoh: rabat beton sukaraharja 2026, atau: posyandu."
_CARI = re.compile(r"/?cari\s+", re.IGNORECASE)


def _alih(argumen: str) -> str:
    """Without words they are asked for; a number is opened."""
    nomor = NOMOR.fullmatch(argumen.strip())
    if nomor:
        return f"{PEMBUKA.get(nomor[1].upper(), REGISTER)} {nomor[1]}-{nomor[2]}"
    return "" if argumen.strip() else "cari_apa"


@dialog("cari", help="Cari catatan", untuk=UNTUK, langsung=True, alih=_alih)
def cari(d: Dialog, desa: Desa) -> Kabar:
    nomor = NOMOR.fullmatch(d.argumen.strip())
    if nomor and nomor[1].upper() == "K":  # of those who have no history of their own
        sebut = f"K-{nomor[2]}"
        return Kabar(catatan_lain(sebut, desa) or tak_ketemu(sebut))
    return Kabar(hasil_cari(baca_saringan(d.argumen), d, desa))


@dialog("cari_apa", help="Cari catatan", untuk=UNTUK, kata=("pencarian", "cari apa"), menu=False)
def cari_apa(d: Dialog, desa: Desa) -> Kabar:
    teks = d.ask("kata", Text("Cari apa? Satu-dua kata cukup.\n" + CONTOH, petunjuk=CONTOH, minimal=2, maksimal=200))
    kata = _CARI.sub("", teks, count=1) if _CARI.match(teks) else teks
    return Kabar(hasil_cari(baca_saringan(kata), d, desa), f"Sudah dicari: “{sebaris(kata, 60)}”.")
