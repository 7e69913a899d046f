"""A candidate for a post goes in; the posts in it come out, each with its own edges.

«وزير الخارجية ونائب رئيس الوزراء» are two posts, a form of address in front belongs to none, and
what tells whose a post is belongs to it («his counterpart»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache

from sijill.documents.document import PERSON, Document, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.last_word import word_before
from sijill.documents.lexicon import (
    LONGEST_POST,
    begins_post,
    comparable_forms,
    find_post_words,
    is_post_word,
    word_classes,
)
from sijill.documents.qualifiers import RELATIONS, TIMES, effects_of, is_demonym, words_with
from sijill.documents.stand_ins import stand_in_words
from sijill.documents.tokens import tokenize
from sijill.languages import WITH_ENDINGS
from sijill.mentions.candidates import Candidate
from sijill.mentions.people_words import with_people
from sijill.mentions.ranks import may_hold_rank, part_at_rank
from sijill.register.affixes import affixes
from sijill.roles import roles_with
from sijill.tagging.hints import hint_people
from sijill.text import fold
from sijill.word_tables import WordTable

#: «وزير الخارجية والمغتربين» is one post: these are whom it serves, not a second one.
CROWDS = frozenset(("diaspora_member", "citizen"))
#: Posts that the tagger may have taken into the name behind them: «Император Нарухито».
SPLIT_ROLES = frozenset(
    ("monarch", "head_of_state", "head_of_government", "heir", "foreign_minister", "minister")
)
#: Titles that a given name follows at once.
ROYAL_ROLES = roles_with("royal")
#: … and what may stand as a title with nothing behind it.
_TITLES = SPLIT_ROLES | ROYAL_ROLES
#: Titles between which and “of” a state a name stands.
_HELD_OF_STATES = _TITLES - {"minister"}
#: Ranks are told behind posts of so many words; «قائد الفريق» leads a team.
_RANKS, _LEAST_BEFORE_RANK = frozenset(("military_chief", "religious_leader")), 2
_CALLINGS = CROWDS | {"expert", "artist", "journalist"}
_ARTICLES = frozenset(("a", "an", "the"))
#: What may stand before the second of two posts, and how many such words.
_LEADING, _MOST_LEADING = TIMES | {"possessed"}, 2
_OWNER = re.compile("['’]s ")
#: So many letters before a post are looked at for when it was held, …
_TIME = 40
#: … how many hold it, …
_COUNTED = 60
#: … and for whose it is.
POSSESSIVE = 24


def mend_post(document: Document, c: Candidate) -> list[Candidate]:
    """Give the posts that a candidate holds, each with its own edges; none for a crowd."""
    language = document.language
    c = _without_frame(document, c)
    parted = expression(language, "post_parted").search(document.text, c.start, c.end)
    if parted is not None:
        # «Послом остаётся первый секретарь»: a verb or dash stands between two posts.
        halves = (c.at(c.start, parted.start()), c.at(parted.end(), c.end))
        told = (half for half in halves if _is_headed(document, half))
        return [post for half in told for post in mend_post(document, half)]
    before = document.text[max(0, c.start - _COUNTED) : c.start]
    if ends_in(language, "several_before").search(before):
        return []  # «два катарских дипломата»: counted, a noun of several may be in the singular
    if language == "ja":
        c = c.at(_with_time(document, c.start), c.end)
        return _split_japanese_post(document, with_people(document, c))
    if language in WITH_ENDINGS and is_plural(document.text[c.start : c.end], language):
        return []
    tokens = list(tokenize(document.text, language, c.start, c.end))
    words = [t.text for t in tokens]
    if is_post_of_several(words, language):
        return []
    while len(words) > 1 and is_honorific(words[0], language) and not begins_post(words, language):
        del tokens[0]
        del words[0]
    while language == "en" and len(tokens) > 1 and fold(words[0]) in _ARTICLES:
        del tokens[0]
        del words[0]
    effects = effects_of(words, language)
    if not tokens or _is_no_post(words, effects, language):
        return []
    if language == "ar" and expression("ar", "post_of_two").search(document.text[c.start : c.end]):
        return []
    start = _with_time(document, tokens[0].start)
    relates = effects & RELATIONS or _is_under(words, language)
    start = with_possessive(document, start, is_sure=bool(relates), is_ours=True)
    if language == "ar" and len(tokens) > 1:
        while expression("ar", "post_of_today").fullmatch(tokens[-1].text) and len(tokens) > 1:
            tokens.pop()  # «السفير الفيتنامي الجديد»: that he is new belongs to no post
        words = [t.text for t in tokens]
        c = c.at(c.start, tokens[-1].end)
    name = _name_in_title(words) if language == "en" else None
    if name is not None:
        # “President Kagwa of Rwanda”
        holder = replace(c.at(tokens[name].start, tokens[name].end), kind=PERSON)
        return [c.at(start, tokens[name - 1].end), holder]
    end = _end_of_arabic(tokens) if language == "ar" else _end_of_title(document, tokens)
    if end is not None:
        return [c.at(start, end)]
    found: list[Candidate] = []
    if language == "ar" and _ends_in_rank(words):
        whole, rank = c.at(c.start, tokens[-2].end), tokens[-1]
        return [*mend_post(document, whole), c.at(rank.start, rank.end)]
    joints = words_with("and", language)
    for index in range(1, len(tokens)):
        word = words[index]
        if language == "ar" and word.startswith("و") and len(word) > 3:
            bare = [word[1:], *words[index + 1 : index + LONGEST_POST]]
            second = begins_post(bare, "ar")
            if second and second.role not in CROWDS and begins_post([word], "ar") is None:
                found.append(c.at(start, tokens[index - 1].end))
                start = tokens[index].start + 1
        elif (
            tokens[index].folded in joints
            and index + 1 < len(tokens)
            and _begins_second(words[index + 1 :], language)
            and _is_over(words[:index], language)
        ):
            found.append(c.at(start, tokens[index - 1].end))
            start = tokens[index + 1].start
    last = c.at(start, c.end)
    if language == "ru" and may_hold_rank(words):
        return [*found, *part_at_rank(document, last)]
    return [*found, last]


def _is_headed(document: Document, c: Candidate) -> bool:
    """Say whether half of a candidate begins with its post, as «главным делом посла» does not."""
    words = [t.text for t in tokenize(document.text, document.language, c.start, c.end)]
    goes_with = expression(document.language, "goes_with_post")
    for at, word in enumerate(words):
        goes, post = goes_with.fullmatch(word), begins_post(words[at:], document.language)
        if post is not None and (post.last > 1 or not goes):
            return True
        if not goes:
            return False
    return False


def _is_under(words: Sequence[str], language: str) -> bool:
    """Say whether a post is always somebody's: a deputy, an adjutant."""
    return _tells_under(language)[words[0]]


