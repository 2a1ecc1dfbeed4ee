"""Joining by invitation: what each state of it answers, and that nothing opens without it."""

from __future__ import annotations

import pytest

from data.orang import ADMIN, CAMAT, PD, PLD, TAPM_KAB
from data.undangan import UMUR, KeadaanUndangan, UndanganQ
from tests.handlers.bergabung import CIANJUR, INDONESIA, MAYAK, SUKAMAJU, Rekan, tulis
from tests.handlers.dialog.obrolan import KECAMATAN, Obrolan


@pytest.fixture
def rekan() -> Rekan:
    return Rekan()


@pytest.fixture
def rina(rekan: Rekan) -> Obrolan:
    return rekan.orang("Bu Rina", (PD, KECAMATAN))


@pytest.fixture
def dewi(rekan: Rekan) -> Obrolan:
    return rekan.orang("Dewi")


def test_a_link_leads_through_the_name_to_the_task(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, MAYAK, nama="Dewi Lestari", siapa=rina)
    layar = dewi.tulis(f"/start {kode}")
    assert "Bu Rina mengundang Anda sebagai Pendamping Lokal Desa" in layar
    assert layar.tombol == ["Dewi Lestari", "Dewi"]
    dewi.tekan("Dewi Lestari")
    assert rekan.tugas(dewi) == []
    assert "Selamat datang, Dewi Lestari." in dewi.tulis("ya")
    assert rekan.tugas(dewi) == [(PLD, SUKAMAJU, True), (PLD, MAYAK, True)]
    assert "Dewi Lestari sudah bergabung" in rekan.kabar(rina)[-1].teks
    assert dewi.konteks.orang.nama == "Dewi Lestari"


