"""Whether a text is a question, and how much of it is read."""

from __future__ import annotations

from data.bahasa import akar_kata, inti_kata, kata_kata
from data.bahasa.baca import bakukan
from data.faq import siapkan
from handlers.dialog.questions.text import bersih

TERBACA = 500
"""Characters: of a longer text its beginning and its end, where the question mostly stands."""
SELIPAN = 300
"""Characters: a longer text, or one of several lines, is no question in the middle of a form."""
KATA_TANYA = frozenset(
    {"apa", "apakah", "apaan", "apasih", "siapa", "siapakah", "kapan", "kapankah", "berapa", "berapakah", "kenapa"}
    | {"mengapa", "mengapakah", "ngapain", "bagaimana", "bagaimanakah", "mana", "manakah", "bisakah", "bolehkah"}
    | {"adakah", "haruskah", "wajibkah", "benarkah", "betulkah", "dimana", "kemana", "darimana"}
)
PEMBUKA = frozenset(
    {"pak", "bu", "bapak", "ibu", "mas", "mbak", "min", "admin", "kak", "bang", "halo", "hai", "permisi", "maaf"}
    | {"mau", "saya", "kami", "ingin", "numpang", "izin", "tanya", "bertanya", "dong", "ya", "terus", "lalu", "jadi"}
    | {"kalau", "untuk", "di", "ke", "dari", "sih", "itu", "assalamualaikum", "wr", "wb"}
)
"""What may stand before the word that asks."""
KASUS = frozenset(
    {"sengketa", "korupsi", "pungli", "pecat", "ancam", "intimidasi", "tipu", "curang", "suap", "seleweng", "gelap"}
    | {"sunat", "rebut", "gugat", "serobot", "palsu", "fiktif", "markup", "diskriminasi"}
)
"""Roots of words that tell of something that happened to somebody."""

MELAPOR = frozenset({"lapor", "melapor", "melaporkan", "laporkan", "mengadu", "ngadu", "adukan", "mengadukan"})

TANPA_POKOK = frozenset(
    {"maksud", "arti", "isi", "contoh", "giat", "ikut", "peserta", "masalah", "masa", "hapus", "ubah", "ulang"}
    | {"salah", "pilih", "kosong", "tanggal", "jam", "hari", "lokasi", "foto", "tempat", "hadir", "hasil", "ini"}
    | {"saja", "bisa", "boleh", "harus", "cara", "tulis", "ketik", "kirim", "jawab", "benar", "betul", "kok", "gitu"}
)
"""Roots of words that ask about the form, or about whatever was said, but about no rule."""


def terbaca(teks: str) -> str:
    """On one line, and no longer than a question is."""
    satu = " ".join(bersih(teks[: 20 * TERBACA]).split())
    setengah = TERBACA // 2
    return satu if len(satu) <= TERBACA else f"{satu[:setengah]} {satu[-setengah:]}"


def mirip_tanya(teks: str) -> bool:
    """Plainly a question: it begins or ends with a word that asks, or has a question mark at its end."""
    if len(teks) > SELIPAN or "\n" in teks.strip():
        return False
    kata = bakukan(kata_kata(teks))
    if not kata:
        return False
    pertama = next((k for k in kata if k not in PEMBUKA), "")
    return teks.rstrip(" .!)").endswith("?") or pertama in KATA_TANYA or kata[-1] in KATA_TANYA


def hanya_menyapa(teks: str) -> bool:
    """'Pak, saya mau tanya dong': the question itself is still to come."""
    kata = bakukan(kata_kata(teks))
    return not {"tanya", "bertanya"}.isdisjoint(kata) and PEMBUKA.issuperset(kata)


def tanpa_pokok(teks: str) -> bool:
    """'apa maksudnya?', 'gimana cara menghapus?': nothing says what it is about."""
    return (TANPA_POKOK | KATA_TANYA | PEMBUKA).issuperset(akar_kata(teks))


def soal_desa(teks: str) -> bool:
    """Whether it has any word of the topics, however little that says."""
    indeks = siapkan().indeks
    return any(k in indeks.idf for k in inti_kata(teks))


def tentang_kasus(teks: str) -> bool:
    """A "laporan" is on paper; who asks where to "lapor" tells of something."""
    return not KASUS.isdisjoint(akar_kata(teks)) or not MELAPOR.isdisjoint(bakukan(kata_kata(teks)))
