"""The plans of a kecamatan as its coordinator sees them: who has one, how it stands, who needs company first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.lingkup import syarat
from data.orang import PLD
from data.rencana.hitung import Kemajuan, hitung
from data.rencana.isi import DARI_R, DIAJUKAN, KEMBALI, KOLOM_R, Rencana, rencana_dari
from data.store import Tx


@dataclass(frozen=True)
class Ikhtisar:
    """One person in one village."""

    orang_id: int
    nama: str
    desa: str
    rencana: Rencana | None = None
    butir: int = 0
    selesai: int = 0
    persen: int = 0
    tertinggal: int = 0
    """Items behind their weeks."""
    ditandai: int = 0
    """Items that changed since it was approved."""

    @property
    def menunggu(self) -> bool:
        """For the coordinator's word."""
        return self.rencana is not None and (
            self.rencana.status == DIAJUKAN or (self.rencana.resmi and self.ditandai > 0)
        )


def ikhtisar(tx: Tx, kode: str, tahun: int, hari: date, kecuali: int) -> list[Ikhtisar]:
    """What waits for a word first, then who has no plan, then what came back, then those most behind."""
    di_sana, letak = syarat("p.wilayah", [kode])
    bertugas = tx.all(
        "SELECT DISTINCT p.orang_id, o.nama, p.wilayah FROM penugasan p JOIN orang o ON o.id = p.orang_id "
        "WHERE p.peran = ? AND p.disahkan = 1 AND p.untuk IS NULL AND p.dari <= ? "
        f"AND (p.sampai IS NULL OR p.sampai >= ?) AND p.orang_id <> ? AND {di_sana}",
        [PLD, hari.isoformat(), hari.isoformat(), kecuali, *letak],
    )
    di_sini, letak = syarat("r.desa", [kode])
    rows = tx.all(
        f"SELECT {KOLOM_R} FROM {DARI_R} WHERE r.tahun = ? AND r.orang_id <> ? AND {di_sini}", [tahun, kecuali, *letak]
    )
    rencana = {(r.orang_id, r.desa): r for r in map(rencana_dari, rows)}
    maju = hitung(tx, list(rencana.values()), hari, dicoret=True)
    hasil = [_satu(r, maju[r.id]) for r in rencana.values()]
    for row in bertugas:
        if (int(row["orang_id"]), row["wilayah"]) not in rencana:
            hasil.append(Ikhtisar(int(row["orang_id"]), row["nama"], row["wilayah"]))
    return sorted(hasil, key=lambda i: (_genting(i), -i.tertinggal, i.persen, i.desa, i.orang_id))


def _satu(r: Rencana, semua: list[Kemajuan]) -> Ikhtisar:
    hidup = [m for m in semua if m.butir.dihapus is None]
    return Ikhtisar(
        r.orang_id,
        r.nama,
        r.desa,
        r,
        butir=len(hidup),
        selesai=sum(m.selesai for m in hidup),
        persen=sum(m.persen for m in hidup) // max(len(hidup), 1),
        tertinggal=sum(bool(m.tertinggal) for m in hidup),
        ditandai=sum(bool(m.butir.tanda) for m in semua),
    )


def _genting(i: Ikhtisar) -> int:
    if i.menunggu:
        return 0
    if i.rencana is None:
        return 1
    return 2 if i.rencana.status == KEMBALI else 3
