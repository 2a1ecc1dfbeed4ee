"""Long work: asked for in chat, done beside the turns by one process, delivered or explained.

`KerjaQ` is what a person may do with their own; `AntreanQ` what the machine does with everybody's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import msgspec

from data.store import Param, Row, Tx

ANTRE, JALAN, SELESAI, GAGAL, BATAL = "antre", "jalan", "selesai", "gagal", "batal"
SIMPAN = 7 * 86_400
"""Seconds that a result can be asked for again."""
COBA = 3
"""Times that a work is begun: what ended the program so often is not begun once more."""
FOLDER = "kerja"
"""Below the folder of pictures, whose own folders have two letters."""
KOLOM = (
    "id, orang_id, kanal, tujuan, jenis, bahan, sebut, status, n, dari, coba, tempat, berkas, hasil, galat, dibuat, "
    "mulai, diberi_tahu, selesai"
)
Bahan = Mapping[str, str | int]


@dataclass(frozen=True)
class Kerja:
    id: int
    orang_id: int
    kanal: str
    tujuan: str
    """'' where it was asked for in a chat that is not the person's alone."""
    jenis: str
    bahan: dict[str, str | int]
    sebut: str
    status: str
    n: int
    dari: int
    """0: nobody knows yet of how many."""
    coba: int
    tempat: str
    berkas: str
    hasil: str
    galat: str
    dibuat: int
    mulai: int | None
    diberi_tahu: int | None
    selesai: int | None


class KerjaQ:
    def __init__(self, tx: Tx, orang_id: int, kanal: str, tujuan: str, kini: int) -> None:
        self._tx = tx
        self._orang_id = orang_id
        self._kanal = kanal
        self._tujuan = tujuan
        self._kini = kini

    def antre(self, jenis: str, bahan: Bahan, sebut: str) -> tuple[Kerja, bool]:
        """The work, and whether it is new: the same that still waits or runs is not begun twice."""
        isi = _tulis(bahan)
        ada = self._tx.one(
            f"SELECT {KOLOM} FROM kerja WHERE orang_id = ? AND jenis = ? AND bahan = ? "
            "AND status IN ('antre', 'jalan') ORDER BY id LIMIT 1",
            (self._orang_id, jenis, isi),
        )
        if ada is not None:
            return kerja(ada), False
        row = self._tx.one(
            "INSERT INTO kerja (orang_id, kanal, tujuan, jenis, bahan, sebut, status, dibuat) "
            f"VALUES (?, ?, ?, ?, ?, ?, 'antre', ?) RETURNING {KOLOM}",
            (self._orang_id, self._kanal, self._tujuan, jenis, isi, sebut, self._kini),
        )
        assert row is not None
        return kerja(row), True

    def ambil(self, id_: int) -> Kerja | None:
        """None where it is somebody else's: nobody learns that it exists."""
        row = self._tx.one(f"SELECT {KOLOM} FROM kerja WHERE id = ? AND orang_id = ?", (id_, self._orang_id))
        return None if row is None else kerja(row)

    def berjalan(self) -> list[Kerja]:
        """What runs, then what waits, in the order it was asked for."""
        return self._daftar("status IN ('antre', 'jalan') ORDER BY CASE status WHEN 'jalan' THEN 0 ELSE 1 END, id")

    def selesai(self, batas: int = 5) -> list[Kerja]:
        """What has ended within `SIMPAN`, newest first; not what was called off."""
        sejak = self._kini - SIMPAN
        return self._daftar(
            "status IN ('selesai', 'gagal') AND selesai > ? ORDER BY selesai DESC, id DESC LIMIT ?", sejak, batas
        )

    def di_depan(self, id_: int) -> int:
        """How many of anybody's are done before it."""
        row = self._tx.one("SELECT COUNT(*) AS n FROM kerja WHERE status IN ('antre', 'jalan') AND id < ?", (id_,))
        assert row is not None
        return int(row["n"])

    def batalkan(self, id_: int) -> bool:
        """False when it had ended already, or is nobody's of ours."""
        return bool(
            self._tx.run(
                "UPDATE kerja SET status = 'batal', selesai = ? WHERE id = ? AND orang_id = ? "
                "AND status IN ('antre', 'jalan')",
                (self._kini, id_, self._orang_id),
            )
        )

    def _daftar(self, syarat: str, *params: Param) -> list[Kerja]:
        rows = self._tx.all(f"SELECT {KOLOM} FROM kerja WHERE orang_id = ? AND {syarat}", (self._orang_id, *params))
        return [kerja(row) for row in rows]


