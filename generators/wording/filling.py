"""Words of «fill it here», on the page and in its script."""

from __future__ import annotations

from schemas.words import Word, Words


class FillingWords(Words):
    """What the script says; handed to it with the definition of each form."""

    fill_unfit = Word("还有 {n} 处要改。", "{n} to put right.")
    fill_missing = Word(
        "还有 {n} 个必填项没填。可以现在补，也可以先下载、以后再填。",
        "{n} required fields are empty. Fill them now, or download it and fill them later.",
    )
    fill_anyway = Word("先下载，以后再填", "Download it as it is")
    fill_empty = Word("什么都还没填。", "Nothing is filled in yet.")
    fill_working = Word("正在生成…", "Making the file …")
    fill_by_server = Word(
        "已下载 {file}。服务器只生成，不保存。打开核对，打印后手签。",
        "{file} is downloaded. The server made it and kept nothing. Check it, print it and sign it by hand.",
    )
    fill_by_browser = Word(
        "已下载 {file}。是在这台电脑上生成的，内容没有发到别处。打开核对，打印后手签。",
        "{file} is downloaded. It was made on this computer and sent nowhere. Check it, print it and sign it by hand.",
    )
    fill_failed = Word(
        "没能生成。请下载可填写的 Word 文件来填。",
        "It could not be made. Download the Word file and fill that in instead.",
    )
    fill_remove_row = Word("删去第 {n} 行", "Remove row {n}")
    fill_row = Word("第 {n} 行", "Row {n}")
    fill_capitals = Word("大写：{words}", "In words: {words}")
    fill_worked_out = Word("算得 {right}", "Comes to {right}")
    fill_cleared = Word("已清空。", "Cleared.")
    fill_undo = Word("撤销", "Undo")
    fill_undone = Word("已撤销上一步。", "The last step is undone.")
    fill_redone = Word("已重做。", "Done again.")
    fill_row_removed = Word("第 {n} 行已删去。", "Row {n} is removed.")
    fill_pasted = Word("已贴入 {cells} 格（第 {first}—{last} 行）。", "Pasted: {cells} cells (rows {first} to {last}).")
    fill_pasted_by_name = Word(
        "第一行是栏名，按栏名对上了。", "The first row has the names of columns; they were followed."
    )
    fill_left = Word(
        "下面 {n} 处没有放进去，请照着自己填：", "These {n} are not in the form; please put them in yourself:"
    )
    fill_left_cell = Word("第 {row} 行“{label}”：“{text}” — {why}", "Row {row}, “{label}”: “{text}” — {why}")
    fill_left_field = Word("“{label}”：“{text}” — {why}", "“{label}”: “{text}” — {why}")
    fill_left_beside = Word("第 {row} 行右边没有栏了：“{text}”", "Row {row} has no further column for: “{text}”")
    fill_left_below = Word(
        "一张表最多 {most} 行，第 {row} 行放不下：“{text}”", "A form takes {most} rows; row {row} is too many: “{text}”"
    )
    fill_no_choice = Word("应为这些之一：{choices}", "one of these is expected: {choices}")
    fill_no_tick = Word("应为“是”或“否”，或 √", "yes or no, or √, is expected")
    open_working = Word("正在打开…", "Opening …")
    open_done = Word("已打开 {file}，填回 {n} 栏。", "{file} is open; fields filled in: {n}.")
    open_one = Word("一次只能打开一份。", "One file at a time, please.")
    open_large = Word(
        "{file} 太大了（上限 {most} MB），不像是这里下载的表。",
        "{file} is too large (the limit is {most} MB) for a form that was downloaded here.",
    )
    open_no_word = Word(
        "{file} 打不开：不是 .docx 文件，或已损坏、加了密码。请选从这里下载的 Word 文件；别的格式请先另存为 .docx。",
        "{file} cannot be opened: it is no .docx file, damaged or under a password. Choose the Word file that was "
        "downloaded here; save another format as .docx first.",
    )
    open_no_form = Word(
        "{file} 不是手册的表，这里打不开。请选从这一页下载的 Word 文件。",
        "{file} is no form of the handbooks. Choose the Word file that was downloaded from this page.",
    )
    open_untagged = Word(
        "{file} 被别的程序另存过，栏目的记号和书签都没有了，网页上认不出哪一栏是哪一栏。请选当初下载的那一份。",
        "{file} was saved by another program that took out the names and bookmarks of the fields: the page cannot tell "
        "them apart. Choose the file as it was downloaded.",
    )
    open_other_form = Word(
        "{file} 是另一张表（{other}），本页是 {own}。请到那张表的网页上打开。",
        "{file} is another form ({other}); this page has {own}. Open it on the page of that form.",
    )
    open_blank = Word(
        "{file} 是打印后手写用的空白表，里面没有可读的栏目。请选可填写的那一份。",
        "{file} is the blank form to be printed and written on; it has no fields to read. Choose the fillable one.",
    )
    open_practice = Word(
        "{file} 是练习稿，不作记录，这里不打开。",
        "{file} is a practice copy and no record; it is not opened.",
    )
    open_edition = Word(
        "注意：这份是第 {edition} 版的表，本页是第 {own} 版，内容不全一样。只填回了对得上的栏目，请逐栏核对。",
        "Note: that file is of edition {edition}, this page is edition {own}; they differ. Only fields that both "
        "have are filled in: check each of them.",
    )
    open_same_edition = Word(
        "注意：这份表打印以后又改过（版次都是 {own}）。只填回了对得上的栏目，请逐栏核对。",
        "Note: the form was changed after that file was made (both are edition {own}). Only fields that both have are "
        "filled in: check each of them.",
    )
    open_odd = Word(
        "有划掉的、隐藏的、修订的内容或图，网页上不敢认",
        "something in it is struck out, hidden, changed with tracking or a picture, and the page does not decide",
    )
    open_several = Word("勾了不止一项", "more than one is ticked")
    open_box = Word("勾没勾看不准", "it is not clear whether it is ticked")
    open_stranger = Word("本页没有这一栏", "this page has no such field")
    open_gone = Word("文件里没有这一栏了", "the file does not have this field any more")
    fill_draft_kept = Word(
        "草稿已存在这台电脑上，{time}。文字和个人信息没有存，关掉网页就没有了：要留，就下载。",
        "Draft kept on this computer, {time}. Words and personal data are not in it and are gone when the page "
        "is closed: to keep them, download the form.",
    )
    fill_draft_done = Word(
        "完整的一份是下载的文件，请保管好它；这台电脑上的草稿用不着了。",
        "The downloaded file is the whole copy: keep that one. The draft on this computer is not needed any more.",
    )
    fill_draft_cleaned = Word(
        "以前存的草稿里有文字或个人信息，已经删去。",
        "A draft that was kept earlier had words or personal data in it; they are deleted.",
    )
    fill_draft_found = Word(
        "这台电脑上有 {n} 份草稿（没有文字和个人信息）：",
        "Drafts on this computer (without words and personal data): {n}",
    )
    fill_draft_of = Word("{time} 存，{fields} 栏", "of {time}, fields: {fields}")
    fill_draft_rows = Word("{time} 存，{rows} 行，{fields} 栏", "of {time}, rows: {rows}, fields: {fields}")
    fill_draft_older = Word(
        "表已改版，对得上的栏目会填回。", "The form has changed since; what still fits is filled in."
    )
    fill_draft_load = Word("填回", "Fill it in")
    fill_draft_delete = Word("删除草稿", "Delete the draft")
    fill_draft_deleted = Word("草稿已删除。", "The draft is deleted.")
    fill_draft_failed = Word("这个浏览器不让存草稿。", "This browser does not let drafts be kept.")

    exercise_banner = Word(
        "练习：这张不作记录留存。请编一件事来填，不要写真人的信息。填好按“检查”。",
        "Practice: this sheet is not kept as a record. Make up a case, with nothing about real people; press “Check”.",
    )
    exercise_check = Word("检查", "Check")
    exercise_wrong = Word(
        "填对 {right} 栏，还有 {n} 处要改，已标在栏目下面。",
        "Right: {right}. To put right: {n}, each marked below its field.",
    )
    exercise_right = Word(
        "检查过了：必填的都填了，没有违反这张表的规则（{right} 栏）。已记下。",
        "All required fields are filled, and none of the form’s rules is broken (fields: {right}). It is noted.",
    )
    exercise_ok = Word("对", "right")
    exercise_copy = Word("下载练习稿", "Download the practice copy")
    exercise_stamp = Word("练习 — 不作记录留存", "PRACTICE — NOT A RECORD")
    exercise_file = Word("练习-{file}", "practice-{file}")


