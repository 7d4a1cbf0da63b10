"""Bundles the chart library into the package when it is built, and the cases and notebooks into a wheel.

Vega, Vega-Lite and vega-embed come out of vl-convert as one module that needs no network.
It is 0.9 MB of text, so it is stored compressed and is not committed.
"""

import gzip
from pathlib import Path

import vl_convert
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VEGA_LITE = "6.4"
SOURCE = "export default vegaEmbed;"


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        module = vl_convert.javascript_bundle(SOURCE, vl_version=VEGA_LITE)
        target = Path(self.root, "plgkit", "widgets", "static", "vega.js.gz")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(gzip.compress(module.encode(), mtime=0))
        if version == "standard":  # an editable installation finds them in the clone
            build_data["force_include"].update({"data": "plgkit/data", "notebooks": "plgkit/notebooks"})
