# about = "announces a message of eighteen exabytes"
# told = ["protocol: The process sent what no notebook sends"]
# lost = {"4" = 2}
# %% before 00-4-answer
import os

for number in range(3, 64):
    try:
        os.write(number, b"\xff" * 12)
    except OSError:
        pass
