"""The house tests itself: imports only run downwards and in no circle; rooms are of like size."""

import ast
from collections import Counter
from pathlib import Path

import click
import pytest

from sijill.cli.main import cli
from sijill.languages import LANGUAGES
from sijill.stages.reading_step import READING_ROOMS
from sijill.tables import data_path

PACKAGE = Path(__file__).parent.parent / "src" / "sijill"

#: Ground first. A module may import from its own floor and from those below it.
FLOORS = [
    "ground",
    "register",
    "sources",
    "documents",
    "temporal",
    "tagging",
    "mentions",
    "houses",
    "people",
    "speech",
    "happenings",
    "events",
    "reading",
    "identity",
    "reuse",
    "tellings",
    "record",
    "checks",
    "store",
    "exports",
    "script",
    "review",
    "film",
    "site",
    "stages",
    "cli",
]


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def imports_of(path, known):
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            submodules = [f"{module}.{a.name}" for a in node.names]
            found = [s if s in known else module for s in submodules]
        else:
            continue
        for name in found:
            if name == "sijill" or name.startswith("sijill."):
                yield name, node.lineno


def floor(name):
    parts = name.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else 0


@pytest.fixture(scope="module")
def arrows():
    paths = dict(modules())
    return {name: sorted(set(imports_of(path, paths))) for name, path in paths.items()}


def test_no_import_runs_upwards(arrows):
    upward = [
        f"{name}:{line} imports {target}"
        for name, targets in arrows.items()
        for target, line in targets
        if floor(target) > floor(name)
    ]
    assert upward == []


def test_no_circle_of_imports(arrows):
    # Imports inside of functions and for types alone count too.
    graph = {name: {t for t, _ in targets if t != name} for name, targets in arrows.items()}
    done, path = set(), []

    def walk(name):
        if name in path:
            raise AssertionError("circle: " + " > ".join([*path[path.index(name) :], name]))
        if name in done or name not in graph:
            return
        path.append(name)
        for target in sorted(graph[name]):
            walk(target)
        path.pop()
        done.add(name)

    for name in graph:
        walk(name)


def test_a_change_in_any_room_that_reads_makes_readings_anew(arrows):
    reached, ahead = set(), ["sijill.reading.pipeline"]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            ahead.extend(target for target, _ in arrows.get(name, ()))
    rooms = {name.split(".")[1] for name in reached if name.count(".") > 1}
    assert rooms == set(READING_ROOMS) - {"data"}


def test_every_module_opens_with_a_sentence():
    silent = [
        name
        for name, path in modules()
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_packages_hand_on_and_define_nothing():
    for name, path in modules():
        if path.name != "__init__.py" or name == "sijill":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        defined = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)]
        assert not defined, f"{path} defines {defined[0].name}"


def test_no_room_is_much_larger_than_the_others():
    sizes = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules()}
    largest = max(sizes, key=sizes.get)
    # A file of more than 500 lines holds more than one idea; so does a room of more than 60 files.
    assert sizes[largest] <= 500, f"{largest} has {sizes[largest]} lines"
    files = Counter(path.parent for _, path in modules())
    room, count = files.most_common(1)[0]
    assert count <= 60, f"{room.name} has {count} files"


def test_no_module_reads_clock_network_or_environment_at_import():
    for name, path in modules():
        tree = ast.parse(path.read_text("utf-8"))
        for node in tree.body:
            for call in ast.walk(node):
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    break
                if isinstance(call, ast.Call):
                    source = ast.unparse(call.func)
                    assert source not in {"open", "os.getenv", "datetime.now", "time.time"}, name
                if isinstance(call, ast.Attribute):
                    assert ast.unparse(call) != "os.environ", name


def test_no_language_lacks_a_table_that_the_others_have():
    tables = {
        language: {path.name for path in data_path(language).glob("*.tsv")}
        for language in LANGUAGES
    }
    for language, held in tables.items():
        others = [tables[other] for other in LANGUAGES if other != language]
        assert set.intersection(*others) <= held, f"data/{language}/ lacks a table"


def test_no_module_lists_the_languages():
    # A new language is a new folder: `languages` reads the folders, and says what has columns.
    listing = [
        name
        for name, path in modules()
        if name != "sijill.languages"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
        and set(LANGUAGES) <= {n.value for n in node.elts if isinstance(n, ast.Constant)}
    ]
    assert listing == []


def test_every_command_has_help_and_a_page():
    page = (PACKAGE.parent.parent / "docs" / "commands.md").read_text("utf-8")
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        assert command.help, f"{name} has no help"
        assert f"## {name}" in page, f"docs/commands.md does not know {name}"
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--"):
                    assert option in page, f"docs/commands.md does not know {name} {option}"
