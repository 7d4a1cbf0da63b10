"""Opening JupyterLab on the course."""

import os
import subprocess
import sys

from plgkit.support import folders

START = "00_start_here.ipynb"


def open_lab(port: int, browser: bool | None, more: tuple[str, ...]) -> int:
    """Run JupyterLab in the notebooks' folder until it is stopped; its exit code.

    JupyterLab prints its address. A port that is taken makes it try the next ones.
    """
    if browser is None:
        browser = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY"))
    command = [sys.executable, "-m", "jupyter", "lab", f"--LabApp.default_url=/lab/tree/{START}"]
    command += [
        f"--ServerApp.root_dir={folders.notebooks()}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
    ]
    command += [] if browser else ["--no-browser"]
    # In a container everybody is root, and JupyterLab would refuse to start.
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    try:
        return subprocess.run([*command, *more], check=False).returncode
    except KeyboardInterrupt:
        return 0
