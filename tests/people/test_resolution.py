"""Who is who inside one text: names, posts beside them, and posts that stand alone."""

import re

import pytest

from sijill.documents.document import Document, Entity, Mention, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.people.resolution import resolve
from sijill.register.entries import Register, RegisterEntry

KINDS = {"P": MentionKind.PERSON, "T": MentionKind.POST, "O": MentionKind.ORGANISATION, "D": MentionKind.DATE,
         "L": MentionKind.PLACE}  # fmt: skip
STATES = {
    "jp": ("JP", {"en": "Japan", "ar": "اليابان", "ja": "日本", "ru": "Японии"}),
    "kz": ("KZ", {"en": "Kazakhstan", "ar": "كازاخستان", "ja": "カザフスタン", "ru": "Казахстана"}),
    "no": ("NO", {"en": "Norway"}),
    "fi": ("FI", {"en": "Finland"}),
    "kg": ("KG", {"en": "Kyrgyzstan"}),
    "fj": ("FJ", {"ja": "フィジー"}),
    "th": ("TH", {"ja": "タイ"}),
}
REGISTER = Register(
    {
        i: RegisterEntry(i, "place", country, {k: (v,) for k, v in names.items()})
        for i, (country, names) in STATES.items()
    }
)


def year(words: str) -> str | None:
    """Give the year that the words of a date end with, as the value of the date."""
    return words[-4:] if words[-4:].isdigit() else None


def read(marked: str, language: str) -> tuple[dict[str, list[str]], dict[str, Entity]]:
    """Read a text marked as «{T:president of {L:Norway}} {P:Aas}»; give names by person."""
    text, mentions, open_marks = "", [], []
    for part in re.split(r"(\{[PTOLD]:|\})", marked):
        if part == "}":
            kind, start = open_marks.pop()
            mentions.append((kind, start, len(text)))
        elif part.startswith("{"):
            open_marks.append((KINDS[part[1]], len(text)))
        else:
            text += part
    ids = {name: i for i, (_, names) in STATES.items() for name in names.values()}
    found = [
        Mention(f"m{n}", kind, a, b, text[a:b], value=ids.get(text[a:b]) or year(text[a:b]))
        for n, (kind, a, b) in enumerate(sorted(mentions, key=lambda m: (m[1], -m[2])))
    ]
    document = Document("s", text, language, "2025-02-11")
    marked_mentions, entities = resolve(
        document, split_sentences(text, language), found, register=REGISTER
    )
    by_id = {e.id: e for e in entities}
    people: dict[str, list[str]] = {}
    for m in marked_mentions:
        if m.entity and by_id[m.entity].kind is MentionKind.PERSON:
            people.setdefault(by_id[m.entity].name, []).append(m.text)
    return people, {e.name: e for e in entities}


def posts(entity: Entity) -> list[tuple[str, str | None, str]]:
    return [(p.post, p.body, p.status) for p in entity.posts]


def test_short_name_and_bare_post_go_to_the_person_told_before() -> None:
    people, by_name = read(
        "{T:Prime Minister of {L:Norway}} {P:Solveig Aas} arrived. {P:Aas} spoke."
        " The {T:prime minister} left.",
        "en",
    )
    assert people == {
        "Solveig Aas": ["Prime Minister of Norway", "Solveig Aas", "Aas", "prime minister"]
    }
    assert posts(by_name["Solveig Aas"]) == [("head_of_government", "NO", "current")]


def test_of_two_people_with_one_family_name_the_post_decides() -> None:
    people, _ = read(
        "{T:President} {P:Aaro Lehto} and his spouse, {T:Professor} {P:Outi Lehto}, came."
        " {T:President} {P:Lehto} spoke.",
        "en",
    )
    assert people["Aaro Lehto"] == ["President", "Aaro Lehto", "President", "Lehto"]
    assert people["Outi Lehto"] == ["Professor", "Outi Lehto"]


def test_former_minister_in_apposition_and_two_spellings_in_arabic() -> None:
    people, by_name = read(
        "شارك {T:وزير الخارجية آنذاك}، {P:قاسم جومارت توكاييف}، في اللقاء."
        " ثم وصل {P:كاسيم جومارت توكايف} إلى {L:اليابان}.",
        "ar",
    )
    (names,) = people.values()
    assert len(names) == 3
    assert [p[0::2] for p in posts(by_name[next(iter(people))])] == [("foreign_minister", "former")]


