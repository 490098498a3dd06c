"""Messages of commands: what stands in the way of doing what was asked."""

from __future__ import annotations

from schemas.messages.wording import Message, error, warning
from schemas.words import Bilingual


class Requests(Message):
    """What stands in the way of doing what was asked."""

    NO_ROOT = error(
        "no-root",
        Bilingual("这里和上面的文件夹里都没有手册", "no handbook library found here or above"),
        Bilingual(
            "{near}进入有 handbook/library.yaml 的文件夹，或用 --root 指定，或设 HANDBOOK_ROOT；"
            "还没有手册的，新建一个：handbook new library my-desk。",
            "{near}Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT; "
            "to begin one: handbook new library my-desk.",
        ),
    )
    WRONG_ROOT = error(
        "wrong-root",
        Bilingual(
            "{said} 指的“{path}”里没有 handbook/library.yaml",
            "{said} names '{path}', which holds no handbook/library.yaml",
        ),
        Bilingual(
            "进入有 handbook/library.yaml 的文件夹，或用 --root 指定，或设 HANDBOOK_ROOT。",
            "Go to the folder that holds handbook/library.yaml, or name it with --root or HANDBOOK_ROOT.",
        ),
    )
    NO_LIBRARY = error(
        "no-library",
        Bilingual("手册有 {count} 个错误，读不成", "the library cannot be used; errors in it: {count}"),
        Bilingual("先运行 handbook check。", "Run handbook check first."),
    )
    PORT_TAKEN = error(
        "port-taken",
        Bilingual("不能在 {place} 提供服务：{reason}", "cannot serve at {place}: {reason}"),
        Bilingual("换一个端口：handbook serve --port 8001。", "Choose another port: handbook serve --port 8001."),
    )
    BUILD_UNREAD = error(
        "build-unread",
        Bilingual("新生成的内容还不能提供服务", "what was built cannot be served yet"),
        Bilingual("{reason}", "{reason}"),
    )
    NO_RECORD = error(
        "no-record",
        Bilingual("没有“{value}”", "there is no '{value}'"),
        Bilingual("{guess}", "{guess}"),
    )
    SEVERAL_RECORDS = error(
        "several-records",
        Bilingual("“{value}”可以是好几个", "'{value}' may be one of several"),
        Bilingual("写出编号或地址：{listed}。", "Name one by its code or address: {listed}."),
    )
    NO_MATCH = error(
        "no-match",
        Bilingual("没有哪张表的编号、标题或地址和“{value}”相符", "no form has a code, title or address like '{value}'"),
        Bilingual("handbook form --list 列出全部。", "handbook form --list lists them all."),
    )
    SEVERAL_COURSES = error(
        "several-courses",
        Bilingual("“{value}”可以是几门课", "'{value}' may be several courses"),
        Bilingual("写出地址：{listed}。", "Name one by its address: {listed}."),
    )
    NO_RULE = error(
        "no-rule",
        Bilingual("没有叫“{value}”的规则", "there is no rule '{value}'"),
        Bilingual("{guess}规则名在每条结果末尾的方括号里。", "{guess}A rule stands in brackets behind each finding."),
    )
    NO_PATH = error(
        "no-path",
        Bilingual("没有文件或文件夹“{value}”", "there is no file or folder '{value}'"),
        Bilingual(
            "{guess}从当前文件夹写起，或从 {folder} 写起。",
            "{guess}Write it as seen from the current folder, or from {folder}.",
        ),
    )
    PATH_OUTSIDE = error(
        "path-outside",
        Bilingual("“{value}”不在手册的文件夹里", "'{value}' is not inside the library"),
        Bilingual("手册在 {folder}。", "The library is in {folder}."),
    )
    NO_FORMS = error(
        "no-forms",
        Bilingual("“{value}”没有用到表单，没有可以打印的", "'{value}' uses no form, so there is nothing to print"),
        Bilingual(
            "换一个规程、岗位或手册；handbook form --list 列出全部表单。",
            "Name another procedure, role or handbook; handbook form --list lists every form.",
        ),
    )
    NO_ITEMS = error(
        "no-items",
        Bilingual("“{value}”没有可以导出的题", "'{value}' has no item that can be exported"),
        Bilingual(
            "题从各单元要读的记录里算出来；记录都是草案的，课程里写 drafts: true。",
            "Items are computed from the records that its modules read; where all of them are drafts the course has to "
            "say drafts: true.",
        ),
    )
    NO_ROLE_YET = error(
        "no-role-yet",
        Bilingual("手册 {handbook} 里还没有岗位", "handbook {handbook} has no role yet"),
        Bilingual("先建一个：handbook new role front-desk。", "Make one first: handbook new role front-desk."),
    )
    BUILD_STOPPED = error(
        "build-stopped",
        Bilingual(
            "生成停了：{path} 写不进去：{reason}；原来的仍然完整",
            "the build stopped, as {path} cannot be written: {reason}; what stood before is whole",
        ),
        Bilingual("{remedy}", "{remedy}"),
    )
    CANNOT_WRITE = error(
        "cannot-write",
        Bilingual(
            "{path} 写不进去：{reason}；原来的没有动",
            "{path} cannot be written: {reason}; what stood there is as it was",
        ),
        Bilingual("{remedy}", "{remedy}"),
    )
    SETTINGS_UNCLEAR = error(
        "settings-unclear",
        Bilingual("{path} 读不懂：里面有注释，或者写法不对", "{path} cannot be read: it has comments, or is no JSON"),
        Bilingual(
            "把注释删掉；不要了就整个删掉，再运行 handbook editor。",
            "Take the comments out, or delete the file if nobody needs it, and run handbook editor again.",
        ),
    )
    SAMPLE_DATA = warning(
        "sample-data",
        Bilingual("“{form}”上印着示例数据：{values}", "'{form}' prints sample data: {values}"),
        Bilingual(
            "发出去以前，在 handbook/{handbook}/handbook.yaml 的 project 里换成本项目的，再删去 sample: true。",
            "Before it is handed out, write your own under project in handbook/{handbook}/handbook.yaml, then delete "
            "sample: true.",
        ),
    )
    DRAFT_HANDED_OUT = warning(
        "draft-handed-out",
        Bilingual(
            "“{form}”是未经批准的草稿，发给客户的表上不印“草稿”两字",
            "'{form}' is a draft that nobody has approved, and a sheet for customers does not say so",
        ),
        Bilingual("发出去以前请负责人批准。", "Have it approved before it is handed out."),
    )
    CANNOT_PRINT = error(
        "cannot-print",
        Bilingual("结果输出不了：{reason}", "what there is to say cannot be printed: {reason}"),
        Bilingual("{remedy}", "{remedy}"),
    )
    SYSTEM_REFUSED = error(
        "system-refused",
        Bilingual("{path} 用不了：{reason}", "{path} cannot be used: {reason}"),
        Bilingual("{remedy}", "{remedy}"),
    )
    PROGRAM_INCOMPLETE = error(
        "program-incomplete",
        Bilingual("程序不完整，缺少它自己的文件 {path}", "the program is incomplete: its own file {path} is missing"),
        Bilingual("重新安装本程序（见 README）。", "Install it again (see README)."),
    )
    SERVED_AS_BUILT = error(
        "served-as-built",
        Bilingual("提供的是以前生成的网站", "the site that was built before is served"),
        Bilingual("{reason}", "{reason}"),
    )
    OTHER_KIND = error(
        "other-kind",
        Bilingual("“{value}”是{found}，这里要{expected}", "'{value}' is {found}; {expected} is expected here"),
        Bilingual("写{expected}的编号、标题或地址。", "Name one by its code, title or address."),
    )
    LIBRARY_EXISTS = error(
        "library-exists",
        Bilingual("已经有 {path}，没有改动它", "there is {path} already; it was left as it is"),
        Bilingual(
            "换一个文件夹；要在那里加一本手册，进去运行 handbook new handbook 编号。",
            "Name another folder; to add a handbook there, go into it and run handbook new handbook ID.",
        ),
    )
    LIBRARY_WITHIN = error(
        "library-within",
        Bilingual("{path} 在手册库 {root} 的内容里，那里不能再放一个库", "{path} is inside the content of {root}"),
        Bilingual(
            "要加一本手册，运行 handbook new handbook 编号；要另建一个库，换一个文件夹。",
            "To add a handbook, run handbook new handbook ID; for another library name another folder.",
        ),
    )
    LIBRARY_NESTED = error(
        "library-nested",
        Bilingual(
            "{path} 在另一个手册库 {root} 的文件夹里，没有新建",
            "{path} is in the folder of another library, {root}; nothing was made",
        ),
        Bilingual(
            "要在那个库里加一本手册：handbook new handbook {id}；要另建一个库，建在它旁边："
            "handbook new library {beside}；就是要建在里面，加 --inside。",
            "To add a handbook to that library: handbook new handbook {id}; to make another library beside it: "
            "handbook new library {beside}; if it is meant to be inside, add --inside.",
        ),
    )
    HANDBOOK_EXISTS = error(
        "handbook-exists",
        Bilingual("已经有 {path}，没有改动它", "there is {path} already; it was left as it is"),
        Bilingual("换一个编号，或者直接改那里的文件。", "Take another id, or edit the files there."),
    )
    RECORD_EXISTS = error(
        "record-exists",
        Bilingual("已经有这条记录：{path}", "this record exists already: {path}"),
        Bilingual("换一个编号，或者直接改那个文件。", "Take another id, or edit that file."),
    )
