"""/bumdes_langkah: one village's BUM Desa moves a step; back only with a reason."""

from __future__ import annotations

import re
from datetime import date

from data.bumdes import Bumdes
from data.desa import Desa
from data.katalog.bumdes import Langkah, muat_bumdes
from data.musdes.musdes import Musdes
from data.orang import PENDAMPING
from handlers.bumdes.kartu_bumdes import judul, kartu_bumdes
from handlers.bumdes.tempat import baca_desa, belum_sah, desa_boleh, tanya_desa
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, Pilihan, Text, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.musdes.sebut import NOMOR as NOMOR_MUSDES

LANGKAH = re.compile(r"(?<![\d.-])(\d)(?![\d.-])")


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'32.03.03.2013 4', and the musyawarah that it came from: its day and the name decided there are not asked."""
    jawaban = d.keadaan.jawaban
    sisa = baca_desa(teks, d, desa)
    if langkah := LANGKAH.search(sisa):
        jawaban["langkah"] = langkah[1]
    nomor = NOMOR_MUSDES.search(teks)
    if nomor and (m := desa.musdes.ambil(nomor[1].upper())) and m.desa == jawaban.get("desa"):
        jawaban["musdes"], jawaban["tanggal"] = m.nomor, m.tanggal
    return False


@dialog(
    "bumdes_langkah",
    help="Catat langkah BUM Desa",
    untuk=PENDAMPING,
    kata=("langkah bumdes", "langkah bum desa"),
    menu=False,
    baca=_baca,
    ketik=lambda sisa: False,
    pengenal=frozenset({"desa", "langkah", "musdes", "tanggal"}),
)
def bumdes_langkah(d: Dialog, desa: Desa) -> Kabar:
    boleh = desa_boleh(desa, desa.bumdes.boleh)
    if not boleh:
        return Kabar(belum_sah())
    di = tanya_desa(d, boleh)
    b = desa.bumdes.ambil(di.kode) or Bumdes(di.kode)
    musdes = desa.musdes.ambil(str(d.keadaan.jawaban.get("musdes") or ""))
    langkah = d.ask("langkah", _tanya_langkah(b, judul(b, di)))
    katalog = muat_bumdes()
    ke = katalog.ambil(langkah)
    tanggal = d.ask("tanggal", Date(f"{ke.nama}: tanggal berapa?", arah="lalu"))
    nilai = _tambahan(d, b, langkah, tanggal, musdes)
    alasan = d.ask("alasan", _tanya_alasan()) if katalog.mundur(b.langkah, langkah) else ""
    d.review(_ringkasan(b, judul(b, di), langkah, tanggal, nilai, alasan))

    bergerak = desa.bumdes.gerakkan(di.kode, langkah, tanggal, alasan=alasan, musdes_id=musdes.id if musdes else None)
    berubah = desa.bumdes.ubah(di.kode, nilai)
    kata = f"Tersimpan: {ke.nama}." if bergerak or berubah else "Sudah tercatat begitu."
    return Kabar(kartu_bumdes(di, desa, kata), f"{ke.nama} sudah tersimpan.")


def _tambahan(d: Dialog, b: Bumdes, langkah: int, tanggal: date, musdes: Musdes | None) -> dict[str, str | int | None]:
    """What comes with a step: the name where none is known yet, the number of the certificate."""
    nilai: dict[str, str | int | None] = {}
    disebut = str(musdes.isian.get("nama_bumdes") or "") if musdes else ""
    if not b.nama and disebut:
        nilai["nama"] = disebut
    elif not b.nama and b.langkah < langkah <= muat_bumdes().nama.dari:
        tanya = Text("Nama yang diajukan apa?", "Contoh: BUM Desa Maju Jaya Sukamaju.", 2, 120)
        nilai["nama"] = d.ask("nama", optional(tanya)) or ""
    if langkah == muat_bumdes().akhir:
        tanya = Text("Nomor sertifikatnya?", "Tulis seperti pada sertifikatnya.", 2, 120)
        nilai["sertifikat"] = d.ask("sertifikat", optional(tanya), "Nomor sertifikat") or b.sertifikat
        nilai["sertifikat_tanggal"] = tanggal.isoformat()
    return {kolom: isi for kolom, isi in nilai.items() if isi}


def _ringkasan(b: Bumdes, di: str, langkah: int, tanggal: date, nilai: dict[str, str | int | None], alasan: str) -> str:
    katalog = muat_bumdes()
    baris = [
        di,
        "",
        f"Semula: langkah {b.langkah}, {katalog.ambil(b.langkah).nama}",
        f"Menjadi: langkah {langkah}, {katalog.ambil(langkah).nama}, {ejaan_tanggal(tanggal, False)}",
        f"Nama: {nilai['nama']}" if "nama" in nilai else "",
        f"Nomor sertifikat: {nilai['sertifikat']}" if "sertifikat" in nilai else "",
        f"Alasan: {alasan}" if alasan else "",
    ]
    tanda = "".join(f"\n\n⚠ {satu}" for satu in _peringatan(b, langkah, tanggal))
    return "\n".join(satu for n, satu in enumerate(baris) if satu or n == 1) + tanda


def _peringatan(b: Bumdes, langkah: int, tanggal: date) -> list[str]:
    """What the person should know; never a reason to refuse."""
    katalog = muat_bumdes()
    hasil = []
    if katalog.nama.dari < langkah < katalog.akhir and b.nama_disetujui is None:
        hasil.append(
            "Belum tercatat kapan namanya disetujui. Urutannya nama dulu, baru musdes pendirian. Tetap boleh disimpan."
        )
    if b.langkah_tanggal and tanggal.isoformat() < b.langkah_tanggal and langkah > b.langkah:
        dulu = ejaan_tanggal(date.fromisoformat(b.langkah_tanggal), False)
        hasil.append(f"Tanggalnya sebelum langkah yang lalu ({dulu}). Tetap boleh disimpan.")
    return hasil


def _tanya_langkah(b: Bumdes, di: str) -> Question[int]:
    """What usually follows first; the present one last: its day may be corrected."""
    katalog = muat_bumdes()
    ini = katalog.ambil(b.langkah)
    urut = dict.fromkeys((*ini.maju, *(s.kode for s in katalog.langkah if s.kode != b.langkah), b.langkah))
    pilihan = [
        Pilihan(str(n), (satu := katalog.ambil(n)).pendek, n, _ket(n, b, ini), kata=(str(n), satu.nama))
        for n in urut
    ]  # fmt: skip
    kata = f"{di}: sudah sampai mana? Sekarang tertulis langkah {b.langkah}, {ini.nama.lower()}."
    return Choice(kata, pilihan, petunjuk="Pilih langkahnya, contoh: nama disetujui.")


def _ket(n: int, b: Bumdes, ini: Langkah) -> str:
    if n == b.langkah:
        return "sekarang; tanggalnya bisa dibetulkan"
    return "berikutnya" if n in ini.maju else ""


def _tanya_alasan() -> Question[str]:
    return Suggest(
        "Ini langkah mundur. Apa alasannya?",
        petunjuk="Contoh: Nama harus diajukan lagi.",
        maksimal=300,
        usul=("Salah catat.", "Masa nama habis.", "Dikembalikan untuk diperbaiki."),
    )
