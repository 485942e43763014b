"""Who is asked for what: addresses, identifiers, licences, in one place.

None of these services was ever called from the machine that this module was written on. Identifiers and columns come
from what others wrote about them, read in stored copies in November 2026; ``verified`` says what was found of each.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Base addresses; none asks for a key.
SERVICES = {
    "urssaf": "https://open.urssaf.fr/api/explore/v2.1",
    "insee": "https://api.insee.fr/melodi",
    "eurostat": "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0",
}
PUBLISHERS = {"urssaf": "Urssaf", "insee": "INSEE", "eurostat": "Eurostat, regional accounts; for France from INSEE"}
THROUGH = {
    "urssaf": "open.urssaf.fr, Opendatasoft Explore API v2.1",
    "insee": "api.insee.fr, Melodi API",
    "eurostat": "ec.europa.eu, Eurostat API Statistics 1.0 (JSON-stat)",
}
LICENCES = {
    "urssaf": {
        "name": "ODbL-1.0",
        "title": "Open Data Commons Open Database License: reuse with the source named, derived bases shared alike",
        "path": "https://opendatacommons.org/licenses/odbl/1-0/",
        "checked": "2026-11-23",
        "evidence": "data.gouv.fr's pages of Urssaf's data sets, read in stored copies",
    },
    "insee": {
        "name": "etalab-2.0",
        "title": "Licence Ouverte (Etalab), reuse free if the source is named",
        "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "checked": "2026-11-23",
        "evidence": "INSEE's conditions of use (page 2381863), as for the data sets that ship with the course",
    },
    "eurostat": {
        "name": "eurostat-reuse",
        "title": "Eurostat: reuse free if the source is named (Commission Decision 2011/833/EU)",
        "path": "https://ec.europa.eu/eurostat/web/main/help/copyright-notice",
        "checked": "2026-11-23",
        "evidence": "Eurostat's copyright notice, read in a stored copy",
    },
}


@dataclass(frozen=True)
class Source:
    """One table of one service.

    Parameters
    ----------
    service : str
        A key of `SERVICES`.
    code : str
        Its identifier there.
    title, title_fr : str
        What it is.
    page : str
        Where people read about it.
    offline : str
        Data set of the course that comes nearest.
    verified : str
        What was found about the identifier and the columns, and where.
    caveats : tuple of str
        What to mind.
    """

    service: str
    code: str
    title: str
    title_fr: str
    page: str
    offline: str
    verified: str
    caveats: tuple[str, ...]

    @property
    def base(self) -> str:
        """Base address of its service."""
        return SERVICES[self.service]


_PRIVATE = (
    "Employees of the private sector under the general scheme: no civil servants, no self-employed, no farms.",
    "Apprentices are counted since the publications of 2023; the series were revised then.",
)
SOURCES = {
    "urssaf_departements": Source(
        "urssaf",
        "nombre-etab-effectifs-salaries-et-masse-salariale-secteur-prive-dep-x-na17i",
        "Private establishments and employees by département, 17 sectors and year, since 1998",
        "Établissements et effectifs salariés privés par département, 17 secteurs et année, depuis 1998",
        "https://open.urssaf.fr/explore/dataset/"
        "nombre-etab-effectifs-salaries-et-masse-salariale-secteur-prive-dep-x-na17i/",
        "employment_departements",
        "Identifier: a card in a catalogue of French public APIs. Columns: not seen for this table; they are those of "
        "its sisters by EPCI and for France x NA88, with the name secteur_na17i of other tables of Urssaf.",
        (*_PRIVATE, "Means over the year. Mayotte is left out. Temporary workers are a sector of their own."),
    ),
    "urssaf_communes": Source(
        "urssaf",
        "etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last",
        "Private establishments and employees by commune, activity code (NAF, 732) and year, since 2006",
        "Établissements et effectifs salariés privés par commune, code APE (NAF, 732) et année, depuis 2006",
        "https://open.urssaf.fr/explore/dataset/etablissements-et-effectifs-salaries-au-niveau-commune-x-ape-last/",
        "employment_departements",
        "Identifier and columns: several public programs that read it, one with its list of columns confirmed against "
        "the service in March 2026.",
        (
            *_PRIVATE,
            "At the end of December. Paris, Lyon and Marseille are given by arrondissement (75101, 69381 ...).",
        ),
    ),
    "insee_population": Source(
        "insee",
        "DS_POPULATIONS_REFERENCE",
        "Population of reference (municipale) by département or commune and year",
        "Populations de référence (municipales) par département ou commune et année",
        "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_POPULATIONS_REFERENCE",
        "communes",
        "Identifier, filters and columns: documentation and examples of INSEE's R package melodi.",
        (
            "The year is that of the census round: the population of 2023 is the one in force on 1 January 2026, "
            "population_2026 in the tables of the course.",
        ),
    ),
    "insee_employment": Source(
        "insee",
        "DS_RP_EMPLOI_LT_COMP",
        "Jobs at the place of work by département or commune, 5 sectors and census year",
        "Emplois au lieu de travail par département ou commune, 5 secteurs et année de recensement",
        "https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_RP_EMPLOI_LT_COMP",
        "employment_departements",
        "Identifier, dimensions and sector codes (AZ, BE, FZ, GU, OQ): public programs that read it; not INSEE's own "
        "documentation.",
        (
            "Census estimates rounded to the person: in a small commune they are a few survey answers. "
            "Compare only years that are five apart or more.",
            "A commune whose figures INSEE publishes within another's has no row.",
        ),
    ),
    "eurostat_employment": Source(
        "eurostat",
        "nama_10r_3empers",
        "Employment by département (NUTS 3), 7 sectors and year, regional accounts",
        "Emploi par département (NUTS 3), 7 secteurs et année, comptes régionaux",
        "https://ec.europa.eu/eurostat/databrowser/view/nama_10r_3empers",
        "employment_departements",
        "Identifier, dimensions, codes: Eurostat's guide to its API Statistics, and the table that the course ships.",
        (
            "The source gives thousands with one decimal: figures are multiples of 100 persons.",
            "The last years are provisional; attrs['flags'] counts the marks of the source (p: provisional).",
        ),
    ),
    "eurostat_gva": Source(
        "eurostat",
        "nama_10r_3gva",
        "Gross value added by département (NUTS 3), 7 sectors and year, regional accounts",
        "Valeur ajoutée brute par département (NUTS 3), 7 secteurs et année, comptes régionaux",
        "https://ec.europa.eu/eurostat/databrowser/view/nama_10r_3gva",
        "sectors_europe",
        "Identifier, dimensions and the unit CP_MEUR: Eurostat's guide, and public programs of 2026 that read it.",
        (
            "Million euro at current prices: growth holds inflation.",
            "The last years are provisional; attrs['flags'] counts the marks of the source (p: provisional).",
        ),
    ),
}
