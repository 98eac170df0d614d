"""The counters, as Prometheus itself reads them."""

import pytest

from hemicycle.serve.metrics import Metrics

parser = pytest.importorskip("prometheus_client.parser", reason="pip install prometheus-client")


def test_prometheus_reads_them() -> None:
    counters = Metrics()
    for seconds in (0.001, 0.3, 20.0):
        counters.count("page", "GET", 200, seconds)
    counters.count("sparql", "POST", 400, 0.02)
    counters.running, counters.builds, counters.has_problem = 2, 1, True
    families = {
        found.name: found for found in parser.text_string_to_metric_families(counters.text())
    }
    assert {name: found.type for name, found in families.items()} == {
        "hemicycle_requests": "counter",
        "hemicycle_request_seconds": "histogram",
        "hemicycle_queries_running": "gauge",
        "hemicycle_workers_idle": "gauge",
        "hemicycle_queries_killed": "counter",
        "hemicycle_answers_cut": "counter",
        "hemicycle_builds_opened": "counter",
        "hemicycle_problem": "gauge",
    }
    samples = {
        (one.name, *sorted(one.labels.items())): one.value
        for found in families.values()
        for one in found.samples
    }
    route = ("route", "page")
    assert samples["hemicycle_requests_total", ("method", "GET"), route, ("status", "200")] == 3
    buckets = {
        bound: samples["hemicycle_request_seconds_bucket", ("le", bound), route]
        for bound in ("0.005", "0.25", "0.5", "10.0", "+Inf")
    }
    assert buckets == {"0.005": 1, "0.25": 1, "0.5": 2, "10.0": 2, "+Inf": 3}
    assert samples["hemicycle_request_seconds_count", route] == 3
    assert samples["hemicycle_request_seconds_sum", route] == pytest.approx(20.301)
    assert samples["hemicycle_queries_running",] == 2
    assert samples["hemicycle_problem",] == 1
