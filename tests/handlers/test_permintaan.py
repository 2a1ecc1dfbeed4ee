"""Registering oneself, and the coordinator's word on it."""

from __future__ import annotations

import pytest

from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS
from data.permintaan import PermintaanQ
from handlers.dialog.pesan import Pesan
from tests.handlers.bergabung import CIANJUR, INDONESIA, JABAR, MAYAK, SUKAMAJU, Rekan, tulis
from tests.handlers.dialog.obrolan import KECAMATAN, Obrolan

PLD_SUKAMAJU = ("daftar", "pld", "sukamaju cibeber", "selesai", "Siti Rahayu", "simpan")


@pytest.fixture
def rekan() -> Rekan:
    return Rekan()


@pytest.fixture
def rina(rekan: Rekan) -> Obrolan:
    return rekan.orang("Bu Rina", (PD, KECAMATAN))


@pytest.fixture
def siti(rekan: Rekan, rina: Obrolan) -> Obrolan:
    """Has asked Bu Rina."""
    chat = rekan.orang("Siti")
    tulis(chat, PLD_SUKAMAJU)
    return chat


def surat(rekan: Rekan, chat: Obrolan) -> Pesan:
    return rekan.kabar(chat)[-1]


def tombol(pesan: Pesan, label: str) -> str:
    return next(t.data for t in pesan.tombol if t.label == label)


@pytest.mark.parametrize(
    ("ditulis", "tugas"),
    [
        (("pld", "sukamaju cibeber", "mayak cibeber", "selesai"), [(PLD, SUKAMAJU), (PLD, MAYAK)]),
        (("pd", "cibeber cianjur", "selesai"), [(PD, KECAMATAN)]),
        (("teknis", "sukamaju cibeber", "selesai"), [(TEKNIS, KECAMATAN)]),
        (("camat", "cibeber cianjur"), [(CAMAT, KECAMATAN)]),
        (("kpmd", "sukamaju cibeber"), [(KPMD, SUKAMAJU)]),
        (("tapm kab", "cianjur"), [(TAPM_KAB, CIANJUR)]),
        (("tapm provinsi", "jawa barat"), [(TAPM_PROV, JABAR)]),
    ],
)
def test_every_role_can_be_asked_for_and_is_not_yet_confirmed(
    rekan: Rekan, ditulis: tuple[str, ...], tugas: list[tuple[str, str]]
) -> None:
    admin = rekan.orang("Ani", (ADMIN, INDONESIA))
    siti = rekan.orang("Siti")
    tulis(siti, ("daftar", *ditulis, "Siti Rahayu", "simpan"))
    assert rekan.tugas(siti) == [(peran, kode, False) for peran, kode in tugas]
    assert "minta disahkan" in surat(rekan, admin).teks
    assert ("mulai mencatat" in siti.layar) is (tugas[0][0] not in (CAMAT, KPMD))


def test_admin_cannot_be_asked_for(rekan: Rekan) -> None:
    siti = rekan.orang("Siti")
    siti.tulis("daftar")
    assert "belum ada dalam daftar" in siti.tulis("admin")


def test_registration_can_be_declined_at_the_first_question(rekan: Rekan) -> None:
    siti = rekan.orang("Siti")
    rekan.dunia.tx.run("UPDATE orang SET setuju = NULL WHERE id = ?", (siti.id,))
    tulis(siti, ("daftar", "tidak dulu"))
    assert "tidak ada yang disimpan" in siti.layar


def test_with_nobody_above_it_waits_and_says_so(rekan: Rekan) -> None:
    siti = rekan.orang("Siti")
    tulis(siti, PLD_SUKAMAJU)
    assert "permintaannya saya simpan sampai koordinatornya bergabung" in siti.layar


def test_who_decides_is_not_named_to_who_asks(rekan: Rekan) -> None:
    """Else a stranger could list them, kecamatan after kecamatan."""
    rekan.orang("Koordinator Cibeber", (PD, KECAMATAN))
    siti = rekan.orang("Siti")
    tulis(siti, PLD_SUKAMAJU)
    assert "Pengesahannya saya mintakan kepada koordinator Anda" in siti.layar
    assert "Koordinator Cibeber" not in siti.layar


