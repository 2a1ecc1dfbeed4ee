"""`ulang K-2611-0042`: the same village, activity and manner once more. When, how long and what came of it is new."""

from __future__ import annotations

import re

from data.desa import Desa
from data.katalog.kegiatan import muat_kegiatan
from data.kegiatan import Kegiatan
from handlers.dialog.keadaan import Keadaan

_ULANG = re.compile(r"\s*ulang(?:i)?\s+(?:catatan\s+)?#?(k-\d{4}-\d{4,9})\b", re.IGNORECASE)


def nomor_ulang(teks: str) -> str:
    """'' when the text does not ask for a repetition."""
    cocok = _ULANG.match(teks[:100])
    return cocok[1].upper() if cocok else ""


def isi_ulang(nomor: str, keadaan: Keadaan, desa: Desa) -> bool:
    """False for a number that is not this person's. What may no longer be chosen is asked."""
    lama = desa.kegiatan.ambil(nomor)
    if lama is None:
        return False
    keadaan.jawaban |= _masih_berlaku(lama, desa)
    keadaan.saran["jam"] = [lama.jam]
    return True


def _masih_berlaku(lama: Kegiatan, desa: Desa) -> dict[str, str]:
    dampingan = desa.dampingan()
    tempat = {w.kode for w in (*dampingan, *desa.wilayah.kecamatan_dari(dampingan))}
    jenis = {k.kode for k in muat_kegiatan().tampil(desa.pengaturan.warisan)}
    isi = {"desa": lama.desa} if lama.desa in tempat else {}
    isi |= {"kegiatan": lama.kegiatan} if lama.kegiatan in jenis else {}
    return isi | {"cara": lama.cara}
