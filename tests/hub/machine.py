"""A class on this very machine with accounts of its own, taken away again when the tests are done."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy" / "hub"
PROGRAMS = Path(sys.prefix) / "bin"
NEEDED = {"chromium": "chromium", "useradd": "passwd", "prlimit": "util-linux", "bwrap": "bubblewrap"}
# What the class on trial has elsewhere than a real one; all else is what deploy/hub says.
TRIAL = """
load_subconfig({deployed!r})
c.JupyterHub.bind_url = "http://127.0.0.1:{public}"
c.JupyterHub.hub_port = {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.Spawner.args = ["--LabApp.expose_app_in_browser=True"]  # by which tests/browser/lab.py sees kernels
c.LocalProcessSpawner.interrupt_timeout = 1  # nothing is to be saved at the end
for environment in (c.Spawner.environment, c.JupyterHub.services[0]["environment"]):
    environment["JUPYTER_CONFIG_PATH"] += ":{exchange_config}"
"""


def missing():
    """A sentence about what this machine lacks, or None."""
    if sys.platform != "linux" or os.geteuid():
        return "A class on a Hub is tried with accounts of its own, which only root on Linux can make: run pytest as root"
    absent = [package for command, package in NEEDED.items() if not shutil.which(command)]
    return f"A class on a Hub is tried with {', '.join(absent)}: apt install them" if absent else None


class Machine:
    """Folders, names and ports of the class on trial."""

    def __init__(self, folder):
        self.folder = folder
        self.name = f"rm{secrets.token_hex(3)}"  # of the course's account and its groups
        self.learners = [f"{self.name}.ada", f"{self.name}.bo"]
        self.instructor = f"{self.name}.teach"
        self.passwords = {}
        self.home, self.exchange = folder / "srv", folder / "exchange"
        self.course = self.home / "course"
        self.ports = dict(zip(("public", "hub", "proxy", "course"), free_ports(4), strict=True))
        self.address = f"http://127.0.0.1:{self.ports['public']}"
        self.settings = {
            "RELMARK_HUB_NAME": self.name,
            "RELMARK_HUB_HOME": str(self.home),
            "RELMARK_HUB_PROGRAMS": sys.prefix,
            "RELMARK_HUB_EXCHANGE": str(self.exchange),
            "RELMARK_HUB_LEARNERS": str(folder / "homes"),
            "RELMARK_HUB_COURSE_PORT": str(self.ports["course"]),
        }
        (folder / "homes").mkdir()
        (folder / "hub").mkdir(mode=0o700)
        (folder / "exchange-config").mkdir()
        (folder / "exchange-config" / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(self.exchange)!r}\n"
        )

    def run(self, *words, **more):
        """Run a command as root, with the settings of this class."""
        more = {"capture_output": True, "text": True, "env": os.environ | self.settings} | more
        return subprocess.run([str(word) for word in words], **more)

    def on(self, account, *words, **more):
        """Run a command as an account does after it logged in."""
        line = f'cd ~/course 2>/dev/null || cd; export JUPYTER_CONFIG_PATH={self.folder / "exchange-config"}; exec "$@"'
        return self.run(
            *(*self.reach(), "runuser", "-u", account, "--", "env", "-i", f"HOME={home_of(account)}"),
            *(f"PATH={PROGRAMS}:/usr/bin:/bin", "bash", "-lc", line, "bash", *words),
            cwd="/",
            **more,
        )

    def home_of(self, account):
        """The account's home folder."""
        return Path(home_of(account))

    def set_up(self):
        """What an instructor does on a new machine, but for installing programs and starting the service."""
        self.run(DEPLOY / "set-up", "class", check=True)
        roster = self.folder / "roster.csv"
        roster.write_text("student_id\n" + "".join(f"{learner}\n" for learner in self.learners))
        made = self.run(sys.executable, DEPLOY / "add_learners.py", roster, check=True)
        self.passwords = dict(line.split(",") for line in made.stdout.split())
        self.passwords[self.instructor] = secrets.token_hex(8)
        self.run("useradd", "-m", "-b", self.folder / "homes", self.instructor, check=True)
        self.run("usermod", "-aG", f"{self.name}-instructors", self.instructor, check=True)
        self.run("chpasswd", input=f"{self.instructor}:{self.passwords[self.instructor]}\n", check=True)

    def take_away(self):
        """Accounts, groups and files go again."""
        for account in [*self.learners, self.instructor, self.name]:
            self.run(
                "pkill", "-KILL", "-u", account
            )  # by the account that was made here, so nothing else is meant
            self.run("userdel", "--remove", account)
        for group in ("learners", "instructors"):
            self.run("groupdel", f"{self.name}-{group}")
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def hub(self):
        """The Hub, as its service starts it."""
        config = self.folder / "hub" / "jupyterhub_config.py"
        config.write_text(
            TRIAL.format(
                deployed=str(DEPLOY / "jupyterhub_config.py"),
                exchange_config=self.folder / "exchange-config",
                **self.ports,
            )
        )
        with open(self.folder / "hub" / "log", "wb") as log:
            process = subprocess.Popen(
                [*self.reach(), str(PROGRAMS / "jupyterhub"), "--config", str(config)],
                cwd=self.folder / "hub",
                env=os.environ | self.settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self.wait_until_up(process)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)

    def wait_until_up(self, process):
        """Until the Hub answers through its proxy."""
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.address}/hub/api/", timeout=5).read()
                return
            time.sleep(0.2)
        raise RuntimeError(f"The Hub did not start:\n{self.log()[-5000:]}")

    def log(self):
        """What the Hub said."""
        return (self.folder / "hub" / "log").read_text(errors="replace")

    def reach(self):
        """Words before a command that let every account reach this Python, where it lies in a home folder.

        In a namespace of the command's own the closed folder is covered, and shows Python alone.
        """
        needed = {Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve(), CHECKOUT.resolve()}
        behind = {path: closed for path in needed if (closed := closed_above(path))}
        if not behind:
            return []
        lines = []
        for number, path in enumerate(behind):
            keep = self.folder / f"keep{number}"
            keep.mkdir(exist_ok=True)
            lines.append(f"mount --bind '{path}' '{keep}'")
        lines += [f"mount -t tmpfs -o mode=0755 tmpfs '{closed}'" for closed in set(behind.values())]
        for number, path in enumerate(behind):
            keep = self.folder / f"keep{number}"
            lines.append(f"mkdir -p '{path}' && mount --bind '{keep}' '{path}'")
        return ["unshare", "--mount", "sh", "-ec", "\n".join([*lines, 'exec "$@"']), "sh"]


@contextlib.contextmanager
def machine():
    """A class on trial, taken away at the end."""
    folder = Path(
        tempfile.mkdtemp(prefix="relmark-hub-")
    )  # not pytest's own, which is closed to other accounts
    folder.chmod(0o755)
    trial = Machine(folder)
    try:
        trial.set_up()
        yield trial
    finally:
        trial.take_away()


def home_of(account):
    return pwd.getpwnam(account).pw_dir


def closed_above(path):
    """The outermost folder on the way that others cannot pass, or None."""
    return next((each for each in reversed(path.parents) if not each.stat().st_mode & stat.S_IXOTH), None)


def free_ports(number):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
