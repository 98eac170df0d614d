"""A request to the endpoint that asks nothing to what the endpoint says of itself."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hemicycle.serve.accept import choose_language
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.description import description
from hemicycle.serve.entities import graph_bytes
from hemicycle.serve.forms import GRAPH_FORMS, ROW_FORMS, Choice, by_name, negotiate
from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.made import kept_or_made
from hemicycle.serve.pages import HTML
from hemicycle.serve.protocol import Asked
from hemicycle.serve.replies import not_acceptable, problem, reply
from hemicycle.serve.state import State, state_of


def offers(kind: str) -> list[str]:
    """The media types that a kind of result is given in: rows, truth or triples."""
    forms = GRAPH_FORMS if kind == "triples" else ROW_FORMS
    return [form.media_type for form in forms.values()]


async def without_query(request: Request, build: Opened, asked: Asked) -> Response:
    """The description of the service; for people the page with the editor."""
    if request.method == "POST":
        return problem(request, 400, "there is no query")
    found = (
        negotiate(request.headers.get("accept"), GRAPH_FORMS, HTML)
        if asked.form is None
        else by_name(GRAPH_FORMS, asked.form)
    )
    if isinstance(found, str):
        language = choose_language(request.headers.get("accept-language"), LANGUAGES)
        editor = f"{state_of(request).before}/{language}/sparql-editor"
        return RedirectResponse(editor, 303, {"Vary": "Accept, Accept-Language"})
    if found is None:
        return not_acceptable(request, [*offers("triples"), "text/html"])
    return reply(request, await _described(state_of(request), build, found), vary=("Accept",))


async def _described(state: State, build: Opened, choice: Choice) -> Body:
    key = f"description {choice.content_type}"

    def make() -> Body:
        store, mint = build.build.store, build.build.mint
        triples = description(store, mint, f"{state.base_url}/sparql", state.settings)
        return make_body(graph_bytes(triples, choice.form, mint), choice.content_type)

    return await kept_or_made(build, key, make)
