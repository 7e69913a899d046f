import pytest

from sijill.documents.document import Mention, MentionKind
from sijill.people.posts import read_post


@pytest.mark.parametrize(
    ("words", "role", "status"),
    [
        ("chief marketing officer", "chief_executive", "current"),
        ("chief veterinary officer", "senior_official", "current"),
        ("Chief of Air Staff", "military_chief", "current"),
        ("army chief of staff", "military_chief", "current"),
        ("deputy headmaster", "university_head", "current"),
        ("spiritual leader", "religious_leader", "current"),
        ("rebel leader", "military_chief", "current"),
        ("privy councillor", "senior_official", "current"),
        ("sergeant-at-arms", "senior_official", "current"),
        ("Senior Vice-President", "chief_executive", "current"),
        ("shamisen player", "artist", "current"),
        ("martial artist", "athlete", "current"),
        ("toppled president", "head_of_state", "former"),
        ("officiating chief justice", "senior_official", "acting"),
        ("network's treasurer", "senior_official", "current"),
        ("federal treasurer", "minister", "current"),
        ("company spokesman", "senior_official", "current"),
        ("associate minister", "deputy_minister", "current"),
    ],
)
def test_words_of_a_post_tell_its_role(words, role, status):
    reading = read_post(Mention("m", MentionKind.POST, 0, len(words), words), (), "en", {})
    assert (reading.role, reading.status) == (role, status)


@pytest.mark.parametrize(
    ("words", "role", "status"),
    [
        ("президент Замбии", "head_of_state", "current"),
        ("замглавы минфина", "deputy_minister", "current"),
        ("вице-канцлера Технического университета", "university_head", "current"),
        ("заместителю председателя Палаты представителей", "speaker", "current"),
        ("гофмейстером двора", "presidential_aide", "current"),
        ("дуайен дипкорпуса", "ambassador", "current"),
        ("председатель Счётной палаты", "senior_official", "current"),
        ("супрефекта округа", "governor", "current"),
        ("уходящего посла", "ambassador", "current"),
        ("свергнутым президентом", "head_of_state", "former"),
        ("министр энергетики", "minister", "current"),
        ("капитан парома", "citizen", "current"),
        ("наследницей престола", "heir", "current"),
        ("секретарём МИД", "deputy_minister", "current"),
    ],
)
def test_words_of_a_russian_post_tell_its_role(words, role, status):
    reading = read_post(Mention("m", MentionKind.POST, 0, len(words), words), (), "ru", {})
    assert (reading.role, reading.status) == (role, status)


@pytest.mark.parametrize(
    "words", ["министр науки и технологий", "министр экологии", "министр промышленности и торговли"]
)
def test_a_field_of_study_is_nobody_who_studies_it(words):
    reading = read_post(Mention("m", MentionKind.POST, 0, len(words), words), (), "ru", {})
    assert reading.role == "minister"


@pytest.mark.parametrize(
    ("place", "rest", "status"),
    [
        ("ペルー", "前首相", "former"),
        ("ペルー", "名誉領事", "honorary"),
        ("ペルー", "元首", "current"),
        ("ペルー", "首相", "current"),
    ],
)
def test_what_stands_behind_a_japanese_state_tells_when_a_post_is_held(place, rest, status):
    post = Mention("m1", MentionKind.POST, 0, len(place + rest), place + rest)
    state = Mention("m2", MentionKind.PLACE, 0, len(place), place)
    assert read_post(post, [state], "ja", {"m2": "PE"}).status == status
