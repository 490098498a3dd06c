"""The words a form prints that are not the handbook's own, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.by_name import ByName, T
from schemas.field import Privacy
from schemas.words import Bilingual, Word, Words


class FormWords(Words):
    """What a form prints besides the texts of its record."""

    edition = Word("第 {edition} 版", "Edition {edition}")
    draft = Word("草稿", "DRAFT")
    withdrawn = Word("已作废", "WITHDRAWN")
    continued = Word("{title}（续）", "{title} (continued)")
    page = Word("第 {page} 页　共 {pages} 页", "Page {page} of {pages}")
    fingerprint = Word("指纹 {fingerprint}", "Fingerprint {fingerprint}")
    check_code = Word("核对码 {code}", "Check code {code}")
    keep = Word("保存期限：{time}", "Keep for {time}")
    keep_from = Word("，自{moment}起算", " from {moment}")
    dispose = Word("；期满处理：{how}", "; then {how}")
    dispose_apart = Word("期满处理：{how}", "Then {how}")
    source = Word("原件：{what}", "Source: {what}")
    gives = Word("（原件提供：{gives}）", " (the source gives: {gives})")
    own_draft = Word(
        "本表为手册自拟第 {edition} 版，草稿，未经批准", "Own wording, edition {edition}: draft, not approved"
    )
    approved = Word("本表第 {edition} 版，{by}{on}批准", "Edition {edition}, approved{by}{on}")
    own_withdrawn = Word("本表第 {edition} 版已作废，不得使用", "Edition {edition} is withdrawn: do not use")
    replaced_by = Word("；改用 {record}", "; use {record} instead")
    effective = Word("，自 {on} 起使用", ", in use from {on}")
    signed_post = Word("（{post}）", " ({post})")
    approved_by = Word("{by} ", " by {by}")
    approved_on = Word("{on} ", " on {on}")
    star = Word("＊", "*")
    required = Word("＊为必填项", "* required")
    qr = Word("二维码：{what}", "QR code: {what}")
    colon = Word("：", ": ")
    separator = Word("；", "; ")
    gap = Word("　", "   ")
    unit = Word("({unit})", " ({unit})")
    code = Word("{title}（{code}）", "{title} ({code})")
    promise = Word("（{limit}）", " ({limit})")
    signed_by = Word("（{who}）", " ({who})")
    sign = Word("签字", "Signature")
    date = Word("日期", "Date")
    in_words = Word("大写：", "In words: ")
    rule = Word("“{field}”{rules}", "“{field}”: {rules}")
    legend = Word("{title}写{choices}", "{title}: {choices}")
    either = Word("/", " / ")
    refused = Word("拒收", "Refused")
    witness = Word("见证人", "Witness")
    consent = Word("个人信息使用同意", "Consent to use personal data")
    agree = Word("我已阅读并同意", "I have read this and agree")
    copies = Word("本表一式{count}联：{items}", "In {count} copies: {items}")
    copy = Word("本表一联：{items}", "One copy: {items}")
    attachments = Word("附件", "Attached")
    other = Word("其他：", "Other: ")
    item = Word("项目", "Item")
    group = Word("类别", "Group")
    number = Word("序号", "No.")
    share = Word("累计 %", "Cumulative %")


@dataclass(frozen=True, kw_only=True)
class ByPrivacy(ByName[Privacy, T]):
    """A value for each level of privacy."""

    public: T
    internal: T
    personal: T
    sensitive: T


PRIVACY: Final = ByPrivacy(
    public=Bilingual("", ""),
    internal=Bilingual("", ""),
    personal=Bilingual("含个人信息，限经办人员使用", "Personal data: staff in charge only"),
    sensitive=Bilingual("含敏感个人信息，专柜保管", "Sensitive data: keep locked"),
)
"""What the footer says of the data on a form; nothing where anybody may see it."""
