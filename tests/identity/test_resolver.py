import itertools

import pytest
from read_by_hand import Text

from sijill.citation import holds
from sijill.identity.judgement import Verdict, judge
from sijill.identity.resolver import IDENTITIES_FORMAT, Identities, resolve
from sijill.register.load import load_register
from sijill.serial import dumps, read_json, write_json

LANGUAGES = ("ar", "en", "ru", "kk", "ja")


def identify(*texts, decisions=(), languages=LANGUAGES):
    return resolve(
        [text.reading for text in texts],
        load_register(),
        languages=languages,
        texts={text.source_id: text.text for text in texts},
        decisions=decisions,
    )


def entity(identities, key):
    by_id = {e.id: e for e in identities.entities}
    return by_id[identities.entity_by_local[key]]


ARABIC = "استقبل الإمبراطور ناروهيتو رئيس كازاخستان قاسم جومارت توكايف في القصر الإمبراطوري."
KAZAKH = "Қазақстан Президенті Қасым-Жомарт Тоқаев Жапония Императоры Нарухитомен кездесті."
JAPANESE = "カザフスタンのトカエフ大統領は18日、皇居・宮殿を訪れ、天皇陛下と会見した。"


def three_sources():
    ar = Text("01", "ar", ARABIC, "2025-12-19")
    ar.has("P", "ناروهيتو", country="JP", posts=[("الإمبراطور", "monarch", "JP", "current")])
    ar.has(
        "P",
        "قاسم جومارت توكايف",
        country="KZ",
        posts=[("رئيس كازاخستان", "head_of_state", "KZ", "current")],
    )
    kk = Text("04", "kk", KAZAKH, "2025-12-18")
    kk.has("P", "Қасым-Жомарт Тоқаев", country="KZ")
    kk.has("P", "Нарухито", country="JP")
    ja = Text("02", "ja", JAPANESE, "2025-12-18")
    ja.has("P", "トカエフ", country="JP", posts=[("大統領", "head_of_state", "JP", "current")])
    ja.post("天皇")
    return ar, kk, ja


def test_one_man_in_three_scripts_is_one_entity():
    found = identify(*three_sources())
    for key in ("01#e2", "04#e1", "02#e1"):
        assert found.entity_by_local[key] == "kassym-jomart-tokayev"
    tokayev = entity(found, "02#e1")
    spelt = {(alias.text, alias.language) for alias in tokayev.aliases}
    assert spelt == {
        ("قاسم جومارت توكايف", "ar"),
        ("Қасым-Жомарт Тоқаев", "kk"),
        ("トカエフ", "ja"),
    }
    assert tokayev.country == "KZ"
    assert tokayev.names["en"] == "Kassym-Jomart Tokayev"


def test_every_citation_of_an_entity_holds():
    texts = three_sources()
    stored = {text.source_id: text.text for text in texts}
    found = identify(*texts)
    cited = [
        c for e in found.entities for part in (*e.aliases, *e.posts) for c in part.citations
    ] + [c for judgement in found.judgements for c in judgement.evidence]
    assert cited
    assert all(holds(c, stored[c.source_id]) for c in cited)


def test_the_emperor_is_found_by_his_post_and_the_date():
    ja = Text("16", "ja", "平成20年6月19日、大統領は天皇陛下と会見した。", None)
    key = ja.post("天皇")
    ja.event("audience", ja.text, "2008-06-19")
    now = Text("17", "ja", "天皇陛下は18日、大統領と会見した。", "2025-12-18")
    later = now.post("天皇")
    found = identify(ja, now)
    assert found.entity_by_local[key] == "akihito"
    assert found.entity_by_local[later] == "naruhito"
    reasons = [j.reason for j in found.judgements if j.left == key or j.right == key]
    assert reasons == ["Akihito was monarch of JP in 2008-06-19"]


