"""An event of the record goes in; the sentence that tells it comes out: who did what to whom."""

from __future__ import annotations

from collections.abc import Callable

from sijill.dates import parse_edtf, sort_key
from sijill.reading.document import Status
from sijill.record.items import EventItem
from sijill.script.concepts import concept_rows, find_concepts, first_concept
from sijill.script.facts import Story, few
from sijill.script.narration.calendar import clock, part_of_day
from sijill.script.narration.money import amount_words, read_amount
from sijill.script.narration.people import CUE_LANGUAGES
from sijill.script.narration.words import Told, Words, plain
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller

Slots = dict[str, Told | None]
_PARTS = {"forenoon": "morning", "night": "evening"}
_MANY = 4
#: What lasts through an interval; anything else happened at some moment within it.
_LASTING = ("visit", "exhibition", "summit", "business_forum")


def tell_event(
    story: Story,
    teller: Teller,
    event: EventItem,
    *,
    where: bool = True,
    dated: bool = True,
    kind: SentenceKind = SentenceKind.PARAPHRASE,
) -> ScriptSentence | None:
    """Write the sentence of an event; None when too little is known of it to be told.

    A plan is told as a plan: the pattern is chosen by the event's status, and a plan whose day has
    passed is told as one that no source says was carried out.
    """
    built = _BUILDERS.get(event.type)
    if built is None:
        return None
    plan = built(story, event)
    if plan is None:
        return None
    key, roles = plan
    key += status_suffix(story, event)
    if not teller.can_tell(key):
        return None
    slots: Slots = {}
    if dated:
        slots["when"] = when(teller, event)
    if where:
        slots["place"] = place(story, teller, event)
    for name, make in roles.items():
        slots[name] = make(teller)
    sentence = teller.tell(key, slots, kind=kind, items=[event.id], citations=few(event.citations))
    if sentence is not None:
        story.take(event.id)
    return sentence


def status_suffix(story: Story, event: EventItem) -> str:
    """Give the end of the pattern key for how far an event has got."""
    if event.status is Status.HELD:
        return ""
    now = story.names.now
    dated = event.status is Status.PLANNED and event.date is not None and now is not None
    if dated and sort_key(event.date)[1] < sort_key(now)[0]:
        return ".planned_past"
    return f".{event.status.value}"