class FillPageWords(Words):
    """What stands on the page."""

    fill_add_row = Word("加一行", "Add a row")
    fill_rows_more = Word(
        "纸上印 {printed} 行，多出的行会加在后面。", "The paper has {printed} rows; further ones are added after them."
    )
    fill_keys = Word(
        "Tab 下一格，Enter 下一行（最后一行再加一行；一路 Tab 过来的，回到起头那一栏），方向键走格，Alt+Enter 换行。"
        "可从 Excel、WPS 表格整块粘贴，Ctrl+Z 撤销，Ctrl+Y 重做。",
        "Tab: next cell. Enter: next row, in the column where you began to tab; a row is added after the last. Arrow "
        "keys move, Alt+Enter breaks a line. Paste a block from Excel or WPS; Ctrl+Z undoes, Ctrl+Y "
        "does it again.",
    )
    about_form = Word("这张表：版次、出处、保存、保密", "About this form: edition, source, keeping, privacy")
    fill_undo_last = Word("撤销", "Undo")
    fill_redo_last = Word("重做", "Redo")
    fill_open = Word("打开填过的一份", "Open a filled copy")
    fill_open_lead = Word(
        "从这里下载的 Word 文件，选中或拖进来就能接着填；只在这台电脑上读，不上传。",
        "A Word file that was downloaded here: choose it or drop it, and go on. It is read on this computer only.",
    )
    fill_clear = Word("清空", "Clear")
    fill_here = Word("在这里填", "Fill it here")
    fill_on_page = Word("在网页上填", "Fill it on the page")
    fill_named = Word("在网页上填 {title}", "Fill in {title} on the page")
    fill_lead = Word(
        "填好后下载成这张表的 Word 文件，和手填的一样打印、签字、交回。",
        "Fill it in and download this form as a Word file, to print, sign and hand in like any other.",
    )
    fill_needs_script = Word(
        "浏览器没有启用脚本：核对内容、生成 Word 文件都要靠它，所以网页上填不了。请下载可填写的 Word 文件来填。",
        "Scripts are off, and without them this page can neither check what is written nor make the Word file. "
        "Download the fillable Word file instead.",
    )
    fill_needs_file = Word("下载可填写的 Word 文件", "Download the fillable Word file")
    fill_download = Word("下载填好的表", "Download the filled form")
    fill_draft = Word("在这台电脑上留草稿", "Keep a draft on this computer")
    fill_draft_keeps = Word(
        "草稿只留选项、勾、数字、金额、日期和时间，供下次接着填。姓名、房号、电话、证件号、签名、编号、"
        "所有自己写的文字和标锁的栏目都不留：它们只在下载的文件里。",
        "A draft keeps choices, ticks, numbers, amounts, days and times only, to go on later. Names, flats, phones, "
        "identity numbers, signatures, serial numbers, every text you write and all fields with a lock are not kept: "
        "they are in the downloaded file only.",
    )
    fill_shared = Word(
        "公用的电脑请不要留草稿；有锁的栏目是个人信息，只进下载的文件。",
        "Keep no draft on a shared computer. Fields with a lock are personal: they go into the downloaded file only.",
    )
    fill_sign = Word("打字不等于签名，打印后手签。", "A typed name is no signature: sign on paper.")
    fill_choose = Word("请选择", "choose")


class SheetWords(Words):
    """What the page of a form answers to the QR code of a printed sheet; a script says it."""

    yes = Word(
        "您手上这张（第 {edition} 版，指纹 {fingerprint}）就是现行版，可以用。",
        "The sheet in your hand (edition {edition}, fingerprint {fingerprint}) is the current one: use it.",
    )
    no = Word(
        "您手上这张（第 {edition} 版，指纹 {fingerprint}）不是现行版。",
        "The sheet in your hand (edition {edition}, fingerprint {fingerprint}) is not the current one.",
    )
    now = Word(
        "现行的是第 {edition} 版，指纹 {fingerprint}。请停用旧表，改用本页的。",
        "The current one is edition {edition}, fingerprint {fingerprint}. Discard the old sheet and use this page's.",
    )
    withdrawn = Word(
        "这张表已废止，任何一版都请停用。",
        "This form has been withdrawn: do not use any edition of it.",
    )
