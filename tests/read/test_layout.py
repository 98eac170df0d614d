"""HTML to lines: single rules, each on the smallest page that shows it."""

import pytest

from hemicycle.read.layout import is_html, lay_out


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>a<p>b", ["a", "", "b"]),
        ("<div>a</div><div>b</div>", ["a", "b"]),
        ("a<br>b<br><br>c", ["a", "b", "", "c"]),
        ("<p><p><br><p>a<p> <p><hr>", ["a", "", "_" * 16]),
        ("<P ALIGN=left>a\r\n\t b<B>c </B> d</P>", ["a bc d"]),
        ("a&nbsp;&nbsp;b &nbsp;", ["a\u00a0\u00a0b \u00a0"]),
        ("<tr><td>a<td>b", ["a\tb"]),
        ("<table><tr><td>a<td> <td>&nbsp;<td>b</table>", ["a\tb"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a\tb", "c"]),
        ("<table><tr><td>a<tr><td>&nbsp;<tr><td>b</table>", ["a", "", "b"]),
        ("<table><tr><td>a<br>b<td>c</table>", ["a", "b", "", "\u00a0", "", "c"]),
        ("<table><tr><td><p>a</p><td><p>b</p></table>", ["a\tb"]),
        ("<table><tr><td>a<p>&nbsp;<td>b</table>", ["a\tb"]),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", ["a\tb\tc"]),
        (
            "<table><tr><td>a<td><table><td>b<br>c</table></table>",
            ["a", *["", "\u00a0", ""], "b", "c"],
        ),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", ["1. a", "", "b", "", "2. c"]),
        ("<ol><li></ol>a<ul><li>b</ul>", ["a", "", "b"]),
        ("<ol start=x type=A><li><p>a<li></ol>", ["A. a"]),
        ("<pre>a\n b  c\n\nd</pre>", ["a", "b c", "", "d"]),
        ("<title>t</title><script>s</script><style>s</style>a<!-- c -->b", ["ab"]),
        ("<a href=x>5-<b>89</b>00</a>", ["5-8900"]),
        ("&eacute;&#233;&#xE9;&#150;&#0;&#xD800;&amp;lt;", ["ééé–\ufffd\ufffd&lt;"]),
    ],
)
def test_rule(markup: str, lines: list[str]) -> None:
    assert lay_out(markup, "a.html").split("\n") == [*lines, ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n <!DOCTYPE html>", True),
        ("<p>", True),
        ("</p>", True),
        ("HTTP/1.0 200 OK\n\n<HTML>", True),
        ("x" * 2100 + "<html>", False),
        ("<< Retour", False),
        ("< 5 ans", False),
        ("Vraag <b>", False),
        ("", False),
    ],
)
def test_is_html(text: str, expected: bool) -> None:
    assert is_html(text) is expected
