"""Arabic posts and names end where they are over, and take in what belongs to them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.given_names import without_destinations


def edges(text: str, tagged: str, kind: MentionKind) -> list[str]:
    start = text.index(tagged)
    candidate = Candidate(kind, start, start + len(tagged), "tagger", 0.6)
    found = mend(Document("s1", text, "ar"), [candidate])
    return [text[c.start : c.end] for c in found if c.kind is kind]


@pytest.mark.parametrize(
    ("text", "tagged", "post"),
    [
        ("ألقى الأمير محاضرة في المدرسة", "الأمير محاضرة في المدرسة", "الأمير"),
        ("السفير معتمد أيضاً لدى توغو", "السفير معتمد أيضاً لدى توغو", "السفير"),
        ("وصل السفير غير المقيم أمس", "السفير غير المقيم", "السفير غير المقيم"),
        ("وصل السفير فوق العادة أمس", "السفير فوق العادة", "السفير فوق العادة"),
    ],
)
def test_a_title_with_the_article_governs_no_noun(text: str, tagged: str, post: str) -> None:
    assert edges(text, tagged, MentionKind.POST) == [post]


@pytest.mark.parametrize(
    ("text", "tagged", "posts"),
    [
        ("زارت وزير الثقافة الأب الياس", "وزير الثقافة الأب", ["وزير الثقافة", "الأب"]),
        ("رفع السفير الفيتنامي الجديد العلم", "السفير الفيتنامي الجديد", ["السفير الفيتنامي"]),
        ("فاز قائد الفريق أمس", "قائد الفريق", ["قائد الفريق"]),
    ],
)
def test_a_rank_behind_a_post_is_another_and_new_is_none(
    text: str, tagged: str, posts: list[str]
) -> None:
    assert edges(text, tagged, MentionKind.POST) == posts


def test_what_a_verb_gives_and_the_particle_of_a_fixed_verb_are_no_part_of_a_name() -> None:
    assert edges("سبق لدورجي وانغ أن زار", "لدورجي وانغ", MentionKind.PERSON) == ["دورجي وانغ"]
    text = "سلّمت الأميرة ماري لاي الميداليات للفائزات"
    start = text.index("ماري")
    tagged = Candidate(MentionKind.PERSON, start, start + 19, "tagger", 0.6)
    found = without_destinations(Document("s1", text, "ar"), [tagged])
    assert [text[c.start : c.end] for c in found] == ["ماري لاي"]


def test_whose_somebody_is_and_a_verb_behind_are_no_part_of_a_name() -> None:
    assert edges("تظاهر زملاء غوندوي أمس", "زملاء غوندوي", MentionKind.PERSON) == ["غوندوي"]
    text = "نزل إغناسيو باسكيس فاستقبله العمدة"
    assert edges(text, "إغناسيو باسكيس فاستقبله", MentionKind.PERSON) == ["إغناسيو باسكيس"]


def test_before_a_comma_a_last_part_like_a_pronoun_belongs_to_the_name() -> None:
    text = "حضر لي بيونغ هو، مدير الشركة"
    assert edges(text, "لي بيونغ", MentionKind.PERSON) == ["لي بيونغ هو"]
    assert edges("جاء لي بيونغ هو ومديره", "لي بيونغ", MentionKind.PERSON) == ["لي بيونغ"]


@pytest.mark.parametrize(
    ("text", "tagged", "names"),
    [
        ("كان الوزير أمادو كوليبالي ينوي زيارة ليما", "أمادو كوليبالي ينوي", ["أمادو كوليبالي"]),
        ("استقبله رئيس الوزراء كوانغ هاي لوداعه", "كوانغ هاي لوداعه", ["كوانغ هاي"]),
        ("ثمن الرئيس أولاف بيرغ لدى استقباله", "أولاف بيرغ لدى", ["أولاف بيرغ"]),
        ("قدم السفير إلى ماريا سوتو أوراق اعتماده", "ماريا سوتو أوراق", ["ماريا سوتو"]),
        ("ضحك الرئيس حين رآني أرتجف", "حين رآني أرتجف", []),
        ("ضحك الرئيس حين رآني أرتجف", "رآني أرتجف", []),
        ("التقى سوف عبد الله مباي الوزير", "سوف عبد الله مباي", ["سوف عبد الله مباي"]),
        ("قال السياسي إدريس لشكر إن", "إدريس لشكر", ["إدريس لشكر"]),
    ],
)
def test_a_name_ends_before_what_its_bearer_does_and_no_clause_is_one(
    text: str, tagged: str, names: list[str]
) -> None:
    assert edges(text, tagged, MentionKind.PERSON) == names
