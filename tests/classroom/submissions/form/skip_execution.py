# about = "cells are tagged so that nbconvert does not run them"
# lost = {"4" = 2}
# %% 00-4-answer
alone = -1
# %% build
for each in cells:
    each["metadata"]["tags"] = ["skip-execution", "raises-exception"]
