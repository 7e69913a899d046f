"""“Received by both on one day” is a fact of its own, whether or not it is rare."""

import pytest
from hand import Text, record_of

from sijill.documents.document import Signal

ONE_DAY = {
    "en": ("Emperor Naruhito and Prime Minister Takaichi received Tokayev on the same day.", "received", "same day"),
    "ar": ("استقبل الإمبراطور ناروهيتو ورئيسة الوزراء تاكايتشي الرئيس توكاييف في اليوم نفسه.", "استقبل", "اليوم نفسه"),
    "ru": ("Император Нарухито и премьер Такаити приняли Токаева в один день.", "приняли", "в один день"),
    "kk": ("Император Нарухито мен премьер Такаити Тоқаевты бір күнде қабылдады.", "қабылдады", "бір күнде"),
    "ja": ("天皇陛下と高市首相は同じ日にトカエフ大統領と会った。", "会った", "同じ日"),
}  # fmt: skip


def one_day(language="en", *, published=None, guest="tokayev", day=None):
    words, received, same = ONE_DAY[language]
    text = Text("claim", words, language, published)
    text.event("audience", received, f"naruhito {guest}", date=day)
    text.event("talks", received, f"takaichi {guest}", date=day)
    span = text.at(same)
    text.signals.append(Signal("s1", "same_day_monarch_and_hog", span.start, span.end, same))
    return text


def told(audience, talks, guest="tokayev"):
    one = Text("a", "He was received in audience.")
    one.event("audience", "audience", f"naruhito {guest}", date=audience)
    other = Text("b", "She held talks.")
    return one, other.event("talks", "talks", f"takaichi {guest}", date=talks)


def claim_of(*texts):
    [claim] = [c for c in record_of(*texts).claims if c.kind.value == "order"]
    return claim


@pytest.mark.parametrize("language", ONE_DAY)
def test_the_table_of_visits_bears_out_an_undated_telling(language):
    verdict = claim_of(one_day(language)).verdict
    assert verdict.verdict == "supported"
    assert "18 ديسمبر 2025" in verdict.why["ar"]
    assert any("nippon.com" in address for address in verdict.references)


def test_days_that_other_sources_tell_apart_contradict():
    texts = told("2025-11-03", "2025-11-04")
    verdict = claim_of(one_day(published="2025-11-05"), *texts).verdict
    assert verdict.verdict == "contradicted"
    assert "November 3" in verdict.why["en"]
    assert "November 4" in verdict.why["en"]


def test_one_day_that_other_sources_tell_of_both_supports():
    texts = told("2025-11-03", "2025-11-03")
    assert claim_of(one_day(published="2025-11-05"), *texts).verdict.verdict == "supported"


def test_the_claims_own_words_prove_nothing():
    verdict = claim_of(one_day(published="2025-11-05", day="2025-11-03")).verdict
    assert verdict.verdict == "not_enough"


def test_a_guest_whose_two_days_differ_contradicts():
    verdict = claim_of(one_day(guest="japarov", published="2025-12-22")).verdict
    assert verdict.verdict == "contradicted"
    assert "19" in verdict.why["en"]
    assert "20" in verdict.why["en"]
