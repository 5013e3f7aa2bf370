"""The house of DESIGN.md: three floors, imports go down only, never sideways between the doors."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPLICATION = ROOT / "articles"
DOORS = {"desk", "reader", "management"}
GROUND = {"models", "documents", "pagetext", "facsimile"}
PLUMBING = {"migrations", "apps", "admin", "templatetags"}  # found by Django by their names
KNOW_NO_DJANGO = {"pagetext", "facsimile"}
MODULES = sorted(path for path in APPLICATION.rglob("*.py") if "migrations" not in path.parts)


def room_of(module: str) -> str:
    """`articles.desk.article` stands in the room `desk`."""
    parts = module.split(".")
    return parts[1] if parts[0] == "articles" and len(parts) > 1 else ""


def floor_of(room: str) -> int:
    return 2 if room in DOORS else 0 if room in GROUND else 1


def imports_of(path: Path) -> Iterator[str]:
    package = ["articles", *path.relative_to(APPLICATION).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            # `from articles import models` names a room too
            yield from (
                (f"{module}.{alias.name}" for alias in node.names) if module == "articles" else (module,)
            )


def name_of(path: Path) -> str:
    return ".".join(["articles", *path.relative_to(APPLICATION).with_suffix("").parts])


def breaks(importer: str, imported: str) -> str:
    """Why a module may not import another, or an empty string."""
    here, there = room_of(importer), room_of(imported)
    if imported.split(".", maxsplit=1)[0] == "hscms":
        return "the application knows nothing of the project around it"
    if not there or here == there or here in PLUMBING:
        return ""
    if floor_of(there) > floor_of(here):
        return "imports go down only"
    if here in DOORS and there in DOORS:
        return "the doors do not know each other"
    if here in KNOW_NO_DJANGO:
        return "it knows no other room"
    return ""


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("articles.models.article", "articles.publishing"),
        ("articles.publishing", "articles.desk.article"),
        ("articles.reader.views", "articles.desk.article"),
        ("articles.pagetext.blocks", "articles.models"),
        ("articles.story", "hscms.settings"),
    ],
)
def test_an_arrow_that_goes_up_or_sideways_is_found(importer: str, imported: str) -> None:
    assert breaks(importer, imported)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down_only(path: Path) -> None:
    broken = {imported: why for imported in imports_of(path) if (why := breaks(name_of(path), imported))}
    assert not broken


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(name_of(p)) in KNOW_NO_DJANGO], ids=name_of)
def test_the_page_reader_needs_the_standard_library_alone(path: Path) -> None:
    foreign = {name.split(".")[0] for name in imports_of(path)} - set(sys.stdlib_module_names) - {"articles"}
    assert not foreign


def test_the_admin_module_does_nothing_but_open_the_desk() -> None:
    tree = ast.parse((APPLICATION / "admin.py").read_text(encoding="utf-8"))
    assert [type(node).__name__ for node in tree.body] == ["Expr", "ImportFrom", "Assign"]
    assert {name.rpartition(".")[0] for name in imports_of(APPLICATION / "admin.py")} <= {
        "articles.desk",
        "articles",
    }
