"""A person's post mentions go in; the posts that the text gives the person come out.

Each is a role with its body and status. An office of state has the state for its body; an office of
an organisation that organisation, named inside the post, right beside it or last before; a
profession the house it is told with, else the person's own country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from sijill.documents.deadline import check
from sijill.documents.document import DATE, PERSON, PLACE, HeldPost
from sijill.documents.expressions import NOTHING, ends_in, expression
from sijill.documents.qualifiers import (
    effects_of,
    is_demonym,
    words_with,
)
from sijill.documents.tokens import words_in
from sijill.houses.house_heads import head_of
from sijill.languages import WITH_ENDINGS
from sijill.people.bodies_of_posts import body_of
from sijill.people.clusters import Cluster
from sijill.people.nearest_bodies import (
    Told,
)
from sijill.people.past_holders import (
    LEFT_IN_TIME,
    LIFETIME,
    YEARS,
    has_died,
    has_left,
    is_long_past,
    last_past_year,
    year_of,
)
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading
from sijill.people.short_posts import VAGUE_HEADS, is_said_again, told_with_house
from sijill.text import fold

#: Vague roles, and the fuller ones that they only say shortly.
_SHORT_FOR = {
    "royal_family": frozenset(("heir", "monarch")),
    "minister": frozenset(("foreign_minister", "deputy_minister", "deputy_head_government")),
    "senior_official": BODY_ROLES | STATE_ROLES,
    "head_of_state": frozenset(("vice_president", "chief_executive", "university_head", "speaker")),
}
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
#: «Foreign minister in 2012»: so far behind a post its year may stand (code points).
_YEAR_GAP = 8
#: «وكان آنذاك نائباً لوزير»: so far before a post a word may say that it is over (code points).
_BEFORE_POST = 10
_CLAUSES = re.compile(r"[.,;:،؛!?؟]")
#: «марқұм Пер Сандстрём»: so far before a name a word may say that its bearer is dead.
_LATE = 20
#: So far before a post its year stands (code points).
_BEGAN = 16
#: So far before a post the words stand that tell of leaving it (code points).
_LEFT = 40


def held_posts(
    cluster: Cluster, readings: Sequence[PostReading], told: Told
) -> tuple[HeldPost, ...]:
    """Give the posts of one person, each once, the one told most fully in its place."""
    if not readings:
        return ()
    posts: dict[tuple[str, str], tuple[bool, HeldPost]] = {}
    left: set[str] = set()
    life = _Life(cluster, told)
    with_house = told_with_house(readings)
    former = {r.role for r in readings if r.status == "former"}
    for reading in readings:
        check()
        if reading.role is None or is_said_again(reading, with_house):
            continue
        body, is_sure = body_of(reading, cluster, told)
        is_over = reading.status == "current" and life.is_late
        status = "former" if is_over else _status(reading, cluster, told)
        if status == "current" and life.is_past(
            YEARS if reading.role in LEFT_IN_TIME else LIFETIME
        ):
            status = "former"
            left.add(reading.role)
        if status == "current" and reading.role in former and _began_long_ago(reading, told):
            status = "former"
        if status == "current" and life.is_over():
            status = "former"
        role = _role_in(body, is_sure, reading, told) or reading.role
        held = HeldPost(role, body, status, None, reading.mention.id or None)
        key = (role, status)
        # The same post told again («the president») adds nothing; a body told once serves all.
        if key not in posts or (is_sure and not posts[key][0]):
            posts[key] = (is_sure, held)
    found = _without_echoes(posts)
    return tuple(_drop_vague(found, readings, told.document.language, left))


class _Life:
    """What a text tells of how long ago somebody held what they held; asked once."""

    def __init__(self, cluster: Cluster, told: Told) -> None:
        self._cluster, self._told = cluster, told
        self._has_left: bool | None = None
        self._is_past: dict[int, bool] = {}
        self._is_over: bool | None = None
        late, text = ends_in(told.document.language, "late_before"), told.document.text
        #: Whether a word before the name says that its bearer is dead.
        self.is_late = late is not NOTHING and any(
            late.search(text, max(0, n.start - _LATE), n.start) for n in cluster.names
        )

    def is_past(self, years: int) -> bool:
        """Say whether somebody is told to have left, or only of what is `years` gone by."""
        document, cluster = self._told.document, self._cluster
        if self._has_left is None:
            mine = (*cluster.names, *cluster.posts, *cluster.stand_ins)
            self._has_left = has_left(mine, document.text, document.language)
        if not self._has_left and years not in self._is_past:
            self._is_past[years] = self._reaches_back(years) and self._is_long_past(years)
        return self._has_left or self._is_past[years]

    def _reaches_back(self, years: int) -> bool:
        """Say whether any date of the text is of a year so long gone by."""
        oldest = self._told.oldest_year
        latest = last_past_year(self._told.document.published, years)
        return latest is not None and oldest is not None and oldest <= latest

    def _is_long_past(self, years: int) -> bool:
        """Say whether all that is told of somebody is `years` gone by."""
        cluster, told, document = self._cluster, self._told, self._told.document
        return is_long_past(
            (*cluster.names, *cluster.posts, *cluster.stand_ins),
            told.by_kind[DATE][1],
            told.sentences,
            document.text,
            document.published,
            document.language,
            people=told.by_kind[PERSON][1],
            years=years,
        )

    def is_over(self) -> bool:
        """Say whether a text tells of somebody's death."""
        if self._is_over is None:
            mine, document = (*self._cluster.names, *self._cluster.posts), self._told.document
            self._is_over = has_died(mine, document.text, document.language)
        return self._is_over


