"""/indeks_desa: the status of each year as a decree states it. /indeks_desa_catat: one more, with its source."""

from __future__ import annotations

import re
from collections import Counter

from data.desa import Desa
from data.indeks_desa import STATUS, StatusDesa, UbahanStatus
from data.orang import PENDAMPING
from data.wilayah import DESA, Wilayah
from handlers.bumdes.ikhtisar import jelajah_pandang, sebut_pandang
from handlers.bumdes.tempat import LEMBAR, Pandang, baca_desa, belum_sah, desa_boleh, lainnya, pandang, tanya_desa
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, YesNo
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kartu import sebut_tempat
from handlers.kemandirian.kartu import berkas
from handlers.kemandirian.sebut import PEMBACA, sebut_status
from handlers.keputusan.tempat import pilih_tempat
from handlers.tim.lihat import Lihat, selembar

TANYA = "Indeks Desa di mana?"
TAHUN = re.compile(r"(?<![.\d])20\d\d(?![.\d])")
TERLAMA = 5
"""Years back that are offered."""
SALIN = "Disalin dari SK atau berita acara; tidak dihitung di sini."
HAPUS = "hapus"


@dialog(
    "indeks_desa",
    help="Lihat status Indeks Desa",
    untuk=PEMBACA,
    kata=("indeks desa", "status desa", "status indeks desa", "idm"),
    langsung=True,
    menu=False,
)
def indeks_desa(d: Dialog, desa: Desa) -> Kabar:
    """'sukamaju', '32.03.03 xlsx', '32.03.03 h2'"""
    p = pandang("indeks_desa", TANYA, d.argumen, desa)
    if isinstance(p, Pesan):
        return Kabar(p)
    if LEMBAR in p.kata:
        return Kabar(Pesan(f"Status Indeks Desa ada di lembar kedua. {SALIN}", berkas=berkas(p.kode)))
    if p.di and p.desa == [p.di]:
        return Kabar(kartu_indeks(p.di, d, desa))
    if p.di and not p.desa:
        bagian = desa.wilayah.di_bawah([p.kode], p.bagian)
        return Kabar(pilih_tempat("indeks_desa", TANYA, bagian, Lihat(nama=p.kode, halaman=p.lihat.halaman)))
    return Kabar(_banyak(p, desa))


def kartu_indeks(di: Wilayah, d: Dialog, desa: Desa, kepala: str = "") -> Pesan:
    semua = desa.indeks_desa.semua(di.kode)
    baris = [f"{s.tahun}: {sebut_status(s)}" for s in semua]
    ubahan = [_sebut_ubahan(u, d.orang.zona) for u in desa.indeks_desa.riwayat(di.kode, batas=8) if u.sebelum]
    isi = [
        kepala,
        "\n".join(baris) or "Belum ada status yang dicatat.",
        SALIN,
        "\n".join(["Perubahan terakhir:", *ubahan]) if ubahan else "",
    ]
    catat = Tombol("Catat status", perintah(f"indeks_desa_catat {di.kode}"))
    return Pesan(
        "\n\n".join(b for b in isi if b),
        judul=f"Indeks Desa, {sebut_tempat(di)}",
        tombol=(
            *((catat,) if desa.indeks_desa.boleh(di.kode) else ()),
            Tombol("Kemandirian warga", perintah(f"kemandirian {di.kode}")),
            *lainnya("indeks_desa", desa),
        ),
    )


def _sebut_ubahan(u: UbahanStatus, zona: str) -> str:
    """'20 Nov 19.30 Bu Sari: 2026 status Maju → Mandiri'"""
    if u.kolom == HAPUS:
        return f"{sebut_saat(u.waktu, zona)} {u.nama}: {u.tahun} dihapus"
    dulu, kini = (STATUS.get(n, sebaris(n, 60)) for n in (u.sebelum, u.sesudah))
    return f"{sebut_saat(u.waktu, zona)} {u.nama}: {u.tahun} {u.kolom} {dulu} → {kini}"


def _banyak(p: Pandang, desa: Desa) -> Pesan:
    """The latest year of each village; those that nothing is known of first, then as the ministry orders them."""
    akhir: dict[str, StatusDesa] = {s.desa: s for s in desa.indeks_desa.seluruhnya([w.kode for w in p.desa])}
    urutan = {kode: n for n, kode in enumerate(reversed(STATUS), start=1)}
    urut = sorted(p.desa, key=lambda w: (urutan.get(akhir[w.kode].status, 0) if w.kode in akhir else 0, w.kode))
    tampak, ini, lembar = selembar(urut, p.lihat.halaman)
    hitung = Counter(s.status for s in akhir.values())
    bagian = [f"{hitung[kode]} {nama.lower()}" for kode, nama in STATUS.items() if hitung[kode]]
    belum = len(p.desa) - len(akhir)
    bagian += [f"{belum} belum dicatat"] if belum else []
    return Pesan(
        f"Menurut tahun terakhir yang dicatat: {', '.join(bagian)}. {SALIN}"
        if p.desa
        else "Belum ada desa yang tercatat di sini.",
        judul=f"Indeks Desa, {sebut_pandang(p)}" if p.desa else "Indeks Desa",
        daftar=tuple(Butir(w.nama, perintah(f"indeks_desa {w.kode}"), _sebut(akhir.get(w.kode))) for w in tampak),
        tombol=(
            *jelajah_pandang("indeks_desa", p, ini, lembar),
            Tombol("Kemandirian warga", perintah(f"kemandirian {p.kode}".strip())),
            Tombol("Unduh Excel", perintah(f"indeks_desa {p.kode} xlsx".replace("  ", " "))),
        ),
    )


