"""How HSCMS is set up. What differs between machines comes from the environment: see docs/settings.md."""

from pathlib import Path

from hscms import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# ── What the environment says ────────────────────────────────────────────────────────────────────────────

DEBUG = environment.switch("DEBUG", default=True)  # on, so that the demo runs without any setting
SECRET_KEY = environment.secret_key("SECRET_KEY", debug=DEBUG)
ALLOWED_HOSTS = environment.allowed_hosts("ALLOWED_HOSTS", debug=DEBUG)
CSRF_TRUSTED_ORIGINS = environment.origins("CSRF_TRUSTED_ORIGINS")
TLS = environment.switch("TLS", default=not DEBUG)
BEHIND_PROXY = environment.switch("BEHIND_PROXY", default=False)

DATABASES = {"default": environment.database("DATABASE_URL", BASE_DIR / "db.sqlite3")}
CACHES = {"default": environment.cache("CACHE_URL")}
TIME_ZONE = environment.time_zone("TIME_ZONE", "Asia/Shanghai")
SITE_NAME = environment.text("SITE_NAME", "望川日报")  # the paper's name as readers see it
REVIEW_STAGES = environment.whole_number(
    "REVIEW_STAGES", 3, among=range(1, 4)
)  # signatures before publication

MEDIA_ROOT = environment.folder("MEDIA_ROOT", BASE_DIR / "media")
STATIC_ROOT = environment.folder("STATIC_ROOT", BASE_DIR / "staticfiles")
if MEDIA_ROOT.is_relative_to(STATIC_ROOT):
    environment.refuse("MEDIA_ROOT", "lies in STATIC_ROOT, whose files anybody may read.")

# Two lines of a phone's screen, and half as long again as all but seven of a hundred printed headlines.
HEADLINE_LIMIT = environment.whole_number("HEADLINE_LIMIT", 36)  # in Chinese characters

# ── How it is put together ───────────────────────────────────────────────────────────────────────────────

ROOT_URLCONF = "hscms.urls"
WSGI_APPLICATION = "hscms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "articles.apps.ArticlesConfig",  # before the admin, so that its templates win
    "articles.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "simple_history",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # outermost, so that redirects and errors carry the policy too
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hscms.middleware.LanguageMiddleware",
    "hscms.middleware.TextMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.reader.context_processors.interface",
            ],
        },
    },
]

# Hand edits are undone by editing again, so that every change has its own line in the history.
SIMPLE_HISTORY_REVERT_DISABLED = True

# ── Files ────────────────────────────────────────────────────────────────────────────────────────────────

# MEDIA_URL stays unset and unrouted: an upload is served only by a view that asks whether readers may see it.
STATIC_URL = "static/"
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if DEBUG
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # a pasted page; files are not counted here
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # a page with all its articles in one form
DATA_UPLOAD_MAX_NUMBER_FILES = 200
FILE_UPLOAD_PERMISSIONS = 0o644

# ── Languages and times ──────────────────────────────────────────────────────────────────────────────────

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "articles" / "locale"]
USE_I18N = True
USE_TZ = True

# ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────────

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# ── What a browser is told ───────────────────────────────────────────────────────────────────────────────

# The same for readers and editors: no inline script or style anywhere. With DEBUG, django-csp leaves 404 and
# 500 alone: Django's debug pages.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "media-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = TLS

SECURE_SSL_REDIRECT = TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # a probe speaks plain HTTP from the same machine
SECURE_HSTS_SECONDS = environment.whole_number("HSTS_SECONDS", 365 * 24 * 3600) if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Preloading into browsers cannot be undone for years and concerns the whole domain: not ours to ask for.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ── The log goes to stderr ───────────────────────────────────────────────────────────────────────────────

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "articles": {"level": "INFO"},
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
