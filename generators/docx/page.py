"""What stands around a form: the title, header and footer of its pages, and the section that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from generators.docx import paper, wml
from generators.docx.flow import Prose
from generators.docx.labels import PRIVACY
from generators.docx.measure import ems, line_count, wrap
from generators.docx.sheet import Sheet
from generators.docx.styles import DECLARATION, NAMESPACE
from schemas.picture import PictureFile
from schemas.record import Signed
from schemas.references import RecordRef
from schemas.words import ByLanguage

_LOGO_HIGH: Final = 8
_LOGO_WIDEST: Final = 45
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU: Final = 635
_HEADER_SIZE: Final = 18
_STATUS_EMS: Final = 5
"""Room for the framed word of a draft, in em."""
_RIGHT: Final = ByLanguage(1750, 1950)
"""Room for page numbers and fingerprint, in twips."""
_PITCH: Final = 195
_STATEMENTS_SIZE: Final = 15
_CHECK_CODE: Final = 6
"""Characters of the fingerprint that a sheet has which is handed out."""


def title(sheet: Sheet) -> Prose:
    """The title of the form, large, above everything else."""
    size = sheet.faces.title
    lines = wrap(sheet.plain(sheet.form.title), sheet.paper.room / (size * 10) / sheet.faces.bold)
    pitch = sheet.faces.pitch(size)
    return Prose(wml.lines(lines), "FormTitle", len(lines), pitch, pitch + 120, keep=True, around=80)


class Corner(NamedTuple):
    """What stands at the right of a header: its markup, and the room it takes, in em."""

    content: str
    ems: float


def header(sheet: Sheet, number: int, *, first: bool, corner: Corner | None = None, copy: str = "") -> str:
    """The header: logo and company at the left, code, edition and status at the right; further pages repeat the title.

    Args:
        sheet: the form.
        number: a number for the logo that no other part uses.
        first: whether it is the header of the first page.
        corner: what stands at the right instead.
        copy: which copy of several the sheet is and whom it is for, if it is marked; it stands in the middle.
    """
    corner = corner or _identity(sheet)
    company, title = _marked(sheet, corner.ems, copy) if copy else _names(sheet, corner.ems, first=first)
    room = sheet.paper.room
    middle = (_logo_room(sheet) + _em(ems(company)) + room - _em(corner.ems)) // 2
    properties = '<w:pStyle w:val="FormHeader"/>'
    properties += f'<w:tabs><w:tab w:val="center" w:pos="{middle}"/><w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    namespaces, logo = "", ""
    if sheet.logo is not None:
        namespaces = f' xmlns:r="{RELATIONSHIPS}" {PICTURE_NAMESPACES}'
        properties += _BESIDE_LOGO
        logo = picture("logo", company, number, _logo_size(sheet.logo)) + wml.run(" ")
    content = logo + wml.run(company, "FormCompany")
    content += wml.TAB + (wml.run(title, _COPY if copy else "") if title else "") + wml.TAB + corner.content
    return f"{DECLARATION}<w:hdr {NAMESPACE}{namespaces}><w:p><w:pPr>{properties}</w:pPr>{content}</w:p></w:hdr>"


_BESIDE_LOGO: Final = (
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:textAlignment w:val="center"/>'
)
"""A line as high as the logo, with the words at half its height."""


def _logo_size(logo: PictureFile) -> tuple[int, int]:
    """Width and height of a logo in twips: 8 mm high, less where it would be wider than 45 mm."""
    high, widest = paper.mm(_LOGO_HIGH), paper.mm(_LOGO_WIDEST)
    width = high * logo.width // logo.height
    return (width, high) if width <= widest else (widest, max(1, widest * logo.height // logo.width))


def _logo_room(sheet: Sheet) -> int:
    """What the logo takes of the header's width, in twips."""
    return _logo_size(sheet.logo)[0] + _em(0.5) if sheet.logo else 0


