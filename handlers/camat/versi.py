"""Drafts of a report: made, fetched as files, looked back on."""

from __future__ import annotations

from data.camat import Isi, Laporan
from data.desa import Desa
from handlers.camat.kalimat import hari
from handlers.camat.layar import BELUM, DISIAPKAN, ke_laporan, layar
from handlers.camat.minta import perintah_laporan
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.kertas.periksa import CAMAT as KERTAS
from handlers.kertas.resep import templat_rusak

TERBANYAK = 10
"""Older versions, and lines of a history, that a list shows."""
KERJA = {"mulai": "memulai laporan", "terbitkan": "membuat draf", "ubah": "mengubah", "tandatangan": "mencatat"}


def terbit(lap: Laporan, isi: Isi, desa: Desa, *, yakin: bool) -> Pesan:
    if not desa.camat.boleh_tulis(lap.kecamatan):
        return Pesan(f"{BELUM} {DISIAPKAN}", tombol=(ke_laporan(lap),))
    tanda = desa.camat.tanda(lap, lap.versi)
    if tanda and not desa.camat.usang(lap, isi):
        return layar(lap, isi, desa, f"Versi {lap.versi} masih sama dengan catatan.")
    if tanda and not yakin:
        return Pesan(
            f"Versi {lap.versi} sudah ditandatangani (surat {tanda.surat}). Kalau diperbarui, versi {lap.versi + 1} "
            "jadi draf lagi; yang sudah ditandatangani tetap tersimpan.",
            tombol=(Tombol("Perbarui jadi draf", perintah_laporan(lap, "terbit ya")), ke_laporan(lap)),
        )
    versi = desa.camat.terbitkan(lap, isi)
    kini = desa.camat.kunci(lap)
    kata = f"Draf versi {versi} jadi." if versi != lap.versi else f"Versi {versi} masih sama dengan catatan."
    return layar(kini, desa.camat.isi(kini), desa, kata)


def berkas(lap: Laporan, isi: Isi, versi: int, desa: Desa, *, word: bool) -> Pesan:
    if not lap.versi:
        return layar(lap, isi, desa)
    if not 1 <= versi <= lap.versi:
        return Pesan(
            f"Versi {versi} belum ada; yang terakhir versi {lap.versi}.", tombol=(ke_laporan(lap),)
        )  # fmt: skip
    tanda = desa.camat.tanda(lap, versi)
    kata = [_kata_berkas(lap, versi, desa)]
    if versi == lap.versi and desa.camat.usang(lap, isi):
        kata.append("Isinya sudah berubah sejak versi ini.")
    if word and templat_rusak(desa.pengaturan.templat, KERTAS):
        kata.append("Templat Word daerah ini sedang belum bisa dipakai, jadi ini bentuk bawaannya.")
    resep, akhir = ("camat_docx", "docx") if word else ("camat_pdf", "pdf")
    nama = f"{'' if tanda else 'draf-'}laporan-camat-{lap.bulan}-v{versi}.{akhir}"
    lain, label = ("pdf", "Bentuk PDF") if word else ("word", "Bentuk Word")
    return Pesan(
        "\n\n".join(kata),
        berkas=Berkas(nama, resep, {"nomor": lap.nomor, "versi": versi}),
        tombol=(Tombol(label, perintah_laporan(lap, f"v{versi} {lain}")), ke_laporan(lap)),
    )


def _kata_berkas(lap: Laporan, versi: int, desa: Desa) -> str:
    if tanda := desa.camat.tanda(lap, versi):
        return f"{lap.nomor} versi {versi}, ditandatangani: surat {tanda.surat}, {hari(tanda.tanggal)}."
    return f"Draf {lap.nomor}, versi {versi}. Periksa dulu, lalu mintakan tanda tangan."


def lama(lap: Laporan, desa: Desa, zona: str) -> Pesan:
    butir = []
    for n in range(lap.versi, max(lap.versi - TERBANYAK, 0), -1):
        v, tanda = desa.camat.versi(lap, n), desa.camat.tanda(lap, n)
        assert v is not None
        ket = f"{sebut_saat(v.dibuat, zona)}, {v.oleh}{', ditandatangani' if tanda else ''}"
        butir.append(Butir(f"Versi {n}", perintah_laporan(lap, f"v{n}"), sebaris(ket, 72)))
    teks = "Ketuk untuk membuka." if butir else BELUM
    return Pesan(teks, judul=f"Versi {lap.nomor}".strip(), daftar=tuple(butir), tombol=(ke_laporan(lap),))


def riwayat(lap: Laporan, desa: Desa, zona: str) -> Pesan:
    baris = []
    for j in desa.camat.riwayat(lap, batas=TERBANYAK):
        apa = {"terbitkan": f"versi {j.sesudah}", "tandatangan": f"{j.kolom} {_kata_tanda(j.sesudah)}"}.get(
            j.apa, j.kolom
        )
        baris.append(f"{sebut_saat(j.waktu, zona)} · {j.nama} {KERJA[j.apa]} {apa}".strip())
    return Pesan(
        "\n".join(baris) or "Belum ada yang diubah.",
        judul=f"Riwayat {lap.nomor}".strip(),
        tombol=(ke_laporan(lap),),
    )


def _kata_tanda(surat: str) -> str:
    return f"ditandatangani: {surat}" if surat else "belum ditandatangani"
