"""`python -m plgkit.cases` renews each file's rows, bytes and sha256 in the descriptor."""

from plgkit.cases.descriptor import DESCRIPTOR, stamp
from plgkit.support import folders

if __name__ == "__main__":
    print(f"{stamp(folders.data())} files stamped in {DESCRIPTOR}")