def test_similar_family_names_stay_two_people() -> None:
    people, _ = read(
        "حضرت {P:يوريكو كاواغوتشي} و{P:أكيرا تاكيغوتشي}، ثم قال {P:أكيرا تاكيجوتشي}.", "ar"
    )
    assert sorted(len(v) for v in people.values()) == [1, 2]


def test_emperor_and_prime_minister_are_two_people() -> None:
    people, _ = read("استقبله {T:الإمبراطور} و{T:رئيس الوزراء} {P:كينجي هاياشي}.", "ar")
    assert people == {"كينجي هاياشي": ["رئيس الوزراء", "كينجي هاياشي"]}


def test_feminine_post_does_not_name_a_man() -> None:
    people, _ = read(
        "التقت {T:وزيرة التجارة} {P:ماريا نونيس} {T:وزير الثقافة} {P:الياس نور}."
        " وأضافت {T:الوزيرة} ذلك.",
        "ar",
    )
    assert "الوزيرة" in people["ماريا نونيس"]


def test_behind_a_verb_of_meeting_two_posts_in_a_row_are_host_and_guest() -> None:
    people, _ = read("والتقى {T:الرئيس} {T:رئيس {O:شركة نور}} {P:كريم سالم}.", "ar")
    assert people == {"كريم سالم": ["رئيس شركة نور", "كريم سالم"]}


def test_two_posts_in_a_row_share_their_holder() -> None:
    people, by_name = read(
        "{L:カザフスタン}の{T:副首相}兼{T:外務大臣}{P:イブライモフ}氏が訪れた。{T:副首相}は語った。",
        "ja",
    )
    assert people == {"イブライモフ": ["副首相", "外務大臣", "イブライモフ", "副首相"]}
    assert {p[0] for p in posts(by_name["イブライモフ"])} == {
        "deputy_head_government",
        "foreign_minister",
    }


def test_counterpart_has_the_same_post_for_another_country() -> None:
    _, by_name = read(
        "{T:Foreign Minister of {L:Norway}} {P:Jonas Berg} met {T:his Finnish counterpart},"
        " {P:Sanna Koski}.",
        "en",
    )
    assert posts(by_name["Sanna Koski"]) == [("foreign_minister", "FI", "current")]


def test_initial_and_case_ending_fit_the_full_name_in_russian() -> None:
    people, _ = read(
        "{P:Азамат Токтогулов} прибыл. {P:А. Токтогулов} сказал. С {P:Токтогуловым} был посол.",
        "ru",
    )
    assert people == {"Азамат Токтогулов": ["Азамат Токтогулов", "А. Токтогулов", "Токтогуловым"]}


def test_alias_told_in_the_text_is_the_same_person() -> None:
    people, _ = read("力士の{P:白鷹}(本名{P:エルジャン・オスパン})が会った。", "ja")
    assert [sorted(v) for v in people.values()] == [["エルジャン・オスパン", "白鷹"]]


def test_nobody_named_leaves_the_post_without_holder() -> None:
    people, _ = read("{T:Президент {L:Казахстана}} выступил.", "ru")
    assert people == {}


def test_no_mentions_no_entities() -> None:
    assert resolve(Document("s", "", "en"), (), (), register=REGISTER) == ((), ())


def test_where_nothing_is_told_names_and_the_form_of_state_tell_whose_minister_it_is() -> None:
    _, by_name = read(
        "{T:President} {P:Sakari Virtanen} of {L:Finland} received {T:Foreign Minister}"
        " {P:Nurlan Serikbayev} of {L:Kazakhstan}. {T:Trade Minister} {P:Päivi Korhonen} and"
        " {T:Energy Minister} {P:Yerbol Zhaksybekov} signed.",
        "en",
    )
    assert posts(by_name["Päivi Korhonen"]) == [("minister", "FI", "current")]
    assert posts(by_name["Yerbol Zhaksybekov"]) == [("minister", "KZ", "current")]


def test_kingdom_has_no_president_and_republic_no_king() -> None:
    people, by_name = read(
        "{T:King of {L:Norway}} in {L:Astana}\n\nThe {T:King}, {P:Haakon}, met"
        " {T:President} {P:Aslan} of {L:Kazakhstan}.",
        "en",
    )
    assert people["Haakon"] == ["King of Norway", "King", "Haakon"]
    assert posts(by_name["Haakon"]) == [("monarch", "NO", "current")]


