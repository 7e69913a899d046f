"""A post of somebody goes in; the body, state or town that it is held in comes out.

By its role; else the house that its words name, one beside it, the state that its holder serves,
and last the house told before.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from sijill.documents.document import ORGANISATION, PLACE, Mention
from sijill.documents.expressions import ends_in, expression
from sijill.documents.qualifiers import (
    country_of_words,
    is_joint,
)
from sijill.documents.tokens import words_in
from sijill.houses.house_heads import head_of
from sijill.houses.kazakh_houses import house_called, house_noun
from sijill.languages import HOMES
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
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading
from sijill.people.titled_houses import house_of_title
from sijill.tables import open_table
from sijill.text import fold

#: Offices of state that are held in a body where the post names one: «Speaker of the House».
_IN_A_HOUSE = frozenset(("speaker", "deputy_minister", "member_of_parliament"))
_PRESIDENTS = frozenset(("head_of_state", "vice_president"))
#: «وكان آنذاك نائباً لوزير»: so far before a post a word may say that it is over (code points).
_BEFORE_POST = 10
#: What stands in one run with a post: the name and the other posts (code points).
_RUN_GAP = 4
#: The state of whoever holds a post, which need not be weighed where the post has another body.
_OWN = "his own"
#: The id of a body or the code of a state, and whether the words of the post tell it.
HeldIn: TypeAlias = tuple[str | None, bool]


def body_of(reading: PostReading, cluster: Cluster, told: Told) -> HeldIn:
    """Give the body of a post, and whether the words of the post tell it."""
    body, is_sure = _held_in(reading, cluster, told)
    return _own_country(reading, cluster, told) if body is _OWN else body, is_sure


def _held_in(reading: PostReading, cluster: Cluster, told: Told) -> HeldIn:
    country = reading.country or _OWN
    inside, house = _told_inside(reading, told)
    by_role = (
        _of_owner(reading, told)
        or _of_parliament(reading, cluster, house, told)
        or _of_state_office(reading, cluster, house, country, told)
        or _of_province(reading, inside, country, told)
    )
    if by_role is not None:
        return by_role
    begins = house.start - reading.mention.start if house is not None else 0
    department = expression(told.document.language, "regional_department")
    if department.match(reading.mention.text, max(0, begins)):
        inside = house = None  # アジア局副局長 serves a ministry, most often the foreign one
    return (
        _of_house_inside(reading, inside, house, country, told)
        or _of_house_beside(reading, cluster, house, told)
        or _of_sending_state(reading, country, told)
        or _of_town_or_trade(reading, cluster, inside, country, told)
        or _of_house_told_before(reading, cluster, country, told)
    )


def _told_inside(reading: PostReading, told: Told) -> tuple[Mention | None, Mention | None]:
    """Give what stands inside of a post's words, and once more where it is a house."""
    inside = reading.body_mention
    if inside is None or inside.kind is not ORGANISATION:
        return inside, None
    language = told.document.language
    if expression(language, "is_government").search(inside.text):
        return None, None  # 政府報道官 speaks for the state
    if reading.role == "governor" and expression(language, "division").fullmatch(inside.text):
        return None, None  # “the department's governor”: of the one told last
    return inside, inside


def _of_owner(reading: PostReading, told: Told) -> HeldIn | None:
    """Give the house told last whose president «its president» is; None where it is a state's."""
    if reading.role not in _PRESIDENTS or reading.is_home or not reading.is_bare:
        return None
    text, start = told.document.text, reading.mention.start
    is_whose = reading.is_possessed or ends_in(told.document.language, "whose_before").search(
        text, max(0, start - _BEFORE_POST), start
    )
    if not is_whose:
        return None
    # «رئيسها», «её вице-президент» are of the state or of the body told last.
    owner = nearest_owner(reading.mention, told)
    return (owner, True) if owner is not None else None


def _of_parliament(
    reading: PostReading, cluster: Cluster, house: Mention | None, told: Told
) -> HeldIn | None:
    """Give the parliament of a speaker's state, or the state where its name is told nowhere."""
    if reading.role != "speaker":
        return None
    country = reading.country or _own_country(reading, cluster, told)
    nameless = expression(told.document.language, "parliament_of_state")
    if nameless.search(reading.mention.text):
        return country, reading.country is not None  # 国会議長: of whichever name it has
    parliament = _parliament(country, told) if house is None else None
    return (parliament, False) if parliament is not None else None


