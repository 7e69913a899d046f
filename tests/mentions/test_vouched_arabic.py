"""Arabic names that a tagger passed over, vouched for by what stands beside them."""

import re

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.expressions import ends_in
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.given_names import part_at_and, with_given_names
from sijill.mentions.vouched_arabic import find_neighbours

PERSON, POST = MentionKind.PERSON, MentionKind.POST


def candidate(text: str, words: str, kind: MentionKind, sure: float = 0.99) -> Candidate:
    start = text.index(words)
    return Candidate(kind, start, start + len(words), "tagger", sure)


def found(text: str, *told: Candidate) -> list[str]:
    names = find_neighbours(Document("s", text, "ar"), split_sentences(text, "ar"), list(told))
    return [text[c.start : c.end] for c in names]


def test_behind_a_governed_post_stands_its_holder():
    text = "التقت وزير الصحة الكيني دانيال أوتينو في نيروبي."
    assert found(text, candidate(text, "وزير الصحة الكيني", POST)) == ["دانيال أوتينو"]
    text = "وعقدت مع نظيرتها لوث كوردوبا جلسة محادثات."
    assert found(text, candidate(text, "نظيرتها", POST)) == ["لوث كوردوبا"]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الصحة الكيني مساء أمس إنه سيعود.",
        "التقى وزير الصحة الكيني عدة أطباء في نيروبي.",
        "وصل وزير الصحة الكيني قبل قليل إلى نيروبي.",
    ],
)
def test_other_words_behind_a_post_are_no_names(text):
    assert found(text, candidate(text, "وزير الصحة الكيني", POST)) == []


def test_the_post_of_his_country_and_its_holder_are_found():
    text = "نقلت رسالة من رئيسة بلادها ناتاشا هريبار."
    assert found(text) == ["رئيسة بلادها", "ناتاشا هريبار"]


def test_whom_a_clause_of_offices_follows_is_a_person():
    assert found("رسالة من بايرون كابيل الذي شغل المنصب قبله.") == ["بايرون كابيل"]


def test_a_title_right_before_a_name_is_its_bearer_s():
    text = "بقيادة المايسترو هاروت باسيليان."
    assert found(text, candidate(text, "هاروت باسيليان", PERSON)) == ["المايسترو"]
    text = "مع المهندس هاروت باسيليان."
    assert found(text, candidate(text, "هاروت باسيليان", PERSON)) == []


def test_the_given_name_behind_a_word_of_saying_belongs_to_the_name():
    text = "وقالت نونيس شديد بعد اللقاء."
    (name,) = with_given_names(Document("s", text, "ar"), [candidate(text, "شديد", PERSON)])
    assert text[name.start : name.end] == "نونيس شديد"


def test_two_full_names_joined_by_and_are_two():
    text = "حضر بوريس كوفاتش وماريان بيتريتش."
    whole = candidate(text, "بوريس كوفاتش وماريان بيتريتش", PERSON)
    names = part_at_and(Document("s", text, "ar"), [whole])
    assert [text[c.start : c.end] for c in names] == ["بوريس كوفاتش", "ماريان بيتريتش"]


def test_one_name_stands_behind_a_post_where_the_verb_takes_no_object():
    text = "وصلت وزيرة البيئة الإندونيسية سوهارتيني إلى دكار."
    post = candidate(text, "وزيرة البيئة الإندونيسية", POST)
    assert found(text, post) == ["سوهارتيني"]
    text = "قدمت وزيرة البيئة الإندونيسية مقترحات إلى دكار."
    assert found(text, candidate(text, "وزيرة البيئة الإندونيسية", POST)) == []


def test_a_noun_without_article_before_a_number_with_it_is_a_sovereign():
    text = "أوفد ملك تونغا توبو السادس ابنه."
    assert found(text, candidate(text, "ملك تونغا", POST)) == ["توبو السادس"]


def test_behind_a_closed_post_a_noun_begins_the_name():
    text = "كلّف وزير النقل ميلوس بيتار ماتا لجنة."
    told = [candidate(text, "وزير النقل ميلوس", POST), candidate(text, "بيتار ماتا", PERSON)]
    mended = with_given_names(Document("s", text, "ar"), told)
    assert text[mended[0].start : mended[0].end] == "وزير النقل"
    text = "كلّف وزير النقل آنذاك بيتار ماتا لجنة."
    told = [candidate(text, "وزير النقل آنذاك", POST), candidate(text, "بيتار ماتا", PERSON)]
    mended = with_given_names(Document("s", text, "ar"), told)
    assert [text[c.start : c.end] for c in mended] == ["وزير النقل آنذاك", "بيتار ماتا"]


def test_a_hyphen_joins_given_names():
    text = "رد عليها هانس-يورغ كلاوس مولر أمس."
    mended = with_given_names(Document("s", text, "ar"), [candidate(text, "كلاوس مولر", PERSON)])
    assert [text[c.start : c.end] for c in mended] == ["هانس-يورغ كلاوس مولر"]


def test_beside_a_name_in_a_list_stands_another():
    text = "كُرّم ثلاثة، هم: ألوسين جالوه، وماري تورنر كول، وفنتا كوياتي."
    names = found(text, candidate(text, "ماري تورنر كول", PERSON))
    assert names == ["ألوسين جالوه", "فنتا كوياتي"]
    text = "تحدث عن السلام، وماري تورنر كول، والماء."
    assert found(text, candidate(text, "ماري تورنر كول", PERSON)) == []


def test_a_known_given_name_behind_a_verb_begins_a_name():
    assert found("وسيشرف آدم إسحق أبكر على التسجيل.") == ["آدم إسحق أبكر"]
    assert found("تحدث عن أمل كبير في السلام.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتصل بنظيره العراقي مساء الجمعة.", ["نظيره العراقي"]),
        ("ستلتقي نظيرتها في عشق آباد.", ["نظيرتها"]),
        ("هذا نظير ذلك.", []),
    ],
)
def test_a_counterpart_is_somebody_s_office_behind_any_particle(text, expected):
    assert found(text) == expected


def test_what_asks_for_a_noun_is_one_word() -> None:
    # Only the word before a place is looked at.
    rules = ends_in("ar", "asks_for_noun").pattern
    assert not re.search(r"\s", rules)
    assert rules.count(r"\s") == len(re.findall(r"\\s\)(?=\||\)*\\Z\Z)", rules)) > 0


def test_a_given_name_is_found_behind_a_longer_word_that_holds_it() -> None:
    assert found("جاء محمدون مع محمد كريموف.") == ["محمد كريموف"]


def test_a_given_name_has_blanks_around_it() -> None:
    assert found("جاء الوزير مع 3محمد كريموف.") == []
    assert found("جاء الوزير مع محمّد كريموف.") == []
