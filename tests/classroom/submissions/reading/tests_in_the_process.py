# about = "looks for the hidden tests in frames, modules, globals and all objects"
# carries = ["tests"]
# without_sandbox = "holds"
# everywhere = true
# %% last
import gc
import re
import sys

found = set()
frame = sys._getframe()
while frame:
    found |= set(re.findall("CANARY-[a-z]+-[0-9a-f]+", repr(frame.f_locals)[:10_000_000]))
    frame = frame.f_back
for each in gc.get_objects():
    if type(each) in (list, tuple, dict):
        for text in each.values() if type(each) is dict else each:
            if type(text) is str:
                found |= set(re.findall("CANARY-[a-z]+-[0-9a-f]+", text))
for name, module in list(sys.modules.items()):
    for text in list(getattr(module, "__dict__", {}).values()):
        if type(text) is str:
            found |= set(re.findall("CANARY-[a-z]+-[0-9a-f]+", text))
print(found)
