"""More sentences of answers: information, staff, results, openings and ends."""

INFORMED = """
Les citoyens trouvent toutes les informations utiles sur le site du {s}.
= De burgers vinden alle nuttige informatie op de website van de {s}.

Ce site a reçu {n} visites en {y}, soit une hausse de {p}.
= Die website kreeg {n} bezoeken in {y}, een stijging met {p}.

Une brochure a été envoyée aux maisons communales, aux mutualités et aux écoles.
= Een brochure werd verstuurd naar de gemeentehuizen, de ziekenfondsen en de scholen.

Le service de communication répond aux courriels dans un délai de trois jours ouvrables.
= De communicatiedienst beantwoordt e-mails binnen een termijn van drie werkdagen.

Les messages destinés au grand public sont relus par un panel de lecteurs.
= De berichten voor het grote publiek worden nagelezen door een lezerspanel.

Une campagne concernant {t} est prévue pour le second semestre.
= Voor het tweede semester is een campagne gepland over {t}.

Le numéro gratuit a été appelé plus de {n} fois depuis son lancement.
= Het gratis nummer werd sinds de start meer dan {n} keer gebeld.

Une attention particulière va aux personnes qui n'ont pas accès à un ordinateur.
= Bijzondere aandacht gaat naar mensen die geen toegang hebben tot een computer.
"""

STAFF = """
Au {s}, {m} agents s'occupent de cette matière, dont un tiers à temps partiel.
= Bij de {s} houden {m} ambtenaren zich met deze materie bezig, van wie een derde deeltijds.

Chaque nouvel agent suit une formation de cinq jours, complétée par un parrainage.
= Elke nieuwe ambtenaar volgt een opleiding van vijf dagen, aangevuld met een peterschap.

Les départs à la retraite ont été compensés à hauteur de {p} seulement.
= De pensioneringen werden slechts voor {p} gecompenseerd.

Une procédure de sélection est en cours et devrait aboutir avant l'été.
= Een selectieprocedure loopt en zou vóór de zomer moeten worden afgerond.

Le plan de personnel de {y} prévoit une équipe mobile qui renforce les services débordés.
= Het personeelsplan van {y} voorziet in een mobiele ploeg die overbelaste diensten versterkt.

La répartition entre les rôles linguistiques respecte les cadres fixés par arrêté royal.
= De verdeling over de taalrollen respecteert de kaders die bij koninklijk besluit zijn bepaald.

Le taux d'absentéisme y est comparable à celui des autres administrations.
= Het ziekteverzuim is er vergelijkbaar met dat in de andere besturen.

Les agents apprécient la possibilité de travailler chez eux deux jours par semaine.
= De ambtenaren waarderen de mogelijkheid om twee dagen per week thuis te werken.
"""

RESULTS = """
Les premiers résultats sont encourageants, même s'il est trop tôt pour tirer des conclusions.
= De eerste resultaten zijn bemoedigend, ook al is het te vroeg om conclusies te trekken.

Une enquête menée en {y} donne un taux de satisfaction de {p}.
= Een enquête van {y} geeft een tevredenheid van {p}.

Les plaintes ont diminué de façon continue, pour atteindre {m} au dernier relevé.
= De klachten namen voortdurend af, tot {m} bij de laatste telling.

Le {s} examine chaque plainte et en tire les leçons qui s'imposent.
= De {s} onderzoekt elke klacht en trekt er de nodige lessen uit.

Un point faible demeure la durée de traitement des dossiers complexes.
= Een zwak punt blijft de behandelingsduur van ingewikkelde dossiers.

À ce jour, aucun abus concernant {t} n'a été constaté.
= Tot op heden werd geen misbruik vastgesteld rond {t}.

Une évaluation externe a été confiée à une équipe universitaire.
= Een externe evaluatie werd toevertrouwd aan een universitaire ploeg.

Son rapport est attendu pour la fin de l'année et sera transmis au Parlement.
= Het verslag daarvan wordt tegen het einde van het jaar verwacht en zal aan het Parlement worden
bezorgd.
"""

OPENINGS = """
J'ai l'honneur de communiquer ce qui suit à l'honorable membre.
= Ik heb de eer het geachte lid het volgende mee te delen.

L'honorable membre trouvera ci-après la réponse à ses questions.
= Het geachte lid vindt hieronder het antwoord op haar of zijn vragen.

En réponse à la question posée, je puis donner les éléments suivants.
= Als antwoord op de gestelde vraag kan ik de volgende elementen meegeven.
"""

ENDS = """
Le {s} reste à la disposition de l'honorable membre pour tout complément.
= De {s} blijft ter beschikking van het geachte lid voor elke aanvulling.

Je continuerai à suivre ce dossier avec toute l'attention nécessaire.
= Ik blijf dit dossier met de nodige aandacht volgen.

Je reste à la disposition de l'honorable membre pour tout complément d'information.
= Voor alle aanvullende informatie blijf ik ter beschikking van het geachte lid.
"""

NOT_COMPETENT = """
Cette matière ne relève pas de mes compétences, mais de celles de mon collègue.
= Deze materie valt niet onder mijn bevoegdheid, maar onder die van mijn collega.

Je renvoie dès lors l'honorable membre à la réponse qui lui sera donnée par ce dernier.
= Ik verwijs het geachte lid dan ook naar het antwoord dat die haar of hem zal geven.
"""

LISTED = """
un tableau de bord mis à jour chaque semaine ;
= een boordtabel die elke week wordt bijgewerkt;

une formation commune avec les services d'inspection ;
= een gezamenlijke opleiding met de inspectiediensten;

un point de contact dans chaque direction régionale ;
= een contactpunt in elke gewestelijke directie;

une révision complète de la procédure en {y}.
= een volledige herziening van de procedure in {y}.
"""
