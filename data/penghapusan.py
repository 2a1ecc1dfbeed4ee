"""Erasure: asked for, a day to change one's mind, then done in one transaction for each person.

What goes: the name, the addresses, chat texts, drafts, answers, reasons, deleted entries, and the pictures of entries
that nobody has approved. What stays: entries, without their author's name, since villages' reports are made of them;
pictures of approved ones; and of the trail who did what when, as ids.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from data.alamat import Alamat, AlamatQ
from data.camat.lupakan import lupakan_camat
from data.dokumen import lupakan_dokumen
from data.jejak import JejakQ, Pelaku
from data.masalah.lupakan import lupakan_masalah
from data.orang import TANPA_NAMA, OrangQ, tanggal_lokal
from data.panel import tutup_panel
from data.register.lupakan import lupakan_register
from data.rencana.lupakan import lupakan_rencana
from data.store import Param, Tx

TUNDA = 86_400
"""Seconds to change one's mind."""
NAMA_TERHAPUS = "Pendamping (dihapus)"
SIDIK = re.compile(r'"([0-9a-f]{64})"')
TERJAGA = "status IN ('terbuka', 'ditunda')"


@dataclass(frozen=True)
class Pergi:
    """Who has gone, for the last words: nothing of it can be looked up any more."""

    orang_id: int
    zona: str
    alamat: tuple[Alamat, ...]
    tugas: tuple[tuple[str, str], ...]
    """(role, place) of the assignments that have ended with it."""
    foto: tuple[str, ...]
    """SHA-256 of pictures that are nobody's any more: to be taken from the disk."""


