"""Elements to the text of a document."""

from lxml import etree


def document(root: etree._Element) -> str:
    """An XML document of its own, indented."""
    etree.indent(root)
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8").decode("utf-8")
    return f"{text}\n"


def html_document(root: etree._Element) -> str:
    """A page as browsers read it."""
    text = etree.tostring(root, doctype="<!DOCTYPE html>", method="html", encoding="unicode")
    return f"{text}\n"
