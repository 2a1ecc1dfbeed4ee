"""BLT of a place and year as a workbook: villages, payments, and who came or went as counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from data.blt import Blt, Salur
from data.desa import Desa
from data.wilayah import Wilayah
from handlers.blt.sebut import SEBAB, rentang_bulan, sebut_bulan
from handlers.lembar.lembar import Kolom, Lembar, buat_xlsx
from handlers.lembar.sel import Nilai

TEMPAT = (
    Kolom("Kode desa", 15, "teks", "Kode wilayah Kemendagri."),
    Kolom("Kecamatan", 20),
    Kolom("Desa", 22),
)
DESA = (
    *TEMPAT,
    Kolom("Ditetapkan", 12, "angka", "Keluarga penerima (KPM BLT) pada penetapan; kosong bila belum tercatat."),
    Kolom("Sekarang", 12, "angka", "Sesudah perubahan: pindah, meninggal, sudah mampu, keluarga baru."),
    Kolom("Sebulan", 16, "uang", "Rupiah sebulan untuk satu keluarga."),
    Kolom("Bulan", 22, "teks", "Bulan-bulan yang akan dibayar menurut penetapan."),
    Kolom("Sudah dibayar", 26, "teks", "Bulan yang sudah ada pembayarannya."),
    Kolom("Jumlah dibayar", 20, "uang", "Seluruh pembayaran tahun itu."),
    Kolom("Terlambat", 24, "teks", "Bulan yang seharusnya sudah dibayar pada hari berkas ini dibuat."),
    Kolom("Bulan terlambat", 12, "angka"),
    Kolom("Musdes", 14, "tanggal"),
    Kolom("SK atau Perkades", 26),
    Kolom("Tanggal SK", 14, "tanggal"),
)
BAYAR = (
    *TEMPAT,
    Kolom("Nomor", 14),
    Kolom("Bulan", 22),
    Kolom("Diserahkan", 14, "tanggal"),
    Kolom("Keluarga", 12, "angka", "Keluarga yang menerima."),
    Kolom("Rupiah", 18, "uang"),
    Kolom("Hitungan", 18, "uang", "Keluarga × bulan × rupiah sebulan; kosong bila penetapan belum tercatat."),
    Kolom("Sebab", 40, "teks", "Mengapa jumlahnya lain, atau bulannya dibayar lagi."),
    Kolom("Dicatat oleh", 22),
)
UBAH = (
    *TEMPAT,
    Kolom("Sejak", 14, "tanggal"),
    Kolom("Sebab", 18),
    Kolom("Keluarga", 12, "angka", "Kurang dari nol: berkurang."),
    Kolom("Catatan", 40),
)


def blt_xlsx(desa: Desa, bahan: Mapping[str, str | int], hari_ini: date) -> bytes:
    """`bahan`: kode, of a place ('' is all that the person may read); tahun."""
    kode, tahun = str(bahan["kode"]), int(bahan["tahun"])
    akar = [kode] if kode else sorted(desa.lingkup.baca)
    semua = [w for w in desa.wilayah.di_bawah(akar) if desa.lingkup.boleh_baca(w.kode)]
    salur: dict[str, list[Salur]] = {}
    for s in desa.blt.semua_salur(akar, tahun):
        salur.setdefault(s.desa, []).append(s)
    ket = "Hanya jumlah; nama dan NIK penerima tidak disimpan."
    return buat_xlsx(
        [
            Lembar("BLT per desa", DESA, _desa(desa, semua, salur, akar, tahun), ket),
            Lembar("Pembayaran", BAYAR, _bayar(desa, semua, salur, tahun)),
            Lembar("Perubahan penerima", UBAH, _ubah(desa, semua, tahun)),
        ],
        hari=hari_ini,
    )


def _desa(
    desa: Desa, semua: list[Wilayah], salur: Mapping[str, list[Salur]], akar: Sequence[str], tahun: int
) -> Iterator[tuple[Nilai, ...]]:
    blt = desa.blt.banyak([w.kode for w in semua], tahun)
    telat = desa.blt.terlambat(akar) if tahun == desa.blt.tahun_jatuh else {}
    for w in semua:
        dibayar = salur.get(w.kode, [])
        bulan = sebut_bulan(sorted({n for s in dibayar for n in range(s.dari, s.sampai + 1)}))
        rupiah = sum(s.rupiah for s in dibayar) if dibayar else None
        lama = telat.get(w.kode, ())
        if (b := blt.get(w.kode)) is None:
            yield (w.kode, w.kecamatan, w.nama, *[None] * 4, bulan, rupiah, *[None] * 5)
            continue
        yield (
            w.kode, w.kecamatan, w.nama, b.keluarga, b.kini, *_tiap_bulan(b), bulan, rupiah,
            sebut_bulan(lama), len(lama), b.musdes_tanggal, b.sk, b.sk_tanggal,
        )  # fmt: skip


def _tiap_bulan(b: Blt) -> tuple[int | None, str | None]:
    """Nothing where nobody was set."""
    return (b.bulanan, rentang_bulan(b.dari, b.sampai)) if b.keluarga else (None, None)


def _bayar(
    desa: Desa, semua: list[Wilayah], salur: Mapping[str, list[Salur]], tahun: int
) -> Iterator[tuple[Nilai, ...]]:
    blt = desa.blt.banyak([w.kode for w in semua], tahun)
    for w in semua:
        for s in salur.get(w.kode, []):
            b = blt.get(w.kode)
            yield (
                w.kode, w.kecamatan, w.nama, s.nomor, rentang_bulan(s.dari, s.sampai), s.tanggal, s.keluarga, s.rupiah,
                s.harusnya(b.bulanan) if b else None, s.alasan, s.nama,
            )  # fmt: skip


def _ubah(desa: Desa, semua: list[Wilayah], tahun: int) -> Iterator[tuple[Nilai, ...]]:
    nama = {w.kode: w for w in semua}
    for p in desa.blt.semua_perubahan(list(nama), tahun):
        w = nama[p.desa]
        yield (w.kode, w.kecamatan, w.nama, p.tanggal, SEBAB.get(p.sebab, p.sebab), p.keluarga, p.catatan)
