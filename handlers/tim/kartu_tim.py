"""Somebody else's entry, with what the level above can say of it."""

from __future__ import annotations

from data.desa import Desa
from data.pemeriksaan import KEMBALI, SETUJU, Catatan
from handlers.catatan.riwayat import tempat_dari
from handlers.catatan.tanda import keterangan, sebut_saat
from handlers.dialog.dialog import Dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.kartu import kartu

KECAMATAN = 8
"""Characters of a code that name the kecamatan."""


def bukan_tim(nomor: str, desa: Desa) -> Pesan:
    """An entry that is not for this person to look at: their own, or one that they do not know of."""
    if desa.kegiatan.ambil(nomor):
        return Pesan(
            f"#{nomor} catatan Anda sendiri; yang memeriksanya tingkat di atas Anda.",
            tombol=(Tombol("Lihat catatan", perintah(f"riwayat {nomor}")), Tombol("Periksa", perintah("periksa"))),
        )
    return Pesan(
        f"Catatan #{nomor} belum ada di tim Anda. Yang menunggu ada di daftar periksa.",
        tombol=(Tombol("Periksa", perintah("periksa")),),
    )


def terhapus(k: Catatan, zona: str) -> Pesan:
    assert k.dihapus is not None
    return Pesan(
        f"Catatan #{k.nomor} sudah dihapus {k.penulis}, {sebut_saat(k.dihapus, zona)}, jadi tidak perlu diperiksa.",
        tombol=(Tombol("Periksa", perintah("periksa")),),
    )


def kartu_catatan(nomor: str, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    k = desa.pemeriksaan.ambil(nomor)
    if k is None:
        return bukan_tim(nomor, desa)
    if k.dihapus is not None:
        return terhapus(k, d.orang.zona)
    foto = desa.pemeriksaan.foto(k)
    bagian_ = (
        kepala,
        f"{kartu(k, tempat_dari(k, desa), len(foto))}\nDicatat: {sebut_saat(k.dicatat, d.orang.zona)}",
        keterangan(k, desa, d.orang.zona),
    )
    return Pesan(
        "\n\n".join(b for b in bagian_ if b),
        judul=f"#{nomor}, {k.penulis}",
        tombol=_tindakan(k, desa),
        foto=tuple(f.sidik for f in foto),
    )


def _tindakan(k: Catatan, desa: Desa) -> tuple[Tombol, ...]:
    setuju_ = Tombol("Setujui", perintah(f"setuju {k.nomor} {desa.pemeriksaan.versi(k)}"))
    kembali = Tombol("Kembalikan", perintah(f"minta_perbaikan {k.nomor}"))
    return (
        *(() if k.periksa == SETUJU else (setuju_,)),
        *(() if k.periksa == KEMBALI else (kembali,)),
        *berikutnya(k, desa),
        Tombol("Jejak", perintah(f"jejak {k.nomor}")),
        Tombol(f"Pekan {k.penulis}"[:40], perintah(f"tim o{k.orang_id}")),
    )


def berikutnya(k: Catatan, desa: Desa) -> tuple[Tombol, ...]:
    """The newest other one that waits in the same kecamatan."""
    lain = [n for n in desa.menunggu.daftar(k.desa[:KECAMATAN], batas=2) if n.id != k.id]
    return (Tombol("Berikutnya ›", perintah(f"periksa {lain[0].nomor}")),) if lain else ()


def kabari_setuju(k: Catatan, d: Dialog, desa: Desa) -> None:
    """Only where the writer waits for it: after a correction."""
    putusan = desa.pemeriksaan.terakhir(k)
    assert putusan is not None
    teks = f"Catatan #{k.nomor} sudah disetujui {d.orang.nama}. Terima kasih."
    lihat = Tombol("Lihat catatan", perintah(f"riwayat {k.nomor}"))
    kabari(desa, k.orang_id, Pesan(teks, tombol=(lihat,)), f"periksa:{putusan.id}")
