"""What goes of plans when a person goes: reasons, and the words of what was never approved or struck out.

An approved plan stays without its writer's name, as entries do: a village's year was agreed on it.
"""

from __future__ import annotations

from data.pencarian import RENCANA, Indeks
from data.rencana.isi import DISETUJUI
from data.store import Tx


def lupakan_rencana(tx: Tx, orang_id: int) -> None:
    tx.run("UPDATE rencana SET alasan = '' WHERE orang_id = ? OR oleh = ?", (orang_id, orang_id))
    tx.run(
        "UPDATE rencana_butir SET uraian = '', pihak = '' WHERE (dihapus IS NOT NULL "
        "OR rencana_id IN (SELECT id FROM rencana WHERE orang_id = ? AND status <> ?)) "
        "AND rencana_id IN (SELECT id FROM rencana WHERE orang_id = ?)",
        (orang_id, DISETUJUI, orang_id),
    )
    ids = [int(row["id"]) for row in tx.all("SELECT id FROM rencana WHERE orang_id = ?", (orang_id,))]
    Indeks(tx).segarkan((RENCANA, id_) for id_ in ids)
