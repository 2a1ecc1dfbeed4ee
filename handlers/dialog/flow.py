"""What can happen to the one open conversation: an answer, a tap, kembali, lewati, bantuan, the end."""

from __future__ import annotations

from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from handlers.dialog import kata
from handlers.dialog.baca.cocok import lipat
from handlers.dialog.dialog import SIMPAN, Berhenti, Resep
from handlers.dialog.keadaan import Json, Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions.document import Document
from handlers.dialog.questions.location import Location
from handlers.dialog.questions.number import Money, Number, People
from handlers.dialog.questions.photos import Bergambar
from handlers.dialog.questions.time import Date, TimeRange
from handlers.dialog.questions.wrap import LEWATI, dasar
from handlers.dialog.questions.yes_no import YesNo
from handlers.dialog.run import Hasil, Konteks, intip, run
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import susun
from handlers.dialog.titip import titip
from handlers.dialog.tombol import perintah, tulis

if TYPE_CHECKING:
    from data.desa import Desa
    from data.percakapan import Percakapan

MEMETIK = (Date, TimeRange, Number, Money, People, YesNo)
"""Questions that pick what they need out of a sentence, whatever else it says."""
KIRIMAN = "+"
"""Key of no question: the message's picture or place was taken, and no word of it."""


class _BukanJawaban(Exception):
    """A command's name was tried as an answer, and is none: what the try did is undone."""


