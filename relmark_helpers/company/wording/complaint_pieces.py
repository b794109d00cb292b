"""The pieces of which complaints are put together; ``{p}`` stands for the product."""

from __future__ import annotations

Pair = tuple[str, str]

PLUGGED, FITTED, PARTS = "plugged", "fitted", "part"

# In the order of the products: what people call them, in both languages, and what kind of thing they are
_PRODUCT_WORDS = """\
fridge|冰箱|plugged, fridge|冰箱|plugged, fridge|冰箱|plugged, fridge|冰箱|plugged
small fridge|小型冰箱|plugged, freezer|冷柜|plugged, freezer|冷柜|plugged, wine cooler|酒柜|plugged
water filter|滤水芯|part, deodoriser|除味盒|part
washing machine|洗衣机|fitted, washing machine|洗衣机|fitted, washer-dryer|洗烘一体机|fitted
dryer|烘干机|fitted, mini washer|迷你洗衣机|plugged, iron|熨斗|plugged, garment steamer|挂烫机|plugged
clothes shaver|毛球修剪器|plugged, drum cleaner|洗衣机清洁剂|part, drying rack|晾衣架|fitted
rice cooker|电饭煲|plugged, pressure cooker|电压力锅|plugged, microwave oven|微波炉|plugged
steam oven|蒸烤箱|fitted, induction hob|电磁炉|plugged, range hood|抽油烟机|fitted, gas hob|燃气灶|fitted
kettle|电水壶|plugged, soy-milk maker|豆浆机|plugged, dishwasher|洗碗机|fitted
air conditioner|空调|fitted, air conditioner|空调|fitted, air conditioner|空调|fitted
air purifier|空气净化器|plugged, purifier filter|滤网|part, humidifier|加湿器|plugged
dehumidifier|除湿机|plugged, fan|落地扇|plugged, radiator|取暖器|plugged, heated blanket|电热毯|plugged
robot vacuum cleaner|扫地机器人|plugged, vacuum cleaner|吸尘器|plugged, floor washer|洗地机|plugged
steam mop|蒸汽拖把|plugged, mite remover|除螨仪|plugged, pack of vacuum bags|吸尘袋|part
brush set|刷组|part, water purifier|净水器|fitted, filter cartridge|滤芯|part, window robot|擦窗机器人|plugged
television|电视|fitted, television|电视|fitted, television|电视|fitted, projector|投影仪|plugged
soundbar|音响|plugged, smart speaker|智能音箱|plugged, headset|耳机|plugged, wall mount|挂架|part
cable|高清线|part, remote control|遥控器|part
"""
PRODUCT_WORDS = tuple(
    (words[0], words[1], words[2])
    for words in (each.strip().split("|") for each in _PRODUCT_WORDS.replace("\n", ",").split(",") if each)
)

