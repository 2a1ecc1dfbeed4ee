"""What is asked about a text for the public: of which entry, in which words, with which picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from data.desa import Desa
from data.kegiatan import Kegiatan
from data.siaran import SEMUA, TANPA_WAJAH
from handlers.catatan.nomor_catatan import NOMOR
from handlers.catatan.riwayat import tempat_dari
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.question import Belum, Layar, Prompt, Question
from handlers.dialog.questions import Choice, Pilihan, Text
from handlers.dialog.questions.text import bersih
from handlers.dialog.tombol import sidik
from handlers.kartu import sebut_kegiatan
from handlers.siaran.tulis import DIPENDEKKAN, JUDUL, TEKS, ingatkan, judul_awal, teks_awal, tutup

PAKAI, UBAH_JUDUL, UBAH_TEKS, TANPA, BELUM = "pakai", "judul", "teks", "tanpa", "belum"
IZIN = "Apakah semua yang wajahnya tampak setuju fotonya disiarkan? Untuk anak, orang tuanya yang harus setuju."


@dataclass(frozen=True)
class TanyaCatatan(Choice[str]):
    """The last ones to tap; any other of one's own by its number."""

    petunjuk: str = "Pilih catatannya, atau tulis nomornya, contoh: K-2611-0042."

    def read(self, masukan: Masukan, layar: Layar) -> str | Belum:
        if nomor := NOMOR.search(masukan.teks):
            return nomor[1].upper()
        return super().read(masukan, layar)

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        if isinstance(json, str) and NOMOR.fullmatch(json):
            return json.upper()
        return super().load(json, layar)


@dataclass(frozen=True)
class TanyaFoto(Choice[str]):
    """The pictures stand above their buttons, in that order."""

    foto: tuple[str, ...] = field(default=())

    def prompt(self, layar: Layar) -> Prompt:
        return replace(super().prompt(layar), foto=self.foto)


@dataclass(frozen=True)
class TanyaKata(Text):
    """Numbers that are not for the public are covered as they come in."""

    def read(self, masukan: Masukan, layar: Layar) -> str:
        return self._periksa(tutup(bersih(masukan.teks)))


def tanya_catatan(desa: Desa) -> Question[str]:
    pilihan = []
    for calon in desa.siaran.calon():
        k = calon.kegiatan
        foto = f"{calon.foto} foto, " if calon.foto else ""
        label = f"{ejaan_pendek(date.fromisoformat(k.tanggal))} {tempat_dari(k, desa).nama}"
        pilihan.append(Pilihan(k.nomor, label, k.nomor, ket=f"{foto}{sebut_kegiatan(k.kegiatan)}"))
    return TanyaCatatan("Kegiatan mana yang mau disiarkan? Yang berfoto ada di atas.", pilihan)


def tanya_judul(sekarang: str) -> Question[str]:
    return TanyaKata(
        f"Apa judulnya? Paling banyak {JUDUL} huruf. Sekarang: {sekarang}",
        petunjuk="Contoh: Warga Sukamaju sepakati 12 usulan RKP 2027.",
        maksimal=JUDUL,
    )


def tanya_teks() -> Question[str]:
    return TanyaKata(
        f"Tulis teksnya dengan kata-kata sendiri, paling banyak {TEKS} huruf. "
        "Boleh menyalin yang di atas lalu dibetulkan.",
        petunjuk=f"Tulis apa yang dikerjakan dan hasilnya, paling banyak {TEKS} huruf.",
        minimal=10,
        maksimal=TEKS,
    )


def tanya_naskah(k: Kegiatan, d: Dialog, desa: Desa) -> tuple[str, str]:
    """(title, text), looked at and changed as often as they like."""
    di = tempat_dari(k, desa)
    judul, (teks, pendek) = judul_awal(k, di), teks_awal(k, di)
    n = 0
    while True:
        n += 1
        ingat = [*([DIPENDEKKAN] if pendek else []), *ingatkan(k, judul, teks, desa)]
        pilih = d.ask(f"naskah.{n}", _tanya_pakai(judul, teks, ingat), "Naskah")
        if pilih == UBAH_JUDUL:
            judul = " ".join(d.ask(f"judul.{n}", tanya_judul(judul), "Judul").split())
        elif pilih == UBAH_TEKS:
            teks, pendek = d.ask(f"teks.{n}", tanya_teks(), "Teks"), False
        else:
            break
    return judul, teks


def _tanya_pakai(judul: str, teks: str, ingat: Sequence[str]) -> Question[str]:
    """A yes is to these very words: when the entry changes them meanwhile, it is asked again."""
    pilihan = [
        Pilihan(f"{PAKAI}.{sidik([judul, teks])}", "Pakai", PAKAI, kata=("ya", "simpan", "ok")),
        Pilihan(UBAH_JUDUL, "Ubah judul", UBAH_JUDUL),
        Pilihan(UBAH_TEKS, "Ubah teks", UBAH_TEKS),
    ]
    petunjuk = "Ketik pakai, ubah judul, atau ubah teks."
    return Choice(f"{judul}\n\n{teks}\n\n⚠ {' '.join(ingat)}", pilihan, petunjuk=petunjuk)


def tanya_foto(k: Kegiatan, d: Dialog, desa: Desa) -> tuple[str, str]:
    """(picture, what was said of the faces on it); ('', '') for none. One without a yes is put aside."""
    sisa = list(dict.fromkeys(f.sidik for f in desa.kegiatan.foto(k.id)))
    kata = "Foto mana yang ikut disiarkan?"
    n = 0
    while True:
        n += 1
        foto = d.ask(f"foto.{n}", _pilih_foto(sisa, kata), "Foto") if sisa else ""
        if not foto:
            break
        izin = d.ask(f"izin.{n}", _tanya_izin(), "Izin")
        if izin != BELUM:
            return foto, izin
        sisa.remove(foto)
        kata = "Foto itu tidak dipakai dulu. Pakai yang lain?"
    return "", ""


def _pilih_foto(foto: Sequence[str], kata: str) -> Question[str]:
    pilihan = [Pilihan(s[:16], f"Foto {n}", s) for n, s in enumerate(foto, start=1)]
    tanpa = Pilihan(TANPA, "Tanpa foto", "", kata=("tidak", "tidak usah"))
    return TanyaFoto(kata, [*pilihan, tanpa], petunjuk="Pilih fotonya, atau tanpa foto.", foto=tuple(foto))


def _tanya_izin() -> Question[str]:
    pilihan = [
        Pilihan(SEMUA, "Semua setuju", SEMUA, kata=("ya", "sudah", "setuju")),
        Pilihan(TANPA_WAJAH, "Tidak ada wajah", TANPA_WAJAH),
        Pilihan(BELUM, "Belum", BELUM, kata=("tidak", "belum semua")),
    ]
    return Choice(IZIN, pilihan, petunjuk="Ketik semua setuju, tidak ada wajah, atau belum.")
