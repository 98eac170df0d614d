"""Events to a line of days."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.site.life_cycle import Event, LifeCycle, Step, life_cycle, spread


def test_the_life_of_an_answered_question() -> None:
    events = [
        Event("2013-04-30", 0, "question-sent"),
        Event("2013-12-18", 1, "reminder"),
        Event("2014-01-30", 3, "answer"),
    ]
    assert life_cycle(events, "2013-04-30", None) == LifeCycle(
        (
            Step("question-sent", None, "2013-04-30", 0, 0, 3.0),
            Step("reminder", None, "2013-12-18", 232, 232, 82.3),
            Step("answer", None, "2014-01-30", 275, 43, 97.0),
        )
    )


def test_a_deadline_is_no_step_but_has_its_place() -> None:
    events = [Event("2020-01-01", 0, "question-sent"), Event("2020-02-10", 3, "answer")]
    found = life_cycle(events, None, "2020-01-21")
    assert found.deadline == Step("deadline", None, "2020-01-21", 20, 20, 50.0)
    assert [step.since for step in found.steps] == [0, 40]


def test_a_bulletin_without_chronology_begins_with_the_day_of_asking() -> None:
    assert life_cycle([], "1998-12-25", None).steps == (
        Step("question-sent", None, "1998-12-25", 0, 0, 3.0),
    )
    assert life_cycle([], None, None) == LifeCycle(())


@given(st.lists(st.integers(0, 9000), min_size=1, max_size=14))
def test_places_rise_and_stay_on_the_line(days: list[int]) -> None:
    places = spread(sorted(float(day) for day in days))
    assert all(2.9 <= place <= 97.1 for place in places)
    gap = min(7.0, 94 / max(1, len(days) - 1))
    assert all(b - a >= gap - 0.11 for a, b in pairwise(places))
