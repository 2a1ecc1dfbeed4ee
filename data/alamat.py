"""A person's addresses as their owner and the levels above handle them: listed, let go, closed, opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.bawahan import orang_bawahan
from data.lingkup import ATASAN, Lingkup
from data.orang import DIKUNCI
from data.panel import tutup_panel
from data.store import Row, Tx

SEBUTAN = (
    "CASE WHEN kanal <> 'whatsapp' THEN tujuan ELSE COALESCE((SELECT w.alias FROM wa_alias w "
    "WHERE w.tujuan = alamat.tujuan AND w.berhenti IS NULL "
    "ORDER BY CASE WHEN w.alias LIKE 'tel:%' THEN 0 ELSE 1 END, w.dilihat DESC, w.alias LIMIT 1), tujuan) END"
)
"""What the platform calls them. On WhatsApp `tujuan` is a name of our own, which would tell nobody anything."""
KOLOM = f"id, orang_id, kanal, tujuan, status, {SEBUTAN} AS sebutan"


@dataclass(frozen=True)
class Alamat:
    id: int
    orang_id: int
    kanal: str
    tujuan: str
    status: str
    """aktif; tutup: they blocked us there; dikunci: a level above closed it, and it does not open by itself."""
    akhir: str = ""
    """The last three characters of what the platform calls them: enough to tell their own addresses apart."""

    @property
    def terkunci(self) -> bool:
        return self.status == DIKUNCI


class AlamatQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def milik(self, orang_id: int) -> list[Alamat]:
        """In the order they came."""
        return [
            _alamat(r) for r in self._tx.all(f"SELECT {KOLOM} FROM alamat WHERE orang_id = ? ORDER BY id", (orang_id,))
        ]

    def di(self, kanal: str, tujuan: str) -> Alamat | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM alamat WHERE kanal = ? AND tujuan = ?", (kanal, tujuan))
        return None if row is None else _alamat(row)

    def lepas(self, alamat: Alamat) -> None:
        """Nobody's from now on: whoever writes from it is a stranger, and what waits for it is not sent."""
        self._putus(alamat)
        self._tx.run("DELETE FROM alamat WHERE id = ?", (alamat.id,))

    def kunci(self, alamat: Alamat) -> None:
        self._putus(alamat)
        self._tx.run("UPDATE alamat SET status = ? WHERE id = ?", (DIKUNCI, alamat.id))

    def buka(self, alamat: Alamat) -> None:
        self._tx.run("UPDATE alamat SET status = 'aktif' WHERE id = ? AND status = ?", (alamat.id, DIKUNCI))

    def _putus(self, alamat: Alamat) -> None:
        self._tx.run(
            "UPDATE outbox SET status = 'gagal', galat = 'the address was closed', isi = '{}' "
            "WHERE kanal = ? AND tujuan = ? AND status = 'antre'",
            (alamat.kanal, alamat.tujuan),
        )
        if alamat.kanal == "whatsapp":  # what its person agreed to, the next one has not
            self._tx.run("UPDATE wa_kontak SET izin = NULL WHERE tujuan = ?", (alamat.tujuan,))
        if alamat.kanal == "web":
            self._tx.run("DELETE FROM web_sesi WHERE tujuan = ?", (alamat.tujuan,))
        tutup_panel(self._tx, alamat.orang_id)  # its link may have been opened there
        self._tx.run("DELETE FROM tautan WHERE orang_id = ?", (alamat.orang_id,))  # its code may have been seen there

    def cari_bawahan(self, lingkup: Lingkup, hari: date, nama: str, batas: int = 50) -> list[tuple[int, str, str]]:
        """(id, name, role) of those below whose name holds every word; '' is everybody. By name."""
        kata = nama.lower().replace("%", "").replace("_", "").split()[:6]
        return self._bawahan(lingkup, hari, " AND LOWER(o.nama) LIKE ?" * len(kata), [f"%{k}%" for k in kata], batas)

    def bawahan(self, lingkup: Lingkup, hari: date, orang_id: int) -> tuple[int, str, str] | None:
        """None for who is not below: nobody learns that they exist."""
        return next(iter(self._bawahan(lingkup, hari, " AND o.id = ?", [orang_id], 1)), None)

    def _bawahan(
        self, lingkup: Lingkup, hari: date, syarat: str, nilai: list[str] | list[int], batas: int
    ) -> list[tuple[int, str, str]]:
        sql, params = orang_bawahan(lingkup, hari, peran=tuple(ATASAN))
        rows = self._tx.all(
            "SELECT o.id, o.nama, MIN(p.peran) AS peran FROM penugasan p JOIN orang o ON o.id = p.orang_id "
            f"WHERE {sql}{syarat} GROUP BY o.id, o.nama ORDER BY LOWER(o.nama), o.id LIMIT ?",
            (*params, *nilai, batas),
        )
        return [(int(r["id"]), r["nama"], r["peran"]) for r in rows]


def _alamat(row: Row) -> Alamat:
    return Alamat(int(row["id"]), int(row["orang_id"]), row["kanal"], row["tujuan"], row["status"], row["sebutan"][-3:])
