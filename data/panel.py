"""The coordinators' pages: links that open them once, and the browsers that are inside. Only prints are stored."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from hashlib import sha256

from data.orang import DIKUNCI
from data.store import Tx

UMUR_TAUTAN = 600
"""Seconds that a link is good for."""
DIAM, PALING_LAMA = 8 * 3_600, 12 * 3_600
"""Seconds after which a browser is out: without a request, and at most."""
GESER = 300
"""Seconds that a session must gain before its row is written again."""
BYTE = 32
"""Of chance in a link and in a cookie: 256 bits."""


@dataclass(frozen=True)
class SesiPanel:
    orang_id: int
    sampai: int
    geser: bool
    """Whether it is time to write down that it goes on."""


def sidik(rahasia: str) -> str:
    """Looked up by its print, so that how long it takes tells nothing."""
    return sha256(rahasia.encode()).hexdigest()


class PanelMasukQ:
    def __init__(self, tx: Tx, kini: int) -> None:
        self._tx = tx
        self._kini = kini

    def buat(self, orang_id: int) -> str:
        """What the link carries; the person's earlier ones are no longer good."""
        self._tx.run("DELETE FROM panel_tautan WHERE orang_id = ?", (orang_id,))
        kode = secrets.token_urlsafe(BYTE)
        self._tx.run(
            "INSERT INTO panel_tautan (sidik, orang_id, dibuat, sampai) VALUES (?, ?, ?, ?)",
            (sidik(kode), orang_id, self._kini, self._kini + UMUR_TAUTAN),
        )
        return kode

    def berlaku(self, kode: str) -> bool:
        """Looking does not use it up: chat programs fetch links to show what is behind them."""
        row = self._tx.one(
            "SELECT 1 AS ada FROM panel_tautan WHERE sidik = ? AND dipakai IS NULL AND sampai > ?",
            (sidik(kode), self._kini),
        )
        return row is not None

    def masuk(self, kode: str) -> str:
        """The cookie of a new session; '' when the link is used, too old or none. Of two who use it at once, one."""
        row = self._tx.one(
            "UPDATE panel_tautan SET dipakai = ? WHERE sidik = ? AND dipakai IS NULL AND sampai > ? RETURNING orang_id",
            (self._kini, sidik(kode), self._kini),
        )
        if row is None:
            return ""
        sesi = secrets.token_urlsafe(BYTE)
        self._tx.run(
            "INSERT INTO panel_sesi (sidik, orang_id, dibuat, dilihat, sampai) VALUES (?, ?, ?, ?, ?)",
            (sidik(sesi), row["orang_id"], self._kini, self._kini, self._kini + DIAM),
        )
        return sesi

    def sesi(self, rahasia: str) -> SesiPanel | None:
        """None as well for somebody all of whose addresses were closed by the level above, or let go."""
        row = self._tx.one(
            "SELECT s.orang_id, s.dibuat, s.sampai FROM panel_sesi s WHERE s.sidik = ? AND s.sampai > ? "
            "AND EXISTS (SELECT 1 FROM alamat a WHERE a.orang_id = s.orang_id AND a.status <> ?)",
            (sidik(rahasia), self._kini, DIKUNCI),
        )
        if row is None:
            return None
        sampai = int(row["sampai"])
        return SesiPanel(int(row["orang_id"]), sampai, self._batas(int(row["dibuat"])) - sampai >= GESER)

    def perpanjang(self, rahasia: str) -> None:
        row = self._tx.one("SELECT dibuat FROM panel_sesi WHERE sidik = ?", (sidik(rahasia),))
        if row is not None:
            self._tx.run(
                "UPDATE panel_sesi SET dilihat = ?, sampai = ? WHERE sidik = ? AND sampai > ?",
                (self._kini, self._batas(int(row["dibuat"])), sidik(rahasia), self._kini),
            )

    def _batas(self, dibuat: int) -> int:
        return min(self._kini + DIAM, dibuat + PALING_LAMA)

    def keluar(self, rahasia: str) -> None:
        self._tx.run("DELETE FROM panel_sesi WHERE sidik = ?", (sidik(rahasia),))

    def terbuka(self, orang_id: int) -> int:
        """Browsers that are inside."""
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM panel_sesi WHERE orang_id = ? AND sampai > ?", (orang_id, self._kini)
        )
        return int(row["n"]) if row else 0

    def tutup(self, orang_id: int) -> int:
        """Every browser of the person, and a link that is still good; how many browsers there were."""
        ada = self.terbuka(orang_id)
        tutup_panel(self._tx, orang_id)
        return ada


def tutup_panel(tx: Tx, orang_id: int) -> None:
    tx.run("DELETE FROM panel_sesi WHERE orang_id = ?", (orang_id,))
    tx.run("DELETE FROM panel_tautan WHERE orang_id = ?", (orang_id,))


def rapikan_panel(tx: Tx, kini: int, sekali: int) -> dict[str, int]:
    """What is over, a batch of each."""
    return {
        tabel: tx.run(
            f"DELETE FROM {tabel} WHERE sidik IN (SELECT sidik FROM {tabel} WHERE sampai <= ? ORDER BY sampai LIMIT ?)",
            (kini, sekali),
        )
        for tabel in ("panel_tautan", "panel_sesi")
    }
