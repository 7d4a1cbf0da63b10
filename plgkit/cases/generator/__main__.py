from plgkit.cases.generator import make
from plgkit.support import folders

for path in make(folders.data()):
    print(f"{path.name}: {path.stat().st_size:,} bytes")
