"""Pictures and places sent before they are asked for: kept as answers, so that nobody sends them twice."""

from __future__ import annotations

from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.questions.location import periksa
from handlers.dialog.questions.photos import MAKSIMAL, buka_foto, gabung_foto, tutup_foto
from handlers.dialog.tolak import Tolak


def titip(masukan: Masukan, wadah: str, jawaban: dict[str, Json], untuk: str = "") -> str:
    """Put what was sent under the key `wadah`; what to tell the person of it."""
    if masukan.lokasi:
        try:
            periksa(masukan.lokasi)
        except Tolak as tolak:
            return tolak.kata
        jawaban[wadah] = [masukan.lokasi.lat, masukan.lokasi.lon]
        return f"Lokasinya saya simpan{untuk}."
    semua, catatan = gabung_foto(buka_foto(jawaban.get(wadah)), masukan.foto, MAKSIMAL)
    if not semua:
        return catatan
    jawaban[wadah] = tutup_foto(semua)
    return f"Fotonya saya simpan{untuk} ({len(semua)} foto). {catatan}".strip()
