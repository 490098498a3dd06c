"""Numbers in a text that belong to somebody, and those that do not: dates, amounts, codes of things."""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = r"[\u3400-\u9fff]"
_PROVINCE: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_IS: Final = r"\s{0,2}(?:号码|帐号|账号|账户|号|id|ID|Id)?\s{0,2}(?:[:=是为]|is\b)?\s{0,2}"
_GAP: Final = r"[\s.·-]{0,2}"
_MONTH: Final = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_DAY: Final = (
    r"(?:[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2}|"
    r"(?:(?:19|20)[0-9]{2}|[0-9]{2})\s?[-./年]\s?[0-9]{1,2}(?:\s?[-./月]\s?[0-9]{1,2}\s?[日号]?|\s?月)?|(?:19|20)[0-9]{6}|"
    r"[0-9]{1,2}[月./][0-9]{1,2}[日号]?(?:[/.](?:19|20)[0-9]{2})?|(?:19|20)[0-9]{2}年?|"
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH},?(?: (?:19|20)[0-9]{{2}})?|"
    rf"{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)[0-9]{{2}})?)(?![0-9])"
)
_DIGIT_WORD: Final = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)"

SHAPES: Final = (
    # an e-mail address
    (
        rf"(?:[A-Za-z0-9._%+-]{{1,64}}|{_HAN}{{2,3}})"
        r"\s{0,2}(?:@|\(at\)|\[at\])\s{0,2}[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
    ),
    # a resident's identity number, with or without gaps; the one of 15 figures; the end of one, or of a card
    r"(?<![0-9])[0-9]{6}[\s-]?(?:18|19|20)[0-9]{2}[\s-]?[0-9]{4}[\s-]?[0-9]{3}[0-9Xx](?![0-9])",
    r"(?<![0-9])[1-8][0-9]{5}[\s-]?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[\s-]?[0-9]{3}(?![0-9])",
    r"(?:尾号|[后末][三四五六34-6]位|last (?:four|4)(?: digits)?|ending in)\s?[:是为]?\s?([0-9]{3,6}[Xx]?)(?![0-9])",
    # a passport, a permit for the mainland
    r"(?<![0-9A-Za-z/-])(?:[Ee][A-HJ-NP-Za-hj-np-z]?|[GDSPHKCMgdsphkcm])[0-9]{8}(?![0-9A-Za-z])",
    (
        r"(?i:护照|通行证|回乡证|台胞证|居留证|证件|passport|permit)\s?(?i:号码|号|number|no\.?|is)?\s?[:是为]?\s?"
        r"([A-Za-z]{0,2}[0-9]{6,10}|[0-9]{2} [0-9]{6,7})(?![0-9A-Za-z])"
    ),
    # the number of a medical insurance
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}[A-Z][0-9]{8}(?![0-9A-Za-z])",
    # a number plate: at least three figures, so that no word is one
    (
        rf"[{_PROVINCE}]{_GAP}[A-HJ-NP-Za-hj-np-z]{_GAP}(?=(?:[A-Za-z]?{_GAP}){{0,3}}(?:[0-9]{_GAP}[A-Za-z]?{_GAP}){{3}})"
        rf"(?:[A-Za-z0-9]{_GAP}){{4}}[A-Za-z0-9挂学警港澳领](?:{_GAP}[A-Za-z0-9])?(?![A-Za-z0-9])[挂学警港澳领]?"
    ),
    rf"车牌(?:号码?)?\s?[:是为]?\s?({_HAN}{{2}}\s?[A-Z]?[0-9]{{5,7}})(?![0-9])",
    r"(?:账号|帐号|账户)\s?[:是为]?\s?([A-Za-z]{1,6}[0-9]{5,})(?![0-9])",
    rf"(?<=车牌){_IS}[A-Za-z]{_GAP}[A-Za-z0-9]{{5,6}}(?![A-Za-z0-9])",
    # a number of QQ, an id of WeChat or of another service
    rf"(?i:(?<![a-z])qq|扣扣|企鹅)(?:{_IS})([1-9][0-9]{{4,10}})(?![0-9])",
    (
        r"(?!WX20[0-9]{6})(?i:(?<![a-z])(?:wechat|weixin|wx|vx|telegram|whatsapp|line|skype)|微信|薇信|威信|支付宝|钉钉|抖音|小红书)"
        rf"{_IS}(?=[A-Za-z_-]{{0,19}}[0-9_])([A-Za-z0-9][A-Za-z0-9_-]{{4,19}})(?![A-Za-z0-9_-])"
    ),
    (
        r"(?i:wechat|weixin|wx|vx|微信|薇信|威信)\s{0,2}(?:(?:号码|帐号|账号|号|id|ID)\s{0,2}[:=是为]?|[:=是为])\s{0,2}"
        r"([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])"
    ),
    r"(?:微信|薇信|威信)([A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9_-])",
    # a number to call, though it is no number that could be called; said figure by figure
    r"(?:电话|手机|座机|联系方式|热线|致电|拨打|[Tt]el|[Pp]hone|[Mm]obile)[号码是为:.\s]{0,4}(?![48]00[\s-]?[0-9]{3})(\+?[0-9(][0-9()\s-]{5,20}[0-9])",
    r"(?<![0-9-])1[3-9][0-9](?:[\s.-][0-9]{3,5}){2}(?![0-9-])",
    r"(?<![0-9])1[3-9][0-9][^\w\s]{1,2}[0-9]{4}[^\w\s]{1,2}[0-9]{4}(?![0-9])",
    rf"(?i:\b{_DIGIT_WORD}(?:[ ,-]{{1,2}}{_DIGIT_WORD}){{6,19}}\b)",
    # a number of the town in two groups, and what is dialled behind a number
    r"(?<![0-9.,:/-])(?<![0-9] )(?!(?:19|20)[0-9]{2}|[0-9]{2}00)[2-8][0-9]{3}[ -][0-9]{4}(?![0-9-]|[ .,:][0-9])",
    r"(?<=[0-9]{7})(?:\s?(?:转|分机|(?i:extension|ext\.?|x))\s?[0-9]{1,6})(?![0-9])",
    r"(?<=[0-9]{3}[\s-][0-9]{4})(?:\s?(?:转|分机|(?i:extension|ext\.?|x))\s?[0-9]{1,6})(?![0-9])",
    # what opens a door or hands out a parcel; a deed
    (
        r"(?i:取件码|取货码|提货码|开门码|验证码|开锁码|密码|passcode|password|"
        r"(?:pick-?up|door|access|entry|collection) (?:code|pin))"
        r"(?:号|\s?is)?\s?[:是为]?\s?(?=[A-Za-z-]{0,4}[0-9])([0-9A-Za-z]+(?:-[0-9A-Za-z]+){0,3}#?)"
    ),
    rf"(?:房产证|房权证|不动产权?证?|产权证)(?:书|号|编号)*\s?[:是为]?\s?(?!上?[的留]?(?:电话|手机))((?:{_HAN}|[0-9()]){{0,16}}?第?\s?[0-9]{{5,12}}\s?号?)",
    # what somebody is called in a chat
    (
        r"(?:用户|网名|昵称|网友|微信(?:名|号|群名)?|头像|(?i:wechat|nickname)(?: name)?)\s?[:是为叫]?\s?"
        r"[\"“「']([^\"”」'\n]{1,16})[\"”」']"
    ),
    r"(?:(?:昵称|网名|微信名|群名片)\s?(?:[:是为叫]\s?[\"“]?|[\"“])|(?:昵称|微信名)(?![的改写要填加用不和与栏]))([^\s,。;、()\"”]{1,12})",
    # the day somebody was born
    rf"(?:出生|生日|生于|诞生)(?:日期|年月日?)?[\s:是为在于,]{{0,3}}(?:农历|公历)?\s?({_DAY})",
    rf"(?<![0-9])({_DAY})\s?(?:出生|生日|生人)",
    rf"(?<![0-9])({_DAY})\s?生(?=$|[^\u3400-\u9fff])",
    r"(?<=[(])((?:19[2-9][0-9]|20[01][0-9])-[01][0-9]-[0-3][0-9])(?=[)])",
    rf"(?i:date of birth|birth ?date|birthday|\bdob|\bborn)(?i:\s?[:,]?\s?(?:is|on|in)?)\s?({_DAY})",
)
"""Where such a number is in a text whose characters are plain; as `personal_names.SHAPES`."""

