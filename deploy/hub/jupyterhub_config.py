"""JupyterHub for a class on one machine: who gets in, what each learner may use, where the course is graded.

`set-up` puts this file where the Hub reads it; README.md beside it says the rest.
"""

import grp
import os
import sys
from pathlib import Path

c = get_config()

HERE = Path(__file__).parent
PROGRAMS = Path(sys.executable).parent  # of the Python in which the Hub and the course are installed
NAME = os.environ.get("RELMARK_HUB_NAME", "relmark")  # the account that owns the course folder
HOME = Path(os.environ.get("RELMARK_HUB_HOME", f"/srv/{NAME}"))  # its home; only instructors get there
LEARNERS, INSTRUCTORS = f"{NAME}-learners", f"{NAME}-instructors"  # groups of the operating system
START = "lab/tree/chapters/00_start_here.ipynb"  # where a learner begins

# What one learner may use. README.md has the figures from which these come.
# Memory for each process: a cell that asks for more gets a MemoryError, and nobody else notices. What is asked for is
# counted, also where it is never used: a kernel with a chapter has asked for 1.7 GB and uses 0.4.
MEMORY_MB = 3072
PROCESSES = 400  # of one learner, threads counted
CPU_SECONDS = 2 * 60 * 60  # for each process: a loop without end is ended after two hours of computing

# Behind a web server that speaks HTTPS, on this machine.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
# Without a time of its own it ends each request after 20 seconds: a server that starts in a class of many takes longer,
# and the page that waits for it would wait for ever.
c.ConfigurableHTTPProxy.command = [str(PROGRAMS / "configurable-http-proxy"), "--proxy-timeout", "600000"]

# Learners and instructors have accounts on this machine, and log in with their passwords. nbgrader takes the account's
# name as the student's id, and so does the course for the learner's own case.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.open_sessions = False
c.PAMAuthenticator.allowed_groups = {LEARNERS, INSTRUCTORS}
c.JupyterHub.template_vars = {
    "announcement_login": "Learners: your student id, and the password that your instructor gave you."
}

# A learner's server: in their copy of the course, after everybody else's in line for memory and time.
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [
    *("choom", "-n", "500", "--"),  # where memory is short, Linux ends a learner's process and never the Hub
    *("nice", "-n", "5"),
    *("prlimit", f"--data={MEMORY_MB << 20}", f"--nproc={PROCESSES}", f"--cpu={CPU_SECONDS}", "--"),
    str(HERE / "start-learner"),
]
c.Spawner.default_url = f"/{START}"
c.Spawner.start_timeout = c.Spawner.http_timeout = 120  # the first server of a morning is slow
THREADS = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # a class has more kernels than processors
c.Spawner.environment = THREADS | {
    "JUPYTER_CONFIG_PATH": str(HERE / "learner"),
    "PATH": os.pathsep.join([str(PROGRAMS), os.environ["PATH"]]),
    "RELMARK_INIT": "--no-exercises",  # they come through nbgrader, with the class's own numbers
}

# The instructors' JupyterLab, with formgrader, in the course folder and on the course's own account: one for all.
teachers = sorted(grp.getgrnam(INSTRUCTORS).gr_mem)
c.JupyterHub.services = [
    {
        "name": "course",
        "display": True,
        "url": f"http://127.0.0.1:{os.environ.get('RELMARK_HUB_COURSE_PORT', '8010')}",
        "user": NAME,
        "cwd": str(HOME / "course"),
        # a login shell: ~/.profile holds the path and the hidden salt, here as after `sudo -iu relmark`
        "command": ["bash", "-lc", "exec jupyterhub-singleuser"],
        "environment": {"JUPYTER_CONFIG_PATH": str(HERE / "instructor")},
        "oauth_no_confirm": True,
    }
]
# Whoever works goes on while the Hub is brought up to date, or an instructor is added.
c.JupyterHub.cleanup_servers = False


def first_page(page):
    """Where a person lands: instructors in the course, a phone in the notebook alone, for JupyterLab needs room."""
    if page.current_user and page.current_user.name in teachers:
        return "/services/course/lab"
    if "Mobi" in page.request.headers.get("User-Agent", ""):
        return f"{page.hub.base_url}user-redirect/{START.replace('lab/tree', 'notebooks')}"
    return ""


c.JupyterHub.default_url = first_page
c.JupyterHub.load_roles = [
    {"name": "user", "scopes": ["self"]},  # all who may log in
    {
        "name": "instructor",
        "users": teachers,
        "scopes": ["self", "access:services!service=course", "read:services!service=course", "list:services"],
    },
]
