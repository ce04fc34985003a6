"""Settings for the tests: the owner's login makes and empties tables, every test itself runs as the app.

Without NABIJ_OWNER_URL the embedded server starts in a folder for tests; pytest-django reads settings before conftest.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from nabij.embedded import server
from nabij.embedded.folder import folder_at

if not os.environ.get("NABIJ_DATABASE_URL"):
    # One folder a checkout, so that two checkouts never share a test database.
    here = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    os.environ.setdefault("NABIJ_DATA_DIR", str(Path(tempfile.gettempdir()) / f"nabij-tests-{os.getuid()}-{here}"))
os.environ.setdefault("NABIJ_SECRET_KEY", "only for tests, and longer than fifty characters, to be sure")

from nabij.cli import ground

EMBEDDED = not os.environ.get("NABIJ_DATABASE_URL")
ground.prepare(login="owner")
if EMBEDDED:
    # What tests write need not outlive a power cut: the server of the tests waits for no disk.
    with server.connect(folder_at(Path(os.environ["NABIJ_DATA_DIR"])), database="postgres") as postgres:
        for waits in ("fsync", "full_page_writes", "synchronous_commit"):
            postgres.execute(f"alter system set {waits} = off")
        postgres.execute("select pg_reload_conf()")

from nabij.settings import *  # noqa: E402, F403
from nabij.settings import DATA_DIR, STORAGES  # noqa: E402

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MEDIA_ROOT = DATA_DIR / "media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
QUIET_HOURS = None  # Tests run at any hour; those of the night say so.
