"""JupyterLab, opened on the course."""

import os
import subprocess
import sys
from pathlib import Path

START = "00_start_here.ipynb"


def open_lab(folder: Path, port: int, browser: bool | None, options: tuple[str, ...]) -> int:
    """Run JupyterLab in a folder of the course until it is stopped. It prints its address.

    Parameters
    ----------
    folder : Path
        Where the notebooks lie.
    port : int
        The first port to try; where it is taken, the next ones are tried.
    browser : bool or None
        Whether to open a browser; None where there is a screen.
    options : tuple of str
        What else JupyterLab is handed.

    Returns
    -------
    int
        JupyterLab's exit code; 0 where it was interrupted.
    """
    if browser is None:
        browser = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY"))
    command = [sys.executable, "-m", "jupyter", "lab", f"--LabApp.default_url=/lab/tree/{START}"]
    command += [
        f"--ServerApp.root_dir={folder.absolute()}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
    ]
    command += [] if browser else ["--no-browser"]
    # In a container everybody is root, and JupyterLab would refuse to start.
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    try:
        return subprocess.run([*command, *options], check=False).returncode
    except KeyboardInterrupt:
        return 0
