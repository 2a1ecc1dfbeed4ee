"""What is asked about somebody or something: how long, who, how much, whether one may ..."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log

from data.bahasa import kata_kata
from data.bahasa.baca import bakukan

_POLA: Mapping[str, str] = {
    "lama": r"lama(nya)?|berapa (tahun|bulan|hari|minggu|periode)|sampai kapan|periode|masa (jabatan|kerja|bakti)",
    "kapan": r"kapan|tanggal|jadwal(nya)?|tenggat|(batas|paling) (waktu|akhir|lambat)|bulan (apa|berapa)|terlambat"
    r"|telat",
    "besar": r"persen|rupiah|juta|miliar|besar(nya|an)?|berapa (besar|uang|rupiah|juta|gaji)|sebulan|gaji(nya)?",
    "jumlah": r"berapa (orang|anggota|kali|jumlah|banyak|calon|desa|jiwa|kk)|jumlah(nya)?|maksimal"
    r"|paling (banyak|sedikit)",
    "siapa": r"siapa",
    "ke mana": r"ke (mana|siapa)|lapor(kan)?|melapor(kan)?|mengadu(kan)?|gugat|protes|keberatan",
    "boleh": r"boleh|bisa|dilarang|larangan|sah",
    "wajib": r"wajib|harus|kewajiban",
    "syarat": r"syarat(nya)?|persyaratan|minimal|umur(nya)?|usia|ijazah|lulusan|pendidikan",
    "cara": r"cara(nya)?|langkah|tahap(an)?|prosedur(nya)?|urutan(nya)?|proses(nya)?|mengurus",
    "arti": r"apa itu|itu apa|arti(nya)?|maksud(nya)?|pengertian|kepanjangan|definisi|dimaksud",
    "beda": r"beda|bedakan",
    "sebab": r"kenapa|mengapa|sebab(nya)?|penyebab(nya)?|gara gara|alasan(nya)?",
    "akibat": r"sanksi(nya)?|hukuman(nya)?|akibat(nya)?|denda|penjara|dipenjara|konsekuensi",
    "isi": r"apa saja|isi(nya)?|macam|jenis|contoh(nya)?|daftar",
    "tugas": r"tugas(nya)?|fungsi(nya)?|kerja(nya|an)?|peran(nya)?|wewenang|kewenangan|ngapain",
    "biaya": r"bayar|dibayar|biaya(nya)?|ongkos|ditanggung|gratis|pungut(an)?",
    "angkat": r"(di|meng)angkat|pengangkatan|seleksi|dipilih|memilih|pemilihan|menunjuk|ditunjuk|pengganti"
    r"|menggantikan",
    "henti": r"berhenti|diberhentikan|memberhentikan|pemberhentian|dipecat|memecat|dicopot|mundur|diganti|pensiun",
}  # fmt: skip
_SATU = tuple(re.compile(rf"\b(?:{pola})\b") for pola in _POLA.values())
_NAMA = tuple(_POLA)
LICIN = 0.06
"""Added to every share, so that nothing is impossible."""


def baca_aspek(teks: str) -> frozenset[str]:
    polos = " ".join(bakukan(kata_kata(teks)))
    return frozenset(nama for nama, pola in zip(_NAMA, _SATU, strict=True) if pola.search(polos))


def susun_aspek(tanya: Sequence[Iterable[str]]) -> list[dict[str, float]]:
    """By topic, what its ways of asking say of each aspect: above 0 where it is asked more often than elsewhere."""
    terbaca = [[baca_aspek(satu) for satu in semua] for semua in tanya]
    banyak = sum(map(len, terbaca)) or 1
    umum = {nama: sum(nama in satu for semua in terbaca for satu in semua) / banyak for nama in _NAMA}
    return [
        {
            nama: log((sum(nama in satu for satu in semua) / (len(semua) or 1) + LICIN) / (umum[nama] + LICIN))
            for nama in _NAMA
        }
        for semua in terbaca
    ]
