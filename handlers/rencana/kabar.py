"""What a plan's owner and those who decide on it are told."""

from __future__ import annotations

from data.desa import Desa
from data.rencana import Rencana
from handlers.dialog.dialog import Dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah
from handlers.rencana.sebut import sebut_miskin, sebut_rencana


def kabari_perubahan(r: Rencana, d: Dialog, desa: Desa) -> None:
    """Those above learn that an approved plan has changed: once a day, however many changes."""
    if not r.resmi:
        return
    pesan = Pesan(
        f"{d.orang.nama} mengubah rencana yang sudah disetujui. Yang berubah ditandai.",
        judul=sebut_rencana(r, desa),
        tombol=(Tombol("Lihat rencana", perintah(f"rencana {r.nomor}")),),
    )
    for id_ in desa.rencana.pemutus(r):
        kabari(desa, id_, pesan, f"rencana:{r.nomor}:ubah:{d.hari_ini.isoformat()}:{id_}")


def kabari_ajuan(r: Rencana, d: Dialog, desa: Desa) -> int:
    """How many of them it reaches."""
    butir = [m.butir for m in desa.rencana.kemajuan(r) if m.butir.dihapus is None]
    pesan = Pesan(
        f"{d.orang.nama} mengajukan rencana: {len(butir)} kegiatan.\n{sebut_miskin(butir)}.",
        judul=sebut_rencana(r, desa),
        tombol=(Tombol("Lihat rencana", perintah(f"rencana {r.nomor}")),),
    )
    return sum(kabari(desa, id_, pesan, f"rencana:{r.nomor}:v{r.versi}:{id_}") for id_ in desa.rencana.pemutus(r))


def kabari_putusan(r: Rencana, teks: str, desa: Desa) -> str:
    """'Bu Sari dikabari.', or that they could not be."""
    lihat = (Tombol("Lihat rencana", perintah(f"rencana {r.nomor}")),)
    pesan = Pesan(teks, judul=sebut_rencana(r, desa), tombol=lihat)
    if kabari(desa, r.orang_id, pesan, f"rencana:{r.nomor}:v{r.versi}:{r.status}"):
        return f"{r.nama} dikabari."
    return f"{r.nama} belum punya alamat aktif; mohon disampaikan langsung."
