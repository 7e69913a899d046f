"""Candidates go in; names that they vouch for elsewhere in the text come out.

A capitalised word right behind a post is its holder, and a name once told in full is the same
person's wherever a part of it stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from itertools import chain, groupby
from operator import itemgetter

from sijill.documents.document import (
    DATE,
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Sentence,
    Token,
)
from sijill.documents.lexicon import (
    PostHit,
    begins_post,
    is_post_word,
    posts_in,
    word_classes,
)
from sijill.documents.subject_signs import signs
from sijill.documents.token_places import places_of, tokens_ending
from sijill.documents.tokens import ending_cuts
from sijill.languages import CASED, WITH_ENDINGS
from sijill.mentions.candidates import Candidate
from sijill.mentions.closed import STATE_POSTS
from sijill.mentions.covered import Covered
from sijill.mentions.endings import sure_ending
from sijill.mentions.found import nearby, of_kind
from sijill.mentions.kazakh_people import is_of_several
from sijill.mentions.post_edges import is_post_of_several
from sijill.mentions.told_names import find_alone
from sijill.roles import roles_with

_HEADS = roles_with("top")
#: How sure a word for a head of state is that no tagger saw.
HEAD = 0.5
#: How sure a name is that only stands behind a post.
BEHIND_POST = 0.55
#: A name must be this sure to be looked for elsewhere.
SURE_NAME = 0.7
_MOST_PARTS = 4
#: What a name behind a post never stands in.
_OTHERS = (PERSON, ORGANISATION, PLACE, DATE)

#: A sentence with the words of posts in it.
_Told = tuple[Sentence, tuple[PostHit, ...]]


def find_echoes(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give names behind posts, and parts of names that stand alone."""
    is_cased = document.language in CASED
    titles = _high_posts(document, sentences, candidates) if is_cased else []
    candidates = [*candidates, *titles] if titles else candidates
    posts = {c.end for c in of_kind(candidates, POST)}
    covered = Covered(document.text, chain(*(of_kind(candidates, kind) for kind in _OTHERS)))
    behind = _behind_posts(document, sentences, posts, covered) if is_cased else []
    is_arabic = document.language == "ar"
    people = [
        c
        for c in of_kind(candidates, PERSON)
        if c.confidence >= SURE_NAME or (is_arabic and c.rule == "vouched")
    ]
    covered.add(behind)
    alone = find_alone(document, sentences, [*people, *behind], posts, covered)
    return titles + behind + alone


