"""Kader of villages: what each has been through, which step that shows, what a village still lacks, who has joined us.

The cards themselves are things of a register (`data.register`), as is every training and activity of theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.jejak import JejakQ, Pelaku
from data.katalog.kader import Anak, muat_kader
from data.kegiatan import FotoKegiatan
from data.lingkup import Lingkup, syarat
from data.orang import KPMD
from data.penugasan import PenugasanQ
from data.register import Nilai, Register, RegisterQ
from data.store import Param, Tx
from data.undangan import AKTIF, Undangan, UndanganQ

KADER, GIAT, BIDANG = "kader", "kegiatan_kader", "bidang_kader"
"""Their registers; `GIAT` belongs to a kader, `BIDANG` says which kinds one village hopes for."""
USUL = 5
"""Trainings that are suggested."""


@dataclass(frozen=True)
class Jalan:
    """What one kader has been through."""

    hitung: Counter[str]
    """By macam."""
    latih: str
    """Day of the last training, ISO; ''."""
    topik: str
    tangga: str
    """The step that somebody has confirmed; ''."""

    @property
    def berikut(self) -> Anak | None:
        """None: at the top."""
        return muat_kader().sesudah(self.tangga)

    def ada(self, anak: Anak) -> int:
        """How much of what that step needs is there."""
        return sum(self.hitung[m] for m in anak.perlu.macam)

    @property
    def siap(self) -> Anak | None:
        """The next step, where all that shows it is there and only somebody's word is missing."""
        lanjut = self.berikut
        return lanjut if lanjut and self.ada(lanjut) >= lanjut.perlu.jumlah else None


@dataclass(frozen=True)
class Baris:
    """A kader in a list."""

    kader: Register
    jalan: Jalan
    basi: bool
    """No training for so long that the catalogue calls it old."""


@dataclass(frozen=True)
class KaderDesa:
    """One village: who serves, and what is missing."""

    desa: str
    baris: tuple[Baris, ...]
    kosong: tuple[str, ...]
    """Kinds that are hoped for and that nobody does."""

    @property
    def tanpa_sk(self) -> int:
        return sum("sk" not in b.kader.isi for b in self.baris)

    @property
    def basi(self) -> int:
        return sum(b.basi for b in self.baris)

    @property
    def siap(self) -> int:
        return sum(b.jalan.siap is not None for b in self.baris)

    @property
    def celah(self) -> int:
        return len(self.kosong) + self.tanpa_sk + self.basi

    def jumlah(self, kelamin: str) -> int:
        return sum(b.kader.isi.get("kelamin") == kelamin for b in self.baris)


@dataclass(frozen=True)
class UsulLatih:
    """An entry about a training in which a kader may have taken part."""

    nomor: str
    tanggal: str
    hasil: str


