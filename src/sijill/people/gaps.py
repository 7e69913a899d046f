"""Posts and names of one text go in; what lies between two of them and how well it binds comes out.

Nothing but honorifics, a comma or another post binds a post to the name beside it. Words that may
stand between are those of `data/<language>/gap_words.tsv`, with their price.
"""

from __future__ import annotations

import re
import sys
from functools import cache

from sijill.documents.asked_once import asked_once
from sijill.documents.deadline import check
from sijill.documents.document import PERSON, POST, Document, Mention
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import has_joint_word, is_demonym
from sijill.languages import WITH_ENDINGS
from sijill.tables import open_table
from sijill.text import fold, without_vowel_signs
from sijill.word_tables import WordTable

#: What a gap between a post and a name costs; a gap that costs more than `MOST` does not bind.
MOST = 3.0
#: No post is bound to a name further away than this (code points).
FAR = 200
#: What words such as “has been named:” cost behind one for a successor.
_NAMED = 0.5
#: So far before a post the word for kin is looked for (code points).
_KIN = 24
#: What stands in brackets between the two: «(по совместительству)», an age, another spelling.
_ASIDE = re.compile(r"[(（][^()（）\n]{1,60}[)）]|[,،]\s*\d{1,3}\s*[,،]")
_MAY_OPEN_ASIDE = re.compile(r"[(（]|[,،]\s*\d")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?|\d+|[^\w\s]")
#: Signs that may stand in a gap, and their price; words stand in `gap_words.tsv`.
_SIGNS = {",": 0.8, "،": 0.8, "、": 1.2, "(": 0.5, ")": 0.5, "（": 0.5, "）": 0.5, "-": 0.9,
          '"': 0.2, "・": 0.2, "/": 0.5, ".": 2.5, "=": 0.3, "'": 0.2, ":": 2.0}  # fmt: skip


@cache
def _gap_words(language: str, side: str) -> dict[str, float]:
    """Give the words that may stand in a gap where the post is on one side of the name."""
    rows = open_table(f"{language}/gap_words.tsv", ("word", "cost", "where"))
    return {fold(row["word"]): float(row["cost"]) for row in rows if row["where"] in ("-", side)}


def gap_cost(text: str, language: str, side: str = "before") -> float:
    """Price the words between a post and a name; infinite when they part the two.

    `side` says where the post stands: `before` the name or `behind` it.
    """
    text, costs = without_vowel_signs(text), _word_costs(language, side)
    # Most gaps begin with a word that parts the two; what stands in brackets begins with a sign.
    first = _WORD.search(text)
    if first is None:
        return 0.0
    if costs[first.group()] > MOST:
        return float("inf")
    text, asides = _ASIDE.subn(" ", text)
    cost = 0.4 * asides
    for match in _WORD.finditer(text):
        cost += costs[match.group()]
        if cost > MOST:
            return float("inf")
    return cost


@asked_once
def _word_costs(language: str, side: str) -> WordTable[float]:
    """Give the price of each word and sign that may stand in a gap."""
    return WordTable(lambda word: _word_cost(word, language, side))


def _word_cost(written: str, language: str, side: str) -> float:
    word, free = fold(written), _gap_words(language, side)
    if word in free:
        return free[word]
    if word in _SIGNS:
        return _SIGNS[word]
    if "honorific" in word_classes(language).get(word.rstrip("."), ()):
        return 0.05
    if word.isdigit() and len(word) <= 3:
        return 0.8  # an age: «, 46, »
    if language == "ar" and side == "before" and is_demonym(written, language):
        return 0.3  # «رئيس الشركة السويسري»: it belongs to the post
    return float("inf")


