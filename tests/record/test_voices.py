from dataclasses import replace

import pytest
from five_languages import collection
from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind
from sijill.record.items import SourceNote
from sijill.record.voices import voices_of
from sijill.reuse.outlets import agency_of, country_of, outlet_at, outlet_of
from sijill.reuse.shingles import containment, shingles

AGENCY = {
    "ar": "استقبل الإمبراطور ناروهيتو الرئيس توكاييف في القصر الإمبراطوري قبل ظهر الخميس. واستمر"
    " الحديث عشرين دقيقة ودار حول المياه وبحر قزوين. ثم أقيمت مأدبة غداء حضرها ولي العهد.",
    "en": "The Emperor received President Tokayev at the Imperial Palace before noon on Thursday."
    " The talk lasted twenty minutes and turned to water and the Caspian Sea. A luncheon with the"
    " Crown Prince followed.",
    "ru": "Император принял президента Токаева в Императорском дворце в четверг до полудня. Беседа"
    " длилась двадцать минут, говорили о воде и о Каспийском море. Затем был дан обед с участием"
    " наследного принца.",
    "kk": "Император Президент Тоқаевты бейсенбіде түске дейін Император сарайында қабылдады. Әңгіме"
    " жиырма минутқа созылып, су мен Каспий теңізі туралы болды. Содан кейін мұрагер ханзада"
    " қатысқан түскі ас берілді.",
    "ja": "天皇陛下は木曜日の午前、皇居でトカエフ大統領と会見された。会見は二十分間続き、水とカスピ海が"
    "話題になった。その後、皇太子も出席して昼食会が開かれた。",
}
#: The same event in another reporter's words.
OWN = {
    "ar": "دامت جلسة القصر ثلث ساعة وتحدث فيها الضيف والمضيف عن الماء. ودخل توكاييف القصر صباحا،"
    " وتناول الغداء مع العاهل وشقيقه.",
    "en": "Water was what guest and host spoke about for a third of an hour. Tokayev had come to the"
    " palace in the morning and stayed for lunch with the monarch and his brother.",
    "ru": "О воде хозяин и гость говорили треть часа. Токаев приехал во дворец утром и остался на"
    " обед с монархом и его братом.",
    "kk": "Қонақ пен ел иесі жиырма минут бойы су жайында сөйлесті. Тоқаев сарайға таңертең келіп,"
    " патшамен және оның інісімен бірге түстенді.",
    "ja": "客と主人は水を語り合った。トカエフ氏は朝に宮殿を訪れ、君主とその弟とともに昼の食事をとった。",
}


def note(source_id, language="en", outlet=None, url=None, published="2025-12-19"):
    return SourceNote(source_id, source_id, "", language, outlet, published, url, None, 0)


def voices(*texts, **outlets):
    return voices_of(
        [t.reading() for t in texts],
        {t.source_id: t.text for t in texts},
        [note(t.source_id, t.language, **outlets.get(t.source_id, {})) for t in texts],
    )


def groups(found):
    return [v.sources for v in found]


@pytest.mark.parametrize("language", AGENCY)
def test_copies_are_one_voice_and_another_reporters_words_are_another(language):
    text = AGENCY[language]
    first, second, *rest = text.replace("。", "。|").replace(". ", ". |").split("|")
    texts = [
        Text("a", "Headline\n" + text, language, "2025-12-18"),
        Text("b", "Another headline\n" + first + second, language, "2025-12-19"),
        Text("c", "".join([*rest, "\n", second, "\n", first]), language, "2025-12-19"),
        Text("d", OWN[language], language, "2025-12-19"),
    ]
    found = voices(*texts)
    assert groups(found) == [("a", "b", "c"), ("d",)]
    assert "%" in found[0].reason["en"]
    assert found[1].reason == {}


def test_what_is_quoted_makes_no_copy():
    words = "“We have decided to open four new air routes and to lift visas for all citizens”"
    one = Text("a", f"{words}, the minister said in Astana after the talks were over on Friday.")
    two = Text("b", f"At a late briefing in Tokyo reporters were told this: {words}. Nobody asked.")
    for text in (one, two):
        text.quotation(words.strip("“”"), "kishida", "direct")
    assert groups(voices(one, two)) == [("a",), ("b",)]


