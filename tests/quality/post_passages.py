"""Short passages, each with one way to say a post, and how many of their posts are read.

A passage of `texts/posts/LANG.txt` is a remark line with its id, the text, and its posts, a line
each: `> who | role | body | status`; the body is a country code or the name of a house.

python tests/quality/post_passages.py       show the figures and what is missed
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sijill.documents.document import Document, Reading
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.text import fold

PASSAGES = Path(__file__).parent.parent / "texts" / "posts"
PUBLISHED = "2026-02-10"
#: Names are told with case endings, which the marks need not share.
MOST_ENDING = 2


class Post(NamedTuple):
    """A post as it is marked or read: whose, which role, where, and whether it is held still."""

    who: str
    role: str
    body: str
    status: str


class Figures(NamedTuple):
    """How many posts were read rightly, how many read, how many marked, and which went missing."""

    right: int
    read: int
    marked: int
    missed: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return 2 * self.right / (self.read + self.marked)


def passages(language: str, folder: Path = PASSAGES) -> Iterator[tuple[str, str, list[Post]]]:
    """Give the passages of a language: id, text, posts."""
    whole = (folder / f"{language}.txt").read_text("utf-8")
    for block in re.split(r"(?m)^# ", whole)[1:]:
        head, _, rest = block.partition("\n")
        lines = rest.strip().split("\n")
        text = "\n".join(line for line in lines if not line.startswith(">")).strip() + "\n"
        marks = [re.split(r"\s*\|\s*", line[1:].strip()) for line in lines if line[:1] == ">"]
        yield head.split()[0], text, [Post(*mark) for mark in marks]


def is_same(one: str, other: str) -> bool:
    """Say whether two names are one, but for the ending of the last word or a part that is left."""
    one, other = fold(one), fold(other)
    if min(len(one), len(other)) <= MOST_ENDING:
        return one == other  # a country code
    return one in other or other in one or one[:-MOST_ENDING] == other[:-MOST_ENDING]


def right_posts(reading: Reading, marked: list[Post]) -> tuple[list[Post], int]:
    """Give the marked posts that were read, and how many posts were read of people."""
    names: dict[str, list[str]] = {}
    for mention in reading.mentions:
        if mention.entity:
            names.setdefault(mention.entity, []).append(mention.text)
    read = [(e.id, post) for e in reading.entities if e.kind.value == "person" for post in e.posts]
    found, used = [], set()
    for mark in marked:
        for number, (person, post) in enumerate(read):
            body = post.body or "-"
            if (
                number not in used
                and (mark.role, mark.status) == (post.post, post.status)
                and any(is_same(mark.who, name) for name in names[person])
                and any(is_same(mark.body, name) for name in names.get(body, [body]))
            ):
                used.add(number)
                found.append(mark)
                break
    return found, len(read)


def figures(language: str, reader: Reader, folder: Path = PASSAGES) -> Figures:
    """Read all passages of a language and count."""
    right = read = marked = 0
    missed: list[str] = []
    for name, text, posts in passages(language, folder):
        reading = reader.read(Document(f"{name}.{language}", text, language, PUBLISHED))
        found, count = right_posts(reading, posts)
        right, read, marked = right + len(found), read + count, marked + len(posts)
        missed += [f"{name}: {' | '.join(post)}" for post in posts if post not in found]
    return Figures(right, read, marked, tuple(missed))


def main() -> None:
    reader = Reader(load_register())
    for path in sorted(PASSAGES.glob("*.txt")):
        found = figures(path.stem, reader)
        print(f"{path.stem}  {found.right} of {found.marked}, {found.read} read, F {found.f1:.3f}")
        for line in found.missed:
            print(f"    {line}")


if __name__ == "__main__":
    main()
