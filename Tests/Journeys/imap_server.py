"""A real mailbox on this machine: dovecot with a folder of its own, on a free port, with STARTTLS (or encrypted from the
first byte, `implicit`) and a password."""

import os
import pwd
import shutil
import socket
import ssl
import subprocess
import time
from imaplib import IMAP4, IMAP4_SSL
from pathlib import Path

from receivers import PASSWORD, USER, certificate

PROGRAM = "/usr/sbin/dovecot"


class Mailbox:
    def __init__(self, folder, implicit=False):
        self.implicit = implicit
        assert os.path.exists(PROGRAM), "dovecot-imapd is missing: scripts/packages test installs it"
        self.folder = Path("/tmp") / f"sanshi-mailbox-{os.getpid()}-{id(self)}"  # a short path: it names sockets
        self.folder.mkdir(mode=0o755)
        files = certificate(folder)
        self.certificate = files[0].read_text()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        me = pwd.getpwuid(os.getuid()).pw_name
        owner = "nobody" if me == "root" else me
        group = subprocess.run(["id", "-gn", owner], capture_output=True, text=True, check=True).stdout.strip()
        inner = "dovenull" if me == "root" else me
        home = self.folder / "home"
        home.mkdir()
        shutil.chown(home, owner, group)
        passwords = self.folder / "passwords"
        passwords.write_text(f"{USER}:{{PLAIN}}{PASSWORD}:{pwd.getpwnam(owner).pw_uid}:{pwd.getpwnam(owner).pw_gid}::{home}\n")
        passwords.chmod(0o644)
        chrooted = "" if me == "root" else "chroot =\n"
        (self.folder / "dovecot.conf").write_text(
            f"""
base_dir = {self.folder}/run
state_dir = {self.folder}/state
log_path = {self.folder}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {"dovecot" if me == "root" else me}
default_login_user = {inner}
first_valid_uid = 1
mail_location = maildir:~/Maildir
ssl = required
ssl_cert = <{files[0]}
ssl_key = <{files[1]}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {passwords}
}}
userdb {{
  driver = passwd-file
  args = {passwords}
}}
service imap-login {{
  {chrooted}
  inet_listener imap {{
    port = {0 if implicit else self.port}
  }}
  inet_listener imaps {{
    port = {self.port if implicit else 0}
    ssl = yes
  }}
}}
service anvil {{
  {chrooted}
}}
"""
        )
        command = [PROGRAM, "-F", "-c", str(self.folder / "dovecot.conf")]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self._wait()

    def _wait(self, patience=20):
        end = time.monotonic() + patience
        while True:
            try:
                with self.session():
                    return
            except (OSError, IMAP4.error) as error:
                log = self.folder / "log"
                told = log.read_text()[-2000:] if log.exists() else ""
                if self.process.poll() is not None:
                    told += self.process.stderr.read()
                assert self.process.poll() is None and time.monotonic() < end, f"{error}: {told}"
                time.sleep(0.1)

    def session(self):
        context = ssl.create_default_context(cadata=self.certificate)
        if self.implicit:
            imap = IMAP4_SSL("127.0.0.1", self.port, ssl_context=context)
        else:
            imap = IMAP4("127.0.0.1", self.port)
            imap.starttls(context)
        imap.login(USER, PASSWORD)
        return imap

    def put(self, letter):
        """Lays a letter into the inbox, as the mail server of the town would."""
        with self.session() as imap:
            answer, told = imap.append("INBOX", "", None, letter if isinstance(letter, bytes) else letter.as_bytes())
            assert answer == "OK", told

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        shutil.rmtree(self.folder, ignore_errors=True)
