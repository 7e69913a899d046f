"""Candidates of a Japanese text go in; foreign names that a tagger cut or missed come out whole.

«マルタ・デ・レオン長官» is one name though マルタ is a state, «国王トゥポウ4世» a king's, and
«故サムエル・オケロ» that of somebody dead. A post behind «…の» is that of the state or body before
it: «ウガンダの駐オーストリア大使».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.leaps import compiled
from sijill.documents.lexicon import classes_at_end, find_japanese_words
from sijill.documents.qualifiers import words_with
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import nearby, of_kind
from sijill.mentions.japanese_posts import (
    is_titled,
    post_before,
    post_beginning,
    post_ending,
)
from sijill.mentions.japanese_told import is_called, is_told_of
from sijill.roles import roles_with
from sijill.tagging.hints import hint_characters
from sijill.text import KANJI, fold

_OWNERS = frozenset((PLACE, ORGANISATION))
_NUMBER = r"(?:[0-9０-９]+|[一二三四五六七八九十]+)世"
_NAME = compiled(
    rf"(?:(?<![A-Za-z])[A-ZＡ-Ｚ][.．]?・?){{0,3}}[ァ-ヴー]+(?:[・＝=][ァ-ヴー]+)*(?:{_NUMBER})?"
)
_NUMBERED = compiled(rf"{_NUMBER}\Z")
_JOINT = re.compile(r"[・＝=]")
#: A name in katakana or kanji before a joint, and an office with its place behind one.
_NAME_BEFORE = re.compile(
    rf"(?<![ァ-ヴー{KANJI}々・＝=])(?:[ァ-ヴー]+(?:[・＝=][ァ-ヴー]+){{0,4}}|[{KANJI}々]{{3,5}})\Z"
)
_OFFICE = re.compile(
    rf"(?:[ァ-ヴー]+(?:・[ァ-ヴー]+)?)?[{KANJI}々]{{2,}}(?:・[{KANJI}々]{{2,}})?(?![{KANJI}々])"
)
#: The rule of what such a joint parts.
_PARTED = "parted"
#: A state is this sure; no name is longer (code points).
_STATE, _LONGEST_NAME = 0.9, 40
#: How sure such a name is, above a state that it begins with («マルタ・デ・レオン»),
#: and how far behind it a post is looked for (code points).
_SURE, _REACH = 0.91, 8
#: A place less sure than this is doubted.
_DOUBTED = 0.5
#: Whither an envoy is sent stands so far before his post at most (code points).
_GOAL = 24
#: How sure a post is that only stands before a name, and no such word is longer (code points).
_BEFORE_NAME, _LONGEST_POST = 0.6, 16
#: A sign that the word behind it is only a part of a longer one.
_JOINS = re.compile(f"[ァ-ヴー{KANJI}々]")
#: Offices, which belong to what «の» names; a profession only tells where somebody lives.
_OFFICES = (roles_with("state") | roles_with("body")) - roles_with("calling")


def with_whole_names(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the candidates with katakana names in one piece, and posts with whose they are."""
    candidates = _with_offices_behind(document.text, candidates, known)
    candidates = [_without_body_behind(document.text, c) for c in candidates]
    out = list(candidates)
    near = Nearby((*candidates, *known))
    for run in _NAME.finditer(document.text):
        start, end = run.span()
        is_joined = _JOINT.search(run.group()) is not None
        if not is_joined and not _NUMBERED.search(run.group()):
            continue  # a word alone is no name, whatever stands beside it: メッセージ
        whole = Candidate(PERSON, start, end, "katakana", _SURE)
        around = near.overlapping(whole)
        # «白鷹（本名エルジャン・オスパン）» is no place, however sure the tagger is.
        alias = ends_in("ja", "alias_before").search(document.text, max(0, start - _REACH), start)
        told = is_joined and _is_told(document.text, start, end)
        read = (c for c in around if not (told and _is_doubtful_body(document.text, c, whole)))
        if not alias and any(_is_read(c, whole) or c.rule == _PARTED for c in read):
            continue
        if not told and not _is_name(document.text, run, around):
            continue
        gone = {
            id(c)
            for c in around
            if (c.kind in (PERSON, PLACE) and whole.contains(c))
            or (told and _is_doubtful_body(document.text, c, whole))
        }
        out = [c for c in out if id(c) not in gone] if gone else out
        out.append(whole)
    owners = {c.end: c for c in sorted((*known, *out), key=lambda c: -c.start) if c.kind in _OWNERS}
    near = Nearby((*known, *out))
    return [
        _with_owner(document, _whole_office(document.text, c, near), owners)
        if c.kind is POST and c.rule != _PARTED
        else c
        for c in out
    ]


def _without_body_behind(text: str, c: Candidate) -> Candidate:
    """Make a name of a body that is one with what its office begins with: «X・Y政府報道官»."""
    run = _NAME.match(text, c.start, c.end) if c.kind is ORGANISATION else None
    if run is None or len(_JOINT.split(run.group())) < 2 or not _post_at(text, c.end):
        return c
    house = expression("ja", "house_of_state").fullmatch(text, run.end(), c.end)
    return Candidate(PERSON, c.start, run.end(), "katakana", _SURE) if house else c


