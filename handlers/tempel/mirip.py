"""Is a text without any command plainly the report of an activity? A question, a complaint or an invitation is not."""

from __future__ import annotations

import re

from handlers.tempel.frasa import cari_frasa, kata_dari, seejaan
from handlers.tempel.naskah import BATAS, Naskah, polos
from handlers.tempel.pecah import pecah

LABEL_TERSEDIKIT = 3
BATAS_BACA = 3000
"""Characters of the text in which a question or an invitation shows itself."""

_KELOMPOK = {
    **dict.fromkeys(("hari", "tanggal"), "tanggal"),
    **dict.fromkeys(("jam", "waktu", "mulai", "selesai"), "jam"),
    **dict.fromkeys(("kegiatan", "uraian"), "kegiatan"),
    **dict.fromkeys(("peserta", "laki", "perempuan"), "peserta"),
    **{kunci: kunci for kunci in ("desa", "lokasi", "tempat", "hasil", "masalah", "tindak_lanjut")},
}
_INTI = frozenset({"kegiatan", "hasil", "peserta"})
"""Without one of these it may be a complaint with a place and a day."""
_SALAM = (
    r"(?:(?:ass?alam\w*'?|'?alaikum\w*|wr\.?|wb\.?|w\.w\.?|warahmatullahi|wabarakatuh|salam|selamat|sampurasun|punten"
    r"|pagi|siang|sore|malam|sejahtera|semua\w*|yth\.?|pak|bu|bapak|ibu|bapak/ibu|rekan\S*|koordinator|korcam|kang"
    r"|teh|camat|dan|para|mohon)\b[\W_]*){0,16}"
)
_LAPOR = re.compile(rf"[\W_]*{_SALAM}(?:(?:me)?lapor(?:kan)?\b|laporan (?:(?:\w+ )?(?:kegiatan|giat)|harian)\b)")
_IZIN = re.compile(r"\bi[zj]in (?:me)?lapor(?:kan|an)?\b")
SEPANJANG_SALAM = 150
"""Characters in which a greeting, however long, has come to its point."""
_TANYA = re.compile(
    r"\?|\b(?:apakah|kapan|bagaimana|gimana|kenapa|mengapa|berapa|siapa|di ?mana|kemana|ke mana|bisakah|bolehkah"
    r"|apa saja|tolong|minta|mau tanya|bertanya|nanya)\b"
)
_UNDANGAN = re.compile(
    r"\bmengundang\b|^\W*(?:surat )?undangan\b|\bkepada yth\b"
    r"|\b(?:mengharap|dimohon|mohon|diharap)\w*(?: atas)? (?:kehadiran|hadir)\w*",
    re.MULTILINE,
)
_WARGA = re.compile(
    r"\b(?:saya|kami) (?:belum|tidak|gak|nggak|kok|warga|mau|ingin)\b|\b(?:rusak|bolong|hilang|dicuri|pungli)\b"
)
_ANGKA_WAKTU = re.compile(r"\d[.:]\d{2}|\d/\d|\b(?:kemarin|tadi|hari ini|jam|pukul|pkl)\b")


def mirip_tempelan(teks: str) -> bool:
    teks = teks[:BATAS]
    naskah = pecah(teks)
    rapi = polos(teks[:BATAS_BACA])
    izin = _IZIN.search(rapi, 0, SEPANJANG_SALAM) is not None
    if izin or _LAPOR.match(rapi):
        return _berlabel(naskah) or _sungguh_lapor(naskah, rapi, izin=izin)
    return _berlabel(naskah) and not _UNDANGAN.search(rapi)


def _berlabel(naskah: Naskah) -> bool:
    ada = {_KELOMPOK[i.label.kunci] for i in naskah.isian if i.label.kunci in _KELOMPOK}
    return len(ada) >= LABEL_TERSEDIKIT and not ada.isdisjoint(_INTI)


def _sungguh_lapor(naskah: Naskah, rapi: str, *, izin: bool) -> bool:
    """ "Lapor" begins a villager's complaint as well: a report names an activity or a time, and asks nothing."""
    if _TANYA.search(rapi) or _WARGA.search(rapi):
        return False
    giat = cari_frasa(kata_dari(seejaan(rapi)), warisan=True)
    berlabel = any(i.label.kunci in _KELOMPOK for i in naskah.isian)
    return bool(giat) or ((izin or berlabel) and _ANGKA_WAKTU.search(rapi) is not None)
