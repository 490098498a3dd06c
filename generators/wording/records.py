"""Words on the pages of records."""

from __future__ import annotations

from schemas.words import Word, Words


class RecordWords(Words):
    """What every record’s page says around its text."""

    code = Word("编号", "Code")
    edition = Word("本文版本", "Edition of this text")
    status = Word("状态", "Status")
    source = Word("原文", "Source")
    source_page = Word("第 {page} 页", "p. {page}")
    owner = Word("归口", "Owner")
    review_by = Word("下次评审", "Review by")
    basis = Word("数字依据", "Basis of figures")
    draft_banner = Word(
        "这是草稿：文字由本手册编写，尚未批准，不是原文。",
        "This is a draft: worded by this library, not yet approved, and not the original text.",
    )
    draft_banner_source = Word("同名原文为《{title}》", "The original of that name is “{title}”")
    withdrawn_banner = Word("本文已废止，请勿执行。", "This text has been withdrawn. Do not follow it.")
    withdrawn_by = Word("由{by}于 {date} 废止。", "Withdrawn by {by} on {date}.")
    signed = Word("{name}，{date}", "{name}, {date}")
    signatures = Word("签批", "Signatures")
    signed_name = Word("姓名", "Name")
    signed_post = Word("职务", "Post")
    signed_on = Word("日期", "Date")
    prepared = Word("编制", "Prepared by")
    checked_by = Word("审核", "Checked by")
    approved_by = Word("批准", "Approved by")
    withdrawn_row = Word("作废", "Withdrawn by")
    takes_effect = Word("自 {date} 起执行", "In force from {date}")
    replaced_by = Word("现在用：", "In its place: ")
    source_note = Word("原文说明", "Note on the source")
    do_now = Word("现在就做", "Do it now")
    learn = Word("学与考", "Learn")
    part_of_course = Word("课程：{title}", "Course: {title}")
    see_also = Word("接着读", "Read next")
    other_handbooks = Word("别的手册怎么做", "In other handbooks")
    used_by = Word("哪里用到本页", "Where this page is used")
    uses_of = Word("哪里用到：{title}", "Where it is used: {title}")
    uses_counted = Word(
        "步骤里用到它的规程 {works} 篇，提到它的条文 {named} 篇。",
        "Procedures with steps that use it: {works}. Records that name it: {named}.",
    )
    first_of = Word("先列 {n} 处", "The first {n} are shown")
    all_uses = Word("全部 {n} 处", "All {n}")
    asked_as = Word("常这样问", "Often asked as")
    purpose = Word("目的", "Purpose")
    scope = Word("范围", "Scope")
    definitions = Word("术语", "Definitions")
    fingerprint = Word("内容指纹", "Fingerprint")
    controlled_copy = Word("受控文本", "Controlled copy")
    printed_uncontrolled = Word(
        "打印件自打印之日起为非受控本，以系统内现行版为准。",
        "Uncontrolled once printed; the current text in the library prevails.",
    )
    printed_on = Word("打印日期", "Printed on")
    copy_number = Word("份号", "Copy no.")
    issued_to = Word("领用", "Issued to")
    list_separator = Word("、", ", ")
    colon = Word("：", ": ")
    stop = Word("。", ".")
    about_document = Word("关于这份文件：版次、出处、目的、法规", "About this document: edition, source, purpose, laws")
    withdrawn_copy = Word("已作废，非受控文本", "Withdrawn, not controlled")
    draft_copy = Word("草稿，非受控文本", "Draft, not controlled")
    banner_gives = Word("，原文给出：", "; it gives: ")


