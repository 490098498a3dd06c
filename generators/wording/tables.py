"""Words that are chosen by a name from the records: a table for each set of names, which cannot lack one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generators.docx.document import ByVariant
from generators.docx.labels import ByPrivacy
from generators.wording.records import DialogueWords, PolicyWords
from generators.wording.theme import ScriptWords
from schemas.authority import Share
from schemas.by_name import ByName, T
from schemas.conduct import GradeEffect
from schemas.form import Audience, Orientation
from schemas.handbook import PartyKind, Readers
from schemas.on_duty import ByAbsence
from schemas.record import State
from schemas.rhythm import Rhythm
from schemas.tariff import Pricing
from schemas.words import Bilingual


@dataclass(frozen=True, kw_only=True)
class _ByState(ByName[State, T]):
    draft: T
    approved: T
    withdrawn: T


STATES: Final = _ByState(draft=ScriptWords.draft, approved=ScriptWords.approved, withdrawn=ScriptWords.withdrawn)
"""Where a text stands."""

PRIVACIES: Final = ByPrivacy(
    public=Bilingual("公开", "public"),
    internal=Bilingual("内部", "internal"),
    personal=Bilingual("个人信息", "personal"),
    sensitive=Bilingual("敏感个人信息", "sensitive"),
)
"""Who may see a filled form."""


@dataclass(frozen=True, kw_only=True)
class _ByOrientation(ByName[Orientation, T]):
    portrait: T
    landscape: T


ORIENTATIONS: Final = _ByOrientation(portrait=Bilingual("纵向", "portrait"), landscape=Bilingual("横向", "landscape"))
"""How the paper of a form lies."""


@dataclass(frozen=True, kw_only=True)
class _ByAudience(ByName[Audience, T]):
    resident: T
    office: T
    both: T


AUDIENCES: Final = _ByAudience(
    resident=Bilingual("业主、住户", "residents"),
    office=Bilingual("内部使用", "the office"),
    both=Bilingual("内部和业主", "the office and residents"),
)
"""Who fills a form or is given it."""


@dataclass(frozen=True, kw_only=True)
class _ByReader(ByName[Readers, T]):
    staff: T
    customers: T
    public: T


READERS: Final = _ByReader(
    staff=Bilingual("员工", "staff"), customers=Bilingual("客户", "customers"), public=Bilingual("任何人", "anybody")
)
"""For whom a handbook is written."""


@dataclass(frozen=True, kw_only=True)
class _ByRhythm(ByName[Rhythm, T]):
    day: T
    week: T
    month: T
    year: T
    occasion: T


RHYTHM_TITLES: Final = _ByRhythm(
    day=Bilingual("每天、每班", "Every day and shift"),
    week=Bilingual("每周", "Every week"),
    month=Bilingual("每月", "Every month"),
    year=Bilingual("每季度、每年", "Every quarter and year"),
    occasion=Bilingual("遇到时", "As it comes"),
)
"""Under what recurring work is listed."""


STAND_INS: Final = ByAbsence(
    night=Bilingual("夜间由谁替", "Stands in at night"),
    weekend=Bilingual("周末由谁替", "Stands in at weekends"),
    holiday=Bilingual("节假日由谁替", "Stands in on holidays"),
    leave=Bilingual("休假外出由谁替", "Stands in during leave"),
    otherwise=Bilingual("不在岗时由谁替", "Stands in when off duty"),
)
"""Who stands in for a post, by when."""


@dataclass(frozen=True, kw_only=True)
class _ByPartyKind(ByName[PartyKind, T]):
    customer: T
    representative: T
    head_office: T
    authority: T
    contractor: T
    insurer: T
    broker: T
    witness: T
    other: T


PARTY_KINDS: Final = _ByPartyKind(
    customer=Bilingual("客户", "Customers"),
    representative=Bilingual("客户的代表", "Representatives of customers"),
    head_office=Bilingual("上级公司", "Head office"),
    authority=Bilingual("政府和机关", "Authorities"),
    contractor=Bilingual("施工和外包单位", "Contractors"),
    insurer=Bilingual("保险公司", "Insurers"),
    broker=Bilingual("经纪和代理", "Brokers and agents"),
    witness=Bilingual("见证人", "Witnesses"),
    other=Bilingual("其他", "Others"),
)
"""What a party is to the department."""

TRADES: Final[Mapping[str, Bilingual]] = {
    "property": Bilingual("物业服务", "property management"),
    "commercial-property": Bilingual("商业广场和写字楼", "malls and offices"),
    "home-retail": Bilingual("家居零售", "home retail"),
    "shop-counter": Bilingual("百货柜台", "shop counters"),
    "online-shop": Bilingual("网店", "online retail"),
    "showroom": Bilingual("展厅", "showrooms"),
    "hotline": Bilingual("服务热线", "service hotlines"),
    "ticket-desk": Bilingual("设备报修", "equipment service"),
    "call-centre": Bilingual("呼叫中心", "call centre"),
    "telecom": Bilingual("电信", "telecommunications"),
    "agency": Bilingual("广告", "advertising"),
    "software": Bilingual("软件", "software"),
    "insurance": Bilingual("保险", "insurance"),
}
"""What usual trades are called, by id; authors may have others."""


def say_trade(trade: str, lang: str) -> str:
    """What a trade is called; one of the authors' own by its id."""
    return TRADES[trade].of(lang) if trade in TRADES else trade


