-- The monthly visit report: what its author said beside the entries, and which pictures they chose.

CREATE TABLE laporan (
  id {id},
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  bulan TEXT NOT NULL,                               -- '2026-11'
  isian TEXT NOT NULL DEFAULT '{}',                  -- JSON by part: what was typed for it
  foto TEXT,                                         -- JSON [[nomor, sidik, dipakai], …]: every picture that was
                                                     -- there when they chose; null: not chosen yet
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  UNIQUE (orang_id, bulan)
);
