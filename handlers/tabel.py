"""The table of contents: every conversation there is. A new one is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Collection

from data.orang import CAMAT, KOORDINATOR, PENDAMPING
from handlers import grup
from handlers.bergabung.daftar import daftar
from handlers.bergabung.gabung import gabung
from handlers.bergabung.permintaan import permintaan, setujui_permintaan, tolak_permintaan
from handlers.bergabung.undang import undang, undangan
from handlers.biaya.biaya import biaya
from handlers.blt.bayar import blt_bayar
from handlers.blt.berubah import blt_ubah
from handlers.blt.blt import blt
from handlers.blt.perubahan import blt_perubahan
from handlers.blt.salur import blt_hapus, blt_pulihkan
from handlers.blt.tetap import blt_tetap
from handlers.bumdes.bumdes import bumdes, kdmp
from handlers.bumdes.langkah import bumdes_langkah
from handlers.bumdes.ubah_kartu import bumdes_ubah, kdmp_ubah
from handlers.camat.laporan import laporan_camat
from handlers.camat.tanda import camat_tanda
from handlers.camat.tulis import camat_tulis
from handlers.cari.cari import cari, cari_apa
from handlers.catatan.catat import catat
from handlers.catatan.drp import drp
from handlers.catatan.drp_salin import drp_salin
from handlers.catatan.hapus import hapus, pulihkan
from handlers.catatan.riwayat import riwayat
from handlers.catatan.riwayat_desa import riwayat_desa
from handlers.catatan.ubah import ubah
from handlers.cocok.drp_cocok import drp_cocok
from handlers.cocok.drp_hasil import drp_hasil
from handlers.cuti.cuti import cuti
from handlers.cuti.libur import libur
from handlers.cuti.pengganti import pengganti
from handlers.cuti.ubah_libur import ubah_libur
from handlers.desa_ini.desa_ini import desa_ini
from handlers.dialog.dialog import Resep
from handlers.diri.datasaya import datasaya
from handlers.diri.hapus_data import batal_hapus, hapus_data
from handlers.diri.setuju import dengan_setuju
from handlers.diri.tautkan import lepas_alamat, tautkan, tautkan_kode
from handlers.diri.tutup_alamat import tutup_alamat
from handlers.evkin.evkin import evkin
from handlers.fungsi.fungsi import fungsi
from handlers.fungsi.fungsi_tandai import fungsi_tandai
from handlers.grup.pribadi import DI_PRIBADI
from handlers.indikator.indikator import indikator
from handlers.inovasi.inovasi import inovasi, inovasi_baru, inovasi_cari
from handlers.inovasi.komitmen import komitmen, komitmen_baru
from handlers.inovasi.p2ktd import p2ktd, p2ktd_baru
from handlers.inovasi.pid import pid
from handlers.kader.semua import RESEP_KADER
from handlers.kalender.atur_tenggat import atur_tenggat, tambah_tenggat
from handlers.kalender.kalender import kalender
from handlers.kalender.peristiwa import peristiwa, peristiwa_desa, ubah_peristiwa
from handlers.kalender.tenggat_daerah import tenggat_daerah
from handlers.kemandirian.indeks import indeks_desa, indeks_desa_catat
from handlers.kemandirian.isi import kemandirian_baru
from handlers.kemandirian.kemandirian import kemandirian
from handlers.kemandirian.lanjut import kemandirian_lanjut, kemandirian_putusan
from handlers.kemandirian.ubah import kemandirian_hapus, kemandirian_pulihkan, kemandirian_ubah
from handlers.keputusan.putusan import putusan
from handlers.keputusan.tandai import tandai
from handlers.keputusan.tindaklanjut import tindaklanjut
from handlers.keputusan.ubah_putusan import ubah_putusan
from handlers.keputusan.usulan import usulan
from handlers.kerja.pekerjaan_saya import pekerjaan
from handlers.kertas.kertas import kertas
from handlers.laporan.isi import laporan_foto, laporan_foto_awal, laporan_isi
from handlers.laporan.laporan import laporan
from handlers.laporan.sppd import sppd
from handlers.laporan.templat import laporan_templat, laporan_templat_kirim
from handlers.masalah.baru import masalah_baru, masalah_dari
from handlers.masalah.lapor import ada_masalah, lapor
from handlers.masalah.masalah import masalah
from handlers.masalah.pelapor import laporan_belum, laporan_beres, laporan_tambah, laporan_tarik
from handlers.masalah.pindah import masalah_alih, masalah_naik, masalah_rahasia, masalah_tema, masalah_tenggat
from handlers.masalah.tangani import (
    masalah_buka,
    masalah_catat,
    masalah_jawab,
    masalah_selesai,
    masalah_tangani,
    masalah_teruskan,
)
from handlers.menu import menu, mulai, sama_sama, start
from handlers.musdes.agenda import musdes_agenda
from handlers.musdes.baru import musdes_baru
from handlers.musdes.catatan import musdes_catatan
from handlers.musdes.gabung import musdes_gabung
from handlers.musdes.hadir import musdes_hadir
from handlers.musdes.hapus import musdes_hapus, musdes_pulihkan
from handlers.musdes.keputusan import musdes_keputusan
from handlers.musdes.khusus import musdes_foto, musdes_khusus, musdes_rincian
from handlers.musdes.lama import musdes_lama
from handlers.musdes.musdes import musdes
from handlers.musdes.pimpinan import musdes_narasumber, musdes_penanda, musdes_pimpinan
from handlers.musdes.tutup import musdes_tutup
from handlers.panel.panel import panel
from handlers.pengingat.berhalangan import berhalangan
from handlers.pengingat.pengingat import pengingat, tunda
from handlers.register.semua import RESEP_REGISTER
from handlers.rekap.aturrekap import aturrekap
from handlers.rekap.rekap import rekap
from handlers.rencana.butir import rencana_butir, rencana_coret, rencana_pulih
from handlers.rencana.putus import rencana_ajukan, rencana_kembali, rencana_setuju
from handlers.rencana.rencana import rencana
from handlers.rencana.susun import rencana_susun
from handlers.rencana.ubah import rencana_tambah, rencana_ubah
from handlers.ringkasan.ringkasan import ringkasan
from handlers.ringkasan.target import target, ubah_target
from handlers.siaran.kartu import siaran_hapus, siaran_lihat, siaran_pulihkan
from handlers.siaran.siaran import siaran, siaran_ubah
from handlers.siklus.siklus import siklus
from handlers.siklus.siklus_catat import siklus_catat
from handlers.tanya.jawab_warga import jawab
from handlers.tanya.pertanyaan import pertanyaan, tarik_pertanyaan
from handlers.tanya.sunting_topik import kembalikan_topik, riwayat_topik, sunting_topik
from handlers.tanya.tanggapan import belum_jelas, terjawab
from handlers.tanya.tanya import tanya
from handlers.tanya.tanyakan import tanyakan
from handlers.tanya.topik import topik
from handlers.tanya.umpan import belum_membantu, membantu
from handlers.tanya.usulan import terima_usulan, tolak_usulan, usulan_topik
from handlers.tim.jejak import jejak
from handlers.tim.minta_perbaikan import minta_perbaikan
from handlers.tim.perbaiki import perbaiki
from handlers.tim.periksa import periksa, setuju
from handlers.tim.serah import minta_serahterima, serahterima
from handlers.tim.setuju_semua import setuju_semua
from handlers.tim.tim import tim
from handlers.tugas.beri_tugas import beri_tugas
from handlers.tugas.kerjakan import kerjakan, terkendala
from handlers.tugas.tugas import tugas
from handlers.unduh.unduh import unduh

SEMUA: tuple[Resep, ...] = (
    catat,
    riwayat,
    drp,
    drp_salin,
    drp_cocok,
    drp_hasil,
    ubah,
    hapus,
    pulihkan,
    musdes,
    musdes_baru,
    musdes_catatan,
    musdes_keputusan,
    musdes_lama,
    musdes_hadir,
    musdes_pimpinan,
    musdes_agenda,
    musdes_narasumber,
    musdes_khusus,
    musdes_foto,
    musdes_penanda,
    musdes_rincian,
    musdes_tutup,
    musdes_gabung,
    musdes_hapus,
    musdes_pulihkan,
    tim,
    periksa,
    setuju,
    setuju_semua,
    minta_perbaikan,
    perbaiki,
    tugas,
    beri_tugas,
    kerjakan,
    terkendala,
    kertas,
    laporan,
    laporan_isi,
    laporan_foto,
    laporan_foto_awal,
    laporan_templat,
    laporan_templat_kirim,
    sppd,
    tindaklanjut,
    putusan,
    tandai,
    ubah_putusan,
    usulan,
    siklus,
    siklus_catat,
    *RESEP_REGISTER,
    inovasi,
    inovasi_baru,
    inovasi_cari,
    komitmen,
    komitmen_baru,
    p2ktd,
    p2ktd_baru,
    pid,
    kemandirian,
    kemandirian_baru,
    kemandirian_ubah,
    kemandirian_lanjut,
    kemandirian_putusan,
    kemandirian_hapus,
    kemandirian_pulihkan,
    indeks_desa,
    indeks_desa_catat,
    *RESEP_KADER,
    indikator,
    fungsi,
    fungsi_tandai,
    evkin,
    siaran,
    siaran_lihat,
    siaran_ubah,
    siaran_hapus,
    siaran_pulihkan,
    rencana,
    rencana_susun,
    rencana_butir,
    rencana_ubah,
    rencana_tambah,
    rencana_coret,
    rencana_pulih,
    rencana_ajukan,
    rencana_setuju,
    rencana_kembali,
    bumdes,
    bumdes_langkah,
    bumdes_ubah,
    kdmp,
    kdmp_ubah,
    blt,
    blt_bayar,
    blt_tetap,
    blt_ubah,
    blt_perubahan,
    blt_hapus,
    blt_pulihkan,
    masalah,
    masalah_baru,
    masalah_dari,
    masalah_tangani,
    masalah_jawab,
    masalah_catat,
    masalah_selesai,
    masalah_buka,
    masalah_teruskan,
    masalah_tenggat,
    masalah_alih,
    masalah_naik,
    masalah_tema,
    masalah_rahasia,
    lapor,
    ada_masalah,
    laporan_tambah,
    laporan_beres,
    laporan_belum,
    laporan_tarik,
    jejak,
    riwayat_desa,
    desa_ini,
    rekap,
    aturrekap,
    ringkasan,
    laporan_camat,
    camat_tulis,
    camat_tanda,
    panel,
    target,
    ubah_target,
    biaya,
    cari,
    cari_apa,
    unduh,
    cuti,
    pengganti,
    serahterima,
    minta_serahterima,
    libur,
    ubah_libur,
    kalender,
    tenggat_daerah,
    atur_tenggat,
    tambah_tenggat,
    peristiwa,
    peristiwa_desa,
    ubah_peristiwa,
    pengingat,
    tunda,
    berhalangan,
    daftar,
    gabung,
    undang,
    undangan,
    permintaan,
    setujui_permintaan,
    tolak_permintaan,
    tanya,
    tanyakan,
    pertanyaan,
    tarik_pertanyaan,
    jawab,
    terjawab,
    belum_jelas,
    usulan_topik,
    terima_usulan,
    tolak_usulan,
    sunting_topik,
    riwayat_topik,
    kembalikan_topik,
    topik,
    membantu,
    belum_membantu,
    menu,
    mulai,
    start,
    sama_sama,
    tautkan,
    tautkan_kode,
    lepas_alamat,
    tutup_alamat,
    pekerjaan,
    datasaya,
    hapus_data,
    batal_hapus,
    *DI_PRIBADI,
)

TABEL = {resep.nama: dengan_setuju(resep) for resep in SEMUA}

DI_MENU = (tim, periksa, tugas, tindaklanjut, siklus, laporan, evkin, unduh)
"""In the platform's menu, though no bare word but their own begins them: "tim TPK memeriksa …" is a report."""
DI_MENU_ATAS = (panel, laporan_camat)
"""The same for who coordinates, and for the Camat; others are told kindly whose it is."""


def perintah_untuk(peran: Collection[str]) -> tuple[tuple[str, str], ...]:
    """(command, what it does) of the platform's own menu for somebody with these roles; {'warga'} is everybody's."""
    pendamping = bool(set(peran) & set(PENDAMPING))
    atas = DI_MENU_ATAS if set(peran) & {*KOORDINATOR, CAMAT} else ()
    return tuple(
        (r.nama, r.help)
        for r in SEMUA
        if r.untuk & set(peran) and (r.menu or r in (*DI_MENU, *atas) or (r is daftar and not pendamping))
    )


def perintah_grup() -> tuple[tuple[str, str], ...]:
    """The same for groups."""
    return grup.PERINTAH
