from pathlib import Path

import pytest

from sijill.errors import TableFault
from sijill.film.theme import is_right_to_left, load_theme
from sijill.tables import data_path


def luminance(colour: int) -> float:
    parts = [((colour >> shift) & 255) / 255 for shift in (16, 8, 0)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: int, other: int) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_colours_stand_out_from_every_ground() -> None:
    theme = load_theme()
    grounds = ("ink", "ink_deep", "ink_warm", "land", "sea")
    written = {style.colour for style in theme.styles.values()} | set(theme.verdicts.values())
    # The mark of a quotation is an ornament.
    for name in sorted(written - {theme.style("mark").colour}):
        for ground in grounds:
            assert contrast(theme.colours[name], theme.colours[ground]) >= 5.5, (name, ground)


def test_columns_fill_the_width_between_the_margins() -> None:
    page = load_theme().page
    assert page.column_left(1) == page.margin == 96
    assert page.column_left(12) + page.span_width(1) == pytest.approx(1824)
    assert page.span_width(12) == pytest.approx(1728)
    assert page.column_left(5) == pytest.approx(page.column_left(1) + page.span_width(4) + 24)


def test_nothing_to_be_read_is_smaller_than_24_pixels() -> None:
    theme = load_theme()
    for name, style in theme.styles.items():
        assert list(style.sizes) == sorted(style.sizes, reverse=True), name
        for language in theme.scripts[style.family]:
            optical = theme.script(style.family, language).optical
            assert min(style.sizes) * optical >= 23.5, (name, language)


def test_unknown_verdict_has_a_colour() -> None:
    theme = load_theme()
    assert theme.verdict_colour("contradicted") == "ochre_light"
    assert theme.verdict_colour("never heard of") in theme.colours


def test_right_to_left_is_known() -> None:
    assert is_right_to_left("ar")
    assert not any(is_right_to_left(language) for language in ("en", "ru", "kk", "ja"))


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ('colour = "paper_dim"', 'colour = "papier"', "papier"),
        ("margin = 96", "margins = 96", "margins"),
        ("[motion]", "[motion", "cannot be read"),
    ],
)
def test_a_fault_in_a_theme_names_file_and_key(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    text = data_path("film/theme.toml").read_text("utf-8")
    assert before in text
    path = tmp_path / "theme.toml"
    path.write_text(text.replace(before, after), "utf-8")
    with pytest.raises(TableFault, match=named) as caught:
        load_theme(path)
    assert str(path) in str(caught.value)


def test_digest_follows_the_file(tmp_path: Path) -> None:
    text = data_path("film/theme.toml").read_text("utf-8")
    path = tmp_path / "theme.toml"
    path.write_text(text + "\n# another\n", "utf-8")
    assert load_theme(path).digest != load_theme().digest
