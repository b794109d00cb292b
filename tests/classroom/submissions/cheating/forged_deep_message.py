# about = "a message nested a hundred thousand deep"
# told = ["protocol: The process sent what no notebook sends"]
# lost = {"4" = 2}
# %% before 00-4-answer
import os
import struct

text = b'{"buffers": [], "output": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
for number in range(3, 64):
    try:
        os.set_blocking(number, False)
        os.write(number, struct.pack("!IQ", len(text), 0) + text)
    except OSError:
        pass
