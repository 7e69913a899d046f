from sijill.documents.document import ORGANISATION, Mention
from sijill.houses.body_index import Body, BodyIndex


def _index() -> BodyIndex:
    index = BodyIndex(frozenset, {"社"}, frozenset({"bank", "port"}))
    for _ in range(2):
        index.add(Body(ORGANISATION))
    return index


def _tell(index: BodyIndex, number: int, start: int, *words: str) -> None:
    mention = Mention(f"m{start}", ORGANISATION, start, start + 9, " ".join(words) or "同社")
    index.tell(number, mention, words or None, words or None)


def test_bodies_are_found_by_words_however_often_is_asked_between():
    at_once, bit_by_bit = _index(), _index()
    told = ((1, 50, "port", "bank"), (0, 10, "port"), (1, 30), (0, 70, "bank"), (1, 90, "port"))
    for number, start, *words in told:
        _tell(at_once, number, start, *words)
        _tell(bit_by_bit, number, start, *words)
        assert next(bit_by_bit.before(start + 1)) == (start, number)
    for index in (at_once, bit_by_bit):
        assert list(index.before(100)) == [(90, 1), (70, 0), (50, 1), (30, 1), (10, 0)]
        assert list(index.with_word_before(80, ("bank",))) == [(70, 0), (50, 1), (30, 1), (10, 0)]
        assert list(index.with_word_before(60, ("port",))) == [(50, 1), (30, 1), (10, 0)]
        assert list(index.with_ending_before(60, "社")) == [(50, 1), (30, 1)]


def test_a_body_gives_each_of_its_names_once():
    index = _index()
    for start, name in ((1, "bank"), (20, "port"), (40, "bank")):
        _tell(index, 0, start, name)
    assert [*index.bodies[0].names] == ["bank", "port"]
