"""The page of the data model is true: every field is there, with an example that is a value of it."""

import dataclasses
import importlib.util
import json
import re
import typing
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sijill.serial import from_plain

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "data-model.md"


def load_tool():
    spec = importlib.util.spec_from_file_location(
        "draw_data_model", ROOT / "tools" / "draw_data_model.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = load_tool()
KINDS = TOOL.model()


def described():
    """Give the rows of the page: kind, field, and their cells."""
    kind, rows = "", {}
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("### "):
            kind = line[4:]
        elif line.startswith("| `"):
            field, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
            rows[kind, field.strip(" `")] = cells
    return rows


ROWS = described()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_described_with_form_and_example(kind):
    page = {field for name, field in ROWS if name == kind.__name__}
    fields = {f.name for f in dataclasses.fields(kind)}
    assert page == fields, "give each field a row in docs/data-model.md"
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        form, meaning, example = ROWS[kind.__name__, field.name]
        assert form, field.name
        assert meaning, field.name
        held = TOOL.held(hints[field.name])
        if held is not None:
            assert example == f"[{held.__name__}](#{held.__name__.lower()})"
            continue
        value = json.loads(re.fullmatch("`(.+)`", example)[1])
        # An example shows something, and is a value that the field takes.
        from_plain(hints[field.name], value)
        assert value is not None


def test_the_page_describes_nothing_that_is_not_there():
    fields = {(kind.__name__, f.name) for kind in KINDS for f in dataclasses.fields(kind)}
    assert set(ROWS) - fields == set()


def test_the_picture_is_drawn_from_the_code():
    drawn = TOOL.draw()
    assert TOOL.TARGET.read_text("utf-8") == drawn, "run: python tools/draw_data_model.py"
    root = ElementTree.fromstring(drawn)
    words = {e.text for e in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {kind.__name__ for kind in KINDS} <= words
    for kind in KINDS:
        assert {f.name for f in dataclasses.fields(kind)} <= words


def test_what_fields_point_to_is_in_the_model():
    names = {kind.__name__: kind for kind in KINDS}
    for (kind, field), target in TOOL.REFERENCES.items():
        assert field in {f.name for f in dataclasses.fields(names[kind])}
        assert target in names or target == "any item"


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_of_the_picture_can_be_read(scheme):
    # WCAG 2.2, success criterion 1.4.3.
    plain = {name: colours[scheme] for name, colours in TOOL.PLAIN.items()}
    assert contrast(plain["name"], plain["box"]) >= 4.5
    assert contrast(plain["type"], plain["box"]) >= 4.5
    for place in range(len(KINDS)):
        mark = TOOL.hue_colour(place, TOOL.MARK[scheme])
        assert contrast(mark, TOOL.hue_colour(place, TOOL.WORDS[scheme])) >= 4.5
