"""What came of it in each village of one kecamatan: musyawarah, papers of the year, BLT, BUM Desa."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from data.camat.isi import MusdesCamat, SalurCamat
from data.camat.ruang import KECAMATAN, Ruang
from data.musdes.rekaman import DIGABUNG
from data.store import Row, Tx


@dataclass
class Hasil:
    """Of one village."""

    musdes: list[MusdesCamat] = field(default_factory=list)
    siklus: list[tuple[str, int, str]] = field(default_factory=list)
    blt: list[SalurCamat] = field(default_factory=list)
    bumdes: int | None = None


Antardesa = tuple[tuple[MusdesCamat, tuple[str, ...]], ...]


def hasil_desa(tx: Tx, r: Ruang) -> tuple[dict[str, Hasil], Antardesa]:
    """By village; and what several villages held together."""
    hasil: dict[str, Hasil] = defaultdict(Hasil)
    antardesa = _musdes(tx, r, hasil)
    _siklus(tx, r, hasil)
    _blt(tx, r, hasil)
    _bumdes(tx, r, hasil)
    return hasil, antardesa


def _musdes(tx: Tx, r: Ruang, hasil: dict[str, Hasil]) -> Antardesa:
    di_sana, letak = r.letak("d.desa")
    rows = tx.all(
        "SELECT m.id, m.nomor, m.jenis, m.desa AS tempat, m.hadir_l, m.hadir_p, m.hadir, m.tanggal, d.desa "
        f"FROM musdes_desa d JOIN musdes m ON m.id = d.musdes_id WHERE d.tanggal BETWEEN ? AND ? AND {di_sana} "
        f"AND m.dihapus IS NULL AND m.status <> '{DIGABUNG}' ORDER BY m.tanggal, m.id, d.desa",
        [*r.hari, *letak],
    )
    putusan = _putusan(tx, r)
    bersama: dict[int, tuple[MusdesCamat, list[str]]] = {}
    for row in rows:
        id_ = int(row["id"])
        if len(row["tempat"]) > KECAMATAN:
            hasil[row["desa"]].musdes.append(_satu(row, putusan))
        else:
            bersama.setdefault(id_, (_satu(row, putusan), []))[1].append(r.sebut(row["desa"]))
    return tuple((m, tuple(desa)) for m, desa in bersama.values())


def _satu(row: Row, putusan: dict[int, list[str]]) -> MusdesCamat:
    isi = tuple(putusan.get(int(row["id"]), ()))
    return MusdesCamat(
        row["nomor"], row["jenis"], row["tanggal"], row["hadir_l"], row["hadir_p"], row["hadir"], isi
    )  # fmt: skip


def _putusan(tx: Tx, r: Ruang) -> dict[int, list[str]]:
    """What each musyawarah decided, without the follow-ups."""
    di_sana, letak = r.letak("d.desa")
    rows = tx.all(
        "SELECT k.musdes_id, k.isi FROM keputusan k WHERE k.dihapus IS NULL AND k.induk IS NULL "
        f"AND k.musdes_id IN (SELECT d.musdes_id FROM musdes_desa d WHERE d.tanggal BETWEEN ? AND ? AND {di_sana}) "
        "ORDER BY k.musdes_id, k.urutan, k.id",
        [*r.hari, *letak],
    )
    hasil: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        hasil[int(row["musdes_id"])].append(row["isi"])
    return hasil


def _siklus(tx: Tx, r: Ruang, hasil: dict[str, Hasil]) -> None:
    di_sana, letak = r.letak("s.desa")
    rows = tx.all(
        "SELECT s.id, s.desa, s.dokumen, s.tahun, g.tahap FROM siklus_langkah g JOIN siklus s ON s.id = g.siklus_id "
        f"WHERE g.waktu >= ? AND g.waktu < ? AND {di_sana} ORDER BY g.id",
        [*r.detik, *letak],
    )
    akhir = {int(row["id"]): row for row in rows}  # the last step of each
    for row in sorted(akhir.values(), key=lambda x: (x["desa"], x["tahun"], x["dokumen"])):
        hasil[row["desa"]].siklus.append((row["dokumen"], int(row["tahun"]), row["tahap"]))


def _blt(tx: Tx, r: Ruang, hasil: dict[str, Hasil]) -> None:
    di_sana, letak = r.letak("s.desa")
    rows = tx.all(
        "SELECT s.desa, s.tanggal, s.tahun, s.dari, s.sampai, s.keluarga, s.rupiah FROM blt_salur s "
        f"WHERE s.dihapus IS NULL AND s.tanggal BETWEEN ? AND ? AND {di_sana} ORDER BY s.desa, s.tanggal, s.id",
        [*r.hari, *letak],
    )
    for row in rows:
        angka = (int(row[kolom]) for kolom in ("tahun", "dari", "sampai", "keluarga", "rupiah"))
        hasil[row["desa"]].blt.append(SalurCamat(row["tanggal"], *angka))


def _bumdes(tx: Tx, r: Ruang, hasil: dict[str, Hasil]) -> None:
    di_sana, letak = r.letak("g.desa")
    rows = tx.all(
        f"SELECT g.desa, g.langkah FROM bumdes_langkah g WHERE g.waktu >= ? AND g.waktu < ? AND {di_sana} "
        "ORDER BY g.id",
        [*r.detik, *letak],
    )
    for row in rows:  # the last step of each
        hasil[row["desa"]].bumdes = int(row["langkah"])
