"""The words around a name, and the short names that everybody uses."""

from __future__ import annotations

from data.wilayah.tempat import DESA, KABUPATEN, KECAMATAN, PROVINSI

PENANDA = {
    **dict.fromkeys(("desa", "ds", "kelurahan", "kel", "kalurahan", "kal", "gampong", "pekon", "nagari"), DESA),
    **dict.fromkeys(("kampung", "kampong", "negeri", "ohoi", "lembang", "tiyuh", "kute", "dusun"), DESA),
    **dict.fromkeys(("kepenghuluan", "nagori"), DESA),
    **dict.fromkeys(("kecamatan", "kec", "distrik", "kapanewon", "kemantren"), KECAMATAN),
    **dict.fromkeys(("kabupaten", "kab", "kota", "kotamadya", "kodya"), KABUPATEN),
    **dict.fromkeys(("provinsi", "prov", "propinsi"), PROVINSI),
}
"""A word in front of a name, and the level it speaks of. Most are also parts of names: Kampung Baru, Kota Palak."""
NAMA_JUGA = frozenset({"kampung", "kampong", "negeri", "lembang", "kute", "dusun", "gampong", "kota"})
"""Those that many names begin with: read as part of the name, and as a mere word in front only when that fails."""
BISING = frozenset({"di", "indonesia"})

KABUPATEN_SAJA = frozenset({"kabupaten", "kab"})
KOTA_SAJA = frozenset({"kota", "kotamadya", "kodya"})

PROVINSI_PENDEK = {
    "nad": "11", "nanggroeacehdarussalam": "11", "sumut": "12", "sumbar": "13", "sumsel": "16", "babel": "19",
    "bangkabelitung": "19", "kepri": "21", "dki": "31", "dkijakarta": "31", "jakarta": "31", "dkj": "31",
    "jabar": "32", "jateng": "33", "diy": "34", "diyogyakarta": "34", "yogyakarta": "34", "jogja": "34",
    "jogjakarta": "34", "yogya": "34", "jatim": "35", "ntb": "52", "ntt": "53", "kalbar": "61", "kalteng": "62",
    "kalsel": "63", "kaltim": "64", "kaltara": "65", "sulut": "71", "sulteng": "72", "sulsel": "73",
    "sultra": "74", "sulbar": "76", "malut": "82", "pabar": "92", "papbar": "92", "pbd": "96",
}  # fmt: skip
KABUPATEN_PENDEK = {
    "jaksel": "31.74", "jaktim": "31.75", "jakpus": "31.71", "jakut": "31.72", "jakbar": "31.73", "kbb": "32.17",
    "gunungkidul": "34.03", "lamsel": "18.01", "lamteng": "18.02", "lamtim": "18.07", "lambar": "18.04",
    "tuba": "18.05", "tubaba": "18.12", "pesibar": "18.13", "oki": "16.02", "muba": "16.06", "oku": "16.01",
    "pali": "16.12", "tapsel": "12.03", "tapteng": "12.01", "taput": "12.02", "madina": "12.13", "sergai": "12.18",
    "labura": "12.23", "labusel": "12.22", "paluta": "12.20", "humbahas": "12.16", "inhu": "14.02", "inhil": "14.04",
    "rohul": "14.06", "rohil": "14.07", "kuansing": "14.09", "kukar": "64.02", "kubar": "64.07", "kutim": "64.08",
    "ppu": "64.09", "mahulu": "64.11", "kotim": "62.02", "kobar": "62.01", "hss": "63.06", "hst": "63.07",
    "hsu": "63.08", "minsel": "71.05", "minut": "71.06", "mitra": "71.07", "bolmong": "71.01", "sitaro": "71.09",
    "tator": "73.18", "sidrap": "73.14", "pangkep": "73.10", "tts": "53.02", "ttu": "53.03", "malteng": "81.01",
    "sbb": "81.06", "sbt": "81.05",
}  # fmt: skip
