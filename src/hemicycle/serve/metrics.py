"""What a server has done to numbers in Prometheus' text form.

https://prometheus.io/docs/instrumenting/exposition_formats/
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of durations, in seconds; the last bucket has none."""

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counters of one server since it was started."""

    def __init__(self) -> None:
        self.running = self.idle = self.killed = self.cut = self.builds = 0
        self.has_problem = False
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._durations: dict[str, list[int]] = {}
        self._seconds: dict[str, float] = {}

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """One request was answered; `route` is one of few names, never an address."""
        self._requests[route, method, status] += 1
        buckets = self._durations.setdefault(route, [0] * (len(BUCKETS) + 1))
        buckets[bisect_left(BUCKETS, seconds)] += 1
        self._seconds[route] = self._seconds.get(route, 0.0) + seconds

    def text(self) -> str:
        """All numbers, a line each."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from _head("requests_total", "counter", "Requests that were answered.")
        for (route, method, status), count in sorted(self._requests.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            yield f"hemicycle_requests_total{{{labels}}} {count}"
        yield from _head("request_seconds", "histogram", "How long answers took.")
        for route in sorted(self._durations):
            yield from self._histogram(route)
        numbers = (
            ("queries_running", "gauge", "Queries that run now.", self.running),
            ("workers_idle", "gauge", "Query workers that wait for a query.", self.idle),
            (
                "queries_killed_total",
                "counter",
                "Queries ended before they were done.",
                self.killed,
            ),
            ("answers_cut_total", "counter", "Answers that a limit cut.", self.cut),
            ("builds_opened_total", "counter", "Builds that were opened.", self.builds),
            (
                "problem",
                "gauge",
                "1 while /health names a problem.",
                int(self.has_problem),
            ),
        )
        for name, kind, words, value in numbers:
            yield from _head(name, kind, words)
            yield f"hemicycle_{name} {value}"

    def _histogram(self, route: str) -> Iterator[str]:
        total = 0
        bounds = (*map(str, BUCKETS), "+Inf")
        for bound, count in zip(bounds, self._durations[route], strict=True):
            total += count
            yield f'hemicycle_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
        yield f'hemicycle_request_seconds_sum{{route="{route}"}} {self._seconds[route]:.6f}'
        yield f'hemicycle_request_seconds_count{{route="{route}"}} {total}'


def _head(name: str, kind: str, words: str) -> Iterator[str]:
    yield f"# HELP hemicycle_{name} {words}"
    yield f"# TYPE hemicycle_{name} {kind}"
