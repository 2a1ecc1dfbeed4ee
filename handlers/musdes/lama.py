"""What earlier musyawarah left open, and proposals that nobody has paid for: carried over here, done, or given up."""

from __future__ import annotations

from data.desa import Desa
from data.keputusan import DIBAWA, IsiKeputusan, Keputusan
from data.musdes.musdes import Musdes
from handlers.dialog.dialog import Dialog, Kabar
from handlers.dialog.pesan import Pesan
from handlers.dialog.sebaris import sebaris
from handlers.musdes.kartu import sesudah
from handlers.musdes.pilih import bagian, simpan_titipan, titipan
from handlers.musdes.sebut import jenis_dari
from handlers.musdes.tanya_lama import SEBUT, Lama
from handlers.musdes.tertinggal import tertinggal

TERSEBUT = 10
"""Lines of what was chosen that the summary shows."""


@bagian("musdes_lama", help="Keputusan lama musdes", kata=("keputusan lama", "usulan lama"))
def musdes_lama(m: Musdes, d: Dialog, desa: Desa) -> Kabar:
    if not any(tertinggal(m, desa)):
        return Kabar(sesudah(m, desa, "Tidak ada keputusan atau usulan lama yang menunggu."))
    pilihan = tanya_lama(m, d, desa)
    teks = putuskan_lama(pilihan, m, d, desa) if pilihan else "Baik, keputusan lama tetap seperti semula."
    return Kabar(sesudah(m, desa, f"{teks} {simpan_titipan(m, titipan(d), desa)}".strip()), teks)


def tanya_lama(m: Musdes, d: Dialog, desa: Desa) -> dict[str, str]:
    """By number, what becomes of it; empty when everything is left as it is, or nothing waits."""
    putusan, usulan = tertinggal(m, desa)
    hasil: dict[str, str] = {}
    if putusan:
        n = f"{len(putusan)} keputusan lama masih terbuka:" if len(putusan) > 1 else "Keputusan lama:"
        hasil = d.ask("lama", Lama(n, putusan), "Keputusan lama")
    if usulan:
        usul = d.ask("usulan", Lama(_kata_usulan(usulan, m), usulan), "Usulan lama")
        hasil = {**hasil, **usul}
    return hasil


def _kata_usulan(usulan: list[Keputusan], m: Musdes) -> str:
    tahun_lalu = all(int(k.tanggal[:4]) == int(m.tanggal[:4]) - 1 for k in usulan)
    sejak = "tahun lalu" if tahun_lalu else "lama"
    return f"{len(usulan)} usulan {sejak} belum didanai{':' if len(usulan) > 1 else '.'}"


def putuskan_lama(pilihan: dict[str, str], m: Musdes, d: Dialog, desa: Desa) -> str:
    """After the person has seen and confirmed it; what to tell of it."""
    semua = {k.nomor: k for bagian_ in tertinggal(m, desa) for k in bagian_}
    baris = [f"• {nomor} {sebaris(semua[nomor].isi, 80)}: {SEBUT[apa]}" for nomor, apa in pilihan.items()]
    lagi = [f"• dan {len(baris) - TERSEBUT} lagi"] if len(baris) > TERSEBUT else []
    d.review("\n".join([*baris[:TERSEBUT], *lagi]))
    agenda = {a.judul.partition(":")[0].lower(): a.id for a in desa.musdes.agenda(m)}
    for nomor, apa in pilihan.items():
        k = semua[nomor]
        if apa == DIBAWA:
            di = agenda.get(f"tindak lanjut {nomor}".lower())
            desa.keputusan.tambah(m.id, _isi(k, m), agenda_id=di, dari=k.id)
        else:
            desa.keputusan.tandai(k, apa, f"Disebut di {m.nomor}.")
    return f"Keputusan lama tersimpan: {Lama('', ()).show(pilihan)}."


def _isi(k: Keputusan, m: Musdes) -> IsiKeputusan:
    """As it was decided; how this meeting decided it nobody has said, and a day that has passed is no day for it."""
    tenggat = k.tenggat if k.tenggat and k.tenggat >= m.tanggal else None
    return IsiKeputusan(
        k.isi, pj=k.pj, pj_orang=k.pj_orang, tenggat=tenggat, anggaran=k.anggaran, sumber_dana=k.sumber_dana,
        usulan=k.usulan or jenis_dari(m).usulan,
    )  # fmt: skip


def lama_lebih_dulu(m: Musdes, d: Dialog, desa: Desa) -> Kabar | None:
    """Before the first decision of a musyawarah; None when there is nothing to say of the old ones."""
    if d.keadaan.jawaban.get("lewat") or desa.keputusan.dari_musdes(m.id):
        return None
    pilihan = tanya_lama(m, d, desa)
    if not pilihan:
        return None
    teks = putuskan_lama(pilihan, m, d, desa)
    return Kabar(Pesan(f"{teks} Lanjut ke keputusan baru."), teks, {"nomor": m.nomor, "lewat": True})
