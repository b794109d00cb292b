"""Names and words of the CRM's export: invented people, whose names are trees and weather and look it."""

from __future__ import annotations

import re
import unicodedata


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """What is written ``pinyin:characters``."""
    return tuple((pinyin, characters) for pinyin, characters in (each.split(":") for each in text.split()))


# Words of the landscape that also serve as surnames, no two with one pinyin; the first are more frequent.
SURNAMES = _pairs(
    "Lin:林 Yang:杨 Jiang:江 Shi:石 Bai:白 Mei:梅 Liu:柳 Yun:云 Lei:雷 Feng:枫 Song:松 Tong:桐 "
    "Tao:桃 Gui:桂 Zhu:竹 Hua:桦 Lu:露 Yu:榆 Huai:槐 Xue:雪 Xing:杏 Zhang:樟 Shuang:霜 Xia:霞"
)
SURNAME_WEIGHTS = (9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2)

GIVEN = _pairs(
    "Duoyun:多云 Xiaoyu:小雨 Zhenyu:阵雨 Qingtian:晴天 Weifeng:微风 Chenwu:晨雾 Caihong:彩虹 Chuxue:初雪 "
    "Wanxia:晚霞 Bailu:白露 Guyu:谷雨 Jingzhe:惊蛰 Lichun:立春 Xiazhi:夏至 Shuangjiang:霜降 Hanlu:寒露 "
    "Yinxing:银杏 Wutong:梧桐 Baihua:白桦 Hongfeng:红枫 Qingsong:青松 Cuizhu:翠竹 Haitang:海棠 Yulan:玉兰 "
    "Dongqing:冬青 Shuishan:水杉 Xuesong:雪松 Chuiliu:垂柳 Xiangzhang:香樟 Dangui:丹桂 Shiliu:石榴 Lamei:腊梅 "
    "Nuanyang:暖阳 Xiyu:细雨 Dongfeng:东风 Nanfeng:南风 Beifeng:北风 Yueguang:月光 Xingye:星夜 Chunlei:春雷 "
    "Lihua:梨花 Taohua:桃花 Luye:绿叶 Xinya:新芽 Gengu:根谷 Shanwu:山雾 Haichao:海潮 Hupo:湖泊"
)

# As they are misspelt, in the order of the branches.
MISSPELT_CITIES = (
    ("Hangzou", "杭洲"),
    ("Suchou", "苏洲"),
    ("Nanjin", "南竟"),
    ("Heifei", "合配"),
    ("Nigbo", "宁播"),
    ("Wushi", "无西"),
    ("Wenzou", "温洲"),
    ("Jaixing", "加兴"),
    ("Nantog", "南桶"),
    ("Shaoxin", "绍新"),
    ("Quzou", "瞿州"),
    ("Lishiu", "丽氺"),
)

SYSTEMS = ("till", "web_shop", "call_centre")

# Where the year stands last, the day stands first.
DATES = (
    "{0}-{1:02}-{2:02}",
    "{0}/{1}/{2}",
    "{2:02}/{1:02}/{0}",
    "{0}年{1}月{2}日",
    "{0}{1:02}{2:02}",
    "{2}.{1}.{0}",
)

# No telephone anywhere has these numbers: no area code is 019, none is 19 from abroad, no subscriber's number
# begins with 0 or 1, and read as a mobile number (11 digits, from 13 to 19) it is one digit short.
TELEPHONES = ("019-{}-", "019{}", "(019) {}", "+86 19 {} ", "019 {} ")

YES = ("yes", "Y", "是", "1", "true")
NO = ("no", "N", "否", "0", "false")
WITHDRAWN = ("withdrawn {}", "已撤回 {}")  # with the day

NOTES = (
    "asked about delivery",
    "asked about the warranty",
    "asked for a price",
    "wanted a fitter",
    "praised the fitter",
    "called back, no answer",
    "please write, do not call",
    "moved house",
    "invoice sent again",
    "ok",
    "询问送货",
    "询问保修",
    "询问价格",
    "预约安装",
    "表扬安装师傅",
    "回电无人接听",
    "勿打电话,请写信",
    "已搬家",
    "补开发票",
    "无",
)

_LATIN = {characters: pinyin.lower() for pinyin, characters in (*SURNAMES, *GIVEN)}
_FAMILY = {pinyin.lower() for pinyin, _ in SURNAMES}


def romanised(name: str) -> str:
    """Write a name of the export in one way: pinyin in small letters, the surname first.

    It knows the characters of these names and no others; a misspelt name stays misspelt.

    Parameters
    ----------
    name : str
        A name as the export has it: characters or pinyin, either order, any spacing.

    Returns
    -------
    str

    Examples
    --------
    >>> romanised("林 多云"), romanised("Duoyun LIN")
    ('lin duoyun', 'lin duoyun')
    """
    plain = unicodedata.normalize("NFKC", name).strip().lower()
    if re.search(r"[^\x00-\x7f]", plain):
        plain = plain.replace(" ", "")
        return f"{_LATIN.get(plain[:1], plain[:1])} {_LATIN.get(plain[1:], plain[1:])}"
    words = plain.split()
    return " ".join(words if words[0] in _FAMILY else words[::-1])
