"""What staff are asked, what mystery shoppers look at, and what campaigns are called: in both languages."""

from __future__ import annotations

from relmark_helpers.company.wording.survey import Item

# 1 = not at all, 7 = completely
STAFF_QUESTIONS: dict[str, Item] = {
    "job_satisfaction_1": Item(
        "All in all I am satisfied with my work here.", "总的来说，我对这里的工作满意。"
    ),
    "job_satisfaction_2": Item("I like coming to work.", "我喜欢来上班。"),
    "job_satisfaction_3": Item(
        "My work here is often a burden to me.", "这里的工作常常让我觉得是负担。", reversed=True
    ),
    "workload": Item("I have more to do than there is time for.", "要做的事多得时间不够用。"),
    "support": Item(
        "When a case is difficult, I get the help I need to serve the customer well.",
        "遇到棘手的事，我能得到所需的帮助来服务好顾客。",
    ),
    "stay": Item("I want to be still working here in a year.", "一年之后我还想在这里工作。"),
}

# 1 = not at all, 5 = completely
CHECKLIST: dict[str, Item] = {
    "greeting": Item("I was greeted soon and kindly.", "进店后很快有人亲切招呼。", high=5),
    "needs": Item(
        "I was asked what I need before anything was shown to me.", "先问了我的需要，再介绍商品。", high=5
    ),
    "knowledge": Item("My questions were answered with knowledge.", "对我的问题回答得很在行。", high=5),
    "honesty": Item("Weak points of a product were told, too.", "商品的不足之处也如实说了。", high=5),
    "price_clarity": Item("It was clear what I would pay in all.", "总共要付多少钱讲得清楚。", high=5),
    "farewell": Item(
        "The farewell was kind, although I bought nothing.", "我没买东西，道别时仍然亲切。", high=5
    ),
}

CAMPAIGN_NAMES = (
    ("Invitation to Meridian Circle", "子午会入会邀请"),
    ("Autumn savings", "秋季优惠"),
    ("Free appliance check-up", "家电免费检查"),
    ("Personal offer by telephone", "电话专享优惠"),
    ("Early-summer savings", "初夏优惠"),
)
