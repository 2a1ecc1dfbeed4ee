"""/kemandirian and /indeks_desa: a group looks at itself; beside it a status that is copied, never computed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from data.katalog.kemandirian import muat_kemandirian
from data.kegiatan import URUNGKAN
from data.kemandirian import IsiKemandirian, Kemandirian, KemandirianQ
from data.musdes.musdes import Mulai
from data.orang import CAMAT, PD, TAPM_KAB
from data.rencana import IsiButir
from handlers import dokumen
from handlers.kemandirian.sebut import batang, sebut_tingkat
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, kenal, orang

SUKAMANAH = f"{KECAMATAN}.2017"
JAWAB = {s.kunci: 2 for s in muat_kemandirian().soal}
ISI = IsiKemandirian(SUKAMAJU, "2026-11-19", "fgd", "Tani Mekar", isi=JAWAB, berikut="Mulai kas kelompok.")


def nilai(o: Obrolan, isi: IsiKemandirian = ISI) -> Kemandirian:
    k = o.desa.kemandirian.ambil(o.desa.kemandirian.tambah(isi))
    assert k
    return k


def musdes(o: Obrolan, *desa: str, **kolom: object) -> str:
    nomor = o.desa.musdes.mulai(Mulai("rkp", desa or (SUKAMAJU,), "2026-11-19", "19:30"))
    m = o.desa.musdes.ambil(nomor)
    assert m
    if kolom:
        o.desa.musdes.ubah(m, kolom)
    return nomor


def jawab_semua(o: Obrolan) -> None:
    for _ in muat_kemandirian().soal:
        o.tulis("2")


def test_words_and_bars() -> None:
    assert batang(3) == "▰▰▰▱"
    assert sebut_tingkat(0) == "belum dijawab"
    assert sebut_tingkat(4) == "bisa berbagi"


def test_a_musyawarah_brings_its_day_and_who_came(sari: Obrolan) -> None:
    nomor = musdes(sari, hadir_l=20, hadir_p=14)
    layar = sari.tulis("/kemandirian_baru")
    assert layar.tombol[:1] == ["Seluruh desa"]
    layar = sari.tulis("seluruh desa")
    assert layar.daftar[0].endswith("Kam 19/11")
    layar = sari.tekan(layar.daftar[0])
    assert layar.tombol == ["34 orang (20 L, 14 P)", "Lewati"]
    layar = sari.tekan("34 orang (20 L, 14 P)")
    assert "bukan Indeks Desa" in layar
    assert "1 dari 10." in layar
    jawab_semua(sari)
    sari.tulis("Mulai kas kelompok.")
    sari.tekan("+ Catatan")
    layar = sari.tulis("Paling lama soal harga.")
    assert "Catatan: Paling lama soal harga." in layar
    layar = sari.tekan("Simpan")
    assert f"Musdes {nomor}, Kamis, 19 November 2026" in layar
    assert "Yang ikut: 34 orang (20 L, 14 P)" in layar
    assert "▰▰▱▱ Material: mulai tumbuh" in layar
    assert "Catatan: Paling lama soal harga." in layar
    layar = sari.tekan("Tindak lanjuti")
    assert layar.tombol == ["Jadikan keputusan", "Masukkan rencana", "Lihat kartu"]
    assert layar.data("Masukkan rencana").endswith(f"rencana {SUKAMAJU}")
    assert "memang disepakati" in sari.tekan("Jadikan keputusan")
    assert "belum dicatat" in sari.tekan("Jangan")
    sari.tulis("/kemandirian_putusan D-2611-0001")
    layar = sari.tekan("Catat")
    assert "Tercatat." in layar
    assert "Mulai kas kelompok." in layar
    assert "Ini sudah tercatat" in sari.tulis("/kemandirian_putusan D-2611-0001")
    assert sari.tulis("/kemandirian_lanjut D-2611-0001").tombol[0] == "Lihat P-2611-0001"


def test_not_all_who_came_between_villages_were_of_this_one(sari: Obrolan) -> None:
    musdes(sari, hadir=12)
    orang(sari.dunia, "Bu Lain", "pld", SUKAMANAH)
    m = sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU, SUKAMANAH), "2026-11-18", "19:30"))
    antar = sari.desa.musdes.ambil(m)
    assert antar
    sari.desa.musdes.ubah(antar, {"hadir": 90})
    sari.tulis("/kemandirian_baru sukamaju")
    layar = sari.tulis("seluruh desa")
    assert sari.tekan(layar.daftar[0]).tombol == ["12 orang", "Lewati"]
    sari.tulis("batal")
    sari.tulis("/kemandirian_baru sukamaju")
    sari.tulis("seluruh desa")
    assert sari.tekan(layar.daftar[1]).tombol == ["Lewati"]
    sari.tulis("batal")
    belum = musdes(sari)
    sari.tulis("/kemandirian_baru sukamaju")
    sari.tulis("seluruh desa")
    assert sari.tulis(belum).tombol == ["Lewati"], "nobody was counted there"


def test_skipped_parts_stay_empty_and_a_quicker_hand_wins(sari: Obrolan, monkeypatch: pytest.MonkeyPatch) -> None:
    sari.tulis("/kemandirian_baru 32.03.03.2013")
    sari.tulis("Tani Mekar")
    sari.tekan("FGD atau pertemuan")
    sari.tulis("kemarin")
    sari.tekan("Lewati")
    jawab_semua(sari)
    layar = sari.tekan("Lewati")
    assert "Yang ikut" not in layar
    assert "Langkah berikutnya" not in layar
    asli = KemandirianQ.serupa
    sekali = [None]

    def belum(self: KemandirianQ, desa: str, kelompok: str, tahun: int) -> Kemandirian | None:
        return sekali.pop() if sekali else asli(self, desa, kelompok, tahun)

    nilai(sari)
    monkeypatch.setattr(KemandirianQ, "serupa", belum)
    layar = sari.tekan("Simpan")
    assert "sudah menilai diri tahun 2026" in layar
    assert sari.dunia.hitung("kemandirian") == 1


def test_the_years_side_by_side(sari: Obrolan) -> None:
    nilai(sari, replace(ISI, tanggal="2025-11-01", isi=dict.fromkeys(JAWAB, 1)))
    k = nilai(sari, replace(ISI, peserta=5))
    layar = sari.tulis(f"/kemandirian {k.nomor}")
    assert "2025 ▰▱▱▱ ▰▱▱▱ ▰▱▱▱\n2026 ▰▰▱▱ ▰▰▱▱ ▰▰▱▱" in layar
    assert "Yang ikut: 5 orang" in layar
    layar = sari.tekan("Kemandirian desa")
    assert layar.daftar == ["2026 Tani Mekar", "2025 Tani Mekar"]
    assert "1 penilaian tahun 2026." in layar


def test_anything_about_it_can_be_put_right(sari: Obrolan) -> None:
    k = nilai(sari)

    def ubah(bagian: str, *jawab: str) -> str:
        sari.tulis(f"/kemandirian_ubah {k.nomor} {bagian}")
        for satu in jawab:
            sari.tulis(satu)
        return sari.layar.teks

    assert "Simpanan memang sudah begitu." in ubah("material_simpan", "Menabung sendiri")
    assert "Yang ikut sudah diubah." in ubah("peserta", "9 L 14 P")
    assert "Jumat, 20 November 2026" in ubah("tanggal", "hari ini")
    assert "Kelompok sudah diubah." in ubah("kelompok", "seluruh desa")
    assert "Seluruh desa, Desa Sukamaju" in sari.layar
    assert "Tani Maju, Desa Sukamaju" in ubah("kelompok", "Tani Maju")
    assert "Catatan: Ramai sekali." in ubah("catatan", "Ramai sekali.")
    ubah("berikut")
    assert "Langkah berikutnya sudah diubah." in sari.tekan("Kosongkan")
    assert "Tindak lanjuti" not in sari.layar.tombol
    assert "Belum" not in sari.tulis(f"/kemandirian_lanjut {k.nomor}").teks
    teks = sari.tulis(f"/kemandirian {k.nomor} riwayat").teks
    assert "Langkah berikutnya: Mulai kas kelompok. → kosong" in teks
    assert "Musdes diubah" not in teks
    assert "Riwayatnya sudah habis" not in teks
    assert len(sari.layar.tombol) == 2
    assert "Lihat kartu" in sari.tekan("Lebih lama ›").tombol
    assert "‹ Lebih baru" in sari.layar.tombol
    assert "Riwayatnya sudah habis" in sari.tulis(f"/kemandirian {k.nomor} riwayat h9")
    sari.tulis("/kemandirian_ubah")
    layar = sari.tulis(k.nomor)
    assert layar.daftar[:2] == ["Langkah berikutnya", "Catatan"]


def test_a_group_that_has_one_of_the_year_is_led_to_it(sari: Obrolan) -> None:
    k = nilai(sari)
    sari.tulis("/kemandirian_baru sukamaju")
    sari.tulis("tani mekar")
    sari.tekan("FGD atau pertemuan")
    layar = sari.tulis("kemarin")
    assert "sudah menilai diri tahun 2026" in layar
    assert layar.pesan.judul == f"Kemandirian {k.nomor}"


def test_words_without_a_number_or_a_village_are_asked_for(sari: Obrolan) -> None:
    nilai(sari)
    assert "nomor berapa" in sari.tulis("/kemandirian_ubah entah").teks
    sari.tulis("batal")
    assert "nomor berapa" in sari.tulis("/kemandirian_putusan entah").teks
    sari.tulis("batal")
    assert "Siapa yang menilai" in sari.tulis("/kemandirian_baru entah").teks


def test_two_of_one_year_do_not_become_one(sari: Obrolan) -> None:
    a = nilai(sari, replace(ISI, forum="musdes"))
    nilai(sari, replace(ISI, tanggal="2025-11-01"))
    sari.tulis(f"/kemandirian_ubah {a.nomor} tanggal")
    assert "tetap seperti semula" in sari.tulis("1/11/2025")


def test_what_was_erased_or_unknown_is_told_kindly(sari: Obrolan) -> None:
    k = nilai(sari, replace(ISI, isi={**JAWAB}))
    tulis = sari.desa.jejak.tulis
    tulis("ubah", "kemandirian", k.id, kolom="berikut")
    tulis("ubah", "kemandirian", k.id, kolom="musdes_id", sebelum="1", sesudah="2")
    tulis("ubah", "kemandirian", k.id, kolom="soal_lama", sebelum="1", sesudah="2")
    tulis("ubah", "kemandirian", k.id, kolom="material_pokok", sesudah="2")
    teks = sari.tulis(f"/kemandirian {k.nomor} riwayat").teks
    for kata in ("Langkah berikutnya diubah", "Musdes diubah", "soal lama: 1 → 2", "kosong → Cukup musiman"):
        assert kata in teks
    sari.dunia.tx.run("UPDATE kemandirian SET isi = '{\"material_pokok\":1}' WHERE id = ?", (k.id,))
    assert "Pendampingan: belum dijawab" in sari.tulis(f"/kemandirian {k.nomor}")
    assert "Simpanan" not in sari.tekan("Lihat jawabannya").teks
    sari.tulis(f"/kemandirian_ubah {k.nomor}")
    assert sari.layar.pesan.daftar[6].ket == "belum dijawab"


def test_deleted_and_back(sari: Obrolan) -> None:
    k = nilai(sari)
    sari.tulis(f"/kemandirian_hapus {k.nomor}")
    assert "tetap ada" in sari.tekan("Jangan")
    sari.tulis(f"/kemandirian_hapus {k.nomor}")
    sari.tekan("Hapus")
    assert "belum ada dalam daftar" in sari.tulis(f"/kemandirian {k.nomor}")
    assert "Sudah kembali." in sari.tulis(f"/kemandirian_pulihkan {k.nomor}")
    assert "masih ada" in sari.tulis(f"/kemandirian_pulihkan {k.nomor}")
    assert "Nomor berapa" in sari.tulis("/kemandirian_pulihkan")
    assert "belum ada" in sari.tulis("/kemandirian_pulihkan D-2611-0099")
    sari.desa.kemandirian.hapus(k)
    baru = nilai(sari)
    assert f"{baru.nomor}, jadi" in sari.tulis(f"/kemandirian_pulihkan {k.nomor}")
    sari.desa.kemandirian.hapus(baru)
    sari.dunia.lewat(URUNGKAN + 1)
    assert "diisi ulang" in sari.tulis(f"/kemandirian_pulihkan {k.nomor}")


def test_a_plan_of_one_s_own_is_the_shorter_way(sari: Obrolan) -> None:
    k = nilai(sari)
    isi = IsiButir("AS11", 4, "catatan", ("03.1",))
    r = sari.desa.rencana.buat(SUKAMAJU, 2026, [isi])
    assert sari.tulis(f"/kemandirian_lanjut {k.nomor}").data("Masukkan rencana").endswith(f"rencana_tambah {r.nomor}")
    assert "Buka kartunya dulu" in sari.tulis("/kemandirian_lanjut")
    assert "belum ada" in sari.tulis("/kemandirian_lanjut D-2611-0099")
    assert "bawa ke musdes" in sari.tulis(f"/kemandirian_putusan {k.nomor}")
    sari.tulis("/kemandirian_putusan")
    assert "belum ada" in sari.tulis("D-2611-0099")


def test_others_read_and_do_not_touch(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    k = nilai(sari)
    nilai(sari, replace(ISI, kelompok=""))
    camat, jauh = orang(d, "Pak Camat", CAMAT, KECAMATAN), orang(d, "Pak Jauh", "pld", SUKAMANAH)
    assert camat.tulis(f"/kemandirian {k.nomor}").tombol == ["Lihat jawabannya", "Riwayat", "Kemandirian desa"]
    for kata in ("kemandirian", "kemandirian_ubah", "kemandirian_hapus", "kemandirian_putusan"):
        assert "belum ada dalam daftar" in jauh.tulis(f"/{kata} {k.nomor}")
    layar = rina.tulis("/kemandirian")
    assert "1 dari" in layar
    assert layar.pesan.daftar[-1].ket == "2 kelompok"
    assert camat.tulis(f"/kemandirian {SUKAMAJU}").tombol[0] == "Indeks Desa"
    kenal(d, "32.03.09", "Pacet")
    assert "desa dampingan" in orang(d, "Bu Baru", PD, "32.03.09").tulis("/kemandirian_baru")
    d.tx.run("UPDATE penugasan SET disahkan = 0 WHERE orang_id = ?", (jauh.id,))
    d.tx.run("UPDATE kemandirian SET orang_id = ? WHERE id = ?", (sari.id, k.id))
    lain = orang(d, "Bu Tetangga", "pld", SUKAMAJU, disahkan=False)
    assert "belum ada" in lain.tulis(f"/kemandirian_ubah {k.nomor}")


def test_a_wide_place_is_shown_by_its_parts(d: Dunia, sari: Obrolan) -> None:
    nilai(sari)
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert hasan.tulis("/kemandirian").daftar == ["Kecamatan Cibeber"]
    assert hasan.tekan("Kecamatan Cibeber").pesan.judul == "Kemandirian, Kecamatan Cibeber"
    assert hasan.tulis("/indeks_desa").daftar == ["Kecamatan Cibeber"]
    assert "di mana?" in hasan.tulis("/kemandirian desa")
    assert "di mana?" in hasan.tulis("/indeks_desa desa")


def test_without_a_confirmed_place_there_is_nothing_to_show(d: Dunia) -> None:
    belum = orang(d, "Bu Baru", "pld", SUKAMAJU, disahkan=False)
    for kata in ("kemandirian", "indeks_desa"):
        assert belum.tulis(f"/{kata}").tombol
    assert "disahkan" in belum.tulis("/indeks_desa_catat")
    nilai(belum)
    assert "Tani Mekar" in belum.tulis("/kemandirian D-2611-0001")


def test_as_a_workbook_in_two_sheets(sari: Obrolan) -> None:
    nilai(sari, replace(ISI, peserta=23, peserta_l=9, peserta_p=14))
    sari.desa.indeks_desa.catat(SUKAMAJU, 2025, "maju", "=SK 1")
    for kata in ("kemandirian", "indeks_desa"):
        berkas = sari.tulis(f"/{kata} xlsx").pesan.berkas
        assert berkas
        buku = load_workbook(io.BytesIO(dokumen.buat(berkas.resep, sari.desa, berkas.bahan, sari.dunia.hari_ini)))
        assert buku.sheetnames == ["Kemandirian", "Indeks Desa", "Keterangan"]
        baris = [c.value for c in buku["Kemandirian"][2]]
        assert baris[:5] == ["D-2611-0001", SUKAMAJU, "Cibeber", "Sukamaju", "Tani Mekar"]
        assert baris[12:16] == ["mulai tumbuh", "mulai tumbuh", "mulai tumbuh", "Cukup musiman"]
        assert [c.value for c in buku["Indeks Desa"][2]][3:6] == [2025, "Maju", "=SK 1"]
        assert buku["Indeks Desa"]["F2"].data_type == "s"
    sari.dunia.tx.run("UPDATE kemandirian SET isi = '{}', desa = '99.99.99.9999'")
    isi = dokumen.buat("kemandirian_xlsx", sari.desa, {"kode": ""}, sari.dunia.hari_ini)
    assert [c.value for c in load_workbook(io.BytesIO(isi))["Kemandirian"][2]][2] in ("", None)


# -- Indeks Desa ------------------------------------------------------------------------------------------------------


def test_a_status_is_copied_changed_and_taken_away(sari: Obrolan) -> None:
    sari.tulis("/indeks_desa_catat sukamaju 2024")
    sari.tulis("maju")
    assert "2024: Maju (SK 12)" in sari.tulis("SK 12")
    sari.tulis("/indeks_desa_catat sukamaju 2024")
    sari.tulis("mandiri")
    assert "2024 status Maju → Mandiri" in sari.tekan("SK 12")
    sari.tulis("/indeks_desa_catat sukamaju 2024")
    sari.tulis("mandiri")
    assert "memang sudah begitu" in sari.tekan("SK 12")
    sari.tulis("/indeks_desa_catat sukamaju")
    sari.tulis("2024")
    sari.tekan("Hapus tahun ini")
    assert "tetap ada" in sari.tekan("Jangan")
    sari.tulis("/indeks_desa_catat sukamaju 2024")
    sari.tekan("Hapus tahun ini")
    layar = sari.tekan("Hapus")
    assert "Belum ada status" in layar
    assert "2024 dihapus" in layar


def test_a_village_that_nothing_is_known_of_stands_first(d: Dunia, sari: Obrolan, rina: Obrolan) -> None:
    sari.desa.indeks_desa.catat(SUKAMAJU, 2025, "maju", "")
    d.tx.run(
        "INSERT INTO indeks_desa (desa, tahun, status, sumber, oleh, diubah) VALUES (?, 2025, 'tertinggal', '', ?, 1)",
        (SUKAMANAH, sari.id),
    )
    layar = rina.tulis("/indeks_desa")
    assert "1 maju, 1 tertinggal, 2 belum dicatat" in layar
    assert layar.daftar[-2:] == ["Sukamanah", "Sukamaju"]
    layar = rina.tekan("Sukamaju")
    assert "2025: Maju" in layar
    assert "Semua desa" in layar.tombol
    camat = orang(d, "Pak Camat", CAMAT, KECAMATAN)
    assert camat.tulis(f"/indeks_desa {SUKAMAJU}").tombol[0] == "Kemandirian warga"


def test_it_is_found_by_its_words_by_whoever_may_read_it(d: Dunia, sari: Obrolan) -> None:
    k = nilai(sari)
    layar = sari.tulis("cari tani mekar")
    assert layar.daftar == [f"{k.nomor} Sukamaju"]
    assert "Tani Mekar, Desa Sukamaju" in sari.tekan(layar.daftar[0])
    assert sari.tulis("cari penilaian kemandirian kas +d").daftar == [f"{k.nomor} Sukamaju"]
    lain = orang(d, "Pak Lain", "pld", SUKAMANAH)
    assert "belum ketemu" in lain.tulis("cari tani mekar")
    sari.desa.kemandirian.ubah(k, {"kelompok": "Tani Jaya"})
    assert "belum ketemu" in sari.tulis("cari mekar")
    assert sari.tulis("cari tani jaya").daftar == [f"{k.nomor} Sukamaju"]
    sari.desa.kemandirian.hapus(k)
    assert "belum ketemu" in sari.tulis("cari tani jaya")
    terhapus = sari.desa.kemandirian.terhapus(k.nomor)
    assert terhapus
    assert sari.desa.kemandirian.pulihkan(terhapus)
    assert sari.tulis("cari tani jaya").daftar == [f"{k.nomor} Sukamaju"]
