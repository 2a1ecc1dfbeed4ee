"""Everything that is kept about one person, table by table, and nobody else's rows."""

from __future__ import annotations

from data.alamat import SEBUTAN
from data.store import Tx

Baris = dict[str, str | int | None]
TABEL: dict[str, str] = {
    "diri": "SELECT nama, zona, dibuat, setuju, setuju_versi FROM orang WHERE id = ?",
    "alamat": f"SELECT kanal, {SEBUTAN} AS tujuan, status, dibuat FROM alamat WHERE orang_id = ? ORDER BY id",
    "whatsapp": "SELECT w.alias AS sebutan, w.dilihat, w.berhenti, k.masuk, k.izin, k.tolak FROM alamat a "
    "JOIN wa_kontak k ON k.tujuan = a.tujuan JOIN wa_alias w ON w.tujuan = k.tujuan "
    "WHERE a.kanal = 'whatsapp' AND a.orang_id = ? ORDER BY w.dilihat, w.alias",
    "penugasan": "SELECT p.peran, p.wilayah, w.nama, p.dari, p.sampai, p.disahkan FROM penugasan p "
    "JOIN wilayah w ON w.kode = p.wilayah WHERE p.orang_id = ? ORDER BY p.id",
    "kegiatan": "SELECT k.nomor, k.tanggal, k.jam, k.menit, k.desa, w.nama AS nama_desa, k.kegiatan, k.cara, k.hasil, "
    "k.peserta, k.peserta_l, k.peserta_p, k.lokasi, k.masalah, k.tindak_lanjut, k.periksa, k.dicatat, k.dihapus "
    "FROM kegiatan k JOIN wilayah w ON w.kode = k.desa WHERE k.orang_id = ? ORDER BY k.tanggal, k.jam, k.id",
    "foto": "SELECT k.nomor, f.urutan, f.sidik, f.waktu FROM kegiatan_foto f JOIN kegiatan k ON k.id = f.kegiatan_id "
    "WHERE k.orang_id = ? ORDER BY k.id, f.urutan",
    "dokumen": "SELECT nama AS nama_berkas, mime, ukuran, guna, sidik, dibuat, hapus AS dihapus FROM dokumen "
    "WHERE orang_id = ? AND nama <> '' ORDER BY id",
    "drp_salin": "SELECT k.nomor, s.waktu FROM drp_salin s JOIN kegiatan k ON k.id = s.kegiatan_id "
    "WHERE k.orang_id = ? ORDER BY s.waktu, k.id",
    "drp_cocok": "SELECT bulan, isi, dibuat FROM drp_cocok WHERE orang_id = ? ORDER BY id",
    "pemeriksaan": "SELECT k.nomor, p.waktu, p.putusan, p.kolom, p.alasan FROM pemeriksaan p "
    "JOIN kegiatan k ON k.id = p.kegiatan_id WHERE k.orang_id = ? ORDER BY p.id",
    "tugas": "SELECT t.nomor, t.judul, t.tenggat, o.status, o.catatan, o.diubah FROM tugas_orang o "
    "JOIN tugas t ON t.id = o.tugas_id WHERE o.orang_id = ? ORDER BY t.id",
    "musdes": "SELECT nomor, jenis, desa, tanggal, mulai, selesai, tempat, status, dibuat, dihapus FROM musdes "
    "WHERE orang_id = ? ORDER BY id",
    "catatan_musdes": "SELECT m.nomor, c.waktu, c.teks, c.dihapus FROM catatan_musdes c JOIN musdes m "
    "ON m.id = c.musdes_id WHERE c.orang_id = ? ORDER BY c.id",
    "keputusan": "SELECT nomor, isi AS keputusan, pj, tenggat, status, diubah FROM keputusan "
    "WHERE pj_orang = ? AND dihapus IS NULL ORDER BY id",
    "siaran": "SELECT s.nomor, k.nomor AS catatan, s.judul, s.teks, s.foto, s.izin AS izin_wajah, s.dibuat, s.diubah, "
    "s.dihapus FROM siaran s JOIN kegiatan k ON k.id = s.kegiatan_id WHERE s.orang_id = ? ORDER BY s.id",
    "fungsi": "SELECT desa, langkah, keadaan, tanggal, bukti, catatan, diubah FROM fungsi_langkah "
    "WHERE oleh = ? ORDER BY id",
    "register": "SELECT nomor, jenis, desa, judul, keadaan, tanggal, isi AS rincian, dibuat, diubah, ditutup, dihapus "
    "FROM register WHERE ? IN (orang_id, milik) ORDER BY id",
    "foto_register": "SELECT r.nomor, f.urutan, f.sidik, f.waktu FROM register_foto f "
    "JOIN register r ON r.id = f.register_id WHERE r.orang_id = ? ORDER BY r.id, f.urutan",
    "kemandirian": "SELECT nomor, desa, kelompok, tahun, tanggal, forum, peserta, isi AS jawaban, berikut, catatan, "
    "dibuat, diubah, dihapus FROM kemandirian WHERE orang_id = ? ORDER BY id",
    "indeks_desa": "SELECT desa, tahun, status, sumber, diubah FROM indeks_desa WHERE oleh = ? ORDER BY desa, tahun",
    "bumdes": "SELECT b.desa, b.nama, b.langkah, b.aktif, b.unit, b.modal, b.hambatan, b.diubah FROM bumdes b "
    "WHERE b.oleh = ? ORDER BY b.id",
    "langkah_bumdes": "SELECT desa, langkah, tanggal, catatan, waktu FROM bumdes_langkah WHERE oleh = ? ORDER BY id",
    "kdmp": "SELECT desa, nama, badan_hukum, gerai, gedung, pinjaman, hambatan, diubah FROM kdmp "
    "WHERE oleh = ? ORDER BY id",
    "blt": "SELECT desa, tahun, keluarga, bulanan, dari, sampai, sk, diubah FROM blt WHERE oleh = ? ORDER BY id",
    "blt_salur": "SELECT nomor, desa, tahun, dari, sampai, tanggal, keluarga, rupiah, alasan, dibuat, dihapus "
    "FROM blt_salur WHERE orang_id = ? ORDER BY id",
    "blt_ubah": "SELECT desa, tahun, tanggal, sebab, keluarga, catatan, dibuat, dihapus FROM blt_ubah "
    "WHERE orang_id = ? ORDER BY id",
    "rencana": "SELECT r.nomor, r.desa, r.tahun, r.status, r.alasan, b.kegiatan, b.uraian, b.target, b.satuan, "
    "b.capaian, b.pekan, b.miskin, b.pihak, b.dihapus FROM rencana r LEFT JOIN rencana_butir b "
    "ON b.rencana_id = r.id WHERE r.orang_id = ? ORDER BY r.id, b.urutan",
    "laporan_camat": "SELECT l.nomor, l.kecamatan, l.bulan, j.kolom AS bagian, j.sesudah AS tulisan, j.waktu "
    "FROM jejak j JOIN laporan_camat l ON l.id = j.baris_id WHERE j.tabel = 'laporan_camat' AND j.apa = 'ubah' "
    "AND j.orang_id = ? ORDER BY j.id",
    "laporan": "SELECT bulan, isian AS laporan, foto AS pilihan_foto, dibuat, diubah FROM laporan "
    "WHERE orang_id = ? ORDER BY bulan",
    "cuti": "SELECT dari, sampai, alasan, dibuat, dibatalkan FROM cuti WHERE orang_id = ? ORDER BY id",
    "halangan": "SELECT dari, sampai, alasan, dibuat FROM halangan WHERE orang_id = ? ORDER BY id",
    "tanya": "SELECT waktu, kanal, tempat, teks, hasil, slug AS topik, membantu FROM tanya "
    "WHERE orang_id = ? AND teks <> '' ORDER BY id",
    "permintaan": "SELECT peran, wilayah, dibuat, status, alasan, diputus FROM permintaan "
    "WHERE orang_id = ? ORDER BY id",
    "pertanyaan": "SELECT nomor, desa, teks AS pertanyaan, status, jawaban, dibuat, dijawab, membantu FROM pertanyaan "
    "WHERE orang_id = ? ORDER BY id",
    "masalah": "SELECT nomor, desa, tema, isi AS cerita, nama, anonim, rahasia, status, jawaban, dibuat, diubah "
    "FROM masalah WHERE orang_id = ? ORDER BY id",
    "foto_masalah": "SELECT m.nomor, f.urutan, f.sidik, f.waktu FROM masalah_foto f "
    "JOIN masalah m ON m.id = f.masalah_id WHERE m.orang_id = ? ORDER BY m.id, f.urutan",
    "langkah_masalah": "SELECT m.nomor, l.waktu, l.apa, CASE WHEN l.apa = 'alih' THEN '' ELSE l.teks END AS teks "
    "FROM masalah_langkah l JOIN masalah m ON m.id = l.masalah_id WHERE ? = CASE WHEN l.apa IN "
    "('lapor', 'tambah', 'beres', 'belum', 'tarik') THEN m.orang_id ELSE l.oleh END ORDER BY l.id",
    "jawaban_warga": "SELECT nomor, desa, jawaban, dijawab FROM pertanyaan WHERE oleh = ? ORDER BY id",
    "sunting_topik": "SELECT slug, isi, sumber, waktu FROM topik WHERE oleh = ? ORDER BY id",
    "kerja": "SELECT sebut AS pekerjaan, bahan, status, dibuat, selesai AS diubah FROM kerja "
    "WHERE orang_id = ? ORDER BY id",
    "percakapan": "SELECT dialog, status, dibuat, diubah, keadaan FROM percakapan WHERE orang_id = ? ORDER BY id",
    "pesan": "SELECT i.kanal, i.dikirim, i.isi FROM alamat a JOIN inbox i ON i.kanal = a.kanal AND i.tujuan = a.tujuan "
    "WHERE a.orang_id = ? AND i.isi <> '{}' ORDER BY i.id",
    "jejak": "SELECT waktu, kanal, apa, tabel, baris_id, kolom, sebelum, sesudah, alasan FROM jejak "
    "WHERE orang_id = ? ORDER BY id",
}


