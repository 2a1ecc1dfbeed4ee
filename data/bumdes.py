"""How far each village's BUM Desa is on its way to a legal body, and what else is known of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from data.jejak import JejakQ, Pelaku
from data.kalender.periode import tambah_hari_kerja
from data.kartu_desa import KartuDesaQ
from data.katalog.bumdes import muat_bumdes
from data.libur import Kalender, kalender, terisi
from data.lingkup import Lingkup, syarat
from data.store import Row, Tx

AKTIF, TIDAK, BELUM_USAHA = "aktif", "tidak", "belum_usaha"
STATUS = (AKTIF, TIDAK, BELUM_USAHA)
SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class Bumdes:
    desa: str
    nama: str = ""
    langkah: int = 0
    langkah_tanggal: str | None = None
    """ISO date on which it was reached."""
    nama_disetujui: str | None = None
    """ISO date; None where no approved name is known, or it had to be changed."""
    aktif: str = ""
    unit: str = ""
    modal: int | None = None
    """Of the village, whole rupiah."""
    sertifikat: str = ""
    sertifikat_tanggal: str | None = None
    laporan: str | None = None
    """ISO date of the last financial report."""
    direktur: int | None = None
    hambatan: str = ""
    diubah: int = 0
    """0: nothing has ever been written down."""

    @property
    def selesai(self) -> bool:
        return self.langkah >= muat_bumdes().akhir

    @property
    def berjalan(self) -> bool:
        """Whether an approved name is waiting to be used."""
        masa = muat_bumdes().nama
        return self.nama_disetujui is not None and masa.dari <= self.langkah < masa.selesai


@dataclass(frozen=True)
class SisaNama:
    """Until when an approved name holds."""

    sampai: date
    sisa: int
    """Working days left; below zero: so many working days past."""
    lengkap: bool
    """False: the days off of some year in it are not filled in, so only weekends (and local days) were left out."""


@dataclass(frozen=True)
class LangkahBumdes:
    """One step of its history."""

    waktu: int
    nama: str
    """Who wrote it down."""
    langkah: int
    tanggal: str | None
    catatan: str
    musdes: str


@dataclass(frozen=True)
class JumlahBumdes:
    """Of one place that holds villages."""

    kode: str
    tercatat: int = 0
    """Villages of which anything is known."""
    aktif: int = 0
    badan_hukum: int = 0
    diurus: int = 0
    """On their way: past the start, not yet at the end."""


class BumdesQ(KartuDesaQ):
    """Villages outside the scope are as if they were not there."""

    tabel = "bumdes"
    kolom = (
        "nama", "aktif", "unit", "modal", "sertifikat", "sertifikat_tanggal", "laporan", "direktur", "hambatan",
    )  # fmt: skip

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        super().__init__(tx, pelaku, jejak, lingkup)
        self._hari = hari

    def ambil(self, desa: str) -> Bumdes | None:
        """None outside the scope; an empty card where nothing was written down."""
        return self.banyak([desa]).get(desa)

    def banyak(self, desa: Collection[str]) -> dict[str, Bumdes]:
        """By village in the order given, those that may be read."""
        rows = self._baris(desa)
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        return {kode: _bumdes(rows[kode]) if kode in rows else Bumdes(kode) for kode in boleh}

    def gerakkan(
        self,
        desa: str,
        langkah: int,
        tanggal: date,
        *,
        alasan: str = "",
        musdes_id: int | None = None,
    ) -> bool:
        """Raises ValueError for no step, or one back without a reason. False: it stands so, or is not theirs."""
        katalog = muat_bumdes()
        katalog_langkah = {satu.kode for satu in katalog.langkah}
        if langkah not in katalog_langkah:
            raise ValueError(f"no step {langkah}")
        if not self.boleh(desa):
            return False
        self._tx.lock(f"{self.tabel}:{desa}")
        row, hari = self._pastikan(desa), tanggal.isoformat()
        dulu = int(row["langkah"])
        if (dulu, row["langkah_tanggal"]) == (langkah, hari):
            return False
        if katalog.mundur(dulu, langkah) and not alasan:
            raise ValueError("a step back wants a reason")
        p = self._pelaku
        self._tx.run(
            "UPDATE bumdes SET langkah = ?, langkah_tanggal = ?, nama_disetujui = ?, oleh = ?, diubah = ? WHERE id = ?",
            (langkah, hari, _disetujui(langkah, hari, row), p.orang_id, p.kini, row["id"]),
        )
        self._tx.run(
            "INSERT INTO bumdes_langkah (desa, waktu, oleh, langkah, tanggal, catatan, musdes_id) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (desa, p.kini, p.orang_id, langkah, hari, alasan, musdes_id),
        )
        self._jejak.tulis(
            "gerakkan", "bumdes", int(row["id"]),
            kolom="langkah", sebelum=str(dulu), sesudah=str(langkah), alasan=alasan or None,
        )  # fmt: skip
        self._segarkan(int(row["id"]))
        return True

    def langkah(self, desa: str, *, batas: int = 30) -> list[LangkahBumdes]:
        """Every step, the latest first; empty outside the scope."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT g.waktu, o.nama, g.langkah, g.tanggal, g.catatan, m.nomor AS musdes FROM bumdes_langkah g "
            "JOIN orang o ON o.id = g.oleh LEFT JOIN musdes m ON m.id = g.musdes_id AND m.dihapus IS NULL "
            "WHERE g.desa = ? ORDER BY g.id DESC LIMIT ?",
            (desa, batas),
        )
        return [
            LangkahBumdes(int(r["waktu"]), r["nama"], int(r["langkah"]), r["tanggal"], r["catatan"], r["musdes"] or "")
            for r in rows
        ]

    def sisa_nama(self, b: Bumdes) -> SisaNama | None:
        """None where no approved name is waiting to be used."""
        if not b.berjalan or b.nama_disetujui is None:
            return None
        return hitung_sisa(self._tx, b.desa, date.fromisoformat(b.nama_disetujui), self._hari)

    def jumlah(self, kode: str, panjang: int) -> list[JumlahBumdes]:
        """Of what lies in `kode`, by the first `panjang` characters of the villages' codes; only what may be read."""
        if not self._lingkup.boleh_baca(kode):
            return []
        di_sana, letak = syarat("desa", [kode])
        akhir = muat_bumdes().akhir
        rows = self._tx.all(
            f"SELECT SUBSTR(desa, 1, {panjang}) AS kode, COUNT(*) AS n, "
            "SUM(CASE WHEN aktif = 'aktif' THEN 1 ELSE 0 END) AS aktif, "
            "SUM(CASE WHEN langkah >= ? THEN 1 ELSE 0 END) AS sah, "
            "SUM(CASE WHEN langkah BETWEEN 1 AND ? THEN 1 ELSE 0 END) AS diurus "
            f"FROM bumdes WHERE {di_sana} GROUP BY SUBSTR(desa, 1, {panjang}) ORDER BY 1",
            [akhir, akhir - 1, *letak],
        )
        return [JumlahBumdes(r["kode"], int(r["n"]), int(r["aktif"]), int(r["sah"]), int(r["diurus"])) for r in rows]


