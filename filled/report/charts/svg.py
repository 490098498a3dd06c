"""SVG that a page with a strict content security policy shows as it is: no style attributes, no style element."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generators.fonts import FAMILIES

_NAMESPACE: Final = "http://www.w3.org/2000/svg"
_FONT: Final = re.compile(
    r"(?:(?P<weight>bold|[0-9]{3}|normal)\s+)?(?P<size>[0-9.]+)px\s+(?P<family>.+)"
)  # fmt: skip
_STACK: Final = ", ".join([f"'{family}'" for family in FAMILIES[:5]] + ["sans-serif"])


def clean(markup: str, alt_text: str) -> str:
    """*markup* of matplotlib with every style as attributes; *alt_text* is its title for those who cannot see it."""
    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(markup.encode("utf-8"), parser)
    for node in list(root.iter(f"{{{_NAMESPACE}}}metadata", f"{{{_NAMESPACE}}}style")):
        parent = node.getparent()
        assert parent is not None
        parent.remove(node)
    for node in root.iter():
        style = node.get("style")
        if style is not None:
            del node.attrib["style"]
            _spread(node, style)
    _drop_ids(root)
    root.set("role", "img")
    title = etree.Element(f"{{{_NAMESPACE}}}title")
    title.text = alt_text
    root.insert(0, title)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xlink"])
    return etree.tostring(root, encoding="unicode") + "\n"


def _drop_ids(root: etree._Element) -> None:
    """Leave only ids that something refers to: two charts on one page must not share any."""
    values = [str(value) for node in root.iter() for value in node.attrib.values()]
    wanted = {name for value in values for name in re.findall(r"(?:^|url\()#([^)]+)", value)}
    for node in root.iter():
        if node.get("id") is not None and node.get("id") not in wanted:
            del node.attrib["id"]


def _spread(node: etree._Element, style: str) -> None:
    """Each declaration of *style* as an attribute of its own; `font` is taken apart."""
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font" and (match := _FONT.fullmatch(value)):
            node.set("font-size", match["size"])
            node.set("font-family", _STACK)
            if match["weight"] not in (None, "normal"):
                node.set("font-weight", match["weight"])
        elif name == "font-family":
            node.set(name, _STACK)
        elif name == "font-size":
            node.set(name, value.removesuffix("px"))
        elif name:
            node.set(name, value)