def _sebut(s: StatusDesa | None) -> str:
    return f"{s.tahun}: {sebut_status(s)}" if s else "belum dicatat"


def _baca(teks: str, d: Dialog, desa: Desa) -> bool:
    """'sukamaju 2025', '32.03.03.2013'"""
    sisa = baca_desa(teks, d, desa)
    if cocok := TAHUN.search(sisa):
        d.keadaan.jawaban["tahun"] = cocok[0]
    return False


@dialog(
    "indeks_desa_catat",
    help="Catat status Indeks Desa",
    untuk=PENDAMPING,
    menu=False,
    baca=_baca,
    pengenal=frozenset({"desa", "tahun"}),
)
def indeks_desa_catat(d: Dialog, desa: Desa) -> Kabar:
    boleh = desa_boleh(desa, desa.indeks_desa.boleh)
    if not boleh:
        return Kabar(belum_sah())
    di = tanya_desa(d, boleh)
    assert di.tingkat == DESA
    tahun = d.ask("tahun", _tanya_tahun(di, d, desa))
    lama = desa.indeks_desa.banyak([di.kode], tahun).get(di.kode)
    status = d.ask("status", _tanya_status(tahun, lama))
    if status == HAPUS:
        return _hapus(di, tahun, d, desa)
    sumber = d.ask("sumber", _tanya_sumber(tahun, lama))
    jadi = desa.indeks_desa.catat(di.kode, tahun, status, sumber)
    kata = f"Status {tahun} tersimpan: {STATUS[status]}." if jadi else f"Status {tahun} memang sudah begitu."
    return Kabar(kartu_indeks(di, d, desa, kata), f"Status {tahun} {sebut_tempat(di)} sudah tersimpan.")


def _hapus(di: Wilayah, tahun: int, d: Dialog, desa: Desa) -> Kabar:
    yakin = YesNo(f"Hapus status {tahun}? Riwayatnya tetap ada.", ya="Hapus", tidak="Jangan", petunjuk="Hapus?")
    if not d.ask("yakin", yakin):
        return Kabar(kartu_indeks(di, d, desa, "Baik, tetap ada."))
    desa.indeks_desa.hapus(di.kode, tahun)
    return Kabar(kartu_indeks(di, d, desa, f"Status {tahun} dihapus."), f"Status {tahun} dihapus.")


def _tanya_tahun(di: Wilayah, d: Dialog, desa: Desa) -> Question[int]:
    ada = {s.tahun: STATUS.get(s.status, s.status) for s in desa.indeks_desa.semua(di.kode)}
    semua = sorted({*ada, *range(d.hari_ini.year - TERLAMA + 1, d.hari_ini.year + 1)}, reverse=True)
    pilihan = [Pilihan(str(t), str(t), t, ada.get(t, "")) for t in semua]
    return Choice(f"Status {sebut_tempat(di)} tahun berapa?", pilihan, petunjuk="Pilih tahunnya, contoh: 2026.")


def _tanya_status(tahun: int, lama: StatusDesa | None) -> Question[str]:
    kini = f" Sekarang tertulis {STATUS.get(lama.status, lama.status).lower()}." if lama else ""
    pilihan = [Pilihan(kode, nama, kode) for kode, nama in STATUS.items()]
    pilihan += [Pilihan(HAPUS, "Hapus tahun ini", HAPUS)] if lama else []
    return Choice(f"Apa statusnya tahun {tahun}, menurut SK atau berita acaranya?{kini}", pilihan)


def _tanya_sumber(tahun: int, lama: StatusDesa | None) -> Question[str]:
    usul = dict.fromkeys((*([lama.sumber] if lama and lama.sumber else []), f"Berita acara musdes {tahun}"))
    return Suggest(
        "Tertulis di mana? Nomor SK, atau berita acaranya.",
        petunjuk="Contoh: SK Menteri Nomor 343 Tahun 2025, atau berita acara musdes 12 Mei 2026.",
        maksimal=160,
        usul=tuple(usul),
    )