def test_one_tap_confirms_and_the_person_is_told(rekan: Rekan, rina: Obrolan, siti: Obrolan) -> None:
    pesan = surat(rekan, rina)
    assert pesan.teks.startswith("Siti Rahayu minta disahkan sebagai Pendamping Lokal Desa")
    assert "Disetujui." in rina.ketuk(tombol(pesan, "Setujui"))
    assert rekan.tugas(siti) == [(PLD, SUKAMAJU, True)]
    assert "Bu Rina mengesahkan Anda" in surat(rekan, siti).teks
    assert "sudah disetujui oleh Anda, 20 November 2026 pukul 19.30" in rina.ketuk(tombol(pesan, "Setujui"))
    assert "sudah disetujui oleh Anda" in rina.ketuk(tombol(pesan, "Tolak"))
    assert len(rekan.kabar(siti)) == 1


def test_the_second_coordinator_is_told_who_was_first(rekan: Rekan) -> None:
    rina, budi = (rekan.orang(nama, (PD, KECAMATAN)) for nama in ("Bu Rina", "Pak Budi"))
    siti = rekan.orang("Siti")
    tulis(siti, PLD_SUKAMAJU)
    pesan = surat(rekan, budi)
    rina.ketuk(tombol(surat(rekan, rina), "Tolak"))
    rina.tekan("Belum saya kenal")
    assert "sudah ditolak oleh Bu Rina, 20 November 2026" in budi.ketuk(tombol(pesan, "Setujui"))
    assert rekan.tugas(siti) == []


def test_a_refusal_says_why_and_what_to_do(rekan: Rekan, rina: Obrolan, siti: Obrolan) -> None:
    rina.ketuk(tombol(surat(rekan, rina), "Tolak"))
    assert rina.layar.tombol[0] == "Bukan wilayah tugasnya"
    rina.tulis("Desanya sudah pindah kecamatan")
    assert rekan.tugas(siti) == []
    kabar = surat(rekan, siti)
    assert "Alasannya: Desanya sudah pindah kecamatan" in kabar.teks
    assert [t.label for t in kabar.tombol] == ["Ajukan lagi"]
    tulis(siti, PLD_SUKAMAJU)
    assert rekan.tugas(siti) == [(PLD, SUKAMAJU, False)]


def test_a_camat_s_confirmation_offers_nothing_that_is_not_theirs(rekan: Rekan) -> None:
    hasan = rekan.orang("Pak Hasan", (TAPM_KAB, CIANJUR))
    siti = rekan.orang("Siti")
    tulis(siti, ("daftar", "camat", "cibeber cianjur", "Siti", "simpan"))
    hasan.ketuk(tombol(surat(rekan, hasan), "Setujui"))
    assert [t.label for t in surat(rekan, siti).tombol] == ["Menu"]


@pytest.mark.parametrize("perintah", ["/setujui_permintaan {}", "/tolak_permintaan {}", "/permintaan {}"])
def test_who_is_not_above_decides_nothing(rekan: Rekan, rina: Obrolan, siti: Obrolan, perintah: str) -> None:
    nomor = rina.desa.permintaan.menunggu(rina.desa.lingkup)[0].id
    lain = rekan.orang("Lain", (PD, "32.03.06"))
    assert "diputuskan oleh koordinator di wilayahnya" in lain.tulis(perintah.format(nomor))
    assert rekan.salah() == {"permintaan:bukan_atasan": 1}
    assert rekan.tugas(siti) == [(PLD, SUKAMAJU, False)]


def test_a_number_is_asked_for_and_one_that_is_nowhere_decides_nothing(rina: Obrolan) -> None:
    assert "Permintaan nomor berapa?" in rina.tulis("/tolak_permintaan")
    assert "diputuskan oleh koordinator" in rina.tulis("yang kemarin")
    assert "Permintaan nomor berapa?" in rina.tulis("/tolak_permintaan yang tadi")
    rina.tulis("batal")
    assert "diputuskan oleh koordinator" in rina.tulis("/setujui_permintaan 999")
    assert "diputuskan oleh koordinator" in rina.tulis("/setujui_permintaan")


def test_somebody_was_faster_at_the_last_moment(
    rekan: Rekan, rina: Obrolan, siti: Obrolan, monkeypatch: pytest.MonkeyPatch
) -> None:
    pesan = surat(rekan, rina)
    monkeypatch.setattr(PermintaanQ, "setujui", lambda *_: _lebih_dulu(rekan))
    monkeypatch.setattr(PermintaanQ, "tolak", lambda *_: _lebih_dulu(rekan))
    assert "sudah disetujui oleh admin" in rina.ketuk(tombol(pesan, "Setujui"))
    rekan.dunia.tx.run("UPDATE permintaan SET status = 'menunggu'")
    rina.ketuk(tombol(pesan, "Tolak"))
    assert "sudah disetujui oleh admin" in rina.tekan("Perannya keliru")
    assert rekan.kabar(siti) == []


