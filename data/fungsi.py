"""How far a village is with the steps of the nine functions, as its pendamping said: nothing here is set by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from data.fungsi_usul import Usul, usul
from data.jejak import JejakQ, Pelaku
from data.katalog.fungsi import langkah
from data.lingkup import Lingkup
from data.store import Param, Row, Tx

BELUM, BERJALAN, SELESAI = "belum", "berjalan", "selesai"
KEADAAN = (BELUM, BERJALAN, SELESAI)
DIUBAH = ("keadaan", "tanggal", "bukti", "catatan")
KOLOM = "f.id, f.desa, f.langkah, f.keadaan, f.tanggal, f.bukti, f.catatan, f.diubah, o.nama"
SEKALIGUS = 1_000
"""Villages of one query: each is a parameter."""
Papan = dict[str, "Langkah"]


@dataclass(frozen=True)
class Langkah:
    """One step of one village."""

    langkah: str
    keadaan: str = BELUM
    tanggal: str | None = None
    """ISO; of the state."""
    bukti: str = ""
    catatan: str = ""
    nama: str = ""
    """Who marked it last."""
    diubah: int = 0
    id: int = 0


@dataclass(frozen=True)
class Ubahan:
    """What somebody changed of a step at once."""

    waktu: int
    nama: str
    isi: tuple[tuple[str, str], ...]
    """(column, what it became); '' is emptied."""
    alasan: str = ""


class FungsiQ:
    """Villages outside the scope are as if they were not there."""

    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup

    def boleh(self, desa: str) -> bool:
        """Whether the person may mark this village's steps: a confirmed pendamping there."""
        return self._lingkup.boleh_mendampingi(desa)

    # -- reading --------------------------------------------------------------------------------------------------

    def papan(self, desa: str) -> Papan:
        """Every step; empty outside the scope."""
        return self.papan_banyak([desa]).get(desa, {})

    def papan_banyak(self, desa: Collection[str]) -> dict[str, Papan]:
        """By village in the order given."""
        boleh = [kode for kode in desa if self._lingkup.boleh_baca(kode)]
        hasil = {kode: {i.kode: Langkah(i.kode) for i in langkah()} for kode in boleh}
        for row in self._baris(boleh):
            if row["langkah"] in hasil[row["desa"]]:  # one that was taken out of the catalogue is not shown
                hasil[row["desa"]][row["langkah"]] = _langkah(row)
        return hasil

    def usul(self, desa: str) -> dict[str, list[Usul]]:
        """By step what there serves it, the latest first: proof to be confirmed, never taken by itself."""
        if not self._lingkup.boleh_baca(desa):
            return {}
        return usul(self._tx, desa)

    def riwayat(self, desa: str, langkah_: str) -> list[Ubahan]:
        """Every change, the latest first. Of who had their data erased only that there was one."""
        if not self._lingkup.boleh_baca(desa):
            return []
        rows = self._tx.all(
            "SELECT j.waktu, o.nama, j.kolom, j.sebelum, j.sesudah, j.alasan FROM fungsi_langkah f "
            "JOIN jejak j ON j.tabel = 'fungsi_langkah' AND j.baris_id = f.id JOIN orang o ON o.id = j.orang_id "
            "WHERE f.desa = ? AND f.langkah = ? ORDER BY j.id",
            (desa, langkah_),
        )
        sekali: list[list[Row]] = []
        for row in rows:
            akhir = sekali[-1] if sekali else []
            if not akhir or not _bersama(akhir, row):
                sekali.append([])
            sekali[-1].append(row)
        return [_ubahan(semua) for semua in reversed(sekali)]

    # -- marking --------------------------------------------------------------------------------------------------

    def tandai(
        self,
        desa: str,
        langkah_: str,
        keadaan: str,
        *,
        tanggal: str | None = None,
        bukti: str | None = None,
        catatan: str | None = None,
        alasan: str = "",
    ) -> bool:
        """False when it stands so already, or it is not theirs to mark. `bukti`, `catatan`: None leaves them."""
        if keadaan not in KEADAAN or langkah_ not in {i.kode for i in langkah()}:
            raise ValueError(f"no step {langkah_} {keadaan}")
        if not self.boleh(desa):
            return False
        self._tx.lock(f"fungsi:{desa}:{langkah_}")
        kini = self.papan(desa)[langkah_]
        baru = {
            "keadaan": keadaan,
            "tanggal": tanggal,
            "bukti": kini.bukti if bukti is None else bukti,
            "catatan": kini.catatan if catatan is None else catatan,
        }
        beda = {kolom: nilai for kolom, nilai in baru.items() if nilai != getattr(kini, kolom)}
        if not beda:
            return False
        id_ = self._simpan(desa, langkah_, list(baru.values()))
        for kolom, nilai in beda.items():
            self._jejak.tulis(
                "tandai", "fungsi_langkah", id_,
                kolom=kolom, sebelum=getattr(kini, kolom), sesudah=nilai, alasan=alasan or None,
            )  # fmt: skip
        return True

    def _simpan(self, desa: str, langkah_: str, isi: list[str | None]) -> int:
        akhir: list[Param] = [*isi, self._pelaku.orang_id]
        kini = self._pelaku.kini
        row = self._tx.one(
            "INSERT INTO fungsi_langkah (desa, langkah, keadaan, tanggal, bukti, catatan, oleh, dibuat, diubah) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (desa, langkah) DO UPDATE SET keadaan = ?, tanggal = ?, "
            "bukti = ?, catatan = ?, oleh = ?, diubah = ? RETURNING id",
            (desa, langkah_, *akhir, kini, kini, *akhir, kini),
        )
        assert row is not None
        return int(row["id"])

    def _baris(self, desa: list[str]) -> Iterator[Row]:
        for awal in range(0, len(desa), SEKALIGUS):
            bagian = desa[awal : awal + SEKALIGUS]
            yield from self._tx.all(
                f"SELECT {KOLOM} FROM fungsi_langkah f JOIN orang o ON o.id = f.oleh "
                f"WHERE f.desa IN ({', '.join('?' * len(bagian))})",
                bagian,
            )


def _bersama(semua: list[Row], row: Row) -> bool:
    """Whether that column was changed in the same go: each only once."""
    satu = semua[0]
    return (satu["waktu"], satu["nama"]) == (row["waktu"], row["nama"]) and all(
        r["kolom"] != row["kolom"] for r in semua
    )


def _ubahan(semua: list[Row]) -> Ubahan:
    """A value that is gone before and after was erased with the person's data."""
    isi = tuple((r["kolom"], r["sesudah"] or "") for r in semua if (r["sebelum"], r["sesudah"]) != (None, None))
    return Ubahan(int(semua[0]["waktu"]), semua[0]["nama"], isi, semua[0]["alasan"] or "")


def _langkah(row: Row) -> Langkah:
    return Langkah(**{nama: row[nama] for nama in Langkah.__dataclass_fields__})
