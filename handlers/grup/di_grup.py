"""One message in a group: who wrote it, where, and what may be done there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handlers.dialog.pesan import Pesan
from handlers.kartu import sebut_tempat

if TYPE_CHECKING:
    from data.desa import Desa
    from data.grup import Grup, GrupQ
    from data.orang import Orang
    from data.tanya_umum import TanyaUmumQ
    from data.wilayah import Wilayah, WilayahQ


@dataclass
class DiGrup:
    grup: Grup
    topik: str
    """Where in the group it was written; '' where it has no topics."""
    semua: GrupQ
    wilayah: WilayahQ
    kini: int
    orang: Orang | None = None
    """None for a stranger: nobody is made known by what they write in a group."""
    desa: Desa | None = None
    """What that person may see; None with them."""
    anonim: bool = False
    antaran: list[tuple[str, Pesan]] = field(default_factory=list)
    """What is to be said elsewhere on the same channel: (destination, message)."""
    tanya: TanyaUmumQ = field(kw_only=True)

    @property
    def binaan(self) -> list[Wilayah]:
        return self.desa.kecamatan_binaan() if self.desa else []

    @property
    def koordinator(self) -> bool:
        return self.desa is not None and self.desa.koordinator

    @property
    def boleh_lepas(self) -> bool:
        """Who coordinates its kecamatan, or bound it; while it has none, whoever coordinates any."""
        if self.orang is None:
            return False
        if self.grup.wilayah is None:
            return self.koordinator
        return self.grup.oleh == self.orang.id or self.grup.wilayah in {w.kode for w in self.binaan}


def sebut_kecamatan(kode: str | None, wilayah: WilayahQ) -> str:
    """'Kecamatan Cibeber'; 'kecamatannya' where the group has none."""
    di = wilayah.ambil(kode) if kode else None
    return sebut_tempat(di) if di else "kecamatannya"
