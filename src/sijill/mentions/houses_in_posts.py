"""Candidates go in; the houses that Russian posts name by a common noun come out.

«Лидер профсоюза докеров» leads a union and «пресс-секретарь форума» speaks for the forum, which
are bodies of the text as much as the named ones; a tagger sees few of them. Government, ministry
and province belong to the words of an office of state, where nothing told before bears the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from sijill.documents.document import ORGANISATION, PERSON, POST, Document, Token
from sijill.documents.expressions import expression
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.qualifiers import effects_of
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.roles import roles_with
from sijill.tagging.features import stem

#: How sure such a house is; below a tagger that has read the sentence.
_SURE = 0.6
#: Roles that are held in such a house, and words for its head make every role one of them.
_IN_HOUSES = frozenset(("senior_official", "head_igo", "business_association", "university_head"))
_HEADS = frozenset(("head", "leader"))
#: Roles whose words hold nouns that are no houses: «губернатор департамента».
_OF_STATE = roles_with("ministry") | roles_with("top") | {"governor", "deputy_minister"}
#: The house of these is their state's, and the team of those, too.
_WITHOUT = frozenset(("speaker", "member_of_parliament", "athlete"))
#: Two words are of one noun from so many letters on.
_LONG = 4


def find_houses(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the houses inside posts that hold no organisation yet."""
    if document.language != "ru":
        return []
    beside = nearby(candidates)
    bodies = [*of_kind(candidates, ORGANISATION)]
    found = []
    for post in sorted(of_kind(candidates, POST), key=attrgetter("start")):
        if document.text[post.start : post.end].isalpha():
            continue  # a word alone holds no house
        around = beside.overlapping(post)
        if any(c.kind is ORGANISATION for c in around):
            continue
        house = _house(document, post, bodies)
        people = [c.start for c in around if c.kind is PERSON]
        if house is not None and not any(start < house.end for start in people):
            found.append(house)
            bodies.append(house)
    return found


def _house(document: Document, post: Candidate, bodies: Sequence[Candidate]) -> Candidate | None:
    """Give the house that the words of a post end with; None where they tell none."""
    tokens = tokenize(document.text, "ru", post.start, post.end)
    words = [token.text for token in tokens]
    classes = word_classes("ru")
    hits = ((at, hit) for at in range(len(words)) if (hit := begins_post(words[at:], "ru")))
    start, office = next(hits, (0, None))
    if office is None or office.role in _WITHOUT:
        return None
    is_head = bool(effects_of(words, "ru") & _HEADS)
    if office.role not in _IN_HOUSES and not is_head:
        return None
    quoted = expression("ru", "quoted_house").search(document.text, post.start, post.end)
    if quoted is not None and is_head:
        return Candidate(ORGANISATION, *quoted.span(), "in post", _SURE)
    for at in range(start + 1, len(tokens)):
        is_house = "organisation" in classes.get(tokens[at].folded, ())
        if not is_house and not expression("ru", "house_noun").fullmatch(words[at]):
            continue
        noun = tokens[at]
        if office.role in _OF_STATE and not _is_told(document, noun, post, bodies):
            return None
        first = at
        while first > start + 1 and expression("ru", "genitive_quality").fullmatch(
            words[first - 1]
        ):
            first -= 1
        if expression("ru", "preposition").fullmatch(words[first - 1]):
            return None
        tail = expression("ru", "house_tail").search(document.text, noun.end, post.end)
        end = tail.start() if tail else post.end
        if expression("ru", "is_premiership").match(document.text[tokens[first].start : end]):
            return None
        return Candidate(ORGANISATION, tokens[first].start, end, "in post", _SURE)
    return None


def _is_told(document: Document, noun: Token, post: Candidate, bodies: Sequence[Candidate]) -> bool:
    """Say whether a body told before bears the noun: «портовая администрация» … «администрации»."""
    wanted = stem(noun.text, "ru")
    return len(wanted) >= _LONG and any(
        body.end <= post.start
        and any(
            stem(token.text, "ru") == wanted
            for token in tokenize(document.text, "ru", body.start, body.end)
        )
        for body in bodies
    )
