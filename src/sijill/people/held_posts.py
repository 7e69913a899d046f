"""A person's post mentions go in; the posts that the text gives the person come out.

Each is a role with its body and status. An office of state has the state for its body; an office of
an organisation that organisation, named inside the post, right beside it or last before; a
profession the house it is told with, else the person's own country.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from sijill.documents.deadline import check
from sijill.documents.document import HeldPost, Mention, MentionKind
from sijill.documents.expressions import ends_in, expression
from sijill.documents.qualifiers import (
    country_of_words,
    effects_of,
    is_demonym,
    is_joint,
    words_with,
)
from sijill.documents.tokens import tokenize
from sijill.houses.house_heads import head_of
from sijill.houses.kazakh_houses import house_called, house_noun
from sijill.languages import HOMES, WITH_ENDINGS
from sijill.people.clusters import Cluster
from sijill.people.name_origins import is_of_home
from sijill.people.nearest_bodies import (
    LONGEST_BODY,
    Told,
    nearest_organisation,
    nearest_owner,
    nearest_place,
    residence,
    told_before,
)
from sijill.people.past_holders import (
    LEFT_IN_TIME,
    LIFETIME,
    YEARS,
    has_died,
    has_left,
    is_long_past,
)
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading
from sijill.people.short_posts import VAGUE_HEADS, is_said_again, told_with_house
from sijill.people.titled_houses import house_of_title
from sijill.tables import open_table
from sijill.text import fold

#: Offices of state that are held in a body where the post names one: «Speaker of the House».
_IN_A_HOUSE = frozenset(("speaker", "deputy_minister", "member_of_parliament"))
#: Vague roles, and the fuller ones that they only say shortly.
_SHORT_FOR = {
    "royal_family": frozenset(("heir", "monarch")),
    "minister": frozenset(("foreign_minister", "deputy_minister", "deputy_head_government")),
    "senior_official": BODY_ROLES | STATE_ROLES,
    "head_of_state": frozenset(("vice_president", "chief_executive", "university_head", "speaker")),
}
_PRESIDENTS = frozenset(("head_of_state", "vice_president"))
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
#: «Foreign minister in 2012»: so far behind a post its year may stand (code points).
_YEAR_GAP = 8
#: «وكان آنذاك نائباً لوزير»: so far before a post a word may say that it is over (code points).
_BEFORE_POST = 10
_CLAUSES = re.compile(r"[.,;:،؛!?؟]")
#: «марқұм Пер Сандстрём»: so far before a name a word may say that its bearer is dead.
_LATE = 20
#: So far before a post the words stand that tell of leaving it (code points).
_LEFT = 40
#: What stands in one run with a post: the name and the other posts (code points).
_RUN_GAP = 4


def held_posts(
    cluster: Cluster, readings: Sequence[PostReading], told: Told
) -> tuple[HeldPost, ...]:
    """Give the posts of one person, each once, the one told most fully in its place."""
    posts: dict[tuple[str, str], tuple[bool, HeldPost]] = {}
    left: set[str] = set()

    @cache
    def is_past(years: int) -> bool:
        mine = (*cluster.names, *cluster.posts, *cluster.stand_ins)
        document = told.document
        return has_left(mine, document.text, document.language) or is_long_past(
            mine,
            told.by_kind[MentionKind.DATE][1],
            told.sentences,
            document.text,
            document.published,
            document.language,
            people=told.by_kind[MentionKind.PERSON][1],
            years=years,
        )

    @cache
    def is_dead() -> bool:
        mine = (*cluster.names, *cluster.posts)
        return has_died(mine, told.document.text, told.document.language)

    late = ends_in(told.document.language, "late_before")
    text = told.document.text
    is_late = any(late.search(text, max(0, n.start - _LATE), n.start) for n in cluster.names)
    with_house = told_with_house(readings)
    for reading in readings:
        check()
        if reading.role is None or is_said_again(reading, with_house):
            continue
        body, is_sure = _body(reading, cluster, told)
        is_over = is_late and reading.status == "current"
        status = "former" if is_over else _status(reading, cluster, told)
        if status == "current" and is_past(YEARS if reading.role in LEFT_IN_TIME else LIFETIME):
            status = "former"
            left.add(reading.role)
        # Accepted gap: an office of state told of the dead, as the events of a life hang on it.
        if status == "current" and reading.role not in STATE_ROLES and is_dead():
            status = "former"
        role = _role_in(body, is_sure, reading, told) or reading.role
        held = HeldPost(role, body, status, None, reading.mention.id or None)
        key = (role, status)
        # The same post told again («the president») adds nothing; a body told once serves all.
        if key not in posts or (is_sure and not posts[key][0]):
            posts[key] = (is_sure, held)
    found = _without_echoes(posts)
    return tuple(_drop_vague(found, readings, told.document.language, left))


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
    words = tokenize(before, told.document.language)
    if "former" in effects_of([w.text for w in words], told.document.language):
        return "former"
    if told.document.language in WITH_ENDINGS:
        return "current"  # «Президент 2023 жылы … келгенін айтты»: a year is its verb's
    if expression(told.document.language, "post_was_behind").match(text, post.end):
        return "former"
    published = (told.document.published or "")[:4]
    for date in told.between(MentionKind.DATE, post.end, post.end + _YEAR_GAP + 1):
        year = _YEAR.search(date.text)
        gap = fold(text[post.end : date.start]).strip()
        if year and published and year.group() < published and (not gap or gap.isalpha()):
            return "former"
    return "current"


def _body(reading: PostReading, cluster: Cluster, told: Told) -> tuple[str | None, bool]:
    """Give the body of a post, and whether the words of the post tell it."""
    role, inside = reading.role, reading.body_mention
    country = reading.country or _own_country(reading, cluster, told)
    house = inside if inside is not None and inside.kind is MentionKind.ORGANISATION else None
    if house is not None and expression(told.document.language, "is_government").search(house.text):
        inside = house = None  # 政府報道官 speaks for the state
    if (
        house is not None
        and role == "governor"
        and expression(told.document.language, "division").fullmatch(house.text)
    ):
        inside = house = None  # “the department's governor”: of the one told last
    is_whose = reading.is_possessed or ends_in(told.document.language, "whose_before").search(
        told.document.text, max(0, reading.mention.start - _BEFORE_POST), reading.mention.start
    )
    if role in _PRESIDENTS and is_whose and reading.is_bare and not reading.is_home:
        # «رئيسها», «её вице-президент» are of the state or of the body told last.
        owner = nearest_owner(reading.mention, told)
        embassy = expression(told.document.language, "is_embassy")
        if owner is not None and not any(map(embassy.search, told.names_of.get(owner, ()))):
            return owner, True
    nameless = expression(told.document.language, "parliament_of_state")
    if role == "speaker" and nameless.search(reading.mention.text):
        return country, reading.country is not None  # 国会議長: of whichever name it has
    if role == "speaker" and house is None:
        parliament = _parliament(country, told)
        if parliament is not None:
            return parliament, False
    if role in STATE_ROLES:
        if house is not None and role == "deputy_minister":
            rule = expression(told.document.language, "deputy_of_state")
            house = None if rule.search(house.text) else house  # «وكيل وزارة …», as its minister
        if house is not None and role in _IN_A_HOUSE and house.id in told.body_ids:
            return told.body_ids[house.id], True
        is_of_states = house is not None and house.id not in told.bodies.country_by_mention
        if role == "special_envoy" and house is not None and is_of_states:
            return told.body_ids.get(house.id) or country, True  # of the United Nations
        if expression(told.document.language, "party_post").search(reading.mention.text):
            party = _organisation_beside(reading, cluster, told)
            if party is not None:
                return party, True
        return country, reading.country is not None
    if role == "governor":
        place = told.body_ids.get(inside.id) if inside else None
        if inside is None:
            place = house_of_title(reading, told) or nearest_place(reading.mention, told)
        return place or country, inside is not None
    begins = house.start - reading.mention.start if house is not None else 0
    if expression(told.document.language, "regional_department").match(
        reading.mention.text, max(0, begins)
    ):
        inside = house = None  # アジア局副局長 serves a ministry, most often the foreign one
    nation = _nation_of_team(house, told) if house is not None and role == "athlete" else None
    if nation is not None:
        return nation, True
    if inside is not None and (house is not None or role in BODY_ROLES):
        if inside.id in told.bodies.states:
            return country, True  # «военный атташе Эритреи»
        return told.body_ids.get(inside.id), True
    beside = _organisation_beside(reading, cluster, told)
    if beside is not None:
        return beside, True
    titled = house_of_title(reading, told) if house is None else None
    if titled is not None:
        return titled, False
    authority = _authority_beside(reading, cluster, told)
    if authority is not None and role == "senior_official":
        return authority, True
    if role == "senior_official" and reading.country is not None:
        return reading.country, True  # «пресс-секретарь румынского президента»
    if role == "senior_official" and reading.is_counterpart:
        return country, False  # of the other state, and no house of this one
    of_mission = expression(told.document.language, "of_a_mission")
    if role == "senior_official" and of_mission.search(reading.mention.text):
        return country, reading.country is not None  # of the state that sent him
    if reading.sent_to and expression(told.document.language, "lower_diplomat").search(
        reading.mention.text
    ):
        return country, False  # «Лимадағы әскери атташе»
    if role == "senior_official" and reading.sent_to is not None:
        return country, False  # 駐ケニア公使: whoever is sent abroad serves a state
    if role == "senior_official" and expression(told.document.language, "office_of_state").search(
        reading.mention.text
    ):
        return country, False  # a prosecutor is of no company told before
    if inside is None and expression(told.document.language, "town_office").search(
        reading.mention.text
    ):
        return nearest_place(reading.mention, told) or country, False  # 教育長
    if expression(told.document.language, "own_business").search(reading.mention.text):
        return residence(cluster, told) or country, False
    noun = house_noun(reading.mention.text) if told.document.language == "kk" else None
    if noun is not None and role in BODY_ROLES:
        return _house_by_noun(noun, reading.mention, told) or country, False
    if role == "senior_official" and expression(told.document.language, "aide_of_state").search(
        reading.mention.text
    ):
        return country, False  # «министрдің кеңесшісі»
    trader = expression(told.document.language, "trader")
    if reading.is_bare and reading.status == "current" and trader.search(reading.mention.text):
        return country, False  # a hotelier is of no house told before
    if role in BODY_ROLES or reading.is_leader:
        body = told.body_ids.get(nearest_organisation(told, reading))
        if body is None and role == "senior_official":
            body = country
        return body, False
    if reading.is_scholar:
        for house in reversed(told_before(told, reading.mention, MentionKind.ORGANISATION)):
            if head_of(house.text, told.document.language) == "university_head":
                return told.body_ids.get(house.id), False
    if expression(told.document.language, "church_title").search(reading.mention.text):
        return None, False  # «الأب»: how a priest is called, of no state
    if role == "journalist" and not reading.mention.text:
        return _home_of_outlet(cluster, told), False  # a byline does not tell whose
    return country, reading.country is not None


def _own_country(reading: PostReading, cluster: Cluster, told: Told) -> str | None:
    """Give somebody's country; an honorary consul is of no state that he is consul of.

    “Gabon's honorary consul, the dentist Faruk Hadžić” is a dentist where the text is written.
    """
    sent = {r.country for r in cluster.readings if (r.role, r.status) == ("consul", "honorary")}
    if reading.role == "consul" or cluster.country not in sent:
        return cluster.country
    home = told.bodies.home_country
    return home if home not in sent else None


def _nation_of_team(house: Mention, told: Told) -> str | None:
    """Give the state whose own team a house is: «منتخب الرأس الأخضر»; None for any other."""
    is_team = expression(told.document.language, "national_team").search(house.text)
    return told.bodies.country_by_mention.get(house.id) if is_team else None


def _home_of_outlet(cluster: Cluster, told: Told) -> str | None:
    """Give the outlet that a byline stands in, else its country; None where nothing tells it.

    Its own name may tell it («صحيفة مصرية»); a language of one country is written there; others
    are written where the text is. Of a Japanese byline only a name in kanji tells it.
    """
    text, language = told.document.text, told.document.language
    if language == "ja":
        return HOMES["ja"] if any(is_of_home(n.text, ()) for n in cluster.names) else None
    said_to = ends_in(language, "said_to_outlet")
    for house in told.between(MentionKind.ORGANISATION, 0, max(0, text.find("\n"))):
        if said_to.search(text, 0, house.start):
            return told.body_ids.get(house.id)  # «السفيرة ل«الغد»: …», and below: «حاورها …»
    words = [t.text for t in tokenize(told.document.outlet or "", language)]
    told_by_name = country_of_words(words, language)
    return told_by_name or HOMES.get(language) or told.bodies.home_country


def _role_in(body: str | None, is_sure: bool, reading: PostReading, told: Told) -> str | None:
    """Give the role of whoever heads a body, by the words of its name, where the post only says so.

    «Chairman» heads a company or a union; رئيسها may be of a university.
    """
    names = told.names_of.get(body, []) if body is not None else []
    heads = (head_of(name, told.document.language) for name in names)
    found = next((head for head in heads if head is not None), None)
    if expression(told.document.language, "member_of").match(reading.mention.text):
        return found if found == "member_of_parliament" else None  # of a committee of parliament
    if reading.role == "head_igo" and found == "speaker":
        return "senior_official"  # «ассамблеяның бас хатшысы» serves a parliament
    chamber = expression(told.document.language, "chamber_alone")
    if found == "business_association" and chamber.match(reading.mention.text):
        return found  # «Палата төрағасы», where the chamber is one of commerce
    if reading.role not in VAGUE_HEADS or not reading.is_leader or body is None:
        return None
    if expression(told.document.language, "executive_word").search(reading.mention.text):
        return None  # «басқарушы директор» tells itself what he is, whatever he heads
    if not _leads_all(reading, told.document.language):
        return None
    if names and expression(told.document.language, "heads_part").search(reading.mention.text):
        return "chief_executive" if found == "chief_executive" else "senior_official"
    if any(expression(told.document.language, "bank_governor").search(n) for n in names) and (
        expression(told.document.language, "governor_word").search(reading.mention.text)
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
    if body is not None and body.kind is MentionKind.PLACE:
        return True
    rest = words[body.end - reading.mention.start :] if body is not None else words
    return expression(language, "plain_leader").match(rest) is not None


def _run(reading: PostReading, cluster: Cluster, text: str, language: str) -> tuple[int, int]:
    """Give the stretch of the posts and names that stand together with a post."""
    start, end = reading.mention.start, reading.mention.end
    mine = sorted((*cluster.names, *cluster.posts), key=lambda m: m.start)
    for m in mine:
        gap = text[end : m.start]
        if m.start >= end and len(gap) <= _RUN_GAP and "\n" not in gap and is_joint(gap, language):
            end = m.end
    for m in reversed(mine):
        gap = text[m.end : start]
        if m.end <= start and len(gap) <= _RUN_GAP and "\n" not in gap and is_joint(gap, language):
            start = m.start
    return start, end


@cache
def _house_links(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words between a person and the body before, and after."""
    found: dict[str, set[str]] = {"before": set(), "after": set()}
    for row in open_table(f"{language}/house_links.tsv", ("word", "where")):
        found[row["where"]].add("" if row["word"] == "-" else fold(row["word"]))
    return frozenset(found["before"]), frozenset(found["after"])


