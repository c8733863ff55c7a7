"""Django-helpdesk as the peer of orders: its settings, its filling in bulk, its server. Run with the Python of its own venv."""
import os
import random
import sys
from datetime import timedelta

import django
from django.conf import settings

FOLDER = os.environ["HELPDESK_FOLDER"]
settings.configure(
    SECRET_KEY="bench", DEBUG=False, ALLOWED_HOSTS=["*"], ROOT_URLCONF="orders_helpdesk", USE_TZ=True, SITE_ID=1,
    DATABASES={"default": {
        "ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER}/helpdesk.sqlite", "CONN_MAX_AGE": None,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL"}}},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites",
        "django.contrib.admin", "django.contrib.messages", "django.contrib.humanize", "django.contrib.staticfiles",
        "rest_framework", "helpdesk"],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware"],
    TEMPLATES=[{
        "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
        "OPTIONS": {"context_processors": [
            "django.contrib.auth.context_processors.auth", "django.template.context_processors.request",
            "django.contrib.messages.context_processors.messages"]}}],
    STATIC_URL="/static/", MEDIA_ROOT=f"{FOLDER}/media", MEDIA_URL="/media/", DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend", HELPDESK_TEAMS_MODE_ENABLED=False,
    LOGGING_CONFIG=None, LOGIN_URL="/login/")
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import include, path  # noqa: E402

urlpatterns = [path("", include("helpdesk.urls"))]
application = get_wsgi_application()


def fill(count):
    """A queue with open tickets, each with a follow-up, and a signed-in member of its staff; prints the cookies."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command
    from django.utils import timezone
    from helpdesk.models import FollowUp, Queue, Ticket
    call_command("migrate", verbosity=0)
    staff = get_user_model().objects.create_superuser("officer", "officer@example.org", "x")
    get_user_model().objects.create_superuser("other", "other@example.org", "x")
    queues = [Queue.objects.create(title=f"Office {n}", slug=f"office-{n}", allow_public_submission=True) for n in range(8)]
    chance, now = random.Random(20261128), timezone.now()
    for begin in range(0, count, 5000):
        tickets = [
            Ticket(
                title=f"三组路灯不亮，第{n}处", description="晚上看不见路，老人走路不方便。" * 4, queue=queues[n % 8], created=now,
                status=Ticket.OPEN_STATUS if n % 10 < 8 else Ticket.REOPENED_STATUS, priority=3, assigned_to=staff, secret_key="s", submitter_email=f"{n}@example.org",
                due_date=now + timedelta(minutes=chance.randrange(-5 * 1440, 30 * 1440)))
            for n in range(begin, min(count, begin + 5000))]
        made = Ticket.objects.bulk_create(tickets)
        FollowUp.objects.bulk_create([FollowUp(ticket=one, date=now, title="Handed over", comment="", public=True, user=staff) for one in made])
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(staff.pk), "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = staff.get_session_auth_hash()
    session.save()
    print(session.session_key)


if __name__ == "__main__":
    fill(int(sys.argv[1]))
