"""Messages about files: encoding, YAML, folders and names."""

from __future__ import annotations

from schemas.messages.wording import Message, error, notice, warning
from schemas.words import Bilingual


class Files(Message):
    """How a file is read: its name, its encoding, its YAML."""

    FILE_TOO_BIG = error(
        "file-too-big",
        Bilingual("文件有 {size} MB，超过 {limit} MB", "the file is {size} MB, over the limit of {limit} MB"),
        Bilingual("一个文件只写一条记录。", "Write one record a file."),
    )
    NOT_A_FILE = error(
        "not-a-file",
        Bilingual("没有文件可读：{why}", "there is no file to read: {why}"),
        Bilingual("换成普通的文件；不要它就删掉。", "Put a plain file here, or delete it."),
    )
    OTHER_FORMAT = error(
        "other-format",
        Bilingual("里面不是文字：{what}", "this is {what}, not a text file"),
        Bilingual(
            "把它移到别处，放回原来的文字文件；没有备份就重写，里面的文字可以复制过来。",
            "Move it away and put the text file back; without a copy write it anew: its words can be pasted in.",
        ),
    )
    UNREADABLE = error(
        "unreadable",
        Bilingual("文件打不开：{reason}", "the file cannot be opened: {reason}"),
        Bilingual("检查文件的权限。", "Check the permissions of the file."),
    )
    NOT_UTF8 = error(
        "not-utf8",
        Bilingual("文件不是 UTF-8 编码{guess}", "the file is not UTF-8{guess}"),
        Bilingual("在编辑器里选“另存为”，编码选 UTF-8。", "Save it again as UTF-8."),
    )
    CONTROL_CHARACTER = error(
        "control-character",
        Bilingual("有看不见的字符 {name}", "there is an invisible character {name}"),
        Bilingual(
            "删掉它；多半是从 Word 或网页粘贴来的。", "Delete it; it was probably pasted from Word or a web page."
        ),
    )
    TAB = error(
        "tab",
        Bilingual("有制表符（Tab）", "there is a tab"),
        Bilingual("缩进和间隔都用空格。", "Use spaces for indentation and between words."),
    )
    FULL_WIDTH_SPACE = error(
        "full-width-space",
        Bilingual("{where}是{name}", "there is a {name} {where}"),
        Bilingual("删掉它，改成半角空格。", "Delete it and use an ASCII space."),
    )
    FULL_WIDTH_COLON = error(
        "full-width-colon",
        Bilingual("“{key}”后面是全角冒号", "a full-width colon follows '{key}'"),
        Bilingual("改成半角冒号加一个空格：“{key}: ”。", "Write an ASCII colon and a space: '{key}: '."),
    )
    COLON_WITHOUT_SPACE = error(
        "colon-without-space",
        Bilingual("“{key}:”后面没有空格", "there is no space after '{key}:'"),
        Bilingual("冒号后面加一个空格：“{key}: ”。", "Write a space after the colon: '{key}: '."),
    )
    DASH_WITHOUT_SPACE = error(
        "dash-without-space",
        Bilingual("“-{word}”的连字符后面没有空格", "there is no space after the dash of '-{word}'"),
        Bilingual("写成“- {word}”。", "Write '- {word}'."),
    )
    NOT_A_DASH = error(
        "not-a-dash",
        Bilingual("列表的一项以“{sign}”开头", "an item of a list starts with '{sign}'"),
        Bilingual("换成半角连字符加一个空格：“- {word}”。", "Use an ASCII hyphen and a space: '- {word}'."),
    )
    FULL_WIDTH_BRACKET = error(
        "full-width-bracket",
        Bilingual("“{sign}”不是 YAML 的括号", "'{sign}' is not a bracket of YAML"),
        Bilingual(
            "改成半角的 {pair}；里面的冒号、逗号也用半角，后面加一个空格。",
            "Use the ASCII signs {pair}; colons and commas within are ASCII too, with a space after each.",
        ),
    )
    QUOTE_OPEN = error(
        "quote-open",
        Bilingual("“{value}”开头的引号没有配对", "the quote that opens {value} is never closed"),
        Bilingual(
            "在这段文字的末尾写上同样的半角引号 {sign}；文字里面的引号用“ ”。",
            "Put the same ASCII quote {sign} at the end of the text; use “ ” for quotes within.",
        ),
    )
    TEXT_AFTER_QUOTES = error(
        "text-after-quotes",
        Bilingual("引号在“{rest}”前面就结束了", "the quotes end before '{rest}'"),
        Bilingual("{remedy}", "{remedy}"),
    )
    YAML_SYNTAX = error(
        "yaml-syntax",
        Bilingual("YAML 写法不对：{problem}", "this is not valid YAML: {problem}"),
        Bilingual("{remedy}", "{remedy}"),
    )
    YAML_ALIAS = error(
        "yaml-alias",
        Bilingual("用了锚点或别名（& 或 *）", "there is an anchor or alias (& or *)"),
        Bilingual(
            "把内容直接写出来；以 & 或 * 开头的文字要加引号。",
            "Write the content out; quote a text that starts with & or *.",
        ),
    )
    YAML_TAG = error(
        "yaml-tag",
        Bilingual("用了类型标记（!）", "there is a type tag (!)"),
        Bilingual("删掉标记；以 ! 开头的文字要加引号。", "Delete the tag; quote a text that starts with !."),
    )
    TOO_DEEP = error(
        "too-deep",
        Bilingual("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
        Bilingual("检查括号和缩进。", "Check the brackets and the indentation."),
    )
    TOO_MANY_NODES = error(
        "too-many-nodes",
        Bilingual("内容超过 {limit} 项", "more than {limit} items"),
        Bilingual("把它拆成几条记录。", "Split it into several records."),
    )
    MORE_ERRORS = error(
        "more-errors",
        Bilingual("这个文件另外还有 {more}", "and {more} in this file"),
        Bilingual("先改上面的，再检查一次。", "Put right what is above, then check again."),
    )
    MORE_WARNINGS = warning(
        "more-warnings",
        Bilingual("这个文件另外还有 {more}", "and {more} in this file"),
        Bilingual("先改上面的，再检查一次。", "Put right what is above, then check again."),
    )
    MORE_NOTICES = notice(
        "more-notices",
        Bilingual("这个文件另外还有 {more}", "and {more} in this file"),
        Bilingual("先看上面的，再检查一次。", "Look at what is above, then check again."),
    )
    MANY_DOCUMENTS = error(
        "many-documents",
        Bilingual("一个文件里有几个文档（---）", "there are several documents (---) in one file"),
        Bilingual("一个文件只写一条记录。", "Write one record a file."),
    )
    DUPLICATE_KEY = error(
        "duplicate-key",
        Bilingual("“{key}”写了两次，第一次在第 {first} 行", "'{key}' is written twice, first on line {first}"),
        Bilingual("留一个。", "Keep one of them."),
    )
    COMPLEX_KEY = error(
        "complex-key",
        Bilingual("这里的键不是文字", "this key is not a word"),
        Bilingual("键只用一个词。", "Use a single word as key."),
    )
    EMPTY_FILE = error(
        "empty-file",
        Bilingual("文件是空的", "the file is empty"),
        Bilingual(
            "每行写一个“键: 值”，至少写：{least}。不要它就删掉。",
            "Write 'key: value', one a line, at least: {least}. Delete the file if it is not wanted.",
        ),
    )
    NOT_A_MAPPING = error(
        "not-a-mapping",
        Bilingual("文件里没有“键: 值”", "there is no 'key: value' in the file"),
        Bilingual("每行写一个“键: 值”，至少写：{least}。", "Write 'key: value', one a line, at least: {least}."),
    )
    MISSING_FILE = error(
        "missing-file",
        Bilingual("缺少 {name}", "{name} is missing"),
        Bilingual("新建它，至少写：{least}。", "Create it with at least: {least}."),
    )
    UNKNOWN_FOLDER = error(
        "unknown-folder",
        Bilingual("不认识的文件夹“{name}”", "unknown folder '{name}'"),
        Bilingual(
            "{guess}文件夹名是种类：{known}。改了名，里面的记录才读得到。",
            "{guess}A folder is a kind: {known}. Rename it, so that its records are read.",
        ),
    )
    NESTED_FOLDER = error(
        "nested-folder",
        Bilingual("“{name}”是 {kind} 里面的文件夹", "'{name}' is a folder within {kind}"),
        Bilingual(
            "种类文件夹里不再分文件夹：把记录移到 {kind}/，再删掉它。",
            "A folder of a kind holds no others: move its records to {kind}/ and delete it.",
        ),
    )
    KIND_OF_LIBRARY = error(
        "kind-of-library",
        Bilingual(
            "“{name}”全库只有一份，不放在手册里", "'{name}' stands once for the whole library, not in a handbook"
        ),
        Bilingual("移到 handbook/{name}/。", "Move it to handbook/{name}/."),
    )
    RESERVED_NAME = error(
        "reserved-name",
        Bilingual("手册的编号不能是“{name}”", "a handbook cannot be called '{name}'"),
        Bilingual(
            "网站自己要用这些名字：{known}。换一个。", "The site itself uses these names: {known}. Take another."
        ),
    )
    BAD_FOLDER_NAME = error(
        "bad-folder-name",
        Bilingual("文件夹名“{name}”不能作手册的编号", "the folder name '{name}' cannot be a handbook's id"),
        Bilingual("{rename}只用小写字母、数字和连字符。", "{rename}use lower-case letters, digits and hyphens only."),
    )
    LOGO_MISSING = error(
        "logo-missing",
        Bilingual("handbook/{folder} 里没有标志图片“{value}”", "there is no logo '{value}' in handbook/{folder}"),
        Bilingual(
            "把 PNG 或 JPEG 图片放在 handbook.yaml 旁边，company.logo 只写文件名。",
            "Put a PNG or JPEG picture beside handbook.yaml; company.logo holds its file name only.",
        ),
    )
    LOGO_TOO_LARGE = error(
        "logo-too-large",
        Bilingual("标志图片“{value}”有 {size} MB，太大", "the logo '{value}' is too large: {size} MB"),
        Bilingual(
            "每张表单都带着它，最大 1 MB；印出来高 8 毫米，200 像素高就够。",
            "Every form carries it: 1 MB at most. It is printed 8 mm high, so 200 pixels are enough.",
        ),
    )
    LOGO_NO_PICTURE = error(
        "logo-no-picture",
        Bilingual("“{value}”不是完整的 PNG 或 JPEG 图片", "'{value}' is not a whole PNG or JPEG picture"),
        Bilingual(
            "Word 和 WPS 只认这两种：SVG、PDF 等请先转成 PNG。",
            "Word and WPS take these two: turn an SVG, a PDF and the like into a PNG first.",
        ),
    )
    PICTURE_MISSING = error(
        "picture-missing",
        Bilingual("{folder} 里没有图片“{value}”", "there is no picture '{value}' in {folder}"),
        Bilingual(
            "把 PNG 或 JPEG 图片放在这份文件旁边，file 只写文件名。",
            "Put a PNG or JPEG picture beside this file; `file` holds its name only.",
        ),
    )
    PICTURE_TOO_LARGE = error(
        "picture-too-large",
        Bilingual("图片“{value}”有 {size} MB，太大", "the picture '{value}' is too large: {size} MB"),
        Bilingual("最大 1 MB；宽 1,200 像素就够。", "1 MB at most; 1,200 pixels across are enough."),
    )
    PICTURE_NO_PICTURE = error(
        "picture-no-picture",
        Bilingual("“{value}”不是完整的 PNG 或 JPEG 图片", "'{value}' is not a whole PNG or JPEG picture"),
        Bilingual(
            "SVG、PDF、HEIC 等请先转成 PNG 或 JPEG。",
            "Turn an SVG, a PDF, a HEIC and the like into a PNG or JPEG first.",
        ),
    )
    MISPLACED_FILE = error(
        "misplaced-file",
        Bilingual("文件“{name}”放错了地方", "the file '{name}' is in the wrong place"),
        Bilingual("记录放在手册的种类文件夹里：{known}。", "A record belongs in a folder of its kind: {known}."),
    )
    BAD_FILE_NAME = error(
        "bad-file-name",
        Bilingual("文件名“{name}”不能作编号", "the file name '{name}' cannot be an id"),
        Bilingual(
            "{rename}只用小写字母、数字和连字符，以 .yaml 结尾。",
            "{rename}use lower-case letters, digits and hyphens only, ending in .yaml.",
        ),
    )
    FOREIGN_FILE = warning(
        "foreign-file",
        Bilingual("“{name}”不是记录，没有读它", "'{name}' is no record and was not read"),
        Bilingual(
            "handbook 文件夹里只放 YAML 记录、翻译和图片：把它移到别处。",
            "The handbook folder holds YAML records, catalogues and pictures only: move it elsewhere.",
        ),
    )
    CATALOGUE_LONG_ENTRY = error(
        "catalogue-long-entry",
        Bilingual("这一条超过 {limit} 字", "this entry is longer than {limit} characters"),
        Bilingual("删掉多余的注释，或把原文分成几段。", "Delete comments, or split its text into several."),
    )
    CATALOGUE_SYNTAX = error(
        "catalogue-syntax",
        Bilingual("翻译文件读不了：{problem}", "the catalogue cannot be read: {problem}"),
        Bilingual("用 Poedit 打开看看。", "Open it in Poedit."),
    )
