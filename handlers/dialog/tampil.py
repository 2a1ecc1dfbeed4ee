"""A question as the person sees it, with the button that keeps a former answer; and what typing a label means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from handlers.dialog.baca.cocok import POTONGAN, lipat
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import sidik

BEKAS = "_bekas"
"""Value of the button that puts a former answer back, and a print of that answer behind it."""
TETAP = "Tetap: "
LIHAT = "!"
"""Values that begin so only change what is shown."""


def layar_untuk(kunci: str, question: Question[Any], keadaan: Keadaan, hari_ini: date) -> Layar:
    """A question that is opened again goes on from the answer it had, where it can."""
    sementara = keadaan.sementara.get(kunci)
    if sementara is None and keadaan.bekas.get(kunci) is not None:
        sementara = question.lanjutan(keadaan.bekas[kunci])
    return Layar(hari_ini, sementara, tuple(keadaan.saran.get(kunci, ())))


def tampil(kunci: str, question: Question[Any], keadaan: Keadaan, layar: Layar) -> Prompt:
    prompt = question.prompt(layar)
    bekas = opsi_bekas(kunci, question, keadaan, layar)
    tampak = {o.label for o in (*prompt.tombol, *prompt.daftar)}
    if (
        bekas is None
        or bekas.label.removeprefix(TETAP) in tampak
        or question.lanjutan(keadaan.bekas[kunci]) is not None
    ):
        return prompt
    return replace(prompt, tombol=(bekas, *prompt.tombol))


def opsi_bekas(kunci: str, question: Question[Any], keadaan: Keadaan, layar: Layar) -> Opsi | None:
    """None where there is no former answer, or it would no longer be accepted."""
    json = keadaan.bekas.get(kunci)
    if json is None:
        return None
    try:
        isi = question.show(question.load(json, layar))
    except Tolak:
        return None
    return Opsi(f"{TETAP}{sebaris(isi, 30)}", f"{BEKAS}.{sidik(json)}")


def diketik(teks: str, prompt: Prompt, bekas: Opsi | None) -> str:
    """Value of the one button whose label was typed, whole or as a channel cuts it; else ''.

    The rows of a list are read by their question; of them only those that turn its pages count here.
    """
    terlipat = lipat(teks) if len(teks) <= 80 else ""
    if not terlipat:
        return ""
    if bekas and terlipat == lipat(TETAP):
        return bekas.nilai
    cocok = {o for o in (*prompt.tombol, *prompt.daftar) if terlipat in _lipatan(o.label)}
    if len(cocok) != 1:
        return ""
    opsi = cocok.pop()
    return opsi.nilai if opsi in prompt.tombol or opsi.nilai.startswith(LIHAT) else ""


def _lipatan(label: str) -> set[str]:
    return {lipat(label), *(lipat(label[:n]) for n in POTONGAN if n < len(label))}


def nomor(teks: str, opsi: Sequence[Opsi]) -> Opsi | None:
    """The option whose place in the list was typed: "3", "3."."""
    angka = teks.strip().rstrip(".)")
    if angka.isascii() and angka.isdigit() and len(angka) < 4 and 1 <= int(angka) <= len(opsi):
        return opsi[int(angka) - 1]
    return None
