"""The equations of the ideas as plain functions, the same in a kernel and in a page.

Each module is one claim: `run` takes its assumptions by name and the `Terms` of a learner, and gives a dictionary of
`numbers`, the `rows` of the picture by column, and the `sentence`. There is no randomness without a seed, no clock, no
disk and no network.

CPython runs these files in a kernel, MicroPython in a page. They import `math` and each other, and use what both have:
no annotation that is evaluated, no class but `Terms`, no `{**a}`, no `[*a]`, no `zip(strict=)`. A number becomes a text
in `words` alone, which rounds alike in both.
"""
