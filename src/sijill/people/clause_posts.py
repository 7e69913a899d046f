"""People and the clauses that tell of them go in; the posts that a verb gives them come out.

Such a post (`told_posts`) is often no mention, its verb tells whether it is held still, and its
holder is who the clause is about. Rules of each language stand in
`data/<language>/expressions.tsv`: own_clause, of_subject, post_verb, in_place_of,
indefinite_post, indefinite_before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document, Mention, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression, found_before
from sijill.documents.quotation_marks import SURE_PAIRS
from sijill.languages import VERB_LAST, WITH_ENDINGS
from sijill.people.clusters import Cluster
from sijill.people.lives import who_lived
from sijill.people.opening_posts import opening_posts
from sijill.people.people_by_place import PeopleByPlace
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading, read_post
from sijill.people.successors import settle_successors
from sijill.people.told_posts import LONGEST_LINK, LONGEST_POST, NEXT, ToldPost, told_posts
from sijill.people.unmarked_posts import role_at

#: An indefinite article stands so far before its post (code points).
_INDEFINITE = 16
#: So many sentences back somebody is told whom a pronoun means.
_BACK = 3
_PLAIN_STATUS = frozenset(("current", "former"))
#: Offices, in which one follows another, and what a bare word behind a verb does not make anybody.
_OFFICES = STATE_ROLES | BODY_ROLES
_NONE_OF_THEM = frozenset((None, "citizen"))
_COMMAS = frozenset(",،、")


def read_clauses(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: dict[str, PostReading],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> frozenset[str]:
    """Give people the posts that clauses tell of them; clusters and readings change in place.

    Returns the mentions that name nobody, though they tell what somebody is: «كانت قنصلاً عاماً».
    """
    scene, language = PeopleByPlace(document, sentences, mentions, clusters), document.language
    says_who = _says_who(language)
    tells_life = expression(language, "life_told").search(document.text) is not None
    opens = _has_rule(language, "post_opens", "post_opened")
    follows = _has_rule(language, "comes_in_place", "comes_after_him")
    leads = language in VERB_LAST and _has_rule(language, "leads_house", "led_house")
    for number, sentence in enumerate(sentences):
        # A clause is about who is told in it, or not long before it.
        before = sentences[max(0, number - _BACK) if says_who else _told_before(scene, number)]
        if not tells_life and not scene.tells_people(before.start, sentence.end):
            continue
        openings = opening_posts(scene, sentence) if opens else ()
        for told in (*told_posts(scene, sentence), *openings):
            holder = _holder(scene, number, told)
            if holder is not None:
                _give(scene, told, holder, readings, country_by_mention)
        here = scene.people(sentence.start, sentence.end)
        if here:
            _replaced(scene, number, sentence, here)
        if follows:
            _following(scene, number, sentence, here)
        if leads:
            _led(scene, number, sentence, country_by_mention)
    return frozenset(scene.indefinite)


def _has_rule(language: str, *names: str) -> bool:
    """Say whether a language has any of some rules, which not all languages need."""
    return any(expression(language, name) is not NOTHING for name in names)


def _holder(scene: PeopleByPlace, number: int, told: ToldPost) -> Cluster | None:
    """Give who a clause is about: behind its verb, beside it, the sentence's or the last one's."""
    if told.holder is not None:
        return scene.owner.get(told.holder)
    text, language = scene.document.text, scene.document.language
    sentence = scene.sentences[number]
    if told.is_of_pronoun:
        return _meant_by_pronoun(scene, number, told.at)
    if language in VERB_LAST:
        verb = expression(language, "post_verb").match(text, told.end)
        behind = verb.end() if verb else told.end
        following = scene.people(behind, behind + NEXT + 1 + LONGEST_LINK)
        if verb and following and not text[behind : following[0][0].start].strip():
            return following[0][1]
    before = [
        (m, c)
        for m, c in scene.people(sentence.start, max(told.at, told.start))
        if not (m.start < told.end and told.start < m.end)
    ]
    # Whom somebody serves is not who holds the post: 「メンサ大統領の通訳を務めた」.
    served = expression(language, "served_as")
    others = {id(c) for m, c in before if served.fullmatch(text, m.end, told.start)}
    before = [(m, c) for m, c in before if id(c) not in others]
    if before:
        last, holder = before[-1]
        if _opens_speech(text, last.end, told.at):
            return None  # of whoever it is told «she was the first …»
        gap = text[last.end : told.at] if last.end <= told.at else ""
        if not gap.strip() or expression(language, "own_clause").fullmatch(gap):
            return holder
        if text[told.at] in _COMMAS:
            return None  # an apposition tells of the name right before it
        if len({id(c) for _, c in before}) == 1:
            return holder
        if language in WITH_ENDINGS:
            # The subject bears no case: «X Y-тың қол астында хатшы болып істеген».
            plain = expression(language, "nominative")
            subjects = {id(c): c for m, c in before if plain.match(text, m.end)}
            if len(subjects) == 1:
                return next(iter(subjects.values()))
        clause = max(text.rfind(sign, sentence.start, told.at) for sign in ",،;、")
        near = {id(c): c for m, c in before if m.start > clause}
        return next(iter(near.values())) if len(near) == 1 else None
    if text[told.at] in _COMMAS:
        return None
    opening = text[sentence.start : told.at]
    if not told.is_opening and expression(language, "of_subject").match(opening) is None:
        return None
    if _says_who(language):
        return _pronouns(scene, number)
    earlier = _told_before(scene, number)
    is_near = scene.sentences[earlier].paragraph == sentence.paragraph
    told_of = scene.people(scene.sentences[earlier].start, scene.sentences[earlier].end)
    if earlier == number or not told_of or not (is_near or earlier < number - 1):
        return who_lived(scene, number)
    return _subject(told_of)


def _meant_by_pronoun(scene: PeopleByPlace, number: int, at: int) -> Cluster | None:
    """Give whom an Arabic verb has for its pronoun: told before it, or in the sentence before."""
    here = scene.sentences[number]
    earlier = scene.sentences[_told_before(scene, number)]
    near = scene.people(here.start, at) or scene.people(earlier.start, min(earlier.end, at))
    return _subject(near) if near else None


def _pronouns(scene: PeopleByPlace, number: int) -> Cluster | None:
    """Give whom a pronoun means that opens a sentence: who is told in the last one with people."""
    text, language = scene.document.text, scene.document.language
    here = scene.sentences[number]
    is_she = expression(language, "she_opens").search(text, here.start, here.end) is not None
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        previous = scene.sentences[back]
        people = scene.people(previous.start, previous.end)
        people = [(m, c) for m, c in people if not (is_she and c.genders == {"m"})]
        if people:
            return _subject(people)
    return None


def _subject(people: Sequence[tuple[Mention, Cluster]]) -> Cluster | None:
    """Give whom a sentence is about: the only one named, else its first word, if it is a name."""
    named = {id(c): c for _, c in people if c.names}
    if len(named) == 1:
        return next(iter(named.values()))
    return people[0][1] if people and people[0][0].kind is PERSON else None


def _says_who(language: str) -> bool:
    """Say whether a word tells of whom a clause is, and not the ending of its verb alone."""
    return _has_rule(language, "of_pronoun")


def _opens_speech(text: str, begin: int, end: int) -> bool:
    """Say whether marks of quotation are opened and not closed in a stretch."""
    return any(
        text.rfind(left, begin, end) > text.rfind(right, begin, end) for left, right in SURE_PAIRS
    )


def _told_before(scene: PeopleByPlace, number: int) -> int:
    """Give the number of the sentence that tells of whom one without a subject speaks.

    It is the one before; in Japanese, which drops its subjects, the last one of the paragraph that
    tells of people, and for the first paragraph the headline.
    """
    if number == 0:
        return 0
    sentences = scene.sentences
    if scene.document.language != "ja":
        return number - 1
    earlier = number - 1
    while (
        earlier > 0
        and sentences[earlier].paragraph == sentences[number].paragraph
        and not scene.tells_people(sentences[earlier].start, sentences[earlier].end)
    ):
        earlier -= 1
    is_near = sentences[earlier].paragraph == sentences[number].paragraph
    return earlier if is_near or earlier == 0 else number - 1


def _give(
    scene: PeopleByPlace,
    told: ToldPost,
    holder: Cluster,
    readings: dict[str, PostReading],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give somebody a post, as the mention that marks it or as none."""
    marks = (
        m
        for m in scene.inside(told.start - LONGEST_POST, told.end)
        if m.kind is POST and m.start < told.end and told.start < m.end
    )
    marked = next(marks, None)
    if marked is None:
        _give_unmarked(scene, told, holder, country_by_mention)
    else:
        _give_marked(scene, told, holder, marked, readings)


