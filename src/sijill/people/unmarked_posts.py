"""People and the text go in; posts that no mention marks come out: «the driver, X», «X, a painter».

Descriptions with «a», plural posts («министры A и B») and bylines are no mentions, but they tell
what somebody is. They are read only for people of whom no post is told yet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter

from sijill.documents.document import ORGANISATION, POST, Document, Mention, Sentence, Token
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.lexicon import find_japanese_words, find_post_words, word_classes
from sijill.documents.mentions_by_kind import of_kind
from sijill.documents.qualifiers import is_joint, words_with
from sijill.documents.quotation_marks import MARKS
from sijill.documents.stand_ins import stand_in_words
from sijill.documents.stretches import beginning_in, over
from sijill.documents.tokens import tokenize
from sijill.houses.house_heads import head_of, is_house_of_study
from sijill.languages import VERB_LAST, WITH_ENDINGS
from sijill.people.clusters import Cluster
from sijill.people.free_stretches import FreeStretches
from sijill.people.holders import japanese_post_after
from sijill.people.posts import PostReading, read_post
from sijill.tables import open_table
from sijill.text import fold

#: So many words before or behind a name may be its post.
_MOST_WORDS = 5
#: Signs between a description and the name behind it.
_OPENING = frozenset(",،:–—(")
#: So many words may stand before the noun of a description.
_MOST_QUALITIES = 2
#: No Japanese word of a post is longer (code points).
_LONGEST_JAPANESE = 10
#: A byline is a line of its own with few words beside the name.
_LONGEST_BYLINE = 90
_MOST_BYLINE_WORDS = 3
#: Headline and first lines are no longer than this (code points).
_LONGEST_HEAD = 800
#: People of one row stand this close (code points).
_ROW_GAP = 12
#: What ties a name to an organisation is no longer than this (code points).
_LONGEST_LINK = 40
#: Nor are names of organisations longer.
_LONGEST_HOUSE = 160
#: Languages whose verb may open its clause, and those whose subject may stand behind it.
_VERB_FIRST, _FREE_ORDER = frozenset(("ar",)), frozenset(("ru",))
#: A shorter name may stand in that of an outlet by chance.
_SHORTEST_OUTLET = 4
#: A text with so many questions is an interview.
_FEWEST_QUESTIONS = 2
_WORD = re.compile(r"[^\W\d_]+")
_start = attrgetter("start")


def read_unmarked(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give people without any post what is told of them unmarked; clusters change in place."""
    people = sorted((n for c in clusters for n in c.names), key=_start)
    covered = FreeStretches([m for m in mentions if m.kind in (POST, ORGANISATION)], people)
    houses = sorted(of_kind(mentions, ORGANISATION), key=_start)
    serves = expression(document.language, "served_by") is not NOTHING
    named = _naming(of_kind(mentions, POST), people) if serves else ()
    for cluster in clusters:
        if named:
            _read_served(document, cluster, named, country_by_mention)
        if not cluster.names or (cluster.readings and not _is_told_past(cluster, document)):
            continue
        for name in sorted(cluster.names, key=_start)[:2]:
            reading = (
                _byline(document, name, mentions)
                or _interviewer(document, name)
                or _beside(document, sentences, name, covered, country_by_mention)
            )
            if reading is not None:
                cluster.readings.append(reading)
                break
    for cluster in clusters if houses else ():
        for name in cluster.names:
            near = _houses_near(name, houses, people)
            reading = (
                _described(document, name, near, cluster, country_by_mention) if near else None
            )
            if reading is not None:
                cluster.readings.append(reading)
                break


