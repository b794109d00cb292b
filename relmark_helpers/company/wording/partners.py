"""Names of partners and key accounts in English and Chinese; all of them are invented."""

from __future__ import annotations

from typing import NamedTuple

KINDS = ("hotel", "office", "school", "hospital")  # of key accounts
KIND_WORDS = (("Hotel", "酒店"), ("Offices", "写字楼"), ("School", "学校"), ("Hospital", "医院"))

# The first word of an account's name: land and weather, so that nobody real is meant.
ACCOUNT_WORDS = tuple(
    tuple(line.split("|"))
    for line in """\
Clear Creek|清溪
White Heron|白鹭
Morning Mist|晨雾
Nine Willows|九柳
Stone Bridge|石桥
Autumn Rain|秋雨
Red Maple|红枫
Far Hills|远山
Snow Plum|雪梅
Deep Harbour|深港
Bamboo Gate|竹门
Silver Reed|银苇
Old Ferry|古渡
South Wind|南风
Blue Lake|蓝湖
Cassia Court|桂苑
Long Meadow|长草
First Frost|初霜
Bright Cloud|明云
Pine Terrace|松台
Quiet Field|静野
Lotus Bay|荷湾
Gold Ginkgo|金杏
High Spring|高泉
Two Rivers|双江
Evening Bell|晚钟
Green Slope|青坡
Camphor Lane|樟巷
Thin Ice|薄冰
Wild Goose|鸿雁
Round Moon|圆月
Elm Square|榆坊
Warm Sands|暖沙
Early Thunder|春雷
Grey Tiles|灰瓦
Peach Ford|桃渡
Drifting Snow|飘雪
Open Sky|开空
Moss Garden|苔园
Last Light|余晖
""".splitlines()
)

MARKETS = (
    "customer",
    "supplier",
    "distributor",
    "referral",
    "competitor",
    "recruitment",
    "influence",
    "internal",
)
# The place among the six: the Chinese texts have the distributor where the book of 1991 has referral,
# and the competitor where it has recruitment.
SLOTS = (1, 2, 3, 3, 4, 4, 5, 6)

# Morgan and Hunt's ten relational exchanges, in their order.
EXCHANGES = (
    "goods_supplier",
    "service_provider",
    "competitor",
    "nonprofit",
    "government",
    "ultimate_customer",
    "intermediate_customer",
    "functional_department",
    "employee",
    "business_unit",
)

INSTALLATION = (
    "none",
    "fitting",
    "training",
)  # in the choice experiment; training: fitted, and shown how it works


class Partner(NamedTuple):
    """One partner.

    Examples
    --------
    >>> PARTNERS[0].name_zh
    '子午会会员理事会'
    """

    market: str
    exchange: str
    name_en: str
    name_zh: str
    since: str
    trades: bool  # whether money changes hands
    works_with: int | None  # the number, from 1, of the partner it deals with most besides us


def _partner(line: str) -> Partner:
    market, exchange, name_en, name_zh, since, trades, works_with = line.split("|")
    other = int(works_with) if works_with else None
    return Partner(market, exchange, name_en, name_zh, since, trades == "1", other)


PARTNERS = tuple(
    _partner(line)
    for line in """\
customer|ultimate_customer|Meridian Circle members' council|子午会会员理事会|2014-05-10|0|29
customer|ultimate_customer|Willow Lane buyers' group|柳巷团购会|2019-03-02|1|29
customer|intermediate_customer|Far Hills Homes, developer|远山置业|2013-08-19|1|19
customer|intermediate_customer|Maple Yard Lettings|枫院租赁|2016-11-07|1|21
supplier|goods_supplier|North Lake Refrigeration|北湖制冷|2009-04-18|1|11
supplier|goods_supplier|Clear Wave Washers|清波洗衣机|2010-02-22|1|11
supplier|goods_supplier|Cloud Peak Air|云峰空调|2011-01-10|1|11
supplier|goods_supplier|Red Hearth Kitchens|红灶厨电|2012-06-04|1|19
supplier|goods_supplier|Little Whirl Cleaning|小旋清洁电器|2017-09-11|1|16
supplier|goods_supplier|Evening Star Screens|晚星影音|2015-03-30|1|11
supplier|service_provider|Swift Crane Logistics|快鹤物流|2010-07-01|1|15
supplier|service_provider|True Level Installers|平正安装队|2013-04-08|1|20
supplier|service_provider|Stone Arch Bank|石拱银行|2009-03-16|1|3
supplier|service_provider|Open Ledger Software|明账软件|2018-10-15|1|13
distributor|intermediate_customer|Reed River Village Dealers|苇河乡镇经销|2014-09-20|1|16
distributor|intermediate_customer|Tea Hill Appliances|茶山电器行|2015-05-16|1|11
distributor|intermediate_customer|Salt Coast Trading|盐岸商贸|2016-04-02|1|15
distributor|intermediate_customer|Lamp Street Online Resale|灯街网络分销|2020-08-08|1|11
referral|intermediate_customer|Paper Lantern Interiors|纸灯室内设计|2017-02-13|1|8
referral|service_provider|Plumb Line Renovation|垂线装修|2018-05-21|1|19
referral|service_provider|Key and Gate Estate Agents|钥门房产中介|2019-06-10|1|4
referral|nonprofit|Guild of Kitchen Planners|厨房设计师协会|2016-09-05|0|19
competitor|competitor|East Quay Electrics|东码头电器|2019-11-18|0|24
competitor|competitor|Three Pagodas Stores|三塔商场|2020-03-09|1|11
competitor|competitor|Copper Bell Repairs|铜铃维修|2021-01-04|1|12
recruitment|nonprofit|Ginkgo Vocational College|银杏职业学院|2012-09-01|0|28
recruitment|service_provider|Bridge Head Staffing|桥头人力|2018-03-12|1|26
recruitment|government|City employment centre|市就业服务中心|2013-01-14|0|31
influence|nonprofit|Consumers' association|消费者协会|2010-03-15|0|31
influence|service_provider|Lakeside Evening Paper|湖畔晚报|2011-10-10|1|29
influence|government|Market supervision office|市场监管所|2009-04-18|0|29
influence|government|Appliance recycling office|家电回收办公室|2017-07-03|0|33
influence|nonprofit|Green Slope environment group|青坡环保社|2018-04-22|0|30
internal|functional_department|Purchasing department|采购部|2009-04-18|0|11
internal|functional_department|Service desk department|服务部|2011-05-09|0|36
internal|employee|Installers' forum|安装工论坛|2016-02-29|0|12
internal|employee|Staff representatives|职工代表会|2013-05-01|0|
internal|business_unit|Online shop|网上商城|2015-11-11|0|18
""".splitlines()
)