def _high_posts(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give the posts of heads of state and the like that no candidate has."""
    language = document.language
    posts = [(s, posts_in(s, language)) for s in sentences]
    told = [(sentence, hits) for sentence, hits in posts if hits]
    titles = _titles(document, told, candidates)
    return titles + _heads(document, told, [*candidates, *titles] if titles else candidates)


def _titles(
    document: Document, told: Sequence[_Told], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give a high post in capitals before a name that the tagger left out: «President Aas»."""
    found: list[Candidate] = []
    taken = nearby(candidates)
    for sentence, hits in told:
        tokens = sentence.tokens
        if _is_title_case(sentence):
            continue
        for hit in hits:
            if hit.role not in STATE_POSTS or not tokens[hit.first].text[0].isupper():
                continue
            name = _name_from(tokens, hit.last, document.language)
            start, end = tokens[hit.first].start, tokens[hit.last - 1].end
            end -= _case_of(tokens[hit.last - 1].text, document.language)
            title = Candidate(POST, start, end, "title", BEHIND_POST)
            words = [t.text for t in tokens[hit.first : hit.last]]
            if is_of_several(document, title) or is_post_of_several(words, document.language):
                continue
            behind = tokens[hit.last - 1].end
            is_beside = name and document.text[behind : name[0].start] == " "
            if is_beside and not taken.overlapping(title):
                found.append(title)
    return found


def _case_of(title: str, language: str) -> int:
    """Give how many letters of a title are its case: «Корольді Премьер-министр қарсы алды»."""
    if language not in WITH_ENDINGS:
        return 0
    cuts = ending_cuts(title, language)
    return next((cut for cut in cuts if begins_post([title[:-cut]], language)), 0)


def _heads(
    document: Document, told: Sequence[_Told], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give the words for heads of state and government that stand alone: «Султан посетит …».

    In capitals they are hardly ever anything else.
    """
    language, text = document.language, document.text
    if language in WITH_ENDINGS:
        return []  # «Сенегал Президенті»: what stands before belongs to it
    taken = nearby(candidates)
    people = {c.start for c in of_kind(candidates, PERSON)}
    found: list[Candidate] = []
    for sentence, hits in told:
        tokens = sentence.tokens
        for hit in hits:
            first, last = tokens[hit.first], tokens[hit.last - 1]
            if hit.role not in _HEADS or not first.text[0].isupper():
                continue
            post = Candidate(POST, first.start, last.end, "head", HEAD)
            following = tokens[hit.last] if hit.last < len(tokens) else None
            is_part = (
                following is not None
                and following.text[0].isupper()
                and text[last.end : following.start] in (" ", "-")
                and following.start not in people
            )
            if not is_part and not taken.overlapping(post):
                found.append(post)
    return found


def is_head(words: str, language: str) -> bool:
    """Say whether a single word is one for a head of state and no name: «Султан»."""
    if language not in CASED or language in WITH_ENDINGS or not words.isalpha():
        return False
    post = begins_post([words], language)
    return post is not None and post.role in _HEADS


def _behind_posts(
    document: Document, sentences: Sequence[Sentence], posts: set[int], covered: Covered
) -> list[Candidate]:
    """Give the names behind the places where posts end, and behind courtesy titles."""
    language, text = document.language, document.text
    titles = _courtesy_titles(language)
    ends = posts.union(end for title in titles for _, end in places_of(title, text))
    found: list[Candidate] = []
    for sentence, beside in groupby(tokens_ending(sentences, ends), key=itemgetter(0)):
        if _is_title_case(sentence):
            continue
        tokens = sentence.tokens
        for _, at in beside:
            is_beside = tokens[at].end in posts or tokens[at].text in titles
            if not is_beside or at + 1 == len(tokens):
                continue
            name = _name_behind(text, tokens, at, titles, language)
            if name:
                start, end = name[0].start, name[-1].end
                if language in WITH_ENDINGS:
                    end -= sure_ending(name[-1].text)
                if not covered.touches(start, end):
                    found.append(Candidate(PERSON, start, end, "post", BEHIND_POST))
    return found


def _name_behind(
    text: str, tokens: Sequence[Token], at: int, titles: Set[str], language: str
) -> list[Token]:
    """Give the words of the name behind a courtesy title or the last word of a post."""
    is_titled = tokens[at].text in titles
    following = at + 1
    if is_titled and tokens[following].text == ".":
        following += 1
    least = 1
    if not is_titled and tokens[following].text == "," and following + 1 < len(tokens):
        # «the Minister of Labour, Ana Prado»: by a comma only a full name.
        following, least = following + 1, 2
    if text[tokens[following - 1].end : tokens[following - 1].end + 1] != " ":
        return []
    name = _name_from(tokens, following, language)
    # «министрлігі Президенттің сапары»: a post alone is nobody's name in any case.
    is_loose = is_titled or least > 1 or (len(name) == 1 and language in WITH_ENDINGS)
    if len(name) < least or (is_loose and is_post_word(name[0].text, language)):
        return []
    return name


@cache
def _courtesy_titles(language: str) -> frozenset[str]:
    """Give the courtesy titles that stand before a name, in capitals: «Mr», «Sir», «Г-жа»."""
    known = signs(language).words
    titles = known.get("title_f", frozenset()) | known.get("title_m", frozenset())
    classes = word_classes(language)
    told = [
        t for t in titles if "honorific" in classes.get(t, ()) and not begins_post([t], language)
    ]
    return frozenset(form for t in told for form in (t.capitalize(), f"{t.capitalize()}."))


def _is_title_case(sentence: Sentence) -> bool:
    """Say whether a headline writes all its words with capitals, so that they tell nothing."""
    if sentence.paragraph > 0:
        return False
    words = [t.text for t in sentence.tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 0.6 * len(words)


def _name_from(tokens: Sequence[Token], index: int, language: str) -> list[Token]:
    """Take capitalised words that stand next to each other, «Munyaneza-Rugira» whole."""
    if index == len(tokens) or not tokens[index].text[0].isupper():
        return []
    name: list[Token] = []
    words = 0
    for at in range(index, len(tokens)):
        token = tokens[at]
        is_near = not name or token.start == name[-1].end
        if name and token.text == "-" and is_near and name[-1].text != "-":
            name.append(token)
            continue
        is_joined = bool(name) and name[-1].text == "-"
        if name and not is_joined and token.start > name[-1].end + 1:
            break
        if not token.text[0].isalpha() or token.text.isupper() or not token.text.isalpha():
            break
        if is_joined and is_near:
            name.append(token)
            continue
        if name and words < _MOST_PARTS and _leads_on(tokens, at, language):
            name.append(token)  # “Ms Anneke de Wit”
            continue
        words += 1
        if words > _MOST_PARTS or not token.text[0].isupper():
            break
        if word_classes(language).get(token.folded):
            break
        name.append(token)
    while name and name[-1].text == "-":
        name.pop()
    return name


def _leads_on(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Say whether a particle of names stands before the last of a name: “de Wit”, “van der Zee”."""
    token, behind = tokens[at], tokens[at + 1 : at + 2]
    if not behind or behind[0].start != token.end + 1 or not token.text.islower():
        return False
    if "name_part" not in word_classes(language).get(token.folded, ()):
        return False
    following = behind[0]
    if following.text.islower():
        return _leads_on(tokens, at + 1, language)
    return following.text.isalpha() and not word_classes(language).get(following.folded)
