"""Two provinces that have nothing to do with each other, with people of every level and something of everything.

What must not be heard carries a mark: `qn<place>` names of people and invitations, `qi<place>` contents of entries and
tasks, `qd<place>` drafts and reasons for a leave. Who may hear which stands in `PELAKU`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from data.camat import Bagian, Isi, OrangCamat
from data.camat.isi import ke_json as isi_camat
from data.lingkup import SEMUA_WILAYAH
from data.musdes.risalah import Bahasan, Putusan, Risalah, Tempat, ke_json
from data.orang import ADMIN, CAMAT, KPMD, PD, PLD, TAPM_KAB, TAPM_PROV, TEKNIS, OrangQ
from data.pencarian import isi_susulan
from data.percakapan import PercakapanQ
from data.wilayah import WilayahQ
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import KINI, ZONA, Dunia, Obrolan

LALU = date(2026, 1, 1)
GRUP = {"sini": "32.03.03", "sebelah": "32.03.09", "sana": "11.01.01"}
DESA_GRUP = {"sini": "32.03.03.2013", "tetangga": "32.03.03.2017", "sebelah": "32.03.09.2001", "sana": "11.01.01.2001"}
LUAR = ("sebelah", "sana")


@dataclass(frozen=True)
class Pelaku:
    """`rahasia`: marks that this person must never see. `asing`: places whose people's rows they must never change."""

    nama: str
    rahasia: tuple[str, ...]
    asing: tuple[str, ...]
    rekan: str = ""
    """The one beyond their scope whom they know: of the same role under the same coordinator."""


def _tanda(jenis: str, *tempat: str) -> tuple[str, ...]:
    return tuple(f"q{j}{t}" for j in jenis for t in tempat)


SEMUA_DRAF = _tanda("d", "sini", "tetangga", *LUAR)
SEKITAR = ("sini", "tetangga", *LUAR)
PELAKU = {
    "warga": Pelaku("Warga Ani", _tanda("nid", *SEKITAR), SEKITAR),
    "sendiri": Pelaku("Sendiri Ujang", _tanda("nid", *SEKITAR), SEKITAR),
    "mantan": Pelaku("Mantan Dewi", _tanda("nid", *SEKITAR), SEKITAR),
    "kpmd": Pelaku("Kader Lilis", (*_tanda("i", "sini", "tetangga"), *_tanda("ni", *LUAR), *SEMUA_DRAF), SEKITAR),
    "pld": Pelaku(
        "Pendamping Nining", (*_tanda("i", "tetangga"), *_tanda("ni", *LUAR), *SEMUA_DRAF), SEKITAR, "pld qntetangga"
    ),
    "pd": Pelaku("Koordinator Wawan", (*_tanda("ni", *LUAR), *_tanda("d", *LUAR)), LUAR, "pd qnsebelah"),
    "teknis": Pelaku("Teknis Gugun", (*_tanda("ni", *LUAR), *SEMUA_DRAF), SEKITAR, "teknis qnsebelah"),
    "camat": Pelaku("Camat Iis", (*_tanda("ni", *LUAR), *SEMUA_DRAF), SEKITAR),
    "tapm_kab": Pelaku("Ahli Yayan", _tanda("nid", "sana"), ("sana",)),
    "tapm_prov": Pelaku("Ahli Euis", _tanda("nid", "sana"), ("sana",)),
    "admin": Pelaku("Admin Cecep", (), ()),
}
TUGAS = {
    "kpmd": (KPMD, "32.03.03.2013"),
    "pld": (PLD, "32.03.03.2013"),
    "sendiri": (PLD, "32.03.03.2013"),
    "mantan": (PLD, "11.01.01.2001"),
    "pd": (PD, "32.03.03"),
    "teknis": (TEKNIS, "32.03.03"),
    "camat": (CAMAT, "32.03.03"),
    "tapm_kab": (TAPM_KAB, "32.03"),
    "tapm_prov": (TAPM_PROV, "32"),
    "admin": (ADMIN, SEMUA_WILAYAH),
}


