"""A name as it stands in a text goes in; its comparable form comes out: words, sounds, concepts.

What is left out when names are compared (honorifics, particles, "island"), what is translated
rather than spelt by sound ("university", "south") and what joins with the next word ("abd") stands
in `data/world/name_concepts.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from sijill.documents.quotation_marks import MARKS
from sijill.identity.common_names import CommonName, common_name_of
from sijill.identity.phones import (
    Codes,
    Sound,
    encode,
    phones_of,
    plain_letters,
    sound_of,
)
from sijill.identity.spellings import readings_of
from sijill.identity.syllables import (
    is_japanese_name,
    japanese_skeleton,
    japanese_syllables,
    other_chinese,
)
from sijill.languages import COLUMNS
from sijill.tables import cell_list, open_table
from sijill.text import KANJI, WritingSystem, letter_system, writing_system


@dataclass(frozen=True, slots=True)
class Word:
    """One sounding word of a name; `is_initial` for "T.", `is_patronymic` for "Кемелевич".

    `also` are other sounds it may have, each with how sure that is: without an article written
    onto it (Albudaiwi), with the particle before it (da Silva), in the nominative, without "-ov".
    `readings` are its sounds in languages that speak Latin letters otherwise (Steinmeier).
    `role` is what its ending tells: "man" (-ov), "woman" (-ova, in Russian also a man's genitive),
    "case", or "". `common` is the given name it is, where many bear it, `case_of` the one whose
    case it may be (Самира is a woman's name, and a case of Самир). `syllables` are those of
    a name all of whose words can be Japanese, `skeleton` their sounds, or those of Arabic.
    """

    text: str
    sound: Sound
    also: tuple[tuple[Sound, float], ...] = ()
    is_initial: bool = False
    is_patronymic: bool = False
    readings: tuple[Sound, ...] = ()
    role: str = ""
    common: CommonName | None = None
    case_of: CommonName | None = None
    syllables: str = ""
    skeleton: str = ""

    @property
    def codes(self) -> Codes:
        """Its phones."""
        return self.sound.codes


@dataclass(frozen=True, slots=True)
class Name:
    """A name ready to be compared.

    `words` are its sounding words without honorifics and particles, `together` their sounds in one
    run; `whole` the sounds of all of it, `core` those without words that are translated or may be
    missing. `concepts` are the translated ones ("university", "south"), `generics` those that may
    be missing ("island").
    `is_chain` says that it goes from son to father (bin): then the first word is the person's own.
    `is_common` says that all of its words are such ("the Palace"): it names nothing by itself.
    `is_silent` says that nothing can be pronounced (kanji without a reading) and that there is more
    to it than translated words (大使館).
    """

    text: str
    system: WritingSystem
    words: tuple[Word, ...]
    together: Codes
    whole: Codes
    core: Codes
    concepts: frozenset[str]
    generics: frozenset[str]
    is_chain: bool
    is_common: bool
    is_silent: bool


#: The concept of the Arabic article, which some write onto the word.
_ARTICLE = "al"
#: The concept of the words between a son's name and his father's.
_SON_OF = "bin"
_BLANKS = re.compile(rf"[\s・=＝,،.{MARKS}/]+")
_HYPHENS = re.compile(r"[\-‐‑–—'’ʼ`]+")
_BRACKETS = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")
_KANJI = re.compile(f"[{KANJI}々]")
# A Russian adjective that stands for a name beside "islands": Азорские о-ва, the Azores.
_ADJECTIVE = re.compile(r"(?:ин)?ск(?:ие|ий|ая|ое|ого|ой|их)\Z")
_REGNAL = re.compile(r"(?:[0-9]+|[一二三四五六七八九十]+)世\Z")
_SAINT = "sent"
#: A name longer than this is cut before it is compared; no name of anybody is.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Concepts:
    kind_by_concept: dict[str, str]
    by_form: dict[str, str]
    by_stem: tuple[tuple[str, str], ...]
    joined: frozenset[str]
    endings: tuple[str, ...]
    suffixes: tuple[str, ...]
    japanese: tuple[tuple[str, str], ...]
    articles: tuple[str, ...]


@cache
def _concepts() -> _Concepts:
    kinds: dict[str, str] = {}
    forms: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    joined: set[str] = set()
    endings: list[str] = []
    suffixes: list[str] = []
    japanese: list[tuple[str, str]] = []
    articles: list[str] = []
    for row in open_table("world/name_concepts.tsv", ("concept", "kind", *COLUMNS)):
        concept, kind = row["concept"], row["kind"]
        kinds[concept] = kind
        for language in COLUMNS:
            for cell in cell_list(row[language]):
                form = plain_letters(cell.replace("_", " "))
                if concept == _ARTICLE and len(form) > 1 and form != "ال":
                    articles.append(form)
                if kind == "patronymic":
                    endings.append(form.lstrip("-"))
                elif kind == "joined":
                    joined.add(form)
                elif language == "ja" and kind == "honorific":
                    suffixes.append(form)
                elif language == "ja" and kind in (
                    "body",
                    "topic",
                    "corporate",
                    "generic",
                    "medium",
                ):
                    japanese.append((form, concept))
                elif form.endswith("*"):
                    stems.append((form[:-1], concept))
                else:
                    forms.setdefault(form, concept)
    return _Concepts(
        kinds,
        forms,
        tuple(stems),
        frozenset(joined),
        tuple(endings),
        tuple(sorted(suffixes, key=len, reverse=True)),
        tuple(sorted(japanese, key=lambda pair: (-len(pair[0]), pair))),
        tuple(sorted(articles, key=lambda form: (-len(form), form))),
    )


def _concept_of(word: str) -> str | None:
    table = _concepts()
    found = table.by_form.get(word) or table.by_form.get(word.removeprefix("ال"))
    if found is not None:
        return found
    for stem, concept in table.by_stem:
        if word.startswith(stem):
            return concept
    return None


@lru_cache(maxsize=200_000)
def analyse(text: str, reading: str | None = None) -> Name:
    """Make a name comparable; `reading` is the kana of a name in kanji, from an authority.

    A name in kanji without a reading keeps its signs and is silent: it can equal only itself.
    """
    shown = text[:_LONGEST]
    plain = _BRACKETS.sub("", plain_letters(shown)) or plain_letters(shown)
    system = writing_system(plain)
    concepts: set[str] = set()
    if system is WritingSystem.JAPANESE:
        plain, concepts = _take_regnal(_without_title(plain))
        if _KANJI.search(plain):
            if reading is not None:
                plain = plain_letters(reading)
            else:
                plain, found = _take_concepts(plain)
                concepts |= found
    raw = _split(plain)
    initials = {m.group(1) for m in re.finditer(r"(?<!\w)(\w)\.", plain)}
    return _assemble(text, system, raw, initials, concepts)


def _split(plain: str) -> list[str]:
    """Split at blanks, and at hyphens inside of what is no word of the table (о-ва)."""
    words: list[str] = []
    for run in _BLANKS.split(plain):
        if run and _concept_of(run):
            words.append(run)
        else:
            words.extend(part for part in _HYPHENS.split(run) if part)
    return _with_pairs(words)


def _with_pairs(words: list[str]) -> list[str]:
    """Join two words that the table knows as one: united nations, الأمم المتحدة."""
    forms = _concepts().by_form
    joined: list[str] = []
    for word in words:
        if joined and f"{joined[-1]} {word}" in forms:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def without_common_words(text: str) -> str:
    """Give a name without the words that may be missing: city, company, website, newspaper.

    Returns an empty string when nothing is left.
    """
    table = _concepts()
    kept = []
    for word in _split(plain_letters(text)):
        concept = _concept_of(word)
        kind = table.kind_by_concept.get(concept or "", "name")
        if concept != "city" and kind not in ("corporate", "medium"):
            kept.append(word)
    return " ".join(kept)


def common_kinds(text: str) -> frozenset[str]:
    """Give the kinds of the translated words in a name, as the table has them: body, topic."""
    plain = plain_letters(text)
    kinds = _concepts().kind_by_concept
    found = {_kind(word)[0] for word in _split(plain)}
    if _KANJI.search(plain):
        found |= {kinds[c] for c in _take_concepts(plain)[1] if c in kinds}
    return frozenset(found - {"name"})


def _without_title(plain: str) -> str:
    """Take a title off the end of a Japanese name, or off its front: ローマ教皇フランシスコ."""
    for title in _concepts().suffixes:
        if plain.endswith(title) and len(plain) > len(title):
            return plain[: -len(title)].rstrip("・ ")
        rest = plain.removeprefix(title)
        if rest != plain and _KANJI.search(title) and rest and not _KANJI.match(rest):
            return rest.lstrip("・ ") or plain
    return plain


def _take_regnal(plain: str) -> tuple[str, set[str]]:
    """Take "3世" off the end of a name: no script but this writes it together."""
    match = _REGNAL.search(plain)
    concept = _concept_of(match.group()) if match else None
    return (plain[: match.start()], {concept}) if match and concept else (plain, set())


def _take_concepts(plain: str) -> tuple[str, set[str]]:
    """Take the translated words out of a name in kanji; what is left stays in order."""
    found: set[str] = set()
    for form, concept in _concepts().japanese:
        if form in plain and _KANJI.search(form):
            plain = plain.replace(form, " ")
            found.update(concept.split("+"))
    return plain, found


class _Parts:
    """The words of one name, told apart as they come.

    `words` are those that are spoken for it, `whole` the sounds of all words, `core` of those that
    no other script translates; `particle` is what stands before the next word.
    """

    def __init__(
        self, system: WritingSystem, initials: set[str], concepts: set[str], generics: set[str]
    ) -> None:
        self.system, self.initials = system, initials
        self.concepts, self.generics = concepts, generics
        self.words: list[Word] = []
        self.whole: list[str] = []
        self.core: list[str] = []
        self.particle = ""

    def take(self, word: str, spoken: str, kind: str, concept: str, *, has_generic: bool) -> None:
        """Take the next word, spoken with what is joined to it, by its kind and concept."""
        # "St." is spoken as a word, and other scripts write what is spoken.
        phones = phones_of(_SAINT if kind == "saint" and len(word) < 3 else spoken)
        if kind in ("honorific", "little"):
            self.particle = self.particle + spoken if kind == "little" else ""
            return
        if kind == "regnal":
            self.concepts.add(concept)
            return
        if kind == "tail" and self.words and spoken == word:
            self._end_with(word)
            return
        self.whole.append(phones)
        if kind in ("particle", "suffix"):
            is_held = kind == "particle" and concept != _SON_OF
            self.particle = self.particle + spoken if is_held else ""
            return
        # In people's names such words are names: Islam Karimov, Ishaq Dar.
        is_initial = spoken in self.initials
        self.words.append(_word(spoken, phones, is_initial, self.system, self.particle))
        self.particle = ""
        if kind in ("generic", "corporate", "medium"):
            self.generics.add(concept)
        elif kind in ("body", "topic", "direction", "saint"):
            self.concepts.update(concept.split("+"))
        else:
            if has_generic and _ADJECTIVE.search(spoken):
                phones = phones_of(_ADJECTIVE.sub("", spoken))
            self.core.append(phones)

    def _end_with(self, word: str) -> None:
        """Let the last word end with another one that is written apart."""
        last = self.words.pop()
        bare = word.removeprefix("ال")
        together = last.text + (bare if len(bare) > len("ال") else word)  # not of الله
        phones = phones_of(together)
        self.words.append(_word(together, phones, False, self.system))
        self.whole[-1] = phones
        self.core[-1:] = [phones]


def _assemble(
    text: str,
    system: WritingSystem,
    raw: list[str],
    initials: set[str],
    concepts: set[str],
) -> Name:
    table = _concepts()
    generics = {
        c for c in concepts if table.kind_by_concept[c] in ("generic", "corporate", "medium")
    }
    kinds = [_kind(word) for word in raw]
    has_generic = any(kind == "generic" for kind, _ in kinds) or bool(generics)
    parts = _Parts(system, initials, concepts - generics, generics)
    pending = ""
    for word, (kind, concept) in zip(raw, kinds, strict=True):
        if word in table.joined and word is not raw[-1]:
            pending += word
            continue
        parts.take(word, pending + word, kind, concept, has_generic=has_generic)
        pending = ""
    words, core = parts.words, parts.core
    is_common = not core
    if is_common:  # a name made of such words alone is compared by them
        words = words or [_word(w, phones_of(w), False, system) for w in raw]
        core = list(parts.whole)
    return Name(
        text,
        system,
        _with_syllables([w for w in words if w.codes], system),
        tuple(code for w in words for code in w.codes),
        encode("".join(parts.whole)),
        encode("".join(core)),
        frozenset(parts.concepts),
        frozenset(parts.generics),
        any(concept == _SON_OF for _, concept in kinds),
        is_common,
        not any(parts.whole) and bool(raw or not parts.concepts),
    )


def _with_syllables(words: list[Word], system: WritingSystem) -> tuple[Word, ...]:
    """Note the syllables of a name all of whose words can be Japanese."""
    if system is WritingSystem.ARABIC:
        return tuple(replace(w, skeleton=japanese_skeleton(w.text, system)) for w in words)
    read = [japanese_syllables(word.text, system) for word in words]
    if not all(read):
        return tuple(words)
    # Kana spell any name of the world in such syllables; the sounds prove nothing there.
    in_kana = system is WritingSystem.JAPANESE and not is_japanese_name(
        tuple(word.text for word in words), tuple(read)
    )
    return tuple(
        replace(
            w,
            syllables=s,
            skeleton="" if in_kana else japanese_skeleton(s, WritingSystem.LATIN),
        )
        for w, s in zip(words, read, strict=True)
    )


def _kind(word: str) -> tuple[str, str]:
    concept = _concept_of(word)
    if concept is None:
        return "name", ""
    return _concepts().kind_by_concept[concept], concept


def regnal_of(name: Name) -> frozenset[str]:
    """Give the number of a monarch's name (second, sixth); empty where it has none."""
    kinds = _concepts().kind_by_concept
    return frozenset(c for c in name.concepts if kinds.get(c) == "regnal")


def _word(
    spoken: str, phones: str, is_initial: bool, system: WritingSystem, particle: str = ""
) -> Word:
    is_patronymic = len(spoken) > 5 and any(spoken.endswith(e) for e in _concepts().endings)
    alone = is_initial and sum(letter_system(c) is not None for c in spoken) == 1
    role, nominatives = _ending_of(spoken)
    sure = _BARE_STEM if role == "man" else _NOMINATIVE
    also = list(_without_article(spoken))
    if spoken.startswith(_SLAVE_OF):  # Абдрахманов has no l, whatever عبد الرحمنوف has
        also.append((phones_of(_SLAVE_OF[:-2] + spoken[len(_SLAVE_OF) :]), _NOMINATIVE))
    if "ё" in spoken:  # Горбачёв is Gorbachev
        also.append((phones_of(spoken.replace("ё", "е")), _SURE))
    if particle:
        also.append((phones_of(particle + spoken), _SURE))
    also += [(phones_of(nominative), sure) for nominative in nominatives]
    chinese = other_chinese(spoken, system)
    if chinese:
        also.append((phones_of(chinese), _BY_RULE))
    read = readings_of(spoken) if system is WritingSystem.LATIN else ()
    return Word(
        spoken,
        sound_of(encode(phones)),
        tuple((sound_of(encode(p)), sure) for p, sure in also if p and p != phones),
        alone,
        is_patronymic,
        tuple(dict.fromkeys(sound_of(encode(p)) for p in map(phones_of, read) if p != phones)),
        role,
        common_name_of(spoken),
        _case_of(role, nominatives),
    )


def _case_of(role: str, nominatives: list[str]) -> CommonName | None:
    """Give the given names, borne by many, in a case of which a word may stand."""
    names = [found for n in nominatives if (found := common_name_of(n))] if role == "case" else []
    if len(names) < 2:
        return names[0] if names else None
    return CommonName(frozenset().union(*(n.ids for n in names)), all(n.is_arabic for n in names))


# How sure the other sounds of a word are: an article or a particle, a nominative, a spelling of
# Chinese by rule, a bare stem.
_SURE = 1.0
_NOMINATIVE = 0.97
_BY_RULE = 0.95
_BARE_STEM = 0.88
_SHORTEST_STEM = 3
_SLAVE_OF = "عبدال"
_ARABIC_ARTICLE = "ال"


def _without_article(spoken: str) -> tuple[tuple[str, float], ...]:
    for article in _concepts().articles:
        if spoken.startswith(article) and len(spoken) - len(article) > 2:
            return ((phones_of(spoken.removeprefix(article)), _SURE),)
    if spoken.startswith(_ARABIC_ARTICLE) and len(spoken) - len(_ARABIC_ARTICLE) > 2:
        # العبيدي is Labidi in the Maghreb, الأخضر is Lakhdar.
        return ((phones_of(spoken[len(_ARABIC_ARTICLE) - 1 :]), _NOMINATIVE),)
    return ()


@cache
def _endings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Map endings, the script of which is plain, to what nominatives have and to their roles."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in open_table("world/name_endings.tsv", ("script", "ending", "nominative", "role")):
        found.setdefault(row["ending"], []).append((row["nominative"], row["role"]))
    return {ending: tuple(pairs) for ending, pairs in found.items()}


_LONGEST_ENDING = 5


def _ending_of(spoken: str) -> tuple[str, list[str]]:
    """Give the role of a word's ending and the word in the nominative or without it."""
    for size in range(min(_LONGEST_ENDING, len(spoken) - 1), 0, -1):
        stem = spoken[:-size]
        found = [
            (stem + nominative, role)
            for nominative, role in _endings().get(spoken[-size:], ())
            if len(stem) + len(nominative) >= _SHORTEST_STEM
        ]
        if found:
            return found[0][1], [
                nominative for nominative, _ in found if nominative != stem + spoken[-size:]
            ]
    return "", []
