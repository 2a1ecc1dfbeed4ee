"""Scope: what a person's assignments in force open. Computed here and nowhere else; every query about others asks here.

Three doors, each wider than the next in who may use it and narrower in what it shows:
- `dampingan`: villages one works in. Also by one's own unconfirmed word, for one's own entries only.
- `baca`: places whose entries, by whomever, one may read. Only by assignments that a level above has confirmed.
- `bina`: people one supervises, by their role and place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.orang import ADMIN, CAMAT, KPMD, PD, PENDAMPING, PLD, TAPM_KAB, TAPM_PROV, TEKNIS
from data.store import Row, Tx

SEMUA_WILAYAH = "0"
"""Indonesia: the place of an admin."""
ATASAN: dict[str, tuple[str, ...]] = {
    KPMD: (PLD, PD, TAPM_KAB, TAPM_PROV, ADMIN),
    PLD: (PD, TAPM_KAB, TAPM_PROV, ADMIN),
    PD: (TAPM_KAB, TAPM_PROV, ADMIN),
    TEKNIS: (TAPM_KAB, TAPM_PROV, ADMIN),
    CAMAT: (TAPM_KAB, TAPM_PROV, ADMIN),
    TAPM_KAB: (TAPM_PROV, ADMIN),
    TAPM_PROV: (ADMIN,),
    ADMIN: (ADMIN,),
}
"""Who invites, confirms and supervises whom, the nearest first."""
TINGKAT = {KPMD: 4, PLD: 4, PD: 3, TEKNIS: 3, CAMAT: 3, TAPM_KAB: 2, TAPM_PROV: 1, ADMIN: 0}
"""Level of the place that a role is given for: desa 4, kecamatan 3, kabupaten 2, provinsi 1, Indonesia 0."""
KOLOM = "id, orang_id, peran, wilayah, dari, sampai, disahkan, untuk"


@dataclass(frozen=True)
class Penugasan:
    id: int
    orang_id: int
    peran: str
    wilayah: str
    dari: str
    """Date, included."""
    sampai: str | None
    """Date, included; None: until further notice."""
    disahkan: bool
    untuk: int | None
    """The person whose place is taken while they are away."""

    def berlaku(self, hari: date) -> bool:
        return self.dari <= hari.isoformat() and (self.sampai is None or self.sampai >= hari.isoformat())


def mencakup(akar: str, kode: str) -> bool:
    """Whether the place `kode` is `akar` or lies in it."""
    return akar in (SEMUA_WILAYAH, kode) or kode.startswith(f"{akar}.")


def syarat(kolom: str, akar: Iterable[str]) -> tuple[str, list[str]]:
    """An SQL condition and its parameters: the place in `kolom` is one of `akar` or lies in one. No `akar`: never."""
    akar = sorted(set(akar))
    if SEMUA_WILAYAH in akar:
        return "1 = 1", []
    if not akar:
        return "1 = 0", []
    satu = f"({kolom} >= ? AND {kolom} < ?)"  # one range, so that an index is used
    params = [p for kode in akar for p in (kode, f"{kode}/")]  # '/' follows '.', and comes before every digit
    return f"({' OR '.join([satu] * len(akar))})", params


@dataclass(frozen=True)
class Lingkup:
    orang_id: int
    tugas: tuple[Penugasan, ...]
    """In force on the day asked for."""

    @property
    def dampingan(self) -> set[str]:
        return {t.wilayah for t in self.tugas if t.peran in (*PENDAMPING, KPMD)}

    @property
    def baca(self) -> set[str]:
        return {t.wilayah for t in self.tugas if t.disahkan and t.peran != KPMD}

    @property
    def melayani(self) -> set[str]:
        """Places whose villagers one answers. The Camat reads much there, but not what was told in trust."""
        return {t.wilayah for t in self.tugas if t.disahkan and t.peran in (*PENDAMPING, ADMIN)}

    def bina(self, peran: str) -> set[str]:
        """Places in which the person is above those with the role `peran`."""
        return {t.wilayah for t in self.tugas if t.disahkan and t.peran in ATASAN.get(peran, ())}

    def boleh_baca(self, kode: str) -> bool:
        return any(mencakup(akar, kode) for akar in self.baca)

    def boleh_mendampingi(self, kode: str) -> bool:
        """Also to change what others wrote of that place, where it is the village's and not theirs: a musyawarah."""
        return any(t.disahkan and t.peran in PENDAMPING and mencakup(t.wilayah, kode) for t in self.tugas)

    def boleh_bina(self, peran: str, kode: str) -> bool:
        """Also for inviting and confirming: nobody gives what they are not above."""
        return any(mencakup(akar, kode) for akar in self.bina(peran))

    @property
    def membina(self) -> tuple[str, ...]:
        """Roles that the person is above somewhere, from the nearest level up."""
        return tuple(peran for peran in ATASAN if self.bina(peran))


