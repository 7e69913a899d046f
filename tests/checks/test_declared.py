import pytest
from hand import Text, record_of

from sijill.record.own_tables import read_own_tables

HEAD = "host,guest,country,role,from,source\n"
ROW = "JP,Kassym-Jomart Tokayev,KZ,head_of_state,2025-12-17,https://one.test/kz\n"
COMPLETE = "# complete: A. Body\n# window: 1991-12-16/2025\n"


OWN = "his first visit to Japan as president"
ALL = "the first head of state to visit Japan"


def first(words=OWN):
    text = Text("a", f"Tokayev came to Japan on 17 December 2025, {words}.", published="2025-12-18")
    text.event("visit", "came", "tokayev", date="2025-12-17", place="jp")
    text.mention("Tokayev", "tokayev").mention("Japan", "jp", "place")
    if "Kazakhstan" in words:
        text.mention("Kazakhstan", "kz", "place")
    return text.claim("first", words)


def judged(tmp_path, table, text=None):
    (tmp_path / "t.csv").write_text(table, "utf-8")
    record = record_of(text or first(), own_tables=read_own_tables(tmp_path))
    [claim] = record.claims
    return claim.verdict


@pytest.fixture(autouse=True)
def _no_other_visits(monkeypatch):
    # The package knows visits of 1994, 1999, 2008 and 2016, which speak against the claim.
    monkeypatch.setattr("sijill.checks.build.visits", lambda: ())
    monkeypatch.setattr("sijill.checks.precedents.milestones", lambda: ())


def test_a_table_declared_complete_supports_the_first(tmp_path):
    verdict = judged(tmp_path, COMPLETE + HEAD + ROW)
    assert verdict.verdict == "supported"
    assert "A. Body" in verdict.why["en"]
    assert "no earlier case" in verdict.why["en"]
    assert "A. Body" in verdict.why["ar"]
    assert verdict.references == ("https://one.test/kz", f"{tmp_path.name}/t.csv:4")


def test_a_claim_that_names_the_state_needs_a_table_of_that_state_only(tmp_path):
    words = "the first president of Kazakhstan to visit Japan"
    verdict = judged(tmp_path, COMPLETE + HEAD + ROW, first(words))
    assert verdict.verdict == "supported"
    earlier = "JP,Nursultan Nazarbayev,KZ,head_of_state,2008-06-18,https://one.test/earlier\n"
    verdict = judged(tmp_path, COMPLETE + HEAD + ROW + earlier, first(words))
    assert verdict.verdict == "contradicted"


def test_what_is_claimed_of_all_states_needs_a_table_of_all(tmp_path):
    assert judged(tmp_path, COMPLETE + HEAD + ROW, first(ALL)).verdict == "not_enough"
    table = "# complete: A. Body\n# window: ../2025\n# guests: all\n" + HEAD + ROW
    assert judged(tmp_path, table, first(ALL)).verdict == "supported"
    earlier = "JP,Ola Berg,NO,head_of_state,1974,https://one.test/no\n"
    assert judged(tmp_path, table + earlier, first(ALL)).verdict != "supported"


def test_one_that_nobody_declares_complete_supports_nothing(tmp_path):
    assert judged(tmp_path, HEAD + ROW).verdict == "not_enough"


def test_an_earlier_row_of_the_users_table_counts(tmp_path):
    earlier = "JP,Nursultan Nazarbayev,KZ,head_of_state,2008-06-18,https://one.test/earlier\n"
    verdict = judged(tmp_path, HEAD + earlier + ROW, first(ALL))
    # Read of his state it is contradicted, read of himself it is not.
    assert verdict.verdict == "depends"
    assert "https://one.test/earlier" in verdict.references


@pytest.mark.parametrize(
    "table",
    [
        # It begins after independence: who came before it tells nobody.
        COMPLETE.replace("1991-12-16", "2000") + HEAD + ROW,
        # It ends before the visit.
        COMPLETE.replace("2025", "2024") + HEAD + ROW.replace("2025-12-17", "2024-12-17"),
        # It has not the visit itself.
        COMPLETE + HEAD + ROW.replace("2025-12-17", "2025-01-17"),
        # It is of another host.
        COMPLETE + HEAD + ROW.replace("JP", "KR"),
        # It is of other guests.
        COMPLETE + HEAD + ROW.replace("KZ", "UZ"),
        # It is of others than heads of state.
        COMPLETE + HEAD + ROW.replace("head_of_state", "foreign_minister"),
    ],
)
def test_a_table_that_is_complete_for_something_else_supports_nothing(tmp_path, table):
    verdict = judged(tmp_path, table)
    assert verdict is None or verdict.verdict != "supported"


def test_a_rate_over_a_complete_table_names_who_declares_it(tmp_path):
    head = HEAD.replace("source", "monarch_date,hog_date,source")
    rows = "".join(
        f"JP,Guest {n},NO,head_of_state,20{n}-03-01,20{n}-03-02,20{n}-03-02,p. {n}\n"
        for n in range(10, 14)
    )
    text = Text("a", "The Emperor received Tokayev, who met Takaichi.", published="2025-12-18")
    text.event("audience", "received", "tokayev naruhito", date="2025-12-18", place="tokyo")
    text.event("talks", "met", "tokayev takaichi", date="2025-12-18", place="tokyo")
    (tmp_path / "t.csv").write_text(
        "# complete: A. Body\n# window: 2010/2025\n# guests: all\n" + head + rows, "utf-8"
    )
    record = record_of(text, own_tables=read_own_tables(tmp_path))
    [note] = [n for n in record.rarities if n.scope == "all"]
    assert (note.k, note.n, note.complete, note.declared_by) == (4, 4, True, "A. Body")
    assert note.window == "2010-01-01/2025-12-18"  # as of the day of the audience
    assert "declared complete by A. Body" in note.text["en"]
    assert f"{tmp_path.name}/t.csv:5" in note.references
