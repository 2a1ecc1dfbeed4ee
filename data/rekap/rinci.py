"""The rows behind one figure of one kecamatan, by the same rules that counted them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from data.keputusan_isi import DARI, MENUNGGU, SELESAI
from data.rekap.angka import TEMA, AngkaRekap
from data.rekap.bagian import Bagian, bagi
from data.rekap.orang import orang_tim
from data.store import Param, Tx

CATATAN, KEMBALI, SELESAI_, LEWAT, DEKAT, TANYA = "catatan", "kembali", "selesai", "lewat", "dekat", "tanya"
RINCI = (CATATAN, *TEMA, KEMBALI, SELESAI_, LEWAT, DEKAT, TANYA)
SEPEKAN = timedelta(days=7)


@dataclass(frozen=True)
class Rinci:
    nomor: str
    isi: str
    """Code of the activity of an entry, the words of a decision or a task; '' of a question."""
    desa: str
    """Code; '' of a task."""
    tanggal: str
    """ISO date; '' of a question."""
    nama: str = ""
    """Whose it is."""


def rinci(tx: Tx, angka: AngkaRekap, apa: str, mulai: int, batas: int) -> list[Rinci]:
    sql, params = _tanya(tx, angka, apa)
    rows = tx.all(f"{sql} LIMIT ? OFFSET ?", [*params, batas, mulai])
    return [Rinci(row["nomor"], row["isi"], row["desa"], row["tanggal"] or "", row["nama"]) for row in rows]


def _tanya(tx: Tx, a: AngkaRekap, apa: str) -> tuple[str, list[Param]]:
    b = bagi(tx, a.senin, a.saat, [a.kode])[0]
    if apa in (CATATAN, KEMBALI, *TEMA):
        return _catatan(b, apa)
    if apa == TANYA:
        di_sana, letak = b.letak("q.desa")
        return (
            (
                "SELECT q.nomor, '' AS isi, q.desa, '' AS tanggal, '' AS nama FROM pertanyaan q "
                f"WHERE q.status = 'menunggu' AND {di_sana} ORDER BY q.id"
            ),
            [*letak],
        )
    return _keputusan(b, apa) if apa == SELESAI_ else _tenggat(tx, b, apa)


def _catatan(b: Bagian, apa: str) -> tuple[str, list[Param]]:
    di_sana, letak = b.tempat("k.desa")
    params: list[Param] = [*letak]
    if apa == KEMBALI:
        syarat = "k.periksa = 'kembali'"
    else:
        syarat = f"k.tanggal BETWEEN ? AND ? AND {b.terpercaya}"
        params += [b.senin.isoformat(), b.sampai.isoformat()]
    if apa in TEMA:
        syarat += f" AND k.kegiatan IN ({', '.join('?' * len(TEMA[apa]))})"
        params += TEMA[apa]
    return (
        (
            "SELECT k.nomor, k.kegiatan AS isi, k.desa, k.tanggal, o.nama FROM kegiatan k "
            f"JOIN orang o ON o.id = k.orang_id WHERE k.dihapus IS NULL AND {di_sana} AND {syarat} "
            "ORDER BY k.tanggal DESC, k.id DESC"
        ),
        params,
    )


def _keputusan(b: Bagian, apa: str) -> tuple[str, list[Param]]:
    di_sana, letak = b.letak("k.desa")
    pilih = f"SELECT k.nomor, k.isi, k.desa, k.tenggat AS tanggal, k.pj AS nama {DARI} AND {di_sana}"
    if apa == SELESAI_:
        return (
            (
                f"{pilih} AND k.status = '{SELESAI}' AND k.id IN (SELECT s.keputusan_id FROM keputusan_status s "
                f"WHERE s.status = '{SELESAI}' AND s.waktu >= ? AND s.waktu < ?) ORDER BY k.id"
            ),
            [*letak, *b.detik],
        )
    syarat, hari = _hari(b, apa, "k.tenggat")
    return f"{pilih} AND {MENUNGGU} AND {syarat}", [*letak, *hari]


def _tenggat(tx: Tx, b: Bagian, apa: str) -> tuple[str, list[Param]]:
    """Decisions and parts of tasks together, by day."""
    sql, params = _keputusan(b, apa)
    orang = sorted(orang_tim(tx, b).di)
    syarat, hari = _hari(b, apa, "t.tenggat")
    tugas = (
        "SELECT t.nomor, t.judul AS isi, '' AS desa, t.tenggat AS tanggal, o.nama FROM tugas t "
        "JOIN tugas_orang s ON s.tugas_id = t.id JOIN orang o ON o.id = s.orang_id WHERE t.ditutup IS NULL "
        f"AND s.status <> 'selesai' AND {syarat} AND s.orang_id IN ({', '.join('?' * len(orang)) or '0'})"
    )
    return f"SELECT * FROM ({sql} UNION ALL {tugas}) AS x ORDER BY x.tanggal, x.nomor", [*params, *hari, *orang]


def _hari(b: Bagian, apa: str, kolom: str) -> tuple[str, list[Param]]:
    if apa == LEWAT:
        return f"{kolom} < ?", [b.sampai.isoformat()]
    return f"{kolom} > ? AND {kolom} <= ?", [b.sampai.isoformat(), (b.sampai + SEPEKAN).isoformat()]