class DataSayaQ:
    def __init__(self, tx: Tx, orang_id: int) -> None:
        self._tx = tx
        self._orang_id = orang_id

    def semua(self) -> dict[str, list[Baris]]:
        return {nama: self._baris(sql) for nama, sql in TABEL.items()}

    def satu(self, nama: str) -> list[Baris]:
        return self._baris(TABEL[nama])

    def jumlah(self) -> dict[str, int]:
        """How many of what a person would count: entries that are not deleted, their pictures, drafts."""
        row = self._tx.one(
            "SELECT (SELECT COUNT(*) FROM kegiatan WHERE orang_id = ? AND dihapus IS NULL) AS catatan, "
            "(SELECT COUNT(*) FROM kegiatan_foto f JOIN kegiatan k ON k.id = f.kegiatan_id "
            "WHERE k.orang_id = ? AND k.dihapus IS NULL) AS foto, "
            "(SELECT COUNT(*) FROM percakapan WHERE orang_id = ? AND status IN ('terbuka', 'ditunda')) AS draf",
            (self._orang_id,) * 3,
        )
        assert row is not None
        return {nama: int(row[nama]) for nama in ("catatan", "foto", "draf")}

    def _baris(self, sql: str) -> list[Baris]:
        return [{kolom: row[kolom] for kolom in row.keys()} for row in self._tx.all(sql, (self._orang_id,))]  # noqa: SIM118
