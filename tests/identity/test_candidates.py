from sijill.identity.candidates import Index, key_of, keys_of
from sijill.identity.names import analyse
from sijill.register.load import load_register


def test_one_name_has_one_key_in_four_scripts():
    names = ["Tashkent", "طشقند", "Ташкент", "タシケント"]
    keys = [keys_of(analyse(name)) for name in names]
    for other in keys[1:]:
        assert keys[0] & other


def test_a_cyrillic_kh_meets_an_h():
    names = ["Hatem Al-Fahmi", "حاتم الفهمي", "ハテム・ファフミ", "Хатем әл-Фахми"]
    wanted = keys_of(analyse("Хатем аль-Фахми"))
    assert all(wanted & keys_of(analyse(name)) for name in names)


def test_kanji_meet_by_their_signs():
    assert keys_of(analyse("川口順子")) == {"川口順子"}


def test_most_entries_are_not_worth_comparing():
    index = Index()
    people = {i: e for i, e in load_register().entries.items() if e.kind == "person"}
    for entry_id, entry in people.items():
        for form in entry.names["en"]:
            index.add(entry_id, analyse(form))
    found = index.candidates([analyse("شوكت ميرضياييف")])
    assert "shavkat-mirziyoyev" in found
    assert len(found) < len(people) / 4


def test_every_person_is_met_by_the_arabic_name():
    index = Index()
    people = {i: e for i, e in load_register().entries.items() if e.kind == "person"}
    for entry_id, entry in people.items():
        index.add(entry_id, analyse(entry.names["en"][0]))
    met = [i in index.candidates([analyse(e.names["ar"][0])]) for i, e in people.items()]
    assert sum(met) / len(met) > 0.97


def test_an_empty_word_has_an_empty_key():
    assert key_of(()) == ""
    assert keys_of(analyse("")) == {""}
