# about = "as it was released"
# base = "blank"
# lost = "all"
# everywhere = true
