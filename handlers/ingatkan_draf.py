"""The one reminder of a draft that was left open."""

from __future__ import annotations

from collections.abc import Mapping

from data.percakapan import Percakapan
from handlers.dialog.dialog import Resep
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.pesan import Pesan, Templat, Tombol
from handlers.dialog.tombol import PERINTAH, tulis


def pengingat_draf(draf: Percakapan, tabel: Mapping[str, Resep]) -> Pesan | None:
    """None when there is nothing to come back to: not one answer was given, or the conversation is no more."""
    resep = tabel.get(draf.dialog)
    isi = len(Keadaan.dari(draf.keadaan).jawaban)
    if resep is None or isi == 0:
        return None
    return Pesan(
        f"“{resep.help}” yang kemarin belum selesai; {isi} jawaban Anda masih tersimpan. Mau diteruskan?",
        tombol=(
            Tombol("Teruskan", tulis(draf.id, PERINTAH, "lanjut")),
            Tombol("Tinggalkan", tulis(draf.id, PERINTAH, "buang")),
        ),
        templat=Templat("kd_pengingat", ("draf Anda", f"“{resep.help}” belum selesai")),
    )
