"""Posts and names of one text go in; each post is bound to the person who holds it, if anybody is.

A post beside a name, with nothing but honorifics, a comma or another post between, is that
person's. Posts that stand alone are for `lone_posts`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from operator import attrgetter

from sijill.documents.deadline import check
from sijill.documents.document import PERSON, POST, Document, Mention, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.documents.patterns import pattern_table
from sijill.documents.qualifiers import has_joint_word, words_with
from sijill.documents.stretches import beginning_in
from sijill.languages import WITH_ENDINGS
from sijill.mentions.japanese_posts import post_behind
from sijill.people.clusters import Cluster
from sijill.people.gaps import FAR, MOST, PairCosts, ends_frame, gap_cost
from sijill.people.high_posts import HEIR_AND_PREMIER, TOP_ROLES, part_high_posts
from sijill.people.met_posts import appointed_by, is_of_another
from sijill.people.posts import STATE_ROLES, PostReading
from sijill.roles import roles_with
from sijill.text import fold

_start = attrgetter("start")
#: Offices of state that one person may hold beside another.
_JOINED_OFFICES = roles_with("ministry") | {"deputy_head_government", "head_of_government",
                                            "vice_president", "special_envoy"}  # fmt: skip
_LONE_OFFICES = STATE_ROLES - _JOINED_OFFICES
#: So far a Japanese post may stand from who is named for it (code points), and its price.
_TO_APPOINTED, _APPOINTED = 32, 0.55
#: What the words cost at most that join two posts of one person.
_NEAR = 1.3
#: So far before a post the words stand that it is held (code points).
_HELD = 48
#: So far before an Arabic title its verb begins (code points).
_VERB = 20
#: A Japanese subject of so few letters stands between a name and what it is.
_SUBJECT = 3


def roles_beside(
    document: Document,
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    costs: PairCosts,
) -> dict[str, frozenset[str]]:
    """Tell for each person mention the roles of posts with nothing but blanks between."""
    found: dict[str, set[str]] = {}
    posts = sorted(of_kind(mentions, POST), key=_start)
    for person in of_kind(mentions, PERSON):
        for post in beginning_in(posts, person.start - FAR, person.start + FAR + 1):
            role = readings[post.id].role
            if role and costs.of(post, person) <= 0.3:
                found.setdefault(person.id, set()).add(role)
        if document.language == "ja":
            written_on = japanese_post_after(document.text, person.end)
            if written_on:
                found.setdefault(person.id, set()).add(written_on[1])
    return {key: frozenset(roles) for key, roles in found.items()}


def japanese_post_after(text: str, at: int) -> tuple[int, str] | None:
    """Give the end and role of a Japanese post written right onto a name, marked or not."""
    post = post_behind(text, at)
    return (post[0], max(post[1])) if post is not None else None


def bind_neighbours(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: Mapping[str, PostReading],
    clusters: Sequence[Cluster],
    costs: PairCosts,
) -> None:
    """Bind each post to the name it stands beside in its sentence; clusters change in place."""
    cluster_by_mention = {m.id: c for c in clusters for m in c.names}
    posts_told = sorted(of_kind(mentions, POST), key=_start)
    bearers = (m for m in of_kind(mentions, PERSON) if m.id in cluster_by_mention)
    people_told = sorted(bearers, key=_start)
    for sentence in sentences:
        check()
        start, end = sentence.start, sentence.end
        posts = [m for m in beginning_in(posts_told, start, end) if m.end <= end]
        if not posts:
            continue
        named = (m for m in beginning_in(people_told, start, end) if m.end <= end)
        people = [m for m in named if not _is_within(m, posts)]
        if not people:
            continue
        if document.language == "ar":
            told = sorted((*posts, *people), key=_start)
            others = {
                (post.id, person.id)
                for post in posts
                for person in beginning_in(people, post.start - FAR, post.start)
                if is_of_another(document, sentence, post, person, readings[post.id], told)
            }
            others |= appointed_by(document.text, told)
        else:
            others = set()
        _bind_sentence(document, posts, people, readings, cluster_by_mention, costs, others)
    part_high_posts(document, clusters)


def _is_within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)


def _bind_sentence(
    document: Document,
    posts: Sequence[Mention],
    people: Sequence[Mention],
    readings: Mapping[str, PostReading],
    cluster_by_mention: Mapping[str, Cluster],
    costs: PairCosts,
    others: Set[tuple[str, str]],
) -> None:
    """Take the cheapest pair first; a post next to a bound post shares its person.

    `posts` and `people` are in the order of the text, `others` the ids of posts beside people
    whose they are not.
    """
    language, text = document.language, document.text
    pairs: list[tuple[float, int, Mention, Mention]] = []
    for post in posts:
        for person in beginning_in(people, post.start - FAR, post.end + FAR):
            cost = costs.of(post, person)
            if cost <= MOST:
                pairs.append((cost, abs(post.start - person.start), post, person))
    if language == "ja":
        pairs.extend(_appointed(text, posts, people))
    owner: dict[str, Mention] = {}
    side: dict[tuple[str, bool], int] = {}
    for cost, _, post, person in sorted(pairs, key=lambda p: (p[0], p[1], p[2].start)):
        if post.id in owner or (post.id, person.id) in others:
            continue
        # A name takes one run of posts on each side; a second one by a comma belongs elsewhere.
        key = (person.id, post.start < person.start)
        if side.get(key) and cost > 0.6:
            continue
        if cost > 0.6 and _is_taken(post, person, owner, posts, people, text, language):
            continue
        if cost > 0.6 and _is_told_so(post, person, owner, posts):
            continue
        if _leads_elsewhere(readings[post.id], cluster_by_mention[person.id]):
            continue
        owner[post.id] = person
        if cost != _APPOINTED:
            side[key] = side.get(key, 0) + 1
    if owner:
        _chain(text, posts, owner, readings, language)
    _bind_held(text, posts, people, owner, language)
    for post in posts:
        holder = owner.get(post.id)
        if holder is not None:
            cluster = cluster_by_mention[holder.id]
            cluster.posts.append(post)
            cluster.readings.append(readings[post.id])


def _leads_elsewhere(post: PostReading, cluster: Cluster) -> bool:
    """Say whether somebody was told to lead another state: «Перу Президенті Ли Вонды шақырды»."""
    if post.country is None or post.role not in TOP_ROLES:
        return False
    return any(
        told.role == post.role and told.status == post.status and told.country != post.country
        for told in cluster.readings
        if told.country is not None
    )


def _is_told_so(
    post: Mention, person: Mention, owner: Mapping[str, Mention], posts: Sequence[Mention]
) -> bool:
    """Say whether somebody is called by the same words already: the second are another's.

    “At the invitation of Foreign Minister Rey, the Foreign Minister of Togo, …”
    """
    words = fold(post.text)
    return any(fold(p.text) == words for p in posts if owner.get(p.id) is person and p is not post)


def _bind_held(
    text: str,
    posts: Sequence[Mention],
    people: Sequence[Mention],
    owner: dict[str, Mention],
    language: str,
) -> None:
    """Bind a post that somebody is told to hold: “X served as the ambassador”, «تتولى س منصب …».

    It is the person told last before it in the sentence, with no other post between. Where verbs
    end the words stand behind it: 「大使として…信任状を奉呈した」.
    """
    held, held_so = ends_in(language, "held_as"), expression(language, "held_as_behind")
    for post in posts:
        if post.id in owner:
            continue
        ahead = text[max(0, post.start - _HELD) : post.start]
        if not held.search(ahead) and not held_so.match(text, post.end):
            continue
        before = [p for p in people if p.end <= post.start]
        last = max(before, key=_start, default=None)
        between = [p for p in posts if last and p is not post and last.end <= p.start < post.start]
        if last is not None and not between:
            owner[post.id] = last


def _appointed(
    text: str, posts: Sequence[Mention], people: Sequence[Mention]
) -> list[tuple[float, int, Mention, Mention]]:
    """Pair a Japanese post with who is named for it: 「大使に森弘氏を起用」「森弘氏が大使に」."""
    pairs = []
    for post in posts:
        if expression("ja", "is_post_after").match(text, post.end):
            subject = next((p for p in people if 0 < post.start - p.end <= _SUBJECT), None)
            gap = text[subject.end : post.start] if subject else ""
            if subject and expression("ja", "subject_of_post").fullmatch(gap):
                pairs.append((_APPOINTED, abs(post.start - subject.start), post, subject))
        following = [p for p in people if post.end <= p.start]
        if following and _is_named_for(text, post, following[0]):
            pairs.append((_APPOINTED, abs(post.start - following[0].start), post, following[0]))
    return pairs


def _is_named_for(text: str, post: Mention, person: Mention) -> bool:
    """Say whether words around the name behind a Japanese post tell that its bearer holds it.

    「大使に森弘氏を起用」「大使は森弘氏」「大使を引き受けたのは森弘氏」「特使として森弘氏を派遣」
    「大使を務めたチャドの森弘氏」
    """
    between = text[post.end : person.start]
    if "。" in between:
        return False
    after = text[person.end : person.end + _TO_APPOINTED].partition("。")
    named = any(word in after[0] for word in words_with("appointed", "ja"))
    if expression("ja", "appointed_to").match(between) and len(between) <= _TO_APPOINTED:
        return named or expression("ja", "headline_ends").match(after[0]) is not None
    if expression("ja", "post_as").match(between):
        return expression("ja", "sent_as").match(after[0]) is not None
    rest = "".join(after)
    if expression("ja", "post_is_of").match(between):
        return expression("ja", "holder_of_post").match(rest) is not None
    rules = ("held_by", "held_before_name")
    return any(expression("ja", rule).match(between) is not None for rule in rules)


def _is_taken(
    post: Mention,
    person: Mention,
    owner: Mapping[str, Mention],
    posts: Sequence[Mention],
    people: Sequence[Mention],
    text: str,
    language: str,
) -> bool:
    """Say whether a comma pair is really two people: «X، وزير A Y» gives «وزير A» to Y.

    So does a rank between: «X, министр обороны генерал Y». `posts` and `people` are in order.
    """
    if post.start < person.start:
        return False
    end = post.end
    for other in (*beginning_in(posts, end, end + FAR), None):
        near = beginning_in(people, end, end + FAR)
        if any(gap_cost(text[end : p.start], language) <= 0.3 for p in near):
            return True
        if other is None or other.start < end:
            continue
        if text[end : other.start].strip():
            break
        end = other.end
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
    if first.end > second.start or ends_frame(text, first, second, language):
        return
    between = text[first.end : second.start]
    served = expression(language, "served_behind").fullmatch(between)
    if served and owner[other.id].start < first.start:
        return  # 「メンサ大統領の通訳」: another is his interpreter
    # 「元外相で、現在は議員の」: one person, whatever the word between.
    is_joined = expression(language, "post_and_post").fullmatch(between) is not None
    if not is_joined and gap_cost(between, language) > _NEAR:
        return
    one, two = readings[first.id], readings[second.id]
    if re.search(r"\bthe\b", between) and not _is_second_told(one, two):
        return
    if language in WITH_ENDINGS and _is_parted_by_case(between, one, two):
        return
    if _are_two_people(one, two, has_joint_word(between, language)):
        return
    if language != "ar" or not _is_host_and_guest(text, first, one, two):
        owner[post.id] = owner[other.id]


def _is_parted_by_case(between: str, bare: PostReading, full: PostReading) -> bool:
    """Say whether an office alone is not that of the post behind it: «Вице-спикер бұрынғы министр».

    Only a comma or «and» joins it to another office, or to one told with its state, its house or
    its time; ranks stand beside offices.
    """
    if between.strip() or bare.role not in STATE_ROLES or not bare.is_bare:
        return False
    if "military_chief" in (bare.role, full.role):
        return False
    is_other = full.role in STATE_ROLES and full.role != bare.role
    return is_other or not full.is_bare or full.status != bare.status


def _is_second_told(first: PostReading, second: PostReading) -> bool:
    """Say whether a second post with an article tells more of the first: “Fiji's consul, the
    shipowner Rey”; a second office of state, or one behind a bare word, is another's.
    """
    is_owned = not first.is_bare or first.relation is not None
    return is_owned and second.role is not None and second.role not in STATE_ROLES


def _is_host_and_guest(text: str, host: Mention, bare: PostReading, full: PostReading) -> bool:
    """Say whether «التقى الرئيس رئيس الشركة X» tells two: after a verb of meeting, who met whom.

    So do two titles with a verb that wants somebody («دعت الوزيرة السفير X»), and a woman's before
    a man's.
    """
    if not bare.is_bare:
        return False
    before = text[max(0, host.start - _VERB) : host.start]
    if _is_title(host) and (
        ends_in("ar", "acts_on_another").search(before)
        or (host.text.endswith("ة") and _is_title(full.mention) and not _is_feminine(full.mention))
    ):
        return True
    if full.is_bare:
        return False
    table = pattern_table("ar", "event_triggers", ("type", "status", "frame"))
    return any(
        h.end == host.start - 1
        and h.row["frame"] == "verb"
        and h.row["type"] in ("meeting", "reception")
        for h in table.scan(text, max(0, host.start - 16), host.start)
    )


def _is_title(post: Mention) -> bool:
    """Say whether an Arabic post begins with a definite title: «الوزيرة», «السفير البيروفي»."""
    return post.text.startswith("ال")


def _is_feminine(post: Mention) -> bool:
    return post.text.split()[0].endswith("ة")


def _are_two_people(one: PostReading, other: PostReading, parted: bool) -> bool:
    """Say whether nobody holds both: «the Emperor and Prime Minister X» are two people.

    `parted`: «and» stands between them. Ministers join offices; an ambassador has one.
    """
    if one.role == other.role:
        return False
    states = {one.country, other.country}
    are_of_state = {one.role, other.role} <= STATE_ROLES and one.status == other.status
    if are_of_state and None not in states and len(states) > 1:
        return True  # «Исландиялық министр Чили Президенті Х-ға …»: each is of his own state
    if one.role in TOP_ROLES and other.role in TOP_ROLES:
        return parted or {one.role, other.role} != HEIR_AND_PREMIER
    return parted and any(
        a.role in _LONE_OFFICES and b.role in STATE_ROLES for a, b in ((one, other), (other, one))
    )
