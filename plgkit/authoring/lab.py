"""JupyterLab, opened on the course."""

import os
import signal
import sys
from pathlib import Path

START = "00_start_here.ipynb"


def open_lab(folder: Path, port: int, browser: bool | None, options: tuple[str, ...]) -> int:
    """Be JupyterLab in a folder of the course until it is stopped. It prints its address.

    It runs in this process: whatever ends this one leaves no JupyterLab behind, on any system.

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
    from jupyterlab.labapp import LabApp

    if browser is None:
        browser = sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY"))
    arguments = [
        f"--LabApp.default_url=/lab/tree/{START}",
        f"--ServerApp.root_dir={folder.absolute()}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
    ]
    arguments += [] if browser else ["--no-browser"]
    # In a container everybody is root, and JupyterLab would refuse to start.
    arguments += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        # A terminal that is closed ends it as SIGTERM does, its kernels first.
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    try:
        LabApp.launch_instance([*arguments, *options])
    except KeyboardInterrupt:
        return 0
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0
