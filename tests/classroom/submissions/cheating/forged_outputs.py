# about = "outputs of every form that a notebook cannot hold"
# told = ["protocol: The process sent what no notebook sends"]
# lost = {"4" = 2}
# %% before 00-4-answer
from relmark_helpers.classroom.grade.kernel import streams

for output in (
    {"output_type": "stream", "name": "x" * 100, "text": "seen"},
    {
        "output_type": "display_data",
        "data": {"text/html": "<script>x</script>", "application/json": {"a": [None]}},
        "metadata": {"\ud800": 1},
    },
    {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": "x"},
    {"output_type": ["list"]},
):
    streams.OUTLET.tell(output)
