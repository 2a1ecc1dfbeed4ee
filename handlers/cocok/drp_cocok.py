"""/drp_cocok: sends the PDF that DRP makes of a month, to be compared with what was logged here."""

from __future__ import annotations

import re
from datetime import date

from data.desa import Desa
from data.dokumen_jenis import PDF
from data.orang import PENDAMPING
from handlers.catatan.bulan import baca_bulan, sebut_bulan
from handlers.dialog.baca.tanggal import BULAN
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.questions.document import Document
from handlers.kerja.mulai import mulai

_BULAN = re.compile(
    rf"\b20\d\d-(?:0[1-9]|1[0-2])\b|\bbulan (?:lalu|ini)\b|\b(?:{'|'.join(f'{b}|{b[:3]}' for b in BULAN)})\b",
    re.IGNORECASE,
)
_DRP = re.compile(r"(?:pdf )?drp\b", re.IGNORECASE)
PETUNJUK = "Unduh laporan bulanan dari DRP, lalu kirim PDF-nya ke sini sebagai dokumen (tombol penjepit kertas)."
BUANG = "Isinya hanya dibaca untuk dicocokkan, lalu dibuang."


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """A month that is named; without one it is the PDF's own."""
    if not _BULAN.search(teks):
        return False
    d.keadaan.jawaban["bulan"] = f"{baca_bulan(teks, d.hari_ini):%Y-%m}"
    return True


@dialog(
    "drp_cocok",
    help="Cocokkan catatan dengan PDF DRP",
    untuk=PENDAMPING,
    kata=("cocokkan", "cocokkan drp", "cocokkan pdf drp"),
    baca=_baca,
    ketik=lambda sisa: _DRP.match(sisa) is not None,
    dokumen=(PDF,),
    pengenal=frozenset({"bulan"}),
    menu=False,
)
def drp_cocok(d: Dialog, desa: Desa) -> Kabar:
    bulan = str(d.keadaan.jawaban.get("bulan") or "")
    sebut = f"DRP {sebut_bulan(date.fromisoformat(f'{bulan}-01'))}" if bulan else "DRP"
    dokumen = d.ask("dokumen", Document(f"Kirim PDF {sebut}. {BUANG}", desa.dokumen.ada, petunjuk=PETUNJUK), "PDF DRP")
    kerja = {"sidik": dokumen.sidik, "bulan": bulan}
    return Kabar(mulai(desa, "drp_cocok", kerja, f"Pencocokan {sebut}"), f"Pencocokan {sebut} sudah diminta.")
