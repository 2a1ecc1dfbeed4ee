"""/kader_undang and /kader_akun: a kader comes here themselves, and the card is theirs."""

from __future__ import annotations

from data.desa import Desa
from data.orang import KPMD, PENDAMPING, SEBUTAN
from data.register import Register
from handlers.bergabung.sebut_tugas import sebut_saat
from handlers.bergabung.undang import surat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kader.sebut import ambil, baca_kader, ketik_kader
from handlers.register.kartu import kartu, kartu_kini
from handlers.register.sebut import di_mana

SUDAH = "Kader ini sudah bergabung, atau tugasnya sudah selesai, jadi undangan tidak perlu."
BUKAN = "Undangan untuk kader dibuat pendamping desanya yang sudah disahkan."


@dialog(
    "kader_undang", help="Undang kader", untuk=PENDAMPING, menu=False, baca=baca_kader, ketik=ketik_kader,
    pengenal=frozenset({"nomor"}),
)  # fmt: skip
def kader_undang(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("diundang", d, desa)
    if isinstance(r, Kabar):
        return r
    if not desa.kader.boleh_undang(r):
        return Kabar(kartu(r, d, desa, SUDAH if desa.lingkup.boleh_bina(KPMD, r.desa) else BUKAN))
    lama = desa.kader.undangan(r)
    dulu = f" Yang dibuat {sebut_saat(lama.dibuat, d.orang.zona)} tidak berlaku lagi." if lama else ""
    d.review(
        f"Undangan sebagai {SEBUTAN[KPMD]} di {di_mana(r.desa, desa)}\n\nUntuk: {sebaris(r.judul, 60)}\n\n"
        f"Berlaku 7 hari, untuk satu orang; begitu dipakai, kartunya terhubung.{dulu} "
        "Pesan yang muncul nanti tinggal diteruskan. Sudah benar?",
        simpan="Buat undangan",
    )
    kode, undangan = desa.kader.undang(r)
    return Kabar(surat(d, desa, kode, undangan), f"Undangan untuk {sebaris(r.judul, 60)} sudah dibuat.")


@dialog(
    "kader_akun", help="Hubungkan akun kader", untuk=PENDAMPING, menu=False, baca=baca_kader, ketik=ketik_kader,
    pengenal=frozenset({"nomor"}),
)  # fmt: skip
def kader_akun(d: Dialog, desa: Desa) -> Kabar:
    r = ambil("dihubungkan", d, desa)
    if isinstance(r, Kabar):
        return r
    calon = desa.kader.akun(r)
    if not calon:
        return Kabar(kartu(r, d, desa, "Belum ada KPMD desa ini yang bergabung tanpa kartu. Silakan undang."))
    siapa = d.ask("akun", _tanya(r, calon))
    desa.kader.hubungkan(r, siapa)
    _kabari(r, siapa, d, desa)
    return Kabar(kartu_kini(r.nomor, d, desa, "Kartunya sudah terhubung."), f"{r.nomor} sudah terhubung.")


def _tanya(r: Register, calon: list[tuple[int, str]]) -> Question[int]:
    pilihan = [Pilihan(f"o{id_}", nama, id_) for id_, nama in calon]
    return Choice(f"Akun siapa yang dipakai {sebaris(r.judul, 60)}?", pilihan)


def _kabari(r: Register, siapa: int, d: Dialog, desa: Desa) -> None:
    pesan = Pesan(
        f"{d.orang.nama} menghubungkan Anda dengan kartu kader {r.nomor}. Kalau isinya keliru, sampaikan kepadanya.",
        tombol=(Tombol("Lihat kartu", perintah(f"kader {r.nomor}")),),
    )
    kabari(desa, siapa, pesan, f"kader:{r.nomor}:akun:{siapa}")
