"""What is asked of a group that looks at itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.desa import Desa
from data.katalog.kemandirian import Soal, muat_kemandirian
from data.musdes.musdes import Musdes
from data.wilayah import Wilayah
from handlers.dialog.baca.peserta import Peserta
from handlers.dialog.baca.tanggal import ejaan_pendek
from handlers.dialog.question import Question
from handlers.dialog.questions import Choice, Date, People, Pilihan, Text, default, optional
from handlers.dialog.questions.suggest import Suggest
from handlers.kemandirian.sebut import BUKAN_INDEKS, FORUM, SEDESA
from handlers.musdes.sebut import jenis_dari

USUL = 5
"""Groups and meetings that are offered."""
Forum = tuple[str, str]
"""(forum, number of the musyawarah or '')."""


def tanya_kelompok(di: Wilayah, desa: Desa) -> Question[str]:
    """Those that have looked at themselves before, then those of the register."""
    dulu = [k.kelompok for k in desa.kemandirian.daftar(di.kode) if k.kelompok]
    terdata = [r.judul for r in desa.register.daftar("lembaga", desa=di.kode, batas=USUL)]
    usul = list(dict.fromkeys((SEDESA, *dulu, *terdata)))
    return Suggest(
        "Siapa yang menilai dirinya? Pilih seluruh desa, atau ketik nama kelompoknya.",
        petunjuk="Contoh: Kelompok Tani Mekar. Cukup nama kelompok, bukan nama orang.",
        maksimal=100,
        usul=tuple(usul[: USUL + 1]),
    )


def tanya_forum(musdes: Sequence[Musdes]) -> Question[Forum]:
    """A musyawarah that is logged brings its day along."""
    pilihan = [Pilihan(m.nomor, _sebut(m), ("musdes", m.nomor), m.nomor, kata=(m.judul,)) for m in musdes]
    lain = "Musdes lain" if musdes else "Musdes"
    pilihan.append(Pilihan("musdes", lain, ("musdes", ""), "belum dicatat di sini" if musdes else ""))
    pilihan.append(Pilihan("fgd", "FGD atau pertemuan", ("fgd", ""), kata=("fgd", "kelompok", FORUM["fgd"])))
    return Choice("Dibahas di mana?", pilihan, petunjuk="Pilih musdesnya, atau FGD.")


def _sebut(m: Musdes) -> str:
    """'Musdes RKP, Jum 20/11'"""
    return f"{jenis_dari(m).nama}, {ejaan_pendek(date.fromisoformat(m.tanggal))}"


def musdes_terakhir(di: Wilayah, hari_ini: date, desa: Desa) -> list[Musdes]:
    """Of this year and the last, that the person may read."""
    semua = [*desa.musdes.daftar(di.kode, hari_ini.year, batas=USUL)]
    semua += desa.musdes.daftar(di.kode, hari_ini.year - 1, batas=USUL)
    boleh = desa.lingkup.boleh_baca(di.kode)
    return [m for m in semua if boleh or m.orang_id == desa.lingkup.orang_id][:USUL]


def tanya_tanggal() -> Question[date]:
    return Date("Tanggal berapa?", arah="lalu")


def tanya_peserta(m: Musdes | None, di: Wilayah) -> Question[Peserta | None]:
    """Who came to the musyawarah is one tap; of one between villages not all were of this one."""
    tanya = People("Berapa yang ikut menilai? Laki-laki dan perempuan.", "Contoh: 22 L 12 P, atau 34 (12 P).")
    hadir = _hadir(m) if m and m.desa == di.kode else None
    return optional(default(tanya, hadir) if hadir else tanya)


def _hadir(m: Musdes) -> Peserta | None:
    if m.hadir_l is not None and m.hadir_p is not None:
        return Peserta(m.hadir_l + m.hadir_p, m.hadir_l, m.hadir_p)
    return Peserta(m.hadir, None, None) if m.hadir else None


def tanya_soal(s: Soal, sekarang: int = 0) -> Question[int]:
    """Pictures of daily life, not marks: whoever is there picks the one that is most alike."""
    semua = muat_kemandirian()
    nomor = semua.soal.index(s) + 1
    unsur = semua.menurut_kode(s.unsur)
    awal = [f"Pilih gambaran yang paling mirip menurut mereka yang hadir. {BUKAN_INDEKS}"] if nomor == 1 else []
    if s is semua.tentang(s.unsur)[0]:
        awal.append(f"{unsur.nama}: {unsur.arti}")
    kini = f"\nSekarang: {s.tingkat[sekarang - 1].nama}" if sekarang else ""
    tanya = "\n\n".join([*([] if sekarang else awal), f"{nomor} dari {len(semua.soal)}. {s.tanya}{kini}"])
    pilihan = [Pilihan(str(n), t.nama, n, t.wujud) for n, t in enumerate(s.tingkat, start=1)]
    return Choice(tanya, pilihan, petunjuk="Pilih satu gambaran, atau ketik nomornya, 1 sampai 4.")


def tanya_berikut() -> Question[str]:
    contoh = "Contoh: Mulai kas kelompok Rp5.000 seminggu."
    return Text(f"Apa yang mau dilakukan bersama sesudah ini? {contoh}", contoh, 3, 600)


def tanya_catatan() -> Question[str]:
    return Text("Apa yang perlu dicatat dari pembicaraannya?", "Contoh: Paling lama dibahas soal harga gabah.", 3, 1000)
