"""The sentences that answers are made of: one block a thing that is asked (question_sentences)."""

FIGURES = """
Le {s} tient depuis {y} un relevé annuel concernant {t}.
= De {s} houdt sinds {y} een jaarlijks overzicht bij over {t}.

Au cours de cette année, {n} dossiers ont été ouverts, dont {m} ont pu être clos.
= In dat jaar werden {n} dossiers geopend, waarvan er {m} konden worden afgesloten.

Les dossiers restants se trouvent à différents stades de la procédure.
= De overige dossiers bevinden zich in verschillende stadia van de procedure.

L'augmentation de {p} s'explique avant tout par un meilleur enregistrement des demandes.
= De stijging met {p} is vooral te verklaren door een betere registratie van de aanvragen.

Il convient de lire ces chiffres avec prudence, car la méthode de comptage a changé en {y}.
= Deze cijfers moeten met de nodige voorzichtigheid worden gelezen, want de telmethode veranderde
in {y}.

Une ventilation plus fine n'est pas disponible et demanderait un examen de chaque dossier.
= Een fijnere opsplitsing is niet beschikbaar en zou een onderzoek van elk dossier vergen.

Le {s} a néanmoins procédé à un sondage sur {m} dossiers choisis au hasard.
= De {s} heeft niettemin een steekproef uitgevoerd op {m} willekeurig gekozen dossiers.

Il en ressort que le délai moyen de traitement est passé de neuf à six semaines.
= Daaruit blijkt dat de gemiddelde behandelingstermijn van negen naar zes weken is gedaald.

Dans {p} des cas, l'intéressé a reçu une première réaction dans les dix jours.
= In {p} van de gevallen kreeg de betrokkene binnen tien dagen een eerste reactie.

Les données de l'année en cours ne seront validées qu'au printemps prochain.
= De gegevens van het lopende jaar worden pas volgend voorjaar gevalideerd.
"""

SPREAD = """
La répartition entre les provinces suit pour l'essentiel celle de la population.
= De verdeling over de provincies volgt in hoofdzaak die van de bevolking.

Deux provinces s'écartent toutefois de la moyenne, avec {n} et {m} demandes.
= Twee provincies wijken evenwel af van het gemiddelde, met {n} en {m} aanvragen.

Dans les grandes villes, les demandes se concentrent sur quelques mois de l'année.
= In de grote steden zijn de aanvragen geconcentreerd in enkele maanden van het jaar.

Le {s} ne conserve pas de données par commune lorsque leur nombre est trop faible.
= De {s} bewaart geen gegevens per gemeente wanneer hun aantal te klein is.

Cette règle protège la vie privée des personnes concernées par {t}.
= Die regel beschermt de persoonlijke levenssfeer van wie betrokken is bij {t}.

La part des demandes introduites en ligne a atteint {p} à la fin de {y}.
= Het aandeel van de online ingediende aanvragen bereikte {p} eind {y}.

Les écarts constatés entre les arrondissements tiennent surtout à l'organisation du travail.
= De vastgestelde verschillen tussen de arrondissementen hebben vooral met de werkorganisatie te
maken.

Une analyse plus complète figure dans le rapport annuel, qui est accessible à tous.
= Een vollediger analyse staat in het jaarverslag, dat voor iedereen toegankelijk is.
"""

MEASURES = """
Un plan d'action a été approuvé en {y} et comporte douze mesures concrètes.
= In {y} werd een actieplan goedgekeurd met twaalf concrete maatregelen.

La première d'entre elles vise à donner à chaque demandeur un seul interlocuteur.
= De eerste daarvan wil elke aanvrager één enkele gesprekspartner geven.

Les formulaires ont été revus, raccourcis et traduits dans les trois langues nationales.
= De formulieren werden herzien, ingekort en vertaald in de drie landstalen.

Le {s} a également créé une cellule chargée de suivre {t} au quotidien.
= De {s} heeft ook een cel opgericht die dagelijks aandacht heeft voor {t}.

Cette cellule se réunit chaque mois et rend compte au comité de direction.
= Die cel vergadert elke maand en brengt verslag uit bij het directiecomité.

Des contrôles ciblés ont eu lieu dans {n} établissements, sans avertissement préalable.
= In {n} instellingen vonden gerichte controles plaats, zonder voorafgaande verwittiging.

Ils ont donné lieu à {m} avertissements et à un nombre limité de procès-verbaux.
= Zij leidden tot {m} waarschuwingen en tot een beperkt aantal processen-verbaal.

Les mesures restantes seront mises en œuvre dès que les moyens le permettront.
= De overige maatregelen worden uitgevoerd zodra de middelen het toelaten.

Je veille personnellement à ce que le calendrier convenu soit respecté.
= Ik zie er persoonlijk op toe dat het afgesproken tijdschema wordt nageleefd.
"""

