"""The same evening written down twice becomes one record, and nothing of either is lost."""

from __future__ import annotations

import pytest

from data.kegiatan import FotoKegiatan
from data.media import MediaQ
from data.musdes.musdes import Mulai, Musdes, Narasumber, Penanda
from data.store import Tx
from tests.conftest import KINI
from tests.data.dunia import SUKAMAJU, SUKAMANAH, pendamping
from tests.data.test_musdes import RKP, baru, jejak, q


def keputusan(tx: Tx, m: Musdes, nomor: str, agenda: int | None = None, dari: int | None = None) -> int:
    row = tx.one(
        "INSERT INTO keputusan (nomor, musdes_id, desa, agenda_id, urutan, isi, status, dari, dibuat, diubah) "
        "VALUES (?, ?, ?, ?, 1, 'Isi', 'baru', ?, 0, 0) RETURNING id",
        (nomor, m.id, m.desa, agenda, dari),
    )
    assert row
    return int(row["id"])


def test_alike_until_somebody_says_they_are_not(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMAJU, SUKAMANAH)
    satu = baru(tx, sari)
    dua = baru(tx, budi, Mulai("rkp", (SUKAMAJU,), "2026-11-22", "20:00"))
    for lain in (
        Mulai("rkp", (SUKAMAJU,), "2026-11-26", "20:00"),
        Mulai("blt", (SUKAMAJU,), "2026-11-20", "20:00"),
        Mulai("rkp", (SUKAMANAH,), "2026-11-20", "20:00"),
    ):
        baru(tx, budi, lain)
    assert q(tx, sari).serupa(satu) == [dua]
    assert q(tx, sari).mirip("rkp", [SUKAMAJU], "2026-11-18") == [satu]
    q(tx, budi).bukan(dua, [satu.nomor])
    dua = q(tx, budi).ambil(dua.nomor) or dua
    assert dua.beda == (satu.nomor,)
    assert q(tx, budi).serupa(dua) == []
    assert q(tx, sari).serupa(satu) == []


def test_merged_by_choice(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi")
    ke, dari = baru(tx, sari), baru(tx, budi, Mulai("rkp", (SUKAMAJU,), "2026-11-20", "20:00", "22:10", "Aula"))
    ke = q(tx, sari).ubah(ke, {"unsur": ("bpd",), "isian": {"tim": "Pak Dede"}, "penanda": (Penanda("A", "Satu"),)})
    dari = q(tx, budi).ubah(
        dari,
        {
            "unsur": ("bpd", "pkk"),
            "isian": {"tim": "Bu Ai", "pagu": 5},
            "penanda": (Penanda("A", "Lain"), Penanda("B", "Dua")),
            "hadir_l": 15,
            "hadir_p": 19,
        },
    )
    q(tx, sari).tambah_agenda(ke, "Evaluasi")
    agenda = [q(tx, budi).tambah_agenda(dari, judul) for judul in ("evaluasi", "Prioritas")]
    q(tx, budi).tambah_catatan(dari, "Dari Budi", agenda[1])
    q(tx, sari).tambah_catatan(ke, "Dari Sari")
    q(tx, sari).ganti_narasumber(ke, [Narasumber("Pak Dadan", "PMD")])
    q(tx, budi).ganti_narasumber(dari, [Narasumber("pak dadan"), Narasumber("Bu Iis")])
    for h in "ab":
        MediaQ(tx).daftarkan(h * 64, "image/jpeg", 1, KINI)
    q(tx, sari).tambah_foto(ke, "hadir", [FotoKegiatan("a" * 64, KINI)])
    q(tx, budi).tambah_foto(dari, "hadir", [FotoKegiatan(h * 64, KINI) for h in "ab"])
    lama = keputusan(tx, baru(tx, sari, Mulai("rkp", (SUKAMAJU,), "2025-11-20", "20:00")), "P-2511-0001")
    keputusan(tx, ke, "P-2611-0001", dari=lama)
    keputusan(tx, dari, "P-2611-0002", agenda[0], lama)
    assert q(tx, sari).gabung(dari, ke)
    assert not q(tx, sari).gabung(dari, ke)
    ke, dari = q(tx, sari).ambil(ke.nomor) or ke, q(tx, sari).ambil(dari.nomor) or dari
    assert (dari.status, dari.gabung_ke, q(tx, sari).tujuan(dari), q(tx, sari).tujuan(ke)) == (
        "digabung",
        ke.id,
        ke,
        None,
    )
    assert (ke.mulai, ke.selesai, ke.tempat, ke.jumlah_hadir) == ("19:30", "22:10", "Balai desa", 34)
    assert (ke.unsur, ke.isian) == (("bpd", "pkk"), {"tim": "Pak Dede", "pagu": 5})
    assert ke.penanda == (Penanda("A", "Satu"), Penanda("B", "Dua"))
    assert [c.teks for c in q(tx, sari).catatan(ke)] == ["Dari Budi", "Dari Sari"]
    judul = {a.id: a.judul for a in q(tx, sari).agenda(ke)}
    assert list(judul.values()) == ["Evaluasi", "Prioritas"]
    assert judul[q(tx, sari).catatan(ke)[0].agenda_id or 0] == "Prioritas"
    assert q(tx, sari).narasumber(ke) == [Narasumber("Pak Dadan", "PMD"), Narasumber("Bu Iis")]
    assert [f.sidik[0] for f in q(tx, sari).foto(ke)] == ["a", "b"]
    rows = tx.all("SELECT nomor, urutan, agenda_id, dari FROM keputusan WHERE musdes_id = ? ORDER BY urutan", (ke.id,))
    assert [(r["nomor"], r["urutan"], r["dari"]) for r in rows] == [("P-2611-0001", 1, lama), ("P-2611-0002", 2, None)]
    assert judul[rows[1]["agenda_id"]] == "Evaluasi"
    beda = {kolom: (sebelum, sesudah) for kolom, sebelum, sesudah in jejak(tx, ke, "beda")}
    assert beda["tempat"] == ("Balai desa", "Aula")
    assert beda["mulai"] == ("19:30", "20:00")
    assert beda["isian"] == ('{"tim":"Pak Dede"}', '{"tim":"Bu Ai","pagu":5}')
    assert q(tx, sari).terbuka()[:1] == [ke]
    assert q(tx, sari).daftar(SUKAMAJU, 2026) == [ke]


def test_its_own_count_is_not_mixed_with_the_others(tx: Tx) -> None:
    sari = pendamping(tx)
    satu, dua, tiga = (baru(tx, sari, RKP) for _ in range(3))
    satu = q(tx, sari).ubah(satu, {"hadir": 30})
    dua = q(tx, sari).ubah(dua, {"hadir_l": 15, "hadir_p": 19})
    assert q(tx, sari).gabung(dua, satu)
    satu = q(tx, sari).ambil(satu.nomor) or satu
    assert (satu.hadir, satu.hadir_l, satu.jumlah_hadir) == (30, None, 30)
    assert not q(tx, sari).gabung(satu, satu)
    assert q(tx, sari).gabung(satu, tiga)
    dua = q(tx, sari).ambil(dua.nomor) or dua
    assert q(tx, sari).tujuan(dua) == q(tx, sari).ambil(tiga.nomor)


def test_nobody_merges_what_is_not_theirs(tx: Tx) -> None:
    sari, budi = pendamping(tx), pendamping(tx, "Pak Budi", SUKAMANAH)
    satu, dua = baru(tx, sari), baru(tx, budi, Mulai("rkp", (SUKAMANAH,), "2026-11-20", "20:00"))
    with pytest.raises(LookupError):
        q(tx, budi).gabung(dua, satu)
