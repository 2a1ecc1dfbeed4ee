"""Approved names of BUM Desa whose days run out, of those who facilitate there; each step is told to a person once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.bumdes import SisaNama, hitung_sisa
from data.katalog.bumdes import muat_bumdes
from data.libur import Kalender, kalender
from data.orang import PD, PLD, TEKNIS
from data.store import Tx

PERAN = (PLD, PD, TEKNIS)
LAMA = 7
"""Days after the end in which it is still told; later it is no news."""


@dataclass(frozen=True)
class NamaHabis:
    desa: str
    """Code."""
    nama_desa: str
    disetujui: str
    """ISO date of the approval."""
    langkah: int
    """The reminder's: working days before the end."""
    sisa: SisaNama


def nama_habis(tx: Tx, ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[NamaHabis]]:
    """What each person has not been told yet, the most urgent first."""
    masa = muat_bumdes().nama
    terjauh = min(hari[id_] for id_ in ids) - timedelta(days=3 * masa.hari_kerja + 60)
    tanda = ", ".join("?" * len(ids))
    rows = tx.all(
        "SELECT DISTINCT p.orang_id, b.desa, b.nama_disetujui, w.nama FROM bumdes b "
        "JOIN penugasan p ON p.wilayah IN (b.desa, SUBSTR(b.desa, 1, 8)) LEFT JOIN wilayah w ON w.kode = b.desa "
        f"WHERE b.nama_disetujui >= ? AND b.langkah >= ? AND b.langkah < ? AND p.orang_id IN ({tanda}) "
        f"AND p.disahkan = 1 AND p.peran IN ({', '.join('?' * len(PERAN))}) AND p.dari <= ? "
        "AND (p.sampai IS NULL OR p.sampai >= ?)",
        [
            terjauh.isoformat(), masa.dari, masa.selesai, *ids, *PERAN, max(hari.values()).isoformat(),
            min(hari.values()).isoformat(),
        ],
    )  # fmt: skip
    hasil: dict[int, list[NamaHabis]] = defaultdict(list)
    sudah = _sudah(tx, ids) if rows else set()
    kal: dict[tuple[str, str], Kalender] = {}
    for row in rows:
        id_, desa, disetujui = int(row["orang_id"]), row["desa"], row["nama_disetujui"]
        awal = date.fromisoformat(disetujui)
        kunci = desa[:5], disetujui
        kal[kunci] = kal.get(kunci) or kalender(tx, desa, awal, awal + timedelta(days=3 * masa.hari_kerja + 60))
        sisa = hitung_sisa(tx, desa, awal, hari[id_], kal[kunci])
        langkah = _langkah(sisa, hari[id_])
        if langkah is not None and (id_, desa, disetujui, langkah) not in sudah:
            hasil[id_].append(NamaHabis(desa, row["nama"] or desa, disetujui, langkah, sisa))
    return {id_: sorted(semua, key=lambda n: (n.sisa.sisa, n.desa)) for id_, semua in hasil.items()}


def _langkah(sisa: SisaNama, hari: date) -> int | None:
    """The nearest step that has come; None: none has, or it is long past."""
    if (hari - sisa.sampai).days > LAMA:
        return None
    return min((n for n in muat_bumdes().nama.ingatkan if sisa.sisa <= n), default=None)


def _sudah(tx: Tx, ids: Sequence[int]) -> set[tuple[int, str, str, int]]:
    rows = tx.all(
        f"SELECT orang_id, desa, disetujui, langkah FROM bumdes_umum WHERE orang_id IN ({', '.join('?' * len(ids))})",
        ids,
    )
    return {(int(r["orang_id"]), r["desa"], r["disetujui"], int(r["langkah"])) for r in rows}


def tandai_nama(tx: Tx, orang_id: int, semua: Sequence[NamaHabis], kini: int) -> None:
    for n in semua:
        tx.run(
            "INSERT INTO bumdes_umum (orang_id, desa, disetujui, langkah, waktu) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (orang_id, desa, disetujui, langkah) DO NOTHING",
            (orang_id, n.desa, n.disetujui, n.langkah, kini),
        )
