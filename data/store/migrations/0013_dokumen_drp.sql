-- Documents that people send; which rows were copied to DRP, and what a comparison found when it is kept.

CREATE TABLE dokumen (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  sidik TEXT NOT NULL,                               -- SHA-256, its name in the folder of files
  nama TEXT NOT NULL,
  mime TEXT NOT NULL,                                -- by its first bytes
  ukuran BIGINT NOT NULL,
  guna TEXT NOT NULL DEFAULT '',                     -- what keeps it: 'templat:laporan'; '' nothing does
  dibuat BIGINT NOT NULL,
  hapus BIGINT,                                      -- when it is cleared; null: while it is used
  UNIQUE (orang_id, sidik)
);
CREATE INDEX dokumen_hapus ON dokumen (hapus) WHERE hapus IS NOT NULL;
CREATE INDEX dokumen_sidik ON dokumen (sidik);

CREATE TABLE drp_salin (
  kegiatan_id BIGINT PRIMARY KEY REFERENCES kegiatan (id),
  isi TEXT NOT NULL,                                 -- JSON, what the entry told when it was copied
  waktu BIGINT NOT NULL
);

CREATE TABLE drp_cocok (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  bulan TEXT NOT NULL,                               -- '2026-11'
  isi TEXT NOT NULL,                                 -- JSON: what differed, never the document
  dibuat BIGINT NOT NULL,
  hapus BIGINT                                       -- when it is cleared; null: the person keeps it
);
CREATE INDEX drp_cocok_orang ON drp_cocok (orang_id, bulan);
CREATE INDEX drp_cocok_hapus ON drp_cocok (hapus) WHERE hapus IS NOT NULL;
