"""The card: what is there, what is missing, and a button for every section."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.keputusan import Keputusan
from data.musdes.musdes import Musdes
from handlers.dialog.baca.tanggal import ejaan_pendek, ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.musdes.ke_drp import tombol_drp
from handlers.musdes.sebut import (
    KUORUM,
    ajakan_unsur,
    dengan_unsur,
    jenis_dari,
    kuorum_kurang,
    kurang,
    sebut_desa,
    sebut_hadir,
    sebut_isian,
    sebut_jam,
    sebut_unsur,
)
from handlers.musdes.tertinggal import tombol_lama

MUSDES = Tombol("Musdes", perintah("musdes"))
BELUM = "belum diisi"
BAGIAN = {
    "agenda": ("Agenda", "agenda"),
    "jumlah hadir": ("Daftar hadir", "hadir"),
    "unsur yang hadir": ("Daftar hadir", "hadir"),
    "keputusan": ("Keputusan", "keputusan"),
    "pimpinan": ("Pimpinan dan notulis", "pimpinan"),
    "notulis": ("Pimpinan dan notulis", "pimpinan"),
    "foto daftar hadir": ("Foto", "foto"),
    "tempat": ("Waktu, tempat, surat", "rincian"),
}
"""Where what is missing is told."""
USANG = "Draf kertas yang lama perlu dibuat ulang, karena isinya berubah."


def tak_ada(nomor: str) -> Pesan:
    return Pesan(f"Musdes {nomor} belum ada dalam daftar Anda.", tombol=(MUSDES,))


def kartu(m: Musdes, desa: Desa, kepala: str = "") -> Pesan:
    bagian = [kepala, _pokok(m, desa), _isi(m, desa), *_ingatan(m, desa)]
    boleh = desa.musdes.boleh_ubah(m)
    return Pesan(
        muat("\n\n".join(b for b in bagian if b)),
        judul=f"Musdes {m.nomor}",
        daftar=_bagian(m, desa) if boleh else (),
        tombol=_tombol(m, desa, boleh=boleh),
    )


def kartu_kini(m: Musdes, desa: Desa, kepala: str = "") -> Pesan:
    """The card as it stands after what was just written; that papers went out of date is said at once."""
    kini = desa.musdes.menurut_id(m.id) or m
    return kartu(kini, desa, kepala)


def sesudah(m: Musdes, desa: Desa, kepala: str, dulu: tuple[Tombol, ...] = ()) -> Pesan:
    """What is said when a section was saved: that, what is still missing, and the next steps; no whole card again.

    `dulu`: steps that come before the usual ones.
    """
    kini = desa.musdes.menurut_id(m.id) or m
    belum = kurang(kini, desa)
    langkah = dict.fromkeys(b for nama in belum if (b := BAGIAN.get(nama)))
    if kini.berjalan:
        langkah = {("Catat langsung", "catatan"): None, **langkah}
    tombol = [*dulu, *(Tombol(label, perintah(f"musdes_{apa} {m.nomor}")) for label, apa in langkah)][:2]
    teks = (kepala, f"Belum ada: {', '.join(belum)}." if belum else "Bagian pokoknya sudah lengkap.", _usang(kini))
    kartunya = Tombol("Ke kartunya", perintah(f"musdes {m.nomor}"))
    return Pesan("\n\n".join(t for t in teks if t), judul=f"Musdes {m.nomor}", tombol=(*tombol, kartunya))


def _usang(m: Musdes) -> str:
    return f"⚠ {USANG}" if m.usang else ""


def _banyak(n: int, apa: str) -> str:
    return f"{n} {apa}" if n else ""


def _pokok(m: Musdes, desa: Desa) -> str:
    keadaan = ", belum ditutup" if m.berjalan else ""
    baris = [
        f"{jenis_dari(m).label}, {sebut_desa(m, desa)}",
        f"{ejaan_tanggal(date.fromisoformat(m.tanggal))}, {sebut_jam(m)}{keadaan}",
        m.tempat,
        f"Dalam rangka {m.judul}" if m.judul else "",
    ]
    return "\n".join(b for b in baris if b)


def _isi(m: Musdes, desa: Desa) -> str:
    pembicara = [dengan_unsur(n.nama, n.unsur) for n in desa.musdes.narasumber(m)]
    khusus = [(t.label, sebut_isian(t, m.isian[t.kunci])) for t in jenis_dari(m).tanya if t.kunci in m.isian]
    penanda = [f"{p.nama} ({p.peran})" for p in m.penanda]
    baris = (
        ("Hadir", sebut_hadir(m)),
        ("Unsur", sebut_unsur(m)),
        ("Pimpinan", dengan_unsur(m.pimpinan, m.pimpinan_unsur)),
        ("Notulis", dengan_unsur(m.notulis, m.notulis_unsur)),
        ("Narasumber", ", ".join(pembicara)),
        *khusus,
        ("Dasar", m.dasar),
        ("Nomor berita acara", m.nomor_ba),
        ("Penanda tangan", ", ".join(penanda)),
        ("Tercatat", hitungan(m, desa)),
    )
    return "\n".join(f"{label}: {sebaris(isi, 400)}" for label, isi in baris if isi)


def hitungan(m: Musdes, desa: Desa) -> str:
    """'3 agenda, 12 catatan, 4 keputusan'"""
    putusan = desa.keputusan.dari_musdes(m.id)
    jumlah = (
        (len(desa.musdes.agenda(m)), "agenda"),
        (len(desa.musdes.catatan(m)), "catatan"),
        (sum(k.induk is None for k in putusan), "keputusan"),
        (sum(k.induk is not None for k in putusan), "tindak lanjut"),
        (len(desa.musdes.foto(m)), "foto"),
    )
    return ", ".join(f"{n} {apa}" for n, apa in jumlah if n)


def _ingatan(m: Musdes, desa: Desa) -> list[str]:
    """What is missing, and what else is good to know; never a reason to refuse."""
    belum = kurang(m, desa)
    serupa = [f"{s.nomor} ({s.penulis})" for s in desa.musdes.serupa(m)] if m.berjalan else []
    return [
        f"Belum ada: {', '.join(belum)}." if belum else "",
        ajakan_unsur(m),
        KUORUM if kuorum_kurang(m) else "",
        f"Mirip dengan {', '.join(serupa)}." if serupa else "",
        _usang(m),
    ]


def _bagian(m: Musdes, desa: Desa) -> tuple[Butir, ...]:
    putusan, foto = desa.keputusan.dari_musdes(m.id), desa.musdes.foto(m)
    khusus = jenis_dari(m).tanya
    terisi = sum(t.kunci in m.isian for t in khusus)
    semua = (
        ("Catat langsung", "catatan", _banyak(len(desa.musdes.catatan(m)), "catatan")),
        ("Keputusan", "keputusan", _banyak(sum(k.induk is None for k in putusan), "keputusan")),
        ("Daftar hadir", "hadir", sebut_hadir(m)),
        ("Pimpinan dan notulis", "pimpinan", m.pimpinan),
        ("Agenda", "agenda", ", ".join(a.judul for a in desa.musdes.agenda(m))),
        ("Narasumber", "narasumber", ", ".join(n.nama for n in desa.musdes.narasumber(m))),
        ("Pertanyaan khusus", "khusus", f"{terisi} dari {len(khusus)} terisi" if khusus else ""),
        ("Foto", "foto", _banyak(len(foto), "foto")),
        ("Penanda tangan", "penanda", ", ".join(p.nama for p in m.penanda)),
        ("Waktu, tempat, surat", "rincian", "jam selesai, tempat, dasar undangan, nomor"),
    )
    return tuple(
        Butir(sebaris(label, 24), perintah(f"musdes_{apa} {m.nomor}"), sebaris(ket or BELUM, 72))
        for label, apa, ket in semua
        if apa != "khusus" or khusus
    )


def _tombol(m: Musdes, desa: Desa, *, boleh: bool) -> tuple[Tombol, ...]:
    lihat = Tombol("Lihat isinya", perintah(f"musdes {m.nomor} isi"))
    kertas = Tombol("Buat draf kertas", perintah(f"kertas {m.nomor}"))
    if not boleh:
        return lihat, MUSDES
    if not m.berjalan:
        return *tombol_drp(m, desa), kertas, Tombol("Tindak lanjut", perintah("tindaklanjut")), lihat
    serupa = desa.musdes.serupa(m)
    gabung = tuple(Tombol(f"Sama dgn {s.nomor}?", perintah(f"musdes_gabung {m.nomor} {s.nomor}")) for s in serupa[:2])
    tutup = Tombol("Tutup musdes", perintah(f"musdes_tutup {m.nomor}"))
    return tutup, lihat, kertas, *tombol_lama(m, desa), *gabung


def baris_putusan(k: Keputusan) -> str:
    """'P-2611-0004 Rabat beton RT 03 (Kaur Perencanaan, Rab 30/12, Rp45.000.000 DD)'"""
    uang = "" if k.anggaran is None else ejaan_uang(k.anggaran)
    tenggat = ejaan_pendek(date.fromisoformat(k.tenggat)) if k.tenggat else ""
    rinci = ", ".join(r for r in (k.pj, tenggat, f"{uang} {k.sumber_dana}".strip()) if r)
    awal = "" if k.induk is None else "  ↳ "
    return f"{awal}{k.nomor} {k.isi}{f' ({rinci})' if rinci else ''}"
