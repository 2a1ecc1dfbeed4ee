"""Every kind of long work. A new one is a file beside what it is about and a line here."""

from __future__ import annotations

from handlers.cocok.pekerjaan_cocok import drp_cocok
from handlers.kerja.pekerjaan import Pekerjaan
from handlers.laporan.berkas import laporan_pdf, laporan_word
from handlers.laporan.templat import periksa_templat
from handlers.unduh.kerja import unduh_xlsx

PEKERJAAN: dict[str, Pekerjaan] = {
    "laporan_word": laporan_word,
    "laporan_pdf": laporan_pdf,
    "laporan_templat": periksa_templat,
    "drp_cocok": drp_cocok,
    "unduh_xlsx": unduh_xlsx,
}
