"""A network to the page it is explored on; what it draws stands there as a list too."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.networks import PROJECTIONS, Network
from hemicycle.networks import Node as Vertex
from hemicycle.networks.looks import LOOKS
from hemicycle.site.bundles import has_bundle
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.graph_choice import GraphChoice, projections, read_choice, whole_choice
from hemicycle.site.graph_networks import SUMMED, Networks, label_of
from hemicycle.site.tie_words import tie_words
from hemicycle.site.words import words_of

_LISTED = 50


class Listed(Struct, frozen=True):
    """One thing of the list: `path` is what stands behind `id/`, `address` its page's path."""

    path: str
    label: str
    title: str | None
    kind: str
    degree: int
    address: str | None


class Tied(Struct, frozen=True):
    """A thing with a tie to the one in the middle; `is_out`: the tie leads there."""

    thing: Listed
    tie: str
    weight: int
    is_out: bool


class Middle(Struct, frozen=True):
    """A thing that somebody asks about, with all that it is tied to."""

    thing: Listed
    ties: tuple[Tied, ...]


def explorer_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The explorer; parameters as in `read_choice`.

    Where its network takes seconds to make it comes without, and its script asks for it;
    with the parameter `list` it comes with what the network says. Among plain files each
    network has a page, by its name in `reference`. Raises ExportError for parameters that
    have no meaning.
    """
    is_file = site.addresses.folders and reference in PROJECTIONS
    if reference and not is_file:
        return None
    choice = whole_choice(reference) if is_file else read_choice(parameters.items())
    networks = site.once(Networks)
    waits = networks.is_slow(choice) and not (parameters.get("list") or is_file)
    found = None if waits else networks.find(choice)
    return site.render(
        "graph.html",
        language,
        path=f"graph/{reference}" if is_file else "graph",
        title=words_of(language).explorer.title,
        choice=choice,
        described=PROJECTIONS[choice.projection].described,
        chosen=choice.selection.words(),
        names={name: PROJECTIONS[name].described.title[language] for name in projections()},
        found=found,
        listed=_most_tied(site, found.network, language) if found else (),
        middle=_middle(site, found.network, choice, language) if found else None,
        as_list={**parameters, "list": "1"},
        of_all={**parameters, "all": "1", "list": None} if choice.projection in SUMMED else None,
        is_bundled=has_bundle("explorer.js"),
        words=_script_words(language),
    )


def _most_tied(site: SiteData, network: Network, language: str) -> tuple[Listed, ...]:
    order = sorted(network.nodes, key=lambda node: (-node.degree, node.iri))
    return tuple(_listed(site, network, node, language) for node in order[:_LISTED])


def _middle(site: SiteData, network: Network, choice: GraphChoice, language: str) -> Middle | None:
    """The first of the things that the network is to be shown around."""
    nodes = {node.iri: node for node in network.nodes}
    wanted = next(iter(choice.around), None)
    iri = next((each for each in nodes if network.short(each) == wanted), None)
    if iri is None:
        return None
    ties = [
        Tied(
            _listed(
                site, network, nodes[edge.target if edge.source == iri else edge.source], language
            ),
            tie_words(edge.kind, language),
            edge.weight,
            edge.source == iri,
        )
        for edge in network.edges
        if iri in (edge.source, edge.target)
    ]
    ordered = sorted(
        ties, key=lambda tied: (tied.tie, not tied.is_out, -tied.weight, tied.thing.path)
    )
    return Middle(_listed(site, network, nodes[iri], language), tuple(ordered))


def _listed(site: SiteData, network: Network, node: Vertex, language: str) -> Listed:
    path = network.short(node.iri)
    titles = (node.values.get(f"title_{tag}") for tag in (language, "fr", "nl"))
    title = next((title for title in titles if title), None)
    return Listed(
        path=path,
        label=label_of(node, language),
        title=None if title is None else str(title),
        kind=LOOKS[node.kind].names[language],
        degree=node.degree,
        address=site.page_address(path, language),
    )


def _script_words(language: str) -> dict[str, str]:
    """The words that the page's script writes, by their names behind `say_` and `fact_`."""
    words = vars(words_of(language).explorer)
    return {name: value for name, value in words.items() if name.startswith(("say_", "fact_"))}
