"""Questions that wait for a person: asked of a village's pendamping, answered by whoever serves there."""

from __future__ import annotations

from datetime import date

from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, syarat
from data.nomor import nomor_baru
from data.orang import ADMIN, PD, PENDAMPING, OrangQ
from data.penanggap import Penanggap, penanggap
from data.pertanyaan_isi import KOLOM, Pertanyaan, pertanyaan_dari, sebut_penanya
from data.store import Tx

PENJAWAB = (*PENDAMPING, ADMIN)
"""Roles that may answer in their own place, once the level above has confirmed them."""
SEHARI = 86_400
TERBUKA, SEHARIAN = 5, 20
"""Questions of one person that may wait at once, and that may be asked in a day."""
LAMA = 100
"""Of one's own answered ones, the latest that are listed."""


class PertanyaanQ:
    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    # -- who asks -------------------------------------------------------------------------------------------------

    def desa_terakhir(self) -> str:
        """Code of the village that the person asked about last; '' for none."""
        row = self._tx.one(
            "SELECT desa FROM pertanyaan WHERE orang_id = ? AND desa <> '' ORDER BY id DESC LIMIT 1",
            (self._pelaku.orang_id,),
        )
        return "" if row is None else row["desa"]

    def penuh(self) -> str:
        """'terbuka': too many wait; 'hari': too many were asked today; else ''."""
        row = self._tx.one(
            "SELECT COUNT(*) AS hari, (SELECT COUNT(*) FROM pertanyaan WHERE orang_id = ? AND status = 'menunggu') "
            "AS terbuka FROM pertanyaan WHERE orang_id = ? AND dibuat > ?",
            (self._pelaku.orang_id, self._pelaku.orang_id, self._pelaku.kini - SEHARI),
        )
        assert row is not None
        return "terbuka" if int(row["terbuka"]) >= TERBUKA else "hari" if int(row["hari"]) >= SEHARIAN else ""

    def tanyakan(self, teks: str, kode: str, slug: str, tujuan: str) -> tuple[Pertanyaan, Penanggap | None]:
        """`kode`: the village; `tujuan`: where on the present channel it is asked."""
        p = self._pelaku
        ke = penanggap(self._tx, kode, p.kini, selain=p.orang_id)
        nomor = nomor_baru(self._tx, "Q", self._hari)
        self._tx.run(
            "INSERT INTO pertanyaan (nomor, orang_id, kanal, tujuan, desa, teks, slug, status, untuk, naik, dibuat, "
            "sejak) VALUES (?, ?, ?, ?, ?, ?, ?, 'menunggu', ?, ?, ?, ?)",
            (nomor, p.orang_id, p.kanal, tujuan, kode, teks, slug, *_untuk(ke, p.kini), p.kini, p.kini),
        )
        baru = self.sendiri(nomor)
        assert baru is not None
        self._jejak.tulis("tanyakan", "pertanyaan", baru.id, sesudah=nomor)
        return baru, ke

    def sendiri(self, nomor: str) -> Pertanyaan | None:
        return self._satu("q.nomor = ? AND q.orang_id = ?", nomor.upper(), self._pelaku.orang_id)

    def milik(self) -> list[Pertanyaan]:
        """One's own: those that wait, then the answered ones, the latest first."""
        return self._semua(
            "q.orang_id = ? AND q.status <> 'ditarik'",
            [self._pelaku.orang_id],
            f"CASE q.status WHEN 'menunggu' THEN 0 ELSE 1 END, q.id DESC LIMIT {LAMA}",
        )

    def nilai(self, q: Pertanyaan, *, membantu: bool) -> None:
        """The asker's word on the answer."""
        self._tx.run(
            "UPDATE pertanyaan SET membantu = ? WHERE id = ? AND orang_id = ? AND status = 'dijawab'",
            (int(membantu), q.id, self._pelaku.orang_id),
        )

    def tanya_lagi(self, q: Pertanyaan, teks: str) -> Penanggap | None:
        """Open again, with further words; for who answered if they still serve there. LookupError the second time."""
        p = self._pelaku
        ke = penanggap(self._tx, q.desa, p.kini, selain=p.orang_id, utama=q.oleh or 0)
        if not self._tx.run(
            "UPDATE pertanyaan SET status = 'menunggu', teks = ?, untuk = ?, naik = ?, sejak = ?, ulang = ulang + 1, "
            "membantu = 0 WHERE id = ? AND orang_id = ? AND status = 'dijawab' AND ulang = 0",
            (f"{q.teks}\n\nYang belum jelas: {teks}", *_untuk(ke, p.kini), p.kini, q.id, p.orang_id),
        ):
            raise LookupError(f"{q.nomor} cannot be asked on")
        self._jejak.tulis("tanya_lagi", "pertanyaan", q.id, sesudah=q.nomor)
        return ke

    def tarik(self, q: Pertanyaan) -> bool:
        """One's own, while it waits."""
        return bool(
            self._tx.run(
                "UPDATE pertanyaan SET status = 'ditarik' WHERE id = ? AND orang_id = ? AND status = 'menunggu'",
                (q.id, self._pelaku.orang_id),
            )
        )

    # -- who answers ----------------------------------------------------------------------------------------------

    @property
    def wilayah(self) -> set[str]:
        """Places whose questions the person may answer."""
        return {t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENJAWAB}

    def ambil(self, nomor: str) -> Pertanyaan | None:
        """None beyond one's place, and for one's own: nobody learns that it exists."""
        di_sana, params = syarat("q.desa", self.wilayah)
        syarat_ = f"q.nomor = ? AND q.orang_id <> ? AND q.status <> 'ditarik' AND {di_sana}"
        return self._satu(syarat_, nomor.upper(), self._pelaku.orang_id, *params)

    def menunggu(self) -> list[Pertanyaan]:
        """Those that wait where the person may answer, the oldest first."""
        di_sana, params = syarat("q.desa", self.wilayah)
        syarat_ = f"q.status = 'menunggu' AND q.orang_id <> ? AND {di_sana}"
        return self._semua(syarat_, [self._pelaku.orang_id, *params], "q.sejak, q.id")

    def jawab(self, q: Pertanyaan, teks: str, *, usulkan: bool) -> bool:
        """False where somebody else was first. `usulkan`: the pair is proposed as a topic."""
        p = self._pelaku
        if self.ambil(q.nomor) is None:
            raise LookupError(f"no question {q.nomor}")
        semua = f"{q.jawaban}\n\n{teks}" if q.jawaban else teks
        if not self._tx.run(
            "UPDATE pertanyaan SET status = 'dijawab', jawaban = ?, oleh = ?, dijawab = ?, membantu = NULL "
            "WHERE id = ? AND status = 'menunggu'",
            (semua, p.orang_id, p.kini, q.id),
        ):
            return False
        if usulkan:
            self._tx.run(
                "INSERT INTO usulan_topik (pertanyaan_id, status, dibuat) VALUES (?, 'menunggu', ?) "
                "ON CONFLICT (pertanyaan_id) DO NOTHING",
                (q.id, p.kini),
            )
        self._jejak.tulis("jawab", "pertanyaan", q.id, sesudah=q.nomor)
        return True

    def nama(self, orang_id: int | None) -> str:
        """Of who asked or answered: the name where they agreed that it is kept, else the pseudonym."""
        return "" if orang_id is None else sebut_penanya(OrangQ(self._tx).ambil(orang_id, self._pelaku.kini))

    # -- inside ---------------------------------------------------------------------------------------------------

    def _satu(self, syarat_: str, *params: str | int) -> Pertanyaan | None:
        return next(iter(self._semua(syarat_, list(params), "q.id")), None)

    def _semua(self, syarat_: str, params: list[str | int], urut: str) -> list[Pertanyaan]:
        rows = self._tx.all(f"SELECT {KOLOM} FROM pertanyaan q WHERE {syarat_} ORDER BY {urut}", params)
        return [pertanyaan_dari(row) for row in rows]


def _untuk(ke: Penanggap | None, kini: int) -> tuple[int | None, int | None]:
    """Whose turn it is, and since when it is with the PD."""
    if ke is None:
        return None, None
    return ke.orang_id, kini if ke.peran == PD else None