def _names(sheet: Sheet, right: float, *, first: bool) -> tuple[str, str]:
    """The company, and on further pages the title; its short name where both would not fit beside *right* em."""
    company = sheet.library.company(sheet.entry.handbook)
    full, short = sheet.plain(company.name), sheet.plain(company.short or company.name)
    fits = _fits(sheet, ems(full) + right + 1)
    alone = (full if fits else short), ""
    if first:
        return alone
    title = sheet.plain(sheet.form.title)
    continued = sheet.words.continued.format(title=title)
    for names in ((full, continued), (short, continued), (short, title)):
        if _fits(sheet, sum(map(ems, names)) + right + 2):
            return names
    return alone


_COPY: Final = "FormStatus"


def _marked(sheet: Sheet, right: float, copy: str) -> tuple[str, str]:
    """The company and the mark of a copy; where both would not fit, its short name, then the mark without for whom."""
    company = sheet.library.company(sheet.entry.handbook)
    full, short = sheet.plain(company.name), sheet.plain(company.short or company.name)
    which, colon, _ = copy.replace("：", ":").partition(":")
    which = which if colon else copy.partition(" ")[0]
    for names in ((full, copy), (short, copy), ("", copy), (short, which)):
        if _logo_room(sheet) + _em(sum(map(ems, names)) + right + 2) <= sheet.paper.room:
            break
    return names[0], f" {names[1]} "


def _fits(sheet: Sheet, count: float) -> bool:
    """Whether *count* em fit into a header's line beside the logo, in English whatever the font."""
    return _logo_room(sheet) + _em(count * _ANY_FONT.of(sheet.lang)) <= sheet.paper.room


_ANY_FONT: Final = ByLanguage(1.0, 1.15)


def _em(count: float) -> int:
    """Em of the header in twips."""
    return round(count * _HEADER_SIZE * 10)


def _identity(sheet: Sheet) -> Corner:
    """Code, edition and, unless the text is approved, its status in a frame."""
    form = sheet.form
    edition = sheet.words.edition.format(edition=form.edition)
    parts = [str(form.code)] if form.code else []
    content = wml.run(sheet.words.gap.join([*parts, edition]))
    if form.status.state == "withdrawn":
        content += framed(sheet, sheet.words.withdrawn)
    elif form.status.state == "draft" and not sheet.for_resident:
        content += framed(sheet, sheet.words.draft)
    return Corner(content, ems(f"{form.code or ''} {edition}") + _STATUS_EMS)


def framed(sheet: Sheet, text: str) -> str:
    """A word in a frame, behind others."""
    return wml.run(sheet.words.gap) + wml.run(f" {text} ", "FormStatus")


def footer(sheet: Sheet, printed: str, payload: str, pages: int, number: int, counted: str = "") -> str:
    """The footer: keeping, source and status at the left, page and fingerprint beside the QR code at the right.

    Args:
        sheet: the form.
        printed: its fingerprint, as it is printed.
        payload: what the QR code says, for those who cannot see it.
        pages: how many pages the form is planned to take.
        number: a number for the picture that no other part uses.
        counted: which page of how many it is, as runs, where that is not for the word processor to count.
    """
    widths = _footer_widths(sheet)
    left = "".join([wml.paragraph(wml.run(line), "FormFooter") for line in _statements(sheet)])
    numbers = (counted or page_numbers(sheet, pages), wml.run(_check(sheet, printed)))
    if sheet.paper.is_narrow:
        left += wml.paragraph(wml.run(sheet.words.gap).join(numbers), "FormFooter")
    middle = "".join([wml.paragraph(line, "FormFooter", jc="right") for line in numbers])
    image = wml.paragraph(
        picture("QR", sheet.words.qr.format(what=payload), number, (sheet.qr, sheet.qr)), "FormPicture", jc="right"
    )
    contents = (left, image) if sheet.paper.is_narrow else (left, middle, image)
    cells = "".join([wml.cell(*each, valign="bottom") for each in zip(widths, contents, strict=True)])
    table = wml.table_head(widths, "FormPlain", margin=0) + wml.row(cells, sheet.qr) + "</w:tbl>"
    end = wml.paragraph("", "FormGap", keep=False, line=20)
    return f'{DECLARATION}<w:ftr {NAMESPACE} xmlns:r="{RELATIONSHIPS}" {PICTURE_NAMESPACES}>{table}{end}</w:ftr>'