def _organisation_beside(reading: PostReading, cluster: Cluster, told: Told) -> str | None:
    """Give the organisation that only a word of belonging parts from a post or its holder."""
    text, language = told.document.text, told.document.language
    start, end = _run(reading, cluster, text, language)
    before, after = _house_links(language)
    for m in told.between(MentionKind.ORGANISATION, start - LONGEST_BODY, end + 17):
        if m.id not in told.body_ids:
            continue
        if 0 <= start - m.end <= 12 and fold(text[m.end : start]).strip() in before:
            return told.body_ids[m.id]
        if 0 <= m.start - end <= 16 and fold(text[end : m.start]).strip() in after:
            return told.body_ids[m.id]
    return None


def _authority_beside(reading: PostReading, cluster: Cluster, told: Told) -> str | None:
    """Give the town or province right before a post or its holder: 「岐阜県の坪内瞳課長」."""
    text, language = told.document.text, told.document.language
    rule, link = expression(language, "own_authority"), ends_in(language, "of_written")
    start, _ = _run(reading, cluster, text, language)
    before = link.search(text, max(0, start - 1), start)
    end = before.start() if before else start
    return next(
        (
            told.body_ids[m.id]
            for m in told.between(MentionKind.PLACE, end - LONGEST_BODY, end)
            if m.end == end and m.id in told.body_ids and rule.fullmatch(m.text)
        ),
        None,
    )