def _of_state_office(
    reading: PostReading,
    cluster: Cluster,
    house: Mention | None,
    country: str,
    told: Told,
) -> HeldIn | None:
    """Give the state of an office of state, or the house or party in which it is one."""
    if reading.role not in STATE_ROLES:
        return None
    language = told.document.language
    if house is not None and reading.role == "deputy_minister":
        rule = expression(language, "deputy_of_state")
        house = None if rule.search(house.text) else house  # «وكيل وزارة …», as its minister
    if house is not None and reading.role in _IN_A_HOUSE and house.id in told.body_ids:
        return told.body_ids[house.id], True
    is_of_states = house is not None and house.id not in told.bodies.country_by_mention
    if reading.role == "special_envoy" and house is not None and is_of_states:
        return told.body_ids.get(house.id) or country, True  # of the United Nations
    if expression(language, "party_post").search(reading.mention.text):
        party = _organisation_beside(reading, cluster, told)
        if party is not None:
            return party, True
    return country, reading.country is not None


def _of_province(
    reading: PostReading, inside: Mention | None, country: str, told: Told
) -> HeldIn | None:
    """Give the province or town of a governor."""
    if reading.role != "governor":
        return None
    place = told.body_ids.get(inside.id) if inside else None
    if inside is None:
        place = house_of_title(reading, told) or nearest_place(reading.mention, told)
    return place or country, inside is not None


def _of_house_inside(
    reading: PostReading,
    inside: Mention | None,
    house: Mention | None,
    country: str,
    told: Told,
) -> HeldIn | None:
    """Give the house that the words of a post name."""
    if house is not None and reading.role == "athlete":
        nation = _nation_of_team(house, told)
        if nation is not None:
            return nation, True
    if inside is None or (house is None and reading.role not in BODY_ROLES):
        return None
    if inside.id in told.bodies.states:
        return country, True  # «военный атташе Эритреи»
    return told.body_ids.get(inside.id), True


def _of_house_beside(
    reading: PostReading, cluster: Cluster, house: Mention | None, told: Told
) -> HeldIn | None:
    """Give the house beside a post, or that of the kind that its title tells."""
    beside = _organisation_beside(reading, cluster, told)
    if beside is not None:
        return beside, True
    titled = house_of_title(reading, told) if house is None else None
    if titled is not None:
        return titled, False
    if reading.role == "senior_official":
        authority = _authority_beside(reading, cluster, told)
        return (authority, True) if authority is not None else None
    return None


def _of_sending_state(reading: PostReading, country: str, told: Told) -> HeldIn | None:
    """Give the state that an official of no house serves, at home or abroad."""
    language, words = told.document.language, reading.mention.text
    is_official = reading.role == "senior_official"
    if is_official and reading.country is not None:
        return reading.country, True  # «пресс-секретарь румынского президента»
    if is_official and reading.is_counterpart:
        return country, False  # of the other state, and no house of this one
    if is_official and expression(language, "of_a_mission").search(words):
        return country, reading.country is not None  # of the state that sent him
    if reading.sent_to and expression(language, "lower_diplomat").search(words):
        return country, False  # «Лимадағы әскери атташе»
    if is_official and reading.sent_to is not None:
        return country, False  # 駐ケニア公使: whoever is sent abroad serves a state
    if is_official and expression(language, "office_of_state").search(words):
        return country, False  # a prosecutor is of no company told before
    return None


def _of_town_or_trade(
    reading: PostReading,
    cluster: Cluster,
    inside: Mention | None,
    country: str,
    told: Told,
) -> HeldIn | None:
    """Give the town of its officers, where traders live, or the house that a noun tells."""
    language, words = told.document.language, reading.mention.text
    if inside is None and expression(language, "town_office").search(words):
        return nearest_place(reading.mention, told) or country, False  # 教育長
    if expression(language, "own_business").search(words):
        return residence(cluster, told) or country, False
    noun = house_noun(words) if language == "kk" else None
    if noun is not None and reading.role in BODY_ROLES:
        return _house_by_noun(noun, reading.mention, told) or country, False
    if reading.role == "senior_official" and expression(language, "aide_of_state").search(words):
        return country, False  # «министрдің кеңесшісі»
    trader = expression(language, "trader")
    if reading.is_bare and reading.status == "current" and trader.search(words):
        return country, False  # a hotelier is of no house told before
    return None


