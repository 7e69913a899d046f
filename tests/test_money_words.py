"""Words of amounts are read in one place: scales with their size, duals, currencies and bounds."""

import pytest

from sijill.languages import LANGUAGES, NARRATED
from sijill.money_words import SIZE_BY_SCALE, money_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_scales_and_currencies(language):
    myriads = language == "ja"  # which counts by 10,000
    sizes = {10**4, 10**8, 10**12} if myriads else {10**6, 10**9}
    assert {w.size for w in money_words(language, "scale")} >= sizes
    codes = {w.id for w in money_words(language, "currency")}
    assert codes >= {"USD", "EUR", "JPY", "KZT"}
    assert all(w.cues for w in money_words(language))


def test_a_japanese_scale_is_named_by_its_size():
    sizes = {cue: w.size for w in money_words("ja", "scale") for cue in w.cues}
    assert (sizes["万"], sizes["億"], sizes["兆"]) == (10**4, 10**8, 10**12)


def test_a_dual_is_two_of_its_scale():
    sizes = {cue: w.size for w in money_words("ar", "dual") for cue in w.cues}
    assert sizes["مليارا"] == 2 * 10**9
    assert sizes["مليونا"] == 2 * 10**6


def test_a_currency_has_no_size():
    [dollar] = [w for w in money_words("en", "currency") if w.id == "USD"]
    assert dollar.label == "dollars"
    with pytest.raises(ValueError, match="USD"):
        _ = dollar.size


@pytest.mark.parametrize("language", NARRATED)
def test_a_narrator_has_a_word_for_every_scale(language):
    labels = {w.id: w.label for w in money_words(language, "scale")}
    assert all(labels.get(name) for name in SIZE_BY_SCALE)


def test_kinds_may_be_joined():
    kinds = {w.kind for w in money_words("en", "scale", "bound")}
    assert kinds == {"scale", "bound"}
