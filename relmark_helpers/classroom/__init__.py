"""What an instructor runs: release, grade, feedback, export. Everything stays nbgrader underneath."""
