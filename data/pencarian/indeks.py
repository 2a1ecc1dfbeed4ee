"""Writing the index: one row of table `cari` a thing, its words as roots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from data.pencarian.kata import akar_semua
from data.pencarian.naskah import (
    BUMDES,
    KDMP,
    KEGIATAN,
    KEMANDIRIAN,
    KEPUTUSAN,
    MASALAH,
    MUSDES,
    REGISTER,
    RENCANA,
    nama_musdes,
    naskah,
)
from data.pencarian.tanda import tanda_benda
from data.store import Tx

_DESA_MUSDES = {
    MUSDES: "SELECT desa FROM musdes_desa WHERE musdes_id = ?",
    KEPUTUSAN: "SELECT d.desa FROM keputusan k JOIN musdes_desa d ON d.musdes_id = k.musdes_id WHERE k.id = ?",
}

_SEBUT = {
    KEGIATAN: "kegiatan catatan",
    MUSDES: "musdes musyawarah rapat",
    KEPUTUSAN: "keputusan putusan",
    REGISTER: "",
    RENCANA: "rencana rktl",
    MASALAH: "masalah aduan laporan",
    BUMDES: "bumdes badan usaha milik desa",
    KDMP: "kdmp koperasi desa merah putih",
    KEMANDIRIAN: "kemandirian penilaian",
}
"""What people call such a thing: 'musdes blt', 'catatan posyandu'."""


class Indeks:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def catat(self, apa: str, acuan: int, desa: str, tanggal: str, orang_id: int, teks: str) -> None:
        """Its words from now on. `apa` is its table, `acuan` its id there; as often as one likes."""
        rows = self._tx.all(_DESA_MUSDES[apa], (acuan,)) if apa in _DESA_MUSDES else []
        tempat = list(dict.fromkeys([desa, *(row["desa"] for row in rows)]))
        sebut = nama_musdes(self._tx, acuan) if apa == MUSDES else ""
        akar = akar_semua("\n".join((teks, _SEBUT[apa], sebut, *self._nama(tempat), tanggal[:4])))
        self._tx.run(
            "INSERT INTO cari (apa, acuan, orang_id, desa, tanggal, akar) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (apa, acuan) DO UPDATE SET orang_id = excluded.orang_id, desa = excluded.desa, "
            "tanggal = excluded.tanggal, akar = excluded.akar",
            (apa, acuan, orang_id, desa, tanggal, " ".join([*akar, *tanda_benda(apa, tanggal, orang_id, tempat)])),
        )

    def buang(self, apa: str, acuan: int) -> None:
        self._tx.run("DELETE FROM cari WHERE apa = ? AND acuan = ?", (apa, acuan))

    def segarkan(self, benda: Iterable[tuple[str, int]]) -> int:
        """Each of these (table, id) as it stands there now; what is gone goes. How many there were."""
        menurut: dict[str, list[int]] = defaultdict(list)
        for apa, acuan in benda:
            menurut[apa].append(acuan)
        for apa, semua in menurut.items():
            ada = naskah(self._tx, apa, semua)
            for acuan in semua:
                if n := ada.get(acuan):
                    self.catat(apa, acuan, n.desa, n.tanggal, n.orang_id, n.teks)
                else:
                    self.buang(apa, acuan)
        return sum(map(len, menurut.values()))

    def _nama(self, tempat: Iterable[str]) -> list[str]:
        """What a place is called, with its kecamatan."""
        rows = [self._tx.one("SELECT nama, jalur FROM wilayah WHERE kode = ?", (kode,)) for kode in tempat]
        return [f"{row['nama']} {row['jalur'].split(',')[0]}" for row in rows if row]