def _give_marked(
    scene: PeopleByPlace,
    told: ToldPost,
    holder: Cluster,
    mention: Mention,
    readings: dict[str, PostReading],
) -> None:
    """Give somebody the post of a mention, which may be theirs already, with its status."""
    reading = readings[mention.id]
    owner = scene.owner.get(mention.id)
    if (owner is not None and owner is not holder) or reading.is_counterpart:
        return
    if reading.relation is not None:
        return
    settled = reading
    if reading.status in _PLAIN_STATUS and reading.status != told.status:
        settled = replace(reading, status="former")
    readings[mention.id] = settled
    if owner is None and _is_indefinite(mention, scene.document):
        scene.indefinite.add(mention.id)
        holder.readings.append(replace(settled, mention=replace(mention, id="")))
    elif owner is None:
        holder.posts.append(mention)
        holder.readings.append(settled)
        scene.owner[mention.id] = holder
    else:
        holder.read_anew(reading, settled)


def _give_unmarked(
    scene: PeopleByPlace,
    told: ToldPost,
    holder: Cluster,
    country_by_mention: Mapping[str, str],
) -> None:
    """Give somebody a post that no mention marks, unless they have it."""
    document = scene.document
    inner = [
        m
        for m in scene.inside(told.start, told.end)
        if m.kind in (PLACE, ORGANISATION) and m.end <= told.end
    ]
    words = document.text[told.start : told.end]
    post = Mention("", POST, told.start, told.end, words)
    reading = read_post(post, inner, document.language, country_by_mention)
    if reading.role in _NONE_OF_THEM or reading.is_counterpart or reading.relation is not None:
        return
    if reading.status == "current":
        reading = replace(reading, status=told.status)
    if any(r.role == reading.role and r.status == reading.status for r in holder.readings):
        return
    holder.readings.append(reading)