def test_the_code_is_kept_nowhere_in_the_conversation(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    dewi.tulis(f"gabung {kode}")
    tulis(dewi, ("Dewi Lestari", "ubah"))
    assert not any(kode.removeprefix("u-") in p.keadaan for p in rekan.dunia.percakapan())
    assert dewi.layar.pesan.daftar[0].ket == "sudah diisi"


def test_consent_comes_before_anything_is_kept(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    rekan.dunia.tx.run("UPDATE orang SET setuju = NULL, setuju_versi = 0 WHERE id = ?", (dewi.id,))
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    dewi.tulis(f"gabung {kode}")
    dewi.tekan("Tidak dulu")
    assert rekan.tugas(dewi) == []
    tulis(dewi, (f"gabung {kode}", "setuju", "Dewi", "gabung"))
    assert rekan.tugas(dewi) == [(PLD, SUKAMAJU, True)]


def test_a_code_alone_is_understood(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    assert "mengundang Anda" in dewi.tulis(f" {kode.upper()} ")


@pytest.mark.parametrize("ditulis", ["apa kodenya ya", "🙏", "u-", "ab", "x" * 500])
def test_what_is_no_code_is_asked_for_again(rekan: Rekan, rina: Obrolan, dewi: Obrolan, ditulis: str) -> None:
    dewi.tulis("gabung")
    assert "salin kodenya utuh" in dewi.tulis(ditulis)
    assert rekan.salah() == {}
    assert "mengundang Anda" in dewi.tulis(f"kodenya {rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)} ya")


def test_words_behind_the_command_are_no_code(dewi: Obrolan) -> None:
    assert "Apa kode undangannya?" in dewi.tulis("gabung rapat di balai desa")


def test_a_stored_answer_that_is_no_print_is_asked_again(dewi: Obrolan) -> None:
    dewi.tulis("gabung")
    dewi.ganti(kode=["u-lama"])
    assert "Itu belum seperti kode undangan." in dewi.tulis("bantuan")


def test_an_unknown_code_is_counted_and_the_sixth_waits(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    for n in range(5):
        layar = dewi.tulis(f"gabung u-tebak{n}")
        assert "belum saya kenal" in layar
        assert layar.tombol == ["Daftar tanpa undangan", "Menu"]
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    assert "coba lagi sesudah 20 November 2026 pukul 20.00" in dewi.tulis(f"gabung {kode}")
    assert rekan.salah() == {"undangan": 5}
    rekan.dunia.lewat(1800)
    assert "mengundang Anda" in dewi.tulis(f"gabung {kode}")


def test_a_used_one_says_whom_to_ask(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    tulis(dewi, (f"gabung {kode}", "Dewi", "gabung"))
    lain = rekan.orang("Lain")
    assert "minta yang baru kepada Bu Rina" in lain.tulis(f"gabung {kode}")
    assert "sudah Anda pakai" in dewi.tulis(f"gabung {kode}")
    assert dewi.layar.tombol == ["Menu"]
    assert rekan.salah() == {"undangan:dipakai": 1}


def test_an_old_one(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    rekan.dunia.lewat(UMUR)
    assert "berlaku sampai 27 November 2026 pukul 19.30, jadi sudah lewat" in dewi.tulis(f"gabung {kode}")
    assert rekan.salah() == {"undangan:habis": 1}


def test_one_that_was_taken_back_while_the_name_was_typed(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    dewi.tulis(f"gabung {rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)}")
    rina.tulis("undangan")
    rina.tekan(rina.layar.daftar[0])
    rina.tekan("Cabut")
    assert "sudah ditarik lagi" in dewi.tulis("Dewi Lestari")
    assert rekan.tugas(dewi) == []


def test_one_of_somebody_who_is_no_longer_there(rekan: Rekan, rina: Obrolan, dewi: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    rekan.berhenti(rina)
    assert "Bu Rina sudah tidak bertugas di sana" in dewi.tulis(f"gabung {kode}")
    assert rekan.salah() == {"undangan:pengundang_pergi": 1}


def test_ones_own_is_for_somebody_else(rekan: Rekan, rina: Obrolan) -> None:
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    assert "Teruskan pesannya" in rina.tulis(f"gabung {kode}")
    assert rekan.salah() == {}


def test_who_has_the_task_already_uses_nothing_up(rekan: Rekan, rina: Obrolan) -> None:
    sari = rekan.orang("Bu Sari", (PLD, SUKAMAJU))
    kode = rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    assert "tidak perlu bergabung lagi" in sari.tulis(f"gabung {kode}")
    assert "mengundang Anda" in rekan.orang("Dewi").tulis(f"gabung {kode}")


def test_somebody_was_faster_at_the_last_moment(
    rekan: Rekan, rina: Obrolan, dewi: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    tulis(dewi, (f"gabung {rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)}", "Dewi"))
    monkeypatch.setattr(UndanganQ, "pakai", lambda *_: KeadaanUndangan.DIPAKAI)
    assert "sudah dipakai" in dewi.tulis("gabung")
    assert rekan.kabar(rina) == []


# --- what each role is shown ----------------------------------------------------------------------------------------


def test_an_admin_from_the_command_line(rekan: Rekan, dewi: Obrolan) -> None:
    kode = rekan.undangan(None, ADMIN, INDONESIA, siapa=dewi)
    assert "Admin Kawan Desa mengundang Anda sebagai Admin" in dewi.tulis(f"gabung {kode}")
    assert "seluruh Indonesia" in dewi.layar
    tulis(dewi, ("Dewi", "gabung"))
    assert dewi.layar.tombol == ["Undang rekan", "Menu"]


def test_a_camat_is_promised_nothing_that_is_not_theirs(rekan: Rekan, dewi: Obrolan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    tulis(dewi, (f"gabung {rekan.undangan(hasan, CAMAT, KECAMATAN, siapa=hasan)}", "Dewi", "gabung"))
    assert dewi.layar.tombol == ["Menu"]


def test_a_new_coordinator_finds_the_requests_that_waited(rekan: Rekan, dewi: Obrolan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    siti = rekan.orang("Siti")
    tulis(siti, ("daftar", "pld", "sukamaju cibeber", "selesai", "Siti", "simpan"))
    tulis(dewi, (f"gabung {rekan.undangan(hasan, PD, KECAMATAN, siapa=hasan)}", "Dewi", "gabung"))
    assert "Ada 1 permintaan bergabung yang menunggu Anda." in dewi.layar
    assert dewi.layar.tombol == ["Catat kegiatan", "Undang rekan", "Lihat permintaan", "Menu"]
