"""Words about one's own role: of the pages that list roles, and of the scripts that show one's own day."""

from __future__ import annotations

from schemas.words import Word, Words


class RoleListWords(Words):
    """The pages of all roles, and of who does which steps."""

    iam_which = Word("我是哪个岗位？选了，这一页就是我的一天", "Choose your role: see your day here")
    my_day = Word("我的一天", "My day")
    roles_lead = Word(
        "各手册的岗位。选一个说“我是”，首页就是这个岗位的一天；也可以把两个岗位放在一起比。",
        "The roles of all handbooks. Say which one is yours, and the first page is the day of that role; or put two of "
        "them beside one another.",
    )
    roles_n = Word("{n} 个岗位", "roles: {n}")
    iam_this = Word("我是", "I am")
    compare_two = Word("比较两个岗位", "Compare two roles")
    compare_one = Word("一个岗位", "One role")
    compare_other = Word("另一个岗位", "The other role")
    compare_choose = Word("请选择", "Choose")
    who_does_what = Word("谁做哪几步", "Who does which steps")
    who_lead = Word(
        "由各规程的步骤自动汇总：一行一个规程，一列一个岗位，点编号打开那一步。",
        "Compiled from the steps of the procedures: a row for each procedure, a column for each role. A number opens "
        "its step.",
    )
    steps_by_role = Word("各岗位的步骤", "Steps by role")
    procedure_word = Word("规程", "Procedure")
    key_by = Word("由这个岗位做", "does it")
    key_with = Word("参与", "takes part")
    key_after_hours = Word("非服务时间由它做", "does it outside the hours")
    key_decision = Word("判断", "a decision")
    key_recurring = Word("定期做", "recurring work")


class RoleWords(Words):
    """What the scripts say once somebody chooses a role: in a file of their own (`assets/role.<lang>.js`)."""

    choose_title = Word("我是哪个岗位？", "Which role is yours?")
    find_role = Word("输入岗位、部门或手册", "Type a role, a department or a handbook")
    recent = Word("这台电脑上刚用过", "Used on this computer before")
    found_none = Word(
        "没有这样的岗位。换个词，或看全部岗位。", "There is no such role. Try another word, or see all of them."
    )
    found_n = Word("{n} 个岗位", "roles: {n}")
    see_roles = Word("全部岗位、两个岗位比较", "All roles, and two of them compared")
    now_you_are = Word("现在：{role} · {book}", "Now: {role}, {book}")
    until = Word(
        "到 {time} 自动忘记；下班、换人时请按一下。",
        "Forgotten by itself at {time}; please press when your shift ends or somebody else takes over.",
    )
    this_page_only = Word(
        "这个浏览器不让网页存东西，所以只在这一页有效。",
        "This browser lets pages keep nothing, so that it holds for this page only.",
    )
    off_duty = Word("下班", "End of shift")
    my_day = Word("我的一天", "My day")
    change_person = Word("换人", "Somebody else")
    close_dialog = Word("关闭", "Close")
    role_page = Word("岗位页", "Role page")
    day_title = Word("我的一天：{role}", "My day: {role}")
    role_gone = Word(
        "“{role}”在手册里已经没有了，所以不再记着。请再选一次。",
        "“{role}” is not in the handbook any more and is forgotten. Please choose again.",
    )
    roles_failed = Word(
        "岗位没能读进来。请刷新页面再试；还不行就告诉手册维护人。",
        "The roles could not be loaded. Reload the page and try again; if it stays so, tell whoever runs it.",
    )
    learn_start = Word("还没有开始", "not begun yet")
    learn_for = Word("学习进度：{name}", "Progress of {name}")
    learn_guest = Word("没有选昵称，进度只在这个标签页", "no nickname: what is done stays in this tab")
    both_have = Word("两个都有", "Both")
    only_one = Word("只有{role}", "Only the {role}")
    same_procedure = Word("同一个规程里各做的步骤", "The steps of each in the same procedure")
    nothing_shared = Word("没有两个都有的。", "There is nothing that both have.")
    compare_same = Word("请选两个不同的岗位。", "Please choose two different roles.")
    part_duties = Word("职责", "Duties")
    part_may = Word("可以决定", "May decide")
    part_never = Word("绝不", "Never")
    part_cases = Word("有事时做什么", "When something happens")
    part_rounds = Word("按时做什么", "What comes round")
    part_forms = Word("表单", "Forms")
    part_cards = Word("应急卡", "Emergency cards")
    part_scripts = Word("话术和排查", "Scripts and fault trees")
