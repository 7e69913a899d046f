"""What a person decides is checked before it stands in the ledger; five languages."""

import pytest
from hand import Text, record_of

from sijill.citation import holds
from sijill.errors import LedgerBroken, UsageError
from sijill.identity.judgement import Verdict, judge
from sijill.ledger import replay
from sijill.record.deciding import decide
from sijill.record.decisions import Decision, decisions_from
from sijill.rights import MediaRights, rights_from
from sijill.sources.holdings import add_files, list_sources, read_text
from sijill.standing import Withdrawal, standing
from sijill.workspace import Settings, create_workspace

WORDS = {
    "ar": "ألقى توكاييف محاضرة في طوكيو. وقال إن الثقة يجب أن تعود. وهذه أول محاضرة من نوعها.",
    "en": "Tokayev gave a lecture in Tokyo. He said that trust must return. It was the first one.",
    "ru": "Токаев прочёл лекцию в Токио. Он сказал, что доверие должно вернуться. Первая лекция.",
    "kk": "Тоқаев Токиода дәріс оқыды. Ол сенім қайта оралуы керек деді. Бұл алғашқы дәріс.",
    "ja": "トカエフ大統領は東京で講演した。信頼は戻らなければならないと述べた。初めての講演だった。",
}
MARKS = {
    "ar": ("محاضرة", "الثقة يجب أن تعود", "أول محاضرة"),
    "en": ("lecture", "trust must return", "the first one"),
    "ru": ("лекцию", "доверие должно вернуться", "Первая лекция"),
    "kk": ("дәріс", "сенім қайта оралуы керек", "алғашқы дәріс"),
    "ja": ("講演", "信頼は戻らなければならない", "初めての講演"),
}


class Project:
    """A project of one source, with the record that a reading by hand gives."""

    def __init__(self, folder, language="ar"):
        self.workspace = create_workspace(folder / "p", Settings("T", ("KZ", "JP")))
        path = folder / f"a.{language}.txt"
        path.write_text(WORDS[language] + "\n", "utf-8")
        list(add_files(self.workspace, [path], at="2025-12-20T00:00:00Z", who="Aru"))
        (self.source,) = list_sources(self.workspace)
        self.text = Text(
            self.source.id, read_text(self.workspace, self.source), language, "2025-12-20"
        )
        event, said, claimed = MARKS[language]
        self.text.event("lecture", event, "tokayev", date="2025-12-19", place="tokyo")
        self.text.quotation(said, "tokayev")
        self.text.claim("first", claimed)
        self.before = record_of(self.text)

    def decide(self, decision, **more):
        given = {"who": "Mariam", "at": "2026-01-01T10:00:00Z", "why": "مصدر آخر", **more}
        return decide(self.workspace, self.before, decision, **given)

    def record(self):
        lines = standing(replay(self.workspace.ledger))
        return record_of(self.text, decisions=decisions_from(lines))

    @property
    def event(self):
        return self.before.events[0]

    @property
    def statement(self):
        return self.before.statements[0]

    @property
    def claim(self):
        return self.before.claims[0]


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.mark.parametrize("language", WORDS)
def test_a_decision_is_a_line_with_who_when_and_why(tmp_path, language):
    project = Project(tmp_path, language)
    entry = project.decide(Decision("correct", project.event.id, {"date": "2025-12-18"}))
    assert replay(project.workspace.ledger)[-1] == entry
    assert (entry.who, entry.at, entry.why) == ("Mariam", "2026-01-01T10:00:00Z", "مصدر آخر")
    (anchor,) = entry.fields["anchors"].values()
    assert anchor["marks"][0]["exact"] == MARKS[language][0]
    (event,) = project.record().events
    assert event.date == "2025-12-18"
    assert event.decisions[0].why == "مصدر آخر"


@pytest.mark.parametrize("language", WORDS)
def test_a_statement_is_added_by_its_exact_words(tmp_path, language):
    project = Project(tmp_path, language)
    words = MARKS[language][1][2:]
    fields = {"kind": "statement", "source": project.source.name, "words": words}
    entry = project.decide(Decision("add", "", {**fields, "speaker": "tokayev"}))
    added = next(s for s in project.record().statements if s.id == entry.fields["item"])
    assert (added.text, added.language, added.speaker) == (words, language, "tokayev")
    assert holds(added.citations[0], project.text.text)


