"""The questions about one activity, used where it is written down and where it is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.kegiatan import PILAR, muat_kegiatan
from data.katalog.kegiatan import Kegiatan as Jenis
from data.katalog.sebutan import sebutan
from data.kegiatan import FotoKegiatan, Isi
from data.wilayah import Wilayah
from handlers.dialog.baca.jam import RentangJam
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.dialog import Dialog
from handlers.dialog.masukan import Foto, Lokasi
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Location, People, Photos, Pilihan, Text, TimeRange, optional

SEBUTAN_PILAR = {
    "asistensi": "Asistensi",
    "pengorganisasian": "Pengorganisasian",
    "pengarahan": "Pengarahan",
    "kapasitas": "Peningkatan kapasitas",
}
CARA = {"desa": "Di desa", "koordinasi": "Koordinasi", "daring": "Daring"}
KET_CARA = {
    "desa": "kunjungan lapangan",
    "koordinasi": "rapat di kantor atau kecamatan",
    "daring": "lewat Zoom atau telepon",
}
JAM_UMUM = ("08:00-10:00", "09:00-11:00", "09:00-12:00", "13:00-15:00", "19:30-22:00")
AWAL = ("AS02", "AS11", "AS13", "PO04", "PR01", "PR03")
"""For those without a history: what the one real DRP month that was read holds most of."""
SEHALAMAN = 10
"""Rows of a list that are shown at once; of more, pages."""
UTAMA = 6
"""Activities shown first; with the four pillars they fill one list of ten."""


def tanya_desa(desa: Desa) -> Question[Wilayah]:
    """Villages of the person, and their kecamatan for what belongs to no single village."""
    dampingan = desa.dampingan()
    kecamatan = desa.wilayah.kecamatan_dari(dampingan)
    ket = pembeda([*dampingan, *kecamatan])
    pilihan = [Pilihan(w.kode, w.nama, w, ket[w.kode], kata=(f"{w.nama} {w.kecamatan}",)) for w in dampingan]
    for w in kecamatan:
        sebut = sebutan(w.kode).kecamatan
        kata = (w.nama, "kecamatan", "kec", sebut)
        pilihan.append(Pilihan(w.kode, f"{sebut.capitalize()} {w.nama}", w, ket[w.kode], kata=kata))
    tanya = "Desa mana?" if len(pilihan) <= SEHALAMAN else "Desa mana? Pilih, atau ketik sebagian namanya."
    return Choice(tanya, pilihan, petunjuk="Pilih desanya, atau ketik sebagian namanya.")


def pembeda(tempat: Sequence[Wilayah]) -> dict[str, str]:
    """By code, what to put beside the name of those that share it: the kecamatan, and the kabupaten if that is shared.

    Places of different levels do not share: one of them is called a kecamatan on its button. Two desa of one name in
    one kecamatan do exist (Tounelet Satu, Kogekotu): they get their code.
    """
    hasil = {w.kode: "" for w in tempat}
    for bagian in range(1, 5):
        terlihat = Counter((w.tingkat, w.nama.lower(), hasil[w.kode]) for w in tempat)
        for w in tempat:
            if terlihat[w.tingkat, w.nama.lower(), hasil[w.kode]] > 1:
                hasil[w.kode] = ", ".join([*w.jalur.split(", "), w.kode][:bagian])
    return hasil


def tanya_kegiatan(desa: Desa) -> Question[Jenis]:
    katalog = muat_kegiatan()
    tampil = katalog.tampil(desa.pengaturan.warisan)
    pilihan = [Pilihan(k.kode, k.label, k, kata=(*k.kata, k.nama), kelompok=k.pilar) for k in tampil]
    utama = dict.fromkeys([*desa.kegiatan.sering(UTAMA), *AWAL])
    return Choice(
        "Kegiatan apa?",
        pilihan,
        utama=tuple(utama)[:UTAMA],
        kelompok=tuple((p, SEBUTAN_PILAR[p]) for p in PILAR),
        petunjuk="Pilih dari daftar, atau ketik, contoh: rkp, posyandu, rakor.",
    )


def tanya_cara(di: Wilayah | None = None) -> Question[str]:
    """A kecamatan cannot be visited as a village."""
    boleh = [k for k in CARA if k != "desa" or di is None or di.kode.count(".") == 3]
    pilihan = [Pilihan(k, CARA[k], k, kata=(KET_CARA[k], *_kata_cara(k))) for k in boleh]
    return Choice(
        "Di mana kegiatannya?", pilihan, petunjuk="Pilih: di desa (kunjungan lapangan), koordinasi, atau daring."
    )


def _kata_cara(cara: str) -> tuple[str, ...]:
    return {
        "desa": ("lapangan", "kunjungan", "balai desa", "kantor desa"),
        "koordinasi": ("kantor", "kecamatan", "kabupaten", "rapat"),
        "daring": ("online", "zoom", "telepon", "virtual"),
    }[cara]


def tanya_tanggal() -> Question[date]:
    return Date("Tanggal berapa?", arah="lalu")


def tanya_jam(d: Dialog, desa: Desa, tanggal: date) -> Question[RentangJam]:
    """Hours that have not come yet are no report: the limit is the present minute, on the person's own clock."""
    sekarang = datetime.fromtimestamp(d.kini, UTC).astimezone(ZoneInfo(d.orang.zona))
    batas = sekarang.hour * 60 + sekarang.minute if tanggal == d.hari_ini else None
    usul = dict.fromkeys((*desa.kegiatan.jam_biasa(), *JAM_UMUM))
    return TimeRange("Dari jam berapa sampai jam berapa?", usul=tuple(usul)[:5], batas=batas)