def _began_long_ago(reading: PostReading, told: Told) -> bool:
    """Say whether a post that is told to be over elsewhere was taken in a year long gone by.

    «元大使…。94年に大使に就任した»: the same post, told once as over and once as it began.
    """
    latest = last_past_year(told.document.published, YEARS)
    if latest is None:
        return False
    post = reading.mention
    begun = [year_of(d) for d in told.between(DATE, post.start - _BEGAN, post.start)]
    return bool(begun) and begun[-1] is not None and begun[-1] <= latest


def _without_echoes(posts: Mapping[tuple[str, str], tuple[bool, HeldPost]]) -> list[HeldPost]:
    """Drop «the ambassador» of somebody told in full to be a former one."""
    return [
        held
        for (role, status), (is_sure, held) in posts.items()
        if status != "current" or is_sure or not posts.get((role, "former"), (False,))[0]
    ]


def _status(reading: PostReading, cluster: Cluster, told: Told) -> str:
    if reading.status != "current":
        return reading.status
    text, post = told.document.text, reading.mention
    if ends_in(told.document.language, "left_before").search(
        text, max(0, post.start - _LEFT), post.start
    ):
        return "former"  # «зейнетке шыққан контр-адмирал»
    if told.document.language == "ja":
        # 当時の and 元 stand before the name when the post follows it.
        starts = [n.start for n in cluster.names if 0 <= post.start - n.end <= 1]
        marks = words_with("former", "ja")
        for start in starts:
            if ends_in("ja", "leaves_before").search(text, max(0, start - _LATE), start):
                return "former"
            before = ends_in("ja", "of_written").sub("", text[max(0, start - 4) : start])
            if any(before.endswith(mark) for mark in marks):
                return "former"
        return "current"
    before = _CLAUSES.split(text[max(0, post.start - _BEFORE_POST) : post.start])[-1]
    words = [*words_in(before, told.document.language)]
    if "former" in effects_of(words, told.document.language):
        return "former"
    if told.document.language in WITH_ENDINGS:
        return "current"  # «Президент 2023 жылы … келгенін айтты»: a year is its verb's
    if expression(told.document.language, "post_was_behind").match(text, post.end):
        return "former"
    published = (told.document.published or "")[:4]
    for date in told.between(DATE, post.end, post.end + _YEAR_GAP + 1):
        year = _YEAR.search(date.text)
        gap = fold(text[post.end : date.start]).strip()
        if year and published and year.group() < published and (not gap or gap.isalpha()):
            return "former"
    return "current"


