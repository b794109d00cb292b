"""A class on this very machine with accounts of its own, taken away again when the tests are done."""

import contextlib
import os
import pwd
import re
import secrets
import shutil
import socket
import stat
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).parents[2]
DEPLOY = CHECKOUT / "deploy" / "hub"
OFFLINE = {"PIP_NO_BUILD_ISOLATION": "false", "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
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
        self.programs = folder / "programs"
        self.home, self.exchange = folder / "srv", folder / "exchange"
        self.course = self.home / "course"
        self.ports = dict(zip(("public", "hub", "proxy", "course"), free_ports(4), strict=True))
        self.address = f"http://127.0.0.1:{self.ports['public']}"
        self.settings = {
            "RELMARK_HUB_NAME": self.name,
            "RELMARK_HUB_HOME": str(self.home),
            "RELMARK_HUB_PROGRAMS": str(self.programs),
            "RELMARK_HUB_UNITS": str(folder / "units"),
            "RELMARK_HUB_EXCHANGE": str(self.exchange),
            "RELMARK_HUB_LEARNERS": str(folder / "homes"),
            "RELMARK_HUB_COURSE_PORT": str(self.ports["course"]),
        }
        (folder / "homes").mkdir()
        (folder / "units").mkdir()
        (folder / "hub").mkdir(mode=0o700)
        (folder / "exchange-config").mkdir()
        (folder / "exchange-config" / "nbgrader_config.py").write_text(
            f"c = get_config()\nc.Exchange.root = {str(self.exchange)!r}\n"
        )

    def run(self, *words, **more):
        """Run a command as root, with the settings of this class."""
        environment = os.environ | OFFLINE | self.settings
        environment["PATH"] = os.pathsep.join([str(self.folder / "instead"), environment["PATH"]])
        environment.pop("PYTHONPATH", None)
        more = {"capture_output": True, "text": True, "env": environment} | more
        return subprocess.run([str(word) for word in words], **more)

    def on(self, account, *words, **more):
        """Run a command as an account does after it logged in."""
        line = f'cd ~/course 2>/dev/null || cd; export JUPYTER_CONFIG_PATH={self.folder / "exchange-config"}; exec "$@"'
        return self.run(
            *(*self.reach(), "runuser", "-u", account, "--", "env", "-i", f"HOME={home_of(account)}"),
            *(f"PATH={self.programs / 'bin'}:/usr/bin:/bin", "bash", "-lc", line, "bash", *words),
            cwd="/",
            **more,
        )

    def home_of(self, account):
        """The account's home folder."""
        return Path(home_of(account))

    def set_up(self):
        """What an instructor does on a new machine; Debian's packages are there, and no service is started."""
        python_beside(self.programs)
        (self.folder / "instead").mkdir()
        for command in ("apt-get", "systemctl"):
            noted = self.folder / "instead" / command
            noted.write_text(f'#!/bin/sh\necho {command} "$@" >>"{self.folder}/noted"\n')
            noted.chmod(0o755)
        self.run(DEPLOY / "set-up", check=True)
        roster = self.folder / "roster.csv"
        roster.write_text("student_id\n" + "".join(f"{learner}\n" for learner in self.learners))
        made = self.add_learners(roster, check=True)
        self.passwords = dict(line.split(",") for line in made.stdout.split())
        self.passwords[self.instructor] = secrets.token_hex(8)
        self.run("useradd", "-m", "-b", self.folder / "homes", self.instructor, check=True)
        self.run("usermod", "-aG", f"{self.name}-instructors", self.instructor, check=True)
        self.run("chpasswd", input=f"{self.instructor}:{self.passwords[self.instructor]}\n", check=True)

    def add_learners(self, roster, **more):
        """The accounts of a class list."""
        return self.run(self.programs / "bin" / "python", DEPLOY / "add_learners.py", roster, **more)

    def servers_of(self, account):
        """What runs of the account's servers."""
        found = psutil.process_iter(["username", "cmdline"])
        return [
            each
            for each in found
            if each.info["username"] == account and "jupyterhub-singleuser" in " ".join(each.info["cmdline"])
        ]

    def take_away(self):
        """Accounts, groups and files go again."""
        for account in [*self.learners, self.instructor, self.name]:
            self.run("pkill", "-KILL", "-u", account)  # made here, so nothing else is meant
            self.run("userdel", "--force", "--remove", account)  # a process may still be ending
        for group in ("learners", "instructors"):
            self.run("groupdel", f"{self.name}-{group}")
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextlib.contextmanager
    def hub(self):
        """The Hub, as its service starts it."""
        config = self.folder / "hub" / "jupyterhub_config.py"
        config.write_text(
            TRIAL.format(
                deployed=str(self.programs / "hub" / "jupyterhub_config.py"),
                exchange_config=self.folder / "exchange-config",
                **self.ports,
            )
        )
        unit = (self.folder / "units" / "relmark-hub.service").read_text()
        start = re.search(r"^ExecStart=(.*) \S+$", unit, re.MULTILINE)[1].split()
        subprocess.run(re.search(r"^ExecStartPre=-(.*)$", unit, re.MULTILINE)[1].split())
        with open(self.folder / "hub" / "log", "wb") as log:
            process = subprocess.Popen(
                [*self.reach(), *start, str(config)],
                cwd=self.folder / "hub",
                env=os.environ | self.settings,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self.wait_until_up(process)
            yield process
        except BaseException:
            print(self.log()[-5000:])  # pytest shows it with what failed
            raise
        finally:
            started = psutil.Process(process.pid).children(recursive=True)
            process.terminate()
            try:
                process.wait(120)
            except subprocess.TimeoutExpired:
                for each in [process, *started]:  # the proxy too, which is in a group of its own
                    each.kill()

    def wait_until_up(self, process):
        """Until the Hub and the instructors' server answer through its proxy."""
        deadline = time.monotonic() + 240
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(OSError):
                for place in ("hub", "services/course"):
                    urllib.request.urlopen(f"{self.address}/{place}/api", timeout=5).read()
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
        needed = {Path(sys.base_prefix).resolve(), Path(sys.prefix).resolve()}
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


def python_beside(prefix):
    """A Python of its own that stands on the packages of this one: to install them all anew takes minutes."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", prefix], check=True)
    here = sysconfig.get_path("purelib")
    lines = [here, f"import site; site.PREFIXES.append({sys.prefix!r})"]  # as the sandbox of grading asks it
    (Path(sysconfig.get_path("purelib", vars={"base": str(prefix)})) / "here.pth").write_text(
        "\n".join(lines)
    )
    shutil.copytree(Path(sys.prefix) / "etc", prefix / "etc")
    (prefix / "share").symlink_to(Path(sys.prefix) / "share")
    for script in (Path(sys.prefix) / "bin").iterdir():
        content = script.read_bytes()
        if content.startswith(b"#!") and not (prefix / "bin" / script.name).exists():
            copy = prefix / "bin" / script.name
            copy.write_bytes(content.replace(os.fsencode(sys.prefix), os.fsencode(prefix)))
            copy.chmod(0o755)
    return prefix / "bin" / "python"


@contextlib.contextmanager
def machine():
    """A class on trial, taken away at the end."""
    # not pytest's own folder, which is closed to other accounts
    folder = Path(tempfile.mkdtemp(prefix="relmark-hub-")).resolve()
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