VARIANT_TITLES: Final = ByVariant(
    fill=Bilingual("在电脑上填", "To fill on screen"), blank=Bilingual("打印后手写", "To print and write on")
)
"""What each variant of a form is for."""


@dataclass(frozen=True, kw_only=True)
class _ByShare(ByName[Share, T]):
    decides: T
    countersigns: T
    reviews: T
    proposes: T
    executes: T
    informed: T


SHARES: Final = _ByShare(
    decides=PolicyWords.decides,
    countersigns=Bilingual("会签", "countersigns"),
    reviews=Bilingual("审核", "reviews"),
    proposes=Bilingual("提出", "proposes"),
    executes=Bilingual("执行", "carries out"),
    informed=Bilingual("知悉", "informed"),
)
"""What a role does in a decision."""


@dataclass(frozen=True, kw_only=True)
class _ByPricing(ByName[Pricing, T]):
    set: T
    guided: T
    market: T


PRICINGS: Final = _ByPricing(
    set=Bilingual("政府定价", "price set by the government"),
    guided=Bilingual("政府指导价", "within the government’s guide price"),
    market=Bilingual("市场调节价", "market price"),
)
"""Who fixes a price."""


@dataclass(frozen=True, kw_only=True)
class _ByGradeEffect(ByName[GradeEffect, T]):
    promotes: T
    holds: T
    lowers: T
    suspends: T
    revokes: T


GRADE_EFFECTS: Final = _ByGradeEffect(
    promotes=Bilingual("升级", "promotion"),
    holds=Bilingual("暂缓升级", "promotion held back"),
    lowers=Bilingual("降级", "lowered"),
    suspends=Bilingual("暂停资质", "suspended"),
    revokes=Bilingual("取消资质", "revoked"),
)
"""What becomes of somebody's grade."""

NodeKind = Literal["symptom", "check", "cause", "escalate"]
"""What a node of a troubleshooting graph is."""


@dataclass(frozen=True, kw_only=True)
class _ByNodeKind(ByName[NodeKind, T]):
    symptom: T
    check: T
    cause: T
    escalate: T


NODE_KINDS: Final = _ByNodeKind(
    symptom=Bilingual("现象", "Symptom"),
    check=DialogueWords.check,
    cause=Bilingual("原因", "Cause"),
    escalate=DialogueWords.escalate,
)
