from dataclasses import replace

import pytest

from sijill.citation import Citation, Span, cite, holds, locate
from sijill.errors import CitationAmbiguous, CitationNotFound

TEXT = "قال الرئيس إن الحوار مهم. وأضاف الرئيس أن الثقة أهم."


def test_a_citation_carries_the_exact_words_and_their_edges():
    start = TEXT.index("الحوار")
    citation = cite("s1", TEXT, Span(start, start + 6))
    assert citation.exact == "الحوار"
    assert TEXT.startswith(citation.prefix + citation.exact)
    assert holds(citation, TEXT)


def test_one_changed_letter_orphans_a_citation():
    start = TEXT.index("الحوار")
    citation = cite("s1", TEXT, Span(start, start + 6))
    changed = TEXT.replace("الحوار", "الجوار")
    assert not holds(citation, changed)
    with pytest.raises(CitationNotFound) as caught:
        locate(citation, changed)
    assert caught.value.source_id == "s1"
    assert "الحوار" in str(caught.value)


def test_surroundings_decide_between_two_places():
    second = TEXT.rindex("الرئيس")
    citation = replace(cite("s1", TEXT, Span(second, second + 6)), start=0, end=6)
    assert locate(citation, TEXT) == Span(second, second + 6)


def test_words_are_never_moved_to_other_surroundings():
    citation = Citation("s1", 0, 5, "الثقة", prefix="لا ", suffix=" هنا")
    with pytest.raises(CitationNotFound, match="other surroundings"):
        locate(citation, TEXT)


def test_words_that_stand_twice_alike_are_ambiguous():
    with pytest.raises(CitationAmbiguous):
        locate(Citation("s1", 0, 6, "الرئيس"), TEXT)


def test_an_empty_span_makes_no_citation():
    with pytest.raises(ValueError, match="not inside"):
        cite("s1", TEXT, Span(4, 4))
