from test_resolution import read


def held(entity) -> list[tuple[str, str | None, str]]:
    return [(p.post, p.body, p.status) for p in entity.posts]


def test_who_is_named_behind_the_verb_follows_whom_it_begins_with() -> None:
    _, by_name = read(
        "{T:Посол {L:Японии}} {P:Ян Берг} уехал. {P:Берга} сменила {P:Анна Оос}.", "ru"
    )
    assert held(by_name["Анна Оос"]) == [("ambassador", "JP", "current")]
    assert held(by_name["Ян Берг"]) == [("ambassador", "JP", "former")]


def test_his_successor_is_named_behind_his() -> None:
    _, by_name = read(
        "{T:Посол {L:Японии}} {P:Ян Берг} уехал. На этом посту его сменит {P:Анна Оос}.", "ru"
    )
    assert held(by_name["Анна Оос"]) == [("ambassador", "JP", "current")]


def test_who_is_named_before_the_verb_follows_whom_it_ends_with() -> None:
    _, by_name = read("{T:Посол {L:Японии}} {P:Ян Берг} сменил {P:Анну Оос}.", "ru")
    assert held(by_name["Анну Оос"]) == [("ambassador", "JP", "former")]
    assert held(by_name["Ян Берг"]) == [("ambassador", "JP", "current")]
