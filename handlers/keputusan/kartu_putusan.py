"""One decision, with all that became of it and what can be said of it."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.keputusan import BARU, BATAL, BERJALAN, DIBAWA, SELESAI, TERHAMBAT, Keputusan, Perubahan
from handlers.catatan.tanda import sebut_saat
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.baca.uang import ejaan_uang
from handlers.dialog.dialog import Dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.keputusan.sebut import SEBUT, TINDAK_LANJUT, di_mana, jarak, sebut_status

TERAKHIR = 5
"""Lines of the history that the card shows."""
DISEBUT = 10
"""Follow-ups that it lists."""
KEADAAN = ((BERJALAN, "Berjalan"), (SELESAI, "Selesai"), (TERHAMBAT, "Terhambat"))
KEADAAN_LAIN = ((BARU, "Belum mulai"), (DIBAWA, "Bawa ke tahun depan"), (BATAL, "Tidak jadi"))
SEKETIKA = (BARU, BERJALAN)
"""States of which nothing is asked."""


def kartu_putusan(k: Keputusan, d: Dialog, desa: Desa, kepala: str = "", *, lain: bool = False) -> Pesan:
    """`lain`: with the rarer things that can be done."""
    bagian = (kepala, sebaris(k.isi, 1200), _rincian(k, d, desa), _lanjutan(k, desa), _riwayat(k, d, desa))
    return Pesan(
        "\n\n".join(b for b in bagian if b),
        judul=f"Keputusan {k.nomor}",
        tombol=(*_tindakan(k, desa, lain=lain), TINDAK_LANJUT),
        foto=(k.bukti,) if k.bukti else (),
    )


def _rincian(k: Keputusan, d: Dialog, desa: Desa) -> str:
    asal, penerus, induk = desa.keputusan.asal(k), desa.keputusan.penerus(k), desa.keputusan.induk(k)
    sisa = f" ({jarak(k, d.hari_ini)})" if k.terbuka else ""
    baris = (
        ("Musdes", f"{k.musdes}, {di_mana(k.desa, desa)}, {_hari(k.tanggal)}"),
        ("Tindak lanjut dari", induk.nomor if induk else ""),
        ("Penanggung jawab", sebaris(k.pj, 120)),
        ("Tenggat", f"{_hari(k.tenggat)}{sisa}" if k.tenggat else ""),
        ("Anggaran", _anggaran(k)),
        ("Status", sebut_status(k.status, sebaris(k.alasan, 300), k.bukti)),
        ("Dibawa dari", f"{asal.nomor} ({_hari(asal.tanggal)})" if asal else ""),
        ("Diteruskan di", f"{penerus.nomor} ({_hari(penerus.tanggal)})" if penerus else ""),
    )
    return "\n".join(f"{label}: {isi}" for label, isi in baris if isi)


def _hari(iso: str) -> str:
    return ejaan_tanggal(date.fromisoformat(iso))


def _anggaran(k: Keputusan) -> str:
    uang = "" if k.anggaran is None else ejaan_uang(k.anggaran)
    return ", ".join(satu for satu in (uang, sebaris(k.sumber_dana, 60)) if satu)


def _lanjutan(k: Keputusan, desa: Desa) -> str:
    semua = desa.keputusan.lanjutan(k)
    baris = [f"• {t.nomor} {sebaris(t.isi, 80)}: {SEBUT[t.status]}" for t in semua[:DISEBUT]]
    lagi = [f"• dan {len(semua) - DISEBUT} lagi"] if len(semua) > DISEBUT else []
    return "\n".join(["Tindak lanjutnya:", *baris, *lagi]) if baris else ""


def _riwayat(k: Keputusan, d: Dialog, desa: Desa) -> str:
    semua = desa.keputusan.riwayat(k, batas=TERAKHIR)
    return "\n".join(["Riwayat:", *(sebut_perubahan(p, d) for p in semua)])


def sebut_perubahan(p: Perubahan, d: Dialog) -> str:
    """'21 Nov 20.14 Bu Sari: terhambat (“Menunggu dana cair.”)'"""
    status = "dicatat" if p.status == BARU and not p.alasan else sebut_status(p.status, sebaris(p.alasan, 120), p.bukti)
    return f"{sebut_saat(p.waktu, d.orang.zona)} {p.nama}: {status}"


def tombol_keadaan(k: Keputusan, pilihan: tuple[tuple[str, str], ...] = KEADAAN) -> tuple[Tombol, ...]:
    """Of those states, all but the one it has."""
    return tuple(
        Tombol(label, perintah(f"{'putusan' if status in SEKETIKA else 'tandai'} {k.nomor} {status}"))
        for status, label in pilihan
        if status != k.status
    )


def _tindakan(k: Keputusan, desa: Desa, *, lain: bool) -> tuple[Tombol, ...]:
    riwayat = Tombol("Riwayat lengkap", perintah(f"putusan {k.nomor} riwayat"))
    panjang = (riwayat,) if len(desa.keputusan.riwayat(k, batas=TERAKHIR + 1)) > TERAKHIR else ()
    if not desa.keputusan.boleh_tandai(k):
        return panjang
    if not lain:
        return (*tombol_keadaan(k), *panjang, Tombol("Lainnya", perintah(f"putusan {k.nomor} lainnya")))
    isi = (
        Tombol("Ubah tenggat", perintah(f"ubah_putusan {k.nomor} tenggat")),
        Tombol("Beri / ganti PJ", perintah(f"ubah_putusan {k.nomor} pj")),
    )
    return (*tombol_keadaan(k, KEADAAN_LAIN), *(isi if desa.keputusan.boleh_ubah(k) else ()), *panjang)