def _disetujui(langkah: int, hari: str, row: Row) -> str | None:
    """Back before the approval there is none any more; further on it stays what it was."""
    masa = muat_bumdes().nama
    if langkah == masa.dari:
        return hari
    return row["nama_disetujui"] if langkah > masa.dari else None


def hitung_sisa(tx: Tx, desa: str, disetujui: date, hari: date, kal: Kalender | None = None) -> SisaNama:
    """The last working day on which the name holds, by the days off of that village."""
    jumlah = muat_bumdes().nama.hari_kerja
    kal = kal or kalender(tx, desa, disetujui, disetujui + timedelta(days=3 * jumlah + 60))
    sampai = tambah_hari_kerja(disetujui, jumlah, kal.hari_kerja)
    awal, akhir = sorted((hari, sampai))
    beda = sum(kal.hari_kerja(awal + n * SEHARI) for n in range(1, (akhir - awal).days + 1))
    lengkap = all(terisi(tx, tahun) for tahun in range(disetujui.year, sampai.year + 1))
    return SisaNama(sampai, beda if hari <= sampai else -beda, lengkap)


def terlama(semua: Mapping[str, Bumdes]) -> list[Bumdes]:
    """Who has been stuck longest first; then those that have not begun, those of which nothing is known, the done."""

    def urut(b: Bumdes) -> tuple[int, str, str]:
        kelompok = 3 if b.selesai else 2 if not b.diubah else 1 if b.langkah == 0 else 0
        return kelompok, b.langkah_tanggal or "", b.desa

    return sorted(semua.values(), key=urut)


def _bumdes(row: Row) -> Bumdes:
    return Bumdes(**{f.name: row[f.name] for f in fields(Bumdes)})
