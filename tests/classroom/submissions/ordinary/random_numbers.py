# about = "random numbers, without a seed"
# %% last
import random

import numpy as np

print(random.random(), np.random.default_rng().random(), np.random.random())
