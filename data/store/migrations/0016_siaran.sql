-- A short text for the public about one activity, in its author's own words.

CREATE TABLE siaran (
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- R-2611-0001
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  kegiatan_id BIGINT NOT NULL REFERENCES kegiatan (id),
  judul TEXT NOT NULL,
  teks TEXT NOT NULL,
  foto TEXT NOT NULL DEFAULT '',                     -- SHA-256; '' none
  izin TEXT NOT NULL DEFAULT '',                     -- what was said of the faces on it: 'semua' | 'tanpa_wajah'
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX siaran_orang ON siaran (orang_id, id);
CREATE INDEX siaran_kegiatan ON siaran (kegiatan_id);
