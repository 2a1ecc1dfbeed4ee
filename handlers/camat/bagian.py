"""One part of the report on a small screen: what is computed, and what was typed for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from data.camat import Isi, Laporan
from data.camat.isi import BAGIAN
from data.desa import Desa
from data.katalog.laporan_camat import muat_laporan_camat
from handlers.camat.bidang import Naskah, Pilar
from handlers.camat.kalimat import KOSONG
from handlers.camat.minta import alamat, perintah_laporan
from handlers.camat.naskah import naskah
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah

BARIS = 10
"""Lines of what is computed that a message shows."""
SEBARIS = 240
TULISAN = 1500
"""Characters of what was typed that a message shows; the draft has all of them."""
LAMA = 5
"""Former texts that are shown."""
TAMBAH, GANTI, KOSONGKAN = "tambah", "ganti", "kosongkan"


def pesan_bagian(lap: Laporan, isi: Isi, kode: str, desa: Desa, zona: str, kepala: str = "") -> Pesan:
    b = lap.bagian(kode)
    bagian = [kepala, _hitungan(isi, kode)]
    if b.teks:
        apa = "Kalimat pengganti" if b.ganti else "Tambahan"
        bagian.append(f"{apa} dari {desa.camat.nama(b.oleh)}, {sebut_saat(b.waktu, zona)}:\n{potong(b.teks)}")
    return Pesan(
        "\n\n".join(satu for satu in bagian if satu),
        judul=f"{kode}. {muat_laporan_camat().ambil(kode).judul}",
        tombol=(*_tombol(lap, kode, desa), *_berikut(lap, kode), Tombol("Laporannya", perintah_laporan(lap))),
    )


def tulisan_lama(lap: Laporan, kode: str, desa: Desa, zona: str) -> Pesan:
    """What stood in a part before it was replaced: nobody's words are lost."""
    semua = desa.camat.riwayat(lap, kolom=f"bagian {kode}", batas=LAMA + 1)
    lama = [
        f"Sampai {sebut_saat(j.waktu, zona)}, diubah {j.nama}:\n{potong(j.sebelum, TULISAN // LAMA)}"
        for j in semua[:LAMA]
        if j.sebelum
    ]
    return Pesan(
        "\n\n".join(lama) or "Belum ada tulisan lama.",
        judul=f"Tulisan lama, {muat_laporan_camat().ambil(kode).judul}",
        tombol=(Tombol("Ke bagiannya", perintah_laporan(lap, f"b{kode}")),),
    )


def ket_bagian(lap: Laporan, kode: str) -> str:
    """Which parts are typed and which come from entries."""
    b, baku = lap.bagian(kode), muat_laporan_camat().ambil(kode).baku
    asal = "kalimat bawaan" if baku else "dari catatan"
    if not b.teks:
        return asal
    return "ditulis sendiri" if b.ganti and baku else f"{asal} + tulisan"


def potong(teks: str, panjang: int = TULISAN) -> str:
    return teks if len(teks) <= panjang else f"{teks[:panjang].rstrip()}… (lengkapnya di drafnya)"


def _tombol(lap: Laporan, kode: str, desa: Desa) -> tuple[Tombol, ...]:
    if not desa.camat.boleh_tulis(lap.kecamatan):
        return ()
    b = lap.bagian(kode)
    kata = f"camat_tulis {alamat(lap)} b{kode} r{b.ke}"
    hasil = [Tombol("Tambah tulisan", perintah(f"{kata} {TAMBAH}"))]
    if b.teks or muat_laporan_camat().ambil(kode).baku or kode in DIGANTI:
        hasil.append(Tombol("Ganti kalimatnya", perintah(f"{kata} {GANTI}")))
    if b.teks:
        hasil.append(Tombol("Kosongkan tulisan", perintah(f"{kata} {KOSONGKAN}")))
    if b.ke > 1:
        hasil.append(Tombol("Tulisan lama", perintah_laporan(lap, f"b{kode} lalu")))
    return tuple(hasil)


def _berikut(lap: Laporan, kode: str) -> tuple[Tombol, ...]:
    lain = BAGIAN[BAGIAN.index(kode) + 1 :][:1]
    return tuple(Tombol(f"Bagian {satu} ›", perintah_laporan(lap, f"b{satu}")) for satu in lain)


# -- what is computed -------------------------------------------------------------------------------------------------


def _hitungan(isi: Isi, kode: str) -> str:
    semua = [sebaris(satu, SEBARIS) for satu in ISI[kode](naskah(isi, "", 0, None)) if satu]
    if len(semua) > BARIS:
        semua = [*semua[:BARIS], f"… dan {len(semua) - BARIS} lagi, lengkap di drafnya."]
    return "\n".join(semua)


def _pendahuluan(n: Naskah) -> Iterable[str]:
    return (*n.baku_pendahuluan, "Dasar:", *(f"• {satu}" for satu in n.dasar))


def _data(n: Naskah) -> Iterable[str]:
    return (n.data, *(f"• {p.nama}, {p.peran}: {p.desa}" for p in n.pendamping))


def _kegiatan(n: Naskah) -> Iterable[str]:
    return (n.kegiatan, *(f"• {_pilar(p)}" for p in n.pilar), *(f"- {_pilar(p)}" for p in n.jenis))


def _pilar(p: Pilar) -> str:
    peserta = [f"{n} {apa}" for n, apa in ((p.laki, "L"), (p.perempuan, "P"), (p.tak_dirinci, "tidak dirinci")) if n]
    return f"{p.nama}: {p.catatan} kegiatan{''.join(f', {satu}' for satu in peserta)}"


def _hasil(n: Naskah) -> Iterable[str]:
    """Villages with anything first; the others are counted."""
    ada = [d for d in n.desa if d.baris != (KOSONG,)]
    kosong = len(n.desa) - len(ada)
    baris = [f"• {d.nama}: {' '.join(d.baris)}" for d in ada[: BARIS - 1]]
    if len(ada) > len(baris):
        baris.append(f"… dan {len(ada) - len(baris)} desa lagi, lengkap di drafnya.")
    return (*baris, f"{kosong} desa: belum ada yang tercatat bulan ini." if kosong else "")


def _masalah(n: Naskah) -> Iterable[str]:
    return (n.ringkas_masalah, *(f"• {m.desa}: {m.isi}" + (f" ({m.keadaan})" if m.keadaan else "") for m in n.masalah))


def _rencana(n: Naskah) -> Iterable[str]:
    rencana = (f"• {r.kegiatan}, {r.desa}, {r.minggu}" for r in n.rencana)
    return (n.ringkas_rencana, *rencana, *(f"• {t.tanggal}: {t.isi} ({t.desa})" for t in n.tenggat))


def _penutup(n: Naskah) -> Iterable[str]:
    return n.baku_penutup


ISI: dict[str, Callable[[Any], Iterable[str]]] = dict(
    zip(BAGIAN, (_pendahuluan, _data, _kegiatan, _hasil, _masalah, _rencana, _penutup), strict=True)
)
DIGANTI = ("2", "3", "5", "6")
"""Parts whose computed sentence can be replaced; their tables stay."""
