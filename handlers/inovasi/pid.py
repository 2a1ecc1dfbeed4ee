"""/pid: the seven steps of Program Inovasi Desa in a village, as far as they are logged; where PID is turned on."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.katalog.indikator import Indikator
from data.katalog.kegiatan import muat_kegiatan
from data.pid import Bukti, kegiatan_langkah, langkah_pid
from data.wilayah import DESA, Wilayah
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Butir, Pesan, Tombol
from handlers.dialog.tombol import MAX_BYTES, perintah
from handlers.inovasi.inovasi import UNTUK
from handlers.inovasi.p2ktd import tertutup
from handlers.inovasi.sebut import SEMUA
from handlers.kartu import sebut_tempat
from handlers.keputusan.tempat import BELUM, PILIH, cari_terbaca, desa_terbaca, pilih_tempat, sebutan_tempat
from handlers.tim.lihat import Lihat, baca_lihat, jelajah, selembar

P2KTD = Tombol("Layanan P2KTD", perintah("p2ktd"))


@dialog(
    "pid",
    help="Lihat tujuh langkah PID",
    untuk=UNTUK,
    kata=("program inovasi desa", "langkah pid"),
    langsung=True,
    menu=False,
)
def pid(d: Dialog, desa: Desa) -> Kabar:
    """'', 'sukamaju', '32.03.03 h2'"""
    if not desa.pengaturan.warisan:
        return tertutup()
    lihat = baca_lihat(d.argumen.lower())
    sebutan = sebutan_tempat(lihat)
    if sebutan in ("", PILIH):
        return Kabar(_banyak(desa_terbaca(desa), lihat, desa))
    cocok = [w for w in cari_terbaca(sebutan, desa) if w.tingkat >= DESA - 1]
    if len(cocok) != 1:
        return Kabar(pilih_tempat("pid", "Langkah PID di mana?", cocok, lihat, sebutan))
    di = cocok[0]
    return Kabar(_satu(di, desa) if di.tingkat == DESA else _banyak(desa.wilayah.di_bawah([di.kode]), lihat, desa))


def _satu(di: Wilayah, desa: Desa) -> Pesan:
    ada = desa.inovasi.pid([di.kode]).get(di.kode, {})
    baris = [f"{'✓' if i.kode in ada else '○'} {n}. {i.nama}{_bukti(ada.get(i.kode))}" for n, i in _langkah()]
    belum = next((i.kode for _, i in _langkah() if i.kode not in ada), "")
    return Pesan(
        "\n".join([*baris, "", "Terisi sendiri dari yang tercatat: kegiatan PID, inovasi, komitmen, dan P2KTD."]),
        judul=f"Tujuh langkah PID, {sebut_tempat(di)}",
        tombol=(*_catat(belum, di, desa), P2KTD, SEMUA),
    )


def _langkah() -> list[tuple[int, Indikator]]:
    return list(enumerate(langkah_pid(), start=1))


def _bukti(b: Bukti | None) -> str:
    """' (2 catatan, terakhir K-2611-0004, Jum 20/11)'"""
    if b is None:
        return ""
    return f" ({b.jumlah} catatan, terakhir {b.nomor}, {ejaan_pendek(date.fromisoformat(b.tanggal))})"


def _catat(belum: str, di: Wilayah, desa: Desa) -> tuple[Tombol, ...]:
    """The entry that would show the first step that nothing shows."""
    giat = next((k for k, langkah in kegiatan_langkah().items() if langkah == belum), "")
    if not giat or not desa.lingkup.boleh_mendampingi(di.kode):
        return ()
    kata = f"catat {muat_kegiatan().menurut_kode(giat).kata[0]}"
    lengkap = f"{kata} desa {di.nama}"  # the village's name where a button has room for it: else it is asked
    muat = len(f"0~!~{lengkap}".encode()) <= MAX_BYTES
    return (Tombol(f"Catat {belum}", perintah(lengkap if muat else kata)),)


def _banyak(semua: list[Wilayah], lihat: Lihat, desa: Desa) -> Pesan:
    """Villages with the fewest steps first."""
    if not semua:
        return Pesan(BELUM, tombol=(Tombol("Menu", perintah("menu")),))
    if len(semua) == 1:
        return _satu(semua[0], desa)
    ada = desa.inovasi.pid([w.kode for w in semua])
    urut = sorted(semua, key=lambda w: (len(ada[w.kode]), w.kode))
    tampak, ini, lembar = selembar(urut, lihat.halaman)
    langkah = len(langkah_pid())
    return Pesan(
        "Yang paling sedikit tercatat disebut dulu. Ketuk desanya.",
        judul=f"Tujuh langkah PID, {len(semua)} desa",
        daftar=tuple(
            Butir(w.nama, perintah(f"pid {w.kode}"), f"{len(ada[w.kode])} dari {langkah} langkah tercatat")
            for w in tampak
        ),
        tombol=(*jelajah("pid", lihat, ini, lembar), P2KTD, SEMUA),
    )
