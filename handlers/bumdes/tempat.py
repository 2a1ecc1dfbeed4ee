"""Which place a card or an overview is of: a village, a kecamatan or wider; and whose card may be changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.pencarian.tempat import desa_disebut, desa_mana_pun
from data.wilayah import DESA, KABUPATEN, KECAMATAN, PROVINSI, Wilayah, cari_wilayah
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.keputusan.tempat import KODE, PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.tim.lihat import Lihat, baca_lihat

RIWAYAT, LEMBAR = "riwayat", "xlsx"
KODE_DESA = re.compile(r"\d\d\.\d\d\.\d\d\.\d{4}")
BELUM_SAH = "Bagian ini bisa diisi setelah tugas Anda disahkan koordinator."
PANJANG = {PROVINSI: 2, KABUPATEN: 5, KECAMATAN: 8, DESA: 13}
"""Characters of a code, by level."""
BUKAN_NAMA = frozenset(
    {"mandiri", "maju", "berkembang", "tertinggal", "sangat tertinggal", "adat", "wisata", "persiapan"}
)
"""Names of villages too, but "bumdes mandiri" is asked about the law."""
BERTANYA = re.compile(
    r"\?|\b(?:apa|apakah|apaan|bagaimana|gimana|siapa|kapan|berapa|mengapa|kenapa|itu|dong)\b", re.IGNORECASE
)
TERPANJANG = 40
"""Characters of what is a name and no report."""
SEBUT_TINGKAT = {PROVINSI: "provinsi", KABUPATEN: "kabupaten", KECAMATAN: "kecamatan", DESA: "desa"}


@dataclass(frozen=True)
class Pandang:
    """What is looked at: one place, or the few villages that somebody serves."""

    lihat: Lihat
    di: Wilayah | None = None
    desa: Sequence[Wilayah] = ()
    """Villages to list; empty where the place is so wide that its parts are listed."""
    kata: frozenset[str] = field(default_factory=frozenset)
    """Words that stood behind it: `RIWAYAT`, `LEMBAR`."""

    @property
    def kode(self) -> str:
        return self.di.kode if self.di else ""

    @property
    def bagian(self) -> int:
        """The level of the parts of a wide place."""
        return self.di.tingkat + 1 if self.di else DESA


def pandang(perintah_: str, tanya: str, argumen: str, desa: Desa) -> Pandang | Pesan:
    """A message where a place has still to be chosen."""
    lihat = baca_lihat(argumen.lower())
    kata = frozenset(k for k in (RIWAYAT, LEMBAR) if k in lihat.nama.split())
    sebutan = sebutan_tempat(lihat, (RIWAYAT, LEMBAR))
    akar = _akar(desa)
    if not sebutan and akar and all(w.tingkat == DESA for w in akar):
        return Pandang(lihat, akar[0] if len(akar) == 1 else None, akar, kata)
    if not sebutan and len(akar) == 1:
        return _di(akar[0], lihat, kata, desa)
    if sebutan in ("", PILIH):
        return pilih_tempat(perintah_, tanya, akar if not sebutan else desa_terbaca(desa), lihat)
    cocok = cari_terbaca(sebutan, desa)
    if len(cocok) != 1:
        return pilih_tempat(perintah_, tanya, cocok, lihat, sebutan)
    return _di(cocok[0], lihat, kata, desa)


def bernama(sisa: str) -> bool:
    """Without a slash only a place: "bumdes sukamaju", and neither "bumdes itu apa" nor "blt cair di sukamaju"."""
    nama = " ".join(k for k in sisa.lower().split() if k not in (RIWAYAT, LEMBAR))
    if not nama or len(nama) > TERPANJANG or nama in BUKAN_NAMA:
        return not nama and bool(sisa.strip())
    return KODE.fullmatch(nama) is not None or any(cari_wilayah(nama, t).persis for t in (DESA, KECAMATAN))


def bertanya(sisa: str) -> bool:
    """ "indikator kemiskinan itu apa" is no place that is misspelt."""
    return BERTANYA.search(sisa) is not None


def _di(w: Wilayah, lihat: Lihat, kata: frozenset[str], desa: Desa) -> Pandang:
    isi = desa.wilayah.di_bawah([w.kode]) if w.tingkat == KECAMATAN else [w] if w.tingkat == DESA else []
    return Pandang(lihat, w, isi, kata)


def _akar(desa: Desa) -> list[Wilayah]:
    """The places that the person's assignments name; an admin's are the provinces."""
    baca = desa.lingkup.baca
    if SEMUA_WILAYAH in baca:
        return desa.wilayah.di_bawah([SEMUA_WILAYAH], PROVINSI)
    return [w for kode in sorted(baca, key=lambda k: (k.count("."), k)) if (w := desa.wilayah.ambil(kode))]


def desa_boleh(desa: Desa, boleh: Callable[[str], bool]) -> list[Wilayah]:
    """Villages whose card the person may change."""
    return [w for w in desa.wilayah.di_bawah(desa.lingkup.baca) if boleh(w.kode)]


def tanya_desa(d: Dialog, semua: Sequence[Wilayah]) -> Wilayah:
    """One village is not asked for; one that was named in the command is checked like any answer."""
    if len(semua) == 1 and d.keadaan.jawaban.get("desa") in (None, semua[0].kode):
        return semua[0]
    return d.ask("desa", _pilih(semua))


def _pilih(semua: Sequence[Wilayah]) -> Question[Wilayah]:
    ket = pembeda(semua)
    pilihan = [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in semua]
    return Choice("Desa mana?", pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def baca_desa(teks: str, d: Dialog, desa: Desa) -> str:
    """The village that a command names, by code or by name, becomes an answer; the words without it."""
    if kode := KODE_DESA.search(teks):
        d.keadaan.jawaban["desa"] = kode[0]
        return f"{teks[: kode.start()]} {teks[kode.end() :]}"
    kode_, sisa = desa_disebut(teks, desa.lingkup.boleh_mendampingi)
    if kode_:
        d.keadaan.jawaban["desa"] = kode_
    elif (lain := desa_mana_pun(teks)) and lain.lower() not in BUKAN_NAMA:
        d.keadaan.jawaban["desa"] = lain  # no village of theirs: it is asked, never taken for the only one they have
    return sisa


def belum_sah() -> Pesan:
    return Pesan(BELUM_SAH, tombol=(Tombol("Menu", perintah("menu")),))


def lainnya(perintah_: str, desa: Desa) -> tuple[Tombol, ...]:
    """Back to all of them, where there is more than one."""
    akar = desa.lingkup.baca
    banyak = len(akar) > 1 or any(kode.count(".") < DESA - 1 for kode in akar)
    return (Tombol("Semua desa", perintah(perintah_)),) if banyak else ()
