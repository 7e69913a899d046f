"""An event in which people meet goes in; the key of its patterns and its parts come out."""

from __future__ import annotations

from functools import cache

from sijill.documents.document import Status
from sijill.record.items import EventItem
from sijill.script.circumstances import place
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story
from sijill.script.narration.words import Told
from sijill.script.roles import (
    Plan,
    Role,
    bodies_of,
    is_state,
    minutes,
    party,
    person,
    sides,
    states_of,
)
from sijill.script.signed_documents import is_told_signed
from sijill.script.teller import Teller
from sijill.tables import open_table

_MANY = 4
#: Whom a state sends to another and may call back.
_ENVOY = "ambassador"


def visit(story: Story, event: EventItem) -> Plan | None:
    """Give the traveller, the format and the goal of a visit."""
    target = destination(story, event)
    people = story.names.people(event.participants)
    if target is None or not people:
        return None
    # What the sources do not agree on is told after, not in passing.
    told = None if "visit_format" in event.disputed else event.details.get("visit_format")
    layout = f"format.{told or 'none'}"

    def visit(teller: Teller) -> Told | None:
        known = layout != "format.none" and teller.has_label(layout)
        return teller.phrase(layout) if known else None

    return "visit", {
        "who": party(people[:3], event),
        "visit": visit,
        "where": lambda teller: teller.names.body(target),
        "place": lambda teller: None,
    }


def destination(story: Story, event: EventItem) -> str | None:
    """Give the place a visit goes to, if the record knows it."""
    if event.place and story.names.entity(event.place):
        return event.place
    return None


def audience(story: Story, event: EventItem) -> Plan | None:
    """Give host and guests of an audience or a courtesy call."""
    guests, hosts = sides(story, event)
    if not guests or not hosts:
        return None
    return event.type, {
        "host": person(hosts[0], event),
        "guest": party(guests[:_MANY], event, titled=True),
        **minutes(event),
    }


def banquet(story: Story, event: EventItem) -> Plan | None:
    """Give host, guest and meal, and who else was at the table."""
    guests, hosts = sides(story, event)
    meal = str(event.details.get("meal") or "none")

    def meal_words(teller: Teller) -> Told:
        return teller.phrase(f"meal.{meal}" if teller.has_label(f"meal.{meal}") else "meal.none")

    roles: dict[str, Role] = {}
    if hosts:
        roles["host"] = person(hosts[0], event)
    roles["meal"] = meal_words
    if guests:
        roles["guest"] = party(guests[:2], event, titled=True)
    if len(hosts) > 1:
        roles["others"] = party(hosts[1:3], event)
    if not hosts and not guests:
        return None
    return "banquet" if hosts else "banquet.nohost", roles


def agreement(story: Story, event: EventItem) -> Plan | None:
    """Two sides that agree; that they did, and no more, says nothing to a viewer."""
    return meeting(story, event) if event.date or event.place else None


def meeting(story: Story, event: EventItem) -> Plan | None:
    """Two sides that meet: talks, calls, meetings with firms, musicians, athletes."""
    people = story.names.people(event.participants)
    bodies = [b for b in bodies_of(story, event) if not _is_body_of(story, b, people)]
    states = states_of(story, event)
    if story.guest in people:
        first = [story.guest]
    else:
        ordered = sorted(people, key=lambda p: (story.rank_of(p, event.date), p))
        first = ordered[:1]
    rest = [p for p in people if p not in first]
    second = (
        (rest or bodies or [s for s in states if story.country_of(first[0]) != s.upper()])[:3]
        if first
        else []
    )
    if not first and len(states) == 2:
        first, second = states[:1], states[1:]
    if not first or not second:
        return None
    key = event.type
    if event.type == "talks" and not rest:
        key = "talks.league"
    return key, {"a": party(first, event), "b": party(second, event), **minutes(event)}


