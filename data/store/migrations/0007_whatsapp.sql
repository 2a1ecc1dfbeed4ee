-- WhatsApp: who is who there, until when we may write freely, what was promised to whom, what it costs.

CREATE TABLE wa_kontak (                             -- one chat; `tujuan` is our own opaque name for it, as in alamat
  tujuan TEXT PRIMARY KEY,
  masuk BIGINT,                                      -- when they last wrote, by WhatsApp's clock: the 24 hours count from it
  masuk_id TEXT NOT NULL DEFAULT '',                 -- WhatsApp's name for that message: read marks and typing go with it
  izin BIGINT,                                       -- when they agreed to be written to unasked; null: never said
  tolak BIGINT,                                      -- when they asked not to be; null: not, or taken back
  jadi TEXT NOT NULL DEFAULT '',                     -- the chat that it turned out to be one with; '' it goes on
  pergi BIGINT,                                      -- when its person was erased: it goes once the last words are said
  dibuat BIGINT NOT NULL
);
CREATE INDEX wa_kontak_pergi ON wa_kontak (pergi) WHERE pergi IS NOT NULL;

CREATE TABLE wa_alias (                              -- what WhatsApp calls them: a phone number, a business-scoped id, older ones too
  alias TEXT PRIMARY KEY,                            -- 'tel:62…' or 'id:…'
  tujuan TEXT NOT NULL REFERENCES wa_kontak (tujuan),
  dilihat BIGINT NOT NULL,                           -- the latest of its kind is written to
  berhenti BIGINT                                    -- a number they gave up: from then on it may be somebody else's
);
CREATE INDEX wa_alias_tujuan ON wa_alias (tujuan, dilihat);

CREATE TABLE wa_kirim (                              -- every message that WhatsApp took, and how far it got
  wamid TEXT PRIMARY KEY,
  outbox_id BIGINT NOT NULL,
  tujuan TEXT NOT NULL,
  kategori TEXT NOT NULL,                            -- layanan | utilitas | pemasaran | autentikasi
  templat TEXT NOT NULL DEFAULT '',                  -- its name; '' is free text
  waktu BIGINT NOT NULL,
  keadaan TEXT NOT NULL,                             -- dicoba (wamid '?' and the outbox's id until it is known) | diterima | terkirim | sampai | dibaca | gagal: forward only
  diubah BIGINT NOT NULL,
  kode INTEGER,                                      -- why it failed
  tagih INTEGER,                                     -- 1: WhatsApp says that it is billed; 0: free; null: not said yet
  harga BIGINT NOT NULL DEFAULT 0                    -- by the rates of the configuration when it was sent, in thousandths of a rupiah
);
CREATE INDEX wa_kirim_outbox ON wa_kirim (outbox_id);
CREATE INDEX wa_kirim_waktu ON wa_kirim (waktu);
CREATE INDEX wa_kirim_templat ON wa_kirim (waktu, tujuan) WHERE templat <> '';
CREATE INDEX wa_kirim_tujuan ON wa_kirim (tujuan, waktu);

ALTER TABLE outbox ADD COLUMN sampai TEXT NOT NULL DEFAULT ''; -- what the platform said afterwards: '' | terkirim | sampai | dibaca | gagal
ALTER TABLE outbox ADD COLUMN tahan TEXT NOT NULL DEFAULT '';  -- why it waits although it is due: '' | jendela | anggaran | kuota | izin
CREATE INDEX outbox_tahan ON outbox (kanal, tujuan) WHERE tahan <> '' AND status = 'antre';
