from dataclasses import replace

import pytest
from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind
from sijill.languages import LANGUAGES


def lecture(source_id, who, date, words="A lecture was given at UN University."):
    text = Text(source_id, words)
    return text.event("lecture", "lecture", f"{who} un-university", date=date, place="tokyo")


def claim_of(record, source_id):
    [claim] = [c for c in record.claims if c.citations[0].source_id == source_id]
    return claim


FIRST_AR = (
    "ألقى الرئيس محاضرة في جامعة الأمم المتحدة، "
    "وهي المرة الأولى التي يخاطب فيها رئيس دولة هذه المؤسسة."
)


def first_in_arabic():
    text = Text("film", FIRST_AR, "ar", published="2025-12-25")
    text.event("lecture", "محاضرة", "tokayev un-university")
    text.mention("جامعة الأمم المتحدة", "un-university", "organisation")
    return text.claim("first", "المرة الأولى التي يخاطب فيها رئيس دولة هذه المؤسسة")


def test_one_earlier_head_of_state_contradicts_the_first():
    record = record_of(
        first_in_arabic(),
        lecture("a", "tokayev", "2025-12-19"),
        lecture("b", "pena-nieto", "2013-04-09"),
    )
    verdict = claim_of(record, "film").verdict
    assert verdict.verdict == "contradicted"
    [counter] = verdict.counter
    event = next(e for e in record.events if e.id == counter)
    assert (event.date, event.participants[0]) == ("2013-04-09", "pena-nieto")
    assert "Peña Nieto" in verdict.why["en"]
    assert "2013" in verdict.why["ar"]


def test_a_planned_lecture_is_no_counter_example():
    planned = Text("b", "Peña Nieto will give a lecture.", published="2013-04-01")
    planned.event(
        "lecture", "lecture", "pena-nieto un-university", status="planned", date="2013-04-09"
    )
    record = record_of(first_in_arabic(), lecture("a", "tokayev", "2025-12-19"), planned)
    verdict = claim_of(record, "film").verdict
    assert verdict.counter == ()
    # The reference table holds the lecture as given; it is named with its address.
    assert verdict.verdict == "contradicted"
    assert any(a.startswith("https://unu.edu/u-thant/") for a in verdict.references)


def test_the_first_of_a_region_is_another_claim_than_the_first_of_all():
    text = Text(
        "ru",
        "19 декабря 2025 года в Университете ООН выступил Токаев с лекцией."
        " Он стал первым главой государства своего региона, который выступает в этом университете.",
        "ru",
        published="2025-12-19",
    )
    text.event("lecture", "лекцией", "tokayev un-university", date="2025-12-19", place="tokyo")
    text.mention("Университете ООН", "un-university", "organisation")
    text.claim("first", "первым главой государства своего региона")
    record = record_of(text, lecture("b", "pena-nieto", "2013-04-09"))
    verdict = claim_of(record, "ru").verdict
    # Mexico is not of the region; Tajikistan's president spoke there in May 2001.
    assert verdict.counter == ()
    assert "Rahmon of Tajikistan" in verdict.why["en"]
    assert "Central Asia" in verdict.reading["en"]


def test_without_a_counter_example_the_search_is_told():
    text = Text(
        "a", "Mirziyoyev was the first president to visit Hiroshima.", published="2025-12-20"
    )
    text.event("visit", "visit", "mirziyoyev", date="2025-12-20", place="hiroshima")
    text.mention("Hiroshima", "hiroshima", "place").mention("Mirziyoyev", "mirziyoyev")
    text.claim("first", "the first president to visit Hiroshima")
    verdict = claim_of(record_of(text), "a").verdict
    assert verdict.verdict in ("not_enough", "depends")
    assert verdict.searched > 0


def test_the_first_visit_of_a_country_is_contradicted_by_an_older_one():
    text = Text(
        "a",
        "Tokayev arrived. It was called Kazakhstan's first official presidential visit to Japan.",
        published="2025-12-20",
    )
    text.event("visit", "visit", "tokayev", date="2025-12-17/2025-12-20", place="jp")
    text.mention("Kazakhstan", "kz", "place").mention("Japan", "jp", "place")
    text.claim("first", "Kazakhstan's first official presidential visit to Japan")
    older = Text("b", "Nazarbayev visited Japan in April 1994.")
    older.event("visit", "visited", "nazarbayev", date="1994-04-06/1994-04-09", place="jp")
    verdict = claim_of(record_of(text, older), "a").verdict
    assert verdict.verdict == "contradicted"
    assert [c[:16] for c in verdict.counter] == ["visit-1994-04-06"]


