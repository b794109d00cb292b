"""Correlations with which the check of task 7 calls the function that the learner writes."""

from __future__ import annotations

import numpy as np

_TRIAL = np.array(  # five drivers and an outcome; fewer drivers are its first ones
    [
        [1, 0.41, 0.32, 0.23, 0.17, 0.53],
        [0.41, 1, 0.24, 0.36, 0.12, 0.42],
        [0.32, 0.24, 1, 0.19, 0.28, 0.17],
        [0.23, 0.36, 0.19, 1, 0.33, 0.38],
        [0.17, 0.12, 0.28, 0.33, 1, 0.26],
        [0.53, 0.42, 0.17, 0.38, 0.26, 1],
    ]
)
TRIALS = tuple(
    (_TRIAL[np.ix_([*range(drivers), 5], [*range(drivers), 5])], driver)
    for drivers in (2, 3, 5)
    for driver in range(drivers)
)
