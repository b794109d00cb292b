"""The questions of the survey in both languages, written for this course."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One question of the survey.

    Examples
    --------
    >>> [name for name, item in ITEMS.items() if item.reversed]
    ['expectations_congruency_3', 'trust_3']
    """

    english: str
    chinese: str
    reversed: bool = False
    low: int = 1
    high: int = 7


def _three(construct: str, *pairs: tuple[str, str], reversed_third: bool = False) -> dict[str, Item]:
    return {
        f"{construct}_{number}": Item(*pair, reversed=reversed_third and number == 3)
        for number, pair in enumerate(pairs, start=1)
    }


# 1 = not at all, 7 = completely, unless the question says otherwise
ITEMS: dict[str, Item] = {
    **_three(
        "desires",
        ("I want appliances that serve me for many years.", "我希望家电能用很多年。"),
        ("I want a shop that takes my wishes seriously.", "我希望商店认真对待我的愿望。"),
        ("I want buying and installing to be free of trouble.", "我希望购买和安装都不费心。"),
    ),
    **_three(
        "performance",
        ("What I bought does its work well.", "我买的东西很好用。"),
        ("The staff handled my order well.", "店员把我的订单办得很好。"),
        ("Delivery and installation went well.", "送货和安装很顺利。"),
    ),
    **_three(
        "expectations",
        ("Before this order I was sure the product would be good.", "下单之前我就相信产品会好。"),
        ("Before this order I was sure the service would be good.", "下单之前我就相信服务会好。"),
        ("Before this order I was sure that all would go smoothly.", "下单之前我就相信一切会顺利。"),
    ),
    **_three(
        "desires_congruency",
        ("What I got comes close to what I truly want.", "我得到的很接近我真正想要的。"),
        ("This order met my wishes.", "这次购买合乎我的愿望。"),
        ("I could hardly imagine it nearer to my ideal.", "很难想象还有更接近我理想的。"),
    ),
    **_three(
        "expectations_congruency",
        ("It went better than I had expected.", "这次比我预期的好。"),
        ("The product was better than I had thought it would be.", "产品比我原先想的好。"),
        ("I had counted on more than I got.", "我原本以为会得到更多。"),
        reversed_third=True,
    ),
    **_three(
        "attribute_satisfaction",
        ("I am satisfied with the product itself.", "我对产品本身满意。"),
        ("I am satisfied with its price for what it does.", "就其功用而言，我对价格满意。"),
        ("I am satisfied with delivery and installation.", "我对送货和安装满意。"),
    ),
    **_three(
        "information_satisfaction",
        ("I am satisfied with the advice I was given.", "我对得到的建议满意。"),
        ("What I was told before buying was correct.", "购买前告诉我的情况属实。"),
        ("I was told in time what would happen next.", "接下来的安排及时告知了我。"),
    ),
    **_three(
        "overall_satisfaction",
        ("All in all I am satisfied with this order.", "总的来说，我对这次购买满意。"),
        ("All in all this order was a pleasure.", "总的来说，这次购买令人愉快。"),
        ("All in all it was right to buy here.", "总的来说，在这里买是对的。"),
    ),
    **_three(
        "trust",
        ("Meridian Home keeps its word.", "子午家居说话算数。"),
        ("I can rely on Meridian Home when something goes wrong.", "出了问题，我可以依靠子午家居。"),
        (
            "With Meridian Home I had better check everything myself.",
            "跟子午家居打交道，我最好自己样样检查。",
        ),
        reversed_third=True,
    ),
    "loyalty_initiative": Item(
        "I gladly do something to keep in touch with Meridian Home.", "我乐意主动与子午家居保持联系。"
    ),
    "loyalty_repurchase": Item(
        "I intend to buy my next appliance at Meridian Home.", "下一件家电我打算在子午家居买。"
    ),
    "loyalty_recommendation": Item(
        "I would advise people I know to buy at Meridian Home.", "我会建议熟人到子午家居购买。"
    ),
    "loyalty_resistance": Item(
        "A better offer elsewhere would not draw me away.", "别处有更好的条件也不会把我吸引走。"
    ),
    "nps": Item(
        "How likely are you to recommend Meridian Home? (0 not at all, 10 for certain)",
        "您推荐子午家居的可能性有多大？（0 完全不会，10 一定会）",
        low=0,
        high=10,
    ),
    "csat": Item(
        "How satisfied are you with this order? (1 very dissatisfied, 5 very satisfied)",
        "您对这次购买满意吗？（1 很不满意，5 很满意）",
        high=5,
    ),
    "ces": Item(
        "Meridian Home made this order easy for me. (1 not at all, 7 completely)",
        "子午家居让这次购买很省事。（1 完全不同意，7 完全同意）",
    ),
}