_NO_MOBILE: Final = r"(?!1[3-9][0-9]{9}(?![0-9]))"
_THING: Final = (
    r"(?:编号|单号|订单|收据|保修卡|保单|合同|流水|序列|条形码|条码|代码|[电水气]表|表号|表底|工单|票号|发票|型号|设备|资产|批号|文号|注册|备案|许可证|物料|"
    r"(?i:\bno\.|\bserial|\border|\bbarcode|\bcode|\binvoice|\bmeter|\bcontract|\bbatch|\basset|\bticket))"
)
_NO_IDENTITY: Final = r"(?!62[0-9]{14,17}(?![0-9]))(?![0-9]{6}(?:19|20)[0-9]{2}[0-1][0-9][0-3][0-9]{4}[0-9Xx](?![0-9]))"
LEFT: Final = re.compile(
    "|".join(
        (
            # dates, with their time of day; years from and to
            r"(?<![0-9])(?:19|20)[0-9]{2}[-./年](?:0?[1-9]|1[0-2])[-./月](?:0?[1-9]|[12][0-9]|3[01])(?![0-9])日?",
            r"(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4}(?:[0-9]{2})?)?(?![0-9])",
            r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-~至到]\s?(?:19|20)[0-9]{2}(?![0-9])",
            # the number of a standard
            (
                r"(?:GB|GBZ|JGJ|CJJ|DB|ISO|IEC|TSG T|T)(?:/[A-Z]{1,6})?"
                r"\s?[0-9]{3,6}(?:\.[0-9]{1,3})?\s?-\s?(?:19|20)[0-9]{2}(?![0-9])"
            ),
            # the code of an organisation
            r"(?<![0-9A-Za-z])[159N][1239][0-9]{6}(?=[0-9A-Z]*[A-Z])[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])",
            # the number of a thing, beside what it is or behind its letters
            (
                rf"{_THING}(?:号码?|编号| ?[Nn]o\.?| number)?[\s:是为]{{0,3}}(?:[A-Za-z]{{1,6}}-?)?"
                rf"{_NO_MOBILE}{_NO_IDENTITY}[0-9]+(?:-[0-9]+)*(?![0-9-])"
            ),
            rf"(?<![A-Za-z0-9])[A-Z]{{2,6}}-?{_NO_MOBILE}{_NO_IDENTITY}[0-9]{{4,14}}(?:-[0-9]{{1,8}})*(?![0-9A-Za-z-])",
            r"(?<![A-Za-z0-9])[A-Z]{1,4}[0-9]{1,4}[A-Z]{1,3}(?!1[3-9][0-9]{9})[0-9]{4,12}(?![0-9A-Za-z])",
            r"(?<![A-Za-z0-9])(?=(?:[a-f]*[0-9]{1,9}[a-f]){2})[0-9a-f]{10,64}(?![A-Za-z0-9])",
            r"第\s?[0-9]+\s?(?=[号页条款期次批届项])",
            # a number that a company is called by
            r"(?<![0-9])[48]00[\s-]?[0-9]{3}[\s-]?[0-9]{4}(?![0-9])",
            # amounts, but not what somebody can be called by
            r"[¥￥$€]\s?[0-9][0-9,]*(?:\.[0-9]+)?",
            r"(?<![0-9.,])(?!1[3-9][0-9]{9}(?![0-9]))[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?\s?(?=[元块万亿千百平㎡度吨人次户份件]|公里|米|[kK][wW]|yuan|RMB|rmb|CNY|USD)",
            r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])",
            r"(?<![0-9.])[0-9]+\.[0-9]+(?![0-9.])",
        )
    )
)
"""What is shaped like a date, an amount or a code."""
