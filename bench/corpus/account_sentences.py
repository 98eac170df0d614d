"""The sentences about accounts on platforms, in matched pairs.

{u} and {v} are the French and the Dutch handle, {a} and {b} words for addresses, {s} the service.
"""

PRESENT = """
Le {s} dispose des comptes suivants sur les réseaux sociaux :
= De {s} beschikt over de volgende accounts op sociale netwerken:

Le {s} utilise depuis {y} les canaux que voici pour informer le public :
= De {s} gebruikt sinds {y} de onderstaande kanalen om het publiek te informeren:
"""

LISTED_ACCOUNTS = """
Facebook : https://www.facebook.com/{a} (FR) et https://www.facebook.com/{b} (NL)
= Facebook: https://www.facebook.com/{a} (FR) en https://www.facebook.com/{b} (NL)

Twitter : @{u} (FR) et @{v} (NL)
= Twitter: @{u} (FR) en @{v} (NL)

LinkedIn : http://www.linkedin.com/company/{a}
= LinkedIn: http://www.linkedin.com/company/{a}

YouTube : http://www.youtube.com/user/{a} (FR + NL)
= YouTube: http://www.youtube.com/user/{a} (FR + NL)

Flickr : http://www.flickr.com/photos/{b}
= Flickr: http://www.flickr.com/photos/{b}

Instagram : https://www.instagram.com/{a}
= Instagram: https://www.instagram.com/{a}
"""

TOLD = """
Le {s} est actif sur Twitter avec les comptes @{u} (en français) et @{v} (en néerlandais).
= De {s} is actief op Twitter met de accounts @{u} (in het Frans) en @{v} (in het Nederlands).

Une page Facebook du {s} existe depuis {y} (www.facebook.com/{a}) et compte {n} abonnés.
= Sinds {y} bestaat er een Facebookpagina van de {s} (www.facebook.com/{b}) met {n} volgers.

La page du {s} sur LinkedIn (http://www.linkedin.com/company/{a}) s'adresse aux candidats.
= De pagina van de {s} op LinkedIn (http://www.linkedin.com/company/{a}) richt zich tot kandidaten.

Le porte-parole du {s} publie ses messages sur son propre compte @{v}.
= De woordvoerder van de {s} plaatst zijn berichten op zijn eigen account @{v}.
"""

DENIED = """
Le {s} n'a pas de compte Facebook.
= De {s} heeft geen Facebookaccount.

Le {s} n'utilise pas les médias sociaux.
= De {s} gebruikt geen sociale media.

Le {s} n'est pas présent sur Twitter et n'a pas l'intention de l'être.
= De {s} is niet aanwezig op Twitter en is dat ook niet van plan.

Le {s} prévoit d'ouvrir une page Facebook dans le courant de l'année prochaine.
= De {s} is van plan om in de loop van volgend jaar een Facebookpagina te openen.
"""
