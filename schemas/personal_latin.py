"""Names of people in Latin letters that no word beside them gives away: Zhang Wei, Emily Zhou, Old Liu, David."""

from __future__ import annotations

from typing import Final

SURNAME: Final = (
    "(?:Bai|Bao|Bian|Cai|Cao|Cen|Chang|Chen|Cheng|Chu|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Ge|Gong|Gu|Guan|"
    "Guo|Han|Hao|He|Hou|Hu|Huang|Ji|Jia|Jiang|Jin|Kang|Kong|Lai|Lei|Li|Lian|Liang|Liao|Lin|Ling|Liu|Long|Lou|Lu|Luo|Lv|Ma|"
    "Mao|Mei|Meng|Mo|Ni|Ning|Niu|Ouyang|Pan|Pang|Pei|Peng|Qi|Qian|Qiao|Qin|Qiu|Qu|Ren|Ruan|Shao|Shen|Shi|Shu|Sima|Song|Su|"
    "Sun|Tan|Tang|Tao|Tian|Tong|Wan|Wang|Wei|Wen|Weng|Wu|Xia|Xiang|Xiao|Xie|Xin|Xing|Xiong|Xu|Xue|Yan|Yang|Yao|Ye|Yi|Yin|"
    "Ying|Yu|Yuan|Yue|Zeng|Zhai|Zhan|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zhuge|Zhuo|Zou|Zuo)"
)
"""Surnames as pinyin writes them."""
_FINAL: Final = (
    "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u|v|ü)"
)
SYLLABLE: Final = f"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?{_FINAL})"
"""As pinyin writes one."""
_GIVEN: Final = (
    r"(?!(?:You(?! (?:for|at|on|in|to|and|from|is|was|has)\b|[.,;:)]|$)|He|She|We|To|Are|Can|Cause|Came|Made|Has|"
    r"Garden|Gardens|Road|Lane|Lu|Yuan|Park|Court|Gate|Date|Line|Game|"
    rf"Home|House|Range|Life|Like|Time)\b)(?=[A-Z])(?i:{SYLLABLE}{{1,2}}|{SYLLABLE}[-'’]{SYLLABLE})(?![a-z])"
)
"""A given name of one or two syllables."""
_FIRST: Final = (
    "(?:Aaron|Adam|Adrian|Alan|Albert|Alex|Alexander|Alexandra|Alice|Alison|Amanda|Amy|Andrea|Andrew|Andy|Angela|Anita|Ann|"
    "Anna|Anne|Anthony|Antonio|Arthur|Barbara|Ben|Benjamin|Betty|Bob|Brian|Bruce|Carl|Carlos|Carmen|Carol|Caroline|Catherine|"
    "Charles|Charlie|Charlotte|Chloe|Chris|Christina|Christine|Christopher|Cindy|Claire|Connie|Cynthia|Daniel|Danny|David|"
    "Deborah|Dennis|Diana|Diane|Donald|Doris|Dorothy|Douglas|Edward|Elena|Elizabeth|Ella|Ellen|Emily|Emma|Eric|Erica|Ethan|"
    "Eva|Evelyn|Fiona|Florence|Frances|Francis|Gary|George|Gloria|Gordon|Greg|Hannah|Harry|Heather|Helen|Henry|Howard|"
    "Isabel|Isabella|Jack|Jacob|James|Jane|Janet|Jason|Jeff|Jennifer|Jenny|Jeremy|Jerry|Jessica|Jim|Jimmy|Joan|Joe|John|Johnny|"
    "Jonathan|Jordan|Joseph|Joshua|Juan|Judy|Julia|Julian|Julie|Karen|Kate|Kathy|Keith|Kelly|Ken|Kenneth|Kevin|Kim|Larry|"
    "Laura|Lauren|Lawrence|Leo|Leonard|Liam|Linda|Lisa|Louis|Lucas|Lucy|Luke|Maggie|Margaret|Maria|Marie|Martha|Martin|Mary|"
    "Matthew|Megan|Melissa|Michael|Michelle|Mike|Mohamed|Mohammed|Monica|Nancy|Natalie|Nathan|Nicholas|Nick|Nicole|Nina|Noah|"
    "Oliver|Olivia|Oscar|Pamela|Patricia|Patrick|Paul|Peter|Philip|Rachel|Ralph|Raymond|Rebecca|Richard|Robert|Roger|Ronald|"
    "Roy|Ruth|Ryan|Sally|Sam|Samantha|Samuel|Sandra|Sara|Sarah|Scott|Sean|Sharon|Simon|Sofia|Sophia|Sophie|Stella|Stephanie|"
    "Stephen|Steve|Steven|Susan|Tanya|Teresa|Thomas|Tim|Timothy|Tina|Tom|Tommy|Tony|Vanessa|Victoria|Vincent|Vivian|Walter|"
    "Wendy|William|Yvonne|Zoe)"
)
"""First names that are no other word."""
_NO_NAME: Final = (
    "(?:Services?|Committee|Centre|Center|Desk|Handbook|Form|Register|Road|Street|Garden|Gardens|Court|House|Hotel|School|"
    "Hospital|Park|Room|Unit|Flat|Building|Block|Apt|The|In|On|At|Is|And|Or|But|If|No|"
    "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_LAST: Final = r"(?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
_BY_AGE: Final = "(?:Auntie|Aunt|Uncle|Granny|Grandma|Grandpa|Grandmother|Grandfather)"
_BY_POST: Final = (
    "(?i:officer|captain|engineer|director|secretary|teacher|coach|sis|bro|sister|brother|supervisor|steward|manager|guard|cleaner|electrician|plumber|gardener|"
    "colleague|butler|housekeeper|courier|nanny|teacher|doctor|lawyer)"
)

NEEDS: Final = "[A-Z][a-z]"
"""What no such name is without."""
SHAPES: Final = (
    rf"(?<![A-Za-z-]){SURNAME}\s(?:{_GIVEN})(?!\s(?:Road|Street|Garden|Gardens|Park|Court)\b)",
    rf"(?<![A-Za-z-]){_FIRST}(?:\s(?!{_NO_NAME}\b){_LAST}){{0,2}}\b(?!\s(?:Road|Street|Garden|Court)\b)",
    rf"\b(?:Old|Young|Lao|Xiao|Ah)\s{SURNAME}\b",
    rf"\b{_BY_AGE}\s(?!{_NO_NAME}\b){_LAST}\b",
    rf"\b{_BY_POST}\s((?:{SURNAME})(?:\s{_GIVEN})?)(?![A-Za-z])",
)
"""Where such a name is in a text whose characters are plain; a group is the name, as in `personal_names.SHAPES`."""
