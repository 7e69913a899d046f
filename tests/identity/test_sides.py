"""People's answers on who is who mean the same two when another reading gives them other ids."""

import pytest
from read_by_hand import Text

from sijill.citation import Citation
from sijill.errors import UsageError
from sijill.identity.decisions import answered, fields_of, judgements_from
from sijill.identity.judgement import Verdict, judge
from sijill.identity.resolver import resolve
from sijill.ledger import append, replay
from sijill.register.load import load_register

#: A ring name and a name in each language, which no rule takes for one.
WRESTLERS = {
    "ar": ("فاز المصارع هاكوتاكا أمام داني ساغات.", "هاكوتاكا", "داني ساغات"),
    "en": ("The wrestler Hakutaka beat Dani Saghat.", "Hakutaka", "Dani Saghat"),
    "ru": ("Борец Хакутака победил Дани Сагата.", "Хакутака", "Дани Сагата"),
    "kk": ("Балуан Хакутака Дани Сағатты жеңді.", "Хакутака", "Дани Сағатты"),
    "ja": ("力士の伯鷹がダニ・サガトに勝った。", "伯鷹", "ダニ・サガト"),
}


def identify(*texts, decisions=()):
    return resolve(
        [t.reading for t in texts],
        load_register(),
        languages=("ar", "en"),
        texts={t.source_id: t.text for t in texts},
        decisions=decisions,
    )


def kept(tmp_path, texts, found, left, right, verdict=Verdict.POSITIVE):
    """Take an answer as the command does, and read it from its line."""
    cited = {t.source_id: t for t in texts}

    def words_of(side):
        source_id, _, number = side.partition("#")
        spots = [m for m in cited[source_id].mentions if m.entity == number]
        return tuple(Citation(source_id, m.start, m.end, m.text) for m in spots)

    given = judge(left, right, verdict, "", by="person:Mariam")
    entities = {entity.id: entity for entity in found.entities}
    path = tmp_path / "ledger.jsonl"
    append(
        path,
        at="2026-01-01T10:00:00Z",
        who="Mariam",
        what="judgement",
        why="his ring name",
        fields=fields_of(answered(given, entities, words_of)),
    )
    return judgements_from(replay(path))


@pytest.mark.parametrize("language", WRESTLERS)
def test_an_answer_means_the_same_two_when_their_numbers_change(tmp_path, language):
    words, ring, name = WRESTLERS[language]
    before = Text("a", language, words, "2025-01-01")
    sides = before.has("P", ring), before.has("P", name)
    answers = kept(tmp_path, [before], identify(before), *sides)
    # Another reading finds a third name first, so that every number moves on.
    after = Text("a", language, words, "2025-01-01")
    after.has("O", words[:4].strip())
    same = after.has("P", ring), after.has("P", name)
    assert set(same) != set(sides)
    found = identify(after, decisions=answers)
    assert found.entity_by_local[same[0]] == found.entity_by_local[same[1]]
    assert found.entity_by_local["a#e1"] != found.entity_by_local[same[0]]
    assert found.unapplied == ()


def test_an_answer_on_entities_of_the_record_outlives_their_names(tmp_path):
    one = Text("a", "ar", "غنت دانا أصلان في الدوحة.", "2025-01-01")
    one.has("P", "دانا أصلان", country="KZ")
    other = Text("b", "ar", "المغنية قمر الليل في الدوحة.", "2025-01-02")
    other.has("P", "قمر الليل")
    found = identify(one, other)
    ids = [found.entity_by_local[key] for key in ("a#e1", "b#e1")]
    answers = kept(tmp_path, [one, other], found, *ids)
    # A better reading gives the second one her whole name, and so another id.
    better = Text("b", "ar", "المغنية قمر الليل في الدوحة.", "2025-01-02")
    better.has("P", "المغنية قمر الليل")
    again = identify(one, better)
    assert ids[1] not in {e.id for e in again.entities}
    joined = identify(one, better, decisions=answers)
    assert joined.entity_by_local["a#e1"] == joined.entity_by_local["b#e1"]
    assert identify(one, better) == again


def test_an_answer_whose_words_name_nobody_any_more_is_listed(tmp_path):
    words, ring, name = WRESTLERS["ar"]
    before = Text("a", "ar", words, "2025-01-01")
    sides = before.has("P", ring), before.has("P", name)
    answers = kept(tmp_path, [before], identify(before), *sides)
    after = Text("a", "ar", words, "2025-01-01")
    after.has("O", "فاز")
    after.has("P", name)
    found = identify(after, decisions=answers)
    (lost,) = found.unapplied
    assert (lost.line, lost.action, lost.who) == (1, "positive", "Mariam")
    assert ring in lost.reason
    # Whoever has the number now is not taken for him.
    assert found.entity_by_local["a#e1"] != found.entity_by_local["a#e2"]


def test_words_that_name_two_today_are_not_guessed(tmp_path):
    words = "فازت دانا عمار، وفاز داني ساغات."
    before = Text("a", "ar", words, "2025-01-01")
    sides = before.has("P", "دانا عمار"), before.has("P", "داني ساغات")
    answers = kept(tmp_path, [before], identify(before), *sides)
    # Another reading takes the words for two people with a name each.
    after = Text("a", "ar", words, "2025-01-01")
    keys = after.has("P", "دانا"), after.has("P", "عمار"), after.has("P", "داني ساغات")
    found = identify(after, decisions=answers)
    assert "name several today" in found.unapplied[0].reason
    assert len({found.entity_by_local[key] for key in keys}) == 3


def test_what_people_joined_is_one_side_of_later_answers(tmp_path):
    texts = [
        Text("a", "ar", "فاز هاكوتاكا.", "2025-01-01"),
        Text("b", "ar", "فاز داني ساغات.", "2025-01-01"),
        Text("c", "ar", "فاز الصقر الأبيض.", "2025-01-01"),
    ]
    for text, name in zip(texts, ("هاكوتاكا", "داني ساغات", "الصقر الأبيض"), strict=True):
        text.has("P", name)
    first = kept(tmp_path, texts, identify(*texts), "a#e1", "b#e1")
    found = identify(*texts, decisions=first)
    joined = found.entity_by_local["a#e1"]
    answers = kept(tmp_path, texts, found, joined, found.entity_by_local["c#e1"])
    after = identify(*texts, decisions=answers)
    assert len({after.entity_by_local[f"{t.source_id}#e1"] for t in texts}) == 1
    assert after.unapplied == ()


def test_a_later_answer_on_the_same_two_counts(tmp_path):
    words, ring, name = WRESTLERS["ar"]
    text = Text("a", "ar", words, "2025-01-01")
    sides = text.has("P", ring), text.has("P", name)
    before = identify(text)
    kept(tmp_path, [text], before, *sides)
    answers = kept(tmp_path, [text], before, *sides, verdict=Verdict.UNSURE)
    assert identify(text, decisions=answers).entities == before.entities


def test_a_name_and_the_entity_it_alone_makes_are_not_two(tmp_path):
    text = Text("a", "ar", "فاز هاكوتاكا.", "2025-01-01")
    key = text.has("P", "هاكوتاكا")
    found = identify(text)
    with pytest.raises(UsageError, match="named by the same words"):
        kept(tmp_path, [text], found, key, found.entity_by_local[key], Verdict.NEGATIVE)
