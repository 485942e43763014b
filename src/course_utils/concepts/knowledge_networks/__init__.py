"""Knowledge networks: small worlds, bartered knowledge, gatekeepers, and the pôles as a network."""

from course_utils.concepts.knowledge_networks.barter import endowments, exchange, matchings
from course_utils.concepts.knowledge_networks.clusters import Talk, talk
from course_utils.concepts.knowledge_networks.curves import SHARES, Diffusion, World, diffusion, world
from course_utils.concepts.knowledge_networks.explorer import explorer
from course_utils.concepts.knowledge_networks.gates_explorer import gatekeepers_explorer
from course_utils.concepts.knowledge_networks.poles import Net, at_home, labelled, matrix, mergers, net, pairs
from course_utils.concepts.knowledge_networks.poles_explorer import poles_explorer
from course_utils.concepts.knowledge_networks.rings import rings
from course_utils.measures import adjacency_matrix

__all__ = [
    "SHARES",
    "Diffusion",
    "Net",
    "Talk",
    "World",
    "adjacency_matrix",
    "at_home",
    "diffusion",
    "endowments",
    "exchange",
    "explorer",
    "gatekeepers_explorer",
    "labelled",
    "matchings",
    "matrix",
    "mergers",
    "net",
    "pairs",
    "poles_explorer",
    "rings",
    "talk",
    "world",
]
