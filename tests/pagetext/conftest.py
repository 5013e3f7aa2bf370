"""How hard the property tests try: HYPOTHESIS_PROFILE=long before a release, beside `make pages`."""

import os

from hypothesis import HealthCheck, settings

EVERYWHERE = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
}
settings.register_profile("usual", max_examples=60, **EVERYWHERE)
settings.register_profile("long", max_examples=2_000, **EVERYWHERE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
