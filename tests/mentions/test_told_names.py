import time

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate
from sijill.mentions.echoes import find_echoes
from sijill.mentions.given_names import find_titled
from sijill.mentions.names import compare, read_name
from sijill.register.declension import all_forms


def heads(text, language):
    """Give the words that are taken for heads of state or government."""
    found = find_echoes(Document("t", text, language), split_sentences(text, language), [])
    return [text[c.start : c.end] for c in found if c.kind is MentionKind.POST]


def echoes(text, language, *names, kind=MentionKind.PERSON):
    """Give the words that are taken for people once these names are known."""
    known = [Candidate(kind, text.index(n), text.index(n) + len(n), "tagger", 0.9) for n in names]
    found = find_echoes(Document("t", text, language), split_sentences(text, language), known)
    return [text[c.start : c.end] for c in found if c.kind is MentionKind.PERSON]


@pytest.mark.parametrize(
    ("language", "text", "name", "alone"),
    [
        ("en", "Ana Dell-Rugira came. Later Dell-Rugira's aide spoke.", "Ana Dell-Rugira",
         ["Dell-Rugira"]),
        ("en", "Chao Yi-hsuan came. Later on Chao thanked them.", "Chao Yi-hsuan", ["Chao"]),
        ("ru", "Встреча с Бруно Макрегом. Макрег уехал, о Макреге забыли.", "Бруно Макрегом",
         ["Макрег", "Макреге"]),
        ("ru", "Приехал Иван Лодин. На вопрос И. Лодина ответили.", "Иван Лодин", ["И. Лодина"]),
        ("kk", "Нұрлан Шекель келді. Шекельдің сөзі жазылды.", "Нұрлан Шекель", ["Шекель"]),
        ("kk", "Самат Отарбай келді. С.Отарбайға хат берілді.", "Самат Отарбай", ["С.Отарбай"]),
        ("ja", "ロサ・ウエンチュミ氏が来た。ウエンチュミは語った。", "ロサ・ウエンチュミ",
         ["ウエンチュミ"]),
        ("ja", "深草ゆかりが来た。深草市長は語った。深草の町。", "深草ゆかり", ["深草"]),
        ("ar", "وصل نور لادور. وقال لادور إنه سعيد، وشكر للادور.", "نور لادور",
         ["لادور", "لادور"]),
    ],
)  # fmt: skip
def test_part_of_a_name_told_in_full_is_that_person(language, text, name, alone):
    assert echoes(text, language, name) == alone


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # A prize, a street; a given name that is a word; another word that begins alike.
        ("en", "They met José Marte. The José Marte Order followed.", "José Marte"),
        ("en", "Hope Banda had hope. Hope dies last.", "Hope Banda"),
        ("ja", "ロサ・マルタが来た。マルタ・ホールを見た。", "ロサ・マルタ"),
        ("kk", "Нұрлан Оспан келді. Оспанов жоқ.", "Нұрлан Оспан"),
    ],
)
def test_word_that_goes_on_or_is_common_is_nobody(language, text, name):
    assert echoes(text, language, name) == []


def test_each_name_of_a_long_list_is_looked_at_once():
    text = "Ana Rugira came. " + "Rugira, " * 4000
    start = time.process_time()
    assert echoes(text, "en", "Ana Rugira") == ["Rugira"] * 4000
    # To look through the whole list for each of its names takes ten times as long.
    assert time.process_time() - start < 1


def test_a_sentence_of_many_posts_is_looked_at_once():
    text = "President spoke, " * 4000
    posts = [Candidate(MentionKind.POST, at, at + 9, "", 0.9) for at in range(0, len(text), 17)]
    start = time.process_time()
    find_echoes(Document("t", text, "en"), split_sentences(text, "en"), posts)
    # To ask for each post whether this is a headline takes several times as long.
    assert time.process_time() - start < 1


def test_double_name_behind_a_post_is_whole():
    text = "Talks\n\nAt noon they met President Munya-Rugira in town."
    found = echoes(text, "en", "President", kind=MentionKind.POST)
    assert found == ["Munya-Rugira"]


def test_case_is_left_outside_a_kazakh_name_behind_a_post():
    text = "Кеше жүргізуші Мирбектің уәжі айтылды."
    assert echoes(text, "kk", "жүргізуші", kind=MentionKind.POST) == ["Мирбек"]


