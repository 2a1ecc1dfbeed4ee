"""/gabung: somebody comes with an invitation, says their name, and has their task."""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.desa import Desa
from data.lingkup import ATASAN
from data.orang import KOORDINATOR, KPMD, PENDAMPING, PLD, SEBUTAN, SEMUA
from data.undangan import KeadaanUndangan, Undangan, sidik_kode
from handlers.bergabung.nama_orang import tanya_nama
from handlers.bergabung.sebut_tugas import butir_tempat, sebut_saat, sebut_tugas
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.keadaan import Json
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Layar, Prompt, Question
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah
from handlers.diri.setuju import tanya_setuju

KODE = re.compile(r"u-[a-z0-9]{5}(?:-[a-z0-9]{5}){3}", re.IGNORECASE)
SATU_KATA = re.compile(r"[a-z0-9_-]{3,64}", re.IGNORECASE)
SIDIK = re.compile(r"[0-9a-f]{64}")


def mirip_kode(teks: str) -> bool:
    return bool(KODE.fullmatch(teks.strip()))


def baca_kode(teks: str, d: Dialog, desa: Desa) -> bool:
    """What stands behind the command, where it can be a code at all; only its print is kept."""
    if sidik := _sidik(teks):
        d.keadaan.jawaban["kode"] = sidik
    return False


def _sidik(teks: str) -> str:
    ketemu = KODE.search(teks) or SATU_KATA.fullmatch(teks.strip())
    return sidik_kode(ketemu[0]) if ketemu else ""


@dataclass(frozen=True)
class TanyaKode(Question[str]):
    """Answers with the print of the code: no code is kept among the answers."""

    petunjuk: str = "Ketuk tautan undangannya, atau salin kodenya utuh, contoh: u-k7m2q-9xwvd-4hjrt-8pzne."

    def prompt(self, layar: Layar) -> Prompt:
        return Prompt("Apa kode undangannya?")

    def read(self, masukan: Masukan, layar: Layar) -> str:
        return self.load(_sidik(masukan.teks), layar)

    def dump(self, nilai: str) -> Json:
        return nilai

    def load(self, json: Json, layar: Layar) -> str:
        if not isinstance(json, str) or not SIDIK.fullmatch(json):
            raise Tolak(f"Itu belum seperti kode undangan. {self.petunjuk}")
        return json

    def show(self, nilai: str) -> str:
        return "sudah diisi"


@dialog("gabung", help="Bergabung dengan undangan", untuk=SEMUA, baca=baca_kode, kenali=mirip_kode, menu=False)
def gabung(d: Dialog, desa: Desa) -> Kabar:
    sidik = d.ask("kode", TanyaKode())
    keadaan, undangan = desa.undangan.periksa(sidik, d.orang.id, d.hari_ini)
    if undangan is None or keadaan is not KeadaanUndangan.BERLAKU:
        return _tidak_bisa(d, desa, keadaan, undangan)
    if all(desa.pengesahan.disahkan(d.orang.id, undangan.peran, k, d.hari_ini) for k in undangan.wilayah):
        return _sudah_punya(undangan)
    if belum := tanya_setuju(d, desa):
        return belum
    ajakan = f"{_pengundang(desa, undangan, d)} mengundang Anda sebagai {SEBUTAN[undangan.peran]} di:"
    ajakan = f"{ajakan}\n{butir_tempat(undangan.wilayah)}"
    tanya = "Nama Anda, seperti yang akan dibaca rekan dan koordinator?"
    usul = (undangan.nama, d.orang.nama, d.orang.nama_kanal)
    nama = d.ask("nama", tanya_nama(f"{ajakan}\n\n{tanya}", *usul))
    d.review(f"{ajakan}\n\nNama: {nama}\n\nSudah benar?", simpan="Gabung")

    keadaan = desa.undangan.pakai(undangan, d.orang.id, d.hari_ini)
    if keadaan is not KeadaanUndangan.BERLAKU:
        return _tidak_bisa(d, desa, keadaan, undangan)
    desa.orang.ganti_nama(d.orang.id, nama)
    desa.kader.terima(undangan.id, d.orang.id)
    desa.permintaan.tutup_yang_sah(d.orang.id, d.hari_ini, undangan.oleh)
    if undangan.oleh is not None:
        kata = f"{nama} sudah bergabung sebagai {sebut_tugas(undangan.peran, undangan.wilayah)}."
        kabari(desa, undangan.oleh, Pesan(kata), f"undangan:{undangan.id}")
    return Kabar(_selamat_datang(desa, nama, undangan), f"Anda sudah bergabung sebagai {SEBUTAN[undangan.peran]}.")


