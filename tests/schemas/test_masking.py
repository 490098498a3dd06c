"""What is personal in a text is masked, in whatever way it is spelled; what is not stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
import yaml

from schemas.masking import masked
from tests.schemas.name_table import TABLE, table

DATA: Final = Path(__file__).parents[1] / "data" / "personal"

_PERSONAL = {
    "13800001111 的快递在哪": "*********** 的快递在哪",
    "138-1234-5678": "*************",
    "打138 0000 1111找我": "打*************找我",
    "１３８００００１１１１": "***********",
    "+86 138 0000 1111": "*****************",
    "0086-13800001111": "****************",
    "0571-87654321": "*************",
    "(0571) 8765 4321": "****************",
    "电话8765 4321": "电话*********",
    "87654321": "********",
    "1 3 8 0 0 0 0 1 1 1 1": "*********************",
    "138.0000.1111": "*************",
    "1380000111": "**********",
    "幺三八零零零零幺幺幺幺": "***********",
    "我的电话是一三八 零零零零 一一一一": "我的电话是*************",
    "138零零零零1111": "***********",
    "①③⑧⓪⓪⓪⓪①①①①": "***********",
    "138\u20110000\u20111111": "*************",
    "138\u200b0000\u200b1111": "*************",
    "138_0000_1111": "*************",
    "138/0000/1111": "*************",
    "138 0000 11112": "**************",
    "周一13800001111打电话": "周一***********打电话",
    "0571-87654321转801": "*****************",
    "+852 9123 4567": "**************",
    "330106199001011234": "******************",
    "33010619900101123X": "******************",
    "330106 19900101 1234": "********************",
    "3301 0619 9001 0112 34": "**********************",
    "6222021234567890123": "*******************",
    "6222 0212 3456 7890 123": "***********************",
    "4111 1111 1111 1111": "*******************",
    "浙A12345": "*******",
    "浙A·12345停在消防通道": "********停在消防通道",
    "浙AD12345": "********",
    "浙 A 123 45": "**********",
    "浙a12345的车": "*******的车",
    "粤B12345D": "********",
    "车牌A12345挡住了": "车牌******挡住了",
    "粤Z1234港": "*******",
    "zhang.san@163.com": "*****************",
    "邮箱zhangsan＠qq.com谢谢": "邮箱***************谢谢",
    "zhang @ 163.com": "***************",
    "3幢2单元501室王女士": "************",
    "12号楼1802室李先生投诉噪音": "************投诉噪音",
    "3-2-501张三说漏水": "*********说漏水",
    "张三 3-2-501": "**********",
    "502室张伟要退租": "******要退租",
    "张伟住502室": "*******",
    "王小明家住12栋301": "***********",
    "老王3-501": "*******",
    "3幢501": "*****",
    "A座1203": "******",
    "微信号zhangsan": "微信号********",
    "微信 zhang_san88": "微信 ***********",
    "vx: abc12345": "vx: ********",
    "加wx abc_12345": "加wx *********",
    "QQ 123456789": "QQ *********",
    "qq号：12345678": "qq号：********",
    "QQ12345": "QQ*****",
    "Mr. Wang in room 502": "********************",
    "Room 502, Li Lei says": "**************** says",
    "我叫张三丰": "我叫***",
    "王女士的钥匙": "***的钥匙",
    "联系人：李四，电话：123": "联系人：**，电话：123",
    "护照E12345678": "护照*********",
    "王小姐 13900001111": "*** ***********",
    "3号楼502王阿姨说楼上漏水": "*********说楼上漏水",
    "call me on 138-1234-5678": "call me on *************",
    "十三幢二单元五零一室张三": "************",
    "十二栋三零一室的李女士": "***********",
    "138·0000·1111": "*************",
    "138，0000，1111": "*************",
    "张三@qq.com": "*********",
    "住户李四（3-2-501）": "住户**********）",
    "A栋12楼1203": "*********",
    "tel 0571 8765 4321": "tel **************",
    "粤BDF1234": "********",
}

_PLAIN = [
    "502 Bad Gateway",
    "按1:2:3比例",
    "3-5个工作日",
    "1-2-3级响应",
    "2号楼2单元",
    "二十栋楼一共三百户",
    "GB50500-2013",
    "费用 3,000.50元",
    "GT-BF-KF-07",
    "GT R KF 13 怎么填",
    "GT-R-KF-26",
    "24小时内要回复吗",
    "10 分钟",
    "3000元",
    "押金100000元怎么退",
    "12000000元",
    "¥13800",
    "1,380,000",
    "2026-11-26",
    "20261126",
    "2026年11月26日",
    "2026.11.26 14:30",
    "2026-11-26 14:30",
    "2025-2026 年度",
    "提前3、5、7、10、15、30天",
    "15 30 45 60 分钟",
    "3号楼电梯停了",
    "110 119 120",
    "12345热线",
    "400-800-1234",
    "请致电四零零八八八六六九九",
    "95598",
    "电梯困人怎么办",
    "高空抛物怎么处理",
    "业主张贴海报",
    "新Excel表格",
    "微信群怎么建",
    "QQ群通知",
    "wechat group",
    "501高空抛物",
    "车牌识别坏了",
    "三天一次",
    "一二三四五六七",
    "第三百二十条",
    "每月1-5日",
    "星期一二三四五六",
    "一楼二楼三楼",
    "1000 2000 3000 4000",
    "2023 2024 2025 2026",
    "罚款3000-5000",
    "ISO 9001",
    "GB/T 20647.9-2006",
    "8:30-17:30",
    "how to handle complaint",
    "the front desk opens at 8:30",
    "look at example.com",
    "方法总结",
    "王牌项目",
    "KF-20261126-001",
    "1.5 2.0 3.5",
    "版本 A/0",
    "50%",
    "Greentown After Sales",
    "Front Desk 24 hours",
]


@pytest.mark.parametrize("text", _PERSONAL)
def test_what_is_personal_is_masked(text: str) -> None:
    """Phones, identity numbers, cards, plates, addresses and ids of people, rooms and the names beside them."""
    assert masked(text) == _PERSONAL[text]


@pytest.mark.parametrize("text", _PLAIN)
def test_what_is_not_personal_stays(text: str) -> None:
    """Codes, amounts, dates, spans of time, public numbers and words that only look like a name."""
    assert masked(text) == text


@pytest.mark.parametrize("piece", ["1", "1 ", "1.", "浙A", "3-2-", "0571-", "微信", "王", "a", "(", "电话 ", "A1"])
def test_a_long_text_is_masked_piece_by_piece(piece: str) -> None:
    """However long a text is, what stands behind it is masked like what stands before it."""
    long = piece * (6000 // len(piece))

    assert masked(f"13800001111，{long}，a@b.cn").endswith("，******")
    assert masked(f"13800001111，{long}，a@b.cn").startswith("***********，")


def _lines(name: str) -> list[str]:
    return (DATA / f"{name}.txt").read_text("utf-8").splitlines()


def _marked(line: str) -> tuple[str, str]:
    """A text without its brackets, and the same with a star for every character that stood in them."""
    parts = re.split("(⟦.*?⟧)", line)
    hidden = ("*" * len(part[1:-1]) if part.startswith("⟦") else part for part in parts)
    return line.replace("⟦", "").replace("⟧", ""), "".join(hidden)


@pytest.mark.parametrize(
    "name", ["said-tuned", "said-held", "said-fresh", "desk-written", "desk-fresh", "desk-last", "desk-strange"]
)
def test_nothing_that_staff_write_of_people_stays_in_clear(name: str) -> None:
    """What stands in brackets in six hundred texts of a desk is all stars."""
    in_clear = []
    for line in _lines(name):
        text, wanted = _marked(line)
        pairs = zip(masked(text), wanted, strict=True)
        in_clear += [line] if any(star == "*" != shown for shown, star in pairs) else []
    assert in_clear == []


_BESIDE: Final = re.compile(r"[\s,，:：()（）、的#'’]|of|业主|阿姨|奶奶|女士|s\b")
"""What joins a flat to who lives there, and is masked with both."""


@pytest.mark.parametrize("name", ["desk-written", "desk-fresh", "desk-last", "desk-strange"])
def test_what_stands_beside_somebody_in_a_text_stays(name: str) -> None:
    """Meters, sums, times, forms, hotlines and labels in texts that have somebody in them too are read as written."""
    lost = []
    for line in _lines(name):
        text, wanted = _marked(line)
        pairs = zip(masked(text), wanted, strict=True)
        hidden = "".join(was if shown == "*" else "\n" for shown, was in pairs if was != "*")
        lost += [line] if _BESIDE.sub("", hidden).strip() else []
    assert lost == []


@pytest.mark.parametrize("kind", ["tuned", "held", "fresh"])
def test_ordinary_texts_of_a_desk_stay_as_they_were_written(kind: str) -> None:
    """Codes, serials, amounts, times, models, articles and counts in as many texts are nobody's."""
    assert [shown for line in _lines(f"ordinary-{kind}") if (shown := masked(line)) != line] == []


