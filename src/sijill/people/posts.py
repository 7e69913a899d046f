"""A post mention goes in; the role it tells, its status and its body come out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, lru_cache
from operator import attrgetter

from sijill.documents.document import ORGANISATION, PLACE, POST, Mention, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.genders import post_gender
from sijill.documents.lexicon import (
    PostHit,
    find_japanese_words,
    find_post_words,
)
from sijill.documents.qualifiers import TIMES, country_of_words, effects_of, is_demonym, words_with
from sijill.documents.tokens import tokenize
from sijill.documents.voicing import voiceless
from sijill.immutable import immutable
from sijill.languages import WITH_ENDINGS
from sijill.roles import deputy_of, roles_with
from sijill.tables import open_table
from sijill.text import fold

#: Whoever heads a ministry is a minister: the rules that tell it, the narrower one first.
_MINISTRIES = (
    ("heads_foreign_ministry", "foreign_minister"),
    ("heads_ministry", "minister"),
)
#: «глава словацкого правительства», whatever nation stands between.
_HEADS = (
    ("heads_government", "head_of_government"),
    ("heads_opposition", "member_of_parliament"),
)
#: Roles that a person holds for a state; their body is a country.
STATE_ROLES = roles_with("state")
#: Those of them that nobody is sent abroad for.
_AT_HOME = STATE_ROLES - {"ambassador", "consul", "special_envoy"}
#: Offices whose Japanese words hold a body's name: 大統領評議会議長, 国会議長.
_ONE_WORD = roles_with("top")
#: Roles that a person holds in an organisation; their body is that organisation.
BODY_ROLES = roles_with("body")
#: Roles whose words alone can stand for somebody told earlier, and what else they may stand for.
_KIN_ROLES = (
    {"minister", "foreign_minister", "deputy_minister", "deputy_head_government"},
    {"head_of_state", "vice_president"},
    {"head_of_government", "deputy_head_government"},
    {"ambassador", "special_envoy", "consul"},
    {"monarch", "royal_family"},
    {"heir", "royal_family"},
    {"senior_official", "presidential_aide", "chief_executive", "business_association"},
    {"expert", "university_head"},
)
_KIN_OF = {
    role: frozenset().union(*(kin for kin in _KIN_ROLES if role in kin))
    for role in set().union(*_KIN_ROLES)
}


@immutable
class PostReading:
    """What the words of a post tell.

    `role` is a role id or None; `status` as in `HeldPost`; `country` an ISO code from a place or
    nationality word inside; `body_mention` the organisation or place inside; `sent_to` the country
    that somebody is sent to («ambassador in Chad»), `sent_too` others beside it (駐A兼B大使);
    `is_counterpart` for «his counterpart»; `relation` for «her predecessor» and «his deputy»;
    `is_possessed` for «his ambassador»; `is_leader` for words that only say who leads a body,
    `is_head` for its first one, `is_scholar` for those of a university; `is_home` for words like
    «head of state», which alone mean that of the country a text is written in; `gender` is `f` or
    `m` where the word shows it.
    """

    mention: Mention
    role: str | None
    status: str
    country: str | None
    body_mention: Mention | None
    sent_to: str | None = None
    is_counterpart: bool = False
    is_home: bool = False
    gender: str | None = None
    relation: str | None = None
    is_possessed: bool = False
    is_leader: bool = False
    is_head: bool = False
    is_scholar: bool = False
    sent_too: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Say whether neither a place nor an organisation belongs to it."""
        return self.country is None and self.body_mention is None


#: What a reading tells beside where it stands; `replace` would be slow for each post of a text.
_told = attrgetter(*[field.name for field in fields(PostReading)][1:])
#: What words that only say who leads something tell by themselves.
_VAGUE_HEADS = frozenset(("senior_official", "chief_executive"))
_RELATIONS = ("predecessor", "successor")
_OF_NOUN = frozenset(("leader", "head", "scholar"))
#: The two kanji of «元首» are no former head.
_BARE = 2