@cache
def _tells_under(language: str) -> WordTable[bool]:
    under = expression(language, "post_under")
    return WordTable(lambda word: under.fullmatch(word) is not None)


def _is_over(words: Sequence[str], language: str) -> bool:
    """Say whether words before «and» may be a post; Kazakh ones end with its noun.

    «төтенше және өкілетті елші» is one post.
    """
    return language not in WITH_ENDINGS or bool(find_post_words(words, language))


def _ends_in_rank(words: Sequence[str]) -> bool:
    """Say whether a rank stands behind a whole Arabic post: «وزير الثقافة الأب», two posts."""
    if len(words) <= _LEAST_BEFORE_RANK or not words[-1].startswith("ال"):
        return False
    rank = begins_post([words[-1][2:]], "ar")
    return rank is not None and rank.role in _RANKS and begins_post(words, "ar") is not None


def _begins_second(words: Sequence[str], language: str) -> bool:
    """Say whether a post begins behind «and», maybe with when it is held, and whose: “its acting”.

    A deputy is none of these: “foreign and deputy prime minister” is one post.
    """
    for at in range(min(_MOST_LEADING + 1, len(words))):
        if begins_post(words[at : at + LONGEST_POST], language):
            return True
        if not effects_of((words[at],), language) & _LEADING:
            return False
    return False


