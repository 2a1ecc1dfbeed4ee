"""What the next month holds for one kecamatan: approved plans, decisions that fall due, deadlines of the calendar."""

from __future__ import annotations

from data.camat.isi import JumlahMasalah, PutusanDepan, RencanaDepan, TenggatDepan
from data.camat.ruang import Ruang
from data.kalender import mendatang
from data.katalog.kegiatan import muat_kegiatan
from data.keputusan_isi import DARI, MENUNGGU
from data.masalah.isi import DIIKUTI, DITUTUP, PENDAMPING, SELESAI
from data.rencana.isi import DISETUJUI
from data.rencana.pekan import baca
from data.store import Tx


def rencana_depan(tx: Tx, r: Ruang) -> tuple[RencanaDepan, ...]:
    """Of plans that the level above has approved; by the order of the catalogue, then by village."""
    awal, _ = r.depan
    di_sana, letak = r.letak("r.desa")
    rows = tx.all(
        "SELECT r.desa, b.kegiatan, b.uraian, b.pekan FROM rencana r JOIN rencana_butir b ON b.rencana_id = r.id "
        f"WHERE r.tahun = ? AND r.status = ? AND {di_sana} AND b.dihapus IS NULL AND b.pekan LIKE ? "
        "ORDER BY r.desa, b.id",
        [awal.year, DISETUJUI, *letak, f"%{awal.month:02}.%"],
    )
    urut = {k.kode: n for n, k in enumerate(muat_kegiatan().semua)}
    rows = sorted(rows, key=lambda row: urut.get(row["kegiatan"], len(urut)))
    bulan = f"{awal.month:02}"
    return tuple(
        RencanaDepan(
            row["kegiatan"], r.sebut(row["desa"]), row["uraian"],
            tuple(int(p[3:]) for p in baca(row["pekan"]) if p[:2] == bulan),
        )
        for row in rows
    )  # fmt: skip


def putusan_depan(tx: Tx, r: Ruang) -> tuple[tuple[PutusanDepan, ...], int]:
    """Those due next month, by day; and how many are open and past their day."""
    awal, akhir = r.depan
    di_sana, letak = r.letak("k.desa")
    rows = tx.all(
        f"SELECT k.nomor, k.tenggat, k.desa, k.isi, k.pj {DARI} AND {MENUNGGU} AND {di_sana} "
        "AND k.tenggat BETWEEN ? AND ? ORDER BY k.tenggat, k.desa, k.id",
        [*letak, awal.isoformat(), akhir.isoformat()],
    )
    lewat = tx.one(f"SELECT COUNT(*) AS n {DARI} AND {MENUNGGU} AND {di_sana} AND k.tenggat < ?", [*letak, r.lewat])
    assert lewat is not None
    depan = (PutusanDepan(x["nomor"], x["tenggat"], r.sebut(x["desa"]), x["isi"], x["pj"]) for x in rows)
    return tuple(depan), int(lewat["n"])


def tenggat_depan(tx: Tx, r: Ruang) -> tuple[TenggatDepan, ...]:
    semua = mendatang(tx, [r.kode], *r.depan).get(r.kode, ())
    return tuple(TenggatDepan(t.jatuh.isoformat(), t.nama, t.jumlah, t.awal) for t in semua)


def jumlah_masalah(tx: Tx, r: Ruang) -> JumlahMasalah:
    """Numbers, and nothing else: what is followed is read by those who follow it."""
    dari, sampai = r.detik
    di_sana, letak = r.letak("m.desa")
    terbuka = ", ".join(repr(s) for s in DIIKUTI)
    row = tx.one(
        "SELECT SUM(CASE WHEN m.dibuat >= ? THEN 1 ELSE 0 END) AS baru, "
        f"SUM(CASE WHEN m.status IN ('{SELESAI}', '{DITUTUP}') AND m.selesai >= ? AND m.selesai < ? "
        "THEN 1 ELSE 0 END) AS selesai, "
        f"SUM(CASE WHEN m.status IN ({terbuka}) THEN 1 ELSE 0 END) AS terbuka "
        f"FROM masalah m WHERE m.asal = ? AND m.rahasia = 0 AND m.status <> 'ditarik' AND m.dibuat < ? AND {di_sana}",
        [dari, dari, sampai, PENDAMPING, sampai, *letak],
    )
    assert row is not None
    return JumlahMasalah(int(row["baru"] or 0), int(row["selesai"] or 0), int(row["terbuka"] or 0))
