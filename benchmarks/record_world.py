"""A seed goes in; states and invented people with posts in time come out, and words for both."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from sijill.tables import cell_list, read_table

TABLES = Path(__file__).parent / "world"
LANGUAGES = ("ar", "en", "ru", "kk", "ja")
FIRST_YEAR, LAST_YEAR = 1994, 2024
POSTS = ("head_of_state", "head_of_government", "foreign_minister")


@dataclass(frozen=True)
class Person:
    """Somebody invented: his post, state and spellings, each a list with the usual one first."""

    id: str
    state: str
    post: int
    given: dict[str, tuple[str, ...]]
    family: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Happening:
    """Something that happened, or was planned and put off, between two days."""

    id: str
    kind: str
    first: date
    last: date
    people: tuple[Person, ...]
    capital_of: str
    in_city: bool = False


@dataclass(frozen=True)
class Telling:
    """The words of a text, `[start, end)`, that tell a happening."""

    happening: str
    kind: str
    form: str
    start: int
    end: int


@dataclass(frozen=True)
class MadeSource:
    """One text with its truth: what it tells, and how it spells whom."""

    name: str
    language: str
    published: str | None
    headline: str
    body: str
    tellings: tuple[Telling, ...]
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text as it will be stored: offsets point into it."""
        return f"{self.headline}\n\n{self.body}\n"

    @property
    def file(self) -> bytes:
        """The file as it is added to a project."""
        day = f"published: {self.published}\n" if self.published else ""
        return f"---\ntitle: {self.headline!r}\n{day}---\n{self.body}\n".encode()

    @property
    def id(self) -> str:
        """The id that the source gets in a project."""
        return hashlib.sha256(self.file).hexdigest()[:12]


class World:
    """Everything that happens and everybody who takes part; made piece by piece from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        columns = ("code", "culture", *LANGUAGES)
        self.states = {r["code"]: r for r in read_table(TABLES / "states.tsv", columns)}
        names = read_table(TABLES / "names.tsv", ("part", "culture", *LANGUAGES))
        self.names: dict[tuple[str, str], list[dict[str, tuple[str, ...]]]] = {}
        for row in names:
            spelt = {language: cell_list(row[language]) for language in LANGUAGES}
            self.names.setdefault((row["part"], row["culture"]), []).append(spelt)
        self.topics = read_table(TABLES / "topics.tsv", LANGUAGES)
        words = read_table(TABLES / "words.tsv", ("kind", "id", *LANGUAGES))
        self.words = {(row["kind"], row["id"]): row for row in words}
        self.sentences: dict[tuple[str, str, str], list[str]] = {}
        for row in read_table(TABLES / "sentences.tsv", ("kind", "form", "language", "text")):
            key = (row["kind"], row["form"], row["language"])
            self.sentences.setdefault(key, []).append(row["text"])
        self._taken: set[tuple[str, str]] = set()
        self.holders = {
            (code, post): list(self._terms(code, post))
            for code in self.states
            for post in range(len(POSTS))
        }
        pairs = list(combinations(sorted(self.states), 2))
        random.Random(f"{seed} pairs").shuffle(pairs)
        self.pairs = pairs

    def _terms(self, code: str, post: int) -> Iterator[tuple[date, Person]]:
        """Give who holds a post from which day on."""
        chance = random.Random(f"{self.seed} {code} {post}")
        culture = self.states[code]["culture"]
        day = date(1990, 1, 1)
        number = 0
        while day.year <= LAST_YEAR:
            while True:
                given = chance.choice(self.names["given", culture])
                family = chance.choice(self.names["family", culture])
                full = (given["en"][0], family["en"][0])
                # Two of one state with one family name would be told apart by nobody.
                if full not in self._taken and (code, family["en"][0]) not in self._taken:
                    break
            self._taken |= {full, (code, family["en"][0])}
            number += 1
            yield day, Person(f"{code}-{POSTS[post]}-{number}", code, post, given, family)
            day += timedelta(days=chance.randrange(900, 2600))

    def word(self, kind: str, word: str, language: str) -> str:
        """Give a word of the table of words."""
        found = self.words[kind, word][language]
        return found.replace("_", " ") if kind == "sign" else found

    def said(self, day: date, way: str, language: str) -> str:
        """Say a day in a way of the table of words: in full, as a weekday, by its month alone."""
        return self.word("way", way, language).format(
            d=day.day,
            y=day.year,
            month=self.word("month", str(day.month), language),
            in_month=self.word("in_month", str(day.month), language),
            weekday=self.word("weekday", str(day.weekday() + 1), language).format(d=day.day),
        )

    def holder(self, code: str, post: int, day: date) -> Person:
        """Give who held a post on a day."""
        return [person for since, person in self.holders[code, post] if since <= day][-1]
