"""From a question to the message that asks it."""

from __future__ import annotations

from datetime import date

from handlers.dialog import tombol
from handlers.dialog.dialog import Berhenti
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Layar, Opsi
from handlers.dialog.tolak import Tolak

BEKAS = "_bekas"
"""Value of the button that puts a former answer back."""
TETAP = "Tetap: "
SULIT = 2
"""After this many refusals in a row the hint is shown unasked."""


def susun(percakapan: int, stop: Berhenti, keadaan: Keadaan, hari_ini: date, kepala: str = "") -> Pesan:
    """`kepala` is said above the question: what was just understood, or why the last reply was not."""
    kunci, question = stop.kunci, stop.question
    layar = Layar(hari_ini, keadaan.sementara.get(kunci), tuple(keadaan.saran.get(kunci, ())))
    prompt = question.prompt(layar)
    bagian = [kepala, stop.alasan, prompt.teks]
    if keadaan.gagal >= SULIT and "ontoh" not in stop.alasan and question.petunjuk not in stop.alasan:
        bagian.append(question.petunjuk)
    opsi = prompt.tombol
    tampak = {o.label for o in (*prompt.tombol, *prompt.daftar)}
    if (bekas := _bekas(stop, keadaan, layar)) and bekas.label.removeprefix(TETAP) not in tampak:
        opsi = (bekas, *opsi)
    return Pesan(
        teks="\n\n".join(b for b in bagian if b),
        tombol=tuple(Tombol(o.label, tombol.tulis(percakapan, kunci, o.nilai)) for o in opsi),
        daftar=tuple(Butir(o.label, tombol.tulis(percakapan, kunci, o.nilai), o.ket) for o in prompt.daftar),
        minta=prompt.minta,
        foto=prompt.foto,
    )


def _bekas(stop: Berhenti, keadaan: Keadaan, layar: Layar) -> Opsi | None:
    if stop.kunci not in keadaan.bekas:
        return None
    try:
        isi = stop.question.show(stop.question.load(keadaan.bekas[stop.kunci], layar))
    except Tolak:
        return None
    satu = " ".join(isi.split())
    return Opsi(f"{TETAP}{satu if len(satu) <= 30 else satu[:29] + '…'}", BEKAS)
