"""A document that came by itself: for the question that wants one, else the start of what it is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from data.dokumen_jenis import SEBUTAN
from handlers.dialog import kata_dokumen
from handlers.dialog.flow import Flow
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.perintah import argumen_untuk, penerima_dokumen
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.titip import sebut_dokumen
from handlers.dialog.tombol import perintah

if TYPE_CHECKING:
    from handlers.dialog.turn import Turn


def terima_dokumen(turn: Turn, dokumen: Dokumen, masukan: Masukan, flow: Flow | None) -> Pesan:
    if flow and flow.minta_dokumen:
        return flow.dokumen(masukan)
    sampai = bool(dokumen.sidik) and turn.desa.dokumen.ada(dokumen.sidik)
    if flow:
        return _di_tengah(turn, dokumen, masukan, flow) if sampai else flow.dokumen(masukan, _sebab(dokumen))
    return _mulai(turn, dokumen, masukan) if sampai else _tanpa(turn, masukan, _sebab(dokumen))


def _mulai(turn: Turn, dokumen: Dokumen, masukan: Masukan) -> Pesan:
    """Its caption may say for what, and more."""
    if ketemu := penerima_dokumen(masukan, turn.tabel, turn.peran):
        resep, argumen = ketemu
        return turn.jawab(Masukan(teks=f"/{resep.nama} {sebut_dokumen(dokumen)} {argumen}".strip()))
    turn.desa.dokumen.buang(dokumen.sidik)
    return _tanpa(turn, masukan, _tak_dipakai(turn, dokumen))


def _di_tengah(turn: Turn, dokumen: Dokumen, masukan: Masukan, flow: Flow) -> Pesan:
    """Something else is being asked: that stays, and the document waits for a day."""
    ketemu = penerima_dokumen(masukan, turn.tabel, turn.peran)
    if ketemu is None:
        turn.desa.dokumen.buang(dokumen.sidik)
        return flow.dokumen(masukan, _tak_dipakai(turn, dokumen))
    resep, argumen = ketemu
    pakai = f"{resep.nama} {sebut_dokumen(dokumen)}"
    if argumen_untuk(resep, masukan.teks, turn.tabel) is not None:
        return turn.jawab(Masukan(teks=f"/{pakai} {argumen}".strip()))
    pesan = flow.dokumen(masukan, kata_dokumen.DITAHAN.format(nama=dokumen.nama, help=resep.help))
    return msgspec.structs.replace(pesan, tombol=(*pesan.tombol, Tombol(kata_dokumen.PAKAI, perintah(pakai))))


def _tanpa(turn: Turn, masukan: Masukan, kepala: str) -> Pesan:
    """There is no document to use; a command in its caption is done all the same."""
    for resep in turn.tabel.values():
        argumen = argumen_untuk(resep, masukan.teks, turn.tabel)
        if argumen is not None and resep.untuk & turn.peran:
            pesan = turn.jawab(Masukan(teks=f"/{resep.nama} {argumen}".strip()))
            return msgspec.structs.replace(pesan, teks=f"{kepala}\n\n{pesan.teks}")
    return turn.usang(None, kepala)


def _sebab(dokumen: Dokumen) -> str:
    return kata_dokumen.tolakan(dokumen)


def _tak_dipakai(turn: Turn, dokumen: Dokumen) -> str:
    """What documents are good for, to this person, where this one is not."""
    guna = {
        f"{SEBUTAN[mime]} untuk /{resep.nama} ({resep.help})": None
        for resep in turn.tabel.values()
        for mime in resep.dokumen
        if resep.untuk & turn.peran
    }
    kepala = kata_dokumen.TAK_DIPAKAI.format(nama=dokumen.nama, jenis=SEBUTAN[dokumen.mime])
    return f"{kepala} {kata_dokumen.BERGUNA.format(guna='; '.join(guna))}" if guna else kepala