_MATTERS = """\
product_defect minor
The {p} has a scratch on the front that was there when I unpacked it.|{p}正面有一道划痕，拆箱时就有了。
The {p} works, but it makes a rattling noise all the time.|{p}能用，但一直有咔嗒咔嗒的响声。
One button of the {p} sticks and has to be pressed several times.|{p}有一个按键发涩，要按好几次才行。
A small part of the {p} was broken in the box.|{p}有个小零件在箱子里就断了。
The {p} does its work, though not as well as the one in your shop.|{p}还算能用，但不如店里的样机。
product_defect major
The {p} stopped working almost at once and nothing brings it back to life.|{p}没用多久就坏了，怎么弄都不行。
There was a smell of burning from the {p} and I switched it off in fright.|{p}冒出一股焦味，我吓得赶紧关了。
The {p} was repaired and broke down again in the same way.|{p}修过一次，又出了同样的毛病。
The {p} cannot be used: it switches itself off every few minutes.|{p}根本没法用，每隔几分钟就自己停掉。
The {p} gave me an electric shock when I touched it.|我一碰{p}就被电了一下。
part_defect minor
The {p} is a little damaged at one corner.|{p}有一个角有点破损。
The box of the {p} was torn and looked as if it had been opened before.|{p}的盒子破了，看样子以前被拆过。
part_defect major
The {p} is useless: it does not do at all what it is for.|{p}完全没用，根本起不到应有的作用。
The {p} has damaged the appliance I bought it for.|{p}把我要配的电器弄坏了。
late_delivery minor
The {p} came a day later than agreed.|{p}比约定晚到了一天。
The {p} was to come in the morning and came in the evening.|说好上午送{p}，结果晚上才到。
The delivery of the {p} was put off once at short notice.|{p}的送货临时改期了一次。
The driver with the {p} was late and did not call ahead.|送{p}的司机迟到了，也没有提前来电。
I waited for the {p} a little longer than I was told.|等{p}的时间比说好的长了一点。
late_delivery major
The {p} has still not come, and nobody can tell me when it will.|{p}到现在还没送到，也没人说得清什么时候送。
I took time off work twice for the {p}, and both times nobody came.|为了等{p}，我两次请假在家，两次都没人来。
The delivery of the {p} was put off three times, each time without a word.|{p}的送货改期了三次，每次都不打招呼。
You say the {p} was delivered, but nothing has ever arrived here.|你们说{p}已经送到，可我这里什么也没收到。
The {p} is long overdue and nobody returns my calls.|{p}早就该到了，打了电话也没人回。
installation minor
The {p} was fitted a little crooked.|{p}装得有点歪。
The fitters left the packing of the {p} in the hall.|安装师傅把{p}的包装留在了走廊里。
The fitter installed the {p} but did not show us how it works.|师傅装好了{p}，却没教我们怎么用。
A screw was left out and the {p} wobbles a little.|少装了一颗螺丝，{p}有点晃。
The fitter drilled one hole too many for the {p} and left the dust.|师傅装{p}时多打了一个孔，灰也没打扫。
installation major
The {p} was connected wrongly and the lights went out in the whole flat.|{p}接错了线，全家都断了电。
The fitters broke the wall beside the {p} and left it like that.|安装师傅把{p}旁边的墙弄破了，就那样走了。
The {p} was fitted so badly that it had to be taken out again.|{p}装得太差，只好又拆下来。
The fitter drilled into a pipe while installing the {p}, and our floor is ruined.|师傅装{p}时打穿了水管，地板全毁了。
The fitter left with the {p} half installed and never came back.|{p}装到一半师傅就走了，再没回来。
wrong_information minor
I was told that the {p} comes with an accessory that was not in the box.|当时说{p}附送配件，箱子里却没有。
Your website and your shop say different things about the {p}.|关于{p}，你们网站和门店的说法不一样。
The size of the {p} on the label was not quite right.|标签上{p}的尺寸不太准。
I was told the {p} could be collected that day, and it could not.|告诉我{p}当天能取，其实不能。
Nobody mentioned that something else is needed to use the {p}.|没人提过用{p}还要另配别的东西。
wrong_information major
I was assured that the {p} would suit what I have at home, and it does not.|你们保证{p}和我家里的配得上，结果完全不配。
I was promised a guarantee for the {p} that turns out not to exist.|答应我{p}有保修，结果根本没有。
What the adviser told me about the {p} is untrue, and I bought it for that reason.|导购说的{p}的情况不属实，我就是因为这个才买的。
The {p} cannot do the very thing I asked for in the shop.|我在店里特意问的功能，{p}根本没有。
Three of your people told me three things about the {p}, all of them wrong.|关于{p}，你们三个人给了三种说法，没有一种是对的。
rudeness minor
The assistant was short with me when I asked about the {p}.|我问{p}的时候，店员很不耐烦。
Nobody looked up when I came to the counter about the {p}.|我为{p}的事到柜台，没人抬头理我。
The man on the telephone sounded bored when I asked about the {p}.|我打电话问{p}，对方爱理不理。
The assistant went on chatting with a colleague while I asked about the {p}.|我在问{p}，店员却一直跟同事聊天。
The driver who brought the {p} grumbled all the time.|送{p}的司机一直嘟嘟囔囔。
rudeness major
The assistant shouted at me in front of everybody because of the {p}.|因为{p}的事，店员当众冲我大喊。
The service desk called me a liar when I spoke of the {p}.|我说起{p}的问题，客服说我撒谎。
Your assistant insulted my mother, who had only asked about the {p}.|我母亲只是问了问{p}，店员就出言侮辱。
Your manager laughed at me and hung up when I asked about the {p}.|我问{p}的事，你们经理嘲笑我，还挂了电话。
The driver swore at us and left the {p} in the street.|司机骂了我们一通，把{p}扔在街上就走了。
billing minor
The invoice for the {p} is made out in the wrong name.|{p}的发票抬头开错了。
A few yuan too much were charged for the {p}.|{p}多收了几块钱。
I have not been sent the receipt for the {p} yet.|{p}的收据还没给我。
A voucher was forgotten when I paid for the {p}.|付{p}的款时，漏抵了一张代金券。
The delivery fee stands twice on the bill for the {p}.|{p}的账单上，运费列了两次。
billing major
I was charged twice for the {p}, and the money has not come back.|{p}扣了我两次款，钱一直没退回来。
The bill for the {p} is far higher than the price we agreed.|{p}的账单比谈好的价格高出一大截。
I sent the {p} back and am still being billed for it.|{p}已经退货，你们还在向我收钱。
You collect instalments for the {p} that I never signed for.|我从没签过{p}的分期，你们却在扣款。
Hundreds of yuan were added to the bill for the {p} for a service I never had.|{p}的账单上多了几百元，收的是我没用过的服务费。
"""

