"""A message that the person edited: what it answered changes with it, while that can still be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from handlers.dialog import kata, tombol
from handlers.dialog.flow import KIRIMAN, Flow
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.mulai import MEMBUKA, awal
from handlers.dialog.perintah import pembuka
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.titip import DOKUMEN
from handlers.dialog.tombol import perintah, tulis
from handlers.dialog.turn import KOSONG, LANJUT, Turn

if TYPE_CHECKING:
    from data.percakapan import Percakapan


@dataclass(frozen=True)
class Semula:
    """The message until now, and what became of it."""

    masukan: Masukan
    """As it read before this edit, with the pictures it came with."""
    percakapan: int | None = None
    kunci: str = ""
    """What it answered there: a question, or `MEMBUKA` or `KIRIMAN`."""
    terakhir: bool = True
    """Nothing that the person sent after it has been answered."""


def sunting(turn: Turn, masukan: Masukan, semula: Semula) -> Pesan | None:
    """None where there is nothing to say. Only the words count: no edit brings a picture a second time."""
    teks = masukan.teks.strip()
    if not teks or teks == semula.masukan.teks.strip():
        return None
    if semula.percakapan is None:
        return _baru(turn, masukan, semula, turn.flow())
    lama = turn.desa.percakapan.milik(semula.percakapan, turn.konteks.orang.id)
    if lama is None:
        return None
    flow = turn.flow()
    if flow is None or flow.percakapan.id != lama.id:
        return _berakhir(turn, lama, flow)
    if semula.kunci == KIRIMAN:
        return None if semula.masukan.teks else _baru(turn, masukan, semula, flow)
    if semula.kunci == MEMBUKA:
        return _awal(turn, _dengan_kiriman(masukan, semula), semula, flow)
    if kata.kata_umum(teks) or teks.startswith("/"):
        return flow.tanya(f"{kata.SUNTING_PERINTAH.format(isi=sebaris(teks, 40))} {kata.SUNTING_TETAP}")
    return flow.sunting(semula.kunci, Masukan(teks=masukan.teks))


def _baru(turn: Turn, masukan: Masukan, semula: Semula, flow: Flow | None) -> Pesan | None:
    """It answered nothing: the slip is corrected, so read it as if it came now, unless the talk has gone on."""
    if not semula.terakhir:
        return None
    if flow:
        return turn.jawab(Masukan(teks=masukan.teks, lain=masukan.lain))
    return turn.jawab(msgspec.structs.replace(_dengan_kiriman(masukan, semula), lain=masukan.lain))


def _dengan_kiriman(masukan: Masukan, semula: Semula) -> Masukan:
    """The words as they read now, with what the message brought when it came."""
    asal = semula.masukan
    return Masukan(teks=masukan.teks, foto=asal.foto, dokumen=asal.dokumen)


def _awal(turn: Turn, masukan: Masukan, semula: Semula, flow: Flow) -> Pesan:
    """The message that opened the conversation: read anew, as long as that takes nothing away."""
    lama = pembuka(semula.masukan, turn.tabel, turn.peran)
    dulu = awal(*lama, KOSONG, turn.konteks, turn.desa)[0] if lama else None
    if dulu is None or flow.keadaan.bekas or _tanpa_kiriman(flow, flow.keadaan) != _tanpa_kiriman(flow, dulu):
        return flow.tanya(kata.SUNTING_AWAL)
    baru = pembuka(masukan, turn.tabel, turn.peran)
    if kata.kata_umum(masukan.teks):
        return turn.jawab(Masukan(teks=masukan.teks))
    if baru is None or baru[0] is not flow.resep:
        flow.batal()
        return turn.jawab(masukan)
    keadaan, kepala = awal(*baru, KOSONG, turn.konteks, turn.desa)
    for kunci in _kiriman(flow) & set(flow.keadaan.jawaban):
        keadaan.jawaban.setdefault(kunci, flow.keadaan.jawaban[kunci])
    return flow.ulang(keadaan, f"{kata.SUNTING_ULANG} {kepala}".strip())


def _tanpa_kiriman(flow: Flow, keadaan: Keadaan) -> dict[str, object]:
    """The answers without what was sent along: a picture is kept whatever becomes of the words."""
    return {k: v for k, v in keadaan.jawaban.items() if k not in _kiriman(flow)}


def _kiriman(flow: Flow) -> set[str]:
    resep = flow.resep
    return {resep.foto, resep.lokasi, *((DOKUMEN,) if resep.dokumen else ())}


def _berakhir(turn: Turn, lama: Percakapan, flow: Flow | None) -> Pesan:
    """Its conversation is not the open one: say how it stands, and the way to change it."""
    if lama.dialog not in turn.tabel:
        return turn.usang(flow, "" if lama.status == "terbuka" else kata.HILANG)  # the menu says so by itself
    nomor = turn.desa.kegiatan.dari_percakapan(lama.id)
    if nomor:
        ubah = Tombol(f"Ubah #{nomor}", perintah(f"ubah {nomor}"))
        return turn.sambil(Pesan(kata.SUNTING_TERSIMPAN.format(nomor=nomor), tombol=(ubah,)), flow)
    teks = kata.SUNTING_BERAKHIR[lama.status].format(hasil=lama.hasil).strip()
    lanjut = tulis(lama.id, tombol.PERINTAH, LANJUT)
    jalan = {
        "selesai": Tombol("Menu", perintah(kata.MENU)),
        "ditunda": Tombol("Lanjutkan draf", lanjut),
        "batal": Tombol("Urungkan", lanjut),
        "kedaluwarsa": Tombol("Mulai lagi", perintah(lama.dialog)),
    }
    return turn.sambil(Pesan(teks, tombol=(jalan[lama.status],)), flow)
