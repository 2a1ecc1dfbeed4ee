"""What stands above an answer though nobody asked: a number was masked; the data are to be erased tomorrow."""

from __future__ import annotations

import msgspec

from data.desa import Desa
from data.orang import Orang
from data.samarkan import samarkan
from handlers.bergabung.sebut_tugas import sebut_saat
from handlers.dialog.masukan import Masukan
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.tombol import perintah

DISAMARKAN = "Nomor {apa} di pesan tadi saya samarkan; nomor seperti itu tidak disimpan di sini."
DIJADWALKAN = "Ingat: data Anda akan dihapus {saat}. Kalau tidak jadi, ketik batal_hapus."
BATALKAN = Tombol("Batal hapus data", perintah("batal_hapus"))


def tanpa_nomor(masukan: Masukan) -> Masukan:
    """As it may be stored. Done twice it is done once."""
    teks, jenis = samarkan(masukan.teks)
    if masukan.dokumen:
        nama, di_nama = samarkan(masukan.dokumen.nama)
        jenis = tuple(dict.fromkeys((*jenis, *di_nama)))
        masukan = msgspec.structs.replace(masukan, dokumen=msgspec.structs.replace(masukan.dokumen, nama=nama))
    return msgspec.structs.replace(masukan, teks=teks, disamarkan=" dan ".join(jenis)) if jenis else masukan


def pemberitahuan(pesan: Pesan, masukan: Masukan, orang: Orang, desa: Desa, kini: int) -> Pesan:
    kepala = [DISAMARKAN.format(apa=masukan.disamarkan)] if masukan.disamarkan else []
    tombol = pesan.tombol
    menunggu = desa.penghapusan.menunggu(orang.id)
    if menunggu and menunggu[0] < kini:  # not in the very turn that asked for it
        kepala.append(DIJADWALKAN.format(saat=sebut_saat(menunggu[1], orang.zona)))
        tombol = tombol if BATALKAN in tombol else (*tombol, BATALKAN)
    if not kepala:
        return pesan
    return msgspec.structs.replace(pesan, teks="\n\n".join((*kepala, pesan.teks)), tombol=tombol)
