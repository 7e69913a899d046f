"""Candidates of a Japanese text go in; names that no tagger saw, but that what stands beside them
tells to be people's, come out.

A form of address vouches for kanji («関根容疑者»), a reading in brackets before a post
(«琴（クム）委員長»), the sign of a dateline for its correspondent («【リマ＝遠野ルミ】»), a name
of a list for the next («アナ・ファレと、マルコ・ティラ»), the form of a parliament for who speaks
(«○大臣（林芳雄君）»), and an office for the family name written onto it («鷲尾首相»). Katakana of
one word behind a post is a name where it is no loanword.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.leaps import compiled
from sijill.documents.lexicon import classes_at_end
from sijill.documents.quotation_marks import CLOSING
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.japanese_posts import is_post, post_before, post_beginning, post_words
from sijill.mentions.japanese_told import names_before_goals, told_names
from sijill.mentions.katakana_names import is_listed_town
from sijill.roles import roles_with
from sijill.tables import open_table
from sijill.text import KANJI

#: How sure such a name is: it is cut off its post, and told elsewhere in the text.
_SURE, _VOUCHED = 0.72, "vouched"
#: So many letters before a name and behind it are looked at.
_REACH = 12
_KANJI = f"{KANJI}々ヶ"
_KANJI_BEFORE = re.compile(rf"(?<![{_KANJI}ァ-ヴー・＝=])[{_KANJI}]{{1,6}}\Z")
_KANA = compiled(
    r"(?<![ァ-ヴー・＝=])(?:(?<![A-Za-z])|(?<=FW|MF|DF|GK))[ァ-ヴー]{2,}(?:[・＝=][ァ-ヴー]+)*(?![ァ-ヴー・＝=])"
)
_KANJI_RUN = compiled(rf"(?<![{_KANJI}ァ-ヴー・])[{_KANJI}]{{2,12}}(?![{_KANJI}])")
_READ = compiled(rf"(?<![{_KANJI}ァ-ヴー])([{_KANJI}]{{1,5}})[（(][ァ-ヴー・＝= ]{{2,}}[）)]")
_MIXED = compiled(
    rf"(?<![{_KANJI}ァ-ヴー・＝=])"
    rf"(?:[{_KANJI}]{{1,6}}[ァ-ヴー]{{2,}}|[ァ-ヴー]{{2,}}[{_KANJI}]{{2,3}})(?![{_KANJI}ァ-ヴー・＝=])"
)
_BEHIND_JOINT = re.compile(rf"(?<=・)[{_KANJI}]{{2,5}}(?![{_KANJI}・])")
_HIRAGANA_BEHIND = compiled(
    rf"(?<![{_KANJI}])(?P<family>[{_KANJI}]{{1,3}})(?P<given>[ぁ-ん]{{2,4}})(?![ぁ-ん])"
)
_MEMBER = compiled(
    rf"[（(○◯]([{_KANJI}]{{1,4}}[ 　]?[{_KANJI}ぁ-んァ-ヴー]{{1,6}})君(?=[）)　\s]|\Z)"
)
_HAS_KANA = re.compile("[ァ-ヴ]")
_JOINT = re.compile(r"[・＝=]")
_OPENS, _CLOSES = frozenset("（("), frozenset("）)")
#: Offices of state and of a court, which no company and no team has.
_OFFICES = roles_with("high") | roles_with("royal") | {"ambassador", "military_chief"}
_OFFICES |= {"member_of_parliament"}
#: Katakana of one word is a name only from so many letters on.
_LEAST_KANA = 3
#: No loanword of the table is longer (code points).
_LONGEST_LOANWORD = 16
#: No family name has more kanji.
_LONGEST_FAMILY = 3
#: A name before a title has so many.
_SHORTEST_TITLED, _LONGEST_TITLED = 2, 5

#: Where a name stands: from which letter on, and up to which (code points).
Stretch = tuple[int, int]


def find_vouched_names(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the names that share no letter with a candidate but posts, and that something beside
    vouches for.
    """
    text = document.text
    kana = tuple(_KANA.finditer(text))
    lines = list(_correspondents(text))
    # No agency has a name of kanji and katakana: who is told so is believed before a tagger.
    mixed = {span[0] for span in lines if _HAS_KANA.search(text, *span)}
    others = (c for c in (*candidates, *known) if c.kind is not POST and c.start not in mixed)
    near = Nearby(others)
    found: list[Candidate] = []
    for start, end in (
        *_addressed(text, kana),
        *_read(text),
        *lines,
        *_in_offices(text),
        *_titled(text),
        *_members(text),
        *told_names(text),
        *names_before_goals(text),
        *_behind_posts(text, kana),
        *_behind_joints(text),
        *_with_given_names(text),
        *_mixed(text),
        *_nicknamed(text, candidates),
        *_listed(text, kana, candidates),
    ):
        name = Candidate(PERSON, start, end, _VOUCHED, _SURE)
        if not near.overlapping(name):
            near.add(name)
            found.append(name)
    return found


