"""The reading of trained models gives the labels and probabilities that CRFsuite itself gives."""

import json
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from sijill.citation import Span
from sijill.documents.document import MentionKind, Token
from sijill.documents.sentences import split_sentences
from sijill.errors import FormatFault
from sijill.register.load import load_register
from sijill.register.matcher import Matcher
from sijill.tagging.agreement import hint, hint_channels
from sijill.tagging.channels import Described, PlainChannel, feature_name, spell_out, split_name
from sijill.tagging.crfsuite_model import read_weights
from sijill.tagging.features import channels, describe
from sijill.tagging.fitting import fit
from sijill.tagging.labels import encode
from sijill.tagging.shape import Shape
from sijill.tagging.tagger import Tagger
from sijill.tagging.weighing import MOST_VALUES
from sijill.tagging.weights import KINDS, STAGES, Archive, pack, read_archive

CORPUS = Path(__file__).parents[2] / "corpus"
SHAPE = Shape({"то": 0.5, "ка": -0.7, "تو": 0.9, "to": 1.1})
#: Three texts to learn from, and one that the models have not seen.
TEXTS = 4


def texts(language: str) -> list[tuple[str, Described, dict[MentionKind, list[Span]]]]:
    matcher = Matcher(load_register())
    out = []
    for path in sorted((CORPUS / language).glob("*.txt"))[:TEXTS]:
        text = path.read_text("utf-8")
        spans: dict[MentionKind, list[Span]] = {kind: [] for kind in KINDS}
        for mark in json.loads(path.with_suffix(".json").read_text("utf-8"))["mentions"]:
            spans[MentionKind(mark["kind"])].append(Span(mark["start"], mark["end"]))
        hits = matcher.find(text, language)
        sentences = split_sentences(text, language)
        seen = describe(text, sentences, language, hits, matcher.kind_by_id)
        out.append((text, seen, {kind: sorted(found) for kind, found in spans.items()}))
    return out


