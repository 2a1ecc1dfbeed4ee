"""/jejak: own deeds for everybody, others' for those above and only in their scope."""

from __future__ import annotations

from data.keputusan import IsiKeputusan
from data.musdes.musdes import Mulai, Penanda
from data.orang import PLD, TAPM_KAB
from handlers.kertas.susun import susun_risalah
from tests.handlers.dialog.obrolan import KECAMATAN, Dunia, Obrolan
from tests.handlers.tim_dunia import KABUPATEN, SUKAMAJU, catat, kenal, orang, tugaskan


def test_a_record_s_trail_is_told_in_words(rina: Obrolan, sari: Obrolan) -> None:
    tugaskan(sari, PLD, f"{KECAMATAN}.2017")
    nomor = catat(sari)
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.kegiatan.ubah(
        k,
        {"jam": "09:00-12:00", "menit": 180, "desa": f"{KECAMATAN}.2017", "kegiatan": "PO04", "cara": "daring",
         "tanggal": "2026-11-18", "masalah": "Belum ada.", "peserta_l": 3},
        "salah ketik",
    )  # fmt: skip
    rina.tulis(f"/jejak {nomor}")
    for isi in (
        f"20 Nov 19.30 · uji · Bu Sari mengubah jam #{nomor}: 09.00–11.00 → 09.00–12.00, alasan: salah ketik",
        "mengubah tempat #K-2611-0001: Sukamaju → Sukamanah",
        "mengubah jenis kegiatan #K-2611-0001: Pantau pembangunan fisik desa → Posyandu, stunting, rembuk stunting",
        "mengubah di mana #K-2611-0001: Di desa → Daring",
        "mengubah tanggal #K-2611-0001: Kam 19/11 → Rab 18/11",
        "mengubah masalah #K-2611-0001: kosong → Belum ada.",
        "mengubah peserta laki-laki #K-2611-0001: kosong → 3",
        "Bu Sari mencatat #K-2611-0001",
    ):
        assert isi in rina.layar
    assert "menit" not in rina.layar
    assert sari.tulis(f"/jejak {nomor}").pesan.teks == rina.layar.pesan.teks


def test_what_an_older_version_stored_is_told_as_it_stands(sari: Obrolan) -> None:
    nomor = catat(sari)
    k = sari.desa.kegiatan.ambil(nomor)
    assert k
    sari.desa.jejak.tulis("ubah", "kegiatan", k.id, kolom="cara", sebelum="lama", sesudah="desa")
    sari.desa.jejak.tulis("ubah", "kegiatan", k.id, kolom="foto", sebelum="a,b", sesudah="")
    sari.desa.jejak.tulis("gerak", "hal", 1)
    assert "mengubah di mana #K-2611-0001: lama → Di desa" in sari.tulis(f"/jejak {nomor}")
    assert "mengubah foto #K-2611-0001: 2 foto → kosong" in sari.layar
    assert "Bu Sari gerak hal" in sari.tulis("jejak")


def test_others_learn_nothing_of_it(d: Dunia, sari: Obrolan) -> None:
    nomor = catat(sari)
    budi = orang(d, "Pak Budi")
    assert "Belum ada jejak yang bisa Anda lihat di sini." in budi.tulis(f"/jejak {nomor}")
    assert "Belum ada jejak" in budi.tulis(f"/jejak o{sari.id}")
    assert "Jejak apa? Tulis nomor catatannya" in budi.tulis("/jejak sari")


