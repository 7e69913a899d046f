"""Candidates of a Japanese text go in; names come out parted from the office and department that is
written onto them: «坪内瞳国際交流課長», «丹羽省吾アフリカ部長», «真壁経済産業大臣».

Nothing but the words of the department tells where the name ends; what they begin with stands in
`office_matters.tsv`, and offices of government in `posts.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sijill.documents.document import PERSON, POST
from sijill.documents.expressions import expression
from sijill.documents.leaps import compiled
from sijill.mentions.candidates import Candidate
from sijill.mentions.japanese_posts import post_beginning, post_words
from sijill.tables import open_table
from sijill.tagging.hints import hint_characters
from sijill.text import KANJI, fold

#: How sure such a name and post are.
_SURE = 0.8
_KANJI = f"{KANJI}々ヶ"
_RUN = compiled(rf"(?<![{_KANJI}ァ-ヴー・＝=「『])[{_KANJI}][{_KANJI}ァ-ヴー]{{3,24}}")
#: A name before an office has so many kanji.
_SHORTEST, _LONGEST = 2, 5
#: No word of an office of government is longer (code points).
_LONGEST_OFFICE = 16


def with_departments(
    text: str, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the candidates with such names and offices in the place of what crosses them."""
    starts = {c.start for c in candidates if c.kind is PERSON}
    bodies = {c.end for c in known if c.kind is not PERSON}
    out = list(candidates)
    for start, cut, end, governs in _parted(text):
        behind = ("behind_office", "behind_government") if governs else ("behind_office",)
        if cut in bodies or not any(expression("ja", rule).match(text, end) for rule in behind):
            continue
        # «国際交流課長、坪内瞳氏»: the kanji before are a house; no house is «真壁財務相、丹羽氏».
        if end in starts or (end + 1 in starts and not governs):
            continue
        name = Candidate(PERSON, start, cut, "department", _SURE)
        post = Candidate(POST, cut, end, "department", _SURE)
        if any(c.kind is PERSON and (c.start, c.end) == (start, cut) for c in out):
            out = [c for c in out if c.kind is not POST or not c.overlaps(post)]
            out.append(post)
            continue
        out = [
            c for c in out if not c.overlaps(name) and (c.kind is not POST or not c.overlaps(post))
        ]
        out += [name, post]
    return out


def _parted(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Give where such names begin and end, where the office behind ends and if it is of state."""
    for run in _RUN.finditer(text):
        start = run.start()
        has_office = expression("ja", "office_of_government").search(text, start, run.end())
        for cut in range(start + _SHORTEST, min(start + _LONGEST, run.end()) + 1):
            end = _department_end(text, cut)
            if end is not None:
                if _is_name(text[start:cut]):
                    yield start, cut, end, False
                break
            end = _government_end(text, cut) if has_office else None
            if end is not None:
                if _is_family(text[start:cut]):
                    yield start, cut, end, True
                break


def _department_end(text: str, cut: int) -> int | None:
    office = expression("ja", "department_office").match(text, cut)
    if office is None or not _begins_with_matter(text[cut : office.end()]):
        return None
    return office.end()


def _government_end(text: str, cut: int) -> int | None:
    """Give where an office of government ends that begins at a place: «経済産業大臣», «財務相»."""
    post = post_beginning(text, cut, cut + _LONGEST_OFFICE)
    if post is None or not expression("ja", "office_of_government").fullmatch(text, cut, post[0]):
        return None
    return post[0]


def _begins_with_matter(office: str) -> bool:
    return any(office[:n] in _matters() for n in range(2, len(office)))


def _is_name(words: str) -> bool:
    """Say whether kanji are a name, as far as it can be told: no house, town or matter."""
    hints = hint_characters(fold(words))
    is_town = hints[:1] == ["B:city"] and all(h[:1] != "E" for h in hints[:-1])
    if is_town or any(
        expression("ja", rule).fullmatch(words)
        for rule in ("no_family", "no_family_of_office", "no_family_of_title", "no_name_of_head")
    ):
        return False
    return not _holds_matter(words)


def _is_family(words: str) -> bool:
    """Say whether kanji before an office of government are a name, which may be a town's, too."""
    if any(
        expression("ja", rule).fullmatch(words) for rule in ("no_family", "no_family_of_office")
    ):
        return False
    return not _holds_matter(words) and not post_words(words, 0, len(words))


def _holds_matter(words: str) -> bool:
    return any(words[n : n + 2] in _matters() for n in range(len(words) - 1))


@cache
def _matters() -> frozenset[str]:
    return frozenset(row["word"] for row in open_table("ja/office_matters.tsv", ("word",)))
