"""Names and posts of people as a person decided them: they hold, they last, they are shown."""

from dataclasses import replace

import pytest
from hand import WORLD, Known, Text, record_of

from sijill.citation import Span, cite
from sijill.dates import parse_edtf
from sijill.errors import UsageError
from sijill.identity.entities import Alias
from sijill.ledger import Entry, replay
from sijill.record.correctable import Known as KnownIds
from sijill.record.deciding import decide
from sijill.record.decisions import ENTITY, Anchor, Decision, decisions_from
from sijill.record.entity_decisions import anchor_of_entity, checked_entity, decided_entities
from sijill.record.posts_on_day import posts_on
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.script.narration.people import post_at
from sijill.sources.holdings import add_files, list_sources, read_text
from sijill.tellings.parties import Parties
from sijill.workspace import Settings, create_workspace

IDS = {e.id: e for e in WORLD}
KNOWN = KnownIds(IDS, ())
WORDS = "Kishida met Tokayev in Tokyo. Mr Kishida smiled."


def about(item, number=1, anchor=None, **values):
    values = {name.replace("__", "."): value for name, value in values.items()}
    values = {name.rstrip("_"): value for name, value in values.items()}
    anchors = {item: anchor} if anchor else {}
    return Decision("correct", item, values, ENTITY, anchors, number=number, who="Aru", at="2026")


def decided(entities, *decisions):
    refused = []
    found = decided_entities(entities, decisions, lambda d, fault: refused.append(fault.what))
    return {e.id: e for e in found}, refused


def named(entity, text, start=0):
    """Give an entity a spelling that stands in a source's words."""
    at = WORDS.index(text, start)
    words = cite("a", WORDS, Span(at, at + len(text)))
    return replace(entity, aliases=(*entity.aliases, Alias(text, "en", (words,))))


def test_a_name_is_that_of_one_language_and_no_longer_spelled_by_sound():
    kishida = replace(
        IDS["kishida"], names={"en": "Fumio Kisida", "ar": "ف"}, transliterated=("ar",)
    )
    found, refused = decided([kishida], about("kishida", name__ar="فوميو كيشيدا"))
    assert found["kishida"].names == {"en": "Fumio Kisida", "ar": "فوميو كيشيدا"}
    assert found["kishida"].transliterated == ()
    [note] = found["kishida"].decisions
    assert (note.line, note.action, note.who, note.fields) == (1, "correct", "Aru", ("name.ar",))
    assert refused == []


def test_of_two_decisions_on_one_name_the_later_counts():
    found, _ = decided(
        [IDS["kishida"]], about("kishida", 1, name__en="A"), about("kishida", 2, name__en="B")
    )
    assert found["kishida"].names["en"] == "B"
    assert [n.line for n in found["kishida"].decisions] == [1, 2]


def test_somebody_is_of_the_state_that_a_person_says():
    kishida = replace(IDS["kishida"], country="KZ")
    found, refused = decided([kishida], about("kishida", country="jp"))
    assert (found["kishida"].country, refused) == ("JP", [])
    assert found["kishida"].decisions[0].fields == ("country",)


@pytest.mark.parametrize("nothing", ["", None])
def test_somebody_is_of_no_state_where_a_person_takes_it_away(nothing):
    kept = checked_entity(IDS["kishida"], {"country": nothing}, KNOWN)
    assert kept == {"country": None}
    found, refused = decided([replace(IDS["kishida"], country="KZ")], about("kishida", **kept))
    assert (found["kishida"].country, refused) == (None, [])


@pytest.mark.parametrize(("item", "value"), [("kishida", "Japan"), ("tokyo", "KZ")])
def test_a_state_that_is_none_and_the_state_of_a_place_are_refused(item, value):
    with pytest.raises(UsageError):
        checked_entity(IDS[item], {"country": value}, KNOWN)


def test_a_post_from_and_to_stands_for_all_that_is_told_of_it():
    found, _ = decided(
        WORLD, about("kishida", post="head_of_government", from_="2021-10-04", to="2024-10-01")
    )
    [post] = found["kishida"].posts
    assert (post.body, post.time, post.line) == ("JP", "2021-10-04/2024-10-01", 1)
    parties = Parties(found.values(), load_register())
    assert parties.held_role("kishida", "head_of_government", "2022-01-01")
    assert not parties.held_role("kishida", "head_of_government", "2021-10-03")
    assert not parties.held_role("kishida", "head_of_government", "2024-10-02")