def test_a_list_declared_complete_supports_the_first_woman():
    text = Text(
        "a", "ويذكر الفيلم أن تاكايتشي هي أول امرأة تتولى رئاسة الوزراء في اليابان.", "ar",
        published="2025-12-25",
    )  # fmt: skip
    text.mention("اليابان", "jp", "place")
    text.claim("first", "أول امرأة تتولى رئاسة الوزراء في اليابان")
    verdict = claim_of(record_of(text), "a").verdict
    assert verdict.verdict == "supported"
    assert verdict.references


def test_same_day_receptions_are_not_rare():
    text = Text(
        "a",
        "استقبل الإمبراطور ناروهيتو ورئيسة الوزراء تاكايتشي الرئيس في يوم واحد، وهو أمر نادر.",
        "ar",
        published="2025-12-25",
    )
    text.event("audience", "استقبل", "naruhito tokayev", date="2025-12-18", place="tokyo")
    text.mention("ناروهيتو", "naruhito").mention("تاكايتشي", "takaichi")
    text.claim("rare", "أمر نادر")
    verdict = claim_of(record_of(text), "a").verdict
    assert verdict.verdict == "contradicted"
    assert "7" in verdict.why["en"]
    assert "20" in verdict.why["en"]


def test_an_honour_that_is_not_named_cannot_be_rare():
    text = Text("a", "The honour shown to him is rare even for that diplomacy.")
    text.claim("rare", "rare even for that diplomacy")
    assert claim_of(record_of(text), "a").verdict.verdict == "not_enough"


def test_fourth_largest_arsenal_depends_on_the_reading():
    text = Text("a", "отказаться от четвертого по величине ядерного арсенала в мире.", "ru")
    text.claim("rank", "четвертого по величине ядерного арсенала в мире")
    verdict = claim_of(record_of(text), "a").verdict
    assert verdict.verdict == "depends"
    assert len(verdict.references) == 2


def test_a_leader_without_a_measure_is_opinion():
    text = Text("a", "وقال إنها صارت رائدة في التحول الرقمي.", "ar")
    text.claim("rank", "رائدة في التحول الرقمي")
    assert claim_of(record_of(text), "a").verdict.verdict == "opinion"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the largest credit an Egyptian bank has given in Central Asia"),
        ("ru", "самый крупный кредит египетского банка"),
        ("ar", "أكبر قرض يقدمه بنك مصري"),
    ],
)
def test_the_largest_sum_has_a_measure_and_is_no_opinion(language, words):
    text = Text("a", f"Kishida: {words}.", language).mention("Kishida", "kishida")
    text.claim("rank", words)
    text.claims[0] = replace(text.claims[0], asserted_by="kishida")
    assert claim_of(record_of(text), "a").verdict.verdict == "not_enough"


def test_every_year_is_told_apart_from_thirty_years():
    relations = Text("b", "The two states established relations on January 26, 1992.")
    relations.event("relations_established", "established relations", "jp kz", date="1992-01-26")
    put_off = Text("c", "The summit in Kazakhstan was put off.", published="2024-08-09")
    put_off.event("summit", "summit", "jp kz", status="postponed", date="2024-08", place="kz")
    text = Text(
        "a",
        "The dialogue has grown stronger every year for more than thirty years.",
        published="2025-12-25",
    ).claim("every", "has grown stronger every year")
    verdict = claim_of(record_of(text, relations, put_off), "a").verdict
    assert verdict.verdict == "depends"
    assert [c[:14] for c in verdict.counter] == ["summit-2024-08"]
    assert "1992" in verdict.why["en"]


def test_thirty_years_are_counted_from_the_relations():
    relations = Text("b", "The two states established relations on January 26, 1992.")
    relations.event("relations_established", "established relations", "jp kz", date="1992-01-26")
    for words, verdict in (
        ("for more than 30 years", "supported"),
        ("for 40 years", "contradicted"),
    ):
        said = f"Kazakhstan and Japan have built ties {words}."
        text = Text("a", said, published="2025-12-25").claim("since", words)
        text.mention("Kazakhstan", "kz", "place").mention("Japan", "jp", "place")
        assert claim_of(record_of(text, relations), "a").verdict.verdict == verdict