# From these nobody can tell how grave it was; some of them stand under two categories
_OPEN = """\
product_defect
Something is wrong with the {p}.|{p}有问题。
The {p} is not what I was promised.|{p}跟答应我的不一样。
late_delivery
The delivery of the {p} did not go as agreed.|{p}的送货没按约定来。
Nobody came on the day agreed for the {p}.|约好{p}上门的那天，没有人来。
installation
The fitting of the {p} was not done properly.|{p}的安装没做好。
Nobody came on the day agreed for the {p}.|约好{p}上门的那天，没有人来。
wrong_information
The {p} is not what I was promised.|{p}跟答应我的不一样。
The {p} cost more than I had been told.|{p}比告诉我的要贵。
rudeness
I was not treated well when I asked about the {p}.|我问{p}的时候受了怠慢。
Nobody wanted to help me with the {p}.|{p}的事没人愿意帮我。
billing
Something is wrong with the bill for the {p}.|{p}的账单有问题。
The {p} cost more than I had been told.|{p}比告诉我的要贵。
"""

_SARCASTIC = """\
product_defect
Thank you for the scratches on the {p}; that saves me making them.|谢谢{p}上的划痕，省得我自己动手。
A splendid {p}: it stands there and does nothing at all.|真是了不起的{p}：摆在那儿，什么也不干。
late_delivery
How thoughtful to let me look forward to the {p} for so long.|真贴心，让我盼{p}盼了这么久。
Well done: a snail would have brought the {p} sooner.|真厉害，蜗牛送{p}都比你们快。
installation
Lovely work: the {p} leans like a famous tower.|手艺真好，{p}歪得像那座有名的塔。
Bravo: the {p} is in, and half the wall is out.|鼓掌：{p}进来了，半面墙没了。
wrong_information
How charming that the label and the {p} tell different stories.|标签和{p}各说各话，真有意思。
What a gift for fiction: hardly a word I heard about the {p} is true.|真会编故事：我听到的关于{p}的话几乎没一句是真的。
rudeness
Thank you for yawning so politely while I asked about the {p}.|感谢在我问{p}时哈欠打得那么客气。
I had always dreamt of being shouted at over the {p}; thank you.|我一直梦想为{p}挨顿吼，多谢成全。
billing
How generous of me to pay you more than was agreed for the {p}.|我真大方，{p}付得比谈好的还多。
Paying twice for the {p} was such fun; shall I do it again?|{p}付两次钱真开心，要不要再来一次？
"""
_PRAISE: Pair = (
    "Congratulations, with the {p} you have outdone yourselves.",
    "恭喜，在{p}这件事上你们超越了自己。",
)

_SHORT = """\
product_defect
The {p} is broken.|{p}坏了。
late_delivery
The {p} is late.|{p}晚了。
installation
The {p} is badly fitted.|{p}没装好。
wrong_information
This is not what I was told.|和告诉我的不一样。
rudeness
Unfriendly people.|态度不好。
billing
The bill is wrong.|账单不对。
"""
_ANYTHING: tuple[Pair, ...] = (
    ("Disappointed with the {p}.", "对{p}很失望。"),
    ("This will not do.", "这样不行。"),
    ("Please call me about the {p}.", "{p}的事，请给我回电。"),
)

OPENINGS: tuple[Pair, ...] = (
    ("", ""),
    ("I have a complaint.", "我要投诉。"),
    ("I had expected better.", "我本来以为会好一些。"),
    ("I would like to report a problem.", "我想反映一个问题。"),
    ("This is about my latest order.", "说一下我最近的订单。"),
    ("Good day.", "你们好。"),
)
_EITHER: tuple[Pair, ...] = (
    ("", ""),
    ("Please see to it.", "请处理一下。"),
    ("I am waiting for your answer.", "等你们回复。"),
)
ENDINGS: dict[str, tuple[Pair, ...]] = {
    "minor": (
        *_EITHER,
        ("It is no great matter, but it should not happen.", "不是什么大事，但不该发生。"),
        ("I hope you do better next time.", "希望下次能改进。"),
    ),
    "major": (
        *_EITHER,
        ("I want this put right at once.", "请马上解决。"),
        ("This is not acceptable.", "这实在不能接受。"),
    ),
}


def _by_heading(text: str) -> dict[str, tuple[Pair, ...]]:
    """Lines without a bar are headings, the others pieces in both languages."""
    found: dict[str, list[Pair]] = {}
    heading = ""
    for line in text.splitlines():
        english, bar, chinese = line.partition("|")
        if bar:
            found[heading].append((english, chinese))
        else:
            heading = english
            found[heading] = []
    return {heading: tuple(pieces) for heading, pieces in found.items()}


def _with_parts(pieces: dict[str, tuple[Pair, ...]], first: int) -> dict[str, tuple[Pair, ...]]:
    """Add what can be said of the defects of a part: the same, from the first piece that suits it."""
    return {**pieces, "part_defect": pieces["product_defect"][first:]}


MATTERS = _by_heading(_MATTERS)  # by "category severity"
OPEN = _with_parts(_by_heading(_OPEN), 0)  # by category, as are the others
SARCASTIC = {name: (*pieces, _PRAISE) for name, pieces in _with_parts(_by_heading(_SARCASTIC), 1).items()}
SHORT = {name: 3 * pieces + _ANYTHING for name, pieces in _with_parts(_by_heading(_SHORT), 0).items()}
