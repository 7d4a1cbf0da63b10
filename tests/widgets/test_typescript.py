from plgkit.widgets import typescript


def test_the_front_ends_types_are_those_of_the_payloads():
    stale = "run python -m plgkit.widgets.typescript"
    assert typescript.target().read_text("utf-8") == typescript.declarations(), stale


def test_every_field_is_there_with_what_it_means():
    text = typescript.declarations()
    assert "\n  model?: string;\n" in text  # not required
    assert '\n  kind: "explorer";\n' in text
    assert "\n  /** One to three. */\n  controls: Control[];\n" in text
    assert "\n  files?: [string, string][];\n" in text
    assert "export type Payload = Explorer | Questions | Paper | Reveal | Answers | TakeHome | Chart;" in text
    assert "_Question" not in text