def _check(sheet: Sheet, printed: str) -> str:
    """By what a sheet is told from an old one: its fingerprint; its beginning on a sheet that is handed out."""
    if sheet.for_resident:
        return sheet.words.check_code.format(code=printed[:_CHECK_CODE])
    return sheet.words.fingerprint.format(fingerprint=printed)


def _footer_widths(sheet: Sheet) -> tuple[int, ...]:
    """Statements, page and fingerprint, QR code; on narrow paper page and fingerprint stand under the statements."""
    right, code = _RIGHT.of(sheet.lang), sheet.qr + 100
    if sheet.paper.is_narrow:
        return sheet.paper.room - code, code
    return sheet.paper.room - right - code, right, code


def bottom(sheet: Sheet) -> int:
    """The bottom margin in twips: as high as the footer of this form needs."""
    count = sum(line_count(line, _statement_room(sheet)) for line in _statements(sheet)) + sheet.paper.is_narrow
    return paper.FOOTER + max(sheet.qr + 20, count * _PITCH) + 100


def depth(sheet: Sheet) -> int:
    """The height of the form on each page, in twips, less a little in which word processors differ."""
    return sheet.paper.height - paper.TOP - bottom(sheet) - paper.SLACK


def _with_disposal(sheet: Sheet, keep: str) -> tuple[str, ...]:
    """How long it is kept and what then becomes of it, on one line if there is room, otherwise each on its own."""
    if not sheet.defaults.dispose:
        return (keep,) if keep else ()
    how = sheet.plain(sheet.defaults.dispose)
    whole = keep + sheet.words.dispose.format(how=how)
    return (
        (whole,)
        if line_count(whole, _statement_room(sheet)) == 1
        else (keep, sheet.words.dispose_apart.format(how=how))
    )


def _statement_room(sheet: Sheet) -> float:
    """The room for a statement of the footer, in em."""
    return _footer_widths(sheet)[0] / (_STATEMENTS_SIZE * 10)


def page_numbers(sheet: Sheet, pages: int, count: str = "NUMPAGES") -> str:
    """`第 X 页 共 Y 页` with fields that the word processor fills.

    Args:
        sheet: the form.
        pages: how many pages there are.
        count: the field that counts them; empty where *pages* are to stand there whatever is counted.
    """
    before, _, rest = sheet.words.page.format(page="\x00", pages="\x01").partition("\x00")
    between, _, after = rest.partition("\x01")
    whole = wml.field(count, pages) if count else wml.run(str(pages))
    pieces = [wml.run(before), wml.field("PAGE", 1), wml.run(between), whole, wml.run(after)]
    return "".join(pieces)


def _statements(sheet: Sheet) -> Iterator[str]:
    """The lines of the footer: how long it is kept, what the source is, where this text stands."""
    form = sheet.form
    defaults = sheet.defaults
    keep = sheet.words.keep.format(time=defaults.time.say(sheet.lang)) if defaults.time else ""
    keep += sheet.words.keep_from.format(moment=sheet.plain(defaults.from_)) if keep and defaults.from_ else ""
    if defaults.strike_out:
        yield sheet.plain(defaults.strike_out)
    yield from _with_disposal(sheet, keep)
    if form.source is not None and not sheet.for_resident:
        yield sheet.words.source.format(what=_source(sheet))
    privacy = PRIVACY[defaults.privacy].say(sheet.lang)
    standing = "" if sheet.for_resident and form.status.state != "withdrawn" else _standing(sheet)
    yield sheet.words.gap.join(filter(None, (standing, privacy, sheet.words.required)))


