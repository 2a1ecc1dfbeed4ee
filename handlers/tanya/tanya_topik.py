"""The questions about one topic, used where it is changed and where a new one is made."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from data.faq import Topik
from data.faq.muat import BUTIR, KATA_JAWAB
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.tolak import Tolak

JUDUL, KALIMAT, DASAR = 24, 300, 10
"""Letters of a title and of a line; lines of a basis: what data/faq/muat.py takes."""
MARKDOWN = ("**", "__", "`", "](")
YAKIN = {"pasti": "Pasti", "umumnya": "Umumnya begitu", "belum_pasti": "Belum pasti"}


@dataclass(frozen=True)
class TeksPolos(Suggest):
    """Without markdown, and no longer than so many words; `terpakai` are those that something else has already."""

    kata_terbanyak: int = 1000
    terpakai: tuple[str, ...] = ()

    def _periksa(self, teks: str) -> str:
        bersih = super()._periksa(teks)
        if any(tanda in bersih for tanda in MARKDOWN):
            raise Tolak("Tulis sebagai teks biasa, tanpa tanda ** atau `. Daftar boleh dengan tanda •.")
        if (banyak := len(bersih.split())) > self.kata_terbanyak:
            raise Tolak(f"Tulisannya {banyak} kata; yang muat {self.kata_terbanyak}. {self.petunjuk}")
        if bersih.count("•") > BUTIR:
            raise Tolak(f"Daftarnya paling banyak {BUTIR} butir, ya. {self.petunjuk}")
        if bersih.lower() in (satu.lower() for satu in self.terpakai):
            raise Tolak(f"“{bersih}” sudah dipakai topik lain. {self.petunjuk}")
        return bersih


@dataclass(frozen=True)
class Baris(TeksPolos):
    """Lines, none too long and not too many."""

    def _periksa(self, teks: str) -> str:
        semua = baris(super()._periksa(teks))
        if len(semua) > DASAR or any(len(satu) > KALIMAT for satu in semua):
            raise Tolak(f"Paling banyak {DASAR} baris, tiap baris paling panjang {KALIMAT} huruf. {self.petunjuk}")
        return "\n".join(semua)


def baris(teks: str) -> tuple[str, ...]:
    return tuple(satu.strip(" •-") for satu in teks.split("\n") if satu.strip(" •-"))


def tanya_judul(semua: Mapping[str, Topik], slug: str = "") -> Question[str]:
    lain = tuple(t.judul for t in semua.values() if t.slug != slug)
    return TeksPolos(
        f"Judulnya apa? Paling panjang {JUDUL} huruf.", "Contoh: Masa jabatan kades.", maksimal=JUDUL, terpakai=lain
    )


def tanya_jawab(usul: str = "") -> Question[str]:
    return TeksPolos(
        f"Apa jawabannya? Kalimat pertama langsung menjawab, paling banyak {KATA_JAWAB} kata.",
        "Contoh: Delapan tahun sejak pelantikan.",
        usul=(usul,) if usul and len(usul.split()) <= KATA_JAWAB else (),
        kata_terbanyak=KATA_JAWAB,
    )


def tanya_dasar() -> Question[str]:
    return Baris(
        "Apa dasar hukumnya? Satu baris satu aturan.",
        "Contoh: UU 6/2014 Pasal 39, sebagaimana diubah UU 3/2024.",
        minimal=6,
    )


def tanya_yakin() -> Question[str]:
    pilihan = [Pilihan(id_, label, id_) for id_, label in YAKIN.items()]
    return Choice("Seberapa pasti?", pilihan, petunjuk="Jawab pasti, umumnya, atau belum pasti.")


def tanya_cek() -> Question[str]:
    usul = ("kantor desa", "Dinas PMD kabupaten", "kantor desa atau Dinas PMD kabupaten")
    return TeksPolos("Memastikannya ke mana?", "Contoh: kantor desa atau Dinas PMD kabupaten.", maksimal=200, usul=usul)


def tanya_hati() -> Question[str]:
    return TeksPolos(
        "Apa yang perlu diwaspadai? Satu kalimat.",
        "Contoh: Aturan pelaksananya sedang berganti, jadi tanyakan dulu ke Dinas PMD.",
        maksimal=KALIMAT,
    )


def tanya_cara(kata: str, usul: str = "", terpakai: Collection[str] = ()) -> Question[str]:
    return TeksPolos(
        kata,
        "Tulis seperti orang bertanya, tanpa nama orang. Contoh: kades menjabat berapa lama",
        maksimal=KALIMAT,
        usul=(usul,) if usul and len(usul) <= KALIMAT and usul not in terpakai else (),
        terpakai=tuple(terpakai),
    )


def tanya_sumber(kata: str = "Dari mana sumbernya?") -> Question[str]:
    return TeksPolos(
        kata, "Contoh: JDIH Kemendesa, Permendesa 16/2025, dibaca 20 November 2026.", minimal=5, maksimal=KALIMAT
    )
