"""Posts that closed word classes tell: those of states, beside them or written onto them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.closed import find_guests, find_societies, find_state_posts

PLACE, ORGANISATION = MentionKind.PLACE, MentionKind.ORGANISATION


def state_posts(text: str, language: str, state: str) -> list[str]:
    document = Document("s1", text, language)
    at = text.index(state)
    places = [Candidate(PLACE, at, at + len(state), "register", 0.9)]
    found = find_state_posts(document, split_sentences(text, language), places)
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("text", "language", "state", "post"),
    [
        ("Chile's ambassador to Cuba flew in.", "en", "Chile", "Chile's ambassador"),
        ("Chile’s foreign minister flew in.", "en", "Chile", "Chile’s foreign minister"),
        ("The president of Chile flew in.", "en", "Chile", "president of Chile"),
        ("Прилетел президент Чили вчера.", "ru", "Чили", "президент Чили"),
        ("Чили Президенті келді.", "kk", "Чили", "Чили Президенті"),
        ("チリ大統領は到着した。", "ja", "チリ", "チリ大統領"),
    ],
)
def test_the_highest_posts_stand_beside_their_state(text, language, state, post):
    assert state_posts(text, language, state) == [post]


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        ("Chile's engineers flew in.", "en", "Chile"),
        ("Chile is president of the group.", "en", "Chile"),
        ("チリ大統領府は発表した。", "ja", "チリ"),
        ("チリ産の大統領ワインだ。", "ja", "チリ"),
    ],
)
def test_other_words_beside_a_state_are_no_posts(text, language, state):
    assert state_posts(text, language, state) == []


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("首相の先導で賓客が閲兵した。", ["賓客"]),
        ("市長は客人に庭を見せ、主賓の手を取った。", ["客人", "主賓"]),
        ("国賓として迎えられた。賓客のための席に来賓たちが並ぶ。", []),
        ("客は減り、旅客は増えた。", []),
    ],
)
def test_japanese_words_for_a_guest_alone_are_somebody(text: str, guests: list[str]) -> None:
    found = find_guests(Document("s1", text, "ja"), split_sentences(text, "ja"))
    assert [text[c.start : c.end] for c in found] == guests


@pytest.mark.parametrize(
    ("text", "language", "society"),
    [
        ("Tents went to the Kenyan Red Cross.", "en", "Kenyan Red Cross"),
        ("Yesterday Red Crescent Society volunteers came.", "en", "Red Crescent Society"),
        ("Груз получил кенийский Красный Крест.", "ru", "кенийский Красный Крест"),
        ("Там ждали Красного Полумесяца.", "ru", "Красного Полумесяца"),
        ("Помог южно-кенийский\nКрасный Крест.", "ru", "Красный Крест"),
        ("Жүк Кения Қызыл Крестіне тапсырылды.", "kk", "Қызыл Кресті"),
    ],
)
def test_a_red_cross_is_a_body(text, language, society):
    (found,) = find_societies(Document("s1", text, language), [])
    assert (found.kind, text[found.start : found.end]) == (ORGANISATION, society)


def test_a_red_cross_inside_of_a_longer_name_is_left_to_it():
    text = "The International Committee of the Red Cross sent aid."
    whole = Candidate(ORGANISATION, 4, text.index(" sent"), "tagger", 0.5)
    assert find_societies(Document("s1", text, "en"), [whole]) == []
