import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.houses_in_posts import find_houses


def houses(text: str, post: str, *bodies: str) -> list[str]:
    document = Document("t", text, "ru", "2026-02-01")
    at = text.index(post)
    given = [Candidate(MentionKind.POST, at, at + len(post), "tagger", 0.9)]
    for body in bodies:
        at = text.index(body)
        given.append(Candidate(MentionKind.ORGANISATION, at, at + len(body), "tagger", 0.9))
    return [text[c.start : c.end] for c in find_houses(document, given)]


@pytest.mark.parametrize(
    ("post", "house"),
    [
        ("председатель профсоюза железнодорожников", "профсоюза железнодорожников"),
        ("пресс-секретарь форума", "форума"),
        ("директор детской больницы в Баку", "детской больницы"),
        ("губернатор департамента Кальяо", None),
        ("глава чилийского правительства", None),
        ("министр сельского хозяйства", None),
        ("владелица компании", None),
        ("спикер сената", None),
    ],
)
def test_a_house_told_by_a_common_noun_in_a_post_is_found(post, house):
    assert houses(f"На встрече выступил {post} Ян Оос.", post) == ([house] if house else [])


def test_an_administration_told_before_is_the_house_of_a_post():
    text = "Портовая администрация молчит. Её прежнего главу, главу администрации Яна Ооса, ждут."
    assert houses(text, "главу администрации", "Портовая администрация") == ["администрации"]
    assert houses(text, "главу администрации") == []