class StepWords(Words):
    """The page of a procedure."""

    flowchart = Word("流程图", "Flowchart")
    flowchart_hint = Word("点任一框，跳到该步", "Select a box to jump to its step")
    steps = Word("步骤", "Steps")
    step_no = Word("第 {n} 步", "Step {n}")
    who_does = Word("谁来做", "Who acts")
    forms_used = Word("用到的表", "Forms used")
    forms_used_n = Word("{n} 张", "{n}")
    none = Word("无", "None")
    together_with = Word("协同：{who}", "with {who}")
    say_word = Word("说", "Say")
    goes_to = Word("转到", "go to")
    ends_here = Word("到此结束", "Ends here")
    loop_limit = Word("最多 {n} 次；之后转到", "At most {n} times; then")
    cites = Word("依据承诺", "Keeps the promise")
    periodic = Word("定期工作", "Periodic work")
    responsibilities = Word("职责分工", "Responsibilities")
    records_kept = Word("留存记录", "Records kept")
    kept_by = Word("保管", "Kept by")
    note = Word("说明", "Note")
    checked_on = Word("{date} 核对仍有效", "checked in force on {date}")
    superseded = Word("已由{title}代替", "superseded by {title}")
    not_checked = Word("尚未核对", "not yet checked")
    plan = Word("应急要点", "Emergency plan")
    trigger = Word("什么情况启动", "Trigger")
    commander = Word("总指挥", "Commander")
    report_chain = Word("报告顺序", "Reporting chain")
    drills = Word("演练", "Drills")
    checklist = Word("边做边打勾", "Tick as you go")
    print_form = Word("打印空白表", "Print blank form")
    print_named = Word("打印 {title}", "Print {title}")
    dock_contents = Word("目录", "Contents")
    dock_tick = Word("打勾", "Tick off")
    dock_forms = Word("表单", "Forms")
    dock_ask = Word("问一问", "Ask")
    dock_top = Word("顶部", "Top")
    which_is_it = Word("是哪一种情况？", "Which is it?")
    fold_if = Word("如果：{answer}", "If: {answer}")
    fold_steps = Word("{n} 步", "{n} steps")
    fold_emergencies = Word("各种险情，照应急卡办", "Each emergency, by its card")
    fold_cards = Word("{n} 张", "{n} cards")
    count_things = Word("{n} 项", "{n}")
    fold_up = Word("回到：{question}", "Back to: {question}")
    numbers_more = Word("另外 {n} 个号码", "{n} more numbers")
    which_more = Word("另外 {n} 种", "{n} more")
    print_or_fill_n = Word("打印或填写 {n} 张表", "Print or fill {n} forms")


class PolicyWords(Words):
    """The page of a policy."""

    articles = Word("条文", "Articles")
    commitments = Word("服务承诺", "Service promises")
    promise = Word("承诺", "Promise")
    objectives = Word("质量目标", "Objectives")
    objective = Word("目标", "Objective")
    formula = Word("怎么算", "Formula")
    target = Word("指标", "Target")
    every = Word("频次", "How often")
    source_forms = Word("数据来自", "Data from")
    tariffs = Word("收费标准", "Tariff")
    item = Word("项目", "Item")
    price = Word("价格", "Price")
    authority = Word("审批权限", "Authority matrix")
    decides = Word("决定", "decides")
    deputy = Word("{who}不在时由{deputy}代", "{deputy} stands in for {who}")
    worked_out_by = Word("由{who}计算", "worked out by {who}")
    any_more = Word("{up_to}以上", "above {up_to}")
    up_to = Word("{up_to}及以内", "up to {up_to}")
    deposit = Word("押金", "Deposit")
    refund_within = Word("{time}退", "returned {time}")
    waive = Word("减免", "Waived by")
    waive_up_to = Word("不超过 {sum}", "up to {sum}")
    grade_effect = Word("等级", "Grade")
    decided_by = Word("由谁决定", "Decided by")
    appeal = Word("申诉", "Appeal")
    appeal_to = Word("{time}内向{who}申诉", "within {time}, to {who}")
    appeal_within = Word("{time}内申诉", "within {time}")
    rewards = Word("奖励", "Rewards")
    penalties = Word("处罚", "Penalties")
    deed = Word("情形", "Deed")
    measure = Word("处理", "Measure")
    laws = Word("依据的法规", "Laws")
    built_on = Word("依据", "Builds on")
    never = Word("绝不", "Never")


