"""Words of dialects and of other places, and the words of the handbooks for them: a question is read in the latter.

Shanghai, Hong Kong, Taiwan, the north-east, Sichuan. Only words that mean nothing else stand here; where one would be
something else in standard Chinese, the pattern says beside what it is meant. Patterns are for simplified text, and for
JavaScript's flags `gu` too.
"""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = """
阿拉屋里|我屋企|我屋头|俺家 我家
阿拉|俺们|我哋|咱们 我们
侬搭|你度 你们这里
啥辰光|几时先|几时|啥时候|啥时辰 什么时候
啥地方|啥场化|边度|边处|哪旮沓|哪疙瘩 哪里
啥人|边个|啥个人 谁
哪能办|咋整|咋办|点算|点搞|啷个办|咋个办|怎办 怎么办
做啥|干哈|嘎哈|干啥子|做乜 干什么
哪能(?=[^够不])|咋地|咋滴|咋个|啷个|点样|点先 怎么
点解|为啥子|为啥|咋就 为什么
咋 怎么
啥子|啥|乜嘢|乜野|咩嘢|乜|甚么 什么
侬 你
伊拉|佢哋 他们
佢 他
俺|吾 我
迭个|搿个|格个|呢个(?=[^,.?]) 这个
嗰个 那个
那旮沓|那疙瘩|那嘎达|那旮旯|嗰度 那里
这旮沓|这疙瘩|这嘎达|呢度|搿搭 这里
屋里厢|屋里向|屋企|屋头 家里
楼浪相|楼浪向|楼浪|楼高头 楼上
楼脚 楼下
今朝|今日子 今天
明朝|听日 明天
昨日子|寻日 昨天
夜到|夜里向|夜晚黑|夜晚 晚上
而家|依家 现在
好久(?=来|到|能|可以|办|回|修|答|弄|拿|退|给) 多久
好多钱|几多钱|几钿 多少钱
几多 多少
困不着|困勿着|瞓唔着 睡不着
相吵 吵
勿要|唔好|莫要 不要
勿晓得|晓不得|唔知 不知道
晓得|识得 知道
勿见脱了|唔见咗|落脱了|搞丢咯|整丢了 丢了
坏脱了|坏忒了|烂咗|整坏了 坏了
有冇得(?=睇|看|查|用) 能不能
我架车 我的车
呒没|呒么 没有
冇|莫得|没得|呒 没有
睇下|睇睇|瞅瞅|看哈 看一下
睇|瞅 看
畀人|俾人 被人
畀|俾 给
咗|嘞 了
嚟 来
喺 在
嘅 的
啲 些
唔该 请
唔使 不用
唔得 不行
唔 不
揾 找
攞得返|攞返 拿回
攞|拎返 拿
嗌 喊
拣 选
当更 值班
返工 上班
收工 下班
搁(?=前台|门口|这|那|你|我|家|楼|哪) 在
搁(?![置浅]) 放
摆了(?=你) 放在
整个人(?=来|过来|上门) 派个人
麻溜儿?的? 赶紧
唠嗑|唠 说话
埋汰 脏
嗷嗷骂 大骂
咋回事儿?|啥情况 怎么回事
要得不|得不得行|得唔得|阿可以|好伐|行不行呀 可以吗
要得 可以
一哈 一下
娃儿|细路仔|细路|细蚊仔|小囡 孩子
大娘|婆婆|阿婆|老太(?!太) 老人
物事|么事|嘢 东西
辰光 时间
钞票 钱
没辙 没办法
锁匙 钥匙
按金 押金
住客 住户
冷气 空调
闭路电视 监控录像
升降机 电梯
水喉 水管
坑渠|屎渠 下水道
泊车 停车
电单车 电动车
速递 快递
宽频 宽带
外判商 外包公司
外判 外包
影印机 复印机
影印 复印
简讯|短讯 短信
网路 网络
电邮 邮件
软体 软件
要伐(?=[,.?!。 ]|$) 要吗
是伐(?=[,.?!。 ]|$) 是吗
有伐(?=[,.?!。 ]|$) 有吗
会伐(?=[,.?!。 ]|$) 会吗
能伐(?=[,.?!。 ]|$) 能吗
行伐(?=[,.?!。 ]|$) 行吗
得伐(?=[,.?!。 ]|$) 得吗
来伐(?=[,.?!。 ]|$) 来吗
去伐(?=[,.?!。 ]|$) 去吗
用伐(?=[,.?!。 ]|$) 用吗
对伐(?=[,.?!。 ]|$) 对吗
"""

DIALECT: Final = tuple(
    (words, standard) for words, _, standard in (line.rpartition(" ") for line in _TABLE.split("\n") if line)
)
"""What is said, as a regular expression, and what is meant; the first that fits counts."""

_SAID: Final = re.compile("|".join(f"({words})" for words, _ in DIALECT))


def in_standard_words(plain: str) -> str:
    """A question that `normalize` has been over, in the words of the handbooks."""
    return _SAID.sub(lambda match: DIALECT[(match.lastindex or 1) - 1][1], plain)
