# about = "asks the gradebook by SQL"
# carries = ["gradebook"]
# %% last
import sqlite3

try:
    print(
        sqlite3.connect("file:@COURSE@/gradebook.db?mode=ro", uri=True)
        .execute("select * from student")
        .fetchall()
    )
except sqlite3.Error:
    pass
