"""What a catalogue says of every build: titles, languages, and the notations of its files."""

TITLES = {
    "en": "The written questions of the Belgian Senate",
    "fr": "Les questions écrites du Sénat de Belgique",
    "nl": "De schriftelijke vragen van de Belgische Senaat",
}
DESCRIPTIONS = {
    "en": "Who asked what of whom, what was answered, when and for which federal service, and "
    "where each fact is printed.",
    "fr": "Qui a demandé quoi à qui, ce qui a été répondu, quand et pour quel service fédéral, "
    "et où chaque fait est imprimé.",
    "nl": "Wie vroeg wat aan wie, wat is geantwoord, wanneer en voor welke federale dienst, en "
    "waar elk feit gedrukt staat.",
}
LANGUAGES = ("FRA", "NLD", "DEU", "ENG")
AUTHORITY = "http://publications.europa.eu/resource/authority/"
FEATURES = {
    ".jsonld": "http://www.w3.org/ns/formats/JSON-LD",
    ".nq": "http://www.w3.org/ns/formats/N-Quads",
    ".nt": "http://www.w3.org/ns/formats/N-Triples",
    ".rdf": "http://www.w3.org/ns/formats/RDF_XML",
    ".trig": "http://www.w3.org/ns/formats/TriG",
    ".ttl": "http://www.w3.org/ns/formats/Turtle",
}
"""Files that hold the graph, by their notation."""

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".gexf": "application/gexf+xml",
    ".graphml": "application/graphml+xml",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".nq": "application/n-quads",
    ".nt": "application/n-triples",
    ".parquet": "application/vnd.apache.parquet",
    ".png": "image/png",
    ".rdf": "application/rdf+xml",
    ".svg": "image/svg+xml",
    ".trig": "application/trig",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