def test_a_person_s_latest_deeds_without_what_lies_outside_the_scope(d: Dunia, rina: Obrolan) -> None:
    kenal(d, "32.03.30", "Warungkondang")
    kenal(d, "32.03.30.2001", "Jauh")
    sari = orang(d, "Bu Sari", PLD, SUKAMAJU, "32.03.30.2001")
    di_sini, di_sana = catat(sari), catat(sari, desa="32.03.30.2001")
    sari.desa.jejak.tulis("cuti", "cuti", 1, sesudah="2026-11-20 2026-11-21", alasan="Sakit")
    rina.tulis("/jejak sari")
    assert f"Bu Sari mencatat #{di_sini}" in rina.layar
    assert di_sana not in rina.layar
    assert "Bu Sari mencatat cuti" in rina.layar
    assert "Sakit" not in rina.layar
    assert "alasan: Sakit" in sari.tulis("jejak")
    hasan = orang(d, "Pak Hasan", TAPM_KAB, KABUPATEN)
    assert di_sana in hasan.tulis(f"/jejak o{sari.id}")


def test_a_name_narrows(d: Dunia, rina: Obrolan) -> None:
    for nama in ("Siti Sari", "Siti Aminah"):
        orang(d, nama)
    assert rina.tulis("/jejak siti").daftar == ["Siti Aminah", "Siti Sari"]
    assert rina.tekan("Siti Sari").pesan.judul == "Jejak"
    assert "bernama “joko”" in rina.tulis("/jejak joko")
    assert rina.tulis("/jejak aminah").pesan.judul == "Jejak"


def test_a_long_trail_is_paged(rina: Obrolan, sari: Obrolan) -> None:
    for _ in range(20):
        catat(sari)
    rina.tulis("/jejak sari")
    assert rina.layar.pesan.judul == "Jejak Bu Sari"
    assert rina.layar.teks.count("mencatat") == 8
    assert "#K-2611-0012" in rina.tekan("Lebih lama ›")
    rina.tekan("Lebih lama ›")
    assert rina.layar.teks.count("mencatat") == 4
    assert rina.layar.tombol == ["‹ Lebih baru", "Menu"]
    k = sari.desa.kegiatan.ambil("K-2611-0001")
    assert k
    for n in range(9):
        sari.desa.jejak.tulis("ubah", "kegiatan", k.id, kolom="hasil", sebelum="a", sesudah=f"b{n}")
    sari.tulis("/jejak K-2611-0001")
    assert "mencatat" in sari.tekan("Lebih lama ›")


