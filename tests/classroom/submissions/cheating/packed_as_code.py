# about = "packed values that name classes, dates and periods of no kind, and columns of giant repeats"
# lost = {"3" = 3, "4" = 2}
# told = ["protocol: The value of buyers is no data", "protocol: The value of may_write is no data", "protocol: The value of alone is no data"]
# %% before 00-3-answer
from relmark_helpers.classroom.grade.kernel import pupil

real = pupil.pack
lies = {
    -3: ({"is": "period", "ordinal": 10**30, "freq": "__import__('os')"}, []),
    -4: ({"is": "scalar", "dtype": "V100000000000", "raw": 0}, [b""]),
    -5: (
        {
            "is": "categorical",
            "codes": {"is": "array", "dtype": "<i8", "shape": [1], "raw": 0},
            "categories": 1,
            "ordered": 1,
        },
        [b"12345678"],
    ),
}
pupil.pack = lambda value, keep=None: (
    lies[value] if type(value) is int and value in lies else real(value, keep)
)
# %% 00-3-answer
buyers, may_write = -3, -4
# %% 00-4-answer
alone = -5
