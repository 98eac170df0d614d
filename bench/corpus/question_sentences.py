"""The sentences that questions are made of, in matched pairs."""

from functools import cache

from corpus.pairs import Pair, read_pairs

CONTEXT = """
Depuis plusieurs années, le dossier concernant {t} occupe les administrations et les citoyens.
= Sinds verscheidene jaren houdt het dossier over {t} zowel de besturen als de burgers bezig.

Les chiffres publiés au début de {y} montrent une hausse de {p} par rapport à l'année précédente.
= De cijfers die begin {y} werden bekendgemaakt, tonen een stijging van {p} tegenover het jaar
voordien.

Plusieurs associations locales ont tiré la sonnette d'alarme, et {n} riverains ont signé une
pétition.
= Verscheidene lokale verenigingen trokken aan de alarmbel, en {n} buurtbewoners tekenden een
petitie.

La presse a rapporté à ce sujet des témoignages qui ne laissent pas indifférent.
= De pers bracht hierover getuigenissen die niemand onverschillig laten.

Dans ma question écrite n° {q}, j'avais déjà attiré l'attention sur ce point.
= In mijn schriftelijke vraag nr. {q} vestigde ik hierop al de aandacht.

La réponse donnée à l'époque annonçait une évaluation pour l'automne de {y}.
= Het toenmalige antwoord kondigde een evaluatie aan tegen het najaar van {y}.

À ma connaissance, cette évaluation n'a jamais été rendue publique.
= Voor zover ik weet, werd die evaluatie nooit openbaar gemaakt.

Un rapport de la Cour des comptes relève que {n} dossiers sont restés sans suite.
= Een verslag van het Rekenhof stelt vast dat {n} dossiers zonder gevolg bleven.

Le terrain réclame des règles claires, connues de tous et appliquées partout de la même façon.
= Op het terrein vraagt men duidelijke regels, die iedereen kent en die overal op dezelfde manier
worden toegepast.

Les petites communes disposent rarement du personnel nécessaire pour suivre une telle matière.
= Kleine gemeenten hebben zelden het nodige personeel om zo'n aangelegenheid op te volgen.

Nos voisins ont choisi une autre voie : aux Pays-Bas, un guichet unique existe depuis {y}.
= Onze buren kozen een andere weg: in Nederland bestaat er sinds {y} één enkel loket.

Quelque {m} personnes seraient aujourd'hui concernées, dont une moitié de jeunes ménages.
= Vandaag zouden ongeveer {m} personen betrokken zijn, van wie de helft jonge gezinnen.

L'accord de gouvernement promet sur ce plan une simplification sensible des démarches.
= Het regeerakkoord belooft op dat vlak een gevoelige vereenvoudiging van de formaliteiten.

Les agents que j'ai rencontrés parlent d'une charge de travail devenue difficile à porter.
= De ambtenaren die ik heb ontmoet, spreken van een werklast die moeilijk te dragen is geworden.

Il ressort d'une enquête menée en {y} que {p} des usagers se disent mal informés.
= Uit een enquête van {y} blijkt dat {p} van de gebruikers zich slecht geïnformeerd noemt.

Il me semble donc utile de faire le point sur {t} à mi-parcours de la législature.
= Het lijkt me dus nuttig om halverwege de zittingsperiode een stand van zaken te maken over
{t}.

Le dossier concerne aussi de potentielles économies, officielles ou non, que nul n'a chiffrées.
= Het dossier gaat ook over potentiële besparingen, officiële en andere, die niemand heeft
becijferd.

Certains parlent même d'une « matière oubliée » entre deux niveaux de pouvoir.
= Sommigen spreken zelfs van een “vergeten materie” tussen twee beleidsniveaus.
"""

TRANSVERSAL = """
Cette question relève du Sénat, car la matière touche à la fois l'État fédéral et les Régions.
= Deze vraag hoort in de Senaat thuis, want de materie raakt zowel de federale Staat als de
gewesten.

Quant au caractère transversal : les Communautés exercent ici une compétence partagée.
= Wat het transversale karakter betreft: de gemeenschappen oefenen hier een gedeelde bevoegdheid
uit.
"""

LEADS = """
J'aimerais dès lors obtenir une réponse aux questions suivantes :
= Graag kreeg ik dan ook een antwoord op de volgende vragen:

Je souhaiterais poser à ce propos les questions que voici :
= In dit verband had ik graag de onderstaande vragen gesteld:

Mes questions sont les suivantes :
= Mijn vragen luiden als volgt:
"""

ASKED = """
Combien de dossiers concernant {t} vos services ont-ils traités depuis {y} ?
= Hoeveel dossiers over {t} hebben uw diensten sinds {y} behandeld?

Quelle est la répartition par province et par année, et comment l'expliquez-vous ?
= Wat is de verdeling per provincie en per jaar, en hoe verklaart u die?

Quelles mesures avez-vous déjà prises, et lesquelles comptez-vous encore prendre ?
= Welke maatregelen hebt u al genomen, en welke bent u nog van plan te nemen?

Une modification de la réglementation est-elle à l'étude, et dans quel délai ?
= Wordt een wijziging van de regelgeving bestudeerd, en binnen welke termijn?

Quel budget y a été consacré, et sur quelle allocation de base a-t-il été imputé ?
= Welk budget werd hieraan besteed, en op welke basisallocatie werd het aangerekend?

Vous êtes-vous concerté avec les Régions, et quel en est le résultat ?
= Hebt u overleg gepleegd met de gewesten, en wat is daarvan het resultaat?

Comment les citoyens en sont-ils informés, et par quels canaux ?
= Hoe worden de burgers hierover geïnformeerd, en via welke kanalen?

Combien d'agents s'en occupent, et ont-ils reçu une formation adaptée ?
= Hoeveel ambtenaren houden zich hiermee bezig, en kregen zij een aangepaste opleiding?

Comment évaluez-vous les résultats obtenus jusqu'à présent ?
= Hoe beoordeelt u de resultaten die tot nu toe werden geboekt?
"""

SUB_ASKED = """
pour chacune des cinq dernières années ;
= voor elk van de jongste vijf jaar;

par rôle linguistique et par niveau ;
= per taalrol en per niveau;

par service et par direction ;
= per dienst en per directie;

avec une estimation pour l'année en cours.
= met een raming voor het lopende jaar.
"""

CLOSINGS = """
Je remercie d'avance pour les précisions qui pourront être données.
= Ik dank alvast voor de verduidelijkingen die hierover kunnen worden gegeven.

Une réponse par service serait appréciée, même si elle reste provisoire.
= Een antwoord per dienst zou worden gewaardeerd, ook als het voorlopig blijft.
"""

# Statements for requalified questions and bulletins, which are shorter.
SHORT = """
Pourriez-vous faire le point sur {t} ?
= Kunt u een stand van zaken geven over {t}?

Quels sont les chiffres pour {y}, et quelle suite leur sera donnée ?
= Wat zijn de cijfers voor {y}, en welk gevolg wordt eraan gegeven?

Le ministre partage-t-il l'inquiétude de ceux qui travaillent sur le terrain ?
= Deelt de minister de bezorgdheid van wie op het terrein werkt?
"""


@cache
def sentences(block: str) -> tuple[Pair, ...]:
    """The pairs of one of the blocks above."""
    return read_pairs(block)
