# about = "multiplies the monthly churn by twelve, and takes the lifetime from an annual churn"
# kind = "mistake"
# lost = {"1" = 8}
# says = {"1" = "This is twelve times the monthly churn", "1 lifetime" = "This takes whole years as periods"}
# %% 07-1-answer
annual_churn = 12 * case.monthly_churn
lifetime_months = 12 / (1 - (1 - case.monthly_churn) ** 12)
