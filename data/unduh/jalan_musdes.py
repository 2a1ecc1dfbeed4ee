"""Musyawarah and what they decided: a musyawarah lies in each of its villages, and is open through any of them."""

from __future__ import annotations

from data.keputusan_isi import KOLOM as KOLOM_KEPUTUSAN
from data.lingkup import Lingkup
from data.musdes.rekaman import DIGABUNG
from data.musdes.rekaman import KOLOM as KOLOM_MUSDES
from data.unduh.alir import Aliran
from data.unduh.saring import Saring, Syarat, akar, dan, di_dalam, habis, mulai


def musdes(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    """One between villages comes once, with the first of its villages that is looked at."""
    kolom = (
        f"{KOLOM_MUSDES}, o.nama AS penulis, (SELECT COUNT(*) FROM keputusan p WHERE p.musdes_id = m.id "
        "AND p.dihapus IS NULL AND p.induk IS NULL) AS putusan"
    )
    sambung, kunci = "JOIN orang o ON o.id = m.orang_id", ("m.id",)
    tetap: list[Syarat] = [(f"m.dihapus IS NULL AND m.status <> '{DIGABUNG}'", []), s.hari("m.tanggal")]
    return [
        *_di_musdes(kolom, sambung, kunci, tetap, lingkup, s),
        *_luar_musdes(kolom, sambung, kunci, tetap, ("m.orang_id = ?", [lingkup.orang_id]), lingkup, s),
    ]


def keputusan(lingkup: Lingkup, s: Saring) -> list[Aliran]:
    """By the day of the musyawarah. What it follows up is named only where the whole musyawarah is open."""
    sambung = "JOIN keputusan k ON k.musdes_id = m.id LEFT JOIN keputusan i ON i.id = k.induk AND i.dihapus IS NULL"
    kunci, saya = ("m.id", "k.urutan", "k.id"), lingkup.orang_id
    tetap: list[Syarat] = [("k.dihapus IS NULL AND m.dihapus IS NULL", []), s.hari("m.tanggal")]
    terbuka = f"{KOLOM_KEPUTUSAN}, COALESCE(i.nomor, '') AS nomor_induk"
    terbatas = f"{KOLOM_KEPUTUSAN}, '' AS nomor_induk"
    diberi: Syarat = ("k.pj_orang = ? AND m.orang_id <> ?", [saya, saya])
    return [
        *_di_musdes(terbuka, sambung, kunci, tetap, lingkup, s),
        *_luar_musdes(terbuka, sambung, kunci, tetap, ("m.orang_id = ?", [saya]), lingkup, s),
        *_luar_musdes(terbatas, sambung, kunci, tetap, diberi, lingkup, s),
    ]


def _di_musdes(
    kolom: str, sambung: str, kunci: tuple[str, ...], tetap: list[Syarat], lingkup: Lingkup, s: Saring
) -> list[Aliran]:
    """A musyawarah lies in all of its villages; `musdes_desa` has a row for each."""
    dilihat = [s.kode] if s.kode and lingkup.baca else akar(lingkup.baca, "")
    sql, params = di_dalam("x.desa", dilihat)
    pertama = (f"d.desa = (SELECT MIN(x.desa) FROM musdes_desa x WHERE x.musdes_id = m.id AND {sql})", params)
    if dilihat != akar(lingkup.baca, s.kode):  # open through another of its villages
        sql, params = di_dalam("x.desa", lingkup.baca)
        terbaca = (f"EXISTS (SELECT 1 FROM musdes_desa x WHERE x.musdes_id = m.id AND {sql})", params)
        tetap = [terbaca, *tetap]
    dari = f"musdes_desa d JOIN musdes m ON m.id = d.musdes_id {sambung}"
    urut = ("d.desa", "d.tanggal", *kunci)
    return [
        Aliran(
            kolom, dari, dan(habis("d.desa", satu), s.hari("d.tanggal"), pertama, *tetap), urut, mulai("d.desa", satu)
        )
        for satu in dilihat
    ]  # fmt: skip


def _luar_musdes(
    kolom: str,
    sambung: str,
    kunci: tuple[str, ...],
    tetap: list[Syarat],
    milik: Syarat,
    lingkup: Lingkup,
    s: Saring,
) -> list[Aliran]:
    """Those of musyawarah none of whose villages the person may read."""
    ada = "EXISTS (SELECT 1 FROM musdes_desa x WHERE x.musdes_id = m.id AND {})"
    sql, params = di_dalam("x.desa", lingkup.baca)
    luar: Syarat = (f"NOT {ada.format(sql)}", params)
    sql, params = s.di("x.desa")
    di_sini: Syarat = (ada.format(sql), params)
    return [Aliran(kolom, f"musdes m {sambung}", dan(milik, luar, di_sini, *tetap), kunci)]
