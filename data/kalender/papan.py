"""The calendar of the person who asks: what comes, what is past and open, in which of their villages it is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.jejak import JejakQ, Pelaku
from data.kalender.capaian import Capaian, desa_di, diri, peristiwa_di
from data.kalender.daerah import Jatuh, KalenderDaerah
from data.lingkup import SEMUA_WILAYAH, Lingkup
from data.orang import PENDAMPING
from data.store import Tx

KE_DEPAN = timedelta(days=60)
KE_BELAKANG = timedelta(days=30)
"""Past ones are shown for so long while they are open."""
JAUH = timedelta(days=400)
"""As far ahead as the next day of a single item is looked for."""
Desa = tuple[str, str]
"""(code, name)"""


@dataclass(frozen=True)
class Tenggat:
    """An item on its day, with the person's villages."""

    jatuh: Jatuh
    sisa: int
    """Days until it; negative when it is past."""
    belum: tuple[Desa, ...] = ()
    diketahui: tuple[Desa, ...] = ()
    """Done, as is known without anybody's word."""
    kata: tuple[Desa, ...] = ()
    """Done because somebody said so, which can be taken back; of one's own, oneself."""

    @property
    def selesai(self) -> bool:
        return not self.belum and bool(self.diketahui or self.kata)

    @property
    def terlambat(self) -> bool:
        """Past, and still awaited: one's own and what only begins on its day are not."""
        return self.sisa < 0 and bool(self.belum) and self.jatuh.acara.sifat == "batas" and not self.jatuh.acara.diri


