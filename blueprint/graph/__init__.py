"""The typed graph of a blueprint or workspace: nodes and links by number, and questions on it."""

from blueprint.graph.couplings import DIRECTIONS, Direction, Way
from blueprint.graph.index import Graph, graph_of, lenient_graph
from blueprint.graph.network import Network
from blueprint.graph.networkx_view import to_networkx
from blueprint.graph.node import Node
from blueprint.graph.query import above, beneath, crossing, of_department

__all__ = [
    "DIRECTIONS",
    "Direction",
    "Graph",
    "Network",
    "Node",
    "Way",
    "above",
    "beneath",
    "crossing",
    "graph_of",
    "lenient_graph",
    "of_department",
    "to_networkx",
]