class PairCosts:
    """Prices what lies between the posts and the names of a text, for each two of them once."""

    def __init__(self, document: Document) -> None:
        self._text, self._language = document.text, document.language
        self._known: dict[tuple[str, str], float] = {}
        #: From where on nothing is bound to a post before it, or to a name before it, by their ids.
        self._ends: dict[str, int] = {}

    def of(self, post: Mention, person: Mention) -> float:
        """Price what lies between a post and a name; infinite when it parts the two."""
        is_before = post.end <= person.start
        first, second = (post, person) if is_before else (person, post)
        end = self._ends.get(first.id)
        if end is None:
            end = self._ends[first.id] = self._end_behind(first)
        # Of five pairs three are parted by the words right behind the first of them.
        if second.start >= end:
            return float("inf")
        key = post.id, person.id
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _pair_cost(self._text, post, person, self._language)
        return known

    def _end_behind(self, first: Mention) -> int:
        """Give where the words behind a post or name end that part all behind them from that one;
        a place behind all text where none do, or only a closer look would tell.
        """
        text, language, begin = self._text, self._language, first.end
        is_post = first.kind is POST
        if (
            is_post
            and expression(language, "relation_named") is not NOTHING
            and expression(language, "post_relation").fullmatch(first.text) is not None
        ):
            return sys.maxsize  # its words may be “has been named”
        costs, cost = _word_costs(language, "before" if is_post else "behind"), 0.0
        for word in _WORD.finditer(text, begin, begin + FAR):
            if _MAY_OPEN_ASIDE.match(text, word.start()) is not None:
                break
            cost += costs[word.group()]
            if cost > MOST:
                # Without signs of vowels it may be another word.
                written = text[begin : word.end() + 1]
                return word.end() if without_vowel_signs(written) is written else sys.maxsize
        return sys.maxsize


def _pair_cost(text: str, post: Mention, person: Mention, language: str) -> float:
    check()
    is_before = post.end <= person.start
    first, second = (post, person) if is_before else (person, post)
    if not 0 <= second.start - first.end <= FAR:
        return float("inf")
    gap = text[first.end : second.start]
    if (
        is_before
        and expression(language, "relation_named").fullmatch(gap)
        and (expression(language, "post_relation").fullmatch(post.text))
    ):
        return _NAMED  # “Her successor has been named: X”
    cost = gap_cost(gap, language, "before" if is_before else "behind")
    if cost > MOST or has_joint_word(gap, language) or ends_frame(text, first, second, language):
        # «The minister and X», «X and the minister» are two people.
        return float("inf")
    if (
        language in WITH_ENDINGS
        and not is_before
        and (not gap.strip() or text[second.end : second.end + 1].isalpha())
    ):
        # «Дархан мырза, Президенттің …»: an apposition bears no case of its own; a Kazakh post
        # stands before its holder, or behind a comma.
        return float("inf")
    if is_before and _is_kins(text, post, person, language):
        return float("inf")
    if expression(language, "no_kin").match(text, post.end):
        # «ヤン氏（外相との血縁関係はない）»: the post is the namesake's.
        return float("inf")
    # After the name a post needs a comma in English and Russian: «Aas, the minister».
    return cost if is_before or language == "ja" else cost + (0.15 if language == "ar" else 0.3)


def _is_kins(text: str, post: Mention, person: Mention, language: str) -> bool:
    """Say whether a name behind a post is that of the kin of who holds it.

    “The wife of Ghana's president, Ama,”, «президентінің зайыбы Ама», «حرم الرئيس السيدة أما»;
    “the wife of President Kwame” leaves the name to the post.
    """
    if expression(language, "post_of_kin").search(post.text):
        return True
    before = ends_in(language, "kin_of").search(text, max(0, post.start - _KIN), post.start)
    named = expression(language, "kin_is_named")
    return before is not None and named.search(text[post.end : person.end]) is not None


def ends_frame(text: str, first: Mention, second: Mention, language: str) -> bool:
    """Say whether the comma between two ends whose words are told, or what the sentence opens with.

    «По словам Ли, посол уехал», “After talks with the minister, Li said …”. With another sign
    behind it the second is what the first is: «По словам Ли, посла Чили, …», “the minister, Li,”.
    """
    if not text[first.end : second.start].lstrip().startswith(","):
        return False
    if text[second.end : second.end + 1] == ",":
        return False
    if first.kind is POST and opens_clause(text, first, second, language):
        return True
    frame = ends_in(language, "source_frame")
    return frame.search(text, max(0, first.start - FAR), first.end) is not None


def opens_clause(text: str, post: Mention, name: Mention, language: str) -> bool:
    """Say whether a name behind the comma of a post begins a clause: “With the minister, Li met …”.

    As an apposition it would have a comma behind it, too; and a preposition stands before the post.
    """
    if name.kind is not PERSON:
        return False
    if expression(language, "apposition_is_open").match(text, name.end) is None:
        return False
    governed = ends_in(language, "post_is_governed")
    return governed.search(text, max(0, post.start - FAR), post.start) is not None
