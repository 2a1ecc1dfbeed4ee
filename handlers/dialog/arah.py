"""A reply that answers nothing but turns the conversation another way."""

from __future__ import annotations

from typing import Literal


class Arah(BaseException):
    """ "ubah" and "tambah" open the question `kunci`, "kosong" leaves it without an answer, "batal" ends it all."""

    def __init__(self, jenis: Literal["ubah", "tambah", "kosong", "batal"], kunci: str = "") -> None:
        super().__init__(jenis, kunci)
        self.jenis = jenis
        self.kunci = kunci