def read_post(
    mention: Mention, inner: Sequence[Mention], language: str, country_by_mention: Mapping[str, str]
) -> PostReading:
    """Read a post; `inner` are the mentions inside it, `country_by_mention` their countries."""
    if inner:
        return _read(mention, inner, language, country_by_mention)
    return PostReading(mention, *_told(_of_words(mention.text, language)))


@lru_cache(maxsize=4096)
def _of_words(words: str, language: str) -> PostReading:
    """Read a post that names no place and no body: many texts tell of “the president”."""
    return _read(Mention("", POST, 0, len(words), words), (), language, {})


def _read(
    mention: Mention, inner: Sequence[Mention], language: str, country_by_mention: Mapping[str, str]
) -> PostReading:
    """Read a post with what stands inside it."""
    tokens = tokenize(mention.text, language)
    words = [t.text for t in tokens]
    effects = _effects(mention, inner, words, language)
    organisations = _organisations(mention, inner, language)
    places = [m for m in inner if m.kind is PLACE and not _is_matter(mention, m)]
    # «Honorary president of the association» is a post of the association's president.
    times = effects & TIMES
    plain = [w for w in words if times.isdisjoint(effects_of((w,), language))] if times else words
    role = _role(mention.text, [_bare(w, language) for w in plain or words], language)
    if role is None and len(plain) < len(words):
        # “The school's caretaker” is no caretaker of an office.
        role = _role(mention.text, [_bare(w, language) for w in words], language)
        effects = effects - TIMES if role is not None else effects
    # A minister «in Chad» is Chad's; an ambassador in Chad is not.
    is_home = role in _AT_HOME
    senders = [p for p in places if is_home or not _is_sent_to(mention, p, language)]
    is_leader = "leader" in effects and not organisations
    names_state = any(_is_state(p, country_by_mention) for p in places)
    if (
        is_leader
        and role in _VAGUE_HEADS
        and names_state
        and not _tells_more(tokens, inner, mention, language)
        and not expression(language, "heads_no_state").search(mention.text)
    ):
        role = "head_of_state"  # «глава Кирибати», “Gabon's leader”, but no “chief justice of Peru”
    names_state = names_state or any(is_demonym(w, language) for w in words)  # «түрік президенті»
    if role == "head_of_state" and not organisations and not names_state:
        told = " ".join(plain) if times else mention.text  # «президент [избранный]»
        elsewhere = expression(language, "presides_elsewhere").search(told)
        role = "senior_official" if elsewhere else role  # «رئيس المنطقة الحرة», “of the jury”
    role = _whole_role(mention.text, role, effects, language, has_body=bool(organisations))
    country = next((country_by_mention[p.id] for p in senders if p.id in country_by_mention), None)
    if country is None:
        outside = (
            [t.text for t in tokens if not _inside(t.start, inner, mention)] if inner else words
        )
        country = country_of_words(outside, language)
    if country is None and inner and role in STATE_ROLES:
        country = country_of_words(words, language)  # «глава румынского МИД»
        if country is None and organisations:
            country = country_by_mention.get(organisations[0].id)  # «глава МИД Малави»
    if country is None and expression(language, "colleague").search(mention.text):
        effects = effects - {"counterpart"}  # one of another state holds the same post
    if role == "head_igo" and country and not organisations:
        role = "ambassador"  # a high commissioner
    body = organisations[0] if organisations else senders[0] if senders else None
    goals = [country_by_mention.get(p.id) for p in places if p not in senders]
    return PostReading(
        mention,
        role,
        _status(effects),
        country,
        body,
        next(iter(goals), None) or _sent_by_sign(mention.text, language),
        is_counterpart="counterpart" in effects,
        is_home="home" in effects and body is None,
        gender=post_gender(words, language),
        is_possessed=body is None and _is_possessed(words, effects, language),
        is_leader="leader" in effects,
        is_head="head" in effects,
        is_scholar="scholar" in effects,
        relation=_relation(mention.text, effects, language),
        sent_too=tuple(goal for goal in goals[1:] if goal),
    )


