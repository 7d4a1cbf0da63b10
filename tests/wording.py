"""Words that no text of the course holds."""

import re

CONTRACTION = re.compile(r"\w+n['’]t\b|\b(?:it|that|there|what|who|let|here)['’]s\b|['’](?:re|ve|ll|m|d)\b", re.I)
FILLER = re.compile(r"\b(simply|just|obviously|of course|basically|actually|TODO|lorem|placeholder)\b|—", re.I)