URUT = ("orang", "kegiatan", "tugas", "cuti", "undangan", "permintaan", "grup", "percakapan", "kerja")


@dataclass
class DuniaLingkup:
    dunia: Dunia = field(default_factory=lambda: Dunia(TABEL))
    pelaku: dict[str, Obrolan] = field(default_factory=dict)
    orang: dict[str, list[int]] = field(default_factory=dict)
    """Ids by place, without the actors."""
    kader: int = 0
    """The KPMD of the first place, `sini`."""
    semula: dict[str, dict[str, set[tuple[object, ...]]]] = field(default_factory=dict)
    """By actor: the rows of `asing` before anything is tried."""
    rujukan: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    milik: dict[str, dict[str, str]] = field(default_factory=dict)
    """By place, what it has that can be asked for: 'K', 'T', 'cuti', 'undangan', …"""

    def __post_init__(self) -> None:
        for row in self.dunia.raw.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'").fetchall():
            self._sql("DELETE FROM sqlite_sequence WHERE name = ?", row["name"])
            # ids of each table apart from the others', so that one is never somebody else's by chance
            seq = 1000 + 100 * URUT.index(row["name"]) if row["name"] in URUT else 9000
            self._sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", row["name"], seq)
        wilayah = WilayahQ(self.dunia.tx)
        for kode in ("11", "11.01", "32", "32.03", *GRUP.values()):
            wilayah.kenalkan(kode)
        for kode in GRUP.values():
            wilayah.kenalkan_desa(kode)
        for tempat in DESA_GRUP:
            self._isi(tempat)
        for nama, satu in PELAKU.items():
            self.pelaku[nama] = self._orang(satu.nama)
            if nama in TUGAS:
                self._tugaskan(self.pelaku[nama].id, *TUGAS[nama], sah=nama != "sendiri")
        self._sql("UPDATE penugasan SET sampai = '2026-10-31' WHERE orang_id = ?", self.pelaku["mantan"].id)
        isi_susulan(self.dunia.tx)

    def _isi(self, tempat: str) -> None:
        desa, kecamatan = DESA_GRUP[tempat], DESA_GRUP[tempat][:8]
        peran = [(PLD, desa), (KPMD, desa)]
        if tempat != "tetangga":
            peran += [(PD, kecamatan), (TEKNIS, kecamatan), (CAMAT, kecamatan)]
        if tempat in ("sini", "sana"):
            peran += [(TAPM_KAB, desa[:5]), (TAPM_PROV, desa[:2])]
        semua = {p: self._orang(f"{p} qn{tempat}").id for p, _ in peran}
        for satu, kode in peran:
            self._tugaskan(semua[satu], satu, kode)
        self.orang[tempat] = list(semua.values())
        self.kader = self.kader or semua[KPMD]
        self._barang(tempat, desa, semua[PLD], semua.get(PD, semua[PLD]))

    def _barang(self, tempat: str, desa: str, pld: int, pd: int) -> None:
        """Something of everything that somebody else might reach for."""
        nomor = list(DESA_GRUP).index(tempat) + 1
        k, t = f"K-2611-8{nomor:03}", f"T-2611-8{nomor:03}"
        kolom = "nomor, orang_id, desa, kegiatan, cara, tanggal, jam, menit, hasil, masalah, dicatat, periksa"
        catatan = self._sql(
            f"INSERT INTO kegiatan ({kolom}) VALUES (?, ?, ?, 'AS11', 'desa', '2026-11-19', '09:00-11:00', 120, ?, ?, ?, '')",
            *(k, pld, desa, f"Hasil qi{tempat}.", f"Masalah qi{tempat}.", KINI),
        )
        isi = f'{{"tanggal":"2026-11-19","jam":"09:00-11:00","hasil":"Salinan qd{tempat}"}}'
        self._sql("INSERT INTO drp_salin (kegiatan_id, isi, waktu) VALUES (?, ?, ?)", catatan, isi, KINI)
        butir = f'{{"apa":"jam","teks":"Beda qd{tempat}","tombol":"Buka","perintah":"riwayat {k}"}}'
        self._sql(
            "INSERT INTO drp_cocok (orang_id, bulan, isi, dibuat) VALUES (?, '2026-11', ?, ?)",
            *(pld, f'{{"bulan":"2026-11","cocok":0,"sini":1,"sana":1,"catatan":[],"butir":[{butir}]}}', KINI),
        )
        tugas = self._sql(
            "INSERT INTO tugas (nomor, judul, tenggat, oleh, dibuat) VALUES (?, ?, '2026-12-01', ?, ?)",
            *(t, f"Tugas qi{tempat}", pd, KINI),
        )
        self._sql("INSERT INTO tugas_orang VALUES (?, ?, 'baru', ?, ?)", tugas, pld, f"catatan qi{tempat}", KINI)
        cuti = self._sql(
            "INSERT INTO cuti (orang_id, dari, sampai, alasan, dibuat) VALUES (?, '2026-12-01', '2026-12-03', ?, ?)",
            *(pld, f"alasan qd{tempat}", KINI),
        )
        undangan = self._sql(
            "INSERT INTO undangan (sidik, peran, wilayah, nama, oleh, dibuat, habis, status) "
            "VALUES (?, 'pld', ?, ?, ?, ?, ?, 'aktif')",
            *(hashlib.sha256(tempat.encode()).hexdigest(), desa, f"Tamu qn{tempat}", pd, KINI, KINI + 86_400),
        )
        pelamar = self._orang(f"Pelamar qn{tempat}").id
        permintaan = self._sql(
            "INSERT INTO permintaan (orang_id, peran, wilayah, dibuat, status) VALUES (?, 'pld', ?, ?, 'menunggu')",
            *(pelamar, desa, KINI),
        )
        grup = self._sql(
            "INSERT INTO grup (kanal, tujuan, judul, wilayah, status, oleh, dibuat) VALUES (?, '-1', ?, ?, 'aktif', ?, ?)",
            *(f"uji{tempat}", f"Grup qn{tempat}", desa[:8], pd, KINI),
        )
        isi = f'{{"jawaban":{{"desa":"{desa}","hasil":"Draf qd{tempat}"}}}}'
        percakapan = PercakapanQ(self.dunia.tx).buka(pld, "catat", isi, KINI)
        PercakapanQ(self.dunia.tx).simpan(percakapan.id, isi, "ditunda", f"Draf qd{tempat}", KINI)
        kerja = self._sql(
            "INSERT INTO kerja (orang_id, kanal, tujuan, jenis, bahan, sebut, status, hasil, dibuat, selesai) "
            "VALUES (?, 'uji', ?, 'unduh_xlsx', '{}', ?, 'selesai', ?, ?, ?)",
            *(pld, f"pld qn{tempat}", f"Unduhan qd{tempat}", f'{{"teks":"Hasil qd{tempat}"}}', KINI, KINI),
        )
        self.orang[tempat].append(pelamar)
        semua = {"orang": pld, "atas": pd, "kegiatan": catatan, "tugas": tugas, "cuti": cuti, "undangan": undangan}
        semua |= {"permintaan": permintaan, "grup": grup, "percakapan": percakapan.id, "kerja": kerja}
        self.milik[tempat] = {"K": k, "T": t, "desa": desa, "nama": f"pld qn{tempat}"}
        self.milik[tempat] |= {apa: str(id_) for apa, id_ in semua.items()}
        if tempat in LUAR:  # nearer ones are for every pendamping there to change
            self._musdes(tempat, desa, pld, nomor)
            self._pertanyaan(tempat, desa, pelamar, pld, nomor)
            self._ekonomi(tempat, desa, pld, nomor)
            self._register(tempat, desa, pld, nomor)
            self._rencana(tempat, desa, pld, nomor)
            self._camat(tempat, desa[:8], pd, nomor)
            self._masalah(tempat, desa, pelamar, pld, nomor)
            self._inovasi(tempat, desa, pld, nomor)
            self._siaran(tempat, catatan, pld, nomor)
            self._kemandirian(tempat, desa, pld, nomor)

    def _musdes(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        m, p = f"M-2611-8{nomor:03}", f"P-2611-8{nomor:03}"
        musdes = self._sql(
            "INSERT INTO musdes (nomor, orang_id, jenis, desa, judul, tanggal, mulai, status, dibuat, diubah) "
            "VALUES (?, ?, 'rkp', ?, ?, '2026-11-19', '19:30', 'berjalan', ?, ?)",
            *(m, pld, desa, f"Musdes qi{tempat}", KINI, KINI),
        )
        self._sql("INSERT INTO musdes_desa VALUES (?, ?, '2026-11-19')", musdes, desa)
        self._sql("INSERT INTO agenda (musdes_id, urutan, judul) VALUES (?, 1, ?)", musdes, f"Agenda qi{tempat}")
        self._sql("INSERT INTO narasumber VALUES (?, 1, ?, 'bpd')", musdes, f"Narasumber qi{tempat}")
        self._sql(
            "INSERT INTO catatan_musdes (musdes_id, waktu, orang_id, teks) VALUES (?, ?, ?, ?)",
            *(musdes, KINI, pld, f"Catatan qi{tempat}"),
        )
        kolom = "nomor, musdes_id, desa, urutan, isi, pj, pj_orang, tenggat, status, alasan, dibuat, diubah"
        keputusan = self._sql(
            f"INSERT INTO keputusan ({kolom}) VALUES (?, ?, ?, 1, ?, ?, ?, '2026-11-18', 'terhambat', ?, ?, ?)",
            *(p, musdes, desa, f"Keputusan qi{tempat}", f"pld qn{tempat}", pld, f"alasan qi{tempat}", KINI, KINI),
        )
        self._sql(
            "INSERT INTO keputusan_status (keputusan_id, waktu, oleh, status, alasan) VALUES (?, ?, ?, 'terhambat', ?)",
            *(keputusan, KINI, pld, f"alasan qi{tempat}"),
        )
        usulan = self._sql(
            "INSERT INTO keputusan (nomor, musdes_id, desa, urutan, isi, usulan, status, dari, dibuat, diubah) "
            "VALUES (?, ?, ?, 2, ?, 1, 'baru', ?, ?, ?)",
            *(f"P-2611-7{nomor:03}", musdes, desa, f"Usulan qi{tempat}", keputusan, KINI, KINI),
        )
        tempat_ = Tempat(f"qi{tempat}", "Desa")
        bahasan = Bahasan(f"Agenda qi{tempat}", (f"Catatan qi{tempat}",), (Putusan(p, f"Keputusan qi{tempat}"),))
        risalah = Risalah(
            m, 1, "Musdes", "BPD", (tempat_,), tempat_, "Kabupaten", "Provinsi", "WIB", "2026-11-19", "19:30",
            bahasan=(bahasan,),
        )  # fmt: skip
        self._sql("INSERT INTO musdes_versi VALUES (?, 1, ?, ?, ?)", musdes, ke_json(risalah), KINI, pld)
        self._sql("UPDATE musdes SET versi = 1, usang = 1 WHERE id = ?", musdes)
        self._sql(
            "INSERT INTO siklus (desa, tahun, dokumen, tahap, tanggal, musdes_id, oleh, diubah) "
            "VALUES (?, 2027, 'rkp', 'proses', '2026-11-19', ?, ?, ?)",
            *(desa, musdes, pld, KINI),
        )
        self._sql(
            "INSERT INTO fungsi_langkah (desa, langkah, keadaan, tanggal, bukti, catatan, oleh, dibuat, diubah) "
            "VALUES (?, 'F4.1', 'selesai', '2026-11-19', ?, ?, ?, ?, ?)",
            *(desa, f"Bukti qi{tempat}", f"Catatan qi{tempat}", pld, KINI, KINI),
        )
        for tabel, id_ in (("musdes", musdes), ("keputusan", keputusan), ("keputusan", usulan)):
            self._sql(
                "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah, alasan) "
                "VALUES (?, ?, 'uji', 'ubah', ?, ?, 'isi', ?, ?, ?)",
                *(KINI, pld, tabel, id_, f"dulu qi{tempat}", f"kini qi{tempat}", f"alasan qi{tempat}"),
            )
        self.milik[tempat] |= {"M": m, "P": p}

    def _ekonomi(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        """BUM Desa, KDMP, and BLT with a payment and a change."""
        b, saat = f"B-2611-8{nomor:03}", (pld, KINI, KINI)
        self._sql(
            "INSERT INTO bumdes (desa, nama, langkah, langkah_tanggal, nama_disetujui, hambatan, oleh, dibuat, diubah) "
            "VALUES (?, ?, 3, '2026-11-02', '2026-11-02', ?, ?, ?, ?)",
            *(desa, f"BUM Desa qi{tempat}", f"Hambatan qi{tempat}", *saat),
        )
        self._sql(
            "INSERT INTO bumdes_langkah (desa, waktu, oleh, langkah, tanggal, catatan) "
            "VALUES (?, ?, ?, 3, '2026-11-02', ?)",
            *(desa, KINI, pld, f"Catatan qi{tempat}"),
        )
        self._sql(
            "INSERT INTO kdmp (desa, nama, hambatan, oleh, dibuat, diubah) VALUES (?, ?, ?, ?, ?, ?)",
            *(desa, f"KDMP qi{tempat}", f"Hambatan qi{tempat}", *saat),
        )
        self._sql(
            "INSERT INTO blt (desa, tahun, keluarga, bulanan, sk, oleh, dibuat, diubah) "
            "VALUES (?, 2026, 40, 300000, ?, ?, ?, ?)",
            *(desa, f"SK qi{tempat}", *saat),
        )
        self._sql(
            "INSERT INTO blt_salur (nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, alasan, orang_id, "
            "dibuat) VALUES (?, ?, 2026, 7, 9, '2026-10-15', 40, 36000000, ?, ?, ?)",
            *(b, desa, f"Sebab qi{tempat}", pld, KINI),
        )
        self._sql(
            "INSERT INTO blt_ubah (desa, tahun, tanggal, sebab, keluarga, catatan, orang_id, dibuat) "
            "VALUES (?, 2026, '2026-11-01', 'pindah', -2, ?, ?, ?)",
            *(desa, f"Catatan qi{tempat}", pld, KINI),
        )
        self.milik[tempat]["B"] = b

    def _pertanyaan(self, tempat: str, desa: str, dari: int, pld: int, nomor: int) -> None:
        """One that waits, and one whose answer is proposed as a topic."""
        kolom = "nomor, orang_id, kanal, tujuan, desa, teks, status, untuk, jawaban, dibuat, sejak"
        for n, status in enumerate(("dijawab", "menunggu")):
            q = f"Q-2611-8{n}{nomor:02}"
            id_ = self._sql(
                f"INSERT INTO pertanyaan ({kolom}) VALUES (?, ?, 'uji', ?, ?, ?, ?, ?, ?, ?, ?)",
                *(q, dari, f"Pelamar qn{tempat}", desa, f"Tanya qi{tempat}", status, pld, f"Jawab qi{tempat}"),
                *(KINI, KINI),
            )
            if status == "dijawab":
                self._sql(
                    "INSERT INTO usulan_topik (pertanyaan_id, status, dibuat) VALUES (?, 'menunggu', ?)", id_, KINI
                )
            self.milik[tempat]["Q"] = q

    def _register(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        """One of a register, with its words and a line of its trail."""
        kolom = "nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah"
        isi = f'{{"nama":"Aset qi{tempat}","golongan":"alam","manfaat":"Manfaat qi{tempat}"}}'
        id_ = self._sql(
            f"INSERT INTO register ({kolom}) VALUES (?, 'aset', ?, ?, 'dipakai', ?, ?, ?, ?)",
            *(f"AL-2611-8{nomor:03}", desa, f"Aset qi{tempat}", isi, pld, KINI, KINI),
        )
        self._sql(
            "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah) "
            "VALUES (?, ?, 'uji', 'ubah', 'register', ?, 'manfaat', ?, ?)",
            *(KINI, pld, id_, f"dulu qi{tempat}", f"kini qi{tempat}"),
        )
        self.milik[tempat]["AL"] = f"AL-2611-8{nomor:03}"
        kader = self._sql(
            "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah) "
            "VALUES (?, 'kader', ?, ?, 'aktif', ?, ?, ?, ?)",
            *(f"KD-2611-8{nomor:03}", desa, f"Kader qi{tempat}"),
            f'{{"nama":"Kader qi{tempat}","kelamin":"perempuan","bidang":["data"],"dusun":"Dusun qi{tempat}"}}',
            *(pld, KINI, KINI),
        )
        self._sql(
            "INSERT INTO register (nomor, jenis, desa, judul, keadaan, isi, orang_id, induk, tanggal, dibuat, diubah) "
            "VALUES (?, 'kegiatan_kader', ?, ?, 'tercatat', ?, ?, ?, '2026-11-19', ?, ?)",
            *(f"KG-2611-8{nomor:03}", desa, f"Kegiatan qi{tempat}"),
            f'{{"apa":"Kegiatan qi{tempat}","macam":"dilatih","tanggal":"2026-11-19"}}',
            *(pld, kader, KINI, KINI),
        )
        self.milik[tempat]["KD"] = f"KD-2611-8{nomor:03}"

    def _inovasi(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        """A card, of which what is shared carries no mark, and a promise to repeat it there."""
        kolom = "nomor, jenis, desa, judul, keadaan, isi, orang_id, dibuat, diubah, induk"
        sql = f"INSERT INTO register ({kolom}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        isi = (
            '{"judul":"Zamrud","bidang":"sdm","cara":"Zamrud","lembaga":"Zamrud",'
            f'"masalah":"Masalah qi{tempat}","hasil":"Hasil qi{tempat}","pelaku":"Pelaku qi{tempat}"}}'
        )
        asal, km = f"IN-2611-8{nomor:03}", f"KM-2611-8{nomor:03}"
        self.dunia.tx.run(sql, (asal, "inovasi", desa, "Zamrud", "berjalan", isi, pld, KINI, KINI, None))
        row = self.dunia.tx.one("SELECT id FROM register WHERE nomor = ?", (asal,))
        assert row is not None
        isi = f'{{"inovasi":"Komitmen qi{tempat}","tahun":"2027"}}'
        self._sql(sql, km, "komitmen", desa, f"Komitmen qi{tempat}", "janji", isi, pld, KINI, KINI, row["id"])
        self.milik[tempat]["KM"] = km

    def _siaran(self, tempat: str, catatan: int, pld: int, nomor: int) -> None:
        r = f"R-2611-8{nomor:03}"
        self._sql(
            "INSERT INTO siaran (nomor, orang_id, kegiatan_id, judul, teks, dibuat, diubah) VALUES (?, ?, ?, ?, ?, ?, ?)",
            *(r, pld, catatan, f"Judul qi{tempat}", f"Teks qi{tempat}", KINI, KINI),
        )
        self.milik[tempat]["R"] = r

    def _kemandirian(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        """What a group said of itself, with a line of its trail; and a status that was copied from a decree."""
        d = f"D-2611-8{nomor:03}"
        id_ = self._sql(
            "INSERT INTO kemandirian (nomor, desa, kelompok, tahun, tanggal, forum, material, intelektual, "
            "pendampingan, isi, berikut, catatan, orang_id, dibuat, diubah) "
            "VALUES (?, ?, ?, 2026, '2026-11-19', 'fgd', 2, 2, 2, ?, ?, ?, ?, ?, ?)",
            *(d, desa, f"Kelompok qi{tempat}", '{"material_pokok":2}', f"Berikut qi{tempat}", f"Catatan qi{tempat}"),
            *(pld, KINI, KINI),
        )
        self._sql(
            "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah) "
            "VALUES (?, ?, 'uji', 'ubah', 'kemandirian', ?, 'berikut', ?, ?)",
            *(KINI, pld, id_, f"dulu qi{tempat}", f"kini qi{tempat}"),
        )
        self._sql(
            "INSERT INTO indeks_desa (desa, tahun, status, sumber, oleh, diubah) VALUES (?, 2025, 'maju', ?, ?, ?)",
            *(desa, f"SK qi{tempat}", pld, KINI),
        )
        self.milik[tempat]["D"] = d

    def _camat(self, tempat: str, kecamatan: str, pd: int, nomor: int) -> None:
        """A Camat's report with a part that was typed, a version, its letter and a line of its trail."""
        c = f"C-2611-8{nomor:03}"
        isian = {"5": Bagian(f"Tulisan qi{tempat}", False, 2, pd, KINI)}
        id_ = self._sql(
            "INSERT INTO laporan_camat (nomor, kecamatan, bulan, orang_id, isian, versi, status, dibuat, diubah) "
            "VALUES (?, ?, '2026-10', ?, ?, 1, 'ditandatangani', ?, ?)",
            *(c, kecamatan, pd, isi_camat(isian), KINI, KINI),
        )
        orang = OrangCamat(pd, f"pd qn{tempat}", PD)
        isi = Isi(kecamatan, f"qi{tempat}", "2026-10", "2026-10-31", orang=(orang,), isian=isian)
        self._sql("INSERT INTO laporan_camat_versi VALUES (?, 1, ?, ?, ?)", id_, isi_camat(isi), pd, KINI)
        self._sql(
            "INSERT INTO laporan_camat_tanda (laporan_id, versi, surat, tanggal, oleh, dibuat) "
            "VALUES (?, 1, ?, '2026-11-02', ?, ?)",
            *(id_, f"Surat qi{tempat}", pd, KINI),
        )
        self._sql(
            "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah) "
            "VALUES (?, ?, 'uji', 'ubah', 'laporan_camat', ?, 'bagian 5', ?, ?)",
            *(KINI, pd, id_, f"dulu qi{tempat}", f"kini qi{tempat}"),
        )
        self.milik[tempat]["C"] = c

    def _rencana(self, tempat: str, desa: str, pld: int, nomor: int) -> None:
        """A plan that waits for its coordinator, with one activity and a line of its trail."""
        id_ = self._sql(
            "INSERT INTO rencana (nomor, orang_id, peran, desa, tahun, status, alasan, dibuat, diubah) "
            "VALUES (?, ?, 'pld', ?, 2026, 'diajukan', ?, ?, ?)",
            *(f"N-2611-8{nomor:03}", pld, desa, f"Alasan qi{tempat}", KINI, KINI),
        )
        self._sql(
            "INSERT INTO rencana_butir (rencana_id, urutan, kegiatan, uraian, target, pekan, pihak, dibuat, diubah) "
            "VALUES (?, 1, 'AS11', ?, 4, '03.1', ?, ?, ?)",
            *(id_, f"Uraian qi{tempat}", f"Pihak qi{tempat}", KINI, KINI),
        )
        self._sql(
            "INSERT INTO jejak (waktu, orang_id, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah) "
            "VALUES (?, ?, 'uji', 'ubah', 'rencana', ?, '1.pihak', ?, ?)",
            *(KINI, pld, id_, f"dulu qi{tempat}", f"kini qi{tempat}"),
        )
        self.milik[tempat]["N"] = f"N-2611-8{nomor:03}"

    def _masalah(self, tempat: str, desa: str, dari: int, pld: int, nomor: int) -> None:
        """A villager's report, and one that is secret."""
        for n, rahasia in enumerate((1, 0)):
            a = f"A-2611-8{n}{nomor:02}"
            id_ = self._sql(
                "INSERT INTO masalah (nomor, desa, tema, isi, asal, orang_id, nama, rahasia, kanal, tujuan, pj, "
                "tingkat, jatuh, tenggat, status, jawaban, dibuat, diubah) VALUES (?, ?, 'blt', ?, 'warga', ?, ?, ?, "
                "'uji', ?, ?, 'pld', ?, '2026-11-18', 'baru', ?, ?, ?)",
                *(a, desa, f"Aduan qi{tempat}", dari, f"Pelamar qn{tempat}", rahasia, f"Pelamar qn{tempat}", pld),
                *(KINI, f"Jawaban qi{tempat}", KINI, KINI),
            )
            self._sql(
                "INSERT INTO masalah_langkah (masalah_id, waktu, oleh, apa, teks) VALUES (?, ?, ?, 'catat', ?)",
                *(id_, KINI, pld, f"Langkah qi{tempat}"),
            )
            self.milik[tempat]["A"] = a

    def _orang(self, nama: str) -> Obrolan:
        orang = OrangQ(self.dunia.tx)
        id_ = orang.tambah(nama, ZONA, KINI)
        orang.setujui(orang.ambil(id_, KINI), KINI)
        orang.pasang_alamat(id_, "uji", nama, KINI)
        return Obrolan(self.dunia, id_, nama)

    def _tugaskan(self, id_: int, peran: str, kode: str, *, sah: bool = True) -> None:
        OrangQ(self.dunia.tx).tugaskan(id_, peran, kode, LALU, disahkan=sah)
        self._sql("UPDATE orang SET zona = ? WHERE id = ?", ZONA, id_)

    def _sql(self, sql: str, *params: str | int) -> int:
        self.dunia.tx.run(sql, params)
        row = self.dunia.tx.one("SELECT last_insert_rowid() AS id")
        assert row is not None
        return int(row["id"])

    def nama(self, id_: str) -> str:
        """Of the person with this id; '' for anything else."""
        row = self.dunia.tx.one("SELECT nama FROM orang WHERE id = ?", (int(id_) if id_.isdecimal() else 0,))
        return str(row["nama"]) if row else ""

    def bawahan(self, pelaku: int) -> set[int]:
        """The village cadre is below its PLD, though otherwise nobody of the place is."""
        return {self.kader} if pelaku == self.pelaku["pld"].id else set()

    # -- what must stay as it is ----------------------------------------------------------------------------------

    def asing(self, tempat: tuple[str, ...], pelaku: int) -> dict[str, set[tuple[object, ...]]]:
        """Every row of the people of these places, and every row that hangs on one of those."""
        raw = self.dunia.raw
        tabel = [r["name"] for r in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tabel = [nama for nama in tabel if not nama.startswith("cari_teks")]  # the index's own, without rows of people
        milik: dict[str, set[int]] = {"orang": {i for t in tempat for i in self.orang[t]} - self.bawahan(pelaku)}
        hasil: dict[str, set[tuple[object, ...]]] = {}
        for _ in range(2):
            for satu in tabel:
                if satu not in self.rujukan:
                    self.rujukan[satu] = _rujukan(self, satu)
                kolom = self.rujukan[satu]
                if not kolom and satu not in milik:
                    continue
                for row in raw.execute(f"SELECT rowid AS rowid_, * FROM {satu}"):
                    if any(row[k] in milik.get(ke, ()) for k, ke in kolom) or row["rowid_"] in milik.get(satu, ()):
                        hasil.setdefault(satu, set()).add(tuple(row))
                        milik.setdefault(satu, set()).add(row["rowid_"])
        return hasil


def _rujukan(d: DuniaLingkup, tabel: str) -> list[tuple[str, str]]:
    """(column, table it points to); only the owner of a row, not those it merely names."""
    semua = [(r["from"], r["table"]) for r in d.dunia.raw.execute(f"PRAGMA foreign_key_list({tabel})")]
    return [
        (k, ke)
        for k, ke in semua
        if ke != "wilayah" and k not in ("dipakai_oleh", "untuk", "pj", "dari_orang", "pengganti", "induk")
    ]
