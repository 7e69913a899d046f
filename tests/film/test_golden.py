"""Frames look as they looked; a failing one leaves both pictures to be compared."""

from pathlib import Path

import pytest
from golden_frames import FOLDER, difference, draw_golden
from sample_cards import GOLDEN


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_frame_looks_as_it_did(name: str, language: str, tmp_path: Path) -> None:
    kept = FOLDER / f"{name}.{language}.png"
    drawn = draw_golden(name, language)
    apart = difference(kept.read_bytes(), drawn)
    if apart > 8:
        now = tmp_path / kept.name
        now.write_bytes(drawn)
        pytest.fail(
            f"differs by {apart:.1f}; before: {kept}  now: {now}\n"
            "If it is meant: .venv/bin/python tools/draw_stills.py --golden"
        )


def test_a_text_that_is_missing_is_seen(tmp_path: Path) -> None:
    quote = (FOLDER / "quote.ar.png").read_bytes()
    other = (FOLDER / "quote_short.ar.png").read_bytes()
    assert difference(quote, other) > 30
    assert difference(quote, quote) == 0
