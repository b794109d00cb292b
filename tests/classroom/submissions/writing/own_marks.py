# about = "writes marks into the gradebook"
# lost = {"4" = 2}
# writes = ["@COURSE@/gradebook.db"]
# without_sandbox = "carries"
# everywhere = true
# %% 00-4-answer
import sqlite3

try:
    book = sqlite3.connect("@COURSE@/gradebook.db", timeout=2)
    book.execute("insert into student (id, first_name, lms_user_id) values ('@WRITTEN@', '@WRITTEN@', 'x')")
    book.execute("update grade set manual_score = 100, auto_score = 100")
    book.commit()
except sqlite3.Error:
    pass
