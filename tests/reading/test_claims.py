import pytest
from marked import read_marked

from sijill.documents.document import Document
from sijill.reading.claims import find_claims
from sijill.reading.pipeline import Reader
from sijill.reading.signals import find_signals
from sijill.register.load import load_register


def claims(text, language="en"):
    return [(c.kind.value, c.text, c.scope) for c in find_claims(*read_marked(text, language))]


def test_the_clause_carries_the_comparison_and_its_limit():
    assert claims("It was the first visit by a king since 1987, she said.") == [
        ("first", "the first visit by a king since 1987", "by a king since 1987")
    ]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("هذه أول زيارة لرئيس كوري إلى الدوحة", "ar", "first"),
        ("رابع أكبر ترسانة نووية في العالم", "ar", "rank"),
        ("الدورة الرابعة عشرة للجنة", "ar", "count"),
        ("Это первый визит главы государства", "ru", "first"),
        ("завод станет самым современным в регионе", "ru", "rank"),
        ("Бұл – ең ірі жоба", "kk", "rank"),
        ("5年ぶりの訪日となった", "ja", "since"),
        ("the only plant of its kind", "en", "only"),
        ("an annual meeting", "en", "every"),
        ("The seventeenth session was short", "en", "count"),
        ("the second Rice Growers Forum", "en", "count"),
        ("Peru's longest-serving ambassador", "en", "rank"),
        ("one of only three foreigners to hold it", "en", "only"),
        ("المنتدى، وهو الرابع من نوعه", "ar", "count"),
        ("كان ثالث سفير في المدينة", "ar", "count"),
        ("العقد الأضخم في تاريخ البلاد", "ar", "rank"),
        ("لم يلتقيا سوى مرة واحدة", "ar", "only"),
    ],
)
def test_kinds_in_five_languages(text, language, kind):
    assert [c[0] for c in claims(text, language)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "On the second day of the forum it rained.",
        "The First Lady came.",
        "He was first deputy chairman.",
        "not only tea",
        "at first",
    ],
)
def test_words_that_compare_nothing(text):
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The first of two meetings took place in the morning.", "en"),
        ("وعُقد الأول من لقاءين في الصباح.", "ar"),
        ("Первая из двух встреч прошла утром.", "ru"),
        ("Екі кездесудің біріншісі таңертең өтті.", "kk"),
        ("2回の会談のうち最初の会談は午前に行われた。", "ja"),
    ],
)
def test_the_first_of_two_compares_nothing(text, language):
    assert claims(text, language) == []


def test_a_post_that_is_called_first_compares_nothing():
    told = "A letter came.\n\nThe First President of Norland sent his greetings."
    assert claims(told) == []
    for words in ("He is the first president of Norland to visit us.", "First French President!"):
        assert [kind for kind, *_ in claims(f"A letter came.\n\n{words}")] == ["first"]


def test_a_claim_knows_who_makes_it():
    from sijill.speech.quotations import find_quotations

    parts = read_marked('"It is the first of its kind here," ⟦person#e1:Bo⟧ said.', "en")
    (claim,) = find_claims(*parts, find_quotations(*parts))
    assert claim.asserted_by == "e1"


def signals(marked, language):
    from sijill.events.finder import find_events

    parts = read_marked(marked, language)
    events = find_events(*parts)
    return [(s.signal, s.text) for s in find_signals(*parts, events)]


@pytest.mark.parametrize(
    ("marked", "language", "signal"),
    [
        ("He inspected a guard of honour.", "en", "guard_of_honour"),
        ("وأطلقت المدفعية إحدى وعشرين طلقة.", "ar", "gun_salute"),
        ("У трапа самолёта гостью встретил посол.", "ru", "airport_greeter"),
        ("Шағын құрамда келіссөз жүргізілді.", "kk", "tete_a_tete"),
        ("共同声明に署名した。", "ja", "joint_statement_level"),
        ("She gave him a kris from Java.", "en", "gift"),
        ("مرفوقة بزوجها", "ar", "family_present"),
        ("The two are to talk in private.", "en", "tete_a_tete"),
        ("She will wait for the guest on the steps.", "en", "host_at_door"),
        ("وسيكون في استقبالهما الوزير.", "ar", "airport_greeter"),
        ("ثم تناولت الغداء إلى مائدته.", "ar", "meal_level"),
        ("استقبله بحضور كريمته.", "ar", "family_present"),
    ],
)
def test_details_of_protocol(marked, language, signal):
    assert signal in [s[0] for s in signals(marked, language)]


def test_an_arabic_dual_counts_itself():
    from sijill.events.finder import find_events

    marked = "ووقع ⟦person#e1:سامي⟧ و⟦person#e2:علي⟧ اتفاقين في ⟦place#p1:ليما⟧."
    (signing,) = find_events(*read_marked(marked, "ar"))
    assert signing.details["documents"] == 2
    assert "documents_signed" in [s[0] for s in signals(marked, "ar")]


