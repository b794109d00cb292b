"""What a student's process may do: a ladder of sandboxes, best first, and a trial that each one has to pass."""
