"""How an assessment is spoken of: three words and bars, the group, the forum."""

from __future__ import annotations

import re
from datetime import date

from data.indeks_desa import STATUS, StatusDesa
from data.katalog.kemandirian import TINGKAT, UNSUR, muat_kemandirian
from data.kemandirian import Kemandirian
from data.orang import ADMIN, CAMAT, PENDAMPING
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Text
from handlers.dialog.tombol import perintah

PEMBACA = (*PENDAMPING, CAMAT, ADMIN)
NOMOR = re.compile(r"#?\b(D-\d{4}-\d{4,})", re.IGNORECASE)
BUKAN_INDEKS = "Ini pandangan mereka sendiri, bukan Indeks Desa, dan bukan untuk peringkat."
SEDESA = "Seluruh desa"
FORUM = {"musdes": "Musdes", "fgd": "FGD atau pertemuan kelompok"}
SEMUA = Tombol("Kemandirian", perintah("kemandirian"))


def sebut_kelompok(kelompok: str) -> str:
    return kelompok or SEDESA


def batang(tingkat: int) -> str:
    """'▰▰▱▱'"""
    return "▰" * tingkat + "▱" * (TINGKAT - tingkat)


def sebut_tingkat(tingkat: int) -> str:
    return muat_kemandirian().sebutan[tingkat - 1] if tingkat else "belum dijawab"


def tiga(k: Kemandirian) -> list[str]:
    """'▰▰▱▱ Material: mulai tumbuh', one line an element."""
    semua = muat_kemandirian()
    return [f"{batang(k.tingkat(u))} {semua.menurut_kode(u).nama}: {sebut_tingkat(k.tingkat(u))}" for u in UNSUR]


def seringkas(k: Kemandirian) -> str:
    """'mulai tumbuh, kuat, baru mulai': under a row."""
    return ", ".join(sebut_tingkat(k.tingkat(u)) for u in UNSUR)


def sebut_tren(semua: list[Kemandirian]) -> list[str]:
    """'2025 ▰▱▱▱ ▰▰▱▱ ▰▱▱▱', by year, in the order of the elements; nothing of a single year."""
    if len({k.tahun for k in semua}) < 2:
        return []
    return [f"{k.tahun} {' '.join(batang(k.tingkat(u)) for u in UNSUR)}" for k in semua[-5:]]


def sebut_hadirin(k: Kemandirian) -> str:
    return "" if k.peserta is None else str(Peserta(k.peserta, k.peserta_l, k.peserta_p))


def sebut_forum(k: Kemandirian) -> str:
    """'Musdes M-2611-0003, Jumat 20 November 2026'"""
    return f"{FORUM[k.forum]}{f' {k.musdes}' if k.musdes else ''}, {ejaan_tanggal(date.fromisoformat(k.tanggal))}"


def sebut_status(s: StatusDesa | None) -> str:
    """'Berkembang (SK Menteri 343/2025)'"""
    if s is None:
        return "belum dicatat"
    return f"{STATUS.get(s.status, s.status)}{f' ({s.sumber})' if s.sumber else ''}"


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"{nomor.upper()[:20]} belum ada dalam daftar Anda.", tombol=(SEMUA,))


def tanya_nomor(apa: str) -> Question[str]:
    return Text(f"Penilaian nomor berapa yang {apa}?", petunjuk="Contoh: D-2611-0003. Nomornya ada di kartunya.")
