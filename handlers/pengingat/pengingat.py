"""/pengingat: at what hour it comes. /tunda: a rest from it until a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from data.bawahan import BERTUGAS
from data.desa import Desa
from data.jadwal import Jadwal
from data.jadwal_sumber import PENGINGAT
from handlers.dialog.baca.jam import baca_jam
from handlers.dialog.baca.tanggal import baca_tanggal, ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tolak import Tolak
from handlers.dialog.tombol import perintah

JAM = ("06:30", "12:00", "17:00", "19:00", "20:30")
PAGI, MALAM = 6 * 60, 21 * 60
"""Minutes of the day between which it may come; the quiet hours begin at 21.30."""
MATI = date(9999, 12, 31)
"""Silent until then: switched off."""
PALING_LAMA = 60
"""Days of one rest."""
SAKLAR = ("mati", "hidup")


def _jam(teks: str) -> int:
    """Minutes of the day; raises `Tolak`."""
    contoh = Tolak("Jamnya belum terbaca. Contoh: 18.30 atau 7 malam.")
    if teks.strip().isdigit():  # "7" says nothing of morning or evening, and "1830" may be anything
        raise contoh
    try:
        menit = baca_jam(teks.strip().lower().removeprefix("jam "))
    except Tolak:
        raise contoh from None
    if not PAGI <= menit <= MALAM:
        raise Tolak("Jam pengingat antara 06.00 dan 21.00, supaya tidak mengganggu waktu istirahat.")
    return menit


def _terbaca(baca: Callable[[str], object]) -> Callable[[str], bool]:
    """Whether what stands behind the bare word is for us: "pengingat rapat sudah dikirim" is a report."""

    def ya(sisa: str) -> bool:
        try:
            baca(sisa)
        except Tolak:
            return False
        return True

    return ya


def _baca_pengingat(sisa: str) -> object:
    return sisa.strip().lower() in SAKLAR or _jam(sisa)


@dialog(
    "pengingat",
    help="Atur jam pengingat",
    untuk=BERTUGAS,
    kata=("atur pengingat",),
    langsung=True,
    ketik=_terbaca(_baca_pengingat),
)
def pengingat(d: Dialog, desa: Desa) -> Kabar:
    """'', '18.30', 'mati', 'hidup'"""
    ini = desa.jadwal.pastikan(PENGINGAT, str(d.orang.id), d.orang.zona, d.kini)
    kata = d.argumen.strip().lower()
    if kata in SAKLAR:
        desa.jadwal.tunda(PENGINGAT, ini.kunci, MATI if kata == "mati" else None)
        return Kabar(_kartu(desa.jadwal.ambil(PENGINGAT, ini.kunci) or ini, d))
    if not kata:
        return Kabar(_kartu(ini, d))
    try:
        menit = _jam(kata)
    except Tolak as tolak:
        return Kabar(_kartu(ini, d, tolak.kata))
    desa.jadwal.atur(PENGINGAT, ini.kunci, {"jam": f"{menit // 60:02}:{menit % 60:02}"}, d.kini)
    return Kabar(_kartu(desa.jadwal.ambil(PENGINGAT, ini.kunci) or ini, d, "Tersimpan."))


def _kartu(j: Jadwal, d: Dialog, kepala: str = "") -> Pesan:
    jam = str(j.atur["jam"])
    teks = f"Pengingat datang jam {jam.replace(':', '.')} waktu setempat, sekali sehari, hanya kalau ada yang menunggu."
    if j.tunda == MATI:
        teks = "Pengingat sedang dimatikan."
    elif j.tunda and j.tunda > d.hari_ini:
        teks += f"\nSekarang istirahat dulu sampai {ejaan_tanggal(j.tunda)}."
    pilih = tuple(Tombol(satu.replace(":", "."), perintah(f"pengingat {satu}")) for satu in JAM if satu != jam)
    diam = j.tunda is not None and j.tunda > d.hari_ini
    saklar = Tombol("Hidupkan", perintah("pengingat hidup")) if diam else Tombol("Matikan", perintah("pengingat mati"))
    return Pesan(f"{kepala}\n\n{teks}".strip(), judul="Pengingat harian", tombol=(*pilih, saklar))


def _sampai(teks: str, hari_ini: date) -> date:
    """Raises `Tolak`."""
    kata = teks.strip().lower()
    if kata in ("minggu depan", "pekan depan"):
        return hari_ini + timedelta(days=7 - hari_ini.weekday())
    return baca_tanggal(kata, hari_ini, arah="depan")


@dialog(
    "tunda",
    help="Tunda pengingat",
    untuk=BERTUGAS,
    langsung=True,
    menu=False,
    ketik=_terbaca(lambda sisa: _sampai(sisa, date(2026, 1, 1))),
)
def tunda(d: Dialog, desa: Desa) -> Kabar:
    """'besok', 'senin', 'minggu depan', '7/12'"""
    ini = desa.jadwal.pastikan(PENGINGAT, str(d.orang.id), d.orang.zona, d.kini)
    try:
        sampai = _sampai(d.argumen, d.hari_ini)
    except Tolak as tolak:
        return Kabar(Pesan(f"Sampai kapan? {tolak.kata}" if d.argumen.strip() else "Sampai kapan?", tombol=_pilihan()))
    if not 0 < (sampai - d.hari_ini).days <= PALING_LAMA:
        return Kabar(Pesan(f"Bisa ditunda mulai besok sampai {PALING_LAMA} hari. Sampai kapan?", tombol=_pilihan()))
    desa.jadwal.tunda(PENGINGAT, ini.kunci, sampai)
    lain = tuple(t for t in _pilihan() if t.data != perintah(f"tunda {d.argumen.strip().lower()}"))
    return Kabar(
        Pesan(
            f"Baik. Pengingat berikutnya {ejaan_tanggal(sampai)}.",
            tombol=(*lain, Tombol("Tidak jadi", perintah("pengingat hidup"))),
        )
    )


def _pilihan() -> tuple[Tombol, ...]:
    return (
        Tombol("Besok", perintah("tunda besok")),
        Tombol("Senin", perintah("tunda senin")),
        Tombol("Minggu depan", perintah("tunda minggu depan")),
    )
