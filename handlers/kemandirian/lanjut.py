"""/kemandirian_lanjut: what the group wants next, offered as a decision of its musyawarah or for the year's plan."""

from __future__ import annotations

from data.desa import Desa
from data.kemandirian import Kemandirian
from data.keputusan import IsiKeputusan, Keputusan
from data.musdes.musdes import Musdes
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, dialog
from handlers.dialog.pesan import Pesan, Tombol
from handlers.dialog.questions import YesNo
from handlers.dialog.sebaris import sebaris
from handlers.dialog.tombol import perintah
from handlers.kemandirian.kartu import kartu
from handlers.kemandirian.sebut import NOMOR, SEMUA, sebut_kelompok, tak_ada, tanya_nomor
from handlers.keputusan.kartu_putusan import kartu_putusan

TANPA_MUSDES = "Supaya jadi keputusan, bawa ke musdes; catat musdesnya di sini, lalu tulis keputusannya."


@dialog("kemandirian_lanjut", help="Tindak lanjuti penilaian", untuk=PENDAMPING, langsung=True, menu=False)
def kemandirian_lanjut(d: Dialog, desa: Desa) -> Kabar:
    cocok = NOMOR.search(d.argumen)
    k = desa.kemandirian.ambil(cocok[1]) if cocok else None
    if k is None:
        return Kabar(tak_ada(cocok[1]) if cocok else Pesan("Buka kartunya dulu, lalu ketuk di sana.", tombol=(SEMUA,)))
    if not (k.berikut and desa.kemandirian.boleh_ubah(k)):
        return Kabar(kartu(k, d, desa))
    m = _musdes(k, desa)
    ada = _keputusan(k, m, desa) if m else None
    tombol = []
    if ada:
        tombol.append(Tombol(f"Lihat {ada.nomor}", perintah(f"putusan {ada.nomor}")))
    elif m:
        tombol.append(Tombol("Jadikan keputusan", perintah(f"kemandirian_putusan {k.nomor}")))
    else:
        tombol.append(Tombol("Catat musdes", perintah("musdes_baru")))
    tombol += [_rencana(k, desa), Tombol("Lihat kartu", perintah(f"kemandirian {k.nomor}"))]
    kata = "" if m else f"\n\n{TANPA_MUSDES}"
    return Kabar(
        Pesan(
            f"{sebut_kelompok(k.kelompok)} mau:\n“{sebaris(k.berikut, 600)}”\n\n"
            f"Mau dijadikan apa? Boleh juga dibiarkan dulu.{kata}",
            judul=f"Tindak lanjut {k.nomor}",
            tombol=tuple(tombol),
        )
    )


@dialog(
    "kemandirian_putusan",
    help="Jadikan keputusan musdes",
    untuk=PENDAMPING,
    menu=False,
    baca=lambda teks, d, desa: _baca(teks, d),
    pengenal=frozenset({"nomor"}),
)
def kemandirian_putusan(d: Dialog, desa: Desa) -> Kabar:
    nomor = d.ask("nomor", tanya_nomor("dijadikan keputusan")).upper().strip().lstrip("#")
    k = desa.kemandirian.ambil(nomor)
    if k is None:
        return Kabar(tak_ada(nomor))
    m = _musdes(k, desa)
    if not (k.berikut and m and desa.kemandirian.boleh_ubah(k)):
        return Kabar(kartu(k, d, desa, TANPA_MUSDES))
    if ada := _keputusan(k, m, desa):
        return Kabar(kartu_putusan(ada, d, desa, "Ini sudah tercatat sebagai keputusan."))
    tanya = f"Catat sebagai keputusan {m.nomor}?\n\n“{sebaris(k.berikut, 600)}”\n\nHanya kalau memang disepakati."
    if not d.ask("yakin", YesNo(tanya, ya="Catat", tidak="Jangan", petunjuk="Jawab catat atau jangan.")):
        return Kabar(kartu(k, d, desa, "Baik, belum dicatat sebagai keputusan."))
    p = desa.keputusan.ambil(desa.keputusan.tambah(m.id, IsiKeputusan(k.berikut)))
    assert p is not None
    kata = "Tercatat. Lengkapi siapa yang mengerjakan dan tenggatnya."
    return Kabar(kartu_putusan(p, d, desa, kata), f"{p.nomor} sudah tercatat.")


def _baca(teks: str, d: Dialog) -> bool:
    if cocok := NOMOR.search(teks):
        d.keadaan.jawaban["nomor"] = cocok[1].upper()
    return False


def _musdes(k: Kemandirian, desa: Desa) -> Musdes | None:
    """Where it was said, if the person may write its decisions."""
    m = desa.musdes.ambil(k.musdes) if k.musdes else None
    return m if m and desa.musdes.boleh_ubah(m) else None


def _keputusan(k: Kemandirian, m: Musdes, desa: Desa) -> Keputusan | None:
    """The same words, written once."""
    return next((p for p in desa.keputusan.dari_musdes(m.id) if p.isi == k.berikut), None)


def _rencana(k: Kemandirian, desa: Desa) -> Tombol:
    """One's own plan of that village and the next thing in it; else where a plan begins."""
    semua = [r for r in desa.rencana.milik(k.tahun) if r.desa == k.desa and desa.rencana.boleh_ubah(r)]
    kata = f"rencana_tambah {semua[0].nomor}" if semua else f"rencana {k.desa}"
    return Tombol("Masukkan rencana", perintah(kata))