def _members(text: str) -> Iterator[Stretch]:
    """Give who speaks in a parliament: «○国務大臣（林芳雄君）», «○大河内さやか君»."""
    return (m.span(1) for m in _MEMBER.finditer(text)) if "君" in text else iter(())


def without_matters(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with the matter of the post behind outside: «アナ・モルスポーツ相»."""
    return [_without_matter(text, c) if c.kind is PERSON else c for c in candidates]


def _without_matter(text: str, c: Candidate) -> Candidate:
    if not expression("ja", "matter_of_post").match(text, c.end) or not _JOINT.search(
        text, c.start, c.end
    ):
        return c
    ends = range(c.start + _LEAST_KANA, c.end - 1)
    cut = next((at for at in ends if text[at : c.end] in _loanwords()), None)
    return c if cut is None or _JOINT.match(text, cut - 1) else c.at(c.start, cut)


def without_other_names(
    text: str, candidates: Sequence[Candidate], known: Sequence[Candidate] = ()
) -> list[Candidate]:
    """Give the candidates without people who are none: a ship, a reading in brackets, a noun.

    No place is a common noun, either, and no body what something beside vouches for.
    """
    vouched = {(c.start, c.end) for c in candidates if c.kind is PERSON and c.rule == _VOUCHED}
    ends = {c.end for c in (*candidates, *known) if c.kind is PERSON}
    return [
        c
        for c in candidates
        if not (c.kind is PERSON and _is_none(text, c, ends))
        and not (c.kind is PLACE and text[c.start : c.end] in _loanwords())
        and not (c.kind is ORGANISATION and (c.start, c.end) in vouched)
    ]


def _is_none(text: str, c: Candidate, ends: set[int]) -> bool:
    """Say whether a person is the namesake of a thing, the reading of a name, or a common noun.

    `ends` are where the names of people end.
    """
    if expression("ja", "names_a_thing").match(text, c.end):
        return True
    before = max(0, c.start - _REACH)
    is_thing = ends_in("ja", "thing_in_marks").search(text, before, c.start) is not None
    if is_thing and text.startswith(tuple(CLOSING), c.end):
        return expression("ja", "person_after").match(text, c.end + 1) is None
    is_bracketed = text[c.start - 1 : c.start] in _OPENS and text[c.end : c.end + 1] in _CLOSES
    if is_bracketed and c.start - 1 in ends and _KANA.fullmatch(text, c.start, c.end):
        return True
    if expression("ja", "nobody_addressed").fullmatch(text, c.start, c.end):
        return expression("ja", "address").match(text, c.end) is not None
    return text[c.start : c.end] in _loanwords()


def _kanji_before(text: str, end: int) -> Stretch | None:
    """Give the kanji before a place, without the post they begin with; None for nobody's name."""
    run = _KANJI_BEFORE.search(text, max(0, end - _REACH), end)
    if run is None:
        return None
    start = max((e for _, e, _ in post_words(text, run.start(), end)), default=run.start())
    if start == end or expression("ja", "no_family").fullmatch(text, start, end):
        return None
    return start, end


def _addressed(text: str, kana: Sequence[re.Match[str]]) -> Iterator[Stretch]:
    """Give what has a form of address right behind: «関根容疑者», «ペケ翁», but no «同氏»."""
    for run in kana:
        is_addressed = expression("ja", "address").match(text, run.end()) or _in_state(text, run)
        if is_addressed and not (_is_loanword(run.group()) or post_words(text, *run.span())):
            yield run.span()
    yield from (one.span("name") for one in expression("ja", "single_family").finditer(text))
    for address in expression("ja", "address_of_kanji").finditer(text):
        name = _kanji_before(text, address.start())
        if name is not None:
            yield name
    for master in expression("ja", "master_of_kanji").finditer(text):
        name = _kanji_before(text, master.start())
        if name is not None and post_before(text, name[0]) is not None:
            yield name


def _in_state(text: str, run: re.Match[str]) -> bool:
    """Say whether an office of state is written onto katakana that no list has: «タロン大統領»."""
    if expression("ja", "of_town").match(text, run.end()):
        return False
    if not expression("ja", "ministry_written").match(text, run.end()):
        post = post_beginning(text, run.end(), run.end() + _REACH)
        # «ブルーエコノミー相» is a minister of it.
        if post is None or post[0] - run.end() < 2 or _OFFICES.isdisjoint(post[1]):
            return False
    return not is_listed_town(run.group())


def _nicknamed(text: str, candidates: Sequence[Candidate]) -> Iterator[Stretch]:
    """Give the name in marks by which somebody goes whose name follows: «「ブビ」ことジョアン»."""
    starts = {c.start for c in candidates if c.kind is PERSON}
    for alias in expression("ja", "alias_in_marks").finditer(text):
        if alias.end() in starts:
            yield alias.span("name")


def _mixed(text: str) -> Iterator[Stretch]:
    """Give names of kanji and katakana behind a post: «批評家の鷹野ケンジ», «出身の武蔵ルイ»."""
    for run in _MIXED.finditer(text):
        start, end = run.span()
        if not expression("ja", "name_over").match(text, end):
            continue
        kana = _KANA.search(text, start, end)
        if kana is None or _is_loanword(kana.group()):
            continue
        last = max((e for _, e, _ in post_words(text, start, end) if e < end), default=start)
        if last > kana.start():
            continue  # «プラチャンダ元首相» ends in a post
        family = text[last : kana.start()]
        if len(family) > _LONGEST_FAMILY or expression("ja", "no_family_of_office").fullmatch(
            family
        ):
            continue
        if last > start or post_before(text, start) is not None:
            yield last, end


def _read(text: str) -> Iterator[Stretch]:
    """Give kanji whose reading stands in brackets, beside a post: «琴（クム）委員長»."""
    for read in _READ.finditer(text):
        start, end = read.span(1)
        is_titled = expression("ja", "person_after").match(text, read.end()) or post_beginning(
            text, read.end(), read.end() + _REACH
        )
        if is_titled or post_before(text, start) is not None:
            name = _kanji_before(text, end)
            if name is not None:
                yield name


def _correspondents(text: str) -> Iterator[Stretch]:
    """Give who wrote from where a dateline tells, where it is no agency: «【リマ＝遠野ルミ】»."""
    for line in expression("ja", "correspondent").finditer(text):
        if not any("press" in c for _, c in classes_at_end(line["name"], "ja")):
            yield line.span("name")


def _in_offices(text: str) -> Iterator[Stretch]:
    """Give the family name onto which an office of state is written: «鷲尾首相», no «副首相»."""
    for office in expression("ja", "office_of_name").finditer(text):
        name = _kanji_before(text, office.start())
        if name is None or name[1] - name[0] > _LONGEST_FAMILY:
            continue
        if not expression("ja", "no_family_of_office").fullmatch(text, *name):
            yield name


def _titled(text: str) -> Iterator[Stretch]:
    """Give the name onto which a title of people is written: «汐首所長», «榛名智海住職».

    What is no name there tells a matter or a body («研修所長»), in kanji that stand side by side in
    words of posts and bodies, too.
    """
    for run in _KANJI_RUN.finditer(text):
        start, end = run.span()
        if end - start <= _SHORTEST_TITLED:
            continue  # no room for a title behind a name
        titles = (at for at in _titles_ending(text, start + 1, end) if is_post(text, at, end))
        last = next(titles, start)
        tail = expression("ja", "name_tail").search(text, start, last)
        last = tail.start() if tail else last
        if not _SHORTEST_TITLED <= last - start <= _LONGEST_TITLED:
            continue
        words = text[start:last]
        if any(words[n : n + 2] in _pairs_of_words() for n in range(len(words) - 1)):
            continue
        is_town = expression("ja", "of_town").match(text, last) and is_listed_town(words)
        if not is_town and not expression("ja", "no_family_of_title").fullmatch(words):
            yield start, last


def _titles_ending(text: str, start: int, end: int) -> Iterator[int]:
    """Give where the titles of people begin that a stretch ends with, the longest first."""
    titles = ends_in("ja", "title_of_name")
    while (title := titles.search(text, start, end)) is not None:
        yield title.start()
        start = title.start() + 1


@cache
def _pairs_of_words() -> frozenset[str]:
    """Give all two kanji that stand side by side in words of posts, of bodies and of places."""
    tables = (("posts", "pattern"), ("words", "word"), ("house_roles", "word"))
    words = (row[column] for name, column in tables
             for row in open_table(f"ja/{name}.tsv", (column,)))  # fmt: skip
    runs = (run for word in words for run in _KANJI_RUN.findall(word))
    return frozenset(run[n : n + 2] for run in runs for n in range(len(run) - 1))


def _behind_posts(text: str, kana: Sequence[re.Match[str]]) -> Iterator[Stretch]:
    """Give katakana of one word behind a post that is no loanword: «歌手のアマリ»."""
    for run in kana:
        start, end = run.span()
        if end - start < _LEAST_KANA or _JOINT.search(run.group()):
            continue
        if not expression("ja", "name_over").match(text, end) or _is_loanword(run.group()):
            continue
        before = max(0, start - _REACH)
        is_kin = ends_in("ja", "kin_of").search(text, before, start) is not None
        if is_kin or ends_in("ja", "player_sign").search(text, before, start):
            yield start, end
            continue
        roles = post_before(text, start)
        if roles is None:
            continue
        is_joined = ends_in("ja", "joins_name").search(text, start - 1, start) is not None
        if is_joined or roles & roles_with("calling"):
            yield start, end


def _behind_joints(text: str) -> Iterator[Stretch]:
    """Give kanji that a joint parts from a calling before them: «十両力士・白鷹»."""
    for run in _BEHIND_JOINT.finditer(text):
        start, end = run.span()
        before = post_words(text, start - _REACH, start - 1)
        roles = next((roles for _, last, roles in before if last == start - 1), set())
        if (
            roles & roles_with("calling")
            and expression("ja", "name_over").match(text, end)
            and not post_words(text, start, end)
        ):
            yield start, end


def _with_given_names(text: str) -> Iterator[Stretch]:
    """Give names of kanji and a given name in hiragana before a title: «桐生まどか名誉教授»."""
    for run in _HIRAGANA_BEHIND.finditer(text):
        start, end = run.span()
        title = expression("ja", "title_of_name").match(text, end)
        is_titled = title is not None and is_post(text, end, title.end())
        if not is_titled and not expression("ja", "person_after").match(text, end):
            continue
        family = run["family"]
        if run["given"] in _kana_given_names() and not expression(
            "ja", "no_family_of_office"
        ).fullmatch(family):
            yield start, end


@cache
def _kana_given_names() -> frozenset[str]:
    return frozenset(row["name"] for row in open_table("ja/kana_given_names.tsv", ("name",)))


def _listed(
    text: str, kana: Sequence[re.Match[str]], candidates: Sequence[Candidate]
) -> Iterator[Stretch]:
    """Give full names that a list joins to somebody's: «アナ・ファレと、マルコ・ティラも»."""
    people = sorted((c for c in candidates if c.kind is PERSON), key=lambda c: c.start)
    starts, ends = {c.start for c in people}, {c.end for c in people}
    behind = expression("ja", "listed_behind")
    for run in kana:
        if not _JOINT.search(run.group()) or not expression("ja", "name_over").match(
            text, run.end()
        ):
            continue
        joint = behind.match(text, run.end())
        before = ends_in("ja", "listed_behind").search(
            text, max(0, run.start() - _REACH), run.start()
        )
        if before is not None and before.start() in ends:
            ends.add(run.end())
            yield run.span()
        elif joint is not None and joint.end() in starts:
            yield run.span()


def _is_loanword(word: str) -> bool:
    """Say whether katakana is a common noun, or ends in one: «メッセージ», «ビデオメッセージ»."""
    first = max(0, len(word) - _LONGEST_LOANWORD)
    return any(word[at:] in _loanwords() for at in range(first, len(word) - 1))


@cache
def _loanwords() -> frozenset[str]:
    return frozenset(row["word"] for row in open_table("ja/loanwords.tsv", ("word",)))
