"""Inviting: only below, only in one's own place; the letter, and what became of it."""

from __future__ import annotations

from datetime import date

import pytest

from data.orang import ADMIN, PD, PLD, TAPM_KAB, TAPM_PROV
from data.pengaturan import Pengaturan
from data.undangan import UMUR
from handlers.bergabung.tautan_undangan import isi_qr, tautan
from handlers.dokumen import buat
from tests.handlers.bergabung import CIANJUR, INDONESIA, JABAR, MAYAK, SUKAMAJU, Rekan, tulis
from tests.handlers.dialog.obrolan import KECAMATAN, Obrolan

KODE = "u-k7m2q-9xwvd-4hjrt-8pzne"


@pytest.fixture
def rekan() -> Rekan:
    return Rekan()


@pytest.fixture
def rina(rekan: Rekan) -> Obrolan:
    return rekan.orang("Bu Rina", (PD, KECAMATAN))


def wilayah(rekan: Rekan) -> list[tuple[str, str, str]]:
    rows = rekan.dunia.tx.all("SELECT peran, wilayah, nama FROM undangan ORDER BY id")
    return [(row["peran"], row["wilayah"], row["nama"]) for row in rows]


def test_a_list_of_villages_is_tapped_on(rekan: Rekan, rina: Obrolan) -> None:
    tulis(rina, ("undang", "pld", "sukamaju, mayak", "selesai", "Dewi Lestari", "simpan"))
    assert wilayah(rekan) == [(PLD, f"{MAYAK},{SUKAMAJU}", "Dewi Lestari")]
    surat = rina.layar.pesan
    assert surat.teks.startswith("Dewi Lestari, Anda diundang Bu Rina")
    assert "Ketik kepada Kawan Desa: gabung u-" in surat.teks
    assert surat.berkas is not None
    assert (surat.berkas.nama, surat.berkas.resep) == ("undangan.png", "qr_png")


