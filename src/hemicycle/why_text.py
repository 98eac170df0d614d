"""An explanation to lines of text: the sentences first, then what rules add."""

from collections.abc import Iterator
from textwrap import shorten

from hemicycle.why import Explanation, Sentence
from hemicycle.why_rules import Inference, Statement

_LONGEST = 160  # signs of a text in a statement: its sentences stand on its page

_ROLES = {"holder": "held by", "spokesperson": "of a spokesperson of"}


def explanation_text(explanation: Explanation) -> str:
    """What `hemicycle why` prints: each sentence with its place, each inference with its rule.

    A place is file, line, and [start, end) in code points of the page's text.
    """
    lines = [explanation.iri, f"stated in: {', '.join(explanation.graphs)}"]
    for sentence in explanation.sentences:
        lines += ["", *_sentence(sentence)]
    for inference in explanation.inferences:
        lines += ["", *_inference(inference)]
    return "\n".join(lines)


def _sentence(sentence: Sentence) -> Iterator[str]:
    codes = [code for code in (sentence.basis, sentence.stance) if code]
    by_rule = f" by rule {sentence.rule}" if sentence.rule else ""
    yield f"{sentence.kind} {sentence.body} ({', '.join(codes)}{by_rule})"
    if sentence.owner is not None:
        owner = sentence.owner
        yield f"  {_ROLES.get(owner.role, owner.role)} {owner.service} ({owner.basis})"
    where = f"{sentence.file or sentence.key}, line {sentence.line}"
    yield f"  {where}, {sentence.start}-{sentence.end}: «{sentence.exact}»"
    if sentence.quote != sentence.exact:
        yield from (f"    {line}" for line in sentence.quote.splitlines())


def _inference(inference: Inference) -> Iterator[str]:
    yield f"inferred: {_statement(inference.statement)}"
    if inference.rule:
        yield f"  by rule: {inference.rule.get('en', next(iter(inference.rule.values())))}"
    for premise in inference.premises:
        yield f"  because: {_statement(premise)}"
    if inference.rule and not inference.premises:
        yield "  because there is none"


def _statement(statement: Statement) -> str:
    words = shorten(statement.object, _LONGEST, placeholder=" …")
    return f"{statement.subject} {statement.predicate} {words}"
