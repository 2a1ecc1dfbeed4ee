"""The card of one village's BLT in a year, and of one payment."""

from __future__ import annotations

from data.blt import Blt, Salur
from data.desa import Desa
from data.wilayah import Wilayah
from handlers.blt.sebut import SEBAB, rentang_bulan, sebut_bulan, sebut_hari, sebut_salur
from handlers.bumdes.tempat import RIWAYAT, lainnya
from handlers.dialog.baca.angka import ejaan_angka
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat

BLT = Tombol("BLT", perintah("blt"))


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Pembayaran {nomor[:20].upper()} belum ada dalam daftar Anda.", tombol=(BLT,))


def kartu_blt(di: Wilayah, tahun: int, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    blt, salur = desa.blt.ambil(di.kode, tahun), desa.blt.salur(di.kode, tahun)
    aduan = desa.masalah.jumlah(di.kode, tema="blt")
    baris = [*_penetapan(blt, di, desa), *_dibayar(blt, salur), *_belum(blt, desa)]
    baris += [f"Aduan tentang BLT yang terbuka: {aduan}"] if aduan else []
    isi = "\n".join(baris) or f"BLT Desa {tahun} belum tercatat di sini."
    return Pesan(
        muat(f"{kepala}\n\n{isi}".strip()),
        judul=f"BLT Desa {tahun}, {sebut_tempat(di)}",
        daftar=tuple(_butir(s) for s in salur),
        tombol=(
            *_tombol(di, tahun, blt, d, desa),
            *((Tombol("Lihat aduan", perintah(f"masalah {di.kode}")),) if aduan else ()),
        ),
    )


def _penetapan(b: Blt | None, di: Wilayah, desa: Desa) -> list[str]:
    if b is None:
        return []
    if not b.keluarga:
        return ["Ditetapkan tanpa penerima tahun ini."]
    dasar = ", ".join(_dasar(b))
    bulan = f"{rentang_bulan(b.dari, b.sampai)}{f' ({dasar})' if dasar else ''}"
    baris = [f"Ditetapkan: {ejaan_angka(b.keluarga)} keluarga, {ejaan_uang(b.bulanan)} sebulan, {bulan}"]
    if perubahan := desa.blt.perubahan(di.kode, b.tahun):
        jumlah = {s: sum(p.keluarga for p in perubahan if p.sebab == s) for s in SEBAB}
        isi = ", ".join(f"{n:+} {SEBAB[s]}".replace("-", "−") for s, n in jumlah.items() if n)
        baris.append(f"Sekarang: {ejaan_angka(b.kini)} keluarga{f' ({isi})' if isi else ''}")
    return baris


def _dasar(b: Blt) -> list[str]:
    musdes = sebut_hari(b.musdes_tanggal) if b.musdes_tanggal else ""
    sk = f"{b.sk}, {sebut_hari(b.sk_tanggal)}" if b.sk and b.sk_tanggal else b.sk
    return [satu for satu in (f"musdes {b.musdes or musdes}" if b.musdes or musdes else "", sk) if satu]


def _dibayar(b: Blt | None, salur: list[Salur]) -> list[str]:
    if not salur:
        return ["Belum ada pembayaran yang tercatat."] if b and b.keluarga else []
    bulan = sorted({n for s in salur for n in range(s.dari, s.sampai + 1)})
    baris = [f"Dibayar: {sebut_bulan(bulan)}, {ejaan_uang(sum(s.rupiah for s in salur))}"]
    beda = [s for s in salur if b and s.rupiah != s.harusnya(b.bulanan)]
    if beda:
        baris.append(f"⚠ Jumlahnya berbeda dari hitungan: {', '.join(f'#{s.nomor}' for s in beda[:4])}")
    return baris


def _belum(b: Blt | None, desa: Desa) -> list[str]:
    if b is None or not b.keluarga:
        return []
    telat = desa.blt.belum(b)
    nanti = [n for n in desa.blt.berikut(b) if n not in telat]
    baris = [f"⚠ Terlambat: {sebut_bulan(telat)}"] if telat else []
    return [*baris, *([f"Belum dibayar: {sebut_bulan(nanti)}"] if nanti else [])]


def _butir(s: Salur) -> Butir:
    uang = f"{ejaan_angka(s.keluarga)} keluarga, {ejaan_uang(s.rupiah)}, {sebut_hari(s.tanggal)}"
    return Butir(rentang_bulan(s.dari, s.sampai), perintah(f"blt {s.nomor}"), uang)


def _tombol(di: Wilayah, tahun: int, b: Blt | None, d: Dialog, desa: Desa) -> tuple[Tombol, ...]:
    tulis: tuple[Tombol, ...] = ()
    if desa.blt.boleh(di.kode):
        kini = d.hari_ini.year
        nama = "Ubah penetapan" if b else "Tetapkan"
        tetap = (Tombol(nama, perintah(f"blt_tetap {di.kode} {tahun}")),) if abs(tahun - kini) <= 1 else ()
        ubah = (Tombol("Penerima berubah", perintah(f"blt_ubah {di.kode} {tahun}")),) if b and b.keluarga else ()
        untuk = f"blt_bayar {di.kode}" + ("" if tahun == kini else f" {tahun}")
        bisa = (b is None or b.keluarga) and tahun in (kini, kini - 1)
        bayar = (Tombol("Catat bayar", perintah(untuk)),) if bisa else ()
        tulis = (*bayar, *ubah, *tetap) if b else (*tetap, *bayar)
    riwayat = (Tombol("Riwayat", perintah(f"blt {di.kode} {tahun} {RIWAYAT}")),) if b else ()
    lain = [t for t in desa.blt.tahun(di.kode) if t != tahun]
    if tahun != d.hari_ini.year:
        lain = [d.hari_ini.year, *(t for t in lain if t != d.hari_ini.year)]
    tahun_lain = tuple(Tombol(f"Tahun {t}", perintah(f"blt {di.kode} {t}")) for t in lain[:2])
    return (*tulis, *riwayat, *tahun_lain, *lainnya("blt", desa))


def kartu_salur(s: Salur, desa: Desa, kepala: str = "") -> Pesan:
    """One payment, with what can be done to it."""
    blt = desa.blt.ambil(s.desa, s.tahun)
    baris = [kepala, sebut_salur(s), f"Dicatat oleh {s.nama}"]
    if blt and s.rupiah != (harusnya := s.harusnya(blt.bulanan)):
        baris.append(f"⚠ Hitungannya {ejaan_uang(harusnya)}.")
    tumpuk = desa.blt.bertumpuk(s.desa, s.tahun, s.dari, s.sampai, s.nomor) if s.dihapus is None else []
    if tumpuk:
        baris.append(f"⚠ Bulannya bertumpuk dengan {', '.join(f'#{t.nomor}' for t in tumpuk[:3])}.")
    if s.alasan:
        baris.append(f"Sebab: {s.alasan}")
    di = desa.wilayah.ambil(s.desa)
    return Pesan(
        muat("\n".join(b for b in baris if b)),
        judul=f"Pembayaran {s.nomor}{f', {sebut_tempat(di)}' if di else ''}",
        tombol=(*_tombol_salur(s, desa), Tombol("Ke kartunya", perintah(f"blt {s.desa} {s.tahun}"))),
    )


def _tombol_salur(s: Salur, desa: Desa) -> tuple[Tombol, ...]:
    if not desa.blt.boleh(s.desa):
        return ()
    if s.dihapus is not None:
        return (Tombol("Kembalikan", perintah(f"blt_pulihkan {s.nomor}")),)
    return (
        Tombol("Betulkan", perintah(f"blt_bayar {s.nomor}")),
        Tombol("Hapus", perintah(f"blt_hapus {s.nomor}")),
    )
