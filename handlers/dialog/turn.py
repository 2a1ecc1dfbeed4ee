"""One message in, one message out: whose turn is it, and what does the message want?

Order of reading: a tap knows where it belongs; then the universal words; then commands; then the open conversation;
then words that start one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from handlers.dialog import kata, tombol
from handlers.dialog.baca.normal import rapikan
from handlers.dialog.dialog import Resep
from handlers.dialog.flow import Flow
from handlers.dialog.masukan import Masukan
from handlers.dialog.mulai import buka, langsung
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.run import Konteks
from handlers.dialog.tombol import tulis

if TYPE_CHECKING:
    from data.desa import Desa
    from data.percakapan import Percakapan

PANJANG = 30
"""Characters: a text as long as this was work to type, so its writer is told how to hand it in as an entry."""
TAWAR = {
    "lanjutkan nanti": "tunda",
    "nanti": "tunda",
    "tinggalkan": "buang",
    "teruskan": "lanjut",
    "teruskan mengisi": "lanjut",
}


class Turn:
    def __init__(self, konteks: Konteks, desa: Desa, tabel: Mapping[str, Resep]) -> None:
        self.konteks = konteks
        self.desa = desa
        self.tabel = tabel

    def jawab(self, masukan: Masukan) -> Pesan:
        terbuka = self.desa.percakapan.terbuka(self.konteks.orang.id)
        flow = self._flow(terbuka)
        if masukan.tombol:
            return self._tombol(masukan.tombol, flow)
        umum = kata.kata_umum(masukan.teks) if not (masukan.foto or masukan.lokasi) else ""
        if umum:
            return self._umum(umum, flow)
        if flow and flow.keadaan.tawaran:
            return self._tawaran(masukan, flow)
        if masukan.teks.lstrip().startswith("/"):
            return self._perintah(masukan.teks.lstrip()[1:], flow)
        if flow:
            return self._isian(masukan, flow)
        return self._bebas(masukan)

    # -- taps -----------------------------------------------------------------------------------------------------

    def _tombol(self, data: str, flow: Flow | None) -> Pesan:
        ketukan = tombol.baca(data)
        if ketukan is None:
            return self._usang(flow)
        if ketukan.percakapan == 0:
            return self._perintah(ketukan.nilai, flow)
        if flow and ketukan.percakapan == flow.percakapan.id:
            if ketukan.kunci == tombol.PERINTAH:
                return self._pilih(ketukan.nilai, flow)
            return flow.ketuk(ketukan.kunci, ketukan.nilai)
        return self._tombol_lama(ketukan, flow)

    def _tombol_lama(self, ketukan: tombol.DataTombol, flow: Flow | None) -> Pesan:
        """A button of a conversation that is not the open one."""
        lama = self.desa.percakapan.milik(ketukan.percakapan, self.konteks.orang.id)
        if lama is None or lama.dialog not in self.tabel:
            return self._usang(flow)
        if lama.status == "ditunda" or (lama.status == "batal" and ketukan.nilai == "lanjut"):
            return self._buka_lagi(lama, flow)
        if lama.status == "selesai":
            return self._usang(flow, f"Yang itu sudah selesai. {lama.hasil}".strip())
        return self._usang(flow)

    def _usang(self, flow: Flow | None, kepala: str = kata.TOMBOL_USANG) -> Pesan:
        return flow.tanya(kepala) if flow else self._menu(kepala)

    def _buka_lagi(self, lama: Percakapan, flow: Flow | None) -> Pesan:
        if flow:
            flow.tunda()
        self.desa.percakapan.buka_lagi(lama.id, self.konteks.kini)
        kembali = Flow(self.tabel[lama.dialog], lama, self.konteks, self.desa)
        kembali.keadaan.tawaran = ""
        return kembali.tanya("Kita lanjutkan dari yang tadi.")

    # -- words that always work -----------------------------------------------------------------------------------

    def _umum(self, umum: str, flow: Flow | None) -> Pesan:
        if umum == kata.MENU:
            return self._langsung("menu", "", flow)
        if flow is None:
            return self._menu("Tidak ada isian yang sedang terbuka." if umum != kata.BANTUAN else "")
        flow.keadaan.tawaran = ""
        aksi = {
            kata.BATAL: flow.batal,
            kata.KEMBALI: flow.kembali,
            kata.LEWATI: flow.lewati,
            kata.BANTUAN: flow.bantuan,
        }
        return aksi[umum]()

    # -- commands -------------------------------------------------------------------------------------------------

    def _perintah(self, teks: str, flow: Flow | None) -> Pesan:
        nama, _, argumen = teks.strip().partition(" ")
        nama, baris, sisa = nama.partition("\n")
        nama = nama.split("@")[0].lower()
        argumen = f"{sisa}\n{argumen}" if baris else argumen
        umum = kata.kata_umum(nama)
        if umum and not argumen.strip():
            return self._umum(umum, flow)
        resep = self.tabel.get(nama)
        if resep is None:
            return self._usang(flow, f"Perintah /{nama[:20]} belum ada. Ketik menu untuk melihat yang bisa dibantu.")
        if not resep.untuk & set(self.konteks.orang.peran):
            return self._bukan_untuk(resep, flow)
        if resep.langsung:
            return self._langsung(nama, argumen, flow)
        if flow:
            return self._tawarkan(nama, argumen, flow)
        return self._mulai(resep, argumen)

    def _bukan_untuk(self, resep: Resep, flow: Flow | None) -> Pesan:
        kepala = f"“{resep.help}” dipakai oleh pendamping desa. Kalau Anda pendamping, ketik /daftar dulu, ya."
        return self._usang(flow, kepala)

    def _langsung(self, nama: str, argumen: str, flow: Flow | None) -> Pesan:
        pesan = langsung(self.tabel[nama], argumen, self.konteks, self.desa)
        if flow is None:
            return pesan
        teruskan = Tombol(f"Teruskan: {flow.resep.help}"[:40], tulis(flow.percakapan.id, tombol.PERINTAH, "lanjut"))
        return Pesan(
            pesan.teks, pesan.judul, (teruskan, *pesan.tombol), pesan.daftar, pesan.minta, pesan.foto, pesan.berkas
        )

    def _mulai(self, resep: Resep, argumen: str, masukan: Masukan | None = None) -> Pesan:
        return buka(resep, argumen, masukan, self.konteks, self.desa)

    # -- a command in the middle of a conversation ----------------------------------------------------------------

    def _tawarkan(self, nama: str, argumen: str, flow: Flow) -> Pesan:
        flow.keadaan.tawaran = f"{nama} {argumen}".strip()
        flow.tanya()
        pilihan = (("Lanjutkan nanti", "tunda"), ("Tinggalkan", "buang"), ("Teruskan mengisi", "lanjut"))
        return Pesan(
            f"“{flow.resep.help}” belum selesai. "
            "Mau dilanjutkan nanti (disimpan 7 hari), ditinggalkan, atau diteruskan sekarang?",
            tombol=tuple(Tombol(label, tulis(flow.percakapan.id, tombol.PERINTAH, nilai)) for label, nilai in pilihan),
        )

    def _tawaran(self, masukan: Masukan, flow: Flow) -> Pesan:
        """The person was asked what becomes of the draft. Any other reply is an answer to the form: it goes on."""
        pilih = TAWAR.get(rapikan(masukan.teks).lower()) if len(masukan.teks) < 40 else None
        if pilih:
            return self._pilih(pilih, flow)
        flow.keadaan.tawaran = ""
        if masukan.teks.lstrip().startswith("/"):
            return self._perintah(masukan.teks.lstrip()[1:], flow)
        return self._isian(masukan, flow)

    def _pilih(self, nilai: str, flow: Flow) -> Pesan:
        berikut, flow.keadaan.tawaran = flow.keadaan.tawaran, ""
        if nilai == "tunda":
            flow.tunda()
        elif nilai == "buang":
            flow.batal()
        else:
            return flow.tanya("Baik, kita teruskan.")
        if berikut:
            return self._perintah(berikut, None)
        return self._menu("Draf disimpan 7 hari." if nilai == "tunda" else kata.DIBATALKAN)

    # -- free text ------------------------------------------------------------------------------------------------

    def _isian(self, masukan: Masukan, flow: Flow) -> Pesan:
        """For the open conversation; but a command's bare name, where the question has no use for it, is a command."""
        perintah_ = self._perintah_ketik(masukan.teks)
        if not perintah_:
            return flow.jawab(masukan)
        sebelum = flow.keadaan.salin()
        pesan = flow.jawab(masukan)
        if flow.keadaan.gagal <= sebelum.gagal:
            return pesan
        flow.keadaan = sebelum
        return self._perintah(perintah_, flow)

    def _bebas(self, masukan: Masukan) -> Pesan:
        if masukan.foto or masukan.lokasi:
            return self._kiriman(masukan)
        if masukan.lain or masukan.kosong:
            return self._menu(kata.TAK_PAHAM_LAIN.format(lain=masukan.lain or "pesan itu"))
        if perintah_ := self._perintah_ketik(masukan.teks):
            return self._perintah(perintah_, None)
        for resep in self.tabel.values():
            if resep.kenali and resep.kenali(masukan.teks) and resep.untuk & set(self.konteks.orang.peran):
                return self._mulai(resep, masukan.teks)
        return self._menu(kata.TAK_PAHAM_PANJANG if len(masukan.teks) > PANJANG else kata.TAK_PAHAM)

    def _kiriman(self, masukan: Masukan) -> Pesan:
        """A picture or a place out of the blue is the start of an entry: it is kept, not thrown back."""
        for resep in self.tabel.values():
            if (resep.foto if masukan.foto else resep.lokasi) and resep.untuk & set(self.konteks.orang.peran):
                return self._mulai(resep, masukan.teks, masukan)
        return self._menu("Kirimannya sampai, tetapi belum ada isian yang memerlukannya.")

    def _perintah_ketik(self, teks: str) -> str:
        """The command that a text without a slash means: its bare name, or its name and what it can read behind it."""
        if nama := self._nama_perintah(teks):
            return nama
        awal, _, sisa = teks.strip().partition(" ")
        nama = self._nama_perintah(awal)
        if nama and sisa and (self.tabel[nama].baca or self.tabel[nama].langsung):
            return f"{nama} {sisa}"
        return ""

    def _nama_perintah(self, teks: str) -> str:
        if len(teks) > 40:
            return ""
        kata_ = rapikan(teks).lower().strip(" .!")
        for nama, resep in self.tabel.items():
            if kata_ in (nama, *resep.kata):
                return nama
        return ""

    def _menu(self, kepala: str = "") -> Pesan:
        menu = langsung(self.tabel["menu"], "", self.konteks, self.desa)
        return Pesan(f"{kepala}\n\n{menu.teks}" if kepala else menu.teks, menu.judul, menu.tombol, menu.daftar)

    def _flow(self, terbuka: Percakapan | None) -> Flow | None:
        if terbuka is None:
            return None
        if terbuka.dialog not in self.tabel:  # a conversation that this version no longer has
            self.desa.percakapan.simpan(terbuka.id, terbuka.keadaan, "kedaluwarsa", "", self.konteks.kini)
            return None
        return Flow(self.tabel[terbuka.dialog], terbuka, self.konteks, self.desa)
