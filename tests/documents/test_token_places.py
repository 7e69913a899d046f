from sijill.documents.sentences import split_sentences
from sijill.documents.token_places import (
    places_of,
    sentences_with,
    tokens_beginning,
    tokens_ending,
)

TEXT = "Токаев принял Алиева. Гость прибыл в Астану.\nТокаев встретил гостя."


def words_at(found):
    return [sentence.tokens[at].text for sentence, at in found]


def test_tokens_are_found_by_where_they_begin_and_end_in_the_order_of_the_text():
    sentences = split_sentences(TEXT, "ru")
    begins = [TEXT.index("Астану"), TEXT.index("Алиева"), 0, TEXT.index("лиева"), len(TEXT)]
    assert words_at(tokens_beginning(sentences, begins)) == ["Токаев", "Алиева", "Астану"]
    ends = [len(TEXT), len("Токаев"), len("Токаев") - 1, 0]
    assert words_at(tokens_ending(sentences, ends)) == ["Токаев", "."]


def test_every_place_is_told_as_if_it_were_asked_alone():
    sentences = split_sentences(TEXT, "ru")
    tokens = [token for sentence in sentences for token in sentence.tokens]
    places = range(-1, len(TEXT) + 2)
    asked = (range(0), places, places[::2], places[1::3], [*places[30:], *places[:20], 7, 7])
    for some in asked:
        begun = [t.text for t in tokens if t.start in some]
        assert words_at(tokens_beginning(sentences, some)) == begun
        assert words_at(tokens_ending(sentences, some)) == [t.text for t in tokens if t.end in some]


def test_a_text_without_sentences_has_no_tokens():
    assert not list(tokens_beginning((), [0]))
    assert not sentences_with("", (), ["гост"])


def test_sentences_are_found_by_folded_letters_in_them():
    sentences = split_sentences(TEXT, "ru")
    assert sentences_with(TEXT, sentences, ["гост"]) == [sentences[1], sentences[2]]
    assert sentences_with(TEXT, sentences, ["алиев", "астан"]) == list(sentences[:2])
    assert not sentences_with(TEXT, sentences, ["посольств"])


def test_vowel_signs_do_not_hide_letters():
    text = "وصل الوزير. استقبل ضَيفَه."
    sentences = split_sentences(text, "ar")
    assert sentences_with(text, sentences, ["ضيف"]) == [sentences[1]]


def test_words_are_found_where_they_overlap_too():
    assert list(places_of("тата", "Ататата")) == [(1, 5), (3, 7)]
    assert not list(places_of("нет", "Ататата"))