def _with_offices_behind(
    text: str, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Part a name from the office written onto it with its state or town.

    «ゴレンツ・スロベニア副首相» is Gorenc, and «久米一樹・北海道大准教授» Kume.
    """
    places = {
        c.start: c.end
        for c in (*of_kind(known, PLACE), *of_kind(candidates, PLACE))
        if c.confidence >= _STATE
    }
    out = list(candidates)
    for joint in re.finditer("・", text):
        name = _NAME_BEFORE.search(text, max(0, joint.start() - _LONGEST_NAME), joint.start())
        office = _OFFICE.match(text, joint.end())
        if name is None or office is None or places.get(name.start()) == name.end():
            continue
        place = places.get(office.start()) or _town_end(text, *office.span())
        last = _office_end(text, place, office.end()) if place else None
        if last is None:
            continue
        whole = Candidate(PERSON, *name.span(), _PARTED, _SURE)
        post = Candidate(POST, office.start(), last, _PARTED, _SURE)
        out = [c for c in out if not (_crosses(c, whole) or (c.kind is POST and c.overlaps(post)))]
        out += [whole, *_split(text, post)]
    return out


def _crosses(c: Candidate, whole: Candidate) -> bool:
    """Say whether a candidate that shares letters with a name is none beside it."""
    return c.overlaps(whole) and c.kind is not DATE


def _split(text: str, post: Candidate) -> list[Candidate]:
    """Make two posts of 副首相兼外務大臣."""
    joints = [n for n in range(post.start + 1, post.end - 1) if text[n] in words_with("and", "ja")]
    starts, ends = [post.start, *(n + 1 for n in joints)], [*joints, post.end]
    return [post.at(start, end) for start, end in zip(starts, ends, strict=True)]


def _town_end(text: str, start: int, end: int) -> int | None:
    """Give where a listed town ends that stands before what only towns have: «根室市長»."""
    hints = hint_characters(fold(text[start:end]))
    if hints[:1] != ["B:city"]:
        return None
    at = start + next((n for n, hint in enumerate(hints, 1) if hint.startswith("E")), 0)
    return at if expression("ja", "of_town").match(text, at) else None


def _office_end(text: str, start: int, end: int) -> int | None:
    """Give where the last word of a post ends that ends in a stretch; None where none does."""
    ends = [
        start + last
        for _, last, labels in find_japanese_words(fold(text[start:end]))
        if any(label.startswith("post=") for label in labels)
    ]
    return max(ends) if ends and max(ends) == end else None


def _is_read(c: Candidate, whole: Candidate) -> bool:
    """Say whether a name is read already, and as surely as what stands beside it tells it.

    A place that the tagger doubts is none where a post or a form of address follows.
    """
    is_same = (c.start, c.end) == (whole.start, whole.end)
    sure = {PERSON: _SURE, PLACE: _DOUBTED}.get(c.kind, 0.0)
    return c.kind is not POST and c.contains(whole) and not (is_same and c.confidence < sure)


def _is_told(text: str, start: int, end: int) -> bool:
    """Say whether a full name has beside it what is only told of people: a calling, «が就任»."""
    over = expression("ja", "name_over").match(text, end)
    return over is not None and (is_told_of(text, end) or is_called(text, start))


def _is_doubtful_body(text: str, c: Candidate, whole: Candidate) -> bool:
    """Say whether a candidate at the place of a name is a body that no word of it tells."""
    is_same = c.kind is ORGANISATION and (c.start, c.end) == (whole.start, whole.end)
    return is_same and c.rule == "tagger" and not any(classes_at_end(text[c.start : c.end], "ja"))


def _is_name(text: str, run: re.Match[str], around: Sequence[Candidate]) -> bool:
    """Say whether katakana is a person's name by what stands beside it."""
    addressed = expression("ja", "person_after").match(text, run.end())
    if _NUMBERED.search(run.group()):
        royal = ends_in("ja", "royal_before").search(
            text, max(0, run.start() - _LONGEST_POST), run.start()
        )
        over = expression("ja", "name_over").match(text, run.end())
        return bool(royal or addressed or over or _post_at(text, run.end()))
    parts = _JOINT.split(run.group())
    if len(parts) < 2:
        return False
    if text[run.start()].isupper():  # initials; katakana has no capitals
        return any(c.kind is PERSON and c.end == run.end() for c in around) or bool(addressed)
    places = {text[c.start : c.end] for c in around if c.kind is PLACE}
    if all(part in places for part in parts):
        return False  # «タイ・ラオス»
    if (
        parts[0] in places
        and len(parts) == 2
        and expression("ja", "of_town").match(text, run.end())
    ):
        return False  # «チェコ・プラハ市長»
    goes_on = expression("ja", "goal_after_name").match(text, run.end())  # X・Y外務省報道官
    if addressed or goes_on or _post_at(text, run.end()) or _takes_post(text, run.end()):
        return True
    before = ends_in("ja", "person_before")
    if before.search(text, max(0, run.start() - _REACH), run.start()):
        return True
    is_over = expression("ja", "name_over").match(text, run.end()) is not None
    return is_over and post_before(text, run.start()) is not None


def _takes_post(text: str, at: int) -> bool:
    """Say whether what ends at a place is told to take a post: «X・Yが首相に、…»."""
    subject = expression("ja", "subject_of_post").match(text, at)
    if subject is None:
        return False
    post = post_beginning(text, subject.end(), subject.end() + _REACH)
    return post is not None and expression("ja", "appointed_to").match(text, post[0]) is not None


def _post_at(text: str, at: int) -> bool:
    """Say whether a post is written right onto what ends at a place."""
    if expression("ja", "ministry_written").match(text, at):
        return True
    return is_titled(text, at)


def is_listed_town(name: str) -> bool:
    """Say whether the list of cities has a name."""
    return hint_characters(fold(name))[:1] == ["B:city"]


def _with_owner(document: Document, post: Candidate, owners: dict[int, Candidate]) -> Candidate:
    """Begin the post of an office with the state or body whose it is."""
    link = ends_in("ja", "of_written").search(document.text, max(0, post.start - 1), post.start)
    owner = owners.get(link.start()) if link else None
    is_body = owner is not None and owner.kind is ORGANISATION
    if owner is None or not (is_body or _is_office(document.text[post.start : post.end])):
        return post
    return post.at(owner.start, post.end)


def find_posts_before(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the words of posts right before a name that no candidate has: 「看護師アナさん」.

    A ministry of any matter is one behind its state: 「南スーダンの投資相、ルアル氏」.
    """
    if document.language != "ja":
        return []
    text = document.text
    around = nearby(candidates)
    found = []
    for person in of_kind(candidates, PERSON):
        link = ends_in("ja", "joins_name").search(text, max(0, person.start - 1), person.start)
        end = link.start() if link else person.start
        start = _post_start(text, end)
        post = Candidate(POST, start, end, "before name", _BEFORE_NAME)
        if start < end and not around.overlapping(post):
            found.append(post)
    found += [c for c in _posts_held(text) if not around.overlapping(c)]
    owners = {c.end: c for c in candidates if c.kind in _OWNERS}
    return [_with_owner(document, post, owners) for post in found]


def _posts_held(text: str) -> list[Candidate]:
    """Give the words of posts that somebody is told to hold: «名誉領事を務める»."""
    held = expression("ja", "held_behind")
    if held.search(text) is None:
        return []
    folded = fold(text)
    found = []
    for start, end, labels in find_japanese_words(folded) if len(folded) == len(text) else ():
        if not any(label.startswith("post=") for label in labels):
            continue
        is_part = start > 0 and _JOINS.match(text, start - 1) is not None
        if not is_part and held.match(text, end):
            found.append(Candidate(POST, start, end, "held", _BEFORE_NAME))
    return found


def _post_start(text: str, end: int) -> int:
    """Give where the word of a post that ends at a place begins; the place itself for none."""
    post = post_ending(text, end)
    if post is not None and not _JOINS.match(text[post[0] - 1 : post[0]]):
        return post[0]
    begin = max(0, end - _LONGEST_POST)
    ministry = ends_in("ja", "ministry_of_state").search(text, begin, end)
    return ministry.start() if ministry else end


def _whole_office(text: str, post: Candidate, near: Nearby) -> Candidate:
    """Begin a post with what is written onto it: a body that it cuts, a goal, the matters."""
    around = near.overlapping(post)
    cut = (o.start for o in around if o.kind in _OWNERS and o.start < post.start < o.end)
    start = min(cut, default=post.start)
    if start == post.start:
        start = _goal_start(text, post)
    before = near.overlapping(post.at(start, post.start)) if start < post.start else []
    return post if any(o.kind is PERSON for o in before) else post.at(start, post.end)


def _goal_start(text: str, post: Candidate) -> int:
    """Give where a post begins: 「駐ブラジル日本大使」「サンタフェ州知事」「文化・観光相」."""
    rule = expression("ja", "post_with_goal")
    for whole in rule.finditer(text, max(0, post.start - _GOAL), post.end):
        if whole.end() == post.end and whole.start() < post.start:
            return whole.start()
    ministry = ends_in("ja", "ministry_of_state").search(
        text, max(0, post.start - _LONGEST_POST), post.end
    )
    if ministry is None or words_with("and", "ja") & {*ministry.group()}:
        return post.start  # «副首相兼保健相» are two
    return min(post.start, ministry.start())


def _is_office(words: str) -> bool:
    """Say whether the last word of a post tells an office of a state or body."""
    found = [
        (end, end - start, label.removeprefix("post="))
        for start, end, labels in find_japanese_words(fold(words))
        for label in labels
        if label.startswith("post=")
    ]
    return bool(found) and max(found)[2] in _OFFICES
