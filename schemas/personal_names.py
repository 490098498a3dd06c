"""Names of people in a text: only where something beside them says that they are names."""

from __future__ import annotations

from typing import Final

_SINGLE: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付傅白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤俞章施葛柳费裘屠"
    "乔卜岳齐常乐皮卞康伍尤童倪耿骆左牛洪褚焦柏鲍翟樊凌霍甘辛温庄殷柯阮祝翁季蓝兰柴涂申冉岑宁欧戚符祁鲁麦简"
    "方赖庞颜芦毕聂丛邢梅庄谷舒牟詹纪靳盛甄曲裴席屈隋闵桂佟仇迟晏巫娄桑郎储蒲邬喻虞鄢栾"
)
SURNAME: Final = f"(?:欧阳|上官|司马|诸葛|东方|夏侯|皇甫|尉迟|令狐|慕容|司徒|[{_SINGLE}])"
"""Of one character, or of two."""
_WORD: Final = (
    "(?!张[贴数罚口开表单页纸票卡床桌图照椅]|方[便法案式面向由联在]|高[阶空层压温度级峰速于低处兴]|金[额属融]|常[见用规问]|乐[于意队]|程[序度]|严[重格禁]|"
    "马[上路桶达]|毛[巾病利坯]|石[材膏化]|白[天班色名]|段[落位]|雷[雨电暴]|温[馨度]|施[工行]|费[用率]|林[业荫]|"
    "任[何务意一职]|许[多可]|何[时处种人]|余[额位下]|万[一元]|简[单历化易称报]|申[请报诉领]|章[程节]|付[款费清或]|陆[续]|"
    "于[是]|田[园]|江[苏西]|王[府牌]|龙[头茶]|谢[谢绝]|包[括]|焦[虑]|兰[花]|康[复]|宁[可波]|周[一二三四五六日末边转期围报]|"
    "安[全装排]|夏[天季]|季[度节末]|麦[克]|顾[客虑问]|史[料]|甘[肃]|左[侧右边]|牛[奶]|陈[述列设旧]|凌[晨]|戴[工好上着]|"
    "梅[雨花]|谷[雨物]|纪[律念录委检]|盛[装放开夏]|曲[线折]|席[位间]|桂[花林]|迟[到迟交延]|储[物存藏备]|颜[色]|毕[业竟]|丛[生]|"
    "钱[款包塞]|柴[油]|苗[木]|洪[水]|赖[账]|"
    "(?<=师)傅|(?<=[现奖罚租押资基美金])金|(?<=[允也或不])许|(?<=[工流课过路日议])程|(?<=[阶时路])段|(?<=[最提登])高|"
    "(?<=[水电业收自缴交付话])费|(?<=[乌水])龙|(?<=[四雨冬夏])季|(?<=[主责担])任|(?<=[以千百])万|(?<=主)席|(?<=[对地双])方|舒[服适])"
)
"""What begins with a surname and is none."""
_CALLED: Final = (
    "(?:先生|女士|小姐|太太|夫人|师傅|阿姨|大爷|大妈|大姐|大哥|大叔|大伯|大娘|叔叔|伯伯|奶奶|爷爷|婆婆|老师|同学|"
    "阿婆|阿公|某某|某)"
)
_ALONE: Final = "(?:(?<![保治公平])安|(?<![相有])关|(?<!中)[文华]|(?<![菜账名的下工])单|(?<!完)成|[易游景卫项阳])"
"""What is a surname beside a title only."""
_TITLED: Final = "(?:经理|主任|队长|班长|主管|医生|大夫|教授|律师|老板|警官|护士|工程师|姐|哥|叔|姨|总|工)"
_HAN: Final = r"[\u3400-\u9fff]"
_AFTER: Final = (
    r"(?=$|[^\u3400-\u9fff]|["
    "的住家报说反投要想在已来电打问申和与跟称本因为前到致手身男女可先一因共等两兄夫妻父母昨今早晚上下每多再又仍])"
)
_GIVEN: Final = r"(?![给让叫请找的把被和跟与是在到去来了用说问就不没有要会能可称])[\u3400-\u9fff]"
COMPLETE: Final = rf"(?:{_WORD}{SURNAME}(?:{_GIVEN}){{1,2}}?{_AFTER})"
"""A name that something else, or the end, comes after."""
POLITE: Final = rf"(?:{_WORD}{SURNAME}(?:{_GIVEN}){{0,2}}?{_CALLED}|{_ALONE}{_CALLED})"
"""A surname, or a name, that somebody is spoken of with: 王女士."""
_WHO: Final = (
    "(?:业主|住户|租户|租客|房东|客户|(?<!客)户主|车主|访客|来访人|来访者|投诉人|报修人|报警人|报告人|联系人|代领人|领取人|收件人|寄件人|"
    "申请人|委托人|受托人|代办人|家属|当事人|持卡人|开户人|产权人|承租人|出租人|使用人|经办人|监护人|死者|伤者|失主|"
    "姓名|户名|名字|全名|本人|我叫|名叫|叫做|顾客|邻居|儿子|女儿|丈夫|妻子|老公|老婆|父亲|母亲|孩子|司机|快递员|同事)"
)
_BETWEEN: Final = r"(?:登记|信息|签名)?(?:名叫|叫|姓名|名字|[是为:])?[\s:,(\"]{0,2}"
_CAPITAL: Final = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f'’-]{0,20}"
LATIN: Final = (
    rf"\b(?!(?:The|A|An|In|On|At|Is|No|For|Form|Room|Unit|Building|Block|Flat|Service|Services|Desk|Card|Must|May|If)\b){_CAPITAL}"
    rf"(?: (?!(?:Service|Services|Committee|Centre|Center|Desk|Handbook|Form|Register|Relations|Care|Satisfaction|"
    rf"Association|Notice|Meeting|Card|Access|Survey|Complaint|Manager|Department|Team|Group|Agreement|Room|Unit|Number)\b)"
    rf"{_CAPITAL}){{1,2}}"
)
"""A name of two or three words."""
MANNERLY: Final = (
    rf"\b(?:Mrs?|MRS?|Ms|MS|Miss|MISS|Mx|Dr|Prof|Madam|Sir)\b\.?(?:\s(?:and|&)\s(?:Mrs|Ms)\.?)?\s?(?!If\b){_CAPITAL}(?:\s{_CAPITAL}){{0,2}}"
    r"|(?<![0-9] )\b(?:mr|mrs)\b\.?\s[a-z]{2,20}"
)
"""A name as it is said politely: Ms Li Na."""
_ROLE: Final = (
    "(?i:resident|tenant|owner|customer|visitor|guest|contact|holder|driver|landlord|landlady|caller|neighbou?r|applicant|"
    "name|husband|wife|son|daughter|mother|father|attn|passenger)"
)

