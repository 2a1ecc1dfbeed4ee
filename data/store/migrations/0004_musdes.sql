-- Musyawarah: what was discussed and decided, the papers of it, what became of each decision, each village's cycle.

CREATE TABLE musdes (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- M-2611-0003
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- who began it; others in scope may read
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  jenis TEXT NOT NULL,                               -- a code of data/katalog/musdes.toml
  desa TEXT NOT NULL,                                -- the village's code; the kecamatan's for one between villages
  judul TEXT NOT NULL DEFAULT '',                    -- 'dalam rangka …'
  tanggal TEXT NOT NULL,
  mulai TEXT NOT NULL,                               -- '19:30', in the zone of the village
  selesai TEXT,                                      -- '22:10'; before `mulai` it is the next day. Null: still going on
  tempat TEXT NOT NULL DEFAULT '',
  dasar TEXT NOT NULL DEFAULT '',                    -- number and date of the invitation, as written
  nomor_ba TEXT NOT NULL DEFAULT '',                 -- the village's own number of the minutes
  diundang INTEGER,
  hadir INTEGER,                                     -- where men and women were not counted apart
  hadir_l INTEGER,
  hadir_p INTEGER,
  unsur TEXT NOT NULL DEFAULT '[]',                  -- JSON: codes of data/katalog/musdes.toml, and others as written
  pimpinan TEXT NOT NULL DEFAULT '',
  pimpinan_unsur TEXT NOT NULL DEFAULT '',
  notulis TEXT NOT NULL DEFAULT '',
  notulis_unsur TEXT NOT NULL DEFAULT '',
  penanda TEXT NOT NULL DEFAULT '[]',                -- JSON: [{peran, nama}], who signs, as typed
  isian TEXT NOT NULL DEFAULT '{}',                  -- JSON: answers to the questions of this kind alone, by key
  status TEXT NOT NULL,                              -- berjalan | selesai | digabung
  gabung_ke BIGINT REFERENCES musdes (id),
  beda TEXT NOT NULL DEFAULT '[]',                   -- JSON: numbers of like ones that somebody said are others
  versi INTEGER NOT NULL DEFAULT 0,                  -- of the papers made last; 0: none yet
  usang INTEGER NOT NULL DEFAULT 0,                  -- 1: something changed after the papers were made
  contoh INTEGER NOT NULL DEFAULT 0,
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX musdes_orang ON musdes (orang_id, tanggal);
ALTER TABLE kegiatan ADD COLUMN musdes_id BIGINT REFERENCES musdes (id);  -- the musdes that this entry was made from

CREATE TABLE musdes_desa (                           -- one row, or several for one between villages
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  desa TEXT NOT NULL,
  tanggal TEXT NOT NULL,                             -- of the musdes, for the index
  PRIMARY KEY (musdes_id, desa)
);
CREATE INDEX musdes_desa_tanggal ON musdes_desa (desa, tanggal);

CREATE TABLE narasumber (
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  urutan INTEGER NOT NULL,
  nama TEXT NOT NULL,
  unsur TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (musdes_id, urutan)
);

CREATE TABLE agenda (
  id {id},
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  urutan INTEGER NOT NULL,
  judul TEXT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX agenda_musdes ON agenda (musdes_id, urutan);

CREATE TABLE catatan_musdes (                        -- what was said, as it was typed during the meeting
  id {id},
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  agenda_id BIGINT REFERENCES agenda (id),
  waktu BIGINT NOT NULL,
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  teks TEXT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX catatan_musdes_urut ON catatan_musdes (musdes_id, id);

CREATE TABLE musdes_foto (
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  apa TEXT NOT NULL,                                 -- hadir (attendance list) | ba (signed minutes) | kegiatan
  urutan INTEGER NOT NULL,
  sidik TEXT NOT NULL,
  waktu BIGINT NOT NULL,
  PRIMARY KEY (musdes_id, apa, urutan)
);
CREATE INDEX musdes_foto_sidik ON musdes_foto (sidik);

CREATE TABLE musdes_versi (                          -- what each version of the papers was made from; append-only
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  versi INTEGER NOT NULL,
  isi TEXT NOT NULL,                                 -- JSON: data/musdes/risalah.py, Risalah
  waktu BIGINT NOT NULL,
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  PRIMARY KEY (musdes_id, versi)
);

CREATE TABLE keputusan (                             -- a decision, or a follow-up of one
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- P-2611-0012
  musdes_id BIGINT NOT NULL REFERENCES musdes (id),
  desa TEXT NOT NULL,                                -- for the index; of the musdes
  agenda_id BIGINT REFERENCES agenda (id),
  induk BIGINT REFERENCES keputusan (id),            -- the decision that this is a follow-up of
  urutan INTEGER NOT NULL,
  isi TEXT NOT NULL,
  cara TEXT NOT NULL DEFAULT '',                     -- mufakat | terbuka | tertutup (votes); '' of a follow-up
  setuju INTEGER,
  menolak INTEGER,
  abstain INTEGER,
  pj TEXT NOT NULL DEFAULT '',                       -- who does it, as written
  pj_orang BIGINT REFERENCES orang (id),             -- the same, where it is somebody here
  tenggat TEXT,                                      -- date
  anggaran BIGINT,                                   -- whole rupiah
  sumber_dana TEXT NOT NULL DEFAULT '',              -- DD | ADD | PADes | BHPR | APBD kab | APBD prov | APBN | swadaya | lainnya as written
  usulan INTEGER NOT NULL DEFAULT 0,                 -- 1: a proposal that waits for money; carried to next year's musrenbang
  status TEXT NOT NULL,                              -- baru | berjalan | selesai | terhambat | dibawa | batal
  alasan TEXT NOT NULL DEFAULT '',                   -- of the last state
  bukti TEXT NOT NULL DEFAULT '',                    -- SHA-256 of the picture that shows it is done
  dari BIGINT REFERENCES keputusan (id),             -- carried over from this one
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX keputusan_musdes ON keputusan (musdes_id, urutan);
CREATE INDEX keputusan_desa ON keputusan (desa, tenggat) WHERE status IN ('baru', 'berjalan', 'terhambat');
CREATE INDEX keputusan_orang ON keputusan (pj_orang, tenggat) WHERE pj_orang IS NOT NULL;
CREATE INDEX keputusan_bukti ON keputusan (bukti) WHERE bukti <> '';
CREATE UNIQUE INDEX keputusan_dari ON keputusan (dari, musdes_id) WHERE dari IS NOT NULL;

CREATE TABLE keputusan_status (                      -- every state there was; append-only
  id {id},
  keputusan_id BIGINT NOT NULL REFERENCES keputusan (id),
  waktu BIGINT NOT NULL,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  status TEXT NOT NULL,
  alasan TEXT NOT NULL DEFAULT '',
  bukti TEXT NOT NULL DEFAULT ''
);
CREATE INDEX keputusan_status_urut ON keputusan_status (keputusan_id, id);
CREATE INDEX keputusan_status_bukti ON keputusan_status (bukti) WHERE bukti <> '';

CREATE TABLE siklus (                                -- where a village stands with each paper of a year
  id {id},
  desa TEXT NOT NULL,
  tahun INTEGER NOT NULL,                            -- the year that the paper is for; of RPJM its first
  dokumen TEXT NOT NULL,                             -- rpjm | rkp | apb | apbp | lpj
  tahap TEXT NOT NULL,                               -- belum | proses | musdes | perdes
  nomor TEXT NOT NULL DEFAULT '',                    -- of the Perdes, as written
  tanggal TEXT,                                      -- of the step
  musdes_id BIGINT REFERENCES musdes (id),           -- that moved it
  oleh BIGINT REFERENCES orang (id),
  diubah BIGINT NOT NULL,
  UNIQUE (desa, tahun, dokumen)
);

CREATE TABLE siklus_langkah (                        -- every step of every board; append-only
  id {id},
  siklus_id BIGINT NOT NULL REFERENCES siklus (id),
  waktu BIGINT NOT NULL,
  oleh BIGINT REFERENCES orang (id),
  tahap TEXT NOT NULL,
  nomor TEXT NOT NULL DEFAULT '',
  tanggal TEXT,
  musdes_id BIGINT REFERENCES musdes (id)
);
CREATE INDEX siklus_langkah_urut ON siklus_langkah (siklus_id, id);
CREATE INDEX siklus_langkah_waktu ON siklus_langkah (waktu);

-- What /cari looks through: one row a thing, its words as stems.
CREATE TABLE cari (
  id {id},
  apa TEXT NOT NULL,                                 -- musdes | keputusan | kegiatan
  acuan BIGINT NOT NULL,                             -- its id there
  orang_id BIGINT NOT NULL,                          -- whose it is
  desa TEXT NOT NULL,
  tanggal TEXT NOT NULL,
  akar TEXT NOT NULL,                                -- stems, separated by spaces
  UNIQUE (apa, acuan)
);
CREATE INDEX cari_desa ON cari (desa, tanggal);
CREATE INDEX cari_orang ON cari (orang_id, tanggal);
{sqlite} CREATE VIRTUAL TABLE cari_teks USING fts5 (akar, content = 'cari', content_rowid = 'id', tokenize = 'unicode61');
{sqlite} CREATE TRIGGER cari_masuk AFTER INSERT ON cari BEGIN
  INSERT INTO cari_teks (rowid, akar) VALUES (new.id, new.akar)\;
END;
{sqlite} CREATE TRIGGER cari_keluar AFTER DELETE ON cari BEGIN
  INSERT INTO cari_teks (cari_teks, rowid, akar) VALUES ('delete', old.id, old.akar)\;
END;
{sqlite} CREATE TRIGGER cari_ganti AFTER UPDATE OF akar ON cari BEGIN
  INSERT INTO cari_teks (cari_teks, rowid, akar) VALUES ('delete', old.id, old.akar)\;
  INSERT INTO cari_teks (rowid, akar) VALUES (new.id, new.akar)\;
END;
{postgres} CREATE INDEX cari_teks ON cari USING GIN (to_tsvector('simple', akar));

-- Places are asked for by range, as in 0003.
{postgres} ALTER TABLE musdes ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE musdes_desa ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE keputusan ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE siklus ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE cari ALTER COLUMN desa TYPE TEXT COLLATE "C";
