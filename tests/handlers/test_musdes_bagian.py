"""The sections of a musyawarah: attendance, people, agenda, notes, decisions, questions, pictures."""

from __future__ import annotations

from datetime import date

import pytest

from data.keputusan import IsiKeputusan, Keputusan
from data.orang import PLD
from handlers.dialog.masukan import Foto, Masukan
from handlers.dialog.tombol import tulis
from handlers.musdes.baca_putusan import baca_putusan, kelebihan_suara
from handlers.musdes.tanya import kode_unsur, nama_unsur, tanpa_nomor, tiap_baris
from handlers.musdes.tempelan import sebut_tempelan, urai
from tests.handlers.dialog.obrolan import Dunia, Obrolan
from tests.handlers.test_musdes import MAYAK, ambil, buat
from tests.handlers.tim_dunia import SUKAMAJU, orang

HARI = date(2026, 11, 20)


@pytest.fixture
def sari(d: Dunia) -> Obrolan:
    return orang(d, "Bu Sari", PLD, SUKAMAJU, MAYAK)


def putusan(o: Obrolan, nomor: str = "M-2611-0001") -> list[Keputusan]:
    return o.desa.keputusan.dari_musdes(ambil(o, nomor).id)


# -- who came ---------------------------------------------------------------------------------------------------------