NEEDS: Final = rf"[{_SINGLE}欧上司诸东夏皇尉令慕安关文华单成易游景卫项阳A-Z\u00c0-\u00de]|[姓户]名|\bmrs?\b"
"""What no name is without."""
SHAPES: Final = (
    rf"{POLITE}",
    rf"{_WHO}({_WORD}{SURNAME}(?:{_GIVEN}){{2}})(?!{_CALLED})",
    rf"{_WORD}{SURNAME}(?:警官|医生|大夫|教授|律师|老板|护士|工程师|经理|主任|队长|(?:姐|哥|叔|姨|总|工)(?=\s?[0-9]))",
    rf"(?<!{_HAN}){_WORD}{SURNAME}{_TITLED}(?![额数计量共值部体作程业单室])",
    rf"{_WHO}{_BETWEEN}((?:{POLITE}|{COMPLETE}|{SURNAME}{_TITLED})(?:[、/,和]\s?{COMPLETE}){{0,4}})",
    rf"{_WHO}\s?[:是]\s?({_WORD}{SURNAME}{_HAN}{{1,2}})(?!{_HAN})",
    rf"(?:姓名|户名)\s?[:是为]\s?(?![无同见未不待略])({_HAN}{{2,4}})(?!{_HAN})",
    rf"(?<!{_HAN})(?:小|老|阿){SURNAME}(?={_HAN}{{0,1}}(?:$|[^\u3400-\u9fff]))",
    MANNERLY,
    rf"\b{_ROLE}(?:\sis|'s name(?: is)?|\sname)?[\s:,(]{{1,2}}({LATIN})",
    rf"\b(?i:name is|full name|name|my name is|attn)[\s:]{{1,3}}({_CAPITAL}(?: {_CAPITAL}){{0,2}})",
)
"""Where a name is in a text whose characters are plain; a group is the name, when words beside it are none of it."""
