"""/aturrekap: when the recap goes to the group, whether it names the silent; a look at it, and sending it now."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec

from data.desa import Desa
from data.jadwal import Jadwal
from data.orang import ADMIN, PD, TAPM_KAB, TAPM_PROV
from data.rekap import AngkaRekap
from data.rekap.buka import MATI
from data.wilayah import KECAMATAN, Temuan, Wilayah, cari_wilayah
from handlers.bergabung.tanya_tempat import CariDi
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Pesan, Tombol
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.rekap.kata import pesan_rekap
from handlers.rekap.minta import LUAS, Minta
from handlers.rekap.sebut import hari_ke, nama_zona

WAKTU, NAMA, SAKLAR, LIHAT, KIRIM = "waktu", "nama", "saklar", "lihat", "kirim"
JAM = range(6, 22)
"""Hours at which it may go out: before the quiet ones."""
BELUM = "Rekap diatur PD atau TAPM yang tugasnya di kecamatan itu sudah disahkan."
TANPA_GRUP = "Belum ada grup yang terkait dengan kecamatan ini. Masukkan saya ke grupnya, lalu ketik /kaitkan di sana."
REKAP = Tombol("Lihat rekap", perintah("rekap"))


@dialog(
    "aturrekap",
    help="Atur rekap pekan ke grup",
    untuk=(PD, TAPM_KAB, TAPM_PROV, ADMIN),
    kata=("atur rekap",),
    menu=False,
)
def aturrekap(d: Dialog, desa: Desa) -> Kabar:
    if not desa.lingkup.bina("pld"):
        return Kabar(Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),)))
    kode = _kecamatan(d, desa)
    jadwal = desa.rekap.jadwal(kode)
    assert jadwal is not None
    apa = d.ask("apa", _tanya_apa(jadwal, bergrup=bool(desa.rekap.grup(kode))), "Ubah")
    return {WAKTU: _waktu, NAMA: _nama, SAKLAR: _saklar, LIHAT: _lihat, KIRIM: _kirim}[apa](d, desa, jadwal)


def _kecamatan(d: Dialog, desa: Desa) -> str:
    akar = desa.lingkup.bina("pld")
    if any(len(kode) < LUAS for kode in akar):

        def cari(teks: str) -> Temuan:
            semua = cari_wilayah(teks, KECAMATAN)
            return Temuan(tuple(k for k in semua.kode if desa.rekap.boleh_atur(k)), semua.persis)

        tanya = CariDi("Rekap kecamatan mana? Ketik namanya.", KECAMATAN, cari, "Contoh: cibeber.", frozenset(akar))
        return d.ask("kecamatan", tanya)
    semua: list[Wilayah] = desa.wilayah.di_bawah(akar, KECAMATAN)
    if len(semua) == 1:
        return semua[0].kode
    ket = pembeda(tuple(semua))
    pilihan = [Pilihan(w.kode, w.nama, w.kode, ket[w.kode]) for w in semua]
    return d.ask("kecamatan", Choice("Rekap kecamatan mana?", pilihan))


def sebut_atur(jadwal: Jadwal) -> str:
    """'Jumat pukul 16.00 WIB, nama tidak disebut'"""
    jam = str(jadwal.atur["jam"]).replace(":", ".")
    nama = "nama disebut" if jadwal.atur.get("nama") else "nama tidak disebut"
    return f"{hari_ke(int(jadwal.atur['hari']))} pukul {jam} {nama_zona(jadwal.zona)}, {nama}"


def _tanya_apa(jadwal: Jadwal, *, bergrup: bool) -> Choice[str]:
    mati = jadwal.tunda == MATI
    keadaan = "sedang dimatikan." if mati else f"dikirim ke grup tiap {sebut_atur(jadwal)}."
    keadaan += "" if bergrup else f" {TANPA_GRUP}"
    pilihan = [
        Pilihan(WAKTU, "Hari dan jam", WAKTU, kata=("hari", "jam", "waktu")),
        Pilihan(NAMA, "Sembunyikan nama" if jadwal.atur.get("nama") else "Sebut nama", NAMA, kata=("nama",)),
        Pilihan(SAKLAR, "Nyalakan" if mati else "Matikan", SAKLAR, kata=("mati", "hidup", "nyala")),
        Pilihan(LIHAT, "Lihat dulu", LIHAT, kata=("lihat", "contoh", "pratinjau")),
        Pilihan(KIRIM, "Kirim sekarang", KIRIM, kata=("kirim",)),
    ]
    return Choice(f"Rekap pekan {keadaan}\n\nMau apa?", pilihan, petunjuk="Contoh: lihat, jam, atau kirim sekarang.")


def _waktu(d: Dialog, desa: Desa, jadwal: Jadwal) -> Kabar:
    pilihan = [Pilihan(str(n), hari_ke(n), n) for n in range(7)]
    hari = d.ask("hari", Choice("Hari apa?", pilihan, petunjuk="Contoh: Jumat."))
    jam_ = [Pilihan(f"{n:02}:00", f"{n:02}.00", f"{n:02}:00", kata=(f"{n}", f"jam {n}", f"{n}.00")) for n in JAM]
    jam = d.ask("jam", Choice("Jam berapa?", jam_, petunjuk="Antara 06.00 dan 21.00. Contoh: 16.00."))
    d.review(
        f"Rekap pekan dikirim ke grup tiap {hari_ke(hari)} pukul {jam.replace(':', '.')} {nama_zona(jadwal.zona)}."
    )
    jatuh = desa.rekap.atur(jadwal, {"hari": hari, "jam": jam})
    return _tersimpan(f"Siap. Rekap berikutnya {_sebut_saat(jatuh, jadwal.zona)}.")


def _nama(d: Dialog, desa: Desa, jadwal: Jadwal) -> Kabar:
    sebut = not jadwal.atur.get("nama")
    teks = (
        "Nama yang belum mencatat disebut di grup." if sebut else "Di grup hanya jumlahnya; namanya untuk PD sendiri."
    )
    d.review(teks)
    desa.rekap.atur(jadwal, {"nama": sebut})
    return _tersimpan(f"Siap. {teks}")


def _saklar(d: Dialog, desa: Desa, jadwal: Jadwal) -> Kabar:
    hidup = jadwal.tunda == MATI
    d.review(
        f"Rekap pekan dikirim lagi tiap {sebut_atur(jadwal)}." if hidup else "Rekap pekan berhenti dikirim ke grup."
    )
    desa.rekap.saklar(jadwal, hidup=hidup)
    return _tersimpan(
        "Siap, rekapnya menyala lagi." if hidup else "Siap, rekapnya dimatikan. Bisa dinyalakan kapan saja."
    )


def _angka(desa: Desa, jadwal: Jadwal) -> AngkaRekap:
    angka = desa.rekap.pekan(jadwal.kunci, desa.rekap.senin(jadwal.kunci), kini=True)
    assert angka is not None
    return angka


def _lihat(d: Dialog, desa: Desa, jadwal: Jadwal) -> Kabar:
    """As the group would see it, with buttons that work here."""
    angka = _angka(desa, jadwal)
    pesan = pesan_rekap(angka, nama=bool(jadwal.atur.get("nama")))
    assert pesan.berkas
    berkas = Berkas(pesan.berkas.nama, pesan.berkas.resep, {**pesan.berkas.bahan, "kini": 1}, gambar=True)
    rinci = Tombol("Semua rincian", Minta(angka.kode, angka.senin, "semua").perintah())
    tombol = (rinci, Tombol("Atur rekap", perintah("aturrekap")))
    return Kabar(msgspec.structs.replace(pesan, tombol=tombol, berkas=berkas), "Begini rekapnya nanti.")


def _kirim(d: Dialog, desa: Desa, jadwal: Jadwal) -> Kabar:
    senin = desa.rekap.senin(jadwal.kunci)
    if not desa.rekap.grup(jadwal.kunci):
        return Kabar(Pesan(TANPA_GRUP, tombol=(REKAP,)))
    if not desa.rekap.sudah_dikirim(jadwal.kunci, senin):
        d.review(f"Kirim rekap pekan ini ke grup sekarang? {_pengganti(jadwal, senin)}".strip(), simpan="Kirim")
        angka = _angka(desa, jadwal)
        isi = pesan_rekap(angka, nama=bool(jadwal.atur.get("nama")))
        if desa.rekap.kirim(jadwal, angka, msgspec.json.encode(isi).decode()):
            return Kabar(Pesan("Rekap pekan ini dikirim ke grup.", tombol=(REKAP,)), "Rekapnya sudah dikirim.")
    return Kabar(Pesan("Rekap pekan ini sudah dikirim ke grup; satu pekan cukup sekali.", tombol=(REKAP,)))


def _pengganti(jadwal: Jadwal, senin: date) -> str:
    hari = datetime.fromtimestamp(jadwal.jatuh, UTC).astimezone(ZoneInfo(jadwal.zona)).date()
    ini = 0 <= (hari - senin).days < 7 and jadwal.tunda != MATI
    return f"Yang {hari_ke(hari.weekday())} tidak dikirim lagi: satu pekan cukup sekali." if ini else ""


def _sebut_saat(saat: int, zona: str) -> str:
    lokal = datetime.fromtimestamp(saat, UTC).astimezone(ZoneInfo(zona))
    return f"{ejaan_pendek(lokal.date())} pukul {lokal:%H.%M} {nama_zona(zona)}"


def _tersimpan(teks: str) -> Kabar:
    return Kabar(Pesan(teks, tombol=(Tombol("Atur rekap", perintah("aturrekap")), REKAP)), "Aturan rekap tersimpan.")