def test_the_emperor_of_2018_and_of_2020_are_two_men():
    keys = []
    texts = []
    for number, year in enumerate(("2018", "2020")):
        text = Text(f"0{number}", "en", "The president met the Emperor of Japan.", f"{year}-12-01")
        text.has("L", "Japan", country="JP", register_id="jp")
        keys.append(text.post("Emperor of Japan"))
        text.event("audience", text.text, f"{year}-12-01")
        texts.append(text)
    found = identify(*texts)
    assert [found.entity_by_local[key] for key in keys] == ["akihito", "naruhito"]


@pytest.mark.parametrize(("year", "is_one"), [("2025", True), ("1998", False)])
def test_a_post_is_evidence_when_it_is_held_at_the_same_time(year, is_one):
    one = Text("a", "en", "President Kilonzo of Kenya arrived.", "2025-03-01")
    post = ("President", "head_of_state", "KE", "current")
    one.has("P", "Kilonzo", country="KE", posts=[post])
    other = Text("b", "en", "President Mercy Wanjiru Kilonzo of Kenya left.", f"{year}-03-02")
    other.has("P", "Mercy Wanjiru Kilonzo", country="KE", posts=[post])
    found = identify(one, other).entity_by_local
    assert (found["a#e1"] == found["b#e1"]) is is_one


def test_the_prime_minister_of_april_2025_is_ishiba():
    text = Text("03", "en", "He then held talks with the prime minister of Japan.", "2025-04-16")
    text.has("L", "Japan", country="JP", register_id="jp")
    key = text.post("prime minister of Japan")
    text.event("talks", text.text, "2025-04-15")
    assert identify(text).entity_by_local[key] == "shigeru-ishiba"


def test_a_post_of_a_year_in_which_it_changed_hands_stays_open():
    text = Text("03", "ja", "天皇陛下は2019年に大統領と会見した。", None)
    key = text.post("天皇")
    text.event("audience", text.text, "2019")
    assert key not in identify(text).entity_by_local


def test_kawaguchi_and_takeguchi_are_two():
    one = Text("11", "en", "Foreign Minister Yoriko Kawaguchi of Japan spoke.", "2019-05-20")
    one.has(
        "P",
        "Yoriko Kawaguchi",
        country="JP",
        posts=[("Foreign Minister", "foreign_minister", "JP", "former")],
    )
    other = Text("24", "ar", "قال الموسيقي الياباني أكيرا تاكيغوتشي إنه تعلم العزف.", "2025-12-25")
    other.has("P", "أكيرا تاكيغوتشي", country="JP")
    third = Text("99", "ar", "التقى الوزير أكيرا كاواغوتشي ضيفه.", "2025-12-25")
    third.has("P", "أكيرا كاواغوتشي", country="JP")
    found = identify(one, other, third)
    assert len({found.entity_by_local[k] for k in ("11#e1", "24#e1", "99#e1")}) == 3


def test_strangers_to_the_register_meet_by_sound_and_post():
    en = Text("a", "en", "President Mercy Wanjiru Kilonzo of Kenya arrived.", "2025-03-01")
    en.has(
        "P",
        "Mercy Wanjiru Kilonzo",
        country="KE",
        posts=[("President", "head_of_state", "KE", "current")],
    )
    ar = Text("b", "ar", "وصلت رئيسة كينيا ميرسي وانجيرو كيلونزو إلى هلسنكي.", "2025-03-02")
    ar.has(
        "P",
        "ميرسي وانجيرو كيلونزو",
        country="KE",
        posts=[("رئيسة كينيا", "head_of_state", "KE", "current")],
    )
    ru = Text("c", "ru", "Прибыла Мерси Ванджиру Килонзо, президент Кении.", "2025-03-02")
    ru.has("P", "Мерси Ванджиру Килонзо", country="KE")
    found = identify(en, ar, ru)
    assert set(found.entity_by_local.values()) == {"mercy-wanjiru-kilonzo"}
    kilonzo = entity(found, "a#e1")
    assert kilonzo.register_id is None
    assert kilonzo.names["ar"] == "ميرسي وانجيرو كيلونزو"
    assert kilonzo.transliterated == ("kk", "ja")
    assert kilonzo.names["ja"]


def rakhmonkulov(source_id, language, name, post, year):
    text = Text(source_id, language, f"{name} met his guest.", f"{year}-03-02")
    text.has("P", name, country="KZ", posts=[(None, post, "KZ", "current")])
    return text