def test_and_parts_a_post_from_a_name() -> None:
    for text, language in (
        ("{T:President} {P:Aas} and the {T:king} spoke.", "en"),
        ("{T:Президент} {P:Оос} и {T:король} беседовали.", "ru"),
        ("تحدث {T:الرئيس} {P:كارلسن} و{T:الملك}.", "ar"),
        ("{T:Президент} {P:Асан} мен {T:король} сөйлесті.", "kk"),
        ("{P:桐生}{T:大統領}と{T:国王}が話した。", "ja"),
    ):
        people, _ = read(text, language)
        assert [len(found) for found in people.values()] == [2], (language, people)


def test_post_has_the_organisation_beside_it_and_a_profession_the_country_of_its_person() -> None:
    for text, name, language in (
        ("{O:Aas Fund} {T:spokesman} {P:Jon Moe} spoke.", "Jon Moe", "en"),
        ("Сообщил {T:пресс-секретарь} {P:Ион Мо} из {O:«Фонда Оос»}.", "Ион Мо", "ru"),
        ("قال {T:المتحدث} {P:عادل سليم} في {O:مؤسسة النور}.", "عادل سليم", "ar"),
        ("{O:«Нұр» қоры}ның {T:баспасөз хатшысы} {P:Асан Үсен} айтты.", "Асан Үсен", "kk"),
        ("{O:桐生財団}の{P:森弘}{T:報道官}が述べた。", "森弘", "ja"),
    ):
        _, by_name = read(text, language)
        held = by_name[name].posts[0]
        assert held.body in {e.id for e in by_name.values() if e.kind is MentionKind.ORGANISATION}
    _, by_name = read("{T:Historian} {P:Solveig Aas} of {L:Norway} spoke.", "en")
    assert posts(by_name["Solveig Aas"]) == [("expert", "NO", "current")]


def test_year_behind_a_post_tells_that_it_is_over() -> None:
    _, by_name = read(
        "{P:Jon Moe}, {T:foreign minister of {L:Norway}} in {D:2012}, met {T:minister} {P:Li An}.",
        "en",
    )
    assert posts(by_name["Jon Moe"]) == [("foreign_minister", "NO", "former")]


def test_guest_is_a_woman_where_the_word_says_so() -> None:
    people, _ = read(
        "{P:Пекка Аалто} и {P:Лиза Берг} приехали из {L:Казахстана}.\n\n"
        "{P:Аалто} заявил, что доволен. Выступила {P:Берг}. {P:Аалто} уехал.\n\n"
        "Потом {P:гостья} посетила завод, а {P:гость} отдыхал.",
        "ru",
    )
    assert "гостья" in people["Лиза Берг"]
    assert "гость" in people["Пекка Аалто"]
    people, _ = read(
        "وصل {P:كمال نادر} إلى المدينة، وقالت {P:ليلى منصور} إنها سعيدة.\n\n"
        "وصرح {P:نادر} للصحافة مرتين.\n\nثم زارت {P:الضيفة} المتحف.",
        "ar",
    )
    assert "الضيفة" in people["ليلى منصور"]


def test_guest_is_whom_the_text_is_about_and_not_whom_it_named_last() -> None:
    people, _ = read(
        "{P:Aino Virtanen} visits\n\n{P:Aino Virtanen} of {L:Finland} came on Monday.\n\n"
        "{P:Virtanen} toured a plant, shown round by {P:Erik Lie}.\n\nThe {P:guest} then left.",
        "en",
    )
    assert people["Aino Virtanen"][-1] == "guest"


def test_guest_is_the_highest_of_those_from_abroad() -> None:
    people, _ = read(
        "{L:Kazakhstan}: {T:President of {L:Finland}} {P:Aino Virtanen} came with {T:Foreign Minister}"
        " {P:Päivi Korhonen}. {T:President} {P:Aslan Serikov} of {L:Kazakhstan} received the"
        " {P:guest}.",
        "en",
    )
    assert people["Aino Virtanen"][-1] == "guest"


