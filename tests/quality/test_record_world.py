import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

import record_truth
from record_sources import sources
from record_world import LANGUAGES

from sijill.sources.formats import read_article


@pytest.fixture(scope="module")
def made():
    return list(islice(sources(), 400))


def test_the_same_seed_gives_the_same_news_and_another_gives_other_news(made):
    assert list(islice(sources(), 400)) == made
    assert list(islice(sources(2), 5)) != made[:5]


def test_the_truth_points_at_sentences_that_name_who_took_part(made):
    assert {one.language for one in made} == set(LANGUAGES)
    for one in made:
        for telling in one.tellings:
            assert 0 < telling.start < telling.end <= len(one.text)
            assert one.text[telling.end - 1] in ".。"
        # Russian names stand in cases; elsewhere a name stands as the truth spells it.
        if one.language != "ru":
            assert all(form in one.text for forms in one.people.values() for form in forms)


def test_a_file_is_stored_as_the_text_that_the_truth_points_into(made):
    for one in made[:60]:
        article = read_article(one.file, name=one.name)
        assert (article.text, article.published) == (one.text, one.published)


def test_pairs_are_counted_as_by_hand():
    found = record_truth.agreement([("a", "1"), ("a", "1"), ("a", "2"), ("b", "2")], 5)
    assert (found.precision, found.recall) == (1 / 2, 1 / 3)
    assert found.f1 == pytest.approx(0.4)
