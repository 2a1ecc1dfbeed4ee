"""What counts besides entries: musyawarah and what became of their decisions, papers, registers, BUM Desa, BLT, steps.

Few of each, so they are read one by one. What was done at a moment is of the day that it was in that village.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta

from data.indikator_desa.angka import Bukti, Masa
from data.indikator_desa.dasar import SAH, deret, hari_di
from data.katalog.bukti_indikator import BLT, BUMDES, FUNGSI, KEPUTUSAN, MUSDES, REGISTER, SIKLUS
from data.katalog.musdes import TAHAP
from data.keputusan_isi import DARI, SELESAI
from data.musdes.rekaman import DIGABUNG
from data.store import Param, Tx

SEHARI = timedelta(days=1)


def semua(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    for sumber in (_musdes, _keputusan, _siklus, _register, _bumdes, _laporan, _blt, _fungsi):
        yield from sumber(tx, desa, masa)


def _musdes(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """One between villages counts for each of them."""
    rows = tx.all(
        "SELECT d.desa, m.jenis, m.nomor, m.tanggal FROM musdes_desa d JOIN musdes m ON m.id = d.musdes_id "
        f"WHERE d.desa IN ({deret(desa)}) AND d.tanggal BETWEEN ? AND ? AND m.dihapus IS NULL "
        f"AND m.status <> '{DIGABUNG}' AND {SAH.format('m.orang_id')}",
        [*desa, *_hari(masa)],
    )
    for row in rows:
        yield Bukti(row["desa"], MUSDES, row["jenis"], row["nomor"], row["tanggal"])


def _keputusan(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """Brought to their end in these days, and still so."""
    rows = tx.all(
        f"SELECT k.desa, k.nomor, (SELECT MAX(s.waktu) FROM keputusan_status s WHERE s.keputusan_id = k.id "
        f"AND s.status = '{SELESAI}') AS waktu {DARI} AND k.status = '{SELESAI}' AND k.desa IN ({deret(desa)}) "
        f"AND k.diubah >= ? AND m.status <> '{DIGABUNG}' AND {SAH.format('m.orang_id')}",
        [*desa, _saat(masa)[0]],
    )
    for row in rows:
        if row["waktu"] is not None and _dalam(tanggal := hari_di(row["desa"], row["waktu"]), masa):
            yield Bukti(row["desa"], KEPUTUSAN, "", row["nomor"], tanggal)


def _siklus(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """The furthest step that each paper reached in these days, and from which it has not been taken back."""
    rows = tx.all(
        "SELECT s.id, s.desa, s.tahun, s.dokumen, s.tahap AS kini, g.tahap, g.tanggal, g.waktu FROM siklus s "
        f"JOIN siklus_langkah g ON g.siklus_id = s.id WHERE s.desa IN ({deret(desa)}) ORDER BY g.id",
        list(desa),
    )
    hasil: dict[int, Bukti] = {}
    for row in rows:
        tanggal = row["tanggal"] or hari_di(row["desa"], row["waktu"])
        tahap = min(row["tahap"], row["kini"], key=TAHAP.index)
        if tahap == TAHAP[0] or not _dalam(tanggal, masa):
            continue
        lama = hasil.get(row["id"])
        if lama is None or TAHAP.index(lama.kode.split(".")[1]) <= TAHAP.index(tahap):
            hasil[row["id"]] = Bukti(row["desa"], SIKLUS, f"{row['dokumen']}.{tahap}", str(row["tahun"]), tanggal)
    yield from hasil.values()


def _register(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """On the list at some time in these days."""
    awal, akhir = _saat(masa)
    rows = tx.all(
        f"SELECT r.desa, r.jenis, r.keadaan, r.nomor, r.tanggal, r.dibuat, r.ditutup FROM register r WHERE r.desa IN "
        f"({deret(desa)}) AND r.dihapus IS NULL AND r.dibuat < ? AND (r.ditutup IS NULL OR r.ditutup >= ?) "
        f"AND {SAH.format('r.orang_id')}",
        [*desa, akhir, awal],
    )
    for row in rows:
        terdaftar = hari_di(row["desa"], row["dibuat"])
        ditutup = hari_di(row["desa"], row["ditutup"]) if row["ditutup"] is not None else "9999-12-31"
        if terdaftar <= masa.sampai.isoformat() and ditutup >= masa.dari.isoformat():
            kode = f"{row['jenis']}.{row['keadaan']}"
            yield Bukti(row["desa"], REGISTER, kode, row["nomor"], row["tanggal"] or terdaftar)


def _bumdes(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    awal, akhir = _saat(masa)
    rows = tx.all(
        "SELECT b.desa, b.langkah, b.tanggal, b.waktu FROM bumdes_langkah b "
        f"WHERE b.desa IN ({deret(desa)}) AND ((b.tanggal BETWEEN ? AND ?) OR (b.tanggal IS NULL AND b.waktu >= ? "
        f"AND b.waktu < ?)) AND {SAH.format('b.oleh')} ORDER BY b.id",
        [*desa, *_hari(masa), awal, akhir],
    )
    terakhir = {(row["desa"], row["langkah"]): row for row in rows}  # a step written twice is one
    for (kode, langkah), row in terakhir.items():
        if _dalam(tanggal := row["tanggal"] or hari_di(kode, row["waktu"]), masa):
            yield Bukti(kode, BUMDES, "", f"langkah {langkah}", tanggal)


def _laporan(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    rows = tx.all(
        f"SELECT b.desa, b.laporan FROM bumdes b WHERE b.desa IN ({deret(desa)}) AND b.laporan BETWEEN ? AND ? "
        f"AND {SAH.format('b.oleh')}",
        [*desa, *_hari(masa)],
    )
    for row in rows:
        yield Bukti(row["desa"], BUMDES, "", "laporan keuangan", row["laporan"])


def _blt(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    rows = tx.all(
        f"SELECT b.desa, b.nomor, b.tanggal FROM blt_salur b WHERE b.desa IN ({deret(desa)}) AND b.dihapus IS NULL "
        f"AND b.tanggal BETWEEN ? AND ? AND {SAH.format('b.orang_id')}",
        [*desa, *_hari(masa)],
    )
    for row in rows:
        yield Bukti(row["desa"], BLT, "", row["nomor"], row["tanggal"])


def _fungsi(tx: Tx, desa: Collection[str], masa: Masa) -> Iterator[Bukti]:
    """Steps done until the last of these days: a Perdes of last year is still there."""
    rows = tx.all(
        f"SELECT f.desa, f.langkah, f.tanggal, f.diubah FROM fungsi_langkah f WHERE f.desa IN ({deret(desa)}) "
        "AND f.keadaan = 'selesai'",
        list(desa),
    )
    for row in rows:
        tanggal = row["tanggal"] or hari_di(row["desa"], row["diubah"])
        if tanggal <= masa.sampai.isoformat():
            yield Bukti(row["desa"], FUNGSI, row["langkah"], row["langkah"], tanggal)


def _hari(masa: Masa) -> list[Param]:
    return [masa.dari.isoformat(), masa.sampai.isoformat()]


def _saat(masa: Masa) -> tuple[int, int]:
    """From before the first day began anywhere, until it was over everywhere; UTC epoch seconds."""
    awal, akhir = masa.dari - SEHARI, masa.sampai + 2 * SEHARI
    return tuple(int(datetime(h.year, h.month, h.day, tzinfo=UTC).timestamp()) for h in (awal, akhir))  # type: ignore[return-value]


def _dalam(tanggal: str, masa: Masa) -> bool:
    return masa.dari.isoformat() <= tanggal <= masa.sampai.isoformat()
