"""The same meeting written down twice: found, said to be another one, or made one record of two."""

from __future__ import annotations

from datetime import date, timedelta

from data.musdes.bagian import Bagian
from data.musdes.dasar import BISA_DIUBAH
from data.musdes.rekaman import DIGABUNG, Musdes, ke_kolom

DEKAT = 3
"""Days around its own in which the same kind in the same village is likely the same meeting."""
BERPINDAH = ("catatan_musdes", "keputusan")


class Gabung(Bagian):
    def serupa(self, m: Musdes) -> list[Musdes]:
        """Others that may be the same meeting, of those that the person may change."""
        semua = self.mirip(m.jenis, self.desa(m), m.tanggal)
        return [s for s in semua if s.id != m.id and s.nomor not in m.beda and m.nomor not in s.beda]

    def mirip(self, jenis: str, desa: list[str], tanggal: str) -> list[Musdes]:
        """The same before it is written down."""
        hari = date.fromisoformat(tanggal)
        dari, sampai = ((hari + timedelta(days=n)).isoformat() for n in (-DEKAT, DEKAT))
        semua = self._daftar(
            f"m.jenis = ? AND m.status <> '{DIGABUNG}' AND EXISTS (SELECT 1 FROM musdes_desa x WHERE "
            f"x.musdes_id = m.id AND x.desa IN ({', '.join('?' * len(desa))}) AND x.tanggal BETWEEN ? AND ?)",
            [jenis, *desa, dari, sampai],
        )
        return [s for s in semua if self.boleh_ubah(s)]

    def bukan(self, m: Musdes, lain: list[str]) -> None:
        """They are other meetings, whatever they look like."""
        self._kunci(m)
        semua = tuple(dict.fromkeys((*m.beda, *lain)))
        self._tx.run("UPDATE musdes SET beda = ? WHERE id = ?", (ke_kolom(semua), m.id))
        self._jejak.tulis("beda", "musdes", m.id, sesudah=", ".join(lain))

    def tujuan(self, m: Musdes) -> Musdes | None:
        """Of one that was merged, the record that it went into at last."""
        ke = self.menurut_id(m.gabung_ke) if m.gabung_ke else None
        return (self.tujuan(ke) or ke) if ke else None

    def gabung(self, dari: Musdes, ke: Musdes) -> bool:
        """Everything of `dari` goes to `ke`, which keeps its own word where both have one; the other's is in the trail.

        False when that has been done, or when they are one.
        """
        for satu in sorted(
            (dari, ke), key=lambda m: m.id
        ):  # always in one order, so that two never wait for each other
            self._kunci(satu)
        dari, ke = self._kunci(dari), self._kunci(ke)
        if dari.id == ke.id or DIGABUNG in (dari.status, ke.status):
            return False
        self.ubah(ke, self._gabungan(dari, ke), f"gabung {dari.nomor}")
        self._pindahkan(dari, ke)
        self._tx.run(
            "UPDATE musdes SET status = ?, gabung_ke = ?, diubah = ? WHERE id = ?",
            (DIGABUNG, ke.id, self._pelaku.kini, dari.id),
        )
        self._jejak.tulis("gabung", "musdes", dari.id, sebelum=dari.nomor, sesudah=ke.nomor)
        if self._cari:
            self._cari.buang("musdes", dari.id)
        self._berubah(ke)
        return True

    def _gabungan(self, dari: Musdes, ke: Musdes) -> dict[str, object]:
        """What `ke` gets. L and P belong together: they come as they are, or not at all."""
        hasil: dict[str, object] = {
            "unsur": tuple(dict.fromkeys((*ke.unsur, *dari.unsur))),
            "isian": {**dari.isian, **ke.isian},
            "penanda": (*ke.penanda, *(p for p in dari.penanda if p.peran not in {q.peran for q in ke.penanda})),
        }
        for kolom in BISA_DIUBAH:
            punya, lain = getattr(ke, kolom), getattr(dari, kolom)
            hadir_ada = kolom.startswith("hadir") and ke.jumlah_hadir is not None
            if kolom not in hasil and punya in (None, "") and not hadir_ada:
                hasil[kolom] = lain
            elif punya != lain and lain not in (None, "", (), {}):
                self._jejak.tulis(
                    "beda", "musdes", ke.id, kolom=kolom, sebelum=str(ke_kolom(punya)), sesudah=str(ke_kolom(lain)),
                    alasan=dari.nomor,
                )  # fmt: skip
        return hasil

    def _pindahkan(self, dari: Musdes, ke: Musdes) -> None:
        agenda = {a.id: self.tambah_agenda(ke, a.judul) for a in self.agenda(dari)}
        for tabel in BERPINDAH:
            for lama, baru in agenda.items():
                self._tx.run(f"UPDATE {tabel} SET agenda_id = ? WHERE agenda_id = ?", (baru, lama))
        self._tx.run(  # what both carried over from before is carried over once
            "UPDATE keputusan SET dari = NULL WHERE musdes_id = ? AND dari IN "
            "(SELECT dari FROM keputusan WHERE musdes_id = ? AND dari IS NOT NULL)",
            (dari.id, ke.id),
        )
        akhir = self._tx.one("SELECT COALESCE(MAX(urutan), 0) AS n FROM keputusan WHERE musdes_id = ?", (ke.id,))
        assert akhir is not None
        self._tx.run(
            "UPDATE keputusan SET musdes_id = ?, urutan = urutan + ?, desa = ? WHERE musdes_id = ?",
            (ke.id, int(akhir["n"]), ke.desa, dari.id),
        )
        self._tx.run("UPDATE catatan_musdes SET musdes_id = ? WHERE musdes_id = ?", (ke.id, dari.id))
        sudah = self.narasumber(ke)
        nama = {n.nama.lower() for n in sudah}
        self.ganti_narasumber(ke, [*sudah, *(n for n in self.narasumber(dari) if n.nama.lower() not in nama)])
        for apa in dict.fromkeys(f.apa for f in self.foto(dari)):
            self.tambah_foto(ke, apa, self.foto(dari, apa))
