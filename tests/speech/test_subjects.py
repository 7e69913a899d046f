"""Who may act in a passage: also by a part of a name that no mention covers."""

from dataclasses import replace

import pytest
from marked import read_marked

from sijill.documents.passage import Passage
from sijill.speech.subjects import subjects_of


def actors(marked, language):
    *told, entities = read_marked(marked, language)
    names = {m.entity: m.text for m in told[2]}
    passage = Passage(*told, [replace(e, name=names[e.id]) for e in entities])
    return [passage.text[a.start : a.end] for a in subjects_of(passage).actors]


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        ("en", "⟦person#e1:Anna Lindqvist⟧ came. Lindqvist spoke.", ["Lindqvist"]),
        (
            "en",
            "⟦person#e1:Anna Lindqvist⟧ came. He sold lindqvist, Lindqvists, Lindqvist-Orr.",
            [],
        ),
        ("en", "⟦person#e1:Anna O’Brien⟧ came. O'Brien spoke.", ["O'Brien"]),
        ("ru", "⟦person#e1:Анна Линдквист⟧ пришла. ЛИНДКВИСТ сказала.", ["ЛИНДКВИСТ"]),
        # A particle is written onto the name, with and without the stroke that stretches letters.
        ("ar", "جاء ⟦person#e1:سامي الحداد⟧. ثم والحداد قال.", ["الحداد"]),
        ("ar", "جاء ⟦person#e1:سامي حداديان⟧. ثم قيل لـحداديان شيء.", ["ـحداديان"]),
        ("ar", "جاء ⟦person#e1:سامي حداديان⟧. ثم حـداديان قال.", ["حـداديان"]),
        ("ar", "جاء ⟦person#e1:سامي حداديان⟧. ثم سحداديان قال.", []),
    ],
)
def test_a_part_of_a_name_is_an_actor_where_it_is_a_whole_word(language, marked, expected):
    assert actors(marked, language)[1:] == expected


def test_a_word_of_two_people_or_of_a_place_names_nobody():
    two = "⟦person#e1:Anna Lindqvist⟧ met ⟦person#e2:Olof Lindqvist⟧. Lindqvist spoke."
    assert len(actors(two, "en")) == 2
    place = "⟦person#e1:Anna Lindqvist⟧ came to ⟦place#p1:Lindqvist Hall⟧. Lindqvist is old."
    assert len(actors(place, "en")) == 1
