# about = "a forged message of 60 MB of nested lists, which take gigabytes once they are read"
# lost = {"2" = 10, "9" = 6}
# told = ["protocol: The process sent what no notebook sends"]
# %% before 07-2-answer
import os
import struct

text = b'{"buffers": [], "output": [' + b"[[[]]]," * 8_500_000 + b"1]}"
for number in range(3, 64):
    try:
        os.write(number, struct.pack("!IQ", len(text), 0))
        written = 0
        while written < len(text):
            written += os.write(number, text[written : written + 65536])
    except OSError:
        pass
