"""What each of many people is to be told of deadlines today: nothing twice, and one line an item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.kalender.calon import Calon, Kunci, berdesa, calon_kejadian, calon_tetap, tugas_berlaku
from data.kalender.capaian import Capaian, desa_di, diri, peristiwa_di
from data.kalender.daerah import Jatuh, KalenderDaerah
from data.kalender.langkah import LAMA, NAIK
from data.store import Row, Tx

SEKALIGUS = 400
"""People whose deadlines are looked up together; more are taken in turns."""
KE_DEPAN = timedelta(days=366)
KE_BELAKANG = timedelta(days=30 + LAMA + 2 * 60)
"""As far as any step may be from its day (see data/katalog/kalender.py)."""


@dataclass(frozen=True)
class TenggatDesa:
    """A deadline for one person, at one of its steps: what of it is still open."""

    acara: str
    periode: str
    nama: str
    label: str
    jatuh: date
    sisa: int
    """Days until it; negative when it is past."""
    langkah: int
    """Days before it; negative after it; from `NAIK` on it is passed up: only how many villages, never which."""
    desa: tuple[tuple[str, str], ...] = ()
    """(code, name) of the villages still open; empty for one's own, and above the kecamatan."""
    jumlah: int = 0
    """How many villages are open."""
    kira_kira: bool = False
    keras: bool = False
    """May be told on a day off."""
    awal: bool = False
    """Nothing ends on that day: from then on it may begin."""
    diri: bool = False
    """The person's own, no village's."""

    @property
    def naik(self) -> bool:
        return self.langkah >= NAIK


def jatuh_tempo(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[TenggatDesa]]:
    """By person, what is due on their own day (`hari`), soonest first; nobody of whom nothing is.

    As many queries for one person as for hundreds.
    """
    hasil: dict[int, list[TenggatDesa]] = {}
    for mulai in range(0, len(orang_ids), SEKALIGUS):
        hasil |= _sekaligus(tx, orang_ids[mulai : mulai + SEKALIGUS], hari)
    return hasil


def tandai_umum(tx: Tx, semua: Mapping[int, Iterable[TenggatDesa]], kini: int) -> None:
    """These were told: each step is told to a person once. A day that is moved afterwards begins anew."""
    rows = [(id_, t.acara, _tanda(t.periode, t.jatuh), t.langkah, kini) for id_, satu in semua.items() for t in satu]
    for mulai in range(0, len(rows), SEKALIGUS):
        bagian = rows[mulai : mulai + SEKALIGUS]
        tx.run(
            "INSERT INTO kalender_umum (orang_id, acara, periode, langkah, waktu) "
            f"VALUES {', '.join(['(?, ?, ?, ?, ?)'] * len(bagian))} ON CONFLICT DO NOTHING",
            [nilai for row in bagian for nilai in row],
        )


def _tanda(periode: str, jatuh: date) -> str:
    return f"{periode}/{jatuh.isoformat()}"


def _sekaligus(tx: Tx, orang_ids: Sequence[int], hari: Mapping[int, date]) -> dict[int, list[TenggatDesa]]:
    tugas = tugas_berlaku(tx, orang_ids, hari)
    if not tugas:
        return {}
    semua_hari = [hari[t.orang_id] for t in tugas]
    kalender = KalenderDaerah(
        tx, {t.akar[:5] for t in tugas}, min(semua_hari) - KE_BELAKANG, max(semua_hari) + KE_DEPAN
    )
    kejadian = peristiwa_di(tx, {t.akar for t in tugas if berdesa(t)})
    calon = calon_tetap(tugas, hari, kalender)
    calon_kejadian(calon, tugas, hari, kalender, kejadian)
    _buang_yang_sudah_disebut(tx, calon)
    if not calon:
        return {}
    akar = {satu for c in calon.values() for satu in c.akar}
    capaian = Capaian(tx, [c.jatuh for c in calon.values()], akar, kejadian, {k[0] for k in calon})
    desa = _per_akar(desa_di(tx, akar), akar)
    hasil: dict[int, list[TenggatDesa]] = defaultdict(list)
    for (orang_id, *_), satu in sorted(calon.items(), key=lambda c: (c[0][0], c[1].jatuh.jatuh, c[0][1])):
        if tenggat := _baris(orang_id, satu, hari[orang_id], capaian, desa, kejadian):
            hasil[orang_id].append(tenggat)
    return dict(hasil)


def _buang_yang_sudah_disebut(tx: Tx, calon: dict[Kunci, Calon]) -> None:
    if not calon:
        return
    orang, acara = sorted({k[0] for k in calon}), sorted({k[1] for k in calon})
    rows = tx.all(
        "SELECT orang_id, acara, periode, langkah FROM kalender_umum "
        f"WHERE orang_id IN ({', '.join('?' * len(orang))}) AND acara IN ({', '.join('?' * len(acara))})",
        [*orang, *acara],
    )
    sudah = {(int(r["orang_id"]), r["acara"], r["periode"], int(r["langkah"])) for r in rows}
    for kunci, satu in list(calon.items()):
        if (kunci[0], kunci[1], _tanda(kunci[2], kunci[3]), satu.langkah) in sudah:
            del calon[kunci]


def _per_akar(semua: list[tuple[str, str]], akar: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    hasil: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kode, nama in semua:
        for satu in (kode, kode[:8], kode[:5]):
            if satu in akar:
                hasil[satu].append((kode, nama))
    return hasil


def _baris(
    orang_id: int,
    calon: Calon,
    hari: date,
    capaian: Capaian,
    desa: dict[str, list[tuple[str, str]]],
    kejadian: list[Row],
) -> TenggatDesa | None:
    jatuh = calon.jatuh
    if jatuh.acara.diri:
        return None if capaian.selesai(jatuh, diri(orang_id)) else tenggat(jatuh, hari, calon.langkah)
    semua = {satu for akar in calon.akar for satu in desa.get(akar, ())}
    if asal := jatuh.acara.kapan.peristiwa:
        terjadi = {r["desa"] for r in kejadian if (r["jenis"], r["tanggal"]) == (asal, jatuh.periode)}
        semua = {satu for satu in semua if satu[0] in terjadi}
    terbuka = tuple(sorted(satu for satu in semua if not capaian.selesai(jatuh, satu[0])))
    if not terbuka:
        return None
    return tenggat(jatuh, hari, calon.langkah, terbuka if calon.sebut else (), len(terbuka))


def tenggat(
    jatuh: Jatuh, hari: date, langkah: int, desa: tuple[tuple[str, str], ...] = (), jumlah: int = 0
) -> TenggatDesa:
    a = jatuh.acara
    return TenggatDesa(
        a.kode, jatuh.periode, a.nama, a.label, jatuh.jatuh, (jatuh.jatuh - hari).days, langkah, desa, jumlah,
        jatuh.kira_kira, a.keras, a.sifat == "awal", a.diri,
    )  # fmt: skip