def test_the_length_of_a_meeting():
    marked = "Встреча ⟦person#e1:Варги⟧ с ⟦person#e2:Кишем⟧ длилась десять минут."
    assert "meeting_length" in [s[0] for s in signals(marked, "ru")]


def test_a_format_of_long_ago_is_no_signal():
    marked = "Title\n\n⟦person#e1:Li⟧ paid a state visit to ⟦place#p1:Lima⟧ in ⟦date=1993:1993⟧."
    document, sentences, mentions, entities = read_marked(marked, "en", published="2025-03-14")
    from sijill.events.finder import find_events

    events = find_events(document, sentences, mentions, entities)
    assert find_signals(document, sentences, mentions, entities, events) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was not the first visit by a queen.", "en"),
        ("This is hardly the largest port.", "en"),
        ("لم تكن تلك الزيارة الأولى لوزير نمساوي", "ar"),
        ("ليست هذه أول زيارة لملك إلى فيينا", "ar"),
        ("Для королевы это не первый визит.", "ru"),
        ("Бұл королеваның алғашқы сапары емес.", "kk"),
        ("女王の訪問は初めてではない。", "ja"),
    ],
)
def test_what_is_not_the_first_is_neither_a_claim_nor_a_signal(text, language):
    assert claims(text, language) == []
    assert find_signals(*read_marked("Title\n\n" + text, language)) == ()


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("It is perhaps the first visit by a queen.", "en", "perhaps the first visit by a queen"),
        ("It is almost the largest port.", "en", "almost the largest port"),
        ("We were one of the first here.", "en", "one of the first here"),
        ("وربما كانت هذه أول زيارة لملكة", "ar", "ربما كانت هذه أول زيارة لملكة"),
        ("وهذه من أوائل السفارات", "ar", "من أوائل السفارات"),
        ("وتكاد تكون أول زيارة لملكة", "ar", "تكاد تكون أول زيارة لملكة"),
        ("Порт, пожалуй, крупнейший в стране.", "ru", "пожалуй, крупнейший в стране"),
        ("Это едва ли не первый визит.", "ru", "едва ли не первый визит"),
        ("Бұл, бәлкім, ең ірі порт.", "kk", "бәлкім, ең ірі порт"),
        ("おそらく、初の訪問となる。", "ja", "おそらく、初の訪問となる"),
    ],
)
def test_words_that_weaken_a_claim_stay_in_it(text, language, words):
    assert [c[1] for c in claims(text, language)] == [words]


def test_the_first_of_somebody_is_a_claim():
    assert claims("زيارة هي الأولى لرئيس بلغاري إلى كوبا", "ar") == [
        ("first", "الأولى لرئيس بلغاري إلى كوبا", "لرئيس بلغاري إلى كوبا")
    ]


@pytest.mark.parametrize(
    ("when", "one_day"), [("on 16 May 2001", True), ("from 14 to 18 May 2001", False)]
)
def test_two_meetings_within_one_visit_need_not_be_of_one_day(when, one_day):
    text = (
        "A visit\n\nThe foreign ministry, summing up the working visit of President Emomali"
        f" Rahmonov of Tajikistan {when}, notes that he met the Emperor and held talks with Prime"
        " Minister Junichiro Koizumi."
    )
    reading = Reader(load_register()).read(Document("a", text, "en", "2001-06-01"))
    found = [s.signal for s in reading.signals]
    assert "monarch_meeting" in found
    assert ("same_day_monarch_and_hog" in found) is one_day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Какой год был самым трудным?", "ru"),
        ("Ең қиын кезең қайсы еді?", "kk"),
        ("Was it the first visit by a king?", "en"),
    ],
)
def test_a_question_claims_nothing(text, language):
    assert claims(text, language) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Это вторые консультации двух министерств", "count"),
        ("отношения разрывали лишь однажды", "only"),
        ("орден – высшая государственная награда республики", "rank"),
        ("форум проходит каждые три года", "every"),
    ],
)
def test_comparisons_of_russian(text, kind):
    assert kind in {found for found, _, _ in claims(text, "ru")}


def test_a_town_is_no_gift():
    parts = read_marked("Title\n\n⟦person#e1:Ли⟧ приехал в Дар-эс-Салам.", "ru")
    assert find_signals(*parts) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("أرجأت الرئيسة إلى تشرين الثاني زيارة كانت ستقوم بها إلى بيرو.", []),
        ("وهذه ثاني زيارة يقوم بها إلى بيرو.", ["count"]),
    ],
)
def test_a_month_is_no_second_time(text, kinds):
    reading = Reader(load_register()).read(Document("t1", f"خبر\n\n{text}", "ar", "2024-06-15"))
    assert [c.kind.value for c in reading.claims] == kinds
