"""WhatsApp's Cloud API: what a message out and a message in cost, beside the library that people would use."""

from __future__ import annotations

from bench.process import interleaved
from bench.report import emit, median, ratio, table

TIMES = 5
NAMES = ("kawan", "pywa")


def run() -> None:
    results = list(interleaved("whatsapp", "bench.whatsapp.one", [[name] for name in NAMES], TIMES))
    ours = results[0 :: len(NAMES)]
    rows = []
    for number, name in enumerate(NAMES):
        of_this = results[number :: len(NAMES)]
        out, into = median(of_this, "cpu_out_us"), median(of_this, "cpu_in_us")
        given, taken = median(of_this, "given"), median(of_this, "taken")
        rows.append((name, round(out), round(into), f"{taken:.0f} of {given:.0f}"))
        emit(
            {"part": "whatsapp", "summary": name, "cpu_out_us": round(out), "cpu_in_us": round(into)}
            | {"given": given, "taken": taken, "out_to_ours": ratio(out, median(ours, "cpu_out_us"))}
        )
    head = ("client", "CPU µs a message out", "CPU µs a message in", "taken of a batch")
    table(f"WhatsApp Cloud API (medians of {TIMES})", head, rows)
