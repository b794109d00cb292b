# about = "invites all complaints with hardly a desk"
# kind = "mistake"
# lost = {"10" = [6, 8]}
# says = {"10" = "The plan invites more complaints than its desk can handle in time"}
# %% 10-10-answer
# as in the reference
plan = {"ease": 1.0, "staff": 4.0, "remedy": 0.1, "training": 0.2}
