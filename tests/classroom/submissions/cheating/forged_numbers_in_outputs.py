# about = "outputs with numbers that JSON does not have, giant ones and deep ones"
# told = []
# %% before 00-4-answer
from relmark_helpers.classroom.grade.kernel import streams

deep = 1
for _ in range(50):
    deep = [deep]
for value in (float("nan"), float("inf"), 10**4000, deep, {"a": "\ud800"}):
    streams.OUTLET.tell({"output_type": "display_data", "data": {"application/json": value}, "metadata": {}})
