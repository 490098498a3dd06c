"""Words of the frame around every page, of the first pages and of the lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from schemas.words import Bilingual, Word, Words


class SiteWords(Words):
    """What many pages say alike."""

    ask_title = Word("问一问手册", "Ask the handbook")
    ask_button = Word("问", "Ask")
    ask_lead = Word(
        "用平时说话的话来问，中文英文都可以；也可以直接输入表单或规程的编号。",
        "Ask the way you would say it, in English or Chinese; or type the code of a form or procedure.",
    )
    on_this_page = Word("本页内容", "On this page")
    to_top = Word("回到最上面", "Back to the top")
    print_page = Word("打印本页", "Print this page")
    print_draft = Word("打印草稿", "Print the draft")
    print_controlled = Word("打印受控文本", "Print controlled copy")
    filter = Word("输入几个字筛选", "Type to filter")
    filter_none = Word(
        "没有符合的条目。换个词，或清空筛选。", "Nothing matches. Try another word, or clear the filter."
    )
    home = Word("首页", "Home")
    library = Word("手册库", "Library")
    owner_here = Word("手册负责人：看没有问到的", "For the handbook’s owner: asked and not found")
    owner_title = Word("没有问到的", "Asked and not found")
    owner_lead = Word(
        "问了没有答案的、被评为没用的、读者留言的，意思相近的归在一起。每组下面是补进手册的那一行。",
        "Questions without an answer, answers that did not help, and notes from readers, put together by meaning. "
        "Below each group stands the line that would settle it.",
    )
    no_script = Word(
        "浏览器没有启用脚本：目录、表单和全部条文都能看，只有问答框不能用。",
        "Scripts are off: every page and form is here, only the question box is not.",
    )


class ListWords(Words):
    """What a list can be narrowed down by, and how it is taken along."""

    list_more = Word("筛选、排序、下载", "Filter, sort, download")
    list_any = Word("全部", "All")
    list_clear = Word("清除筛选", "Clear the filter")
    list_save = Word("存下列出的", "Save what is listed")
    sort_by = Word("排序", "Sort by")
    sort_plain = Word("原来的顺序", "As it stands")
    due_soon = Word("30 天内到期评审的（含已过期）", "Review due within 30 days, or overdue")
    handbook = Word("手册", "Handbook")
    form_for = Word("用途", "What for")
    downloads = Word("下载", "Download")
    registers_filter = Word("编号、名称、岗位，拼音也行", "Code, title or role")
    term_sector = Word("行业", "Sector")
    count_text = Word("{n} 篇", "{n} text")
    count_texts = Word("{n} 篇", "{n} texts")


class SectorWords(Words):
    """Handbooks, forms and terms by sector."""

    count_book = Word("{n} 本", "{n} book")
    count_books = Word("{n} 本", "{n} books")
    count_term = Word("{n} 条", "{n} term")
    count_terms = Word("{n} 条", "{n} terms")
    common_terms = Word("各行业通用", "Common to all")
    choice_words = Word("选项用语", "Words of choices")


class MenuWords(Words):
    """The menu beside a page."""

    all_of_them = Word("全部 {n}", "All {n}")


class HomeWords(Words):
    """The first page of the library."""

    tasks = Word("现在有什么事？", "What has just happened?")
    count_handbook = Word("{n} 本手册", "{n} handbook")
    count_handbooks = Word("{n} 本手册", "{n} handbooks")
    count_record = Word("{n} 篇条文", "{n} document")
    count_records = Word("{n} 篇条文", "{n} documents")
    count_form = Word("{n} 张表单", "{n} form")
    count_forms = Word("{n} 张表单", "{n} forms")
    count_step = Word("{n} 个步骤", "{n} step")
    count_steps = Word("{n} 个步骤", "{n} steps")
    browse = Word("各行业的手册", "Handbooks by trade")
    choose = Word("选一本手册，下次打开就是它的事。", "Choose yours; the page remembers it.")
    all_cards = Word("全部 {n} 张应急卡", "All {n} cards")
    forms_tile = Word("打印表单", "Print a form")


class MineWords(Words):
    """The handbook that somebody works from."""

    choose_mine = Word("设为我的手册", "Make it my handbook")
    choose_other = Word("换一本", "Choose another")
    for_posts = Word("给", "For")


class HandbookWords(Words):
    """The first page of a handbook, and its lists."""

    chapters = Word("章节", "Chapters")
    planned = Word("还没有写", "Not written yet")
    others = Word("其他", "Others")
    organisation = Word("组织架构", "Organisation")
    project_card = Word("本项目", "This project")
    emergency_card = Word("应急卡", "In an emergency")
    emergency_plans = Word("应急预案", "Emergency plans")
    parties = Word("相关方", "Parties")
    control = Word("文件控制", "Document control")
    opening = Word("开放时间", "Opening hours")
    desk_open = Word("前台", "Front desk")
    after_hours = Word("其余时间", "At all other times")
    night = Word("夜间", "Night")
    holidays = Word("节假日", "Public holidays")
    holiday_is = Word("{title} {first} 至 {last}", "{title} {first} to {last}")
    workdays = Word("调休上班", "Worked in exchange")
    for_whom = Word("给谁看", "For")
    main_posts = Word("主要岗位", "Main posts")
    trade = Word("行业", "Trade")
    defaults = Word("默认规定", "What holds unless said otherwise")
    strike_out = Word("写错怎样改", "A slip of the pen")
    signer = Word("姓名", "Name")
    signer_post = Word("职务", "Post")
    written = Word("编制", "Written by")
    checked = Word("审核", "Checked by")
    approved_role = Word("批准", "Approved by")
    distribution = Word("发放范围", "Distribution")
    revision_on = Word("日期", "Date")
    revision_edition = Word("版本", "Edition")
    revision_what = Word("内容", "What changed")
    publisher = Word("编发单位", "Issued by")
    source_extent = Word("原文给出", "The source gives")
    registers = Word("受控清单", "Controlled lists")
    registers_lead = Word(
        "由各条文自动汇总：受控文件、留存记录、外部文件。",
        "Compiled from the records themselves: controlled documents, records kept, outside documents.",
    )
    controlled_documents = Word("受控文件清单", "Controlled documents")
    controlled_forms = Word("受控表单清单", "Controlled forms")
    records_list = Word("记录清单", "Records and how long they are kept")
    external_documents = Word("外部文件清单", "Outside documents")
    title = Word("名称", "Title")
    kind = Word("类别", "Kind")
    used_in = Word("用于", "Used in")
    checked_date = Word("核对日期", "Checked on")
    issuer = Word("发布单位", "Issuer")


class CardWords(Words):
    """Emergency cards and their list."""

    cards = Word("应急卡", "Emergency cards")
    cards_lead = Word(
        "先救人：打什么电话，头三步谁做什么，对来电人怎么说，绝不能做什么。",
        "Life first: whom to call, the first three acts and who does them, what to say, what is never done.",
    )
    card_of = Word("哪一处", "Where")
    only_licensed = Word("只能由有证的人或外单位做", "Only for the licensed or outsiders")
    places_and_keys = Word("地点和钥匙", "Places and keys")
    report_to = Word("报给谁", "Report to")
    card_then = Word("接着做", "Then")
    counted_from = Word("自{start}起 {time}", "{time} of {start}")


class LostWords(Words):
    """The page of an address at which there is nothing."""

    lost = Word("这一页不在了", "This page is not here")
    lost_lead = Word(
        "地址打错了，或者这一页改了名、撤下了。在上面的框里说要找什么，或从下面进去。",
        "The address is mistyped, or the page was renamed or taken down. "
        "Say in the box above what you look for, or go on from here.",
    )
    lost_found = Word("也许是这一页", "Perhaps you mean")
    lost_ways = Word("从这里进去", "Go on from here")


class StripWords(Words):
    """The strip for an emergency above every page."""

    strip = Word("紧急电话", "Emergency numbers")
    strip_cards = Word("紧急情况", "Emergency")
    strip_sample = Word("示例", "sample")
    strip_fold = Word("收起紧急电话，留下顶上的图标", "Fold the emergency numbers into the sign at the top")


class LawWords(Words):
    """The list of laws."""

    laws_list = Word("法规清单", "Laws")
    laws_lead = Word(
        "各手册依据的全部法规，谁在哪天核对过，用在哪些条文里。没有核对的，用以前先查；下次哪天核对，记录里没有。",
        "Every law that the handbooks rest on, who last checked it and when, and what rests on it. "
        "One that nobody has checked is to be looked up before it is relied on; no record says when "
        "one is to be looked up again.",
    )
    laws_filter = Word("法规名称、文号或条文标题", "Title, number, or what rests on it")
    number = Word("文号", "Number")
    in_force_since = Word("施行日期", "In force since")
    in_force = Word("核对", "Checked")
    checked_by_on = Word("{by}，{date}", "{by}, {date}")
    cited_by = Word("依据它的条文", "What rests on it")
    law_note = Word("说明", "Note")
    law_checked = Word("已核对", "checked")
    law_superseded = Word("已被代替", "superseded")


class GlossaryWords(Words):
    """The glossary."""

    glossary_lead = Word(
        "同一个词的中文、英文、俗称和缩写；检索和翻译都用这张表。",
        "Each term in Chinese and English, what people call it, its abbreviations; search and translation use it too.",
    )
    glossary_filter = Word("中文、英文、俗称或缩写", "Chinese, English, another name or an abbreviation")
    also_called = Word("也叫", "Also")
    term = Word("术语", "Term")
    term_foreign = Word("英文", "Chinese")
    term_means = Word("意思", "Meaning")
    of_choices = Word("选项", "choice")
    never_used = Word("不用的词", "Words never used")
    write_instead = Word("改写成", "Write")
    unless_in = Word("可以用在", "It may stand in")
    no_terms = Word("术语表还是空的。", "The glossary is still empty.")


PROJECT_VALUES: Final[Mapping[str, Bilingual]] = {
    "name": Bilingual("项目名称", "Project"),
    "centre": Bilingual("服务中心", "Service centre"),
    "phone": Bilingual("24 小时服务电话", "24-hour service line"),
    "duty-phone": Bilingual("值班手机", "Duty phone"),
    "address": Bilingual("地址", "Address"),
    "hours": Bilingual("服务时间", "Opening hours"),
    "email": Bilingual("邮箱", "E-mail"),
    "fire": Bilingual("火警", "Fire"),
    "police": Bilingual("报警", "Police"),
    "ambulance": Bilingual("急救", "Ambulance"),
    "lift": Bilingual("电梯维保", "Lift maintenance"),
    "water": Bilingual("供水", "Water"),
    "power": Bilingual("供电", "Electricity"),
    "gas": Bilingual("燃气", "Gas"),
    "hospital": Bilingual("就近医院", "Nearest hospital"),
    "website": Bilingual("网站", "Website"),
    "hotline": Bilingual("热线", "Hotline"),
    "company": Bilingual("公司", "Company"),
    "control-room": Bilingual("监控室", "Control room"),
    "lift-company": Bilingual("电梯维保", "Lift maintenance"),
    "gas-company": Bilingual("燃气抢修", "Gas emergency"),
    "water-company": Bilingual("供水", "Water supply"),
    "power-company": Bilingual("供电", "Power supply"),
    "police-station": Bilingual("派出所", "Police station"),
    "community": Bilingual("社区居委会", "Residents’ committee"),
    "service-charge": Bilingual("物业服务费", "Service charge"),
    "scale": Bilingual("规模", "Size"),
    "layout": Bilingual("楼栋方位", "Layout"),
    "entrances": Bilingual("出入口", "Entrances"),
    "parking": Bilingual("车位", "Parking"),
    "facilities": Bilingual("设备位置", "Facilities"),
    "aed": Bilingual("AED 位置", "AED"),
    "notice-board": Bilingual("公示栏", "Notice board"),
    "manager": Bilingual("经理", "Manager"),
    "fax": Bilingual("传真", "Fax"),
    "postcode": Bilingual("邮编", "Postcode"),
}
"""What usual project values are called, by id; authors may have others."""
