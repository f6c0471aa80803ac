"""The laws of the house that a machine can check: imports go down, budgets hold, registries are literal."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
import yaml

import terbuka.errors

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "scripts" / "terbuka"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = (
    {"main"},
    {"commands"},
    {"review", "sandbox"},
    {"publish", "portal"},
    {"checks"},
    {"workspace"},
    {"social", "record"},
    {"words"},
    {"clock", "git", "wire", "console", "office", "help"},
    {"settings_file"},
    {"schema"},
    {"marked_yaml"},
    {"errors"},
    {"text"},
)
"""From the top of the house to its ground; rooms on one floor do not know each other."""

SAME_FLOOR = {("office", "clock"), ("help", "office")}
"""Single modules of the ground floor that may use a neighbour."""


def room(module: str) -> str:
    """The room that a module of the package lives in: ``terbuka.words.parse`` → ``words``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def imports(path: Path) -> Iterator[str]:
    """Every module of the package that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("terbuka"):
            if node.module == "terbuka":
                yield from (f"terbuka.{name.name}" for name in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("terbuka"))


def floor(name: str) -> int:
    """How far down a room lies; 0 is the top."""
    return next(level for level, rooms in enumerate(FLOORS) if name in rooms)


def rises() -> Iterator[str]:
    for path in MODULES:
        here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if here == "__init__":
            continue
        for module in imports(path):
            there = room(module)
            if there in ("", here, "__version__") or (here, there) in SAME_FLOOR:
                continue
            if floor(there) <= floor(here) and not (here == "help" and there == "workspace"):
                yield f"{path.relative_to(PACKAGE)} imports {module}"


def test_imports_only_go_down() -> None:
    assert list(rises()) == []


def test_the_sandbox_shares_no_mistake_with_the_adapters() -> None:
    rooms = {room(module) for path in (PACKAGE / "sandbox").rglob("*.py") for module in imports(path)}
    assert rooms <= {"sandbox", "text", "errors", "console", ""}


def test_modules_keep_their_budget() -> None:
    sizes = {
        str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert median(sizes.values()) < 90


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_functions_keep_their_budget() -> None:
    long = {
        f"{path.relative_to(PACKAGE)}:{function.name}": size
        for path in MODULES
        for function in functions(path)
        if (size := (function.end_lineno or 0) - function.lineno + 1) > 60
    }
    assert long == {}


def calls(pattern: str) -> list[str]:
    """The modules whose code (not text) matches `pattern`."""
    found = re.compile(pattern, re.MULTILINE)
    return [str(p.relative_to(PACKAGE)) for p in MODULES if found.search(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    ("pattern", "where"),
    [
        (r"except (Base)?Exception\b|except:\s*$", ["checks/run.py", "main.py", "sandbox/store.py"]),
        (r"httpx\.(Async)?Client\(", ["wire.py"]),
        (r'\["git"', ["git.py"]),
        (r"import_module|__subclasses__|pkgutil|entry_points", ["social/registry.py"]),
        (r"^\s*print\(", []),
        (r"datetime\.now\(\)|utcnow", []),
    ],
    ids=["one-boundary", "one-socket", "one-git", "literal-registries", "one-mouth", "aware-moments"],
)
def test_one_place_for_each_thing(pattern: str, where: list[str]) -> None:
    assert calls(pattern) == where


def test_there_is_no_drawer_for_the_rest() -> None:
    assert [str(p) for p in MODULES if p.stem in ("utils", "util", "helpers", "misc", "common")] == []


def test_the_drawing_of_the_errors_is_the_tree() -> None:
    drawn: dict[str, str] = {}
    trail: list[str] = []
    for line in (terbuka.errors.__doc__ or "").splitlines():
        match = re.match(r"^([│├└─ ]*)([A-Z]\w+)", line)
        if match is None or not line.strip():
            continue
        depth = len(match[1]) // 4
        if depth == 0 and match[2] != "TerbukaError":
            continue
        del trail[depth:]
        drawn[match[2]] = trail[-1] if trail else "Exception"
        trail.append(match[2])
    real = {
        name: thing.__mro__[1].__name__
        for name, thing in vars(terbuka.errors).items()
        if isinstance(thing, type) and issubclass(thing, terbuka.errors.TerbukaError)
    }
    assert drawn == real


WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_have_least_rights_and_pinned_actions(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(words)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
            assert "${{" not in step.get("run", ""), "untrusted text must reach a shell as a variable"


def test_only_the_job_that_posts_may_write_to_the_repository() -> None:
    writers = [
        (path.name, name)
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items()
        if job["permissions"].get("contents") == "write"
    ]
    assert writers == [("publish.yml", "post")]
