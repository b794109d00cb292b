# about = "forgets what expired before, so that it expires again"
# kind = "mistake"
# lost = {"1" = 8, "2" = 5, "3" = [0, 8]}
# says = {"1" = "What expired at the end of an earlier year is gone", "2" = "What expired at the end of an earlier year is gone"}
# %% 11-1-answer
def expiry(earned, burned, years):
    old = sum(earned[: max(len(earned) - years + 1, 0)])
    return max(old - sum(burned), 0)
