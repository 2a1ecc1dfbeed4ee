"""/tautkan: one person, several addresses. A code from the address one has, typed on the one that is new."""

from __future__ import annotations

from data.alamat import Alamat
from data.desa import Desa
from data.orang import SEMUA
from data.tautan import UMUR, Keadaan, rapi
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Layar
from handlers.dialog.questions import Text, YesNo
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah
from handlers.diri.kabari_alamat import kabari_alamat
from handlers.diri.sebut_alamat import awal_kalimat, sebut_alamat, sebut_kanal

MENIT = UMUR // 60
MENU = (Tombol("Menu", perintah("menu")),)
KODE_BARU = "Ambil kode baru dengan mengetik tautkan di alamat Anda yang lama."
SALAH = f"Kode itu belum cocok, atau masa berlakunya ({MENIT} menit) sudah lewat. {KODE_BARU}"
TERLALU_SERING = "Sudah beberapa kode yang belum cocok. Tunggu sekitar satu jam, lalu coba lagi dengan kode baru, ya."
CONTOH = "Kodenya delapan huruf dan angka, contoh: k7m-4xq2p."


@dialog("tautkan", help="Tautkan alamat lain", untuk=SEMUA, kata=("tautkan akun", "sambungkan"), langsung=True)
def tautkan(d: Dialog, desa: Desa) -> Kabar:
    if d.argumen.strip():
        return Kabar(_pakai(d.argumen, d, desa))
    return Kabar(_kode(d, desa))


@dialog("tautkan_kode", help="Masukkan kode tautan", untuk=SEMUA, menu=False)
def tautkan_kode(d: Dialog, desa: Desa) -> Kabar:
    kode = d.ask("kode", TanyaKode("Apa kodenya? Ambil dari alamat Anda yang lama: ketik tautkan di sana.", CONTOH))
    d.keadaan.jawaban.clear()
    return Kabar(_pakai(_kode_saja(kode), d, desa))


@dialog("lepas_alamat", help="Lepas alamat", untuk=SEMUA, menu=False, baca=lambda teks, d, _: _baca_id(teks, d))
def lepas_alamat(d: Dialog, desa: Desa) -> Kabar:
    id_ = d.keadaan.jawaban.get("id")
    alamat = next((a for a in desa.alamat.milik(d.orang.id) if a.id == id_ and not _ini(a, desa)), None)
    if alamat is None:
        return Kabar(Pesan("Alamat itu sudah bukan milik Anda. Lihat daftarnya dengan mengetik tautkan.", tombol=MENU))
    teks = f"Lepas {sebut_alamat(alamat)}? Riwayat Anda tidak bisa lagi dibuka dari sana."
    if not d.ask("yakin", YesNo(teks, ya="Lepas", tidak="Jangan", petunjuk="Jawab lepas atau jangan.")):
        return Kabar(Pesan(f"{awal_kalimat(sebut_alamat(alamat))} tetap terhubung.", tombol=MENU))
    desa.alamat.lepas(alamat)
    desa.jejak.tulis("lepas", "alamat", alamat.id, sebelum=alamat.kanal)
    return Kabar(
        Pesan(f"{awal_kalimat(sebut_alamat(alamat))} sudah dilepas.", tombol=MENU), "Alamat itu sudah dilepas."
    )


class TanyaKode(Text):
    """What cannot be a code is asked again, and is no try."""

    def read(self, masukan: Masukan, layar: Layar) -> str:
        teks = super().read(masukan, layar)
        if not rapi(_kode_saja(teks)):
            raise Tolak(f"Itu belum seperti kode. {CONTOH}")
        return teks


def _kode_saja(teks: str) -> str:
    """Without the word that would stand before it elsewhere."""
    return teks.lower().removeprefix("tautkan")


def _baca_id(teks: str, d: Dialog) -> bool:
    if teks.isascii() and teks.isdigit() and len(teks) < 18:
        d.keadaan.jawaban["id"] = int(teks)
    return False


def _ini(alamat: Alamat, desa: Desa) -> bool:
    return (alamat.kanal, alamat.tujuan) == (desa.kanal, desa.tujuan)


