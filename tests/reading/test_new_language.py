"""A language is a folder of tables: Turkish, of which the package knows nothing, is read and built
into a record and a script by a copy of the package that only has its tables."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sijill

PACKAGE = Path(sijill.__file__).parent
ROOT = Path(__file__).parent.parent.parent

ENDINGS = [
    "'nın",
    "'nin",
    "'nun",
    "'nün",
    "'ın",
    "'in",
    "'un",
    "'ün",
    "'ya",
    "'ye",
    "'a",
    "'e",
    "'yı",
    "'yi",
    "'yu",
    "'yü",
    "'da",
    "'de",
    "'ta",
    "'te",
]
MONTHS = [
    "Ocak",
    "Şubat",
    "Mart",
    "Nisan",
    "Mayıs",
    "Haziran",
    "Temmuz",
    "Ağustos",
    "Eylül",
    "Ekim",
    "Kasım",
    "Aralık",
]
DAYS = ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"]
TABLES = {
    "language": ["rank\t9", "verb_last\tyes", "endings\tyes", "cased\tyes"],
    "names": [
        "kz\ttr\tKazakistan\tyes",
        "jp\ttr\tJaponya\tyes",
        "tokyo\ttr\tTokyo\tyes",
        "kassym-jomart-tokayev\ttr\tTokayev\tyes",
    ],
    "affixes": [f"{ending}\tend" for ending in ENDINGS],
    "calendar": [
        *(f"{word}\tmonth\t{n}" for n, word in enumerate(MONTHS, 1)),
        *(f"{word}\tweekday\t{n}" for n, word in enumerate(DAYS, 1)),
    ],
    "posts": ["cumhurbaşkanı\thead_of_state", "dışişleri bakanı\tforeign_minister"],
    "speech_verbs": ["(dedi/diye konuştu)\tclause | quote"],
    "event_triggers": [
        "(ziyaret etti/ziyarette bulundu)\tvisit\theld\tverb",
        "imzalandı\tsigning\theld\tverb",
    ],
    "event_details": ["resmî\tformat:official"],
    "expressions": [
        r"goal_after	'?(?:ya|ye|a|e|yı|yi|yu|yü)\b",
        r"place_after	'?(?:da|de|ta|te)\b",
    ],
}
TEXT = """Tokayev Tokyo'yu ziyaret etti

TOKYO - Kazakistan Cumhurbaşkanı Tokayev, 18 Aralık 2025'te Japonya'ya resmî ziyarette bulundu. \
Tokayev, "Dostluğumuz her zaman güçlü olacak" dedi. Belgeler Tokyo'da cuma günü imzalandı.
"""


@pytest.fixture(scope="module")
def turkish(tmp_path_factory):
    home = tmp_path_factory.mktemp("package")
    leave = shutil.ignore_patterns("assets", "models", "__pycache__")
    shutil.copytree(PACKAGE, home / "sijill", ignore=leave)
    subprocess.run(
        [sys.executable, str(ROOT / "tools/new_language.py"), "tr", str(home / "sijill/data")],
        check=True,
        capture_output=True,
    )
    for name, rows in TABLES.items():
        with (home / f"sijill/data/tr/{name}.tsv").open("a", encoding="utf-8") as table:
            table.writelines(f"{row}\town\n" for row in rows)
    source = home / "text.txt"
    source.write_text(TEXT, "utf-8")

    def run(*arguments, cwd=home):
        code = "import sys; from sijill.cli.main import main; sys.exit(main())"
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return home, source, run


def test_tables_alone_let_it_be_read(turkish):
    _, source, run = turkish
    read = json.loads(
        run("read", source, "--language", "tr", "--published", "2025-12-20", "--format", "gold")
    )
    found = {(m["kind"], m["text"]) for m in read["mentions"]}
    assert {
        ("place", "Kazakistan"),
        ("place", "Japonya"),
        ("place", "Tokyo"),
        ("person", "Tokayev"),
        ("date", "18 Aralık 2025"),
        ("date", "cuma"),
    } <= found
    assert [q["text"] for q in read["quotations"]] == ["Dostluğumuz her zaman güçlü olacak"]
    events = {e["type"]: e for e in read["events"]}
    visit, signing = events["visit"], events["signing"]
    assert (visit["date"], visit["status"]) == ("2025-12-18/2025-12-19", "held")
    assert visit["details"]["visit_format"] == "official"
    assert signing["date"] == "2025-12-19"
    places = {e["id"]: e["name_en"] for e in read["entities"]}
    assert (places[visit["place"]], places[signing["place"]]) == ("Japan", "Tokyo")


def test_every_floor_above_takes_it(turkish):
    home, source, run = turkish
    project = home / "project"
    run("new", project, "--title", "تجربة", "--between", "KZ", "JP", "--languages", "ar,en")
    run("add", source, "--language", "tr", "--published", "2025-12-20", cwd=project)
    run("build", "script", cwd=project)
    record = json.loads((project / "build/record/record.json").read_text("utf-8"))
    assert {e["type"] for e in record["events"]} == {"visit", "signing"}
    assert (project / "build/script/script.ar.html").exists()
    assert "All holds" in run("verify", cwd=project)
