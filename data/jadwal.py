"""What comes again and again, for whom, and when next; and what came of each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from data.jadwal_sumber import ATUR_AWAL, Beda, beda
from data.slot import Atur, berikut, periode
from data.store import Param, Row, Tx

KOLOM = "id, jenis, kunci, zona, atur, jatuh, tunda"
KIRIM, SEPI, LEWAT, LIBUR, CUTI, TUNDA = "kirim", "sepi", "lewat", "libur", "cuti", "tunda"
TANPA_ALAMAT, TANPA_GRUP, GAGAL = "tanpa_alamat", "tanpa_grup", "gagal"
"""What came of it: sent; nothing to say; too late; silent for a reason; nobody to tell; could not be composed."""

SEKALI = 500
"""Rows that one statement takes away."""


@dataclass(frozen=True)
class Jadwal:
    id: int
    jenis: str
    kunci: str
    """Whom or what it is about: a person's id, a place's code."""
    zona: str
    """IANA name."""
    atur: Atur
    jatuh: int
    """When it is due next, UTC epoch seconds."""
    tunda: date | None
    """Silent before it."""

    @property
    def orang_id(self) -> int:
        return int(self.kunci)


@dataclass(frozen=True)
class Jalan:
    """One time that it was due."""

    jenis: str
    kunci: str
    slot: int
    dijalankan: int
    hasil: str


class JadwalQ:
    """A row is there and alive as long as its person or place has a use for it (`sinkron`), not by anybody's word:
    who wants silence is silent by `tunda`."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def jatuh(self, kini: int, batas: int, jenis: str, sesudah: tuple[int, int] = (0, 0)) -> list[Jadwal]:
        """What is due, the oldest first, from beyond the row (due, id) `sesudah` on."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM jadwal WHERE aktif = 1 AND jenis = ? AND jatuh <= ? "
            "AND (jatuh > ? OR (jatuh = ? AND id > ?)) ORDER BY jatuh, id LIMIT ?",
            (jenis, kini, sesudah[0], *sesudah, batas),
        )
        return [_jadwal(row) for row in rows]

    def majukan(self, jadwal: Jadwal, lanjut: int) -> bool:
        """The claim: of all who saw the row due, one moves it on."""
        sql = "UPDATE jadwal SET jatuh = ? WHERE id = ? AND jatuh = ? AND aktif = 1"
        return bool(self._tx.run(sql, (lanjut, jadwal.id, jadwal.jatuh)))

    def catat_jalan(self, jadwal: Jadwal, slot: Sequence[int], kini: int, hasil: str) -> int:
        """How many of these times were not on record yet."""
        if not slot:
            return 0
        isi: list[Param] = [nilai for satu in slot for nilai in (jadwal.jenis, jadwal.kunci, satu, kini, hasil)]
        return self._tx.run(
            "INSERT INTO jadwal_jalan (jenis, kunci, slot, dijalankan, hasil) VALUES "
            f"{', '.join(['(?, ?, ?, ?, ?)'] * len(slot))} ON CONFLICT (jenis, kunci, slot) DO NOTHING",
            isi,
        )

    def beda(self, kini: int) -> Beda:
        """What `terapkan` would change, looked up beside the writer."""
        return beda(self._tx, kini)

    def terapkan(self, apa: Beda, kini: int) -> None:
        """Twice is as good as once."""
        for jenis, kunci, zona in apa.hidup:
            ada = self.ambil(jenis, kunci)
            atur = ATUR_AWAL[jenis] if ada is None else ada.atur
            self._tx.run(
                "INSERT INTO jadwal (jenis, kunci, zona, atur, jatuh, dibuat) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (jenis, kunci) DO UPDATE SET zona = excluded.zona, aktif = 1, jatuh = excluded.jatuh",
                (jenis, kunci, zona, _json(atur), self._lanjut(jenis, kunci, atur, zona, kini), kini),
            )
        for id_ in apa.mati:
            self._tx.run("UPDATE jadwal SET aktif = 0 WHERE id = ?", (id_,))
        for id_, dulu, jatuh in apa.geser:
            self._tx.run("UPDATE jadwal SET jatuh = ? WHERE id = ? AND jatuh = ?", (jatuh, id_, dulu))

    def lupakan_depan(self, kini: int, batas: int) -> int:
        """Take off record, `batas` at once, what was not said while the clock was ahead: it may be said in its time."""
        return self._tx.run(
            "DELETE FROM jadwal_jalan WHERE (jenis, kunci, slot) IN (SELECT jenis, kunci, slot FROM jadwal_jalan "
            "WHERE dijalankan > ? AND slot > ? AND hasil <> ? LIMIT ?)",
            (kini, kini, KIRIM, batas),
        )

    def sinkron(self, kini: int) -> None:
        """A row for everybody and every place that needs one, none alive for others, none further ahead than its
        next time (the clock was set back). In one go: the clock itself does it in pieces."""
        self.terapkan(self.beda(kini), kini)
        while self.lupakan_depan(kini, SEKALI):
            pass

    def ambil(self, jenis: str, kunci: str) -> Jadwal | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM jadwal WHERE jenis = ? AND kunci = ?", (jenis, kunci))
        return None if row is None else _jadwal(row)

    def pastikan(self, jenis: str, kunci: str, zona: str, kini: int) -> Jadwal:
        """The row, made now where the clock has not come to it yet. That there is a use for it is the caller's care."""
        if self.ambil(jenis, kunci) is None:
            self.terapkan(Beda([(jenis, kunci, zona)], [], []), kini)
        ada = self.ambil(jenis, kunci)
        assert ada is not None
        return ada

    def atur(self, jenis: str, kunci: str, isi: Atur, kini: int) -> int:
        """Change what is chosen there, keep the rest; when it is due next, never again in a day (week, month) that
        it was sent in. Raises LookupError where there is no such row."""
        lama = self.ambil(jenis, kunci)
        if lama is None:
            raise LookupError(f"no {jenis} for {kunci}")
        baru = {**lama.atur, **isi}
        jatuh = self._lanjut(jenis, kunci, baru, lama.zona, kini)
        self._tx.run("UPDATE jadwal SET atur = ?, jatuh = ? WHERE id = ?", (_json(baru), jatuh, lama.id))
        return jatuh

    def tunda(self, jenis: str, kunci: str, sampai: date | None) -> None:
        """Silent before that day; None: no longer."""
        self._tx.run(
            "UPDATE jadwal SET tunda = ? WHERE jenis = ? AND kunci = ?",
            (sampai.isoformat() if sampai else None, jenis, kunci),
        )

    def daftar(self, batas: int, jenis: str = "") -> list[Jadwal]:
        """What comes next."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM jadwal WHERE aktif = 1 AND (? = '' OR jenis = ?) ORDER BY jatuh, id LIMIT ?",
            (jenis, jenis, batas),
        )
        return [_jadwal(row) for row in rows]

    def semua(self, jenis: str) -> list[Jadwal]:
        rows = self._tx.all(f"SELECT {KOLOM} FROM jadwal WHERE aktif = 1 AND jenis = ? ORDER BY id", (jenis,))
        return [_jadwal(row) for row in rows]

    def riwayat(self, batas: int, jenis: str = "") -> list[Jalan]:
        """What came of it, the latest first."""
        rows = self._tx.all(
            "SELECT jenis, kunci, slot, dijalankan, hasil FROM jadwal_jalan WHERE ? = '' OR jenis = ? "
            "ORDER BY dijalankan DESC, slot DESC, jenis, kunci LIMIT ?",
            (jenis, jenis, batas),
        )
        return [Jalan(r["jenis"], r["kunci"], int(r["slot"]), int(r["dijalankan"]), r["hasil"]) for r in rows]

    def _lanjut(self, jenis: str, kunci: str, atur: Atur, zona: str, kini: int) -> int:
        """The next time that is of no day (week, month) in which it was sent already."""
        row = self._tx.one(
            "SELECT MAX(slot) AS slot FROM jadwal_jalan WHERE jenis = ? AND kunci = ? AND hasil = ?",
            (jenis, kunci, KIRIM),
        )
        lanjut = berikut(atur, zona, kini)
        if row is None or row["slot"] is None:
            return lanjut
        sudah = periode(atur, zona, int(row["slot"]))
        return berikut(atur, zona, lanjut) if periode(atur, zona, lanjut) == sudah else lanjut


def _jadwal(row: Row) -> Jadwal:
    return Jadwal(
        int(row["id"]),
        row["jenis"],
        row["kunci"],
        row["zona"],
        msgspec.json.decode(row["atur"]),
        int(row["jatuh"]),
        date.fromisoformat(row["tunda"]) if row["tunda"] else None,
    )


def _json(atur: Atur) -> str:
    return msgspec.json.encode(dict(atur)).decode()
