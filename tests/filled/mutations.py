"""What people and word processors do to the controls of a form, each written with what the eye then sees.

A mutation is put into any control of its kind: a text, a date or a box. `STYLES` go into the styles of the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "date", "box"]
NEW: Final = "3-1-1201"
OLD: Final = "3-1-1202"
_FIELD: Final = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


@dataclass(frozen=True)
class Mutation:
    """One thing done to a control.

    Attributes:
        name: what it is called.
        kind: the controls that it is done to.
        content: what stands in the control then.
        seen: what the eye sees; of a date the day it reads, of a box ☑ or ☐.
        notes: the rules of what is said of it.
        flag: the `w:showingPlcHdr` that the control has.
        state: what the control stores: `w:fullDate` of a date, the value of `w14:checked`; None leaves it.
        style: the style that its paragraph gets.
        mark: what the end of its paragraph says (`w:rPr`).
        is_flat: whether only its content is left of the control.
        in_office: whether LibreOffice 7.4 shows it as Word does: it has no field in the code of another, takes the
            second of two forms, and knows no toggle that two styles turn on.
    """

    name: str
    kind: Kind
    content: str
    seen: str
    notes: tuple[str, ...] = ()
    flag: str = ""
    state: str | None = None
    style: str = ""
    mark: str = ""
    is_flat: bool = False
    in_office: bool = True


def run(text: str, properties: str = "") -> str:
    """A run with properties of its own."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _style(kind: str, name: str, properties: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    head = f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
    return f"{head}<w:rPr>{properties}</w:rPr></w:style>"


OFF: Final = '<w:strike w:val="0"/>'
STYLES: Final = "".join(
    (
        _style("character", "XStruck", "<w:strike/>"),
        _style("character", "XStruckOn", "<w:b/>", "XStruck"),
        _style("character", "XStruckOff", OFF, "XStruck"),
        _style("character", "XDouble", "<w:dstrike/>"),
        _style("character", "XHidden", "<w:vanish/>"),
        _style("character", "XWhite", '<w:color w:val="FFFFFF"/>'),
        _style("paragraph", "YStruck", "<w:strike/>", "Normal"),
        _style("paragraph", "YStruckOn", "<w:b/>", "YStruck"),
        _style("paragraph", "YHidden", "<w:vanish/>", "Normal"),
    )
)


def _switches() -> Iterator[Mutation]:
    """Every spelling of on and off of what strikes out and hides."""
    for element, note in (("strike", "struck-out"), ("dstrike", "struck-out"), ("vanish", "hidden-text")):
        for value in (None, "1", "true", "on"):
            switch = f"<w:{element}/>" if value is None else f'<w:{element} w:val="{value}"/>'
            yield Mutation(f"{element}-{value}", "text", run(OLD, switch) + run(NEW), NEW, (note,))
        for value in ("0", "false", "off"):
            switch = f'<w:{element} w:val="{value}"/>'
            yield Mutation(f"{element}-{value}", "text", run("3-1-", switch) + run("1201"), NEW)


def _field(code: str, result: str) -> str:
    ends = [_FIELD.format(name) for name in ("begin", "separate", "end")]
    return f"{ends[0]}{code}{ends[1]}{result}{ends[2]}"


def _code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def _ruby(base: str, properties: str = "") -> str:
    head = '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:lid w:val="zh-CN"/></w:rubyPr>'
    return (
        f"<w:r><w:ruby>{head}<w:rt>{run('wáng')}</w:rt><w:rubyBase>{run(base, properties)}</w:rubyBase></w:ruby></w:r>"
    )


def _changed(name: str, inner: str, number: int) -> str:
    return f'<w:{name} w:id="{90000 + number}" w:author="a" w:date="2026-11-02T09:00:00Z">{inner}</w:{name}>'


_DELETED: Final = f'<w:r><w:delText xml:space="preserve">{OLD}</w:delText></w:r>'
_TWO_FORMS: Final = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Choice Requires="w14"><w:t>{NEW}</w:t></mc:Choice><mc:Fallback><w:t>{OLD}</w:t></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)
_NO_FILL: Final = (
    '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'
)
_TEXT_BOX: Final = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    f"<w:txbxContent><w:p>{run(OLD)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_CHARACTER: Final = '<w:rStyle w:val="{}"/>'

