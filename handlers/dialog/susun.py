"""From a question to the message that asks it."""

from __future__ import annotations

from datetime import date

from handlers.dialog import tombol
from handlers.dialog.dialog import Berhenti
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tampil import layar_untuk, tampil

SULIT = 2
"""After this many refusals in a row the hint is shown unasked."""
PANJANG = 3800
"""Characters of a question: every channel carries it as one message, so its buttons stand below all of it."""


def susun(percakapan: int, stop: Berhenti, keadaan: Keadaan, hari_ini: date, kepala: str = "") -> Pesan:
    """`kepala` is said above the question: what was just understood, or why the last reply was not."""
    kunci, question = stop.kunci, stop.question
    prompt = tampil(kunci, question, keadaan, layar_untuk(kunci, question, keadaan, hari_ini))
    bagian = [kepala, stop.alasan, prompt.teks]
    if keadaan.gagal >= SULIT and "ontoh" not in stop.alasan and question.petunjuk not in stop.alasan:
        bagian.append(question.petunjuk)
    return Pesan(
        teks=muat("\n\n".join(b for b in bagian if b)),
        tombol=tuple(Tombol(o.label, tombol.tulis(percakapan, kunci, o.nilai)) for o in prompt.tombol),
        daftar=tuple(Butir(o.label, tombol.tulis(percakapan, kunci, o.nilai), o.ket) for o in prompt.daftar),
        minta=prompt.minta,
        foto=prompt.foto,
    )


def muat(teks: str) -> str:
    """What is too long loses the ends of its longest lines, so that a summary still shows every part."""
    lebar = PANJANG
    baris = teks.split("\n")
    while sum(min(len(b), lebar) + 1 for b in baris) > PANJANG + 1 and lebar > 60:
        lebar //= 2
    pendek = "\n".join(b if len(b) <= lebar else b[: lebar - 1] + "…" for b in baris)
    return pendek if len(pendek) <= PANJANG else pendek[: PANJANG - 1] + "…"