def test_forms_of_a_russian_name_are_found_from_any_of_them():
    assert {"Алиев", "Алиева", "Алиевым"} <= all_forms("Алиеву")
    assert "Алиевна" not in all_forms("Алиев")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Talks\n\nShe was received by Sir Lucas Brath at noon.", "Lucas Brath"),
        ("en", "Talks\n\nThat was told by Mr. Brath in town.", "Brath"),
        ("ja", "会見\n\n会場でロサ・ウエン氏は語った。", "ロサ・ウエン"),
    ],
)
def test_courtesy_title_vouches_for_a_name(language, text, name):
    assert echoes(text, language) == [name]


def test_speaker_of_a_house_is_no_name():
    assert echoes("Talks\n\n“That is so, Mr Speaker, I was there.”", "en") == []


def test_full_name_told_again_is_whole():
    text = "Rosa Maria Dell came. Later Rosa Maria Dell left."
    assert echoes(text, "en", "Rosa Maria Dell") == ["Rosa Maria Dell"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Встреча\n\nПочётный караул отдал Султану рапорт.", ["Султану"]),
        ("ru", "Встреча\n\nВ доме жил какой-то король из сказки.", []),
        ("en", "Talks\n\nAt noon the King spoke, and the Prime Minister listened.",
         ["King", "Prime Minister"]),
        ("en", "Talks\n\nThey walked down King Street to a king of the road.", []),
        ("kk", "Кездесу\n\nКеше Президенті келді.", []),
    ],
)  # fmt: skip
def test_head_of_state_in_capitals_stands_alone(language, text, expected):
    assert heads(text, language) == expected


def test_the_last_word_of_an_arabic_name_is_no_particle():
    assert compare(read_name("بن حاج", "ar"), read_name("أنور بن حاج", "ar")) == 0.8
    assert compare(read_name("أنور بن حاج", "ar"), read_name("أنور العبيدي", "ar")) == 0.0
    assert compare(read_name("النوري", "ar"), read_name("أنور بن حاج", "ar")) < 0.8
    assert read_name("Асанбек кызы", "ru").length == 1


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("King Orlu came. On Wednesday Orlu spoke.", "Orlu", ["Orlu"]),
        ("The boat Orlu came. On Wednesday Orlu sank.", "Orlu", []),
    ],
)
def test_one_name_behind_a_post_is_looked_for_alone(text, name, found):
    start = text.index(name)
    known = [Candidate(MentionKind.PERSON, start, start + len(name), "tagger", 0.9)]
    if text.startswith("King"):
        known.append(Candidate(MentionKind.POST, 0, 4, "tagger", 0.9))
    told = find_echoes(Document("t", text, "en"), split_sentences(text, "en"), known)
    assert [text[c.start : c.end] for c in told if c.kind is MentionKind.PERSON] == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زيارة الأمير سورال، ولي عهد النرويج، انتهت.", ["سورال"]),
        ("يلقي الأمير محاضرة في ليما، رئيس الجامعة حضرها.", []),
        ("يزور الأمير النرويج، ولي العهد فيها.", []),
        ("وصل الملك سوراند إلى مسقط.", ["سوراند"]),
        ("قال الأمير سوراند إن بلاده ترحب.", ["سوراند"]),
        ("رحب الملك بقرار من المجلس.", []),
        ("عاد الأمير سالما إلى بلاده.", []),
        ("شارك الملك ضيوفه في العشاء.", []),
        ("وصل الملك قادما من مسقط.", []),
    ],
)
def test_a_name_between_a_royal_title_and_a_post(text, names):
    found = find_titled(Document("t", text, "ar"), [])
    assert [text[c.start : c.end] for c in found] == names


@pytest.mark.parametrize(
    ("text", "names", "alone"),
    [
        ("歌手アマリカが来た。アマリカは笑った。", ["アマリカ"], ["アマリカ"]),
        ("名人馬一清、来日。馬一清さんが打つ。", ["馬一清"], ["馬一清"]),
        ("馬一清（マ・イチン）さんが来た。馬さんと馬車が並ぶ。", ["馬一清"], ["馬"]),
        ("アマリカが来た。アマリカンドリームを歌う。", ["アマリカ"], []),
        ("イリエ・トカが来た。イリエコーチは笑った。", ["イリエ・トカ"], ["イリエ"]),
    ],
)
def test_japanese_names_of_one_word_are_told_again(text, names, alone):
    assert echoes(text, "ja", *names) == alone