def _of_house_told_before(
    reading: PostReading, cluster: Cluster, country: str, told: Told
) -> HeldIn:
    """Give the house told last before a post that names none, or the state."""
    language, words = told.document.language, reading.mention.text
    if reading.role in BODY_ROLES or reading.is_leader:
        body = told.body_ids.get(nearest_organisation(told, reading))
        if body is None and reading.role == "senior_official":
            body = country
        return body, False
    if reading.is_scholar:
        for house in reversed(told_before(told, reading.mention, ORGANISATION)):
            if head_of(house.text, language) == "university_head":
                return told.body_ids.get(house.id), False
    if expression(language, "church_title").search(words):
        return None, False  # «الأب»: how a priest is called, of no state
    if reading.role == "journalist" and not words:
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


def _parliament(country: str | None, told: Told) -> str | None:
    """Give the parliament that a text names, of a country if it says whose it is."""
    for m in told.by_kind[ORGANISATION][1]:
        is_theirs = told.bodies.country_by_mention.get(m.id) in (None, country)
        if is_theirs and head_of(m.text, told.document.language) == "speaker":
            return told.body_ids.get(m.id)
    return None


def _nation_of_team(house: Mention, told: Told) -> str | None:
    """Give the state whose own team a house is: «منتخب الرأس الأخضر»; None for any other."""
    is_team = expression(told.document.language, "national_team").search(house.text)
    return told.bodies.country_by_mention.get(house.id) if is_team else None


def _organisation_beside(reading: PostReading, cluster: Cluster, told: Told) -> str | None:
    """Give the organisation that only a word of belonging parts from a post or its holder."""
    text, language = told.document.text, told.document.language
    start, end = _run(reading, cluster, text, language)
    before, after = _house_links(language)
    for m in told.between(ORGANISATION, start - LONGEST_BODY, end + 17):
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
            for m in told.between(PLACE, end - LONGEST_BODY, end)
            if m.end == end and m.id in told.body_ids and rule.fullmatch(m.text)
        ),
        None,
    )


def _run(reading: PostReading, cluster: Cluster, text: str, language: str) -> tuple[int, int]:
    """Give the stretch of the posts and names that stand together with a post."""
    start, end = reading.mention.start, reading.mention.end
    mine = sorted((*cluster.names, *cluster.posts), key=lambda m: m.start)
    for m in mine:
        if 0 <= m.start - end <= _RUN_GAP and _joins(text[end : m.start], language):
            end = m.end
    for m in reversed(mine):
        if 0 <= start - m.end <= _RUN_GAP and _joins(text[m.end : start], language):
            start = m.start
    return start, end


def _joins(gap: str, language: str) -> bool:
    return "\n" not in gap and is_joint(gap, language)


@cache
def _house_links(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words between a person and the body before, and after."""
    found: dict[str, set[str]] = {"before": set(), "after": set()}
    for row in open_table(f"{language}/house_links.tsv", ("word", "where")):
        found[row["where"]].add("" if row["word"] == "-" else fold(row["word"]))
    return frozenset(found["before"]), frozenset(found["after"])


def _house_by_noun(noun: str, post: Mention, told: Told) -> str | None:
    """Give the house told before a post that is called by a noun."""
    kinds = (ORGANISATION, PLACE)
    houses = [m for kind in kinds for m in told.between(kind, 0, post.start)]
    house = house_called(noun, sorted(houses, key=lambda m: m.start))
    return told.body_ids.get(house.id) if house is not None else None


def _home_of_outlet(cluster: Cluster, told: Told) -> str | None:
    """Give the outlet that a byline stands in, else its country; None where nothing tells it.

    Its own name may tell it («صحيفة مصرية»); a language of one country is written there; others
    are written where the text is. Of a Japanese byline only a name in kanji tells it.
    """
    text, language = told.document.text, told.document.language
    if language == "ja":
        return HOMES["ja"] if any(is_of_home(n.text, ()) for n in cluster.names) else None
    said_to = ends_in(language, "said_to_outlet")
    for house in told.between(ORGANISATION, 0, max(0, text.find("\n"))):
        if said_to.search(text, 0, house.start):
            return told.body_ids.get(house.id)  # «السفيرة ل«الغد»: …», and below: «حاورها …»
    words = [*words_in(told.document.outlet or "", language)]
    told_by_name = country_of_words(words, language)
    return told_by_name or HOMES.get(language) or told.bodies.home_country
