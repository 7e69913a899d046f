"""People go in; the posts of each come out as threads, from sources and from the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from sijill.citation import Citation
from sijill.edtf import read_date
from sijill.record.chains import Thread, ThreadLink
from sijill.record.items import Occupancy, RecordEntity
from sijill.record.wording import in_languages
from sijill.register.entries import Term
from sijill.tellings.noted import noted
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

TERM, SEEN = "term", "seen"


def career_threads(
    people: Sequence[RecordEntity],
    parties: Parties,
    languages: Sequence[str],
    workbook: Workbook | None = None,
) -> list[Thread]:
    """Make a thread of everybody of whom two posts or more are known."""
    page = (workbook or Workbook(keeps=False)).page("careers")
    threads = []
    for person in people:
        if len(person.posts) + len(parties.terms(person.id)) > 1:
            given = person, tuple(languages)
            thread: Thread | None = noted(page, person.id, given, parties, partial(_career, *given))
            if thread is not None:
                threads.append(thread)
    return threads


def _career(person: RecordEntity, languages: Sequence[str], parties: Parties) -> Thread | None:
    links = posts_in_time(person, parties)
    if len({(link.post, link.body, link.date) for link in links}) < 2:
        return None
    names = in_languages(languages, lambda language: parties.describe(person.id, language))
    return Thread(f"career-{person.id}", "career", names, (person.id,), links)


def posts_in_time(person: RecordEntity, parties: Parties) -> tuple[ThreadLink, ...]:
    """Give somebody's posts in order of time, those without a time last.

    What sources tell of a post lies in the register's term that it falls in; what no term holds is
    one link for each post, from the first day it is told of to the last. Times that a person
    decided are a term of their own.
    """
    terms = parties.terms(person.id)
    told: dict[tuple[str, str | None, str], list[Occupancy]] = defaultdict(list)
    in_term: dict[Term, list[Citation]] = {term: [] for term in terms}
    decided: list[Occupancy] = []
    for occupancy in person.posts:
        if occupancy.line is not None:
            decided.append(occupancy)
            continue
        term = next((t for t in terms if _is_of(occupancy, t, parties)), None)
        if term is not None:
            in_term[term] += occupancy.citations
        elif occupancy.citations:
            told[occupancy.post, occupancy.body, occupancy.status].append(occupancy)
    links = [
        _in_office(
            term.post,
            term.body,
            _time_of(term),
            cited,
            references=(term.source,) if term.source else (),
        )
        for term, cited in in_term.items()
        if cited or term.source
    ]
    links += [
        _in_office(one.post, one.body, one.time, one.citations, line=one.line) for one in decided
    ]
    links += [_seen_in(*post, group) for post, group in told.items()]
    return tuple(sorted(links, key=_order))


def _time_of(term: Term) -> str | None:
    """Give the time of a term as EDTF; None where neither end is known."""
    return f"{term.since or '..'}/{term.until or '..'}" if term.since or term.until else None


def _in_office(
    post: str,
    body: str | None,
    time: str | None,
    cited: Iterable[Citation],
    *,
    references: tuple[str, ...] = (),
    line: int | None = None,
) -> ThreadLink:
    """Give the link of a term of office, and what tells it besides the words of sources.

    That is the register, at `references`, or a decision, on a `line` of the ledger.
    """
    return ThreadLink(
        time,
        first_of_each(cited),
        stage=TERM,
        post=post,
        body=body,
        status="current",
        references=references,
        line=line,
    )


def _seen_in(post: str, body: str | None, status: str, told: Sequence[Occupancy]) -> ThreadLink:
    """Give the link of a post that no term holds, from the first day it is told of to the last."""
    return ThreadLink(
        seen_in_post([one.time for one in told]),
        first_of_each(citation for one in told for citation in one.citations),
        stage=SEEN,
        post=post,
        body=body,
        status=status,
    )


def _is_of(occupancy: Occupancy, term: Term, parties: Parties) -> bool:
    """Say whether a source tells of a term of the register: the same post, at a day of it.

    A post without a time is of the first term of its kind; that of a house of parliament is one of
    its state.
    """
    body = occupancy.body
    if occupancy.post != term.post or not (
        body in (term.body, None) or parties.country(body) == term.body
    ):
        return False
    when = read_date(occupancy.time)
    span = read_date(f"{term.since or '..'}/{term.until or '..'}")
    return when is None or span is None or span.may_equal(when)


def first_of_each(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Give the first words of each source, in the order of the sources."""
    first: dict[str, Citation] = {}
    for citation in sorted(set(citations)):
        first.setdefault(citation.source_id, citation)
    return tuple(first.values())


def seen_in_post(times: Sequence[str | None]) -> str | None:
    """Give the EDTF from the first to the last time at which somebody is told to be in a post."""
    dates = sorted({d for t in times if (d := read_date(t)) is not None}, key=lambda d: d.sort_key)
    if len(dates) < 2:
        return dates[0].edtf if dates else None
    # One of some days («[2025-03-01,2025-03-02]») may be the first of them, or the last.
    first = dates[0].edtf.partition("/")[0].strip("[]").partition(",")[0]
    last = max(dates, key=lambda d: d.sort_key[1]).edtf.rpartition("/")[2]
    return f"{first}/{last.strip('[]').rpartition(',')[2]}"


def _order(link: ThreadLink) -> tuple[int, tuple[object, object] | tuple[()], str, str]:
    when = read_date(link.date)
    return (when is None, when.sort_key if when else (), link.post or "", link.body or "")
