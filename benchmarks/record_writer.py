"""Happenings go in; a text of press style that tells them comes out, with where it tells which."""

from __future__ import annotations

import random
from datetime import date

from record_world import POSTS, Happening, MadeSource, Person, Telling, World

from sijill.register.declension import decline_word

_GENITIVE, _INSTRUMENTAL = 0, 3
#: Of a hundred spellings of a name, so many are not the usual one.
OTHER_SPELLINGS = 20
#: Of a hundred texts so many have no day, and of those that tell a visit so many claim something.
UNDATED_TEXTS, CLAIMS = 3, 20


class Writer:
    """Writes one text in one language."""

    def __init__(self, world: World, chance: random.Random, language: str, published: date) -> None:
        self.world = world
        self.chance = chance
        self.language = language
        self.published = published
        self.known: set[str] = set()
        self.spelt: dict[str, dict[str, None]] = {}

    def write(self, told: list[tuple[Happening, str]], old: Happening | None) -> MadeSource:
        """Write a text that tells happenings, each in a form, and an old one beside them."""
        main, form = told[0]
        topic = self.chance.choice(self.world.topics)[self.language]
        kind = form if form in ("planned", "postponed") and main.kind == "visit" else main.kind
        heading = self._pick("headline", kind)
        headline = self._fill(heading, main, topic, is_heading=True)
        plan: list[tuple[Happening, str, str] | str] = [(h, h.kind, f) for h, f in told]
        fillers = self.world.sentences["filler", "-", self.language]
        chosen = self.chance.sample(fillers, self.chance.choice((2, 2, 3)))
        plan[1:1] = chosen[:1]
        if (main.kind, form) == ("visit", "held") and self.chance.randrange(100) < CLAIMS:
            plan.insert(1, self._pick("claim", "first"))
        plan += chosen[1:]
        if old is not None:
            plan.append((old, old.kind, "past"))
        body = ""
        tellings = []
        ahead = len(headline) + 2
        for number, part in enumerate(plan):
            if isinstance(part, str):
                sentence = self._fill(part, main, topic)
            else:
                happening, kind, form = part
                sentence = self._fill(self._pick(kind, form), happening, topic)
            if number:
                body += "\n\n" if number in (2, len(plan) - 1) else self._blank
            if not isinstance(part, str):
                start = ahead + len(body)
                telling = Telling(part[0].id, part[1], part[2], start, start + len(sentence))
                tellings.append(telling)
            body += sentence
        undated = self.chance.randrange(100) < UNDATED_TEXTS
        return MadeSource(
            "",
            self.language,
            None if undated else self.published.isoformat(),
            headline,
            body,
            tuple(tellings),
            {who: tuple(forms) for who, forms in self.spelt.items()},
        )

    @property
    def _blank(self) -> str:
        return "" if self.language == "ja" else " "

    def _pick(self, kind: str, form: str) -> str:
        return self.chance.choice(self.world.sentences[kind, form, self.language])

    def _fill(self, sentence: str, what: Happening, topic: str, is_heading: bool = False) -> str:
        values = _Values(self, what, topic, is_heading)
        text = sentence.format_map(values)
        return text[:1].upper() + text[1:]

    def spelling(self, forms: tuple[str, ...]) -> str:
        """Give a spelling of a name, now and then not the usual one."""
        if len(forms) > 1 and self.chance.randrange(100) < OTHER_SPELLINGS:
            return self.chance.choice(forms[1:])
        return forms[0]

    def person(self, person: Person, case: str) -> str:
        """Name somebody: in full where he comes first, else by post and family name."""
        language, post = self.language, person.post
        family = self.spelling(person.family[language])
        if case == "family":
            return family
        state = self.world.states[person.state]
        words = self.world.word
        if case == "again" and person.id in self.known:
            return words("alone", POSTS[post], language).format(name=family)
        given = self.spelling(person.given[language])
        self.known.add(person.id)
        between = "・" if language == "ja" else " "
        self.spelt.setdefault(person.id, {})[f"{given}{between}{family}"] = None
        head = words("post", POSTS[post], language)
        if language == "en":
            if self.chance.random() < 0.5:
                return f"{state['en_people']} {head} {given} {family}"
            return f"{head} of {state['en']} {given} {family}"
        if language == "ar":
            if post == 0 and self.chance.random() < 0.4:
                president = words("alone", POSTS[post], language)
                return president.format(name=f"{state['ar_people']} {given} {family}")
            return f"{head} {state['ar']} {given} {family}"
        if language == "ja":
            return f"{state['ja']}の{given}・{family}{head}"
        if language == "kk":
            whole = f"{state['kk']} {head} {given} {family}"
            if case == "of":
                return whole + _kazakh(whole, "ның", "нің", "тың", "тің", "дың", "дің")
            return whole + _kazakh_with(whole) if case == "with" else whole
        number = {"of": _GENITIVE, "with": _INSTRUMENTAL}.get(case)
        if number is None:
            return f"{head} {state['ru_of']} {given} {family}"
        title = head.split(" ")
        title[0] = _decline_title(title[0], number)
        return " ".join(
            [" ".join(title), state["ru_of"], _declined(given, number), _declined(family, number)]
        )

    def day(self, when: date) -> str:
        """Say when something is or was, as news does."""
        ahead = (when - self.published).days
        ways = ["full", "day", "day"]
        if ahead in (0, -1):
            ways += ["near", "near", "near"]
        if -6 <= ahead < 0:
            ways += ["weekday"]
        way = self.chance.choice(ways)
        if way == "near":
            way = "yesterday" if ahead else "today"
        return self.world.said(when, way, self.language)


