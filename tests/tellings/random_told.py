"""Tellings made at random, of a small world where many are of one happening."""

from __future__ import annotations

from random import Random

from hand import WORLD, body, person

from sijill.citation import Citation
from sijill.dates import parse_edtf
from sijill.documents.document import Status
from sijill.tellings.parties import Parties
from sijill.tellings.told import Told

PEOPLE = ("tokayev", "mirziyoyev", "naruhito", "takaichi", "kz", "guest")
DATES = (None, "2025-12", "2025-12-17/2025-12-20", *(f"2025-12-{day}" for day in range(14, 22)))


def told_by(rng: Random, source_id: str) -> tuple[Told, ...]:
    """What one source tells: up to four happenings, two of them sometimes under one local id."""
    found = []
    for number in range(rng.randrange(5)):
        words = Citation(source_id, 10 * number, 10 * number + 5, "words")
        date = rng.choice(DATES)
        found.append(
            Told(
                source_id,
                f"e{number // rng.choice((1, 1, 2))}",
                "en",
                rng.choice(("visit", "talks", "talks", "audience", "lecture", "statement_joint")),
                rng.choice((Status.HELD, Status.HELD, Status.PLANNED)),
                words,
                words,
                parse_edtf(date) if date else None,
                rng.choice((None, "jp", "tokyo", "astana", "imperial-palace-tokyo")),
                tuple(rng.sample(PEOPLE, rng.choice((0, 1, 2, 2, 4)))),
                published=parse_edtf("2025-12-22"),
            )
        )
    return tuple(found)


def parties(guest_is: str) -> Parties:
    guest = body("guest", "JP") if guest_is == "body" else person("guest", "KZ")
    return Parties([*WORLD, guest])
