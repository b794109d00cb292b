# about = "garbage on the grader's channel"
# told = ["protocol: The process sent what no notebook sends"]
# lost = {"4" = 2}
# %% before 00-4-answer
import os
import struct

for number in range(3, 64):
    try:
        os.write(number, struct.pack("!IQ", 20, 0) + b"{this is no message}")
    except OSError:
        pass
