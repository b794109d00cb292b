# about = "data that does not fit together, sent for an answer"
# lost = {"1" = 3, "3" = 3, "4" = 2}
# told = ["protocol: The value of after_run_all is no data that an honest notebook has.", "protocol: The value of skills is no data", "protocol: The value of buyers is no data", "protocol: The value of may_write is no data", "protocol: The value of alone is no data"]
# %% before 00-1-answer
from relmark_helpers.classroom.grade.kernel import pupil

real = pupil.pack
lies = {
    -1: ({"is": "array", "dtype": "|O", "shape": [1], "raw": 0}, [b"12345678"]),
    -2: ({"is": "array", "dtype": "<f8", "shape": [1 << 40], "raw": 0}, [b"12345678"]),
    -3: ({"is": "frame", "values": [], "index": 7, "columns": None}, []),
    -4: ({"is": "__class__"}, []),
    -5: ({"is": "range", "bounds": [0, 1 << 70, 0], "names": [[]]}, []),
}
pupil.pack = lambda value, keep=None: (
    lies[value] if type(value) is int and value in lies else real(value, keep)
)
# %% 00-1-answer
after_run_all, skills = -1, -2
# %% 00-3-answer
buyers, may_write = -3, -4
# %% 00-4-answer
alone = -5