def test_an_entity_may_be_named_in_any_script(project):
    project.decide(Decision("correct", project.event.id, {"place": "أستانا"}))
    project.decide(Decision("correct", project.event.id, {"participants": "Naruhito؛ tokayev"}))
    (event,) = project.record().events
    assert (event.place, event.participants) == ("astana", ("naruhito", "tokayev"))


def test_a_confirmation_keeps_the_values_as_they_are(project):
    entry = project.decide(Decision("confirm", project.event.id))
    values = entry.fields["values"]["values"]
    assert values["date"] == "2025-12-19"
    assert values["participants"] == ["tokayev"]
    assert "minutes" not in values  # nothing told: a later source may tell it
    note = project.record().events[0].decisions[0]
    assert (note.action, note.who) == ("confirm", "Mariam")


def test_a_translation_and_a_verdict_are_kept(project):
    project.decide(Decision("translate", project.statement.id, {"en": "trust must return"}))
    judged = {
        "verdict": "contradicted",
        "why": {"ar": "سبقتها محاضرة", "en": "Another came before."},
    }
    project.decide(Decision("judge", project.claim.id, judged))
    record = project.record()
    assert record.statements[0].translations == {"en": "trust must return"}
    assert record.claims[0].verdict.verdict == "contradicted"
    assert record.claims[0].verdict.why["ar"] == "سبقتها محاضرة"


def test_a_value_is_taken_away_by_none(project):
    project.decide(Decision("correct", project.event.id, {"place": None, "date": ""}))
    (event,) = project.record().events
    assert (event.place, event.date) == (None, None)


def test_a_withdrawn_decision_is_as_if_it_had_never_been_taken(project):
    entry = project.decide(Decision("reject", project.event.id))
    assert project.record().events == ()
    project.decide(Withdrawal(entry.number))
    assert project.record() == project.before


