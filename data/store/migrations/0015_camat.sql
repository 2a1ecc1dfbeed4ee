-- The Camat's monthly report to the kabupaten, as a draft in versions.

CREATE TABLE laporan_camat (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- C-2611-0001
  kecamatan TEXT NOT NULL,
  bulan TEXT NOT NULL,                               -- '2026-11'
  orang_id BIGINT NOT NULL REFERENCES orang (id),    -- who began it
  isian TEXT NOT NULL DEFAULT '{}',                  -- JSON by part: what was typed for it
  versi INTEGER NOT NULL DEFAULT 0,                  -- the last that was published; 0: none yet
  status TEXT NOT NULL,                              -- draf | ditandatangani
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  UNIQUE (kecamatan, bulan)
);

CREATE TABLE laporan_camat_versi (                   -- append-only
  laporan_id BIGINT NOT NULL REFERENCES laporan_camat (id),
  versi INTEGER NOT NULL,
  isi TEXT NOT NULL,                                 -- JSON: all that the paper says
  oleh BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  PRIMARY KEY (laporan_id, versi)
);

CREATE TABLE laporan_camat_tanda (                   -- the signed letter, as somebody told; the last of a version counts
  id {id},
  laporan_id BIGINT NOT NULL REFERENCES laporan_camat (id),
  versi INTEGER NOT NULL,
  surat TEXT NOT NULL,                               -- its number; '' where it turned out not to be signed
  tanggal TEXT,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL
);
CREATE INDEX laporan_camat_tanda_versi ON laporan_camat_tanda (laporan_id, versi, id);

{postgres} ALTER TABLE laporan_camat ALTER COLUMN kecamatan TYPE TEXT COLLATE "C";
