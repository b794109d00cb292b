"""Make an account on this machine for each learner of a class list; who has one keeps it.

    sudo /opt/relmark/bin/python deploy/hub/add_learners.py roster.csv > passwords.csv

The list is the course's `roster.csv`, or the file of Canvas or Moodle that `relmark collect` reads too. The account is
called like the student's id, since nbgrader and the learner's case go by it. First passwords go to the output.
"""

import grp
import os
import pwd
import re
import secrets
import subprocess
import sys
from pathlib import Path

from relmark_helpers.classroom.roster import read_roster
from relmark_helpers.errors import CourseError

NAME = os.environ.get("RELMARK_HUB_NAME", "relmark")
GROUP = f"{NAME}-learners"
HOMES = os.environ.get("RELMARK_HUB_LEARNERS")  # the folder of their homes, if not the system's usual
ACCOUNT = re.compile(r"[a-z][a-z0-9._-]{0,31}")
READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # no l and 1, no o and 0


def main() -> None:
    """Check the whole list, then make the accounts that are missing."""
    if len(sys.argv) != 2:
        raise SystemExit("Name the class list: add_learners.py roster.csv")
    if os.geteuid():
        raise SystemExit("Accounts are made by root: put sudo before the command.")
    ids = [student.student_id for student in read_roster(Path(sys.argv[1])).students]
    new = [student for student in ids if not is_learner(student)]
    for student in new:
        password = "".join(secrets.choice(READABLE) for _ in range(10))
        place = ["--base-dir", HOMES] if HOMES else []
        run("useradd", "--create-home", *place, "--shell", "/bin/bash", "--groups", GROUP, student)
        Path(pwd.getpwnam(student).pw_dir).chmod(0o700)
        run("chpasswd", told=f"{student}:{password}\n")
        print(f"{student},{password}", flush=True)
    print(f"{len(new)} accounts made, {len(ids) - len(new)} there already.", file=sys.stderr)


def is_learner(student: str) -> bool:
    """Whether the account is there; one that is somebody else's is a mistake in the list."""
    if not ACCOUNT.fullmatch(student):
        raise CourseError(
            f"The id {student!r} cannot be an account: it begins with a letter and has at most 32 of a-z, 0-9 and . _ -; "
            "give this student another student_id in the list."
        )
    try:
        pwd.getpwnam(student)
    except KeyError:
        return False
    if student in grp.getgrnam(GROUP).gr_mem:
        return True
    raise CourseError(
        f"The account {student} is on this machine and no learner's; if it is theirs, "
        f"run usermod -aG {GROUP} {student}, else give this student another student_id in the list."
    )


def run(*words: str, told: str | None = None) -> None:
    """Run a command of the system, which says itself what went wrong."""
    if subprocess.run(words, input=told, text=True, stdout=sys.stderr).returncode:
        raise SystemExit(
            f"{words[0]} refused, as it says above; nothing was done for those after it in the list."
        )


if __name__ == "__main__":
    try:
        main()
    except CourseError as error:
        raise SystemExit(str(error)) from None
