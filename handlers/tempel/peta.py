"""The person's own villages, found by name in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from data.katalog.kegiatan import muat_kegiatan
from data.wilayah import Wilayah
from handlers.dialog.baca.cocok import Calon, cari_calon, lipat
from handlers.dialog.baca.normal import kumpulan

KATA_TERBANYAK = 600
KATA_NAMA = 4

_KATA = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Before a name these make it something smaller than a village, or somebody.
_BUKAN_DESA = kumpulan(
    "dusun dsn kampung kp kmp rt rw blok jalan jl gang sd sdn smp smpn mts sma masjid musholla poktan kwt tani "
    "gapoktan pak bu ibu bapak haji majelis yayasan ponpes sungai irigasi kecamatan kec kabupaten kab pasar"
)
# Between these and a name "desa" is part of a title: "dana desa tahap 2" names no village called Tahap.
_DESA_APA = kumpulan(
    "apb rkp rpjm dana balai kantor musyawarah bum indeks pemerintah perangkat kepala kader sekretaris sdgs kas "
    "aparatur kewenangan lembaga peraturan warga masyarakat koperasi musrenbang profil aset potensi pendamping "
    "pembangunan laporan keuangan antar aula badan permusyawaratan uu undang pendapatan website data lokal kerjasama "
    "sama milik"
)
_BUKAN_NAMA = kumpulan(
    "yang untuk tahun dan di ke tentang ini itu pada oleh dengan dalam agar serta khusus mandiri wisata digital cerdas "
    "inovatif tertinggal berkembang maju binaan dampingan setempat masing tersebut adat bersama melalui terkait kepada "
    "hari jam pukul pkl tanggal tgl reguler tingkat antar membahas merah kemarin tadi peserta hasil hadir dihadiri "
    "senin selasa rabu kamis jumat sabtu minggu agenda pembahasan penetapan penyusunan perubahan lain lainnya bertempat"
)
_SETELAH_DESA = re.compile(r"(?:\b(\w+)\s+)?\b(?:desa|ds)\b[ .]{1,2}(\w+)")
_DAN_LAIN = re.compile(r" (?:dan|&|serta) (?:desa |ds\.? ?)?(?!me|di|ber|ter|ke|pe|se)(\w+)")
_PISAH_NAMA = re.compile(r"[,/&+;()|\n-]|\bdan\b|\bserta\b")
_AKHIR_NAMA = re.compile(r"[,(;/\n|]|\b(?:kec|kecamatan|kab|kabupaten|dusun|dsn|kp|kampung|rt|rw|prov|provinsi|dan)\b")


@dataclass(frozen=True)
class Sebutan:
    """One village's name in a text."""

    kode: tuple[str, ...]
    """Several where villages share the name."""
    sebelum: str
    """The two words before it."""
    awal: int
    akhir: int


