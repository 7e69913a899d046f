"""Kazakh names and where they were cut go in; names with their case endings outside come out.

Case endings follow the sound before them: «Қайратқа» but «Токаевке», «Әлиден» but never «Әлинен».
So a letter group that only looks like an ending («Тойвайнен») is known to belong to the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import repeat

from sijill.documents.document import DATE, PERSON, PLACE, POST, Document, MentionKind
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.tokens import ending_cuts
from sijill.mentions.candidates import KIND_NAMES, Candidate
from sijill.mentions.capital_letters import capital_places
from sijill.tables import cell_list, open_table
from sijill.text import fold_word

_BACK, _FRONT = frozenset("аоұыяё"), frozenset("әеөүіэ")
_VOWELS = _BACK | _FRONT
#: Letters that count as vowels before some endings and as voiced consonants before others.
_EITHER = frozenset("иую")
_NASAL, _FLOWING, _BUZZING = frozenset("мнң"), frozenset("лрй"), frozenset("зж")
#: Voiced stops end a foreign name, and there are followed by voiceless endings: «Гамбургке».
_SIGNS = frozenset("ьъ")
_EITHER_BEHIND = _SIGNS | frozenset("кг")

#: Shorter endings are too often the end of a name: «Мүкәмал», «Әлиде».
_SURE_LENGTH = 3

#: Of two letters, those that close no name of the corpus behind so many letters that fit them
#: (`corpus/kk`): «Новицкийге», but «Келді», «Берді» and «Болды» are names.
_SURE_PAIRS = frozenset(("ға", "қа", "ды", "ны"))
_SURE_BEHIND = 5
_NAMES_OF_VERBS = frozenset("лр")

_TO_BACK = str.maketrans("еігкү", "аығқұ")
#: The same in both harmonies.
_UNCHANGING = frozenset(("мен", "бен", "пен"))
#: Longer names may stand in any case: «Назарбаевта».
_SHORT_STEM = 4
_LOCATIVES = frozenset(("да", "де", "та", "те"))


@cache
def _sounds_before() -> dict[str, frozenset[str]]:
    """Give the sounds that each ending may follow, in the form with back vowels."""
    rows = open_table("kk/ending_sounds.tsv", ("ending", "after"))
    return {row["ending"]: frozenset(cell_list(row["after"])) for row in rows}


def fits_name(name: str, ending: str) -> bool:
    """Say whether a case ending may follow a person's name: «Қайрат» + «қа».

    Endings that only follow a possessive («үйінде») do not count: names have none.
    """
    ending = ending.casefold()
    back = ending if ending in _UNCHANGING else ending.translate(_TO_BACK)
    sounds = _sounds_before().get(back)
    if sounds is None:
        return False
    lower = name.casefold()
    letters = list(lower) if lower.isalpha() else [c for c in lower if c.isalpha()]
    if not letters:
        return False
    if back not in _UNCHANGING and not _agrees(letters, is_back=back == ending):
        return False
    return bool(sounds & _sounds_of(letters))


def sure_ending(name: str) -> int:
    """Give how many letters of a name that nothing else tells of are its case; 0 for none.

    Only of three letters, behind three or more: «Мирбектің», but «Тойвайнен» as it is.
    """
    for cut in ending_cuts(name, "kk"):
        if (
            cut == _SURE_LENGTH
            and len(name) - cut > cut - 1
            and fits_name(name[:-cut], name[-cut:])
        ):
            return cut
    return 0


def _sounds_of(letters: list[str]) -> frozenset[str]:
    while letters[-1] in _SIGNS and len(letters) > 1:
        letters = letters[:-1]
    last = letters[-1]
    if last in _VOWELS:
        return frozenset(("vowel",))
    if last in _EITHER:
        return frozenset(("vowel", "flowing"))
    if last in _NASAL:
        return frozenset(("nasal",))
    if last in _FLOWING:
        return frozenset(("flowing",))
    if last in _BUZZING:
        return frozenset(("buzzing",))
    return frozenset(("voiceless",))


def _agrees(letters: list[str], *, is_back: bool) -> bool:
    """Say whether the ending has the vowels of the name's last syllable.

    A soft sign and «к» take either, and so does «-ев»: «Бангкокте», «Тоқаевтың», «Медведевтің».
    """
    if letters[-1] in _EITHER_BEHIND or letters[-2:] == ["е", "в"]:
        return True
    for letter in reversed(letters):
        if letter in _VOWELS:
            return is_back == (letter in _BACK)
        if letter in _EITHER:
            return True
    return True


_GENITIVE = re.compile(r"(?<=[ыі])н[ыі]ң\Z")
#: «25 сәуіріндегі»: the case and what makes an attribute of it.
_IN_A_DATE = re.compile(r"(?<=[ыі])н(?:дағы|дегі)\Z")
_LAST = re.compile(r"[^\W\d_]+\Z")
_REST = re.compile(r"[^\W\d_]+")
#: Words with a possessive have endings of their own: «порты» + «нда».
_POSSESSED = frozenset("ыі")
#: A case of one letter stands behind the ending of whose something is: «министрім» + «е».
_BEFORE_ONE_LETTER = frozenset("мңн")


def with_fitting_endings(document: Document, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Take into names what is no ending, and leave outside what is one.

    What ends a name is an ending where the text has the same person with another one or none, and
    where it follows a generic word or a post that the tables know: «музейді», «министріне».
    """
    text = document.text
    runs = map(_REST.match, repeat(text), capital_places(text))
    words = set(map(re.Match.group, filter(None, runs)))
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is DATE:
            link = _IN_A_DATE.search(text, c.start, c.end)
            out.append(c.at(c.start, link.start()) if link else c)
            continue
        whole, rest = c, _REST.match(text, c.end)
        if rest is not None:
            whole = _with_rest(text, c, rest) if c.kind is PERSON or c.kind is PLACE else c
            whole = _with_locative(text, whole, words) if c.kind is PERSON else whole
        # A word of which only the beginning lies inside has no ending.
        is_cut = rest is not None and _REST.match(text, whole.end)
        word = "" if is_cut else _last_word(text, whole)
        if c.kind is PERSON:
            out.append(_without_ending(whole, word, words))
            continue
        bare = _without_known_ending(whole, word)
        is_open = c.kind is PLACE and bare.end == c.end
        out.append(_without_sure_ending(bare, word) if is_open else bare)
    return out