def closing(after="После обретения независимости"):
    words = f"{after} Казахстан принял решение закрыть Семипалатинский полигон."
    text = Text("a", words, "ru", published="2025-12-19")
    text.event("disarmament", "закрыть", "kz", place="semipalatinsk-test-site")
    text.quotation(words[:-1], "tokayev")
    return text


def decree(date="1991-08-29"):
    text = Text("b", "Nazarbayev closed the test site.", published="2025-08-29")
    return text.event(
        "disarmament", "closed", "nazarbayev", date=date, place="semipalatinsk-test-site"
    )


def test_what_came_before_did_not_come_after():
    record = record_of(closing(), decree())
    [claim] = record.claims
    assert claim.kind.value == "order"
    assert claim.asserted_by == "tokayev"
    assert claim.verdict.verdict == "contradicted"
    assert "1991" in claim.verdict.why["ar"]


def test_what_came_after_is_supported():
    [claim] = record_of(closing(), decree("1995-05-31")).claims
    assert claim.verdict.verdict == "supported"


def test_what_is_told_to_come_before_is_held_against_the_same_dates():
    [claim] = record_of(closing("До обретения независимости"), decree()).claims
    assert claim.verdict.verdict == "supported"
    [claim] = record_of(closing("До обретения независимости"), decree("1995-05-31")).claims
    assert claim.verdict.verdict == "contradicted"


@pytest.mark.parametrize(
    "kind", ["first", "only", "rare", "rank", "record", "every", "since", "count"]
)
def test_every_kind_of_claim_gets_a_verdict_with_reasons_even_without_anything(kind):
    text = Text("a", "Something happened.").claim(kind, "Something happened")
    [claim] = record_of(text).claims
    assert claim.verdict.verdict in (
        "not_enough",
        "opinion",
        "supported",
        "contradicted",
        "depends",
    )
    # The page speaks every language, whatever the film is told in.
    assert set(claim.verdict.why) == set(claim.verdict.reading) == set(LANGUAGES)
    assert all(claim.verdict.why.values())
    assert len(set(claim.verdict.why.values())) == len(LANGUAGES)
    assert not any("{" in why for why in claim.verdict.why.values())


def test_a_wrongly_read_event_elsewhere_is_not_the_claims():
    text = Text(
        "a",
        "Takaichi spoke of a trip. It was Kazakhstan's first official presidential visit to Japan.",
        published="2025-12-20",
    )
    text.event("visit", "trip", "takaichi", date="2025-12-18", place="kz")
    text.mention("Kazakhstan", "kz", "place").mention("Japan", "jp", "place")
    text.claim("first", "first official presidential visit to Japan")
    now = Text("b", "Tokayev is in Japan.", published="2025-12-18")
    now.event("visit", "in Japan", "tokayev", date="2025-12-17/2025-12-20", place="jp")
    older = Text("c", "Nazarbayev visited Japan in April 1994.")
    older.event("visit", "visited", "nazarbayev", date="1994-04-06/1994-04-09", place="jp")
    verdict = claim_of(record_of(text, now, older), "a").verdict
    assert verdict.verdict == "contradicted"
    assert [c[:10] for c in verdict.counter] == ["visit-1994"]


def relations():
    text = Text("r", "The two states established relations on January 26, 1992.")
    return text.event("relations_established", "established relations", "jp kz", date="1992-01-26")


def test_the_age_of_something_else_is_not_that_of_the_relations():
    text = Text("a", "Токаев поздравил Университет с 50-летием.", "ru", published="2025-12-19")
    text.claim("since", "с 50-летием")
    assert claim_of(record_of(text, relations()), "a").verdict.verdict == "not_enough"


def test_another_thing_of_every_year_is_not_judged_by_the_ties():
    text = Text("a", "The festival is held every year in Almaty.", published="2025-12-19")
    text.claim("every", "held every year")
    assert claim_of(record_of(text, relations()), "a").verdict.verdict == "not_enough"


