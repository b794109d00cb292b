"""IPython's own kernel with a warm start: forked from a process that has imported what notebooks import.

Plain nbgrader spends most of its time on starting kernels and on imports. Here ``python3`` names a kernel of
two halves: nbgrader starts a small process, which has another forked from the warm one, hands its signals on,
and ends as that one ends. Everything else is nbgrader and ipykernel as they are.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__)


@contextmanager
def warm_kernels(folder, chapter):
    """Give the environment in which ``python3`` is a kernel with a warm start."""
    address = folder / "warm"
    spec = folder / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = [sys.executable, "-S", "-E", str(HERE), "ask", str(address), "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": argv, "display_name": "Python 3, warm", "language": "python"}))
    command = [sys.executable, str(HERE), "warm", str(address), chapter]
    warm = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert warm.stdout.readline() == b"ready\n"
        yield {"JUPYTER_PATH": os.pathsep.join(filter(None, [str(folder), os.environ.get("JUPYTER_PATH")]))}
    finally:
        warm.communicate()


def be_warm(address, chapter):
    """Import, then fork a kernel for everybody who asks, until standard input ends."""
    sys.path[0] = str(HERE.parents[2])
    import ipykernel.kernelapp  # noqa: F401
    import statsmodels.api  # noqa: F401

    from relmark_helpers.classroom.grade.kernel.child import preload

    preload(chapter, judging=True)
    preload(chapter, judging=False)
    del sys.modules["matplotlib_inline.backend_inline"]  # which draws in the shell that it was imported in
    del sys.path[0]
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen()
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the keepers of kernels
        print("ready", flush=True)
        while sys.stdin not in select.select([sys.stdin, listener], [], [])[0]:
            asking, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                keep(asking)
            asking.close()


def keep(asking):
    """Fork a kernel, hand signals on to it, and tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    wish = json.loads(asking.makefile().readline())
    kernel = os.fork()
    if kernel == 0:
        asking.close()
        begin(wish)

    def hand_on():
        with suppress(ProcessLookupError):
            while number := asking.recv(1):
                os.kill(kernel, number[0])
            os.kill(kernel, signal.SIGKILL)  # who asked is dead, killed perhaps

    threading.Thread(target=hand_on, daemon=True).start()
    _, status = os.waitpid(kernel, 0)
    asking.sendall(bytes([abs(os.waitstatus_to_exitcode(status))]))
    os._exit(0)


def begin(wish):
    from ipykernel.kernelapp import IPKernelApp

    try:
        os.setsid()
        os.chdir(wish["folder"])
        os.environ.clear()
        os.environ.update(wish["environment"])
        sys.path[:0] = [each for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each]
        sys.argv[:] = ["ipykernel_launcher", *wish["options"]]
        IPKernelApp.launch_instance()
    finally:
        os._exit(0)


def ask(address, *options):
    """Ask for a kernel, and live and die with it."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(address)
        wish = {"options": options, "folder": str(Path.cwd()), "environment": dict(os.environ)}
        asked.sendall(json.dumps(wish).encode() + b"\n")
        for each in signal.SIGINT, signal.SIGTERM:
            signal.signal(each, lambda number, _: asked.sendall(bytes([number])))
        told = asked.recv(1)
    os._exit(told[0] if told else 1)


if __name__ == "__main__":
    {"ask": ask, "warm": be_warm}[sys.argv[1]](*sys.argv[2:])
