"""Reading it: one village and year, several at once, and sums of places that hold villages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from data.blt.isi import Blt, JumlahBlt, PerubahanBlt, Salur, dari_baris
from data.blt.terlambat import bulan_terlambat, terlambat_sampai
from data.kartu_desa import SEKALIGUS, Perubahan
from data.katalog.blt import muat_blt
from data.lingkup import Lingkup, syarat
from data.store import Param, Row, Tx

KOLOM = (
    "b.id, b.desa, b.tahun, b.keluarga, b.bulanan, b.dari, b.sampai, b.musdes_tanggal, b.musdes_id, b.sk, "
    "b.sk_tanggal, COALESCE(m.nomor, '') AS musdes, b.keluarga + COALESCE((SELECT SUM(u.keluarga) FROM blt_ubah u "
    "WHERE u.desa = b.desa AND u.tahun = b.tahun AND u.dihapus IS NULL), 0) AS kini"
)
DARI = "FROM blt b LEFT JOIN musdes m ON m.id = b.musdes_id AND m.dihapus IS NULL"
SALUR = (
    "SELECT s.id, s.nomor, s.desa, s.tahun, s.dari, s.sampai, s.tanggal, s.keluarga, s.rupiah, s.alasan, s.orang_id, "
    "s.dihapus, o.nama FROM blt_salur s JOIN orang o ON o.id = s.orang_id"
)


class BltBaca:
    def __init__(self, tx: Tx, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._lingkup = lingkup
        self._hari = hari

    def boleh(self, desa: str) -> bool:
        """Whether the person may write of this village: a confirmed pendamping there."""
        return self._lingkup.boleh_mendampingi(desa)

    def ambil(self, desa: str, tahun: int) -> Blt | None:
        return self.banyak([desa], tahun).get(desa)

    def banyak(self, desa: Collection[str], tahun: int) -> dict[str, Blt]:
        """By village, those that may be read and of which something was set."""
        boleh = sorted(kode for kode in desa if self._lingkup.boleh_baca(kode))
        hasil: dict[str, Blt] = {}
        for n in range(0, len(boleh), SEKALIGUS):
            bagian = boleh[n : n + SEKALIGUS]
            tanda = ", ".join("?" * len(bagian))
            rows = self._tx.all(f"SELECT {KOLOM} {DARI} WHERE b.tahun = ? AND b.desa IN ({tanda})", [tahun, *bagian])
            hasil |= {row["desa"]: _blt(row) for row in rows}
        return hasil

    def tahun(self, desa: str) -> list[int]:
        """Years of which anything is known, the latest first."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT tahun FROM blt WHERE desa = ? UNION SELECT tahun FROM blt_salur WHERE desa = ? "
            "AND dihapus IS NULL ORDER BY 1 DESC",
            (desa, desa),
        )
        return [int(row["tahun"]) for row in rows]

    def salur(self, desa: str, tahun: int) -> list[Salur]:
        """Payments of that year, by month."""
        if not self._lingkup.boleh_baca(desa):
            return []
        syarat_ = "s.desa = ? AND s.tahun = ? AND s.dihapus IS NULL ORDER BY s.dari, s.tanggal, s.id"
        return self._salur(syarat_, (desa, tahun))

    def satu(self, nomor: str) -> Salur | None:
        """Also one that was deleted. None outside the scope."""
        semua = self._salur("s.nomor = ?", (nomor.upper(),))
        return semua[0] if semua and self._lingkup.boleh_baca(semua[0].desa) else None

    def bertumpuk(self, desa: str, tahun: int, dari: int, sampai: int, kecuali: str = "") -> list[Salur]:
        """Payments that hold one of these months already."""
        return [s for s in self.salur(desa, tahun) if s.dari <= sampai and dari <= s.sampai and s.nomor != kecuali]

    def perubahan(self, desa: str, tahun: int) -> list[PerubahanBlt]:
        """Families that came or went, the latest first."""
        if not self._lingkup.boleh_baca(desa):
            return []
        return self._ubah("u.dihapus IS NULL AND u.desa = ?", [desa], tahun)

    def satu_perubahan(self, desa: str, tahun: int, id_: int) -> PerubahanBlt | None:
        """Also one that was deleted. None outside the scope."""
        if not self._lingkup.boleh_baca(desa):
            return None
        return next(iter(self._ubah("u.desa = ? AND u.id = ?", [desa, id_], tahun)), None)

    def semua_perubahan(self, desa: Collection[str], tahun: int) -> list[PerubahanBlt]:
        """Of these villages, by their codes; only what may be read."""
        boleh = sorted(kode for kode in desa if self._lingkup.boleh_baca(kode))
        hasil: list[PerubahanBlt] = []
        for n in range(0, len(boleh), SEKALIGUS):
            bagian = boleh[n : n + SEKALIGUS]
            hasil += self._ubah(f"u.dihapus IS NULL AND u.desa IN ({', '.join('?' * len(bagian))})", bagian, tahun)
        return sorted(hasil, key=lambda p: (p.desa, p.tanggal, p.id))

    def _ubah(self, di_sana: str, letak: Sequence[Param], tahun: int) -> list[PerubahanBlt]:
        rows = self._tx.all(
            "SELECT u.id, u.desa, u.tahun, u.tanggal, u.sebab, u.keluarga, u.catatan, u.dihapus, o.nama "
            f"FROM blt_ubah u JOIN orang o ON o.id = u.orang_id WHERE u.tahun = ? AND {di_sana} "
            "ORDER BY u.tanggal DESC, u.id DESC",
            [tahun, *letak],
        )
        return [PerubahanBlt(**{nama: r[nama] for nama in PerubahanBlt.__dataclass_fields__}) for r in rows]

    @property
    def tahun_jatuh(self) -> int:
        """The year in which the last month that is due lies."""
        return muat_blt().batas(self._hari)[0]

    def belum(self, b: Blt) -> tuple[int, ...]:
        """Months that were to be paid by now and are late."""
        tahun, bulan = muat_blt().batas(self._hari)
        if b.tahun > tahun:
            return ()
        sampai = 12 if b.tahun < tahun else bulan
        return terlambat_sampai(self._tx, b.tahun, sampai, ("b.desa = ?", [b.desa])).get(b.desa, ())

    def berikut(self, b: Blt) -> tuple[int, ...]:
        """Months of that year that nothing has been paid for, late or not."""
        dibayar = {n for s in self.salur(b.desa, b.tahun) for n in range(s.dari, s.sampai + 1)}
        return tuple(n for n in range(b.dari, b.sampai + 1) if n not in dibayar)

    def terlambat(self, kode: Collection[str]) -> dict[str, tuple[int, ...]]:
        """Late months by village, of these places or in them; only what may be read."""
        di_sana, letak = syarat("b.desa", [satu for satu in kode if self._lingkup.boleh_baca(satu)])
        return bulan_terlambat(self._tx, self._hari, (di_sana, letak))

    def jumlah(self, kode: str, tahun: int, panjang: int) -> list[JumlahBlt]:
        """Sums of what lies in `kode`, by the first `panjang` characters of the villages' codes."""
        if not self._lingkup.boleh_baca(kode):
            return []
        di_sana, letak = syarat("b.desa", [kode])
        rows = self._tx.all(
            f"SELECT SUBSTR(b.desa, 1, {panjang}) AS kode, COUNT(*) AS desa, "
            "SUM(b.keluarga + COALESCE(u.keluarga, 0)) AS keluarga, "
            "SUM(CASE WHEN s.rupiah IS NULL THEN 0 ELSE 1 END) AS dibayar, SUM(COALESCE(s.rupiah, 0)) AS rupiah "
            "FROM blt b LEFT JOIN (SELECT desa, SUM(rupiah) AS rupiah FROM blt_salur WHERE tahun = ? "
            "AND dihapus IS NULL GROUP BY desa) s ON s.desa = b.desa "
            "LEFT JOIN (SELECT desa, SUM(keluarga) AS keluarga FROM blt_ubah WHERE tahun = ? AND dihapus IS NULL "
            "GROUP BY desa) u ON u.desa = b.desa "
            f"WHERE b.tahun = ? AND b.keluarga > 0 AND {di_sana} GROUP BY SUBSTR(b.desa, 1, {panjang}) ORDER BY 1",
            [tahun, tahun, tahun, *letak],
        )
        telat: dict[str, tuple[int, int]] = {}
        if tahun == self.tahun_jatuh:
            for desa, bulan in self.terlambat([kode]).items():
                n, m = telat.get(desa[:panjang], (0, 0))
                telat[desa[:panjang]] = n + 1, m + len(bulan)
        return [
            JumlahBlt(
                r["kode"], int(r["desa"]), int(r["keluarga"]), int(r["dibayar"]), int(r["rupiah"]),
                *telat.get(r["kode"], (0, 0)),
            )
            for r in rows
        ]  # fmt: skip

    def semua_salur(self, kode: Collection[str], tahun: int) -> list[Salur]:
        """Every payment of these places or in them, by village and month; only what may be read."""
        di_sana, letak = syarat("s.desa", [satu for satu in kode if self._lingkup.boleh_baca(satu)])
        urut = "ORDER BY s.desa, s.dari, s.tanggal, s.id"
        return self._salur(f"s.tahun = ? AND s.dihapus IS NULL AND {di_sana} {urut}", [tahun, *letak])

    def riwayat(self, desa: str, tahun: int, *, batas: int = 30) -> list[Perubahan]:
        """What was changed of that year: its setting and its payments, the latest first."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.apa, j.tabel, j.kolom, j.sebelum, j.sesudah FROM jejak j "
            "JOIN orang o ON o.id = j.orang_id WHERE "
            "((j.tabel = 'blt' AND j.baris_id IN (SELECT id FROM blt WHERE desa = ? AND tahun = ?)) "
            "OR (j.tabel = 'blt_salur' AND j.baris_id IN (SELECT id FROM blt_salur WHERE desa = ? AND tahun = ?)) "
            "OR (j.tabel = 'blt_ubah' AND j.baris_id IN (SELECT id FROM blt_ubah WHERE desa = ? AND tahun = ?))) "
            "AND COALESCE(j.kolom, '') <> 'musdes_id' ORDER BY j.id DESC LIMIT ?",
            (*(desa, tahun) * 3, batas),
        )
        return [
            Perubahan(int(r["waktu"]), r["nama"], r["kolom"] or r["apa"], r["sebelum"] or "", r["sesudah"] or "")
            for r in rows
        ]

    def _salur(self, syarat_: str, params: Collection[Param]) -> list[Salur]:
        return [_salur(row) for row in self._tx.all(f"{SALUR} WHERE {syarat_}", list(params))]


def _blt(row: Row) -> Blt:
    return Blt(**dari_baris(Blt, row))  # type: ignore[arg-type]


def _salur(row: Row) -> Salur:
    return Salur(**dari_baris(Salur, row))  # type: ignore[arg-type]
