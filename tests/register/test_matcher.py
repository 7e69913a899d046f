"""Known names are found as words, in every script, whatever is written onto them."""

import pytest

from sijill.register.entries import Register, RegisterEntry
from sijill.register.load import load_register
from sijill.register.matcher import Matcher, _by_system, _fold, _forms, _possible
from sijill.text import WritingSystem


def entry(
    entry_id: str, kind: str = "place", country: str | None = None, **names: str
) -> RegisterEntry:
    return RegisterEntry(
        entry_id, kind, country, {k: tuple(v.split("|")) for k, v in names.items()}
    )


REGISTER = Register(
    {
        e.id: e
        for e in (
            entry(
                "jp", country="JP", en="Japan", ar="اليابان", ru="Япония", kk="Жапония", ja="日本"
            ),
            entry("kz", country="KZ", en="Kazakhstan", ru="Казахстан", kk="Қазақстан"),
            entry("sa", country="SA", en="Saudi Arabia", ru="Саудовская Аравия"),
            entry("us", country="US", en="United States|US", ru="США"),
            entry("lima", country="PE", kk="Лима", ja="リマ"),
            entry("oman", country="OM", ar="عمان"),
            entry("amman", country="JO", ar="عمان"),
            entry(
                "tokayev",
                "person",
                "KZ",
                en="Kassym-Jomart Tokayev",
                ru="Касым-Жомарт Токаев",
                ja="カシムジョマルト・トカエフ|トカエフ",
            ),
        )
    }
)


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(REGISTER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصل إلى اليابان أمس", [("اليابان", "jp")]),
        ("زيارة لليابان", [("ليابان", "jp")]),
        ("وباليابان", [("اليابان", "jp")]),
        ("вылетел из Японии в Казахстан", [("Японии", "jp"), ("Казахстан", "kz")]),
        ("с Саудовской Аравией", [("Саудовской Аравией", "sa")]),
        ("Касым-Жомарта Токаева встретили", [("Касым-Жомарта Токаева", "tokayev")]),
        ("Қазақстанның елшісі Жапонияға барды", [("Қазақстан", "kz"), ("Жапония", "jp")]),
        ("the US and them, not us", [("US", "us")]),
        ("トカエフ大統領は日本を訪れた", [("トカエフ", "tokayev"), ("日本", "jp")]),
        ("Kassym Jomart Tokayev", [("Kassym Jomart Tokayev", "tokayev")]),
    ],
)
def test_names_are_found_without_what_is_attached(
    matcher: Matcher, text: str, found: list[tuple[str, str]]
) -> None:
    assert [(h.text, h.entry_ids[0]) for h in matcher.find(text)] == found
    assert all(text[h.start : h.end] == h.text for h in matcher.find(text))


@pytest.mark.parametrize(
    "text", ["Лиман порты", "日本人の学生", "リマインダー", "Japanese gardens", "الياباني", ""]
)
def test_a_name_inside_another_word_is_not_found(matcher: Matcher, text: str) -> None:
    assert matcher.find(text) == ()


def test_an_ambiguous_name_keeps_all_its_entries(matcher: Matcher) -> None:
    (hit,) = matcher.find("في عمان")
    assert hit.entry_ids == ("amman", "oman")


def test_an_empty_register_finds_nothing() -> None:
    assert Matcher(Register({})).find("Japan") == ()


@pytest.mark.parametrize(
    "text",
    [
        "встретился с Касым-Жомартом Токаевым, прибыл из Казахстана в Саудовскую Аравию",
        "рейс в США и Японию; лиман, Лимада",
        "وصل من اليابان إلى عمان، والتقى لليابان",
        "カシム＝ジョマルト・トカエフ氏が日本を訪問",
        "Kassym‑Jomart Tokayev in the UNITED STATES and Japan",
    ],
)
def test_the_first_text_shows_the_same_names_as_any_later_one(text):
    matcher = Matcher(REGISTER)
    first = matcher.find(text)
    assert first
    assert first == matcher.find(text) == matcher.find(text)


def test_every_form_of_every_name_is_made_ready_for_a_first_text_that_holds_it():
    seen = 0
    for names in _by_system(load_register()).values():
        for row in names[::11]:
            for form in _forms(*row[:2]):
                seen += 1
                assert _possible([row], _fold(f"x {form}.")) == [row], form
    assert seen > 3000


def test_a_first_text_waits_for_few_names_only():
    text = _fold("Президент Казахстана встретился в Токио с премьер-министром Японии.")
    names = _by_system(load_register())[WritingSystem.CYRILLIC]
    assert 0 < len(_possible(names, text)) < len(names) / 20
