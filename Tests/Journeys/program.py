"""The program under test: its commands and its server."""

import os
import queue
import re
import shutil
import subprocess
import threading
from pathlib import Path

PROGRAM = os.environ.get("SANSHI_PROGRAM", "")
PUBLIC = "http://sanshi.example"  # the address by which people reach a server, where it matters
PATIENCE = 60  # seconds until the server must have said where it listens


def run(*arguments):
    """Runs a command of the program to its end; what it printed."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Demonstration:
    """A data folder with the demonstration county, and the password of all its accounts."""

    def __init__(self, folder):
        self.folder = Path(folder)
        printed = run("demo", "--data", self.folder)
        found = re.search(r"password for all: (\S+)\)", printed)
        assert found, printed
        self.password = found[1]

    def copy(self, folder):
        return Path(shutil.copytree(self.folder, folder))


class Server:
    """A running server on a free port. `printed` holds the lines it wrote before its address; more variables of its
    environment may be given."""

    def __init__(self, folder, **environment):
        self.folder = folder
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--data", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.printed = []
        self.address = self._listening()

    def _read(self):
        for line in self.process.stderr:
            self.lines.put(line)
        self.lines.put(None)

    def _listening(self):
        while True:
            line = self.lines.get(timeout=PATIENCE)
            assert line is not None, "The server ended: " + "".join(self.printed)
            found = re.search(r"http://[\w.:\[\]]+:\d+", line)
            if found and "三事通" in line:
                return found[0]
            self.printed.append(line)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
