# about = "lets each purchase close a share of the first gap"
# kind = "mistake"
# lost = {"8" = 8}
# says = {"8" = "Each purchase closes a share of the gap that is left", "8 purchases" = "One purchase earlier more than a tenth"}
# %% 04-8-answer
adaptation, purchases = case.treadmill["adaptation"], case.treadmill["purchases"]
still_surprising = max(0.0, 1 - adaptation * purchases)
purchases_needed = int(np.floor(np.log(0.1) / np.log(1 - adaptation)))
