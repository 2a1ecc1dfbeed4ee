"""What a conversation may know and do, for the one person who acts. Scope is computed here and nowhere else."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property

from data.alamat import AlamatQ
from data.biaya import BiayaQ
from data.blt import BltQ
from data.bumdes import BumdesQ
from data.camat import CamatQ
from data.cuti import CutiQ
from data.datasaya import DataSayaQ
from data.dokumen import DokumenQ
from data.drp_cocok import DrpCocokQ
from data.drp_salin import DrpSalinQ
from data.evkin import EvkinQ
from data.fungsi import FungsiQ
from data.halangan import HalanganQ
from data.indeks_desa import IndeksDesaQ
from data.indikator_desa.buka import IndikatorQ
from data.inovasi import InovasiQ
from data.jadwal import JadwalQ
from data.jejak import JejakQ, Pelaku
from data.kabar import KabarQ
from data.kader import KaderQ
from data.kalender import AturKalenderQ, KalenderQ, PeristiwaQ
from data.kdmp import KdmpQ
from data.kegiatan import KegiatanQ
from data.kemandirian import KemandirianQ
from data.keputusan import KeputusanQ
from data.kerja import KerjaQ
from data.laporan import LaporanQ
from data.libur import LiburQ
from data.lingkup import Lingkup, LingkupQ, mencakup
from data.masalah import MasalahQ
from data.menunggu import MenungguQ
from data.musdes.musdes import MusdesQ
from data.orang import KOORDINATOR, Orang, OrangQ
from data.panel import PanelMasukQ
from data.panel_daftar import PanelQ
from data.pemeriksaan import PemeriksaanQ
from data.pencarian import CariQ
from data.pengaturan import Pengaturan
from data.pengesahan import PengesahanQ
from data.penghapusan import PenghapusanQ
from data.penugasan import PenugasanQ
from data.percakapan import PercakapanQ
from data.permintaan import PermintaanQ
from data.pertanyaan import PertanyaanQ
from data.profil_desa import ProfilDesaQ
from data.register import RegisterQ
from data.rekan import RekanQ
from data.rekap.buka import RekapQ
from data.rencana import RencanaQ
from data.ringkasan.buka import RingkasanQ
from data.riwayat_desa import RiwayatDesaQ
from data.siaran import SiaranQ
from data.siklus import SiklusQ
from data.store import Tx
from data.tanya import TanyaQ
from data.target import TargetQ
from data.tautan import TautanQ
from data.telusur import TelusurQ
from data.tim import TimQ
from data.topik_sunting import TopikSuntingQ
from data.tugas import TugasQ
from data.undangan import UndanganQ
from data.unduh import UnduhQ
from data.wilayah import KECAMATAN, Wilayah, WilayahQ, cari_wilayah, dari_kode


class Desa:
    """The world as `orang` may see it, inside one transaction."""

    def __init__(self, tx: Tx, orang: Orang, kanal: str, kini: int, pengaturan: Pengaturan, tujuan: str = "") -> None:
        """`tujuan`: the address on `kanal` that the person writes from, where it is theirs alone."""
        self._tx = tx
        self._orang = orang
        self._kini = kini
        self.pengaturan = pengaturan
        self.kanal = kanal
        self.tujuan = tujuan
        pelaku = self._pelaku = Pelaku(orang.id, kanal, kini)
        self._hari = orang.hari_ini(kini)
        self.jejak = JejakQ(tx, pelaku)
        self.kegiatan = KegiatanQ(tx, pelaku, self.jejak, orang.zona)
        self.alamat = AlamatQ(tx)
        self.data_saya = DataSayaQ(tx, orang.id)
        self.jadwal = JadwalQ(tx)
        self.kabar = KabarQ(tx, kini)
        self.orang = OrangQ(tx)
        self.pengesahan = PengesahanQ(tx, self.jejak)
        self.panel_masuk = PanelMasukQ(tx, kini)
        self.penghapusan = PenghapusanQ(tx, kini)
        self.percakapan = PercakapanQ(tx)
        self.tanya = TanyaQ(tx, kanal, kini, orang.id)
        self.tautan = TautanQ(tx, kini)
        self.permintaan = PermintaanQ(tx, self.jejak, kini)
        self.undangan = UndanganQ(tx, self.jejak, kini)
        self.wilayah = WilayahQ(tx)
        self.tugas = TugasQ(tx, pelaku, self.jejak, self._hari)
        self.kerja = KerjaQ(tx, orang.id, kanal, tujuan, kini)

    def savepoint(self) -> AbstractContextManager[None]:
        return self._tx.savepoint()

    @cached_property
    def lingkup(self) -> Lingkup:
        """What the person's assignments in force open, today."""
        return LingkupQ(self._tx).untuk(self._orang.id, self._orang.hari_ini(self._kini))

    @cached_property
    def tim(self) -> TimQ:
        return TimQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def pemeriksaan(self) -> PemeriksaanQ:
        return PemeriksaanQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def menunggu(self) -> MenungguQ:
        return MenungguQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def telusur(self) -> TelusurQ:
        return TelusurQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def penugasan(self) -> PenugasanQ:
        return PenugasanQ(self._tx, self.jejak, self.lingkup, self._hari)

    @cached_property
    def cuti(self) -> CutiQ:
        return CutiQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def halangan(self) -> HalanganQ:
        return HalanganQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def rekan(self) -> RekanQ:
        return RekanQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def libur(self) -> LiburQ:
        return LiburQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def cari(self) -> CariQ:
        return CariQ(self._tx, self.lingkup)

    @cached_property
    def kalender(self) -> KalenderQ:
        return KalenderQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def kalender_daerah(self) -> AturKalenderQ:
        return AturKalenderQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def peristiwa(self) -> PeristiwaQ:
        return PeristiwaQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def riwayat_desa(self) -> RiwayatDesaQ:
        return RiwayatDesaQ(self._tx, self.lingkup)

    @cached_property
    def keputusan(self) -> KeputusanQ:
        return KeputusanQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari, self.cari)

    @cached_property
    def register(self) -> RegisterQ:
        return RegisterQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari, self.cari)

    @cached_property
    def profil(self) -> ProfilDesaQ:
        return ProfilDesaQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def kader(self) -> KaderQ:
        return KaderQ(
            self._tx, self._pelaku, self.jejak, self.lingkup, self._hari, self.register, self.undangan, self.penugasan
        )

    @cached_property
    def inovasi(self) -> InovasiQ:
        return InovasiQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def unduh(self) -> UnduhQ:
        return UnduhQ(self._tx, self.lingkup, self._hari)

    @cached_property
    def kemandirian(self) -> KemandirianQ:
        return KemandirianQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def indeks_desa(self) -> IndeksDesaQ:
        return IndeksDesaQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def rekap(self) -> RekapQ:
        return RekapQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def rencana(self) -> RencanaQ:
        return RencanaQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def ringkasan(self) -> RingkasanQ:
        return RingkasanQ(self._tx, self._kini, self.lingkup)

    @cached_property
    def biaya(self) -> BiayaQ:
        return BiayaQ(self._tx, self.lingkup, self.pengaturan.wa, self._kini)

    @cached_property
    def dokumen(self) -> DokumenQ:
        return DokumenQ(self._tx, self._orang.id, self._kini, self.pengaturan)

    @cached_property
    def drp_salin(self) -> DrpSalinQ:
        return DrpSalinQ(self._tx, self._pelaku)

    @cached_property
    def drp_cocok(self) -> DrpCocokQ:
        return DrpCocokQ(self._tx, self._pelaku)

    @cached_property
    def camat(self) -> CamatQ:
        return CamatQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def target(self) -> TargetQ:
        return TargetQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def pertanyaan(self) -> PertanyaanQ:
        return PertanyaanQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def laporan(self) -> LaporanQ:
        return LaporanQ(self._tx, self._pelaku, self.jejak)

    @cached_property
    def masalah(self) -> MasalahQ:
        return MasalahQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def panel(self) -> PanelQ:
        return PanelQ(self._tx, self.lingkup, self.masalah, self._orang.zona)

    @cached_property
    def topik_sunting(self) -> TopikSuntingQ:
        return TopikSuntingQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def siklus(self) -> SiklusQ:
        return SiklusQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def evkin(self) -> EvkinQ:
        return EvkinQ(self._tx, self.lingkup, self._orang.zona, self._hari)

    @cached_property
    def siaran(self) -> SiaranQ:
        return SiaranQ(self._tx, self._pelaku, self.jejak, self._hari)

    @cached_property
    def fungsi(self) -> FungsiQ:
        return FungsiQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def indikator(self) -> IndikatorQ:
        return IndikatorQ(self._tx, self.lingkup)

    @cached_property
    def bumdes(self) -> BumdesQ:
        return BumdesQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def kdmp(self) -> KdmpQ:
        return KdmpQ(self._tx, self._pelaku, self.jejak, self.lingkup)

    @cached_property
    def blt(self) -> BltQ:
        return BltQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari)

    @cached_property
    def musdes(self) -> MusdesQ:
        return MusdesQ(self._tx, self._pelaku, self.jejak, self.lingkup, self._hari, self.cari)

    def dampingan(self) -> list[Wilayah]:
        """Villages that the person's assignments in force cover, by code."""
        return self.wilayah.di_bawah(self.lingkup.dampingan)

    @property
    def _koordinasi(self) -> set[str]:
        """Places that the person coordinates: a level above has confirmed that assignment."""
        return {t.wilayah for t in self.lingkup.tugas if t.disahkan and t.peran in KOORDINATOR}

    @property
    def koordinator(self) -> bool:
        return bool(self._koordinasi)

    def kecamatan_binaan(self) -> list[Wilayah]:
        """Known kecamatan that the person coordinates, by code."""
        return self.wilayah.di_bawah(self._koordinasi, KECAMATAN)

    def cari_kecamatan_binaan(self, sebutan: str) -> list[Wilayah]:
        """The same by code or exact name, also where nobody works with us yet."""
        satu, temuan = dari_kode(sebutan), cari_wilayah(sebutan, KECAMATAN)
        semua = [satu] if satu and satu.tingkat == KECAMATAN else temuan.tempat() if temuan.persis else []
        return [w for w in semua if any(mencakup(akar, w.kode) for akar in self._koordinasi)]
