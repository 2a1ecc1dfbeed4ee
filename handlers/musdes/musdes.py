"""/musdes: what is going on, one record, or a village's list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from data.desa import Desa
from data.musdes.musdes import DIGABUNG, Musdes
from data.orang import PENDAMPING
from data.wilayah import Wilayah
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.cocok import Calon, cari_calon
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.susun import muat
from handlers.dialog.tombol import perintah
from handlers.isian import pembeda
from handlers.kartu import sebut_tempat
from handlers.musdes.kartu import MUSDES, baris_putusan, kartu, tak_ada
from handlers.musdes.pilih import BARU
from handlers.musdes.sebut import NOMOR, PEMBACA, jenis_dari, sebut_desa
from handlers.tim.lihat import LEMBAR, Lihat, jelajah, selembar

DESA = re.compile(r"desa\b\s*(.*)", re.IGNORECASE)
TAHUN = re.compile(r"(?<![.\d])\b(20\d\d)\b(?![.\d])")
BARU_KATA = re.compile(r"^(?:baru|mulai)\b\s*", re.IGNORECASE)
MUSDES_DEPAN = re.compile(r"^Musdes(?:us)? ")
PENDEK = 80
MULAI = re.compile(r"(?!.*(?:hasil|hadir|peserta|sepakat|putus))[^,;:\n]*\b\d{1,2}\.\d{2}\b[^,;:\n]*", re.IGNORECASE)
"""Kind, village, day, hour and place on one line, and nothing of what came of it."""
BARIS = 25
"""Lines of what was said that one message shows."""


def _lain(argumen: str) -> str:
    """Words that are neither a number nor a list begin a new one."""
    bersih = argumen.strip()
    if not bersih or NOMOR.match(bersih) or DESA.match(bersih) or LEMBAR.fullmatch(bersih):
        return ""
    return f"musdes_baru {BARU_KATA.sub('', bersih, count=1)}".strip()


def _ketik(sisa: str) -> bool:
    """Without a slash: a kind with its hour begins one; what tells more of it is a report for /catat."""
    desa = DESA.match(sisa)
    if desa and TAHUN.search(sisa):
        return len(sisa) < 40
    return bool(NOMOR.match(sisa) or BARU_KATA.match(sisa) or (len(sisa) <= PENDEK and MULAI.fullmatch(sisa)))


@dialog("musdes", help="Musyawarah", untuk=PEMBACA, langsung=True, alih=_lain, ketik=_ketik, sela=False, pokok=True)
def musdes(d: Dialog, desa: Desa) -> Kabar:
    if cocok := NOMOR.search(d.argumen):
        return Kabar(_satu(cocok[1].upper(), d.argumen[cocok.end() :].split(), d, desa))
    if cocok := DESA.match(d.argumen.strip()):
        return Kabar(_per_desa(cocok[1], desa))
    return Kabar(_berjalan(d, desa))


def _satu(nomor: str, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    m = desa.musdes.ambil(nomor)
    if m is None:
        return tak_ada(nomor)
    kepala = ""
    if m.status == DIGABUNG:
        ke = desa.musdes.tujuan(m)
        if ke is None:
            return tak_ada(nomor)
        m, kepala = ke, f"{nomor} sudah digabung ke {ke.nomor}. Ini yang terbaru."
    return _isinya(m, kata, d, desa) if "isi" in kata else kartu(m, desa, kepala)


def _berjalan(d: Dialog, desa: Desa) -> Pesan:
    semua = desa.musdes.terbuka()
    halaman = LEMBAR.fullmatch(d.argumen.strip())
    tampak, ini, lembar = selembar(semua, int(halaman[1]) if halaman else 1)
    teks = f"{len(semua)} musdes sedang berjalan. Ketuk untuk melanjutkan." if semua else "Belum ada yang berjalan."
    baru = (BARU,) if set(d.orang.peran) & set(PENDAMPING) else ()
    return Pesan(
        teks,
        judul="Musdes",
        daftar=tuple(_butir(m, d, desa) for m in tampak),
        tombol=(*baru, Tombol("Musdes per desa", perintah("musdes desa")), *jelajah("musdes", Lihat(), ini, lembar)),
    )


def _butir(m: Musdes, d: Dialog, desa: Desa) -> Butir:
    oleh = "" if m.orang_id == d.orang.id else f", {m.penulis}"
    ket = f"{sebut_desa(m, desa)}, {_hari(m)} {m.mulai.replace(':', '.')}{oleh}"
    return Butir(
        sebaris(f"Lanjutkan {MUSDES_DEPAN.sub('', jenis_dari(m).label)}", 24),
        perintah(f"musdes {m.nomor}"),
        sebaris(ket, 72),
    )


def _hari(m: Musdes) -> str:
    return ejaan_pendek(date.fromisoformat(m.tanggal))


def _isinya(m: Musdes, kata: list[str], d: Dialog, desa: Desa) -> Pesan:
    """All that was said and decided, in order, by page."""
    agenda = {a.id: n for n, a in enumerate(desa.musdes.agenda(m), start=1)}
    baris = [f"{n}. {a.judul}" for n, a in enumerate(desa.musdes.agenda(m), start=1)]
    semua = ["Agenda", *baris] if baris else []
    catatan = [
        f"{sebut_saat(c.waktu, d.orang.zona)[-5:]} {c.teks}"
        f"{f' [agenda {agenda[c.agenda_id]}]' if c.agenda_id in agenda else ''}"
        for c in desa.musdes.catatan(m)
    ]
    semua += ["Catatan", *catatan] if catatan else []
    putusan = [baris_putusan(k) for k in desa.keputusan.dari_musdes(m.id)]
    semua += ["Keputusan", *putusan] if putusan else []
    halaman = next((int(h[1]) for k in kata if (h := LEMBAR.fullmatch(k))), 1)
    lembar = max(-(-len(semua) // BARIS), 1)
    ini = min(max(halaman, 1), lembar)
    teks = muat("\n".join(sebaris(b, 300) for b in semua[(ini - 1) * BARIS : ini * BARIS])) or "Belum ada isinya."
    langkah = [Tombol("Ke kartunya", perintah(f"musdes {m.nomor}")), Tombol("Jejak", perintah(f"jejak {m.nomor}"))]
    if desa.musdes.boleh_ubah(m):
        langkah.append(Tombol("Hapus musdes", perintah(f"musdes_hapus {m.nomor}")))
    lembaran = jelajah(f"musdes {m.nomor} isi", Lihat(), ini, lembar)
    return Pesan(teks, judul=f"Isi {m.nomor}", tombol=(*lembaran, *langkah))


def _per_desa(sisa: str, desa: Desa) -> Pesan:
    tahun = TAHUN.search(sisa)
    halaman = next((int(h[1]) for k in sisa.split() if (h := LEMBAR.fullmatch(k))), 1)
    nama = " ".join(k for k in TAHUN.sub(" ", sisa).split() if not LEMBAR.fullmatch(k))
    semua = list({w.kode: w for w in (*desa.wilayah.di_bawah(desa.lingkup.baca), *desa.dampingan())}.values())
    cocok = _cari(nama, semua)
    if len(cocok) == 1:
        return _daftar(cocok[0], int(tahun[1]) if tahun else 0, halaman, desa)
    if not cocok:
        contoh = f" Contoh: /musdes desa {semua[0].nama.lower()} 2026." if semua else ""
        return Pesan(f"“{sebaris(nama, 40)}” belum ketemu di wilayah Anda.{contoh}", tombol=(MUSDES,))
    tampak, ini, lembar = selembar(cocok, halaman)
    ket = pembeda(cocok)
    cari = "desa" if not nama else f"desa {nama.encode('ascii', 'ignore').decode()[:20].strip()}"
    return Pesan(
        "Musdes desa mana?",
        daftar=tuple(Butir(w.nama, perintah(f"musdes desa {w.kode}"), ket[w.kode]) for w in tampak),
        tombol=jelajah(f"musdes {cari}", Lihat(), ini, lembar),
    )


def _cari(nama: str, semua: Sequence[Wilayah]) -> list[Wilayah]:
    if not nama or (ini := [w for w in semua if w.kode == nama]):
        return list(semua) if not nama else ini
    cocok = {c.id for c in cari_calon(nama, [Calon(w.kode, w.nama, (f"{w.nama} {w.kecamatan}",)) for w in semua])}
    return [w for w in semua if w.kode in cocok]


def _daftar(di: Wilayah, tahun: int, halaman: int, desa: Desa) -> Pesan:
    tampak, ini, lembar = selembar(desa.musdes.daftar(di.kode, tahun), halaman)
    butir = tuple(
        Butir(
            jenis_dari(m).label,
            perintah(f"musdes {m.nomor}"),
            sebaris(f"{_hari(m)}/{m.tanggal[:4]}, {'belum ditutup' if m.berjalan else 'selesai'}, {m.penulis}", 72),
        )
        for m in tampak
    )
    sebut = f"musdes desa {di.kode}{f' {tahun}' if tahun else ''}"
    return Pesan(
        "Ketuk untuk membuka." if butir else "Belum ada musdes yang tercatat.",
        judul=f"Musdes {sebut_tempat(di)}{f' {tahun}' if tahun else ''}",
        daftar=butir,
        tombol=(*jelajah(sebut, Lihat(), ini, lembar), MUSDES),
    )
