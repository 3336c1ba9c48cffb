"""Django's settings of the demo: AgentPay and the sandbox shop in one small project, on loopback only.

PORT          where it serves (8000)
PUBLIC_URL    its address for browsers and webhooks (http://127.0.0.1:PORT)
DEMO_DIR      where it keeps its data (build/demo)
DEMO_PIX      who takes PIX in reais: asaas, pix (a bank) or stripe (the first whose look-alike there is)
DEMO_ASSISTANT   who answers what the rules do not understand: scripted (our look-alike of a model), claude, or openai
              (also for any server that speaks OpenAI's API); none: the chat answers by its rules
DEMO_ASSISTANT_KEY, DEMO_ASSISTANT_MODEL, DEMO_ASSISTANT_BASE, DEMO_ASSISTANT_SECONDS   its key, the model's name, the
              server's address, and for how long it is asked at most (20)
DATABASE_URL, REDIS_URL   both given: PostgreSQL, and Redis with Celery workers, instead of one process
DEMO_DIE_AT   a folder: whoever reaches a checkpoint that a file in it is named after is killed there
DEMO_SHOP     where the shop keeps what happens in it: database, or memory (faster; of one process, until it ends)
DEMO_CLOCK    a file with the seconds that its clock is ahead of the wall's (none: the wall's clock)
"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from agentpay_plugin.demo import assistant, databases

HOST = "127.0.0.1"
PORT = int(os.environ.get("PORT") or 8000)
PUBLIC_URL = (os.environ.get("PUBLIC_URL") or f"http://{HOST}:{PORT}").rstrip("/")
DEMO_DIR = Path(os.environ.get("DEMO_DIR") or "build/demo").absolute()
REDIS_URL = os.environ.get("REDIS_URL", "")
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DIE_AT = Path(os.environ["DEMO_DIE_AT"]) if os.environ.get("DEMO_DIE_AT") else None
CLOCK_FILE = Path(os.environ["DEMO_CLOCK"]) if os.environ.get("DEMO_CLOCK") else None
SHOP_IN_MEMORY = os.environ.get("DEMO_SHOP") == "memory"
# Workers of their own, as a shop has; else everything is in one process.
HAS_WORKERS = bool(REDIS_URL and DATABASE_URL)
_HERE = f"http://{HOST}:{PORT}"
STRIPE_API_BASE = os.environ.get("AGENTPAY_STRIPE_API_BASE") or (
    "http://127.0.0.1:12111" if HAS_WORKERS else f"{_HERE}/stripe"
)
CLAUDE_API_BASE = os.environ.get("AGENTPAY_CLAUDE_API_BASE", "")
# With workers these two are there only where their addresses are given.
ASAAS_API_BASE = os.environ.get("AGENTPAY_ASAAS_API_BASE") or (
    "" if HAS_WORKERS else f"{_HERE}/asaas"
)
PIX_API_BASE = os.environ.get("AGENTPAY_PIX_API_BASE") or ("" if HAS_WORKERS else f"{_HERE}/pix")
_PIX_TAKERS = {"asaas": ASAAS_API_BASE, "pix": PIX_API_BASE, "stripe": STRIPE_API_BASE}
PIX_PROVIDERS = tuple(name for name, base in _PIX_TAKERS.items() if base)
PIX_PROVIDER = os.environ.get("DEMO_PIX") or PIX_PROVIDERS[0]
if PIX_PROVIDER not in PIX_PROVIDERS:
    raise SystemExit(
        f"DEMO_PIX={PIX_PROVIDER} is none of those whose look-alikes there are:"
        f" {', '.join(PIX_PROVIDERS)}. docs/demo.md says how to start the others."
    )
# Where browsers find the phones that PIX codes are paid with; Stripe's PIX is paid on its own page.
PHONES = {
    name: f"{_PIX_TAKERS[name].replace(_HERE, PUBLIC_URL)}/phone"
    for name in PIX_PROVIDERS
    if name != "stripe"
}

# The look-alike of a model that answers in this very process, unless there are workers.
IS_SCRIPTED = os.environ.get(assistant.WHO, "").strip().lower() == assistant.SCRIPTED
try:
    ASSISTANT = assistant.merchant_values(
        os.environ, "http://127.0.0.1:12115/v1" if HAS_WORKERS else f"{_HERE}/openai/v1"
    )
except ValueError as problem:
    raise SystemExit(f"{problem} See docs/demo.md.") from None

SECRET_KEY = "the demo keeps no secret"  # noqa: S105
ALLOWED_HOSTS = ["127.0.0.1", "localhost", urlsplit(PUBLIC_URL).hostname or HOST]
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("pt-br", "Português"), ("es", "Español")]
INSTALLED_APPS = ["agentpay_plugin", "agentpay_plugin.shop.sandbox", "agentpay_plugin.demo"]
MIDDLEWARE = [
    "django.middleware.common.CommonMiddleware",
    "agentpay_plugin.demo.pages.guarded",
]
ROOT_URLCONF = "agentpay_plugin.demo.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["agentpay_plugin.demo.pages.common"]},
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": databases.postgresql(DATABASE_URL)
    if HAS_WORKERS
    else databases.sqlite(DEMO_DIR / "demo.sqlite3")
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A page that is not there is the visitor's affair.
    "loggers": {"django.request": {"level": "ERROR"}},
}
