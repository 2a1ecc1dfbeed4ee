"""What can happen to the one open conversation: an answer, a tap, kembali, lewati, bantuan, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from handlers.dialog import kata
from handlers.dialog.dialog import SIMPAN, Berhenti, Langkah, Resep
from handlers.dialog.keadaan import Json, Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions.location import Location
from handlers.dialog.questions.photos import Photos
from handlers.dialog.questions.wrap import LEWATI
from handlers.dialog.run import Hasil, Konteks, run
from handlers.dialog.susun import BEKAS, susun
from handlers.dialog.tombol import perintah, tulis

if TYPE_CHECKING:
    from data.desa import Desa
    from data.percakapan import Percakapan

FOTO = 20
"""Pictures one entry keeps: what a monthly report has room for."""


class Flow:
    """One open conversation for one turn; every method ends in the message to send, with everything saved."""

    def __init__(self, resep: Resep, percakapan: Percakapan, konteks: Konteks, desa: Desa) -> None:
        self.resep = resep
        self.percakapan = percakapan
        self.konteks = konteks
        self.desa = desa
        self.keadaan = Keadaan.dari(percakapan.keadaan)

    # -- the ways in ----------------------------------------------------------------------------------------------

    def tanya(self, kepala: str = "") -> Pesan:
        """Show where we are."""
        return self._ujung(self._run(), kepala)

    def jawab(self, masukan: Masukan) -> Pesan:
        """A typed reply, a picture, a place, or something we cannot read."""
        if masukan.lain or masukan.kosong:
            return self.tanya(kata.TAK_PAHAM_LAIN.format(lain=masukan.lain or "pesan itu"))
        if masukan.foto or masukan.lokasi:
            return self._kiriman(masukan)
        return self._ujung(self._run(masukan))

    def ketuk(self, kunci: str, nilai: str) -> Pesan:
        """A tap: on the present question, or on an older one of this conversation, whose answer then changes."""
        if nilai == BEKAS:
            return self._tetap(kunci)
        sebelum = self.keadaan.salin()
        lama = sebelum.jawaban.get(kunci)
        if kunci in sebelum.jawaban:
            self.keadaan.lupakan(kunci)
            self.keadaan.minta = kunci
        hasil = self._run(Masukan(pilih=nilai), kunci)
        if kunci in sebelum.jawaban:
            return self._ketuk_lama(hasil, kunci, lama, sebelum)
        if not hasil.terpakai:
            self.keadaan = sebelum
            return self.tanya(kata.TOMBOL_LAIN)
        return self._ujung(hasil)

    def kembali(self) -> Pesan:
        """One step back along the order asked; a page of a list or an offered question is a step of its own."""
        hasil = self._run()
        if hasil.stop is None:
            return self._ujung(hasil)
        kunci = hasil.stop.kunci
        if hasil.stop.question.mundur(self.keadaan.sementara.get(kunci)):
            del self.keadaan.sementara[kunci]
        elif self.keadaan.minta == kunci:
            self._lepas_minta(kunci)
        elif not hasil.dialog.jalur:
            return self._ujung(hasil, kata.PERTAMA)
        else:
            self.keadaan.lupakan(hasil.dialog.jalur[-1].kunci)
            self.keadaan.minta = hasil.dialog.jalur[-1].kunci if self._tambahan(hasil) else ""
        return self.tanya()

    def lewati(self) -> Pesan:
        hasil = self._run()
        if hasil.stop is None:
            return self._ujung(hasil)
        if self.keadaan.minta == hasil.stop.kunci and not hasil.stop.question.opsional:
            self._lepas_minta(hasil.stop.kunci)
            return self.tanya()
        if hasil.stop.question.opsional:
            return self._ujung(self._run(Masukan(pilih=LEWATI), hasil.stop.kunci))
        return self._ujung(hasil, f"{kata.WAJIB} {hasil.stop.question.petunjuk}")

    def bantuan(self) -> Pesan:
        hasil = self._run()
        if hasil.stop is None:
            return self._ujung(hasil)
        petunjuk = hasil.stop.question.petunjuk
        lewati = "lewati, " if hasil.stop.question.opsional else ""
        return self._ujung(hasil, f"{petunjuk}\nKapan saja boleh ketik: kembali, {lewati}menu, atau batal.")

    def batal(self) -> Pesan:
        self._simpan("batal", kata.DIBATALKAN)
        urungkan = Tombol("Urungkan", tulis(self.percakapan.id, "!", "lanjut"))
        return Pesan(kata.DIBATALKAN, tombol=(urungkan, Tombol("Menu", perintah("menu"))))

    def tunda(self) -> None:
        """Put aside; what was answered so far names the draft in the menu."""
        jalur = run(
            self.resep, self.keadaan.salin(), self.konteks, self.desa, percakapan=self.percakapan.id
        ).dialog.jalur
        self._simpan("ditunda", ", ".join(_pendek(satu) for satu in jalur[:2]))

    def sekarang(self) -> Berhenti | None:
        """The question that is open now; nothing is changed by asking."""
        return run(self.resep, self.keadaan.salin(), self.konteks, self.desa, percakapan=self.percakapan.id).stop

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

    def _ujung(self, hasil: Hasil, kepala: str = "") -> Pesan:
        """Save, and say what comes next."""
        if hasil.batal:
            return self.batal()
        if hasil.kabar is not None:
            self._simpan("selesai", hasil.kabar.hasil)
            return hasil.kabar.pesan
        if hasil.stop is None:  # the reply had no place, and without it the conversation stands at its end
            return self.tanya(kata.TOMBOL_LAIN)
        self.keadaan.gagal = self.keadaan.gagal + 1 if hasil.stop.ditolak else 0
        self._simpan("terbuka")
        return susun(self.percakapan.id, hasil.stop, self.keadaan, self.konteks.hari_ini, kepala)

    def _simpan(self, status: str, hasil: str = "") -> None:
        self.desa.percakapan.simpan(
            self.percakapan.id, self.keadaan.ringkas().decode(), status, hasil, self.konteks.kini
        )

    def _ketuk_lama(self, hasil: Hasil, kunci: str, lama: Json, sebelum: Keadaan) -> Pesan:
        """A tap on a question that already had an answer: the same, another, or one that no longer fits."""
        terisi = hasil.dialog.terisi
        if terisi is None:
            alasan = hasil.stop.alasan if hasil.stop and hasil.stop.ditolak else ""
            if hasil.terpakai and not alasan:
                return self._ujung(hasil)  # it turned a page of that question: it is open again
            self.keadaan = sebelum
            return self.tanya(alasan or kata.TOMBOL_LAIN)
        if self.keadaan.jawaban.get(kunci) == lama:
            self.keadaan = sebelum
            return self.tanya(kata.SUDAH.format(isi=_pendek(terisi)))
        return self._ujung(hasil, kata.DIGANTI.format(label=terisi.label, isi=_pendek(terisi)))

    def _tetap(self, kunci: str) -> Pesan:
        if kunci in self.keadaan.jawaban or kunci not in self.keadaan.bekas:
            return self.tanya(kata.TOMBOL_LAIN)
        self.keadaan.jawaban[kunci] = self.keadaan.bekas.pop(kunci)
        self.keadaan.sementara.pop(kunci, None)
        self.keadaan.minta = ""
        return self.tanya()

    def _lepas_minta(self, kunci: str) -> None:
        """Leave a question that the summary had opened: what it held before is put back."""
        self.keadaan.minta = ""
        if kunci in self.keadaan.bekas:
            self.keadaan.jawaban[kunci] = self.keadaan.bekas.pop(kunci)

    def _tambahan(self, hasil: Hasil) -> bool:
        """Was the last answer that of an offered question? Then stepping back to it means asking for it again."""
        assert hasil.stop is not None
        return hasil.stop.kunci == SIMPAN

    def _kiriman(self, masukan: Masukan) -> Pesan:
        """A picture or a place: for the question that wants it, else kept for later, its caption read as the reply."""
        stop = self.sekarang()
        dalam = getattr(stop.question, "dalam", stop.question) if stop else None
        wadah = self.resep.foto if masukan.foto else self.resep.lokasi
        diminta = isinstance(dalam, Photos if masukan.foto else Location)
        ditawarkan = stop is not None and stop.kunci == SIMPAN and wadah not in self.keadaan.jawaban
        if stop is None or diminta or ditawarkan or not wadah:
            return self._ujung(self._run(masukan))
        kepala = self._titip(masukan, wadah)
        if masukan.teks.strip():
            return self._ujung(self._run(Masukan(teks=masukan.teks)), kepala)
        return self.tanya(kepala)

    def _titip(self, masukan: Masukan, wadah: str) -> str:
        jawaban = self.keadaan.jawaban
        if masukan.lokasi:
            jawaban[wadah] = [masukan.lokasi.lat, masukan.lokasi.lon]
            return "Lokasinya saya simpan untuk catatan ini."
        sampai = [foto for foto in masukan.foto if foto.sidik]
        jawaban[wadah] = [*(jawaban.get(wadah) or []), *msgspec.to_builtins(sampai)][:FOTO]
        gagal = " Ada yang belum berhasil diunduh; tolong kirim lagi, ya." if len(sampai) < len(masukan.foto) else ""
        if not jawaban[wadah]:
            del jawaban[wadah]
            return "Fotonya belum berhasil diunduh. Tolong kirim lagi, ya."
        return f"Fotonya saya simpan untuk catatan ini ({len(jawaban[wadah])} foto).{gagal}"


def _pendek(langkah: Langkah) -> str:
    satu = " ".join(langkah.isi.split())
    return satu if len(satu) <= 80 else satu[:79] + "…"