class Peta:
    def __init__(self, dampingan: Sequence[Wilayah], kecamatan: Sequence[Wilayah]) -> None:
        self.kecamatan = kecamatan
        self._jalur = frozenset(kata for w in dampingan for kata in _KATA.findall(w.jalur.lower()))
        self._calon = [Calon(w.kode, w.nama) for w in dampingan]
        self._kecamatan_dari = {w.kode: w.kecamatan.lower() for w in dampingan}
        self._nama: dict[str, list[str]] = defaultdict(list)
        for w in dampingan:
            self._nama["".join(_KATA.findall(w.nama.lower()))].append(w.kode)
        self._awalan = {nama[:n] for nama in self._nama for n in range(1, len(nama) + 1)}
        self._ingat: dict[str, list[Sebutan]] = {}

    def sebutan(self, teks: str) -> list[Sebutan]:
        """In a folded text, in order; "suka maju" is Sukamaju, "Dusun Mayak" is not Mayak."""
        if teks not in self._ingat:
            self._ingat[teks] = self._cari(teks)
        return self._ingat[teks]

    def _cari(self, teks: str) -> list[Sebutan]:
        kata = list(_KATA.finditer(teks))[:KATA_TERBANYAK]
        hasil: list[Sebutan] = []
        n = 0
        while n < len(kata):
            satu, maju = self._di(teks, kata, n)
            hasil += [satu] if satu else []
            n += maju
        return hasil

    def _di(self, teks: str, kata: list[re.Match[str]], n: int) -> tuple[Sebutan | None, int]:
        """The name that begins with word `n`, and how many words to go on by."""
        panjang = self._panjang(teks, kata[n : n + KATA_NAMA])
        if not panjang:
            return None, 1
        awal, akhir = kata[n].start(), kata[n + panjang - 1].end()
        nama = "".join(m[0] for m in kata[n : n + panjang])
        sebelum = [m[0] for m in kata[max(0, n - 2) : n]]
        lain = bool(sebelum) and sebelum[-1] in _BUKAN_DESA
        if lain or (sebelum[-1:] not in (["desa"], ["ds"]) and (len(nama) < 4 or nama in _kata_umum())):
            return None, panjang
        return Sebutan(self._pilih(nama, teks), " ".join(sebelum), awal, akhir), panjang

    def _panjang(self, teks: str, kata: list[re.Match[str]]) -> int:
        """How many of these words make up a name, written together or apart; 0 for none."""
        hasil, nama = 0, ""
        for n, satu in enumerate(kata):
            nama += satu[0]
            if nama not in self._awalan or (n and teks[kata[n - 1].end() : satu.start()] not in (" ", "-")):
                break
            hasil = n + 1 if nama in self._nama else hasil
        return hasil

    def _pilih(self, nama: str, teks: str) -> tuple[str, ...]:
        """Of villages with one name, those in a kecamatan that the text names."""
        semua = self._nama[nama]
        disebut = [kode for kode in semua if re.search(rf"\b{re.escape(self._kecamatan_dari[kode])}\b", teks)]
        return tuple(disebut or semua) if len(semua) > 1 else tuple(semua)

    def terka(self, teks: str) -> list[str]:
        """For a value behind a label: the villages that a misspelt or shortened name may mean."""
        nama = _AKHIR_NAMA.split(teks, maxsplit=1)[0]
        kata = lipat(nama).split()
        if len(kata) > KATA_NAMA or any(len(satu) == 1 for satu in kata):  # "S:A:araharja" is rubble, not a slip
            return []
        return [calon.id for calon in cari_calon(nama, self._calon)]

    def tanpa_desa(self, teks: str) -> str:
        for satu in reversed(self.sebutan(teks)):
            teks = teks[: satu.awal] + teks[satu.akhir :]
        return teks

    def menyebut_lain(self, teks: str) -> bool:
        """Does running text name a village that is not theirs? Rather too often yes: it only makes us ask."""
        milik = self.sebutan(teks)
        awal = {s.awal for s in milik}
        setelah_desa = (m for m in _SETELAH_DESA.finditer(teks) if m[1] not in _DESA_APA and m.start(2) not in awal)
        dan_lain = (m for s in milik if (m := _DAN_LAIN.match(teks, s.akhir)))
        return any(self._asing(m[2]) for m in setelah_desa) or any(self._asing(m[1]) for m in dan_lain)

    def lain_di_label(self, nilai: str) -> bool:
        """The same for a value behind "Desa:", where any word may be a village."""
        potong = _PISAH_NAMA.split(self.tanpa_desa(nilai))
        kata = (_KATA.findall(p.removeprefix("desa ").removeprefix("ds ")) for p in map(str.strip, potong))
        return any(k and k[0] not in _BUKAN_DESA and self._asing(k[0]) for k in kata)

    def _asing(self, nama: str) -> bool:
        umum = _BUKAN_NAMA | self._jalur | _kata_umum()
        return nama.isalpha() and len(nama) > 3 and nama not in umum


@cache
def _kata_umum() -> frozenset[str]:
    """Words of the catalogue: a village that bears one as its name must be written with "desa" before it."""
    return frozenset(kata for k in muat_kegiatan().semua for frasa in k.kata for kata in _KATA.findall(frasa))
