"""Takes a message apart at its labels, whatever stands around them: bold, bullets, numbers, emoji, one line or many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from handlers.tempel.label import LAIN, PANJANG, TERPANJANG, Label, kenali
from handlers.tempel.naskah import BATAS, Isian, Naskah

BATAS_BARIS = 200
BATAS_TANDA = 80
"""With more colons than this the text is a table or worse: labels are then only looked for where lines begin."""
BATAS_BEBAS = 1500
"""Running text longer than this is more than one plain report: only its labels are read."""

BUTIR = re.compile(r"^\s*(?:[-*•▪●·–>✓✔✅☑]|\d{1,2}\s?[.)]|[a-zA-Z][.)]\s|\d\ufe0f?\u20e3)")
_HIASAN = re.compile(r"^[\W_]*(?:\d{1,2}[\W_]+|[a-zA-Z][.)][\W_]*)?")
_KEPALA_WA = re.compile(
    r"^\W{0,3}\[?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?[, ]{1,2}\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[ap]m)?(?:\]| -) "
    r"(?=[^\W\d]|[+~])[^:\n]{1,40}: ",
    re.IGNORECASE,
)
_PENUTUP = re.compile(
    r"(?:demikian|sekian)\b"
    r"|(?:terima ?kasih|trima ?kasih|trims|makasih|tks|thx|hatur nuhun|nuhun|wass?alam\w*|salam|matur|hormat|ttd"
    r"|tertanda|mohon (?:arahan|petunjuk|izin|ijin|maaf|koreksi)|dilaporkan oleh)\b.{0,50}$",
    re.IGNORECASE,
)
_EKOR_PENUTUP = re.compile(
    r"(?<=[.!\n)])[ \n]{0,3}(?:demikian|sekian|terima ?kasih|makasih|hatur nuhun|wass?alam\w*)\b[^\n]{0,60}$",
    re.IGNORECASE,
)
_PEMISAH = re.compile(r"[:：=;]")
_PEMISAH_STRIP = re.compile(r"\s[-–—]|[-–—]\s")
_PEMISAH_DALAM = re.compile(r"[:：=]")
_KATA = re.compile(r"[^\W_]+")
_TEBAL = "*_~"
_KUAT = frozenset({"hasil", "masalah", "tindak_lanjut"})
"""Labels that end a long value even in the middle of a line."""
_HITUNGAN = frozenset({"peserta", "laki", "perempuan", "jumlah"})


def pecah(teks: str) -> Naskah:
    """What is cut at the limits is left out, never filled in by half."""
    semua = teks[:BATAS].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    perakit = _Perakit(dalam=len(_PEMISAH_DALAM.findall(teks, 0, BATAS)) <= BATAS_TANDA)
    for baris in semua[:BATAS_BARIS]:
        perakit.baris(baris)
    if len(teks) > BATAS or len(semua) > BATAS_BARIS:
        perakit.potong()
    return perakit.naskah()


@dataclass
class _Perakit:
    dalam: bool
    """Look for labels within lines too."""
    isian: list[Isian] = field(default_factory=list)
    bebas: list[str] = field(default_factory=list)
    label: Label | None = None
    """The label whose value may still go on."""
    isi: list[str] = field(default_factory=list)
    jeda: bool = False
    """An empty line came after it."""
    kutipan: bool = False

    def baris(self, baris: str) -> None:
        if kepala := _KEPALA_WA.match(baris):
            baris, self.kutipan = baris[kepala.end() :], True
        hiasan = _HIASAN.sub("", baris)
        if not hiasan:
            self.jeda = True
        elif _PENUTUP.match(hiasan):
            self._tutup()
        else:
            for label, potong in _segmen(baris, self.label, dalam=self.dalam):
                self._tambah(label, potong)

    def potong(self) -> None:
        """The message was cut here: what was being read is not whole, and free text may go on to say otherwise."""
        self.label, self.isi, self.bebas = None, [], []

    def naskah(self) -> Naskah:
        self._tutup()
        bebas = "\n".join(self.bebas)
        return Naskah(tuple(self.isian), bebas if len(bebas) <= BATAS_BEBAS else "", self.kutipan)

    def _tambah(self, label: Label | None, potong: str) -> None:
        if label is not None:
            self._tutup()
            self.label, self.isi = label, [potong]
        elif self._menyambung(potong):
            self.isi += [""] * self.jeda + [potong]
        else:
            self._tutup()
            self.bebas.append(potong)
        self.jeda = False

    def _menyambung(self, potong: str) -> bool:
        if self.label is None:
            return False
        if self.jeda:
            return self.label.kunci in PANJANG and BUTIR.match(potong) is not None
        return self.label.kunci in PANJANG or not any(self.isi)

    def _tutup(self) -> None:
        if self.label is not None:
            nilai = "\n".join(baris.rstrip() for baris in self.isi).strip()
            self.isian.append(Isian(self.label, _EKOR_PENUTUP.sub("", nilai).rstrip()))
        self.label, self.isi, self.jeda = None, [], False


def _segmen(baris: str, terbuka: Label | None, *, dalam: bool) -> Iterator[tuple[Label | None, str]]:
    """The line, parted before each label in it."""
    label, sisa = _label_awal(baris)
    mulai = 0
    for tanda in _PEMISAH_DALAM.finditer(sisa) if dalam else ():
        lanjutan = _label_akhir(sisa[mulai : tanda.start()], label or terbuka)
        if lanjutan is None:
            continue
        baru, letak = lanjutan
        yield label, sisa[mulai : mulai + letak].rstrip(" ,;|*_(")
        label, mulai = baru, tanda.end()
    yield label, sisa[mulai:].strip() if label is not None else sisa[mulai:]


def _label_awal(baris: str) -> tuple[Label | None, str]:
    isi = _HIASAN.sub("", baris)
    for pemisah in (_PEMISAH, _PEMISAH_STRIP):
        for tanda in islice(pemisah.finditer(isi, 0, TERPANJANG + 10), 2):
            if label := kenali(isi[: tanda.start()]):
                kepala = baris[: len(baris) - len(isi) + tanda.start()]
                return label, _tutup_tebal(kepala, isi[tanda.end() :]).strip()
    judul = kenali(isi, salah_ketik=False)
    if judul and judul.kunci in PANJANG - {"kegiatan", "uraian", LAIN}:
        return judul, ""
    return None, baris


def _tutup_tebal(kepala: str, nilai: str) -> str:
    """WhatsApp's bold that was opened before the label ends behind it, or at the end of the line."""
    for tanda in _TEBAL:
        if kepala.count(tanda) % 2:
            nilai = nilai.replace(tanda, "", 1)
    return nilai


