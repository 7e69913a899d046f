"""Posts that no mention marks: bylines, plural posts, descriptions behind and before a name."""

import pytest
from test_resolution import REGISTER, posts, read

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.people.resolution import resolve


@pytest.mark.parametrize(
    ("text", "name", "country", "language"),
    [
        ("Talks end\n\nBy {P:Jon Moe}\n\nThe talks in {L:Norway} ended.", "Jon Moe", "NO", "en"),
        ("Talks end\n\nBy {P:Jon Moe}\n\nThe talks ended.", "Jon Moe", None, "en"),
        ("انتهت المحادثات\n\nكتبت – {P:هدى سالم}:\n\nانتهت المحادثات.", "هدى سالم", None, "ar"),
        ("Переговоры\n\nПереговоры завершились.\n\nБеседовал {P:Ян Ли}", "Ян Ли", None, "ru"),
        ("Переговоры\n\nПереговоры завершились.\n\nБеседовал {P:Ян Ли}.", "Ян Ли", None, "ru"),
        ("Келіссөз\n\nКеліссөз аяқталды.\n\nСұхбаттасқан {P:Асан Үсен}", "Асан Үсен", "KZ", "kk"),
        ("会談\n\n会談が終わった。(聞き手・{P:森弘})", "森弘", "JP", "ja"),
        ("会談\n\n【{L:カザフスタン}＝{P:森弘}】会談が終わった。", "森弘", "JP", "ja"),
    ],
)
def test_byline_makes_a_journalist_of_where_the_text_is_written(
    text: str, name: str, country: str | None, language: str
) -> None:
    _, by_name = read(text, language)
    assert posts(by_name[name]) == [("journalist", country, "current")]


def test_name_of_an_outlet_tells_its_country() -> None:
    text = "انتهت المحادثات\n\nكتبت – هدى سالم:\n\nانتهت المحادثات."
    name = Mention("m1", MentionKind.PERSON, 24, 32, "هدى سالم")
    document = Document("t", text, "ar", "2025-05-01", "صحيفة مصرية")
    assert text[24:32] == name.text
    _, (person,) = resolve(document, split_sentences(text, "ar"), (name,), register=REGISTER)
    assert posts(person) == [("journalist", "EG", "current")]


@pytest.mark.parametrize(
    ("text", "names", "language"),
    [
        ("Foreign Ministers {P:Jon Moe} and {P:Li An} signed.", ("Jon Moe", "Li An"), "en"),
        ("Министры иностранных дел {P:Ян Мо} и {P:Ли Ан} подписали.", ("Ян Мо", "Ли Ан"), "ru"),
        ("Сыртқы істер министрлері {P:Асан Үсен} мен {P:Ли Ан} қол қойды.",
         ("Асан Үсен", "Ли Ан"), "kk"),
    ],
)  # fmt: skip
def test_plural_post_is_that_of_each(text: str, names: tuple[str, ...], language: str) -> None:
    _, by_name = read(text, language)
    assert {p.post for name in names for p in by_name[name].posts} == {"foreign_minister"}
    assert all(by_name[name].posts for name in names)


@pytest.mark.parametrize(
    ("text", "name", "role", "language"),
    [
        ("{P:Jon Moe}, a painter, spoke.", "Jon Moe", "artist", "en"),
        ("The driver, {P:Jon Moe}, spoke.", "Jon Moe", "citizen", "en"),
        ("تحدثت {P:هدى سالم}، وهي رسامة، أمس.", "هدى سالم", "artist", "ar"),
        ("Рассказал художник {P:Ян Ли}.", "Ян Ли", "artist", "ru"),
        ("{P:Jon Moe}, a 34-year-old teacher, spoke.", "Jon Moe", "expert", "en"),
        ("{P:Jon Moe}, 34, a Bergen-born chef, spoke.", "Jon Moe", "artist", "en"),
        ("A fisherman called {P:Jon Moe} spoke.", "Jon Moe", "citizen", "en"),
        ("{P:Jon Moe} is a weaver from the island.", "Jon Moe", "artist", "en"),
        ("{P:سالم فهد} (45 عاماً)، نجار من صور، تحدث.", "سالم فهد", "citizen", "ar"),
        ("قالت {P:هدى سالم} التي تعمل ممرضة هناك.", "هدى سالم", "citizen", "ar"),
        ("وقال صياد يدعى {P:سالم فهد} إن البحر هادئ.", "سالم فهد", "citizen", "ar"),
        ("{P:Ян Ли}, 34-летний рыбак, рассказал.", "Ян Ли", "citizen", "ru"),
        ("Рыбак по имени {P:Ян Ли} рассказал.", "Ян Ли", "citizen", "ru"),
        ("{P:Асан Үсен} есімді мұғалім сөйледі.", "Асан Үсен", "expert", "kk"),
        ("漁師の{P:森弘}さん(54)は話した。", "森弘", "citizen", "ja"),
        ("{P:森弘}さん(34)=看護師=は話した。", "森弘", "expert", "ja"),
    ],
)
def test_description_beside_a_name(text: str, name: str, role: str, language: str) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == [role]


