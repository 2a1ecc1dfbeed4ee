"""Musyawarah, decisions, tasks, boards and questions of a week, by kecamatan: each table once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from data.keputusan_isi import DARI, MENUNGGU, SELESAI
from data.musdes.rekaman import DIGABUNG
from data.rekap.angka import MASALAH_LAMA, GerakSiklus, MusdesRekap
from data.rekap.bagian import KECAMATAN, Bagian
from data.store import Row, Tx

SEPEKAN = timedelta(days=7)


@dataclass
class Urusan:
    """Of one kecamatan."""

    musdes: list[MusdesRekap] = field(default_factory=list)
    musdes_lalu: int = 0
    siklus: list[GerakSiklus] = field(default_factory=list)
    selesai: int = 0
    lewat: int = 0
    dekat: int = 0
    pertanyaan: int = 0
    masalah_lama: int = 0
    kembali: int = 0


def urusan(tx: Tx, b: Bagian, nama: dict[str, str]) -> dict[str, Urusan]:
    """`nama`: of villages by code."""
    hasil: dict[str, Urusan] = defaultdict(Urusan)
    _musdes(tx, b, nama, hasil)
    for zona in b.per_zona():
        _siklus(tx, zona, nama, hasil)
    for kec, n in (satu for zona in b.per_zona() for satu in _selesai(tx, zona).items()):
        hasil[kec].selesai = n
    for kec, (lewat, dekat) in _terbuka(tx, b).items():
        hasil[kec].lewat, hasil[kec].dekat = lewat, dekat
    for kec, n in _pertanyaan(tx, b).items():
        hasil[kec].pertanyaan = n
    for kec, n in _masalah_lama(tx, b).items():
        hasil[kec].masalah_lama = n
    for kec, n in _kembali(tx, b).items():
        hasil[kec].kembali = n
    return {kec: satu for kec, satu in hasil.items() if b.mau(kec)}


def _musdes(tx: Tx, b: Bagian, nama: dict[str, str], hasil: dict[str, Urusan]) -> None:
    """One between villages is one, in each kecamatan that takes part."""
    di_sana, letak = b.letak("d.desa")
    rows = tx.all(
        "SELECT m.id, m.nomor, m.jenis, m.hadir_l, m.hadir_p, m.hadir, m.tanggal, d.desa FROM musdes_desa d "
        f"JOIN musdes m ON m.id = d.musdes_id WHERE d.tanggal BETWEEN ? AND ? AND {di_sana} "
        f"AND m.dihapus IS NULL AND m.status <> '{DIGABUNG}' ORDER BY m.tanggal, m.id, d.desa",
        [b.senin_lalu.isoformat(), b.sampai.isoformat(), *letak],
    )
    kini: dict[tuple[str, int], list[Row]] = defaultdict(list)
    lalu: set[tuple[str, int]] = set()
    for row in rows:
        kunci = row["desa"][:KECAMATAN], int(row["id"])
        if row["tanggal"] >= b.senin.isoformat():
            kini[kunci].append(row)
        elif row["tanggal"] <= b.sampai_lalu.isoformat():
            lalu.add(kunci)
    keputusan = _per_musdes(tx, b)
    for (kec, id_), semua in kini.items():
        satu = semua[0]
        desa = tuple(nama.get(row["desa"], row["desa"]) for row in semua)
        hasil[kec].musdes.append(
            MusdesRekap(
                satu["nomor"],
                satu["jenis"],
                desa,
                satu["hadir_l"],
                satu["hadir_p"],
                satu["hadir"],
                keputusan.get(id_, 0),
            )
        )
    for kec, _ in lalu:
        hasil[kec].musdes_lalu += 1


def _per_musdes(tx: Tx, b: Bagian) -> dict[int, int]:
    """Decisions of this week's musyawarah, without their follow-ups."""
    rows = tx.all(
        "SELECT k.musdes_id, COUNT(*) AS n FROM keputusan k WHERE k.dihapus IS NULL AND k.induk IS NULL "
        "AND k.musdes_id IN (SELECT d.musdes_id FROM musdes_desa d WHERE d.tanggal BETWEEN ? AND ?) "
        "GROUP BY k.musdes_id",
        (b.senin.isoformat(), b.sampai.isoformat()),
    )
    return {int(row["musdes_id"]): int(row["n"]) for row in rows}


def _selesai(tx: Tx, b: Bagian) -> dict[str, int]:
    """Brought to their end this week, and still so."""
    di_sana, letak = b.letak("k.desa")
    rows = tx.all(
        f"SELECT SUBSTR(k.desa, 1, {KECAMATAN}) AS kec, COUNT(*) AS n {DARI} AND k.status = '{SELESAI}' "
        f"AND {di_sana} AND k.id IN (SELECT s.keputusan_id FROM keputusan_status s WHERE s.status = '{SELESAI}' "
        f"AND s.waktu >= ? AND s.waktu < ?) GROUP BY SUBSTR(k.desa, 1, {KECAMATAN})",
        [*letak, *b.detik],
    )
    return {row["kec"]: int(row["n"]) for row in rows}


