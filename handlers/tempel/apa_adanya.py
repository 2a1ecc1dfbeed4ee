"""What is taken over as it was typed: results, problems and follow-ups, and a place on the map."""

from __future__ import annotations

import re
from typing import TypeVar

from handlers.dialog.baca.normal import rapikan
from handlers.dialog.masukan import Lokasi
from handlers.dialog.question import Layar, Question
from handlers.tempel.label import LAIN
from handlers.tempel.naskah import Naskah
from handlers.tempel.temuan import NIHIL, Temuan, dijawab

T = TypeVar("T")

# Says that there is nothing, or that it stands somewhere else: no result, no problem.
_KOSONG = re.compile(
    r"\W*(?:(?:alhamdulillah|sejauh ini|untuk sementara|sementara|saat ini)\W+)?"
    r"(?:-|nihil|kosong|n/?a|sda|idem|ada|terlampir|menyusul|lihat \w+|aman|lancar|aman terkendali|aman lancar"
    r"|(?:tidak|tdk|tak|belum|blm|gak|nggak) ada(?: (?:masalah|kendala|hambatan|permasalahan|rtl|hasil|tindak lanjut))?"
    r"(?: (?:yang )?(?:berarti|berat|khusus|lain|apa ?pun|serius|di lapangan))?)?\W*",
    re.IGNORECASE,
)


# Three decimals or more: no pair of scores or prices has them. A link's "@" is where the map looks, not the pin.
_PASANGAN = re.compile(r"(?<![@\w.,-])(-?\d{1,2}\.\d{3,15})(?:,|;|%2c| )\s?(\d{2,3}\.\d{3,15})(?![\d.])")


def teks_berlabel(naskah: Naskah, kunci: str, tanya: Question[T], layar: Layar) -> Temuan:
    """Several values of one label, one below the other. `tanya` is the question that would have been asked."""
    semua = [nilai for nilai in naskah.nilai(kunci) if not _KOSONG.fullmatch(rapikan(nilai[:200]))]
    return dijawab(tanya, "\n".join(semua), layar) if semua else NIHIL


def lokasi_kegiatan(naskah: Naskah, tanya: Question[Lokasi], layar: Layar) -> Temuan:
    """Two numbers, typed or in the link of a pin; of several places none."""
    berlabel = [*naskah.dibaca("koordinat", "lokasi", "tempat"), *naskah.dibaca(LAIN)]
    semua = set(_PASANGAN.findall("\n".join([*berlabel, naskah.bebas])))
    return dijawab(tanya, ", ".join(semua.pop()), layar) if len(semua) == 1 else NIHIL
