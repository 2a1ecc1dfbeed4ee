"""What earlier musyawarah left open, as far as the person may deal with it."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import Keputusan
from data.musdes.musdes import Musdes
from handlers.dialog.pesan import Tombol
from handlers.dialog.tombol import perintah

SEMUA_USULAN = ("musrenbang", "rkp")
"""Kinds at which whatever was proposed in the village is looked at again, whichever kind it came from."""


def tertinggal(m: Musdes, desa: Desa) -> tuple[list[Keputusan], list[Keputusan]]:
    """Decisions of earlier ones of its kind that are open; proposals that nobody has paid for."""
    sejenis = desa.keputusan.terbuka_sejenis(m.jenis, m.desa)
    usulan = [k for k in sejenis if k.usulan]
    if m.jenis in SEMUA_USULAN:
        usulan = desa.keputusan.usulan_tertinggal(m.desa, int(m.tanggal[:4]))
    return _boleh([k for k in sejenis if not k.usulan], m, desa), _boleh(usulan, m, desa)


def _boleh(semua: list[Keputusan], m: Musdes, desa: Desa) -> list[Keputusan]:
    dulu = [k for k in semua if k.musdes_id != m.id and k.tanggal <= m.tanggal]
    return [k for k in dulu if desa.keputusan.boleh_tandai(k)]


def tombol_lama(m: Musdes, desa: Desa) -> tuple[Tombol, ...]:
    """The way to them, while something waits."""
    putusan, usulan = tertinggal(m, desa)
    apa, n = "Keputusan lama" if putusan else "Usulan lama", len(putusan) + len(usulan)
    return (Tombol(f"{apa} ({n})", perintah(f"musdes_lama {m.nomor}")),) if n else ()