@pytest.mark.parametrize(
    ("post", "year", "is_one"),
    [
        ("foreign_minister", "2012", True),
        ("foreign_minister", "2016", False),
        ("member_of_parliament", "2012", False),
    ],
)
def test_nearly_one_name_in_one_seat_at_one_time_is_one_person(post, year, is_one):
    one = rakhmonkulov("a", "en", "Vusal Rakhmonkulov", post, 2012)
    other = rakhmonkulov("b", "ar", "فوسال رحمنقولوف", post, year)
    found = identify(one, other)
    assert (found.entity_by_local["a#e1"] == found.entity_by_local["b#e1"]) is is_one
    assert is_one or found.doubtful()


def test_a_family_name_that_is_hardly_heard_in_a_full_one_keeps_nobody_apart():
    post = [(None, "head_of_government", "UZ", "current")]
    one = Text("a", "en", "Prime Minister Ospangaliyev spoke.", "2005-09-24")
    one.has("P", "Ospangaliyev", country="UZ", posts=post)
    other = Text("b", "ar", "تحدث رئيس الوزراء ظفر أوسبانغالييف.", "2005-09-24")
    other.has("P", "ظفر أوسبانغالييف", country="UZ", posts=post)
    assert not [j for j in identify(one, other).judgements if j.verdict is Verdict.NEGATIVE]


def test_a_family_name_alone_joins_no_two_people_in_another_spelling():
    # Headlines that name by the family name alone would chain all who bear it to one another.
    one = Text("a", "en", "Kalle Varga of Lithuania spoke.")
    left = one.has(
        "P", "Kalle Varga", country="LT", posts=[(None, "foreign_minister", "LT", "current")]
    )
    other = Text("b", "ja", "ヴァルガ氏が来る。")
    first = other.has("P", "ヴァルガ", posts=[(None, "foreign_minister", "LT", "current")])
    third = Text("c", "ja", "バルガ氏が話す。")
    second = third.has("P", "バルガ", posts=[(None, "head_of_state", "PT", "current")])
    fourth = Text("d", "ar", "قال هنريك فارغا إن")
    right = fourth.has(
        "P", "هنريك فارغا", country="PT", posts=[(None, "head_of_state", "PT", "current")]
    )
    found = identify(one, other, third, fourth).entity_by_local
    assert found[left] == found[first]
    assert found[right] == found[second]
    assert found[left] != found[right]


def test_a_family_name_of_two_words_joins_nobody_either():
    # «Бен Хадж» is told beside a full name; a headline has it alone.
    one = Text("a", "ru", "Анвар Бен Хадж принял гостя. Бен Хадж доволен.")
    post = [(None, "head_of_government", "TN", "current")]
    left = one.has("P", "Анвар Бен Хадж", "Бен Хадж", country="TN", posts=post)
    other = Text("b", "ar", "حاج في بيروت.")
    right = other.has("P", "حاج")
    found = identify(one, other).entity_by_local
    assert found[left] != found[right]


def test_one_name_of_two_countries_is_asked():
    one = Text("a", "ru", "Посол Казахстана Ерлан Садыков выступил.", "2025-03-01")
    one.has("P", "Ерлан Садыков", country="KZ")
    other = Text("b", "ru", "Министр Киргизии Ерлан Садыков выступил.", "2025-03-01")
    other.has("P", "Ерлан Садыков", country="KG")
    found = identify(one, other)
    assert found.entity_by_local["a#e1"] != found.entity_by_local["b#e1"]
    (asked,) = found.doubtful()
    assert {asked.left, asked.right} == {"a#e1", "b#e1"}
    assert "Ерлан Садыков" in asked.reason
    assert "KZ" in asked.reason


def test_a_family_name_in_an_invented_text_is_not_the_minister():
    text = Text(
        "a", "en", "The engineer Kenji Hayashi of Japan spoke; Hayashi smiled.", "2022-02-01"
    )
    text.has("P", "Kenji Hayashi", "Hayashi", country="JP")
    assert identify(text).entity_by_local["a#e1"] == "kenji-hayashi"


