"""What a notebook cell touches: explorers, predictions, quizzes, checks and the learner's own case."""
