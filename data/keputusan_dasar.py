"""What is done to a decision whatever it is about: its state, its end, and that it is found by its words."""

from __future__ import annotations

from datetime import date

from data.jejak import JejakQ, Pelaku
from data.keputusan_daftar import KeputusanBaca
from data.keputusan_isi import BARU, DIBAWA, Keputusan
from data.lingkup import Lingkup
from data.musdes.dasar import Pencatat
from data.store import Tx


class KeputusanDasar(KeputusanBaca):
    def __init__(
        self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date, cari: Pencatat | None = None
    ) -> None:
        super().__init__(tx, lingkup, hari)
        self._pelaku = pelaku
        self._jejak = jejak
        self._cari = cari

    def tandai(self, keputusan: Keputusan, status: str, alasan: str = "", bukti: str = "") -> bool:
        """False when it stands so already. Every state stays in the history."""
        self._wajib(self.boleh_tandai(keputusan), keputusan)
        return self._pasang(keputusan, status, alasan, bukti)

    def hapus(self, keputusan: Keputusan) -> bool:
        """With its follow-ups. What it was carried over from waits again as it did. False when it was gone."""
        self._wajib(self.boleh_ubah(keputusan), keputusan)
        for satu in self.lanjutan(keputusan):
            self.hapus(satu)
        if not self._buang(keputusan):
            return False
        self._usang(keputusan.musdes_id)
        return True

    def hapus_dari(self, musdes_id: int) -> int:
        """All of a musyawarah, together with it: its papers need no new version for that. How many there were."""
        semua = self.dari_musdes(musdes_id)
        for satu in semua:
            self._wajib(self.boleh_ubah(satu), satu)
            self._buang(satu)
        return len(semua)

    def pulihkan_dari(self, musdes_id: int, waktu: int) -> int:
        """Those that went with it at `waktu`; what they were carried over from is theirs again, unless taken since."""
        rows = self._tx.all(
            "SELECT id FROM keputusan WHERE musdes_id = ? AND dihapus = ? ORDER BY id", (musdes_id, waktu)
        )
        for row in rows:
            self._tx.run("UPDATE keputusan SET dihapus = NULL WHERE id = ?", (row["id"],))
            self._segarkan(int(row["id"]))
        for row in rows:
            k = self._satu("k.id = ?", int(row["id"]))
            if k is None:
                raise LookupError(f"no decision {row['id']}")
            self._jejak.tulis("pulihkan", "keputusan", k.id, sesudah=k.nomor)
            asal = self.asal(k)
            if asal and asal.alasan == f"{k.nomor} dihapus.":
                self._pasang(asal, DIBAWA, f"Dibawa ke {k.nomor}.", "")
        return len(rows)

    # -- within ---------------------------------------------------------------------------------------------------

    def _buang(self, k: Keputusan) -> bool:
        if not self._tx.run(
            "UPDATE keputusan SET dihapus = ? WHERE id = ? AND dihapus IS NULL", (self._pelaku.kini, k.id)
        ):
            return False
        self._jejak.tulis("hapus", "keputusan", k.id, sebelum=k.nomor)
        self._segarkan(k.id)
        asal = self.asal(k)
        if asal and asal.status == DIBAWA:
            semula = next((p.status for p in self.riwayat(asal) if p.status != DIBAWA), BARU)
            self._pasang(asal, semula, f"{k.nomor} dihapus.", "")
        return True

    def _pasang(self, k: Keputusan, status: str, alasan: str, bukti: str) -> bool:
        kini = self._tx.one("SELECT status FROM keputusan WHERE id = ?", (k.id,))
        if kini is None or not self._tx.run(
            "UPDATE keputusan SET status = ?, alasan = ?, bukti = ?, diubah = ? WHERE id = ? AND dihapus IS NULL "
            "AND (status <> ? OR alasan <> ? OR bukti <> ?)",
            (status, alasan, bukti, self._pelaku.kini, k.id, status, alasan, bukti),
        ):
            return False
        self._sejarah(k.id, status, alasan, bukti)
        self._jejak.tulis(
            "tandai", "keputusan", k.id,
            kolom="status", sebelum=kini["status"], sesudah=status, alasan=alasan or None,
        )  # fmt: skip
        return True

    def _sejarah(self, id_: int, status: str, alasan: str, bukti: str) -> None:
        p = self._pelaku
        self._tx.run(
            "INSERT INTO keputusan_status (keputusan_id, waktu, oleh, status, alasan, bukti) VALUES (?, ?, ?, ?, ?, ?)",
            (id_, p.kini, p.orang_id, status, alasan, bukti),
        )

    def _berganti(self, id_: int, musdes_id: int) -> None:
        """Papers that were made say something else now, and it is found by other words."""
        self._usang(musdes_id)
        self._segarkan(id_)

    def _usang(self, musdes_id: int) -> None:
        self._tx.run("UPDATE musdes SET usang = 1 WHERE id = ? AND versi > 0", (musdes_id,))

    def _segarkan(self, id_: int) -> None:
        if self._cari is None:
            return
        k = self._satu("k.id = ?", id_)
        if k is None:
            self._cari.buang("keputusan", id_)
        else:
            kata = " ".join((k.isi, k.pj, k.sumber_dana))
            self._cari.catat("keputusan", id_, k.desa, k.tanggal, k.pencatat, kata)

    def _wajib(self, boleh: bool, k: Keputusan) -> None:
        if not boleh:
            raise LookupError(f"no {k.nomor}")