class PeopleWords(Words):
    """The pages of roles and guides."""

    department = Word("部门", "Department")
    grade = Word("职级", "Grade")
    reports_to = Word("汇报给", "Reports to")
    leads = Word("下属岗位", "Leads")
    mission = Word("岗位使命", "Mission")
    on_duty = Word("在岗", "On duty")
    stands_in_for = Word("替谁", "Stands in for")
    stands_in_when = Word("{role}（{when}）", "{role} ({when})")
    posts_of_unit = Word("部门的岗位", "Posts of the department")
    is_unit = Word("这是部门，不是一个人的岗位", "a department, not the post of a person")
    licences_held = Word("须持证书", "Licences to be held")
    issued_by = Word("{issuer}颁发", "issued by {issuer}")
    expiry_checked_by = Word("有效期由{role}查", "expiry checked by the {role}")
    duties = Word("职责", "Duties")
    authority_may = Word("可以决定", "May decide")
    authority_never = Word("绝不", "Never")
    may_and_never = Word("权限", "Authority")
    competencies = Word("要会什么", "Competencies")
    in_procedures = Word("有事时做什么", "What this role does when something happens")
    my_steps_n = Word("这个岗位的 {n} 步", "Steps of this role: {n}")
    takes_part = Word("参与", "takes part")
    outside_hours = Word("非服务时间", "outside the hours")
    rounds = Word("按时做什么", "What comes round by the calendar")
    cards_of_role = Word("要照着做的应急卡", "Emergency cards it acts on")
    scripts_of_role = Word("要用的话术和排查", "Scripts and fault trees it uses")
    forms_filled = Word("要填、要签的表", "Forms it fills and signs")
    also_in = Word("还出现在", "Also named in")
    steps_n = Word("{n} 步", "steps: {n}")
    do_this = Word("这样做", "Do")
    dont = Word("不这样做", "Don’t")
    points = Word("要点", "Points")


class DialogueWords(Words):
    """The pages of scripts and troubleshooting graphs."""

    rules = Word("规则", "Rules")
    never_say = Word("不说的话", "Words never said")
    dialogue = Word("对话", "Dialogue")
    graph = Word("对话图", "Map of the dialogue")
    we_say = Word("我说", "We say")
    we_do = Word("同时做", "Meanwhile")
    do_word = Word("做", "Do")
    ask_self = Word("自己判断", "Decide silently")
    bear_in_mind = Word("留意", "Bear in mind")
    entry = Word("从这里开始：{name}", "Starts here: {name}")
    start = Word("开始", "Start")
    nodes = Word("判断步骤", "Decision steps")
    tree = Word("判断图", "Decision tree")
    check = Word("检查", "Check")
    how = Word("怎么查", "How to check")
    remedy = Word("处理", "Remedy")
    escalate = Word("转交", "Hand over to")
    play_script = Word("一句一句看", "Line by line")
    play_tree = Word("一步一步判断", "Step through it")