_TOLD_BY_READING = {
    "物业经理于谦批准减免滞纳金86元，财务郭德纲经办": "物业经理**批准减免滞纳金86元，财务***经办",
    "民警赵刚到场调解": "民警**到场调解",
    "新业主丁一授权弟弟": "新业主**授权弟弟",
    "钱多多本人在场": "***本人在场",
    "楼下习老师家两家谈好": "楼下*老师家两家谈好",
    "保洁翠花今天请假": "保洁**今天请假",
    "Dong in 5-2-601 says": "**** in ******* says",
    "自称姓全": "自称姓*",
    "群主阿珍已警告": "群主**已警告",
    "用户“开心的妈妈”反映": "用户“*****”反映",
    "车是2-601的": "车是*****的",
    "税号91330106MA2B1C3D4E": "税号91330106MA2B1C3D4E",
    "医保卡330106A12345678": "医保卡***************",
    "照片3张存档，截图2张": "照片3张存档，截图2张",
    "Bob from maintenance, Priya Patel signed": "*** from maintenance, ***** ***** signed",
    "Raj and Siobhan came": "*** and ******* came",
    "shouted at Grace": "shouted at *****",
    "Grace period of 15 days": "Grace period of 15 days",
    "van der Berg wants a card": "************ wants a card",
    "Hengli Gardening Co., Ltd. mows": "Hengli Gardening Co., Ltd. mows",
    "保安石勇让他补办，住户莫言已疏散": "保安**让他补办，住户**已疏散",
    "新业主方圆办理入住，房东戚薇人在国外": "新业主**办理入住，房东**人在国外",
    "外孙豆豆和儿童洋洋": "外孙**和儿童**",
    "1-1-202的成龙与1-1-203的洪金宝共用走廊": "*******的**与***********共用走廊",
    "住址杭州市西湖区文三路259号，租金押一付三": "住址*************，租金押一付三",
    "聂风父亲聂人王跌倒，120送医": "**父亲***跌倒，120送医",
    "户主司马光，产权证上电话86513344": "户主***，产权证上电话********",
    "Hui Hui took the call": "*** *** took the call",
    "by post to 259 Wensan Road, Hangzhou": "by post to *************************",
}


@pytest.mark.parametrize("text", _TOLD_BY_READING)
def test_a_name_is_told_by_reading_the_words_around_it(text: str) -> None:
    """Without a word that announces it: by what is no word of either language, and by what somebody does."""
    assert re.sub(r"\* (?=\*)", "* ", masked(text)) == _TOLD_BY_READING[text]


def test_the_words_are_those_that_jieba_counts() -> None:
    """`python -m tests.schemas.name_table` was run after its rules or the list of ordinary words changed."""
    assert TABLE.read_text("utf-8") == table()


def test_no_term_of_the_handbooks_is_a_name() -> None:
    """What terms are called in both languages, and their other names, stay as they are."""
    terms = yaml.load((Path(__file__).parents[2] / "handbook" / "terms.yaml").read_text("utf-8"), yaml.CSafeLoader)
    texts = set(_texts(terms))

    assert len(texts) > 500
    assert sorted(text for text in texts if masked(text) != text) == ["按小孔"]  # a colleague is called so too


def _texts(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict | list):
        for inner in written.values() if isinstance(written, dict) else written:
            yield from _texts(inner)