TEXTS: Final = (
    *_switches(),
    Mutation("all-struck", "text", run(OLD, "<w:strike/>"), "", ("struck-out",)),
    Mutation("all-hidden", "text", run(OLD, "<w:vanish/>"), "", ("hidden-text",)),
    Mutation("style-struck", "text", run(OLD, _CHARACTER.format("XStruck")) + run(NEW), NEW, ("struck-out",)),
    Mutation("style-double", "text", run(OLD, _CHARACTER.format("XDouble")) + run(NEW), NEW, ("struck-out",)),
    Mutation("style-based", "text", run(OLD, _CHARACTER.format("XStruckOn")) + run(NEW), NEW, ("struck-out",)),
    Mutation("style-based-off", "text", run("3-1-", _CHARACTER.format("XStruckOff")) + run("1201"), NEW),
    Mutation("style-off-in-run", "text", run("3-1-", _CHARACTER.format("XStruck") + OFF) + run("1201"), NEW),
    Mutation("style-hidden", "text", run(OLD, _CHARACTER.format("XHidden")) + run(NEW), NEW, ("hidden-text",)),
    Mutation("paragraph-struck", "text", run(OLD) + run(NEW, OFF), NEW, ("struck-out",), style="YStruck"),
    Mutation("paragraph-based", "text", run(OLD) + run(NEW, OFF), NEW, ("struck-out",), style="YStruckOn"),
    Mutation(
        "paragraph-hidden", "text", run(OLD) + run(NEW, '<w:vanish w:val="0"/>'), NEW, ("hidden-text",), style="YHidden"
    ),
    Mutation(
        "twice-is-off", "text", run(OLD) + run(NEW, _CHARACTER.format("XStruck")), NEW, ("struck-out",),
        style="YStruck", in_office=False,
    ),
    Mutation("mark-struck", "text", run(NEW), NEW, mark="<w:strike/>"),
    Mutation("formerly-struck", "text", run(NEW, f"{_changed('rPrChange', '<w:rPr><w:strike/></w:rPr>', 1)}"), NEW),
    *(
        Mutation(f"faint-{number}", "text", run(OLD, properties) + run(NEW), NEW, ("faint-text",), in_office=False)
        for number, properties in enumerate(
            ('<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:rStyle w:val="XWhite"/>', _NO_FILL,
             '<w:color w:val="000000"/><w:highlight w:val="black"/>')
        )
    ),
    *(
        Mutation(f"seen-{number}", "text", run("3-1-", properties) + run("1201"), NEW)
        for number, properties in enumerate(
            (
                '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
                '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>',
                '<w:rStyle w:val="XWhite"/><w:color w:val="000000"/>',
                '<w:color w:val="auto"/><w:sz w:val="12"/>',
            )
        )
    ),
    Mutation("text-box", "text", _TEXT_BOX + run(NEW), f"{OLD}\n{NEW}", in_office=False),
    Mutation("ruby", "text", _ruby("王") + run("建国"), "王建国"),
    Mutation("ruby-struck", "text", _ruby("汪", "<w:strike/>") + run("王建国"), "王建国", ("struck-out",)),
    Mutation("flag", "text", run(NEW), NEW, ("not-hint",), flag="<w:showingPlcHdr/>"),
    Mutation("flag-true", "text", run(NEW), NEW, ("not-hint",), flag='<w:showingPlcHdr w:val="true"/>'),
    Mutation("flag-off", "text", run(NEW), NEW, flag='<w:showingPlcHdr w:val="off"/>'),
    Mutation("deleted", "text", _changed("del", _DELETED, 2) + run(NEW), NEW, ("deleted-text",)),
    Mutation("inserted", "text", run("3-1-") + _changed("ins", run("1201"), 3), NEW),
    Mutation(
        "replaced", "text", _changed("del", _DELETED, 4) + _changed("ins", run(NEW), 5), NEW, ("deleted-text",)
    ),
    Mutation("moved-away", "text", _changed("moveFrom", run(OLD), 6) + run(NEW), NEW, ("deleted-text",)),
    Mutation("moved-here", "text", run("3-1-") + _changed("moveTo", run("1201"), 7), NEW),
    Mutation("field", "text", _field(_code(" QUOTE x "), run(NEW)), NEW),
    Mutation(
        "field-nested", "text", _field(_code(" IF 1=1 ") + _field(_code(" QUOTE "), run(OLD)), run(NEW)), NEW,
        in_office=False,
    ),
    Mutation("field-simple", "text", f'<w:fldSimple w:instr=" QUOTE x ">{run(NEW)}</w:fldSimple>', NEW),
    Mutation(
        "hyphens", "text",
        "<w:r><w:t>3</w:t><w:noBreakHyphen/><w:t>1</w:t><w:noBreakHyphen/><w:t>12</w:t><w:softHyphen/><w:t>01</w:t></w:r>",
        NEW,
    ),
    Mutation("hyphen-signs", "text", run("3\u20111\u201112\u00ad01"), NEW),
    Mutation("fixed-space", "text", run("3-1\u00a01201"), "3-1 1201"),
    Mutation("tab", "text", "<w:r><w:t>3-1</w:t><w:tab/><w:t>1201</w:t></w:r>", "3-1 1201"),
    Mutation("line-break", "text", "<w:r><w:t>3-1</w:t><w:br/><w:t>1201</w:t></w:r>", "3-1\n1201"),
    Mutation("symbol", "text", f'<w:r><w:t>{NEW}</w:t><w:sym w:font="MS Gothic" w:char="2605"/></w:r>', f"{NEW}★"),
    Mutation("two-forms", "text", _TWO_FORMS, NEW, in_office=False),
    Mutation("spelling", "text", f'<w:proofErr w:type="spellStart"/>{run(NEW)}<w:proofErr w:type="spellEnd"/>', NEW),
    Mutation("page", "text", f"<w:r><w:lastRenderedPageBreak/><w:t>{NEW}</w:t></w:r>", NEW),
    Mutation("in-control", "text", f"{run('3-1-')}<w:sdt><w:sdtContent>{run('1201')}</w:sdtContent></w:sdt>", NEW),
    Mutation("flat", "text", run(NEW), NEW, is_flat=True),
    Mutation("flat-struck", "text", run(OLD, "<w:strike/>") + run(NEW), NEW, ("struck-out",), is_flat=True),
)  # fmt: skip