RULES = """
Un projet d'arrêté royal est actuellement soumis à l'avis du Conseil d'État.
= Een ontwerp van koninklijk besluit ligt momenteel voor advies bij de Raad van State.

Le texte précise les conditions dans lesquelles {t} peuvent faire l'objet d'un contrôle.
= De tekst verduidelijkt onder welke voorwaarden er controle mogelijk is op {t}.

La concertation avec les partenaires sociaux a pris plus de temps que prévu.
= Het overleg met de sociale partners heeft meer tijd gevraagd dan gepland.

Il n'est pas question de modifier la loi elle-même avant la fin de l'évaluation.
= Er is geen sprake van de wet zelf te wijzigen vóór het einde van de evaluatie.

La directive européenne laisse aux États membres une marge que la Belgique entend utiliser.
= De Europese richtlijn laat de lidstaten een marge die België wil benutten.

Une circulaire adressée en {y} à tous les services rappelle les règles en vigueur.
= Een rondzendbrief die in {y} aan alle diensten werd gestuurd, herinnert aan de geldende regels.

Le {s} tient cette circulaire à la disposition de quiconque en fait la demande.
= De {s} houdt die rondzendbrief ter beschikking van wie erom vraagt.

L'avis de l'organe de contrôle était favorable, sous réserve de deux remarques techniques.
= Het advies van het controleorgaan was gunstig, onder voorbehoud van twee technische
opmerkingen.
"""

BUDGET = """
Un montant de {n} 000 euros a été inscrit à cette fin au budget de {y}.
= Voor dit doel werd een bedrag van {n}.000 euro ingeschreven in de begroting van {y}.

La moitié de ce montant couvre des frais de personnel, le reste des frais de fonctionnement.
= De helft van dat bedrag dekt personeelskosten, de rest werkingskosten.

Le {s} a réalisé en outre une économie de {p} sur ses achats groupés.
= De {s} heeft bovendien {p} bespaard op zijn gegroepeerde aankopen.

Les dépenses concernant {t} ne font pas l'objet d'une comptabilité distincte.
= Voor de uitgaven voor {t} wordt geen aparte boekhouding gevoerd.

Une estimation raisonnable les situe entre un et deux pour cent du total.
= Een redelijke raming situeert ze tussen één en twee procent van het totaal.

Aucun crédit supplémentaire n'a été demandé lors du dernier contrôle budgétaire.
= Bij de jongste begrotingscontrole werd geen bijkomend krediet gevraagd.

Les marchés ont été attribués après une procédure ouverte à laquelle {m} firmes ont participé.
= De opdrachten werden gegund na een open procedure waaraan {m} firma's deelnamen.
"""

TOGETHER = """
La matière a été inscrite à l'ordre du jour de la conférence interministérielle.
= De materie werd op de agenda van de interministeriële conferentie geplaatst.

Un groupe de travail où siègent les trois Régions s'est réuni à cinq reprises.
= Een werkgroep waarin de drie gewesten zitting hebben, kwam vijf keer bijeen.

Il a été convenu d'échanger les données deux fois par an, sous une forme uniforme.
= Er werd afgesproken om de gegevens twee keer per jaar uit te wisselen, in een uniforme vorm.

Le {s} assure le secrétariat de ce groupe et en diffuse les comptes rendus.
= De {s} neemt het secretariaat van die groep waar en verspreidt de verslagen ervan.

Pour le surplus, je renvoie l'honorable membre aux ministres régionaux compétents.
= Voor het overige verwijs ik het geachte lid naar de bevoegde gewestministers.

Une commune sur trois a déjà adhéré au protocole, ce qui représente {m} partenaires.
= Eén gemeente op drie is al toegetreden tot het protocol, wat neerkomt op {m} partners.

La collaboration se déroule bien et les échanges restent ouverts de part et d'autre.
= De samenwerking verloopt goed en de contacten blijven aan beide zijden open.

Un accord de coopération concernant {t} est en préparation depuis {y}.
= Sinds {y} wordt een samenwerkingsakkoord voorbereid over {t}.
"""