class AntreanQ:
    """For whoever holds the lease. `tempat` is the try: what a try says that is no longer the work's own is nothing."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def klaim(self, tempat: str, kini: int) -> Kerja | None:
        """The oldest that waits, one at a time for each person."""
        row = self._tx.one(
            f"UPDATE kerja SET status = 'jalan', coba = coba + 1, tempat = ?, n = 0, dari = 0, mulai = ?, "
            "diberi_tahu = NULL WHERE id = (SELECT MIN(id) FROM kerja WHERE status = 'antre' AND orang_id NOT IN "
            f"(SELECT orang_id FROM kerja WHERE status = 'jalan')) AND status = 'antre' RETURNING {KOLOM}",
            (tempat, kini),
        )
        return None if row is None else kerja(row)

    def pulihkan(self) -> int:
        """What a process that ended left half done is begun again."""
        return self._tx.run("UPDATE kerja SET status = 'antre' WHERE status = 'jalan'")

    def kembalikan(self, tempat: str) -> bool:
        """We stop and another goes on: that is no try."""
        return self._ubah("status = 'antre', coba = coba - 1", tempat)

    def maju(self, tempat: str, n: int, dari: int) -> bool:
        """False when it is no longer to be done: called off, erased, or another's."""
        return self._ubah("n = ?, dari = ?", tempat, n, dari)

    def diberi_tahu(self, tempat: str, kini: int) -> bool:
        return self._ubah("diberi_tahu = ?", tempat, kini)

    def selesai(self, tempat: str, berkas: str, hasil: str, kini: int) -> bool:
        return self._ubah("status = 'selesai', berkas = ?, hasil = ?, selesai = ?", tempat, berkas, hasil, kini)

    def gagal(self, tempat: str, galat: str, hasil: str, kini: int) -> bool:
        return self._ubah("status = 'gagal', galat = ?, hasil = ?, selesai = ?", tempat, galat, hasil, kini)

    def masih(self, tempat: Collection[str]) -> set[str]:
        """Those of the tries that are still to be done."""
        if not tempat:
            return set()
        rows = self._tx.all(
            f"SELECT tempat FROM kerja WHERE status = 'jalan' AND tempat IN ({', '.join('?' * len(tempat))})",
            tuple(tempat),
        )
        return {row["tempat"] for row in rows}

    def ada_antre(self) -> bool:
        return self._tx.one("SELECT 1 AS ada FROM kerja WHERE status = 'antre' LIMIT 1") is not None

    def menunggu(self) -> int:
        """Works that have not ended."""
        row = self._tx.one("SELECT COUNT(*) AS n FROM kerja WHERE status IN ('antre', 'jalan')")
        assert row is not None
        return int(row["n"])

    def bersihkan(self, kini: int, batas: int = 500) -> int:
        """Results that are too old are forgotten; that they were made stays."""
        return self._tx.run(
            "UPDATE kerja SET berkas = '', hasil = '' WHERE id IN (SELECT id FROM kerja "
            "WHERE status IN ('selesai', 'gagal', 'batal') AND selesai <= ? AND (berkas <> '' OR hasil <> '') LIMIT ?)",
            (kini - SIMPAN, batas),
        )

    def terpakai(self) -> set[str]:
        """Folders that are being written, or hold what can be asked for."""
        rows = self._tx.all("SELECT tempat FROM kerja WHERE status = 'jalan' OR (status = 'selesai' AND berkas <> '')")
        return {row["tempat"] for row in rows}

    def gagal_sejak(self, sejak: int) -> int:
        row = self._tx.one("SELECT COUNT(*) AS n FROM kerja WHERE status = 'gagal' AND selesai >= ?", (sejak,))
        assert row is not None
        return int(row["n"])

    def _ubah(self, isi: str, tempat: str, *params: Param) -> bool:
        return bool(self._tx.run(f"UPDATE kerja SET {isi} WHERE tempat = ? AND status = 'jalan'", (*params, tempat)))


def kerja_bertempat(tx: Tx, tempat: str) -> Kerja | None:
    row = tx.one(f"SELECT {KOLOM} FROM kerja WHERE tempat = ?", (tempat,))
    return None if row is None else kerja(row)


def kerja(row: Row) -> Kerja:
    isi = {kolom: row[kolom] for kolom in KOLOM.split(", ")}
    return Kerja(**{**isi, "bahan": msgspec.json.decode(row["bahan"], type=dict[str, str | int])})


def _tulis(bahan: Bahan) -> str:
    """The same ingredients are the same text."""
    return msgspec.json.encode(dict(bahan), order="sorted").decode()
