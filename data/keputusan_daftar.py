"""Decisions as they are read: one's own, a village's, a kecamatan's.

Outside the person's scope they are as if they were not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from data.keputusan_isi import (
    BATAL,
    DARI,
    DIBAWA,
    KOLOM,
    LEPAS,
    MENUNGGU,
    SELESAI,
    TERBUKA,
    Calon,
    Jumlah,
    Keputusan,
    Perubahan,
    dari_baris,
)
from data.lingkup import Lingkup, syarat
from data.orang import KPMD, PENDAMPING
from data.store import Tx
from data.store.tx import Param

Cakupan = Literal["saya", "desa", "kecamatan"]


class KeputusanBaca:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    # -- one ------------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Keputusan | None:
        return self._satu("k.nomor = ?", nomor.upper())

    def asal(self, k: Keputusan) -> Keputusan | None:
        """The one it was carried over from."""
        return None if k.dari is None else self._satu("k.id = ?", k.dari)

    def induk(self, k: Keputusan) -> Keputusan | None:
        """The decision that it follows up."""
        return None if k.induk is None else self._satu("k.id = ?", k.induk)

    def penerus(self, k: Keputusan) -> Keputusan | None:
        """The latest that took it over."""
        ada = self._banyak("k.dari = ?", [k.id], urut="k.id DESC LIMIT 1")
        return ada[0] if ada else None

    def lanjutan(self, k: Keputusan) -> list[Keputusan]:
        """Its follow-ups."""
        return self._banyak("k.induk = ?", [k.id], urut="k.urutan, k.id")

    def riwayat(self, k: Keputusan, *, batas: int = 1000, mulai: int = 0) -> list[Perubahan]:
        """Every state there was, the latest first."""
        rows = self._tx.all(
            "SELECT s.waktu, o.nama, s.status, s.alasan, s.bukti FROM keputusan_status s "
            "JOIN orang o ON o.id = s.oleh WHERE s.keputusan_id = ? ORDER BY s.id DESC LIMIT ? OFFSET ?",
            (k.id, batas, mulai),
        )
        return [Perubahan(int(r["waktu"]), r["nama"], r["status"], r["alasan"], r["bukti"]) for r in rows]

    # -- what one may do ------------------------------------------------------------------------------------------

    def boleh_ubah(self, k: Keputusan) -> bool:
        return k.pencatat == self._lingkup.orang_id or self._mendampingi(k.musdes_id, k.desa)

    def boleh_tandai(self, k: Keputusan) -> bool:
        """Its state also by whoever it was given to."""
        return k.pj_orang == self._lingkup.orang_id or self.boleh_ubah(k)

    def calon_pj(self, desa: str) -> list[Calon]:
        """Whom something in that place can be given to: oneself, and who is confirmed there, or above it as a PD is."""
        saya = self._lingkup.orang_id
        sql, params = "1 = 0", list[Param]()
        if self._lingkup.boleh_baca(desa):
            di_sana, letak = syarat("p.wilayah", [desa])
            sql = f"p.peran IN {(*PENDAMPING, KPMD)} AND (p.wilayah = ? OR {di_sana})"
            params = [".".join(desa.split(".")[:3]), *letak]
        hari = self._hari.isoformat()
        rows = self._tx.all(
            "SELECT DISTINCT o.id, o.nama, p.peran FROM orang o JOIN penugasan p ON p.orang_id = o.id "
            "WHERE p.peran <> 'warga' AND p.dari <= ? AND (p.sampai IS NULL OR p.sampai >= ?) "
            f"AND (o.id = ? OR (p.disahkan = 1 AND {sql})) ORDER BY o.nama, o.id, p.peran",
            [hari, hari, saya, *params],
        )
        nama = {int(r["id"]): r["nama"] for r in rows}
        return [
            Calon(id_, satu, tuple(r["peran"] for r in rows if r["id"] == id_))
            for id_, satu in sorted(nama.items(), key=lambda n: (n[1].lower(), n[0]))
        ]

    # -- many -----------------------------------------------------------------------------------------------------

    def dari_musdes(self, musdes_id: int) -> list[Keputusan]:
        """In order: each decision, followed by its follow-ups."""
        semua = self._banyak("k.musdes_id = ?", [musdes_id], urut="k.urutan, k.id")
        ada = {k.id for k in semua}
        utama = [k for k in semua if k.induk not in ada]
        return [satu for k in utama for satu in (k, *(t for t in semua if t.induk == k.id))]

    def daftar(
        self, cakupan: Cakupan, kode: str = "", *, lewat: bool = False, batas: int = 10_000, mulai: int = 0
    ) -> list[Keputusan]:
        """Open ones by day, so those past it stand first, and those without a day last.

        "saya": given to the person, or of musyawarah that they recorded. "desa", "kecamatan": in the place `kode`.
        """
        sql, params = self._di(cakupan, kode, lewat=lewat)
        urut = "CASE WHEN k.tenggat IS NULL THEN 1 ELSE 0 END, k.tenggat, k.id LIMIT ? OFFSET ?"
        return self._banyak(sql, params, urut=urut, sisa=[batas, mulai])

    def jumlah(self, cakupan: Cakupan, kode: str = "") -> Jumlah:
        sql, params = self._di(cakupan, kode)
        boleh, letak = self._boleh()
        row = self._tx.one(
            "SELECT COUNT(*) AS n, SUM(CASE WHEN k.tenggat < ? THEN 1 ELSE 0 END) AS lewat "
            f"{DARI} AND {sql} AND {boleh}",
            [self._hari.isoformat(), *params, *letak],
        )
        assert row is not None
        return Jumlah(int(row["n"]), int(row["lewat"] or 0))

    def terbuka_sejenis(self, jenis: str, desa: str) -> list[Keputusan]:
        """Decisions of earlier musyawarah of that kind there that still wait, and that no later one has taken over."""
        return self._banyak(
            f"m.jenis = ? AND k.desa = ? AND k.induk IS NULL AND k.status IN {(*TERBUKA, DIBAWA)} AND {LEPAS}",
            [jenis, desa],
            urut="m.tanggal, k.urutan, k.id",
        )

    def usulan_tertinggal(self, desa: str, tahun: int) -> list[Keputusan]:
        """Proposals of musyawarah in `tahun` or before that nobody has carried out, given up or taken over."""
        return self._banyak(
            f"k.desa = ? AND k.usulan = 1 AND m.tanggal <= ? AND k.status NOT IN ('{SELESAI}', '{BATAL}') AND {LEPAS}",
            [desa, f"{tahun}-12-31"],
            urut="m.tanggal, k.urutan, k.id",
        )

    # -- scope ----------------------------------------------------------------------------------------------------

    def _boleh(self) -> tuple[str, list[Param]]:
        """On `k` and `m`: recorded by the person, given to them, or in a place that they may read."""
        saya = self._lingkup.orang_id
        di_sana, letak = syarat("k.desa", self._lingkup.baca)
        antar, letak_antar = syarat("d.desa", self._lingkup.baca)
        sql = (
            f"(m.orang_id = ? OR k.pj_orang = ? OR {di_sana} "
            f"OR EXISTS (SELECT 1 FROM musdes_desa d WHERE d.musdes_id = k.musdes_id AND {antar}))"
        )
        return sql, [saya, saya, *letak, *letak_antar]

    def _mendampingi(self, musdes_id: int, desa: str) -> bool:
        """Whether a confirmed assignment as pendamping covers the place, or one of those that met there."""
        rows = self._tx.all("SELECT desa FROM musdes_desa WHERE musdes_id = ?", (musdes_id,))
        return any(map(self._lingkup.boleh_mendampingi, (desa, *(row["desa"] for row in rows))))

    def _di(self, cakupan: Cakupan, kode: str, *, lewat: bool = False) -> tuple[str, list[Param]]:
        saya = self._lingkup.orang_id
        sql, letak = syarat("k.desa", [kode])
        params: list[Param] = [*letak]
        if cakupan == "saya":
            milik = "SELECT b.id FROM musdes a JOIN keputusan b ON b.musdes_id = a.id WHERE a.orang_id = ?"
            sql = f"k.id IN (SELECT id FROM keputusan WHERE pj_orang = ? UNION {milik})"
            params = [saya, saya]
        elif cakupan == "desa":
            sql, params = "k.musdes_id IN (SELECT musdes_id FROM musdes_desa WHERE desa = ?)", [kode]
        if lewat:
            sql, params = f"{sql} AND k.tenggat < ?", [*params, self._hari.isoformat()]
        return f"{MENUNGGU} AND {sql}", params

    def _banyak(self, sql: str, params: Sequence[Param], *, urut: str, sisa: Sequence[Param] = ()) -> list[Keputusan]:
        boleh, letak = self._boleh()
        rows = self._tx.all(f"SELECT {KOLOM} {DARI} AND {sql} AND {boleh} ORDER BY {urut}", [*params, *letak, *sisa])
        return [dari_baris(row) for row in rows]

    def _satu(self, sql: str, nilai: Param) -> Keputusan | None:
        ada = self._banyak(sql, [nilai], urut="k.id")
        return ada[0] if ada else None