def test_a_first_meeting_of_somebody_else_is_not_contradicted_by_any_meeting():
    text = Text("a", "He proposed the first meeting of scientists in Astana.")
    text.published = "2025-12-20"
    text.event("talks", "meeting", "tokayev", status="proposed", place="astana")
    text.mention("Astana", "astana", "place")
    text.claim("first", "the first meeting of scientists in Astana")
    other = Text("b", "Kishida held talks with Tokayev in Astana.", published="2022-04-30")
    other.event("talks", "talks", "kishida tokayev", date="2022-04-29", place="astana")
    verdict = claim_of(record_of(text, other), "a").verdict
    assert (verdict.verdict, verdict.counter) == ("not_enough", ())


def test_his_first_trip_ranges_over_his_own():
    text = Text("a", "Это его первая поездка в Казахстан.", "ru", published="2025-08-26")
    text.event("visit", "поездка", "endo", date="2025-08-25", place="kz")
    text.mention("Казахстан", "kz", "place")
    text.claim("first", "первая поездка в Казахстан")
    other = Text("b", "Koizumi visited Kazakhstan in August 2006.")
    other.event("visit", "visited", "koizumi", date="2006-08", place="kz")
    verdict = claim_of(record_of(text, other), "a").verdict
    assert (verdict.verdict, verdict.counter) == ("not_enough", ())


def test_all_five_in_one_trip_is_more_than_a_visit():
    text = Text("a", "一度の旅で中央アジア5か国をすべて訪れる日本の総理は自分が初めてだ。", "ja")
    text.published = "2015-10-28"
    text.event("visit", "訪れる", "koizumi", date="2015-10-27", place="kz")
    text.mention("中央アジア", "central-asia", "place").mention("日本", "jp", "place")
    text.claim("first", "中央アジア5か国をすべて訪れる日本の総理は自分が初めてだ")
    other = Text("b", "Kishida visited Kazakhstan in August 2006.")
    other.event("visit", "visited", "kishida", date="2006-08", place="kz")
    assert claim_of(record_of(text, other), "a").verdict.verdict == "not_enough"


# -- lists that a named body declares complete ---------------------------------------------------

WOMAN = {
    "ar": "تاكايتشي أول امرأة تترأس حكومة اليابان.",
    "en": "Takaichi is the first woman to head the government of Japan.",
    "ru": "Такаити стала первой женщиной во главе правительства Японии.",
    "kk": "Такаити Жапония үкіметін басқарған тұңғыш әйел болды.",
    "ja": "高市氏は日本政府を率いる初の女性である。",
}


@pytest.mark.parametrize("language", WOMAN)
def test_the_first_woman_is_supported_by_a_list_however_her_office_is_told(language):
    words = WOMAN[language]
    text = Text("a", words, language, published="2025-12-25").claim("first", words[:-1])
    japan = next(w for w in ("اليابان", "Japan", "Японии", "Жапония", "日本") if w in words)
    text.mention(japan, "jp", "place")
    # Who is named beside her and leads another state is no candidate.
    verdict = claim_of(record_of(text), "a").verdict
    assert verdict.verdict == "supported"
    assert verdict.references == ("https://news.livedoor.com/article/detail/29869303",)


SERIES = {
    "ar": "وفي عام 2004 عُقد الاجتماع الأول لحوار «آسيا الوسطى + اليابان».",
    "en": "In 2004 she came to the first meeting of the dialogue “Central Asia + Japan”.",
    "ru": "В 2004 году она приехала на первую встречу диалога «Центральная Азия + Япония».",
    "ja": "2004年に「中央アジア＋日本」対話の第1回会合が開かれた。",
}


def dialogue(language, year="2004"):
    words = SERIES[language].replace("2004", year)
    kind = "count" if language == "ja" else "first"
    text = Text("a", words, language, published="2025-12-25").claim(kind, words[:-1])
    number = len(text.mentions) + 1
    span = text.at(year)
    text.mentions.append(
        Mention(f"m{number}", MentionKind.DATE, span.start, span.end, year, value=year)
    )
    return claim_of(record_of(text), "a").verdict


@pytest.mark.parametrize("language", SERIES)
def test_the_first_meeting_of_a_named_series_is_the_lists_first(language):
    assert dialogue(language).verdict == "supported"
    assert dialogue(language, "2006").verdict == "contradicted"


def test_the_first_meeting_of_leaders_is_not_that_of_ministers():
    words = "In 2025 the first meeting of heads of state of Central Asia + Japan took place."
    text = Text("a", words, published="2025-12-25").claim("first", words[:-1])
    assert claim_of(record_of(text), "a").verdict.verdict == "not_enough"


