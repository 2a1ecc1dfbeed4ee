"""Gathers it: as many queries for one person as for two hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from data.kalender import jatuh_tempo, tandai_umum
from data.pengingat.bahan import DEKAT, BahanPengingat, DrafTerbuka, MasalahTerbuka, Putusan, TugasTerbuka
from data.pengingat.kosong import hari_kosong
from data.pengingat.nama_bumdes import nama_habis, tandai_nama
from data.rencana import rencana_bulan
from data.store import Param, Row, Tx

TERBARU = 2 * 3_600
"""Seconds in which a draft counts as being written."""
TERBUKA = "('baru', 'berjalan', 'terhambat')"


def kumpulkan(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date], kini: int) -> dict[int, BahanPengingat]:
    """For everybody in `orang_ids`; `hari`: the day it is for each of them, where they are."""
    tenggat = jatuh_tempo(tx, orang_ids, hari)
    kosong = hari_kosong(tx, orang_ids, hari)
    kembali = _kembali(tx, orang_ids)
    draf = _draf(tx, orang_ids, kini)
    putusan = _putusan(tx, orang_ids, hari)
    tugas = _tugas(tx, orang_ids, hari)
    pertanyaan = _pertanyaan(tx, orang_ids)
    masalah = _masalah(tx, orang_ids, hari)
    rencana = rencana_bulan(tx, orang_ids, hari)
    nama_bumdes = nama_habis(tx, orang_ids, hari)
    return {
        id_: BahanPengingat(
            id_,
            hari[id_],
            tuple(kosong.get(id_, ())),
            tuple(kembali[id_]),
            tuple(draf[id_]),
            tuple(putusan[id_]),
            tuple(tugas[id_]),
            tuple(tenggat.get(id_, ())),
            pertanyaan.get(id_, 0),
            rencana=rencana.get(id_),
            masalah=tuple(masalah[id_]),
            nama_bumdes=tuple(nama_bumdes.get(id_, ())),
        )
        for id_ in orang_ids
    }


def tandai(tx: Tx, bahan: BahanPengingat, kini: int) -> None:
    """It was told: each draft and each step of a deadline is news once."""
    tandai_umum(tx, {bahan.orang_id: bahan.tenggat}, kini)
    tandai_nama(tx, bahan.orang_id, bahan.nama_bumdes, kini)
    for draf in bahan.draf:
        if draf.baru:
            tx.run("UPDATE percakapan SET diingatkan = ? WHERE id = ? AND diingatkan IS NULL", (kini, draf.id))


def _kembali(tx: Tx, ids: Sequence[int]) -> dict[int, list[str]]:
    hasil: dict[int, list[str]] = defaultdict(list)
    rows = _milik(
        tx, "SELECT orang_id, nomor FROM kegiatan WHERE periksa = 'kembali' AND dihapus IS NULL AND {} ORDER BY id", ids
    )
    for row in rows:
        hasil[int(row["orang_id"])].append(row["nomor"])
    return hasil


def _draf(tx: Tx, ids: Sequence[int], kini: int) -> dict[int, list[DrafTerbuka]]:
    hasil: dict[int, list[DrafTerbuka]] = defaultdict(list)
    rows = _milik(
        tx,
        "SELECT id, orang_id, dialog, keadaan, diingatkan FROM percakapan "
        "WHERE status IN ('terbuka', 'ditunda') AND diubah < ? AND {} ORDER BY diubah, id",
        ids,
        kini - TERBARU,
    )
    for row in rows:
        satu = DrafTerbuka(int(row["id"]), row["dialog"], row["keadaan"], row["diingatkan"] is None)
        hasil[int(row["orang_id"])].append(satu)
    return hasil


def _putusan(tx: Tx, ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[Putusan]]:
    """Those given to the person; of those given to nobody here, those of a meeting that the person recorded."""
    hasil: dict[int, list[Putusan]] = defaultdict(list)
    sampai = (max(hari[id_] for id_ in ids) + timedelta(days=DEKAT)).isoformat()
    syarat = f"k.status IN {TERBUKA} AND k.dihapus IS NULL AND k.tenggat <= ? AND "
    rows = _milik(
        tx,
        f"SELECT k.pj_orang AS orang_id, k.nomor, k.isi, k.tenggat FROM keputusan k WHERE {syarat}{{}}",
        ids,
        sampai,
        kolom="k.pj_orang",
    )
    rows += _milik(
        tx,
        "SELECT m.orang_id, k.nomor, k.isi, k.tenggat FROM musdes m JOIN keputusan k ON k.musdes_id = m.id "
        f"WHERE k.pj_orang IS NULL AND m.dihapus IS NULL AND {syarat}{{}}",
        ids,
        sampai,
        kolom="m.orang_id",
    )
    for row in sorted(rows, key=lambda r: (r["tenggat"], r["nomor"])):
        id_, tenggat = int(row["orang_id"]), date.fromisoformat(row["tenggat"])
        sisa = (tenggat - hari[id_]).days
        if sisa <= DEKAT:
            hasil[id_].append(Putusan(row["nomor"], row["isi"], tenggat, sisa))
    return hasil


def _tugas(tx: Tx, ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[TugasTerbuka]]:
    hasil: dict[int, list[TugasTerbuka]] = defaultdict(list)
    rows = _milik(
        tx,
        "SELECT s.orang_id, t.nomor, t.judul, t.tenggat FROM tugas_orang s JOIN tugas t ON t.id = s.tugas_id "
        "WHERE s.status <> 'selesai' AND t.ditutup IS NULL AND t.tenggat <= ? AND {} ORDER BY t.tenggat, t.id",
        ids,
        (max(hari[id_] for id_ in ids) + timedelta(days=DEKAT)).isoformat(),
        kolom="s.orang_id",
    )
    for row in rows:
        id_, tenggat = int(row["orang_id"]), date.fromisoformat(row["tenggat"])
        if (sisa := (tenggat - hari[id_]).days) <= DEKAT:
            hasil[id_].append(TugasTerbuka(row["nomor"], row["judul"], tenggat, sisa))
    return hasil


def _masalah(tx: Tx, ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[MasalahTerbuka]]:
    hasil: dict[int, list[MasalahTerbuka]] = defaultdict(list)
    rows = _milik(
        tx,
        "SELECT pj AS orang_id, nomor, CASE WHEN rahasia = 1 THEN '' ELSE isi END AS isi, tenggat FROM masalah "
        "WHERE status IN ('baru', 'ditangani') AND tenggat <= ? AND {} ORDER BY tenggat, id",
        ids,
        (max(hari[id_] for id_ in ids) + timedelta(days=DEKAT)).isoformat(),
        kolom="pj",
    )
    for row in rows:
        id_, tenggat = int(row["orang_id"]), date.fromisoformat(row["tenggat"])
        if (sisa := (tenggat - hari[id_]).days) <= DEKAT:
            hasil[id_].append(MasalahTerbuka(row["nomor"], row["isi"], tenggat, sisa))
    return hasil


def _pertanyaan(tx: Tx, ids: Sequence[int]) -> dict[int, int]:
    rows = _milik(
        tx,
        "SELECT untuk AS orang_id, COUNT(*) AS n FROM pertanyaan WHERE status = 'menunggu' AND {} GROUP BY untuk",
        ids,
        kolom="untuk",
    )
    return {int(row["orang_id"]): int(row["n"]) for row in rows}


def _milik(tx: Tx, sql: str, ids: Sequence[int], *params: Param, kolom: str = "orang_id") -> list[Row]:
    return tx.all(sql.format(f"{kolom} IN ({', '.join('?' * len(ids))})"), (*params, *ids))