def test_translations_are_one_voice():
    readings, texts, who = collection()
    notes = [note(r.source_id, r.language) for r in readings]
    found = voices_of(readings, texts, notes, who)
    assert [len(v.sources) for v in found] == [5, 5]
    assert "versions" in found[0].reason["en"]


def test_a_text_put_together_from_two_makes_no_one_voice_of_them():
    one, two = (
        AGENCY["en"],
        OWN["en"] + " The Caspian has lost two metres since 1995, he told them.",
    )
    texts = [
        Text("a", one, published="2025-12-18"),
        Text("b", two, published="2025-12-18"),
        Text("c", one + "\n" + two, published="2025-12-20"),
    ]
    assert sorted(len(v.sources) for v in voices(*texts)) == [1, 2]


def test_what_two_texts_were_cut_from_makes_one_voice_of_them():
    one, two = (
        AGENCY["en"],
        OWN["en"] + " The Caspian has lost two metres since 1995, he told them.",
    )
    texts = [
        Text("a", one, published="2025-12-20"),
        Text("b", two, published="2025-12-20"),
        Text("c", one + "\n" + two, published="2025-12-18"),
    ]
    assert groups(voices(*texts)) == [("a", "b", "c")]


def test_sides_are_the_countries_of_the_outlets():
    texts = [Text(name, AGENCY["en"], published="2025-12-18") for name in "abc"]
    [voice] = voices(
        *texts,
        a={"outlet": "Kyodo News"},
        b={"url": "https://kaz.inform.kz/news/1"},
        c={"outlet": "Some paper", "url": "https://example.com/1"},
    )
    assert voice.sides == ("JP", "KZ")


def test_values_are_counted_by_voices():
    copied = "The audience with the Emperor lasted 25 minutes, officials at the Palace said later."
    texts = []
    for name, words, minutes in (
        ("a", copied, 25),
        ("b", copied, 25),
        ("c", copied, 25),
        ("d", "According to the court the Emperor's audience took 15 minutes in all.", 15),
        (
            "e",
            "Fifteen minutes, no more, went by before the guest left the Emperor's audience.",
            15,
        ),
    ):
        text = Text(name, words, published="2019-05-28")
        text.event("audience", "audience", "naruhito japarov", date="2019-05-27", minutes=minutes)
        texts.append(text)
    record = record_of(*texts)
    [audience] = record.events
    assert audience.details["minutes"] == 15
    assert audience.voices == 3
    assert audience.disputed == ("minutes",)
    assert len(record.voices) == 3


def test_a_quotation_in_two_papers_is_carried_by_two_voices():
    words = "Water knows no borders and no state can save the Caspian alone"
    texts = []
    for name, around in (
        ("a", "“{}”, Tokayev told the Emperor when they met."),
        ("b", "Tokayev spoke of the sea at lunch: “{}”. The host agreed with every word."),
        ("c", "“I thank you for the welcome”, Tokayev said."),
    ):
        text = Text(name, around.format(words), published="2025-12-19")
        said = words if words in text.text else "I thank you for the welcome"
        texts.append(text.quotation(said, "tokayev", "direct"))
    counted = {s.citations[0].source_id: s.voices for s in record_of(*texts).statements}
    assert counted == {"a": 2, "b": 2, "c": 1}


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "Headline\nDUBAI (Reuters) – The King", "reuters"),
        ("en", "Headline\nABU DHABI, 3rd March, 2025 (WAM) -- The King", "wam"),
        ("ar", "عنوان\nأبوظبي في 3 مارس / وام / استقبل الملك", "wam"),
        ("ar", "عنوان\nالرياض (واس) – استقبل الملك", "spa"),
        ("ru", "Заголовок\nМОСКВА, 3 марта. /ТАСС/. Президент", "tass"),
        ("ru", "Заголовок\nАСТАНА. КАЗИНФОРМ – Президент", "kazinform"),
        ("kk", "Тақырып\nАСТАНА. ҚазАқпарат – Бүгін", "kazinform"),
        ("ja", "見出し\n【東京=共同】首相は", "kyodo"),
        ("ja", "見出し\n【北京時事】首相は", "jiji-press"),
        ("en", "Headline\nThe president (72) – said", None),
        ("en", "Headline\nReuters was told that the talks were off.", None),
    ],
)
def test_the_agency_is_read_from_the_dateline(language, text, agency):
    assert agency_of(text, language) == agency


