"""A document and what is known of its places go in; names that closed word classes tell come out.

Words for a guest, and embassies with their places. They are few in a language and the same in
every text, so a table serves better than a tagger.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document, Sentence, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import (
    begins_post,
    comparable_forms,
    find_post_words,
    posts_in,
    word_classes,
)
from sijill.documents.qualifiers import is_demonym, words_with
from sijill.documents.token_places import sentences_with, shortest
from sijill.documents.tokens import ending_cuts, proclitic_cuts
from sijill.languages import VERB_LAST, WITH_ENDINGS
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind
from sijill.mentions.japanese_posts import post_beginning
from sijill.mentions.post_edges import is_plural, tells_several
from sijill.register.affixes import affixes
from sijill.tables import open_table
from sijill.text import fold, fold_word
from sijill.word_tables import WordTable

#: A name of a state that the register knows is so sure at least.
_SURE_STATE = 0.9
#: How sure such a word is; below a tagger that has read the sentence.
GUEST, MISSION, NAMED = 0.6, 0.7, 0.8
#: No name of a person is believed over that of such a society.
_SOCIETY = 0.9999
_MOST_PLACES = 2
#: Posts that one state has once, how sure such a post is, and how sure its state must be.
STATE_POSTS = frozenset(
    ("monarch", "head_of_state", "head_of_government", "foreign_minister", "heir", "speaker")
)
STATE_POST, STATE = 0.6, 0.85
#: In English these stand behind their state, too, with this between.
_OWNED_POSTS = STATE_POSTS | {"ambassador", "deputy_head_government", "vice_president"}
_OWNED = "'s "
#: A post stands no farther from its state (code points).
_BESIDE = 8
#: Those who are sent to a place.
_ENVOYS = frozenset(("ambassador", "consul"))
#: No Japanese title is longer (code points).
_LONGEST_TITLE = 8


@cache
def _words_of(group: str, language: str) -> frozenset[tuple[str, ...]]:
    rows = open_table(f"{language}/stand_ins.tsv", ("word", "class"))
    return frozenset(tuple(fold(row["word"]).split()) for row in rows if row["class"] == group)


def find_guests(document: Document, sentences: Sequence[Sentence]) -> list[Candidate]:
    """Give the words that stand for a guest of the text: ضيفه, гостью, мәртебелі мейман."""
    language = document.language
    if language == "ja":
        guests = expression("ja", "guest_alone").finditer(document.text)
        return [Candidate(PERSON, *g.span(), "guest", GUEST) for g in guests]
    longest, is_first = _longest_guest(language), _guest_openers(language)
    found: list[Candidate] = []
    for sentence in sentences_with(document.text, sentences, _guest_letters(language)):
        tokens = sentence.tokens
        over = 0
        for first in [at for at, t in enumerate(tokens) if is_first[t.text]]:
            for last in (
                range(min(first + longest, len(tokens)), first, -1) if first >= over else ()
            ):
                part = tokens[first:last]
                cut = _guest_cut(tuple([t.text for t in part]), language)
                if cut is not None:
                    front, back = cut
                    start, end = part[0].start + front, part[-1].end - back
                    if first and language != "ar" and _is_of_guest(tokens[first - 1], language):
                        start = tokens[first - 1].start
                    after = tokens[last : last + 1]
                    if language == "ar" and after and is_demonym(after[0].text, language):
                        end = after[0].end
                    found.append(Candidate(PERSON, start, end, "guest", GUEST))
                    over = last
                    break
    return found


def _is_of_guest(token: Token, language: str) -> bool:
    """Say whether a word before a guest belongs to the words for them: «her», «Gambian»."""
    if is_demonym(token.text, language) or token.folded in words_with("possessed", language):
        return True
    return language == "kk" and token.folded.endswith(affixes("kk", "nation"))


@cache
def _guest_letters(language: str) -> tuple[str, ...]:
    """Give letters of which each guest is told with some: of «guest of honour» the noun alone."""
    known = _words_of("guest", language)
    times = Counter(word for words in known for word in words)
    return shortest(max(words, key=lambda word: (times[word], len(word), word)) for words in known)


@cache
def _longest_guest(language: str) -> int:
    """Give how many words for a guest there are at most."""
    return max(map(len, _words_of("guest", language)), default=0)


@cache
def _guest_openers(language: str) -> WordTable[bool]:
    """Say of each word whether it may be the first of those for a guest."""
    first = frozenset(words[0] for words in _words_of("guest", language))
    # A form of a word is some of its letters: most words need not be cut.
    among = re.compile("|".join(map(re.escape, sorted(first))) or "(?!)")
    return WordTable(
        lambda word: (
            among.search(fold_word(word)) is not None
            and not first.isdisjoint(comparable_forms(word, language))
        )
    )


@lru_cache(maxsize=8192)
def _guest_cut(words: tuple[str, ...], language: str) -> tuple[int, int] | None:
    """Give the letters to leave outside in front and behind when the words are a guest's."""
    known = _words_of("guest", language)
    middle = tuple(fold(w) for w in words)
    if middle in known:
        return 0, 0
    if language == "ar":
        for cut in proclitic_cuts(words[0], "ar"):
            if (fold(words[0][cut:]), *middle[1:]) in known:
                return cut, 0
    if language in WITH_ENDINGS:
        for form in comparable_forms(words[-1], language)[1:]:
            if (*middle[:-1], form) in known:
                return 0, len(words[-1]) - len(form)
    return None


