import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.posts_before_names import find_posts_before_names, part_from_houses

KINDS = {"P": MentionKind.PERSON, "T": MentionKind.POST, "L": MentionKind.PLACE}


def given(text: str, **spans: str) -> tuple[Document, list[Candidate]]:
    found = []
    for kind, words in spans.items():
        at = text.index(words)
        found.append(Candidate(KINDS[kind], at, at + len(words), "tagger", 0.8))
    return Document("t", text, "ru", "2026-02-01"), found


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Слово взял виноторговец Ян Ли.", "виноторговец"),
        ("Её принял министр водного хозяйства Ян Ли.", "министр водного хозяйства"),
        ("Это увидел министр и принял Ян Ли.", None),
        ("Пришли депутаты Ян Ли и другие.", None),
        ("Здесь был фотограф, а Ян Ли ушёл.", None),
        ("Прошёл урок географии Ян Ли.", None),
    ],
)
def test_post_words_right_before_a_name_are_a_post(text, post):
    document, candidates = given(text, P="Ян Ли")
    found = find_posts_before_names(document, split_sentences(text, "ru"), candidates)
    assert [text[c.start : c.end] for c in found] == ([post] if post else [])


@pytest.mark.parametrize(
    ("post", "name", "place", "parts"),
    [
        ("ректор Университета", "Трибхувана Б. Оос", None, ("ректор Университета Трибхувана", "Б. Оос")),
        ("настоятель прихода святой", "Анны Ян Оос", None, ("настоятель прихода святой Анны", "Ян Оос")),
        ("наследный принц", "Норвегии Эйстейн", "Норвегии", ("наследный принц Норвегии", "Эйстейн")),
        ("глава комитета", "Милан Оос", "Милан", ("глава комитета", "Милан Оос")),
    ],
)  # fmt: skip
def test_a_name_begins_behind_what_belongs_to_the_post(post, name, place, parts):
    text = f"Вчера {post} {name} уехал."
    spans = {"T": post, "P": name} | ({"L": place} if place else {})
    document, candidates = given(text, **spans)
    found = part_from_houses(document, candidates)
    assert tuple(text[c.start : c.end] for c in found[:2]) == parts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ждали Ян Ли, бывший глава союза рыбаков.", "бывший глава союза рыбаков"),
        ("Пришёл Ян Ли, чилийский виноторговец, и сел.", "чилийский виноторговец"),
        ("Пришёл Ян Ли, ныне депутат от оппозиции, и сел.", "депутат от оппозиции"),
        ("Был Ян Ли, директор назвал его другом.", None),
        ("Был Ян Ли, главное лицо вечера.", None),
    ],
)
def test_post_words_between_a_name_and_a_sign_are_a_post(text, post):
    document, candidates = given(text, P="Ян Ли")
    found = find_posts_before_names(document, split_sentences(text, "ru"), candidates)
    assert [text[c.start : c.end] for c in found] == ([post] if post else [])


def test_the_first_of_two_posts_before_a_name_is_one_too():
    text = "Помог тогдашний консул Перу, виноторговец Ян Ли."
    document, candidates = given(text, T="виноторговец", L="Перу", P="Ян Ли")
    found = find_posts_before_names(document, split_sentences(text, "ru"), candidates)
    assert [text[c.start : c.end] for c in found] == ["тогдашний консул Перу"]


@pytest.mark.parametrize(
    ("post", "name", "place", "parts"),
    [
        ("Сенатор Клара", "Инес Ривас", None, ("Сенатор", "Клара Инес Ривас")),
        ("Советник по внешней политике", "Мванза Фири", "Мванза", None),
        # A place stands in the genitive, behind its own word in any case.
        ("мэр Владимира", "Ян Ли", "Владимира", None),
        ("мэр города Ана", "Ян Ли", "города Ана", None),
        ("посол в Виктории", "Ян Ли", "Виктории", None),
    ],
)
def test_a_name_begins_with_its_given_name(post, name, place, parts):
    text = f"{post} {name} прибыл."
    spans = {"T": post, "P": name} | ({"L": place} if place else {})
    document, candidates = given(text, **spans)
    found = [text[c.start : c.end] for c in part_from_houses(document, candidates)]
    assert found[:2] == list(parts or (post, name))