def test_a_task_s_trail_is_the_giver_s_and_each_one_s_own(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    budi = orang(d, "Pak Budi")
    nomor = rina.desa.tugas.beri("Foto papan proyek", d.hari_ini, [sari.id, budi.id], None)
    for o in (sari, budi):
        o.tulis(f"/kerjakan {nomor} mulai")
    rina.tulis(f"/jejak {nomor}")
    assert f"Bu Rina memberi tugas {nomor}" in rina.layar
    assert f"Pak Budi menandai tugas {nomor}: baru → dikerjakan" in rina.layar
    assert "Pak Budi" not in sari.tulis(f"/jejak {nomor}")
    assert f"Bu Sari menandai tugas {nomor}" in sari.layar
    assert "Belum ada jejak" in sari.tulis("/jejak T-2611-0099")
    rina.tulis("/jejak sari")
    assert "Bu Sari menandai tugas" in rina.layar


# -- of a musyawarah and its decisions --------------------------------------------------------------------------------


def test_a_musyawarah_s_trail_with_both_values(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    m = sari.desa.musdes.ambil(sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30")))
    assert m
    sari.desa.musdes.ubah(
        m,
        {"tempat": "Aula", "selesai": "22:00", "tanggal": "2026-11-18", "unsur": ("bpd", "RW 3"), "diundang": 40,
         "pimpinan_unsur": "bpd", "penanda": (Penanda("Ketua BPD", "Ujang"),), "isian": {"tim": "Dede", "pagu": 5}},
    )  # fmt: skip
    sari.desa.musdes.selesai(m)
    lain = sari.desa.musdes.ambil(sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30", tempat="B")))
    assert lain
    sari.desa.musdes.bukan(lain, [m.nomor])
    sari.desa.musdes.gabung(lain, m)
    sari.desa.jejak.tulis("ubah", "musdes", m.id, kolom="unsur", sebelum="lama", sesudah="[1]")
    sari.desa.musdes.terbitkan(m, susun_risalah(sari.desa, m))
    teks = "".join(rina.tulis(f"/jejak {m.nomor} h{n}").pesan.teks + "\n" for n in (1, 2))
    for isi in (
        "Bu Sari mencatat musdes M-2611-0001",
        "mengubah tempat M-2611-0001: kosong → Aula",
        "mengubah jam selesai M-2611-0001: kosong → 22.00",
        "mengubah tanggal M-2611-0001: Kam 19/11 → Rab 18/11",
        "mengubah unsur yang hadir M-2611-0001: kosong → BPD, RW 3",
        "mengubah unsur yang hadir M-2611-0001: lama → [1]",
        "mengubah unsur pimpinan M-2611-0001: kosong → BPD",
        "mengubah penanda tangan M-2611-0001: kosong → Ujang (Ketua BPD)",
        "mengubah pertanyaan khusus M-2611-0001: kosong → tim Dede; pagu 5",
        "menutup musdes M-2611-0001",
        "membedakan tempat M-2611-0001: tetap Aula, yang lain B, alasan: M-2611-0002",
        "membuat draf kertas M-2611-0001, versi 1",
    ):
        assert isi in teks
    assert "menggabungkan musdes M-2611-0002 ke M-2611-0001" in rina.tulis(f"jejak {lain.nomor}")
    assert "membedakan M-2611-0002 dari M-2611-0001" in rina.layar
    jauh = orang(d, "Pak Jauh", PLD, f"{KECAMATAN}.2017")
    for nomor in (m.nomor, "M-2611-0099", "P-2611-0099"):
        assert "Belum ada jejak yang bisa Anda lihat di sini." in jauh.tulis(f"jejak {nomor}")


def test_a_decision_s_trail(d: Dunia, rina: Obrolan, sari: Obrolan) -> None:
    m = sari.desa.musdes.ambil(sari.desa.musdes.mulai(Mulai("rkp", (SUKAMAJU,), "2026-11-19", "19:30")))
    assert m
    nomor = sari.desa.keputusan.tambah(m.id, IsiKeputusan("Rabat beton", "mufakat"))
    k = sari.desa.keputusan.ambil(nomor)
    assert k
    dedi = orang(d, "Pak Dedi", PLD, f"{KECAMATAN}.2017")
    sari.desa.keputusan.ubah(
        k, {"tenggat": "2026-12-30", "anggaran": 5_000_000, "cara": "terbuka", "pj": "Pak Dedi", "pj_orang": dedi.id}
    )
    sari.desa.keputusan.tandai(k, "terhambat", "Hujan.")
    sari.desa.keputusan.hapus(k)
    for isi in (
        "mencatat keputusan P-2611-0001",
        "mengubah tenggat P-2611-0001: kosong → Rab 30/12",
        "mengubah anggaran P-2611-0001: kosong → Rp5.000.000",
        "mengubah cara memutuskan P-2611-0001: mufakat → suara terbuka",
        "mengubah penanggung jawab P-2611-0001: kosong → Pak Dedi",
        "menandai keputusan P-2611-0001: belum mulai → terhambat, alasan: Hujan.",
        "menghapus keputusan P-2611-0001",
    ):
        assert isi in rina.tulis(f"jejak {nomor}")
    assert "pj_orang" not in rina.layar
    assert dedi.tulis(f"/jejak {nomor}").pesan.teks == rina.layar.pesan.teks, "it was given to them"
    assert "Belum ada jejak" in dedi.tulis(f"/jejak {m.nomor}")
    assert "menandai keputusan P-2611-0001" in sari.tulis("jejak")
    assert "P-2611-0001" not in rina.tulis("/jejak sari").pesan.teks, "of others only the deed"
