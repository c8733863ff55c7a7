"""The peers of orders, each with as many open tickets: django-helpdesk from PyPI, Request Tracker 5 from Debian."""
import base64
import json
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from common import ROOT, STORE, end

HERE = Path(__file__).resolve().parent
VENV = ROOT / ".build-peers" / "helpdesk"
WORKERS = "2"  # as many as the machine has cores
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


class Peer:
    """Fills its own database in a folder, serves it until the `with` ends."""

    name, missing = "", ""

    def __init__(self, tickets):
        self.tickets = tickets

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="bench-", dir=STORE))
        begin = time.time()
        self.fill()
        print(f"  filled {self.name} in {time.time() - begin:.0f} s", flush=True)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.log = (self.folder / "log").open("w")
        command, environment = self.command(port)
        self.process = subprocess.Popen(command, cwd=HERE, env={**os.environ, **environment}, stdout=self.log, stderr=self.log)
        self.pid = self.process.pid
        for _ in range(600):
            try:
                urllib.request.urlopen(self.url + "/", timeout=60)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit((self.folder / "log").read_text())
                time.sleep(0.1)
        return self

    def __exit__(self, *_):
        end(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)

    def numbers(self):
        """The tickets in parts that no two kinds of work share."""
        mixed = list(range(100, self.tickets))
        random.Random(1).shuffle(mixed)
        third = len(mixed) // 3
        return mixed[:third], mixed[third:2 * third], mixed[2 * third:]


class Helpdesk(Peer):
    name = "django-helpdesk 2.6.1"

    def __init__(self, tickets):
        super().__init__(tickets)
        if not (VENV / "bin" / "gunicorn").exists():
            made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
            if not made.returncode:
                made = subprocess.run(
                    [str(VENV / "bin/pip"), "install", "-q", "django-helpdesk==2.6.1", "gunicorn"], capture_output=True, text=True)
            if made.returncode:
                self.missing = made.stderr.strip().splitlines()[-1]

    def fill(self):
        out = subprocess.run(
            [str(VENV / "bin/python"), "orders_helpdesk.py", str(self.tickets)], cwd=HERE, check=True, capture_output=True, text=True,
            env={**os.environ, "HELPDESK_FOLDER": str(self.folder)}).stdout
        self.session = out.split()[-1]

    def command(self, port):
        return (
            [str(VENV / "bin/gunicorn"), "-w", WORKERS, "-b", f"127.0.0.1:{port}", "--timeout", "120", "orders_helpdesk:application"],
            {"HELPDESK_FOLDER": str(self.folder)})

    def loads(self):
        token = "a" * 32
        headers = {"Cookie": f"sessionid={self.session};csrftoken={token}", "X-CSRFToken": token}
        reassigned, replied, merged = self.numbers()
        new = json.dumps({
            "queue": 1, "title": "三组路灯不亮", "description": "晚上看不见路，老人走路不方便。" * 4, "priority": 3,
            "submitter_email": "someone@example.org", "due_date": "2026-12-20T10:00:00Z"})
        update = "comment=x&queue=2&public=1&new_status=1&priority=3&title=T&owner=2&due_date="

        def reply(ticket):
            return json.dumps({"ticket": ticket, "title": "答复", "comment": "今天上午修好，现在恢复正常。", "public": True, "new_status": 3, "user": 1})

        def page(statuses):
            query = base64.b64encode(json.dumps({"filtering": {"status__in": statuses}, "sorting": "due_date"}).encode()).decode()
            return f"/datatables_ticket_list/{query}?length=50&start=0&draw=1&order%5B0%5D%5Bcolumn%5D=6&order%5B0%5D%5Bdir%5D=asc"

        # It merges within one queue; every eighth ticket is in the same.
        merged = sorted(merged, key=lambda one: one % 8)

        def merge(kept, other):
            fields = ["title", "description", "created", "due_date", "status", "submitter_email", "queue", "assigned_to", "resolution", "priority"]
            return f"/tickets/merge?tickets={kept}&tickets={other}", "&".join([f"chosen_ticket={kept}", *[f"{one}={kept}" for one in fields]])

        return {
            "hand over": ([("POST", "/api/tickets/", new)] * 20000, headers, JSON),
            "reassign": ([("POST", f"/tickets/{one}/update/", update) for one in reassigned], headers, FORM),
            "reply": ([("POST", "/api/followups/", reply(one)) for one in replied], headers, JSON),
            "list by state": ([("GET", page([1]), "")], headers, FORM),
            # It cannot be asked for what is overdue: the open ones by their due date begin with it.
            "overdue list": ([("GET", page([1, 2]), "")], headers, FORM),
            "merge two": ([("POST", *merge(kept, other)) for kept, other in zip(merged[::2], merged[1::2])], headers, FORM),
        }


