"""Reports for somebody who asks: of kecamatan that they may read; written by the PD and pendamping teknis there."""

from __future__ import annotations

from datetime import date

import msgspec

from data.camat.hitung import hitung
from data.camat.isi import Bagian, Isi, dari_json, ke_json, samakan
from data.camat.rekaman import DITANDATANGANI, DRAF, KOLOM, Jejak, Laporan, Tanda, Versi, laporan_dari
from data.camat.ruang import KECAMATAN
from data.jejak import JejakQ, Pelaku
from data.katalog.zona import muat_zona
from data.lingkup import Lingkup
from data.nomor import nomor_baru
from data.orang import PD, TEKNIS, tanggal_lokal
from data.samarkan import samarkan
from data.store import Tx

PENULIS = (PD, TEKNIS)


class CamatQ:
    """What lies outside the scope is as if it were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    # -- whose and where ----------------------------------------------------------------------------------------------

    @property
    def tempat(self) -> set[str]:
        """Places whose reports the person reads; villages have none."""
        return {kode for kode in self._lingkup.baca if len(kode) <= KECAMATAN}

    def boleh_baca(self, kode: str) -> bool:
        return len(kode) == KECAMATAN and self._lingkup.boleh_baca(kode)

    def boleh_tulis(self, kode: str) -> bool:
        """A PD or pendamping teknis of that very kecamatan, confirmed; those above read."""
        return any(t.disahkan and t.peran in PENULIS and t.wilayah == kode for t in self._lingkup.tugas)

    def hari_ini(self, kode: str) -> date:
        """Today, there."""
        return tanggal_lokal(self._pelaku.kini, muat_zona().zona_provinsi(kode[:2]).iana)

    # -- reading ------------------------------------------------------------------------------------------------------

    def buka(self, kode: str, bulan: str) -> Laporan | None:
        """Also where nobody has begun it. None outside the scope."""
        if not self.boleh_baca(kode):
            return None
        row = self._tx.one(f"SELECT {KOLOM} FROM laporan_camat WHERE kecamatan = ? AND bulan = ?", (kode, bulan))
        return laporan_dari(row) if row else Laporan(kecamatan=kode, bulan=bulan)

    def ambil(self, nomor: str) -> Laporan | None:
        row = self._tx.one(f"SELECT {KOLOM} FROM laporan_camat WHERE nomor = ?", (nomor.upper(),))
        return laporan_dari(row) if row and self.boleh_baca(row["kecamatan"]) else None

    def isi(self, lap: Laporan) -> Isi:
        """As it stands now."""
        kini = hitung(self._tx, lap.kecamatan, date.fromisoformat(f"{lap.bulan}-01"), self._pelaku.kini)
        return msgspec.structs.replace(kini, isian=lap.isian)

    def versi(self, lap: Laporan, n: int) -> Versi | None:
        row = self._tx.one(
            "SELECT v.isi, v.dibuat, o.nama FROM laporan_camat_versi v JOIN orang o ON o.id = v.oleh "
            "WHERE v.laporan_id = ? AND v.versi = ?",
            (lap.id, n),
        )
        if row is None or not self.boleh_baca(lap.kecamatan):
            return None
        return Versi(versi=n, isi=dari_json(row["isi"]), oleh=row["nama"], dibuat=int(row["dibuat"]))

    def usang(self, lap: Laporan, isi: Isi) -> bool:
        """Whether what was logged or typed is another than the last version says."""
        terakhir = self.versi(lap, lap.versi)
        return terakhir is not None and samakan(terakhir.isi) != samakan(isi)

    def tanda(self, lap: Laporan, versi: int) -> Tanda | None:
        """The letter that a version was signed as; None where it was not."""
        row = self._tx.one(
            "SELECT t.surat, t.tanggal, t.dibuat, o.nama FROM laporan_camat_tanda t JOIN orang o ON o.id = t.oleh "
            "WHERE t.laporan_id = ? AND t.versi = ? ORDER BY t.id DESC LIMIT 1",
            (lap.id, versi),
        )
        if row is None or not row["surat"]:
            return None
        return Tanda(
            versi=versi, surat=row["surat"], tanggal=row["tanggal"], oleh=row["nama"], dibuat=int(row["dibuat"])
        )

    def riwayat(self, lap: Laporan, *, kolom: str = "", batas: int = 30) -> list[Jejak]:
        """Who did what with it, the latest first; `kolom`: 'bagian 3' alone."""
        if not self.boleh_baca(lap.kecamatan):
            return []
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.apa, j.kolom, j.sebelum, j.sesudah FROM jejak j "
            "JOIN orang o ON o.id = j.orang_id WHERE j.tabel = 'laporan_camat' AND j.baris_id = ? "
            "AND (? = '' OR j.kolom = ?) ORDER BY j.id DESC LIMIT ?",
            (lap.id, kolom, kolom, batas),
        )
        return [
            Jejak(
                waktu=int(r["waktu"]), nama=r["nama"], apa=r["apa"], kolom=r["kolom"] or "",
                sebelum=r["sebelum"] or "", sesudah=r["sesudah"] or "",
            )
            for r in rows
        ]  # fmt: skip

    def nama(self, orang_id: int) -> str:
        """Of whoever typed a part."""
        row = self._tx.one("SELECT nama FROM orang WHERE id = ?", (orang_id,))
        return "" if row is None else row["nama"]

    # -- writing ------------------------------------------------------------------------------------------------------

    def kunci(self, lap: Laporan) -> Laporan:
        """As it stands, and stays until this turn is over."""
        self._tx.lock(f"laporan_camat:{lap.kecamatan}:{lap.bulan}")
        kini = self.buka(lap.kecamatan, lap.bulan)
        assert kini is not None
        return kini

    def tulis(self, lap: Laporan, bagian: str, teks: str, *, ganti: bool, ke: int) -> bool:
        """Keep what was typed for a part. False where it is not theirs, or no longer as it was at `ke`."""
        if not self.boleh_tulis(lap.kecamatan):
            return False
        kini = self._mulai(lap)
        lama = kini.bagian(bagian)
        if lama.ke != ke:
            return False
        p = self._pelaku
        baru = Bagian(samarkan(teks)[0], ganti, lama.ke + 1, p.orang_id, p.kini)
        self._tx.run(
            "UPDATE laporan_camat SET isian = ?, status = ?, diubah = ? WHERE id = ?",
            (ke_json({**kini.isian, bagian: baru}), DRAF, p.kini, kini.id),
        )
        self._jejak.tulis(
            "ubah", "laporan_camat", kini.id, kolom=f"bagian {bagian}", sebelum=lama.teks, sesudah=baru.teks
        )
        return True

    def terbitkan(self, lap: Laporan, isi: Isi) -> int:
        """Keep what the paper says from now on; the version, the last one where nothing has changed."""
        if not self.boleh_tulis(lap.kecamatan):
            return lap.versi
        kini = self._mulai(lap)
        isi = msgspec.structs.replace(isi, isian=kini.isian)
        if kini.versi and not self.usang(kini, isi):
            return kini.versi
        versi, p = kini.versi + 1, self._pelaku
        self._tx.run(
            "INSERT INTO laporan_camat_versi (laporan_id, versi, isi, oleh, dibuat) VALUES (?, ?, ?, ?, ?)",
            (kini.id, versi, ke_json(isi), p.orang_id, p.kini),
        )
        self._tx.run(
            "UPDATE laporan_camat SET versi = ?, status = ?, diubah = ? WHERE id = ?", (versi, DRAF, p.kini, kini.id)
        )
        self._jejak.tulis("terbitkan", "laporan_camat", kini.id, kolom="versi", sesudah=str(versi))
        return versi

    def tandai(self, lap: Laporan, versi: int, surat: str, tanggal: date) -> bool:
        """As told: the last version was signed as this letter. False where there is a newer one by now."""
        return self._tanda(lap, versi, samarkan(surat)[0], tanggal.isoformat(), DITANDATANGANI)

    def batal_tanda(self, lap: Laporan, versi: int) -> bool:
        """It turned out not to be signed."""
        return self._tanda(lap, versi, "", None, DRAF)

    def _tanda(self, lap: Laporan, versi: int, surat: str, tanggal: str | None, status: str) -> bool:
        if not self.boleh_tulis(lap.kecamatan) or not lap.id:
            return False
        kini, p = self._mulai(lap), self._pelaku
        if kini.versi != versi or not versi:
            return False
        lama = self.tanda(kini, versi)
        self._tx.run(
            "INSERT INTO laporan_camat_tanda (laporan_id, versi, surat, tanggal, oleh, dibuat) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (kini.id, versi, surat, tanggal, p.orang_id, p.kini),
        )
        self._tx.run("UPDATE laporan_camat SET status = ?, diubah = ? WHERE id = ?", (status, p.kini, kini.id))
        self._jejak.tulis(
            "tandatangan", "laporan_camat", kini.id, kolom=f"versi {versi}",
            sebelum=f"{lama.surat}, {lama.tanggal}" if lama else None, sesudah=f"{surat}, {tanggal}" if surat else None,
        )  # fmt: skip
        return True

    def _mulai(self, lap: Laporan) -> Laporan:
        """The same, begun where it is not yet."""
        kini = self.kunci(lap)
        if kini.id:
            return kini
        p = self._pelaku
        row = self._tx.one(
            "INSERT INTO laporan_camat (nomor, kecamatan, bulan, orang_id, status, dibuat, diubah) "
            f"VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING {KOLOM}",
            (nomor_baru(self._tx, "C", self._hari), lap.kecamatan, lap.bulan, p.orang_id, DRAF, p.kini, p.kini),
        )
        assert row is not None
        baru = laporan_dari(row)
        self._jejak.tulis("mulai", "laporan_camat", baru.id, sesudah=baru.nomor)
        return baru
