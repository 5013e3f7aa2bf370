"""Pages of all kinds hold what every page must; `make pages` tries 100,000 of them."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from . import many_pages
from .many_pages import assert_holds, kind, smallest
from .written_pages import compose_any


@given(st.randoms(use_true_random=False))
def test_a_composed_page_of_any_kind_holds_what_every_page_must(random: Random):
    assert_holds(compose_any(random))


def test_chinese_english_mixed_and_marked_pages_are_among_them():
    kinds = {kind(compose_any(Random(seed))) for seed in range(200)}
    assert kinds == {"Chinese", "English", "mixed", "marked"}


def test_a_page_that_fails_is_printed_small_and_counted(monkeypatch, capsys):
    def no_gates(text: str) -> None:
        assert "闸门" not in text

    monkeypatch.setattr(many_pages, "assert_holds", no_gates)
    with_gates = sum("闸门" in compose_any(Random(seed)) for seed in range(20))
    assert many_pages.main(20, 0) == with_gates > 0
    assert f"{with_gates} faults" in capsys.readouterr().out
    assert smallest("渠水\n闸门\n\n老街") == "闸门"
