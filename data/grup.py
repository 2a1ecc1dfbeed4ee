"""Groups on a platform: which kecamatan each is bound to, and where in it we write."""

from __future__ import annotations

from dataclasses import dataclass

from data.store import Row, Tx

KOLOM = "id, kanal, tujuan, judul, wilayah, topik, status, oleh"
AKTIF, BISU, KELUAR = "aktif", "bisu", "keluar"
"""We may write there; we are in it and may not; we are no longer in it."""


@dataclass(frozen=True)
class Grup:
    id: int
    kanal: str
    tujuan: str
    """Without its topic."""
    judul: str
    wilayah: str | None
    """Code of its kecamatan; None while it is bound to none."""
    topik: str
    status: str
    oleh: int | None
    """The person who bound it."""


def pisah_topik(tujuan: str) -> tuple[str, str]:
    """('-100', '7') for '-100/7'; the topic is '' where there is none."""
    grup, _, topik = tujuan.partition("/")
    return grup, topik


class GrupQ:
    """`tujuan` may be given with its topic everywhere; a group is one whatever the topic."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def ambil(self, kanal: str, tujuan: str) -> Grup | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM grup WHERE kanal = ? AND tujuan = ?", (kanal, pisah_topik(tujuan)[0]))
        return None if row is None else _grup(row)

    def catat(self, kanal: str, tujuan: str, judul: str, kini: int) -> Grup:
        """The group as it is known, or now is; a changed title is taken over, its status is left as it was."""
        row = self._tx.one(
            "INSERT INTO grup (kanal, tujuan, judul, status, dibuat) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (kanal, tujuan) DO UPDATE SET judul = "
            f"CASE WHEN excluded.judul = '' THEN grup.judul ELSE excluded.judul END RETURNING {KOLOM}",
            (kanal, pisah_topik(tujuan)[0], judul, AKTIF, kini),
        )
        assert row is not None
        return _grup(row)

    def terkait(self, kanal: str, kode: str) -> Grup | None:
        """The channel's group for that kecamatan, whether or not we may write there."""
        row = self._tx.one(f"SELECT {KOLOM} FROM grup WHERE kanal = ? AND wilayah = ?", (kanal, kode))
        return None if row is None else _grup(row)

    def untuk_kecamatan(self, kode: str) -> list[tuple[str, str]]:
        """(channel, destination with its topic) of the groups where we may write; one a channel at most."""
        rows = self._tx.all(
            "SELECT kanal, tujuan, topik FROM grup WHERE wilayah = ? AND status = ? ORDER BY id", (kode, AKTIF)
        )
        return [(r["kanal"], f"{r['tujuan']}/{r['topik']}" if r["topik"] else r["tujuan"]) for r in rows]

    def per_kecamatan(self) -> dict[str, list[tuple[str, str]]]:
        """`untuk_kecamatan` of all at once, by code."""
        hasil: dict[str, list[tuple[str, str]]] = {}
        for r in self._tx.all(
            "SELECT wilayah, kanal, tujuan, topik FROM grup WHERE wilayah IS NOT NULL AND status = ? ORDER BY id",
            (AKTIF,),
        ):
            tujuan = f"{r['tujuan']}/{r['topik']}" if r["topik"] else r["tujuan"]
            hasil.setdefault(r["wilayah"], []).append((r["kanal"], tujuan))
        return hasil

    def kaitkan(self, grup: Grup, kode: str, topik: str, oleh: int, kini: int) -> None:
        """One group a kecamatan and channel: another that had it is let go. The place must be known already."""
        self._tx.run(
            "UPDATE grup SET wilayah = NULL, topik = '', oleh = NULL, dikaitkan = NULL "
            "WHERE kanal = ? AND wilayah = ? AND id <> ?",
            (grup.kanal, kode, grup.id),
        )
        self._tx.run(
            "UPDATE grup SET wilayah = ?, topik = ?, oleh = ?, dikaitkan = ? WHERE id = ?",
            (kode, topik, oleh, kini, grup.id),
        )

    def lepas(self, grup: Grup) -> None:
        self._tx.run(
            "UPDATE grup SET wilayah = NULL, topik = '', oleh = NULL, dikaitkan = NULL WHERE id = ?", (grup.id,)
        )

    def ganti_status(self, grup: Grup, status: str) -> None:
        self._tx.run("UPDATE grup SET status = ? WHERE id = ?", (status, grup.id))

    def pindah(self, kanal: str, lama: str, baru: str) -> None:
        """The platform gave the group a new name. Where that is known already, only what it lacks passes to it."""
        dulu, kini = self.ambil(kanal, lama), self.ambil(kanal, baru)
        if dulu is None or dulu.tujuan == pisah_topik(baru)[0]:
            return
        if kini is None:
            self._tx.run("UPDATE grup SET tujuan = ? WHERE id = ?", (pisah_topik(baru)[0], dulu.id))
            return
        row = self._tx.one("DELETE FROM grup WHERE id = ? RETURNING dikaitkan", (dulu.id,))
        if dulu.wilayah and kini.wilayah is None and row is not None:
            self._tx.run(
                "UPDATE grup SET wilayah = ?, oleh = ?, dikaitkan = ? WHERE id = ?",
                (dulu.wilayah, dulu.oleh, row["dikaitkan"], kini.id),
            )


def _grup(row: Row) -> Grup:
    return Grup(
        int(row["id"]),
        row["kanal"],
        row["tujuan"],
        row["judul"],
        row["wilayah"],
        row["topik"],
        row["status"],
        row["oleh"],
    )