def test_a_decided_time_stands_over_the_registers():
    register = load_register()
    kishida = replace(IDS["kishida"], register_id="fumio-kishida", posts=())
    decision = about("kishida", post="head_of_government", from_="2021-11-10", to="2023-05")
    found, _ = decided([kishida], decision)
    for people, held in (([kishida], True), (list(found.values()), False)):
        parties = Parties(people, register)
        assert parties.held_role("kishida", "head_of_government", "2024-06-01") is held
    later = post_at(found["kishida"], "2024-06-01", register=register, now="2025")
    assert later is None or later.post != "head_of_government"
    within = post_at(found["kishida"], "2022-06-01", register=register, now="2025-12")
    assert within.post == "head_of_government"
    assert within.past
    record = replace(record_of(Text("a", WORDS)), entities=tuple(found.values()))
    on_day = posts_on(record, register, parse_edtf("2022-06-01"))
    assert [(h.person, h.certainty, h.time) for h in on_day.holders if h.person == "kishida"] == [
        ("kishida", "sure", "2021-11-10/2023-05")
    ]
    after = posts_on(record, register, parse_edtf("2024-06-01"))
    assert not [h for h in after.holders if h.person == "kishida"]


def test_an_open_end_goes_on():
    found, _ = decided(WORLD, about("endo", post="minister", from_="2024-10-01"))
    parties = Parties(found.values())
    assert parties.held_role("endo", "minister", "2025-12-18")
    assert not parties.held_role("endo", "minister", "2024-09-30")
    assert parties.held_role("endo", "member_of_parliament", "2025-12-18")


def test_a_post_that_was_never_held_is_taken_away():
    found, refused = decided(WORLD, about("endo", post="member_of_parliament", held="no"))
    assert found["endo"].posts == ()
    assert found["endo"].decisions[0].fields == ("post", "body", "held")
    assert refused == []


def test_it_holds_when_a_further_source_tells_otherwise():
    later = replace(IDS["endo"].posts[0], post="minister", time="2020-05-05")
    told = replace(IDS["endo"], posts=(*IDS["endo"].posts, later))
    found, _ = decided([told], about("endo", post="minister", from_="2024-10-01"))
    assert [p.time for p in found["endo"].posts if p.post == "minister"] == ["2024-10-01/.."]


def test_somebody_with_another_id_is_found_by_the_words_that_named_him():
    kishida = named(IDS["kishida"], "Kishida")
    anchor = anchor_of_entity(kishida)
    renamed = replace(kishida, id="fumio-kisida")
    tokayev = named(IDS["tokayev"], "Tokayev")
    decision = about("kishida", anchor=anchor, name__en="Fumio Kishida!")
    found, refused = decided([tokayev, renamed], decision)
    assert found["fumio-kisida"].names["en"] == "Fumio Kishida!"
    assert found["tokayev"] == tokayev
    assert refused == []


def test_nobody_is_guessed_where_the_words_name_nobody_or_two():
    kishida = named(IDS["kishida"], "Kishida")
    anchor = anchor_of_entity(kishida)
    _, refused = decided([IDS["tokayev"]], about("kishida", anchor=anchor, name__en="X"))
    assert "nobody is “kishida”" in refused[0]
    twins = [replace(kishida, id="one"), replace(kishida, id="two")]
    found, refused = decided(twins, about("kishida", anchor=anchor, name__en="X"))
    assert "name several today: one, two" in refused[0]
    assert list(found.values()) == twins


@pytest.mark.parametrize(
    ("item", "values", "words"),
    [
        ("kishida", {"name.en": " "}, "can't be taken away"),
        ("kishida", {"name.xx": "K"}, "“xx” is no language of the record"),
        ("kishida", {"colour": "red"}, "can't be set on a person"),
        ("kishida", {}, "no value is given"),
        ("kishida", {"from": "2020"}, "which post?"),
        ("kishida", {"post": "kaiser"}, "“kaiser” is no post"),
        ("kishida", {"post": "minister", "from": "2024", "to": "2020"}, "is before"),
        ("kishida", {"post": "minister", "from": "yesterday"}, "yesterday"),
        ("kishida", {"post": "minister", "body": "Nowhere"}, "knows nobody"),
        ("kishida", {"post": "minister", "held": "maybe"}, "yes or no"),
        ("kishida", {"post": "minister", "held": "no", "to": "2020"}, "has no times"),
        ("kishida", {"post": "minister", "held": "no"}, "nothing tells that kishida was minister"),
        ("tokyo", {"post": "minister"}, "a place holds no post"),
    ],
)
def test_what_cannot_be_so_is_refused(item, values, words):
    with pytest.raises(UsageError, match=words):
        checked_entity(IDS[item], values, KNOWN, Register())


