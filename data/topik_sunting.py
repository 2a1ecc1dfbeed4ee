"""What editors change in the topics: every change a row, with who, when and by what source; the latest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from data.faq.muat import Riwayat, Topik, muat_faq
from data.faq.suntingan import Suntingan, baca, kini, salah, tulis
from data.jejak import JejakQ, Pelaku
from data.lingkup import Lingkup, mencakup, syarat
from data.orang import ADMIN, SEBUTAN, TAPM_PROV
from data.pertanyaan_isi import KOLOM, Pertanyaan
from data.store import Row, Tx

PENYUNTING = (ADMIN, TAPM_PROV)
"""Roles that may change what everybody reads, once the level above has confirmed them."""
ASLI = 0
"""In place of a version's number: the catalogue's own words."""


@dataclass(frozen=True)
class Versi:
    id: int
    slug: str
    nama: str
    """Of who wrote it."""
    sumber: str
    waktu: int
    isi: Suntingan | None
    """None: it fits today's rules no longer."""


@dataclass(frozen=True)
class Usulan:
    id: int
    pertanyaan: Pertanyaan


class TopikSuntingQ:
    def __init__(self, tx: Tx, pelaku: Pelaku, jejak: JejakQ, lingkup: Lingkup, hari: date) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari

    @property
    def wilayah(self) -> set[str]:
        """Places from which the person sees proposals; the topics themselves are everybody's."""
        return {t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in PENYUNTING}

    @property
    def boleh(self) -> bool:
        return bool(self.wilayah)

    # -- topics ---------------------------------------------------------------------------------------------------

    def semua(self) -> dict[str, Topik]:
        """As they are now, by slug, also what no process has taken in yet."""
        return kini(suntingan(self._tx)).topik

    def tema(self) -> list[tuple[str, str]]:
        """(kode, name), in order."""
        return [(satu.kode, satu.tema) for satu in muat_faq().tema]

    def pertama(self, kode: str) -> str:
        """Slug of the first topic of that theme."""
        return next(satu.topik[0].slug for satu in muat_faq().tema if satu.kode == kode)

    def riwayat(self, slug: str) -> list[Versi]:
        """The latest first."""
        return self._versi("t.slug = ?", slug)

    def versi(self, id_: int) -> Versi | None:
        return next(iter(self._versi("t.id = ?", id_)), None)

    def simpan(self, topik: Topik, sumber: str, tema: str = "") -> Topik:
        """The topic as stored, with this change in its history. `tema`: of a new one.

        LookupError for who is no editor; ValueError with what is wrong with it.
        """
        self._wajib()
        katalog = kini(suntingan(self._tx))
        peran = next(p for p in PENYUNTING if any(t.disahkan and t.peran == p for t in self._lingkup.tugas))
        baris = Riwayat(max(self._hari, topik.diperiksa), SEBUTAN[peran], sumber)
        baru = replace(topik, riwayat=(*topik.riwayat, baris))
        if baru.slug in katalog.topik:
            tema = katalog.tema_dari(baru.slug).kode
        isi = Suntingan(tema, baru)
        if ada := [*salah(baca(tulis(isi)), katalog)]:
            raise ValueError(ada[0])
        row = self._tx.one(
            "INSERT INTO topik (slug, isi, sumber, oleh, waktu) VALUES (?, ?, ?, ?, ?) RETURNING id",
            (baru.slug, tulis(isi), sumber, self._pelaku.orang_id, self._pelaku.kini),
        )
        assert row is not None
        self._jejak.tulis("sunting", "topik", int(row["id"]), sesudah=baru.slug, alasan=sumber)
        return baru

    # -- proposals ------------------------------------------------------------------------------------------------

    def usulan(self) -> list[Usulan]:
        """Answered questions that nobody has decided on, the oldest first."""
        di_sana, params = syarat("q.desa", self.wilayah)
        return self._usulan(f"u.status = 'menunggu' AND {di_sana}", *params)

    def usulan_satu(self, nomor: str) -> Usulan | None:
        """By its question's number. None as well beyond one's place, and when it has been decided."""
        ketemu = self._usulan("u.status = 'menunggu' AND q.nomor = ?", nomor.upper())
        return next((u for u in ketemu if any(mencakup(a, u.pertanyaan.desa) for a in self.wilayah)), None)

    def putuskan(self, usulan: Usulan, slug: str) -> bool:
        """`slug`: the topic that it became, or was added to; '' to decline. False where somebody was first."""
        self._wajib()
        p = self._pelaku
        status = "diterima" if slug else "ditolak"
        if not self._tx.run(
            "UPDATE usulan_topik SET status = ?, slug = ?, oleh = ?, diputus = ? WHERE id = ? AND status = 'menunggu'",
            (status, slug, p.orang_id, p.kini, usulan.id),
        ):
            return False
        self._jejak.tulis(status, "usulan_topik", usulan.id, sesudah=slug or None)
        return True

    # -- inside ---------------------------------------------------------------------------------------------------

    def _wajib(self) -> None:
        if not self.boleh:
            raise LookupError("no editor")

    def _usulan(self, syarat_: str, *params: str | int) -> list[Usulan]:
        rows = self._tx.all(
            f"SELECT u.id AS usulan_id, {KOLOM} FROM usulan_topik u JOIN pertanyaan q ON q.id = u.pertanyaan_id "
            f"WHERE q.status = 'dijawab' AND q.teks <> '' AND {syarat_} ORDER BY u.id",
            params,
        )
        kolom = Pertanyaan.__dataclass_fields__
        return [Usulan(int(r["usulan_id"]), Pertanyaan(**{nama: r[nama] for nama in kolom})) for r in rows]

    def _versi(self, syarat_: str, param: str | int) -> list[Versi]:
        rows = self._tx.all(
            "SELECT t.id, t.slug, t.isi, t.sumber, t.waktu, o.nama FROM topik t JOIN orang o ON o.id = t.oleh "
            f"WHERE {syarat_} ORDER BY t.id DESC",
            (param,),
        )
        return [Versi(int(r["id"]), r["slug"], r["nama"], r["sumber"], int(r["waktu"]), _terbaca(r)) for r in rows]


def _terbaca(row: Row) -> Suntingan | None:
    try:
        return baca(row["isi"])
    except ValueError:
        return None


def nomor_suntingan(tx: Tx) -> int:
    """Grows with every change; 0 where nobody has changed anything."""
    row = tx.one("SELECT COALESCE(MAX(id), 0) AS n FROM topik")
    return int(row["n"]) if row else 0


def suntingan(tx: Tx) -> dict[str, str]:
    """The latest `isi` of each changed topic, by slug, in the order in which they were first changed."""
    rows = tx.all(
        "SELECT t.slug, t.isi FROM topik t JOIN (SELECT slug, MIN(id) AS pertama, MAX(id) AS akhir FROM topik "
        "GROUP BY slug) a ON a.akhir = t.id ORDER BY a.pertama"
    )
    return {row["slug"]: row["isi"] for row in rows}
