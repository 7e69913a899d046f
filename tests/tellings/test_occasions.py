from hand import Text, record_of

from sijill.documents.document import Signal


def of_type(record, event_type):
    return next(e for e in record.events if e.type == event_type)


def inferred(event):
    return {(t.field, t.value) for t in event.tellings if t.inferred}


def test_what_follows_the_talks_in_a_paragraph_is_of_their_day():
    text = Text("a", "They held talks on 18 December. Then they signed. Takaichi gave a dinner.")
    text.event("talks", "talks", "takaichi tokayev", date="2025-12-18")
    text.event("statement_joint", "signed", "takaichi tokayev")
    text.event("banquet", "dinner", "takaichi tokayev", meal="dinner")
    record = record_of(text)
    for event_type in ("statement_joint", "banquet"):
        event = of_type(record, event_type)
        assert event.date == "2025-12-18"
        assert ("date", "2025-12-18") in inferred(event)


def test_another_paragraph_or_other_people_have_their_own_day():
    text = Text("a", "They held talks on 18 December.\n\nMirziyoyev and Takaichi gave a dinner.")
    text.event("talks", "talks", "takaichi tokayev", date="2025-12-18")
    text.event("banquet", "dinner", "takaichi mirziyoyev")
    assert of_type(record_of(text), "banquet").date is None


def test_a_told_day_counts_against_one_worked_out():
    one = Text("a", "They held talks on 17 December. Then they signed.", published="2025-12-20")
    one.event("talks", "talks", "takaichi tokayev", date="2025-12-17")
    one.event("statement_joint", "signed", "takaichi tokayev")
    two = Text("b", "They signed on 18 December.", published="2025-12-20")
    two.event("statement_joint", "signed", "takaichi tokayev", date="2025-12-18")
    statement = of_type(record_of(one, two), "statement_joint")
    assert statement.date == "2025-12-18"


def test_the_luncheon_after_an_audience_is_the_monarchs():
    text = Text("a", "The Emperor received Tokayev at the Palace. A luncheon followed.")
    text.event(
        "audience", "received", "naruhito tokayev", date="2025-12-18",
        place="imperial-palace-tokyo",
    )  # fmt: skip
    text.event("banquet", "luncheon", date="2025-12-18", meal="luncheon")
    luncheon = of_type(record_of(text), "banquet")
    assert set(luncheon.participants) == {"naruhito", "tokayev"}
    assert luncheon.place == "imperial-palace-tokyo"
    assert ("participants", "naruhito") in inferred(luncheon)


def test_the_prime_ministers_dinner_is_not_the_monarchs():
    text = Text("a", "The Emperor received Tokayev. The Prime Minister gave a dinner.")
    text.event("audience", "received", "naruhito tokayev", date="2025-12-18")
    text.event("banquet", "dinner", "takaichi tokayev", date="2025-12-18", meal="dinner")
    assert "naruhito" not in of_type(record_of(text), "banquet").participants


def test_a_guard_of_honour_is_a_ceremony():
    text = Text("a", "A guard of honour stood in line, and Takaichi held talks with Tokayev.")
    text.event("talks", "talks", "takaichi tokayev", date="2025-12-18", place="tokyo")
    span = text.at("A guard of honour stood in line")
    text.signals.append(
        Signal("s1", "guard_of_honour", span.start, span.end, "A guard of honour stood in line")
    )
    ceremony = of_type(record_of(text), "ceremony")
    assert set(ceremony.participants) == {"takaichi", "tokayev"}
    assert (ceremony.date, ceremony.place) == ("2025-12-18", "tokyo")
    assert ceremony.signals == ("guard_of_honour",)


def test_a_day_that_another_source_tells_counts_for_what_follows():
    one = Text("a", "Takaichi held talks with Tokayev. Then they signed.", published="2025-12-19")
    one.event("talks", "talks", "takaichi tokayev")
    one.event("statement_joint", "signed", "takaichi tokayev")
    two = Text("b", "On 18 December Takaichi held talks with Tokayev.", published="2025-12-19")
    two.event("talks", "talks", "takaichi tokayev", date="2025-12-18")
    statement = of_type(record_of(one, two), "statement_joint")
    assert statement.date == "2025-12-18"
    assert ("date", "2025-12-18") in inferred(statement)


def test_a_grant_told_with_its_signing_has_the_signers():
    text = Text("a", "Kishida and Tokayev signed an agreement: Japan will give a grant.")
    text.event("signing", "signed", "kishida tokayev", date="2023-08-25", place="astana")
    text.event("loan_grant", "grant", "jp")
    grant = of_type(record_of(text), "loan_grant")
    assert {"kishida", "tokayev"} <= set(grant.participants)
    assert (grant.date, grant.place) == ("2023-08-25", "astana")


def test_two_hosts_of_one_day_are_an_audience_and_talks():
    words = "The Emperor Naruhito and Prime Minister Takaichi received Tokayev on one day."
    text = Text("a", words, published="2025-12-25")
    text.mention("Naruhito", "naruhito").mention("Takaichi", "takaichi")
    text.mention("Tokayev", "tokayev")
    text.event("talks", "received", "takaichi tokayev")
    span = text.at("on one day")
    text.signals.append(
        Signal("s1", "same_day_monarch_and_hog", span.start, span.end, "on one day")
    )
    record = record_of(text)
    assert set(of_type(record, "audience").participants) == {"naruhito", "tokayev"}
    assert len([e for e in record.events if e.type == "talks"]) == 1
    assert [(r.k, r.n, r.word) for r in record.rarities if r.scope == "all"] == [
        (7, 18, "not_rare")
    ]