def test_a_ring_name_that_one_text_explains_is_known_in_the_next():
    one = Text("20", "ar", "التقى المصارع دانا أصلان، المعروف باسم هاكوسورا.", "2025-12-18")
    one.has("P", "دانا أصلان", "هاكوسورا", country="KZ", register_id="yersin-baltagul")
    other = Text("21", "ar", "فاز هاكوسورا في البطولة.", "2026-01-18")
    other.has("P", "هاكوسورا")
    found = identify(one, other)
    assert found.entity_by_local["21#e1"] == "yersin-baltagul"


def test_an_envoy_with_the_name_of_the_president_of_his_state_is_another_man():
    paper = Text("01", "ru", "Посол Казахстана Касым-Жомарт Токаев открыл вечер.", "2022-05-22")
    paper.has(
        "P",
        "Касым-Жомарт Токаев",
        country="KZ",
        posts=[("Посол Казахстана", "ambassador", "KZ", "current")],
        register_id="kassym-jomart-tokayev",
    )
    found = identify(paper)
    assert found.entity_by_local["01#e1"] != "kassym-jomart-tokayev"
    assert [j.verdict for j in found.doubtful()] == [Verdict.UNSURE]


@pytest.mark.parametrize(("words", "time"), [("President", "1992-12"), ("former President", None)])
def test_a_president_of_a_happening_long_ago_was_president_then(words, time):
    told = f"December 1992: {words} Akmal Sobirov pays a visit to Cairo."
    paper = Text("01", "en", told, "2023-03-03")
    paper.has("P", "Akmal Sobirov", country="UZ", posts=[(words, "head_of_state", "UZ", "former")])
    paper.event("visit", told, "1992-12")
    [post] = entity(identify(paper), "01#e1").posts
    assert (post.status, post.time) == ("former", time)


def test_a_family_name_is_not_who_held_the_post_at_another_time():
    paper = Text("01", "en", "President Yuldashev arrived in Cairo.", "2019-02-05")
    paper.has(
        "P",
        "Yuldashev",
        country="UZ",
        posts=[("President", "head_of_state", "UZ", "current")],
        register_id="nigmatilla-yuldashev",
    )
    # The register knows him as acting president for six days of September 2016.
    assert identify(paper).entity_by_local["01#e1"] != "nigmatilla-yuldashev"


def test_a_monarchs_post_is_taken_off_a_president():
    text = Text("16", "ja", "大統領のナザルバエフ氏は天皇陛下と会見した。", "2008-06-19")
    text.has(
        "P",
        "ナザルバエフ",
        country="KZ",
        posts=[
            ("大統領", "head_of_state", "KZ", "current"),
            ("天皇", "monarch", "JP", "current"),
        ],
    )
    found = identify(text)
    nazarbayev = entity(found, "16#e1")
    assert nazarbayev.id == "nursultan-nazarbayev"
    assert [o.post for o in nazarbayev.posts] == ["head_of_state"]
    assert found.entity_by_local["16#m3"] == "akihito"


def two_namesakes():
    one = Text("a", "en", "Dana Aslan, a singer from Kazakhstan, performed.", "2025-01-01")
    one.has("P", "Dana Aslan", country="KZ")
    other = Text("b", "ar", "غنت دانا أصلان في الدوحة.", "2025-01-02")
    other.has("P", "دانا أصلان", country="KZ")
    return one, other


def test_a_persons_negative_judgement_stands_above_rules_and_can_be_withdrawn():
    texts = two_namesakes()
    before = identify(*texts)
    assert before.entity_by_local["a#e1"] == before.entity_by_local["b#e1"]
    apart = judge("a#e1", "b#e1", Verdict.NEGATIVE, "two singers", by="person:Mariam")
    after = identify(*texts, decisions=[apart])
    assert after.entity_by_local["a#e1"] != after.entity_by_local["b#e1"]
    assert identify(*texts) == before
    again = judge("a#e1", "b#e1", Verdict.UNSURE, "withdrawn", by="person:Mariam")
    withdrawn = identify(*texts, decisions=[apart, again])
    assert withdrawn.entity_by_local == before.entity_by_local
    assert withdrawn.entities == before.entities


