"""Making and changing plans, and the word of the level above on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import msgspec

from data.nomor import nomor_baru
from data.pencarian import RENCANA, Indeks
from data.rencana.dasar import DasarRencana
from data.rencana.isi import (
    BARU,
    BERUBAH,
    DIAJUKAN,
    DICORET,
    DISETUJUI,
    DRAF,
    KEMBALI,
    Butir,
    IsiButir,
    Rencana,
)  # fmt: skip
from data.rencana.pekan import tulis
from data.store import Param

BISA_DIUBAH = ("target", "satuan", "pekan", "uraian", "miskin", "pihak", "capaian")


class RencanaQ(DasarRencana):
    def buat(self, desa: str, tahun: int, butir: Sequence[IsiButir], fakta: Mapping[str, str] | None = None) -> Rencana:
        """One for each person, place and year: where there is one it is given back as it stands."""
        p = self._pelaku
        self._tx.lock(f"rencana:{p.orang_id}:{desa}:{tahun}")
        milik: list[Param] = [p.orang_id, desa, tahun]
        if ada := self._baca("r.orang_id = ? AND r.desa = ? AND r.tahun = ?", milik):
            return ada[0]
        nomor = nomor_baru(self._tx, "N", self._hari)
        isi = msgspec.json.encode(dict(fakta or {})).decode()
        row = self._tx.one(
            "INSERT INTO rencana (nomor, orang_id, peran, desa, tahun, fakta, status, dibuat, diubah) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            (nomor, p.orang_id, self.tempat[desa], desa, tahun, isi, DRAF, p.kini, p.kini),
        )
        assert row is not None
        self._jejak.tulis("buat", "rencana", int(row["id"]), sesudah=nomor)
        for n, satu in enumerate(butir, start=1):
            self._sisipkan(int(row["id"]), n, satu, "")
        self._segarkan(int(row["id"]))
        return self._baca("r.orang_id = ? AND r.desa = ? AND r.tahun = ?", milik)[0]

    def tambah(self, r: Rencana, isi: IsiButir) -> int:
        """Its number in the plan; that of the item that has this activity already, where there is one."""
        self._tx.lock(f"rencana:{r.id}")
        rows = self._tx.all(
            "SELECT urutan, kegiatan, dihapus FROM rencana_butir WHERE rencana_id = ? ORDER BY urutan", (r.id,)
        )
        if ada := [b for b in rows if b["kegiatan"] == isi.kegiatan and b["dihapus"] is None]:
            return int(ada[0]["urutan"])
        urutan = max((int(b["urutan"]) for b in rows), default=0) + 1
        self._sisipkan(r.id, urutan, isi, BARU if r.resmi else "")
        self._berubah(r, "tambah", f"{urutan}.kegiatan", None, isi.kegiatan)
        return urutan

    def ubah(self, r: Rencana, b: Butir, isi: Mapping[str, Any]) -> bool:
        """`isi` by column. False where all of it stands so already."""
        dulu, kini = _kolom(b), _kolom(b) | {k: _nilai(v) for k, v in isi.items() if k in BISA_DIUBAH}
        beda = [k for k in kini if kini[k] != dulu[k]]
        if not beda:
            return False
        tanda = (b.tanda or BERUBAH) if r.resmi and beda != ["capaian"] else b.tanda
        self._tx.run(
            f"UPDATE rencana_butir SET {', '.join(f'{k} = ?' for k in beda)}, tanda = ?, diubah = ? WHERE id = ?",
            [*(kini[k] for k in beda), tanda, self._pelaku.kini, b.id],
        )
        for k in beda:
            self._berubah(r, "ubah", f"{b.urutan}.{k}", str(dulu[k] or ""), str(kini[k] or ""), naik=k != "capaian")
        return True

    def coret(self, r: Rencana, b: Butir) -> bool:
        tanda = DICORET if r.resmi and b.tanda != BARU else ""
        return self._coret(r, b, "coret", self._pelaku.kini, tanda)

    def kembalikan_butir(self, r: Rencana, b: Butir) -> bool:
        """Undo `coret`. False where it stands, or another item has taken its activity since."""
        lain = "SELECT 1 AS ada FROM rencana_butir WHERE rencana_id = ? AND kegiatan = ? AND dihapus IS NULL"
        if self._tx.one(lain, (r.id, b.kegiatan)):
            return False
        return self._coret(r, b, "kembalikan", None, BERUBAH if r.resmi else "")

    def ajukan(self, r: Rencana) -> bool:
        """False where it waits already, or is approved."""
        return self._status(r, DIAJUKAN, (DRAF, KEMBALI))

    def setujui(self, r: Rencana, versi: int) -> bool:
        """False where it has changed since it was looked at, or nothing waits for a word."""
        if versi != r.versi or not self._status(r, DISETUJUI, (DIAJUKAN, DISETUJUI), oleh=self._pelaku.orang_id):
            return False
        self._tx.run("UPDATE rencana_butir SET tanda = '' WHERE rencana_id = ?", (r.id,))
        return True

    def kembalikan(self, r: Rencana, alasan: str) -> bool:
        return self._status(r, KEMBALI, (DIAJUKAN, DISETUJUI), oleh=self._pelaku.orang_id, alasan=alasan)

    def _status(self, r: Rencana, ke: str, dari: Sequence[str], *, oleh: int | None = None, alasan: str = "") -> bool:
        kini = self._pelaku.kini
        if not self._tx.run(
            "UPDATE rencana SET status = ?, alasan = ?, oleh = ?, diputus = ?, diubah = ?, versi = versi + 1 "
            f"WHERE id = ? AND versi = ? AND status IN ({', '.join('?' * len(dari))})",
            (ke, alasan, oleh, kini if oleh else None, kini, r.id, r.versi, *dari),
        ):
            return False
        self._jejak.tulis(ke, "rencana", r.id, kolom="status", sebelum=r.status, sesudah=ke, alasan=alasan or None)
        return True

    def _coret(self, r: Rencana, b: Butir, apa: str, dihapus: int | None, tanda: str) -> bool:
        semula = "IS NOT NULL" if dihapus is None else "IS NULL"
        if not self._tx.run(
            f"UPDATE rencana_butir SET dihapus = ?, tanda = ?, diubah = ? WHERE id = ? AND dihapus {semula}",
            (dihapus, tanda, self._pelaku.kini, b.id),
        ):
            return False
        self._berubah(r, apa, f"{b.urutan}.kegiatan", None, b.kegiatan)
        return True

    def _sisipkan(self, rencana_id: int, urutan: int, b: IsiButir, tanda: str) -> None:
        kini = self._pelaku.kini
        self._tx.run(
            "INSERT INTO rencana_butir (rencana_id, urutan, kegiatan, uraian, target, satuan, pekan, miskin, pihak, "
            "usul, tanda, dibuat, diubah) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                rencana_id, urutan, b.kegiatan, b.uraian, b.target, b.satuan, tulis(b.pekan), int(b.miskin), b.pihak,
                b.usul, tanda, kini, kini,
            ),
        )  # fmt: skip

    def _berubah(
        self, r: Rencana, apa: str, kolom: str, sebelum: str | None, sesudah: str | None, *, naik: bool = True
    ) -> None:
        self._tx.run(
            "UPDATE rencana SET versi = versi + ?, diubah = ? WHERE id = ?", (int(naik), self._pelaku.kini, r.id)
        )
        self._jejak.tulis(apa, "rencana", r.id, kolom=kolom, sebelum=sebelum, sesudah=sesudah)
        self._segarkan(r.id)

    def _segarkan(self, rencana_id: int) -> None:
        """Its words in the index."""
        Indeks(self._tx).segarkan([(RENCANA, rencana_id)])


def _kolom(b: Butir) -> dict[str, Param]:
    return {f.name: _nilai(getattr(b, f.name)) for f in fields(b) if f.name in BISA_DIUBAH}


def _nilai(v: Any) -> Param:
    """As it is stored."""
    if isinstance(v, tuple):
        return tulis(v)
    return int(v) if isinstance(v, bool) else v
