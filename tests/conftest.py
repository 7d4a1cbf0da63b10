from hypothesis import settings

# A machine that is busy with something else is no reason to fail.
settings.register_profile("plgkit", deadline=None)
settings.load_profile("plgkit")
