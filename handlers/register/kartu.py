"""One thing of a register: all that is known of it, what can follow, and its history."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.register import JenisRegister, Keadaan
from data.register import Perubahan, Register
from data.register.baca import jenis_dari
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.register.bidang import janggal, rincian, sebut_jejak
from handlers.register.kait import kait
from handlers.register.sebut import di_mana, jarak, sebut_judul, sebut_keadaan
from handlers.tim.lihat import HALAMAN

BERIKUT = 2
"""States that the card offers at once."""
KERJA = {"catat": "dicatat", "hapus": "dihapus", "pulihkan": "dikembalikan"}


def kartu(r: Register, d: Dialog, desa: Desa, kepala: str = "", *, lain: bool = False) -> Pesan:
    """`lain`: with the rarer things that can be done."""
    jenis = jenis_dari(r.jenis)
    foto = [f.sidik for f in desa.register.foto(r)]
    bagian = (kepala, sebaris(r.judul, 300), "\n".join([*_rincian(r, jenis, d, desa), *_foto(foto)]))
    lagi = kait(r).tombol(r, d, desa) if not lain else ()
    daftar = Tombol(f"Semua {jenis.sebutan}", perintah(f"{jenis.kode} {r.desa}"))
    return Pesan(
        "\n\n".join(b for b in bagian if b)[:3500],
        judul=sebut_judul(r),
        tombol=(*lagi, *_tindakan(r, jenis, desa, lain=lain), daftar),
        foto=tuple(foto[:3]),
    )


def kartu_kini(nomor: str, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    """As it stands after a change."""
    r = desa.register.ambil(nomor)
    assert r is not None
    return kartu(r, d, desa, kepala)


def _rincian(r: Register, jenis: JenisRegister, d: Dialog, desa: Desa) -> list[str]:
    sisa = jarak(r, d.hari_ini) if jenis.mendesak and r.ditutup is None else ""
    alasan = next((p.alasan for p in desa.register.riwayat(r) if p.apa == "tandai"), None) if r.ditutup else None
    sebab = f" (“{sebaris(alasan, 200)}”)" if alasan else ""
    return [
        di_mana(r.desa, desa),
        *rincian(jenis, r.isi, tanpa=jenis.judul, sisa=sisa),
        *janggal(jenis, r.isi),
        f"Keadaan: {sebut_keadaan(jenis, r.keadaan)}{sebab}",
        *kait(r).baris(r, d, desa),
        f"Dicatat {r.penulis}, {sebut_saat(r.dibuat, d.orang.zona)}",
    ]


def _foto(foto: list[str]) -> list[str]:
    return [f"Foto: {len(foto)}"] if foto else []


def tombol_keadaan(r: Register, semua: tuple[Keadaan, ...]) -> tuple[Tombol, ...]:
    """At once where nothing is to be said of it."""
    return tuple(
        Tombol(k.nama, perintah(f"{'register' if seketika(r, k) else 'register_keadaan'} {r.nomor} {k.kode}"))
        for k in semua
    )


def seketika(r: Register, k: Keadaan) -> bool:
    """Whether nothing is asked of that state."""
    return not (k.tutup or k.perlu or r.ditutup is not None)


def _tindakan(r: Register, jenis: JenisRegister, desa: Desa, *, lain: bool) -> tuple[Tombol, ...]:
    riwayat = Tombol("Riwayat", perintah(f"register {r.nomor} riwayat"))
    if not desa.register.boleh_ubah(r):
        return (riwayat,)
    berikut = _urut(jenis, r.keadaan)
    if lain:
        hapus = Tombol("Hapus", perintah(f"register_hapus {r.nomor}"))
        return (*tombol_keadaan(r, berikut), riwayat, hapus)
    ubah = Tombol("Ubah / lengkapi", perintah(f"register_ubah {r.nomor}"))
    lainnya = Tombol("Lainnya", perintah(f"register {r.nomor} lainnya"))
    if r.ditutup is not None:
        return (Tombol("Buka lagi", perintah(f"register_keadaan {r.nomor}")), ubah, lainnya)
    return (*tombol_keadaan(r, berikut[:BERIKUT]), ubah, lainnya)


def _urut(jenis: JenisRegister, kini: str) -> tuple[Keadaan, ...]:
    """What follows in the catalogue first, then what came before, the nearest first."""
    letak = next((n for n, k in enumerate(jenis.keadaan) if k.kode == kini), 0)
    urutan = {k.kode: n for n, k in enumerate(jenis.keadaan)}
    return tuple(sorted(jenis.berikut(kini), key=lambda k: (urutan[k.kode] < letak, abs(urutan[k.kode] - letak))))


def riwayat(r: Register, halaman: int, d: Dialog, desa: Desa) -> Pesan:
    """One line more than a page is read, to know whether there is another."""
    semua = desa.register.riwayat(r, mulai=(halaman - 1) * HALAMAN, batas=HALAMAN + 1)
    tombol = []
    if len(semua) > HALAMAN:
        tombol.append(Tombol("Lebih lama ›", perintah(f"register {r.nomor} riwayat h{halaman + 1}")))
    if halaman > 1:
        tombol.append(Tombol("‹ Lebih baru", perintah(f"register {r.nomor} riwayat h{halaman - 1}")))
    jenis = jenis_dari(r.jenis)
    teks = "\n".join(
        f"{sebut_saat(p.waktu, d.orang.zona)} {p.nama}: {sebut_perubahan(p, jenis)}" for p in semua[:HALAMAN]
    )
    kembali = Tombol("Lihat kartu", perintah(f"register {r.nomor}"))
    return Pesan(
        teks or "Riwayatnya sudah habis sampai di sini.", judul=f"Riwayat {r.nomor}", tombol=(*tombol, kembali)
    )


def sebut_perubahan(p: Perubahan, jenis: JenisRegister) -> str:
    """'Manfaat: kosong → Air bersih', 'keadaan: dipakai → hilang (“Longsor”)'"""
    alasan = f" (“{sebaris(p.alasan, 120)}”)" if p.alasan else ""
    if p.apa == "foto":
        return f"menambah {p.sesudah or 'beberapa'} foto"
    if p.apa == "tandai":
        dulu, kini = (sebut_keadaan(jenis, k) if k else "…" for k in (p.sebelum, p.sesudah))
        return f"keadaan: {dulu} → {kini}{alasan}"
    bidang = jenis.bidang_dari(p.kolom or "")
    if p.apa == "ubah" and bidang:
        if p.sebelum is None and p.sesudah is None:  # who wrote it has had their words erased
            return f"{bidang.label} diubah"
        dulu, kini = (sebaris(sebut_jejak(bidang, k), 60) for k in (p.sebelum, p.sesudah))
        return f"{bidang.label}: {dulu} → {kini}"
    return f"{KERJA.get(p.apa, 'diubah')}{alasan}"