def _last_word(text: str, c: Candidate) -> str:
    """Give the letters that a candidate ends with, `` where it ends with a sign."""
    word = text[text.rfind(" ", c.start, c.end) + 1 or c.start : c.end]
    if word.isalpha():
        return word
    last = _LAST.search(word)
    return last.group() if last else ""


def _with_rest(text: str, c: Candidate, rest: re.Match[str]) -> Candidate:
    """Take in the rest of a name's last word, unless it is a case."""
    last = _last_word(text, c)
    if not last or last[-1] in _POSSESSED:
        return c
    if not last[0].isupper() or fits_name(last, rest.group()):
        return c
    return c.at(c.start, rest.end())


def _with_locative(text: str, c: Candidate, words: set[str]) -> Candidate:
    """Take «да» into a name that stands nowhere without it: nothing is in a person.

    «Чикондизе Банда», not a Ban in whom something is.
    """
    rest = _REST.match(text, c.end)
    if rest is None or rest.group() not in _LOCATIVES:
        return c
    stem = _last_word(text, c)
    if not 0 < len(stem) <= _SHORT_STEM:
        return c
    whole = stem + rest.group()
    if any(w != whole and w.startswith(stem) and not w.startswith(whole) for w in words):
        return c
    return c.at(c.start, rest.end())


def _without_known_ending(c: Candidate, word: str) -> Candidate:
    """Leave the case of a last word that the tables know outside; `word` is `` for none."""
    if not word:
        return c
    # The patterns of posts are open: they know «министрді», too.
    if c.kind is not POST and _is_known(word, c.kind):
        return c
    for cut in ending_cuts(word, "kk"):
        if cut == 1 and c.kind is POST and word[-2] not in _BEFORE_ONE_LETTER:
            continue  # «Королева» is no «Королев» in the dative
        if _is_known(word[:-cut], c.kind):
            return c.at(c.start, c.end - cut)
    return c


def _without_sure_ending(c: Candidate, last: str) -> Candidate:
    """Leave the case of a place outside that no table knows: «Стокгольмнен»."""
    if not last[:1].isupper():
        return c
    cut = sure_ending(last)
    return c.at(c.start, c.end - cut) if len(last) - cut >= _SURE_BEHIND else c


def _is_known(word: str, kind: MentionKind) -> bool:
    if kind is POST:
        return not _GENITIVE.search(word) and begins_post([word], "kk") is not None
    return KIND_NAMES[kind] in word_classes("kk").get(fold_word(word), ())


def _without_ending(c: Candidate, word: str, words: set[str]) -> Candidate:
    """Leave the case of a person outside; `word` is the last one, `words` are those in capitals."""
    for cut in ending_cuts(word, "kk"):
        stem, ending = word[:-cut], word[-cut:]
        if len(stem) < 3 or not fits_name(stem, ending):
            continue
        others = (w for w in words if w != word and w.startswith(stem))
        is_sure = _is_sure_pair(stem, ending) or (
            cut == _SURE_LENGTH and len(stem) >= _SURE_BEHIND and ending not in _UNCHANGING
        )
        if is_sure or any(w == stem or fits_name(stem, w[len(stem) :]) for w in others):
            return c.at(c.start, c.end - cut)
    return c


def _is_sure_pair(stem: str, ending: str) -> bool:
    """Say whether two letters behind a long name can only be its case."""
    if ending.translate(_TO_BACK) not in _SURE_PAIRS or len(stem) < _SURE_BEHIND:
        return False
    return ending[0] != "д" or stem[-1] not in _NAMES_OF_VERBS
