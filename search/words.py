"""The few words that search adds to a text of the handbook, in both languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_WORDS: Final = MappingProxyType(
    {
        # word: (Chinese, English)
        "mind": ("注意：{}", "Mind: {}"),
        "branch": ("{answer} → {to}", "{answer} → {to}"),
        "rule": ("规定", "Rule"),
        "commitment": ("服务承诺", "Service promise"),
        "duties-of": ("职责：{}", "Responsibilities: {}"),
        "definition": ("定义", "Definition"),
        "plan": ("应急安排", "Emergency plan"),
        "authority": ("可以决定", "May decide"),
        "limits": ("不得承诺、决定", "Never promises or decides"),
        "competencies": ("任职要求", "What the person must be able to do"),
        "never": ("禁语禁行", "Never said, never done"),
        "rewards": ("奖励", "Rewards"),
        "penalties": ("处罚", "Penalties"),
        "decisions": ("审批权限", "Who decides what"),
        "decides": ("决定", "decides"),
        "reviews": ("审核", "reviews"),
        "proposes": ("提出", "proposes"),
        "informed": ("知会", "is informed"),
        "laws": ("法规依据", "Laws"),
        "keeping": ("保存期限", "How long it is kept"),
        "kept": ("保存 {}", "Kept for {}"),
        "pair": ("要：{do}；不要：{dont}", "Do: {do} Don't: {dont}"),
        "pairs": ("{}：要与不要", "{}: do and don't"),
        "exam": ("考核", "Exam"),
        "exam-text": (
            "{items} 题，{minutes} 分钟，{pass_} 合格，可考 {attempts} 次",
            "{items} questions, {minutes} minutes, pass mark {pass_}, {attempts} attempts",
        ),
        "shifts": ("跟班 {} 个班次", "{} shifts beside a tutor"),
        "signed": ("由{}签认", "signed for by the {}"),
        "valid": ("证书有效期 {}", "certificate valid for {}"),
        "standard": ("标准：{}", "Standard: {}"),
        "remedy": ("办法：{}", "Remedy: {}"),
        "stop": ("；", "; "),
        "and": ("、", ", "),
    }
)


KIND_WORDS: Final = MappingProxyType(
    {
        # what people call a kind when they ask for a record of it; found with the record as a whole
        "roles": ("岗位 职责 岗位职责 管什么 负责", "role duties responsibilities job description"),
        "procedures": ("流程 步骤 规程 程序", "procedure process steps"),
        "policies": ("制度 规定 规范", "policy rules"),
        "guides": ("指引 应知应会", "guide"),
        "scripts": ("话术 怎么说", "script wording say"),
        "troubleshooting": ("排查 排障 故障", "troubleshooting fault"),
        "forms": ("表 表单 单子 表格", "form sheet"),
        "courses": ("培训 上岗 考试", "training course exam"),
    }
)


def word(key: str, lang: str) -> str:
    """The word, or the template of a phrase, in *lang* (`zh` or `en`)."""
    return _WORDS[key][0 if lang == "zh" else 1]
