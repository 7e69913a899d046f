from test_resolution import read


def test_the_staff_of_an_embassy_serves_the_state_of_its_ambassador() -> None:
    _, by_name = read(
        "В {L:Казахстане} приняты {T:посол {L:Японии}} {P:Мори Хироси} и {T:советник посольства} "
        "{P:Ота Кэн}.",
        "ru",
    )
    assert [(p.post, p.body) for p in by_name["Ота Кэн"].posts] == [("senior_official", "JP")]
