"""The side of those who work on it: what lies in their place, and every step they take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.katalog.masalah import TINGKAT, muat_masalah
from data.lingkup import mencakup, syarat
from data.masalah.dasar import Dasar
from data.masalah.giliran import di_atas, dihindari, jatuh, tenggat
from data.masalah.isi import (
    DIIKUTI,
    DITANGANI,
    DITARIK,
    DITERUSKAN,
    DITUTUP,
    PENDAMPING,
    SELESAI,
    Masalah,
    aman,
)
from data.masalah.naik import pindah
from data.orang import KOORDINATOR, SEBUTAN, TEKNIS
from data.penanggap import PANJANG, Penanggap
from data.store import Param

_DIIKUTI = f"m.status IN ({', '.join(repr(s) for s in DIIKUTI)})"
BERNAMA = "EXISTS (SELECT 1 FROM masalah_nama n WHERE n.masalah_id = m.id AND n.untuk = ?)"
URUT = "CASE WHEN m.status = 'diteruskan' THEN 1 ELSE 0 END, m.tenggat, m.id"


@dataclass(frozen=True)
class Calon:
    """Somebody whom it can be given to."""

    orang_id: int
    nama: str
    peran: str
    tingkat: str


@dataclass(frozen=True)
class Hitungan:
    """Open problems of one place."""

    kode: str
    jumlah: int
    lewat: int
    """Past their day."""
    tertua: int
    """When the oldest was reported."""


class TanganiQ(Dasar):
    @property
    def wilayah(self) -> set[str]:
        """Places whose problems the person sees."""
        return self._lingkup.melayani

    # -- looking --------------------------------------------------------------------------------------------------

    def ambil(self, nomor: str) -> Masalah | None:
        """None beyond one's place, of one's own report as a villager, and of a secret that is another's."""
        boleh, params = self._boleh()
        return self._satu(f"m.nomor = ? AND {boleh}", (nomor.upper(), *params))

    def daftar(self, di: str = "", *, terbuka: bool = True, batas: int = 1000, mulai: int = 0) -> list[Masalah]:
        """What is past its day first; what was handed on to somebody outside last. Closed ones the latest first."""
        boleh, params = self._boleh()
        di_sana, kode = syarat("m.desa", [di]) if di else ("1 = 1", [])
        status, urut = (_DIIKUTI, URUT) if terbuka else (f"NOT ({_DIIKUTI})", "m.selesai DESC, m.id DESC")
        return self._semua(
            f"{status} AND {boleh} AND {di_sana}", [*params, *kode, batas, mulai], urut, " LIMIT ? OFFSET ?"
        )

    def rekap(self, di: str = "", *, panjang: int = PANJANG["pld"]) -> list[Hitungan]:
        """Open ones by place (the first `panjang` characters of its code), the most overdue first."""
        boleh, params = self._boleh()
        di_sana, kode = syarat("m.desa", [di]) if di else ("1 = 1", [])
        rows = self._tx.all(
            f"SELECT SUBSTR(m.desa, 1, {int(panjang)}) AS kode, COUNT(*) AS n, MIN(m.dibuat) AS tertua, "
            "SUM(CASE WHEN m.tenggat < ? AND m.status <> 'diteruskan' THEN 1 ELSE 0 END) AS lewat "
            f"FROM masalah m WHERE {_DIIKUTI} AND {boleh} AND {di_sana} GROUP BY SUBSTR(m.desa, 1, {int(panjang)}) "
            "ORDER BY lewat DESC, n DESC, kode",
            [self._hari.isoformat(), *params, *kode],
        )
        return [Hitungan(r["kode"], int(r["n"]), int(r["lewat"]), int(r["tertua"])) for r in rows]

    def jumlah(self, desa: str, *, tema: str = "", terbuka: bool = True) -> int:
        """How many there are in a place that the person serves.

        Secret ones are counted for those who coordinate there: whom one is kept from does not learn that it is there.
        """
        akar = self.wilayah | self._lingkup.dampingan
        if not any(mencakup(satu, desa) for satu in akar):
            return 0
        di_sana, kode = syarat("m.desa", [desa])
        di_atas_, params = syarat("m.desa", self._koordinasi)
        row = self._tx.one(
            f"SELECT COUNT(*) AS n FROM masalah m WHERE m.status <> ? AND {di_sana} AND (? = '' OR m.tema = ?) "
            f"AND (m.rahasia = 0 OR {BERNAMA} OR {di_atas_})" + (f" AND {_DIIKUTI}" if terbuka else ""),
            (DITARIK, *kode, tema, tema, self._pelaku.orang_id, *params),
        )
        return 0 if row is None else int(row["n"])

    def tertutup(self, di: str = "") -> int:
        """Open secret ones of others where the person coordinates: a number, and nothing else."""
        tempat, params = syarat("m.desa", self._koordinasi)
        di_sana, kode = syarat("m.desa", [di]) if di else ("1 = 1", [])
        row = self._tx.one(
            f"SELECT COUNT(*) AS n FROM masalah m WHERE m.rahasia = 1 AND {_DIIKUTI} AND m.orang_id <> ? AND {tempat} "
            f"AND {di_sana} AND NOT {BERNAMA}",
            (self._pelaku.orang_id, *params, *kode, self._pelaku.orang_id),
        )
        return 0 if row is None else int(row["n"])

    @property
    def _koordinasi(self) -> set[str]:
        return {t.wilayah for t in self._lingkup.tugas if t.disahkan and t.peran in KOORDINATOR}

    def dari_catatan(self, nomor: str) -> str:
        """Number of the problem that the own entry became; '' for none."""
        row = self._tx.one(
            "SELECT m.nomor FROM masalah m JOIN kegiatan k ON k.id = m.kegiatan_id WHERE k.nomor = ? "
            "AND k.orang_id = ?",
            (nomor.upper(), self._pelaku.orang_id),
        )
        return "" if row is None else row["nomor"]

    def nama_pj(self, m: Masalah) -> str:
        """'' where it lies with nobody."""
        row = self._tx.one("SELECT nama FROM orang WHERE id = ?", (m.pj or 0,))
        return "" if row is None else row["nama"]

    def calon(self, m: Masalah) -> list[Calon]:
        """Who serves that village at any level, the nearest first; never its reporter, nor whose it is."""
        if not any(mencakup(satu, m.desa) for satu in self.wilayah):
            return []
        hari, bukan = self._hari.isoformat(), dihindari(self._tx, m.desa, m.awal, self._pelaku.kini)
        peran = {**PANJANG, TEKNIS: PANJANG["pd"]}
        hasil = []
        for satu, panjang in sorted(peran.items(), key=lambda p: -p[1]):
            rows = self._tx.all(
                "SELECT DISTINCT p.orang_id, o.nama FROM penugasan p JOIN orang o ON o.id = p.orang_id "
                "WHERE p.peran = ? AND p.wilayah = ? AND p.disahkan = 1 AND p.dari <= ? "
                "AND (p.sampai IS NULL OR p.sampai >= ?) AND p.orang_id NOT IN (?, ?) ORDER BY o.nama, p.orang_id",
                (satu, m.desa[:panjang], hari, hari, m.orang_id, m.pj or 0),
            )
            tingkat = "pd" if satu == TEKNIS else satu
            ada = [Calon(int(r["orang_id"]), r["nama"], SEBUTAN[satu], tingkat) for r in rows]
            hasil += [c for c in ada if c.orang_id not in bukan]
        return hasil

    # -- doing ----------------------------------------------------------------------------------------------------

    def tangani(self, m: Masalah) -> bool:
        """False where it is closed, or taken on already."""
        return self._gerak(m, "tangani", dari=("baru",), status=DITANGANI)

    def jawab(self, m: Masalah, teks: str) -> bool:
        """What the reporter is told. False where it is closed."""
        return self._gerak(m, "jawab", teks, status=_tetap(m), jawaban=aman(teks))

    def catat(self, m: Masalah, teks: str) -> bool:
        return self._gerak(m, "catat", teks, status=_tetap(m))

    def ganti_tenggat(self, m: Masalah, hari: date) -> bool:
        return self._gerak(m, "tenggat", f"{m.tenggat or ''} {hari.isoformat()}".strip(), tenggat=hari.isoformat())

    def ganti_tema(self, m: Masalah, tema: str) -> bool:
        """One that is secret by nature makes it so."""
        if not self._gerak(m, "tema", f"{m.tema} {tema}", tema=tema):
            return False
        return m.rahasia or not muat_masalah().ambil(tema).rahasia or self.rahasiakan(m)

    def teruskan(self, m: Masalah, jalur: str) -> bool:
        """On record that it was brought to somebody outside; from then on it is only followed."""
        return self._gerak(m, "teruskan", jalur, status=DITERUSKAN)

    def selesai(self, m: Masalah, teks: str) -> bool:
        """With what came of it; of one's own work nobody else has to say that it is so."""
        status = DITUTUP if m.asal == PENDAMPING else SELESAI
        return self._gerak(m, "selesai", teks, status=status, jawaban=aman(teks), selesai=self._pelaku.kini)

    def buka(self, m: Masalah) -> bool:
        """Open again by who works on it. False where it is open."""
        return self._gerak(m, "buka", dari=(SELESAI, DITUTUP), status=DITANGANI, selesai=None)

    def rahasiakan(self, m: Masalah) -> bool:
        """From now on only its reporter, whose it is, and who says so here see it."""
        if not self._gerak(m, "rahasia", rahasia=1):
            return False
        for orang_id in dict.fromkeys(satu for satu in (m.pj, self._pelaku.orang_id) if satu is not None):
            self._tx.run(
                "INSERT INTO masalah_nama (masalah_id, untuk) VALUES (?, ?) ON CONFLICT (masalah_id, untuk) DO NOTHING",
                (m.id, orang_id),
            )
        return True

    def alihkan(self, m: Masalah, ke: Calon) -> bool:
        """Given to somebody by hand, with the days of their level. False where it is closed or was moved just now."""
        if not (m.terbuka and pindah(self._tx, m, Penanggap(ke.orang_id, ke.tingkat), self._pelaku.kini)):
            return False
        self._langkah(m, "alih", str(ke.orang_id))
        self._tulis_jejak(m, "alih")
        return True

    def naikkan(self, m: Masalah) -> Penanggap | None:
        """To the nearest level above. None where nobody is there, or it is closed."""
        kini = self._pelaku.kini
        ke = di_atas(self._tx, m, kini) if m.terbuka else None
        if ke is None or not pindah(self._tx, m, ke, kini):
            return None
        self._langkah(m, "naikkan")
        self._tulis_jejak(m, "naikkan")
        return ke

    def bisa_naik(self, m: Masalah) -> bool:
        return m.terbuka and m.tingkat != TINGKAT[-1]

    # -- inside ---------------------------------------------------------------------------------------------------

    def terbaca(self) -> tuple[str, list[Param]]:
        """On `masalah m`: those that `ambil` gives, for a list of them."""
        return self._boleh()

    def _boleh(self) -> tuple[str, list[Param]]:
        di_sana, kode = syarat("m.desa", self.wilayah)
        saya = self._pelaku.orang_id
        sendiri = f"(m.orang_id = ? AND m.asal = '{PENDAMPING}')"
        lain = f"(m.orang_id <> ? AND {di_sana} AND (m.rahasia = 0 OR {BERNAMA}))"
        return f"(m.status <> '{DITARIK}' AND ({sendiri} OR {lain}))", [saya, saya, *kode, saya]

    def _gerak(self, m: Masalah, apa: str, teks: str = "", *, dari: tuple[str, ...] = DIIKUTI, **kolom: Param) -> bool:
        """One step: silence is counted anew. False where the status is none of `dari` any more."""
        if self.ambil(m.nomor) is None:
            raise LookupError(f"no problem {m.nomor}")
        kini = self._pelaku.kini
        isi: dict[str, Param] = {"diubah": kini, **kolom}
        if apa != "tema":
            isi["jatuh"] = jatuh(self._tx, m.desa, m.tema, m.tingkat, kini)
        if apa == "buka":
            isi["tenggat"] = tenggat(self._tx, m.desa, m.tema, m.tingkat, kini).isoformat()
        if not self._tx.run(
            f"UPDATE masalah SET {', '.join(f'{k} = ?' for k in isi)} "
            f"WHERE id = ? AND status IN ({', '.join('?' * len(dari))})",
            (*isi.values(), m.id, *dari),
        ):
            return False
        self._langkah(m, apa, teks)
        self._tulis_jejak(m, apa)
        self._segarkan(m)
        return True

    def _tulis_jejak(self, m: Masalah, apa: str) -> None:
        """Of a secret one only that something was done."""
        self._jejak.tulis(apa, "masalah", m.id, sesudah=None if m.rahasia else m.nomor)


def _tetap(m: Masalah) -> str:
    """Who answers or notes a step works on it; what was handed on stays so."""
    return DITERUSKAN if m.status == DITERUSKAN else DITANGANI
