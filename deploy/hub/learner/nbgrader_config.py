"""What a learner fetches lies where the course has its exercises, so that `relmark check 04` finds it."""

from pathlib import Path

c = get_config()

c.Exchange.assignment_dir = str(Path("~/relmark/exercises").expanduser())
