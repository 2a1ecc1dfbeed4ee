-- BUM Desa, the Koperasi Desa Merah Putih beside it, and the BLT Desa of a year: counts only, never a recipient's name.

CREATE TABLE bumdes (
  id {id},
  desa TEXT NOT NULL UNIQUE,
  nama TEXT NOT NULL DEFAULT '',
  langkah INTEGER NOT NULL DEFAULT 0,                -- 0-8, data/katalog/bumdes.toml
  langkah_tanggal TEXT,                              -- when that step was reached
  nama_disetujui TEXT,                               -- since when the name that is used now is approved: the clock counts from it
  aktif TEXT NOT NULL DEFAULT '',                    -- aktif | tidak | belum_usaha; '' is not said
  unit TEXT NOT NULL DEFAULT '',                     -- kinds of business, as written
  modal BIGINT,                                      -- of the village, whole rupiah
  sertifikat TEXT NOT NULL DEFAULT '',               -- number of the legal body's certificate
  sertifikat_tanggal TEXT,
  laporan TEXT,                                      -- date of the last financial report
  direktur INTEGER,                                  -- 1: there is one; 0: none; null: not said
  hambatan TEXT NOT NULL DEFAULT '',
  oleh BIGINT NOT NULL REFERENCES orang (id),        -- who changed it last
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL
);
CREATE INDEX bumdes_nama ON bumdes (nama_disetujui) WHERE nama_disetujui IS NOT NULL;

CREATE TABLE bumdes_langkah (                        -- every step there was; append-only
  id {id},
  desa TEXT NOT NULL REFERENCES bumdes (desa),
  waktu BIGINT NOT NULL,
  oleh BIGINT NOT NULL REFERENCES orang (id),
  langkah INTEGER NOT NULL,
  tanggal TEXT,
  catatan TEXT NOT NULL DEFAULT '',                  -- why it went back
  musdes_id BIGINT REFERENCES musdes (id)            -- the musyawarah that it came from
);
CREATE INDEX bumdes_langkah_desa ON bumdes_langkah (desa, id);
CREATE INDEX bumdes_langkah_waktu ON bumdes_langkah (waktu);

CREATE TABLE bumdes_umum (                           -- the end of a name's days is told to a person once at each step
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  desa TEXT NOT NULL,
  disetujui TEXT NOT NULL,                           -- of which approval
  langkah INTEGER NOT NULL,                          -- working days before it
  waktu BIGINT NOT NULL,
  PRIMARY KEY (orang_id, desa, disetujui, langkah)
);
CREATE INDEX bumdes_umum_waktu ON bumdes_umum (waktu);

CREATE TABLE kdmp (
  id {id},
  desa TEXT NOT NULL UNIQUE,
  nama TEXT NOT NULL DEFAULT '',
  musdesus TEXT,                                     -- date
  badan_hukum TEXT NOT NULL DEFAULT '',              -- number
  badan_hukum_tanggal TEXT,
  pengurus INTEGER,                                  -- people
  gerai TEXT NOT NULL DEFAULT '',
  gedung INTEGER,                                    -- percent built
  pinjaman BIGINT,                                   -- whole rupiah
  hambatan TEXT NOT NULL DEFAULT '',
  oleh BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL
);

CREATE TABLE blt (                                   -- what a village set for a year
  id {id},
  desa TEXT NOT NULL,
  tahun INTEGER NOT NULL,
  keluarga INTEGER NOT NULL,                         -- KPM BLT set at the start of the year; 0: none this year
  bulanan BIGINT NOT NULL,                           -- rupiah a month for each
  dari INTEGER NOT NULL DEFAULT 1,                   -- months 1-12 that are to be paid
  sampai INTEGER NOT NULL DEFAULT 12,
  musdes_tanggal TEXT,
  musdes_id BIGINT REFERENCES musdes (id),
  sk TEXT NOT NULL DEFAULT '',                       -- Perkades or SK: number
  sk_tanggal TEXT,
  oleh BIGINT NOT NULL REFERENCES orang (id),        -- who changed it last
  dibuat BIGINT NOT NULL,
  diubah BIGINT NOT NULL,
  UNIQUE (desa, tahun)
);
CREATE INDEX blt_tahun ON blt (tahun, desa);

CREATE TABLE blt_salur (                             -- one payment, of one month or several
  id {id},
  nomor TEXT NOT NULL UNIQUE,                        -- B-2611-0003
  desa TEXT NOT NULL,
  tahun INTEGER NOT NULL,
  dari INTEGER NOT NULL,                             -- month 1-12
  sampai INTEGER NOT NULL,
  tanggal TEXT NOT NULL,                             -- when it was handed over
  keluarga INTEGER NOT NULL,
  rupiah BIGINT NOT NULL,
  alasan TEXT NOT NULL DEFAULT '',                   -- why the sum is another, or a month is paid again
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX blt_salur_desa ON blt_salur (desa, tahun) WHERE dihapus IS NULL;
CREATE INDEX blt_salur_tahun ON blt_salur (tahun, desa, dari, sampai) WHERE dihapus IS NULL;
CREATE INDEX blt_salur_tanggal ON blt_salur (tanggal) WHERE dihapus IS NULL;

CREATE TABLE blt_ubah (                              -- families that came or went, as a count
  id {id},
  desa TEXT NOT NULL,
  tahun INTEGER NOT NULL,
  tanggal TEXT NOT NULL,
  sebab TEXT NOT NULL,                               -- pindah | meninggal | mampu | baru | lain
  keluarga INTEGER NOT NULL,                         -- signed: less than 0 went
  catatan TEXT NOT NULL DEFAULT '',
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  percakapan_id BIGINT UNIQUE REFERENCES percakapan (id),
  dibuat BIGINT NOT NULL,
  dihapus BIGINT
);
CREATE INDEX blt_ubah_desa ON blt_ubah (desa, tahun) WHERE dihapus IS NULL;

{postgres} ALTER TABLE bumdes ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE bumdes_langkah ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE bumdes_umum ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE kdmp ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE blt ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE blt_salur ALTER COLUMN desa TYPE TEXT COLLATE "C";
{postgres} ALTER TABLE blt_ubah ALTER COLUMN desa TYPE TEXT COLLATE "C";
