# about = "a student id in Chinese"
# student = "王小明"
# everywhere = true