class KaderQ:
    def __init__(
        self,
        tx: Tx,
        pelaku: Pelaku,
        jejak: JejakQ,
        lingkup: Lingkup,
        hari: date,
        register: RegisterQ,
        undangan: UndanganQ,
        penugasan: PenugasanQ,
    ) -> None:
        self._tx = tx
        self._pelaku = pelaku
        self._jejak = jejak
        self._lingkup = lingkup
        self._hari = hari
        self._register = register
        self._undangan = undangan
        self._penugasan = penugasan

    # -- one ------------------------------------------------------------------------------------------------------

    def saya(self, *, terbuka: bool | None = True) -> list[Register]:
        """Cards about the person who asks."""
        return self._register.daftar(KADER, milik=self._pelaku.orang_id, terbuka=terbuka)

    def ambil(self, nomor: str) -> Register | None:
        """None as well for a thing of another register."""
        r = self._register.ambil(nomor)
        return r if r and r.jenis == KADER else None

    def kegiatan(self, r: Register, *, batas: int = 1000, mulai: int = 0) -> list[Register]:
        """Trainings and activities, the latest first."""
        return self._register.daftar(GIAT, induk=r.id, terbuka=None, batas=batas, mulai=mulai)

    def jalan(self, r: Register) -> Jalan:
        return _jalan(r, self.kegiatan(r))

    def basi(self, jalan: Jalan) -> bool:
        batas = self._hari - timedelta(days=muat_kader().latih_hari)
        return jalan.latih < batas.isoformat()

    def usul_latih(self, r: Register) -> list[UsulLatih]:
        """Trainings of kader logged in the village or its kecamatan that this card does not have yet."""
        jenis = muat_kader().kegiatan_latih
        sudah = {str(g.isi.get("kegiatan", "")) for g in self.kegiatan(r)}
        di_sana, letak = syarat("k.desa", self._lingkup.baca)
        awal = self._hari - timedelta(days=muat_kader().latih_hari)
        params: list[Param] = [
            *jenis, r.desa, r.desa.rpartition(".")[0], awal.isoformat(), self._pelaku.orang_id, *letak,
            USUL + len(sudah),
        ]  # fmt: skip
        rows = self._tx.all(
            f"SELECT k.nomor, k.tanggal, k.hasil FROM kegiatan k WHERE k.kegiatan IN ({', '.join('?' * len(jenis))}) "
            f"AND k.desa IN (?, ?) AND k.tanggal >= ? AND k.dihapus IS NULL AND (k.orang_id = ? OR {di_sana}) "
            "ORDER BY k.tanggal DESC, k.id DESC LIMIT ?",
            params,
        )
        semua = [UsulLatih(row["nomor"], row["tanggal"], row["hasil"]) for row in rows]
        return [u for u in semua if u.nomor not in sudah][:USUL]

    # -- many -----------------------------------------------------------------------------------------------------

    def diharap(self, desa: str) -> tuple[str, ...]:
        """Kinds of kader that a village hopes for."""
        sendiri = self._register.satu_di(BIDANG, desa)
        return tuple(sendiri.isi["diharap"]) if sendiri else muat_kader().diharap

    def banyak(self, desa: Sequence[str], di: str = "") -> list[KaderDesa]:
        """Those villages as they are given; `di` is a place that holds them all, so that less is read."""
        semua = list(self._register.semua(KADER, desa=di, terbuka=True))
        giat: dict[int, list[Register]] = {}
        for satu in self._register.semua(GIAT, desa=di):
            if satu.induk is not None:
                giat.setdefault(satu.induk, []).append(satu)
        harap = {b.desa: b.isi["diharap"] for b in self._register.semua(BIDANG, desa=di, terbuka=True)}
        per_desa: dict[str, list[Register]] = {}
        for satu in semua:
            per_desa.setdefault(satu.desa, []).append(satu)
        return [self._satu_desa(kode, per_desa.get(kode, []), giat, harap.get(kode)) for kode in desa]

    def _satu_desa(
        self, kode: str, kader: list[Register], giat: dict[int, list[Register]], harap: Sequence[str] | None
    ) -> KaderDesa:
        baris = []
        for r in sorted(kader, key=lambda r: r.judul.lower()):
            jalan = _jalan(r, sorted(giat.get(r.id, []), key=lambda g: (g.tanggal or "", g.id), reverse=True))
            baris.append(Baris(r, jalan, self.basi(jalan)))
        ada = {b for r in kader for b in r.isi["bidang"]}
        kosong = tuple(b for b in (muat_kader().diharap if harap is None else harap) if b not in ada)
        return KaderDesa(kode, tuple(baris), kosong)

    # -- what can be done -----------------------------------------------------------------------------------------

    def catat(
        self,
        r: Register | None,
        desa: str,
        isi: Mapping[str, Nilai],
        *,
        percakapan_id: int | None = None,
        foto: Sequence[FotoKegiatan] = (),
    ) -> str:
        """An activity of a kader, or of the person who asks where they have no card. Returns its number."""
        milik, induk = (r.milik, r.id) if r else (self._pelaku.orang_id, None)
        return self._register.tambah(GIAT, desa, isi, milik=milik, induk=induk, percakapan_id=percakapan_id, foto=foto)

    def boleh_undang(self, r: Register) -> bool:
        return r.ditutup is None and self._lingkup.boleh_bina(KPMD, r.desa) and not self.bertugas(r)

    def undangan(self, r: Register) -> Undangan | None:
        """One made for this kader that can still be used."""
        row = self._tx.one(
            "SELECT u.id, u.oleh FROM kader_undangan k JOIN undangan u ON u.id = k.undangan_id WHERE k.register_id = ? "
            f"AND u.status = '{AKTIF}' AND u.habis > ? ORDER BY u.id DESC LIMIT 1",
            (r.id, self._pelaku.kini),
        )
        return self._undangan.milik(int(row["id"]), int(row["oleh"])) if row else None

    def undang(self, r: Register) -> tuple[str, Undangan]:
        """An invitation for exactly this kader; one that was open until now no longer is."""
        if not self.boleh_undang(r):
            raise LookupError(f"no {r.nomor}")
        while lama := self.undangan(r):
            self._undangan.cabut(lama)
        kode, undangan = self._undangan.buat(KPMD, [r.desa], self._pelaku.orang_id, r.judul)
        self._tx.run("INSERT INTO kader_undangan (undangan_id, register_id) VALUES (?, ?)", (undangan.id, r.id))
        return kode, undangan

    def terima(self, undangan_id: int, orang_id: int) -> None:
        """Somebody joined by that invitation: if it was made for a kader, the card is theirs now."""
        row = self._tx.one(
            "SELECT r.id FROM kader_undangan k JOIN register r ON r.id = k.register_id "
            "WHERE k.undangan_id = ? AND r.dihapus IS NULL",
            (undangan_id,),
        )
        if row:
            self._miliki(int(row["id"]), orang_id)

    def akun(self, r: Register) -> list[tuple[int, str]]:
        """(id, name) of the village's KPMD here whom the person is above and who have no card yet."""
        punya = {k.milik for k in self._register.daftar(KADER, desa=r.desa, terbuka=None)}
        return [
            (t.id, t.nama)
            for t in self._penugasan.terbina()
            if t.id not in punya and any(p.peran == KPMD and p.wilayah == r.desa and p.disahkan for p in t.tugas)
        ]

    def hubungkan(self, r: Register, orang_id: int) -> None:
        """The card is about somebody who joined without it."""
        if orang_id not in {id_ for id_, _ in self.akun(r)} or not self._register.boleh_ubah(r):
            raise LookupError(f"no person {orang_id}")
        self._miliki(r.id, orang_id)

    def bertugas(self, r: Register) -> bool:
        """Whether the kader works here with an account of their own."""
        return r.milik is not None and bool(
            self._tx.one(
                "SELECT 1 AS ada FROM penugasan WHERE orang_id = ? AND peran = ? AND wilayah = ? AND dari <= ? "
                "AND (sampai IS NULL OR sampai >= ?) LIMIT 1",
                (r.milik, KPMD, r.desa, self._hari.isoformat(), self._hari.isoformat()),
            )
        )

    def akhiri(self, r: Register) -> bool:
        """Today is the last day of the kader's assignment there. False when there is none that the person can end."""
        if r.milik is None:
            return False
        tugas = [t for t in self._penugasan.punya(r.milik, self._hari) if t.peran == KPMD and t.wilayah == r.desa]
        for satu in tugas:
            self._penugasan.akhiri(satu.id, self._hari)
        return bool(tugas)

    def _miliki(self, id_: int, orang_id: int) -> None:
        """With what they logged before the card was theirs."""
        kini = self._pelaku.kini
        self._tx.run("UPDATE register SET milik = ?, diubah = ? WHERE id = ?", (orang_id, kini, id_))
        self._tx.run("UPDATE register SET milik = ? WHERE induk = ? AND jenis = ?", (orang_id, id_, GIAT))
        self._tx.run(
            "UPDATE register SET induk = ? WHERE milik = ? AND jenis = ? AND induk IS NULL "
            "AND desa = (SELECT k.desa FROM register k WHERE k.id = ?)",
            (id_, orang_id, GIAT, id_),
        )
        self._jejak.tulis("ubah", "register", id_, kolom="milik")


def _jalan(r: Register, giat: Sequence[Register]) -> Jalan:
    """`giat`: the latest first."""
    latih = next(_latihan(giat), None)
    return Jalan(
        Counter(str(g.isi.get("macam", "")) for g in giat),
        (latih.tanggal or "") if latih else "",
        latih.judul if latih else "",
        str(r.isi.get("tangga", "")),
    )


def _latihan(giat: Sequence[Register]) -> Iterator[Register]:
    dilatih = {m for a in muat_kader().tangga[:1] for m in a.perlu.macam}
    return (g for g in giat if g.isi.get("macam") in dilatih)
