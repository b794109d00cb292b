# about = "gives the ratio of shares for the odds ratio"
# kind = "mistake"
# lost = {"6" = 5}
# says = {"6" = "This is the ratio of the shares"}
# %% 11-6-answer
told = case.cards
interval = rm.membership.model.two_cards(
    told["done_plain"], told["plain"], told["done_head_start"], told["head_start"]
)
cards = interval | {"odds_ratio": interval["share_head_start"] / interval["share_plain"]}