def _kode(d: Dialog, desa: Desa) -> Pesan:
    kode = desa.tautan.buat(d.orang.id)
    semua = desa.alamat.milik(d.orang.id)
    sebut = [f"• {sebut_alamat(a)}{_ket(a, desa)}" for a in semua]
    lepas = [Tombol(f"Lepas {sebut_alamat(a)}", perintah(f"lepas_alamat {a.id}")) for a in semua if not _ini(a, desa)]
    daftar = "\n".join(("\n\nAlamat Anda sekarang:", *sebut)) if sebut else ""
    return Pesan(
        f"Buka Kawan Desa di tempat yang satunya (Telegram, WhatsApp, atau halaman web), lalu ketik:\n\ntautkan {kode}"
        f"\n\nBerlaku {MENIT} menit, sekali pakai. Jangan berikan kepada siapa pun.{daftar}",
        judul="Tautkan alamat lain",
        tombol=(Tombol("Saya punya kode", perintah("tautkan_kode")), *lepas),
    )


def _ket(alamat: Alamat, desa: Desa) -> str:
    if _ini(alamat, desa):
        return " (yang ini)"
    return " (ditutup koordinator)" if alamat.terkunci else ""


def _pakai(kode: str, d: Dialog, desa: Desa) -> Pesan:
    if not rapi(kode):
        return Pesan(f"Itu belum seperti kode. {CONTOH}", tombol=(Tombol("Tulis kode", perintah("tautkan_kode")),))
    siapa = f"{desa.kanal}:{desa.tujuan or d.orang.id}"
    tebakan = desa.tautan.coba(kode, siapa)
    if tebakan.keadaan is not Keadaan.BERLAKU:
        return gagal(tebakan.keadaan)
    if tebakan.orang_id == d.orang.id:
        return Pesan("Itu kode dari alamat ini sendiri. Ketik kodenya di alamat Anda yang lain, ya.", tombol=MENU)
    if halangan := _halangan(tebakan.orang_id, d, desa):
        return Pesan(halangan, tombol=MENU)
    return sambungkan(tebakan.orang_id, desa, d.kini)


def gagal(keadaan: Keadaan) -> Pesan:
    if keadaan is Keadaan.TERLALU_SERING:
        return Pesan(TERLALU_SERING, tombol=MENU)
    return Pesan(SALAH, tombol=(Tombol("Tulis kode", perintah("tautkan_kode")), *MENU))


def _halangan(pemilik: int, d: Dialog, desa: Desa) -> str:
    """Why the two are not joined by themselves: nobody's entries are mixed with another's. '' when they may be."""
    if not desa.tautan.punya_sendiri(d.orang.id):
        return ""
    if not desa.tautan.punya_sendiri(pemilik):
        return (
            "Tugas dan catatan Anda ada di alamat ini, jadi arahnya sebaliknya: "
            "ketik tautkan di sini, lalu tulis kodenya di alamat yang baru."
        )
    return (
        "Di kedua alamat itu sudah ada tugas atau catatan sendiri-sendiri, jadi tidak saya gabung begitu saja. "
        "Minta tolong koordinator Anda dulu, ya; keduanya tetap bisa dipakai."
    )


def sambungkan(pemilik: int, desa: Desa, kini: int) -> Pesan:
    """This address is `pemilik`'s from now on; all their addresses are told."""
    lain = [a for a in desa.alamat.milik(pemilik) if a.status == "aktif" and not _ini(a, desa)]
    desa.tautan.gabung(desa.kanal, desa.tujuan, pemilik)
    orang = desa.orang.ambil(pemilik, kini)
    baru = desa.alamat.di(desa.kanal, desa.tujuan)
    assert baru is not None
    desa.jejak.tulis("taut", "alamat", baru.id, sesudah=f"{pemilik} {baru.kanal}")
    sebut = sebut_alamat(baru)
    kabar = Pesan(
        f"{awal_kalimat(sebut)} baru saja dihubungkan dengan akun Anda. Kalau itu bukan Anda, lepas sekarang juga.",
        tombol=(Tombol(f"Lepas {sebut}", perintah(f"lepas_alamat {baru.id}")),),
    )
    for satu in lain:
        kabari_alamat(desa, satu, kabar)
    return Pesan(
        f"Sudah terhubung. {awal_kalimat(sebut_kanal(desa.kanal))} ini sekarang milik {orang.nama}: "
        "percakapan dan riwayatnya sama di mana pun.",
        tombol=MENU,
    )
