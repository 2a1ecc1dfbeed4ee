"""answer questions about the Village Law: one a line in, the answer out; needs no configuration and no database"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from bot.config import Config
from data.faq import Temuan, cari, muat_faq, susun_jawaban

KIND = {"jawab": "answer", "pilihan": "choices", "tidak": "declined"}
MAAF = "Itu di luar yang saya tahu. Yang bisa ditanyakan: aturan tentang desa, misalnya “berapa tahun kades menjabat?”"
MAKSUD = "Maksudnya yang mana?"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object a line instead of text")


def main(args: argparse.Namespace, config: Config) -> int:
    for question in _questions():
        found = cari(question)
        out = _object(question, found) if args.json else _text(found) + "\n"
        sys.stdout.buffer.write(f"{out}\n".encode(errors="replace"))
        sys.stdout.buffer.flush()
    return 0


def _questions() -> Iterator[str]:
    """Lines of standard input, whatever bytes they are made of; blank ones ask nothing."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", "replace").strip()
        if question:
            yield question


def _text(found: Temuan) -> str:
    topik = muat_faq().topik
    match found.jenis:
        case "jawab":
            return susun_jawaban(topik[found.slug], found.bagian)
        case "pilihan":
            return "\n".join([MAKSUD, *(f"• {topik[slug].tanya[0]}" for slug in found.pilihan)])
        case "tidak":
            return MAAF


def _object(question: str, found: Temuan) -> str:
    """`slug` is the answer's topic; with an answer, `choices` are others that were near."""
    topik = muat_faq().topik.get(found.slug)
    isi = {
        "q": question,
        "kind": KIND[found.jenis],
        "slug": found.slug or None,
        "choices": list(found.pilihan),
        "text": _text(found),
        "dasar": list(topik.dasar) if topik else [],
        "score": found.score,
    }
    return json.dumps(isi, ensure_ascii=False)