def since(words, date="2015-10-27", country="jp"):
    text = Text("a", words, published="2015-10-28")
    text.event("visit", "visit", "abe", date=date, place="kz")
    text.mention("Japan", country, "place").mention("Kazakhstan", "kz", "place")
    return claim_of(record_of(text.claim("first", words[:-1])), "a").verdict


@pytest.mark.parametrize(
    ("years", "verdict"), [("nine", "supported"), ("20", "contradicted"), ("three", "contradicted")]
)
def test_the_first_in_so_many_years_is_held_against_a_complete_list(years, verdict):
    words = f"It was the first visit by a prime minister of Japan to Kazakhstan in {years} years."
    found = since(words)
    assert found.verdict == verdict
    assert "2006" in found.why["en"]


def test_a_list_says_nothing_of_what_came_after_it_was_closed():
    words = "It was the first visit by a prime minister of Japan to Kazakhstan in nine years."
    assert since(words, "2024-08-10").verdict == "not_enough"


def test_the_first_to_have_great_success_depends_on_the_measure():
    words = (
        "He is the first wrestler from Kazakhstan to have great success. The press calls him the"
        " first wrestler from Kazakhstan to reach the top division."
    )
    text = Text("a", words, published="2025-12-25")
    text.claim("first", "first wrestler from Kazakhstan to have great success")
    text.claim("first", "first wrestler from Kazakhstan to reach the top division")
    vague, measured = record_of(text).claims
    assert vague.verdict.verdict == "depends"
    assert "great success" in vague.verdict.why["en"]
    assert "top division" in vague.verdict.why["ar"]
    assert measured.verdict.verdict == "not_enough"


def test_great_success_alone_is_an_opinion():
    words = "He is the first wrestler from Kazakhstan to have great success."
    text = Text("a", words).claim("first", words[:-1])
    assert claim_of(record_of(text), "a").verdict.verdict == "opinion"


def test_an_event_of_another_day_than_the_claims_sentence_is_not_its_own():
    words = (
        "On 18 December 2025 talks were held. In 2013 the first talks of presidents had been held"
        " in Tokyo."
    )
    text = Text("a", words, published="2025-12-25")
    text.event("talks", "talks", "tokayev takaichi", date="2025-12-18", place="tokyo")
    span = text.at("2013")
    text.mentions.append(Mention("d", MentionKind.DATE, span.start, span.end, "2013", value="2013"))
    text.claim("first", "first talks of presidents")
    claim = claim_of(record_of(text), "a")
    assert claim.about is None
    assert "2013" in claim.verdict.reading["en"]


def test_a_deputy_prime_minister_is_no_prime_minister():
    earlier = Text(
        "b", "Deputy Prime Minister Endo of Japan visited Uzbekistan.", published="2010-05-02"
    )
    earlier.event("visit", "visited", "endo", date="2010-05-01", place="uz")
    span = earlier.at("Deputy Prime Minister")
    earlier.mentions.append(
        Mention("p", MentionKind.POST, span.start, span.end, "Deputy Prime Minister", "endo")
    )
    words = "It was the first visit by a prime minister of Japan to Uzbekistan."
    text = Text("a", words, published="2021-03-10")
    text.event("visit", "visit", "kishida", date="2021-03-09", place="uz")
    text.mention("Japan", "jp", "place").mention("Uzbekistan", "uz", "place")
    claim = claim_of(record_of(text.claim("first", words[:-1]), earlier), "a")
    assert claim.verdict.verdict == "not_enough"
    assert "Endo" not in claim.verdict.why["en"]


def test_a_side_trip_inside_a_visit_is_no_other_visit():
    text = Text(
        "a", "It was the second visit of President Tokayev to Japan.", published="2025-12-19"
    )
    text.event("visit", "visit", "tokayev", date="2025-12-18", place="jp")
    text.claim("count", "the second visit of President Tokayev to Japan")
    earlier = Text("b", "Tokayev visited Japan. He went on to Tokyo.", published="2019-10-25")
    earlier.event("visit", "visited", "tokayev", date="2019-10-21/2019-10-24", place="jp")
    earlier.event("visit", "went on", "tokayev", date="2019-10-23", place="tokyo")
    verdict = claim_of(record_of(text, earlier), "a").verdict
    assert verdict.verdict == "not_enough"
    assert "Earlier cases on record: 1" in verdict.why["en"]