def test_attendance(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes {nomor}")
    sari.tekan("Daftar hadir")
    sari.tulis("60")
    sari.tulis("34")
    sari.foto(1)
    sari.tulis("bpd, pemdes")
    sari.tekan("Selesai")
    for kata in ("Belum disebut: Tokoh masyarakat, Perempuan, Warga miskin", "L dan P belum terpisah", "dua pertiga"):
        assert kata in sari.layar
    sari.tekan("+ Unsur lain")
    sari.tulis("Ketua RW 3")
    sari.tekan("Simpan")
    assert "1 foto ikut disimpan." in sari.layar
    m = ambil(sari)
    assert (m.diundang, m.hadir, m.hadir_l, m.unsur) == (60, 34, None, ("pemdes", "bpd", "Ketua RW 3"))
    assert len(sari.desa.musdes.foto(m, "hadir")) == 1
    sari.tulis(f"/musdes {nomor}")
    for kata in ("Hadir: 34 orang dari 60 undangan", "lihat Perdes", "Belum tercatat dari unsur: tokoh masyarakat"):
        assert kata in sari.layar
    sari.tulis("/musdes_hadir")
    sari.tulis("60")
    assert "34 orang" in sari.layar.tombol
    sari.tulis("38 (17 P)")
    assert "Pemerintah desa, BPD" in sari.layar.tombol
    sari.tekan("Pemerintah desa, BPD")
    sari.tekan("Simpan")
    m = ambil(sari)
    assert (m.hadir, m.hadir_l, m.hadir_p, m.unsur) == (None, 21, 17, ("pemdes", "bpd", "Ketua RW 3"))


def test_nobody_invited_them_formally(sari: Obrolan) -> None:
    buat(sari, "musdus")
    for teks in ("/musdes_hadir", "lewati", "22 L 12 P", "kadus, tomas, perempuan, miskin", "selesai", "simpan"):
        sari.tulis(teks)
    assert ambil(sari).diundang is None
    assert "Hadir: 34 orang (22 L, 12 P)" in sari.tulis("/musdes M-2611-0001")


# -- people -----------------------------------------------------------------------------------------------------------


def test_chair_and_note_taker(sari: Obrolan) -> None:
    buat(sari)
    sari.tulis("/musdes_pimpinan")
    sari.tulis("Ujang Suherman")
    assert sari.layar.tombol == ["BPD", "Pemerintah desa"]
    sari.tekan("BPD")
    sari.tulis("Rosi, Sekretariat desa")
    sari.tulis("simpan")
    m = ambil(sari)
    assert (m.pimpinan, m.pimpinan_unsur, m.notulis, m.notulis_unsur) == (
        "Ujang Suherman",
        "bpd",
        "Rosi",
        "Sekretariat desa",
    )
    sari.tulis("/musdes_pimpinan")
    assert sari.layar.tombol == ["Ujang Suherman"]
    sari.tulis("Dadang (BPD)")
    sari.tulis("lewati")
    assert "Notulis: –" in sari.layar
    sari.tulis("simpan")
    assert ambil(sari).notulis == ""


def test_speakers(sari: Obrolan) -> None:
    buat(sari)
    sari.tulis("/musdes_narasumber")
    sari.foto(1)
    sari.tulis("1. Dadan, Dinas PMD\n2. Bidan Neni (puskesmas)\n, BPD")
    assert "1 foto ikut disimpan." in sari.layar
    sari.tulis("/musdes M-2611-0001")
    assert "Narasumber: Dadan (Dinas PMD), Bidan Neni (Tenaga kesehatan)" in sari.layar
    sari.tulis("narasumber")
    assert "• Dadan (Dinas PMD)" in sari.layar
    sari.tekan("Tidak ada")
    assert sari.desa.musdes.narasumber(ambil(sari)) == []


def test_who_signs(sari: Obrolan) -> None:
    buat(sari)
    m = sari.desa.musdes.ubah(ambil(sari), {"pimpinan": "Ujang", "pimpinan_unsur": "bpd"})
    sari.tulis("penanda tangan")
    assert sari.layar.tombol == ["Ujang", "Lewati"]
    for teks in ("lewati", "lewati", "lewati"):
        sari.tulis(teks)
    assert "Belum ada nama." in sari.layar
    sari.tulis("batal")
    assert "tetap ada di musdes" in sari.layar
    for teks in ("/musdes_penanda", "Ujang", "lewati", "Euis, Lilis", "simpan"):
        sari.tulis(teks)
    m = ambil(sari)
    assert [(p.peran, p.nama) for p in m.penanda] == [
        ("Ketua BPD", "Ujang"), ("Wakil masyarakat", "Euis"), ("Wakil masyarakat", "Lilis"),
    ]  # fmt: skip
    sari.tulis("/musdes_penanda")
    assert "Ujang" in sari.layar.tombol


# -- agenda -----------------------------------------------------------------------------------------------------------


def test_agenda(sari: Obrolan) -> None:
    lama = buat(sari, tanggal="2025-11-20")
    for isi in ("Rabat beton RT 03", "Drainase"):
        sari.desa.keputusan.tambah(ambil(sari, lama).id, IsiKeputusan(isi, "mufakat"))
    sari.desa.musdes.selesai(ambil(sari, lama))
    nomor = buat(sari)
    sari.tulis(f"/musdes_agenda {nomor}")
    assert "Yang masih terbuka dari M-2611-0001" in sari.layar
    sari.tekan("Bawa 2 yang lalu")
    sari.tulis(f"/musdes_agenda {nomor}")
    assert "1. Tindak lanjut P-2611-0001: Rabat beton RT 03" in sari.layar
    assert sari.layar.tombol == []
    sari.tulis("Evaluasi\n2) Pokok pikiran\nubah 1 Tindak lanjut rabat beton\nhapus 2\nhapus 9\nubah 9 Lain")
    judul = [a.judul for a in sari.desa.musdes.agenda(ambil(sari, nomor))]
    assert judul == ["Tindak lanjut rabat beton", "Evaluasi", "Pokok pikiran", "hapus 9", "ubah 9 Lain"]


# -- notes ------------------------------------------------------------------------------------------------------------


def test_notes_are_kept_one_by_one(d: Dunia, sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.desa.musdes.tambah_agenda(ambil(sari), "Evaluasi")
    sari.tulis(f"/musdes_catatan {nomor}")
    assert sari.layar.tombol == ["Selesai"]
    sari.tulis("Dibuka ketua BPD")
    d.lewat(60)
    assert "Agenda: Evaluasi." in sari.tulis("agenda 1")
    assert "19.31 dicatat." in sari.tulis("Kades: realisasi 60 persen")
    assert "Agendanya baru 1." in sari.tulis("agenda 7")
    sari.tulis("agenda: Lain-lain")
    sari.tulis("Usul jalan")
    sari.tulis("keputusan: Jalan diusulkan, 40 setuju, mufakat")
    assert "Keputusan P-2611-0001: Jalan diusulkan" in sari.layar
    sari.tulis("Pak RT setuju")
    assert "Keputusan P-2611-0002: Pak RT setuju." in sari.tekan("Jadikan keputusan")
    catatan = sari.desa.musdes.catatan(ambil(sari))
    judul = {a.id: a.judul for a in sari.desa.musdes.agenda(ambil(sari))}
    assert [(c.teks, judul.get(c.agenda_id or 0)) for c in catatan] == [
        ("Dibuka ketua BPD", None),
        ("Kades: realisasi 60 persen", "Evaluasi"),
        ("Usul jalan", "Lain-lain"),
    ]
    assert [judul[k.agenda_id or 0] for k in putusan(sari)] == ["Lain-lain", "Lain-lain"]
    assert "3 catatan tersimpan." in sari.tulis("cukup")


def test_a_tally_that_cannot_be_stays_in_the_words(sari: Obrolan) -> None:
    nomor = buat(sari, "musrenbang")
    sari.desa.musdes.ubah(ambil(sari), {"hadir": 30})
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("putusan: Jembatan; 30 setuju; 8 menolak")
    assert "30 + 8 = 38 suara, padahal yang hadir 30 orang. Suaranya belum dihitung." in sari.layar
    (k,) = putusan(sari)
    assert (k.isi, k.setuju, k.usulan) == ("Jembatan; 30 setuju; 8 menolak", None, True)


def test_leaving_the_notes(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("Satu")
    assert "Catatan itu tersimpan." in sari.tekan("Selesai", layar=sari.riwayat[-2]), (
        "the button of a note that is kept"
    )
    lama = sari.layar
    assert "Semua catatan sudah tersimpan." in sari.tulis("batal")
    assert "Semua catatan sudah tersimpan." in sari.tekan("Selesai", layar=lama)
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("/catat")
    assert "Desa mana?" in sari.layar, "nothing would be lost, so nothing is asked"
    sari.tulis("batal")
    sari.tulis(f"/musdes_catatan {nomor}")
    assert "tidak saya jadikan catatan" in sari.tulis("musdes")
    sari.tulis("catat")
    assert "Desa mana?" in sari.layar
    sari.tulis("batal")
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("tim TPK memeriksa jalan")
    assert [c.teks for c in sari.desa.musdes.catatan(ambil(sari))] == ["Satu", "tim TPK memeriksa jalan"]
    sari.tulis("kembali")
    assert "Ini pertanyaan pertama" in sari.layar
    assert "catatan tersimpan" in sari.tulis("selesai")


def test_no_notes_yet(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("Satu")
    m, layar = ambil(sari), sari.layar
    sari.desa.musdes.buang_catatan(m, sari.desa.musdes.catatan(m)[0].id)
    assert "Belum ada catatan yang bisa" in sari.tekan("Jadikan keputusan", layar=layar)
    assert "Belum ada:" in sari.tulis("selesai")


def test_a_slip_is_taken_back(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes_catatan {nomor}")
    assert "Belum ada catatan yang bisa dibuang." in sari.tulis("buang")
    sari.tulis("Jaln rusk")
    assert "Dibuang: “Jaln rusk”." in sari.tulis("buang")
    sari.tulis("Jalan rusak")
    assert [c.teks for c in sari.desa.musdes.catatan(ambil(sari))] == ["Jalan rusak"]


def test_pictures_among_the_notes(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes_catatan {nomor}")
    foto = sari.gambar(1)
    assert "1 foto tersimpan." in sari.kirim(Masukan(foto=foto))
    assert "Fotonya sudah ada. 19.30 dicatat." in sari.kirim(Masukan(teks="Suasana rapat", foto=foto))
    assert "belum berhasil diunduh" in sari.kirim(Masukan(foto=(Foto(rujukan="x"),)))
    assert "belum bisa membaca" in sari.kirim(Masukan(lain="pesan suara"))
    assert len(sari.desa.musdes.foto(ambil(sari), "kegiatan")) == 1
    sari.ganti(catatan=7)
    assert "Satu pesan satu catatan" in sari.tulis("bantuan")


def test_minutes_pasted_among_the_notes(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes_catatan {nomor}")
    sari.tulis("Pimpinan: Ujang, BPD\nTempat: Aula\nHadir: 34 orang (19 P)\nLancar semua.")
    assert "Terbaca: pimpinan, tempat, jumlah hadir, 1 baris jadi catatan." in sari.layar
    sari.foto(1)
    sari.tekan("Selesai")
    sari.tulis("simpan")
    assert "Dari tempelan terbaca 2 catatan." in sari.layar
    m = ambil(sari)
    assert (m.pimpinan, m.tempat, m.hadir_p) == ("Ujang", "Balai desa", 19)
    assert [c.teks for c in sari.desa.musdes.catatan(m)] == ["Lancar semua.", "Tempat: Aula"]
    assert len(sari.desa.musdes.foto(m)) == 1


# -- pasted from the start --------------------------------------------------------------------------------------------

NOTULEN = """Notulen Musdes RKP
Desa: Sukamaju
Hari/Tanggal: Jumat, 20 November 2026
Waktu: 13.00 - 15.30
Tempat: Aula desa
Pimpinan: Ujang, BPD
Notulis: Rosi
Hadir: banyak
Undangan: 40
Unsur: BPD, pemdes; Ketua RW 3
Narasumber:
- Dadan, Dinas PMD
Dasar: 005/12/BPD
Nomor:
Agenda:
1. Evaluasi
2. Prioritas
Sambutan Kades.
Keputusan:
1. Rabat beton; Rp45 juta DD
2. Bibit; 900 setuju

Catatan: listrik padam
Penutup oleh Pak Ustaz."""


def test_whole_minutes_begin_a_musdes(sari: Obrolan) -> None:
    sari.tulis(NOTULEN)
    assert "2 agenda" in sari.layar
    sari.tulis("simpan")
    m, q = ambil(sari), sari.desa.musdes
    assert (m.jenis, m.tanggal, m.mulai, m.selesai, m.tempat) == ("rkp", "2026-11-20", "13:00", "15:30", "Aula desa")
    assert (m.pimpinan, m.pimpinan_unsur, m.notulis, m.diundang, m.dasar) == ("Ujang", "bpd", "Rosi", 40, "005/12/BPD")
    assert m.unsur == ("bpd", "pemdes", "Ketua RW 3")
    assert [n.nama for n in q.narasumber(m)] == ["Dadan"]
    assert [a.judul for a in q.agenda(m)] == ["Evaluasi", "Prioritas"]
    assert [(k.isi, k.anggaran) for k in putusan(sari)] == [("Rabat beton", 45_000_000), ("Bibit", None)]
    assert [c.teks for c in q.catatan(m)] == [
        "Notulen Musdes RKP", "Sambutan Kades.", "listrik padam", "Penutup oleh Pak Ustaz.", "Jumlah hadir: banyak",
    ]  # fmt: skip


def test_pasted_twice_nothing_is_doubled(sari: Obrolan) -> None:
    buat(sari)
    sari.desa.musdes.ubah(ambil(sari), {"hadir": 30, "dasar": "005"})
    sari.tulis("/musdes_catatan")
    sari.tulis("Tempat: Balai desa\nHadir: 30\nDasar: 006\nKeputusan: Jembatan; 40 setuju")
    sari.tulis("simpan")
    assert [c.teks for c in sari.desa.musdes.catatan(ambil(sari))] == ["Dasar undangan: 006"]
    (k,) = putusan(sari)
    assert (k.isi, k.setuju) == ("Jembatan; 40 setuju", None)
    sari.tulis("Tempat: Balai desa\nHadir: 30")
    sari.tulis("simpan")
    assert "Lanjut." in sari.layar


def test_lists_end_where_they_end() -> None:
    t = urai("Agenda:\nSatu\nDua\n\nTiga\nKeputusan: 1. A\n2. B\nlalu doa\n3. C\n\nTempat: Aula\nsisa")
    assert t.isian == {"agenda": ["Satu", "Dua"], "keputusan": ["1. A", "2. B"], "tempat": ["Aula"]}
    assert t.sisa == ["Tiga", "lalu doa", "3. C", "sisa"]
    assert sebut_tempelan(urai("Tempat: Aula")) == "tempat"
    assert not urai("Kades: setuju").berlabel


# -- decisions --------------------------------------------------------------------------------------------------------


def test_many_decisions_at_once(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.desa.musdes.ubah(ambil(sari), {"hadir": 30})
    sari.tulis(f"/musdes_keputusan {nomor}")
    assert "Satu baris satu keputusan" in sari.tulis("..")
    sari.tulis("1. Rabat beton; Rp45 juta DD; mufakat\n2. Bibit; 20 setuju; 30 menolak; suara tertutup")
    assert "1. Rabat beton · mufakat · Rp45.000.000 DD" in sari.layar
    assert "⚠ 20 + 30 = 50 suara, padahal yang hadir 30 orang." in sari.layar
    assert "Nomor 2: 20 + 30 = 50 suara" in sari.tekan("Simpan semua")
    assert "Ketik nomor dan bunyi barunya" in sari.tekan("Perbaiki nomor …")
    sari.tulis("2 Bibit; 20 setuju; 10 menolak; suara tertutup; PJ TPK")
    sari.tulis("Catat aset desa; tenggat 30/12")
    assert "3. Catat aset desa · tenggat Rab 30/12" in sari.layar
    sari.tulis("Dibatalkan saja")
    sari.tulis("buang 4")
    sari.foto(1)
    sari.tulis("selesai")
    assert "3 keputusan tersimpan. 1 foto ikut disimpan." in sari.layar
    assert [(k.isi, k.pj, k.cara) for k in putusan(sari)] == [
        ("Rabat beton", "", "mufakat"), ("Bibit", "TPK", "tertutup"), ("Catat aset desa", "", ""),
    ]  # fmt: skip
    sari.tulis(f"/musdes {nomor} isi")
    assert "P-2611-0003 Catat aset desa (Rab 30/12)" in sari.layar


def test_not_without_end(sari: Obrolan) -> None:
    buat(sari)
    sari.tulis("/musdes_keputusan")
    sari.tulis("\n".join(f"Keputusan ke {n}" for n in range(60)))
    assert "muat 60" in sari.tulis("Satu lagi")
    lama = sari.layar
    sari.tulis("simpan")
    assert "Yang itu sudah selesai" in sari.tekan("Simpan semua", layar=lama)
    assert len(putusan(sari)) == 60
    sari.tulis("/musdes_keputusan")
    assert sari.terbuka
    assert "Tombol itu sudah lewat" in sari.ketuk(tulis(sari.terbuka.id, "keputusan", "simpan"))
    sari.ganti(keputusan="rusak")
    assert "Satu baris satu keputusan" in sari.tulis("bantuan")


def test_one_at_a_time(sari: Obrolan) -> None:
    nomor = buat(sari)
    q = sari.desa.musdes
    q.ubah(ambil(sari), {"hadir": 30})
    for judul in ("Evaluasi", "Prioritas"):
        q.tambah_agenda(ambil(sari), judul)
    sari.tulis(f"/musdes_keputusan {nomor}")
    sari.tekan("Satu per satu")
    sari.tulis("Rabat beton RT 03")
    sari.tekan("Suara terbuka")
    assert "20 + 30 + 1 = 51 suara, padahal yang hadir 30 orang." in sari.tulis("20 30 1")
    assert "belum terbaca" in sari.tulis("banyak yang setuju")
    sari.tulis("20 setuju, 6 tidak setuju")
    sari.tekan("Prioritas")
    for tombol, teks in (
        ("+ PJ", "Kaur Perencanaan"),
        ("+ Tenggat", "30/12"),
        ("+ Anggaran", "45 juta"),
        ("+ Sumber dana", "DD"),
        ("+ Tindak lanjut", "RAB disusun; PJ TPK; tenggat 5/12; mufakat"),
    ):
        sari.tekan(tombol)
        sari.tulis(teks)
    assert "suara terbuka · 20 setuju, 6 menolak, 0 abstain · PJ Kaur Perencanaan" in sari.layar
    sari.tekan("Simpan")
    satu, lanjut = putusan(sari)
    assert (satu.anggaran, satu.sumber_dana, satu.tenggat) == (45_000_000, "DD", "2026-12-30")
    assert (lanjut.isi, lanjut.pj, lanjut.cara, lanjut.induk) == ("RAB disusun", "TPK", "", satu.id)
    sari.tulis(f"/musdes {nomor}")
    assert "1 keputusan, 1 tindak lanjut" in sari.layar


def test_agreed_by_all(sari: Obrolan) -> None:
    buat(sari)
    for teks in ("/musdes_keputusan", "satu per satu", "kembali", "satu per satu", "Bibit cabai", "mufakat", "simpan"):
        sari.tulis(teks)
    (satu,) = putusan(sari)
    assert (satu.cara, satu.setuju, satu.agenda_id) == ("mufakat", None, None)


@pytest.mark.parametrize(
    ("baris", "hasil"),
    [
        ("Rabat beton RT 03 200 m; PJ Kaur Perencanaan; tenggat 30/12; Rp45 juta DD; mufakat",
         IsiKeputusan("Rabat beton RT 03 200 m", "mufakat", pj="Kaur Perencanaan", tenggat="2026-12-30", anggaran=45_000_000, sumber_dana="DD")),
        ("mufakat; Rp 45.000.000 ADD; Rabat beton, RT 03", IsiKeputusan("Rabat beton, RT 03", "mufakat", anggaran=45_000_000, sumber_dana="ADD")),
        ("BLT Rp300 ribu per bulan untuk 40 KPM BLT", IsiKeputusan("BLT Rp300 ribu per bulan untuk 40 KPM BLT")),
        ("Honor Rp300 ribu per bulan Rp3 juta", IsiKeputusan("Honor Rp300 ribu per bulan Rp3 juta")),
        ("Posyandu, 25 setuju, 6 menolak", IsiKeputusan("Posyandu", "terbuka", 25, 6)),
        ("Posyandu 25 setuju 20 setuju", IsiKeputusan("Posyandu 25 setuju", "terbuka", 20)),
        ("Drainase senilai Rp12,5 juta (swadaya) PJ: TPK, tenggat: 15 Januari 2027",
         IsiKeputusan("Drainase", pj="TPK", tenggat="2027-01-15", anggaran=12_500_000, sumber_dana="swadaya")),
        ("Jalan usaha tani, sumber dana: Dana Desa; Rp8 juta", IsiKeputusan("Jalan usaha tani", anggaran=8_000_000, sumber_dana="DD")),
        ("Serah terima dari Pj Kepala Desa", IsiKeputusan("Serah terima dari Pj Kepala Desa")),
        ("Direktur memperoleh 25 suara", IsiKeputusan("Direktur memperoleh 25 suara")),
        ("Direktur dipilih lewat voting tertutup", IsiKeputusan("Direktur dipilih lewat", "tertutup")),
        ("Selesai tenggat secepatnya", IsiKeputusan("Selesai tenggat secepatnya")),
        ("Pagu 1.200 juta", IsiKeputusan("Pagu 1.200 juta")),
        ("PJ TPK; PJ Kaur", IsiKeputusan("PJ Kaur", pj="TPK")),
        ("mufakat aklamasi", IsiKeputusan("mufakat", "mufakat")),
        ("A tenggat 1/12; B tenggat 2/12", IsiKeputusan("A; B tenggat 2/12", tenggat="2026-12-01")),
        ("A; mufakat; voting", IsiKeputusan("A; voting", "mufakat")),
        ("A; DD; ADD; Rp1 juta; Rp2 juta", IsiKeputusan("A; ADD; Rp2 juta", anggaran=1_000_000, sumber_dana="DD")),
        ("PJ TPK", IsiKeputusan("PJ TPK", pj="TPK")),
    ],
)  # fmt: skip
def test_a_line_as_a_decision(baris: str, hasil: IsiKeputusan) -> None:
    assert baca_putusan(baris, HARI) == hasil


def test_votes_against_those_who_were_there() -> None:
    assert kelebihan_suara(IsiKeputusan("A", setuju=20, menolak=8), 28) == ""
    assert kelebihan_suara(IsiKeputusan("A", setuju=20), None) == ""
    assert kelebihan_suara(IsiKeputusan("A"), 0) == ""


# -- the rest ---------------------------------------------------------------------------------------------------------


def test_questions_of_its_kind(sari: Obrolan) -> None:
    buat(sari, "indeks")
    sari.tulis("/musdes_khusus")
    for teks in ("Maju", "30/11", "simpan"):
        sari.tulis(teks)
    assert ambil(sari).isian == {"status": "Maju", "dikirim": "2026-11-30"}
    sari.tulis("/musdes M-2611-0001")
    assert "Batas kirim data: 30 November 2026" in sari.layar
    sari.tulis("/musdes_khusus")
    assert sari.layar.tombol == ["Maju", "Lewati"]
    sari.tekan("Maju")
    assert "Senin, 30 November 2026" in sari.layar.tombol[0]
    for teks in ("lewati", "simpan"):
        sari.tulis(teks)
    assert ambil(sari).isian == {"status": "Maju"}
    nomor = buat(sari, "lpj")
    sari.tulis(f"/musdes_khusus {nomor}")
    for teks in ("1,2 miliar", "tidak", "simpan"):
        sari.tulis(teks)
    assert "Laporan diterima: tidak" in sari.tulis(f"/musdes {nomor}")
    lain = buat(sari, "blt")
    for teks in (f"/musdes_khusus {lain}", "lewati", "lewati", "lewati"):
        sari.tulis(teks)
    assert "Belum ada yang diisi." in sari.layar
    sari.tulis("kembali")
    sari.tulis("3")
    sari.tulis("simpan")
    assert ambil(sari, lain).isian == {"bulan": 3}
    diterima = buat(sari, "kdmp")
    for teks in (f"/musdes_khusus {diterima}", "lewati", "ya", "simpan", f"/musdes {diterima}"):
        sari.tulis(teks)
    assert "Proposal dibahas: ya" in sari.layar


def test_pictures(sari: Obrolan) -> None:
    buat(sari)
    sari.tulis("foto musdes")
    sari.tekan("Berita acara")
    assert "sudah ditandatangani" in sari.layar
    foto = sari.gambar(2)
    sari.kirim(Masukan(foto=foto))
    sari.tekan("Selesai")
    assert "2 foto tersimpan: berita acara." in sari.layar
    sari.tulis("/musdes_foto entah")
    sari.tekan("Kegiatannya")
    sari.foto(1)
    sari.tulis("selesai")
    sari.tulis("foto musdes")
    sari.kirim(Masukan(foto=foto))
    sari.tulis("berita acara")
    assert "Foto itu sudah ada." in sari.layar
    sari.tulis("/musdes_narasumber")
    sari.kirim(Masukan(foto=foto))
    sari.tulis("Dadan, PMD")
    sari.tulis("/musdes_agenda")
    sari.kirim(Masukan(foto=foto))
    assert "Fotonya sudah ada." in sari.tulis("Evaluasi")


def test_hours_place_and_letters(sari: Obrolan) -> None:
    nomor = buat(sari)
    sari.tulis(f"/musdes {nomor}")
    sari.tekan("Waktu, tempat, surat")
    for tombol, teks in (
        ("+ Jam", "20.00-22.10"),
        ("+ Tempat", "Aula"),
        ("+ Tanggal", "kemarin"),
        ("+ Dalam rangka", "penyusunan RKP 2027"),
        ("+ Dasar", "005/12/BPD"),
        ("+ Nomor", "141/07/BA/2026"),
    ):
        sari.tekan(tombol)
        sari.tulis(teks)
    assert "Jam selesai: 22:10" in sari.layar
    sari.tekan("Simpan")
    m = ambil(sari)
    assert (m.mulai, m.selesai, m.tempat, m.tanggal) == ("20:00", "22:10", "Aula", "2026-11-19")
    assert (m.judul, m.dasar, m.nomor_ba) == ("penyusunan RKP 2027", "005/12/BPD", "141/07/BA/2026")
    sari.tulis("/musdes_rincian")
    assert "Apa yang mau diubah atau ditambah?" in sari.layar
    sari.tekan("Simpan")
    assert "Tersimpan" not in sari.layar


def test_an_hour_that_no_longer_holds_is_asked_again(sari: Obrolan) -> None:
    buat(sari)
    sari.tulis("/musdes_rincian")
    sari.tekan("+ Jam")
    sari.tulis("20.00")
    sari.ganti(jam=7)
    assert "Contoh: 19.30-22.10" in sari.tulis("simpan")


def test_names_and_units() -> None:
    assert nama_unsur("Dadan, Dinas PMD") == ("Dadan", "Dinas PMD")
    assert nama_unsur("Camat Cibeber (kecamatan)") == ("Camat Cibeber", "kecamatan")
    assert nama_unsur("Euis (KPMD)") == ("Euis", "kader")
    assert nama_unsur("Dadan,") == ("Dadan", "")
    assert kode_unsur("tokoh") == "tomas"
    assert [tanpa_nomor(b) for b in ("1. A", "12) B", "• C", "3 km jalan", "- D")] == ["A", "B", "C", "3 km jalan", "D"]
    assert tiap_baris("A\n\n 2. B") == ["A", "B"]