def _effects(
    mention: Mention, inner: Sequence[Mention], words: Sequence[str], language: str
) -> set[str]:
    """Give what the words of a post do to it: former, acting, a leader's, a scholar's."""
    effects = told = effects_of(words, language)
    if language in WITH_ENDINGS:
        # «Президенттің кеңесшісі» leads nothing: its noun stands last.
        effects = effects - _OF_NOUN | effects_of(words[-1:], language) & _OF_NOUN
    if expression(language, "acts_for").search(mention.text):
        effects = effects | {"acting"}
    if language == "ja":
        effects = effects | _times_behind(mention, inner)
    return effects - _untold(mention.text, told, language)


def _organisations(mention: Mention, inner: Sequence[Mention], language: str) -> list[Mention]:
    """Give the bodies inside of a post that it can be held in."""
    # «Үкімет басшысы» is of the government last spoken of, not of one that the text names so.
    nobodys = expression(language, "nobodys_government")
    found = [m for m in inner if m.kind is ORGANISATION]
    found = [m for m in found if not nobodys.fullmatch(m.text)]
    if language == "ja" and found:
        # «大統領評議会議長» is one word, and no body's chairman.
        start = mention.start + _japanese_office(mention.text)
        found = [m for m in found if m.start < start]
    return found


def _is_matter(post: Mention, place: Mention) -> bool:
    """Say whether a Japanese post is of an office that sees to a place: 「北米局長」."""
    behind = post.text[place.end - post.start :]
    return expression("ja", "matter_behind").match(behind) is not None


def _times_behind(post: Mention, inner: Sequence[Mention]) -> set[str]:
    """Give when a post is held by what stands right behind its place or body: 「ペルー前首相」."""
    behind = (post.text[m.end - post.start :] for m in inner)
    return {e for rest in behind if len(rest) > _BARE for e in effects_of((rest,), "ja") & TIMES}


def _relation(text: str, effects: Collection[str], language: str) -> str | None:
    """Tell what somebody is to another: before or after them, or deputy of no office named."""
    if expression(language, "deputy_of_somebody").fullmatch(text):
        return "deputy"
    return next((r for r in _RELATIONS if r in effects), None)


def _tells_more(
    tokens: Sequence[Token], inner: Sequence[Mention], post: Mention, language: str
) -> bool:
    """Say whether a post has more words than who leads what: “police chief of Peru”, «مدير الهجرة».

    In languages with endings and in Japanese such words are posts of their own in the table.
    """
    if language not in ("ar", "en"):
        return False
    words = [t.text for t in tokens if not _inside(t.start, inner, post) and t.text[0].isalpha()]
    return any(not effects_of((w,), language) and not is_demonym(w, language) for w in words)


def _whole_role(
    text: str, role: str | None, effects: Collection[str], language: str, *, has_body: bool
) -> str | None:
    """Give the role of a post by its noun's and by what stands with it: a body, «deputy»."""
    if role == "member_of_parliament" and has_body and _represents(text, language):
        role = "senior_official"  # “the World Health Organization's representative”
    elif role in ("head_of_state", "vice_president") and has_body:
        role = "chief_executive"
    elif has_body and expression(language, "state_secretary").search(text):
        role = "deputy_minister"  # of a ministry; that of a state is its foreign minister
    elif (
        role == "governor"
        and has_body
        and "head" not in effects
        and not expression(language, "of_division").search(text)
        and not expression(language, "of_a_town").search(text)
    ):
        role = "senior_official"  # of a central bank
    if has_body:
        for ministry, minister in _MINISTRIES:
            if expression(language, ministry).search(text):
                role = minister
                break
    for whole, head in _HEADS:
        if expression(language, whole).search(text):
            role = head
    return deputy_of(role) if role is not None and "deputy" in effects else role


def _untold(text: str, effects: Collection[str], language: str) -> set[str]:
    """Give of the effects of its words those that they have elsewhere, but not in this post.

    «قائد المنتخب» leads the national team and is no leader elect; «الوزيرة المكلفة بالجالية» has
    the diaspora for her matter and acts for nobody.
    """
    untold: set[str] = set()
    if expression(language, "charged_with").search(text):
        untold.add("acting")
    if "elect" in effects and expression(language, "of_team").search(text):
        untold.add("elect")
    return untold