WRONG = {
    "no such item": ("confirm", "lecture-2025-12-19-00000000", {}),
    "no such field": ("correct", None, {"dat": "2025"}),
    "words of a source": ("correct", "statement", {"text": "other"}),
    "no date": ("correct", None, {"date": "the nineteenth"}),
    "no such day": ("correct", None, {"date": "2025-02-30"}),
    "no such status": ("correct", None, {"status": "perhaps"}),
    "no such type": ("correct", None, {"type": "lectur"}),
    "a needed value": ("correct", None, {"type": None}),
    "no such entity": ("correct", None, {"participants": ["tokayev", "nobody"]}),
    "a person is no place": ("correct", None, {"place": "Naruhito"}),
    "no number": ("correct", None, {"minutes": "some"}),
    "no hour": ("correct", None, {"begins": "25:00"}),
    "no such event": ("correct", None, {"part_of": "visit-none"}),
    "part of itself": ("correct", None, {"part_of": "SELF"}),
    "nothing to correct": ("correct", None, {}),
    "not for events": ("translate", None, {"en": "words"}),
    "not for claims": ("translate", "claim", {"en": "words"}),
    "no such language": ("translate", "statement", {"xx": "words"}),
    "no words": ("translate", "statement", {"en": "  "}),
    "no such verdict": ("judge", "claim", {"verdict": "true"}),
    "a reason in no language": ("judge", "claim", {"verdict": "opinion", "why": "so"}),
    "no other event": ("merge", None, {"with": []}),
    "with itself": ("merge", None, {"with": ["SELF"]}),
    "with a claim": ("merge", None, {"with": ["CLAIM"]}),
    "with a person": ("merge", None, {"with": ["tokayev"]}),
    "all its words": ("split", None, {"citations": [1]}),
    "no such citation": ("split", None, {"citations": [9]}),
    "no such source": ("split", None, {"sources": ["b"]}),
    "too much said": ("reject", None, {"because": "so"}),
    "no such action": ("improve", None, {}),
    "no words to add": ("add", "", {"source": "a", "type": "lecture"}),
    "words not in the source": ("add", "", {"source": "a", "type": "visit", "words": "زيارة"}),
    "words across the end": ("add", "", {"source": "a", "type": "visit", "words": "من نوعها. ثم"}),
    "words that stand twice": ("add", "", {"source": "a", "type": "visit", "words": "محاضرة"}),
    "no such source to add from": ("add", "", {"source": "z", "type": "visit", "words": "محاضرة"}),
    "an event of no type": ("add", "", {"source": "a", "words": "ألقى توكاييف"}),
    "a kind that can't be added": ("add", "", {"kind": "claim", "source": "a", "words": "ألقى"}),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_decided_is_told_and_not_kept(project, case):
    action, about, values = WRONG[case]
    named = {None: project.event, "statement": project.statement, "claim": project.claim}
    item = named[about].id if about in named else about
    swap = {"SELF": item, "CLAIM": project.claim.id}
    values = {
        k: [swap.get(v, v) for v in value]
        if isinstance(value, list)
        else swap.get(str(value), value)
        for k, value in values.items()
    }
    before = project.workspace.ledger.read_bytes()
    with pytest.raises(UsageError) as caught:
        project.decide(Decision(action, item, values))
    assert caught.value.what
    assert project.workspace.ledger.read_bytes() == before


def test_the_nearest_is_named(project):
    with pytest.raises(UsageError, match="Perhaps minutes"):
        project.decide(Decision("correct", project.event.id, {"minuts": 3}))
    with pytest.raises(UsageError, match="Perhaps: lecture"):
        project.decide(Decision("correct", project.event.id, {"type": "lectur"}))
    with pytest.raises(UsageError, match="Perhaps: tokayev"):
        project.decide(Decision("correct", "tokajev", {"name.en": "Tokayev"}))
    twice = Decision("add", "", {"source": "a", "type": "lecture", "words": "محاضرة"})
    with pytest.raises(UsageError, match="start="):
        project.decide(twice)


def test_words_that_stand_twice_are_told_apart_by_where_they_start(project):
    start = project.text.text.rindex("محاضرة")
    fields = {"source": "a", "type": "lecture", "words": "محاضرة", "start": start}
    entry = project.decide(Decision("add", "", fields))
    (anchor,) = entry.fields["anchors"].values()
    assert anchor["citations"][0]["start"] == start


def test_where_words_start_that_stand_elsewhere_is_told(project):
    fields = {"source": "a", "type": "lecture", "words": "محاضرة", "start": 1}
    places = [at for at in range(99) if project.text.text.startswith("محاضرة", at)]
    with pytest.raises(UsageError, match="do not start at 1") as caught:
        project.decide(Decision("add", "", fields))
    assert caught.value.remedy == f"They start at: {places[0]}, {places[1]}."


def test_nobody_decides(project):
    with pytest.raises(UsageError, match="nobody is named"):
        project.decide(Decision("confirm", project.event.id), who=" ")


def test_nothing_is_decided_over_a_broken_ledger(project):
    ledger = project.workspace.ledger
    ledger.write_bytes(ledger.read_bytes().replace(b"Aru", b"Ari"))
    with pytest.raises(LedgerBroken):
        project.decide(Decision("confirm", project.event.id))


def test_who_is_who_needs_somebody_the_record_or_the_register_knows(project):
    entry = project.decide(judge("tokayev", "kassym-jomart-tokayev", Verdict.POSITIVE, "", by=""))
    assert entry.what == "judgement"
    with pytest.raises(UsageError, match="“nobody” is nobody"):
        project.decide(judge("tokayev", "nobody", Verdict.NEGATIVE, "", by=""))
    with pytest.raises(UsageError, match="no words are known"):
        project.decide(judge("tokayev", "zzz#e1", Verdict.NEGATIVE, "", by=""))


def test_rights_of_a_still_go_with_its_bytes(project):
    media = project.workspace.root / "media"
    (media / "palace.jpg").write_bytes(b"picture")
    terms = MediaRights("palace.jpg", True, "by letter of 2026-01-05", "Imperial Archive")
    entry = project.decide(terms)
    (media / "palace.jpg").rename(media / "hall.jpg")
    (held,) = rights_from(standing(replay(project.workspace.ledger))).values()
    assert (held.allowed, held.holder, held.line) == (True, "Imperial Archive", entry.number)
    project.decide(MediaRights("hall.jpg", False))
    (held,) = rights_from(standing(replay(project.workspace.ledger))).values()
    assert not held.allowed


@pytest.mark.parametrize(
    "rights",
    [
        MediaRights("none.jpg", False),
        MediaRights("../sijill.toml", False),
        MediaRights("palace.jpg", True),
        MediaRights("palace.jpg", True, "CC BY 4.0"),
        MediaRights("palace.jpg", True, "CC BY 4.0", "Aru", until="some day"),
    ],
)
def test_rights_that_say_too_little_are_refused(project, rights):
    (project.workspace.root / "media" / "palace.jpg").write_bytes(b"picture")
    with pytest.raises(UsageError):
        project.decide(rights)


def test_an_item_may_be_named_by_the_beginning_of_its_id(project):
    entry = project.decide(Decision("confirm", project.event.id[:-4]))
    assert entry.fields["item"] == project.event.id
