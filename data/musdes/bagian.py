"""The parts of a musyawarah that grow while it goes on: agenda, notes, speakers, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from data.kegiatan import FotoKegiatan
from data.musdes.dasar import Dasar
from data.musdes.rekaman import FOTO, Agenda, Catatan, FotoMusdes, Musdes, Narasumber


class Bagian(Dasar):
    # -- agenda ---------------------------------------------------------------------------------------------------

    def agenda(self, m: Musdes) -> list[Agenda]:
        rows = self._tx.all(
            "SELECT id, urutan, judul FROM agenda WHERE musdes_id = ? AND dihapus IS NULL ORDER BY urutan, id", (m.id,)
        )
        return [Agenda(int(row["id"]), int(row["urutan"]), row["judul"]) for row in rows]

    def tambah_agenda(self, m: Musdes, judul: str) -> int:
        """Its id; of one that is there already, that one's."""
        self._kunci(m)
        lama = next((a for a in self.agenda(m) if a.judul.lower() == judul.lower()), None)
        if lama:
            return lama.id
        row = self._tx.one(
            "INSERT INTO agenda (musdes_id, urutan, judul) SELECT ?, COALESCE(MAX(urutan), 0) + 1, ? FROM agenda "
            "WHERE musdes_id = ? RETURNING id",
            (m.id, judul, m.id),
        )
        assert row is not None
        self._tulis(m, "agenda", None, judul)
        return int(row["id"])

    def ubah_agenda(self, m: Musdes, id_: int, judul: str) -> None:
        self._kunci(m)
        lama = next((a for a in self.agenda(m) if a.id == id_), None)
        if lama and lama.judul != judul:
            self._tx.run("UPDATE agenda SET judul = ? WHERE id = ?", (judul, id_))
            self._tulis(m, "agenda", lama.judul, judul)

    def buang_agenda(self, m: Musdes, id_: int) -> None:
        """Notes and decisions under it stay, without it."""
        self._kunci(m)
        lama = next((a for a in self.agenda(m) if a.id == id_), None)
        if lama:
            self._tx.run("UPDATE agenda SET dihapus = ? WHERE id = ?", (self._pelaku.kini, id_))
            self._tulis(m, "agenda", lama.judul, None)

    # -- notes ----------------------------------------------------------------------------------------------------

    def catatan(self, m: Musdes) -> list[Catatan]:
        """In the order in which they were typed."""
        rows = self._tx.all(
            "SELECT id, agenda_id, waktu, teks FROM catatan_musdes WHERE musdes_id = ? AND dihapus IS NULL ORDER BY id",
            (m.id,),
        )
        return [
            Catatan(int(r["id"]), None if r["agenda_id"] is None else int(r["agenda_id"]), int(r["waktu"]), r["teks"])
            for r in rows
        ]

    def tambah_catatan(self, m: Musdes, teks: str, agenda_id: int | None = None) -> int:
        self._kunci(m)
        row = self._tx.one(
            "INSERT INTO catatan_musdes (musdes_id, agenda_id, waktu, orang_id, teks) VALUES (?, ?, ?, ?, ?) "
            "RETURNING id",
            (m.id, agenda_id, self._pelaku.kini, self._pelaku.orang_id, teks),
        )
        assert row is not None
        self._berubah(m)
        return int(row["id"])

    def buang_catatan(self, m: Musdes, id_: int) -> bool:
        """False when it is gone already."""
        self._kunci(m)
        lama = next((c for c in self.catatan(m) if c.id == id_), None)
        if lama is None:
            return False
        self._tx.run("UPDATE catatan_musdes SET dihapus = ? WHERE id = ?", (self._pelaku.kini, id_))
        self._tulis(m, "catatan", lama.teks, None)
        return True

    # -- speakers -------------------------------------------------------------------------------------------------

    def narasumber(self, m: Musdes) -> list[Narasumber]:
        rows = self._tx.all("SELECT nama, unsur FROM narasumber WHERE musdes_id = ? ORDER BY urutan", (m.id,))
        return [Narasumber(row["nama"], row["unsur"]) for row in rows]

    def ganti_narasumber(self, m: Musdes, semua: Sequence[Narasumber]) -> None:
        """All of them at once."""
        self._kunci(m)
        lama = self.narasumber(m)
        if lama == list(semua):
            return
        self._tx.run("DELETE FROM narasumber WHERE musdes_id = ?", (m.id,))
        for urutan, satu in enumerate(semua, start=1):
            self._tx.run(
                "INSERT INTO narasumber (musdes_id, urutan, nama, unsur) VALUES (?, ?, ?, ?)",
                (m.id, urutan, satu.nama, satu.unsur),
            )
        self._tulis(m, "narasumber", _sebut(lama), _sebut(semua))

    # -- pictures -------------------------------------------------------------------------------------------------

    def foto(self, m: Musdes, apa: str = "") -> list[FotoMusdes]:
        rows = self._tx.all(
            "SELECT apa, sidik, waktu FROM musdes_foto WHERE musdes_id = ? AND (? = '' OR apa = ?) "
            "ORDER BY apa, urutan",
            (m.id, apa, apa),
        )
        return [FotoMusdes(row["apa"], row["sidik"], int(row["waktu"])) for row in rows]

    def tambah_foto(self, m: Musdes, apa: str, foto: Sequence[FotoKegiatan | FotoMusdes]) -> int:
        """How many were not there yet."""
        if apa not in FOTO:
            raise ValueError(f"no pictures of {apa!r}")
        self._kunci(m)
        ada = [f.sidik for f in self.foto(m, apa)]
        baru = [f for f in foto if f.sidik not in ada]
        for satu in baru:
            self._tx.run(
                "INSERT INTO musdes_foto (musdes_id, apa, urutan, sidik, waktu) SELECT ?, ?, "
                "COALESCE(MAX(urutan), 0) + 1, ?, ? FROM musdes_foto WHERE musdes_id = ? AND apa = ?",
                (m.id, apa, satu.sidik, satu.waktu, m.id, apa),
            )
        if baru:
            self._jejak.tulis("ubah", "musdes", m.id, kolom="foto", sesudah=f"{apa}: {len(baru)}")
        return len(baru)

    def _tulis(self, m: Musdes, kolom: str, sebelum: str | None, sesudah: str | None) -> None:
        self._jejak.tulis("ubah", "musdes", m.id, kolom=kolom, sebelum=sebelum, sesudah=sesudah)
        self._berubah(m)


def _sebut(semua: Sequence[Narasumber]) -> str:
    return "; ".join(f"{n.nama}, {n.unsur}".rstrip(", ") for n in semua)
