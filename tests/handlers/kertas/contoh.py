"""Musyawarah that the papers are tried with: an ordinary one, one that is yet to be, and some that nobody should meet."""

from __future__ import annotations

from msgspec import structs

from data.musdes.risalah import Bahasan, Narasumber, Penanda, Putusan, Risalah, Tempat, TindakLanjut

KECAMATAN = Tempat("Cibeber", "Kecamatan")
BIASA = Risalah(
    nomor="M-2611-0003",
    versi=2,
    jenis="Musyawarah Desa penyusunan RKP Desa",
    penyelenggara="BPD",
    desa=(Tempat("Sukaraharja", "Desa", "Kepala Desa"),),
    kecamatan=KECAMATAN,
    kabupaten="Kabupaten Cianjur",
    provinsi="Jawa Barat",
    zona="WIB",
    tanggal="2026-11-21",
    mulai="19:30",
    selesai="22:10",
    judul="penyusunan RKP Desa tahun 2027",
    tempat="Balai Desa Sukaraharja",
    dasar="undangan BPD nomor 005/12/BPD/2026 tanggal 17 November 2026",
    nomor_ba="141/07/BA/2026",
    diundang=60,
    hadir_l=30,
    hadir_p=15,
    unsur=("Pemerintah desa", "BPD", "Tokoh masyarakat", "Perempuan", "Kelompok tani", "Kepala dusun, RT/RW", "PKK"),
    pimpinan="Contoh Pimpinan",
    pimpinan_unsur="BPD",
    notulis="Contoh Notulis",
    notulis_unsur="Pemerintah desa",
    narasumber=(Narasumber("Contoh Narasumber Satu", "Kecamatan"), Narasumber("Contoh Narasumber Dua")),
    bahasan=(
        Bahasan(
            "Evaluasi RKP Desa tahun 2026",
            catatan=(
                "19.45 Sekretaris Desa: realisasi sampai Oktober 78 persen; dua kegiatan fisik tertunda karena hujan.",
                "20.00 Kadus Cisitu: saluran air di RT 03 belum dikerjakan, warga menunggu.",
                "Kaur Keuangan: sisa anggarannya masih ada.",
            ),
            putusan=(Putusan("P-2611-0011", "Menyelesaikan saluran air RT 03 sebelum akhir tahun.", "mufakat"),),
        ),
        Bahasan(
            "Pembentukan tim penyusun RKP Desa",
            catatan=("20.15 Ketua BPD: tim paling sedikit tujuh orang dan mengikutsertakan perempuan.",),
            putusan=(
                Putusan(
                    "P-2611-0012",
                    "Membentuk tim penyusun RKP Desa tahun 2027 sebanyak sembilan orang, tiga di antaranya perempuan.",
                    "mufakat",
                    pj="Kepala Desa",
                    tenggat="2026-12-05",
                    tindak_lanjut=(
                        TindakLanjut(
                            "Menerbitkan keputusan kepala desa tentang tim penyusun", "Sekretaris Desa", "2026-11-30"
                        ),
                        TindakLanjut("Mengumumkan susunan tim di papan informasi"),
                    ),
                ),
            ),
        ),
        Bahasan(
            "Usulan prioritas 2027",
            putusan=(
                Putusan(
                    "P-2611-0013",
                    "Rabat beton jalan Dusun Cisitu sepanjang 350 meter didahulukan pada tahun 2027.",
                    "terbuka",
                    setuju=38,
                    menolak=5,
                    abstain=2,
                    pj="Kasi Kesejahteraan",
                    tenggat="2027-06-30",
                    anggaran=45_000_000,
                    sumber_dana="DD",
                    tindak_lanjut=(
                        TindakLanjut("Mengukur ulang panjang jalan bersama Kadus Cisitu", "TPK", "2026-12-15"),
                    ),
                ),
                Putusan("P-2611-0014", "Posyandu Melati mendapat timbangan bayi digital.", anggaran=3_500_000),
            ),
        ),
        Bahasan("", catatan=("21.50 Warga RW 02 menanyakan jadwal ronda.",)),
    ),
    isian=(("Tahun RKP Desa", "2027"), ("Pagu indikatif desa", "Rp1.250.000.000")),
    penanda=(
        Penanda("Ketua BPD", "Contoh Pimpinan"),
        Penanda("Kepala Desa"),
        Penanda("Wakil masyarakat", "Contoh Wakil Warga"),
    ),
)
KOSONG = Risalah(
    nomor="M-2611-0004",
    versi=1,
    jenis="Musyawarah Desa",
    penyelenggara="BPD",
    desa=(Tempat("Sukamaju", "Desa", "Kepala Desa"),),
    kecamatan=KECAMATAN,
    kabupaten="Kabupaten Cianjur",
    provinsi="Jawa Barat",
    zona="WIB",
    tanggal="2026-11-28",
    mulai="09:00",
)
"""Before it is held: only what one must say to begin."""


JAHAT = (
    '#eval("1+1") #import "x.typ" $x$ *tebal* _miring_ `kode` \\ @rujuk <label> https://contoh.id',
    "{{ 7*7 }} {% for x in penanda %}{{ x.nama }}{% endfor %} {# komentar #} {{r nomor }} {_{ 7*7 }_}",
    "<w:p><w:r><w:t>XML</w:t></w:r></w:p> & &amp; \" ' <!-- x --> ]]>",
    "kendali:\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\ud800\ufffe|baris\r\nkedua\ttab",
    "emoji 🙏🏽 👨‍👩‍👧 RTL שלום السلام \u202etrik\u202c \u2066x\u2069",
    "panjang " + "x" * 9_900,
)
"""What people may type, by chance or to see what happens."""


def jahat(teks: str) -> Risalah:
    """The same words wherever words go."""
    return structs.replace(
        BIASA,
        judul=teks,
        tempat=teks,
        dasar=teks,
        nomor_ba=teks,
        unsur=(teks,),
        pimpinan=teks,
        pimpinan_unsur=teks,
        notulis=teks,
        notulis_unsur=teks,
        narasumber=(Narasumber(teks, teks),),
        bahasan=(
            Bahasan(
                teks,
                (teks, f"20.15 {teks}"),
                (
                    Putusan(
                        "P-2611-0001", teks, teks, pj=teks, sumber_dana=teks, tindak_lanjut=(TindakLanjut(teks, teks),)
                    ),
                ),
            ),
        ),
        isian=((teks, teks),),
        penanda=(Penanda(teks, teks), Penanda(teks, teks), Penanda(teks)),
    )


def banyak(putusan: int) -> Risalah:
    """As many decisions, each with a follow-up, and a page of words in one of them."""
    isi = "Ruas jalan dusun diperbaiki secara swakelola dengan tenaga kerja setempat. " * 3
    satu = BIASA.bahasan[2].putusan[0]
    semua = (structs.replace(satu, isi=f"{isi}Tahap {n}.") for n in range(1, putusan))
    return structs.replace(
        BIASA,
        bahasan=(Bahasan("Prioritas", putusan=(structs.replace(satu, isi=isi * 30), *semua)),),
        hadir_l=150,
        hadir_p=150,
        penanda=tuple(Penanda(f"Wakil dusun {n}", f"Contoh Warga {n}") for n in range(1, 13)),
    )
