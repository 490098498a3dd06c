"""What libyaml says of a text that it cannot read, in the words of an author: what is wrong, and what puts it right.

Its own words are never shown. `tests/schemas/test_yaml_problems.py` holds the table to the messages of the library.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from schemas.words import Bilingual


class Problem(NamedTuple):
    """A reason to stop reading: what is wrong, as half a sentence, and what puts it right."""

    said: Bilingual
    remedy: Bilingual


_LOOK: Final = Bilingual(
    "看这一行和上一行的缩进、引号和冒号。",
    "Look at the indentation, quotes and colons of this line and the one above.",
)
_QUOTE: Final = Bilingual("把整段文字用半角引号括起来。", "Put ASCII quotes around the whole text.")
_DELETE: Final = Bilingual("删掉以 % 开头的这一行。", "Delete the line that starts with %.")
_COLON: Final = Bilingual(
    "写成“键: 值”；要是接着上一行的文字，就比上一行多缩进两格。",
    "Write 'key: value'; indent it two spaces more if it goes on with the text above.",
)
_ESCAPE: Final = Bilingual(
    "文字里有反斜杠，就把外面的双引号换成半角单引号。",
    "A text with a backslash takes ASCII single quotes around it, not double ones.",
)
_NOT_YAML: Final = Bilingual(
    "在编辑器里选“另存为”，编码选 UTF-8；不是文字的文件，移到别处。",
    "Save it again as UTF-8; move a file that is no text elsewhere.",
)

_MARKS: Final = Problem(Bilingual("以 ! 开头的文字没有加引号", "a text that starts with ! is not quoted"), _QUOTE)
_STARS: Final = Problem(
    Bilingual("以 * 或 & 开头的文字没有加引号", "a text that starts with * or & is not quoted"), _QUOTE
)
_PERCENT: Final = Problem(Bilingual("以 % 开头的行不是正文", "a line that starts with % is no content"), _DELETE)
_QUOTES: Final = Problem(
    Bilingual("引号没有配对", "a quote is not closed"),
    Bilingual("在这段文字的末尾补上同样的引号。", "Put the same quote at the end of the text."),
)
_BACKSLASH: Final = Problem(
    Bilingual("双引号里的反斜杠写法不对", "a backslash within double quotes is not followed by what it may be"), _ESCAPE
)
_ALIGNMENT: Final = Problem(
    Bilingual("缩进没有和上面对齐", "the indentation matches none of the lines above"),
    Bilingual(
        "同一层的键，前面的空格一样多；下一层多两个。",
        "Keys of one level have the same number of spaces before them; the next level has two more.",
    ),
)
_TABS: Final = Problem(Bilingual("有制表符（Tab）", "there is a tab"), Bilingual("换成空格。", "Use spaces instead."))
_COLON_MISSING: Final = Problem(Bilingual("这一行缺少“: ”", "this line lacks its ': '"), _COLON)
_BLOCK_TEXT: Final = Problem(
    Bilingual("“|”或“>”后面写了文字", "there is text behind '|' or '>'"),
    Bilingual("文字另起一行写；只有一行的，删掉“|”或“>”。", "Start the text on the next line, or delete the sign."),
)
_BYTES: Final = Problem(Bilingual("文件里有不是文字的内容", "the file holds something that is no text"), _NOT_YAML)
_SIZE: Final = Problem(
    Bilingual("内容太长", "there is too much of it"), Bilingual("把它拆成几条记录。", "Split it into several records.")
)

OTHERWISE: Final = Problem(Bilingual("读到这里读不下去", "it cannot be read beyond this place"), _LOOK)
"""What is said for words of libyaml that are not in the table."""

PROBLEMS: Final[Mapping[str, Problem]] = MappingProxyType({
    "mapping values are not allowed in this context": Problem(
        Bilingual("这里不该又有“: ”", "there is a second ': ' here"),
        Bilingual(
            "是文字就把整段用半角引号括起来；是键就另起一行，和同层的键对齐。",
            "Put ASCII quotes around a text; start a new line for a key and align it with its neighbours.",
        ),
    ),
    "could not find expected ':'": _COLON_MISSING,
    "found unexpected ':'": Problem(
        Bilingual("括号里的文字有“:”，没有加引号", "a text in brackets that holds ':' is not quoted"), _QUOTE
    ),
    "did not find expected key": _ALIGNMENT,
    "did not find expected '-' indicator": Problem(
        Bilingual("列表各项没有对齐", "the items of the list are not aligned"),
        Bilingual(
            "每一项都以“- ”开头，前面的空格一样多。",
            "Start every item with '- ', with the same number of spaces before it.",
        ),
    ),
    "did not find expected ',' or ']'": Problem(
        Bilingual("方括号没有配对，或者少了逗号", "a bracket is not closed, or a comma is missing"),
        Bilingual(
            "补上 ]，各项之间写半角逗号加一个空格；文字里有 [ ] 就加引号。",
            "Close it with ], with an ASCII comma and a space between items; quote a text with [ ] in it.",
        ),
    ),
    "did not find expected ',' or '}'": Problem(
        Bilingual("花括号没有配对，或者少了逗号", "a brace is not closed, or a comma is missing"),
        Bilingual(
            "补上 }，各项之间写半角逗号加一个空格；文字里有 { } 就加引号。",
            "Close it with }, with an ASCII comma and a space between items; quote a text with { } in it.",
        ),
    ),
    "did not find expected node content": Problem(
        Bilingual("这里少了内容，或者多了括号、逗号", "something is missing here, or a bracket or comma too many"),
        Bilingual("补上内容，或者删掉多的符号。", "Write what is missing, or delete the sign."),
    ),
    "did not find expected alphabetic or numeric character": _STARS,
    "found unexpected non-alphabetical character": _PERCENT,
    "found undefined alias": _STARS,
    "found duplicate anchor; first occurrence": _STARS,
    "did not find expected whitespace or line break": _MARKS,
    "did not find expected '!'": _MARKS,
    "did not find the expected '>'": _MARKS,
    "did not find expected tag URI": _MARKS,
    "did not find URI escaped octet": _MARKS,
    "found an incorrect leading UTF-8 octet": _MARKS,
    "found an incorrect trailing UTF-8 octet": _MARKS,
    "found undefined tag handle": _MARKS,
    "did not find expected comment or line break": _BLOCK_TEXT,
    "found an indentation indicator equal to 0": _BLOCK_TEXT,
    "did not find expected <document start>": Problem(
        Bilingual("这一行不接着上面的内容", "this line does not go on with what is above"), _COLON
    ),
    "did not find expected <stream-start>": OTHERWISE,
    "found character that cannot start any token": Problem(
        Bilingual("文字以这个符号开头，没有加引号", "a text that starts with this sign is not quoted"), _QUOTE
    ),
    "found unexpected end of stream": _QUOTES,
    "found unexpected document indicator": _QUOTES,
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found invalid Unicode character escape code": _BACKSLASH,
    "found a tab character that violates indentation": _TABS,
    "found a tab character where an indentation space is expected": _TABS,
    "block sequence entries are not allowed in this context": Problem(
        Bilingual("“- ”和键写在同一行", "'- ' stands on the line of its key"),
        Bilingual(
            "列表另起一行，缩进两格；是文字就加引号。", "Start the list on the next line, indented; quote a text."
        ),
    ),
    "mapping keys are not allowed in this context": Problem(
        Bilingual("以 ? 开头的文字没有加引号", "a text that starts with ? is not quoted"), _QUOTE
    ),
    "found incompatible YAML document": _PERCENT,
    "could not find expected directive name": _PERCENT,
    "did not find expected digit or '.' character": _PERCENT,
    "did not find expected version number": _PERCENT,
    "did not find expected whitespace": _PERCENT,
    "found duplicate %TAG directive": _PERCENT,
    "found duplicate %YAML directive": _PERCENT,
    "found extremely long version number": _PERCENT,
    "found unknown directive name": _PERCENT,
    "control characters are not allowed": _BYTES,
    "incomplete UTF-16 character": _BYTES,
    "incomplete UTF-16 surrogate pair": _BYTES,
    "incomplete UTF-8 octet sequence": _BYTES,
    "invalid Unicode character": _BYTES,
    "invalid leading UTF-8 octet": _BYTES,
    "invalid length of a UTF-8 sequence": _BYTES,
    "invalid trailing UTF-8 octet": _BYTES,
    "unexpected low surrogate area": _BYTES,
    "input is too long": _SIZE,
    "too many tags": _MARKS,
})  # fmt: skip
"""Every reason of libyaml 0.2.5 by its own words."""