def _terbuka(tx: Tx, b: Bagian) -> dict[str, tuple[int, int]]:
    """Past their day; due in the week that follows."""
    di_sana, letak = b.letak("k.desa")
    hari = b.sampai.isoformat()
    rows = tx.all(
        f"SELECT SUBSTR(k.desa, 1, {KECAMATAN}) AS kec, SUM(CASE WHEN k.tenggat < ? THEN 1 ELSE 0 END) AS lewat, "
        f"SUM(CASE WHEN k.tenggat > ? THEN 1 ELSE 0 END) AS dekat {DARI} AND {MENUNGGU} AND k.tenggat <= ? "
        f"AND {di_sana} GROUP BY SUBSTR(k.desa, 1, {KECAMATAN})",
        [hari, hari, (b.sampai + SEPEKAN).isoformat(), *letak],
    )
    return {row["kec"]: (int(row["lewat"]), int(row["dekat"])) for row in rows}


def tugas(tx: Tx, b: Bagian, di: dict[int, tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Parts of tasks that are past their day, and due in the week that follows; `di`: each person's kecamatan."""
    hari = b.sampai.isoformat()
    rows = tx.all(
        "SELECT s.orang_id, SUM(CASE WHEN t.tenggat < ? THEN 1 ELSE 0 END) AS lewat, "
        "SUM(CASE WHEN t.tenggat > ? THEN 1 ELSE 0 END) AS dekat FROM tugas t "
        "JOIN tugas_orang s ON s.tugas_id = t.id WHERE t.ditutup IS NULL AND s.status <> 'selesai' "
        "AND t.tenggat <= ? GROUP BY s.orang_id",
        (hari, hari, (b.sampai + SEPEKAN).isoformat()),
    )
    hasil: dict[str, tuple[int, int]] = {}
    for row in rows:
        for kec in di.get(int(row["orang_id"]), ()):
            lewat, dekat = hasil.get(kec, (0, 0))
            hasil[kec] = lewat + int(row["lewat"]), dekat + int(row["dekat"])
    return hasil


def _siklus(tx: Tx, b: Bagian, nama: dict[str, str], hasil: dict[str, Urusan]) -> None:
    di_sana, letak = b.letak("s.desa")
    rows = tx.all(
        "SELECT s.id, s.desa, s.dokumen, s.tahun, g.tahap FROM siklus_langkah g JOIN siklus s ON s.id = g.siklus_id "
        f"WHERE g.waktu >= ? AND g.waktu < ? AND {di_sana} ORDER BY g.id",
        [*b.detik, *letak],
    )
    akhir = {int(row["id"]): row for row in rows}  # the last step of each
    for row in sorted(akhir.values(), key=lambda r: (r["desa"], r["tahun"], r["dokumen"])):
        gerak = GerakSiklus(nama.get(row["desa"], row["desa"]), row["dokumen"], int(row["tahun"]), row["tahap"])
        hasil[row["desa"][:KECAMATAN]].siklus.append(gerak)


def _pertanyaan(tx: Tx, b: Bagian) -> dict[str, int]:
    di_sana, letak = b.letak("desa")
    rows = tx.all(
        f"SELECT SUBSTR(desa, 1, {KECAMATAN}) AS kec, COUNT(*) AS n FROM pertanyaan WHERE status = 'menunggu' "
        f"AND {di_sana} GROUP BY SUBSTR(desa, 1, {KECAMATAN})",
        letak,
    )
    return {row["kec"]: int(row["n"]) for row in rows}


def _masalah_lama(tx: Tx, b: Bagian) -> dict[str, int]:
    """Secret ones among them: it is a number, and nothing else."""
    di_sana, letak = b.letak("desa")
    rows = tx.all(
        f"SELECT SUBSTR(desa, 1, {KECAMATAN}) AS kec, COUNT(*) AS n FROM masalah WHERE status IN ('baru', 'ditangani') "
        f"AND dibuat < ? AND {di_sana} GROUP BY SUBSTR(desa, 1, {KECAMATAN})",
        [b.saat - MASALAH_LAMA * 86_400, *letak],
    )
    return {row["kec"]: int(row["n"]) for row in rows}


def _kembali(tx: Tx, b: Bagian) -> dict[str, int]:
    di_sana, letak = b.tempat("desa")
    rows = tx.all(
        f"SELECT SUBSTR(desa, 1, {KECAMATAN}) AS kec, COUNT(*) AS n FROM kegiatan WHERE periksa = 'kembali' "
        f"AND dihapus IS NULL AND {di_sana} GROUP BY SUBSTR(desa, 1, {KECAMATAN})",
        letak,
    )
    return {row["kec"]: int(row["n"]) for row in rows}
