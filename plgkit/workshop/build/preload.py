"""What each worker would import and make for its first piece; imported in the process that workers are forked from.

No picture is drawn here: the drawing library has threads, which do not survive a fork.
"""

import nbformat
import papermill  # noqa: F401

from plgkit.course.catalogue import every_material
from plgkit.pages import page
from plgkit.workshop.build import pieces  # noqa: F401

every_material()
page.page(nbformat.v4.new_notebook(), "")
