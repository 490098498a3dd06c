"""The words a form prints that are not the handbook's own, in Chinese and English."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

WORDS: Final = MappingProxyType(
    {
        "edition": ("第 {edition} 版", "Edition {edition}"),
        "draft": ("草稿", "DRAFT"),
        "withdrawn": ("已作废", "WITHDRAWN"),
        "continued": ("{title}（续）", "{title} (continued)"),
        "page": ("第 {page} 页　共 {pages} 页", "Page {page} of {pages}"),
        "fingerprint": ("指纹 {fingerprint}", "Fingerprint {fingerprint}"),
        "keep": ("保存期限：{time}", "Keep for {time}"),
        "keep-from": ("，自{moment}起算", " from {moment}"),
        "dispose": ("；期满处理：{how}", "; then {how}"),
        "dispose-apart": ("期满处理：{how}", "Then {how}"),
        "source": ("原件：{what}", "Source: {what}"),
        "gives": ("（原件提供：{gives}）", " (the source gives: {gives})"),
        "own-draft": (
            "本表为手册自拟第 {edition} 版，草稿，未经批准",
            "Own wording, edition {edition}: draft, not approved",
        ),
        "approved": ("本表第 {edition} 版，{by}{on}批准", "Edition {edition}, approved{by}{on}"),
        "own-withdrawn": ("本表第 {edition} 版已作废，不得使用", "Edition {edition} is withdrawn: do not use"),
        "approved-by": ("{by} ", " by {by}"),
        "approved-on": ("{on} ", " on {on}"),
        "star": ("＊", "*"),
        "required": ("＊为必填项", "* required"),
        "privacy-personal": ("含个人信息，限经办人员使用", "Personal data: staff in charge only"),
        "privacy-sensitive": ("含敏感个人信息，专柜保管", "Sensitive data: keep locked"),
        "qr": ("二维码：{what}", "QR code: {what}"),
        "colon": ("：", ": "),
        "comma": ("，", ", "),
        "list": ("；", "; "),
        "gap": ("　", "   "),
        "unit": ("({unit})", " ({unit})"),
        "code": ("{title}（{code}）", "{title} ({code})"),
        "within": ("（{time}内）", " (within {time})"),
        "moment": ("（{time}）", " ({time})"),
        "signed-by": ("（{who}）", " ({who})"),
        "sign": ("签字", "Signature"),
        "date": ("日期", "Date"),
        "opinion": ("意见", "Opinion"),
        "in-words": ("大写：", "In words: "),
        "legend": ("{title}写{choices}", "{title}: {choices}"),
        "or": ("/", " / "),
        "received": ("签收", "Received by"),
        "refused": ("拒收", "Refused"),
        "witness": ("见证人", "Witness"),
        "delivered": ("送达人", "Delivered by"),
        "consent": ("个人信息使用同意", "Consent to use personal data"),
        "agree": ("我已阅读并同意", "I have read this and agree"),
        "copies": ("本表一式{count}联：{items}", "In {count} copies: {items}"),
        "copy": ("本表一联：{items}", "One copy: {items}"),
        "attachments": ("附件", "Attached"),
        "other": ("其他：", "Other: "),
        "item": ("项目", "Item"),
        "group": ("类别", "Group"),
        "number": ("序号", "No."),
        "remark": ("备注", "Remark"),
        "share": ("累计 %", "Cumulative %"),
    }
)
"""Chinese and English, by id; `{names}` are filled by the caller."""

HINTS: Final = MappingProxyType(
    {
        "text": ("填写", "fill in"),
        "longtext": ("填写", "fill in"),
        "serial": ("编号", "number"),
        "room": ("房号", "flat"),
        "date": ("选择日期", "pick a date"),
        "month": ("选择月份", "pick a month"),
        "datetime": ("日期 时间", "date, time"),
        "time": ("时:分", "hh:mm"),
        "number": ("数字", "number"),
        "money": ("金额", "amount"),
        "phone": ("电话号码", "phone"),
        "id-number": ("证件号码", "id number"),
        "choice": ("请选择", "choose"),
        "signature": ("签名", "sign"),
        "words": ("大写金额", "amount in words"),
        "opinion": ("填写意见", "opinion"),
    }
)
"""What an empty control shows in grey, by field type."""


def word(name: str, lang: str, **values: object) -> str:
    """A word of `WORDS` in *lang*, filled."""
    template = WORDS[name][0 if lang == "zh" else 1]
    return template.format(**values) if values else template


def hint(name: str, lang: str) -> str:
    """The grey hint of a field type in *lang*."""
    return HINTS.get(name, HINTS["text"])[0 if lang == "zh" else 1]
