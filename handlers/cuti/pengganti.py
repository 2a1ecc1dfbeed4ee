"""/pengganti: somebody acts for a person on leave, for exactly those days."""

from __future__ import annotations

import re

from data.cuti import Cuti
from data.desa import Desa
from data.lingkup import Penugasan
from data.orang import ADMIN, PENDAMPING
from data.penugasan import Terbina
from handlers.bergabung.sebut_tugas import sebut_singkat
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.kabari import kabari
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Pilihan, default
from handlers.dialog.tombol import perintah
from handlers.tim.pilih_orang import sebut_rentang, tanya_orang

MENU = (Tombol("Menu", perintah("menu")),)


def baca_cuti(teks: str, d: Dialog, desa: Desa) -> bool:
    """The leave's number, as the button carries it; whether it is theirs to decide the question says."""
    if re.fullmatch(r"\d{1,12}", teks.strip()):
        d.keadaan.jawaban["cuti"] = teks.strip()
    return False


@dialog(
    "pengganti", help="Tunjuk pengganti cuti", untuk=(*PENDAMPING, ADMIN), kata=("tunjuk pengganti",), baca=baca_cuti,
    menu=False,
)  # fmt: skip
def pengganti(d: Dialog, desa: Desa) -> Kabar:
    semua = desa.cuti.terbina()
    if not semua:
        return Kabar(Pesan("Belum ada cuti yang akan datang di wilayah Anda.", tombol=MENU))
    c, nama = d.ask("cuti", _tanya_cuti(semua))
    tugas = [t for t in desa.penugasan.punya(c.orang_id, max(c.dari, d.hari_ini)) if t.disahkan]
    sebut = sebut_singkat(t.wilayah for t in tugas)
    calon = _calon(desa, c, tugas)
    if not calon:
        return Kabar(Pesan(f"Belum ada yang bisa menggantikan {nama}. Undang dulu orangnya, lalu ulangi.", tombol=MENU))
    siapa = d.ask("siapa", _tanya_siapa(f"Siapa yang menggantikan {nama}?", calon, c))
    orang = {o.id: o.nama for o in desa.penugasan.terbina()}
    dulu = [i for i in desa.penugasan.pengganti(c) if i != siapa]
    ganti = f"\nSebelumnya: {', '.join(orang.get(i, 'orang lain') for i in dulu)}" if dulu else ""
    rentang = sebut_rentang(c.dari, c.sampai)
    d.review(f"{orang[siapa]} menggantikan {nama}\n\nDi: {sebut}\nTanggal: {rentang}{ganti}", simpan="Tunjuk")

    desa.penugasan.gantikan(c, siapa)
    kabari(desa, siapa, Pesan(f"Anda menggantikan {nama} di {sebut}, {rentang} (ditunjuk {d.orang.nama})."))
    kabari(desa, c.orang_id, Pesan(f"Selama cuti {rentang}, Anda digantikan {orang[siapa]}. Selamat beristirahat."))
    for i in dulu:
        kabari(desa, i, Pesan(f"Tugas menggantikan {nama} sekarang dipegang {orang[siapa]}. Terima kasih."))
    teks = f"{orang[siapa]} menggantikan {nama}, {rentang}. Keduanya saya kabari."
    return Kabar(Pesan(teks, tombol=MENU), "Penggantinya sudah ditunjuk.")


def _tanya_cuti(semua: list[tuple[Cuti, str]]) -> Choice[tuple[Cuti, str]]:
    pilihan = [Pilihan(str(c.id), nama, (c, nama), sebut_rentang(c.dari, c.sampai)) for c, nama in semua]
    return Choice("Cuti siapa?", pilihan, petunjuk="Pilih cutinya, atau ketik nama orangnya.")


def _calon(desa: Desa, c: Cuti, tugas: list[Penugasan]) -> list[Terbina]:
    """Those who may, and are there themselves; nobody when the person on leave has nothing to stand in for."""
    absen = {satu.orang_id for satu, _ in desa.cuti.terbina() if satu.dari <= c.sampai and c.dari <= satu.sampai}
    calon = desa.penugasan.calon({t.peran for t in tugas}, c.orang_id) if tugas else []
    return [o for o in calon if o.id not in absen]


def _tanya_siapa(kata: str, calon: list[Terbina], c: Cuti) -> Question[int]:
    """With the one they asked for as the first button, where that one can."""
    tanya = tanya_orang(kata, calon)
    usul = next((o.id for o in calon if o.id == c.pengganti), None)
    return tanya if usul is None else default(tanya, usul)
