"""Where a build keeps its records: one JSON object a line, as `hemicycle parse` prints them."""

RECORDS_FILE = "records.jsonl"
