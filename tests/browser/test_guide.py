"""The facilitator's guide and the index on a phone and on paper."""

import pytest

from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import index_page
from plgkit.workshop.plan.plan import Plan

pytestmark = pytest.mark.browser
PLAN = Plan(title="<script>alert(1)</script>", lessons=["saying-no", "funnel"], teams=["Ada", "Grace"])


@pytest.mark.parametrize(
    ("made", "pages"), [(facilitator_guide, 3), (lambda plan: index_page(plan, []), 1)], ids=["guide", "index"]
)
def test_it_fits_a_phone_and_prints(watched, tmp_path, made, pages):
    (tmp_path / "page.html").write_text(made(PLAN), "utf-8")
    watched.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    watched.page.set_viewport_size({"width": 375, "height": 800})
    watched.page.goto((tmp_path / "page.html").as_uri())
    assert watched.page.evaluate("document.documentElement.scrollWidth") == 375
    assert watched.page.locator("h1").inner_text() == PLAN.title
    printed = watched.page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") >= pages
    watched.is_clean()