def _naming(posts: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
    """Give the posts in which a name may stand, as in few."""
    return [m for m in posts if beginning_in(people, m.start + 1, m.end)]


def _is_told_past(cluster: Cluster, document: Document) -> bool:
    """Say whether only clauses tell what somebody was: «актер X бұрын веложарысшы болған».

    In other languages what stands beside the name is then rather another's.
    """
    return document.language in WITH_ENDINGS and all(
        r.status == "former" and not r.mention.id for r in cluster.readings
    )


def _beside(
    document: Document,
    sentences: Sequence[Sentence],
    name: Mention,
    covered: FreeStretches,
    country_by_mention: Mapping[str, str],
) -> PostReading | None:
    sentence = over(sentences, name.start)
    if sentence is None:
        return None
    text, language, people = document.text, document.language, covered.people
    founds: list[tuple[int, int] | None] = []
    start = _row_start(name, people, text, language)
    if language == "ja":
        founds.extend(_japanese(text, name, sentence.start))
    else:
        floor = covered.begin_before(start)
        founds.append(_before(text, max(sentence.start, floor), start, language))
        ceiling = covered.end_behind(name.end)
        behind = beginning_in(people, name.end, len(text))
        following = behind[0].start if behind else len(text)
        end = min(sentence.end, following if ceiling is None else min(ceiling, following))
        founds.append(_behind(text, name.end, end, language, is_closed=end == following))
    for found in founds:
        if found is None or any(m.start < found[1] and found[0] < m.end for m in covered.mentions):
            continue
        words = _singular(text[found[0] : found[1]], language)
        post = Mention("", POST, *found, words)
        inner = [m for m in covered.mentions if found[0] <= m.start and m.end <= found[1]]
        reading = read_post(post, inner, language, country_by_mention)
        if reading.role is not None and not reading.is_counterpart:
            return reading
    return None


def _read_served(
    document: Document,
    cluster: Cluster,
    posts: Sequence[Mention],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give somebody the title by which another's post names him: “adviser to President X”."""
    text, language = document.text, document.language
    served = expression(language, "served_by")
    for name in cluster.names:
        outer = (m for m in posts if m.start < name.start and name.end <= m.end)
        post = next(outer, None)
        links = served.finditer(text, post.start, name.start) if post is not None else ()
        begin = max((link.end() for link in links), default=None)
        found = _before(text, begin, name.start, language) if begin is not None else None
        if found is None:
            continue
        title = Mention("", POST, *found, text[found[0] : found[1]])
        reading = read_post(title, (), language, country_by_mention)
        if reading.role is not None and reading.role not in cluster.roles:
            cluster.readings.append(reading)


def _japanese(text: str, name: Mention, begin: int) -> list[tuple[int, int]]:
    """Find the posts on both sides of a Japanese name: 「漁師の森さん」「森さん(54)=教員=」."""
    opened = expression("ja", "described_behind").match(text, name.end)
    found = []
    for start in (name.end, *((opened.end(),) if opened else ())):
        end, _ = japanese_post_after(text, start) or (0, "")
        if end:
            found.append((start, end))
    tie = ends_in("ja", "described_before").search(text, max(begin, name.start - 8), name.start)
    if tie is not None:
        start = max(begin, tie.start() - _LONGEST_JAPANESE)
        words = find_japanese_words(fold(text[start : tie.start()]))
        found += [
            (start + first, start + last)
            for first, last, labels in words
            if start + last == tie.start() and any(label.startswith("post=") for label in labels)
        ]
    return found


@cache
def _leading_words(language: str) -> tuple[tuple[str, str], ...]:
    rows = open_table(f"{language}/leading_words.tsv", ("word", "class"))
    return tuple((fold(row["word"]), row["class"]) for row in rows)


@cache
def _ties_of(language: str) -> dict[str, tuple[str, ...]]:
    """Give the ties that each of the leading words tells, in their order."""
    ties: dict[str, list[str]] = {}
    for word, tie in _leading_words(language):
        ties.setdefault(word, []).append(tie)
    return {word: tuple(told) for word, told in ties.items()}


def _houses_near(
    name: Mention, houses: Sequence[Mention], people: Sequence[Mention]
) -> list[Mention]:
    """Give the houses near a name that no other name parts from it."""
    near = beginning_in(
        houses, name.start - _LONGEST_LINK - _LONGEST_HOUSE, name.end + _LONGEST_LINK + 1
    )
    return [
        house
        for house in near
        if name.start - house.end <= _LONGEST_LINK and not _are_parted(house, name, people)
    ]


def _are_parted(house: Mention, name: Mention, people: Sequence[Mention]) -> bool:
    """Say whether a name of those in order stands between a house and a name."""
    begin, end = min(house.end, name.end), max(house.start, name.start)
    return any(p.end <= end for p in beginning_in(people, begin, end + 1))


def _described(
    document: Document,
    name: Mention,
    houses: Sequence[Mention],
    cluster: Cluster,
    country_by_mention: Mapping[str, str],
) -> PostReading | None:
    """Read «X, who heads the Y Fund», «преподающая в …», 「…を率いる森氏」, «X of Y Institute»."""
    text, language = document.text, document.language
    for house in houses:
        is_first = house.end <= name.start
        left, right = (house, name) if is_first else (name, house)
        gap = text[left.end : right.start]
        if left.end > right.start or len(gap) > _LONGEST_LINK or "\n" in gap or "." in gap:
            continue
        if expression(language, "joins_another").match(gap):
            continue  # “Lund and the head of the fund, Moe”
        tie = (
            _tie(gap, language) if is_first == (language in VERB_LAST) else _tie_back(gap, language)
        )
        if not is_first and not gap.strip():
            tie = _tie_around(text, name.start, language)
        role = role_at(house, tie, cluster, language)
        if role is None or role in cluster.roles:
            continue
        part_of = ends_in(language, "part_of_house")
        # «Делегацию МИД возглавил …» makes nobody head of the ministry.
        if not part_of.search(text, max(0, house.start - _LONGEST_LINK), house.start):
            post = Mention("", POST, house.start, house.end, house.text)
            status = "former" if tie == "led" else "current"
            return PostReading(post, role, status, country_by_mention.get(house.id), house)
    return None


def role_at(house: Mention, tie: str | None, cluster: Cluster, language: str) -> str | None:
    """Give the role that a tie to an organisation tells."""
    if tie is None:
        return None
    head = head_of(house.text, language)
    if tie in ("head", "led"):
        return _head_of_state_house(house.text, language) or head or "chief_executive"
    if tie == "of" and not cluster.readings and _is_of_press(house.text, language):
        return "journalist"
    is_of_scholars = head == "university_head" or is_house_of_study(house.text, language)
    if is_of_scholars and (tie == "scholar" or (tie == "of" and not cluster.readings)):
        return "expert"
    return None


def _is_of_press(name: str, language: str) -> bool:
    """Say whether a house is a paper, a station or an agency of news by its name."""
    classes = word_classes(language)
    return any("press" in classes.get(t.folded, ()) for t in tokenize(name, language))


def _head_of_state_house(name: str, language: str) -> str | None:
    """Tell what heads a house of a state: its government, a ministry, an embassy; else None."""
    if expression(language, "is_premiership").search(name):
        return "head_of_government"
    if expression(language, "foreign_ministry").search(name):
        return "foreign_minister"
    if expression(language, "is_ministry").search(name):
        return "minister"
    return "ambassador" if expression(language, "is_embassy").search(name) else None


def _tie(gap: str, language: str) -> str | None:
    """Tell what ties a name to a house: `head`, `scholar`, `of`, or None."""
    words = ends_in(language, "tie_tail").sub("", fold(gap).strip(" ,،"))
    if language in WITH_ENDINGS and gap[:1].isalpha():
        words = words.partition(" ")[2]  # the case ending of the house
    bare = words if language in VERB_LAST else ends_in(language, "article").sub("", words)
    stands = bare.startswith if language in VERB_LAST else bare.endswith
    if stands(tuple(_ties_of(language))):
        return next(tie for word, tie in _leading_words(language) if stands(word))
    return "of" if expression(language, "of_house").fullmatch(words) else None


def _tie_back(gap: str, language: str) -> str | None:
    """Tell what ties a house to a name behind it: `head` for “the fund, headed by X”, or None."""
    for tie in _ties_of(language).get(fold(gap).strip(" ,،"), ()):
        if tie == "headed":
            return "head"
        # The order of Russian words is free: «Посольство возглавил Иванов».
        if tie in ("head", "led") and language in _FREE_ORDER:
            return tie
    return None


def _tie_around(text: str, start: int, language: str) -> str | None:
    """Tell what ties a name to a house behind it by the verb before: «يرأس س جامعة …»."""
    if language not in _VERB_FIRST:
        return None
    before = fold(text[max(0, start - _LONGEST_LINK) : start]).split()[-1:]
    ties = _ties_of(language).get(before[0].removeprefix("و"), ()) if before else ()
    return next((tie for tie in ties if tie in ("head", "led")), None)


def _row_start(name: Mention, people: Sequence[Mention], text: str, language: str) -> int:
    """Give where the row of names begins that a name stands in: «ministers A, B and C»."""
    start = name.start
    for other in reversed(people):
        if other.end >= start:
            continue
        if start - other.end > _ROW_GAP:
            break
        gap = text[other.end : start]
        if is_joint(gap, language):
            if not re.search(r"\w|,|،", gap):
                continue
            start = other.start
    return start


def _before(text: str, begin: int, end: int, language: str) -> tuple[int, int] | None:
    """Find the words of a post that end right before a place."""
    called = ends_in(language, "called_before").search(text, begin, end)
    end = called.start() if called else end
    tokens = list(tokenize(text[begin:end], language))
    if tokens and tokens[-1].text in _OPENING:
        tokens.pop()
    tail: list[tuple[int, int, str]] = []
    for token in reversed(tokens):
        if not (token.text[0].isalpha() or token.text in "-"):
            break
        tail.insert(0, (begin + token.start, begin + token.end, token.text))
        if len(tail) == _MOST_WORDS:
            break
    words = [_singular(word, language) for _, _, word in tail]
    for hit in sorted(find_post_words(words, language), key=lambda h: h.first):
        if hit.last == len(words) and not _is_kin(tail[hit.first][2], language):
            return tail[hit.first][0], tail[-1][1]
    return None


def _is_kin(word: str, language: str) -> bool:
    """Say whether a word tells whose kin somebody is: as titles English capitals lead it."""
    return language == "en" and word.islower() and "kin" in word_classes(language).get(word, ())


def _singular(word: str, language: str) -> str:
    """Take the plural off an English word; the patterns of other languages are open."""
    if language != "en" or len(word) <= 4 or not word.endswith("s"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


@cache
def _openers(language: str) -> re.Pattern[str]:
    words = sorted(words_with("apposition", language), key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(rf"[,،]\s*(?:{joined})\s+" if joined else r"(?!)")


def _behind(
    text: str, begin: int, end: int, language: str, *, is_closed: bool
) -> tuple[int, int] | None:
    """Find a description behind a name: «, a Sami musician,», «، وهي رسامة», « – мүсінші».

    `is_closed`: another name stands at the end, which the words may belong to.
    """
    rest = _fold_keeping(text[begin:end])
    openers = (_openers(language), expression(language, "described_behind"))
    opened = [match.end() for match in (opener.match(rest) for opener in openers) if match]
    if not opened:
        return None
    start = begin + max(opened)
    stops = words_with("stop", language)
    tokens: list[Token] = []
    for token in tokenize(text[start:end], language)[: _MOST_WORDS + 1]:
        if not (token.text[0].isalpha() or token.text == "-"):
            break
        tokens.append(token)
    words = [t.text for t in tokens]
    last = next((i for i, word in enumerate(words) if fold(word) in stops), len(words))
    hits = [
        h
        for h in find_post_words(words, language)
        # «Lisbon-born» is one word
        if h.first < last and h.first - 2 * words[: h.first].count("-") <= _MOST_QUALITIES
    ]
    if not hits:
        return None
    best = max(hits, key=lambda h: (h.weight, -h.first))
    stop = start + tokens[best.last - 1].end
    if is_closed and not re.search(r"[,،;.()–—]|\w\W+\w", text[stop:end]):
        return None
    return start, stop


def _fold_keeping(text: str) -> str:
    """Fold a text for comparing, if that keeps its length; else only its capitals."""
    folded = fold(text)
    return folded if len(folded) == len(text) else text.lower()


def _byline(document: Document, name: Mention, mentions: Sequence[Mention]) -> PostReading | None:
    """Read a name that stands in a line of its own under the headline or at the end."""
    text = document.text
    start = text.rfind("\n", 0, name.start) + 1
    end = text.find("\n", name.end)
    end = len(text) if end < 0 else end
    is_last = not text[end : end + 20].strip() and len(text) - end < _LONGEST_BYLINE
    cues = stand_in_words(document.language, "byline")
    bracket = _bracket(text, name)
    if bracket is not None:
        start, end = bracket
        before = fold(text[start : name.start]).strip(" ・:：=＝")
        is_told = any(before.endswith(cue) for cue in cues)
        if not is_told and not re.search(r"[=＝]\s*\Z", text[start : name.start]):
            return None
    elif (
        start == 0
        or end - start > _LONGEST_BYLINE
        or not (is_last or _is_under_headline(text, start))
    ):
        return None
    inside = [m for m in mentions if start <= m.start and m.end <= end and m.id != name.id]
    rest = text[start:end]
    for m in sorted([*inside, name], key=lambda m: -m.start):
        rest = rest[: m.start - start] + " " + rest[m.end - start :]
    words = _WORD.findall(rest)
    # «Беседовала Инга Страздиня.» is one with its full stop, other sentences are none.
    is_told = any(fold(text[start : name.start]).strip() == cue for cue in cues)
    is_sentence = rest.rstrip()[-1:] in ".!?؟。" and not is_told
    if bracket is None and (len(words) > _MOST_BYLINE_WORDS or is_sentence):
        return None
    if any(m.kind is POST for m in inside):
        return None
    house = next((m for m in inside if m.kind is ORGANISATION), None)
    house = house or _outlet(document, mentions)
    post = Mention("", POST, name.start, name.start, "")
    return PostReading(post, "journalist", "current", None, house)


def _interviewer(document: Document, name: Mention) -> PostReading | None:
    """Read whom somebody “spoke to” before the first question of an interview."""
    text, language = document.text, document.language
    told = ends_in(language, "interviewer_before")
    if not told.search(text, max(0, name.start - _LONGEST_LINK), name.start):
        return None
    labels = expression(language, "question_label")
    lines = [line for line in text[name.end :].split("\n") if labels.match(line)]
    if len(lines) < _FEWEST_QUESTIONS:
        return None
    post = Mention("", POST, name.start, name.start, "")
    return PostReading(post, "journalist", "current", None, None)


def _is_under_headline(text: str, start: int) -> bool:
    """Say whether a line is the first or second after the headline."""
    return start < _LONGEST_HEAD and len(re.findall(r"\n+", text[:start])) <= 2


def _outlet(document: Document, mentions: Sequence[Mention]) -> Mention | None:
    """Give the first mention of the outlet itself, if the text names it."""
    outlet = fold(document.outlet or "")
    for m in mentions:
        name = fold(m.text).strip(f" {MARKS}")
        if m.kind is ORGANISATION and len(name) >= _SHORTEST_OUTLET and name in outlet:
            return m
    return None


def _bracket(text: str, name: Mention) -> tuple[int, int] | None:
    """Give the brackets right around a name: 【アクラ＝森弘】, (聞き手・森弘)."""
    start = max(text.rfind(sign, max(0, name.start - 30), name.start) for sign in "【(（")
    if start < 0 or text[name.end : name.end + 1] not in ("】", ")", "）"):
        return None
    return start + 1, name.end
