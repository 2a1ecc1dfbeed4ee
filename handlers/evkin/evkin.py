"""/evkin: what a quarter holds for those who assess it, place by place, and a page of each."""

from __future__ import annotations

from collections.abc import Sequence

from data.desa import Desa
from data.orang import PENDAMPING
from data.wilayah import DESA
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.baca.jam import ejaan_durasi
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Berkas, Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.evkin.bahan import Bahan, Tempat, semua_tempat
from handlers.evkin.halaman import DRAF, SEMUA, sebut_penilai
from handlers.evkin.masa import baca_masa, geser, masa_kini, sebut_masa, sebut_rentang, triwulan
from handlers.kartu import sebut_tempat
from handlers.tim.lihat import LEMBAR, selembar

TANPA_TEMPAT = "Bukti evkin dibuat untuk desa atau wilayah tugas Anda. Daftarkan dulu tempat tugasnya."
DISEBUT = 8
"""Places that are told one by one; of more only those that lack something."""
TERPANJANG = 60


@dialog(
    "evkin",
    help="Bukti evkin per triwulan",
    untuk=PENDAMPING,
    kata=("bukti evkin", "evaluasi kinerja", "bukti evaluasi kinerja"),
    langsung=True,
    menu=False,
    ketik=lambda sisa: len(sisa) <= TERPANJANG,
)
def evkin(d: Dialog, desa: Desa) -> Kabar:
    """'', 'TW4', 'okt-des 2025', 'sukamaju', '2026-T4 32.03.03.2013', '2026-T4 semua', '2026-T4 h2'"""
    kode, sisa = baca_masa(d.argumen, d.hari_ini)
    if kode > triwulan(d.hari_ini):
        return Kabar(_belum(kode, d))
    bahan = Bahan(desa, desa.evkin.masa(kode), d.hari_ini)
    semua = semua_tempat(bahan)
    if not semua:
        return Kabar(
            Pesan(TANPA_TEMPAT, tombol=(Tombol("Daftar", perintah("daftar")), Tombol("Menu", perintah("menu"))))
        )
    lembar = next((int(c[1]) for k in sisa.split() if (c := LEMBAR.fullmatch(k.lower()))), 1)
    sebutan = " ".join(k for k in sisa.split() if not LEMBAR.fullmatch(k.lower()))
    if sebutan.lower() == SEMUA:
        return Kabar(_berkas(semua, bahan))
    satu = _cari(sebutan, semua) if sebutan else []
    if len(satu) == 1:
        return Kabar(_berkas(satu, bahan))
    return Kabar(_ikhtisar(satu or semua, bahan, lembar, "" if satu else sebutan))


def _belum(kode: str, d: Dialog) -> Pesan:
    kini = masa_kini(d.hari_ini)
    tombol = Tombol(sebut_masa(kini), perintah(f"evkin {kini}"))
    return Pesan(f"{sebut_masa(kode)} belum mulai. Yang sekarang: {sebut_masa(kini)}.", tombol=(tombol,))


def _cari(sebutan: str, semua: Sequence[Tempat]) -> list[Tempat]:
    persis = [t for t in semua if t.di.kode == sebutan]
    cocok = {c.id for c in cari_calon(sebutan, [Calon(t.di.kode, t.di.nama, (sebut_tempat(t.di),)) for t in semua])}
    return persis or [t for t in semua if t.di.kode in cocok]


def _ikhtisar(semua: Sequence[Tempat], bahan: Bahan, lembar: int, tak_ketemu: str) -> Pesan:
    kode = bahan.masa.kode
    tampak, ini, banyak = selembar(semua, lembar)
    daftar = tuple(
        Butir(sebut_tempat(t.di), perintah(f"evkin {kode} {t.di.kode}"), sebaris(_angka(t), 72)) for t in tampak
    )
    awal = f"“{sebaris(tak_ketemu, 40)}” bukan tempat tugas Anda. Ini yang ada.\n\n" if tak_ketemu else ""
    bagian = [_waktu(bahan), _kurang(semua), f"{DRAF} Ketuk untuk satu halaman PDF."]
    maju = (Tombol("Lainnya ›", perintah(f"evkin {kode} h{ini + 1}")),) if ini < banyak else ()
    mundur = (Tombol("‹ Sebelumnya", perintah(f"evkin {kode} h{ini - 1}")),) if ini > 1 else ()
    return Pesan(
        awal + "\n\n".join(b for b in bagian if b),
        judul=f"Bukti evkin, {sebut_masa(kode)}",
        daftar=daftar,
        tombol=(*maju, *mundur, *_semua(semua, kode), *_lain(bahan)),
    )


