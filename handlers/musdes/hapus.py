"""/musdes_hapus and /musdes_pulihkan: a record that should not be there goes with its decisions, for ten minutes."""

from __future__ import annotations

from datetime import date

from data.desa import Desa
from data.kegiatan import URUNGKAN
from data.musdes.musdes import DIGABUNG, Musdes
from data.orang import PENDAMPING
from handlers.dialog.baca.tanggal import ejaan_tanggal
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import Text
from handlers.dialog.questions.suggest import Suggest
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.musdes.kartu import MUSDES, hitungan, kartu, kartu_kini, tak_ada
from handlers.musdes.pilih import DIBACA, baca_nomor
from handlers.musdes.sebut import NOMOR, singkat
from handlers.siklus.sebut import TAHAP, sebut_dokumen

ALASAN = ("Salah catat.", "Tercatat dua kali.", "Musdesnya tidak jadi.")
MENIT = URUNGKAN // 60


@dialog(
    "musdes_hapus",
    help="Hapus musdes",
    untuk=PENDAMPING,
    baca=baca_nomor,
    ketik=lambda sisa: NOMOR.match(sisa.strip()) is not None,
    menu=False,
    sela=False,
    pengenal=frozenset({"nomor"}),
)
def musdes_hapus(d: Dialog, desa: Desa) -> Kabar:
    tanya = Text("Musdes nomor berapa yang dihapus?", petunjuk="Tulis nomornya, contoh: M-2611-0003.")
    nomor = d.ask("nomor", tanya).upper().lstrip("#")[:20]
    m = desa.musdes.ambil(nomor)
    if m is None:
        return Kabar(tak_ada(nomor))
    if m.status == DIGABUNG:
        return Kabar(kartu(desa.musdes.tujuan(m) or m, desa, f"{nomor} sudah digabung ke sini, jadi tidak dihapus."))
    if not desa.musdes.boleh_ubah(m):
        return Kabar(kartu(m, desa, DIBACA))
    usul = Suggest(
        "Mengapa dihapus? Alasannya ikut disimpan.", petunjuk="Contoh: Salah catat.", maksimal=300, usul=ALASAN
    )
    alasan = d.ask("alasan", usul)
    d.review(f"Hapus {m.nomor}?\n\n{_isinya(m, desa)}\n\nAlasan: {alasan}", simpan="Hapus musdes")
    langkah = _siklus(m, desa)
    desa.keputusan.hapus_dari(m.id)
    desa.musdes.hapus(m, alasan)
    _kabari(m, alasan, d, desa)
    teks = f"Musdes {m.nomor} dihapus. Kalau keliru, bisa dikembalikan dalam {MENIT} menit."
    kembali = Tombol("Kembalikan", perintah(f"musdes_pulihkan {m.nomor}"))
    papan = (Tombol("Catat langkah", perintah(langkah[1])),) if langkah else ()
    teks = f"{teks}\n\n{langkah[0]}" if langkah else teks
    return Kabar(Pesan(teks, tombol=(kembali, *papan, MUSDES)), f"Musdes {m.nomor} dihapus.")


def _kabari(m: Musdes, alasan: str, d: Dialog, desa: Desa) -> None:
    """Whoever recorded it, while it can still be brought back."""
    if m.orang_id == d.orang.id:
        return
    pesan = Pesan(
        f"{d.orang.nama} menghapus {singkat(m, desa)}. Alasannya: {sebaris(alasan, 300)}\n\n"
        f"Kalau keliru, bisa dikembalikan dalam {MENIT} menit.",
        judul=f"Musdes {m.nomor}",
        tombol=(Tombol("Kembalikan", perintah(f"musdes_pulihkan {m.nomor}")),),
    )
    kabari(desa, m.orang_id, pesan, f"musdes:{m.nomor}:hapus:{d.kini}")


def _isinya(m: Musdes, desa: Desa) -> str:
    """What goes with it, and what does not."""
    ikut = hitungan(m, desa)
    langkah = _siklus(m, desa)
    kertas = f"Draf kertasnya (versi {m.versi}) tidak bisa dibuat lagi." if m.versi else ""
    baris = (
        f"{singkat(m, desa)}, dicatat {m.penulis}.",
        f"Ikut terhapus: {ikut}." if ikut else "",
        kertas,
        langkah[0] if langkah else "",
    )
    return "\n".join(b for b in baris if b)


def _siklus(m: Musdes, desa: Desa) -> tuple[str, str] | None:
    """What stays on the board though this brought it there, and the command with which it is put right."""
    semua = desa.siklus.dari_musdes(m.id)
    if not semua:
        return None
    kode, satu = semua[0]
    hari = f", {ejaan_tanggal(date.fromisoformat(satu.tanggal), dengan_hari=False)}" if satu.tanggal else ""
    di = f" di {len(semua)} desa" if len(semua) > 1 else ""
    apa = f"{sebut_dokumen(satu.dokumen, kode)} {satu.tahun}{di} tetap tertulis {TAHAP[satu.tahap]}{hari}"
    return f"Papan siklus tidak ikut mundur: {apa}. Kalau perlu, betulkan sendiri.", f"siklus_catat {kode} {satu.tahun}"


@dialog("musdes_pulihkan", help="Kembalikan musdes", untuk=PENDAMPING, langsung=True, menu=False, sela=False)
def musdes_pulihkan(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    if not cocok:
        return Kabar(
            Pesan("Musdes nomor berapa yang dikembalikan? Contoh: /musdes_pulihkan M-2611-0003", tombol=(MUSDES,))
        )
    nomor = cocok[1].upper()
    if ada := desa.musdes.ambil(nomor):
        return Kabar(kartu(ada, desa, "Musdes ini masih ada, tidak terhapus."))
    m = desa.musdes.terhapus(nomor)
    if m is None:
        return Kabar(tak_ada(nomor))
    waktu = desa.musdes.pulihkan(m)
    if not waktu:
        return Kabar(
            Pesan(f"Musdes {nomor} dihapus lebih dari {MENIT} menit lalu. Silakan dicatat ulang.", tombol=(MUSDES,))
        )
    n = desa.keputusan.pulihkan_dari(m.id, waktu)
    return Kabar(kartu_kini(m, desa, f"Musdes {nomor} sudah kembali{f', dengan {n} keputusannya' if n else ''}."))


def hapus_musdes(argumen: str) -> str:
    """'/hapus M-2611-0003' is meant for this."""
    cocok = NOMOR.search(argumen)
    return f"musdes_hapus {cocok[1].upper()}" if cocok else ""


def pulihkan_musdes(argumen: str) -> str:
    cocok = NOMOR.search(argumen)
    return f"musdes_pulihkan {cocok[1].upper()}" if cocok else ""
