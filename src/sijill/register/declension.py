"""A Russian name in the nominative goes in; the forms it takes in a sentence come out."""

from __future__ import annotations

from functools import cache, lru_cache

from sijill.tables import cell_list, open_table

#: What joins the halves of a name.
_DASHES = ("-", "—")
CASES = ("genitive", "dative", "accusative", "instrumental", "prepositional")


@cache
def _rows() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Give each ending with its forms in each case, the usual one first; the longest first."""
    rows = open_table("ru/declension.tsv", ("ending", *CASES))
    pairs = [
        (row["ending"], tuple(cell_list(row[case]) or ("",) for case in CASES)) for row in rows
    ]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _nominatives() -> dict[str, tuple[str, ...]]:
    """Map what a word may end in, in any case, to the endings of its nominative."""
    found: dict[str, dict[str, None]] = {}
    for ending, cases in _rows():
        for form in (form for forms in cases for form in forms):
            found.setdefault(form, {})[ending] = None
    return {form: tuple(endings) for form, endings in found.items()}


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((ending, tuple(forms[0] for forms in cases)) for ending, cases in _rows())


@cache
def _other_endings() -> dict[str, dict[int, str]]:
    """Map an ending to what else it has in a case, by the number of that case."""
    return {
        ending: {number: forms[1] for number, forms in enumerate(cases) if len(forms) > 1}
        for ending, cases in _rows()
        if any(len(forms) > 1 for forms in cases)
    }


@cache
def _endings_with_others() -> tuple[str, ...]:
    return tuple(_other_endings())


@cache
def long_endings() -> frozenset[str]:
    """Give the endings of more than two letters: few words have one."""
    return frozenset(ending for ending, _ in _endings() if len(ending) > 2)


def longest_ending() -> int:
    """Give how many letters of a word a case changes at most."""
    return len(_endings()[0][0])


@cache
def _forms_by_ending() -> dict[str, tuple[str, ...]]:
    """Give the usual form in each case of what a nominative may end in."""
    return dict(_endings())


def stem_of(word: str) -> str:
    """Give the letters with which a word and all its oblique forms begin."""
    changing = _forms_by_ending()
    for size in range(min(longest_ending(), len(word)), 0, -1):
        if word[-size:] in changing:
            return word[:-size]
    return word


@lru_cache(maxsize=4096)
def decline_word(word: str) -> tuple[str, ...]:
    """Give the five oblique forms of one word, itself where it does not change.

    Words in capitals alone (США) and words in -и, -о, -у, -э (Токио, Такаити) stay as they are.
    """
    if len(word) < 3 or word.isupper() or word[0].islower():
        return (word,) * len(CASES)
    return decline_kind(word)


def _otherwise(word: str, case: int) -> str:
    """Give a word in a case with the rarer of two endings: Пекином, not Пекиным; else the usual."""
    for ending, others in _other_endings().items():
        if case in others and word.endswith(ending) and decline_word(word)[case] != word:
            return word[: -len(ending)] + others[case]
    return decline_word(word)[case]


def decline_kind(word: str) -> tuple[str, ...]:
    """Give the oblique forms of a word for a kind of place: моря, морю, море, морем, море."""
    # Only a word in small letters can be an entry as a whole: «море», «остров».
    stem = stem_of(word)
    forms = _forms_by_ending().get(word[len(stem) :])
    return tuple([stem + form for form in forms]) if forms else (word,) * len(CASES)


@lru_cache(maxsize=4096)
def all_forms(word: str) -> frozenset[str]:
    """Give the word and every form it shares a nominative with, whatever case it stands in itself.

    For «Алиевым» that is Алиев, Алиева, Алиеву and so on. More than one nominative may be meant.
    """
    found = {word, *_declined(word)}
    by_form = _nominatives()
    for cut in range(3, len(word) + 1):
        for ending in by_form.get(word[cut:], ()):
            nominative = word[:cut] + ending
            declined = _declined(nominative)
            if word in declined:
                found.update((nominative, *declined))
    # Bare stems take endings too: «Макараегом» is Макараег.
    for form in ("а", "у", "ом", "ем", "е", "ым"):
        stem = word.removesuffix(form)
        if stem != word and len(stem) > 2 and word in _declined(stem):
            found.update((stem, *_declined(stem)))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _declined(word: str) -> tuple[str, ...]:
    """Give all oblique forms of one word, also the rarer ones."""
    usual = decline_word(word)
    if not word.endswith(_endings_with_others()):
        return tuple(dict.fromkeys(usual))
    others = [_otherwise(word, case) for case in range(len(CASES))]
    return tuple(dict.fromkeys((*usual, *others)))


def decline(name: str) -> tuple[str, ...]:
    """Give every form of a name of one or more words, the name itself first.

    All words take the same case, which is right for people (Нурлана Абдрахманова) and for most
    places (Саудовской Аравии). *Accepted gap*: a name whose last words are already in another case
    (Республика Корея) also gets forms that nobody writes; they match nothing.
    """
    words = name.replace("-", " - ").split(" ")
    out = [name]
    for index in range(len(CASES)):
        form = " ".join(decline_word(w)[index] if w else w for w in words).replace(" - ", "-")
        out.append(form)
        if any(w.endswith(_endings_with_others()) for w in words):
            # «Пекином», «Амином Саадави»: only Russian family names end in -ым.
            other = " ".join(_otherwise(w, index) if w else w for w in words)
            out.append(other.replace(" - ", "-"))
        # «Республики Корея», «города Алматы»: only the first word changes.
        first = " ".join([decline_word(words[0])[index], *words[1:]]).replace(" - ", "-")
        out.append(first)
        out.extend(_with_kind(words, index))
        # «Касым-Жомарта Токаева», «Папуа — Новой Гвинеи»: the first half of a double name stays.
        dash = next((w for w in words if w in _DASHES), None)
        if dash is not None:
            cut = words.index(dash) + 1
            rest = " ".join(words[:cut] + [decline_word(w)[index] if w else w for w in words[cut:]])
            out.append(rest.replace(" - ", "-"))
    return tuple(dict.fromkeys(out))


def _with_kind(words: list[str], case: int) -> list[str]:
    """Give a place with its kind in a case: «Средиземного моря», «озера Балхаш»."""
    if words[0][:1].islower() and len(words) > 1:
        return [" ".join([decline_kind(words[0])[case], *words[1:]]).replace(" - ", "-")]
    if words[-1][:1].islower() and len(words) > 1:
        rest = [decline_word(w)[case] if w else w for w in words[:-1]]
        if "-" in words:  # «Восточно-Китайского моря»: the first half stays
            cut = words.index("-") + 1
            rest = words[:cut] + rest[cut:]
        return [" ".join([*rest, decline_kind(words[-1])[case]]).replace(" - ", "-")]
    return []
