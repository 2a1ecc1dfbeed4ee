-- The year's work plan of a facilitator, village by village; how far the nine functions have come there.

CREATE TABLE rencana (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- N-2611-0002
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  peran TEXT NOT NULL,                               -- as what they work there: the level above that role decides
  desa TEXT NOT NULL,                                -- or a kecamatan: what belongs to no single village
  tahun INTEGER NOT NULL,
  fakta TEXT NOT NULL DEFAULT '{}',                  -- JSON: what was answered about the village for the starter plan
  versi INTEGER NOT NULL DEFAULT 1,                  -- goes up with every change: what is approved is what was looked at
  status TEXT NOT NULL,                              -- draf | diajukan | disetujui | kembali
  alasan TEXT NOT NULL DEFAULT '',                   -- why it was sent back
  oleh BIGINT REFERENCES orang (id),                 -- who decided
  diputus BIGINT,
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  UNIQUE (orang_id, desa, tahun)
);
CREATE INDEX rencana_desa ON rencana (desa, tahun);

CREATE TABLE rencana_butir (
  id {id},
  rencana_id BIGINT NOT NULL REFERENCES rencana (id),
  urutan INTEGER NOT NULL,
  kegiatan TEXT NOT NULL,                            -- kode in data/katalog/kegiatan.toml: its pillar, and what counts towards it
  uraian TEXT NOT NULL DEFAULT '',
  target INTEGER NOT NULL,
  satuan TEXT NOT NULL DEFAULT 'kali',               -- kali, orang, bulan are counted from entries; any other is said
  capaian INTEGER,                                   -- of any other unit: how many, in the planner's own word
  pekan TEXT NOT NULL DEFAULT '',                    -- '01.1 01.3 11.4': months and their weeks I-IV, in order
  miskin INTEGER NOT NULL DEFAULT 0,                 -- 1: for poor groups first
  pihak TEXT NOT NULL DEFAULT '',                    -- with whom
  usul TEXT NOT NULL DEFAULT '',                     -- kode in data/katalog/rencana.toml it began as
  tanda TEXT NOT NULL DEFAULT '',                    -- since the plan was approved: baru | berubah | dicoret
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX rencana_butir_rencana ON rencana_butir (rencana_id, urutan);
CREATE UNIQUE INDEX rencana_butir_satu ON rencana_butir (rencana_id, kegiatan) WHERE dihapus IS NULL;

CREATE TABLE fungsi_langkah (
  id {id},
  desa TEXT NOT NULL,
  langkah TEXT NOT NULL,                             -- F1.1 … F9.4, data/katalog/indikator.toml
  keadaan TEXT NOT NULL,                             -- belum | berjalan | selesai
  tanggal TEXT,
  bukti TEXT NOT NULL DEFAULT '',                    -- numbers of entries, decisions, papers, as written
  catatan TEXT NOT NULL DEFAULT '',
  oleh BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  UNIQUE (desa, langkah)
);

-- What proves an indicator is counted for all villages of a kabupaten at once: from the index alone.
CREATE INDEX kegiatan_bukti ON kegiatan (desa, kegiatan, tanggal, musdes_id, orang_id, dihapus);

{postgres} ALTER TABLE rencana ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE fungsi_langkah ALTER COLUMN desa TYPE TEXT COLLATE "C";
