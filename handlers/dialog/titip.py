"""Pictures and places sent before they are asked for: kept as answers, so that nobody sends them twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from handlers.dialog.kata_dokumen import DITERIMA, HILANG
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.questions.location import periksa
from handlers.dialog.questions.photos import MAKSIMAL, buka_foto, gabung_foto, tutup_foto
from handlers.dialog.tolak import Tolak

if TYPE_CHECKING:
    from data.desa import Desa

DOKUMEN = "dokumen"
"""Key of the question that a document which came by itself answers."""
SEBUT_DOKUMEN = re.compile(r"\s*dok\.([0-9a-f]{12})\b\s*")


def sebut_dokumen(dokumen: Dokumen) -> str:
    """How a command's argument, and so a button, names a document."""
    return f"dok.{dokumen.sidik[:12]}"


def titip_dokumen(argumen: str, jawaban: dict[str, Json], desa: Desa) -> tuple[str, str]:
    """Put the document that the argument names under its key; what is left of the argument, and what to tell."""
    sebut = SEBUT_DOKUMEN.match(argumen)
    if sebut is None:
        return argumen, ""
    sisa = argumen[sebut.end() :]
    ada = desa.dokumen.berawalan(sebut[1])
    if ada is None:
        return sisa, HILANG
    dokumen = Dokumen(ada.sidik, nama=ada.nama, mime=ada.mime, ukuran=ada.ukuran, waktu=ada.dibuat)
    jawaban[DOKUMEN] = msgspec.to_builtins(dokumen)
    return sisa, DITERIMA.format(nama=ada.nama)


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
