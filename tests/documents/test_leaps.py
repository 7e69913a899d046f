import re
from pathlib import Path

import pytest

from sijill.documents import leaps
from sijill.documents.expressions import _rows
from sijill.documents.leaps import compiled
from sijill.languages import LANGUAGES

GOLD = Path(__file__).parents[1] / "texts" / "gold"
_TEXT = (
    "King Olaf was to visit “Lima”, its mayor said; İstanbul, KELVIN.\n"
    "Король Норвегии Улаф прибыл в Лиму, сообщил мэр её. Елші келді, Өзінің сапары.\n"
    "كان الملك أولاف وزيراً، ووصل إلى ليما أمس.\n「国王は17日、リマを訪れた」と市長が述べた。"
)


def found_by(pattern, text):
    return [(m.span(), m.groups()) for m in pattern.finditer(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_expression_finds_what_python_finds(language):
    real = sorted(GOLD.glob(f"*.{language}.txt"))[:8]
    texts = [_TEXT, _TEXT.upper(), _TEXT[3:90], "", *[path.read_text("utf-8") for path in real]]
    assert real
    for name, parts in _rows(language).items():
        written = "|".join(f"(?:{part})" for part in parts)
        ours, pythons = compiled(written), re.compile(written)
        for text in texts:
            assert found_by(ours, text) == found_by(pythons, text), name
            assert bool(ours.match(text)) == bool(pythons.match(text)), name


@pytest.mark.parametrize(
    "written",
    [
        r"\b(?:was|is)\b",
        r"(?i:k\w+|ı|[Өа-в]\w*)",
        r"(?i)\bkelvin|его|её",
        r"(?<![^\W\d_])(?P<name>\w*a)x?",
        r"(?:x?y*|[^a-z])\w",
        r"\Z|\bto",
        r"(?!)|[\d「][^a]",
        r"(?:(?=[A-Z]))??K|(?s:.)M",
        r"(?=.)(?P<a>f)?(?(a)[\d]|o)",
        r"",
    ],
)
def test_an_expression_means_what_it_means_to_python(written):
    ours, pythons = compiled(written), re.compile(written)
    assert found_by(ours, _TEXT) == found_by(pythons, _TEXT)
    assert (ours.pattern, ours.flags, ours.groupindex) == (
        pythons.pattern,
        pythons.flags,
        pythons.groupindex,
    )


def test_what_opens_with_a_condition_is_told_its_first_letters():
    leap = compiled(r"\b(?:was|is)")
    assert leap != re.compile(r"\b(?:was|is)") or leaps._python() is None


def test_a_python_that_was_not_looked_at_compiles_alone(monkeypatch):
    monkeypatch.setattr(leaps, "_LOOKED_AT", ("cpython", ((3, 10),)))
    leaps._python.cache_clear()
    try:
        assert leaps._python() is None
    finally:
        leaps._python.cache_clear()


def test_without_the_parts_of_re_python_compiles_alone(monkeypatch):
    monkeypatch.setattr(leaps, "_python", lambda: None)
    assert compiled(r"\b(?:was|is)") == re.compile(r"\b(?:was|is)")


def test_what_is_no_expression_is_refused():
    with pytest.raises(re.error):
        compiled("(")
