"""Who the entities of a record are: their names in languages that the record does not speak."""

from sijill.record.items import RecordEntity
from sijill.register.load import load_register
from sijill.tellings.parties import Parties


def test_a_name_the_record_lacks_is_the_registers() -> None:
    tokyo = RecordEntity("tokyo", "place", {"ar": "طوكيو", "en": "Tokyo"}, "JP", "tokyo")
    nobody = RecordEntity("x", "person", {"ar": "فلان", "en": "Somebody"}, None)
    parties = Parties([tokyo, nobody], load_register())
    assert [parties.describe("tokyo", lang) for lang in ("ru", "ja", "ar")] == [
        "Токио",
        "東京",
        "طوكيو",
    ]
    assert parties.describe("x", "ru") == "Somebody"
    assert parties.describe("nowhere", "ru") == "nowhere"
