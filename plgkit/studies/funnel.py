"""The table of a notebook of release 0.1.0, from where it stands now."""

from plgkit.course.lessons.funnel.exercises import staying

__all__ = ["staying"]
