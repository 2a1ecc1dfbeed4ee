"""What goes out. Written in the same transaction as the turn that answers, or as the clock's tick; sent afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.store import Row, Tx

BALASAN, PENGINGAT, SIARAN = 0, 1, 2
KOLOM = "id, kanal, tujuan, isi, kelas, coba, dibuat"
LEPAS = "lepas"
"""In `tahan` of what is on its way: somebody wrote meanwhile, so it need not be held when it comes back."""


@dataclass(frozen=True)
class Keluar:
    id: int
    kanal: str
    tujuan: str
    isi: str
    kelas: int
    coba: int
    dibuat: int = 0


class OutboxQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def antre(
        self,
        kanal: str,
        tujuan: str,
        isi: str,
        kini: int,
        *,
        kelas: int = BALASAN,
        jatuh: int | None = None,
        kunci: str | None = None,
        inbox_id: int | None = None,
    ) -> int | None:
        """The row's id, or None when a message with this `kunci` was queued before."""
        jatuh = kini if jatuh is None else jatuh
        if kelas == BALASAN:
            jatuh = max(jatuh, self._ekor(kanal, tujuan))
        row = self._tx.one(
            "INSERT INTO outbox (kanal, tujuan, isi, kelas, status, jatuh, kunci, inbox_id, dibuat) "
            "VALUES (?, ?, ?, ?, 'antre', ?, ?, ?, ?) ON CONFLICT (kunci) DO NOTHING RETURNING id",
            (kanal, tujuan, isi, kelas, jatuh, kunci, inbox_id, kini),
        )
        return None if row is None else int(row["id"])

    def _ekor(self, kanal: str, tujuan: str) -> int:
        """When the last reply that waits for this chat is due: no reply overtakes one that is tried again later."""
        row = self._tx.one(
            "SELECT MAX(jatuh) AS jatuh FROM outbox WHERE kanal = ? AND tujuan = ? AND kelas = ? AND status = 'antre' "
            "AND tahan = ''",
            (kanal, tujuan, BALASAN),
        )
        return 0 if row is None or row["jatuh"] is None else int(row["jatuh"])

    def klaim(self, kanal: str, kini: int, batas: int, *, selain: Sequence[str] = ()) -> list[Keluar]:
        """Take what is due: replies before reminders before broadcasts, one per chat, none to chats in `selain`.

        A claimed row is ours until it is settled; after a crash `pulihkan` decides.
        """
        terpilih: dict[str, Row] = {}
        for kelas in (BALASAN, PENGINGAT, SIARAN):  # one range of the index each: what waits for its time is not read
            if len(terpilih) < batas:
                for row in self._jatuh(kanal, kelas, kini, batas * 4, [*selain, *terpilih]):
                    if len(terpilih) < batas:
                        terpilih.setdefault(row["tujuan"], row)
        for row in terpilih.values():
            self._tx.run("UPDATE outbox SET status = 'dikirim', tahan = '' WHERE id = ?", (row["id"],))
        return [_keluar(row) for row in terpilih.values()]

    def _jatuh(self, kanal: str, kelas: int, kini: int, batas: int, selain: Sequence[str]) -> list[Row]:
        kecuali = f"AND tujuan NOT IN ({', '.join('?' * len(selain))}) " if selain else ""
        return self._tx.all(
            f"SELECT {KOLOM} FROM outbox "
            f"WHERE kanal = ? AND status = 'antre' AND kelas = ? AND jatuh <= ? {kecuali}ORDER BY jatuh, id LIMIT ?"
            + self._tx.skip_locked,
            (kanal, kelas, kini, *selain, batas),
        )

    def terkirim(self, id_: int, ext_id: str, kini: int) -> None:
        self._tx.run(
            "UPDATE outbox SET status = 'terkirim', ext_id = ?, terkirim = ?, tahan = '', galat = NULL WHERE id = ?",
            (ext_id, kini, id_),
        )

    def tunda(self, id_: int, jatuh: int, galat: str, *, dihitung: bool) -> None:
        """Back in the queue, not before `jatuh`, and replies behind it too; `dihitung` when it counts as a try.

        Nothing when it has been settled: a process that lost its turn for a while may say so too late.
        """
        row = self._tx.one(
            "UPDATE outbox SET status = 'antre', tahan = '', jatuh = ?, galat = ?, coba = coba + ? "
            "WHERE id = ? AND status IN ('antre', 'dikirim') RETURNING kanal, tujuan, kelas",
            (jatuh, galat, int(dihitung), id_),
        )
        if row is not None and row["kelas"] == BALASAN:
            self._tx.run(
                "UPDATE outbox SET jatuh = ? WHERE kanal = ? AND tujuan = ? AND kelas = ? AND status = 'antre' "
                "AND id > ? AND jatuh < ?",
                (jatuh, row["kanal"], row["tujuan"], BALASAN, id_, jatuh),
            )

    def tahan(self, id_: int, sebab: str, jatuh: int, galat: str) -> None:
        """It waits although it is due, until `lepas_tahan` or `jatuh`; nothing else waits behind it.

        Where `lepas_tahan` came while it was on its way, it is looked at again at once.
        """
        self._tx.run(
            "UPDATE outbox SET status = 'antre', jatuh = CASE WHEN tahan = ? THEN jatuh ELSE ? END, "
            "tahan = CASE WHEN tahan = ? THEN '' ELSE ? END, galat = ? WHERE id = ? AND status IN ('antre', 'dikirim')",
            (LEPAS, jatuh, LEPAS, sebab, galat, id_),
        )

    def lepas_tahan(self, kanal: str, tujuan: str, kini: int) -> int:
        """Somebody wrote: what is held for that chat is looked at again, in the order it was queued. How many."""
        self._tx.run(
            "UPDATE outbox SET tahan = ? WHERE kanal = ? AND tujuan = ? AND status = 'dikirim'", (LEPAS, kanal, tujuan)
        )
        return self._tx.run(
            "UPDATE outbox SET tahan = '', jatuh = ? WHERE kanal = ? AND tujuan = ? AND status = 'antre' "
            "AND tahan <> ''",
            (kini, kanal, tujuan),
        )

    def alih(self, id_: int, kanal: str, tujuan: str, galat: str, kini: int) -> None:
        """It goes to another address of the same person, and the ledger says why."""
        self._tx.run(
            "UPDATE outbox SET kanal = ?, tujuan = ?, status = 'antre', tahan = '', sampai = '', jatuh = ?, galat = ? "
            "WHERE id = ? AND status IN ('antre', 'dikirim')",
            (kanal, tujuan, kini, galat, id_),
        )

    def sampai(self, id_: int, keadaan: str) -> None:
        """What the platform said afterwards of a message that it took; `KirimQ` knows that it only goes forward."""
        self._tx.run("UPDATE outbox SET sampai = ? WHERE id = ?", (keadaan, id_))

    def ternyata_gagal(self, id_: int) -> Keluar | None:
        """The platform took it and could not deliver it: ours to settle once more. None when it is settled already."""
        row = self._tx.one(
            "UPDATE outbox SET status = 'dikirim' WHERE id = ? "
            f"AND (status IN ('terkirim', 'ragu') OR (status = 'antre' AND tahan = 'jendela')) RETURNING {KOLOM}",
            (id_,),
        )
        return None if row is None else _keluar(row)

    def isi(self, id_: int, kanal: str, tujuan: str) -> str | None:
        """What was queued under that number for that chat and nobody else's; '{}' once it was cleared for its age."""
        row = self._tx.one("SELECT isi FROM outbox WHERE id = ? AND kanal = ? AND tujuan = ?", (id_, kanal, tujuan))
        return None if row is None else str(row["isi"])

    def gagal(self, id_: int, galat: str, *, ragu: bool = False) -> None:
        """Final, unless it was settled before. `ragu`: it may have arrived; it is not sent again."""
        self._tx.run(
            "UPDATE outbox SET status = ?, galat = ? WHERE id = ? AND status IN ('antre', 'dikirim')",
            ("ragu" if ragu else "gagal", galat, id_),
        )

    def pindah(self, kanal: str, lama: str, baru: str) -> None:
        """A chat got a new name (a group became a supergroup): what waits for it, in whatever topic, goes there.

        Somebody may have written from the new name already; then that address stays theirs, and the old one is closed.
        """
        self._tx.run(
            "UPDATE alamat SET tujuan = ? WHERE kanal = ? AND tujuan = ? "
            "AND NOT EXISTS (SELECT 1 FROM alamat AS ada WHERE ada.kanal = ? AND ada.tujuan = ?)",
            (baru, kanal, lama, kanal, baru),
        )
        self._tx.run("UPDATE alamat SET status = 'tutup' WHERE kanal = ? AND tujuan = ?", (kanal, lama))
        self._tx.run(
            "UPDATE outbox SET tujuan = ? WHERE kanal = ? AND (tujuan = ? OR tujuan LIKE ?) "
            "AND status IN ('antre', 'dikirim')",
            (baru, kanal, lama, f"{lama}/%"),
        )

    def pulihkan(self, kanal: str) -> int:
        """At the start: what a crash left between sending and settling. Replies again, broadcasts never twice."""
        self._tx.run(
            "UPDATE outbox SET status = 'ragu', galat = 'the program ended while sending' "
            "WHERE kanal = ? AND status = 'dikirim' AND kelas = ?",
            (kanal, SIARAN),
        )
        return self._tx.run(
            "UPDATE outbox SET status = 'antre', tahan = '' WHERE kanal = ? AND status = 'dikirim'", (kanal,)
        )

    def tersisa(self, kanal: str = "") -> int:
        """Not sent yet, on one channel or on all; without what is held."""
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM outbox WHERE status IN ('antre', 'dikirim') AND tahan IN ('', ?) "
            "AND (? = '' OR kanal = ?)",
            (LEPAS, kanal, kanal),
        )
        assert row is not None
        return int(row["n"])


def _keluar(row: Row) -> Keluar:
    return Keluar(
        int(row["id"]), row["kanal"], row["tujuan"], row["isi"], row["kelas"], row["coba"], int(row["dibuat"])
    )