def _represents(text: str, language: str) -> bool:
    return expression(language, "represents_house").search(text) is not None


def _is_state(place: Mention, country_by_mention: Mapping[str, str]) -> bool:
    return place.value is not None and place.value.upper() == country_by_mention.get(place.id)


def _sent_by_sign(post: str, language: str) -> str | None:
    """Give the country that one sign tells an envoy to be sent to: 駐日大使."""
    if language != "ja":
        return None
    return next((code for word, code in _sent_signs() if word in post), None)


@cache
def _sent_signs() -> tuple[tuple[str, str], ...]:
    rows = open_table("ja/sent_signs.tsv", ("word", "code"))
    return tuple((row["word"], row["code"]) for row in rows)


def _bare(word: str, language: str) -> str:
    """Take the article off an Arabic word, however short the rest is: «الأب»."""
    return word[2:] if language == "ar" and word.startswith("ال") and len(word) > 3 else word


def _is_possessed(words: Sequence[str], effects: set[str], language: str) -> bool:
    """Say whether a post is told to be somebody's: «his ambassador», سفيره, наш министр."""
    if effects & {"possessed", "first_person"}:
        return True
    return bool(words) and ends_in(language, "owner_behind").search(words[0]) is not None


def _inside(offset: int, inner: Sequence[Mention], outer: Mention) -> bool:
    return any(m.start - outer.start <= offset < m.end - outer.start for m in inner)


def _is_sent_to(outer: Mention, place: Mention, language: str) -> bool:
    """Say whether the place is where somebody is sent: «ambassador to Chad», «посол в Чаде»."""
    marks = words_with("sent_to", language)
    if language in WITH_ENDINGS:
        after = outer.text[place.end - outer.start :]
        ending = re.match(r"[^\W\d_]*", after)
        return bool(ending) and fold(ending.group()) in marks if ending else False
    before = outer.text[: place.start - outer.start]
    if language == "ja":
        behind = outer.text[place.end - outer.start :]
        rules = ("sent_for", "sent_behind")
        if before[-1:] in marks or ends_in("ja", "sent_to_too").search(before):
            return True
        return any(expression("ja", r).match(behind) for r in rules)
    skipped = words_with("skipped", language)
    words = [w for w in before.split() if fold(w) not in skipped]
    if not words:
        return False
    last = fold(words[-1])
    if before[-1:].isspace():
        return last in marks
    return expression(language, "sent_to_written_on").fullmatch(last) is not None


def _status(effects: set[str]) -> str:
    for status in ("honorary", "former", "acting", "elect"):
        if status in effects:
            return status
    return "current"


def _role(text: str, words: Sequence[str], language: str) -> str | None:
    if language == "ja":
        return _japanese_role(text)
    hits = find_post_words(words, language) or find_post_words(_unvoiced(words, language), language)
    if not hits:
        return None
    if language == "ar":
        return _arabic_role(text, words, hits)
    if language == "ru":
        first = min(h.first for h in hits)
        best = max((h for h in hits if h.first <= first + 1), key=lambda h: (h.weight, -h.first))
        return best.role
    if language == "en":
        return _english_role(words, hits)
    last = max(h.last for h in hits)
    return max((h for h in hits if h.last == last), key=lambda h: (h.weight, -h.first)).role


def _arabic_role(text: str, words: Sequence[str], hits: Sequence[PostHit]) -> str:
    """Give the role of the noun that governs an Arabic post.

    «نقيب الجيولوجيين» is no geologist and «المعلق الرياضي» no athlete; a deputy is one of whom he
    serves, also behind his rank: «النائب الأول لرئيس الاتحاد».
    """
    first = min(h.first for h in hits)
    head = next(h for h in hits if h.first == first)
    if any(expression("ar", rule).match(text) for rule in ("stands_for", "ranked_deputy")):
        return next((h for h in hits if h.first == first + 2), head).role
    if "deputy" in effects_of(words[first : first + 1], "ar"):
        served = [h for h in hits if first <= h.first <= first + 1]
        return max(served, key=lambda h: (h.weight, -h.first)).role
    return head.role


