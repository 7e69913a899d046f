import pytest

from sijill.errors import SijillError, UsageError
from sijill.workspace import Settings, check_settings, create_workspace, open_workspace

GOOD = 'format = "sijill.project/1"\ntitle = "T"\nbetween = ["PE", "GH"]\n'


def test_settings_come_back_as_they_were_written(tmp_path):
    settings = Settings('Sea "and" sand\\', ("PE", "GH"), ("en", "ar"), "en", "draft")
    create_workspace(tmp_path / "p", settings)
    assert open_workspace(tmp_path / "p").settings == settings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "format"),
        (GOOD.replace("project/1", "project/9"), "format"),
        (GOOD.replace('"T"', "5"), "title must be a text"),
        (GOOD.replace('"T"', '" "'), "title is empty"),
        (GOOD.replace('["PE", "GH"]', '"PEGH"'), "between must be a list"),
        (GOOD.replace('["PE", "GH"]', '["PE"]'), "two states"),
        (GOOD.replace("GH", "ZZ"), "“ZZ” is not a country code"),
        (GOOD.replace("GH", "PE"), "named twice"),
        (GOOD + "langauges = ['en']\n", "“langauges” is not a setting"),
        (GOOD + "languages = 'en'\n", "languages must be a list"),
        (GOOD + "languages = ['fr']\n", "“fr”"),
        (GOOD + "film = 3\n", "“film” must be a section"),
        (GOOD + "[film]\nqualty = 'draft'\n", "“qualty” is not a setting"),
        (GOOD + "[film]\nquality = 'best'\n", "“best”"),
        (GOOD + "[film]\nchapters = ['cuisine']\n", "“cuisine” is no chapter"),
        (GOOD + "[titles]\nen = 1\n", "en must be a text"),
        (GOOD + "title = \n", "line 4"),
        ("\x00\x01", "cannot be read"),
    ],
)
def test_damaged_settings_are_refused_with_file_and_reason(tmp_path, text, says):
    (tmp_path / "sijill.toml").write_text(text, "utf-8")
    with pytest.raises(SijillError) as caught:
        open_workspace(tmp_path)
    assert says in str(caught.value)
    assert "sijill.toml" in str(caught.value)


def test_settings_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "sijill.toml").write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(SijillError, match="cannot be read"):
        open_workspace(tmp_path)


@pytest.mark.parametrize(
    ("given", "code"), [("EGYPT", "EG"), ("KAZ", "KZ"), ("مصر", "EG"), ("UZBEKSTAN", "UZ")]
)
def test_who_gives_the_name_of_a_state_is_told_its_code(given, code):
    with pytest.raises(UsageError) as fault:
        check_settings(Settings("T", (given, "JP")), where="here")
    assert fault.value.remedy.endswith(f": {code}")
