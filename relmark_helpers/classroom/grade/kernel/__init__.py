"""The processes of grading: warm ones that fork, and in each fork a student's notebook or a judge."""