def _is_body_of(story: Story, body: str, people: list[str]) -> bool:
    """Say whether a body is already named as the one a person heads."""
    for person_id in people:
        entity = story.names.entity(person_id)
        if entity and any(held.body == body for held in entity.posts):
            return True
    return False


def lecture(story: Story, event: EventItem) -> Plan | None:
    """Give the lecturer and the body whose platform it was."""
    people = story.names.people(event.participants)
    if not people:
        return None
    roles: dict[str, Role] = {"who": person(people[0], event)}
    venue = platform(story, event)
    if venue is not None:
        chosen = venue
        roles["body"] = lambda teller: teller.names.body(chosen)
        roles["place"] = lambda teller: _venue_place(story, teller, event, chosen)
    return ("lecture.speech" if _is_speech(story, event) else event.type), roles


def _is_speech(story: Story, event: EventItem) -> bool:
    """Say whether no source calls it a lecture: `gave a speech at the university`."""
    if event.type != "lecture" or event.status is not Status.HELD:
        return False
    told = [c for t in event.tellings if t.field == "type" for c in t.citations]
    texts = story.texts([*told, *event.citations] if told else event.citations)
    return not any(find_concepts("lecture_forms", text, language) for text, language in texts)


@cache
def _platform_words() -> frozenset[str]:
    return frozenset(r["word"] for r in open_table("en/platform_words.tsv", ("word",)))


def platform(story: Story, event: EventItem) -> str | None:
    """Give the body from whose platform somebody spoke.

    A body that takes part and is one to speak at, else one that the cited words name; a ministry
    or an agency beside a lecture is mostly who told of it.
    """
    cited = " ".join(c.exact for c in event.citations)
    named = [
        e.id
        for e in story.record.entities
        if e.kind == "organisation" and any(a.text in cited for a in e.aliases)
    ]
    for body in (event.place, *event.participants, *named):
        entity = story.names.entity(body)
        if entity is None or entity.kind != "organisation":
            continue
        if _platform_words() & set((entity.names.get("en") or "").split()):
            return entity.id
    return None


def _venue_place(story: Story, teller: Teller, event: EventItem, venue: str) -> Told | None:
    """Say in which city a venue is, once in a film."""
    if event.place in (None, venue) or not teller.first_time(venue):
        return None
    return place(story, teller, event)


def ministers(story: Story, event: EventItem) -> Plan | None:
    """Give the series a ministers' meeting belongs to, and who took part."""
    people = story.names.people(event.participants)
    series = [b for b in bodies_of(story, event) if story.country_of(b) is None]
    roles: dict[str, Role] = {}
    if series:
        chosen = series[0]
        roles["series"] = lambda teller: teller.names.body(chosen)
    if people:
        roles["who"] = party(people[:3], event)
    return event.type, roles


def summit(story: Story, event: EventItem) -> Plan | None:
    """Give who met at a summit; of many the number, and those of the pair."""
    people = story.names.people(event.participants)
    if event.status is not Status.HELD:
        return "summit", {}
    if len(people) >= _MANY:
        known = sorted(people, key=lambda p: (story.country_of(p) not in story.pair, p))[:2]
        return "summit.many", {
            "number": lambda teller: teller.count(len(people), "leader", accusative=True),
            "who": party(known, event),
        }
    return "summit", {"who": party(people, event)} if people else {}


def pair_of_states(story: Story, event: EventItem) -> Plan | None:
    """Give the two states of an act between states."""
    states = states_of(story, event)
    codes = {c for p in event.participants if (c := story.country_of(p))}
    if codes >= story.pair:
        states = [c.lower() for c in story.record.between]
    if len(states) < 2:
        return None
    return event.type, {
        "a": lambda teller: teller.names.country(str(story.country_of(states[0]))),
        "b": lambda teller: teller.names.country(str(story.country_of(states[1]))),
        "place": lambda teller: None,
    }


