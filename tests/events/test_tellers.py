"""Who only tells of a happening takes no part in it: agencies, papers, spokespeople."""

import pytest
from marked import read_marked

from sijill.documents.document import Entity, MentionKind, Quotation, QuotationKind
from sijill.events.finder import find_events
from sijill.events.tellers import is_press


def events(marked, language, *, quoted=None, speaker=None):
    document, sentences, mentions, entities = read_marked(
        "Li\n\n" + marked, language, published="2020-03-14"
    )
    quotations = ()
    if quoted:
        start = document.text.index(quoted)
        end, kind = start + len(quoted), QuotationKind.INDIRECT
        quotations = (Quotation("q1", kind, start, end, quoted, speaker),)
    found = find_events(document, sentences, mentions, entities, quotations)
    return {e.type: e for e in found}


def names(marked):
    """Give a marked text with every agency, person, post, house, place and day by one letter."""
    for letter, opening in (
        ("A", "organisation#a"),
        ("P", "person#p!head_of_state"),
        ("Q", "person#q!head_of_state"),
        ("H", "organisation#h"),
        ("C", "place#c"),
    ):
        marked = marked.replace(f"[{letter}:", f"⟦{opening}:")
    return marked.replace("[D:", "⟦date=2019-05-03:").replace("]", "⟧")


# No quotation is given: the word of saying and its subject are enough.
@pytest.mark.parametrize(
    ("language", "marked", "type", "expected"),
    [
        ("en", "[A:Xinhua] reported that [P:Li] met [Q:Bo] in [C:Lima] on [D:3 May].", "talks", "pq"),
        ("en", "[P:Li] addressed [H:the Senate] on [D:3 May], [A:TASS] said.", "parliament_address", "ph"),
        ("en", "According to [A:Kyodo], [P:Li] visited [C:Lima] on [D:3 May].", "visit", "p"),
        ("en", "[A:The Andean News Agency] said [P:Li] visited [C:Lima] on [D:3 May].", "visit", "p"),
        ("ru", "[P:Ли] выступил в [H:парламенте] [D:3 мая], передаёт [A:ТАСС].", "parliament_address", "ph"),
        ("ru", "[A:Агентство «Анадолу»] сообщило, что [P:Ли] посетил [C:Лиму] [D:3 мая].", "visit", "p"),
        ("ar", "ذكرت [A:وكالة الأنباء السعودية] أن [P:لي] زار [C:ليما] في [D:3 مايو].", "visit", "p"),
        ("ar", "وألقى [P:لي] محاضرة في [H:جامعة ليما] في [D:3 مايو] وفق [A:وكالة المغرب العربي].", "lecture", "ph"),
        ("kk", "[P:Ли] [D:3 мамырда] [C:Лимаға] барды деп хабарлады [A:ҚазАқпарат].", "visit", "p"),
        ("ja", "[A:アナドル通信]は、[P:李]が[D:5月3日]に[C:リマ]を訪問したと伝えた。", "visit", "p"),
        ("ja", "[A:タス通信]によると、[P:李]が[D:5月3日]に[H:国会]で演説した。", "parliament_address", "ph"),
    ],
)  # fmt: skip
def test_an_agency_that_tells_takes_no_part(language, marked, type, expected):
    found = events(names(marked), language)
    assert "".join(sorted(found[type].participants)) == "".join(sorted(expected))


def test_an_agency_that_is_told_of_takes_part():
    marked = (
        "[A:The Andean News Agency] signed an agreement with [H:Volta] in [C:Lima] on [D:3 May]."
    )
    assert set(events(names(marked), "en")["signing"].participants) == {"a", "h"}


def test_an_agency_of_which_somebody_speaks_takes_part():
    marked = "[P:Ли] сообщил, что [A:Инвестиционное агентство] вложило в завод в [C:Лиме] 30 млн долларов."
    assert events(names(marked), "ru")["project"].participants == ("a",)


@pytest.mark.parametrize(
    ("language", "marked", "quoted", "expected"),
    [
        ("en", "[P:Li] said that the Queen visited [C:Lima] on [D:3 May].", "the Queen visited Lima on 3 May", ()),
        ("ru", "[P:Ли] сообщил, что королева посетила [C:Лиму] [D:3 мая].", "королева посетила Лиму 3 мая", ()),
        ("ru", "[P:Ли] сообщил, что посетил [C:Лиму] [D:3 мая].", "посетил Лиму 3 мая", ("p",)),
        ("ar", "قال [P:لي] إن الملكة زارت [C:ليما] في [D:3 مايو].", "الملكة زارت ليما في 3 مايو", ()),
        ("ar", "قال [P:لي] إنه زار [C:ليما] في [D:3 مايو].", "زار ليما في 3 مايو", ("p",)),
        ("kk", "[P:Ли] ханшайымның [D:3 мамырда] [C:Лимаға] барғанын айтты.", "ханшайымның 3 мамырда Лимаға барғанын", ()),
        ("ja", "[P:李]は、女王が[D:5月3日]に[C:リマ]を訪問したと述べた。", "女王が5月3日にリマを訪問した", ()),
        ("ja", "[P:李]は、[D:5月3日]に[C:リマ]を訪問したと述べた。", "5月3日にリマを訪問した", ("p",)),
    ],
)  # fmt: skip
def test_who_tells_travels_only_where_the_words_leave_out_who_does(
    language, marked, quoted, expected
):
    found = events(names(marked), language, quoted=quoted, speaker="p")
    assert found["visit"].participants == expected if "visit" in found else expected == ()


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("ja", "[A:共同通信]は、元首の[H:国会]演説は初めてで、その前は[D:5月3日]の[P:李]だと伝えた。"),
        ("en", "[Q:Bo] spoke of the first address to [H:parliament] in years; the one before was [P:Li] on [D:3 May]."),
        ("ru", "[Q:Бо] отметил первую речь в [H:парламенте] за годы: до этого выступал [P:Ли] [D:3 мая]."),
    ],
)  # fmt: skip
def test_a_day_of_the_time_before_is_of_who_did_it_then(language, marked):
    found = events(names(marked), language)["parliament_address"]
    assert (found.date, set(found.participants)) == ("2019-05-03", {"p", "h"})


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("وكالة الأنباء القطرية", "ar", True),
        ("日本経済新聞", "ja", True),
        ("газета «Известия»", "ru", True),
        ("Volta Bank", "en", False),
        ("外務省", "ja", False),
    ],
)
def test_papers_are_known_by_what_they_are_called(name, language, expected):
    assert is_press(Entity("e1", MentionKind.ORGANISATION, name), language) is expected


def test_papers_are_known_from_the_register():
    kyodo = Entity("e1", MentionKind.ORGANISATION, "Kyodo", register_id="kyodo")
    office = Entity("e1", MentionKind.ORGANISATION, "Akorda", register_id="akorda-kz")
    assert is_press(kyodo, "en")
    assert not is_press(office, "en")