def _label_akhir(teks: str, terbuka: Label | None) -> tuple[Label, int] | None:
    """The longest label that the text ends with, and where it begins; in running text it must follow a stop."""
    awal = max(0, len(teks) - TERPANJANG)
    for kata in list(_KATA.finditer(teks, awal))[-5:]:
        if kata.start() == awal > 0:
            continue  # the window may have cut this word
        label = kenali(teks[kata.start() :], salah_ketik=False)
        if label and _boleh_mulai(label, teks[: kata.start()].rstrip(" *_"), terbuka):
            return label, kata.start()
    return None


def _boleh_mulai(label: Label, sebelum: str, terbuka: Label | None) -> bool:
    if label.kunci in ("laki", "perempuan", "jumlah"):
        # "15 L + 20 P = 35" gives no 35 women: only behind another such label may a number stand before it.
        sesudah_angka = sebelum[-1:].isdigit() and terbuka is not None and terbuka.kunci == "peserta"
        return terbuka is not None and terbuka.kunci in _HITUNGAN and not sesudah_angka
    if label.kunci in _KUAT or not sebelum:
        return True
    if terbuka is None:
        return sebelum[-1] in ".,;|()"
    return terbuka.kunci not in _KUAT | {LAIN} or sebelum[-1] in ".;|"
