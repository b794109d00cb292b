# about = "half a message, and then silence: the grader does not wait for ever"
# told = ["timeout: A cell did not stop after 5 seconds and was ended."]
# lost = {"4" = 2}
# %% before 00-4-answer
import os
import struct

for number in range(3, 64):
    try:
        os.write(number, struct.pack("!IQ", 60_000_000, 200_000_000) + b"{")
    except OSError:
        pass
