"""Who led, who wrote, who spoke, and who signs. Never a name that nobody typed."""

from __future__ import annotations

from data.desa import Desa
from data.katalog.musdes import setempat
from data.musdes.musdes import Musdes, Narasumber, Penanda
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.question import Opsi, Question
from handlers.dialog.questions import Text, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.musdes.hadir import dengan_lama
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import dengan_unsur, jenis_dari
from handlers.musdes.tanya import Baris, kode_unsur, nama_unsur, tanya_unsur, tiap_baris

TIADA = "tidak ada"
NOTULIS = ("pemdes", "bpd", "kader")


@bagian("musdes_pimpinan", help="Pimpinan musdes", kata=("pimpinan musdes",))
def musdes_pimpinan(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    utama = tuple(dict.fromkeys((jenis_dari(m).pimpinan_biasa, "bpd", "pemdes")))
    pimpinan, unsur_p = _orang("pimpinan", "Siapa yang memimpin?", m.pimpinan, utama, d)
    notulis, unsur_n = _orang("notulis", "Siapa notulisnya?", m.notulis, NOTULIS, d)
    foto = titipan(d, tampak=True)
    d.review(f"Pimpinan: {dengan_unsur(pimpinan, unsur_p)}\nNotulis: {dengan_unsur(notulis, unsur_n) or '–'}")
    isi = {"pimpinan": pimpinan, "pimpinan_unsur": unsur_p, "notulis": notulis, "notulis_unsur": unsur_n}
    desa.musdes.ubah(m, dict(isi))
    return Kabar(sesudah(m, desa, f"Tersimpan. {simpan_titipan(m, foto, desa)}".strip()))


def _orang(kunci: str, kata: str, lama: str, utama: tuple[str, ...], d: Dialog) -> tuple[str, str]:
    """Name and unsur; both in one reply, or one after the other. The note-taker may be left out."""
    petunjuk = "Contoh: Ujang Suherman, BPD."
    tanya: Question[str] = dengan_lama(Text(kata, petunjuk=petunjuk, maksimal=120), lama)
    if kunci == "pimpinan":
        teks: str | None = d.ask(kunci, tanya)
    else:
        teks = d.ask(kunci, optional(tanya))
    if not teks:
        return "", ""
    nama, unsur = nama_unsur(teks)
    if not unsur:
        unsur = kode_unsur(d.ask(f"{kunci}_unsur", tanya_unsur(f"{nama} dari unsur apa?", utama), f"Unsur {kunci}"))
    return nama, unsur


@bagian("musdes_narasumber", help="Narasumber musdes", kata=("narasumber", "narasumber musdes"))
def musdes_narasumber(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    ada = desa.musdes.narasumber(m)
    sebut = "".join(f"\n• {dengan_unsur(n.nama, n.unsur)}" for n in ada)
    kata = "Siapa narasumbernya? Satu baris satu orang, dengan unsurnya."
    petunjuk = "Contoh: Dadan, Dinas PMD. Kalau memang tidak ada, ketik tidak ada."
    sekarang = f"\n\nSekarang:{sebut}\nYang ditulis menggantikan semuanya." if ada else ""
    teks = d.ask("narasumber", Baris(f"{kata}{sekarang}", petunjuk, tombol=(Opsi("Tidak ada", TIADA),)))
    semua = [] if teks.lower() == TIADA else [Narasumber(*nama_unsur(b)) for b in tiap_baris(teks)]
    desa.musdes.ganti_narasumber(m, [n for n in semua if n.nama])
    return Kabar(sesudah(m, desa, f"Narasumber tersimpan. {simpan_titipan(m, titipan(d), desa)}".strip()))


@bagian("musdes_penanda", help="Penanda tangan musdes", kata=("penanda tangan", "penanda tangan musdes"))
def musdes_penanda(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    semua: list[Penanda] = []
    for n, tanda in enumerate(jenis_dari(m).tanda, start=1):
        peran = setempat(tanda, m.desa)
        lama = "\n".join(p.nama for p in m.penanda if p.peran == peran)
        teks = d.ask(f"nama_{n}", optional(_tanya_penanda(peran, lama, m)), peran)
        semua += [Penanda(peran, nama) for nama in tiap_baris((teks or "").replace(",", "\n"))]
    foto = titipan(d, tampak=True)
    sebut = "\n".join(f"{p.peran}: {p.nama}" for p in semua) or "Belum ada nama."
    d.review(f"{sebut}\n\nYang kosong tercetak sebagai garis untuk diisi tangan.")
    desa.musdes.ubah(m, {"penanda": tuple(semua)})
    return Kabar(sesudah(m, desa, f"Tersimpan. {simpan_titipan(m, foto, desa)}".strip()))


def _tanya_penanda(peran: str, lama: str, m: Musdes) -> Question[str]:
    """The chair's own name, as typed, is a button where the council's head signs."""
    dari_bpd = peran == setempat("{ketua_bpd}", m.desa) and "bpd" in m.pimpinan_unsur.lower()
    usul = (m.pimpinan,) if m.pimpinan and dari_bpd else ()
    wakil = " Boleh beberapa, satu baris satu nama." if peran.startswith("Wakil") else ""
    kata = f"Siapa yang bertanda tangan sebagai {peran}?{wakil}"
    return dengan_lama(Suggest(kata, petunjuk="Contoh: Ujang Suherman.", maksimal=300, usul=usul), lama)
