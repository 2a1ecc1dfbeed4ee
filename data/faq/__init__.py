"""Tanya UU Desa: finding the topic that answers a villager's question, and saying what it says."""

from data.faq.cari import cari, siapkan
from data.faq.muat import Katalog, Tema, Topik, muat_faq
from data.faq.teks import susun_jawaban
from data.faq.temuan import Bagian, Jenis, Temuan

__all__ = ["Bagian", "Jenis", "Katalog", "Tema", "Temuan", "Topik", "cari", "muat_faq", "siapkan", "susun_jawaban"]
