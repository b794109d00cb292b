# about = "saved with outputs that say everything passed; they are not kept"
# base = "blank"
# lost = "all"
# %% build
cell("00-4-test")["outputs"] = [
    {"output_type": "execute_result", "data": {"text/plain": "2"}, "metadata": {}, "execution_count": 1}
]
cell("00-4-test")["execution_count"] = "many"