def test_many_villages_are_searched_within_ones_own_place(rekan: Rekan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    tulis(hasan, ("undang", "pld"))
    assert "Belum ketemu" in hasan.tulis("sukamaju cikalong wetan")
    tulis(hasan, ("sukamaju cibeber", "mayak cibeber", "selesai", "lewati", "simpan"))
    assert wilayah(rekan) == [(PLD, f"{SUKAMAJU},{MAYAK}", "")]


def test_a_button_made_up_by_hand_opens_no_other_place(rekan: Rekan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    tulis(hasan, ("undang", "pld", "sukamaju"))
    data = hasan.layar.pesan.daftar[0].data
    hasan.ketuk(f"{data.rpartition('~')[0]}~32.04.05.2001")
    assert "di luar wilayah tugas Anda" in hasan.layar
    assert wilayah(rekan) == []


@pytest.mark.parametrize(
    ("siapa", "ditulis", "hasil"),
    [
        ((PLD, SUKAMAJU), ("undang", "sukamaju", "lewati", "simpan"), ("kpmd", SUKAMAJU, "")),
        ((TAPM_KAB, CIANJUR), ("undang", "camat", "cibeber", "lewati", "simpan"), ("camat", KECAMATAN, "")),
        ((TAPM_KAB, CIANJUR), ("undang", "pd", "cibeber", "selesai", "lewati", "simpan"), ("pd", KECAMATAN, "")),
        ((TAPM_KAB, CIANJUR), ("undang", "kpmd", "mayak cibeber", "lewati", "simpan"), ("kpmd", MAYAK, "")),
        ((TAPM_PROV, JABAR), ("undang", "tapm kab", "cianjur", "lewati", "simpan"), ("tapm_kab", CIANJUR, "")),
        ((ADMIN, INDONESIA), ("undang", "tapm provinsi", "jawa barat", "lewati", "simpan"), ("tapm_prov", JABAR, "")),
        ((ADMIN, INDONESIA), ("undang", "tapm kab", "cianjur", "lewati", "simpan"), ("tapm_kab", CIANJUR, "")),
        ((ADMIN, INDONESIA), ("undang", "admin", "Ani", "simpan"), ("admin", INDONESIA, "Ani")),
    ],
)  # fmt: skip
def test_each_level_invites_those_below(
    rekan: Rekan, siapa: tuple[str, str], ditulis: tuple[str, ...], hasil: tuple[str, str, str]
) -> None:
    tulis(rekan.orang("Pembina", siapa), ditulis)
    assert wilayah(rekan) == [hasil]


def test_who_is_not_confirmed_yet_invites_nobody(rekan: Rekan) -> None:
    budi = rekan.orang("Budi", (PD, KECAMATAN), disahkan=False)
    assert "setelah tugas Anda disahkan" in budi.tulis("undang")
    assert "setelah tugas Anda disahkan" in budi.tulis("permintaan")
    assert "Belum ada undangan" in budi.tulis("undangan")


def test_a_place_that_was_lost_meanwhile_is_asked_again(rekan: Rekan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR), (PD, "32.04.05"))
    tulis(hasan, ("undang", "pld", "sukamaju cibeber", "selesai", "lewati"))
    rekan.dunia.tx.run("UPDATE penugasan SET sampai = '2026-11-19' WHERE wilayah = ?", (CIANJUR,))
    hasan.tulis("simpan")
    assert "Desa mana yang didampingi?" in hasan.layar
    assert wilayah(rekan) == []


# --- the list -------------------------------------------------------------------------------------------------------


def test_ones_own_are_listed_with_what_became_of_them(rekan: Rekan, rina: Obrolan) -> None:
    for nama in ("Lewat", "Dipakai", "Ditarik", ""):
        rekan.undangan(rina, PLD, SUKAMAJU, MAYAK, nama=nama, siapa=rina)
    dewi = rekan.orang("Dewi")
    rekan.dunia.tx.run(
        "UPDATE undangan SET status = 'dipakai', dipakai = dibuat, dipakai_oleh = ? WHERE nama = 'Dipakai'", (dewi.id,)
    )
    rekan.dunia.tx.run("UPDATE undangan SET status = 'dicabut' WHERE nama = 'Ditarik'")
    rekan.dunia.tx.run("UPDATE undangan SET habis = dibuat WHERE nama = 'Lewat'")
    daftar = rina.tulis("undangan").pesan.daftar
    assert [(b.label, b.ket) for b in daftar] == [
        ("PLD Sukamaju, Mayak", "Menunggu, berlaku sampai 27 November 2026"),
        ("Ditarik", "Sudah ditarik"),
        ("Dipakai", "Sudah dipakai 20 November 2026"),
        ("Lewat", "Lewat, berlaku sampai 20 November 2026"),
    ]
    assert "Dipakai oleh Dewi." in rina.tekan("Dipakai")
    assert "Cabut" not in rina.layar.label


def test_only_ones_own_can_be_taken_back(rekan: Rekan, rina: Obrolan) -> None:
    rekan.undangan(rina, PLD, SUKAMAJU, siapa=rina)
    nomor = rina.desa.undangan.daftar(rina.id)[0].id
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    assert "tidak ada dalam daftar Anda" in hasan.tulis(f"/undangan {nomor} cabut")
    assert rina.desa.undangan.daftar(rina.id)[0].status == "aktif"
    rekan.dunia.lewat(UMUR)
    rina.tulis(f"/undangan {nomor}")
    assert "Cabut" not in rina.layar.label


def test_an_admin_sees_the_operator_s_too(rekan: Rekan, rina: Obrolan) -> None:
    admin = rekan.orang("Ani", (ADMIN, INDONESIA))
    rekan.undangan(None, PLD, SUKAMAJU, nama="Dari operator", siapa=admin)
    assert admin.tulis("undangan").daftar == ["Dari operator"]
    admin.tekan("Dari operator")
    assert "ditarik" in admin.tekan("Cabut")
    assert rina.tulis("undangan").daftar == []


# --- links and picture ----------------------------------------------------------------------------------------------


def test_links_lead_to_what_is_configured() -> None:
    semua = Pengaturan(telegram="KawanDesaBot", whatsapp="62810000000")
    assert tautan(KODE, semua) == {
        "Telegram": f"https://t.me/KawanDesaBot?start={KODE}",
        "WhatsApp": f"https://wa.me/62810000000?text=gabung%20{KODE}",
    }
    assert tautan(KODE, Pengaturan()) == {}
    assert isi_qr(KODE, semua).startswith("https://t.me/")
    assert isi_qr(KODE, Pengaturan(whatsapp="62810000000")).startswith("https://wa.me/")
    assert isi_qr(KODE, Pengaturan()) == f"gabung {KODE}"


def test_the_picture_is_a_png_that_holds_the_link(rina: Obrolan) -> None:
    gambar = buat("qr_png", rina.desa, {"isi": f"https://t.me/KawanDesaBot?start={KODE}"}, date(2026, 11, 20))
    assert gambar.startswith(b"\x89PNG\r\n")
    assert 300 < len(gambar) < 5_000