def test_predecessor_held_the_post_before() -> None:
    for text, name, language in (
        ("{T:President of {L:Finland}} {P:Aino Aho} and {T:her predecessor} {P:Ulla Moe}.",
         "Ulla Moe", "en"),
        ("{T:Президент {L:Казахстана}} {P:Асан Аков} и {T:его предшественник} {P:Ян Ли}.",
         "Ян Ли", "ru"),
        ("{T:رئيس {L:كازاخستان}} {P:أصلان سريك} و{T:سلفه} {P:نورلان عمر}.", "نورلان عمر", "ar"),
    ):  # fmt: skip
        _, by_name = read(text, language)
        assert [(p.post, p.status) for p in by_name[name].posts] == [("head_of_state", "former")]


def test_words_in_brackets_do_not_part_a_post_from_its_name() -> None:
    people, _ = read("Сказал {T:посол {L:Японии}} (по совместительству) {P:Кэн Мори}.", "ru")
    assert people == {"Кэн Мори": ["посол Японии", "Кэн Мори"]}


def test_nobody_is_president_and_prime_minister_at_once() -> None:
    people, _ = read(
        "وصل {T:رئيس وزراء {L:كازاخستان}} {P:أصلان سريك}. استقبل {T:رئيس الجمهورية} {P:سريك}.", "ar"
    )
    assert people["أصلان سريك"] == ["رئيس وزراء كازاخستان", "أصلان سريك", "سريك"]


def test_interview_tells_who_the_headline_quotes() -> None:
    people, _ = read(
        "{P:Асан Үсен}: жол алыс емес\n\n{T:{L:Қазақстан}ның елшісі} сұрақтарға жауап берді.", "kk"
    )
    assert people == {"Асан Үсен": ["Асан Үсен", "Қазақстанның елшісі"]}


def test_in_japanese_a_count_of_visits_speaks_of_any_holder() -> None:
    people, _ = read(
        "会談\n\n{T:{L:カザフスタン}大統領}の{P:アスラン}氏が来た。\n\n{P:アスラン}氏が話した。\n\n"
        "{T:{L:カザフスタン}大統領}の来訪は2012年以来となる。",
        "ja",
    )
    assert people == {"アスラン": ["カザフスタン大統領", "アスラン", "アスラン"]}


def test_profession_told_alone_is_of_whoever_was_told_last_without_a_post() -> None:
    people, _ = read("{P:Tofi Sefo} drew a wave. “First the school,” the {T:tattooist} said.", "en")
    assert people == {"Tofi Sefo": ["Tofi Sefo", "tattooist"]}


def test_age_and_foreign_courtesies_do_not_part_a_post_from_its_name() -> None:
    for text, name in (
        ("{P:Jon Moe}, 61, was {T:governor of {L:Norway}}.", "Jon Moe"),
        ("The {T:Sultan}, Alhaji {P:Bello Dange}, came.", "Bello Dange"),
    ):
        people, _ = read(text, "en")
        assert len(people[name]) == 2


def test_name_in_brackets_is_how_it_is_read_or_spelt() -> None:
    for text in (
        "{P:皮鉄洙}（{P:ピ・チョルス}）氏が述べた。",
        "{P:カシム・アスラン}{T:外務大臣}(H.E. Mr. {P:Kassym ASLAN})が来た。",
    ):
        people, _ = read(text, "ja")
        assert len(people) == 1


def test_japanese_post_goes_to_who_is_named_for_it() -> None:
    for text in (
        "{T:大使}に{P:森弘}氏を起用した。{P:林学}{T:大使}は離任した。",
        "{T:会長}には{P:森弘}さんが就く。",
        "{T:支局長}に就いた{P:森弘}さんが話した。",
    ):
        people, _ = read(text, "ja")
        assert len(people["森弘"]) == 2
    people, _ = read("{P:林学}{T:大統領}が来た。{T:大統領}に{P:森弘}氏は書簡を渡した。", "ja")
    assert people["森弘"] == ["森弘"]


def test_arabic_name_written_together_and_apart_is_one_and_so_is_one_with_marks() -> None:
    people, _ = read("وصل {P:إمداد مرادزاده}. وقال {P:مراد زاده} إن {P:سيدي ولد اجّيد} حضر.", "ar")
    assert people["إمداد مرادزاده"] == ["إمداد مرادزاده", "مراد زاده"]
    people, _ = read("كشف {P:سيدي ولد اجّيد}. وقال {P:ولد اجيد} ذلك.", "ar")
    assert len(people) == 1