def _lebih_dulu(rekan: Rekan) -> bool:
    rekan.dunia.tx.run("UPDATE permintaan SET status = 'disetujui', diputus = dibuat")
    return False


def test_what_was_asked_anew_replaces_the_old_letter(rekan: Rekan, rina: Obrolan, siti: Obrolan) -> None:
    lama = surat(rekan, rina)
    tulis(siti, ("daftar", "pld", "mayak cibeber", "selesai", "Siti Rahayu", "simpan"))
    assert "diganti orangnya dengan yang lebih baru" in rina.ketuk(tombol(lama, "Setujui"))
    rina.ketuk(tombol(surat(rekan, rina), "Setujui"))
    assert sorted(kode for _, kode, sah in rekan.tugas(siti) if sah) == [MAYAK, SUKAMAJU]


def test_those_that_wait_are_listed_and_opened(rekan: Rekan, rina: Obrolan, siti: Obrolan) -> None:
    layar = rina.tulis("permintaan")
    assert [(b.label, b.ket) for b in layar.pesan.daftar] == [("Siti Rahayu", "PLD, Sukamaju")]
    assert rina.tekan("Siti Rahayu").tombol == ["Setujui", "Tolak"]
    rina.tekan("Setujui")
    assert "Tidak ada permintaan" in rina.tulis("permintaan")


def test_of_many_the_oldest_are_shown(rekan: Rekan, rina: Obrolan) -> None:
    for n in range(12):
        tulis(rekan.orang(f"Orang {n}"), (*PLD_SUKAMAJU[:4], f"Orang Ke {n}", "simpan"))
    layar = rina.tulis("permintaan")
    assert "12 permintaan menunggu Anda. Ini 10 yang paling lama menunggu." in layar
    assert layar.daftar == [f"Orang Ke {n}" for n in range(10)]


def test_what_is_confirmed_is_not_asked_for_again(rekan: Rekan, rina: Obrolan) -> None:
    sari = rekan.orang("Bu Sari", (PLD, SUKAMAJU))
    tulis(sari, PLD_SUKAMAJU)
    assert "sudah tercatat dan disahkan sebagai Pendamping Lokal Desa di Sukamaju" in sari.layar
    assert rekan.kabar(rina) == []


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ditulis", ["081234567890", "3203012345678901", "12", "🙏🙏", "x", "simpan", "y" * 61])
def test_what_is_no_name_is_asked_for_again(rekan: Rekan, ditulis: str) -> None:
    siti = rekan.orang("Siti")
    tulis(siti, (*PLD_SUKAMAJU[:4], ditulis))
    assert "Nama Anda" in siti.layar
    assert siti.keadaan.tanya == "nama"
    assert "Siti Rahayu" in siti.tulis("  Siti \n Rahayu ")


def test_a_known_name_is_one_tap(rekan: Rekan) -> None:
    siti = rekan.orang("Siti")
    tulis(siti, PLD_SUKAMAJU[:4])
    lama = siti.layar
    assert lama.tombol == ["Siti"]
    assert "Siti\n" in siti.tulis("1")


def test_a_suggestion_that_has_gone_is_no_answer(rekan: Rekan) -> None:
    siti = rekan.orang("Siti")
    tulis(siti, PLD_SUKAMAJU[:4])
    lama = siti.layar
    siti.desa.orang.ganti_nama(siti.id, "Siti Rahayu")
    assert "Usulan yang itu sudah berganti." in siti.tekan("Siti", layar=lama)


@pytest.mark.parametrize("nama", ["Sahabat desa", "🙏", "0812345678"])
def test_a_name_that_is_none_is_not_suggested(rekan: Rekan, nama: str) -> None:
    siti = rekan.orang(nama)
    tulis(siti, PLD_SUKAMAJU[:4])
    assert siti.layar.tombol == []


def test_more_than_three_places_are_counted(rekan: Rekan, rina: Obrolan) -> None:
    siti = rekan.orang("Siti")
    desa = ("sukamaju cibeber", "mayak cibeber", "cibadak cibeber", "cisalak cibeber")
    tulis(siti, ("daftar", "pld", *desa, "selesai", "Siti", "simpan"))
    assert rina.tulis("permintaan").pesan.daftar[0].ket == "PLD, Sukamaju, Mayak, Cibadak dan 1 lagi"