def _role_in(body: str | None, is_sure: bool, reading: PostReading, told: Told) -> str | None:
    """Give the role of whoever heads a body, by the words of its name, where the post only says so.

    «Chairman» heads a company or a union; رئيسها may be of a university.
    """
    language, words = told.document.language, reading.mention.text
    leads = reading.role in VAGUE_HEADS and reading.is_leader and body is not None
    presides = reading.role == "head_of_state" and body in told.names_of  # «её президент»
    is_member = expression(language, "member_of").match(words) is not None
    of_chamber = expression(language, "chamber_alone").match(words) is not None
    if not (leads or presides or is_member or of_chamber or reading.role == "head_igo"):
        return None
    names = told.names_of.get(body, []) if body is not None else []
    heads = (head_of(name, language) for name in names)
    found = next((head for head in heads if head is not None), None)
    if is_member:
        return found if found == "member_of_parliament" else None  # of a committee of parliament
    if reading.role == "head_igo" and found == "speaker":
        return "senior_official"  # «ассамблеяның бас хатшысы» serves a parliament
    if found == "business_association" and of_chamber:
        return found  # «Палата төрағасы», where the chamber is one of commerce
    if presides:
        return found or "chief_executive"
    if not leads:
        return None
    if expression(language, "executive_word").search(words):
        return None  # «басқарушы директор» tells itself what he is, whatever he heads
    if not _leads_all(reading, language):
        return None
    if names and expression(language, "heads_part").search(words):
        return "chief_executive" if found == "chief_executive" else "senior_official"
    if any(expression(language, "bank_governor").search(n) for n in names) and (
        expression(language, "governor_word").search(words)
    ):
        return "senior_official"  # a 総裁 is of a bank of state, a 頭取 of any other
    if found is None and names and reading.is_head and is_sure:
        return "chief_executive"  # of a house that is no office of state: a museum, a fund
    return found


def _leads_all(reading: PostReading, language: str) -> bool:
    """Say whether a post is of whoever leads all of a body: «協会会長», not «協会技術委員長»."""
    if language != "ja":
        return True
    body, words = reading.body_mention, reading.mention.text
    if body is not None and body.kind is PLACE:
        return True
    rest = words[body.end - reading.mention.start :] if body is not None else words
    return expression(language, "plain_leader").match(rest) is not None


def _is_full(reading: PostReading, language: str) -> bool:
    """Say whether a post tells more than a role and a nation: not «the Armenian minister»."""
    if reading.role != "minister" or reading.body_mention is not None:
        return not reading.is_bare
    if language == "ja":
        return expression(language, "portfolio").search(reading.mention.text) is not None
    if reading.is_bare and not expression(language, "portfolio").search(reading.mention.text):
        return False
    words = [w for w in words_in(reading.mention.text, language) if w[0].isalpha()]
    # “The first Palauan minister” is one of any ministry.
    quality = expression(language, "post_quality")
    return sum(not is_demonym(w, language) and not quality.fullmatch(w) for w in words) > 1


def _drop_vague(
    posts: list[HeldPost], readings: Sequence[PostReading], language: str, left: Set[str]
) -> list[HeldPost]:
    """Drop «minister» of somebody known to be foreign minister: one post, said shortly.

    `left` are the roles that were told as held, in a year long gone by.
    """
    roles = {p.post for p in posts}
    if len(roles) < 2:
        return posts
    told_fully = {r.role for r in readings if r.role and _is_full(r, language)}
    return [
        p
        for p in posts
        if p.post not in _SHORT_FOR
        or p.post in told_fully
        or (p.status != "current" and p.post not in left)
        or not (roles - {p.post}) & _SHORT_FOR[p.post]
    ]
