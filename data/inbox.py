"""What came in. Committed before the platform is told that we have it; unique by channel and the platform's own id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.store import Row, Tx

GAGAL_SETELAH = 3
"""A turn that failed this often is set aside and visible, so that it cannot hold up those behind it."""
KOLOM = "id, kanal, tujuan, nama, isi, album, coba, dikirim, dari, pesan, percakapan_id, kunci"

KOSONG = """CASE WHEN isi LIKE '%"sunting":true%' THEN '{"sunting":true}' ELSE '{}' END"""
"""Nothing of what was said; only that it was an edit, of a message that we may never have seen."""


@dataclass(frozen=True)
class Masuk:
    id: int
    kanal: str
    tujuan: str
    nama: str
    isi: str
    album: str | None
    coba: int
    dikirim: int
    """When the person sent it, UTC epoch seconds."""
    dari: str
    """The writer's own address: `tujuan`, except in a group."""
    pesan: str
    """The platform's name for the message; '' where it has none."""
    percakapan: int | None
    kunci: str | None
    """The question it answered, once its turn was taken."""


class InboxQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def terima(
        self,
        kanal: str,
        ext_id: str,
        tujuan: str,
        nama: str,
        isi: str,
        album: str | None,
        dikirim: int,
        kini: int,
        *,
        dari: str = "",
        pesan: str = "",
        urut: int = 0,
    ) -> int | None:
        """The row's id, or None when this message is here already."""
        row = self._tx.one(
            "INSERT INTO inbox (kanal, ext_id, tujuan, nama, isi, album, status, dikirim, diterima, dari, pesan, urut) "
            "VALUES (?, ?, ?, ?, ?, ?, 'baru', ?, ?, ?, ?, ?) ON CONFLICT (kanal, ext_id) DO NOTHING RETURNING id",
            (kanal, ext_id, tujuan, nama, isi, album, dikirim, kini, dari or None, pesan or None, urut),
        )
        return None if row is None else int(row["id"])

    def keadaan(self, kanal: str, ext_id: str) -> str:
        """The status of this message; '' when it is not here yet."""
        row = self._tx.one("SELECT status FROM inbox WHERE kanal = ? AND ext_id = ?", (kanal, ext_id))
        return "" if row is None else str(row["status"])

    def tujuan_menunggu(self, kanal: str, sebelum: int | None = None) -> list[str]:
        """Chats with something not yet answered; with `sebelum`, only what was received before that moment."""
        rows = self._tx.all(
            "SELECT DISTINCT tujuan FROM inbox WHERE kanal = ? AND status = 'baru' AND (? = 0 OR diterima < ?)",
            (kanal, int(sebelum is not None), sebelum or 0),
        )
        return [row["tujuan"] for row in rows]

    def berikut(self, kanal: str, tujuan: str) -> Masuk | None:
        """The oldest unanswered message of a chat. Call `tx.lock` on the chat first."""
        row = self._tx.one(
            f"SELECT {KOLOM} FROM inbox WHERE kanal = ? AND tujuan = ? AND status = 'baru' ORDER BY urut, id LIMIT 1",
            (kanal, tujuan),
        )
        return None if row is None else _masuk(row)

    def sealbum(self, masuk: Masuk) -> list[Masuk]:
        """The other unanswered parts of the same album, in order."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM inbox WHERE kanal = ? AND tujuan = ? AND status = 'baru' AND album = ? AND id <> ? "
            "ORDER BY urut, id",
            (masuk.kanal, masuk.tujuan, masuk.album, masuk.id),
        )
        return [_masuk(row) for row in rows]

    def album_terakhir(self, kanal: str, tujuan: str, sejak: int, batas: int) -> str:
        """The album of the chat's newest message, if nobody has answered it and it may have another part: fewer than
        `batas`, the latest not sent before `sejak`. '' where there is none."""
        row = self._tx.one(
            "SELECT album, dikirim FROM inbox WHERE kanal = ? AND tujuan = ? AND status = 'baru' "
            "ORDER BY id DESC LIMIT 1",
            (kanal, tujuan),
        )
        if row is None or not row["album"] or row["dikirim"] < sejak:
            return ""
        ada = self._tx.all(
            "SELECT id FROM inbox WHERE kanal = ? AND tujuan = ? AND status = 'baru' AND album = ?",
            (kanal, tujuan, row["album"]),
        )
        return str(row["album"]) if len(ada) < batas else ""

    def ganti_isi(self, id_: int, isi: str) -> None:
        """After what it named has been fetched."""
        self._tx.run("UPDATE inbox SET isi = ? WHERE id = ?", (isi, id_))

    def selesai(self, ids: Sequence[int], kini: int, *, lupakan: bool = False) -> None:
        """`lupakan`: nothing of what was said is kept, nor who said it in a group; only that it came."""
        for id_ in ids:
            self._tx.run("UPDATE inbox SET status = 'selesai', selesai = ?, nama = '' WHERE id = ?", (kini, id_))
            if lupakan:
                self._tx.run(f"UPDATE inbox SET isi = {KOSONG}, dari = NULL WHERE id = ?", (id_,))

    def menjawab(self, ids: Sequence[int], percakapan: int, kunci: str) -> None:
        """What these messages answered, so that a later edit of one changes that answer."""
        for id_ in ids:
            self._tx.run("UPDATE inbox SET percakapan_id = ?, kunci = ? WHERE id = ?", (percakapan, kunci, id_))

    def asal(self, kanal: str, tujuan: str, pesan: str, sebelum: int) -> Masuk | None:
        """The message as it was first sent: the oldest under the platform's name for it, before the row `sebelum`."""
        row = self._tx.one(
            f"SELECT {KOLOM} FROM inbox WHERE kanal = ? AND tujuan = ? AND pesan = ? AND id <> ? "
            "ORDER BY urut, id LIMIT 1",
            (kanal, tujuan, pesan, sebelum),
        )
        return None if row is None else _masuk(row)

    def versi(self, masuk: Masuk) -> str:
        """How an edited message read until this edit of it (`masuk`), as JSON."""
        row = self._tx.one(
            "SELECT isi FROM inbox WHERE kanal = ? AND tujuan = ? AND pesan = ? AND id <> ? AND status <> 'baru' "
            "ORDER BY urut DESC, id DESC LIMIT 1",
            (masuk.kanal, masuk.tujuan, masuk.pesan, masuk.id),
        )
        return masuk.isi if row is None else str(row["isi"])

    def ada_sesudah(self, asal: Masuk) -> bool:
        """Whether a later message of the chat has been answered; its own edits and its album do not count."""
        row = self._tx.one(
            "SELECT id FROM inbox WHERE kanal = ? AND tujuan = ? AND id > ? AND status <> 'baru' "
            "AND COALESCE(pesan, '') <> ? AND (? = '' OR COALESCE(album, '') <> ?) LIMIT 1",
            (asal.kanal, asal.tujuan, asal.id, asal.pesan, asal.album or "", asal.album or ""),
        )
        return row is not None

    def ada_terlambat(self, kanal: str, tujuan: str, lama: int, sejak: int) -> bool:
        """Whether the chat was answered since `sejak` to something that had waited more than `lama` seconds."""
        row = self._tx.one(
            "SELECT id FROM inbox WHERE kanal = ? AND tujuan = ? AND status = 'selesai' AND selesai >= ? "
            "AND dikirim > 0 AND selesai - dikirim > ? LIMIT 1",
            (kanal, tujuan, sejak, lama),
        )
        return row is not None

    def gagal(self, id_: int, kini: int) -> bool:
        """Count a failed turn; True when the message is now set aside."""
        row = self._tx.one("UPDATE inbox SET coba = coba + 1 WHERE id = ? RETURNING coba", (id_,))
        if row is None or row["coba"] < GAGAL_SETELAH:
            return False
        self._tx.run("UPDATE inbox SET status = 'gagal', selesai = ? WHERE id = ?", (kini, id_))
        return True


def _masuk(row: Row) -> Masuk:
    return Masuk(
        int(row["id"]),
        row["kanal"],
        row["tujuan"],
        row["nama"],
        row["isi"],
        row["album"],
        row["coba"],
        int(row["dikirim"]),
        row["dari"] or row["tujuan"],
        row["pesan"] or "",
        row["percakapan_id"],
        row["kunci"],
    )
