"""What of the problems goes with a person who has their data erased: who it was. What happened stays."""

from __future__ import annotations

from data.masalah.isi import PENDAMPING
from data.store import Tx


def lupakan_masalah(tx: Tx, orang_id: int, kini: int) -> None:
    """Their reports are nobody's from now on, withdrawn ones are emptied; what lay with them finds somebody else."""
    milik = "SELECT id FROM masalah WHERE orang_id = ? AND asal <> ?"
    tx.run(f"DELETE FROM masalah_foto WHERE masalah_id IN ({milik})", (orang_id, PENDAMPING))
    tx.run("UPDATE masalah SET isi = '', jawaban = '' WHERE orang_id = ? AND status = 'ditarik'", (orang_id,))
    tx.run(
        "UPDATE masalah_langkah SET teks = '' WHERE masalah_id IN "
        "(SELECT id FROM masalah WHERE orang_id = ? AND status = 'ditarik')",
        (orang_id,),
    )
    tx.run("UPDATE masalah SET nama = '', anonim = 1, tujuan = '' WHERE orang_id = ?", (orang_id,))
    tx.run("DELETE FROM masalah_nama WHERE untuk = ?", (orang_id,))
    tx.run("UPDATE masalah SET pj = NULL, jatuh = ? WHERE pj = ? AND status IN ('baru', 'ditangani')", (kini, orang_id))