def _end_of_arabic(tokens: Sequence[Token]) -> int | None:
    """Give where an Arabic post is over before its last word; None where it is whole."""
    words = [t.text for t in tokens]
    if _ends_at_title(words):
        return tokens[0].end
    nations = 1
    while nations < len(words) and is_demonym(words[nations], "ar"):
        nations += 1
    if nations == len(words):
        return None
    if effects_of(words[:1], "ar") & RELATIONS and not words[nations].startswith("ال"):
        # «نظيرته البيروفية لوث مارينا»: only a nation belongs to a counterpart.
        return tokens[nations - 1].end
    post = begins_post(words[:1], "ar")
    is_title = words[0].startswith("ال") and post is not None and post.role in SPLIT_ROLES
    if is_title and nations > 1 and expression("ar", "name_is_over").fullmatch(words[nations]):
        return tokens[nations - 1].end  # «الرئيس الرواندي في الرياض»
    return None


def _end_of_title(document: Document, tokens: Sequence[Token]) -> int | None:
    """Give where a post in capitals is over before its holder: “Queen Beatrijs of …”; or None."""
    if document.language != "en" or len(tokens) <= 1:
        return None
    post = begins_post([tokens[0].text], "en")
    name = tokens[1].text
    is_royal = post is not None and post.role in ROYAL_ROLES and tokens[0].text[0].isupper()
    is_name = (
        name[0].isupper() and hint_people(name, "en") and not word_classes("en").get(fold(name))
    )
    return tokens[0].end if is_royal and is_name else None


def _name_in_title(words: Sequence[str]) -> int | None:
    """Give which word of an English post is its holder's name: “Prime Minister Rey of Peru”.

    A minister may be a minister counsellor or delegate: of these titles nothing is known.
    """
    if "of" not in words[2:]:
        return None
    post = begins_post(words, "en")
    at = post.last if post is not None and post.first == 0 else 0
    if post is None or words[at + 1 : at + 2] != ["of"] or post.role not in _HELD_OF_STATES:
        return None
    name = words[at]
    is_word = (
        not (name[0].isupper() and name[1:].islower())
        or word_classes("en").get(fold(name))
        or is_post_word(name, "en")
        or is_demonym(name, "en")
        or expression("en", "no_holder").fullmatch(name)
    )
    return None if is_word else at


def _is_no_post(words: Sequence[str], effects: Set[str], language: str) -> bool:
    """Say whether words only tell when a post was held, or who wrote: «марқұм», «беседовала».

    `effects` are those of all the words.
    """
    told = " ".join(words)
    if fold(told) in stand_in_words(language, "byline"):
        return True
    if expression(language, "post_is_deed").match(told):
        return True  # “then taught at the institute”
    if TIMES.isdisjoint(effects):
        return False
    times = all(effects_of((word,), language) & TIMES for word in words)
    return times and begins_post(words, language) is None


def _ends_at_title(words: Sequence[str]) -> bool:
    """Say whether «الرئيس» stands alone before other words: with the article it governs no noun."""
    if len(words) < 2 or not words[0].startswith("ال"):
        return False
    post = begins_post(words[:1], "ar")
    if post is None or expression("ar", "title_goes_on").match(words[1]):
        return False
    if post.role == "ambassador":
        return not expression("ar", "envoy_goes_on").match(words[1])  # «السفير معتمد لدى …»
    if post.role not in _TITLES:
        return False
    # «الأمير محاضرة في …»: what he gives there is no second post.
    second = begins_post(words[1:], "ar")
    return second is None or second.role in _CALLINGS


