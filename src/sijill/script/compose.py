"""A record goes in; the script of its film comes out, in every language that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sijill.dates import parse_edtf
from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.languages import NARRATED
from sijill.record.items import LocalText, Record
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.script.cards import Draft, kept
from sijill.script.chapters import (
    closing,
    dialogue,
    economy,
    experts,
    further,
    lectures,
    people,
    protocol,
    security,
)
from sijill.script.concepts import find_concepts
from sijill.script.facts import SCOPE_LEVELS, Story
from sijill.script.nameable import nameable
from sijill.script.narration.words import shown
from sijill.script.outline import LAST, ChapterRule, chapter_rules, count_for, given_rules
from sijill.script.scenes import TitleCard
from sijill.script.sentence import Chapter, MissingChapter, Scene, Script, SentenceKind
from sijill.script.teller import Teller

#: Words of narration, in the first language, above which less is told: at 115 words a minute some
#: seven and a half minutes, which with the time cards need stays under ten.
MOST_WORDS = 860

_TELLERS: dict[str, Callable[[Story, Teller], list[Draft]]] = {
    "protocol": protocol.tell,
    "experts": experts.tell,
    "united_nations": lectures.tell,
    "dialogue_history": dialogue.tell,
    "nuclear_security": security.tell,
    "economy": economy.tell,
    "people": people.tell,
}
#: Chapters that tell what is left of their kinds among their own steps, in order of time.
_IN_ORDER = frozenset(("dialogue_history",))
#: Chapters of what no chapter of the grammar told, where the outline grows from the record.
_FURTHER: dict[str, Callable[[Story, Teller], list[Draft]]] = {
    "documents": further.documents,
    "voices": further.voices,
    "claims": further.claims,
    "years": further.years,
}


def write_script(
    record: Record,
    *,
    languages: Sequence[str] = NARRATED,
    register: Register | None = None,
    titles: Mapping[str, str] | None = None,
    chapters: Sequence[str] = (),
) -> Script:
    """Write the script of a record's film.

    The outline grows from the record: of the film grammar what the record holds, and of what is
    left chapters by kind, by who spoke and by year. With `chapters` the outline is that list; one
    of it that the record can't carry is reported in `missing`, never padded.
    The register (the package's own by default) says who held which post when.
    Of `languages`, those without a narrator's tables are left out; UsageError when none is left.
    `titles` are the film's titles per language; the record's title stands where one is missing, and
    where that is the names of the two states, their names in the language.
    """
    spoken = tuple(lang for lang in dict.fromkeys(languages) if lang in NARRATED)
    if not spoken:
        raise UsageError(
            f"no narrator speaks “{', '.join(languages)}”",
            remedy=f"The languages of narration are: {', '.join(NARRATED)}.",
        )
    known = register if register is not None else load_register()
    record = nameable(known_only(record), known, spoken)
    usual = _titles(record, known)
    title = {lang: (titles or {}).get(lang) or usual.get(lang, record.title) for lang in spoken}

    def write(level: int, rest: int) -> Script:
        teller = Teller(record, known, spoken)
        story = Story(record, teller.names, level, rest)
        return _Composer(record, story, teller, title, chapters).script()

    script = _first_short(write, spoken[0], grows=not chapters)
    return script


def _titles(record: Record, register: Register) -> LocalText:
    """Give the title of a record that is the names of its states by language; none for another."""
    teller = Teller(record, register, NARRATED)
    one, other = (shown(teller.names.country(code)) for code in record.between)
    for a, b in ((one, other), (other, one)):
        pair = _named(teller, a, b)
        if record.title.casefold() in (name.casefold() for name in pair.values()):
            return {lang: name[:1].upper() + name[1:] for lang, name in pair.items()}
    return {}


def _named(teller: Teller, a: LocalText, b: LocalText) -> LocalText:
    """Give the names of two states as they stand side by side in each language."""
    label = teller.label("note.pair")
    return {
        lang: label[lang].replace("{a}", a[lang]).replace("{b}", b[lang])
        for lang in teller.languages
    }


def _first_short(write: Callable[[int, int], Script], language: str, *, grows: bool) -> Script:
    """Give the most generous script that is short enough, else the most sparing.

    What chapters tell of themselves comes first; what they leave is told as far as there is room.
    """
    sparing = SCOPE_LEVELS - 1
    level, script = 0, write(0, sparing)
    while spoken_words(script, language) > MOST_WORDS and level < sparing:
        level += 1
        script = write(level, sparing)
    for rest in range(sparing if grows else 0):
        longer = write(level, rest)
        if spoken_words(longer, language) <= MOST_WORDS:
            return longer
    return script


def spoken_words(script: Script, language: str) -> int:
    """Count the words a narrator says in a language."""
    return sum(
        len(sentence.lines[language].say.split())
        for _, scene in script.scenes()
        for sentence in scene.sentences
    )


def known_only(record: Record) -> Record:
    """Leave out ids of people, places and bodies that the record has no entity for.

    States may be named by their code of two letters.
    """
    ids = {entity.id for entity in record.entities}

    def known(entity_id: str | None) -> str | None:
        return entity_id if entity_id in ids else None

    return replace(
        record,
        events=tuple(
            replace(
                event,
                place=known(event.place),
                participants=tuple(p for p in event.participants if p in ids or len(p) == 2),
            )
            for event in record.events
        ),
        statements=tuple(replace(s, speaker=known(s.speaker)) for s in record.statements),
        claims=tuple(replace(c, asserted_by=known(c.asserted_by)) for c in record.claims),
    )


class _Composer:
    """Puts the chapters of one script together, in order, and numbers their scenes."""

    def __init__(
        self,
        record: Record,
        story: Story,
        teller: Teller,
        title: LocalText,
        chapters: Sequence[str],
    ) -> None:
        self.record, self.story, self.teller, self.title = record, story, teller, title
        self.grows = not chapters
        self.rules = given_rules(chapters) if chapters else chapter_rules()
        self.missing: list[MissingChapter] = []

    def script(self) -> Script:
        """Write all chapters."""
        self.opening = self._opening(self.title)
        self.chapters: list[Chapter] = []
        for rule in self.rules:
            if rule.id == LAST and self.grows:
                for chapter, tell in _FURTHER.items():
                    self._add(chapter, partial(tell, self.story, self.teller))
            self._add(rule.id, partial(self._drafts, rule))
        return Script(self.title, self.teller.languages, tuple(self.chapters), tuple(self.missing))

    def _add(self, chapter: str, tell: Callable[[], list[Draft]]) -> None:
        """Add a chapter with its title and lead, if there is anything to tell in it."""
        self.teller.new_section()
        variant = self._variant(chapter)
        lead = self.teller.tell(f"lead.{variant}", {}, kind=SentenceKind.EDITORIAL)
        drafts = tell()
        if not drafts:
            return
        name = self._title(chapter)
        below: LocalText = {}
        if self.grows and chapter != LAST:
            below = further.subtitle(self.story, self.teller, chapter, drafts)
        head = [] if self.chapters else [self.opening]
        number = len(self.chapters) + 1
        card = Draft(TitleCard(name, below, number=number), kept([lead]))
        self.chapters.append(Chapter(chapter, name, _numbered(chapter, [*head, card, *drafts])))

    def _drafts(self, rule: ChapterRule) -> list[Draft]:
        if rule.id == LAST:
            return closing.tell(self.story, self.teller, [self._title(m.id) for m in self.missing])
        return self._grown(rule) if self.grows else self._asked_for(rule)

    def _grown(self, rule: ChapterRule) -> list[Draft]:
        """Tell what the record holds for a chapter, be it little; what it lacks is not missed."""
        drafts = []
        if count_for(self.story, rule):
            drafts = [d for d in _TELLERS[rule.id](self.story, self.teller) if d.sentences]
        if rule.id in _IN_ORDER and drafts:
            return drafts + further.in_words(self.story, self.teller, rule)
        return drafts + further.of_chapter(self.story, self.teller, rule)

    def _asked_for(self, rule: ChapterRule) -> list[Draft]:
        """Tell a chapter that somebody asked for, or report why it can't be told."""
        found = count_for(self.story, rule)
        drafts = _TELLERS[rule.id](self.story, self.teller) if found >= rule.least else []
        if not any(draft.sentences for draft in drafts):
            reason = "missing.few" if found < rule.least else "missing.untold"
            why = {
                lang: text.replace("{found}", str(found)).replace("{needed}", str(rule.least))
                for lang, text in self.teller.label(reason).items()
            }
            self.missing.append(MissingChapter(rule.id, why))
            return []
        return drafts

    def _title(self, chapter: str) -> LocalText:
        return self.teller.label(f"chapter.{self._variant(chapter)}")

    def _variant(self, chapter: str) -> str:
        """Give the id under which a chapter has its title and lead for this pair of states."""
        if self.grows and chapter == "protocol":
            return f"{chapter}.visit" if self.story.visit else f"{chapter}.meetings"
        if self.grows and chapter == "dialogue_history":
            return f"{chapter}.years"
        if chapter == "experts" and not experts.are_observers(self.story):
            return f"{chapter}.other"
        if chapter == "united_nations" and not self._is_united_nations():
            return f"{chapter}.other"
        if chapter == "nuclear_security" and not security.is_nuclear(self.story):
            return f"{chapter}.other"
        return chapter

    def _is_united_nations(self) -> bool:
        lecture = lectures.main_lecture(self.story)
        for text, language in self.story.texts(lecture.citations) if lecture else ():
            if "un" in find_concepts("topics", text, language):
                return True
        body = lectures.body_of(self.story, lecture) if lecture else None
        entity = self.story.names.entity(body)
        return entity is not None and "United Nations" in entity.names.get("en", "") + " ".join(
            alias.text for alias in entity.aliases
        )

    def _years(self) -> list[int]:
        """Give the years of what the two states did or one did to the other, plans left out.

        What came about on one side alone opens no story between the two, nor does a year that
        lies after the newest source.
        """
        story = self.story
        now = parse_edtf(story.names.now).year if story.names.now else None
        years = [
            year
            for event in self.record.events
            if event.date and event.status is Status.HELD and story.is_of_pair(event)
            if (year := parse_edtf(event.date).year) is not None
        ]
        return [year for year in years if now is None or year <= now]

    def _opening(self, title: LocalText) -> Draft:
        a, b = (self.story.names.country(code) for code in self.record.between)
        lead = self.teller.tell(
            "opening",
            {"a": a, "b": b, "sources": self.teller.sources(len(self.record.sources))},
            kind=SentenceKind.EDITORIAL,
        )
        note = self.teller.tell("opening.note", {}, kind=SentenceKind.EDITORIAL)
        return Draft(TitleCard(title, self._below(title, shown(a), shown(b))), kept([lead, note]))

    def _below(self, title: LocalText, a: LocalText, b: LocalText) -> LocalText:
        """Give the pair and its years; where the title names the pair, the years alone."""
        years = self._years()
        span = "–".join(dict.fromkeys((str(min(years)), str(max(years))))) if years else ""
        window, pair = self.teller.label("note.window"), _named(self.teller, a, b)
        below = {}
        for lang, named in pair.items():
            if named.casefold() in title.get(lang, "").casefold():
                text = span
            elif span:
                text = window[lang].replace("{a}", a[lang]).replace("{b}", b[lang])
                text = text.replace("{years}", span)
            else:
                text = named
            if text:
                below[lang] = text
        return below


def _numbered(chapter: str, drafts: list[Draft]) -> tuple[Scene, ...]:
    return tuple(
        Scene(f"{chapter}-{number}", draft.card, draft.sentences)
        for number, draft in enumerate(drafts, 1)
    )
