"""What the words of an Arabic post tell: its role, and whether it is held."""

import pytest

from sijill.documents.document import Mention, MentionKind
from sijill.houses.house_heads import head_of
from sijill.people.posts import read_post


def post(words):
    reading = read_post(Mention("m", MentionKind.POST, 0, len(words), words), (), "ar", {})
    return reading.role, reading.status


@pytest.mark.parametrize(
    ("words", "role", "status"),
    [
        ("الممثل الدائم", "ambassador", "current"),
        ("رئيس المجلس الأعلى للقضاء", "senior_official", "current"),
        ("رئيس المخابرات العامة", "senior_official", "current"),
        ("رئيس جهة", "governor", "current"),
        ("الوزيرة المنتدبة", "deputy_minister", "current"),
        ("رائدة الأعمال", "chief_executive", "current"),
        ("رائدة الفضاء", "expert", "current"),
        ("زعيم حركة", "member_of_parliament", "current"),
        ("نقيب الجيولوجيين", "business_association", "current"),
        ("راعي أبرشية", "religious_leader", "current"),
        ("دوق لوكسمبورغ الأكبر", "monarch", "current"),
        ("رئيس حكومة تصريف الأعمال", "head_of_government", "acting"),
        ("وزير الدفاع المستقيل", "minister", "former"),
        ("الرئيسة المعزولة", "head_of_state", "former"),
    ],
)
def test_words_of_an_arabic_post_tell_its_role(words, role, status):
    assert post(words) == (role, status)


def test_names_of_arabic_houses_tell_what_their_heads_are():
    assert head_of("حركة النهوض", "ar") == "member_of_parliament"
    assert head_of("جمعية المزارعين", "ar") == "business_association"
    assert head_of("مستشفى الرازي", "ar") == "chief_executive"
    assert head_of("صحيفة الميناء", "ar") == "journalist"


@pytest.mark.parametrize(
    ("words", "role", "status"),
    [
        # The noun that governs tells the role, not what stands behind it.
        ("المعلق الرياضي", "journalist", "current"),
        ("مستشار وزيرة الخارجية", "senior_official", "current"),
        ("نائب رئيس اللجنة الأولمبية", "senior_official", "current"),
        ("النائب الأول لرئيس اتحاد الغرف", "business_association", "current"),
        ("القائم بأعمال رئيس الهيئة", "senior_official", "acting"),
        # Who acts for another, and who only has a matter given to him.
        ("القائمة بأعمال السفارة", "ambassador", "acting"),
        ("الوزيرة المكلفة بالجالية", "minister", "current"),
        ("الوزير المكلف بتسيير الأعمال", "minister", "acting"),
        # A team is chosen, too, but its captain is none elect.
        ("قائد المنتخب", "athlete", "current"),
        ("الرئيس المنتخب", "head_of_state", "elect"),
    ],
)
def test_the_noun_that_governs_a_post_and_how_it_is_held(words, role, status):
    assert post(words) == (role, status)
