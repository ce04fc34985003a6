"""A day is a day at home: the database keeps moments in UTC, whose day is another one for two hours after midnight."""

import ast

from tests.shape.house import NABIJ, at, calls, python, short

# A clock that was set to home already goes by one of these names, or is set so on the spot.
AT_HOME = ("here", "localtime(", "astimezone(")
MAY_TAKE_ANY = {
    "nabij/web/days.py": "a day without a zone is what it is",
    "nabij/demo/danger.py": "a date of the demo's data",
    "nabij/demo/helping.py": "a date of the demo's data",
    "nabij/demo/referring.py": "a date of the demo's data",
    "nabij/demo/weighing.py": "a date of the demo's data",
}


def test_no_day_is_taken_of_a_moment_in_another_zone() -> None:
    taken = [
        at(path, call)
        for path in python(under=NABIJ)
        if short(path) not in MAY_TAKE_ANY
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "date" and not call.args
        if not any(word in ast.unparse(call.func.value) for word in AT_HOME)
    ]
    assert taken == [], "the day of a moment is `localdate(moment)`"
