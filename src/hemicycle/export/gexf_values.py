"""Attributes and intervals to what GEXF writes of them."""

from collections.abc import Mapping

from hemicycle.export.xml_text import element, xml_line, xml_text
from hemicycle.networks import Value
from hemicycle.networks.intervals import Interval


def lasting(when: Interval) -> dict[str, str]:
    """The attributes of an interval: start and end, where there are any."""
    days = {"start": when.start, "end": when.end}
    return {name: day for name, day in days.items() if day}


def attvalues(values: Mapping[str, Value]) -> str:
    """The element that holds the attributes of a node or an edge."""
    parts = [
        element("attvalue", {"for": name, "value": _attribute_text(value)})
        for name, value in values.items()
    ]
    return element("attvalues", {}, "".join(parts))


def _attribute_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_item(item) for item in value)}]"
    return xml_text(str(value))


def _item(text: str) -> str:
    quoted = xml_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
