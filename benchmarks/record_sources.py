"""A number goes in; so many made-up news texts come out, with the truth of what each of them tells.

Pairs of states, invented people with posts in time, thirty years of visits, talks, signings,
dinners, lectures, calls and summits. Each is told by one to twelve texts in five languages, put
together from the tables in `benchmarks/world/`: with partial dates, weekdays and "yesterday", with
other spellings of names, previews, visits put off, and old happenings told beside new ones. The
same seed gives the same texts; the first thousand of ten thousand are those of one thousand.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from record_world import FIRST_YEAR, LANGUAGES, LAST_YEAR, Happening, MadeSource, Person, World
from record_writer import Writer

#: How often each language tells.
SHARES = (30, 25, 20, 12, 13)
#: Of a hundred texts so many tell a happening ahead, and so many an old one beside the new.
PREVIEWS, OLD_HAPPENINGS = 15, 35


def sources(seed: int = 1) -> Iterator[MadeSource]:
    """Give texts, pair of states by pair of states, until no pair is left."""
    world = World(seed)
    number = 0
    for place in range(len(world.pairs)):
        for made in _Pair(world, place).texts():
            number += 1
            yield replace(made, name=f"{number:06}.{made.language}.md")


class _Pair:
    """Thirty years of two states and what was written about them."""

    def __init__(self, world: World, place: int) -> None:
        self.world = world
        self.one, self.other = world.pairs[place]
        self.id = f"{self.one}-{self.other}"
        self.chance = random.Random(f"{world.seed} {self.id}")
        self.others = [code for pair in world.pairs[: place + 3] for code in pair]
        self.past: list[Happening] = self._beginnings()

    def _beginnings(self) -> list[Happening]:
        people = tuple(
            self.world.holder(code, 0, date(1992, 6, 1)) for code in (self.one, self.other)
        )
        begun = self._day(1992, 1993)
        embassy = self._day(1994, 1999)
        return [
            Happening(f"{self.id} relations", "relations_established", begun, begun, people,
                      self.other),
            Happening(f"{self.id} embassy", "embassy_opened", embassy, embassy, people, self.other),
        ]  # fmt: skip

    def _day(self, first: int, last: int) -> date:
        days = (date(last, 12, 20) - date(first, 1, 10)).days
        return date(first, 1, 10) + timedelta(days=self.chance.randrange(days))

    def texts(self) -> Iterator[MadeSource]:
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            months = self.chance.sample(range(1, 13), 7)
            plans = ("visit", "visit", "call", "call", "call", "summit", "put off")
            for month, plan in sorted(zip(months, plans, strict=True)):
                day = date(year, month, self.chance.randrange(2, 26))
                if plan == "visit":
                    yield from self._visit(day)
                elif plan == "call":
                    yield from self._call(day)
                elif plan == "summit" and self.chance.random() < 0.2:
                    yield from self._summit(day)
                elif plan == "put off" and self.chance.random() < 0.4:
                    yield from self._put_off(day)

    def _sides(self, day: date) -> tuple[Person, Person]:
        """Give a guest and his host of equal rank."""
        codes = [self.one, self.other]
        self.chance.shuffle(codes)
        post = self.chance.choices(range(3), (3, 3, 4))[0]
        guest, host = (self.world.holder(code, post, day) for code in codes)
        return guest, host

    def _many(self) -> int:
        """Give how many texts tell something: mostly few, at most twelve."""
        return min(12, 1 + int(self.chance.expovariate(1 / 3.2)))

    def _visit(self, day: date) -> Iterator[MadeSource]:
        guest, host = people = self._sides(day)
        last = day + timedelta(days=self.chance.choice((1, 1, 2)))
        name = f"{self.id} {day} "

        def part(kind: str, when: date, until: date | None = None) -> Happening:
            return Happening(name + kind, kind, when, until or when, people, host.state)

        visit, talks = part("visit", day, last), part("talks", day)
        parts = [talks]
        if self.chance.random() < 0.6:
            parts.append(part("signing", day))
        if guest.post < 2 and self.chance.random() < 0.5:
            parts.append(part("banquet", day))
        if self.chance.random() < 0.3:
            parts.append(part("lecture", day + timedelta(days=1)))
        for _ in range(self._many() + 1):
            if self.chance.randrange(100) < PREVIEWS:
                yield self._text([(visit, "planned")], day - timedelta(self.chance.randrange(1, 9)))
                continue
            told: list[tuple[Happening, str]] = []
            if self.chance.random() < 0.6:
                told.append((visit, "held"))
            if not told or self.chance.random() < 0.7:
                told.append((talks, "held"))
            told += [(p, "held") for p in parts[1:] if self.chance.random() < 0.5]
            newest = max(h.first for h, _ in told)
            yield self._text(told, newest + timedelta(self.chance.choice((0, 0, 0, 1, 1, 2))))
        self.past += [visit, talks]

    def _call(self, day: date) -> Iterator[MadeSource]:
        people = self._sides(day)
        call = Happening(f"{self.id} {day} call", "phone_call", day, day, people, people[1].state)
        for _ in range(self._many()):
            yield self._text([(call, "held")], day + timedelta(self.chance.choice((0, 0, 1))))

    def _summit(self, day: date) -> Iterator[MadeSource]:
        codes = list(dict.fromkeys([self.one, self.other, *self.chance.sample(self.others, 2)]))
        people = tuple(self.world.holder(code, 0, day) for code in codes)
        last = day + timedelta(days=1)
        at = self.chance.choice(codes)
        summit = Happening(f"{self.id} {day} summit", "summit", day, last, people, at, in_city=True)
        for _ in range(self._many() + 2):
            if self.chance.randrange(100) < PREVIEWS:
                before = day - timedelta(self.chance.randrange(1, 9))
                yield self._text([(summit, "planned")], before)
            else:
                after = day + timedelta(self.chance.choice((0, 0, 1)))
                yield self._text([(summit, "held")], after)

    def _put_off(self, day: date) -> Iterator[MadeSource]:
        people = self._sides(day)
        host = people[1].state
        last = day + timedelta(days=1)
        trip = Happening(f"{self.id} {day} put off", "visit", day, last, people, host)
        for form, least, most in (("planned", 9, 20), ("postponed", 1, 8)):
            for _ in range(self.chance.randrange(1, 4)):
                ahead = timedelta(self.chance.randrange(least, most))
                yield self._text([(trip, form)], day - ahead)

    def _text(self, told: list[tuple[Happening, str]], published: date) -> MadeSource:
        language = self.chance.choices(LANGUAGES, SHARES)[0]
        writer = Writer(self.world, self.chance, language, published)
        return writer.write(told, self._old(told, published))

    def _old(self, told: list[tuple[Happening, str]], published: date) -> Happening | None:
        """Give an old happening to tell beside the new ones, or None."""
        if self.chance.randrange(100) >= OLD_HAPPENINGS:
            return None
        old = [h for h in self.past if (published - h.last).days > 60]
        return self.chance.choice(old) if old else None
