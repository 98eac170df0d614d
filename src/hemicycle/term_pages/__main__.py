"""Write what is published of the ontology beside its Turtle."""

from hemicycle.assets import asset
from hemicycle.term_pages import published

if __name__ == "__main__":
    folder = asset("ontology/hemicycle.ttl").parent
    for name, text in published(folder).items():
        (folder / name).write_text(text, encoding="utf-8")
