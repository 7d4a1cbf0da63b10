from plgkit.pages.sections import sections


def found(html):
    return [(one.level, one.anchor, one.heading, one.text) for one in sections(html)]


def test_a_section_is_a_heading_with_the_text_up_to_the_next():
    html = "<p>before</p><h1 id='a'>One <em>thing</em></h1><p>first</p><p>second</p><h2 id='b'>Two</h2>"
    assert found(html) == [(1, "a", "One thing", "first second"), (2, "b", "Two", "")]


def test_a_heading_without_a_name_belongs_to_the_section_it_stands_in():
    assert found("<h2 id='a'>One</h2><h3>Example</h3> text") == [(2, "a", "One", "Example text")]


def test_answers_that_are_folded_away_pictures_and_machinery_are_no_text():
    hidden = "<details><summary>The answer</summary>42</details><svg><text>7</text></svg><script>let a</script>"
    assert found(f"<h2 id='a'>One</h2><p>shown</p>{hidden}<p>too</p>") == [(2, "a", "One", "shown too")]
