"""A tagger learns from marked texts, gives the same bytes twice, and reads what it learnt."""

import json
from pathlib import Path

import pytest

from sijill.documents.document import MentionKind
from sijill.documents.sentences import split_sentences
from sijill.errors import FormatFault, SourceUnreadable
from sijill.register.entries import Register
from sijill.register.matcher import Matcher
from sijill.tagging.shape import Shape
from sijill.tagging.tagger import load_tagger
from sijill.tagging.training import train

SENTENCES = [
    ("{P:Anna Lind} met {P:Olav Berg} in {L:Oslo}.", "en"),
    ("Yesterday {P:Marit Dahl} left {L:Bergen}.", "en"),
    ("In {L:Turku} {P:Eero Salo} spoke.", "en"),
]
KINDS = {"P": "person", "L": "place"}


def write(folder: Path, number: int, marked: str) -> None:
    text, mentions, rest = "", [], marked
    while "{" in rest:
        before, _, rest = rest.partition("{")
        kind, _, rest = rest.partition(":")
        name, _, rest = rest.partition("}")
        text += before
        start = len(text)
        text += name
        mentions.append(
            {"kind": KINDS[kind], "start": start, "end": len(text), "text": name, "id": "m"}
        )
    text += rest
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{number:03}.en.txt").write_text(text, "utf-8")
    (folder / f"{number:03}.en.json").write_text(json.dumps({"mentions": mentions}), "utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(6):
        write(folder / "en", number, SENTENCES[number % 3][0])
    return folder


def test_training_is_repeatable_and_the_tagger_reads(corpus: Path, tmp_path: Path) -> None:
    matcher = Matcher(Register({}))
    assert train(corpus, tmp_path / "a", matcher, languages=("en", "ru")) == {"en": 6}
    train(corpus, tmp_path / "b", matcher, languages=("en",), processes=2)
    first = (tmp_path / "a" / "en.zip").read_bytes()
    assert first == (tmp_path / "b" / "en.zip").read_bytes()
    tagger = load_tagger("en", tmp_path / "a")
    assert tagger is not None
    text = "Anna Lind met Olav Berg in Oslo."
    found = tagger.tag(text, split_sentences(text, "en"), (), {})
    names = [text[t.start : t.end] for t in found if t.kind is MentionKind.PERSON]
    assert names == ["Anna Lind", "Olav Berg"]
    assert all(0 <= t.confidence <= 1 for t in found)


def test_marks_that_do_not_fit_their_text_are_named(corpus: Path, tmp_path: Path) -> None:
    write(tmp_path / "en", 1, SENTENCES[0][0])
    path = tmp_path / "en" / "001.en.json"
    path.write_text(path.read_text("utf-8").replace('"start": 0', '"start": 1'), "utf-8")
    with pytest.raises(SourceUnreadable, match="001"):
        train(tmp_path, tmp_path / "out", Matcher(Register({})), languages=("en",))


def test_a_broken_archive_says_so(tmp_path: Path) -> None:
    (tmp_path / "en.zip").write_bytes(b"not a zip")
    with pytest.raises(FormatFault, match="sijill train"):
        load_tagger("en", tmp_path)
    assert load_tagger("xx") is None


def test_shape_tells_foreign_names_from_words() -> None:
    names = ["توكاييف", "تاكايتشي", "ناروهيتو", "كاواغوتشي", "هاياشي", "ساديكوف"] * 3
    words = ["الوزارة", "المباحثات", "التعاون", "العلاقات", "استقبل", "وأضاف"] * 3
    shape = Shape.learn(names, words)
    assert shape.likeness("تاكيغوتشي") > shape.likeness("المحادثات")
    assert Shape.from_text(shape.to_text()).weights == shape.weights
    assert Shape({}).likeness("") == Shape({}).likeness("x")
