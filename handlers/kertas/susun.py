"""What is recorded of a musyawarah, as its papers say it from now on."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.desa import Desa
from data.katalog.musdes import muat_musdes, setempat
from data.katalog.sebutan import sebutan
from data.katalog.zona import muat_zona
from data.keputusan import Keputusan
from data.musdes import risalah as r
from data.musdes.musdes import Catatan, Musdes
from data.wilayah import dari_kode
from handlers.musdes.sebut import jenis_dari, sebut_isian

BERJAM = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)\s+\S")
TERLAMA = 12
"""Hours that a musyawarah goes on when nobody told its end."""


def susun_risalah(desa: Desa, m: Musdes) -> r.Risalah:
    """As it stands now; it counts from when it is published (`MusdesQ.terbitkan`), which also numbers it."""
    jenis, kode = jenis_dari(m), desa.musdes.desa(m)
    label = muat_musdes().label_unsur
    khusus = {t.kunci: (t.label, sebut_isian(t, m.isian[t.kunci])) for t in jenis.tanya if t.kunci in m.isian}
    lain = [(kunci, str(isi)) for kunci, isi in m.isian.items() if kunci not in khusus]
    kecamatan = kode[0].rpartition(".")[0]
    return r.Risalah(
        nomor=m.nomor,
        versi=m.versi + 1,
        jenis=jenis.nama,
        penyelenggara=setempat(jenis.penyelenggara, kode[0]),
        desa=tuple(_tempat(satu, sebutan(satu).desa, sebutan(satu).kepala_desa) for satu in kode),
        kecamatan=_tempat(kecamatan, sebutan(kecamatan).kecamatan),
        kabupaten=_nama(kode[0][:5]),
        provinsi=_nama(kode[0][:2]),
        zona=muat_zona().zona_provinsi(kode[0][:2]).nama,
        tanggal=m.tanggal,
        mulai=m.mulai,
        selesai=m.selesai,
        judul=m.judul,
        tempat=m.tempat,
        dasar=m.dasar,
        nomor_ba=m.nomor_ba,
        diundang=m.diundang,
        hadir=m.hadir,
        hadir_l=m.hadir_l,
        hadir_p=m.hadir_p,
        unsur=tuple(map(label, m.unsur)),
        pimpinan=m.pimpinan,
        pimpinan_unsur=label(m.pimpinan_unsur),
        notulis=m.notulis,
        notulis_unsur=label(m.notulis_unsur),
        narasumber=tuple(r.Narasumber(n.nama, label(n.unsur)) for n in desa.musdes.narasumber(m)),
        bahasan=_bahasan(desa, m),
        isian=(*khusus.values(), *lain),
        penanda=_penanda(m, jenis.tanda, kode),
    )


def _tempat(kode: str, sebut: str, kepala: str = "") -> r.Tempat:
    return r.Tempat(_nama(kode), sebut.title(), kepala.title())


def _nama(kode: str) -> str:
    tempat = dari_kode(kode)
    return tempat.nama if tempat else kode


def _penanda(m: Musdes, tanda: tuple[str, ...], kode: list[str]) -> tuple[r.Penanda, ...]:
    """Who signs that kind, in order, with the names that were told; a line for each village where several meet."""
    hasil = []
    semua = [setempat(satu, m.desa) for satu in tanda]
    for satu, peran in zip(tanda, semua, strict=True):
        nama = [p.nama for p in m.penanda if p.peran == peran]
        if len(kode) > 1 and "{" in satu and not nama:
            hasil += [r.Penanda(f"{peran} {_nama(k)}") for k in kode]
        else:
            hasil += [r.Penanda(peran, n) for n in nama or [""]]
    return (*hasil, *(r.Penanda(p.peran, p.nama) for p in m.penanda if p.peran not in semua))


# -- what was said and decided ----------------------------------------------------------------------------------------


def _bahasan(desa: Desa, m: Musdes) -> tuple[r.Bahasan, ...]:
    """By agenda, then what belongs to none."""
    agenda, catatan, putusan = desa.musdes.agenda(m), desa.musdes.catatan(m), desa.keputusan.dari_musdes(m.id)
    ada = {a.id for a in agenda}
    hasil = []
    for id_, judul in (*((a.id, a.judul) for a in agenda), (None, "")):
        di_sini = tuple(_catatan(c, m) for c in catatan if _di(c.agenda_id, ada) == id_)
        putus = tuple(_putusan(k, putusan, desa) for k in putusan if k.induk is None and _di(k.agenda_id, ada) == id_)
        if judul or di_sini or putus:
            hasil.append(r.Bahasan(judul, di_sini, putus))
    return tuple(hasil)


def _di(agenda_id: int | None, ada: set[int]) -> int | None:
    return agenda_id if agenda_id in ada else None


def _catatan(c: Catatan, m: Musdes) -> str:
    """With its hour where it was typed during the meeting; of what was added later nobody knows the hour."""
    zona = ZoneInfo(_iana(m))
    saat = datetime.fromtimestamp(c.waktu, zona)
    mulai = datetime.fromisoformat(f"{m.tanggal}T{m.mulai}").replace(tzinfo=zona)
    akhir = mulai + timedelta(hours=TERLAMA)
    if m.selesai:
        akhir = datetime.fromisoformat(f"{m.tanggal}T{m.selesai}").replace(tzinfo=zona)
        akhir += timedelta(days=m.selesai < m.mulai, minutes=1)
    if BERJAM.match(c.teks) or not mulai <= saat <= akhir:
        return c.teks
    return f"{saat:%H.%M} {c.teks}"


def _iana(m: Musdes) -> str:
    """IANA name of the clock there."""
    return muat_zona().zona_provinsi(m.desa[:2]).iana


def _putusan(k: Keputusan, semua: list[Keputusan], desa: Desa) -> r.Putusan:
    asal = desa.keputusan.asal(k)
    return r.Putusan(
        nomor=k.nomor,
        isi=k.isi,
        cara=k.cara,
        setuju=k.setuju,
        menolak=k.menolak,
        abstain=k.abstain,
        pj=k.pj,
        tenggat=k.tenggat,
        anggaran=k.anggaran,
        sumber_dana=k.sumber_dana,
        tindak_lanjut=tuple(r.TindakLanjut(t.isi, t.pj, t.tenggat) for t in semua if t.induk == k.id),
        usulan=k.usulan,
        dari=asal.nomor if asal else "",
    )