def _waktu(bahan: Bahan) -> str:
    masa = bahan.masa
    teks = f"Yang dinilai: {sebut_rentang(masa)}."
    if masa.tenggat is None:
        return f"{teks} Tanyakan batas penilaiannya di daerah Anda."
    tanya = f" ({masa.menurut})" if masa.menurut else "; tanyakan tanggal yang berlaku di daerah Anda"
    return f"{teks} Dinilai paling lambat {ejaan_tanggal(masa.tenggat, False)}{tanya}."


def _angka(t: Tempat) -> str:
    if not t.catatan:
        return "belum ada yang tercatat"
    hadir = f"hadir {len(t.hari)} hari" if t.hari else "belum ada kunjungan"
    return f"{hadir}, {ejaan_durasi(t.menit)}, {len(t.catatan)} catatan"


def _kurang(semua: Sequence[Tempat]) -> str:
    """What the whole quarter lacks: said while there may be time to go there."""
    kosong = [t.di.nama if t.di.tingkat == DESA else sebut_tempat(t.di) for t in semua if not t.hari]
    baris = []
    if kosong:
        nama = ", ".join(kosong[:DISEBUT]) + (f", dan {len(kosong) - DISEBUT} lainnya" if kosong[DISEBUT:] else "")
        baris.append(f"⚠ Belum ada kunjungan Anda yang tercatat: {nama}. Kalau pernah ke sana, catat menyusul.")
    for t in semua:
        if desa := t.tanpa_kunjungan:
            baris.append(
                f"⚠ {sebut_tempat(t.di)}: {len(desa)} desa belum tercatat dikunjungi siapa pun "
                f"({sebaris(', '.join(w.nama for w in desa), 120)})."
            )
    return "\n".join(baris[:DISEBUT])


def _semua(semua: Sequence[Tempat], kode: str) -> tuple[Tombol, ...]:
    if len(semua) < 2:
        return ()
    label = "Semua desa" if all(t.di.tingkat == DESA for t in semua) else "Semua halaman"
    return (Tombol(label, perintah(f"evkin {kode} {SEMUA}")),)


def _lain(bahan: Bahan) -> tuple[Tombol, ...]:
    """The quarter before, and the one after where it has begun."""
    kode = bahan.masa.kode
    dulu, nanti = geser(kode, -1), geser(kode, 1)
    tombol = [Tombol(f"‹ {sebut_masa(dulu)}", perintah(f"evkin {dulu}"))]
    if nanti <= triwulan(bahan.hari_ini):
        tombol.append(Tombol(f"{sebut_masa(nanti)} ›", perintah(f"evkin {nanti}")))
    return tuple(tombol)


def _berkas(tempat: Sequence[Tempat], bahan: Bahan) -> Pesan:
    kode = bahan.masa.kode
    satu = tempat[0] if len(tempat) == 1 else None
    teks = f"{_angka(satu)}." if satu else f"{len(tempat)} halaman, satu untuk tiap tempat."
    ditunjukkan = satu if satu and satu.catatan else None
    penilai = f" Untuk {sebut_penilai(ditunjukkan)}; tempat tanda tangannya ada di bawah." if ditunjukkan else ""
    di = satu.di.kode if satu else SEMUA
    return Pesan(
        f"{teks[0].upper()}{teks[1:]}{penilai}\n\n{DRAF}",
        judul=f"Bukti evkin {sebut_masa(kode)}" + (f", {sebut_tempat(satu.di)}" if satu else ""),
        tombol=(Tombol("Ringkasannya", perintah(f"evkin {kode}")),),
        berkas=Berkas(f"evkin-{kode}-{di}.pdf", "evkin_pdf", {"masa": kode, "kode": di}),
    )
