"""The code of a language goes in; a folder with every table of words, still empty, comes out.

    python tools/new_language.py tr src/sijill/data

Each table has the remarks and the header of the English one, so that its columns explain
themselves. Fill what you can, from the top: `language.tsv` (what kind of language it is),
`names.tsv` (how it names states, cities and people of the register), `calendar.tsv`, `posts.tsv`,
`speech_verbs.tsv`, `event_triggers.tsv`. What stays empty is not read. See docs/languages.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

#: Tables that only a language needs in which films are narrated, or the page is written.
NARRATION = {
    "articles.tsv", "counted_nouns.tsv", "dates_spoken.tsv", "film_labels.tsv", "narration.tsv",
    "numbers_spoken.tsv", "page.tsv", "posts_spoken.tsv", "said_words.tsv", "script_labels.tsv",
    "sound_pairs.tsv", "subtitle_breaks.tsv", "verdict_words.tsv",
}  # fmt: skip
NAMES = (
    "# Names of entries of data/world/ in this language.\nid\tlanguage\tform\tpreferred\tsource\n"
)


def head(path: Path) -> str:
    """Give the remarks and the header of a table."""
    lines = path.read_text("utf-8").splitlines()
    end = next(i for i, line in enumerate(lines) if line and not line.startswith("#"))
    return "\n".join(lines[: end + 1]) + "\n"


def begin(code: str, data: Path) -> list[Path]:
    """Write the empty tables that are not there yet, and say which."""
    folder = data / code
    folder.mkdir(exist_ok=True)
    texts = {
        p.name: head(p) for p in sorted((data / "en").glob("*.tsv")) if p.name not in NARRATION
    }
    texts["affixes.tsv"] = head(data / "kk" / "affixes.tsv")
    texts["names.tsv"] = NAMES
    written = []
    for name, text in texts.items():
        path = folder / name
        if not path.exists():
            path.write_text(text, "utf-8")
            written.append(path)
    return written


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    for made in begin(sys.argv[1], Path(sys.argv[2])):
        print(made)