class LingkupQ:
    def __init__(self, tx: Tx) -> None:
        self._tx = tx

    def untuk(self, orang_id: int, hari: date) -> Lingkup:
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM penugasan WHERE orang_id = ? AND peran <> 'warga' AND dari <= ? "
            "AND (sampai IS NULL OR sampai >= ?) ORDER BY id",
            (orang_id, hari.isoformat(), hari.isoformat()),
        )
        return Lingkup(orang_id, tuple(_penugasan(row) for row in rows))

    def riwayat(self, orang_id: int) -> list[Penugasan]:
        """All they ever had and will have, by age."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM penugasan WHERE orang_id = ? AND peran <> 'warga' ORDER BY id", (orang_id,)
        )
        return [_penugasan(row) for row in rows]

    def wakil(self, untuk: int, dari: date, sampai: date) -> list[Penugasan]:
        """What others do in that person's place on any of these days."""
        rows = self._tx.all(
            f"SELECT {KOLOM} FROM penugasan WHERE untuk = ? AND dari <= ? AND sampai >= ? AND sampai >= dari "
            "ORDER BY wilayah, id",
            (untuk, sampai.isoformat(), dari.isoformat()),
        )
        return [_penugasan(row) for row in rows]

    def terbina(self, lingkup: Lingkup, hari: date) -> list[Penugasan]:
        """Assignments in force of all whom the person is above; their own are left out."""
        hasil = []
        for peran in lingkup.membina:
            di_sana, params = syarat("wilayah", lingkup.bina(peran))
            hasil += self._tx.all(
                f"SELECT {KOLOM} FROM penugasan WHERE peran = ? AND orang_id <> ? AND dari <= ? "
                f"AND (sampai IS NULL OR sampai >= ?) AND {di_sana} ORDER BY wilayah, id",
                (peran, lingkup.orang_id, hari.isoformat(), hari.isoformat(), *params),
            )
        return [_penugasan(row) for row in hasil]

    def atasan(self, peran: str, kode: str, hari: date, *, selain: int = 0) -> list[int]:
        """Ids of those who decide on the role `peran` at `kode`: of the nearest level above that has anybody.

        `selain`: nobody decides about themselves.
        """
        for atas in ATASAN.get(peran, ()):
            rows = self._tx.all(
                "SELECT DISTINCT orang_id, wilayah FROM penugasan WHERE peran = ? AND disahkan = 1 AND dari <= ? "
                "AND (sampai IS NULL OR sampai >= ?) ORDER BY orang_id",
                (atas, hari.isoformat(), hari.isoformat()),
            )
            if ids := sorted({int(row["orang_id"]) for row in rows if mencakup(row["wilayah"], kode)} - {selain}):
                return ids
        return []


def _penugasan(row: Row) -> Penugasan:
    return Penugasan(
        int(row["id"]),
        int(row["orang_id"]),
        row["peran"],
        row["wilayah"],
        row["dari"],
        row["sampai"],
        bool(row["disahkan"]),
        None if row["untuk"] is None else int(row["untuk"]),
    )
