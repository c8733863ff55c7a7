"""What stands on the other side of notices: a mail server with STARTTLS, and a gateway that knows messages by key."""

import json
import queue
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

USER, PASSWORD = "town", "a word for the mail server"


def certificate(folder):
    """A certificate of our own for 127.0.0.1: the files of certificate and key."""
    files = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
        + ["-addext", "subjectAltName=IP:127.0.0.1", "-out", str(files[0]), "-keyout", str(files[1])],
        check=True,
        capture_output=True,
    )
    return files


class MailServer:
    """A real SMTP server on this machine: STARTTLS (or encrypted from the first byte, `implicit`) and a password, or it
    takes nothing."""

    def __init__(self, folder, implicit=False):
        files = certificate(folder)
        self.certificate = files[0].read_text()
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*files)
        # The server sees no TLS of its own where the socket is encrypted already.
        encrypted = {"ssl_context": context, "auth_require_tls": False}
        self.letters = queue.Queue()
        with socket.socket() as free:  # the controller knocks at the port that it was given: 0 will not do
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(
            self,
            hostname="127.0.0.1",
            port=self.port,
            **(encrypted if implicit else {"tls_context": context, "require_starttls": True}),
            auth_required=True,
            authenticator=self._knows,
        )
        self.controller.start()

    @staticmethod
    def _knows(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()))

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = message_from_bytes(envelope.content, policy=policy.default)
        self.letters.put((envelope.rcpt_tos, letter))
        return "250 2.0.0 queued as 42"

    def next(self, patience=30):
        """The next letter: to whom, and the letter."""
        return self.letters.get(timeout=patience)

    def stop(self):
        self.controller.stop()


class Gateway:
    """Takes messages over HTTP, slowly, and remembers how often each key came."""

    def __init__(self, seconds=0.02):
        self.keys = Counter()
        self.arrived = threading.Condition()
        gateway = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                assert body["id"] == self.headers["Idempotency-Key"]
                with gateway.arrived:
                    gateway.keys[body["id"]] += 1
                    gateway.arrived.notify_all()
                time.sleep(seconds)
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # the other side was killed
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/send"

    def wait_for(self, count, patience=60):
        """Waits until so many different messages have come."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.keys) >= count, timeout=patience), len(self.keys)

    def stop(self):
        self.server.shutdown()