def _without_frame(document: Document, c: Candidate) -> Candidate:
    """Leave outside what leads to a post or follows it, and take in “then” before it.

    “For Prime Minister”, “evening Romanian Ambassador”, “its ambassador for consultations”.
    """
    text, language = document.text, document.language
    lead = expression(language, "post_lead").match(text, c.start, c.end)
    if lead is not None and lead.end() < c.end:
        c = c.at(lead.end(), c.end)
    tail = expression(language, "post_tail").search(text, c.start, c.end)
    if tail is not None and tail.start() > c.start:
        c = c.at(c.start, tail.start())
    owner = _OWNER.search(text, c.start, c.end) if language == "en" else None
    if owner is not None and begins_post(text[c.start : owner.start()].split()[-1:], language):
        words = text[owner.end() : c.end].split()
        if not any(begins_post(words[at:], language) for at in range(len(words))):
            c = c.at(c.start, owner.start())  # “the monarch's indisposition”
    behind = expression(language, "post_status_behind").match(text, c.end)
    if behind is not None:
        c = c.at(c.start, behind.end())  # «القنصل» + «الفخري»
    then = ends_in(language, "post_then").search(text[max(0, c.start - POSSESSIVE) : c.start])
    if then is not None and text[c.start].islower():
        c = c.at(c.start - len(then.group()), c.end)
    return c


def is_plural(post: str, language: str) -> bool:
    """Say whether a post speaks of several people by its ending: президенттер."""
    return any(_tells_plural(language)[last] for last in post.split()[-1:])


@cache
def _tells_plural(language: str) -> WordTable[bool]:
    plural = affixes(language, "plural")
    return WordTable(
        lambda word: any(form.endswith(plural) for form in comparable_forms(word, language))
    )


def is_post_of_several(words: Sequence[str], language: str) -> bool:
    """Say whether the noun of a post stands in the plural: «послы Чили и Перу»."""
    several = tells_several(language)
    if not any(map(several.__getitem__, words)):
        return False
    plural = [at for at, word in enumerate(words) if several[word]]
    return next((at for at in range(len(words)) if begins_post(words[at:], language)), -1) in plural


@cache
def tells_several(language: str) -> WordTable[bool]:
    """Say of each word whether it is the noun of several posts: «послы»."""
    several = expression(language, "several_posts")
    return WordTable(lambda word: several.fullmatch(word) is not None)


def _split_japanese_post(document: Document, c: Candidate) -> list[Candidate]:
    """Make two posts of 副首相兼外務大臣."""
    found: list[Candidate] = []
    start = c.start
    for index in range(c.start + 1, c.end - 1):
        if document.text[index] in words_with("and", "ja"):
            found.append(c.at(start, index))
            start = index + 1
    return [*found, c.at(start, c.end)]


def _with_time(document: Document, start: int) -> int:
    """Take into a post what tells before it that it is held no more, or for a time: «прежний»."""
    before = document.text[max(0, start - _TIME) : start]
    told = ends_in(document.language, "post_time_before").search(before)
    return start - len(before) + told.start() if told else start


def with_possessive(
    document: Document, start: int, *, is_sure: bool = False, is_ours: bool = False
) -> int:
    """Take «his» and «наш» into a post or body: «his counterpart», «its embassy».

    `is_sure` tells that the words are somebody's by what they mean: a counterpart, a successor;
    `is_ours` takes in the English “our”, too.
    """
    language = document.language
    last = word_before(document.text, start, POSSESSIVE)
    if not last:
        return start
    if language == "en":
        owners = words_with("possessed", "en")
        if is_ours:
            owners = owners | words_with("first_person", "en")
        is_owned = fold(last) in owners
    elif is_sure and fold(last) in words_with("possessed", language):
        is_owned = True
    else:
        before = document.text[max(0, start - POSSESSIVE) : start]
        is_owned = bool(ends_in(language, "possessed_before").search(before))
    return start - len(last) - 1 if is_owned else start


def is_honorific(word: str, language: str) -> bool:
    """Say whether a word is a form of address."""
    return "honorific" in word_classes(language).get(fold(word).rstrip("."), ())