def joint(story: Story, event: EventItem) -> Plan | None:
    """Give the two of a joint statement, where people are known; signed where a source says so."""
    plan = meeting(story, event)
    if plan is None or not story.names.people(event.participants):
        return event.type, {}
    signed = event.status is Status.HELD and is_told_signed(story, event)
    return (f"{plan[0]}.signed" if signed else plan[0]), plan[1]


def diaspora(story: Story, event: EventItem) -> Plan | None:
    """Give who met compatriots, from which state, in which."""
    people = story.names.people(event.participants)
    host = story.guest if story.guest in people else (people[0] if people else None)
    if host is None:
        return None
    home = story.country_of(host)
    abroad = story.country_of(event.place)
    if abroad is None or abroad == home:
        abroad = next(iter(sorted(story.pair - {str(home)})), None)
    if home is None or abroad is None:
        return None
    there = abroad
    from_there = home
    return event.type, {
        "a": person(host, event),
        "home": lambda teller: teller.names.country(from_there),
        "abroad": lambda teller: teller.names.country(there),
        "place": lambda teller: None,
    }


def encounter(story: Story, event: EventItem) -> Plan | None:
    """Give who met whom outside of politics, or which place was visited."""
    plan = meeting(story, event)
    if plan is not None:
        return plan
    people = story.names.people(event.participants)
    if len(people) == 1 and event.place and not is_state(story, event.place):
        if story.names.entity(event.place) is None:
            return None
        chosen = event.place
        return "visit_place", {
            "who": person(people[0], event),
            "where": lambda teller: _sight(teller, chosen),
            "place": lambda teller: None,
        }
    return None


@cache
def _sights() -> dict[str, str]:
    rows = open_table("protocol/symbolic_places.tsv", ("place", "what"))
    return {r["place"]: r["what"] for r in rows}


def _sight(teller: Teller, place_id: str) -> Told:
    """Name a place, with what it is where its name alone tells no listener."""
    named = teller.names.body(place_id)
    label = f"sight.{_sights().get(place_id, '')}"
    if not teller.has_label(label):
        return named
    made = teller.formed(label, {"place": named})
    kinds = {
        lang: text.replace("{place}", "").split() for lang, text in teller.label(label).items()
    }
    # A name that has the word already does not get it twice.
    return {
        lang: words if set(kinds[lang]) & set(words.show.lower().split()) - {"the"} else made[lang]
        for lang, words in named.items()
    }


def ceremony(story: Story, event: EventItem) -> Plan | None:
    """Give for whom a guard of honour was drawn up; other ceremonies are not told."""
    guests, hosts = sides(story, event)
    if "guard_of_honour" in event.signals or event.details.get("signal") == "guard_of_honour":
        who = guests or hosts
        return ("ceremony.guard_of_honour", {"guest": party(who[:1], event)}) if who else None
    return None


def gathering(story: Story, event: EventItem) -> Plan | None:
    """Give those who took part, where the event needs no more."""
    people = story.names.people(event.participants)
    return event.type, {"who": party(people[:3], event)} if people else {}


def alone(story: Story, event: EventItem) -> Plan | None:
    """Give nobody: who did it to whom is told in the words of a source, or not at all."""
    return event.type, {}


def envoy(story: Story, event: EventItem) -> Plan | None:
    """Give the envoy whom something befell, where it is known who it was."""
    found = [
        p
        for p in story.names.people(event.participants)
        if (held := story.names.post(p, event.date)) and held.post == _ENVOY
    ]
    return event.type, {"who": person(found[0], event)} if len(found) == 1 else {}


def honour(story: Story, event: EventItem) -> Plan | None:
    """Give who was honoured, and by which body."""
    people = story.names.people(event.participants)
    if not people:
        return None
    roles: dict[str, Role] = {"who": person(people[0], event)}
    bodies = bodies_of(story, event)
    if bodies:
        roles["body"] = lambda teller: teller.names.body(bodies[0])
    return event.type, roles
