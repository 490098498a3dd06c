"""What `--help` says, paragraph by paragraph: the English stands at each verb and option, its Chinese here.

An example of a call is the same in both languages and has no line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from schemas.words import Bilingual

_WORDS: Final = (
    Bilingual(
        "客服手册：检查、生成、提问、打印。", "A customer-service handbook: check it, build it, ask it, print from it."
    ),
    Bilingual(
        "放着 handbook/library.yaml 的文件夹；不写就看 HANDBOOK_ROOT，再从当前文件夹往上找。",
        "Folder that holds handbook/library.yaml; default: HANDBOOK_ROOT, then upward from here.",
    ),
    Bilingual("消息用哪种语言；不写就看 LANG。", "Language of messages; default: from LANG."),
    Bilingual("显示这份说明。", "Show this message and exit."),
    # check
    Bilingual(
        "查每一份文件，列出全部问题：在哪里，怎样改。",
        "Look at every file and print every finding, each with its place and how to put it right.",
    ),
    Bilingual(
        "写了 PATH 就只报那里的问题；它引用的东西仍在全库里查。",
        "With PATH only what is found there is told; what it refers to is looked up in the whole library.",
    ),
    Bilingual(
        "有错误时退出码为 1（加 `--strict`：有警告也是）。",
        "Exit code 1 when there are errors (with `--strict`: or warnings).",
    ),
    Bilingual("文件或文件夹；不写就查全部。", "Files or folders; everything when none is named."),
    Bilingual("有警告也算不通过；提示从不算。", "Warnings fail too; notices never do."),
    Bilingual("只列错误，其余只说有几处。", "Show errors only, and how many others there are."),
    Bilingual("提示也一条一条列出。", "Tell every notice by itself."),
    Bilingual(
        "每条警告和提示下面写出接受它的那一行，只差理由。",
        "Print below each warning and notice what accepts it, but for the reason.",
    ),
    Bilingual(
        "只说一条规则是什么意思，举例，不检查。", "Say what a rule is about, with an example, and check nothing."
    ),
    Bilingual("问题用 JSON 写出。", "Print findings as JSON."),
    Bilingual("复查日期跟哪一天比。", "The day review dates are compared with."),
    # build, serve
    Bilingual(
        "把一切生成到 build/；没有变的不重写。",
        "Build everything into build/. What has not changed is not written again.",
    ),
    Bilingual("只做这一部分。", "Only this part."),
    Bilingual(
        "先生成有变化的，再提供网站和接口，按 Ctrl-C 停。",
        "Build what has changed, then serve the site and the API until Ctrl-C.",
    ),
    Bilingual(
        "运行中生成的内容（手动或用 --watch）不用重启就换上。",
        "What is built meanwhile, by hand or with --watch, is served without a restart.",
    ),
    Bilingual("监听的地址。", "Address to listen on."),
    Bilingual("监听的端口。", "Port to listen on."),
    Bilingual(
        "保存的改动随时上打开着的网页，有错也写在上面。",
        "Show what is saved on the page that is open, with what is wrong in it.",
    ),
    Bilingual(
        "读者用来访问这台服务器的名字；可以写几次。",
        "A name that readers know this server by; may be given several times.",
    ),
    Bilingual("回答问题的进程数；每个都装着整个库。", "Processes that answer; each holds the library."),
    Bilingual(
        "访问记录写到哪里；- 是标准输出，没有人看着终端时本来就写到那里。",
        "Where requests are noted; - is standard output, which it is anyway where nobody watches.",
    ),
    Bilingual("别的机器也可以读 /metrics。", "Let other machines read /metrics."),
    Bilingual("别的机器也可以读“问了没有答案”的记录。", "Let other machines read what was asked and not found."),
    # ask
    Bilingual(
        "回答一个问题：答案是哪一步，写在哪里。",
        "Answer a question with the step that settles it, and say where it stands.",
    ),
    Bilingual("问题，中文英文都行。", "The question, in Chinese or English."),
    Bilingual("只在这本手册里找。", "Only this handbook."),
    Bilingual("给几个答案。", "How many answers."),
    Bilingual("一行一个问题的文件；要和 --json 一起用。", "A file with one question a line; needs --json."),
    Bilingual("用 JSON 写出，一行一个。", "Print JSON, one object a line."),
    # form
    Bilingual(
        "把表格写成 DOCX 或 PDF：一张，或一项规程、一个岗位、一本手册的全部。",
        "Write forms as DOCX or PDF: one, or all of a procedure, a role or a handbook.",
    ),
    Bilingual(
        "两百张带编号的：`handbook form GT-R-KF-28 --blank --serial 2026-A-001 --count 200 -o survey.pdf`",
        "Two hundred numbered ones: `handbook form GT-R-KF-28 --blank --serial 2026-A-001 --count 200 -o survey.pdf`",
    ),
    Bilingual(
        "表格、规程、岗位的编号、标题、地址或 id，手册的 id，或带 * 的写法。",
        "Codes, titles, addresses or ids: of forms, procedures, roles; a handbook's id; or with a *.",
    ),
    Bilingual(
        "一个 .docx、装下全部表格的一个 .pdf、一个 .zip，或一个文件夹。",
        "A .docx, a .pdf with all forms, a .zip, or a folder.",
    ),
    Bilingual("在屏幕上填的（不写就是这种）。", "To fill on screen (default)."),
    Bilingual("打印出来手填的。", "To print and fill by hand."),
    Bilingual("表格用哪种语言。", "Language of the form."),
    Bilingual("写成 PDF，要有 LibreOffice。", "As PDF, through LibreOffice."),
    Bilingual(
        "全部表格或写出的几张，空白的和填好的都排在一个 .pdf 或 .png 上。",
        "All forms, or those named, blank and filled, on one .pdf or .png.",
    ),
    Bilingual(
        "只列编号、标题和地址：全部表格的，或写出的几张的。",
        "Only list codes, titles and addresses: of all forms, or of those named.",
    ),
    Bilingual(
        "会印出示例数据或发出草稿的，一份也不写。", "Write nothing that prints sample data or hands out a draft."
    ),
    Bilingual("和 --list 一起用：写成一行 JSON。", "With --list: as one line of JSON."),
    Bilingual(
        "按 .xlsx 或 .csv 一行填一份表：表头写栏目的编号或名称。",
        "Fill one form for each row of a .xlsx or .csv: heads are field ids or labels.",
    ),
    Bilingual(
        "从这个号起给每张编号，写进栏目和二维码：2026-A-001。",
        "Number the sheets from here on, in the field and the QR code: 2026-A-001.",
    ),
    Bilingual("和 --serial 一起用：几张。", "With --serial: how many sheets."),
    Bilingual(
        "表上说有几联就各做几联，每联写明第几联、给谁。",
        "Each in the copies that the form says it has, marked which and for whom.",
    ),
    Bilingual(
        "和 --from 一起用：表上没有的列略过。",
        "With --from: leave out columns that the form has no field for.",
    ),
    Bilingual(
        "装订成册的登记表：`handbook form GT-R-KF-13 --book --pages 100 -o keys.pdf`",
        "A register to bind: `handbook form GT-R-KF-13 --book --pages 100 -o keys.pdf`",
    ),
    Bilingual(
        "登记表做成一本：封面、填写规定、编好页码的各页、目录，打印装订。",
        "A register as a book: cover, rules, numbered pages, index; to print and bind.",
    ),
    Bilingual("和 --book 一起用：编页码的有几页（100）。", "With --book: how many numbered pages (100)."),
    Bilingual(
        "和 --from、--serial、--parts、--book 一起用：已有的文件也覆盖。",
        "With --from, --serial, --parts, --book: write over files that are there.",
    ),
    # sheet
    Bilingual(
        "把应急卡、规程或话术做成一页纸（PDF），贴在台前。",
        "Write a card, a procedure or a script as a sheet of one page, PDF, to hang at the desk.",
    ),
    Bilingual(
        "规程最多两页；什么都不裁掉，太长的会说出来。",
        "A procedure takes two pages at most; nothing is cut, and what is too long is told.",
    ),
    Bilingual("应急卡、规程、话术：编号、标题或 id。", "Cards, procedures, scripts: code, title or id."),
    Bilingual(
        "全部放进一份 .pdf、一个 .zip，或一个文件夹；不写就在当前文件夹。",
        "A .pdf with all sheets, a .zip, or a folder; default: here.",
    ),
    Bilingual("一页纸用哪种语言。", "Language of the sheet."),
    Bilingual(
        "应急卡：印哪本手册的人、地点和号码。",
        "Of a card: the handbook whose people, places and numbers it shows.",
    ),
    # read, report
    Bilingual(
        "读填好的表：各栏的值，和每处错误：在哪里，填的是什么，应填什么。",
        "Read filled forms: their values, and every mistake with its place, what was found and what is expected.",
    ),
    Bilingual(
        "房号、电话、姓名和别的能看出是谁的内容都隐去，文字里的也是。",
        "Flats, phones, names and whatever else tells who somebody is are masked, within free text too.",
    ),
    Bilingual(
        "有文件不是本库的表，或有错误，退出码为 1。",
        "Exit code 1 when a file is no form of this library or has a mistake.",
    ),
    Bilingual("填好的表，或放着它们的文件夹。", "Filled forms, or folders of them."),
    Bilingual("用 JSON 写出，一份文件一行。", "Print JSON, one object a file."),
    Bilingual(
        "文字里还要隐去的姓名，单写的、带称呼的都算：一行一个，.txt、.csv 或 .xlsx。",
        "Names to mask in free text too, alone or with a title: one a row, as .txt, .csv or .xlsx.",
    ),
    Bilingual("显示个人信息；不写就隐去。", "Show personal data, masked otherwise."),
    Bilingual(
        "汇总一个文件夹里填好的表：一张总表、各项合计，和由它们算出的表。",
        "Add up a folder of filled forms: one table, its totals, and the form that is worked out from them.",
    ),
    Bilingual(
        "--csv、--xlsx、--json、--docx、--svg 都不写，就全部写出。",
        "Without --csv, --xlsx, --json, --docx or --svg everything is written.",
    ),
    Bilingual("一张表的编号、地址或 id。", "Code, address or id of a form."),
    Bilingual(
        "这张表填好的各份，或算出它要用的那些表填好的各份。",
        "Filled copies of it, or of the forms it is worked out from.",
    ),
    Bilingual("写到哪个文件夹；不写就是 build/reports/…。", "Folder to write to; default: build/reports/…."),
    Bilingual("各表写成 CSV。", "Tables as CSV."),
    Bilingual("全部写成一个工作簿。", "Everything as one workbook."),
    Bilingual("全部写成 JSON。", "Everything as JSON."),
    Bilingual("填好的表，带图。", "The form filled, with its chart."),
    Bilingual("放在网页上的图。", "The chart for a page."),
    Bilingual(
        "2026-11、2026-Q3、2026-H1、2026，或 2026-01-05..2026-02-03。",
        "2026-11, 2026-Q3, 2026-H1, 2026, or 2026-01-05..2026-02-03.",
    ),
    Bilingual(
        "印出去的号码，如 2026-A-001..200：说出哪些没有交回。",
        "The numbers printed, 2026-A-001..200: says which are missing.",
    ),
    Bilingual("按哪一天看有没有过期。", "The day that decides what is overdue."),
    Bilingual("报告用哪种语言。", "Language of the report."),
    Bilingual("个人信息不隐去。", "Do not mask personal values."),
    Bilingual(
        "交来的文件或行有没算进去的，退出码为 1。",
        "Exit 1 when a file or row that was handed in does not count.",
    ),
    # study, exam, export
    Bilingual(
        "在终端里学一门课：先是到期的，再是做错的，然后是新的。",
        "Study a course in the terminal: what is due first, then what went wrong, then what is new.",
    ),
    Bilingual(
        "加 `--script` 就和客户对话练习。每次作答当场保存，课程页面可以导入导出这份文件；它不是培训记录。",
        "With `--script` you talk with a customer. Each answer is kept at once, in a file that the page of the course "
        "imports and exports; it is no record of training.",
    ),
    Bilingual(
        "课程的 id 或地址，手册/id，或标题里的几个字。",
        "Id or address of a course, handbook/id, or part of its title.",
    ),
    Bilingual("谁的进度；不写就用登录名。", "Whose progress; default: your login name."),
    Bilingual("只学这个单元。", "Only this module."),
    Bilingual("最多几道题。", "At most so many questions."),
    Bilingual("只出从没问过你的题。", "Only questions that you were never asked."),
    Bilingual("和客户对话：一份话术，或一张排查图。", "Talk with a customer: a script, or a fault tree."),
    Bilingual("题目用哪种语言；不写就和消息一样。", "Language of the questions; default: that of messages."),
    Bilingual("把进度存成文件带走。", "Take your progress along as a file."),
    Bilingual("把文件里的进度加进来。", "Put to your progress what a file holds."),
    Bilingual(
        "给一个班出考卷：试卷、答题卡、答案、实操、签到表。",
        "Write the papers of an exam for a class: papers, answer sheets, key, practical, sign-in sheet.",
    ),
    Bilingual(
        "每份卷题目相同，题目和选项的先后不同，邻座抄不了。",
        "The questions are the same on every paper, their order and that of the answers are not: neighbours cannot "
        "copy.",
    ),
    Bilingual("几份试卷：一人一份。", "How many papers: one for each candidate."),
    Bilingual("放这些文件的文件夹。", "A folder for the files."),
    Bilingual("试卷用哪种语言。", "Language of the papers."),
    Bilingual(
        "种子相同，试卷就相同；不写就用谁也猜不到的。",
        "The same seed gives the same papers; default: one that nobody can guess.",
    ),
    Bilingual("考试日期；不写就手填。", "Day of the exam; default: written by hand."),
    Bilingual("各份完全一样，题目和选项的先后也一样。", "All papers alike, questions and answers in the same order."),
    Bilingual(
        "列出能抽到的每道题，供审阅和划去。", "Print every question that can be drawn, to be read and struck out."
    ),
    Bilingual(
        "same：人人题目相同；each：每份各抽各的。",
        "same: the same questions for everybody; each: every paper draws its own.",
    ),
    Bilingual(
        "把课程写给别的系统：SCORM 1.2、GIFT、Moodle XML 或 Anki。留作考试的题绝不外出。",
        "Write a course for other systems: SCORM 1.2, GIFT, Moodle XML or Anki. Items kept for exams never leave.",
    ),
    Bilingual("课程的地址、id 或标题。", "Address, id or title of a course."),
    Bilingual("给学习平台、题库，或 Anki。", "For a learning management system, a question bank, or Anki."),
    Bilingual("以那种格式结尾的文件，或一个文件夹。", "A file of the format's ending, or a folder."),
    Bilingual("课程用哪种语言。", "Language of the course."),
    # tune
    Bilingual(
        "按这个库调自带的检索模型：把正文、译文和问法拉近。",
        "Tune the packaged encoder to this library: texts, their translations and asks are brought near to each other.",
    ),
    Bilingual(
        "停下以后再运行一次，就接着学。library.yaml 写了这个文件，它才起作用。",
        "What was stopped goes on when it is called again. The file does nothing until library.yaml names it.",
    ),
    Bilingual("每一段遇到几次。", "How often every passage is met."),
    Bilingual("几分钟后停；下次从停的地方接着学。", "Stop after so many minutes; the next call goes on from there."),
    Bilingual(
        "不写就是 handbook/tuned.npz；有 --leave-out 时是 build/tuned-trial.npz。",
        "Default: handbook/tuned.npz; build/tuned-trial.npz with --leave-out.",
    ),
    Bilingual(
        "不学这本手册，留着比较；可以写几次。",
        "A handbook that is not learnt from, to measure with; may be repeated.",
    ),
    Bilingual(
        "用留出的手册的题目问，比较调前和调后。",
        "Ask the handbooks that were left out their questions, before and after.",
    ),
    # mcp
    Bilingual(
        "让助手通过 MCP 问手册，在标准输入和输出上。",
        "Serve the answers to assistants, over MCP on standard input and output.",
    ),
    Bilingual(
        "助手自己会启动它；怎样告诉助手，见 docs/assistants.md。",
        "An assistant starts it by itself; docs/assistants.md says how it is told to.",
    ),
    # translate, eval, licences, editor, new
    Bilingual(
        "让英文跟上 YAML：新的文字加进去，改了的标为待核，一条不丢。",
        "Bring the English up to date with the YAML: new texts are added, changed ones become fuzzy, none is lost.",
    ),
    Bilingual(
        "每条记录有自己的译文文件 `en/<folder>/<id>.po`。例：`handbook translate --stats`",
        "Every record has a catalogue of its own, `en/<folder>/<id>.po`. Example: `handbook translate --stats`",
    ),
    Bilingual("只按记录计数，什么也不写。", "Only count, record by record; write nothing."),
    Bilingual(
        "用许多问题问建好的索引，数答对几个；问到一条记录自带的问法时，那句先从索引里拿掉。",
        "Ask the built index many questions and count hits; a record's own ask leaves the index while it is asked.",
    ),
    Bilingual(
        "JSON 行：question、lang、expect。不写就是根目录的 tests/data/evaluation/questions.jsonl。",
        "JSON lines: question, lang, expect. Default: tests/data/evaluation/questions.jsonl of the root.",
    ),
    Bilingual(
        "改用各记录自带的问法，没有那个文件时也是这样。",
        "Ask the records' own asks instead, as is done where there is no such file.",
    ),
    Bilingual("列出每个答错的问题。", "List every question that went wrong."),
    Bilingual(
        "和 --misses 一起用：列读者问了没有找到的，不列考题。",
        "With --misses: what readers asked and did not find, instead of questions.",
    ),
    Bilingual("用 JSON 写出。", "Print JSON."),
    Bilingual(
        "列出程序用到的、网站带着的别人的作品，各是什么许可。",
        "List what of others the program stands on and what the site carries, each with its licence.",
    ),
    Bilingual("用 JSON 写出，一个对象。", "Print JSON, one object."),
    Bilingual("写出每份许可的全文。", "Print every licence in full."),
    Bilingual(
        "让编辑器补全本库的编号，一边写一边标出错处。",
        "Let an editor complete the ids of this library and mark mistakes while one types.",
    ),
    Bilingual(
        "用于装了 YAML 扩展（redhat.vscode-yaml）的 VS Code。以后新加的，下一次构建以后它就知道。",
        "For VS Code with the extension YAML (redhat.vscode-yaml). What is added later is known to it after the next "
        "build.",
    ),
    Bilingual(
        "写出可以接着写下去的东西：手册库、手册或带注释的记录；已有的绝不覆盖。",
        "Write something to start from: a library, a handbook or a commented record; it never overwrites one.",
    ),
    Bilingual(
        "library、handbook，或 procedure、policy、form …（或中文名）",
        "library, handbook, or procedure, policy, form … (or its Chinese name)",
    ),
    Bilingual(
        "小写字母、数字、连字符：`parcel-keeping`；手册库写它的文件夹。",
        "Lower-case letters, digits, hyphens: `parcel-keeping`; of a library its folder.",
    ),
    Bilingual("新手册库或新手册的中文标题。", "Title of a new library or handbook, in Chinese."),
    Bilingual("英文标题。", "The same in English."),
    Bilingual("由谁发布，中文。", "Who issues it, in Chinese."),
    Bilingual("由谁发布，英文。", "Who issues it, in English."),
    Bilingual("新手册库不要英文。", "A new library without English."),
    Bilingual(
        "新手册库就是要建在另一个库的文件夹里。", "A new library inside the folder of another, if that is meant."
    ),
    Bilingual("手册的 id；不写就是默认的那本。", "Id of the handbook; the default one if left out."),
)
CHINESE: Final[Mapping[str, str]] = {words.en: words.zh for words in _WORDS}
"""The Chinese of each paragraph of English."""
EXAMPLE: Final = Bilingual("例：", "Example: ")
"""What a paragraph begins with that shows a call."""
