"""Scores as plain functions over plain values: each says how sure it is and how it came about."""

from blueprint.analysis.scores.barrel import is_clearly_shortest, staves
from blueprint.analysis.scores.contacts import (
    Basis,
    change_of_share,
    contacts_per_issue,
    first_contact_resolution,
    issues_per_contact,
    transfer_rate,
)
from blueprint.analysis.scores.customer_effort import ces
from blueprint.analysis.scores.differences import (
    difference_in_differences,
    difference_of_means,
    difference_of_net,
    difference_of_shares,
    holm,
)
from blueprint.analysis.scores.drivers import correlations, lmg, relative_weights
from blueprint.analysis.scores.kano_table import kano, kano_category, kano_of_answers
from blueprint.analysis.scores.net_emotion import nev_of_answers, nev_of_emotions, nev_of_words
from blueprint.analysis.scores.net_promoter import (
    nps,
    nps_difference,
    nps_is_possible,
    nps_of_answers,
    shares_add_up,
)
from blueprint.analysis.scores.opportunities import on_ten, opportunity
from blueprint.analysis.scores.quadrants import importance_performance
from blueprint.analysis.scores.satisfaction import csat
from blueprint.analysis.scores.service_quality import (
    reversed_item,
    service_gaps,
    zone_of_tolerance,
)

__all__ = [
    "Basis",
    "ces",
    "change_of_share",
    "contacts_per_issue",
    "correlations",
    "csat",
    "difference_in_differences",
    "difference_of_means",
    "difference_of_net",
    "difference_of_shares",
    "first_contact_resolution",
    "holm",
    "importance_performance",
    "is_clearly_shortest",
    "issues_per_contact",
    "kano",
    "kano_category",
    "kano_of_answers",
    "lmg",
    "nev_of_answers",
    "nev_of_emotions",
    "nev_of_words",
    "nps",
    "nps_difference",
    "nps_is_possible",
    "nps_of_answers",
    "on_ten",
    "opportunity",
    "relative_weights",
    "reversed_item",
    "service_gaps",
    "shares_add_up",
    "staves",
    "transfer_rate",
    "zone_of_tolerance",
]
