"""Draw stills of the sample cards, to look at, or make the golden frames of the tests again.

    python tools/draw_stills.py OUT [NAME…] [--languages ar,en] [--at 0.5]
    python tools/draw_stills.py --golden

Faults of the layout are printed, and the card is drawn all the same.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests" / "film")]

from golden_frames import FOLDER, draw_golden  # noqa: E402
from sample_cards import CARDS, GOLDEN  # noqa: E402

from sijill.film.fonts import load_fonts  # noqa: E402
from sijill.film.shots import lay_out  # noqa: E402
from sijill.film.still import draw_still  # noqa: E402
from sijill.film.theme import load_theme  # noqa: E402


def make_golden() -> None:
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, language in GOLDEN:
        path = FOLDER / f"{name}.{language}.png"
        path.write_bytes(draw_golden(name, language))
        print(path.relative_to(ROOT))


def draw(options: argparse.Namespace) -> None:
    options.out.mkdir(parents=True, exist_ok=True)
    fonts, theme = load_fonts(), load_theme()
    for name in options.names or CARDS:
        for language in options.languages.split(","):
            sheet = lay_out(CARDS[name], language, fonts, theme, scene_id=name)
            for fault in sheet.faults:
                print(f"{name}.{language}: {fault}")
            sheet.faults.clear()
            frame = min(options.frames - 1, round(options.at * options.frames))
            picture = draw_still(sheet.finish(), frame, options.frames, width=options.width)
            (options.out / f"{name}.{language}.png").write_bytes(picture)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("names", nargs="*", help="cards; all when none is named")
    parser.add_argument("--golden", action="store_true", help="make tests/golden/film again")
    parser.add_argument("--languages", default="ar,en")
    parser.add_argument("--at", type=float, default=1.0, help="part of the scene, 0 to 1")
    parser.add_argument("--frames", type=int, default=250)
    parser.add_argument("--width", type=int, default=1920)
    options = parser.parse_args()
    if options.golden:
        make_golden()
    elif options.out is None:
        parser.error("say where to: a folder, or --golden")
    else:
        draw(options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