def find_named_after(document: Document, sentences: Sequence[Sentence]) -> list[Candidate]:
    """Give Kazakh bodies named after a person: «Нұрсұлтан Назарбаев атындағы әуежай»."""
    language = document.language
    cues = {" ".join(words) for words in _words_of("named_after", language)}
    classes = word_classes(language)
    found: list[Candidate] = []
    for sentence in sentences_with(document.text, sentences, cues):
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if token.folded not in cues:
                continue
            first = index
            while first and (tokens[first - 1].text[0].isupper() or tokens[first - 1].text in ".-"):
                first -= 1
            for last in range(index + 1, min(index + 5, len(tokens))):
                forms = comparable_forms(tokens[last].text, language)
                form = next(
                    (f for f in forms if {"place", "organisation"} & {*classes.get(f, ())}), ""
                )
                if form and first < index:
                    kind = PLACE if "place" in classes[form] else ORGANISATION
                    end = tokens[last].start + len(form)
                    found.append(Candidate(kind, tokens[first].start, end, "named after", NAMED))
                    break
    return found


@cache
def _links(language: str) -> re.Pattern[str]:
    rows = open_table(f"{language}/mission_links.tsv", ("word", "class"))
    links = [row["word"] for row in rows if row["class"] == "link" and row["word"] != "-"]
    inner = "|".join(re.escape(w) for w in sorted(links, key=lambda w: (-len(w), w))) or "(?!)"
    return re.compile(rf" (?:(?:{inner})(?: |(?<=[بـ])))?\Z")


@cache
def _beside(language: str, where: str) -> frozenset[str]:
    rows = open_table(f"{language}/mission_links.tsv", ("word", "class"))
    return frozenset(fold(row["word"]) for row in rows if row["class"] == where)


def find_missions(
    document: Document, sentences: Sequence[Sentence], places: Iterable[Candidate]
) -> list[Candidate]:
    """Give embassies and consulates with the places of their names: «Embassy of Japan in Amman»."""
    language = document.language
    if language in VERB_LAST:
        return []
    place_by_start = {p.start: p for p in of_kind(places, PLACE)}
    cuts = _mission_cuts(language)
    found: list[Candidate] = []
    for sentence in sentences_with(document.text, sentences, _mission_letters(language)):
        tokens = sentence.tokens
        fronts = [cuts[token.text] for token in tokens]
        for index, front in [(at, cut) for at, cut in enumerate(fronts) if cut is not None]:
            last = tokens[index]
            start = last.start + front
            if index and tokens[index - 1].folded in _beside(language, "before"):
                start = tokens[index - 1].start
            if index + 1 < len(tokens) and tokens[index + 1].folded in _beside(language, "after"):
                last = tokens[index + 1]
            end = _take_places(document.text, last.end, place_by_start, language)
            if end > last.end:
                found.append(Candidate(ORGANISATION, start, end, "mission", MISSION))
    return found