def test_a_persons_positive_judgement_joins_what_rules_keep_apart():
    one = Text("a", "ar", "فاز المصارع هاكوتاكا.", "2025-01-01")
    one.has("P", "هاكوتاكا")
    other = Text("b", "en", "The wrestler Yerzhan Ospan won.", "2025-01-01")
    other.has("P", "Yerzhan Ospan", country="KZ")
    before = identify(one, other)
    ids = [before.entity_by_local[k] for k in ("a#e1", "b#e1")]
    assert len(set(ids)) == 2
    same = judge(*ids, Verdict.POSITIVE, "his ring name", by="person:Mariam")
    after = identify(one, other, decisions=[same])
    assert after.entity_by_local["a#e1"] == after.entity_by_local["b#e1"]


def test_the_order_of_readings_does_not_matter():
    texts = [*three_sources(), *two_namesakes()]
    wanted = dumps(identify(*texts))
    for order in itertools.islice(itertools.permutations(texts), 0, 120, 17):
        assert dumps(identify(*order)) == wanted


def test_identities_are_written_and_read_again(tmp_path):
    found = identify(*three_sources())
    write_json(tmp_path / "identities.json", found)
    kept = read_json(tmp_path / "identities.json", Identities, format_name=IDENTITIES_FORMAT)
    assert kept == found


def test_bodies_and_places_by_their_spelling():
    text = Text("17", "ru", "Газета «Курсив» и агентство Trend пишут о Кавасаки.", "2025-01-01")
    text.has("O", "Газета «Курсив»")
    text.has("O", "агентство Trend")
    text.has("L", "Кавасаки")
    found = identify(text)
    assert found.entity_by_local["17#e1"] == "kursiv"
    assert found.entity_by_local["17#e2"] == "trend-agency"
    assert found.entity_by_local["17#e3"] == "kawasaki"
    assert entity(found, "17#e3").latitude == pytest.approx(35.52, abs=0.1)


def test_the_palace_is_the_one_the_text_names():
    text = Text("01", "ar", "دخل القصر الإمبراطوري، وفي القصر حديقة.", "2025-12-19")
    text.has("L", "القصر الإمبراطوري", country="JP", register_id="imperial-palace-tokyo")
    start = text.text.rindex("القصر")
    text.has("L", "القصر حديقة")  # found at its second place
    text.mentions[-1] = text.mentions[-1].__class__("m9", text.mentions[-1].kind, start, start + 5,
                                                    "القصر", "e2")  # fmt: skip
    text.entities[-1] = text.entities[-1].__class__("e2", text.entities[-1].kind, "القصر")
    other = Text("20", "ar", "لم يقتصر اليوم على القصر.", "2025-12-19")
    other.has("L", "القصر")
    found = identify(text, other)
    assert found.entity_by_local["01#e2"] == "imperial-palace-tokyo"
    assert found.entity_by_local["20#e1"] != "imperial-palace-tokyo"


def test_a_family_name_read_as_a_place_is_the_person_of_the_text():
    text = Text("11", "en", "Yoriko Kawaguchi came. Later Kawaguchi said more.", "2019-05-20")
    text.has("P", "Yoriko Kawaguchi", country="JP")
    text.has("L", "Kawaguchi")
    assert identify(text).entity_by_local["11#e2"] == "yoriko-kawaguchi"


def test_russian_cases_are_spellings_of_one_name():
    text = Text("05", "ru", "Порядок в порту Актау и в Астане.", "2025-12-22")
    text.has("L", "порту Актау")
    text.has("L", "Астане")
    found = identify(text)
    assert found.entity_by_local == {"05#e1": "port-of-aktau", "05#e2": "astana"}


def test_no_readings_give_no_entities():
    found = identify()
    assert (found.entity_by_local, found.entities, found.judgements) == ({}, (), ())