def test_a_body_may_be_named_and_is_that_which_is_told_when_left_out():
    told = replace(IDS["endo"].posts[0], post="university_head", body="un-university")
    endo = replace(IDS["endo"], posts=(told,))
    kept = checked_entity(endo, {"post": "university_head", "to": "2024"}, KNOWN)
    assert kept["body"] == "un-university"
    kept = checked_entity(endo, {"post": "expert", "body": "جامعة الأمم المتحدة"}, KNOWN)
    assert kept == {"post": "expert", "body": "un-university", "from": None, "to": None}


def test_a_post_that_the_register_tells_is_not_denied():
    kishida = replace(IDS["kishida"], register_id="fumio-kishida")
    values = {"post": "head_of_government", "held": "no"}
    with pytest.raises(UsageError, match="the register tells this post"):
        checked_entity(kishida, values, KNOWN, load_register())


@pytest.fixture
def project(tmp_path):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("KZ", "JP")))
    path = tmp_path / "a.en.txt"
    path.write_text("Endo gave a lecture in Tokyo.\n", "utf-8")
    list(add_files(workspace, [path], at="2025-12-20T00:00:00Z", who="Aru"))
    (source,) = list_sources(workspace)
    text = Text(source.id, read_text(workspace, source), "en", "2025-12-20")
    text.event("lecture", "lecture", "endo", date="2025-12-19", place="tokyo")
    return workspace, text


def test_a_decision_is_a_line_of_the_ledger_and_is_undone_by_leaving_it_out(project):
    workspace, text = project
    before = record_of(text)
    given = {"who": "Mariam", "at": "2026-01-01T10:00:00Z", "why": "her own page"}
    for values in ({"name.ar": "توشياكي إندو"}, {"post": "minister", "from": "2024"}):
        entry = decide(workspace, before, Decision("correct", "endo", values), **given)
    assert entry.fields["kind"] == ENTITY
    assert entry.fields["values"] == {"post": "minister", "body": "JP", "from": "2024", "to": None}
    lines = decisions_from(replay(workspace.ledger))
    after = record_of(text, decisions=lines)
    endo = next(e for e in after.entities if e.id == "endo")
    assert endo.names["ar"] == "توشياكي إندو"
    assert [n.why for n in endo.decisions] == ["her own page", "her own page"]
    assert after.unapplied == ()
    assert record_of(text, decisions=[]) == before
    with pytest.raises(UsageError, match="can't be decided about a person") as caught:
        decide(workspace, before, Decision("reject", "endo"), **given)
    assert caught.value.remedy == "What can: correct, same, different, unsure."
    with pytest.raises(UsageError, match="can't be decided about an organisation"):
        decide(workspace, before, Decision("reject", "un-university"), **given)


def test_what_is_lost_is_named_with_its_reason(project):
    _, text = project
    lost = about("somebody", 7, anchor=Anchor("person"), name__en="X")
    [note] = record_of(text, decisions=[lost]).unapplied
    assert (note.line, note.action, note.item) == (7, "correct", "somebody")
    assert "nobody is “somebody”" in note.reason


def test_a_line_that_another_program_wrote_wrongly_is_refused_alone(project):
    _, text = project
    fields = {"action": "merge", "item": "endo", "kind": ENTITY, "values": {}}
    entry = Entry(3, "2026", "x", "decision", "", fields, "", "")
    [note] = record_of(text, decisions=decisions_from([entry])).unapplied
    assert "no decision about a thing of the kind “entity”" in note.reason


def test_who_is_corrected_is_not_read_anew():
    entities = tuple(WORLD)
    assert decided_entities(entities, [], lambda d, f: None) == entities
    assert record_of(Text("a", WORDS)).entities == Known({}, WORLD).entities