def find_societies(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the societies that every state has one of: “the Kenyan Red Cross” is nobody's name.

    One that is part of a longer name is left to it: “International Committee of the Red Cross”.
    """
    text, language = document.text, document.language
    found, bodies = [], Nearby(of_kind(candidates, ORGANISATION))
    over = 0
    for name in expression(language, "named_society").finditer(text):
        start, end = name.span()
        begin = max(over, text.rfind(" ", over, start - 1) + 1)
        people = ends_in(language, "people_of_society").search(text, begin, start)
        if people is not None and is_demonym(people.group()[:-1], language):
            start = people.start()
        over = end
        society = Candidate(ORGANISATION, start, end, "society", _SOCIETY)
        if not any(c.contains(society) for c in bodies.overlapping(society)):
            found.append(society)
    return found


@cache
def _mission_cuts(language: str) -> WordTable[int | None]:
    """Give of each word how many letters before that for a mission are particles, or None."""
    return WordTable(lambda word: _mission_cut(word, language))


def _mission_cut(word: str, language: str) -> int | None:
    classes = word_classes(language)
    if language != "ar":
        return 0 if "mission" in classes.get(fold(word), ()) else None
    whole = fold(word)
    if not any(stem in whole for stem in _mission_letters("ar")):
        return None
    for cut in (0, *proclitic_cuts(word, "ar")):
        form = fold(word[cut:])
        forms = (form, form.removeprefix("ال"), *_without_owner(form))
        if any("mission" in classes.get(f, ()) for f in forms):
            return cut
    return None


@cache
def _mission_letters(language: str) -> tuple[str, ...]:
    """Give letters of which each mission is told with some.

    The last one of an Arabic word an owner changes.
    """
    words = [word for word, found in word_classes(language).items() if "mission" in found]
    return shortest(word[:-1] if language == "ar" else word for word in words)


def _without_owner(word: str) -> tuple[str, ...]:
    """Give the Arabic noun to which «her» or «their» is written: سفارتها -> سفارة."""
    owned = expression("ar", "owned_noun").fullmatch(word)
    return (fold(owned.group(1) + "ة"),) if owned else ()


def _take_places(text: str, end: int, place_by_start: dict[int, Candidate], language: str) -> int:
    """Give the end after the places that follow with a link word between."""
    pattern = _links(language)
    for _ in range(_MOST_PLACES):
        if text[end : end + 1] != " ":
            break
        following = next(
            (
                place_by_start[start]
                for start in range(end + 1, min(end + 12, len(text)))
                if start in place_by_start
            ),
            None,
        )
        if following is None or not pattern.match(text[end : following.start]):
            break
        end = following.end
    return end


def find_state_posts(
    document: Document, sentences: Sequence[Sentence], candidates: Iterable[Candidate]
) -> list[Candidate]:
    """Give the highest posts that stand right beside their state: «Президента Казахстана»."""
    language = document.language
    text = document.text
    states = [c for c in of_kind(candidates, PLACE) if c.confidence >= STATE]
    by_start = {c.start: c for c in states}
    by_end = {c.end: c for c in states}
    found: list[Candidate] = []
    if language == "ja":
        return _japanese_state_posts(text, states)
    edges = sorted({*by_start, *by_end})
    for sentence in sentences:
        tokens = sentence.tokens
        at = bisect_left(edges, sentence.start - _BESIDE)
        has_state = at < len(edges) and edges[at] <= sentence.end + _BESIDE
        for hit in posts_in(sentence, language) if has_state else ():
            first, last = tokens[hit.first], tokens[hit.last - 1]
            owner = by_end.get(first.start - len(_OWNED)) if language == "en" else None
            if owner and hit.role in _OWNED_POSTS and text[owner.end + 1 : first.start] == "s ":
                found.append(_post(owner.start, last.end))  # “Chile's ambassador”
                continue
            if hit.role not in STATE_POSTS or tells_several(language)[first.text]:
                continue  # «президентов Чада и Перу» are two
            if language == "kk":
                state = by_end.get(first.start - 1)
                if state is not None and not is_plural(last.text, language):
                    end = last.end - _ending(last.text)
                    found.append(_post(state.start, end))
                continue
            behind = text[last.end : last.end + _BESIDE]
            link = expression(language, "of_state").match(behind) or re.match(" ", behind)
            state = by_start.get(last.end + link.end()) if link else None
            if state is not None and (language != "en" or state.start > last.end + 1):
                start = first.start + _front(first.text, language)
                found.append(_post(start, state.end))
    return found


def _japanese_state_posts(text: str, states: Sequence[Candidate]) -> list[Candidate]:
    """Give the highest posts that are written onto their state: 「キリバス大統領」.

    *Accepted gap*: with «の» between («キリバスの大統領») as often nobody in particular is meant.
    """
    found = []
    for state in states:
        title = post_beginning(text, state.end, state.end + _LONGEST_TITLE)
        if title is None or STATE_POSTS.isdisjoint(title[1]):
            continue
        if expression("ja", "title_is_over").match(text, title[0]):
            found.append(_post(state.start, title[0]))
    return found


def _post(start: int, end: int) -> Candidate:
    return Candidate(POST, start, end, "state post", STATE_POST)


def _ending(word: str) -> int:
    """Give how many letters at the end of a Kazakh post are its case: президентінің -> 3."""
    cuts = ending_cuts(word, "kk")
    lower = word.casefold()
    for cut in cuts:
        if lower[: len(lower) - cut].endswith(affixes("kk", "possessive")):
            return cut
    return 0


def _front(word: str, language: str) -> int:
    if language != "ar" or begins_post([word], "ar"):
        return 0
    return next((c for c in proclitic_cuts(word, "ar") if begins_post([word[c:]], "ar")), 0)


def lengthen_envoys(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Take into the post of an envoy the place that follows: «سفيرة المملكة بلشبونة».

    Any post takes in the whole of a state that it was cut in: “of Bosnia | and Herzegovina”.
    """
    language = document.language
    if language in VERB_LAST:
        return candidates
    places = of_kind(candidates, PLACE)
    place_by_start = {c.start: c for c in places}
    states = Nearby(c for c in places if c.confidence >= _SURE_STATE)
    longer: dict[int, Candidate] = {}
    for post in of_kind(candidates, POST):
        whole = max([o.end for o in states.overlapping(post) if o.start > post.start], default=0)
        c = post.at(post.start, max(post.end, whole))
        end = _take_places(document.text, c.end, place_by_start, language)
        if end > c.end and _is_envoy(document.text[c.start : c.end], language):
            c = c.at(c.start, end)
        if c is not post:
            longer[id(post)] = c
    return [longer.get(id(c), c) for c in candidates] if longer else candidates


def _is_envoy(post: str, language: str) -> bool:
    return any(hit.role in _ENVOYS for hit in find_post_words(post.split(), language))
