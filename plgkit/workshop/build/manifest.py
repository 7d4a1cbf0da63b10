"""What a folder of handouts holds: every piece with its inputs and hashes, kept so that a build can go on.

`manifest.json` is written when a build begins and when it ends. In between, each finished piece is a line of
a second file: a build that is cut off, for whatever reason, loses nothing that was finished.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plgkit.support import outputs
from plgkit.support.errors import Refused, reason
from plgkit.support.files import sha256, write
from plgkit.support.outputs import MANIFEST

PROGRESS = "manifest.progress.jsonl"
MADE_BY = "plgkit build"


@dataclass(frozen=True)
class Record:
    """Something finished. Its fields are keys of the manifest.

    Attributes
    ----------
    name : str
    inputs : str
        A hash of all that it was made from.
    files : dict
        The SHA-256 of each of its files, by file name.
    seconds : float
        How long it took.
    about : dict
        Of a piece: whose it is, of which lesson, with which parameters.
    """

    name: str
    inputs: str
    files: dict[str, str]
    seconds: float
    about: dict[str, Any]


class Manifest:
    """The manifest of a folder.

    Parameters
    ----------
    folder : Path
        It need not exist.

    Raises
    ------
    Refused
        The folder holds files and no manifest of ours, or cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records: dict[str, Record] = {}
        self._files: set[str] = set()
        content = outputs.manifest(folder, MADE_BY)
        if content is not None:
            self._read(content)

    def holds(self, name: str, inputs: str) -> bool:
        """Whether something is finished, was made from these inputs, and is still as it was written.

        Parameters
        ----------
        name : str
        inputs : str
            A hash, as in its record.

        Returns
        -------
        bool
        """
        record = self._records.get(name)
        if record is None or record.inputs != inputs:
            return False
        return all(self._unchanged(file, digest) for file, digest in record.files.items())

    def paths(self, name: str) -> tuple[Path, ...]:
        """The files of what is finished."""
        return tuple(self.folder / file for file in self._records[name].files)

    def check(self, files: Iterable[str]) -> None:
        """Check that what stands where files are to be written is of an earlier build.

        Parameters
        ----------
        files : iterable of str

        Raises
        ------
        Refused
            One that this folder's builds did not write is in the way.
        """
        outputs.check_in_the_way(self.folder, files, self._files | {MANIFEST, PROGRESS}, MADE_BY)

    def begin(self, files: Iterable[str], **about: Any) -> None:
        """Take the folder: clear away what was half written, write which files will be, and what is known."""
        outputs.clear(self.folder)
        # Said before the first is written: a build that is killed between a file and its record goes on.
        self._files |= set(files)
        self.end(**about)

    def add(self, record: Record) -> None:
        """Note something finished, so that it outlasts whatever comes.

        Parameters
        ----------
        record : Record

        Raises
        ------
        Refused
            It cannot be written.
        """
        try:
            with open(self.folder / PROGRESS, "a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(record), ensure_ascii=False, default=str) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Refused(f"{self.folder / PROGRESS}: not written, {reason(error)}") from None
        self._records[record.name] = record

    def end(self, **about: Any) -> None:
        """Write it whole: `about` the build, then everything that is finished."""
        records = [asdict(self._records[name]) for name in sorted(self._records)]
        content = {"made_by": MADE_BY, **about, "files": sorted(self._files), "finished": records}
        write(self.folder / MANIFEST, json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n")
        (self.folder / PROGRESS).unlink(missing_ok=True)

    def _read(self, content: dict[str, Any]) -> None:
        try:
            records = [Record(**record) for record in content["finished"]]
            self._files |= {str(file) for file in content.get("files", [])}
        except (KeyError, TypeError):
            advice = f"choose a new or empty folder, or one that {MADE_BY} made"
            raise Refused(f"{self.folder}: holds a {MANIFEST} that is not of {MADE_BY}; {advice}") from None
        progress = self.folder / PROGRESS
        for line in progress.read_bytes().split(b"\n") if progress.exists() else []:
            try:
                records.append(Record(**json.loads(line)))
            except (ValueError, TypeError):
                continue  # torn when a build was cut off: that piece is made again
        self._records = {record.name: record for record in records}
        # Release 0.1.0 listed files in their records alone.
        self._files |= {file for record in records for file in record.files}

    def _unchanged(self, file: str, digest: str) -> bool:
        try:
            return Path(file).name == file and sha256((self.folder / file).read_bytes()) == digest
        except OSError:
            return False
