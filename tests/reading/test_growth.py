"""Four times as much of a text takes about four times as long, whatever it is full of."""

import random
import time

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

#: So many signs of a text, and how much longer four times as many may take: work that grows with
#: the square takes sixteen times as long.
SIGNS, LONGEST = 2500, 6
SYLLABLES = {
    "ar": "سا لم كر يم نور حا مد رش يد طا هر بو غا دي",
    "en": "mar ten ol wick ba sen hel dor vin ka lo ris tam ber",
    "ru": "мар тен ол вик ба сен хел дор вин ка ло рис там бер",
    "kk": "мар тен ол бек ба сен кел дор вин қа ло рыс там бер",
    "ja": "マル テン オル ヴィク バ セン ヘル ドル ヴィン カ ロ リス タム ベル",
}
ORGANISATIONS = {
    "ar": "وقّعت شركة {a} للصناعة مذكرة مع جامعة {b} ومعهد {c}. وقالت الشركة إنها ستبني مصنعاً.",
    "en": "{a} Holding signed a memorandum with {b} University and the {c} Institute. "
    "The company said it would build a plant.",
    "ru": "Компания «{a}» подписала меморандум с Университетом {b} и Институтом {c}. "
    "Компания построит завод.",
    "kk": "«{a}» компаниясы {b} университетімен және {c} институтымен меморандумға қол қойды. "
    "Компания зауыт салады.",
    "ja": "{a}社は{b}大学、{c}研究所と覚書に署名した。同社は工場を建てる。",
}
PEOPLE = {
    "ar": "وصل وزير الزراعة في غانا {a} {b}، والتقى الوزير سفير كينيا {c} {a}. وقال السفير إنه سعيد.",
    "en": "{a} {b}, the agriculture minister of Ghana, met Ambassador {c} {a} of Kenya. "
    "The minister thanked the ambassador.",
    "ru": "Министр сельского хозяйства Ганы {a} {b} встретился с послом Кении {c} {a}. "
    "Министр поблагодарил посла.",
    "kk": "Гана ауыл шаруашылығы министрі {a} {b} Кения елшісі {c} {a} кездесті. "
    "Министр елшіге алғыс айтты.",
    "ja": "ガーナの{a}・{b}農業大臣がケニアの{c}・{a}大使と会談した。大臣は大使に感謝した。",
}
#: What is told again and again in one sentence that does not end.
WITHOUT_END = [
    ("ar", "سفيرا فوق العادة ومفوضا لبلاده لدى الإمارة "),
    ("ar", "التقى الوزير سيريل ميمي الأربعاء، ووقع السفير اتفاقا مع كينيا، "),
    ("en", "the next round will be held in Lima, which they planned, "),
    ("en", "the president accepted the invitation, a visit to Peru is proposed, "),
    ("ru", "визит, о котором договорились, состоится "),
]


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def text_of(pattern: str, language: str, signs: int) -> str:
    """Give paragraphs of four sentences each, with other names in each."""
    chance = random.Random(5)
    syllables = SYLLABLES[language].split()
    parts: list[str] = []
    while sum(map(len, parts)) < signs:
        names = {key: "".join(chance.choices(syllables, k=3)).capitalize() for key in "abc"}
        parts.append(pattern.format(**names) + ("\n\n" if len(parts) % 4 == 3 else " "))
    return "".join(parts)[:signs]


def growth(reader: Reader, text: str, language: str) -> float:
    """Say how much longer a text takes than its first quarter; the best of some tries."""

    def seconds(signs: int) -> float:
        start = time.thread_time()
        reader.read(Document("s1", text[:signs], language, "2025-05-05"))
        return time.thread_time() - start

    reader.faults.clear()
    seconds(len(text))  # what its words weigh is known from now on
    quarter, whole, tries = seconds(len(text) // 4), seconds(len(text)), 1
    while whole >= LONGEST * quarter and tries < 4:  # another may have kept the machine busy
        quarter = min(quarter, seconds(len(text) // 4))
        whole, tries = min(whole, seconds(len(text))), tries + 1
    found = whole / quarter
    assert reader.faults == []
    return found


@pytest.mark.parametrize("language", sorted(ORGANISATIONS))
def test_many_organisations_take_as_long_for_each_as_few(reader, language):
    text = text_of(ORGANISATIONS[language], language, 4 * SIGNS)
    assert growth(reader, text, language) < LONGEST


@pytest.mark.parametrize("language", sorted(PEOPLE))
def test_many_people_take_as_long_for_each_as_few(reader, language):
    text = text_of(PEOPLE[language], language, 4 * SIGNS)
    assert growth(reader, text, language) < LONGEST


@pytest.mark.parametrize("language", sorted(PEOPLE))
def test_few_people_told_again_and_again_take_as_long_each_time(reader, language):
    text = text_of(PEOPLE[language], language, 300) + " "
    text *= 4 * SIGNS // len(text) + 1
    assert growth(reader, text[: 4 * SIGNS], language) < LONGEST


@pytest.mark.parametrize(("language", "part"), WITHOUT_END)
def test_one_sentence_without_end_takes_as_long_for_each_part_as_a_short_one(
    reader, language, part
):
    text = "Kenya and Peru held talks in Lima. " if language == "en" else ""
    text += part * (8 * SIGNS // len(part))
    assert growth(reader, text, language) < LONGEST
