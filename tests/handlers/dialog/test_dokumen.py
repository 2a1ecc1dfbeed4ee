"""Documents in conversations: asked for, out of the blue, in the middle of something else, and not taken at all."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from data.desa import Desa
from data.dokumen import UMUR
from data.dokumen_jenis import DOCX, PDF
from data.orang import PENDAMPING
from handlers.dialog.dialog import Dialog, Kabar, Resep
from handlers.dialog.kata_dokumen import HILANG
from handlers.dialog.masukan import Dokumen, Masukan
from handlers.dialog.pesan import Pesan
from handlers.dialog.questions.document import Document
from handlers.dialog.questions.text import Text
from handlers.dialog.titip import sebut_dokumen
from tests.handlers.dialog.obrolan import Dunia, Layar, Obrolan, resep, tabel

BERES = "Selesai"


def cocok(d: Dialog, desa: Desa) -> Kabar:
    bulan = d.ask("bulan", Text("Bulan apa?"))
    dokumen = d.ask("dokumen", Document("Kirim PDF-nya, ya.", desa.dokumen.ada, mime=(PDF,)))
    catatan = d.ask("catatan", Text("Ada catatan?"))
    return Kabar(Pesan(f"{BERES}: {bulan}, {dokumen.nama}, {catatan}"), BERES)


def baca_bulan(teks: str, d: Dialog, desa: Desa) -> bool:
    d.keadaan.jawaban["bulan"] = teks.rsplit(maxsplit=1)[-1]
    return True


def lain(d: Dialog, desa: Desa) -> Kabar:
    hasil = d.ask("hasil", Text("Apa hasilnya?"))
    d.ask("lagi", Text("Lalu?"))
    return Kabar(Pesan(f"Tercatat: {hasil}"), "Tercatat")


def templat(d: Dialog, desa: Desa) -> Kabar:
    dokumen = d.ask("dokumen", Document("Kirim templatnya, ya.", desa.dokumen.ada, mime=(DOCX,)))
    return Kabar(Pesan(f"Templat: {dokumen.nama}"), "Templat")


COCOK: dict[str, Any] = {"dokumen": (PDF,), "baca": baca_bulan, "kata": ("cocokkan drp",)}


def sari(*lainnya: Resep, peran: str | None = "pld") -> Obrolan:
    semua = (resep(cocok, "cocok", **COCOK), resep(templat, "templat", dokumen=(DOCX,)), resep(lain, "lain"), *lainnya)
    return Dunia(tabel(*semua)).orang("Bu Sari", peran=peran)


def dokumen(o: Obrolan, nama: str = "drp.pdf", mime: str = PDF, isi: str = "x") -> Dokumen:
    """As the inbox leaves it."""
    sidik = hashlib.sha256(isi.encode()).hexdigest()
    o.desa.dokumen.terima(sidik, nama, mime, len(isi))
    return Dokumen(sidik, nama=nama, mime=mime, ukuran=len(isi), waktu=o.dunia.kini)


def kirim(o: Obrolan, teks: str = "", **bagaimana: str) -> Layar:
    return o.kirim(Masukan(teks=teks, dokumen=dokumen(o, **bagaimana)))


# --- asked for ---------------------------------------------------------------------------------------------------


def test_it_answers_the_question_that_waits_for_it() -> None:
    o = sari()
    o.tulis("/cocok oktober")
    assert o.layar.pesan.minta == "dokumen"
    assert "Ada catatan?" in kirim(o, "ini drp-nya")
    assert "oktober, drp.pdf, beres" in o.tulis("beres")


@pytest.mark.parametrize(
    ("masukan", "kata"),
    [
        (Masukan(teks="sudah saya kirim"), "menunggu dokumen PDF"),
        (Masukan(dokumen=Dokumen(nama="a.pdf", tolak="besar")), "“a.pdf” terlalu besar"),
        (Masukan(dokumen=Dokumen(nama="a.xlsx", tolak="jenis")), "“a.xlsx” belum bisa saya baca. Yang bisa: PDF."),
        (Masukan(dokumen=Dokumen(nama="a.pdf", tolak="kosong")), "tanpa isi"),
        (Masukan(dokumen=Dokumen(nama="a.docx", tolak="kunci")), "tanpa kata sandi"),
        (Masukan(dokumen=Dokumen(nama="a.docx", tolak="makro")), "makro"),
        (Masukan(dokumen=Dokumen(nama="a.doc", tolak="lama")), "Simpan sebagai .docx"),
        (Masukan(dokumen=Dokumen(nama="a.pdf", tolak="gagal")), "belum berhasil diunduh. Tolong kirim lagi"),
        (Masukan(dokumen=Dokumen()), "“Dokumen itu” belum berhasil diunduh"),
        (Masukan(dokumen=Dokumen("a" * 64, nama="milik orang.pdf", mime=PDF)), HILANG),
    ],
)
def test_what_is_not_taken_is_told_why_and_the_person_goes_on(masukan: Masukan, kata: str) -> None:
    o = sari()
    o.tulis("/cocok oktober")
    assert kata in o.kirim(masukan)
    assert "Ada catatan?" in kirim(o)
    assert BERES in o.tulis("tidak")


def test_another_kind_than_the_one_it_is_about() -> None:
    o = sari()
    o.tulis("/cocok oktober")
    layar = kirim(o, nama="laporan.docx", mime=DOCX)
    assert "“laporan.docx” itu Word (.docx). Yang dipakai di sini PDF." in layar
    assert "Ada catatan?" in kirim(o)


def test_one_that_was_cleared_meanwhile_is_asked_for_again() -> None:
    o = sari()
    o.tulis("/cocok oktober")
    kirim(o)
    o.dunia.lewat(UMUR)
    layar = o.tulis("beres")
    assert HILANG in layar
    assert "Kirim PDF-nya" in layar
    kirim(o, isi="y")
    assert BERES in o.tulis("beres")


@pytest.mark.parametrize("isi", [None, 7, {"sidik": 7}, {"nama": "x"}])
def test_a_stored_answer_that_is_none_is_asked_again(isi: Any) -> None:
    o = sari()
    o.tulis("/cocok oktober")
    kirim(o)
    o.ganti(dokumen=isi)
    assert "Kirim PDF-nya" in o.tulis("beres")


# --- out of the blue ---------------------------------------------------------------------------------------------


def test_it_opens_what_it_is_good_for() -> None:
    o = sari()
    layar = kirim(o)
    assert "“drp.pdf” saya terima." in layar
    assert "Bulan apa?" in layar
    o.tulis("oktober")
    assert "oktober, drp.pdf, beres" in o.tulis("beres")
    assert "Templat: t.docx" in kirim(o, nama="t.docx", mime=DOCX, isi="t")


@pytest.mark.parametrize("teks", ["cocokkan drp oktober", "Cocokkan DRP oktober", "/cocok oktober", "cocok oktober"])
def test_its_caption_is_the_command(teks: str) -> None:
    o = sari()
    layar = kirim(o, teks)
    assert "“drp.pdf” saya terima." in layar
    assert "Ada catatan?" in layar
    assert o.jawaban["bulan"] == "oktober"


def test_a_caption_without_a_command_is_read_too() -> None:
    o = sari()
    assert "Ada catatan?" in kirim(o, "ini yang bulan oktober")
    assert o.jawaban["bulan"] == "oktober"


def test_a_slash_that_names_something_else_is_done_and_the_document_not_used() -> None:
    o = sari()
    satu = dokumen(o)
    layar = o.kirim(Masukan(teks="/lain", dokumen=satu))
    assert "belum ada yang memerlukannya" in layar
    assert "Apa hasilnya?" in layar
    assert not o.desa.dokumen.ada(satu.sidik)


def test_a_villagers_is_not_kept() -> None:
    o = sari(peran=None)
    satu = dokumen(o)
    layar = o.kirim(Masukan(dokumen=satu))
    assert "“drp.pdf” (PDF) sampai, tetapi belum ada yang memerlukannya, jadi tidak saya simpan." in layar
    assert "Yang bisa dikirim" not in layar
    assert not o.desa.dokumen.ada(satu.sidik)


def test_where_only_the_other_kind_has_a_use_that_is_named() -> None:
    o = Dunia(tabel(resep(templat, "templat", dokumen=(DOCX,)))).orang("Bu Sari")
    assert "Yang bisa dikirim: Word (.docx) untuk /templat (Isi templat)." in kirim(o)


def test_one_that_was_not_taken_leads_to_the_menu_or_to_the_command_beside_it() -> None:
    o = sari()
    ditolak = Dokumen(nama="a.pdf", tolak="besar")
    layar = o.kirim(Masukan(dokumen=ditolak))
    assert "terlalu besar" in layar
    assert "Mau apa hari ini?" in layar
    assert o.terbuka is None
    layar = o.kirim(Masukan(teks="cocokkan drp oktober", dokumen=ditolak))
    assert "terlalu besar" in layar
    assert "Kirim PDF-nya" in layar


# --- in the middle of something else -------------------------------------------------------------------------------


def test_it_waits_while_something_else_is_asked_and_is_one_tap_away() -> None:
    o = sari()
    o.tulis("/lain")
    o.tulis("Rapat lancar")
    layar = kirim(o)
    assert "“drp.pdf” saya tahan sampai besok. Sesudah isian ini bisa dipakai untuk: Isi cocok." in layar
    assert "Lalu?" in layar
    assert o.jawaban == {"hasil": "Rapat lancar"}
    assert "Tercatat: Rapat lancar" in o.tulis("pulang")
    layar = o.tekan("Pakai dokumen tadi", layar=layar)
    assert "Bulan apa?" in layar
    o.tulis("oktober")
    assert "drp.pdf" in o.tulis("beres")


def test_tapped_at_once_the_draft_is_offered_to_be_kept() -> None:
    o = sari()
    o.tulis("/lain")
    o.tulis("Rapat lancar")
    kirim(o)
    assert "belum selesai" in o.tekan("Pakai dokumen tadi")
    assert "Bulan apa?" in o.tekan("Lanjutkan nanti")
    assert [d.dialog for d in o.desa.percakapan.draf(o.id)] == ["lain"]
    o.tulis("oktober")
    assert "drp.pdf" in o.tulis("beres")


def test_its_caption_answers_the_question_or_is_the_command() -> None:
    o = sari()
    o.tulis("/lain")
    assert "Lalu?" in kirim(o, "Rapat lancar")
    assert o.jawaban == {"hasil": "Rapat lancar"}
    assert "belum selesai" in kirim(o, "cocokkan drp oktober")
    assert "Ada catatan?" in o.tekan("Lanjutkan nanti")
    assert o.jawaban["bulan"] == "oktober"


def test_one_without_use_or_not_taken_leaves_the_question_standing() -> None:
    o = sari(peran="pd")
    tanpa = Dunia(tabel(resep(lain, "lain"))).orang("Bu Sari")
    tanpa.tulis("/lain")
    layar = kirim(tanpa)
    assert "belum ada yang memerlukannya" in layar
    assert "Apa hasilnya?" in layar
    o.tulis("/lain")
    layar = o.kirim(Masukan(dokumen=Dokumen(nama="a.pdf", tolak="besar")))
    assert "terlalu besar" in layar
    assert "Apa hasilnya?" in layar
    assert layar.label == []
    assert "Lalu?" in o.kirim(Masukan(teks="lancar", dokumen=Dokumen(nama="a.pdf", tolak="besar")))


def test_a_button_of_a_document_that_is_gone_asks_for_it_again() -> None:
    o = sari()
    o.tulis("/lain")
    layar = kirim(o)
    o.dunia.lewat(UMUR)
    layar = o.tekan("Pakai dokumen tadi", layar=layar)
    assert HILANG in layar
    o.tulis("oktober")
    assert "Kirim PDF-nya" in o.layar


def test_nobody_opens_anothers_by_its_name() -> None:
    o = sari()
    rina = o.dunia.orang("Bu Rina")
    milik_rina = dokumen(rina)
    assert HILANG in o.tulis(f"/cocok {sebut_dokumen(milik_rina)} oktober")
    assert "Kirim PDF-nya" in o.layar


# --- edited --------------------------------------------------------------------------------------------------------


def test_an_edited_caption_keeps_the_document() -> None:
    o = sari()
    kirim(o, "cocokkan drp november")
    layar = o.sunting("cocokkan drp oktober")
    assert layar
    assert "saya baca lagi dari awal" in layar
    assert o.jawaban["bulan"] == "oktober"
    assert "drp.pdf" in o.tulis("beres")


def test_a_caption_that_opened_nothing_is_read_anew_with_its_document() -> None:
    o = sari()
    o.kirim(Masukan(teks="x", dokumen=Dokumen(nama="a.pdf", tolak="gagal")))
    layar = o.sunting("cocokkan drp oktober")
    assert layar
    assert "belum berhasil diunduh" in layar
    assert "Kirim PDF-nya" in layar


def test_peran_is_as_in_the_table() -> None:
    assert "pld" in PENDAMPING
