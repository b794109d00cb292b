# about = "a student id with an apostrophe, as in SQL"
# student = "o'neil'); drop table grade;--"
