"""Whether an answer helped, and what else would."""

from __future__ import annotations

import re

from data.desa import Desa
from data.faq import siapkan
from data.orang import SEMUA
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan
from handlers.tanya.kartu_topik import LIHAT, PENDAMPING, baris_topik

NILAI = re.compile(r"(\d{1,15}) (ya|belum)")
TERIMA_KASIH = "Terima kasih. Ada lagi yang mau ditanyakan? Ketik saja."
MAAF = "Maaf, belum pas. Coba dengan kata lain, buka topik yang dekat, atau tanyakan ke pendamping."
LEWAT = "Jawaban yang mana? Yang itu sudah lewat. Silakan tanyakan lagi."


@dialog(
    "membantu", help="Jawabannya membantu", untuk=SEMUA, kata=("ya membantu",), langsung=True, menu=False, sela=False
)
def membantu(d: Dialog, desa: Desa) -> Kabar:
    """'12 ya', '12 belum'; bare of the last answer."""
    cocok = NILAI.fullmatch(d.argumen.strip())
    return Kabar(_nilai(int(cocok[1]) if cocok else 0, desa, ya=cocok is None or cocok[2] == "ya"))


@dialog(
    "belum_membantu",
    help="Jawabannya belum membantu",
    untuk=SEMUA,
    kata=("belum", "belum membantu", "tidak membantu"),
    langsung=True,
    menu=False,
    sela=False,
)
def belum_membantu(d: Dialog, desa: Desa) -> Kabar:
    return Kabar(_nilai(0, desa, ya=False))


def _nilai(id_: int, desa: Desa, *, ya: bool) -> Pesan:
    terbaru = desa.tanya.terbaru()
    dinilai = desa.tanya.nilai(id_ or (terbaru.id if terbaru else 0), membantu=ya)
    if dinilai is None:
        return Pesan(LEWAT, tombol=(LIHAT,))
    if ya:
        return Pesan(TERIMA_KASIH, tombol=(LIHAT,))
    topik = siapkan().katalog.topik.get(dinilai.slug)
    return Pesan(MAAF, tombol=(PENDAMPING, LIHAT), daftar=baris_topik(topik.terkait if topik else ()))
