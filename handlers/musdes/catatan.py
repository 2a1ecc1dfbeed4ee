"""Notes while it goes on: everything typed is kept at once, with its hour, until *selesai*.

Each note is a conversation of its own that begins anew beneath it: nothing waits in a draft that could be lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec

from data.desa import Desa
from data.musdes.musdes import Musdes
from handlers import isian
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.question import Layar, Opsi, Prompt, Question
from handlers.dialog.questions.photos import Bergambar
from handlers.dialog.questions.text import Text, bersih
from handlers.dialog.questions.wrap import SELESAI
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tolak import Tolak
from handlers.musdes.baca_putusan import baca_putusan, kelebihan_suara
from handlers.musdes.kartu import USANG, sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import jenis_dari, sebut_putusan
from handlers.musdes.tempelan import KEPUTUSAN, sebut_tempelan, terapkan, urai

AGENDA = re.compile(r"agenda\s*(?:ke\s*)?(\d{1,2})|agenda\s*:\s*(.+)", re.IGNORECASE)
PERINTAH = frozenset({"catat", "riwayat", "drp", "libur", "musdes", "musdes baru"})
"""Commands that are no note."""
BUANG_KATA = frozenset({"buang", "buang catatan", "buang yang terakhir", "hapus catatan"})
CUKUP, JADIKAN, BUANG = "cukup", "jadikan", "buang"
TEKS = Text("", minimal=1, maksimal=10_000)


class Tulisan(msgspec.Struct, frozen=True, omit_defaults=True):
    teks: str = ""
    foto: tuple[Foto, ...] = ()
    pilih: str = ""
    """CUKUP: it is over; JADIKAN: the last note is a decision; BUANG: it was a slip."""


@dataclass(frozen=True)
class TanyaCatatan(Bergambar, Question[Tulisan]):
    kata: str
    ada: bool
    """Whether there is a note that could be made a decision."""
    petunjuk: str = (
        "Satu pesan satu catatan. Tulis keputusan: di depan yang diputuskan; buang kalau salah; lalu selesai."
    )

    def prompt(self, layar: Layar) -> Prompt:
        jadikan = (Opsi("Jadikan keputusan", JADIKAN),) if self.ada else ()
        return Prompt(self.kata, (*jadikan, Opsi("Selesai", CUKUP)))

    def read(self, masukan: Masukan, layar: Layar) -> Tulisan:
        kata = masukan.teks.strip().lower().rstrip(".!")
        if masukan.pilih in (CUKUP, JADIKAN):
            return Tulisan(pilih=masukan.pilih)
        if kata in SELESAI and not masukan.foto:
            return Tulisan(pilih=CUKUP)
        if kata in BUANG_KATA and not masukan.foto:
            return Tulisan(pilih=BUANG)
        foto = tuple(f for f in masukan.foto if f.sidik)
        if masukan.foto and not foto and not kata:
            raise Tolak("Fotonya belum berhasil diunduh. Tolong kirim lagi, ya.")
        if kata in PERINTAH or masukan.pilih:
            raise Tolak(f"Itu tidak saya jadikan catatan. {self.petunjuk}")
        teks = bersih(masukan.teks)
        return Tulisan(teks if foto else TEKS._periksa(teks), foto)

    def dump(self, nilai: Tulisan) -> Json:
        return msgspec.to_builtins(nilai)

    def load(self, json: Json, layar: Layar) -> Tulisan:
        try:
            return msgspec.convert(json, Tulisan)
        except msgspec.ValidationError:
            raise Tolak(self.petunjuk) from None

    def show(self, nilai: Tulisan) -> str:
        return nilai.teks or f"{len(nilai.foto)} foto"


@bagian(
    "musdes_catatan",
    help="Catatan musdes",
    kata=("catatan musdes", "notulen", "catatan"),
    pengenal=frozenset({"nomor", "agenda"}),
    batal="Baik. Semua catatan sudah tersimpan.",
)
def musdes_catatan(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    agenda = {a.id: a.judul for a in desa.musdes.agenda(m)}
    kini = d.keadaan.jawaban.get("agenda")
    kini = kini if kini in agenda else None
    semua = desa.musdes.catatan(m)
    tulisan = d.ask("catatan", TanyaCatatan(_kata(len(semua), agenda.get(kini or 0, "")), bool(semua)))
    lagi = {"nomor": m.nomor, "agenda": kini}
    simpan_titipan(m, titipan(d), desa)
    if tulisan.pilih == CUKUP:
        return Kabar(sesudah(m, desa, f"{len(semua)} catatan tersimpan." if semua else ""))
    if tulisan.pilih == BUANG:
        return Kabar(Pesan(_buang(m, desa)), "Sudah dibuang.", lagi)
    if tulisan.pilih == JADIKAN:
        return Kabar(Pesan(_jadikan(m, desa)), "Sudah jadi keputusan.", lagi)
    if cocok := AGENDA.fullmatch(tulisan.teks.strip()):
        return _ganti_agenda(cocok, m, desa, list(agenda))
    tempelan = urai(tulisan.teks)
    if tempelan.berlabel:
        foto = titipan(d, tampak=True)
        d.review(f"Ini seperti notulen. Terbaca: {sebut_tempelan(tempelan)}.\n\nDisimpan ke bagiannya masing-masing?")
        simpan_titipan(m, (*foto, *tulisan.foto), desa)
        return Kabar(Pesan(terapkan(tempelan, m, desa)), "Tempelan tersimpan.", lagi)
    return Kabar(Pesan(_simpan(tulisan, kini, m, d, desa)), "Catatan itu tersimpan.", lagi)


def _kata(n: int, agenda: str) -> str:
    di = f" Agenda: {sebaris(agenda, 60)}." if agenda else ""
    if n:
        return f"Lanjut.{di}"
    return f"Silakan catat; tiap pesan langsung tersimpan dengan jamnya.{di} Ketik selesai kalau sudah."


def _simpan(tulisan: Tulisan, agenda: int | None, m: Musdes, d: Dialog, desa: Desa) -> str:
    """What to say of it: short, since there are many."""
    jam = f"{datetime.fromtimestamp(d.kini, UTC).astimezone(ZoneInfo(d.orang.zona)):%H.%M}"
    hasil = []
    if tulisan.foto:
        n = desa.musdes.tambah_foto(m, "kegiatan", isian.kolom_foto(tulisan.foto))
        hasil.append(f"{n} foto tersimpan." if n else "Fotonya sudah ada.")
    if cocok := KEPUTUSAN.fullmatch(tulisan.teks):
        hasil.append(_putuskan(cocok[1], agenda, m, desa))
    elif tulisan.teks:
        desa.musdes.tambah_catatan(m, tulisan.teks, agenda)
        hasil.append(f"{jam} dicatat.")
    if m.versi and not m.usang:
        hasil.append(USANG)
    return " ".join(hasil)


def _putuskan(teks: str, agenda: int | None, m: Musdes, desa: Desa) -> str:
    """A tally that cannot be stays in the words, and that is said."""
    isi = replace(baca_putusan(teks, date.fromisoformat(m.tanggal)), usulan=jenis_dari(m).usulan)
    salah = kelebihan_suara(isi, m.jumlah_hadir)
    if salah:
        isi = replace(isi, isi=teks, setuju=None, menolak=None, abstain=None)
    nomor = desa.keputusan.tambah(m.id, isi, agenda_id=agenda)
    return f"Keputusan {nomor}: {sebut_putusan(isi)}. {f'⚠ {salah} Suaranya belum dihitung.' if salah else ''}".strip()


def _buang(m: Musdes, desa: Desa) -> str:
    """The last one only; it stays in the trail."""
    semua = desa.musdes.catatan(m)
    if not semua:
        return "Belum ada catatan yang bisa dibuang."
    desa.musdes.buang_catatan(m, semua[-1].id)
    return f"Dibuang: “{sebaris(semua[-1].teks, 80)}”. Tulis lagi yang benar, ya."


def _jadikan(m: Musdes, desa: Desa) -> str:
    semua = desa.musdes.catatan(m)
    if not semua:
        return "Belum ada catatan yang bisa dijadikan keputusan."
    akhir = semua[-1]
    desa.musdes.buang_catatan(m, akhir.id)
    return _putuskan(akhir.teks, akhir.agenda_id, m, desa)


def _ganti_agenda(cocok: re.Match[str], m: Musdes, desa: Desa, agenda: list[int]) -> Kabar:
    if cocok[2]:
        kini: int | None = desa.musdes.tambah_agenda(m, cocok[2].strip())
    else:
        n = int(cocok[1])
        kini = agenda[n - 1] if 0 < n <= len(agenda) else None
    teks = (
        "Baik, catatan berikutnya masuk agenda itu."
        if kini
        else f"Agendanya baru {len(agenda)}. Contoh: agenda: Lain-lain"
    )
    return Kabar(Pesan(teks), "", {"nomor": m.nomor, "agenda": kini})