def _led(
    scene: PeopleByPlace,
    number: int,
    sentence: Sentence,
    country_by_mention: Mapping[str, str],
) -> None:
    """Give who leads a house, by a verb at the end of the clause: «Х … комиссиясын басқарған»."""
    text, language = scene.document.text, scene.document.language
    houses = scene.inside(sentence.start, sentence.end)
    for house in (m for m in houses if m.kind is ORGANISATION):
        for rule, tie in (("leads_house", "head"), ("led_house", "led")):
            if expression(language, rule).match(text, house.end, sentence.end) is None:
                continue
            status = "current" if tie == "head" else "former"
            holder = _holder(scene, number, ToldPost(house.end, house.start, house.end, status))
            role = role_at(house, tie, holder, language) if holder is not None else None
            if holder is None or any((r.role, r.status) == (role, status) for r in holder.readings):
                continue
            post = Mention("", POST, house.start, house.end, house.text)
            country = country_by_mention.get(house.id)
            holder.readings.append(PostReading(post, role, status, country, house))


def _is_indefinite(post: Mention, document: Document) -> bool:
    """Say whether a post names nobody though it tells what somebody is: «قنصلاً عاماً»."""
    before = document.text[max(0, post.start - _INDEFINITE) : post.start]
    return (
        expression(document.language, "indefinite_post").search(post.text) is not None
        or ends_in(document.language, "indefinite_before").search(before) is not None
    )


def _replaced(
    scene: PeopleByPlace,
    number: int,
    sentence: Sentence,
    here: Sequence[tuple[Mention, Cluster]],
) -> None:
    """Give who is followed by somebody his post as a former one: “succeeds X”, «خلفاً لـ س».

    `here` are the words for people in the sentence.
    """
    text, language = scene.document.text, scene.document.language
    is_last = language in VERB_LAST
    behind = expression(language, "in_place_of")
    new_ones = settle_successors(scene, number, sentence, here)
    for mention, cluster in here:
        if mention.kind is not PERSON or id(cluster) in new_ones:
            continue
        is_replaced = (
            behind.match(text, mention.end)
            if is_last
            else found_before(language, "in_place_of", text, sentence.start, mention.start)
        )
        is_told = is_replaced or _is_object(scene, sentence, mention)
        if not is_told and not _held_before(text, sentence, mention, language):
            continue
        earlier = scene.people(
            scene.sentences[max(0, number - 1)].start if number else sentence.start,
            sentence.end if is_last else mention.start,
        )
        new = [
            (m, r)
            for m, c in earlier
            if c is not cluster
            for r in c.readings
            if r.status in ("current", "elect") and r.role in _OFFICES
        ]
        # “Usher, who …, took over from Jones”: who follows may be told of in the sentence.
        new = [(m, r) for m, r in new if m.start >= sentence.start] or new
        if not new:
            continue
        # The post told last before the words: that of whoever follows.
        near = [r for _, r in new if r.mention.start < mention.start] or [r for _, r in new]
        post = max(near, key=lambda r: r.mention.start)
        # What somebody holds now is told behind his name: “replacing Rey, now governor of …”.
        if any(r.role == post.role or r.mention.start < mention.end for r in cluster.readings):
            continue
        told = next(c for _, c in earlier if post in c.readings)
        country = post.country or told.country
        cluster.followed_by = told
        cluster.readings.append(
            replace(
                post,
                mention=Mention("", POST, mention.start, mention.start, ""),
                status="former",
                country=country,
            )
        )


