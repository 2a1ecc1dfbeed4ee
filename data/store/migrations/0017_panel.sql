-- The coordinators' pages: links that open them once, and the browsers that are inside.

CREATE TABLE panel_tautan (
  sidik TEXT PRIMARY KEY,                            -- SHA-256 of what the link carries
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  sampai BIGINT NOT NULL,
  dipakai BIGINT
);
CREATE INDEX panel_tautan_orang ON panel_tautan (orang_id);

CREATE TABLE panel_sesi (
  sidik TEXT PRIMARY KEY,                            -- SHA-256 of the cookie
  orang_id BIGINT NOT NULL REFERENCES orang (id),
  dibuat BIGINT NOT NULL,
  dilihat BIGINT NOT NULL,
  sampai BIGINT NOT NULL
);
CREATE INDEX panel_sesi_orang ON panel_sesi (orang_id);
CREATE INDEX panel_sesi_sampai ON panel_sesi (sampai);