class PenghapusanQ:
    def __init__(self, tx: Tx, kini: int) -> None:
        self._tx = tx
        self._kini = kini

    def minta(self, orang_id: int) -> int:
        """When it will be done, UTC epoch seconds. Asked twice, the first time counts."""
        row = self._tx.one(
            "INSERT INTO penghapusan (orang_id, diminta, jatuh) VALUES (?, ?, ?) "
            "ON CONFLICT (orang_id) DO UPDATE SET diminta = penghapusan.diminta RETURNING jatuh",
            (orang_id, self._kini, self._kini + TUNDA),
        )
        assert row is not None
        return int(row["jatuh"])

    def batal(self, orang_id: int) -> bool:
        """False when none was asked for."""
        return bool(self._tx.run("DELETE FROM penghapusan WHERE orang_id = ? AND selesai IS NULL", (orang_id,)))

    def menunggu(self, orang_id: int) -> tuple[int, int] | None:
        """(asked, due) of an erasure that is still to come."""
        row = self._tx.one("SELECT diminta, jatuh FROM penghapusan WHERE orang_id = ? AND selesai IS NULL", (orang_id,))
        return None if row is None else (int(row["diminta"]), int(row["jatuh"]))

    def berikut(self) -> int | None:
        """The person whose erasure has been due longest."""
        row = self._tx.one(
            "SELECT orang_id FROM penghapusan WHERE selesai IS NULL AND jatuh <= ? ORDER BY jatuh, orang_id LIMIT 1"
            + self._tx.skip_locked,
            (self._kini,),
        )
        return None if row is None else int(row["orang_id"])

    def jalankan(self, orang_id: int) -> Pergi:
        self._tx.lock(f"orang:{orang_id}")
        orang = OrangQ(self._tx).ambil(orang_id, self._kini)
        alamat = tuple(AlamatQ(self._tx).milik(orang_id))
        foto = self._foto(orang_id, alamat)
        self._obrolan(orang_id, alamat)
        tugas = self._tugas(orang_id, tanggal_lokal(self._kini, orang.zona) - timedelta(days=1))
        self._catatan(orang_id)
        lupakan_register(self._tx, orang_id)
        self._drp(orang_id)
        lupakan_dokumen(self._tx, orang_id, self._kini)
        self._kata(orang_id)
        self._rekap(orang_id)
        lupakan_camat(self._tx, orang_id, orang.nama, NAMA_TERHAPUS)
        nama = NAMA_TERHAPUS if tugas or self._pernah_mencatat(orang_id) else TANPA_NAMA
        self._jalan(
            "UPDATE orang SET nama = ?, setuju = NULL, setuju_versi = 0, dihapus = ? WHERE id = ?",
            nama, self._kini, orang_id,
        )  # fmt: skip
        self._jalan("UPDATE penghapusan SET selesai = ? WHERE orang_id = ?", self._kini, orang_id)
        JejakQ(self._tx, Pelaku(orang_id, "jadwal", self._kini)).tulis("hapus", "orang", orang_id)
        return Pergi(orang_id, orang.zona, alamat, tugas, self._tak_terpakai(foto))

    def _obrolan(self, orang_id: int, alamat: tuple[Alamat, ...]) -> None:
        for satu in alamat:
            di = (satu.kanal, satu.tujuan)
            self._jalan("DELETE FROM inbox WHERE kanal = ? AND tujuan = ? AND status <> 'baru'", *di)
            self._jalan("DELETE FROM outbox WHERE kanal = ? AND tujuan = ? AND status <> 'dikirim'", *di)
            self._jalan("DELETE FROM percobaan WHERE siapa = ?", f"{satu.kanal}:{satu.tujuan}")
            if satu.kanal == "whatsapp":  # its numbers and ids go once the last words are said (`KontakQ`)
                self._jalan(
                    "UPDATE wa_kontak SET pergi = ?, izin = NULL, masuk_id = '' WHERE tujuan = ?",
                    self._kini, satu.tujuan,
                )  # fmt: skip
            if satu.kanal == "web":
                self._jalan("DELETE FROM web_pesan WHERE tujuan = ?", satu.tujuan)
        self._jalan("DELETE FROM alamat WHERE orang_id = ?", orang_id)
        self._jalan("DELETE FROM tautan WHERE orang_id = ?", orang_id)
        tutup_panel(self._tx, orang_id)
        self._jalan("DELETE FROM kerja WHERE orang_id = ?", orang_id)  # one that runs can settle nothing any more
        self._jalan(
            f"UPDATE percakapan SET status = CASE WHEN {TERJAGA} THEN 'batal' ELSE status END, "
            "keadaan = '{}', hasil = '' WHERE orang_id = ?",
            orang_id,
        )

    def _tugas(self, orang_id: int, kemarin: object) -> tuple[tuple[str, str], ...]:
        rows = self._tx.all(
            "SELECT peran, wilayah FROM penugasan WHERE orang_id = ? AND peran <> 'warga' "
            "AND (sampai IS NULL OR sampai > ?) ORDER BY id",
            (orang_id, str(kemarin)),
        )
        self._jalan(
            "UPDATE penugasan SET sampai = ? WHERE orang_id = ? AND (sampai IS NULL OR sampai > ?)",
            str(kemarin), orang_id, str(kemarin),
        )  # fmt: skip
        return tuple((row["peran"], row["wilayah"]) for row in rows)

    def _catatan(self, orang_id: int) -> None:
        """Deleted entries are emptied; of those nobody has approved the pictures go."""
        self._jalan(
            "DELETE FROM kegiatan_foto WHERE kegiatan_id IN "
            "(SELECT id FROM kegiatan WHERE orang_id = ? AND (periksa <> 'setuju' OR dihapus IS NOT NULL))",
            orang_id,
        )
        self._jalan(
            "UPDATE kegiatan SET hasil = '', masalah = NULL, tindak_lanjut = NULL, lokasi = NULL "
            "WHERE orang_id = ? AND dihapus IS NOT NULL",
            orang_id,
        )

    def _drp(self, orang_id: int) -> None:
        """Copies of entries, ticked off, and what was kept of comparisons."""
        self._jalan("DELETE FROM drp_salin WHERE kegiatan_id IN (SELECT id FROM kegiatan WHERE orang_id = ?)", orang_id)
        self._jalan("DELETE FROM drp_cocok WHERE orang_id = ?", orang_id)

    def _kata(self, orang_id: int) -> None:
        """What they wrote elsewhere, and what their trail kept of it."""
        for tabel in ("cuti", "halangan"):
            self._jalan(f"UPDATE {tabel} SET alasan = '' WHERE orang_id = ?", orang_id)
        self._jalan("UPDATE tanya SET orang_id = NULL, teks = '' WHERE orang_id = ?", orang_id)
        self._jalan("DELETE FROM kalender_umum WHERE orang_id = ?", orang_id)
        self._jalan("DELETE FROM bumdes_umum WHERE orang_id = ?", orang_id)
        for tabel, kolom in (("blt_salur", "alasan"), ("blt_ubah", "catatan")):
            self._jalan(f"UPDATE {tabel} SET {kolom} = '' WHERE orang_id = ? AND dihapus IS NOT NULL", orang_id)
        self._jalan("DELETE FROM kalender_selesai WHERE desa = ?", f"orang:{orang_id}")
        self._jalan(
            "UPDATE permintaan SET status = CASE WHEN status = 'menunggu' THEN 'ditarik' ELSE status END "
            "WHERE orang_id = ?",
            orang_id,
        )
        self._jalan(
            "UPDATE pertanyaan SET status = CASE WHEN status = 'menunggu' THEN 'ditarik' ELSE status END, "
            "teks = '', tujuan = '' WHERE orang_id = ?",
            orang_id,
        )
        self._jalan("UPDATE pertanyaan SET untuk = NULL, naik = NULL WHERE untuk = ? AND status = 'menunggu'", orang_id)
        self._jalan("UPDATE tugas_orang SET catatan = '' WHERE orang_id = ?", orang_id)
        self._jalan("UPDATE keputusan SET pj = ?, pj_orang = NULL WHERE pj_orang = ?", NAMA_TERHAPUS, orang_id)
        self._jalan("DELETE FROM siaran WHERE orang_id = ?", orang_id)
        self._jalan("UPDATE fungsi_langkah SET catatan = '' WHERE oleh = ?", orang_id)
        self._jalan(
            "UPDATE kemandirian SET kelompok = '', isi = '{}', berikut = '', catatan = '' "
            "WHERE orang_id = ? AND dihapus IS NOT NULL",
            orang_id,
        )
        self._jalan("DELETE FROM laporan WHERE orang_id = ?", orang_id)
        lupakan_rencana(self._tx, orang_id)
        lupakan_masalah(self._tx, orang_id, self._kini)
        self._jalan("UPDATE undangan SET nama = '' WHERE dipakai_oleh = ?", orang_id)
        self._jalan("UPDATE undangan SET status = 'dicabut' WHERE oleh = ? AND status = 'aktif'", orang_id)
        self._jalan("UPDATE jejak SET sebelum = NULL, sesudah = NULL, alasan = NULL WHERE orang_id = ?", orang_id)
        self._jalan(
            "UPDATE jejak SET sebelum = NULL, sesudah = NULL, alasan = NULL WHERE tabel = 'orang' AND baris_id = ?",
            orang_id,
        )

    def _rekap(self, orang_id: int) -> None:
        """Pictures of weeks and months keep their figures; the name in them goes."""
        rows = self._tx.all("SELECT DISTINCT wilayah FROM penugasan WHERE orang_id = ?", (orang_id,))
        kode = {row["wilayah"][:panjang] for row in rows for panjang in (8, 5, 2)}
        nama = re.compile(rf'("id":{orang_id},"nama":)"(?:[^"\\]|\\.)*"')
        for satu in sorted(kode):
            for row in self._tx.all("SELECT jenis, periode, isi FROM rekap WHERE kode = ?", (satu,)):
                baru = nama.sub(rf'\1"{NAMA_TERHAPUS}"', row["isi"])
                if baru != row["isi"]:
                    self._jalan(
                        "UPDATE rekap SET isi = ? WHERE kode = ? AND jenis = ? AND periode = ?",
                        baru, satu, row["jenis"], row["periode"],
                    )  # fmt: skip

    def _pernah_mencatat(self, orang_id: int) -> bool:
        tabel = ("kegiatan", "musdes", "register", "kemandirian", "laporan_camat")
        sql = " UNION ".join(f"SELECT 1 AS ada FROM {t} WHERE orang_id = ?" for t in tabel)
        return self._tx.one(f"{sql} LIMIT 1", (orang_id,) * len(tabel)) is not None

    def _foto(self, orang_id: int, alamat: tuple[Alamat, ...]) -> set[str]:
        """All pictures that came from them, wherever they stand."""
        isi = [
            *self._tx.all("SELECT keadaan AS isi FROM percakapan WHERE orang_id = ?", (orang_id,)),
            *(
                row
                for satu in alamat
                for row in self._tx.all(
                    "SELECT isi FROM inbox WHERE kanal = ? AND tujuan = ?", (satu.kanal, satu.tujuan)
                )
            ),
            *(
                row
                for satu in alamat
                if satu.kanal == "web"
                for row in self._tx.all("SELECT isi FROM web_pesan WHERE tujuan = ? AND dari = 'saya'", (satu.tujuan,))
            ),
        ]
        milik = self._tx.all(
            "SELECT f.sidik FROM kegiatan_foto f JOIN kegiatan k ON k.id = f.kegiatan_id WHERE k.orang_id = ? "
            "UNION SELECT f.sidik FROM register_foto f JOIN register r ON r.id = f.register_id "
            "WHERE r.orang_id = ? OR r.milik = ? "
            "UNION SELECT f.sidik FROM masalah_foto f JOIN masalah m ON m.id = f.masalah_id WHERE m.orang_id = ?",
            (orang_id,) * 4,
        )
        return {s for row in isi for s in SIDIK.findall(row["isi"])} | {row["sidik"] for row in milik}

    def _tak_terpakai(self, foto: set[str]) -> tuple[str, ...]:
        """Those of no entry or musyawarah, and in nobody's draft or unread message, leave the list of pictures."""
        hasil = []
        for sidik in sorted(foto):
            dipakai = self._tx.one(
                "SELECT 1 AS ada WHERE EXISTS (SELECT 1 FROM kegiatan_foto WHERE sidik = ?) "
                "OR EXISTS (SELECT 1 FROM musdes_foto WHERE sidik = ?) "
                "OR EXISTS (SELECT 1 FROM register_foto WHERE sidik = ?) "
                "OR EXISTS (SELECT 1 FROM masalah_foto WHERE sidik = ?) "
                "OR EXISTS (SELECT 1 FROM keputusan_status WHERE bukti = ? AND bukti <> '') "
                f"OR EXISTS (SELECT 1 FROM percakapan WHERE {TERJAGA} AND keadaan LIKE ?) "
                "OR EXISTS (SELECT 1 FROM inbox WHERE status = 'baru' AND isi LIKE ?)",
                (sidik, sidik, sidik, sidik, sidik, f"%{sidik}%", f"%{sidik}%"),
            )
            if dipakai is None and self._tx.run("DELETE FROM media WHERE sidik = ?", (sidik,)):
                hasil.append(sidik)
        return tuple(hasil)

    def _jalan(self, sql: str, *params: Param) -> None:
        self._tx.run(sql, params)