def test_alias_of_somebody_else_is_none() -> None:
    people, _ = read("أفاد {P:أليخاندرو غيرتس} بأن المتهم، واسمه {P:دريك هوف}، فر.", "ar")
    assert len(people) == 2
    people, _ = read("كرم {P:نورجان علي}، المعروف في حلبة السومو باسم {P:هاكوسورا}.", "ar")
    assert len(people) == 1


def test_russian_name_is_given_in_the_nominative() -> None:
    _, by_name = read(
        "Встреча с {P:Фаридом Алиевым}. {P:Фарид Алиев} и {P:Фарида Алиева} ждали.", "ru"
    )
    assert "Фарид Алиев" in by_name
    _, by_name = read("Встреча с {P:Хеленой Руоханен}. Приехала {P:Хелена Руоханен}.", "ru")
    assert "Хелена Руоханен" in by_name


@pytest.mark.parametrize(
    ("language", "marked", "name", "post"),
    [
        ("en", "{P:Ana Lodin} has been appointed {T:ambassador}. {P:Bo Rugen} left.",
         "Ana Lodin", "ambassador"),
        ("en", "{P:Ana Lodin}, who was previously {T:minister}, met {P:Bo Rugen}.",
         "Ana Lodin", "minister"),
        ("en", "It was built by a {T:Dutch engineer} called {P:Bo Rugen}.",
         "Bo Rugen", "Dutch engineer"),
        ("ru", "{P:Иван Лодин} с тех пор работает. {P:Анна Берг} станет {T:послом}.",
         "Анна Берг", "послом"),
        ("ru", "{P:Иван Лодин}, {T:министр обороны} {T:генерал} {P:Пётр Берг} пришли.",
         "Пётр Берг", "министр обороны"),
        ("ar", "وقال {P:سالم ديغبا}، وهو {T:كولونيل}، إن {P:كمال نادر} حضر.",
         "سالم ديغبا", "كولونيل"),
        ("ar", "التقى {P:كمال نادر} مع {T:رئيس الشركة} السويسري {P:أورس ماكيش}.",
         "أورس ماكيش", "رئيس الشركة"),
        ("kk", "{T:Бас консул} қызметіне {P:Дәмір Қожағұл} тағайындалды.",
         "Дәмір Қожағұл", "Бас консул"),
    ],
)  # fmt: skip
def test_what_somebody_becomes_or_was_is_that_ones_post(
    language: str, marked: str, name: str, post: str
) -> None:
    assert post in read(marked, language)[0][name]


def test_who_names_somebody_does_not_become_it() -> None:
    people, _ = read("{T:Minister} appointed {P:Ana Lodin}.", "en")
    assert people["Ana Lodin"] == ["Ana Lodin"]


def test_crown_prince_may_be_prime_minister_and_a_president_not() -> None:
    people, _ = read("قال {P:تركي بن مشعل}، {T:ولي العهد} {T:رئيس مجلس الوزراء}، ذلك.", "ar")
    assert people["تركي بن مشعل"][1:] == ["ولي العهد", "رئيس مجلس الوزراء"]
    people, _ = read("قال {P:تركي بن مشعل}، {T:رئيس الجمهورية} {T:رئيس مجلس الوزراء}، ذلك.", "ar")
    assert len(people["تركي بن مشعل"]) == 2


def test_post_alone_is_whom_the_text_is_about_rather_than_whom_it_named_last() -> None:
    people, _ = read(
        "{T:Minister} {P:Ana Lodin} visits\n\n"
        "{T:Minister} {P:Ana Lodin} came on Monday. {P:Lodin} toured a plant.\n\n"
        "{P:Lodin} was met by {T:minister} {P:Bo Rugen}. The {T:minister} then left.",
        "en",
    )
    assert people["Ana Lodin"][-1] == "minister"


def test_post_alone_is_who_was_called_by_these_very_words() -> None:
    people, _ = read(
        "{T:Foreign Secretary} {P:Ana Lodin} met {T:Minister of Foreign Affairs} {P:Bo Rugen}.\n\n"
        "They talked. The {T:Foreign Secretary} was glad.",
        "en",
    )
    assert people["Ana Lodin"][-1] == "Foreign Secretary"


def test_post_alone_is_not_who_is_named_before_it_in_the_sentence() -> None:
    people, _ = read(
        "{T:министр} {P:Иван Лодин} приехал. {T:министр} {P:Пётр Берг} ждал.\n\n"
        "{P:Берг} сказал, что {T:министр} рад.",
        "ru",
    )
    assert people["Иван Лодин"][-1] == "министр"