def _decline_title(word: str, number: int) -> str:
    return decline_word(word.capitalize())[number].lower()


def _declined(name: str, number: int) -> str:
    return " ".join(decline_word(word)[number] for word in name.split(" "))


_BACK_VOWELS = "аоұуыёяю"
_VOWELS = _BACK_VOWELS + "әөүіеэи"


def _kazakh(
    word: str, back: str, front: str, hard_back: str, hard_front: str, soft_back: str,
    soft_front: str,
) -> str:  # fmt: skip
    """Give the ending of a Kazakh word that fits its last vowel and last sound."""
    last = next((c for c in reversed(word.lower()) if c in _VOWELS), "а")
    is_back = last in _BACK_VOWELS
    if word[-1].lower() in "кқпсстшщфхцчбвгд":
        return hard_back if is_back else hard_front
    if word[-1].lower() in "жзрлйу":
        return soft_back if is_back else soft_front
    return back if is_back else front


def _kazakh_with(word: str) -> str:
    return _kazakh(word, "мен", "мен", "пен", "пен", "мен", "мен")


class _Values(dict[str, str]):
    """Fills the places of a sentence when they are asked for, in their order."""

    def __init__(self, writer: Writer, what: Happening, topic: str, is_heading: bool) -> None:
        super().__init__()
        self.writer = writer
        self.what = what
        self.topic = topic
        self.is_heading = is_heading

    def __missing__(self, key: str) -> str:
        writer, what, language = self.writer, self.what, self.writer.language
        guest, host = what.people[0], what.people[1]
        at = writer.world.states[what.capital_of]
        who, _, case = key.partition("_")
        if key in ("guest", "host") or (who in ("guest", "host") and case in _CASES):
            return writer.person(guest if who == "guest" else host, case)
        if who in ("guest", "host") and case.startswith("state"):
            state = writer.world.states[(guest if who == "guest" else host).state]
            return _state(state, case, language)
        if who in ("capital", "city"):
            named = "city" if what.in_city else "capital"
            return (
                at.get(f"{named}_{language}{'_' + case if case else ''}")
                or at[f"{named}_{language}"]
            )
        if who == "month":
            said = writer.world.said(what.first, "month", language)
            return said[:1].upper() + said[1:] if case else said
        if key == "date":
            ways = ("full", "day")
            return writer.world.said(what.first, writer.chance.choice(ways), language)
        if key == "day":
            return writer.day(what.first)
        if key == "leaders":
            names = [writer.person(p, "") for p in what.people]
            comma, last = (writer.world.word("sign", s, language) for s in ("comma", "and"))
            return comma.join(names[:-1]) + last + names[-1]
        if key == "number":
            return str(writer.chance.randrange(3, 12) if what.kind == "signing" else
                       writer.chance.randrange(20, 900))  # fmt: skip
        if key == "host_post":
            return writer.world.word("officer", "protocol", language)
        if key == "topic":
            return self.topic
        raise KeyError(key)


_CASES = ("family", "again", "with", "of")


def _state(state: dict[str, str], case: str, language: str) -> str:
    name = state[language]
    if case == "state_cap":
        return name[:1].upper() + name[1:]
    if case == "state_of":
        return state["ru_of"]
    if case == "state_to" and language == "kk":
        return name + _kazakh(name, "ға", "ге", "қа", "ке", "ға", "ге")
    return name
