"""The record goes in; the chapters it can carry come out, and why the others can't."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sijill.dates import sort_key
from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.record.items import EventItem, StatementItem
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story
from sijill.tables import cell_list, open_table

#: The chapter with the roll of sources, which no film goes without.
LAST = "closing"


@dataclass(frozen=True, slots=True)
class ChapterRule:
    """What a record must hold for a chapter; see `film_grammar.tsv`."""

    id: str
    least: int
    events: frozenset[str]
    roles: frozenset[str]
    topics: frozenset[str]


@cache
def chapter_rules() -> tuple[ChapterRule, ...]:
    """Give the chapters of the film grammar in the order of the film."""
    columns = ("order", "chapter", "min_events", "events", "roles", "topics")
    rows = open_table("protocol/film_grammar.tsv", columns)
    return tuple(
        ChapterRule(
            row["chapter"],
            int(row["min_events"]),
            frozenset(cell_list(row["events"])),
            frozenset(cell_list(row["roles"])),
            frozenset(cell_list(row["topics"])),
        )
        for row in sorted(rows, key=lambda row: int(row["order"]))
    )


def chapter_rule(chapter: str) -> ChapterRule:
    """Give the rule of one chapter; raises KeyError for an unknown id."""
    for rule in chapter_rules():
        if rule.id == chapter:
            return rule
    raise KeyError(chapter)


def given_rules(chapters: Sequence[str]) -> tuple[ChapterRule, ...]:
    """Give the rules of an outline that a person has written, the roll of sources last.

    Raises UsageError for a chapter that nobody can tell.
    """
    known = {rule.id: rule for rule in chapter_rules()}
    for chapter in chapters:
        if chapter not in known:
            raise UsageError(f"“{chapter}” is no chapter", remedy=f"There are: {', '.join(known)}.")
    return tuple(known[c] for c in dict.fromkeys((*(c for c in chapters if c != LAST), LAST)))


def fitting_events(story: Story, rule: ChapterRule) -> list[EventItem]:
    """Give the events that count for a chapter: of its types, told of a state of the pair."""
    return [
        e
        for e in story.record.events
        if e.type in rule.events and (story.touches_pair(e) or not e.participants)
    ]


def fitting_statements(story: Story, rule: ChapterRule) -> list[StatementItem]:
    """Give the statements that count for a chapter: by who spoke, or by what about."""
    found = []
    for statement in story.record.statements:
        roles = story.names.roles_of(statement.speaker)
        if (rule.roles & roles and statement.speaker) or (
            rule.topics
            and (
                statement.topic == rule.id
                or rule.topics
                & set(find_concepts("topics", statement.text, statement.language)[:2])
            )
        ):
            found.append(statement)
    return found


@cache
def _homes() -> dict[str, str]:
    rows = open_table("protocol/topic_chapters.tsv", ("topic", "chapter"))
    return {r["topic"]: r["chapter"] for r in rows}


def home_of(statement: StatementItem) -> str | None:
    """Give the chapter in which a statement's topic belongs; None when any occasion will do."""
    if statement.topic:
        return statement.topic
    found = find_concepts("topics", statement.text, statement.language)
    return next((_homes()[topic] for topic in found if topic in _homes()), None)


def count_for(story: Story, rule: ChapterRule) -> int:
    """Give the number of items that count for a chapter."""
    events = fitting_events(story, rule)
    if rule.id == "protocol":
        events = [e for e in events if e.status is Status.HELD]
    return len(events) + len(fitting_statements(story, rule))


def in_order_of_time(events: Iterable[EventItem]) -> list[EventItem]:
    """Give events as a viewer expects them, the earlier first, whatever thread they belong to.

    One without a date stays behind the one that it was given after.
    """
    groups: list[list[EventItem]] = []
    for event in events:
        if event.date or not groups:
            groups.append([event])
        else:
            groups[-1].append(event)
    groups.sort(key=lambda g: (g[0].date is not None, sort_key(g[0].date)))
    return [event for group in groups for event in group]