class RequestTracker(Peer):
    name = "Request Tracker 5"
    programs = Path("/usr/share/request-tracker5/libexec/rt-server")
    empty = Path("/var/lib/dbconfig-common/sqlite3/request-tracker5/rtdb")

    def __init__(self, tickets):
        super().__init__(tickets)
        if not (self.programs.exists() and self.empty.exists() and shutil.which("starman")):
            self.missing = "apt-get install --no-install-recommends request-tracker5 rt5-db-sqlite rt5-standalone starman"

    @property
    def environment(self):
        return {"RT_SITE_CONFIG": str(self.folder / "RT_SiteConfig.pm"), "RT_SITE_CONFIG_DIR": str(self.folder / "none")}

    def fill(self):
        (self.folder / "none").mkdir()
        (self.folder / "RT_SiteConfig.pm").write_text(
            f"Set($rtname, 'bench'); Set($DatabaseType, 'SQLite'); Set($DatabaseName, '{self.folder}/rtdb');\n"
            "Set($MailCommand, 'testfile'); Set($LogToSyslog, undef); Set($LogToSTDERR, 'error');\n1;\n")
        shutil.copy(self.empty, self.folder / "rtdb")
        script = (
            "RT::LoadConfig(); RT::Init(); my $u = RT::User->new(RT->SystemUser); $u->Load('root');"
            "my $q = RT::Queue->new(RT->SystemUser); $q->Create(Name => 'Other');"
            "my $t = RT::AuthToken->new(RT->SystemUser); my ($ok, $words, $token) = $t->Create(Owner => $u->id, Description => 'bench');"
            "print $u->id, ' ', $token, \"\\n\";")
        out = subprocess.run(
            ["perl", "-I/usr/share/request-tracker5/lib", "-MRT", "-MRT::AuthToken", "-e", script], check=True, capture_output=True,
            text=True, env={**os.environ, **self.environment}).stdout
        root, self.token = out.split()[-2:]
        self.fill_rows(int(root))

    def fill_rows(self, root):
        """Tickets with what Request Tracker writes for one: the groups of its roles with their members, its first transaction."""
        database = sqlite3.connect(self.folder / "rtdb")
        nobody = database.execute("SELECT id FROM Users WHERE Name = 'Nobody'").fetchone()[0]
        first = database.execute("SELECT MAX(id) FROM Principals").fetchone()[0] + 1
        cached = database.execute("SELECT MAX(id) FROM CachedGroupMembers").fetchone()[0] + 1
        at = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime())
        chance = random.Random(20261128)
        epoch = "1970-01-01 00:00:00"

        def due():
            return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(time.time() + chance.randrange(-5 * 86400, 30 * 86400)))

        count = range(1, self.tickets + 1)
        roles = ["AdminCc", "Cc", "Owner", "Requestor"]
        groups = [(first + 4 * (n - 1) + place, role, n) for n in count for place, role in enumerate(roles)]
        owners = [group for group, role, _ in groups if role == "Owner"]
        fill = database.executemany
        fill(
            "INSERT INTO Tickets (id, EffectiveId, Queue, Type, Owner, Subject, Status, Starts, Started, Due, Resolved, LastUpdatedBy, LastUpdated, Creator, Created)"
            f" VALUES (?, ?, 1, 'ticket', {nobody}, ?, ?, '{epoch}', '{epoch}', ?, '{epoch}', {root}, '{at}', {root}, '{at}')",
            ((n, n, f"三组路灯不亮，第{n}处", "open" if n % 10 < 8 else "new", due()) for n in count))
        fill("INSERT INTO Principals (id, PrincipalType, Disabled) VALUES (?, 'Group', 0)", ((one[0],) for one in groups))
        fill(
            f"INSERT INTO Groups (id, Name, Domain, Instance, Creator, Created, LastUpdatedBy, LastUpdated) VALUES (?, ?, 'RT::Ticket-Role', ?, {root}, '{at}', {root}, '{at}')",
            groups)
        fill(f"INSERT INTO GroupMembers (GroupId, MemberId, Creator, Created, LastUpdatedBy, LastUpdated) VALUES (?, {nobody}, {root}, '{at}', {root}, '{at}')", ((one,) for one in owners))
        members = [(group, group) for group, _, _ in groups] + [(group, nobody) for group in owners]
        fill(
            "INSERT INTO CachedGroupMembers (id, GroupId, MemberId, Via, ImmediateParentId, Disabled) VALUES (?, ?, ?, ?, ?, 0)",
            ((cached + n, group, member, cached + n, group) for n, (group, member) in enumerate(members)))
        fill(f"INSERT INTO Transactions (ObjectType, ObjectId, TimeTaken, Type, Creator, Created) VALUES ('RT::Ticket', ?, 0, 'Create', {root}, '{at}')", ((n,) for n in count))
        database.commit()
        database.execute("ANALYZE")
        database.execute("PRAGMA journal_mode = WAL")
        database.close()

    def command(self, port):
        return ["starman", "--preload-app", "--disable-keepalive", "--workers", WORKERS, "--listen", f"127.0.0.1:{port}", str(self.programs)], self.environment

    def loads(self):
        headers = {"Authorization": f"token {self.token}"}
        reassigned, replied, merged = self.numbers()
        base = "/REST/2.0"
        new = json.dumps({"Queue": "General", "Subject": "三组路灯不亮", "Content": "晚上看不见路，老人走路不方便。" * 4, "Due": "2026-12-20 10:00:00"})
        reply = json.dumps({"ContentType": "text/plain", "Content": "今天上午修好，现在恢复正常。"})

        def page(query):
            return f"{base}/tickets?query={quote(query)}&orderby=Due&order=ASC&per_page=50&fields=Subject,Status,Due,Owner,Queue"

        return {
            "hand over": ([("POST", f"{base}/ticket", new)] * 20000, headers, JSON),
            "reassign": ([("PUT", f"{base}/ticket/{one}", '{"Queue":"Other","Owner":"root"}') for one in reassigned], headers, JSON),
            "reply": ([("POST", f"{base}/ticket/{one}/correspond", reply) for one in replied], headers, JSON),
            "list by state": ([("GET", page("Status = 'open'"), "")], headers, JSON),
            "overdue list": ([("GET", page("Due < 'now' AND Status = '__Active__'"), "")], headers, JSON),
            "merge two": ([("PUT", f"{base}/ticket/{other}", json.dumps({"MergeInto": kept})) for kept, other in zip(merged[::2], merged[1::2])], headers, JSON),
        }