def when(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say when an event was: day, and the hour or part of the day where it is told."""
    same = teller.is_same_day(event.date)
    hour = _hour(teller, event)
    if same and hour:
        return hour
    date = teller.when(event.date, within=event.type not in _LASTING)
    if date is None and same:
        return hour
    if date is None or hour is None:
        return date
    return {lang: _joined(date[lang], hour[lang]) for lang in date}


def _joined(left: Words, right: Words) -> Words:
    return Words(f"{left.show} {right.show}", f"{left.say} {right.say}")


def _hour(teller: Teller, event: EventItem) -> dict[str, Words] | None:
    begins = event.details.get("begins")
    if isinstance(begins, str):
        said = {lang: clock(begins, lang) for lang in teller.languages}
        if all(said.values()):
            return {lang: words for lang, words in said.items() if words}
    part = event.details.get("part_of_day")
    if isinstance(part, str):
        told = {lang: part_of_day(_PARTS.get(part, part), lang) for lang in teller.languages}
        if all(told.values()):
            return {lang: words for lang, words in told.items() if words}
    return None


def place(story: Story, teller: Teller, event: EventItem) -> dict[str, Words] | None:
    """Say where an event was, unless that was just said or the place takes part in it."""
    if event.place is None or story.names.entity(event.place) is None:
        return None
    if event.place in event.participants and not is_state(story, event.place):
        return None
    return teller.where(event.place)


# -- who does what ---------------------------------------------------------------------------------

Role = Callable[[Teller], Told | None]
Plan = tuple[str, dict[str, Role]]


def _person(person_id: str, event: EventItem) -> Role:
    return lambda teller: teller.person(person_id, event.date)


def _party(ids: list[str], event: EventItem, *, titled: bool = False) -> Role:
    return lambda teller: teller.parties(ids, event.date, titled=titled)


def _label(label_id: str) -> Role:
    return lambda teller: teller.phrase(label_id)


def _minutes(event: EventItem) -> dict[str, Role]:
    minutes = event.details.get("minutes")
    if isinstance(minutes, int) and 0 < minutes < 600:
        return {"minutes": lambda teller: teller.count(minutes, "minute", oblique=True)}
    return {}


def _bodies(story: Story, event: EventItem) -> list[str]:
    kinds = {p: story.names.entity(p) for p in event.participants}
    return [p for p, entity in kinds.items() if entity and entity.kind == "organisation"]


def _states(story: Story, event: EventItem) -> list[str]:
    """Participants that are states, by code or as a place of the record."""
    return [p for p in event.participants if is_state(story, p)]


def is_state(story: Story, entity_id: str | None) -> bool:
    """Say whether an id is a state."""
    if not entity_id:
        return False
    entity = story.names.entity(entity_id)
    if entity is None:
        return len(entity_id) == 2
    return (
        entity.kind == "place" and bool(entity.country) and entity_id == str(entity.country).lower()
    )


def sides(story: Story, event: EventItem) -> tuple[list[str], list[str]]:
    """Part the people of an event into guests and hosts.

    The host is who reigns, else who is of the state where it happens; the main guest of the story
    is a guest. Where nothing tells, the first named is the host.
    """
    people = story.names.people(event.participants)
    monarchs = [p for p in people if story.is_monarch(p, event.date)]
    ground = story.country_of(event.place)
    if ground is None and story.visit is not None and story.in_main_visit(event):
        ground = story.country_of(story.visit.place)
    if monarchs and len(monarchs) < len(people):
        realm = story.country_of(monarchs[0])
        hosts = [p for p in people if story.country_of(p) == realm]
    elif ground is not None:
        hosts = [p for p in people if story.country_of(p) == ground]
    else:
        hosts = [p for p in people if p != story.guest][:1]
    hosts.sort(key=lambda p: (story.rank_of(p, event.date), event.participants.index(p)))
    guests = [p for p in people if p not in hosts]
    if not guests and story.guest in hosts and len(hosts) > 1:
        guests = [p for p in hosts if p == story.guest]
        hosts = [p for p in hosts if p != story.guest]
    return guests, hosts


def destination(story: Story, event: EventItem) -> str | None:
    """Give the place a visit goes to, if the record knows it."""
    if event.place and story.names.entity(event.place):
        return event.place
    return None


def _visit(story: Story, event: EventItem) -> Plan | None:
    target = destination(story, event)
    people = story.names.people(event.participants)
    if target is None or not people:
        return None
    layout = f"format.{event.details.get('visit_format') or 'none'}"

    def visit(teller: Teller) -> Told | None:
        known = layout != "format.none" and teller.has_label(layout)
        return teller.phrase(layout) if known else None

    return "visit", {
        "who": _party(people[:3], event),
        "visit": visit,
        "where": lambda teller: teller.names.body(target),
        "place": lambda teller: None,
    }


def _audience(story: Story, event: EventItem) -> Plan | None:
    guests, hosts = sides(story, event)
    if not guests or not hosts:
        return None
    return event.type, {
        "host": _person(hosts[0], event),
        "guest": _party(guests[:_MANY], event, titled=True),
        **_minutes(event),
    }


def _banquet(story: Story, event: EventItem) -> Plan | None:
    guests, hosts = sides(story, event)
    meal = str(event.details.get("meal") or "none")

    def meal_words(teller: Teller) -> Told:
        return teller.phrase(f"meal.{meal}" if teller.has_label(f"meal.{meal}") else "meal.none")

    roles: dict[str, Role] = {}
    if hosts:
        roles["host"] = _person(hosts[0], event)
    roles["meal"] = meal_words
    if guests:
        roles["guest"] = _party(guests[:2], event, titled=True)
    if len(hosts) > 1:
        roles["others"] = _party(hosts[1:3], event)
    if not hosts and not guests:
        return None
    return "banquet" if hosts else "banquet.nohost", roles


def _meeting(story: Story, event: EventItem) -> Plan | None:
    """Two sides that meet: talks, calls, meetings with firms, musicians, athletes."""
    people = story.names.people(event.participants)
    bodies = [b for b in _bodies(story, event) if not _is_body_of(story, b, people)]
    states = _states(story, event)
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
    return key, {"a": _party(first, event), "b": _party(second, event), **_minutes(event)}


def _is_body_of(story: Story, body: str, people: list[str]) -> bool:
    """Say whether a body is already named as the one a person heads."""
    for person in people:
        entity = story.names.entity(person)
        if entity and any(held.body == body for held in entity.posts):
            return True
    return False


def _lecture(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    if not people:
        return None
    roles: dict[str, Role] = {"who": _person(people[0], event)}
    bodies = _bodies(story, event)
    venue = bodies[0] if bodies else None
    if venue is None and event.place and event.type == "lecture":
        entity = story.names.entity(event.place)
        if entity and entity.kind == "organisation":
            venue = event.place
    if venue is not None:
        chosen = venue
        roles["body"] = lambda teller: teller.names.body(chosen)
        roles["place"] = lambda teller: _venue_place(story, teller, event, chosen)
    return event.type, roles


def _venue_place(story: Story, teller: Teller, event: EventItem, venue: str) -> Told | None:
    """Say in which city a venue is, once in a film."""
    if event.place in (None, venue) or not teller.first_time(venue):
        return None
    return place(story, teller, event)


def _ministers(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    series = [b for b in _bodies(story, event) if story.country_of(b) is None]
    roles: dict[str, Role] = {}
    if series:
        chosen = series[0]
        roles["series"] = lambda teller: teller.names.body(chosen)
    if people:
        roles["who"] = _party(people[:3], event)
    return event.type, roles


def _summit(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    if event.status is not Status.HELD:
        return "summit", {}
    if len(people) >= _MANY:
        known = sorted(people, key=lambda p: (story.country_of(p) not in story.pair, p))[:2]
        return "summit.many", {
            "number": lambda teller: teller.count(len(people), "leader", oblique=False),
            "who": _party(known, event),
        }
    return "summit", {"who": _party(people, event)} if people else {}


def _pair_of_states(story: Story, event: EventItem) -> Plan | None:
    states = _states(story, event)
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


def embassy(story: Story, event: EventItem) -> Role | None:
    """Name the embassy that opened: as a body of the record, or by the state that sends it."""
    for body in _bodies(story, event):
        return lambda teller, chosen=body: teller.names.body(chosen)  # type: ignore[misc]
    ground = story.country_of(event.place)
    senders = [c for s in _states(story, event) if (c := story.country_of(s)) and c != ground]
    if not senders and ground in story.pair:
        senders = sorted(story.pair - {ground})
    if len(senders) != 1:
        return None
    sender = senders[0]
    return lambda teller: teller.formed("embassy.of", {"c": teller.names.country(sender)})


def _embassy(story: Story, event: EventItem) -> Plan | None:
    role = embassy(story, event)
    if role is None:
        return None
    roles: dict[str, Role] = {"embassy": role}
    if "date" in event.disputed:
        roles["when"] = lambda teller: None
    if _names_its_place(story, event):
        roles["place"] = lambda teller: None
    return event.type, roles


def _names_its_place(story: Story, event: EventItem) -> bool:
    """Say whether a body's name holds its place already: the embassy in Tokyo."""
    entity = story.names.entity(event.place)
    bodies = [story.names.entity(b) for b in _bodies(story, event)]
    return entity is not None and any(
        body is not None and entity.names[lang] in body.names[lang]
        for body in bodies[:1]
        for lang in story.names.languages
    )


def _documents(story: Story, event: EventItem) -> Plan | None:
    number = event.details.get("documents")
    if not isinstance(number, int) or number < 1:
        return event.type, {}
    return event.type, {
        "documents": lambda teller: teller.count(number, "document"),
        "documents_o": lambda teller: teller.count(number, "document", oblique=True),
    }


def _joint(story: Story, event: EventItem) -> Plan | None:
    plan = _meeting(story, event)
    return plan if plan and story.names.people(event.participants) else (event.type, {})


def _disarmament(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    states = _states(story, event)
    actors = people[:1] or states[:1]
    if not actors and event.place and (country := story.country_of(event.place)):
        actors = [country.lower()]
    if not actors:
        return None
    roles: dict[str, Role] = {"who": _party(actors, event)}
    act = _act(story, event, actors[0])
    if act is None:
        return None
    if act == "close":
        roles["site"] = site(story, event)
        roles["place"] = lambda teller: None
    if act == "give_up":
        roles["place"] = lambda teller: None
    return f"disarmament.{act}", roles


def _act(story: Story, event: EventItem, actor: str) -> str | None:
    """Say which act of disarmament an event is; None when the same one was told of the actor.

    Two acts told in one sentence share its words: the second event gets the act not yet told.
    """
    country = story.country_of(actor) or actor
    found = [
        name
        for text, language in story.texts(event.citations)
        for name in find_concepts("disarmament_acts", text, language)
    ]
    first = first_concept("disarmament_acts", story.texts(event.citations))
    for act in dict.fromkeys([*([first] if first else []), *found]) or ["act"]:
        if story.acts.setdefault((country, act), event.id) == event.id:
            return act
    return None


def site(story: Story, event: EventItem) -> Role:
    """Name the site that was closed."""
    entity = story.names.entity(event.place)
    if entity is None or is_state(story, event.place):
        return lambda teller: teller.phrase("site.unknown")
    place_id = entity.id

    def make(teller: Teller) -> Told:
        named = teller.names.body(place_id)
        if entity.kind == "place" and "site" not in (entity.names.get("en") or "").lower():
            return teller.formed("site.of", {"place": named})
        return named

    return make


def project_kind(story: Story, event: EventItem) -> str:
    """Say what a project makes: a row of `project_kinds.tsv`."""
    texts = story.texts(event.citations)
    what = event.details.get("what")
    if isinstance(what, str) and event.citations:
        texts = [(what, story.language_by_source.get(event.citations[0].source_id, "")), *texts]
        first = first_concept("project_kinds", texts[:1])
        if first and first != "project":
            return first
    return first_concept("project_kinds", texts) or "project"


def _project(story: Story, event: EventItem) -> Plan | None:
    kind = project_kind(story, event)
    people = story.names.people(event.participants)
    bodies = _bodies(story, event)
    who: list[str] = []
    others: list[str] = []
    if event.status is Status.PROPOSED and people:
        who, others = people[:1], bodies[:2]
    elif bodies:
        who, others = bodies[:1], bodies[1:3]
    else:
        who = people[:1]

    def column(name: str) -> Role:
        def make(teller: Teller) -> Told:
            told = {}
            for language in teller.languages:
                row = concept_rows("project_kinds", language)[kind]
                told[language] = plain(row[name], gender=row.get("gender", "m"))
            return told

        return make

    roles: dict[str, Role] = {}
    if who:
        roles["who"] = _party(who, event)
    roles.update(make=column("make"), what=column("label"), done=column("done"))
    amount = amount_of(story, event)
    if amount is not None:
        said = amount
        roles["amount"] = lambda teller: said
    if others:
        roles["others"] = _party(others, event)
    return "project", roles


def _grant(story: Story, event: EventItem) -> Plan | None:
    plan = _meeting(story, event) or _pair_of_states(story, event)
    if plan is None:
        return None
    roles = {k: v for k, v in plan[1].items() if k in ("a", "b")}
    amount = amount_of(story, event)
    if amount is not None:
        said = amount
        roles["amount"] = lambda teller: said
    return event.type, roles


def amount_of(story: Story, event: EventItem) -> dict[str, Words] | None:
    """Say the amount of money an event tells of, in the narrator's words."""
    words = event.details.get("amount")
    if not isinstance(words, str):
        return None
    for source in event.citations:
        language = story.language_by_source.get(source.source_id, "")
        if language not in CUE_LANGUAGES:
            continue
        before = source.exact.partition(words)[0] if words in source.exact else ""
        amount = read_amount(words, language, before=before)
        if amount is not None:
            said = {lang: amount_words(amount, lang) for lang in story.names.languages}
            return {lang: w for lang, w in said.items() if w} if all(said.values()) else None
    return None


def _diaspora(story: Story, event: EventItem) -> Plan | None:
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
        "a": _person(host, event),
        "home": lambda teller: teller.names.country(from_there),
        "abroad": lambda teller: teller.names.country(there),
        "place": lambda teller: None,
    }


def _encounter(story: Story, event: EventItem) -> Plan | None:
    plan = _meeting(story, event)
    if plan is not None:
        return plan
    people = story.names.people(event.participants)
    if len(people) == 1 and event.place and not is_state(story, event.place):
        if story.names.entity(event.place) is None:
            return None
        chosen = event.place
        return "visit_place", {
            "who": _person(people[0], event),
            "where": lambda teller: teller.names.body(chosen),
            "place": lambda teller: None,
        }
    return None


def _ceremony(story: Story, event: EventItem) -> Plan | None:
    guests, hosts = sides(story, event)
    if "guard_of_honour" in event.signals or event.details.get("signal") == "guard_of_honour":
        who = guests or hosts
        return ("ceremony.guard_of_honour", {"guest": _party(who[:1], event)}) if who else None
    return None


def _gathering(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    return event.type, {"who": _party(people[:3], event)} if people else {}


def _honour(story: Story, event: EventItem) -> Plan | None:
    people = story.names.people(event.participants)
    if not people:
        return None
    roles: dict[str, Role] = {"who": _person(people[0], event)}
    bodies = _bodies(story, event)
    if bodies:
        roles["body"] = lambda teller: teller.names.body(bodies[0])
    return event.type, roles


_BUILDERS: dict[str, Callable[[Story, EventItem], Plan | None]] = {
    "visit": _visit,
    "audience": _audience,
    "courtesy_call": _audience,
    "banquet": _banquet,
    "talks": _meeting,
    "phone_call": _meeting,
    "business_meeting": _meeting,
    "contract": _meeting,
    "agreement": _meeting,
    "aid": _meeting,
    "education_exchange": _meeting,
    "sport_encounter": _encounter,
    "cultural_encounter": _encounter,
    "lecture": _lecture,
    "parliament_address": _lecture,
    "ministerial_dialogue": _ministers,
    "summit": _summit,
    "relations_established": _pair_of_states,
    "partnership_upgrade": _gathering,
    "embassy_opened": _embassy,
    "embassy_closed": _embassy,
    "signing": _documents,
    "statement_joint": _joint,
    "disarmament": _disarmament,
    "project": _project,
    "loan_grant": _grant,
    "diaspora_meeting": _diaspora,
    "ceremony": _ceremony,
    "business_forum": _gathering,
    "exhibition": _gathering,
    "decoration": _honour,
    "honorary_degree": _honour,
    "appointment": _honour,
}


def short_label(
    story: Story, teller: Teller, event: EventItem, family: str
) -> dict[str, str] | None:
    """Give the label of an event on a card: `point` for a chronology, `clock` for a day.

    People stand in it by their short names; nobody counts as introduced by it.
    """
    built = _BUILDERS.get(event.type)
    plan = built(story, event) if built else None
    if plan is None:
        return None
    key = f"{family}.{event.type}"
    if not teller.can_tell(key):
        return None
    with teller.on_card():
        slots = {name: make(teller) for name, make in plan[1].items()}
        if family == "point" and "place" not in slots and event.place and not _states(story, event):
            slots["place"] = (
                teller.names.place_in(event.place) if story.names.entity(event.place) else None
            )
        return teller.write(key, slots)


def is_dated_day(event: EventItem) -> bool:
    """Say whether the day of an event is told."""
    return event.date is not None and parse_edtf(event.date).is_day
