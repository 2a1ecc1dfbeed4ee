"""Several of the people below: all of a kind in one place, or one by one; typing narrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.desa import Desa
from data.orang import KPMD, PD, PLD, TAPM_KAB, TEKNIS
from data.tim import PANJANG_KODE, Anggota
from data.wilayah import KABUPATEN, KECAMATAN, PROVINSI
from handlers.bergabung.sebut_tugas import PENDEK
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Opsi, Prompt
from handlers.dialog.questions.choice import HALAMAN, Pilihan
from handlers.dialog.questions.multi_choice import AMBIL, MultiChoice
from handlers.dialog.sebaris import sebaris
from handlers.tim.lihat import nama_tempat

KELOMPOK = {KPMD: KECAMATAN, PLD: KECAMATAN, TEKNIS: KABUPATEN, PD: KABUPATEN, TAPM_KAB: PROVINSI}
"""Level of the place whose people of a role can be chosen together."""
SEBUT = {KECAMATAN: "Kecamatan ", KABUPATEN: "", PROVINSI: "Provinsi "}
DISEBUT = 5
"""Names that the question lists of those chosen."""


@dataclass(frozen=True)
class BanyakOrang(MultiChoice[str]):
    """Answers with ids: a person's, or 'pld:32.03.03' for all of a kind in one place."""

    petunjuk: str = "Ketuk namanya, atau ketik beberapa dipisah koma, contoh: sari, budi. Lalu selesai."

    def prompt(self, layar: Layar) -> Prompt:
        dipilih, halaman = self._buka(layar.sementara)
        nama = self._nama(dipilih)
        lagi = f" dan {len(nama) - DISEBUT} lagi" if len(nama) > DISEBUT else ""
        teks = f"{self.kata}\nDipilih: {', '.join(nama[:DISEBUT])}{lagi}." if nama else self.kata
        cari = self._cari(layar)
        kepala = f"Ada {len(cari)} yang cocok. Yang mana?" if cari else teks
        tombol = (Opsi("Selesai", "selesai"),) if len(dipilih) >= self.minimal else ()
        ulang = (Opsi("Ulang dari awal", "ulang"),) if dipilih else ()
        rows = self._cocok(cari, dipilih) if cari else self._baris(dipilih, halaman)
        return Prompt(kepala, tombol=(*tombol, *ulang), daftar=tuple(rows))

    def read(self, masukan: Masukan, layar: Layar) -> tuple[str, ...] | Belum:
        """A name that several have narrows the list to them."""
        teks = masukan.teks.strip()
        if not masukan.pilih and teks and "," not in teks and "\n" not in teks:
            cocok = cari_calon(teks[:200], [Calon(p.id, p.label, p.kata) for p in self.pilihan])
            if len(cocok) > 1:
                dipilih, halaman = self._buka(layar.sementara)
                return Belum({"pilih": dipilih, "h": halaman, "cari": [c.id for c in cocok[: HALAMAN + 2]]})
        return super().read(masukan, layar)

    def _cari(self, layar: Layar) -> list[str]:
        lihat = layar.sementara if isinstance(layar.sementara, dict) else {}
        ada = {p.id for p in self.pilihan}
        return [id_ for id_ in lihat.get("cari", ()) if id_ in ada]

    def _cocok(self, cari: Sequence[str], dipilih: Sequence[str]) -> list[Opsi]:
        return [
            Opsi(f"✓ {p.label}" if p.id in dipilih else p.label, f"{AMBIL}{p.id}", p.ket)
            for p in self.pilihan
            if p.id in cari
        ]

    def mundur(self, sementara: Any) -> bool:
        return isinstance(sementara, dict) and bool(sementara.get("cari"))


def tanya_banyak(kata: str, semua: Sequence[Anggota], desa: Desa) -> BanyakOrang:
    return BanyakOrang(kata, [*_kelompok(semua, desa), *(_satu(a, desa) for a in semua)])


def uraikan(ids: Sequence[str], semua: Sequence[Anggota]) -> list[Anggota]:
    """The people behind the answers, each once, in the order of `semua`."""
    pilih = set(ids)
    return [a for a in semua if str(a.id) in pilih or pilih & set(_milik(a))]


def _kelompok(semua: Sequence[Anggota], desa: Desa) -> list[Pilihan[str]]:
    """Where there are at least two of a kind."""
    isi: dict[str, int] = {}
    for a in semua:
        for kunci in _milik(a):
            isi[kunci] = isi.get(kunci, 0) + 1
    return [_pilihan(kunci, n, desa) for kunci, n in sorted(isi.items()) if n > 1]


def _milik(a: Anggota) -> list[str]:
    """Keys of the groups that somebody belongs to."""
    panjang = {p: PANJANG_KODE[KELOMPOK[p]] for p in a.peran if p in KELOMPOK}
    return sorted({f"{p}:{kode[:n]}" for p, n in panjang.items() for kode in a.wilayah if len(kode) >= n})


def _pilihan(kunci: str, jumlah: int, desa: Desa) -> Pilihan[str]:
    peran, _, kode = kunci.partition(":")
    nama = nama_tempat(kode, desa)
    label = f"Semua {PENDEK[peran]} di {SEBUT[KELOMPOK[peran]]}{nama}"
    return Pilihan(kunci, label, kunci, f"{jumlah} orang", kata=(f"semua {PENDEK[peran]} {nama}", f"semua {nama}"))


def _satu(a: Anggota, desa: Desa) -> Pilihan[str]:
    peran = ", ".join(PENDEK[p] for p in a.peran)
    tempat = nama_tempat(a.wilayah[0], desa)
    return Pilihan(str(a.id), sebaris(a.nama, 40), str(a.id), f"{peran}, {tempat}", kata=(f"{a.nama} {tempat}",))
