"""What the code base promises of itself."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import newsfacts
from newsfacts import hookspecs, plugins, syntax

SOURCE = Path(newsfacts.__file__).parent
CHECKOUT = Path(__file__).parents[2]
MODULES = sorted(SOURCE.rglob("*.py"))
STEPS = sorted((SOURCE / "steps").rglob("*.py"))


def test_importing_newsfacts_does_not_import_spacy() -> None:
    read = """newsfacts.Article.from_json('{"text": "", "facts": []}')"""
    code = f"import sys, newsfacts; {read}; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_exported_names_are_sorted_and_exist() -> None:
    for module in (newsfacts, syntax):
        order = sorted(module.__all__, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
        assert list(module.__all__) == order
        assert all(getattr(module, name).__doc__ for name in module.__all__ if isinstance(getattr(module, name), type))


def imports(path: Path) -> list[tuple[str, list[str]]]:
    """What a module imports: from where, which names."""
    tree = ast.parse(path.read_text("utf-8"))
    found = [
        (node.module or "", [a.name for a in node.names]) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    ]
    return found + [(a.name, []) for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]


@pytest.mark.parametrize("path", STEPS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_step_imports_only_public_names(path) -> None:
    own = f"newsfacts.steps.{path.relative_to(SOURCE / 'steps').parts[0].removesuffix('.py')}"
    public = {"newsfacts", "newsfacts.syntax", "newsfacts.places", "newsfacts.render.formats"}
    for module, names in imports(path):
        if (
            module.split(".")[0] != "newsfacts"
            or module.startswith(own)
            or (path.name == "__init__.py" and path.parent.name == "steps")
        ):
            continue
        assert module in public, f"{module} is not public"
        exported = {"newsfacts": newsfacts.__all__, "newsfacts.syntax": syntax.__all__}.get(module)
        assert exported is None or set(names) <= set(exported), f"{module}: {names}"


@pytest.mark.parametrize("path", [p for p in MODULES if "syntax" not in p.parts], ids=lambda path: path.name)
def test_only_the_syntax_layer_knows_dependency_labels(path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    touched = {node.attr for node in attributes} & {"dep", "dep_"}
    touched |= {node.attr for node in attributes if ast.unparse(node).endswith("doc.noun_chunks")}
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    if "testing" not in path.parts:
        assert not words & {"nsubj", "nsubjpass", "nsubj:pass", "dobj", "pobj", "ccomp", "xcomp", "obl", "advcl", "acl"}
        assert not touched


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_forbidden_is_called(path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not called & {"eval", "exec", "print"}
    assert not {"pickle", "requests", "urllib.request", "socket"} & {module for module, _ in imports(path)}
    assert not any(isinstance(node, ast.Global) for node in ast.walk(tree))
    assert ast.get_docstring(tree), "a module says what it is"


def public_surface() -> dict[str, object]:
    """Exported names, hooks, kinds with their fields, steps with their settings."""
    steps = {step.name: step.extractor for step in plugins.find(installed=False).steps()}
    return {
        "names": list(newsfacts.__all__),
        "hooks": sorted(name for name in vars(hookspecs) if name.startswith("newsfacts_")),
        "kinds": {kind.kind: [field.name for field in attrs.fields(kind)] for kind in newsfacts.KINDS},
        "steps": {name: [field.name for field in attrs.fields(type(step))] for name, step in sorted(steps.items())},
    }


def test_the_public_surface_changes_by_decision_only() -> None:
    kept = json.loads((CHECKOUT / "tests" / "core" / "public_surface.json").read_text("utf-8"))
    assert public_surface() == kept, "if this is meant, write the new surface: python -m tests.core.write_surface"
