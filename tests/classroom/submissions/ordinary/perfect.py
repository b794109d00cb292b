# about = "everything answered right"
# everywhere = true