class KalenderQ:
    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    @property
    def _tempat(self) -> set[str]:
        return {t.wilayah for t in self._lingkup.tugas if t.wilayah != SEMUA_WILAYAH}

    @property
    def _akar(self) -> set[str]:
        """Places whose villages are shown; of a province they would be thousands."""
        semua = self._lingkup.dampingan | self._lingkup.baca
        return {kode for kode in semua if "." in kode}

    def papan(self) -> tuple[list[Tenggat], list[Tenggat]]:
        """What comes, by day, and what is past with villages still open, the latest first."""
        semua = self._susun(self._hari - KE_BELAKANG, self._hari + KE_DEPAN)
        return [t for t in semua if t.sisa >= 0], [t for t in reversed(semua) if t.terlambat]

    def acara(self, kode: str, periode: str = "") -> Tenggat | None:
        """That item in that period; without one the nearest that is open or to come."""
        semua = [t for t in self._susun(self._hari - JAUH, self._hari + JAUH, kode) if t.jatuh.acara.kode == kode]
        if periode:
            return next((t for t in semua if t.jatuh.periode == periode), None)
        dekat = [t for t in semua if t.sisa >= 0 or (t.terlambat and t.sisa >= -KE_BELAKANG.days)]
        return next(iter(dekat), semua[-1] if semua else None)

    def boleh_menandai(self, kode: str) -> bool:
        """Whether the person's word counts for that village: the level above has confirmed them there."""
        return self._lingkup.boleh_mendampingi(kode)

    def tandai(self, tenggat: Tenggat, desa: str) -> bool:
        """Done, says the person; `desa` is '' for one's own. False when it is done already, or not theirs to say."""
        siapa = self._siapa(tenggat, desa)
        if not siapa or siapa not in {k for k, _ in tenggat.belum}:
            return False
        jatuh = tenggat.jatuh
        self._tx.run(
            "INSERT INTO kalender_selesai (desa, acara, periode, oleh, waktu) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (desa, acara, periode) DO NOTHING",
            (siapa, jatuh.acara.kode, jatuh.periode, self._pelaku.orang_id, self._pelaku.kini),
        )
        self._jejak.tulis("sudah", "kalender_selesai", 0, sesudah=f"{siapa} {jatuh.acara.kode} {jatuh.periode}")
        return True

    def urungkan(self, tenggat: Tenggat, desa: str) -> bool:
        """Not done after all; only what was somebody's word can be taken back."""
        siapa = self._siapa(tenggat, desa)
        if not siapa or siapa not in {k for k, _ in tenggat.kata}:
            return False
        jatuh = tenggat.jatuh
        self._tx.run(
            "DELETE FROM kalender_selesai WHERE desa = ? AND acara = ? AND periode = ?",
            (siapa, jatuh.acara.kode, jatuh.periode),
        )
        self._jejak.tulis("belum", "kalender_selesai", 0, sebelum=f"{siapa} {jatuh.acara.kode} {jatuh.periode}")
        return True

    def _siapa(self, tenggat: Tenggat, desa: str) -> str:
        if tenggat.jatuh.acara.diri:
            return diri(self._pelaku.orang_id)
        return desa if self.boleh_menandai(desa) else ""

    def _susun(self, dari: date, sampai: date, kode: str = "") -> list[Tenggat]:
        akar = self._akar
        kalender = KalenderDaerah(self._tx, {satu[:5] for satu in self._tempat}, dari, sampai)
        kejadian = peristiwa_di(self._tx, akar)
        di_mana: dict[tuple[date, str, str], tuple[Jatuh, list[Desa]]] = {}
        desa = desa_di(self._tx, akar)
        for satu, isi in self._menurut_tempat(kalender, desa):
            di_mana.setdefault(_kunci(satu), (satu, []))[1].extend(isi)
        nama = dict(desa)
        for row in kejadian:
            for satu in kalender.dari_kejadian(row["desa"], row["jenis"], date.fromisoformat(row["tanggal"])):
                di_mana.setdefault(_kunci(satu), (satu, []))[1].append((row["desa"], nama[row["desa"]]))
        dipakai = [isi for _, isi in sorted(di_mana.items()) if kode in ("", isi[0].acara.kode)]
        orang = self._pelaku.orang_id
        capaian = Capaian(self._tx, [j for j, _ in dipakai], akar, kejadian, [orang])
        return [self._tenggat(jatuh, isi, capaian) for jatuh, isi in dipakai]

    def _menurut_tempat(self, kalender: KalenderDaerah, desa: list[Desa]) -> Iterator[tuple[Jatuh, Iterable[Desa]]]:
        """One's own by one's roles; villages' wherever they are, and where none is known without any."""
        peran = {t.peran for t in self._lingkup.tugas if t.peran in PENDAMPING}
        per_kab: dict[str, list[Desa]] = defaultdict(list)
        for satu in desa:
            per_kab[satu[0][:5]].append(satu)
        sendiri: set[tuple[str, str]] = set()
        for kab in sorted({satu[:5] for satu in self._tempat}) or [SEMUA_WILAYAH]:
            for jatuh in kalender.di(kab):
                kunci = (jatuh.acara.kode, jatuh.periode)
                if not jatuh.acara.diri:
                    yield jatuh, per_kab[kab]
                elif peran & set(jatuh.acara.untuk) and kunci not in sendiri:
                    sendiri.add(kunci)
                    yield jatuh, [(diri(self._pelaku.orang_id), "")]

    def _tenggat(self, jatuh: Jatuh, desa: Iterable[Desa], capaian: Capaian) -> Tenggat:
        kata, diketahui = capaian.kata(jatuh), capaian.diketahui(jatuh)
        semua = sorted(set(desa))
        return Tenggat(
            jatuh,
            (jatuh.jatuh - self._hari).days,
            tuple(d for d in semua if d[0] not in kata and d[0] not in diketahui),
            tuple(d for d in semua if d[0] in diketahui),
            tuple(d for d in semua if d[0] in kata and d[0] not in diketahui),
        )


def _kunci(jatuh: Jatuh) -> tuple[date, str, str]:
    return jatuh.jatuh, jatuh.acara.kode, jatuh.periode
