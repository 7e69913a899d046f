import re
from pathlib import Path

import pytest

from sijill.documents import leaps
from sijill.documents.expressions import _rows
from sijill.documents.first_letters import look_ahead
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
        r"\b(?:(?:was|were)\sto|[Kk]ing\s|said\b|(?:the\s)?mayor|at)",
        r"(?<!\w)(?:[وف]?كان|وصل\s|و?(?:زار|زير)|أمس)",
        r"(?i:\b(?:(KING|LI|KEL|SAID)|(?:ma|vis)\w*|кор?о?|ı))",
        r"(?:\A|\b)(?:King|Lima|was|mayor)",
        r"(?:(?<=to )|\b)(?:Ki|vis|wa|ma)\w+",
        r"(?:Ki|vi|wa|ma){2,}|(?:K|v|w|m)\Z",
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


def test_of_many_alternatives_those_are_tried_that_may_begin():
    python = leaps._python()
    if python is not None:
        tree = python.parser.parse(r"\b(?:(?:was|were)\s|is\s|(?i:to)\s|had(?!\w))")
        assert look_ahead(tree, 0, leaps._alike) == (
            r"(?=T(?:O(?:\s)|o(?:\s))|h(?:a(?:d))|i(?:s(?:\s))|t(?:O(?:\s)|o(?:\s))|w(?:a(?:s)|e(?:r)))"
        )


@pytest.mark.parametrize(
    "written",
    [
        r"[a-z](?:was|is|to|of)",  # too many letters
        r"was|is|to",  # too few alternatives
        r"(?:was|is|to|of|\w)\s",  # any letter
        r"was|is|to|o",  # a letter alone
        r"\s(?:was|is|to|of)",  # blanks are everywhere
        r"\A(?:was|is|to|of)",
        r"(?<=he )(?:was|is|to|of)",
    ],
)
def test_where_a_look_at_the_first_letters_is_of_no_use_there_is_none(written):
    python = leaps._python()
    if python is not None:
        assert look_ahead(python.parser.parse(written), 0, leaps._alike) == ""
