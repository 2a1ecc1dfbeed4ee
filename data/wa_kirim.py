"""What WhatsApp took, how far it got, whom it counts against, and what it costs.

Before a message leaves, its place is taken: a row named '?' and the outbox's id. It becomes WhatsApp's name for the
message when that is known, from the answer or from a status. So what was under way when a process died still counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.orang import ADMIN, ZONA_AWAL, tanggal_lokal
from data.outbox import OutboxQ
from data.store import Row, Tx
from data.wa_biaya import KATEGORI, LAYANAN, BatasWa

DICOBA, DITERIMA, TERKIRIM, SAMPAI, DIBACA, GAGAL = "dicoba", "diterima", "terkirim", "sampai", "dibaca", "gagal"
MAJU = (DICOBA, DITERIMA, TERKIRIM, SAMPAI, DIBACA)
SEHARI = 86_400


@dataclass(frozen=True)
class Langkah:
    """A message that went a step further."""

    outbox_id: int
    tujuan: str
    templat: str
    """'' is free text; else what was queued still waits behind it."""


@dataclass(frozen=True)
class Ketukan:
    """A template that told somebody that something waits."""

    outbox_id: int
    templat: str
    waktu: int


@dataclass(frozen=True)
class Pemakaian:
    """Of one category in a span of time."""

    kategori: str
    jumlah: int
    berbayar: int
    """Of these, how many are billed, or are not said to be free."""
    pasti: int
    """Of these, how many WhatsApp itself has said so of."""
    harga: int
    """Thousandths of a rupiah."""


class KirimQ:
    def __init__(self, tx: Tx, batas: BatasWa | None = None) -> None:
        self._tx = tx
        self._batas = batas or BatasWa()

    # -- before and after it is sent ------------------------------------------------------------------------------

    def ambil_tempat(self, outbox_id: int, tujuan: str, kategori: str, templat: str, kini: int) -> None:
        """It is about to be sent. Again, after a crash, it is the same place."""
        self._tx.run(
            "INSERT INTO wa_kirim (wamid, outbox_id, tujuan, kategori, templat, waktu, keadaan, diubah, harga) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (wamid) DO UPDATE SET tujuan = excluded.tujuan, "
            "kategori = excluded.kategori, templat = excluded.templat, waktu = excluded.waktu, "
            "diubah = excluded.diubah, harga = excluded.harga",
            (_tempat(outbox_id), outbox_id, tujuan, kategori, templat, kini, DICOBA, kini, self._batas.harga(kategori)),
        )

    def urung(self, outbox_id: int) -> None:
        """It was surely not taken."""
        self._tx.run("DELETE FROM wa_kirim WHERE wamid = ?", (_tempat(outbox_id),))

    def catat(self, wamid: str, outbox_id: int, kini: int) -> None:
        """WhatsApp took it. A status may have said so before; then that stands."""
        if self._tx.one("SELECT 1 AS ada FROM wa_kirim WHERE wamid = ?", (wamid,)):
            self.urung(outbox_id)
            return
        self._tx.run(
            "UPDATE wa_kirim SET wamid = ?, keadaan = ?, diubah = ? WHERE wamid = ?",
            (wamid, DITERIMA, kini, _tempat(outbox_id)),
        )
        OutboxQ(self._tx).sampai(outbox_id, "")

    def sampingan(self, wamid: str, tujuan: str, kini: int) -> None:
        """A picture that went before the message it belongs to: it costs, and the ledger has no row for it."""
        self._tx.run(
            "INSERT INTO wa_kirim (wamid, outbox_id, tujuan, kategori, waktu, keadaan, diubah, harga) "
            "VALUES (?, 0, ?, ?, ?, ?, ?, ?) ON CONFLICT (wamid) DO NOTHING",
            (wamid, tujuan, LAYANAN, kini, DITERIMA, kini, self._batas.harga(LAYANAN)),
        )

    # -- what is said of it afterwards ----------------------------------------------------------------------------

    def maju(
        self,
        wamid: str,
        keadaan: str,
        waktu: int,
        *,
        outbox_id: int | None = None,
        kode: int | None = None,
        tagih: bool | None = None,
        kategori: str = "",
    ) -> Langkah | None:
        """`keadaan` of WhatsApp's status; None when that is nothing new, or the message is not ours.

        A message of which nobody knew whether it was sent counts as sent from now on.
        """
        row = self._tx.one("SELECT * FROM wa_kirim WHERE wamid = ?", (wamid,)) or self._kenali(wamid, outbox_id)
        if row is None:
            return None
        if tagih is not None:
            self._tagih(row, kategori, tagih=tagih)
        sebelum = (DICOBA, DITERIMA, TERKIRIM) if keadaan == GAGAL else MAJU[: MAJU.index(keadaan)]
        if not sebelum or not self._tx.run(
            "UPDATE wa_kirim SET keadaan = ?, kode = ?, diubah = ? WHERE wamid = ? "
            f"AND keadaan IN ({', '.join('?' * len(sebelum))})",
            (keadaan, kode, waktu, wamid, *sebelum),
        ):
            return None
        langkah = Langkah(int(row["outbox_id"]), row["tujuan"], row["templat"])
        self._ke_outbox(wamid, langkah, keadaan, waktu)
        return langkah

    def _kenali(self, wamid: str, outbox_id: int | None) -> Row | None:
        """What was sent by a process that did not live to hear its name."""
        if outbox_id is None:
            return None
        self._tx.run("UPDATE wa_kirim SET wamid = ? WHERE wamid = ?", (wamid, _tempat(outbox_id)))
        return self._tx.one("SELECT * FROM wa_kirim WHERE wamid = ?", (wamid,))

    def _tagih(self, row: Row, kategori: str, *, tagih: bool) -> None:
        jenis = kategori if kategori in KATEGORI else row["kategori"]
        harga = int(row["harga"]) if jenis == row["kategori"] else self._batas.harga(jenis)
        self._tx.run(
            "UPDATE wa_kirim SET tagih = ?, kategori = ?, harga = ? WHERE wamid = ?",
            (int(tagih), jenis, harga, row["wamid"]),
        )

    def _ke_outbox(self, wamid: str, langkah: Langkah, keadaan: str, waktu: int) -> None:
        """What stands in the ledger. Free text that arrived was sent, whatever we thought; an announcement was not."""
        outbox = OutboxQ(self._tx)
        if langkah.templat:
            self._tx.run(
                "UPDATE outbox SET sampai = ? WHERE id = ? AND status <> 'terkirim'", (keadaan, langkah.outbox_id)
            )
            return
        outbox.sampai(langkah.outbox_id, keadaan)
        if keadaan in (TERKIRIM, SAMPAI, DIBACA):
            self._tx.run(
                "UPDATE outbox SET status = 'terkirim', ext_id = ?, terkirim = ?, tahan = '', galat = NULL "
                "WHERE id = ? AND status IN ('antre', 'dikirim', 'ragu')",
                (wamid, waktu, langkah.outbox_id),
            )

    # -- whom it counts against -----------------------------------------------------------------------------------

    def terhitung(self, tujuan: str, kini: int) -> bool:
        """Whether they are one of those whom templates went to in the last 24 hours."""
        row = self._tx.one(
            "SELECT 1 AS ada FROM wa_kirim WHERE tujuan = ? AND waktu > ? AND templat <> '' AND keadaan <> ? LIMIT 1",
            (tujuan, kini - SEHARI, GAGAL),
        )
        return row is not None

    def penerima(self, kini: int) -> int:
        """How many people templates went to in the last 24 hours, with those that are under way."""
        row = self._tx.one(
            "SELECT COUNT(DISTINCT tujuan) AS n FROM wa_kirim WHERE templat <> '' AND waktu > ? AND keadaan <> ?",
            (kini - SEHARI, GAGAL),
        )
        assert row is not None
        return int(row["n"])

    def berkurang(self, kini: int) -> int:
        """When the first of these is no longer counted; now, when there is none."""
        row = self._tx.one(
            "SELECT MIN(terakhir) AS saat FROM (SELECT MAX(waktu) AS terakhir FROM wa_kirim "
            "WHERE templat <> '' AND waktu > ? AND keadaan <> ? GROUP BY tujuan) AS t",
            (kini - SEHARI, GAGAL),
        )
        return kini if row is None or row["saat"] is None else int(row["saat"]) + SEHARI

    def ketukan(self, tujuan: str, sejak: int) -> list[Ketukan]:
        """Templates that went to them after that time and did not fail."""
        rows = self._tx.all(
            "SELECT outbox_id, templat, waktu FROM wa_kirim WHERE tujuan = ? AND waktu > ? AND templat <> '' "
            "AND keadaan NOT IN (?, ?) ORDER BY waktu",
            (tujuan, sejak, GAGAL, DICOBA),
        )
        return [Ketukan(int(row["outbox_id"]), row["templat"], int(row["waktu"])) for row in rows]

    # -- what it costs --------------------------------------------------------------------------------------------

    def biaya(self, dari: int, sampai: int) -> list[Pemakaian]:
        """By category, from `dari` to before `sampai`. What failed costs nothing."""
        rows = self._tx.all(
            "SELECT kategori, COUNT(*) AS jumlah, SUM(CASE WHEN tagih = 0 THEN 0 ELSE 1 END) AS berbayar, "
            "SUM(CASE WHEN tagih = 1 THEN 1 ELSE 0 END) AS pasti, "
            "SUM(CASE WHEN tagih = 0 THEN 0 ELSE harga END) AS harga "
            "FROM wa_kirim WHERE waktu >= ? AND waktu < ? AND keadaan <> ? GROUP BY kategori ORDER BY kategori",
            (dari, sampai, GAGAL),
        )
        return [
            Pemakaian(r["kategori"], int(r["jumlah"]), int(r["berbayar"]), int(r["pasti"]), int(r["harga"]))
            for r in rows
        ]

    def terpakai(self, dari: int, sampai: int) -> int:
        """Thousandths of a rupiah."""
        return sum(satu.harga for satu in self.biaya(dari, sampai))


def admin_aktif(tx: Tx, kini: int) -> list[int]:
    """Ids of the admins in force, who answer for the money."""
    hari = tanggal_lokal(kini, ZONA_AWAL).isoformat()
    rows = tx.all(
        "SELECT DISTINCT orang_id FROM penugasan WHERE peran = ? AND dari <= ? AND (sampai IS NULL OR sampai >= ?) "
        "ORDER BY orang_id",
        (ADMIN, hari, hari),
    )
    return [int(row["orang_id"]) for row in rows]


def _tempat(outbox_id: int) -> str:
    return f"?{outbox_id}"
