import pytest
from five_languages import collection, versions

from sijill.citation import Span, cite
from sijill.reuse.versions import aligned

LANGUAGES = ("ar", "en", "ja", "kk", "ru")


def words(name, exact):
    text = collection()[1][name]
    start = text.index(exact)
    return cite(name, text, Span(start, start + len(exact)))


def test_versions_of_one_text_are_found_in_every_pair_of_languages():
    stems = {(p.left[:-3], p.right[:-3]) for p in versions().pairs}
    assert stems == {("film", "film"), ("steppe", "steppe")}
    assert len(versions().pairs) == 20


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        ("en", "It was the first time that a head of state from our region had spoken there."),
        ("ru", "Это был первый случай, когда там выступил глава государства из нашего региона."),
        ("kk", "Біздің өңірден шыққан мемлекет басшысы онда алғаш рет сөйледі."),
        ("ja", "この地域の国家元首が同大学で演説するのは初めてだった。"),
    ],
)
def test_the_other_version_of_a_sentence_is_found(language, answer):
    asked = words("film.ar", "المرة الأولى التي يتحدث فيها رئيس دولة")
    found = {c.source_id: c.exact for c in versions().others(asked)}
    assert found[f"film.{language}"] == answer


def test_sentences_answer_each_other_across_all_languages():
    plain = [a for p in versions().pairs for a in p.answers if len(a.left) == len(a.right) == 1]
    assert len(plain) >= 0.9 * sum(len(p.answers) for p in versions().pairs)


def test_a_source_without_another_version_has_no_answers():
    readings, texts, who = collection()
    alone = [r for r in readings if r.source_id in ("film.en", "steppe.ru")]
    assert aligned(alone, texts, who).pairs == ()