def _source(sheet: Sheet) -> str:
    source = sheet.form.source
    assert source is not None
    parts = [source.code, source.edition, source.effective and source.effective.isoformat()]
    named = " ".join([str(part) for part in parts if part])
    title = sheet.plain(source.title)
    citation = named if title == sheet.form.title and named else f"{title} {named}".strip()
    return citation + sheet.words.gives.format(gives=sheet.plain(source.gives))


def _standing(sheet: Sheet) -> str:
    form = sheet.form
    if form.status.state == "draft":
        return sheet.words.own_draft.format(edition=form.edition)
    if form.status.state == "withdrawn":
        withdrawn = sheet.words.own_withdrawn.format(edition=form.edition)
        successor = form.status.replaced_by
        return withdrawn + (sheet.words.replaced_by.format(record=_named(sheet, successor)) if successor else "")
    approved, effective = form.status.approved, form.status.effective
    by = sheet.words.approved_by.format(by=_name_and_post(sheet, approved)) if approved else ""
    on = sheet.words.approved_on.format(on=approved.on.isoformat()) if approved and approved.on else ""
    since = sheet.words.effective.format(on=effective.isoformat()) if effective else ""
    return sheet.words.approved.format(edition=form.edition, by=by, on=on) + since


def _name_and_post(sheet: Sheet, signed: Signed) -> str:
    post = sheet.words.signed_post.format(post=sheet.plain(signed.post)) if signed.post else ""
    return sheet.plain(signed.name) + post


def _named(sheet: Sheet, reference: RecordRef) -> str:
    """The record that a reference means, by its code or else its title."""
    target = sheet.library.find(reference, sheet.entry.handbook)
    return (target.code or sheet.library.title(target.address)) if target else str(reference)


PICTURE_NAMESPACES: Final = (
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)


def picture(name: str, description: str, number: int, size: tuple[int, int], relation: str = "rId1") -> str:
    """The picture that the part is related to by *relation*; *size* is its width and height in twips."""
    extent = f'cx="{size[0] * _EMU}" cy="{size[1] * _EMU}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{wml.attribute(description)}"/><a:graphic>'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="{name.lower()}.png"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def section(sheet: Sheet) -> str:
    """The section: paper, margins, and which header and footer belong to the first page and to the others."""
    of_form = (
        '<w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId7"/>'
    )
    return section_of(sheet, of_form, bottom(sheet), "<w:titlePg/>")


def references(number: int, kind: str = "default") -> str:
    """The header and the footer of this *number*, for pages of this *kind*."""
    return "".join([f'<w:{part}Reference w:type="{kind}" r:id="{part}{number}"/>' for part in ("header", "footer")])


def section_of(
    sheet: Sheet, refers: str, below: int, more: str = "", *, before: str = "", is_bound: bool = False
) -> str:
    """The properties of a section on the paper of *sheet*.

    Args:
        sheet: the form.
        refers: which headers and footers its pages have.
        below: the bottom margin, in twips.
        more: what follows the margins.
        before: what is said before the paper: on which page it begins.
        is_bound: whether it is printed on both sides and bound: what the left margin is wider than the right one is
            then the gutter, which changes sides.
    """
    size = sheet.paper
    turned = ' w:orient="landscape"' if size.is_landscape else ""
    above = paper.HEADER if sheet.logo is None else paper.LOGO_HEADER
    gutter = size.left - size.right if is_bound else 0
    return (
        f'<w:sectPr xmlns:r="{RELATIONSHIPS}">{refers}{before}<w:pgSz w:w="{size.width}" w:h="{size.height}"{turned}/>'
        f'<w:pgMar w:top="{paper.TOP}" w:right="{size.right}" w:bottom="{below}" '
        f'w:left="{size.left - gutter}" w:header="{above}" w:footer="{paper.FOOTER}" w:gutter="{gutter}"/>'
        f"{more}</w:sectPr>"
    )
