"""A model of reported speech learns from marked texts and arbitrates between rules."""

import json
from pathlib import Path

import pytest
from marked import read_marked
from test_quotations import quotations

from sijill.citation import Span
from sijill.documents.document import QuotationKind
from sijill.documents.passage import Passage
from sijill.errors import FormatFault, SourceUnreadable
from sijill.reading.report_training import learn, make_lesson, train_reports
from sijill.register.entries import Register
from sijill.speech import arbitration
from sijill.speech.arbitration import Found, arbitrate, proposals
from sijill.speech.cues import find_speech_marks
from sijill.speech.quotations import find_said
from sijill.speech.quoted_speech import judge_quoted
from sijill.speech.report_features import describe_reports
from sijill.speech.report_model import ReportModel, Weighed, load_reports
from sijill.tagging.weights import pack, read_archive

# A word of saying that no table knows, and an aside that the rules take into the content.
TEXTS = [
    ("Anna zorked that the bridge was closed, for the moment.", "the bridge was closed"),
    ("Olav zorked that the road was open, for the moment.", "the road was open"),
    ("Marit zorked that the school was old, for the moment.", "the school was old"),
    ("Eero saw the bridge in May, for the moment.", ""),
]


def lesson(text: str, said: str):
    at = text.find(said)
    return make_lesson(*read_marked(text, "en"), [Span(at, at + len(said))] if said else [])


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> ReportModel:
    path = tmp_path_factory.mktemp("model") / "en.reports.zip"
    path.write_bytes(pack([[learn([lesson(*text) for text in TEXTS * 6])]]))
    return ReportModel("en", read_archive(path))


def look(text: str):
    passage = Passage(*read_marked(text, "en"))
    marks = find_speech_marks(passage)
    judged = judge_quoted(passage, marks)
    return passage, marks, judged, find_said(passage, marks, judged)


def test_the_model_finds_what_it_has_learnt_and_weighs_what_is_proposed(model: ReportModel) -> None:
    text = "Bo zorked that the harbour was closed, for the moment."
    passage, marks, judged, found = look(text)
    described = describe_reports(passage, marks, judged, proposals(found))
    right = Span(text.index("the harbour"), text.index(","))
    wrong = Span(0, 9)
    stretches, probable = model.weigh(described, [right, wrong])
    assert [s.span for s in stretches] == [right]
    assert probable[0] > 0.5 > probable[1]


def test_what_only_the_model_finds_is_told(
    model: ReportModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arbitration, "load_reports", lambda language: model)
    text = "Bo zorked that the harbour was closed, for the moment."
    assert quotations(text, "en") == [("indirect", "the harbour was closed", None)]
    # What the rules find stands where the model has no better.
    assert quotations("Bo said that the harbour was closed.", "en") != []


def test_the_model_does_not_reach_into_direct_speech(
    model: ReportModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arbitration, "load_reports", lambda language: model)
    text = 'Bo said: "She zorked that the harbour was closed, for the moment."'
    assert [q[0] for q in quotations(text, "en")] == ["direct"]


def test_without_a_model_the_rules_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arbitration, "load_reports", lambda language: None)
    passage, marks, judged, found = look("Bo said that the harbour was closed.")
    assert arbitrate(passage, marks, judged, found) == found
    assert isinstance(found[0], Found)
    assert found[0].kind is QuotationKind.INDIRECT


def write(folder: Path, name: str, text: str, said: str) -> None:
    at = text.find(said)
    mark = {"id": "q1", "kind": "indirect", "start": at, "end": at + len(said), "text": said}
    gold = {"format": "sijill.gold/1", "id": name, "quotations": [mark] if said else []}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.en.txt").write_text(text, "utf-8")
    (folder / f"{name}.en.json").write_text(json.dumps(gold), "utf-8")


def test_training_is_repeatable_and_the_model_is_read_again(tmp_path: Path) -> None:
    for number, text in enumerate(TEXTS):
        write(tmp_path / "corpus" / "en", f"{number:03}", *text)
    for out in ("a", "b"):
        counts = train_reports(
            tmp_path / "corpus", tmp_path / out, Register({}), languages=("en", "ru")
        )
        assert counts == {"en": 4}
    first = (tmp_path / "a" / "en.reports.zip").read_bytes()
    assert first == (tmp_path / "b" / "en.reports.zip").read_bytes()
    assert load_reports("en", tmp_path / "a") is not None
    assert load_reports("ru", tmp_path / "a") is None


def test_what_is_no_model_or_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "kk.reports.zip").write_bytes(b"nothing")
    with pytest.raises(FormatFault, match=r"kk\.reports\.zip"):
        load_reports("kk", tmp_path)
    write(tmp_path / "corpus" / "en", "001", *TEXTS[0])
    (tmp_path / "corpus" / "en" / "001.en.txt").unlink()
    with pytest.raises(SourceUnreadable):
        train_reports(tmp_path / "corpus", tmp_path / "out", Register({}), languages=("en",))


class Weigher:
    """A model that gives every proposal one probability, and finds what it is told to."""

    def __init__(self, probability: float, *found: Span) -> None:
        self._probability = probability
        self._found = [Weighed(span, 0.9) for span in found]

    def weigh(self, described: object, spans: list[Span]) -> tuple[list[Weighed], list[float]]:
        return self._found, [self._probability] * len(spans)


def test_a_conjunction_stands_where_a_bare_noun_needs_the_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(arbitration, "load_reports", lambda language: Weigher(0.01))
    clause = "⟦person#e1:Bo⟧ said that the harbour was closed."
    assert quotations(clause, "en") == [("indirect", "the harbour was closed", "e1")]
    noun = "⟦person#e1:Bo⟧ welcomed the guests from the harbour."
    assert quotations(noun, "en") == []
    monkeypatch.setattr(arbitration, "load_reports", lambda language: Weigher(0.4))
    assert quotations(noun, "en") == [("indirect", "the guests from the harbour", "e1")]


def test_a_report_of_two_joined_clauses_is_one_though_the_model_parts_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "قال الوزير إن الطريق مغلق، وإن الجسر مفتوح."
    first, second = text.index("الطريق"), text.index("الجسر")
    halves = Span(first, text.index("،")), Span(second, text.index("."))
    monkeypatch.setattr(arbitration, "load_reports", lambda language: Weigher(0.8, *halves))
    assert [q[1] for q in quotations(text, "ar")] == [text[first : text.index(".")]]
    monkeypatch.setattr(arbitration, "load_reports", lambda language: Weigher(0.1, *halves))
    assert [q[1] for q in quotations(text, "ar")] == ["الطريق مغلق", "الجسر مفتوح"]


def test_the_model_reaches_over_no_semicolon_to_another_deed_of_saying(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Bo zorked that the road is open; Ann promised that it stays so."
    whole = Span(text.index("the road"), text.index("."))
    monkeypatch.setattr(arbitration, "load_reports", lambda language: Weigher(0.9, whole))
    assert [q[1] for q in quotations(text, "en")] == ["the road is open", "it stays so"]
