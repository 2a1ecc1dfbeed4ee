"""/ubah_libur: a day off that the national list lacks, or a working day against it; by those whose place it is."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.lingkup import SEMUA_WILAYAH
from data.orang import ADMIN, PENDAMPING
from data.wilayah import KABUPATEN, PROVINSI, Temuan, cari_wilayah
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.bergabung.tanya_tempat import CariDi
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text
from handlers.dialog.tombol import perintah

LIBUR, KERJA, HAPUS = "libur", "kerja", "hapus"
LAIN = {PROVINSI: ("satu_provinsi", "Satu provinsi"), KABUPATEN: ("satu_kabupaten", "Satu kabupaten/kota")}
PETUNJUK = {PROVINSI: "Ketik nama provinsinya, contoh: jawa barat.", KABUPATEN: "Ketik namanya, contoh: cianjur."}


@dialog("ubah_libur", help="Ubah hari libur daerah", untuk=(*PENDAMPING, ADMIN), kata=("tambah libur",), menu=False)
def ubah_libur(d: Dialog, desa: Desa) -> Kabar:
    if not desa.libur.wilayah_atur:
        teks = "Hari libur diatur TAPM atau admin yang tugasnya sudah disahkan. Daftarnya tetap bisa dilihat."
        return Kabar(Pesan(teks, tombol=(_LIHAT,)))
    kode = tanya_wilayah_atur(d, desa)
    tanggal = d.ask("tanggal", Date("Tanggal berapa?", petunjuk="Contoh: besok, 7/12, atau 7 Desember."))
    jadi = d.ask("jadi", _tanya_jadi(desa, kode, tanggal))
    nama = d.ask("nama", Text("Libur apa?", "Contoh: Hari Jadi Cianjur.", maksimal=60)) if jadi == LIBUR else ""
    sebut = {
        LIBUR: f"hari libur ({nama})",
        KERJA: "hari kerja",
        HAPUS: "kembali menurut daftar nasional",
    }[jadi]
    d.review(f"{ejaan_tanggal(tanggal)}\n{sebut[0].upper()}{sebut[1:]}\nUntuk: {sebut_singkat([kode])}")

    if jadi == HAPUS:
        desa.libur.hapus(kode, tanggal)
    else:
        desa.libur.atur(kode, tanggal, nama, libur=jadi == LIBUR)
    teks = f"{ejaan_tanggal(tanggal)} di {sebut_singkat([kode])} sekarang {sebut}."
    return Kabar(Pesan(teks, tombol=(_LIHAT,)), "Hari liburnya sudah tersimpan.")


_LIHAT = Tombol("Hari libur", perintah("libur"))


def tanya_wilayah_atur(d: Dialog, desa: Desa) -> str:
    """One's own place; with a wider one than a kabupaten, also one that lies in it."""
    akar = desa.libur.wilayah_atur
    tingkat = [t for t in LAIN if any(kode == SEMUA_WILAYAH or kode.count(".") + 1 < t for kode in akar)]
    if len(akar) == 1 and not tingkat:
        return akar[0]
    pilihan = [Pilihan(kode, _seluruh(kode), kode, kata=("semua", "seluruh")) for kode in akar]
    pilihan += [Pilihan(LAIN[t][0], LAIN[t][1], LAIN[t][0], kata=(LAIN[t][1].split()[1],)) for t in tingkat]
    di = d.ask("di", Choice("Untuk wilayah mana?", pilihan, petunjuk="Pilih wilayahnya."), "Wilayah")
    for satu in tingkat:
        if di == LAIN[satu][0]:
            return d.ask(di, _tanya_tempat(satu, desa), LAIN[satu][1])
    return di


def _seluruh(kode: str) -> str:
    nama = sebut_singkat([kode])
    return f"{nama[0].upper()}{nama[1:]}"


def _tanya_tempat(tingkat: int, desa: Desa) -> Question[str]:
    def cari(teks: str) -> Temuan:
        semua = cari_wilayah(teks, tingkat)
        return Temuan(tuple(k for k in semua.kode if desa.libur.boleh(k)), semua.persis)

    akar = frozenset(desa.libur.wilayah_atur)
    return CariDi("Di mana? Ketik namanya.", tingkat, cari, PETUNJUK[tingkat], akar)


def _tanya_jadi(desa: Desa, kode: str, tanggal: date) -> Question[str]:
    """What the day is now, and what it can become."""
    nama = desa.libur.sebutan(kode, tanggal)
    kini = f"libur ({nama})" if nama else "hari kerja" if desa.libur.kerja(kode, tanggal) else "akhir pekan"
    pilihan = [Pilihan(LIBUR, "Hari libur", LIBUR), Pilihan(KERJA, "Hari kerja", KERJA)]
    if desa.libur.ambil(kode, tanggal):
        pilihan.append(Pilihan(HAPUS, "Hapus perubahan", HAPUS))
    return Choice(f"Sekarang {kini}. Menjadi apa?", pilihan, petunjuk="Jawab hari libur atau hari kerja.")