class Flow:
    """One open conversation for one turn; every method ends in the message to send, with everything saved."""

    def __init__(self, resep: Resep, percakapan: Percakapan, konteks: Konteks, desa: Desa) -> None:
        self.resep = resep
        self.percakapan = percakapan
        self.konteks = konteks
        self.desa = desa
        self.keadaan = Keadaan.dari(percakapan.keadaan)
        self.terjawab = ""
        """Key of the question that took this turn's message."""

    @property
    def berisi(self) -> bool:
        """Whether something would be lost with it."""
        jawaban = self.keadaan.jawaban.keys() - self.resep.pengenal
        return bool(jawaban or self.keadaan.bekas or self.keadaan.sementara or self.keadaan.titipan)

    # -- the ways in ----------------------------------------------------------------------------------------------

    def tanya(self, kepala: str = "") -> Pesan:
        """Show where we are."""
        return self._ujung(self._run(), kepala)

    def jawab(self, masukan: Masukan) -> Pesan:
        """A typed reply, a picture, a place, or something we cannot read."""
        if masukan.foto or masukan.lokasi:
            return self._kiriman(masukan)
        if masukan.lain and masukan.teks.strip():
            return self._balas(Masukan(teks=masukan.teks), kata.HANYA_TULISAN.format(lain=masukan.lain))
        if masukan.lain or masukan.kosong:
            return self.tanya(kata.TAK_PAHAM_LAIN.format(lain=masukan.lain or "pesan itu"))
        return self._balas(masukan)

    @property
    def minta_dokumen(self) -> bool:
        """Whether the open question wants a document."""
        stop = self._intip().stop
        return stop is not None and isinstance(dasar(stop.question), Document)

    def dokumen(self, masukan: Masukan, kepala: str = "") -> Pesan:
        """For the question that wants it, else `kepala` says what becomes of it, and its caption is the reply."""
        if self.minta_dokumen:
            self.terjawab = KIRIMAN
            return self._ujung(self._run(masukan))
        if masukan.teks.strip():
            return self._balas(Masukan(teks=masukan.teks), kepala)
        self.terjawab = KIRIMAN
        return self.tanya(kepala)

    def coba(self, masukan: Masukan) -> Pesan | None:
        """A command's name as an answer; None, and nothing has changed, where the open question has no use for it.

        It must stand in the answer as it is: "ubah" is no slip for "upah", nor a reason to narrow a list.
        """
        sebelum = self.keadaan.salin()
        try:
            with self.desa.savepoint():  # the run may have reached the end, and written
                hasil = self._run(masukan, self.keadaan.tanya)
                terisi = hasil.dialog.terisi
                di_ringkasan = sebelum.tanya == SIMPAN and hasil.terpakai and not (hasil.stop and hasil.stop.ditolak)
                if di_ringkasan or (terisi and lipat(masukan.teks) in lipat(terisi.isi)) or self._ditulis(masukan):
                    return self._ujung(hasil)
                raise _BukanJawaban
        except _BukanJawaban:
            self.keadaan = sebelum
            return None

    def _ditulis(self, masukan: Masukan) -> bool:
        """Whether a question that gathers lines has just kept these words among them."""
        baris = self.keadaan.sementara.get(self.keadaan.tanya)
        return isinstance(baris, list) and lipat(masukan.teks) in [lipat(b) for b in baris if isinstance(b, str)]

    def bukan_jawaban(self, masukan: Masukan) -> bool:
        """Whether the open question refuses these words, or only picks a day or a number out of them; nothing changes.

        A question in words takes them as they are: they are an answer, whatever they look like.
        """
        sebelum, stop = self.keadaan.salin(), self._intip().stop
        hasil = None
        with suppress(_BukanJawaban), self.desa.savepoint():
            hasil = self._run(masukan, self.keadaan.tanya)
            raise _BukanJawaban
        self.keadaan = sebelum
        terisi = hasil.dialog.terisi if hasil else None
        if terisi and stop and isinstance(dasar(stop.question), MEMETIK):
            return lipat(masukan.teks) not in lipat(terisi.isi)
        return bool(hasil and hasil.stop and hasil.stop.ditolak)

    def ketuk(self, kunci: str, nilai: str) -> Pesan:
        """A tap: on the present question, or on an older one of this conversation, whose answer then changes."""
        sebelum = self.keadaan.salin()
        self.keadaan.lupakan(kunci)
        if kunci == SIMPAN:  # a question that the summary opened is left by any of the summary's own buttons
            self.keadaan.tutup()
        hasil = self._run(Masukan(pilih=nilai), kunci)
        if kunci in sebelum.jawaban:
            return self._ganti(hasil, kunci, sebelum) or self.tanya(_tak_terpakai(hasil.stop))
        if hasil.terpakai:
            return self._ujung(hasil)
        self.keadaan = sebelum
        if kunci == self.keadaan.tanya:
            return self.tanya(self._titipkan(Masukan(pilih=nilai)))
        return self.tanya(_tak_terpakai(hasil.stop))

    def sunting(self, kunci: str, masukan: Masukan) -> Pesan:
        """The message that answered `kunci` was edited: as *ubah* would, and refused it leaves the old answer."""
        self.keadaan.tawaran = ""
        if kunci in self.keadaan.titipan:
            self.keadaan.titipan[kunci] = masukan
            return self.tanya(kata.DITITIPKAN.format(isi=sebaris(masukan.teks, 80)))
        if kunci not in self.keadaan.jawaban:
            return self.jawab(masukan) if kunci == self.keadaan.tanya else self.tanya(kata.SUNTING_LEPAS)
        sebelum = self.keadaan.salin()
        self.keadaan.lupakan(kunci)
        hasil = self._run(masukan, kunci)
        tetap = _tak_terpakai(hasil.stop, kata.SUNTING_LEPAS, kata.SUNTING_TETAP)
        return self._ganti(hasil, kunci, sebelum) or self.tanya(tetap)

    def ulang(self, keadaan: Keadaan, kepala: str) -> Pesan:
        """Begin again with these answers: the message that opened it was edited."""
        self.keadaan = keadaan
        return self.tanya(kepala)

    def kembali(self) -> Pesan:
        """One step back along the order asked; a page of a list is a step of its own, and so is an offered question."""
        hasil = self._run()
        if hasil.stop is None or self._berganti(hasil.stop):
            return self._ujung(hasil)
        kunci, cara = hasil.stop.kunci, self.keadaan.cara
        if hasil.stop.question.mundur(self.keadaan.sementara.get(kunci)):
            del self.keadaan.sementara[kunci]
            return self.tanya()
        if self.keadaan.minta == kunci:
            self.keadaan.tutup()
            return self._mundur(kunci) if cara == "mundur" else self.tanya()
        return self._mundur(kunci)

    def lewati(self) -> Pesan:
        hasil = self._run()
        if hasil.stop is None or self._berganti(hasil.stop):
            return self._ujung(hasil)
        kunci, question = hasil.stop.kunci, hasil.stop.question
        if question.opsional:
            return self._ujung(self._run(Masukan(pilih=LEWATI), kunci))
        if self.keadaan.minta != kunci:
            return self._ujung(hasil, f"{kata.WAJIB} {question.petunjuk}")
        self.keadaan.tutup()
        return self.tanya()

    def bantuan(self) -> Pesan:
        hasil = self._run()
        if hasil.stop is None:
            return self._ujung(hasil)
        question = hasil.stop.question
        lewati = "lewati, " if question.opsional else ""
        return self._ujung(hasil, f"{question.petunjuk}\nKapan saja boleh ketik: kembali, {lewati}menu, atau batal.")

    def batal(self) -> Pesan:
        sebut = self.resep.batal or kata.DIBATALKAN
        self._simpan("batal", sebut)
        urungkan = Tombol("Urungkan", tulis(self.percakapan.id, "!", "lanjut"))
        return Pesan(sebut, tombol=(urungkan, Tombol("Menu", perintah("menu"))))

    def tunda(self) -> None:
        """Put aside; what was answered first names the draft in the menu. A form without an answer is no draft."""
        if not self.berisi:
            self.batal()
            return
        self._simpan("ditunda", ", ".join(sebaris(satu.isi, 80) for satu in self._intip().dialog.jalur[:2]))

    def tawarkan(self, apa: str) -> None:
        """The person may now say what becomes of the draft, for the sake of the command `apa`."""
        self.keadaan.tawaran = apa
        self._simpan("terbuka")

    # -- inside ---------------------------------------------------------------------------------------------------

    def _run(self, masukan: Masukan | None = None, tujuan: str = "") -> Hasil:
        return run(
            self.resep,
            self.keadaan,
            self.konteks,
            self.desa,
            percakapan=self.percakapan.id,
            masukan=masukan,
            tujuan=tujuan,
        )

    def _intip(self) -> Hasil:
        return intip(self.resep, self.keadaan, self.konteks, self.desa, self.percakapan.id)

    def _ujung(self, hasil: Hasil, kepala: str = "") -> Pesan:
        """Save, and say what comes next."""
        if hasil.dialog.terisi:
            self.terjawab = hasil.dialog.terisi.kunci
        if hasil.batal:
            return self.batal()
        if hasil.kabar is not None:
            self._simpan("selesai", hasil.kabar.hasil)
            return hasil.kabar.pesan if hasil.kabar.lagi is None else self._lagi(hasil.kabar.lagi, hasil.kabar.pesan)
        if hasil.stop is None:  # the reply had no place, and without it the conversation stands at its end
            return self.tanya()
        kunci = self.keadaan.tanya = hasil.stop.kunci
        self.keadaan.gagal = self.keadaan.gagal + 1 if hasil.stop.ditolak else 0
        if kunci in hasil.dialog.ditawarkan and self.keadaan.minta != kunci:
            self.keadaan.buka(kunci, "tambah")  # else it would not be asked again
        self._simpan("terbuka")
        return susun(self.percakapan.id, hasil.stop, self.keadaan, self.konteks.hari_ini, kepala or hasil.kepala)

    def _lagi(self, jawaban: dict[str, Json], pesan: Pesan) -> Pesan:
        """The same conversation anew, beneath what the one that has just ended said."""
        isi = Keadaan(jawaban=jawaban).ringkas().decode()
        baru = self.desa.percakapan.buka(self.konteks.orang.id, self.resep.nama, isi, self.konteks.kini)
        return Flow(self.resep, baru, self.konteks, self.desa).tanya(pesan.teks)

    def _simpan(self, status: str, hasil: str = "") -> None:
        self.desa.percakapan.simpan(
            self.percakapan.id, self.keadaan.ringkas().decode(), status, hasil, self.konteks.kini
        )

    def _berganti(self, stop: Berhenti) -> bool:
        """The question on the screen is no longer the one to be answered: an answer before it no longer held."""
        return self.keadaan.tanya not in ("", stop.kunci)

    def _balas(self, masukan: Masukan, kepala: str = "") -> Pesan:
        """What was typed is meant for the question on the screen, and waits for it when another comes first."""
        hasil = self._run(masukan, self.keadaan.tanya)
        if not hasil.terpakai:
            kepala = "\n".join(k for k in (kepala, self._titipkan(masukan)) if k)
        return self._ujung(hasil, kepala)

    def _titipkan(self, masukan: Masukan) -> str:
        if self.keadaan.tanya in ("", SIMPAN):  # what is confirmed has changed: it must be seen first
            return kata.DAHULU
        self.terjawab = self.keadaan.tanya
        self.keadaan.titipan[self.terjawab] = masukan
        return kata.DITITIPKAN.format(isi=sebaris(masukan.teks, 80)) if masukan.teks else kata.DAHULU

    def _ganti(self, hasil: Hasil, kunci: str, sebelum: Keadaan) -> Pesan | None:
        """A question that had an answer got the same, or another; None, and nothing has changed, if it does not fit."""
        terisi, stop = hasil.dialog.terisi, hasil.stop
        if terisi and self.keadaan.jawaban.get(kunci) != sebelum.jawaban[kunci]:
            return self._ujung(hasil, kata.DIGANTI.format(label=terisi.label, isi=sebaris(terisi.isi, 80)))
        if not terisi and stop and stop.kunci == kunci and not stop.ditolak:
            self.keadaan.buka(kunci, "ubah")  # it turned a page of that question, or left several to choose from
            return self._ujung(hasil)
        self.keadaan = sebelum
        return self.tanya(kata.SUDAH.format(isi=sebaris(terisi.isi, 80))) if terisi else None

    def _mundur(self, kunci: str) -> Pesan:
        """Ask again what was asked before `kunci`."""
        hasil = self._run()
        jalur = list(takewhile(lambda langkah: langkah.kunci != kunci, hasil.dialog.jalur))
        if not jalur:
            return self._ujung(hasil, kata.PERTAMA)
        sebelumnya = jalur[-1].kunci
        self.keadaan.lupakan(sebelumnya)
        if sebelumnya in hasil.dialog.ditawarkan:
            self.keadaan.buka(sebelumnya, "mundur")
        return self.tanya()

    def _kiriman(self, masukan: Masukan) -> Pesan:
        """A picture or a place: for the question that wants it, else kept for later, its caption read as the reply."""
        stop = self._intip().stop
        wadah = self.resep.foto if masukan.foto else self.resep.lokasi
        diminta = stop is not None and isinstance(dasar(stop.question), Bergambar if masukan.foto else Location)
        ditawarkan = stop is not None and stop.kunci == SIMPAN and wadah not in self.keadaan.jawaban
        self.terjawab = "" if masukan.teks.strip() and not (diminta or ditawarkan) else KIRIMAN
        if diminta or ditawarkan:
            return self._ujung(self._run(masukan))
        self.keadaan.sementara.pop(SIMPAN, None)  # the summary itself shows what has come
        kepala = titip(masukan, wadah, self.keadaan.jawaban, " untuk catatan ini") if wadah else kata.TAK_PERLU
        return self._balas(Masukan(teks=masukan.teks), kepala) if masukan.teks.strip() else self.tanya(kepala)


def _tak_terpakai(stop: Berhenti | None, lain: str = kata.TOMBOL_LAIN, tetap: str = "") -> str:
    """Why a tap or an edit changed nothing; `tetap` stands before a refusal."""
    if stop is None or not stop.alasan:
        return lain
    return f"{tetap} {stop.alasan}".strip() if stop.ditolak else kata.DAHULU
