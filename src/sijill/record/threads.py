"""A record goes in; its threads come out: meetings of a format, stages of a project, careers.

A thread is a chain of items and posts that belong together over the years, each link with the words
or the address it stands on. Grouping is by who takes part, where, and how much; see the modules
`format_threads`, `project_threads` and `career_threads`.
"""

from __future__ import annotations

from sijill.record.career_threads import career_threads
from sijill.record.chains import Thread
from sijill.record.format_threads import format_threads
from sijill.record.items import Record
from sijill.record.project_threads import project_threads
from sijill.tellings.parties import Parties
from sijill.text import fold
from sijill.workbook import Workbook


def threads_about(record: Record, name: str) -> list[Thread]:
    """Give the threads about whoever or whatever bears a name, in any script, or has it as id.

    All words of the name must be found in one of its names.
    """
    wanted = fold(name).split()
    named = {
        entity.id
        for entity in record.entities
        if any(
            all(word in form for word in wanted)
            for form in map(
                fold, (entity.id, *entity.names.values(), *(a.text for a in entity.aliases))
            )
        )
    }
    return [thread for thread in record.threads if named & set(thread.about)]


def threads_of(
    record: Record, parties: Parties, workbook: Workbook | None = None
) -> tuple[Thread, ...]:
    """Find the threads of a record: formats, then projects, then careers, each kind by id."""
    events = record.events
    language_of = {source.id: source.language for source in record.sources}
    people = [e for e in record.entities if e.kind == "person"]
    found = [
        *format_threads(events, record.claims, parties, language_of, record.languages),
        *project_threads(events, parties, record.languages),
        *career_threads(people, parties, record.languages, workbook),
    ]
    rank = {"format": 0, "project": 1, "career": 2}
    return tuple(sorted(found, key=lambda t: (rank[t.kind], t.id)))