class FormPageWords(Words):
    """The page of a form, but for filling it there."""

    download = Word("下载", "Download")
    sample_data = Word(
        "这张表上印着示例数据：{values}。换成本项目的以后再发出去。",
        "This form prints sample data: {values}. Hand it out once it has your project's own.",
    )
    picture = Word("样张", "What it looks like")
    picture_alt = Word("《{title}》空白表，第 {page} 页，共 {pages} 页", "{title}, blank form, page {page} of {pages}")
    no_picture = Word(
        "这张表的样张和 PDF 还没有生成（生成需要 LibreOffice）。下面的 Word 文件照样可以打印、填写。",
        "No picture or PDF of this form has been made yet: that takes LibreOffice. Print or fill the Word files below.",
    )
    print_all = Word("打印全部 {n} 张（PDF）", "Print all {n} forms (PDF)")
    print_filled = Word("打印要填的 {n} 张（PDF）", "Print the {n} forms it fills (PDF)")
    zip_all = Word("{n} 张空白表（Word，ZIP）", "{n} blank forms (Word, ZIP)")
    blank_short = Word("空白表", "Blank")
    fillable_short = Word("可填写", "Fillable")
    paper = Word("纸张", "Paper")
    audience = Word("给谁用", "For")
    keep = Word("保存", "Keep")
    keep_from = Word("{time}，自{from_}起", "{time}, from {from_}")
    keep_counted = Word("，起算：", ", counted from: ")
    keep_then = Word("；到期：", "; then: ")
    dispose_head = Word("到期处理", "Disposal")
    privacy = Word("信息级别", "Privacy")
    fields = Word("填写说明", "How to fill it in")
    field = Word("栏目", "Field")
    type = Word("类型", "Type")
    required = Word("必填", "Required")
    required_short = Word("必填", "required")
    optional = Word("选填", "optional")
    hint = Word("怎么填", "What to write")
    choices = Word("选项", "Choices")
    not_before = Word("不早于“{field}”", "not before “{field}”")
    days_of_month = Word("1–31 日", "Days 1–31")
    roster = Word("排班", "Roster")
    shifts_of_roster = Word("班次", "Shifts")
    people_n = Word("{n} 人", "{n} people")
    not_after = Word("不晚于“{field}”", "not after “{field}”")
    not_less = Word("不小于“{field}”", "not less than “{field}”")
    not_more = Word("不大于“{field}”", "not more than “{field}”")
    is_sum = Word("应等于{fields}", "equals {fields}")
    summed = Word("“{field}”", "“{field}”")
    is_rate = Word(
        "应等于{part} ÷ {whole} × 100（{places} 位小数）", "equals {part} ÷ {whole} × 100 (decimals: {places})"
    )
    whole_column = Word("“{field}”整列", "all of “{field}”")
    in_month = Word("在“{field}”写的月份里", "in the month of “{field}”")
    required_if = Word("“{field}”{values}时必填", "required when “{field}” {values}")
    is_value = Word("是“{value}”", "is “{value}”")
    is_empty = Word("空着", "is empty")
    is_filled = Word("填了", "is filled in")
    is_ticked = Word("打勾", "is ticked")
    is_not_ticked = Word("没打勾", "is not ticked")
    may_be_none = Word("没有的写“无”", "write “none” where there is none")
    may_be_anonymous = Word("可以匿名", "may stay anonymous")
    draft_safe = Word("草稿里可以保留", "a draft may keep it")
    agreement = Word("对得上才算填好", "What has to agree")
    prefilled = Word("已预填：{value}", "filled in beforehand: {value}")
    signed_by = Word("由{who}签", "signed by {who}")
    in_capitals = Word("金额须大写", "also in words")
    promise_is = Word("对应时限：{time}", "promised time: {time}")
    used_in_steps = Word("哪一步用它", "Which steps use it")
    used_nowhere = Word("还没有规程用到这张表。", "No procedure uses this form yet.")
    totals = Word("能统计什么", "What can be totalled")
    rows_n = Word("{n} 行", "{n} rows")
    results = Word("结果", "Results")
    scale = Word("等级", "Scale")
    witnesses_n = Word("拒收时 {n} 名见证人签字", "{n} witnesses sign a refusal")
    delivered_by = Word("由{who}送达", "delivered by {who}")
    with_date = Word("注明日期", "with date")
    threshold = Word("{n}% 线", "{n} % line")
    forms_lead = Word(
        "按编号或名称找，直接下载；也可以按手册浏览。",
        "Find a form by code or title and download it, or browse by handbook.",
    )
    forms_filter = Word("编号或名称，例如 KF-26、投诉、钥匙", "Code or title, such as KF-26, complaint, key")
    forms_shown = Word("{n} 张", "{n} forms")
    no_forms = Word("还没有表单。", "There are no forms yet.")


