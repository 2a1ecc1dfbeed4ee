"""One message in, one message out: whose turn is it, and what does the message want?

Order of reading: a tap knows where it belongs; then the universal words; then commands; then the open conversation;
then words that start one; then what is asked without any of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from data.orang import WARGA
from handlers.dialog import kata, tombol
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.dialog import Dialog, Resep
from handlers.dialog.flow import Flow
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Masukan
from handlers.dialog.mulai import MEMBUKA, awal, buka, langsung
from handlers.dialog.perintah import dialamatkan, dikenal, dikenali, penerima, penyahut, perintah_ketik, pisah
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.run import Konteks
from handlers.dialog.terima_dokumen import terima_dokumen
from handlers.dialog.tombol import tulis

if TYPE_CHECKING:
    from data.desa import Desa
    from data.percakapan import Percakapan

PANJANG = 30
"""Characters: a text as long as this was work to type, so its writer is told how to hand it in as an entry."""
URUNG = 600
"""Seconds in which the word alone takes back that something was called off; its button does so longer."""
KOSONG = Masukan()
ALIH = 3
"""Commands that may stand for one another in a row ("cari M-2611-0001" is "musdes M-2611-0001"); no circle goes on."""
TUNDA, BUANG, LANJUT = "tunda", "buang", "lanjut"
"""What can become of a draft: the buttons under the question about it, and those of a reminder."""
TAWARAN = ((TUNDA, "Lanjutkan nanti"), (BUANG, "Tinggalkan"), (LANJUT, "Teruskan mengisi"))
KATA_TAWARAN = {TUNDA: ("nanti",), BUANG: (), LANJUT: ("teruskan", "lanjut", "lanjutkan")}


class Turn:
    def __init__(self, konteks: Konteks, desa: Desa, tabel: Mapping[str, Resep]) -> None:
        self.konteks = konteks
        self.desa = desa
        self.tabel = tabel
        self.terjawab: tuple[int, str] | None = None
        """The conversation that the message answered or opened, and the key of what it was taken for there."""
        self._kabar = ""
        """What the next menu says first, unless it has something else to say."""

    @property
    def peran(self) -> set[str]:
        return set(self.konteks.orang.peran)

    def jawab(self, masukan: Masukan) -> Pesan:
        flow = self.flow()
        pesan = self._jawab(masukan, flow)
        if flow and flow.terjawab and self.terjawab is None:
            self.terjawab = flow.percakapan.id, flow.terjawab
        return pesan

    def _jawab(self, masukan: Masukan, flow: Flow | None) -> Pesan:
        if masukan.tombol:
            return self._tombol(masukan.tombol, flow)
        if masukan.foto or masukan.lokasi:  # the words beside a picture are about the picture
            return self._isian(masukan, flow) if flow else self._kiriman(masukan)
        if masukan.dokumen:
            return terima_dokumen(self, masukan.dokumen, masukan, flow)
        if umum := kata.kata_umum(masukan.teks):
            return self._umum(umum, flow)
        if flow and flow.keadaan.tawaran and (pilih := _baca_tawaran(masukan.teks, flow.resep)):
            return self._pilih(pilih, flow)
        if masukan.teks.lstrip().startswith("/"):
            return self._perintah(masukan.teks.lstrip()[1:], flow)
        if flow:
            return self._isian(masukan, flow)
        return self._bebas(masukan)

    # -- taps -----------------------------------------------------------------------------------------------------

    def _tombol(self, data: str, flow: Flow | None) -> Pesan:
        ketukan = tombol.baca(data)
        if ketukan is None:
            return self.usang(flow)
        if ketukan.percakapan == 0:
            return self._perintah(ketukan.nilai, flow)
        if flow and ketukan.percakapan == flow.percakapan.id:
            if ketukan.kunci == tombol.PERINTAH:
                return self._pilih(ketukan.nilai, flow)
            flow.keadaan.tawaran = ""
            return flow.ketuk(ketukan.kunci, ketukan.nilai)
        return self._tombol_lama(ketukan, flow)

    def _tombol_lama(self, ketukan: tombol.DataTombol, flow: Flow | None) -> Pesan:
        """A button of a conversation that is not the open one."""
        lama = self.desa.percakapan.milik(ketukan.percakapan, self.konteks.orang.id)
        if lama is None:
            return self.usang(flow)
        pilih = ketukan.nilai if ketukan.kunci == tombol.PERINTAH else ""
        if lama.status == "ditunda" and pilih == TUNDA:
            return self.usang(flow, kata.DRAF)
        if lama.dialog in self.tabel and lama.status == "ditunda":
            return self._buang(lama, flow) if pilih == BUANG else self._buka_lagi(lama, flow)
        if lama.dialog in self.tabel and lama.status == "batal" and pilih == LANJUT:
            return self._buka_lagi(lama, flow)
        resep = self.tabel.get(lama.dialog)
        akhir = resep.batal if resep and lama.status == "batal" else ""
        akhir = akhir or kata.BERAKHIR.get(lama.status, kata.TOMBOL_USANG).format(hasil=lama.hasil).strip()
        return self.usang(flow, akhir)

    def usang(self, flow: Flow | None, kepala: str = kata.TOMBOL_USANG) -> Pesan:
        """Where the person stands, and why nothing has changed."""
        return flow.tanya(kepala) if flow else self._menu(kepala)

    def _buang(self, lama: Percakapan, flow: Flow | None) -> Pesan:
        """A draft that was put aside is given up from its reminder; what is open stays open."""
        pesan = Flow(self.tabel[lama.dialog], lama, self.konteks, self.desa).batal()
        return flow.tanya(kata.BERAKHIR["batal"]) if flow else pesan

    def _buka_lagi(self, lama: Percakapan, flow: Flow | None) -> Pesan:
        satunya = kata.YANG_SATUNYA if flow and flow.berisi else ""
        if flow:
            flow.tunda()
        self.desa.percakapan.buka_lagi(lama.id, self.konteks.kini)
        kembali = Flow(self.tabel[lama.dialog], lama, self.konteks, self.desa)
        kembali.keadaan.tawaran = ""
        return kembali.tanya(f"Kita lanjutkan dari yang tadi. {satunya}".strip())

    # -- words that always work -----------------------------------------------------------------------------------

    def _umum(self, umum: str, flow: Flow | None) -> Pesan:
        if umum == kata.MENU:
            return self._langsung("menu", "", flow)
        if flow is None:
            return self._menu("Tidak ada isian yang sedang terbuka." if umum != kata.BANTUAN else "")
        if flow.keadaan.tawaran and umum in (kata.KEMBALI, kata.LEWATI):  # from what stands before the question
            return self._pilih(LANJUT, flow)
        flow.keadaan.tawaran = ""
        aksi = {
            kata.BATAL: flow.batal,
            kata.KEMBALI: flow.kembali,
            kata.LEWATI: flow.lewati,
            kata.BANTUAN: flow.bantuan,
        }
        return aksi[umum]()

    # -- commands -------------------------------------------------------------------------------------------------

    def _perintah(self, teks: str, flow: Flow | None, alih: int = ALIH) -> Pesan:
        nama, argumen = pisah(teks)
        umum = "" if argumen.strip() or dialamatkan(teks) else kata.kata_umum(nama)
        if umum:
            return self._umum(umum, flow)
        resep = None if dialamatkan(teks) else self.tabel.get(nama)
        if resep is None:
            kepala = kata.PERINTAH_LAIN if dialamatkan(teks) else kata.TAK_ADA
            return self.usang(flow, kepala.format(nama=nama[:20]))
        if not resep.untuk & self.peran:
            return self._bukan_untuk(resep, flow)
        if alih and resep.alih and self._boleh(ke := resep.alih(argumen)):
            return self._perintah(ke, flow, alih - 1)
        if resep.langsung:
            return self._langsung(nama, argumen, flow)
        if flow:
            return self._tawarkan(nama, argumen, flow)
        return self._mulai(resep, argumen)

    def _boleh(self, perintah_: str) -> bool:
        resep = self.tabel.get(pisah(perintah_)[0])
        return resep is not None and bool(resep.untuk & self.peran)

    def _bukan_untuk(self, resep: Resep, flow: Flow | None) -> Pesan:
        bertugas = self.konteks.orang.peran != (WARGA,)
        kata_ = kata.BUKAN_TUGAS if bertugas else kata.BUKAN_PENDAMPING
        return self.usang(flow, kata_.format(help=resep.help))

    def _langsung(self, nama: str, argumen: str, flow: Flow | None) -> Pesan:
        pesan = langsung(self.tabel[nama], argumen, self.konteks, self.desa)
        return self._bawah(pesan, flow) if flow and self.tabel[nama].sahut else self.sambil(pesan, flow)

    def sambil(self, pesan: Pesan, flow: Flow | None) -> Pesan:
        """Said beside the open conversation, with the way back to it."""
        if flow is None or self.desa.percakapan.terbuka(self.konteks.orang.id) is None:  # it may have ended that too
            return pesan
        flow.tawarkan(kata.MENU)
        teruskan = Tombol(_teruskan(flow.resep), tulis(flow.percakapan.id, tombol.PERINTAH, LANJUT))
        return msgspec.structs.replace(pesan, tombol=(teruskan, *pesan.tombol))

    def _mulai(self, resep: Resep, argumen: str, masukan: Masukan = KOSONG) -> Pesan:
        flow, kepala = buka(resep, argumen, masukan, self.konteks, self.desa)
        self.terjawab = flow.percakapan.id, MEMBUKA
        return flow.tanya(kepala)

    # -- a command in the middle of a conversation ----------------------------------------------------------------

    def _tawarkan(self, nama: str, argumen: str, flow: Flow) -> Pesan:
        resep = self.tabel[nama]
        if (
            resep is flow.resep
            and awal(resep, argumen, KOSONG, self.konteks, self.desa)[0].jawaban == flow.keadaan.jawaban
        ):
            return flow.tanya()  # its button was tapped twice: the form has just begun
        if not flow.berisi:
            flow.batal()
            return self._mulai(resep, argumen)
        flow.tawarkan(f"{nama} {argumen}".strip())
        return Pesan(
            f"“{flow.resep.help}” belum selesai. "
            "Mau dilanjutkan nanti (disimpan 7 hari), ditinggalkan, atau diteruskan sekarang?",
            tombol=tuple(Tombol(label, tulis(flow.percakapan.id, tombol.PERINTAH, nilai)) for nilai, label in TAWARAN),
        )

    def _pilih(self, nilai: str, flow: Flow) -> Pesan:
        berikut, flow.keadaan.tawaran = flow.keadaan.tawaran.removeprefix(kata.MENU), ""
        if nilai not in (TUNDA, BUANG):
            return flow.tanya(kata.TERUSKAN)
        pesan = flow.batal() if nilai == BUANG else None
        if pesan is None:
            flow.tunda()
        if berikut:
            pesan = self._perintah(berikut, None)
            self.terjawab = None  # what opened it was said before
        return pesan or self._menu(kata.DRAF)

    # -- free text ------------------------------------------------------------------------------------------------

    def _isian(self, masukan: Masukan, flow: Flow) -> Pesan:
        """For the open conversation; but a command's bare name, where the question has no use for it, is a command."""
        flow.keadaan.tawaran = ""
        perintah_ = "" if masukan.foto or masukan.lokasi or masukan.lain else perintah_ketik(masukan.teks, self.tabel)
        if pesan := self._di_tengah(masukan, flow, perintah_):
            return pesan
        if perintah_ in ("", kata.MENU) or not self.tabel[pisah(perintah_)[0]].sela:
            return flow.jawab(masukan)  # "pagi" leads to the menu only when nothing is open
        bukan_menu = perintah_ in self.tabel and not self.tabel[perintah_].menu
        if bukan_menu:  # a bare "ubah" leads away only when nothing is open; here it is no slip for "upah" either
            return flow.coba(masukan) or flow.bantuan()
        return flow.coba(masukan) or self._perintah(perintah_, flow)

    def _bebas(self, masukan: Masukan) -> Pesan:
        if masukan.lain or masukan.kosong:
            return self._menu(kata.TAK_PAHAM_LAIN.format(lain=masukan.lain or "pesan itu"))
        if kata.urung(masukan.teks) and (lama := self._baru_batal()):
            return self._buka_lagi(lama, None)
        perintah_ = perintah_ketik(masukan.teks, self.tabel)
        if perintah_ and not self._tanya_orang_lain(perintah_, masukan.teks):
            return self._perintah(perintah_, None)
        if resep := dikenali(masukan.teks, self.tabel, self.peran):
            return self._mulai(resep, masukan.teks)
        if pesan := self._sahut(masukan.teks):
            return pesan
        return self._menu(kata.TAK_PAHAM_PANJANG if len(masukan.teks) > PANJANG else kata.TAK_PAHAM)

    def _baru_batal(self) -> Percakapan | None:
        """What its button *Urungkan* would open, for who types the word."""
        lama = self.desa.percakapan.baru_dibatalkan(self.konteks.orang.id, self.konteks.kini - URUNG)
        return lama if lama and lama.dialog in self.tabel else None

    # -- questions that are no answer -----------------------------------------------------------------------------

    def _sahut(self, teks: str) -> Pesan | None:
        resep = penyahut(self.tabel)
        if resep is None or resep.sahut is None:
            return None
        k = self.konteks
        return resep.sahut(teks, Dialog(k.orang, k.kini, k.hari_ini, Keadaan(), teks), self.desa)

    def _bertanya(self, teks: str) -> bool:
        resep = penyahut(self.tabel)
        return resep is not None and resep.ketik is not None and resep.ketik(teks)

    def _tanya_orang_lain(self, perintah_: str, teks: str) -> bool:
        """What reads like a command of those with another task: "musdes itu apa?", or only "blt", from a villager."""
        nama, sisa = pisah(perintah_)
        resep = self.tabel[nama]
        if resep.untuk & self.peran:
            return False
        if sisa and self._bertanya(teks):
            return True
        return resep.pokok and dikenal(nama if sisa else teks, self.tabel)  # "blt sukamaju" too

    def _di_tengah(self, masukan: Masukan, flow: Flow, perintah_: str) -> Pesan | None:
        """What is plainly a question, and no answer to the open one; None, and nothing has changed, for the rest."""
        if masukan.foto or masukan.lokasi or masukan.lain or not self._bertanya(masukan.teks):
            return None
        nama, sisa = pisah(perintah_)
        if sisa and self.tabel[nama].sahut:  # "tanya …" is never an answer
            return self._perintah(perintah_, flow)
        if not flow.bukan_jawaban(masukan):
            return None
        pesan = self._sahut(masukan.teks)
        return self._bawah(pesan, flow) if pesan else None

    def _bawah(self, pesan: Pesan, flow: Flow) -> Pesan:
        """The form's question again beneath an answer; one with buttons of its own has the way back to it."""
        if pesan.tombol or pesan.daftar:
            return self.sambil(pesan, flow)
        return flow.tanya(f"{pesan.teks}\n\n{kata.TERUSKAN}")

    def _kiriman(self, masukan: Masukan) -> Pesan:
        """A picture or a place out of the blue is the start of an entry: it is kept, not thrown back."""
        if ketemu := penerima(masukan, self.tabel, self.peran):
            return self._mulai(*ketemu, masukan)
        return self._menu("Kirimannya sampai, tetapi belum ada isian yang memerlukannya.")

    def _menu(self, kepala: str = "") -> Pesan:
        menu = langsung(self.tabel[kata.MENU], "", self.konteks, self.desa)
        return msgspec.structs.replace(menu, teks="\n\n".join(t for t in (self._kabar, kepala, menu.teks) if t))

    def flow(self) -> Flow | None:
        """The conversation that is open."""
        terbuka = self.desa.percakapan.terbuka(self.konteks.orang.id)
        if terbuka is None:
            return None
        if terbuka.dialog not in self.tabel:  # a conversation that this version no longer has
            self.desa.percakapan.simpan(terbuka.id, terbuka.keadaan, "kedaluwarsa", "", self.konteks.kini)
            self._kabar = kata.HILANG
            return None
        return Flow(self.tabel[terbuka.dialog], terbuka, self.konteks, self.desa)


def _teruskan(resep: Resep) -> str:
    return f"Teruskan: {resep.help}"[:40]


def _baca_tawaran(teks: str, resep: Resep) -> str:
    """TUNDA, BUANG or LANJUT; '' for any other reply: it is an answer to the form, which so goes on."""
    if len(teks) > 60:
        return ""
    calon = [Calon(nilai, label, KATA_TAWARAN[nilai]) for nilai, label in TAWARAN]
    cocok = cari_calon(teks, [*calon, Calon(LANJUT, _teruskan(resep))])
    return cocok[0].id if len({c.id for c in cocok}) == 1 else ""
