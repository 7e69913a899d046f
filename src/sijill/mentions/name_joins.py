"""Candidates of a text go in; names that a particle holds together come out whole.

«Мохтар ульд Сиди» and “Ana dos Reis” are one name each, also where a tagger took the particle for
the end of a post, or saw two people. The particles are the words of the classes `name_part` and
`name_article`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sijill.documents.document import PERSON, PLACE, POST, Document
from sijill.documents.lexicon import begins_post, name_particles, word_classes
from sijill.documents.qualifiers import joint_words
from sijill.languages import CASED
from sijill.mentions.candidates import Candidate, Nearby
from sijill.text import fold

_WORD = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"


@cache
def _particles(language: str) -> re.Pattern[str]:
    """Give the expression for a word, a particle or two, and a word.

    Articles that sound like the letter behind them are often words («ас» is food): these stand
    with a hyphen.
    """
    one, article = (_any_of(language, kind) for kind in ("name_part", "name_article"))
    # «Иванов да Петров» are two.
    particle = rf"(?:{one})(?: (?:{one}))?(?=[ -])"
    if article:
        particle += rf"|(?:(?:{one}) )?(?:{article})(?=-)"
    return re.compile(rf"(?<![\w-])({_WORD}) ({particle})[ -]({_WORD})")


@cache
def _particle(language: str) -> re.Pattern[str]:
    """Give the expression for a particle that stands as in a name, which is found fast."""
    known = "|".join(filter(None, (_any_of(language, k) for k in ("name_part", "name_article"))))
    # Behind most blanks the first letter tells that no particle stands there.
    begins = "".join(sorted({re.escape(word[0]) for word in name_particles(language)}))
    return re.compile(f" (?=[{begins}])(?:{known})[ -]" if known else "(?!)")


def _any_of(language: str, kind: str) -> str:
    """Give the alternatives of an expression for the words of one class."""
    classes = word_classes(language)
    return "|".join(re.escape(word) for word, known in sorted(classes.items()) if kind in known)


def join_names(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give the candidates with each name of a particle in one, and posts ending before it."""
    language = document.language
    if language not in CASED:
        return candidates
    near = Nearby(candidates)
    gone: set[int] = set()
    added: list[Candidate] = []
    for found in _found(document.text, language):
        if not (found.group(1)[0].isupper() and found.group(3)[0].isupper()):
            continue
        around = near.overlapping(Candidate(PERSON, *found.span(), "particle", 0.0))
        before = [c for c in around if id(c) not in gone]
        after = _joined(document, before, found)
        gone.update(id(c) for c in before if c not in after)
        for c in after:
            if c not in before:
                near.add(c)
                added.append(c)
    if not gone and not added:
        return candidates
    return [c for c in (*candidates, *added) if id(c) not in gone]


def _found(text: str, language: str) -> Iterator[re.Match[str]]:
    """Give the particles between two words, from the word before the first one on, and so on."""
    particle, words = _particle(language), _particles(language)
    end = 0
    while (near := particle.search(text, end)) is not None:
        # No word has a blank, so what holds this particle begins behind the blank before.
        found = words.search(text, max(end, text.rfind(" ", 0, near.start()) + 1))
        if found is None:
            return
        yield found
        end = found.end()


def _joined(
    document: Document, candidates: list[Candidate], found: re.Match[str]
) -> list[Candidate]:
    """Join what stands before and behind one particle, if a name was seen there at all.

    `candidates` are those that the particle and the words beside it touch.
    """
    (left, left_end), (_, middle), (right, right_end) = (found.span(n) for n in (1, 2, 3))
    people = [c for c in candidates if c.kind is PERSON and c.rule == "tagger"]
    before = [c for c in people if c.start <= left and left_end <= c.end <= middle]
    behind = [c for c in people if found.start(2) <= c.start <= right <= c.end]
    if any(c.kind is PERSON and c.start <= left and c.end >= right_end for c in candidates):
        before = [c for c in candidates if c.kind is PERSON and c.start <= left < c.end]
    posts = [c for c in candidates if c.kind is POST and c.start < left < c.end <= middle]
    if not behind and not before:
        return candidates
    if found.group(2) in joint_words(document.language) and any(
        c.kind in (POST, PLACE) and c.start == right for c in candidates
    ):
        return candidates  # «Жан Мюллер бен Перу министрі Хуан Ривас» are two
    if not before and not (posts and _is_no_word(found.group(1), document.language)):
        return candidates
    start = min([left, *(c.start for c in before)])
    end = max([c.end for c in (*before, *behind) if c.end >= right_end] or [right_end])
    sure = max(c.confidence for c in (*before, *behind))
    whole = Candidate(PERSON, start, end, "tagger", sure)
    kept = [c for c in candidates if c not in (*before, *behind, *posts)]
    cut = [c.at(c.start, c.start + len(document.text[c.start : left].rstrip())) for c in posts]
    return [*kept, *cut, whole]


def _is_no_word(word: str, language: str) -> bool:
    """Say whether a word is neither a post nor a word that the tables know."""
    return not word_classes(language).get(fold(word)) and begins_post([word], language) is None