def tanya_hasil() -> Question[str]:
    return Text(
        "Apa hasilnya? Satu-dua kalimat cukup.", petunjuk="Contoh: Disepakati 12 usulan prioritas untuk RKP 2027."
    )


def tanya_peserta() -> Question[Peserta]:
    return People("Berapa peserta yang hadir?")


def tanya_foto() -> Question[tuple[Foto, ...]]:
    return Photos("Silakan kirim fotonya, boleh beberapa sekaligus.")


def tanya_lokasi() -> Question[Lokasi]:
    return Location("Di titik mana? Kirim lokasi dari HP, atau ketik lintang dan bujurnya.")


def tanya_masalah() -> Question[str]:
    return Text("Ada masalah apa di lapangan?", petunjuk="Contoh: Berkas pencairan tahap 2 belum lengkap.")


def tanya_rencana() -> Question[str]:
    return Text("Apa tindak lanjutnya?", petunjuk="Contoh: Sekdes melengkapi berkas sebelum Jumat.")


def tanya_tindak_lanjut() -> Question[str | None]:
    return optional(tanya_rencana())


def isi(
    di: Wilayah,
    apa: Jenis,
    cara: str,
    tanggal: date,
    jam: RentangJam,
    hasil: str,
    peserta: Peserta | None,
    lokasi: Lokasi | None,
    masalah: str | None,
    tindak_lanjut: str | None,
) -> Isi:
    return Isi(
        desa=di.kode,
        kegiatan=apa.kode,
        cara=cara,
        tanggal=tanggal.isoformat(),
        jam=jam.ke_json(),
        menit=jam.menit,
        hasil=hasil,
        lokasi=kolom_lokasi(lokasi),
        masalah=masalah,
        tindak_lanjut=tindak_lanjut,
        **kolom_peserta(peserta),
    )


def kolom_peserta(peserta: Peserta | None) -> dict[str, int | None]:
    if peserta is None:
        return {"peserta": None, "peserta_l": None, "peserta_p": None}
    return {"peserta": peserta.jumlah, "peserta_l": peserta.l, "peserta_p": peserta.p}


def kolom_lokasi(lokasi: Lokasi | None) -> str | None:
    return None if lokasi is None else f"{lokasi.lat},{lokasi.lon}"


def kolom_foto(foto: Sequence[Foto] | None) -> list[FotoKegiatan]:
    return [FotoKegiatan(f.sidik, f.waktu) for f in foto or ()]


def bertumpuk(desa: Desa, tanggal: date, jam: RentangJam, kecuali: str = "") -> list[str]:
    """Own entries whose hours overlap these, with those of the evening before that ran past midnight."""
    hasil = []
    for satu in desa.kegiatan.rentang(tanggal - timedelta(days=1), tanggal + timedelta(days=1)):
        geser = (date.fromisoformat(satu.tanggal) - tanggal).days * 1440
        lain = RentangJam.dari_json(satu.jam)
        if lain.mulai + geser < jam.selesai and jam.mulai < lain.selesai + geser and satu.nomor != kecuali:
            hasil.append(f"#{satu.nomor} ({lain})")
    return hasil
