"""One record, as its card in chat says it, with its pictures; whatever the card does not open is not there."""

from __future__ import annotations

import re

from data.desa import Desa
from handlers.catatan.riwayat_desa import catatan_lain
from handlers.catatan.tanda import keterangan
from handlers.dialog.pesan import Pesan
from handlers.keputusan.kartu_putusan import kartu_putusan
from handlers.keputusan.sebut import SEBUT as STATUS
from handlers.masalah.kartu import kartu as kartu_masalah
from handlers.musdes.kartu import kartu as kartu_musdes
from handlers.panel import bagian as b
from handlers.panel.tamu import Tamu, ke
from handlers.register.kartu import kartu as kartu_register
from handlers.tugas.kartu_tugas import SEBUT, kepala_tugas, status_tugas

NOMOR = re.compile(r"[A-Z]{1,2}-\d{4}-\d{4,9}")
BARIS = re.compile(r"([A-Z][^:\n“]{1,40}): (.+)")
DISEBUT = 4
LANJUT = {"K": "kegiatan", "M": "musdes", "P": "keputusan", "T": "tugas", "A": "masalah"}
"""The list that a number belongs to, by its letters."""
LEPAS = "tidak lagi bertugas"


def kartu(t: Tamu, nomor: str) -> b.Halaman | None:
    pesan = pesan_kartu(t, nomor)
    if pesan is None:
        return None
    apa = LANJUT.get(nomor.split("-", maxsplit=1)[0], "register")
    isi: list[b.Bagian] = [_bagian(satu) for satu in pesan.teks.split("\n\n") if satu.strip()]
    if pesan.foto:
        alamat = tuple(ke("foto", nomor, str(n)) for n in range(1, len(pesan.foto) + 1))
        isi.append(b.Foto(alamat, f"Foto {nomor}"))
    lain = tuple(b.Tautan(f"Buka {n}", ke("kartu", n)) for n in _disebut(t, nomor, pesan.teks))
    isi += [*_terkait(t, nomor), b.Langkah((*lain, b.Tautan("Ke daftarnya", ke("daftar", apa))))]
    return b.Halaman(pesan.judul, tuple(isi), kini=ke("daftar"))


def _disebut(t: Tamu, nomor: str, teks: str) -> list[str]:
    """Other records that it names, as far as they open."""
    semua = dict.fromkeys(n for n in NOMOR.findall(teks) if n != nomor)
    return [n for n in list(semua)[:DISEBUT] if pesan_kartu(t, n)]


def foto(t: Tamu, nomor: str, urutan: str) -> b.Gambar | None:
    """The pictures of a card are seen by whom it opens for, by their place on it."""
    pesan = pesan_kartu(t, nomor)
    n = int(urutan) if urutan.isascii() and urutan.isdigit() and len(urutan) < 4 else 0
    return b.Gambar(pesan.foto[n - 1]) if pesan and 1 <= n <= len(pesan.foto) else None


def pesan_kartu(t: Tamu, nomor: str) -> Pesan | None:
    if not NOMOR.fullmatch(nomor):
        return None
    awalan = nomor.split("-", maxsplit=1)[0]
    buat = {"K": _kegiatan, "M": _musdes, "P": _keputusan, "T": _tugas, "A": _masalah}.get(awalan, _register)
    return buat(nomor, t, t.desa)


def _kegiatan(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    pesan, satu = catatan_lain(nomor, desa), desa.riwayat_desa.ambil(nomor)
    if pesan is None or satu is None:
        return None
    kata = keterangan(satu.kegiatan, desa, t.orang.zona)
    teks = f"{pesan.teks}\n\n{kata}" if kata else pesan.teks
    return Pesan(teks, judul=f"Catatan {nomor}", foto=pesan.foto)


def _musdes(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    m = desa.musdes.ambil(nomor)
    if m is None:
        return None
    pesan = kartu_musdes(m, desa)
    return Pesan(pesan.teks, judul=pesan.judul, foto=tuple(f.sidik for f in desa.musdes.foto(m, "kegiatan")))


def _keputusan(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    k = desa.keputusan.ambil(nomor)
    return None if k is None else kartu_putusan(k, t.dialog, desa)


def _masalah(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    m = desa.masalah.ambil(nomor)
    return None if m is None else kartu_masalah(m, t.dialog, desa)


def _register(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    r = desa.register.ambil(nomor)
    return None if r is None else kartu_register(r, t.dialog, desa)


def _tugas(nomor: str, t: Tamu, desa: Desa) -> Pesan | None:
    satu = desa.tugas.ambil(nomor)
    if satu is None:
        return None
    orang = desa.tugas.bagian(satu) if satu.oleh == t.orang.id else []
    sendiri = desa.tugas.bagian_sendiri(satu)
    baris = [f"{o.nama}: {_status(status_tugas(o), o.catatan)}" for o in orang]
    if sendiri and not orang:
        baris = [f"Status Anda: {_status(sendiri.status, sendiri.catatan)}"]
    teks = f"{kepala_tugas(satu, t.dialog)}\nDari: {satu.pemberi}"
    return Pesan("\n\n".join((teks, "\n".join(baris))).strip(), judul=f"Tugas {nomor}")


def _status(status: str, catatan: str) -> str:
    kata = SEBUT.get(status, LEPAS)
    return f"{kata} (“{catatan}”)" if catatan else kata


def _bagian(blok: str) -> b.Bagian:
    """Lines with a label as a list of these, other lines as they are."""
    baris = blok.strip().split("\n")
    cocok = [BARIS.fullmatch(satu) for satu in baris]
    if not any(cocok):
        return b.Kalimat(blok.strip())
    return b.Rincian(tuple((c[1], c[2]) if c else ("", satu) for c, satu in zip(cocok, baris, strict=True)))


def _terkait(t: Tamu, nomor: str) -> list[b.Bagian]:
    """A musyawarah's decisions, each a tap away."""
    m = t.desa.musdes.ambil(nomor) if nomor.startswith("M-") else None
    semua = t.desa.keputusan.dari_musdes(m.id) if m else []
    if not semua:
        return []
    baris = tuple((b.Sel(k.isi, ke=ke("kartu", k.nomor)), b.Sel(k.pj or "-"), b.Sel(STATUS[k.status])) for k in semua)
    return [b.Judul("Keputusan"), b.Tabel(("Keputusan", "Penanggung jawab", "Status"), baris, "")]
