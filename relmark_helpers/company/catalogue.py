"""The branches and products of Meridian Home: the same in every run, whatever its size and seed."""

from __future__ import annotations

from typing import NamedTuple


class Branch(NamedTuple):
    """One branch, and the three things about it that no table tells.

    Examples
    --------
    >>> BRANCHES[0].city_en
    'Hangzhou'
    """

    city_en: str
    city_zh: str
    opened: str
    size_m2: int
    manager_since: str
    rivals_nearby: int
    share: float  # of the customers
    quality: float  # perceived performance against the company's level, points
    information: float  # quality of information given, points of information satisfaction


# Two branches have no rival in reach and are below average: where dissatisfied customers keep buying.
# Quality and information are uncorrelated by share, so that leaving the branch out of a regression biases little.
BRANCHES = (
    Branch("Hangzhou", "杭州", "2009-04-18", 2600, "2018-03-01", 5, 0.125, -0.15, +0.07),
    Branch("Suzhou", "苏州", "2010-09-25", 2300, "2021-06-01", 4, 0.110, -0.35, +0.27),
    Branch("Nanjing", "南京", "2011-05-01", 2450, "2019-09-01", 5, 0.105, +0.05, -0.44),
    Branch("Hefei", "合肥", "2012-10-01", 2100, "2020-01-01", 3, 0.090, -0.30, +0.09),
    Branch("Ningbo", "宁波", "2012-04-28", 1900, "2016-07-01", 3, 0.080, +0.55, +0.25),
    Branch("Wuxi", "无锡", "2013-09-14", 1800, "2022-02-01", 4, 0.075, +0.20, -0.20),
    Branch("Wenzhou", "温州", "2014-05-10", 1650, "2017-11-01", 2, 0.070, +0.45, -0.27),
    Branch("Jiaxing", "嘉兴", "2015-03-21", 1400, "2019-04-01", 2, 0.060, +0.10, +0.45),
    Branch("Nantong", "南通", "2015-11-07", 1500, "2020-10-01", 3, 0.060, -0.10, +0.09),
    Branch("Shaoxing", "绍兴", "2016-06-18", 1350, "2018-08-01", 1, 0.055, +0.25, +0.18),
    Branch("Quzhou", "衢州", "2017-09-30", 1100, "2017-09-01", 0, 0.085, -0.45, -0.24),
    Branch("Lishui", "丽水", "2018-05-19", 1000, "2021-03-01", 0, 0.085, -0.40, -0.10),
)

CATEGORIES = ("refrigeration", "laundry", "kitchen", "air", "cleaning", "audio_video")
CATEGORY_SHARES = (0.08, 0.09, 0.34, 0.16, 0.20, 0.13)  # of orders
COST_SHARES = (0.74, 0.73, 0.62, 0.68, 0.64, 0.76)  # unit cost as a share of the list price

# category, English name, Chinese name, list price in CNY
_PRODUCTS = """\
refrigeration|Two-door fridge 210 L|双门冰箱210升|1599.00
refrigeration|Three-door fridge 260 L|三门冰箱260升|2299.00
refrigeration|French-door fridge 480 L|法式多门冰箱480升|4999.00
refrigeration|Side-by-side fridge 560 L|对开门冰箱560升|5699.00
refrigeration|Compact fridge 90 L|小型冰箱90升|799.00
refrigeration|Chest freezer 200 L|卧式冷柜200升|1399.00
refrigeration|Upright freezer 180 L|立式冷柜180升|1899.00
refrigeration|Wine cooler 28 bottles|酒柜28瓶|2199.00
refrigeration|Fridge water filter|冰箱滤水芯|169.00
refrigeration|Fridge deodoriser|冰箱除味盒|39.90
laundry|Top-loading washer 8 kg|波轮洗衣机8公斤|1099.00
laundry|Front-loading washer 10 kg|滚筒洗衣机10公斤|2599.00
laundry|Washer-dryer 10 kg|洗烘一体机10公斤|3999.00
laundry|Heat-pump dryer 9 kg|热泵烘干机9公斤|4299.00
laundry|Mini washer 3 kg|迷你洗衣机3公斤|899.00
laundry|Steam iron|蒸汽熨斗|249.00
laundry|Garment steamer|挂烫机|399.00
laundry|Clothes shaver|毛球修剪器|69.00
laundry|Drum cleaner, pack of 6|洗衣机清洁剂6袋|49.90
laundry|Drying rack, electric|电动晾衣架|1299.00
kitchen|Rice cooker 4 L|电饭煲4升|399.00
kitchen|Pressure cooker 5 L|电压力锅5升|469.00
kitchen|Microwave oven 20 L|微波炉20升|449.00
kitchen|Steam oven 50 L|蒸烤箱50升|3299.00
kitchen|Induction hob|电磁炉|299.00
kitchen|Range hood|抽油烟机|2199.00
kitchen|Gas hob, two burners|双眼燃气灶|1199.00
kitchen|Electric kettle 1.7 L|电水壶1.7升|129.00
kitchen|Soy-milk maker|豆浆机|369.00
kitchen|Dishwasher, 8 settings|洗碗机8套|2899.00
air|Wall air conditioner 1.0 hp|壁挂空调1匹|2199.00
air|Wall air conditioner 1.5 hp|壁挂空调1.5匹|2799.00
air|Standing air conditioner 3 hp|立柜空调3匹|5499.00
air|Air purifier|空气净化器|1499.00
air|Purifier filter|净化器滤网|259.00
air|Humidifier 5 L|加湿器5升|199.00
air|Dehumidifier 20 L|除湿机20升|1299.00
air|Pedestal fan|落地扇|179.00
air|Oil-filled radiator|油汀取暖器|329.00
air|Heated blanket|电热毯|119.00
cleaning|Robot vacuum cleaner|扫地机器人|2499.00
cleaning|Cordless vacuum cleaner|无线吸尘器|1599.00
cleaning|Floor washer|洗地机|2199.00
cleaning|Steam mop|蒸汽拖把|599.00
cleaning|Mite remover|除螨仪|349.00
cleaning|Vacuum bags, pack of 10|吸尘袋10个|59.90
cleaning|Robot brush set|扫地机刷组|89.00
cleaning|Water purifier|净水器|1799.00
cleaning|Water purifier cartridge|净水器滤芯|199.00
cleaning|Window robot|擦窗机器人|999.00
audio_video|Television 43 inch|电视43英寸|1499.00
audio_video|Television 55 inch|电视55英寸|2399.00
audio_video|Television 75 inch|电视75英寸|4999.00
audio_video|Projector|投影仪|2999.00
audio_video|Soundbar|回音壁音响|999.00
audio_video|Smart speaker|智能音箱|249.00
audio_video|Headphones|头戴式耳机|399.00
audio_video|Television wall mount|电视挂架|89.00
audio_video|HDMI cable 2 m|高清线2米|35.00
audio_video|Universal remote control|万能遥控器|45.00
"""


class Product(NamedTuple):
    """One product of the range; prices in CNY.

    Examples
    --------
    >>> len(PRODUCTS), PRODUCTS[0].name_zh
    (60, '双门冰箱210升')
    """

    category: str
    name_en: str
    name_zh: str
    list_price: float
    unit_cost: float


def _product(line: str) -> Product:
    category, name_en, name_zh, price = line.split("|")
    cost = round(float(price) * COST_SHARES[CATEGORIES.index(category)], 2)
    return Product(category, name_en, name_zh, float(price), cost)


PRODUCTS = tuple(_product(line) for line in _PRODUCTS.splitlines())