def test_post_of_a_headline_is_who_is_called_by_its_words() -> None:
    people, _ = read(
        "{T:snailmonger of Linz} wins\n\nThe {T:old snailmonger} {P:Ana Lodin} won on Monday.", "en"
    )
    assert people["Ana Lodin"][0] == "snailmonger of Linz"
    people, _ = read(
        "A day in town\n\nThe {T:old snailmonger} {P:Ana Lodin} won.\n\nA {T:snailmonger of Linz} lost.",
        "en",
    )
    assert "snailmonger of Linz" not in people["Ana Lodin"]


def test_vowel_signs_do_not_part_a_post_from_its_holder() -> None:
    people, _ = read("قالت {T:رئيسة الحكومة}، السيّدة {P:سنية نادر}، ذلك.", "ar")
    assert people["سنية نادر"] == ["رئيسة الحكومة", "سنية نادر"]


def test_short_russian_names_are_one_in_every_case() -> None:
    people, _ = read("Приехал {P:Пан Ги Сок}. Встретили {P:Пан Ги Сока}, пели {P:Соку}.", "ru")
    assert people == {"Пан Ги Сок": ["Пан Ги Сок", "Пан Ги Сока", "Соку"]}
    people, _ = read("Приехал {P:Лев Кот}. Встретили {P:Льва Котова}.", "ru")
    assert len(people) == 2


def test_japanese_family_name_in_kanji_before_a_given_name_in_kana() -> None:
    people, _ = read(
        "{P:紫野えり}さんは語った。{P:紫野}さんと{P:えり}さん、{P:千駄ケ谷豪}氏と{P:千駄ケ谷}氏。",
        "ja",
    )
    assert people == {
        "紫野えり": ["紫野えり", "紫野", "えり"],
        "千駄ケ谷豪": ["千駄ケ谷豪", "千駄ケ谷"],
    }


def test_name_with_a_word_for_a_guest_in_it_is_a_name() -> None:
    people, _ = read("قال {P:كمال نادر} ذلك. ثم رحب {P:سالم ضيف الله} بوصول {P:الضيف}.", "ar")
    assert people["سالم ضيف الله"] == ["سالم ضيف الله"]
    assert people["كمال نادر"] == ["كمال نادر", "الضيف"]


def test_description_is_of_whoever_was_called_so() -> None:
    people, _ = read(
        "{T:curator} {P:Jon Moe} and {T:historian} {P:Eva Lund} came. The {T:curator} spoke.", "en"
    )
    assert people["Jon Moe"] == ["curator", "Jon Moe", "curator"]


def test_a_counterpart_holds_the_post_of_whoever_is_named_before() -> None:
    _, by_name = read(
        "{T:Trade minister of {L:Norway}} {P:Jonas Lind} met {T:President} {P:Aas}."
        " {P:Lind} and {T:his Finnish counterpart} {P:Outi Lehto} signed.",
        "en",
    )
    assert [post for post, _, _ in posts(by_name["Outi Lehto"])] == ["minister"]


@pytest.mark.parametrize(
    ("marked", "language", "name"),
    [
        ("{L:Norwegian Hall} was full.", "en", "Norwegian Hall"),
        ("وصلوا إلى {L:قاعة النرويجي الكبرى}.", "ar", "قاعة النرويجي الكبرى"),
        ("Они ждали в {L:Норвежском зале}.", "ru", "Норвежском зале"),
    ],
)
def test_a_hall_named_after_a_country_stands_anywhere(
    marked: str, language: str, name: str
) -> None:
    _, by_name = read(marked, language)
    assert by_name[name].country is None


def test_who_is_no_kin_of_a_minister_is_no_minister() -> None:
    _, by_name = read(
        "{P:ケン・モリ}{T:外相}が来た。{P:ジン・モリ}氏（{T:外相}との血縁関係はない）は教師だ。",
        "ja",
    )
    assert posts(by_name["ジン・モリ"]) == []


def test_a_hall_named_after_a_country_is_no_cue_for_who_speaks_there() -> None:
    _, by_name = read(
        "In {L:Finland} all is well. At {L:Norwegian Hall} {T:Minister} {P:Eva Moe} spoke.", "en"
    )
    assert posts(by_name["Eva Moe"]) == [("minister", "FI", "current")]