def sequences(described: Described, hinted: Described | None, language: str) -> list[list]:
    rows = spell_out(described, channels(language, SHAPE))
    if hinted is not None:
        more = spell_out(hinted, hint_channels(language))
        rows = [[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(rows, more, strict=True)]
    return [pycrfsuite.ItemSequence(row) for row in rows]


@pytest.mark.parametrize("language", ["ar", "en", "ru", "kk", "ja"])
def test_labels_and_probabilities_are_those_of_crfsuite(language: str, tmp_path: Path) -> None:
    corpus = texts(language)
    models: dict[tuple[int, MentionKind], bytes] = {}
    hints: list[Described | None] = [None] * len(corpus)
    for stage in STAGES:
        if stage == 2:
            for index, (text, seen, spans) in enumerate(corpus):
                told = {
                    kind: [label for u in seen.units for label in encode(u, spans[kind])]
                    for kind in KINDS
                }
                labelling = [*zip(*(told[kind] for kind in KINDS), strict=True)]
                hints[index] = hint(text, seen, labelling, language)
        rows = [sequences(seen, h, language) for (_, seen, _), h in zip(corpus, hints, strict=True)]
        for kind in KINDS:
            labels = [[encode(u, spans[kind]) for u in seen.units] for _, seen, spans in corpus]
            models[stage, kind] = fit(rows[:-1], labels[:-1], 12)
    path = tmp_path / f"{language}.zip"
    path.write_bytes(
        pack([[read_weights(models[stage, kind]) for kind in KINDS] for stage in STAGES], SHAPE)
    )
    tagger = Tagger(language, read_archive(path))
    compared = 0
    for (_, seen, _), hinted in zip(corpus, hints, strict=True):
        for stage in STAGES:
            given = hinted if stage == 2 else None
            best, sure = tagger.read(seen, given)
            read = tagger.labelling(STAGES.index(stage), best)
            for number, kind in enumerate(KINDS):
                theirs = pycrfsuite.Tagger()
                theirs.open_inmemory(models[stage, kind])
                begin = 0
                for row in sequences(seen, given, language):
                    if not len(row):
                        continue
                    expected = theirs.tag(row)
                    mine = [labels[number] for labels in read[begin : begin + len(row)]]
                    assert mine == expected, (stage, kind)
                    for index, label in enumerate(mine):
                        if stage == 2 and label != "O":
                            probability = theirs.marginal(label, index)
                            assert abs(sure[begin + index, number] - probability) < 1e-6
                            compared += 1
                    begin += len(row)
    assert compared > 20


def test_a_long_sentence_is_labelled_in_stretches(tmp_path: Path) -> None:
    text = "Anna Lind met Olav Berg , and then " * 400 + "left ."
    sentences = split_sentences(text, "en")
    assert max(len(s.tokens) for s in sentences) > 2000
    tagged = a_tagger(tmp_path).tag(text, sentences, (), {})
    assert sum(text[t.start : t.end] in ("Anna Lind", "Olav Berg") for t in tagged) == 800


def test_a_sentence_of_more_words_than_are_kept_is_labelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sijill.tagging.weighing.MOST_CELLS", 0)
    text = "Anna Lind met " + " ".join(f"word{n}" for n in range(2 * MOST_VALUES + 100)) + " ."
    sentences = split_sentences(text, "en")
    assert len(sentences) == 1
    tagged = a_tagger(tmp_path).tag(text, sentences, (), {})
    assert text[tagged[0].start : tagged[0].end] == "Anna Lind"


def a_tagger(folder: Path) -> Tagger:
    text = "Anna Lind met Olav Berg ."
    seen = describe(text, split_sentences(text, "en"), "en", (), {})
    labels = {kind: ["O"] * 6 for kind in KINDS}
    labels[MentionKind.PERSON] = ["B0", "L0", "O", "B0", "L0", "O"]
    models = []
    for stage in STAGES:
        labelling = [*zip(*(labels[kind] for kind in KINDS), strict=True)]
        given = hint(text, seen, labelling, "en") if stage == 2 else None
        rows = [sequences(seen, given, "en")] * 3
        models.append([read_weights(fit(rows, [[labels[kind]]] * 3, 20)) for kind in KINDS])
    path = folder / "en.zip"
    path.write_bytes(pack(models, SHAPE))
    return Tagger("en", read_archive(path))


def test_what_a_word_weighs_is_forgotten_without_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tagger = a_tagger(tmp_path)
    text = "Anna Lind met Olav Berg ."
    sentences = split_sentences(text, "en")
    before = tagger.tag(text, sentences, (), {})
    monkeypatch.setattr("sijill.tagging.weighing.MOST_CELLS", 0)
    monkeypatch.setattr("sijill.tagging.weighing.MOST_VALUES", 12)
    forgetful = Tagger("en", read_archive(tmp_path / "en.zip"))
    for number in range(9):
        other = f"Olav Berg{number} met Anna Lind{number} ."
        known = tagger.tag(other, split_sentences(other, "en"), (), {})
        assert forgetful.tag(other, split_sentences(other, "en"), (), {}) == known
        assert forgetful.tag(text, sentences, (), {}) == before


def test_a_feature_keeps_its_step() -> None:
    for step, name in ((0, "w=a:b"), (-2, "w=-1:x"), (4, "f=")):
        assert split_name(feature_name(step, name)) == (step, name)


def test_a_plain_channel_names_what_stands_in_a_row() -> None:
    pairs = PlainChannel((-1, 0), "w|w=", length=2, joint="|")
    assert pairs.names([None, "a", "b", None]) == [None, "w|w=a|b", None, None]
    assert PlainChannel((0,), "g=", length=3).names("ab") == [None, None]
    assert PlainChannel((0,), "f=").names(["", None]) == ["f=", None]
    units = (Token(0, 1, "a", "a"), Token(2, 3, "b", "b"))
    words = Described([units], [1, 2], ([None, "a", "b", None],))
    assert spell_out(words, [pairs]) == [[["w|w=a|b"], ["-1:w|w=a|b"]]]


def test_an_archive_of_another_shape_is_refused(tmp_path: Path) -> None:
    a_tagger(tmp_path)
    whole = (tmp_path / "en.zip").read_bytes()
    (tmp_path / "en.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FormatFault, match="sijill train"):
        read_archive(tmp_path / "en.zip")


def test_nothing_learnt_weighs_nothing(tmp_path: Path) -> None:
    nothing = Archive(
        labels=((("O",),) * len(KINDS),) * 2,
        moves=((np.zeros((1, 1)),) * len(KINDS),) * 2,
        names="",
        starts=np.zeros(1, dtype=np.int64),
        codes=np.zeros(0, dtype=np.uint16),
        weights=np.zeros(0, dtype=np.float32),
        shape=Shape({}),
    )
    text = "Anna left."
    assert Tagger("en", nothing).tag(text, split_sentences(text, "en"), (), {}) == ()
