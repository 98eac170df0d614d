"""The words of a report for people, in each of its languages."""

from typing import Literal

from msgspec import Struct

Language = Literal["en", "fr", "nl"]


class Words(Struct, frozen=True):
    """What a report says around the messages of its shapes, in one language.

    The first three are headings, of which a report has one. `severities` is by the local
    name of SHACL's severity; `counted` has the places `violations` and `warnings`, `place`
    the places `file` and `line`.
    """

    conforms: str
    violated: str
    foreign: str
    counted: str
    severities: dict[str, str]
    looked_at: str
    unused: str
    errors: str
    place: str


WORDS: dict[Language, Words] = {
    "en": Words(
        conforms="The graph conforms to the shapes.",
        violated="The graph does not conform to the shapes.",
        foreign="No shape found a node to look at: this is no graph of Hemicycle's.",
        counted="Violations: {violations}. Warnings: {warnings}.",
        severities={"Violation": "Violation", "Warning": "Warning", "Info": "Note"},
        looked_at="Focus nodes of each shape:",
        unused="Shapes that found no focus node:",
        errors=(
            "Errors of the report: these shapes found no focus node, "
            "though the graph has what they are for:"
        ),
        place="{file}, line {line}",
    ),
    "fr": Words(
        conforms="Le graphe est conforme aux formes.",
        violated="Le graphe n'est pas conforme aux formes.",
        foreign="Aucune forme n'a trouvé de nœud à examiner : ce n'est pas un graphe d'Hemicycle.",
        counted="Violations : {violations}. Avertissements : {warnings}.",
        severities={"Violation": "Violation", "Warning": "Avertissement", "Info": "Remarque"},
        looked_at="Nœuds examinés par chaque forme :",
        unused="Formes qui n'ont trouvé aucun nœud :",
        errors=(
            "Erreurs du rapport : ces formes n'ont trouvé aucun nœud, "
            "alors que le graphe contient ce qu'elles examinent :"
        ),
        place="{file}, ligne {line}",
    ),
    "nl": Words(
        conforms="De graaf voldoet aan de vormen.",
        violated="De graaf voldoet niet aan de vormen.",
        foreign="Geen vorm vond een knooppunt om te bekijken: dit is geen graaf van Hemicycle.",
        counted="Overtredingen: {violations}. Waarschuwingen: {warnings}.",
        severities={"Violation": "Overtreding", "Warning": "Waarschuwing", "Info": "Opmerking"},
        looked_at="Knooppunten die elke vorm bekeken heeft:",
        unused="Vormen die geen knooppunt gevonden hebben:",
        errors=(
            "Fouten van het rapport: deze vormen vonden geen knooppunt, "
            "hoewel de graaf bevat wat ze bekijken:"
        ),
        place="{file}, regel {line}",
    ),
}