def _is_object(scene: PeopleByPlace, sentence: Sentence, mention: Mention) -> bool:
    """Say whether a verb tells that its subject followed whom it names next.

    «وتخلف س في المنصب ص».
    """
    text, language = scene.document.text, scene.document.language
    gap = expression(language, "succeeds_gap")
    if gap is NOTHING:
        return False
    before = [m for m, _ in scene.people(sentence.start, mention.start) if m.end < mention.start]
    subject = max(before, key=lambda m: m.end, default=None)
    if subject is None or not gap.fullmatch(text, subject.end, mention.start):
        return False
    posts = [m.start for m in before if m.kind is POST and m.end + 1 == subject.start]
    place = min([subject.start, *posts])
    return found_before(language, "succeeds", text, sentence.start, place) is not None


def _following(
    scene: PeopleByPlace,
    number: int,
    sentence: Sentence,
    here: Sequence[tuple[Mention, Cluster]],
) -> None:
    """Give who comes in the place of somebody told before that one's post, who leaves it.

    «Елші қызметінен кетті. Оның орнына X тағайындалды.» `here` is as in `_replaced`.
    """
    text, language = scene.document.text, scene.document.language
    behind, to_come = expression(language, "is_put_there"), expression(language, "to_come")
    for mention, cluster in here:
        if mention.kind is not PERSON or any(
            r.role in _OFFICES and r.status == "current" for r in cluster.readings
        ):
            continue
        begin, place = sentence.start, mention.start
        after = found_before(language, "comes_after_him", text, begin, place)
        put = found_before(language, "comes_in_place", text, begin, place)
        if after is None and (not put or not behind.match(text, mention.end, sentence.end)):
            continue
        told = scene.people(scene.sentences[max(0, number - 1)].start, mention.start)
        held = [(c, r) for _, c in told if c is not cluster for r in c.readings]
        held = [(c, r) for c, r in held if r.role in _OFFICES and r.status in _PLAIN_STATUS]
        if not held:
            continue
        left, post = held[-1] if after is None else _who_left(after.group(), held, sentence)
        left.followed_by = cluster
        nowhere = Mention("", POST, mention.start, mention.start, "")
        country = post.country or left.country
        is_over = after is None or to_come.match(text, after.start()) is None
        status = "current" if is_over else "elect"
        cluster.readings.append(replace(post, mention=nowhere, status=status, country=country))
        if post.status == "current" and is_over:
            gone = replace(post, status="former")
            left.readings[:] = [gone if r is post else r for r in left.readings]


def _who_left(
    verb: str, held: Sequence[tuple[Cluster, PostReading]], sentence: Sentence
) -> tuple[Cluster, PostReading]:
    """Give who is meant by the «him» or «her» of a verb: of whom the sentence tells first.

    «استقال الوزير س بعد خلاف مع الرئيس ص، وحلت محله …»; a woman does not follow «him» as his own.
    """
    other = "m" if expression("ar", "object_of_woman").search(verb) else "f"
    meant = [(c, r) for c, r in held if c.genders != {other}] or held
    here = [(c, r) for c, r in meant if r.mention.start >= sentence.start]
    return next(iter(here or meant))


def _held_before(text: str, sentence: Sentence, mention: Mention, language: str) -> bool:
    """Say whether a clause beside somebody tells that another holds his post now.

    “X, who held the post before her”, «занимавшего этот пост до него», «бұл қызметті өзіне дейін
    атқарған …».
    """
    if language in VERB_LAST:
        told = found_before(language, "held_before", text, sentence.start, mention.start)
        return told is not None
    return expression(language, "held_before").match(text, mention.end) is not None
