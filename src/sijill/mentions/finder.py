"""A document, its sentences and the known names go in; the mentions in it come out, nested cleanly.

Merged are the tagger, the grammar of dates, the register, and closed word classes; `edges` puts
their ends right. Spans may nest and never cross; of two spans of one kind that overlap one stays;
inside an organisation, person or place nothing more is marked, and no post or date in a post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sijill.documents.document import (
    DATE,
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Mention,
    Sentence,
)
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import comparable_forms, word_classes
from sijill.documents.qualifiers import TIMES, effects_of, is_demonym
from sijill.documents.stand_ins import is_guest
from sijill.documents.tokens import tokenize
from sijill.languages import LANGUAGES
from sijill.mentions.arabic_adjectives import without_adjectives
from sijill.mentions.arabic_family_names import with_family_names
from sijill.mentions.arabic_towns import find_towns
from sijill.mentions.candidates import (
    KIND_BY_NAME,
    KNOWN_BODY,
    KNOWN_PERSON,
    KNOWN_PLACE,
    KNOWN_STATE,
    SURE_OUTER,
    Candidate,
    Nearby,
    untangle,
)
from sijill.mentions.closed import (
    find_guests,
    find_missions,
    find_named_after,
    find_societies,
    find_state_posts,
    lengthen_envoys,
)
from sijill.mentions.date_edges import without_parts_of_names
from sijill.mentions.describing_names import DescribingNames
from sijill.mentions.echoes import find_echoes, is_head
from sijill.mentions.edges import mend
from sijill.mentions.english_houses import find_english_houses
from sijill.mentions.found import Found, found_of, of_kind
from sijill.mentions.generic_guests import is_generic_guest
from sijill.mentions.given_names import (
    find_titled,
    find_visitors,
    is_visited,
    part_at_and,
    with_given_names,
    without_destinations,
)
from sijill.mentions.houses_in_posts import find_houses
from sijill.mentions.japanese_houses import find_japanese_houses
from sijill.mentions.japanese_missions import find_japanese_missions
from sijill.mentions.katakana_names import find_posts_before
from sijill.mentions.kazakh_people import with_kazakh_people
from sijill.mentions.landmarks import with_landmarks
from sijill.mentions.listed import find_country_words, find_listed, settle_joined
from sijill.mentions.mistaken_people import with_mistaken_people
from sijill.mentions.posts_before_names import find_posts_before_names, part_from_houses
from sijill.mentions.predecessor_words import find_relations
from sijill.mentions.served_people import find_apposed, with_served
from sijill.mentions.split_names import with_whole_names
from sijill.mentions.vouched_arabic import find_neighbours
from sijill.mentions.vouched_people import find_vouched
from sijill.register.matcher import Hit, Matcher
from sijill.tagging.tagger import Tagged, Tagger, load_tagger
from sijill.temporal.calendar import find_atoms
from sijill.temporal.times import find_dates, is_distance

_SURE_BY_KIND = {
    "person": KNOWN_PERSON,
    "organisation": KNOWN_BODY,
    "place": KNOWN_PLACE,
    "state": KNOWN_STATE,
}

#: So many letters before a post are looked at.
BEFORE_POST = 16
#: A city of so few letters that it is often a word.
SHORT_CITY = 4


def find_mentions(
    document: Document,
    sentences: Sequence[Sentence],
    matcher: Matcher,
    tagger: Tagger | None = None,
    *,
    dates: Sequence[Mention] | None = None,
) -> tuple[Mention, ...]:
    """Give the mentions of a document by place, the outer before the inner one.

    `dates` are those of `find_dates`, which is asked where none are given. `value` holds the
    register id of a known name and what `dates` say of one of them. Without a trained tagger
    for the language only dates, known names and closed classes are found; in a language that Sijill
    does not read, only known names.
    """
    hits = matcher.find(document.text, document.language)
    candidates = Found(_known(hits, matcher))
    if document.language not in LANGUAGES:
        return _mentions(document, untangle(candidates), hits, matcher)
    candidates.extend(find_guests(document, sentences))
    candidates.extend(
        Candidate(DATE, m.start, m.end, m.rule, m.confidence, m.value)
        for m in (find_dates(document, sentences) if dates is None else dates)
    )
    tagger = tagger or load_tagger(document.language)
    if tagger is not None:
        tagged = tagger.tag(document.text, sentences, hits, matcher.kind_by_id)
        found = [_with_whole_numbers(document.text, t) for t in tagged]
        found = with_mistaken_people(document, _whole_distances(document, found, candidates))
        found = with_kazakh_people(document, found, candidates)
        candidates.extend(mend(document, found, candidates))
        candidates = found_of(part_at_and(document, settle_joined(document, candidates)))
        candidates = found_of(with_given_names(document, candidates))
        candidates = found_of(without_destinations(document, candidates))
        candidates.extend(find_visitors(document, candidates))
        candidates.extend(find_titled(document, candidates))
        if document.language == "en":
            candidates = Found(without_parts_of_names(candidates))
    candidates.extend(find_named_after(document, sentences))
    near = candidates.near()
    describing = DescribingNames(document, candidates, near)
    sure = [
        c
        for c in candidates
        if (c.kind is not PERSON and c.rule != "register")
        or not _is_doubtful(document, c, near, tagger, describing)
    ]
    if len(sure) < len(candidates):
        candidates = Found(sure)
    candidates = found_of(with_landmarks(document, sentences, candidates))
    candidates.extend(find_listed(document, sentences, candidates))
    candidates.extend(find_country_words(document, candidates))
    candidates.extend(find_missions(document, sentences, candidates))
    candidates.extend(find_societies(document, candidates))
    candidates.extend(find_state_posts(document, sentences, candidates))
    candidates.extend(find_neighbours(document, sentences, candidates))
    candidates.extend(find_vouched(document, candidates))
    candidates = found_of(with_whole_names(document, candidates))
    candidates.extend(find_relations(document, candidates))
    candidates.extend(find_posts_before(document, candidates))
    candidates.extend(find_japanese_houses(document, candidates))
    candidates.extend(find_japanese_missions(document, candidates))
    candidates.extend(find_echoes(document, sentences, candidates))
    candidates = found_of(with_family_names(document, candidates))
    candidates = found_of(part_from_houses(document, candidates))
    candidates = found_of(with_served(document, candidates))
    candidates.extend(find_posts_before_names(document, sentences, candidates))
    candidates.extend(find_apposed(document, candidates))
    candidates.extend(find_houses(document, candidates))
    candidates.extend(find_towns(document, candidates))
    candidates.extend(find_english_houses(document, candidates))
    candidates = found_of(without_adjectives(document, candidates))
    near, ranges = candidates.near(), _ranges(candidates)
    # «مسقط رأسه» is where somebody was born, and not Muscat.
    is_no_place, text = expression(document.language, "no_place").match, document.text
    told = Found(
        [
            c
            for c in candidates
            if c.kind is ORGANISATION
            or not (
                is_no_place(text, c.start)
                if c.kind is PLACE
                else _is_left_out(document, c, near, ranges)
            )
        ]
    )
    kept = untangle(lengthen_envoys(document, told))
    return _mentions(document, kept, hits, matcher)


def _with_whole_numbers(text: str, tagged: Tagged) -> Candidate:
    """Give what was tagged with no number cut in two: 12月, not 2月."""
    start, end = tagged.start, tagged.end
    if text[start].isdecimal():
        while start > 0 and text[start - 1].isdecimal():
            start -= 1
    if text[end - 1].isdecimal():
        while end < len(text) and text[end].isdecimal():
            end += 1
    return Candidate(tagged.kind, start, end, "tagger", tagged.confidence)


def _whole_distances(
    document: Document, found: Sequence[Candidate], calendar: Sequence[Candidate]
) -> list[Candidate]:
    """Give dates that were tagged without their count the whole: «Два [года спустя]»."""
    starts: dict[int, list[int]] = {}
    for c in of_kind(calendar, DATE):
        starts.setdefault(c.end, []).append(c.start)
    return [
        _whole_distance(document, c, starts.get(c.end, ())) if c.kind is DATE else c for c in found
    ]


def _whole_distance(document: Document, c: Candidate, starts: Sequence[int]) -> Candidate:
    """Give a date begun where the calendar begins it; `starts` are those of what ends with it."""
    if not starts or min(starts) >= c.start:
        return c
    whole = (s for s in reversed(starts) if is_distance(document, s, c.end))
    return c.at(min(c.start, next(whole, c.start)), c.end)


def _is_doubtful(
    document: Document,
    c: Candidate,
    near: Nearby,
    tagger: Tagger | None,
    describing: DescribingNames,
) -> bool:
    """Say whether a name is none: a short city where the tagger sees nothing, «Султан» alone.

    Of such places in Arabic two of three are common words: جده is also "his grandfather".
    """
    if c.rule == "tagger" and c.kind is PERSON:
        words = document.text[c.start : c.end].split()
        if document.language == "ar" and all(effects_of((w,), "ar") & TIMES for w in words):
            return True  # «الفخري» belongs to a post
        if describing.holds(c) or _is_place_and_guest(document, words):
            return True
        return is_head(document.text[c.start : c.end], document.language)
    if tagger is None or c.rule != "register" or c.confidence != KNOWN_PLACE:
        return False
    if c.end - c.start > SHORT_CITY:
        return False
    seen = any(o.rule == "tagger" for o in near.overlapping(c))
    return not (seen or is_visited(document, c, near))


def _is_place_and_guest(document: Document, words: Sequence[str]) -> bool:
    """Say whether a Russian name is a place and the guest behind: «на Вавау гостя встретил»."""
    return (
        document.language == "ru"
        and len(words) > 1
        and words[-1].islower()
        and is_guest(words[-1], "ru")
        and not is_demonym(words[0], "ru")
        and not words[0].islower()
    )


def _ranges(candidates: Sequence[Candidate]) -> Nearby:
    """Give the dates that the calendar reads as ranges."""
    dates = of_kind(candidates, DATE)
    return Nearby(c for c in dates if c.rule == "calendar" and "/" in (c.value or ""))


def _is_left_out(document: Document, c: Candidate, near: Nearby, ranges: Nearby) -> bool:
    """Say whether a date, person or post names nothing, by what stands around it."""
    if c.kind is DATE:
        is_nowadays = _is_nowadays(document, c, near) and not _is_of_deed(document, c, near)
        return is_nowadays or _is_end_of_range(c, ranges)
    if c.kind is PERSON:
        around = near.overlapping(c)
        is_of_other = len(around) > 1 and (
            _is_namesake(document, c, around, near) or _is_part_of_guest(c, around)
        )
        return is_of_other or _is_nobody(document, c, near)
    return _is_of_state(document, c, near) or _is_nobody(document, c, near)


def _is_end_of_range(c: Candidate, ranges: Nearby) -> bool:
    """Say whether the tagger saw only one end of a range that the calendar reads whole."""
    return c.rule == "tagger" and any(
        o.contains(c) and o.end - o.start > c.end - c.start for o in ranges.overlapping(c)
    )


def _is_nobody(document: Document, c: Candidate, near: Nearby) -> bool:
    """Say whether a post is told of nobody in particular: «any minister», «екі президент».

    In a language with articles «a diplomat» is somebody only beside a name: «Karimov, a diplomat»;
    «a guest» is no guest of the text.
    """
    words = document.text[c.start : c.end]
    is_a_guest = c.kind is PERSON and is_guest(words, document.language)
    if c.kind is PERSON and (
        expression(document.language, "no_name").fullmatch(words)
        or ends_in(document.language, "no_name_before").search(
            document.text, max(0, c.start - BEFORE_POST), c.start
        )
    ):
        return True  # “The host said”, 「駐ユーゴ・ガーナ大使」
    if is_a_guest and is_generic_guest(document, c.start, c.end):
        return True
    is_post = c.kind is POST and c.rule in ("tagger", "head")
    if not is_post and c.rule != "guest":
        return False
    language, text = document.language, document.text
    before = text[max(0, c.start - BEFORE_POST) : c.start]
    if ends_in(language, "nobody_before").search(before):
        return True
    if ends_in(language, "nth_before").search(before):
        behind = near.within(c.end, c.end + 2)
        return not any(o.kind is PERSON and 0 <= o.start - c.end <= 1 for o in behind)
    named = expression(language, "named_after").match(text, c.end)
    return not named and bool(ends_in(language, "indefinite_before").search(before))


def _is_of_state(document: Document, c: Candidate, near: Nearby) -> bool:
    """Say whether a post is told of a state, so that nobody holds it: “Ecuador as chair”."""
    link = ends_in(document.language, "state_as").search(
        document.text, max(0, c.start - BEFORE_POST), c.start
    )
    if link is None:
        return False
    named = ends_in(document.language, "names_state")
    return any(
        o.kind is PLACE
        and o.end == link.start()
        and o.confidence >= KNOWN_STATE
        and named.search(document.text, max(0, o.start - BEFORE_POST), o.start) is not None
        for o in near.within(link.start() - 1, link.start())
    )


def _is_part_of_guest(c: Candidate, around: Sequence[Candidate]) -> bool:
    """Say whether a person is only some of the words that stand for a guest."""
    return c.rule == "tagger" and any(
        o.rule == "guest" and o.contains(c) and o.end - o.start > c.end - c.start for o in around
    )


def _is_nowadays(document: Document, c: Candidate, near: Nearby) -> bool:
    """Say whether a date is only the word for today, and no tagger took it for a date.

    اليوم and «сегодня» mean "in our time" as often as the day.
    """
    if c.rule != "calendar":
        return False
    if any(o.kind is DATE and o.rule == "tagger" for o in near.overlapping(c)):
        return False
    atoms = find_atoms(document.text, c.start, c.end, document.language)
    return len(atoms) == 1 and (atoms[0].kind, atoms[0].value) == ("day", "0")


def _is_of_deed(document: Document, c: Candidate, near: Nearby) -> bool:
    """Say whether an Arabic word for today tells the day of a deed.

    Right behind who did it, where, or by telephone: «بدأ توكاييف اليوم», «في القاهرة اليوم».
    """
    text = document.text
    if document.language != "ar" or text[c.start - 1 : c.start] != " ":
        return False
    if ends_in("ar", "deed_by_telephone").search(text[max(0, c.start - BEFORE_POST) : c.start]):
        return True
    before = near.within(max(0, c.start - 2), c.start - 1)
    return any(
        o.end == c.start - 1
        and (o.kind is PERSON or (o.kind is PLACE and text[max(0, o.start - 3) : o.start] == "في "))
        for o in before
    )


def _is_namesake(
    document: Document, c: Candidate, candidates: Sequence[Candidate], near: Nearby
) -> bool:
    """Say whether a person only lends the name to something, or is part of a post.

    «Nazarbayev University» is no person, and neither is the guest in «الرئيس الضيف». Words that a
    surer post is over in are no name of a house: “[Speaker of the Greek [parliament] Dorj Bat]”.
    """
    is_of_post = any(o.kind is POST and o.contains(c) for o in candidates)
    if is_of_post and is_guest(document.text[c.start : c.end], document.language):
        return True
    classes = word_classes(document.language)
    for outer in candidates:
        is_body = outer.kind in (PLACE, ORGANISATION)
        if not is_body or outer.confidence < SURE_OUTER or outer == c or not outer.contains(c):
            continue
        if _ends_in(outer, c, near):
            continue
        rest = document.text[outer.start : c.start] + " " + document.text[c.end : outer.end]
        for token in tokenize(rest, document.language):
            for form in comparable_forms(token.text, document.language):
                if {"place", "organisation"} & {*classes.get(form, ())}:
                    return True
    return False


def _ends_in(outer: Candidate, c: Candidate, near: Nearby) -> bool:
    """Say whether a post surer than the outer candidate begins before it and is over before c."""
    return any(
        o.kind is POST
        and o.start < outer.start
        and o.end <= c.start
        and o.confidence > outer.confidence
        for o in near.overlapping(outer)
    )


def _mentions(
    document: Document,
    kept: Sequence[Candidate],
    hits: Sequence[Hit],
    matcher: Matcher,
) -> tuple[Mention, ...]:
    known_by_span = {(h.start, h.end): h.entry_ids for h in hits}
    entries, text, entity = matcher.register.entries, document.text, None
    mentions = []
    for number, c in enumerate(kept, 1):
        kind, start, end, value = c.kind, c.start, c.end, c.value
        if kind is not DATE:
            ids = known_by_span.get((start, end), ())
            if kind is PLACE:
                if not ids:
                    ids = _town_in(document, c, known_by_span, matcher)
                elif len(ids) > 1:
                    ids = _likeliest(ids, hits, matcher)
            if not value and len(ids) == 1:
                value = ids[0]
            if value is not None:
                entry = entries.get(value)
                if entry is None or KIND_BY_NAME.get(entry.kind) is not kind:
                    value = None
        words = text[start:end]
        mentions.append(
            Mention(f"m{number}", kind, start, end, words, entity, value, c.rule, c.confidence)
        )
    return tuple(mentions)


def _town_in(
    document: Document,
    c: Candidate,
    known: Mapping[tuple[int, int], tuple[str, ...]],
    matcher: Matcher,
) -> tuple[str, ...]:
    """Give the known town that a name with a word for "town" tells: «Никосия қаласы», バンコク市.

    The town of a state's name is another place: «Люксембург қаласы».
    """
    named = expression(document.language, "named_town").fullmatch(document.text, c.start, c.end)
    if named is None:
        return ()
    ids = known.get(named.span("name"), ())
    return tuple(i for i in ids if matcher.kind_by_id.get(i) == "place")


def _likeliest(ids: Sequence[str], hits: Sequence[Hit], matcher: Matcher) -> tuple[str, ...]:
    """Give of several places of one name the one that the text tells more plainly elsewhere.

    «عمان» is Oman or Amman: it is the one that is told by another name, else the one of whose
    country other places are told.
    """
    # Names that only one entry has.
    told = Counter([h.entry_ids[0] for h in hits if len(h.entry_ids) == 1])
    entries = matcher.register.entries
    countries: Counter[str] = Counter()
    for entry_id, times in told.items():
        entry = entries.get(entry_id)
        if entry is not None and entry.kind == "place" and entry.country:
            countries[entry.country] += times
    known = [i for i in ids if i in entries]
    by_name = {i: told[i] for i in known}
    by_country = {i: countries[entries[i].country or ""] for i in known}
    for weight in (by_name, by_country):
        ranked = sorted(known, key=weight.__getitem__, reverse=True)
        if len(ranked) > 1 and weight[ranked[0]] > weight[ranked[1]]:
            return (ranked[0],)
    return tuple(ids)


def _known(hits: Iterable[Hit], matcher: Matcher) -> Iterable[Candidate]:
    """Turn hits of the register into candidates, where all readings of the name are of one kind."""
    for hit in hits:
        if len(hit.kinds) != 1:
            continue
        value = hit.entry_ids[0] if len(hit.entry_ids) == 1 else None
        sure = max([_SURE_BY_KIND.get(matcher.kind_by_id[i], 0.0) for i in hit.entry_ids])
        yield Candidate(KIND_BY_NAME[hit.kinds[0]], hit.start, hit.end, "register", sure, value)
