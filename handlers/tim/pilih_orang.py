"""One of the people below: by name, told apart by what they do and where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.penugasan import Terbina
from handlers.bergabung.sebut_tugas import PENDEK, sebut_singkat
from handlers.dialog.baca.tanggal import BULAN, ejaan_tanggal
from handlers.dialog.questions import Choice, Pilihan

PETUNJUK = "Pilih orangnya, atau ketik sebagian namanya."


def tanya_orang(kata: str, orang: Sequence[Terbina]) -> Choice[int]:
    return Choice(kata, [Pilihan(str(o.id), o.nama, o.id, _ket(o)) for o in orang], petunjuk=PETUNJUK)


def _ket(orang: Terbina) -> str:
    """'PLD: Sukamaju, Mayak'"""
    peran = ", ".join(PENDEK[p] for p in dict.fromkeys(t.peran for t in orang.tugas))
    belum = "" if orang.disahkan else ", belum disahkan"
    return f"{peran}: {sebut_singkat(t.wilayah for t in orang.tugas)}{belum}"


def sebut_rentang(dari: date, sampai: date) -> str:
    """'5 Desember 2026', '1–5 Desember 2026', '28 November – 2 Desember 2026'."""
    akhir = ejaan_tanggal(sampai, dengan_hari=False)
    if dari == sampai:
        return akhir
    if (dari.year, dari.month) == (sampai.year, sampai.month):
        return f"{dari.day}–{akhir}"
    tahun = "" if dari.year == sampai.year else f" {dari.year}"
    return f"{dari.day} {BULAN[dari.month - 1]}{tahun} – {akhir}"