def test_nothing_is_read_into_a_name_in_a_sentence() -> None:
    _, by_name = read("News\n\nThe painter of the year met {P:Jon Moe} in {L:Norway}.", "en")
    assert posts(by_name["Jon Moe"]) == []


def test_words_before_a_second_name_are_not_the_first_one_s() -> None:
    _, by_name = read("С ними были {P:Ян Ли}, художник {P:Пак Мо} и другие.", "ru")
    assert (posts(by_name["Ян Ли"]), len(by_name["Пак Мо"].posts)) == ([], 1)


def test_what_stands_behind_of_is_somebody_else_s_post() -> None:
    _, by_name = read("{P:Jon Moe}, a cousin of the painter, spoke.", "en")
    assert posts(by_name["Jon Moe"]) == []


@pytest.mark.parametrize(
    ("text", "name", "role", "language"),
    [
        ("{P:Jon Moe}, who heads the {O:Aas Fund}, spoke.", "Jon Moe", "chief_executive", "en"),
        ("{P:Jon Moe} of the {O:Aas Research Centre} disagrees.", "Jon Moe", "expert", "en"),
        ("{P:Ян Ли}, преподающий в {O:Университете Оос}, пришёл.", "Ян Ли", "expert", "ru"),
        ("{P:Ян Ли}, возглавляющий {O:Университет Оос}, пришёл.", "Ян Ли", "university_head", "ru"),
        ("قالت {P:هدى سالم} التي تدير {O:شركة النور}.", "هدى سالم", "chief_executive", "ar"),
        ("{O:«Нұр» қоры}н басқаратын {P:Асан Үсен} келді.", "Асан Үсен", "chief_executive", "kk"),
        ("{O:桐生大学}で教える{P:森弘}氏が話した。", "森弘", "expert", "ja"),
    ],
)
def test_what_somebody_does_at_a_house_tells_a_post(
    text: str, name: str, role: str, language: str
) -> None:
    _, by_name = read(text, language)
    assert [p.post for p in by_name[name].posts] == [role]
    assert by_name[name].posts[0].body in {e.id for e in by_name.values()}


def test_speaker_is_of_the_parliament_that_the_text_names() -> None:
    _, by_name = read("The {O:National Assembly} met. {T:Speaker} {P:Jon Moe} opened it.", "en")
    assert by_name["Jon Moe"].posts[0].body == by_name["National Assembly"].id


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("قالت {P:هدى سالم} التي تتولى {O:رئاسة الوزراء} في {L:قطر}.", "هدى سالم", "ar"),
        ("{P:Jon Moe}, who heads the {O:government}, spoke in {L:Oslo}.", "Jon Moe", "en"),
        ("{P:Ян Ли}, возглавляющий {O:правительство}, пришёл.", "Ян Ли", "ru"),
    ],
)
def test_who_heads_a_government_holds_its_post_for_a_state(text, name, language):
    _, by_name = read(text, language)
    [post] = by_name[name].posts
    assert post.post == "head_of_government"
    assert post.body is None or len(post.body) == 2


def test_a_title_inside_the_post_of_another_tells_what_somebody_is() -> None:
    _, by_name = read(
        "{P:Ann Smit}, an {T:adviser to Foreign Minister {P:Ole Aas}}, came from {L:Norway}.", "en"
    )
    assert [p.post for p in by_name["Ann Smit"].posts] == ["senior_official"]
    assert [p.post for p in by_name["Ole Aas"].posts] == ["foreign_minister"]


def test_who_is_dropped_as_something_was_it() -> None:
    _, by_name = read("{P:Ole Aas}, dropped as attorney general of {L:Norway}, left.", "en")
    assert [(p.post, p.status) for p in by_name["Ole Aas"].posts] == [("minister", "former")]


def test_nobody_heads_a_house_that_another_name_parts_from_him() -> None:
    _, by_name = read("{P:Ann Smit} told {P:Ole Aas}, who heads the {O:Lake Fund}, so.", "en")
    assert by_name["Ann Smit"].posts == ()
    assert [p.post for p in by_name["Ole Aas"].posts] == ["chief_executive"]


def test_kin_in_small_letters_is_no_title() -> None:
    _, by_name = read("{P:Jon Moe}'s sister {P:Ann Moe} opened the school in {L:Norway}.", "en")
    assert posts(by_name["Ann Moe"]) == []
