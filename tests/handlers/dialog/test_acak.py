"""Random walks through the real `catat`: whatever people do, in whatever order, what is stored is what they said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from data.dokumen_jenis import TOLAK
from data.katalog.kegiatan import muat_kegiatan
from data.kegiatan import Kegiatan
from data.percakapan import PercakapanQ
from data.wilayah import WilayahQ
from handlers.catatan.catat import catat
from handlers.dialog.keadaan import Keadaan
from handlers.dialog.masukan import Dokumen, Lokasi, Masukan
from handlers.kartu import kartu
from handlers.tabel import TABEL
from tests.handlers.dialog.obrolan import DESA, HARI, JAM, KECAMATAN, MENIT, Dunia, Layar
from tests.kali import kali

# What stands in a question, and the key it asks for. The last that is found is the one being asked.
PERTANYAAN = {
    "Desa mana?": "desa",
    "Kegiatan apa?": "kegiatan",
    "Di mana kegiatannya?": "cara",
    "Tanggal berapa?": "tanggal",
    "Dari jam berapa sampai jam berapa?": "jam",
    "Apa hasilnya?": "hasil",
    "Berapa peserta yang hadir?": "peserta",
    "Silakan kirim fotonya": "foto",
    "foto sudah masuk.": "foto",
    "Di titik mana?": "lokasi",
    "Ada masalah apa di lapangan?": "masalah",
    "Apa tindak lanjutnya?": "tindak_lanjut",
}
LABEL = {
    "Desa": "desa", "Kegiatan": "kegiatan", "Di mana": "cara", "Tanggal": "tanggal", "Jam": "jam", "Hasil": "hasil",
    "Peserta": "peserta", "Foto": "foto", "Lokasi": "lokasi", "Masalah": "masalah", "Tindak lanjut": "tindak_lanjut",
}  # fmt: skip
RINGKASAN, UBAH = "Sudah benar?", "Bagian mana yang diubah?"
TEMPAT = {nama: f"{KECAMATAN}.{nomor}" for nomor, nama in DESA.items()} | {"Kecamatan Cibeber": KECAMATAN}
JENIS = {k.label: k.kode for k in muat_kegiatan().tampil()}
CARA = {"Di desa": "desa", "Koordinasi": "koordinasi", "Daring": "daring"}
NAMA = {"desa": TEMPAT, "kegiatan": JENIS, "cara": CARA}
TEKS = (
    "Rabat beton 60 persen.",
    "Disepakati 12 usulan",
    "hujan, jalan putus",
    "tetap rapat 3x",
    "riwayat",
    "catat",
    "34",
)
KALIMAT = {"hasil", "masalah", "tindak_lanjut"}
PESERTA = {
    "34": {"jumlah": 34, "l": None, "p": None},
    "22 L 12 P": {"jumlah": 34, "l": 22, "p": 12},
    "nihil": {"jumlah": 0, "l": 0, "p": 0},
}
NGAWUR = (
    "?!",
    "🙏🙏",
    "zzz qqq",
    "\u200b",
    "   ",
    "x" * 10_000,
    "99",
    "-",
    "besok lusa entah",
    "besok",
    "1",
    "20-30",
    "ok",
)
"""Most of it is an answer to nothing but a free text."""


@dataclass(frozen=True)
class Arti:
    """What a button means, worked out from the screen alone: it may make this the answer to `kunci`."""

    kunci: str
    isi: Any = None


def pertanyaan(teks: str) -> str:
    """The key that the screen asks for; '' for the summary and everything that is no question."""
    if RINGKASAN in teks or UBAH in teks:
        return ""
    di = {teks.rfind(kata): kunci for kata, kunci in PERTANYAAN.items() if kata in teks}
    return di[max(di)] if di else ""


class Acak(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.dunia = Dunia(TABEL | {"catat": replace(catat, baca=None, kenali=None)})
        self.sari = self.dunia.orang("Bu Sari")
        self.budi = self.dunia.orang("Pak Budi")
        self.terakhir: dict[int, dict[str, Any]] = {}
        """By conversation: the answer last accepted for each key."""
        self.arti: dict[str, Arti] = {}
        self.layar_form: dict[int, Layar] = {}
        self.disimpan = 0
        self.kirim(Masukan(teks="/catat"))

    # -- one message ----------------------------------------------------------------------------------------------

    def kirim(self, masukan: Masukan, boleh: dict[str, list[Any]] | None = None) -> Layar:
        """Send it; afterwards only keys in `boleh` may hold something new, and only what is allowed there."""
        sebelum = self.isi()
        catatan = self.dunia.hitung("kegiatan")
        ditanya = self.kunci if self.terbuka else ""
        layar = self.sari.kirim(masukan)
        sesudah = self.isi()
        for id_ in sesudah:
            baru = {k: v for k, v in sesudah[id_].items() if sebelum.get(id_, {}).get(k, ...) != v}
            for kunci, isi in baru.items():
                terakhir = self.terakhir.setdefault(id_, {})
                if isi in (boleh or {}).get(kunci, []):
                    terakhir[kunci] = isi
                else:
                    assert terakhir.get(kunci, ...) == isi, f"{kunci} became {isi!r} by {masukan!r}"
        if ditanya in (boleh or {}) and self.terbuka and ("saya simpan dulu" in layar or "Sebelum itu" in layar):
            assert self.sari.terbuka
            self.terakhir.setdefault(self.sari.terbuka.id, {})[ditanya] = (boleh or {})[ditanya][0]
        if self.dunia.hitung("kegiatan") > catatan:
            self.periksa_simpan(masukan, sebelum)
        self.ingat(layar)
        return layar

    def isi(self) -> dict[int, dict[str, Any]]:
        """Her answers, by conversation."""
        milik = [p for p in self.dunia.percakapan() if p.orang_id == self.sari.id and p.dialog == "catat"]
        return {p.id: {k: v for k, v in Keadaan.dari(p.keadaan).jawaban.items() if k[0] != "_"} for p in milik}

    def ingat(self, layar: Layar) -> None:
        """Work out what the screen's buttons mean, today."""
        terbuka = self.sari.terbuka
        if terbuka is None or terbuka.dialog != "catat":
            return
        kunci = pertanyaan(layar.teks)
        terakhir = self.terakhir.get(terbuka.id, {})
        if kunci or RINGKASAN in layar or UBAH in layar:
            self.layar_form[terbuka.id] = layar
        for tombol in layar.semua:
            if kunci and (arti := self.arti_tombol(kunci, tombol.label, terakhir)):
                self.arti[tombol.data] = arti

    def arti_tombol(self, kunci: str, label: str, terakhir: dict[str, Any]) -> Arti | None:
        if label.startswith("Tetap: "):
            return Arti(kunci, terakhir[kunci])
        if label == "Lewati":
            return Arti(kunci, None)
        hari_ini = self.dunia.hari_ini
        isi: str | None = None
        if kunci in NAMA:
            isi = NAMA[kunci].get(label)
        elif kunci == "tanggal":
            dekat = {"Hari ini": hari_ini, "Kemarin": hari_ini - timedelta(days=1)}
            isi = (dekat.get(label) or _hari(label, hari_ini)).isoformat()
        elif kunci == "jam":
            isi = label.replace(".", ":").replace("–", "-")
        return Arti(kunci, isi) if isi else None

    def periksa_simpan(self, masukan: Masukan, sebelum: dict[int, dict[str, Any]]) -> None:
        """An entry was stored: by a confirmation, as the summary showed it, as it was said."""
        assert masukan.teks.lower() in {"simpan", "ya", "ok"} or "~_simpan~simpan." in masukan.tombol, masukan
        self.disimpan += 1
        catatan = max(self.sari.catatan, key=lambda k: k.id)
        row = self.dunia.tx.one("SELECT percakapan_id FROM kegiatan WHERE id = ?", (catatan.id,))
        assert row is not None
        id_ = row["percakapan_id"]
        dilihat = [n for n in self.sari.riwayat if RINGKASAN in n]
        ringkasan = [n for n in dilihat if not masukan.tombol or masukan.tombol in {t.data for t in n.semua}][-1]
        di = WilayahQ(self.dunia.tx).ambil(catatan.desa)
        assert di
        assert kartu(catatan, di, len(self.sari.desa.kegiatan.foto(catatan.id))) in ringkasan, ringkasan.teks
        self.sama(catatan, self.terakhir[id_], sebelum[id_])

    def sama(self, k: Kegiatan, terakhir: dict[str, Any], jawaban: dict[str, Any]) -> None:
        for kunci in ("desa", "kegiatan", "cara", "tanggal", "jam", "hasil"):
            assert getattr(k, kunci) == terakhir[kunci], kunci
        peserta = terakhir.get("peserta") if "peserta" in jawaban else None
        assert (k.peserta, k.peserta_l, k.peserta_p) == (tuple(peserta.values()) if peserta else (None, None, None))
        foto = [f.sidik for f in self.sari.desa.kegiatan.foto(k.id)]
        assert foto == [f["sidik"] for f in (terakhir["foto"] if "foto" in jawaban else [])]
        assert k.lokasi == (",".join(map(str, terakhir["lokasi"])) if "lokasi" in jawaban else None)
        assert k.masalah == (terakhir["masalah"] if "masalah" in jawaban else None)
        assert k.tindak_lanjut == (terakhir["tindak_lanjut"] if "tindak_lanjut" in jawaban else None)

    # -- what is asked now ----------------------------------------------------------------------------------------

    @property
    def terbuka(self) -> bool:
        return self.sari.terbuka is not None and self.sari.terbuka.id in self.layar_form

    @property
    def layar(self) -> Layar:
        """The form's newest screen; a menu or a list of entries may have come after it."""
        assert self.sari.terbuka
        return self.layar_form[self.sari.terbuka.id]

    @property
    def kunci(self) -> str:
        return pertanyaan(self.layar.teks)

    # -- what people do -------------------------------------------------------------------------------------------

    @precondition(lambda self: self.terbuka and self.kunci)
    @rule(data=st.data())
    def answers_the_question(self, data: st.DataObject) -> None:
        self.jawab(data)

    @precondition(lambda self: self.terbuka and self.kunci)
    @rule(data=st.data())
    def answers_the_question_again_and_again(self, data: st.DataObject) -> None:
        """So that walks reach the summary."""
        for _ in range(7):
            if self.terbuka and self.kunci:
                self.jawab(data)

    def jawab(self, data: st.DataObject) -> None:
        kunci = self.kunci
        if kunci == "foto":
            self.kirim_foto(1)
            self.kirim(Masukan(teks="selesai"), {"foto": [self.foto_sejauh_ini()]})
            return
        if kunci == "lokasi":
            self.kirim(Masukan(teks="-6.93, 107.12"), {"lokasi": [[-6.93, 107.12]]})
            return
        balasan = self.balasan(kunci)
        teks = data.draw(st.sampled_from(sorted(balasan)))
        self.kirim(Masukan(teks=teks), {kunci: [balasan[teks]]})

    def foto_sejauh_ini(self) -> Any:
        return self.sari.keadaan.sementara.get("foto")

    def balasan(self, kunci: str) -> dict[str, Any]:
        hari_ini = self.dunia.hari_ini
        if kunci in KALIMAT:
            return {t: t for t in TEKS if t != "34"}
        isi: dict[str, dict[str, Any]] = {
            "desa": TEMPAT
            | {"sukamaju": TEMPAT["Sukamaju"], "MAYAK!": TEMPAT["Mayak"], "sukamanha": TEMPAT["Sukamanah"]},
            "kegiatan": {"posyandu": JENIS["Posyandu & stunting"], "Pantau fisik desa": JENIS["Pantau fisik desa"]},
            "cara": {"zoom": "daring", "Koordinasi": "koordinasi", "di desa": "desa"},
            "tanggal": {"kemarin": (hari_ini - timedelta(days=1)).isoformat(), "hari ini": hari_ini.isoformat()},
            "jam": {"9-11": "09:00-11:00", "00.00 - 00.30": "00:00-00:30", "22.00-01.00": "22:00-01:00"},
            "peserta": PESERTA,
        }
        return isi[kunci]

    @precondition(lambda self: self.sari.layar.semua)
    @rule(data=st.data())
    def taps_a_button(self, data: st.DataObject) -> None:
        tombol = data.draw(st.sampled_from(self.sari.layar.semua))
        self.ketuk(tombol.data)

    @precondition(lambda self: self.terbuka and RINGKASAN in self.layar)
    @rule(tombol=st.sampled_from(["+ Foto", "+ Masalah", "+ Lokasi", "+ Peserta", "Ubah", "Simpan"]))
    def taps_the_summary(self, tombol: str) -> None:
        if tombol in self.layar.label:
            self.ketuk(self.layar.data(tombol))

    @precondition(lambda self: len(self.sari.riwayat) > 2)
    @rule(data=st.data())
    def taps_an_old_button(self, data: st.DataObject) -> None:
        lama = [t.data for layar in self.sari.riwayat[-25:] for t in layar.semua]
        if lama:
            self.ketuk(data.draw(st.sampled_from(lama)))

    def ketuk(self, data: str) -> None:
        arti = self.arti.get(data)
        boleh: dict[str, list[Any]] = {arti.kunci: [arti.isi]} if arti else {}
        if data.endswith("~foto~selesai") and self.sari.terbuka:
            boleh["foto"] = [self.foto_sejauh_ini()]
        self.kirim(Masukan(tombol=data), boleh)

    @rule(data=st.data())
    def sends_the_same_again(self, data: st.DataObject) -> None:
        """A platform that delivers twice, an impatient thumb."""
        if self.sari.layar.semua:
            tombol = data.draw(st.sampled_from(self.sari.layar.semua)).data
            self.ketuk(tombol)
            self.ketuk(tombol)

    @rule(data=st.data())
    def writes_nonsense(self, data: st.DataObject) -> None:
        teks = data.draw(st.sampled_from(NGAWUR))
        kunci = self.kunci if self.terbuka else ""
        boleh: dict[str, list[Any]] = {}
        if kunci in KALIMAT and len(teks) <= 4000:
            boleh = {kunci: [teks.strip()]}
        elif kunci == "foto" and teks == "ok":
            boleh = {"foto": [self.foto_sejauh_ini()]}
        elif kunci == "peserta" and teks.isdecimal():
            boleh = {"peserta": [{"jumlah": int(teks), "l": None, "p": None}]}
        elif kunci == "tanggal" and teks == "1":
            boleh = {"tanggal": [self.dunia.hari_ini.replace(day=1).isoformat()]}
        elif kunci in NAMA and teks == "1":
            baris = [t.label for t in self.layar.semua if not t.label.startswith("Tetap: ")]
            boleh = {kunci: [NAMA[kunci].get(baris[0])]} if baris else {}
        self.kirim(Masukan(teks=teks), boleh)

    @rule(
        kata=st.sampled_from(
            ["kembali", "Kembali", "lewati", "bantuan", "menu", "ubah", "simpan", "selesai", "tetap", "ringkasan"]
        )
    )
    def says_a_word(self, kata: str) -> None:
        boleh: dict[str, list[Any]] = {"peserta": [None], "tindak_lanjut": [None]} if kata == "lewati" else {}
        if self.terbuka and self.kunci in KALIMAT and kata in ("ubah", "simpan", "selesai", "tetap", "ringkasan"):
            boleh[self.kunci] = [kata]
        if kata == "selesai" and self.sari.terbuka:
            boleh["foto"] = [self.foto_sejauh_ini()]
        self.kirim(Masukan(teks=kata), boleh)

    @precondition(lambda self: self.terbuka and UBAH in self.layar)
    @rule(data=st.data())
    def changes_a_part(self, data: st.DataObject) -> None:
        label = data.draw(st.sampled_from(self.layar.daftar))
        self.kirim(Masukan(teks=label) if data.draw(st.booleans()) else Masukan(tombol=self.layar.data(label)))

    @rule(perintah=st.sampled_from(["/catat", "/hapus", "/riwayat", "/drp", "/menu", "/entah", "/ubah", "/batal"]))
    def gives_a_command(self, perintah: str) -> None:
        self.kirim(Masukan(teks=perintah))

    @rule(pilih=st.sampled_from(["Lanjutkan nanti", "tinggalkan", "teruskan", "Urungkan"]))
    def decides_about_the_draft(self, pilih: str) -> None:
        if pilih in self.sari.layar.label:
            self.ketuk(self.sari.layar.data(pilih))
        elif "belum selesai. Mau" in self.sari.layar and pilih != "Urungkan":
            self.kirim(Masukan(teks=pilih))

    @rule(jumlah=st.integers(1, 3), teks=st.sampled_from(["", "", "dari lapangan"]))
    def sends_pictures(self, jumlah: int, teks: str) -> None:
        self.kirim_foto(jumlah, teks)

    def kirim_foto(self, jumlah: int, teks: str = "") -> None:
        foto = self.sari.gambar(jumlah)
        kunci = self.kunci if self.terbuka else ""
        lama = self.sari.jawaban.get("foto") or [] if self.sari.terbuka else []
        semua = [*lama, *({"sidik": f.sidik, "waktu": f.waktu} for f in foto)]
        boleh: dict[str, list[Any]] = {"foto": [semua[:20]]}
        if teks and kunci in KALIMAT:
            boleh[kunci] = [teks]
        self.kirim(Masukan(teks=teks, foto=foto), boleh)

    @rule(lat=st.sampled_from([-6.93, 51.5]))
    def sends_a_place(self, lat: float) -> None:
        self.kirim(Masukan(lokasi=Lokasi(lat, 107.12)), {"lokasi": [[-6.93, 107.12]]})

    @rule(lain=st.sampled_from(["stiker", "pesan suara", "video", "kontak"]))
    def sends_something_else(self, lain: str) -> None:
        self.kirim(Masukan(lain=lain))

    @rule(tolak=st.sampled_from(TOLAK), teks=st.sampled_from(["", "/menu", "kemarin"]))
    def sends_a_document_that_is_not_taken(self, tolak: str, teks: str) -> None:
        sebelum = self.dunia.hitung("dokumen")
        if not teks:
            self.kirim(Masukan(dokumen=Dokumen(nama="drp.pdf", tolak=tolak)))
        elif not self.sari.terbuka:
            self.sari.kirim(Masukan(teks=teks, dokumen=Dokumen(nama="drp.pdf", tolak=tolak)))
        assert self.dunia.hitung("dokumen") == sebelum

    @rule(data=st.data())
    def another_person_taps_her_buttons(self, data: st.DataObject) -> None:
        tombol = [t.data for layar in self.sari.riwayat for t in layar.semua if not t.data.startswith("0~")]
        if not tombol:
            return
        sebelum = self.isi(), self.dunia.hitung("kegiatan"), self.dunia.hitung("percakapan")
        layar = self.budi.ketuk(data.draw(st.sampled_from(tombol)))
        assert (self.isi(), self.dunia.hitung("kegiatan"), self.dunia.hitung("percakapan")) == sebelum
        assert "sudah lewat" in layar
        assert not any(nama in layar for nama in DESA.values())

    @rule(
        data=st.sampled_from(
            ["", "~", "1~~x", "zzzzzzzzzzzzz~a~b", "1~desa", "-1~desa~x", "1~_simpan~", "1~!~", "0~!~", "😀"]
        )
    )
    def taps_what_no_one_wrote(self, data: str) -> None:
        self.kirim(Masukan(tombol=data))

    @rule(nama=st.sampled_from(sorted(DESA)), sampai=st.sampled_from(["2026-11-19", None]))
    def a_village_is_taken_from_her_or_given_back(self, nama: str, sampai: str | None) -> None:
        self.dunia.tx.run(
            "UPDATE penugasan SET sampai = ? WHERE orang_id = ? AND wilayah LIKE ? AND wilayah NOT LIKE '%.2013'",
            (sampai, self.sari.id, f"%.{nama}"),
        )

    @rule(detik=st.sampled_from([20 * MENIT, 5 * JAM, HARI, 3 * HARI, 9 * HARI]))
    def time_passes(self, detik: int) -> None:
        self.dunia.lewat(detik)
        PercakapanQ(self.dunia.tx).kedaluwarsakan(self.dunia.kini)

    # -- what always holds ----------------------------------------------------------------------------------------

    @invariant()
    def answers_can_be_read_back(self) -> None:
        for percakapan in self.dunia.percakapan():
            keadaan = Keadaan.dari(percakapan.keadaan)
            assert Keadaan.dari(keadaan.ringkas()) == keadaan
            assert not any(k.startswith("_") for k in keadaan.jawaban) or percakapan.status == "selesai"

    @invariant()
    def no_entry_without_simpan_and_never_two_of_one_conversation(self) -> None:
        assert self.dunia.hitung("kegiatan") == self.disimpan
        rows = self.dunia.tx.all("SELECT percakapan_id FROM kegiatan")
        assert len({r["percakapan_id"] for r in rows}) == len(rows)


def _hari(label: str, hari_ini: date) -> date:
    cocok = re.search(r"(\d+)/(\d+)$", label)
    assert cocok, label
    calon = date(hari_ini.year, int(cocok[2]), int(cocok[1]))
    return calon if calon <= hari_ini else calon.replace(year=hari_ini.year - 1)


SINGKAT = settings(
    max_examples=kali(40),
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
TestAcak = Acak.TestCase
TestAcak.settings = SINGKAT


class AcakPanjang(Acak):
    pass


TestAcakPanjang = pytest.mark.lambat(AcakPanjang.TestCase)
TestAcakPanjang.settings = settings(SINGKAT, max_examples=120, stateful_step_count=80)
