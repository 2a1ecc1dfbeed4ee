"""What a phone keyboard sends, made plain, before anything is read from it."""

import re
import unicodedata

# The longest message that Telegram and WhatsApp carry; also what keeps every reader's time bounded.
BATAS_PESAN = 4096
# Longer than any date, time, count or amount: nothing this long is an answer to such a question.
BATAS_JAWABAN = 200

_TANDA = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼʻ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        "−": "-",
        "∕": "/",
        "⁄": "/",
        "∶": ":",
        # Arabic keyboards: the thousands mark is our dot, the decimal mark our comma.
        "٬": ".",
        "٫": ",",
        "،": ",",
    }
)
# Invisible, yet neither control (Cc) nor format (Cf) characters: fillers, joiners, variation selectors.
_TAK_TAMPAK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0").union(
    map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
_KATEGORI_BUANG = frozenset({"Cc", "Cf", "Cs", "Me"})
_KATEGORI_HIASAN = frozenset({"So", "Sk", "Cn", "Co"})
_TEPI = " .,;:!?*_'\"|"


def kumpulan(kata: str) -> frozenset[str]:
    """A set of words, written as people would read it."""
    return frozenset(kata.split())


_SAPAAN = kumpulan("pak bu kak bang mas mba mbak ya yaa yah nih deh dong sih kok eh oh hmm maaf maap itu mohon")


def rapikan(teks: str, batas: int = BATAS_PESAN) -> str:
    """One line of plain text: at most `batas` characters, NFKC, ASCII digits, straight quotes, "-" for every dash.

    Whitespace, line breaks too, folds to single spaces; zero-width and control characters go. Beware for prose: "m²"
    becomes "m2". A raised or enclosed number stays apart from the number beside it ("2³" is "2 3", never 23).
    """
    teks = teks[:batas]
    if teks.isascii() and teks.isprintable():
        teks = teks.replace("`", "'")
    else:
        polos = unicodedata.normalize("NFKC", "".join(map(_sebelum_nfkc, teks, " " + teks)))
        teks = "".join(map(_sesudah_nfkc, polos[:batas])).translate(_TANDA)
    return " ".join(teks.split())[:batas].rstrip()


def _sebelum_nfkc(huruf: str, sebelumnya: str) -> str:
    if huruf.isnumeric() and sebelumnya.isnumeric() and not (huruf + sebelumnya).isdecimal():
        return " " + huruf
    if huruf.isascii() and huruf.isprintable():
        return huruf
    if huruf.isspace():
        return " "
    kategori = unicodedata.category(huruf)
    if kategori in _KATEGORI_BUANG or huruf in _TAK_TAMPAK:
        return ""
    return huruf.translate(_TANDA)


def _sesudah_nfkc(huruf: str) -> str:
    if huruf.isascii():
        return huruf
    kategori = unicodedata.category(huruf)
    if kategori == "Nd":
        return str(unicodedata.digit(huruf))
    return "-" if kategori == "Pd" else huruf


def inti(teks: str) -> str:
    """The core of a short answer: lower case, emoji as spaces, no punctuation at the ends; "" for a long text."""
    rapi = rapikan(teks).lower()
    if not rapi.isascii():
        rapi = "".join(" " if unicodedata.category(h) in _KATEGORI_HIASAN else h for h in rapi)
    rapi = " ".join(rapi.split()).strip(_TEPI)
    return rapi if len(rapi) <= BATAS_JAWABAN else ""


def tanpa_sapaan(teks: str) -> str:
    """Drop what people say to be polite at either end: "kemarin ya pak" is "kemarin"."""
    kata = teks.split()
    while kata and kata[-1].strip(_TEPI) in _SAPAAN:
        kata.pop()
    while kata and kata[0].strip(_TEPI) in _SAPAAN:
        kata.pop(0)
    return " ".join(kata).strip(_TEPI)


def tanpa_ulur(teks: str) -> str:
    """Letters held down: "besokkkk" is "besok". Not for names, where "III" is a number."""
    return re.sub(r"([a-z])\1{2,}", r"\1", teks)
