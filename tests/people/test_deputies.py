import pytest
from test_resolution import read


@pytest.mark.parametrize(
    ("text", "name", "post", "language"),
    [
        ("Приехали {T:министр торговли {L:Японии}} {P:Мори Хироси} и {T:его заместитель} {P:Ота Кэн}.",
         "Ота Кэн", "deputy_minister", "ru"),
        ("Приехали {T:посол {L:Японии}} {P:Мори Хироси} и {T:её заместитель} {P:Ота Кэн}.",
         "Ота Кэн", "ambassador", "ru"),
    ],
)  # fmt: skip
def test_a_deputy_is_one_of_whose_he_is(text, name, post, language):
    _, by_name = read(text, language)
    assert [(p.post, p.body) for p in by_name[name].posts] == [(post, "JP")]
