"""The work itself: every row that the person may read, one after the other, into a workbook on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from data.desa import Desa
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kerja.pekerjaan import Bahan, Hasil, Laju, Terjelaskan, nama_aman
from handlers.lembar import Lembar, tulis_xlsx
from handlers.lembar.sel import Nilai
from handlers.unduh.arti import jelas
from handlers.unduh.minta import banyak, dari_bahan, isi_lembar
from handlers.unduh.takar import BESAR, sebut_besar
from handlers.unduh.tentang import tentang

SEMUA = 10**9


class Terhitung:
    """Rows on their way, counted; the person is told how far it is."""

    def __init__(self, laju: Laju, dari: int) -> None:
        self._laju = laju
        self._dari = dari
        self.n = 0
        self.per: dict[str, int] = {}

    def alir(self, kunci: str, baris: Iterable[Sequence[Nilai]]) -> Iterator[Sequence[Nilai]]:
        self.per[kunci] = 0
        for satu in baris:
            self.n += 1
            self.per[kunci] += 1
            self._laju.maju(self.n, self._dari)
            yield satu


def unduh_xlsx(desa: Desa, bahan: Bahan, laju: Laju) -> Hasil:
    """`bahan`: see `Minta.bahan`. One read transaction: what is counted first is what comes."""
    m = dari_bahan(bahan)
    if m.kode and not desa.unduh.boleh(m.kode):
        raise LookupError(f"no place {m.kode}")
    ada = {kunci: n for kunci, n in banyak(m, desa, SEMUA).items() if n}
    if not ada:
        raise Terjelaskan(f"{m.sebut(desa)}: isinya sudah tidak ada. Coba masa atau wilayah yang lebih luas.")
    hitung = Terhitung(laju, sum(ada.values()))
    lembar = [
        Lembar(isi.nama, jelas(isi.kolom), hitung.alir(kunci, isi.baris(desa, m.saring)), isi.keterangan)
        for kunci in ada
        for isi in (isi_lembar(kunci, m, desa),)
    ]
    nama = nama_aman(m.sebut(desa), "xlsx")
    berkas = laju.folder / nama
    tulis_xlsx(berkas, [tentang(m, desa, hitung.per), *lembar], hari=desa.unduh.hari)
    besar = berkas.stat().st_size
    if besar > BESAR:
        raise Terjelaskan(
            f"{m.sebut(desa)} menjadi {sebut_besar(besar)}, terlalu besar untuk dikirim lewat chat. Minta lagi dengan "
            "masa yang lebih pendek, wilayah yang lebih kecil, atau satu jenis saja."
        )
    teks = f"{ejaan_angka(hitung.n)} baris, {sebut_besar(besar)}. Arti kolomnya ada di lembar Keterangan."
    return Hasil(Pesan(teks, judul=m.sebut(desa), tombol=(Tombol("Unduh lagi", perintah("unduh")),)), nama)
