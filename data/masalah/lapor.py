"""The reporter's side: to report, to see what became of it, to add a word, to say that it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.masalah.dasar import Dasar
from data.masalah.giliran import COBA_LAGI, jatuh, penerima, tenggat
from data.masalah.isi import (
    BARU,
    DITANGANI,
    DITARIK,
    DITUTUP,
    PENDAMPING,
    SELESAI,
    TERBUKA,
    FotoMasalah,
    Masalah,
    aman,
    ambil_masalah,
)
from data.nomor import nomor_baru
from data.penanggap import Penanggap
from data.store import Param

SEHARI = 86_400
SEHARIAN = 5
"""Reports of one person in a day."""
TAMBAHAN = 10
"""Words that a reporter may add to one report in a day."""
LAMA = 100
"""Of one's own, the latest that are listed."""


@dataclass(frozen=True)
class Laporan:
    desa: str
    tema: str
    isi: str
    asal: str
    nama: str = ""
    """'' for nobody."""
    rahasia: bool = False
    dari: str = "pld"
    """The level that it goes to first."""


class LaporQ(Dasar):
    def desa_terakhir(self) -> str:
        """Code of the village that the person reported of last; '' for none."""
        row = self._tx.one(
            "SELECT desa FROM masalah WHERE orang_id = ? ORDER BY id DESC LIMIT 1", (self._pelaku.orang_id,)
        )
        return "" if row is None else row["desa"]

    def penuh(self) -> bool:
        """Whether so many were reported today that it has to wait for tomorrow."""
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM masalah WHERE orang_id = ? AND asal <> ? AND dibuat > ?",
            (self._pelaku.orang_id, PENDAMPING, self._pelaku.kini - SEHARI),
        )
        return row is not None and int(row["n"]) >= SEHARIAN

    def lapor(
        self, laporan: Laporan, foto: Sequence[FotoMasalah], tujuan: str, percakapan_id: int | None
    ) -> tuple[Masalah, Penanggap | None]:
        """The report, and who has it now; None: nobody serves there."""
        p, dari = self._pelaku, laporan.dari
        ke = penerima(self._tx, laporan.desa, p.kini, dari=dari, awal=dari, selain=p.orang_id)
        m = self._tulis(laporan, ke, laporan.dari, tujuan, percakapan_id)
        for n, satu in enumerate(foto, start=1):
            self._tx.run(
                "INSERT INTO masalah_foto (masalah_id, urutan, sidik, waktu) VALUES (?, ?, ?, ?)",
                (m.id, n, satu.sidik, satu.waktu),
            )
        return m, ke

    def _tulis(
        self, laporan: Laporan, ke: Penanggap | None, tingkat: str, tujuan: str, percakapan_id: int | None,
        kegiatan_id: int | None = None, tenggat_: str = "",
    ) -> Masalah:  # fmt: skip
        p = self._pelaku
        tingkat = ke.peran if ke else tingkat
        lihat = jatuh(self._tx, laporan.desa, laporan.tema, tingkat, p.kini) if ke else p.kini + COBA_LAGI
        sampai = tenggat_ or tenggat(self._tx, laporan.desa, laporan.tema, tingkat, p.kini).isoformat()
        kolom: dict[str, Param] = {
            "nomor": nomor_baru(self._tx, "A", self._hari), "desa": laporan.desa, "tema": laporan.tema,
            "isi": aman(laporan.isi),
            "asal": laporan.asal, "orang_id": p.orang_id, "nama": laporan.nama, "anonim": int(not laporan.nama),
            "awal": laporan.dari,
            "rahasia": int(laporan.rahasia), "kanal": p.kanal, "tujuan": tujuan, "pj": ke.orang_id if ke else None,
            "tingkat": tingkat, "jatuh": lihat, "tenggat": sampai, "status": BARU, "percakapan_id": percakapan_id,
            "kegiatan_id": kegiatan_id, "dibuat": p.kini, "diubah": p.kini,
        }  # fmt: skip
        self._tx.run(
            f"INSERT INTO masalah ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})", list(kolom.values())
        )
        m = ambil_masalah(self._tx, str(kolom["nomor"]))
        if laporan.rahasia and ke:
            self._tx.run("INSERT INTO masalah_nama (masalah_id, untuk) VALUES (?, ?)", (m.id, ke.orang_id))
        self._langkah(m, "lapor")
        self._segarkan(m)
        return m

    def sendiri(self, nomor: str) -> Masalah | None:
        """One's own report, whatever has become of it."""
        return self._satu(
            "m.nomor = ? AND m.orang_id = ? AND m.asal <> ?", (nomor.upper(), self._pelaku.orang_id, PENDAMPING)
        )

    def milik(self) -> list[Masalah]:
        """One's own reports: those that are open, then the others, the latest first."""
        return self._semua(
            "m.orang_id = ? AND m.asal <> ? AND m.status <> ?",
            (self._pelaku.orang_id, PENDAMPING, DITARIK),
            f"CASE WHEN m.status IN ('{SELESAI}', '{DITUTUP}') THEN 1 ELSE 0 END, m.id DESC LIMIT {LAMA}",
        )

    def boleh_tambah(self, m: Masalah) -> bool:
        row = self._tx.one(
            "SELECT COUNT(*) AS n FROM masalah_langkah WHERE masalah_id = ? AND apa = 'tambah' AND waktu > ?",
            (m.id, self._pelaku.kini - SEHARI),
        )
        return row is not None and int(row["n"]) < TAMBAHAN

    def tambah(self, m: Masalah, teks: str) -> None:
        self._langkah(m, "tambah", teks)
        self._tx.run("UPDATE masalah SET diubah = ? WHERE id = ?", (self._pelaku.kini, m.id))

    def beres(self, m: Masalah) -> bool:
        """By the reporter's own word. False where it is closed."""
        return self._ganti(m, "beres", DITUTUP, (*TERBUKA, "diteruskan", SELESAI))

    def tarik(self, m: Masalah) -> bool:
        """Nobody but the reporter sees it any more. False where it is closed."""
        return self._ganti(m, "tarik", DITARIK, (*TERBUKA, "diteruskan"))

    def belum(self, m: Masalah, teks: str) -> bool:
        """Open again, for whoever had it last. False where it is not said to be done."""
        p = self._pelaku
        if not self._tx.run(
            "UPDATE masalah SET status = ?, diubah = ?, selesai = NULL, jatuh = ?, tenggat = ? "
            "WHERE id = ? AND orang_id = ? AND status = ?",
            (
                DITANGANI, p.kini, jatuh(self._tx, m.desa, m.tema, m.tingkat, p.kini),
                tenggat(self._tx, m.desa, m.tema, m.tingkat, p.kini).isoformat(), m.id, p.orang_id, SELESAI,
            ),
        ):  # fmt: skip
            return False
        self._langkah(m, "belum", teks)
        return True

    def _ganti(self, m: Masalah, apa: str, status: str, dari: Sequence[str]) -> bool:
        p = self._pelaku
        if not self._tx.run(
            "UPDATE masalah SET status = ?, diubah = ?, selesai = COALESCE(selesai, ?) "
            f"WHERE id = ? AND orang_id = ? AND status IN ({', '.join('?' * len(dari))})",
            (status, p.kini, p.kini, m.id, p.orang_id, *dari),
        ):
            return False
        self._langkah(m, apa)
        self._segarkan(m)
        return True
