from hypothesis import settings

from tests.a_site import built  # noqa: F401

# A machine that is busy with something else is no reason to fail.
settings.register_profile("plgkit", deadline=None)
settings.load_profile("plgkit")
