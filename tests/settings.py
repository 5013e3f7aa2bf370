"""The settings that tests run with: the project's own, untouched by what the developer has set or stored.

TEST_DATABASE_URL chooses the database server; without it, SQLite in memory.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for name in ("SECRET_KEY", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "TLS", "BEHIND_PROXY", "HSTS_SECONDS"):
    os.environ.pop(name, None)
for name in ("CACHE_URL", "TIME_ZONE", "SITE_NAME", "HEADLINE_LIMIT"):
    os.environ.pop(name, None)

SCRATCH = Path(tempfile.mkdtemp(prefix="hscms-tests-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)
for name in ("media", "static"):
    (SCRATCH / name).mkdir()

os.environ |= {
    "DEBUG": "1",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL") or "sqlite://:memory:",
    "MEDIA_ROOT": str(SCRATCH / "media"),
    "STATIC_ROOT": str(SCRATCH / "static"),
}

from hscms.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # quick; tests make many accounts
