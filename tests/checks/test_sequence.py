"""“After” in five languages: two happenings whose days other sources tell."""

import pytest
from hand import Text, record_of

# The words, the happening told to be first, and the one told to follow.
AFTER = {
    "en": ("After the talks the plant was opened.", "talks", "opened"),
    "ar": ("بعد المباحثات افتُتح المصنع.", "المباحثات", "افتُتح"),
    "ru": ("После переговоров был открыт завод.", "переговоров", "открыт"),
    "kk": ("Келіссөзден кейін зауыт ашылды.", "Келіссөз", "ашылды"),
    "ja": ("会談後に工場が開かれた。", "会談", "開かれた"),
}
BEFORE = {
    "en": ("The plant was opened before the talks.", "talks", "opened"),
    "ar": ("افتُتح المصنع قبل المباحثات.", "المباحثات", "افتُتح"),
    "ru": ("Завод открыли перед переговорами.", "переговорами", "открыли"),
    "kk": ("Келіссөзге дейін зауыт ашылды.", "Келіссөзге", "ашылды"),
    "ja": ("会談前に工場が開かれた。", "会談", "開かれた"),
}


def told(language, words, **more):
    sentence, talks, opening = words
    text = Text("claim", sentence, language)
    text.event("talks", talks, "tokayev takaichi", date=more.get("talks"))
    return text.event("project", opening, "komatsu kz", place="astana", date=more.get("opening"))


def other(event_type, people, date, **more):
    text = Text(f"other-{event_type}", f"A {event_type} took place.")
    return text.event(event_type, event_type, people, date=date, **more)


def claims(language, words, talks="2025-12-18", opening="2024-10-08"):
    """Give the claims of order; both days are told by other sources."""
    record = record_of(
        told(language, words, talks=talks, opening=opening),
        other("talks", "tokayev takaichi", talks),
        other("project", "komatsu kz", opening, place="astana"),
    )
    return [c for c in record.claims if c.kind.value == "order"]


@pytest.mark.parametrize("language", AFTER)
def test_what_is_told_after_something_later_is_contradicted(language):
    [claim] = claims(language, AFTER[language])
    assert claim.verdict.verdict == "contradicted"
    assert "2024" in claim.verdict.why["en"]
    assert "2025" in claim.verdict.why["ar"]


@pytest.mark.parametrize("language", AFTER)
def test_what_is_told_after_something_earlier_is_supported(language):
    [claim] = claims(language, AFTER[language], talks="2023-05-01")
    assert claim.verdict.verdict == "supported"


@pytest.mark.parametrize("language", BEFORE)
def test_before_is_the_other_way_round(language):
    [claim] = claims(language, BEFORE[language])
    assert claim.verdict.verdict == "supported"


@pytest.mark.parametrize("language", AFTER)
def test_what_is_of_one_day_tells_no_order_that_dates_could_judge(language):
    assert claims(language, AFTER[language], opening="2025-12-18") == []


def test_a_day_that_was_only_worked_out_proves_nothing():
    record = record_of(told("en", AFTER["en"], talks="2025-12-18"))
    assert [c for c in record.claims if c.kind.value == "order"] == []


def test_what_somebody_says_after_a_happening_is_not_told_to_follow_it():
    words = "After the talks he recalled that the plant was opened long ago."
    text = Text("claim", words)
    text.event("talks", "talks", "tokayev takaichi", date="2025-12-18")
    text.event("project", "opened", "komatsu kz", place="astana", date="2024-10-08")
    text.quotation("the plant was opened long ago", "tokayev")
    assert [c for c in record_of(text).claims if c.kind.value == "order"] == []


def test_of_three_happenings_nobody_knows_which_one_follows():
    words = "After the talks the plant was opened and a lecture given."
    text = Text("claim", words)
    text.event("talks", "talks", "tokayev takaichi", date="2025-12-18")
    text.event("project", "opened", "komatsu kz", place="astana", date="2024-10-08")
    text.event("lecture", "lecture", "tokayev un-university", date="2025-12-19")
    assert [c for c in record_of(text).claims if c.kind.value == "order"] == []


def test_the_arrow_points_the_way_the_reader_goes():
    [claim] = claims("en", AFTER["en"])
    assert "→" in claim.verdict.reading["en"]
    assert "←" in claim.verdict.reading["ar"]
    assert "→" not in claim.verdict.reading["ar"]