_DAY: Final = "2026-11-02"
_STORED: Final = f"{_DAY}T00:00:00Z"
DATES: Final = (
    Mutation("date", "date", run(_DAY), _DAY, state=_STORED),
    Mutation("date-emptied", "date", "", "", ("date-unseen",), state=_STORED),
    Mutation("date-spaces", "date", run("\u3000"), "", ("date-unseen",), state=_STORED),
    Mutation("date-hidden", "date", run(_DAY, "<w:vanish/>"), "", ("date-unseen", "hidden-text"), state=_STORED),
    Mutation("date-struck", "date", run(_DAY, "<w:strike/>"), "", ("date-unseen", "struck-out"), state=_STORED),
    Mutation(
        "date-corrected", "date", run("2026-11-01", "<w:strike/>") + run(_DAY), _DAY, ("date-differs", "struck-out"),
        state="2026-11-01T00:00:00Z",
    ),
    Mutation("date-retyped", "date", run(_DAY), _DAY, ("date-differs",), state="2026-12-02T00:00:00Z"),
    Mutation("date-not-stored", "date", run(_DAY), _DAY),
    Mutation("date-flag", "date", run(_DAY), _DAY, ("not-hint",), flag="<w:showingPlcHdr/>", state=_STORED),
    Mutation("date-flat", "date", run(_DAY), _DAY, is_flat=True),
)  # fmt: skip


def _symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def _in_font(font: str, letter: str) -> str:
    return run(letter, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


_ON, _OFF = "☑", "☐"
BOXES: Final = (
    *(
        Mutation(f"checked-{value}", "box", run(_ON if is_on else _OFF), _ON if is_on else _OFF, state=value)
        for value, is_on in (
            ("1", True), ("true", True), ("on", True), ("0", False), ("false", False), ("off", False), ("none", False)
        )
    ),
    Mutation("drawn-only", "box", run(_ON), _ON, ("box-differs",), state="0"),
    Mutation("stored-only", "box", run(_OFF), _OFF, ("box-differs",), state="1"),
    Mutation("box-struck", "box", run(_ON, "<w:strike/>"), _OFF, ("box-differs", "struck-out"), state="1"),
    Mutation("box-hidden", "box", run(_ON, "<w:vanish/>") + run(_OFF), _OFF, ("box-differs", "hidden-text"), state="1"),
    *(Mutation(f"flat-{sign}", "box", run(sign), _ON, is_flat=True) for sign in "☑☒⊠●■√✓✔"),
    *(Mutation(f"flat-{sign}", "box", run(sign), _OFF, is_flat=True) for sign in "☐□○"),
    *(
        Mutation(f"{font}-{code}", "box", _symbol(font, code), seen, is_flat=True)
        for font, code, seen in (
            ("Wingdings", "F0FE", _ON), ("Wingdings", "F0FD", _ON), ("Wingdings", "F0FC", _ON),
            ("Wingdings", "F0A8", _OFF), ("Wingdings", "F06F", _OFF), ("Wingdings 2", "F052", _ON),
            ("Wingdings 2", "F050", _ON), ("Wingdings 2", "F0A3", _OFF), ("Symbol", "F0D6", _ON),
        )
    ),
    Mutation("letter-þ", "box", _in_font("Wingdings", "þ"), _ON, is_flat=True),
    Mutation("letter-R", "box", _in_font("Wingdings 2", "R"), _ON, is_flat=True),
    Mutation("letter-private", "box", _in_font("Wingdings", "\uf0a8"), _OFF, is_flat=True),
)  # fmt: skip

ALL: Final = (*TEXTS, *DATES, *BOXES)
