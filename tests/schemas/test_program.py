from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from schemas.program import _installed, program_version

_SAY = "from schemas.program import program_version; print(program_version(('shouts',), ('pydantic', 'no-such-thing')))"


def _version_with(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(folder)!r}); {_SAY}"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


def test_every_file_of_a_package_counts(tmp_path: Path) -> None:
    """A changed, a new, and a renamed file of a package are another version; what Python keeps there is none."""
    package = tmp_path / "shouts"
    (package / "inner").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "inner" / "page.html").write_text("<p>")
    versions = [_version_with(tmp_path)]
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "page.pyc").write_text("")
    assert _version_with(tmp_path) == versions[0]

    (package / "inner" / "page.html").write_text("<b>")
    versions.append(_version_with(tmp_path))
    (package / "inner" / "page.html").rename(package / "inner" / "sheet.html")
    versions.append(_version_with(tmp_path))
    (package / "data.json").write_text("{}")
    versions.append(_version_with(tmp_path))

    assert len(set(versions)) == 4


def test_packages_and_distributions_count() -> None:
    """Which packages and which distributions are asked for makes another version, and the same each time."""
    asked = [("schemas",), ("schemas", "search")]
    distributions = [(), ("pydantic",), ("pydantic", "no-such-thing")]
    versions = {program_version(packages, names) for packages in asked for names in distributions}

    assert len(versions) == 6
    assert program_version(("schemas",)) == program_version(("schemas",))


def test_versions_of_distributions() -> None:
    """The version of a distribution is the one that its own metadata give, however its name is written."""
    names = ("pydantic", "pydantic-core", "pyyaml", "mkdocs-material", "python-docx", "jinja2")

    assert [_installed()[name] for name in names] == [version(name) for name in names]
