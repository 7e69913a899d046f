"""Who is who hangs neither on the order of the sources nor on what was worked out before."""

import random

import pytest
from random_texts import seeds

from sijill.documents.document import Entity, HeldPost, Mention, MentionKind, Reading
from sijill.identity.judgement import Verdict, judge
from sijill.identity.resolver import resolve
from sijill.register.load import load_register
from sijill.serial import dumps
from sijill.workbook import Workbook

REGISTER = load_register()
#: Names that are told apart, or joined, by little: initials, one letter, a body, another script.
NAMES = {
    "en": (
        "Selin Aksoy", "Aksoy", "S. Aksoy", "Selim Aksoy", "Tokayev", "Kassym-Jomart Tokayev",
        "Taro Yamada", "Yamada", "Minister Aksoy Bank", "Aksoy Bank", "Ibrahim Issa",
        "Ibrahim Eissa",
    ),
    "ru": ("Селин Аксой", "Аксой", "Токаев", "Таро Ямада", "Ибрагим Исса", "Аксой Банк"),
    "ar": ("سيلين أكسوي", "أكسوي", "توكاييف", "تارو يامادا", "إبراهيم عيسى"),
    "kk": ("Селин Ақсой", "Тоқаев"),
    "ja": ("アクソイ", "トカエフ", "山田太郎"),
}  # fmt: skip
STATES = ("TR", "KZ", "JP", None)
POSTS = ("foreign_minister", "head_of_state", "ambassador")
SOURCES, STEPS = 10, 5


def a_source(some, number):
    """Give a reading with up to four names, and its text."""
    language = some.choice(list(NAMES))
    text, mentions, entities = "", [], []
    for count in range(some.randint(0, 4)):
        name = some.choice(NAMES[language])
        kind = some.choice([MentionKind.PERSON] * 3 + [MentionKind.ORGANISATION])
        start = len(text)
        text += f"{name}. "
        own = f"e{count}"
        mentions.append(Mention(f"m{count}", kind, start, start + len(name), name, own))
        posts = ()
        if kind is MentionKind.PERSON and some.random() < 0.5:
            posts = (HeldPost(some.choice(POSTS), some.choice(STATES), "current", None),)
        known = "kassym-jomart-tokayev" if "okayev" in name and some.random() < 0.5 else None
        country = some.choice(STATES)
        entities.append(Entity(own, kind, name, country=country, posts=posts, register_id=known))
    day = some.choice(["2025-12-20", None])
    marks = (tuple(mentions), tuple(entities), (), (), (), ())
    return Reading(f"s{number:02}", language, day, "X", *marks), text or "."


@pytest.mark.parametrize("seed", seeds(8))
def test_who_is_who_is_the_same_in_any_order_and_after_any_history(seed):
    some = random.Random(seed)
    pool = {number: a_source(some, number) for number in range(SOURCES)}
    workbook, decisions = Workbook(), []
    for _ in range(STEPS):
        if some.random() < 0.4:
            number = some.randrange(SOURCES)
            pool[number] = a_source(some, number)
        sources = some.sample(list(pool.values()), some.randint(1, SOURCES))
        readings = [reading for reading, _ in sources]
        texts = {reading.source_id: text for reading, text in sources}
        given = {"languages": ("ar", "en"), "texts": texts, "decisions": decisions}
        at_once = resolve(readings, REGISTER, **given)
        grown = resolve(readings[::-1], REGISTER, workbook=workbook, **given)
        workbook.turn()
        assert dumps(grown) == dumps(at_once)
        decisions = []
        if some.random() < 0.5 and len(at_once.entities) > 1:
            for _ in range(some.randint(1, 3)):
                one, other = some.sample([e.id for e in at_once.entities], 2)
                verdict = some.choice(list(Verdict))
                decisions.append(judge(one, other, verdict, "w", by="person:A"))
