"""Posts and names of one text go in; each post is bound to the person who holds it, if anybody is.

First by place: a post beside a name, with nothing but honorifics, a comma or another post between.
Then by meaning: a post alone goes to the person told to hold it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sijill.languages import WITH_ENDINGS
from sijill.reading.bodies import Bodies
from sijill.reading.clusters import Cluster, is_stand_in
from sijill.reading.document import Document, Mention, MentionKind, Sentence
from sijill.reading.lexicon import find_japanese_words, word_classes
from sijill.reading.nationality import is_possible
from sijill.reading.patterns import pattern_table
from sijill.reading.posts import PostReading, may_stand_for
from sijill.reading.qualifiers import country_of_words, has_joint_word
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tables import open_table
from sijill.text import fold

#: What a gap between a post and a name costs; a gap that costs more than `MOST` does not bind.
MOST = 3.0
#: No post is bound to a name further away than this (code points).
_FAR = 200
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*\.?|\d+|[^\w\s]")
#: Signs that may stand in a gap, and their price; words stand in `gap_words.tsv`.
_SIGNS = {",": 0.8, "،": 0.8, "、": 1.2, "(": 0.5, ")": 0.5, "（": 0.5, "）": 0.5, "-": 0.9,
          '"': 0.2, "・": 0.2, "/": 0.5, ".": 2.5, "=": 0.3, "'": 0.2, ":": 2.0}  # fmt: skip


@cache
def _gap_words(language: str) -> dict[str, float]:
    rows = open_table(f"{language}/gap_words.tsv", ("word", "cost"))
    return {fold(row["word"]): float(row["cost"]) for row in rows}


def gap_cost(text: str, language: str) -> float:
    """Price the words between a post and a name; infinite when they part the two."""
    cost = 0.0
    classes = word_classes(language)
    free = _gap_words(language)
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if word in free:
            cost += free[word]
        elif word in _SIGNS:
            cost += _SIGNS[word]
        elif "honorific" in classes.get(word.rstrip("."), ()):
            cost += 0.05
        elif word.isdigit() and len(word) <= 3:
            cost += 0.8  # an age: «, 46, »
        else:
            return float("inf")
        if cost > MOST:
            return float("inf")
    return cost


def roles_beside(
    document: Document, mentions: Sequence[Mention], readings: Mapping[str, PostReading]
) -> dict[str, frozenset[str]]:
    """Tell for each person mention the roles of posts with nothing but blanks between."""
    found: dict[str, set[str]] = {}
    posts = [m for m in mentions if m.kind is MentionKind.POST]
    for person in (m for m in mentions if m.kind is MentionKind.PERSON):
        for post in posts:
            if abs(post.start - person.start) > _FAR:
                continue
            role = readings[post.id].role
            if role and _pair_cost(document.text, post, person, document.language) <= 0.3:
                found.setdefault(person.id, set()).add(role)
        if document.language == "ja":
            role = _japanese_role_after(document.text, person.end)
            if role:
                found.setdefault(person.id, set()).add(role)
    return {key: frozenset(roles) for key, roles in found.items()}


def _japanese_role_after(text: str, at: int) -> str | None:
    """Tell the role of a Japanese post written right onto a name, marked or not."""
    found = [
        (end, label.removeprefix("post="))
        for start, end, labels in find_japanese_words(fold(text[at : at + 8]))
        for label in labels
        if start == 0 and label.startswith("post=")
    ]
    return max(found)[1] if found else None


def bind_neighbours(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
) -> None:
    """Bind each post to the name it stands beside in its sentence; clusters change in place."""
    cluster_by_mention = {m.id: c for c in clusters for m in c.names}
    for sentence in sentences:
        inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
        posts = [m for m in inside if m.kind is MentionKind.POST]
        if not posts:
            continue
        people = [m for m in inside if m.id in cluster_by_mention and not _is_within(m, posts)]
        _bind_sentence(document, posts, people, readings, cluster_by_mention)


def _is_within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)


def _bind_sentence(
    document: Document,
    posts: Sequence[Mention],
    people: Sequence[Mention],
    readings: Mapping[str, PostReading],
    cluster_by_mention: Mapping[str, Cluster],
) -> None:
    """Take the cheapest pair first; a post next to a bound post shares its person."""
    language, text = document.language, document.text
    pairs: list[tuple[float, int, Mention, Mention]] = []
    for post in posts:
        for person in people:
            cost = _pair_cost(text, post, person, language)
            if cost <= MOST:
                pairs.append((cost, abs(post.start - person.start), post, person))
    owner: dict[str, Mention] = {}
    side: dict[tuple[str, bool], int] = {}
    for cost, _, post, person in sorted(pairs, key=lambda p: (p[0], p[1], p[2].start)):
        if post.id in owner:
            continue
        # A name takes one run of posts on each side; a second one by a comma belongs elsewhere.
        key = (person.id, post.start < person.start)
        if side.get(key) and cost > 0.6:
            continue
        if cost > 0.6 and _is_taken(post, person, owner, posts, people, text, language):
            continue
        owner[post.id] = person
        side[key] = side.get(key, 0) + 1
    _chain(text, posts, owner, readings, language)
    for post in posts:
        holder = owner.get(post.id)
        if holder is not None:
            cluster = cluster_by_mention[holder.id]
            cluster.posts.append(post)
            cluster.readings.append(readings[post.id])


def _pair_cost(text: str, post: Mention, person: Mention, language: str) -> float:
    first, second = (post, person) if post.end <= person.start else (person, post)
    if has_joint_word(text[first.end : second.start], language):
        # «The minister and X», «X and the minister» are two people.
        return float("inf")
    if language in WITH_ENDINGS and first is person and text[second.end : second.end + 1].isalpha():
        # «Мұқағали мырза, Президенттің …»: an apposition bears no case of its own.
        return float("inf")
    if post.end <= person.start:
        return gap_cost(text[post.end : person.start], language)
    if person.end <= post.start:
        cost = gap_cost(text[person.end : post.start], language)
        if language == "ja":
            return cost
        # After the name a post needs a comma in English and Russian: «Aas, the minister».
        return cost + (0.15 if language == "ar" else 0.3)
    return float("inf")


def _is_taken(
    post: Mention,
    person: Mention,
    owner: Mapping[str, Mention],
    posts: Sequence[Mention],
    people: Sequence[Mention],
    text: str,
    language: str,
) -> bool:
    """Say whether a comma pair is really two people: «X، وزير A Y» gives «وزير A» to Y."""
    if post.start > person.start:
        return any(
            p.start >= post.end and gap_cost(text[post.end : p.start], language) <= 0.3
            for p in people
        )
    return False


def _chain(
    text: str,
    posts: Sequence[Mention],
    owner: dict[str, Mention],
    readings: Mapping[str, PostReading],
    language: str,
) -> None:
    """Give posts in a row one holder: «deputy prime minister, foreign minister X»."""
    ordered = sorted(posts, key=lambda m: m.start)
    for left, right in reversed([*pairwise(ordered)]):
        _share(text, left, right, owner, readings, language)
    for left, right in pairwise(ordered):
        _share(text, right, left, owner, readings, language)


def _share(
    text: str,
    post: Mention,
    other: Mention,
    owner: dict[str, Mention],
    readings: Mapping[str, PostReading],
    language: str,
) -> None:
    if post.id in owner or other.id not in owner:
        return
    first, second = (post, other) if post.start < other.start else (other, post)
    if first.end > second.start:
        return
    between = text[first.end : second.start]
    if re.search(r"\bthe\b", between):
        return
    if language == "ar" and _is_host_and_guest(
        text, first, readings[first.id], readings[second.id]
    ):
        return
    cost = gap_cost(between, language)
    if cost <= 1.3 and not _are_two_people(readings[post.id].role, readings[other.id].role):
        owner[post.id] = owner[other.id]


def _is_host_and_guest(text: str, host: Mention, bare: PostReading, full: PostReading) -> bool:
    """Say whether «التقى الرئيس رئيس الشركة X» tells two: after a verb of meeting, who met whom."""
    if not bare.is_bare or full.is_bare:
        return False
    table = pattern_table("ar", "event_triggers", ("type", "status", "frame"))
    return any(
        h.end == host.start - 1
        and h.row["frame"] == "verb"
        and h.row["type"] in ("meeting", "reception")
        for h in table.scan(text, max(0, host.start - 16), host.start)
    )


def _are_two_people(role: str | None, other: str | None) -> bool:
    """Say whether nobody holds both: «the Emperor and Prime Minister X» are two people."""
    return role != other and role in _TOP_ROLES and other in _TOP_ROLES


def bind_stand_ins(
    document: Document,
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
    bodies: Bodies,
    register: Register,
) -> None:
    """Bind the posts that stand alone, and words such as «the guest»; clusters change in place."""
    bound = {p.id for c in clusters for p in c.posts}
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.kind is MentionKind.POST and mention.id not in bound:
            reading = readings[mention.id]
            holder = (
                _described(mention, reading, clusters)
                if reading.role in _DESCRIPTIONS and reading.is_bare
                else _holder(mention, reading, clusters, bodies, document.language, document.text)
            )
            if holder is not None and reading.is_bare and _is_late(mention, holder, document):
                holder = None
            if holder is None and reading.body_mention is None:
                holder = _known(reading, clusters, register, document.published)
            if holder is not None:
                holder.posts.append(mention)
                holder.readings.append(reading)
                if reading.country and not holder.is_told and reading.status == "current":
                    holder.country, holder.is_told = reading.country, True
        elif is_stand_in(mention, document.language):
            guest = _guest(mention, mentions, clusters, bodies, document.language)
            if guest is not None:
                guest.stand_ins.append(mention)


def _holder(
    mention: Mention,
    reading: PostReading,
    clusters: Sequence[Cluster],
    bodies: Bodies,
    language: str,
    text: str,
) -> Cluster | None:
    if reading.role is None:
        return None
    best: Cluster | None = None
    best_key: tuple[float, float, bool, int] = (0.0, 0.0, False, 0)
    latest = max((c.last_before(mention.start) for c in clusters), default=-1)
    for cluster in clusters:
        fit = _fit(reading, cluster, bodies)
        if reading.is_counterpart and fit:
            # «Met his counterpart» speaks of the other one, not of the one just told.
            fit -= 0.6 if cluster.last_before(mention.start) == latest else 0.0
        if fit <= 0:
            continue
        last = cluster.last_before(mention.start)
        # Told before is better than told only later, as in a headline.
        # Of two prime ministers, the one called 総理 before is called 総理 again.
        again = _is_called(mention.text, cluster, text)
        near = last if last >= 0 else -cluster.first
        key = (fit, 1.0 if last >= 0 else 0.0, again and language == "ja", near)
        if best is None or key > best_key:
            best, best_key = cluster, key
    return best


def _is_late(mention: Mention, holder: Cluster, document: Document) -> bool:
    """Say whether a post in the body of a text would name somebody told only in a later part.

    Headline and lead look ahead; after them «the president» is one whom the reader knows.
    """
    if holder.last_before(mention.start) >= 0:
        return False
    told = len(re.findall(r"\n\s*(?=\S)", document.text[: mention.start]))
    ahead = document.text[mention.start : holder.first]
    return told >= 2 and "\n" in ahead


def _is_called(words: str, cluster: Cluster, text: str) -> bool:
    """Say whether somebody is called so elsewhere, alone or beside the name."""
    return any(words in p.text for p in cluster.posts) or any(
        text.startswith(words, n.end) for n in cluster.names
    )


def _known(
    reading: PostReading, clusters: Sequence[Cluster], register: Register, published: str | None
) -> Cluster | None:
    """Take the one person of the text whom the register knows in a post that nobody here bears."""
    found = []
    for cluster in clusters:
        entry = register.entries.get(cluster.register_id or "")
        if entry is None or cluster.posts or cluster.last_before(reading.mention.start) < 0:
            continue
        for term in entry.terms:
            since, until = term.since or "", term.until
            day = published or "9999"
            in_office = since <= day and (until is None or day <= until)
            if term.post == reading.role and in_office and reading.country in (None, term.body):
                found.append(cluster)
                break
    return found[0] if len(found) == 1 else None


def _described(
    mention: Mention, reading: PostReading, clusters: Sequence[Cluster]
) -> Cluster | None:
    """Take for «the expert» who was told last before and holds no high office.

    Any diplomat, professor or head of a society is an expert once introduced; one who is told only
    later is not meant.
    """
    told = [
        c
        for c in clusters
        if c.last_before(mention.start) >= max(0, mention.start - _REACH)
        and not {r.role for r in c.readings if r.status == "current"} & _GUEST_ROLES
        and not (reading.gender == "f" and c.genders == {"m"})
        and not (reading.gender == "m" and "f" in c.genders)
    ]
    same = [c for c in told if any(may_stand_for(reading.role, r) for r in c.roles)]
    known = [c for c in told if c.readings and not c.roles <= _BESIDE_SCHOLARS]
    pool = same or known
    return max(pool, key=lambda c: c.last_before(mention.start), default=None)


def _fit(reading: PostReading, cluster: Cluster, bodies: Bodies) -> float:
    """Say how well the words of a post fit a person: role, country, body; 0 for not at all."""
    if not cluster.readings and reading.role in cluster.beside and reading.is_bare:
        return 2.0
    same = [r for r in cluster.readings if r.role == reading.role]
    near = [r for r in cluster.readings if r.role and may_stand_for(reading.role, r.role)]
    if not near or (reading.role == "university_head" and not same):
        # «The professor» may be the rector; «the rector» is no professor.
        return 0.0
    held = same or near
    score = 2.0 if same else 1.0
    if reading.gender and cluster.genders and reading.gender not in cluster.genders:
        return 0.0
    if reading.status != "current" and all(r.status != reading.status for r in held):
        return 0.0
    countries = {r.country for r in held if r.country} or cluster.countries
    if reading.country:
        if countries and reading.country not in countries:
            return 0.0
        if not countries and cluster.country != reading.country:
            if cluster.is_told or cluster.lead > _SURE_LEAD:
                return 0.0
            if not is_possible(reading.role, reading.status, reading.country):
                return 0.0
            score -= 0.9
        score += 0.5 if countries else 0.2
    elif reading.is_home and bodies.home_country:
        score += 0.5 if bodies.home_country in (countries or (cluster.country,)) else -0.5
    if reading.body_mention is not None:
        mine = bodies.index_by_mention.get(reading.body_mention.id)
        theirs = {bodies.index_by_mention.get(r.body_mention.id) for r in held if r.body_mention}
        if theirs and mine not in theirs and reading.country is None:
            return 0.0
    return score


#: Words that describe somebody introduced before, whatever the post was, and how far back.
_DESCRIPTIONS = {"expert"}
_REACH = 700
#: A country weighed for somebody is not given up from this lead on.
_SURE_LEAD = 0.8
#: Of these nobody is called an expert.
_BESIDE_SCHOLARS = {"athlete", "artist", "citizen", "royal_family"}
_TOP_ROLES = roles_with("top")
_GUEST_ROLES = roles_with("high")


def _guest(
    mention: Mention,
    mentions: Sequence[Mention],
    clusters: Sequence[Cluster],
    bodies: Bodies,
    language: str,
) -> Cluster | None:
    """Take the dignitary from abroad told last before; else any told last before.

    Abroad is not the country of the place told last: that is where the guest is.
    """
    told = [c for c in clusters if c.last_before(mention.start) >= 0]
    host = next(
        (
            bodies.country_by_mention[m.id]
            for m in sorted(mentions, key=lambda m: -m.start)
            if m.start < mention.start
            and m.kind is MentionKind.PLACE
            and m.id in bodies.country_by_mention
            and m.id not in bodies.states
        ),
        bodies.home_country,
    )
    belongs = country_of_words(mention.text.split(), language)
    if belongs:
        told = [c for c in told if c.country == belongs] or told
        host = None
    foreign = [c for c in told if c.roles & _GUEST_ROLES and c.country and c.country != host]
    pool = foreign or [c for c in told if c.roles & _GUEST_ROLES] or told
    return max(pool, key=lambda c: c.last_before(mention.start), default=None)
