"""`python -m plgkit.cases.generator` remakes the files of the invented cases."""

from plgkit.cases.generator import make
from plgkit.support import folders

if __name__ == "__main__":
    for path in make(folders.data()):
        print(f"{path.name}: {path.stat().st_size:,} bytes")
