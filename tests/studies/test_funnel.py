def test_a_notebook_of_the_first_release_finds_its_table():
    from plgkit.course.lessons.funnel.exercises import staying as home
    from plgkit.studies.funnel import staying

    assert staying is home
