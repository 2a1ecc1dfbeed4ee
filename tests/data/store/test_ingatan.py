from concurrent.futures import ThreadPoolExecutor

import pytest

from data.store.ingatan import Ingatan

BARIS = [("masa jabatan kades", "tahun"), ("masa jabatan bpd", ""), ("dana desa", "kades kades kades")]


def test_the_best_row_comes_first_by_the_weights_of_its_columns() -> None:
    ingatan = Ingatan(("tanya", "jawab"), BARIS)
    assert [n for n, _ in ingatan.cari(["jabatan", "bpd"], (1.0, 1.0), 5)] == [1, 0]
    assert ingatan.cari(["kades"], (9.0, 0.1), 5)[0][0] == 0
    assert ingatan.cari(["kades"], (0.1, 9.0), 5)[0][0] == 2
    assert len(ingatan.cari(["masa", "dana"], (1.0, 1.0), 1)) == 1
    ingatan.close()


@pytest.mark.parametrize(
    "kata", ['"', "*", "NEAR(", "AND", "tanya:masa", "'; DROP TABLE ingatan;--", "\0", "", "😂", "^masa"]
)
def test_the_syntax_of_a_search_is_never_read(kata: str) -> None:
    ingatan = Ingatan(("tanya", "jawab"), BARIS)
    ingatan.cari([kata, "bpd"], (1.0, 1.0), 5)
    assert ingatan.cari(["bpd"], (1.0, 1.0), 5)[0][0] == 1
    ingatan.close()


def test_nothing_is_found_for_nothing() -> None:
    ingatan = Ingatan(("tanya", "jawab"), BARIS)
    assert ingatan.cari([], (1.0, 1.0), 5) == []
    ingatan.close()


def test_any_thread_may_search() -> None:
    ingatan = Ingatan(("tanya", "jawab"), BARIS)
    with ThreadPoolExecutor(4) as kolam:
        semua = list(kolam.map(lambda _: ingatan.cari(["bpd"], (1.0, 1.0), 5), range(40)))
    assert all(satu[0][0] == 1 for satu in semua)
    ingatan.close()
