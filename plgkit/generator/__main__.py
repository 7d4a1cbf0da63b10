from plgkit import folders
from plgkit.generator import make

for path in make(folders.data()):
    print(f"{path.name}: {path.stat().st_size:,} bytes")