def test_outlets_are_known_by_name_address_and_national_ending():
    assert outlet_of("Казинформ") == outlet_of("وكالة كازينفورم") == "kazinform"
    assert outlet_at("https://kaz.inform.kz/news/1") == "kazinform"
    assert country_of("NHK") == "JP"
    assert country_of(None, "https://www.gov.uk/x") == "GB"
    assert country_of("Some paper") is None


def test_shingles_are_the_same_in_every_run():
    one = shingles(AGENCY["en"], "en")
    assert min(one) == min(shingles("HEADLINE\n" + AGENCY["en"].upper(), "en") & one)
    assert containment(one, one) == 1.0
    assert containment(frozenset([1]), frozenset([1])) == 0.0


def test_two_reports_signed_by_one_agency_need_less_in_common():
    words = AGENCY["en"].split(". ")
    more = " Officials spoke of a warm mood in the hall, of gifts, of a garden and of old maps."
    more += " The press waited outside for an hour and saw two cars drive off to the west."
    texts = [
        Text(
            "a", "News\nTOKYO (Kyodo) – " + AGENCY["en"] + " " + OWN["en"], published="2025-12-19"
        ),
        Text("b", "News\nTOKYO (Kyodo) – " + words[0] + "." + more, published="2025-12-19"),
    ]
    [voice] = voices(*texts)
    assert "Kyodo" in voice.reason["en"]
    unsigned = [replace(t, text=t.text.replace("(Kyodo) ", "")) for t in texts]
    assert groups(voices(*unsigned)) == [("a",), ("b",)]


def test_a_source_without_a_text_is_a_voice_of_its_own():
    assert groups(voices(Text("a", ""), Text("b", AGENCY["en"]))) == [("a",), ("b",)]


RELEASES = {
    "en": "The President of the country held a telephone conversation with {} on {}. The sides"
    " discussed the state of ties and prospects of cooperation in trade, transport and culture.",
    "ru": "Состоялся телефонный разговор Президента страны, собеседник {}, день {}. Стороны обсудили"
    " состояние и перспективы сотрудничества в торговле, на транспорте и в культуре.",
    "ja": "大統領は{}と電話会談を行った。日付は{}。双方は両国関係の現状と貿易、運輸、文化における協力の"
    "見通しについて意見を交わした。",
}


def release(source_id, language, name, entity, day, published):
    text = Text(source_id, RELEASES[language].format(name, day), language, published)
    text.mention(name, entity)
    span = text.at(day)
    text.mentions.append(
        Mention("d", MentionKind.DATE, span.start, span.end, day, value=f"2025-{published[5:]}")
    )
    return text


@pytest.mark.parametrize("language", RELEASES)
def test_the_formulas_of_a_ministry_make_no_copies(language):
    """Of months apart, and of one week but of other people and days."""
    far = [
        release("a", language, "Tokayev", "tokayev", "3 March", "2025-03-03"),
        release("b", language, "Tokayev", "tokayev", "9 May", "2025-05-09"),
    ]
    assert len(voices(*far)) == 2
    near = [
        release("a", language, "Tokayev", "tokayev", "3 March", "2025-03-03"),
        release("b", language, "Japarov", "japarov", "4 March", "2025-03-04"),
    ]
    assert len(voices(*near)) == 2
    same = [
        release("a", language, "Tokayev", "tokayev", "3 March", "2025-03-03"),
        replace(
            release("b", language, "Tokayev", "tokayev", "3 March", "2025-03-03"),
            published="2025-03-04",
        ),
    ]
    assert len(voices(*same)) == 1