def _house_by_noun(noun: str, post: Mention, told: Told) -> str | None:
    """Give the house told before a post that is called by a noun."""
    kinds = (MentionKind.ORGANISATION, MentionKind.PLACE)
    houses = [m for kind in kinds for m in told.between(kind, 0, post.start)]
    house = house_called(noun, sorted(houses, key=lambda m: m.start))
    return told.body_ids.get(house.id) if house is not None else None


def _parliament(country: str | None, told: Told) -> str | None:
    """Give the parliament that a text names, of a country if it says whose it is."""
    for m in told.by_kind[MentionKind.ORGANISATION][1]:
        is_theirs = told.bodies.country_by_mention.get(m.id) in (None, country)
        if is_theirs and head_of(m.text, told.document.language) == "speaker":
            return told.body_ids.get(m.id)
    return None


def _is_full(reading: PostReading, language: str) -> bool:
    """Say whether a post tells more than a role and a nation: not «the Armenian minister»."""
    if reading.role != "minister" or reading.body_mention is not None:
        return not reading.is_bare
    if language == "ja":
        return expression(language, "portfolio").search(reading.mention.text) is not None
    if reading.is_bare and not expression(language, "portfolio").search(reading.mention.text):
        return False
    words = [t.text for t in tokenize(reading.mention.text, language) if t.text[0].isalpha()]
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
    told_fully = {r.role for r in readings if r.role and _is_full(r, language)}
    return [
        p
        for p in posts
        if p.post not in _SHORT_FOR
        or p.post in told_fully
        or (p.status != "current" and p.post not in left)
        or not (roles - {p.post}) & _SHORT_FOR[p.post]
    ]
