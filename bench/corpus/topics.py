"""The subjects that questions are about: how a sentence names them, titles, keywords."""

from functools import cache

from msgspec import Struct

from corpus.pairs import Pair, read_pair

# First what a sentence calls it, then the segments of titles; keywords after a colon.
_TOPICS = """
les titres-services = de dienstencheques
Titres-services = Dienstencheques
Contrôle des entreprises agréées = Controle van de erkende ondernemingen
:aide ménagère = huishoudelijke hulp; emploi = werkgelegenheid; contrôle = controle

la ponctualité des trains = de stiptheid van de treinen
Trains de voyageurs = Reizigerstreinen
Retards aux heures de pointe = Vertragingen tijdens de spits
:transport ferroviaire = vervoer per spoor; durée du transport = vervoersduur

l'accès aux guichets de poste = de toegang tot de postkantoren
Bureaux de poste = Postkantoren
Fermetures en zone rurale = Sluitingen op het platteland
:service postal = postdienst; région rurale = plattelandsgebied

la fraude à l'identité = de identiteitsfraude
Fraude à l'identité = Identiteitsfraude
Cartes d'identité perdues = Verloren identiteitskaarten
:document d'identité = identiteitsbewijs; fraude = fraude; police = politie

le télétravail des agents = het telewerk van de ambtenaren
Télétravail = Telewerk
Nombre d'agents concernés = Aantal betrokken ambtenaren
:travail à distance = telewerk; fonctionnaire = ambtenaar

les retards de paiement = de betalingsachterstand
Fournisseurs de l'État = Leveranciers van de Staat
Retards de paiement = Betalingsachterstand
:dette publique = overheidsschuld; marché public = overheidsopdracht

l'emploi des langues aux guichets = het taalgebruik aan de loketten
Législation linguistique = Taalwetgeving
Plaintes d'usagers = Klachten van gebruikers
:emploi des langues = taalgebruik; bilinguisme = tweetaligheid

les logiciels libres = de vrije software
Logiciels libres = Vrije software
Utilisation dans les administrations = Gebruik in de overheidsdiensten
:logiciel = software; administration publique = overheidsadministratie

les réseaux sociaux = de sociale netwerken
Services publics fédéraux = Federale overheidsdiensten
Présence sur les réseaux sociaux = Aanwezigheid op sociale netwerken
:médias sociaux = sociale media; communauté virtuelle = virtuele gemeenschap

les bâtiments loués par l'État = de door de Staat gehuurde gebouwen
Bâtiments de l'État = Overheidsgebouwen
Loyers et inoccupation = Huurprijzen en leegstand
:bâtiment public = openbaar gebouw; bail immobilier = huur van onroerend goed

la sécurité des passages à niveau = de veiligheid van de overwegen
Passages à niveau = Overwegen
Accidents et suppressions = Ongevallen en afschaffingen
:sécurité routière = verkeersveiligheid; accident de transport = ongeval bij het vervoer

les voitures de service = de dienstwagens
Voitures de service = Dienstwagens
Émissions et carburants = Uitstoot en brandstoffen
:véhicule = voertuig; pollution atmosphérique = luchtverontreiniging

le handicap au travail = de arbeidshandicap
Personnes handicapées = Personen met een handicap
Recrutement dans les administrations = Aanwerving in de overheidsdiensten
:handicapé = gehandicapte; recrutement = aanwerving

les médicaments contrefaits = de namaakgeneesmiddelen
Médicaments contrefaits = Namaakgeneesmiddelen
Saisies en douane = Inbeslagnames door de douane
:médicament = geneesmiddel; contrefaçon = namaak; douane = douane

la facturation électronique = de elektronische facturatie
Facturation électronique = Elektronische facturatie
Obligations des entreprises = Verplichtingen van de ondernemingen
:document électronique = elektronisch document; facturation = facturering

les listes d'attente = de wachtlijsten
Soins de santé mentale = Geestelijke gezondheidszorg
Listes d'attente = Wachtlijsten
:santé mentale = geestelijke gezondheid; soins de santé = gezondheidsverzorging

la détention préventive = de voorlopige hechtenis
Détention préventive = Voorlopige hechtenis
Durée moyenne par arrondissement = Gemiddelde duur per arrondissement
:établissement pénitentiaire = strafinrichting; procédure pénale = strafprocedure

la coopération avec le Burundi = de samenwerking met Burundi
Coopération au développement = Ontwikkelingssamenwerking
Projets en Afrique centrale = Projecten in Centraal-Afrika
:Burundi = Burundi; aide au développement = ontwikkelingshulp

l'archivage des courriels = de archivering van e-mails
Archives de l'État = Rijksarchief
Conservation des courriels = Bewaring van e-mails
:archives = archief; courrier électronique = elektronische post

la pénurie de juges = het tekort aan rechters
Ordre judiciaire = Rechterlijke orde
Cadres incomplets = Onvolledige kaders
:magistrat = magistraat; juridiction = rechtspraak

le bruit des avions = het vliegtuiglawaai
Aéroport national = Nationale luchthaven
Vols de nuit et nuisances sonores = Nachtvluchten en geluidshinder
:bruit = lawaai; circulation aérienne = luchtverkeer; Région flamande = Vlaams Gewest

les étiquettes des aliments = de etiketten van voedingsmiddelen
Sécurité alimentaire = Voedselveiligheid
Étiquetage et contrôles = Etikettering en controles
:étiquetage = etikettering; sécurité alimentaire = voedselveiligheid

l'égalité salariale = de gelijke beloning
Hommes et femmes = Mannen en vrouwen
Écarts de rémunération = Loonverschillen
:égalité de traitement = gelijke behandeling; salaire = loon

les cyberattaques = de cyberaanvallen
Cyberattaques = Cyberaanvallen
Protection des réseaux de l'État = Bescherming van de overheidsnetwerken
:criminalité informatique = computercriminaliteit; ministère = ministerie
"""


class Topic(Struct, frozen=True):
    """A subject: its name with an article, the segments of its title, its keywords."""

    name: Pair
    segments: tuple[Pair, ...]
    keywords: tuple[Pair, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """All subjects."""
    return tuple(_read_topic(block) for block in _TOPICS.strip().split("\n\n"))


def _read_topic(block: str) -> Topic:
    lines = block.splitlines()
    keywords = [pair for line in lines if line.startswith(":") for pair in line[1:].split("; ")]
    name, *segments = [read_pair(line) for line in lines if not line.startswith(":")]
    return Topic(name, tuple(segments), tuple(read_pair(pair) for pair in keywords))
