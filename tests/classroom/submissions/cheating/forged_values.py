# about = "hands out values before it is asked, for names of the judge's own"
# told = ["protocol: The process sent what no notebook sends"]
# lost = {"4" = 2}
# %% 00-4-answer
alone = -1
import json
import os
import struct


def send(message):
    text = json.dumps(message | {"buffers": []}).encode()
    for number in range(3, 64):
        try:
            os.write(number, struct.pack("!IQ", len(text), 0) + text)
        except OSError:
            pass


send({"done": True})
for name in ("case", "rm", "float", "sum", "_np", "__builtins__", "get_ipython", "alone"):
    send({"name": name, "value": {"is": "function", "number": 0, "name": "x"}})
send({"done": True})
