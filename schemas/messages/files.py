"""Messages about files: encoding, YAML, folders and names."""

from __future__ import annotations

from typing import Final

from schemas.messages.wording import error

FILES: Final = {
    "file-too-big": error(
        "文件有 {size} MB，超过 {limit} MB",
        "一个文件只写一条记录。",
        "the file is {size} MB, over the limit of {limit} MB",
        "Write one record a file.",
    ),
    "not-a-file": error(
        "这不是普通文件，或者链接到了手册以外",
        "换成普通的 YAML 文件。",
        "this is not a plain file, or links outside the handbook",
        "Put a plain YAML file here.",
    ),
    "unreadable": error(
        "文件打不开：{reason}",
        "检查文件的权限。",
        "the file cannot be opened: {reason}",
        "Check the permissions of the file.",
    ),
    "not-utf8": error(
        "文件不是 UTF-8 编码，看起来是 {guess}",
        "在编辑器里选“另存为”，编码选 UTF-8。",
        "the file is not UTF-8; it looks like {guess}",
        "Save it again as UTF-8.",
    ),
    "control-character": error(
        "有看不见的字符 {name}",
        "删掉它；多半是从 Word 或网页粘贴来的。",
        "there is an invisible character {name}",
        "Delete it; it was probably pasted from Word or a web page.",
    ),
    "tab": error(
        "有制表符（Tab）",
        "缩进和间隔都用空格。",
        "there is a tab",
        "Use spaces for indentation and between words.",
    ),
    "full-width-space": error(
        "“{key}”前面是全角空格",
        "缩进只用半角空格。",
        "a full-width space stands before '{key}'",
        "Indent with ASCII spaces only.",
    ),
    "full-width-colon": error(
        "“{key}”后面是全角冒号",
        "改成半角冒号加一个空格：“{key}: ”。",
        "a full-width colon follows '{key}'",
        "Write an ASCII colon and a space: '{key}: '.",
    ),
    "colon-without-space": error(
        "“{key}:”后面没有空格",
        "冒号后面加一个空格：“{key}: ”。",
        "there is no space after '{key}:'",
        "Write a space after the colon: '{key}: '.",
    ),
    "yaml-syntax": error(
        "YAML 写法不对：{problem}",
        "看这一行和上一行的缩进、引号和冒号。",
        "this is not valid YAML: {problem}",
        "Look at the indentation, quotes and colons of this line and the one above.",
    ),
    "yaml-alias": error(
        "用了锚点或别名（& 或 *）",
        "把内容直接写出来；以 & 或 * 开头的文字要加引号。",
        "there is an anchor or alias (& or *)",
        "Write the content out; quote a text that starts with & or *.",
    ),
    "yaml-tag": error(
        "用了类型标记（!）",
        "删掉标记；以 ! 开头的文字要加引号。",
        "there is a type tag (!)",
        "Delete the tag; quote a text that starts with !.",
    ),
    "too-deep": error(
        "嵌套超过 {limit} 层",
        "检查括号和缩进。",
        "nested more than {limit} levels deep",
        "Check the brackets and the indentation.",
    ),
    "too-many-nodes": error(
        "内容超过 {limit} 项",
        "把它拆成几条记录。",
        "more than {limit} items",
        "Split it into several records.",
    ),
    "many-documents": error(
        "一个文件里有几个文档（---）",
        "一个文件只写一条记录。",
        "there are several documents (---) in one file",
        "Write one record a file.",
    ),
    "duplicate-key": error(
        "“{key}”写了两次，第一次在第 {first} 行",
        "留一个。",
        "'{key}' is written twice, first on line {first}",
        "Keep one of them.",
    ),
    "complex-key": error("这里的键不是文字", "键只用一个词。", "this key is not a word", "Use a single word as key."),
    "not-a-mapping": error(
        "文件里没有“键: 值”",
        "参照同一文件夹里的其他记录。",
        "there is no 'key: value' in the file",
        "Look at another record in the same folder.",
    ),
    "missing-file": error("缺少 {name}", "新建它。", "{name} is missing", "Create it."),
    "unknown-folder": error(
        "不认识的文件夹“{name}”",
        "{guess}文件夹名是种类：{known}。",
        "unknown folder '{name}'",
        "{guess}A folder is a kind: {known}.",
    ),
    "reserved-name": error(
        "手册的编号不能是“{name}”",
        "网站自己要用这些名字：{known}。换一个。",
        "a handbook cannot be called '{name}'",
        "The site itself uses these names: {known}. Take another.",
    ),
    "bad-folder-name": error(
        "文件夹名“{name}”不能作手册的编号",
        "只用小写字母、数字和连字符。",
        "the folder name '{name}' cannot be a handbook's id",
        "Use lower-case letters, digits and hyphens only.",
    ),
    "logo-missing": error(
        "handbook/{folder} 里没有标志图片“{value}”",
        "把 PNG 或 JPEG 图片放在 handbook.yaml 旁边，company.logo 只写文件名。",
        "there is no logo '{value}' in handbook/{folder}",
        "Put a PNG or JPEG picture beside handbook.yaml; company.logo holds its file name only.",
    ),
    "logo-too-large": error(
        "标志图片“{value}”有 {size} MB，太大",
        "每张表单都带着它，最大 1 MB；印出来高 8 毫米，200 像素高就够。",
        "the logo '{value}' is too large: {size} MB",
        "Every form carries it: 1 MB at most. It is printed 8 mm high, so 200 pixels are enough.",
    ),
    "logo-no-picture": error(
        "“{value}”不是完整的 PNG 或 JPEG 图片",
        "Word 和 WPS 只认这两种：SVG、PDF 等请先转成 PNG。",
        "'{value}' is not a whole PNG or JPEG picture",
        "Word and WPS take these two: turn an SVG, a PDF and the like into a PNG first.",
    ),
    "misplaced-file": error(
        "文件“{name}”放错了地方",
        "记录放在手册的种类文件夹里：{known}。",
        "the file '{name}' is in the wrong place",
        "A record belongs into a folder of its kind: {known}.",
    ),
    "bad-file-name": error(
        "文件名“{name}”不能作编号",
        "只用小写字母、数字和连字符，以 .yaml 结尾。",
        "the file name '{name}' cannot be an id",
        "Use lower-case letters, digits and hyphens only, ending in .yaml.",
    ),
    "catalogue-syntax": error(
        "翻译文件读不了：{problem}",
        "用 Poedit 打开看看。",
        "the catalogue cannot be read: {problem}",
        "Open it in Poedit.",
    ),
}
"""By rule."""
