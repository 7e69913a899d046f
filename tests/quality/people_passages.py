"""Passages with several people each: how well who is who, and who holds what, is read.

A passage of `texts/people/LANG.txt` is a remark line with its id, the text, and its posts, a line
each: `> who | role | body | status`. In the text «[1 name]» is a name of the first person and
«{1 words}» a post of his («{0 …}»:
of nobody named); marks may nest.

python tests/quality/people_passages.py       show the figures
"""

import re
from pathlib import Path
from typing import NamedTuple

from post_passages import is_same

from sijill.documents.document import Document, Reading
from sijill.reading.gold import reading_to_gold
from sijill.reading.pipeline import Reader
from sijill.reading.scoring import score_document
from sijill.register.load import load_register

PEOPLE = Path(__file__).parent.parent / "texts" / "people"
PUBLISHED = "2026-02-21"
_OPENED = re.compile(r"([\[{])(\d+) ")
_KINDS = {"[": "person", "{": "post"}


class Passage(NamedTuple):
    """A text, its marks as a gold document, and its posts: who, role, body, status."""

    name: str
    text: str
    gold: dict
    posts: list[tuple[str, str, str, str]]


class Figures(NamedTuple):
    """How many posts were read rightly, how many read, how many marked, and B-cubed of people."""

    right: int
    read: int
    marked: int
    people: float

    @property
    def posts(self) -> float:
        """Give the harmonic mean of precision and recall of posts."""
        return 2 * self.right / (self.read + self.marked)


def passages(language: str, folder: Path = PEOPLE):
    """Give the passages of a language."""
    whole = (folder / f"{language}.txt").read_text("utf-8")
    for block in re.split(r"(?m)^# ", whole)[1:]:
        head, _, rest = block.partition("\n")
        lines = rest.strip().split("\n")
        told = "\n".join(line for line in lines if line[:1] != ">").strip() + "\n"
        text, mentions = _marks(told)
        people = sorted({m["entity"] for m in mentions if m["entity"]})
        gold = {key: [] for key in ("quotations", "events", "claims", "signals")}
        gold |= {
            "mentions": mentions,
            "entities": [{"id": who, "kind": "person", "posts": []} for who in people],
        }
        posts = [
            tuple(re.split(r"\s*\|\s*", line[1:].strip())) for line in lines if line[:1] == ">"
        ]
        yield Passage(head.split()[0], text, gold, posts)


def _marks(told: str):
    """Part a text from its marks."""
    text, mentions, opened, at = "", [], [], 0
    while at < len(told):
        mark = _OPENED.match(told, at)
        if mark:
            opened.append((_KINDS[mark[1]], mark[2], len(text)))
            at = mark.end()
            continue
        if told[at] in "]}":
            kind, who, start = opened.pop()
            mark = {"kind": kind, "start": start, "end": len(text), "text": text[start:]}
            mentions.append(mark | {"entity": who if who != "0" else None})
        else:
            text += told[at]
        at += 1
    return text, mentions


def right_posts(passage: Passage, reading: Reading) -> tuple[int, int]:
    """Give how many posts were read rightly, and how many were read."""
    names: dict[str, list[str]] = {}
    for mention in reading.mentions:
        names.setdefault(mention.entity or "", []).append(mention.text)
    marked: dict[str, list[str]] = {}
    for m in passage.gold["mentions"]:
        if m["kind"] == "person" or m["entity"] not in marked:
            marked.setdefault(m["entity"], []).append(m["text"])
    read = [(e.id, post) for e in reading.entities if e.kind.value == "person" for post in e.posts]
    used: set[int] = set()
    for who, role, body, status in passage.posts:
        for number, (person, post) in enumerate(read):
            mine = any(is_same(a, b) for a in marked[who] for b in names.get(person, ()))
            bodies = names.get(post.body or "", [post.body or "-"])
            if (
                number not in used
                and mine
                and (role, status) == (post.post, post.status)
                and any(is_same(body, name) for name in bodies)
            ):
                used.add(number)
                break
    return len(used), len(read)


def figures(language: str, reader: Reader, folder: Path = PEOPLE) -> Figures:
    """Read all passages of a language and count."""
    right = read = marked = 0
    sides = [0.0] * 4
    for passage in passages(language, folder):
        document = Document(f"{passage.name}.{language}", passage.text, language, PUBLISHED)
        reading = reader.read(document)
        found = score_document(passage.gold, reading_to_gold(reading, passage.text))
        sides = [a + b for a, b in zip(sides, found.by_name["persons.bcubed"], strict=True)]
        here, all_read = right_posts(passage, reading)
        right, read, marked = right + here, read + all_read, marked + len(passage.posts)
    precision, recall = sides[0] / sides[1], sides[2] / sides[3]
    return Figures(right, read, marked, 2 * precision * recall / (precision + recall))


def main() -> None:
    reader = Reader(load_register())
    for path in sorted(PEOPLE.glob("*.txt")):
        f = figures(path.stem, reader)
        print(
            f"{path.stem}  posts {f.right} of {f.marked}, {f.read} read, F {f.posts:.3f};", end=""
        )
        print(f" people {f.people:.3f}")


if __name__ == "__main__":
    main()