def _unvoiced(words: Sequence[str], language: str) -> list[str]:
    """Give back the last sound of Kazakh stems that an ending has voiced: «ботанигі», «ботаник».

    Other languages have no such words.
    """
    voiced = expression(language, "voiced_stem")
    return [
        f"{w[: m.start()]}{voiceless(m.group(), language)}" if (m := voiced.search(w)) else w
        for w in words
    ]


def _english_role(words: Sequence[str], hits: Sequence[PostHit]) -> str:
    """Take the last noun before «of», «for», «to», «at» or «in»: the head of an English post."""
    long = [h for h in hits if h.last - h.first > 1]
    stops = [i for i, w in enumerate(words) if w == "," or fold(w) in words_with("stop", "en")]
    stop = next((s for s in stops if any(h.first < s for h in hits)), len(words))
    head = [h for h in hits if h.first < stop]
    if not head:
        return max(hits, key=lambda h: h.weight).role
    best = max(head, key=lambda h: (min(h.last, stop), h.weight))
    wider = [h for h in long if h.first <= best.first and h.last >= best.last]
    return max([*wider, best], key=lambda h: h.weight).role


def _japanese_role(text: str) -> str | None:
    found = [
        (end, end - start, label.removeprefix("post="))
        for start, end, labels in find_japanese_words(fold(text))
        for label in labels
        if label.startswith("post=")
    ]
    role = max(found)[2] if found else None
    if role is None and expression("ja", "ministry_of_state").search(text):
        role = "minister"  # 投資相, whatever the matter
    # 外務・協力大臣: other matters stand between the office and its title.
    is_foreign = role == "minister" and any(w in text for w in words_with("foreign", "ja"))
    return "foreign_minister" if is_foreign else role


def _japanese_office(text: str) -> int:
    """Give where the word of an office of state begins that ends a post; its end for none."""
    found = [
        (end, end - start, start)
        for start, end, labels in find_japanese_words(fold(text))
        if any(label.removeprefix("post=") in _ONE_WORD for label in labels)
    ]
    return max(found)[2] if found and max(found)[0] == len(text) else len(text)


def settle_counterparts(
    mentions: Sequence[Mention], readings: Mapping[str, PostReading]
) -> dict[str, PostReading]:
    """Give «his counterpart» the role of the post told last before it, and leave the rest."""
    settled: dict[str, PostReading] = {}
    role: str | None = None
    ministry: str | None = None
    last_country: str | None = None
    last_status = "current"
    told = [m for m in mentions if m.id in readings]
    for mention in sorted(told, key=lambda m: m.start):
        reading = readings[mention.id]
        if reading.is_counterpart:
            # «Министр әріптесі»: the minister's, whoever is told between.
            own = ministry or reading.role if reading.role == "minister" else reading.role
            reading = replace(reading, role=own or role)
        elif reading.relation is not None and reading.role is None:
            # «Her predecessor» held her post, in her country.
            status = "former" if reading.relation == "predecessor" else last_status
            reading = replace(
                reading,
                role=role,
                status=status,
                country=reading.country or last_country,
            )
        elif reading.role in STATE_ROLES and not (
            reading.is_bare and reading.role == "minister" and role in _KIN_ROLES[0]
        ):
            # «Господин министр» says shortly what was told before.
            role, last_country, last_status = reading.role, reading.country, reading.status
            if reading.is_bare and role == "minister":
                role = ministry or role
            elif role in _KIN_ROLES[0]:
                ministry = role
        settled[mention.id] = reading
    return settled


def may_stand_for(role: str | None, held: str) -> bool:
    """Say whether words of one role can name a person known to hold another."""
    return role is not None and (role == held or held in _KIN_OF.get(role, ()))