class QualificationWords(Words):
    """The page of a qualification."""

    levels = Word("等级", "Levels")
    requires = Word("先要有", "Requires")
    months_before = Word("工作满", "Months of work")
    months_n = Word("{n} 个月", "{n}")
    course = Word("课程", "Course")
    marks_of = Word("满分 {marks} 分，{pass_} 分及格", "{pass_} of {marks} marks to pass")
    practical_share = Word("实操占 {share}", "{share} of it practical")
    renew = Word("续证", "Renewal")
    renew_before = Word("到期前 {time}开始", "from {time} before it runs out")
    renew_course = Word("重上", "Course taken again")
    level_needs = Word("还要具备", "Also needed")
    level_may = Word("可以做", "What one may do with it")
    suspended = Word("暂停资质", "Suspension")
    downgraded = Word("降级", "Downgrading")
    lowered_to = Word("降到", "Lowered to")
    recheck = Word("复核", "Recheck")
    register = Word("登记表", "Register")


class CourseWords(Words):
    """The page of a course."""

    for_role = Word("对应岗位", "For the role")
    level = Word("等级", "Level")
    valid_for = Word("证书有效期", "Certificate valid for")
    modules = Word("学习内容", "Modules")
    read = Word("读", "Read")
    practise = Word("练", "Practise")
    fill = Word("填", "Fill")
    shifts = Word("跟班 {n} 个班次", "{n} shifts beside a tutor")
    sign = Word("由{role}签字确认", "signed off by {role}")
    exam = Word("考核", "Exam")
    exam_items = Word("题数", "Questions")
    exam_minutes = Word("时间", "Time allowed")
    minutes_n = Word("{n} 分钟", "{n} minutes")
    exam_pass = Word("及格线", "Pass mark")
    exam_attempts = Word("可考次数", "Attempts")
    exam_practical = Word("实操", "Practical test")
    exam_practical_yes = Word("有，由带教人评定", "yes, judged by the tutor")
    exam_retake = Word("多久后可再考", "Next attempt after")
    due_within = Word("完成期限", "To be passed within")
    due_from = Word("{time}，自{from_}起", "{time} of {from_}")
    hours_n = Word("{n} 课时", "{n} h")
    certificate = Word("证书", "Certificate")
    blueprint = Word("考什么", "What the exam covers")
    topic = Word("内容", "Topic")
    topic_least = Word("至少几题", "Questions, at least")
    topic_safety = Word("错一道不及格", "every question must be right")
    topic_from = Word("出自", "Asked from")
    items_n = Word("另有自己出的题 {n} 道。", "Questions of our own: {n}.")
    rubric = Word("实操评分表", "How the practical is marked")
    criterion = Word("看什么", "What is looked at")
    marks = Word("分值", "Marks")
    must = Word("做不到不及格", "needed to pass")
    rubric_total = Word("合计", "Total")
    my_course = Word("我的学习", "My course")
    learn_needs_script = Word(
        "浏览器没有启用脚本：下面的学习内容都能打开，进度和自测用不了。可以打印本页，在纸上打勾。",
        "Scripts are off: everything below can be opened, but there is no progress and no self-test. Print this page "
        "and tick it on paper.",
    )
    self_test = Word("自测", "Self-test")
    shifts_on_paper = Word("记在纸上", "on paper")
    exam_is_kept = Word(
        "自测的题谁都能看到，考试靠的是别的：题是抽的，有时限，有一部分题平时不公开，还要实操。",
        "Everybody can see the questions of the self-tests. An exam rests on something else: its questions are drawn, "
        "it has a time limit, some questions are kept for it, and there is a practical.",
    )
    exam_is_kept_without = Word(
        "自测的题谁都能看到，考试靠的是别的：题是抽的，有时限，有一部分题平时不公开。",
        "Everybody can see the questions of the self-tests. An exam rests on something else: its questions are drawn, "
        "it has a time limit, and some questions are kept for it.",
    )
    tutor_signs = Word("带教签字", "Tutor")
    signed_date = Word("日期", "Date")
    take_course = Word("学习：{title}", "Take the course: {title}")
    courses_of_posts = Word("按岗位学", "Courses by post")
    modules_n = Word("{n} 个单元", "{n} modules")
    exam_n = Word("考试 {items} 题，{minutes} 分钟", "exam: {items} questions in {minutes} minutes")