def _selamat_datang(desa: Desa, nama: str, undangan: Undangan) -> Pesan:
    tombol, bisa = [], []
    if undangan.peran in PENDAMPING:
        bisa.append("Sekarang Anda bisa mulai mencatat.")
        tombol.append(Tombol("Catat kegiatan", perintah("catat")))
    if undangan.peran == PLD:
        tombol.append(Tombol("Data desa", perintah("desa")))
    if undangan.peran == KPMD:
        bisa.append("Yang Anda kerjakan sebagai kader bisa dicatat di sini; pendamping desa Anda ikut membacanya.")
        tombol.append(Tombol("Catat kegiatan", perintah("giat")))
    if undangan.peran in KOORDINATOR and any(undangan.peran in atas for atas in ATASAN.values()):
        bisa.append("Rekan di wilayah Anda bisa diundang dari sini.")
        tombol.append(Tombol("Undang rekan", perintah("undang")))
    if menunggu := len(desa.permintaan.menunggu(desa.lingkup)):
        bisa.append(f"Ada {menunggu} permintaan bergabung yang menunggu Anda.")
        tombol.append(Tombol("Lihat permintaan", perintah("permintaan")))
    sapa = f"Selamat datang, {nama}. Anda sekarang {sebut_tugas(undangan.peran, undangan.wilayah)}."
    return Pesan("\n\n".join(filter(None, (sapa, " ".join(bisa)))), tombol=(*tombol, Tombol("Menu", perintah("menu"))))


def _sudah_punya(undangan: Undangan) -> Kabar:
    teks = (
        f"Anda sudah tercatat sebagai {sebut_tugas(undangan.peran, undangan.wilayah)}, "
        "jadi tidak perlu bergabung lagi. Undangannya tidak terpakai, masih bisa diteruskan kepada orangnya."
    )
    return Kabar(Pesan(teks, tombol=(Tombol("Menu", perintah("menu")),)), "Tidak ada yang berubah.")


def _pengundang(desa: Desa, undangan: Undangan, d: Dialog) -> str:
    return "Admin Kawan Desa" if undangan.oleh is None else desa.orang.ambil(undangan.oleh, d.kini).nama


def _tidak_bisa(d: Dialog, desa: Desa, keadaan: KeadaanUndangan, undangan: Undangan | None) -> Kabar:
    sendiri = undangan is not None and d.orang.id in (undangan.oleh, undangan.dipakai_oleh)
    if not sendiri and keadaan is not KeadaanUndangan.TERLALU_SERING:
        desa.undangan.hitung_salah(keadaan, d.orang.id)
    tombol = [Tombol("Menu", perintah("menu"))]
    if not sendiri and desa.pengaturan.daftar_mandiri:
        tombol.insert(0, Tombol("Daftar tanpa undangan", perintah("daftar")))
    return Kabar(Pesan(_sebab(d, desa, keadaan, undangan), tombol=tuple(tombol)), "Undangannya tidak terpakai.")


def _sebab(d: Dialog, desa: Desa, keadaan: KeadaanUndangan, undangan: Undangan | None) -> str:
    """Why it opens nothing, and what would."""
    if undangan is None:
        if keadaan is KeadaanUndangan.TAK_DIKENAL:
            return "Kode itu belum saya kenal. Coba ketuk lagi tautannya, atau salin kodenya utuh."
        lagi = sebut_saat(desa.undangan.percobaan.terbuka_lagi, d.orang.zona)
        return f"Kodenya sudah beberapa kali tidak cocok, jadi istirahat dulu. Silakan coba lagi sesudah {lagi}."
    siapa = _pengundang(desa, undangan, d)
    baru = f"Silakan minta yang baru kepada {siapa}, ya."
    match keadaan:
        case KeadaanUndangan.DIPAKAI if undangan.dipakai_oleh == d.orang.id:
            return f"Undangan ini sudah Anda pakai; Anda {sebut_tugas(undangan.peran, undangan.wilayah)}."
        case KeadaanUndangan.DIPAKAI:
            return f"Undangan ini sudah dipakai; satu undangan untuk satu orang. {baru}"
        case KeadaanUndangan.HABIS:
            return f"Undangan ini berlaku sampai {sebut_saat(undangan.habis, d.orang.zona)}, jadi sudah lewat. {baru}"
        case KeadaanUndangan.DICABUT:
            return f"Undangan ini sudah ditarik lagi. {baru}"
        case KeadaanUndangan.SENDIRI:
            return "Undangan ini Anda sendiri yang membuat. Teruskan pesannya kepada orang yang diundang, ya."
    return (
        f"{siapa} sudah tidak bertugas di sana, jadi undangannya tidak berlaku lagi. "
        "Silakan minta yang baru kepada koordinator yang sekarang, ya."
    )