#: The spellings of the example corpus that must meet, by id of the register.
ALIASES = {
    "kassym-jomart-tokayev": [
        ("en", "Kassym-Jomart Tokayev"), ("ar", "قاسم جومارت توكاييف"),
        ("ar", "قاسم جومارت توكايف"), ("ar", "قاسم جومارت توقاييف"),
        ("ar", "كاسيم جومارت توكاييف"), ("ru", "Касым-Жомарт Токаев"),
        ("kk", "Қасым-Жомарт Тоқаев"),
    ],
    "sanae-takaichi": [
        ("en", "Sanae Takaichi"), ("ar", "سناء تاكايتشي"), ("ar", "ساناي تاكايتشي"),
        ("ru", "Санаэ Такаити"), ("kk", "Санаэ Такаичи"), ("ja", "高市早苗"),
    ],
    "batyrkhan-kurmanseit": [
        ("ar", "باتيرخان كورمانسيت"), ("ar", "باتيرخان كورمانسييت"), ("kk", "Батырхан Құрмансейіт"),
    ],
    "yoriko-kawaguchi": [("en", "Yoriko Kawaguchi"), ("ar", "يوريكو كاواجوتشي")],
    "sadyr-japarov": [("en", "Sadyr Japarov"), ("ar", "صادير جباروف")],
    "emomali-rahmon": [
        ("en", "Emomali Rahmon"), ("en", "Emomali Rahmonov"), ("ar", "إمام علي رحمن"),
    ],
    "yersin-baltagul": [
        ("ar", "يرسين بالتاغول"), ("ar", "يرسين بلطاغول"), ("ar", "كينبوزان"),
    ],
    "akira-takeguchi": [("kk", "Акира Такегучи"), ("ar", "أكيرا تاكيغوتشي")],
    "nursultan-nazarbayev": [("ar", "نور سلطان نزارباييف"), ("kk", "Нұрсұлтан Назарбаев")],
    "nagasaki": [("ar", "ناغازاكي"), ("ar", "ناجازاكي"), ("ru", "Нагасаки"), ("ja", "長崎")],
}  # fmt: skip
FAMILY_NAMES = [
    ("en", "Tokaev", "head_of_state", "KZ", "2025-12-20", "kassym-jomart-tokayev"),
    ("ru", "Токаев", "head_of_state", "KZ", "2025-12-19", "kassym-jomart-tokayev"),
    ("ja", "トカエフ", "head_of_state", "KZ", "2025-12-18", "kassym-jomart-tokayev"),
    ("en", "Zhaparov", "head_of_state", "KG", "2025-12-20", "sadyr-japarov"),
    ("ja", "ナザルバエフ", "head_of_state", "KZ", "2008-06-19", "nursultan-nazarbayev"),
    ("ja", "ナザルバーエフ", "head_of_state", "KZ", "2006-08-28", "nursultan-nazarbayev"),
]


@pytest.mark.parametrize(
    ("wanted", "language", "name"),
    [(wanted, language, name) for wanted, forms in ALIASES.items() for language, name in forms],
)
def test_spellings_of_the_example_corpus_meet(wanted, language, name):
    text = Text("a", language, f"— {name} —", "2025-12-25")
    key = text.has("L" if wanted == "nagasaki" else "P", name)
    assert identify(text, languages=("en",)).entity_by_local[key] == wanted


@pytest.mark.parametrize(("language", "name", "post", "country", "date", "wanted"), FAMILY_NAMES)
def test_a_family_name_with_its_post_is_enough(language, name, post, country, date, wanted):
    text = Text("a", language, f"— {name} —", date)
    key = text.has("P", name, country=country, posts=[(None, post, country, "current")])
    assert identify(text, languages=("en",)).entity_by_local[key] == wanted


def test_a_full_name_in_kanji_is_no_family_name_alone():
    paper = Text("01", "ja", "首相の安倍晋三氏が到着した。", "2021-11-05")
    paper.has(
        "P",
        "安倍晋三",
        country="JP",
        posts=[("首相", "head_of_government", "JP", "current")],
        register_id="shinzo-abe",
    )
    assert identify(paper).entity_by_local["01#e1"] == "shinzo-abe"
