"""The words of a report for people, in each of its languages."""

from typing import Literal

from msgspec import Struct

Language = Literal["en", "fr", "nl"]


class Words(Struct, frozen=True):
    """What a report says around the messages of its shapes, in one language.

    `severities` is by the local name of SHACL's severity; `counted` has the places
    `violations` and `warnings`, `place` the places `file` and `line`.
    """

    conforms: str
    violated: str
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
        counted="Violations: {violations}. Warnings: {warnings}.",
        severities={"Violation": "Violation", "Warning": "Warning", "Info": "Note"},
        looked_at="Focus nodes of each shape:",
        unused="Shapes that found no focus node:",
        errors=(
            "Errors of the report: these shapes find a node in every graph of ours, "
            "and found none here:"
        ),
        place="{file}, line {line}",
    ),
    "fr": Words(
        conforms="Le graphe est conforme aux formes.",
        violated="Le graphe n'est pas conforme aux formes.",
        counted="Violations : {violations}. Avertissements : {warnings}.",
        severities={"Violation": "Violation", "Warning": "Avertissement", "Info": "Remarque"},
        looked_at="Nœuds examinés par chaque forme :",
        unused="Formes qui n'ont trouvé aucun nœud :",
        errors=(
            "Erreurs du rapport : ces formes trouvent un nœud dans tout graphe des nôtres, "
            "et n'en ont trouvé aucun ici :"
        ),
        place="{file}, ligne {line}",
    ),
    "nl": Words(
        conforms="De graaf voldoet aan de vormen.",
        violated="De graaf voldoet niet aan de vormen.",
        counted="Overtredingen: {violations}. Waarschuwingen: {warnings}.",
        severities={"Violation": "Overtreding", "Warning": "Waarschuwing", "Info": "Opmerking"},
        looked_at="Knooppunten die elke vorm bekeken heeft:",
        unused="Vormen die geen knooppunt gevonden hebben:",
        errors=(
            "Fouten van het rapport: deze vormen vinden een knooppunt in elke graaf van ons, "
            "en vonden er hier geen:"
        ),
        place="{file}, regel {line}",
    ),
}
