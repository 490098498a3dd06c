"""Whether a page keeps somebody out: what axe finds in it, and where the Tab key leads."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from tests.training.exports.samples import node_module

_AXE: Final = "axe-core", "axe-core/axe.min.js"
# Styles are not fetched once more, which a page from a stick may not do.
_RUN: Final = """async () => {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await axe.run({ rules, resultTypes: ["violations"], preload: false });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => [id, target.join(" "), failureSummary].join(" | ")));
}"""

# Covered is what has no corner, edge or middle where a pointer would meet it.
_FOCUSED: Final = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const { left, top, width, height } = e.getClientRects()[0] ?? e.getBoundingClientRect(); // a link may be on two lines
  const spots = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const met = spots.map(([x, y]) => document.elementFromPoint(left + width * x, top + height * y));
  const shown = [e, ...(e.labels ?? [])];
  const ring = [e, e.parentElement, e.parentElement.parentElement, ...(e.labels ?? [])].some((each) => {
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  return {
    place: [...document.querySelectorAll("*")].indexOf(e),
    said: e.outerHTML.slice(0, 160),
    is_seen: met.some((each) => each && shown.some((own) => own.contains(each))),
    is_marked: ring,
  };
}"""


def barriers(page: Page) -> list[str]:
    """What axe finds wrong with *page* as it stands: the rule, the place, and what puts it right."""
    page.evaluate(node_module(*_AXE).read_text("utf-8"))
    found: list[str] = page.evaluate(_RUN)
    return found


def lost_focus(page: Page) -> list[str]:
    """Go through *page* with the Tab key until it is left: where that cannot be seen, or goes back, or does not end."""
    faults: list[str] = []
    stops: list[int] = []
    page.evaluate("scrollTo(0, 0)")
    while stop := _next_stop(page):
        place = stop["place"]
        if stops and place == stops[-1]:
            continue  # a date has parts of its own
        if place in stops:
            return [*faults, f"a trap: {stop['said']}"]
        faults += (f"{what}: {stop['said']}" for what in _wrong(stop, stops))
        stops.append(place)
    return faults if stops else ["nothing can be reached"]


def _next_stop(page: Page) -> dict[str, Any] | None:
    page.keyboard.press("Tab")
    stop: dict[str, Any] | None = page.evaluate(_FOCUSED)
    return stop


def _wrong(stop: dict[str, Any], stops: list[int]) -> list[str]:
    wrong = {
        "not seen": not stop["is_seen"],
        "not marked": not stop["is_marked"],
        "out of order": bool(stops) and stop["place"] < stops[-1],
    }
    return [what for what, is_so in wrong.items() if is_so]


def kind_of(page: Path) -> str:
    """What *page* of a site is a page of: its path, with a star for what is called after a handbook or a record."""
    *folders, name = [part for part in page.parts if part != "en"]
    match folders:
        case []:
            return name
        case ["cards"]:
            return "cards/*"
        case [_]:
            return f"*/{name}"
        case _:
            return f"*/{folders[1]}/*"
