import pytest

from plgkit.support import folders


def test_in_a_clone_data_and_notebooks_are_beside_the_package():
    assert folders.in_clone()
    assert folders.data() == folders.PACKAGE.parent / "data"
    assert folders.notebooks() == folders.PACKAGE.parent / "notebooks"
    assert folders.data().is_dir()


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "plgkit"
    package.mkdir(parents=True)
    monkeypatch.setattr(folders, "PACKAGE", package)
    return package


def test_in_a_wheel_data_and_notebooks_are_inside_the_package(wheel):
    assert not folders.in_clone()
    assert folders.data() == wheel / "data"
    assert folders.notebooks() == wheel / "notebooks"


def test_in_a_wheel_a_strangers_data_folder_is_left_alone(wheel):
    (wheel.parent / "data").mkdir()
    assert folders.data() == wheel / "data"


def test_the_front_end_is_always_inside_the_package(wheel):
    assert folders.static() == wheel / "widgets" / "static"
