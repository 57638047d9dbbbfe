"""A service of any length that says all a file can say, the same one every time.

Every step has times, hours, feelings of several personas, pains, a moment of truth with a
standard, fail points with a recovery, and now and then a way back; behind it stand promises,
knowledge, metrics with results, levers, observations and complaints.
"""

from __future__ import annotations

import random
from typing import Any

from blueprint.model import Blueprint

Plain = dict[str, Any]

SERVING = ("frontstage", "backstage", "support")
_DEPARTMENTS, _SYSTEMS, _CHANNELS, _PERSONAS, _METRICS = 20, 50, 8, 6, 10
_BACK, _EACH_PHASE, _EACH_PROMISE, _EACH_SEEN = 10, 50, 25, 20
_NEEDS = (
    *("heard", "known", "appreciated", "quality", "useful", "fitting"),
    *("simple", "timely", "ownership", "engaged", "empowered", "delighted"),
)
_METHODS = ("observation", "interview", "survey", "focus-group", "self-report")
_KINDS = ("mobile", "web", "voice", "store", "mail", "chat", "print", "social")


def full_service(steps: int, cards: int = 4, *, faster: int = 1) -> Blueprint:
    """Return a service of so many steps, with one to four cards a step.

    Every step takes its time, or so many times less: the service as it would be.
    """
    pick = random.Random(1)
    made = [_step(pick, n, steps, cards, faster) for n in range(steps)]
    phases = [
        {"phase": f"Phase {n // _EACH_PHASE + 1}", "id": f"phase-{n // _EACH_PHASE + 1}",
         "steps": made[n : n + _EACH_PHASE]}
        for n in range(0, steps, _EACH_PHASE)
    ]  # fmt: skip
    return Blueprint.model_validate(
        {
            "blueprint": "A service that says it all",
            "owner": "d0",
            "price": 12.0,
            "budget": 9.5,
            "currency": "CNY",
            "brand": {"stands_for": ["Fast", "Says what it does"]},
            **_catalog(pick, steps),
            "phases": phases,
        }
    )


def _step(pick: random.Random, n: int, steps: int, cards: int, faster: int) -> Plain:
    step: Plain = {
        "step": f"Moment {n}",
        "id": f"s{n}",
        "channels": [f"k{n % _CHANNELS}"],
        "moment_of_truth": {
            "owner": _department(pick),
            "importance": pick.randint(1, 5),
            "standard": _standard(pick),
        },
        "experience": [_experience(pick, n, p, cards) for p in range(2)],
        "time": {
            "promised": "2 min",
            "acceptable": "3 min",
            "actual": f"{pick.randint(30, 400) // faster} s",
            "perceived": f"{pick.randint(30, 400)} s",
            "waiting": f"{pick.randint(0, 200)} s",
        },
        "hours": {f"k{n % _CHANNELS}": "08:30-15:00"},
        "carries_context": ["identity"],
        "feedback": [f"m{n % _METRICS}"],
        "stance": pick.choice(("proactive", "responsive", "remedial")),
        "fails": [_fail(pick, n)],
        "customer": {
            "name": f"Does what comes {n}",
            "id": f"c{n}",
            "participation": "joint",
            "effort": "2 min",
            "money": 1,
            "asks": [f"question {n % (steps // 3 + 1)}"],
            **_work(pick, n, 0),
        },
    }
    if n % _BACK == _BACK - 1 and n < steps - 1:
        step["next"] = [
            {"to": f"s{n + 1}", "probability": 0.9},
            {"to": f"s{n - _BACK + 1}", "probability": 0.1},
        ]
    for place, lane in enumerate(SERVING[: cards - 1], 1):
        step[lane] = {
            "name": f"Serves {n} as {lane}",
            "id": f"a{place}-{n}",
            **_work(pick, n, place),
        }
    return step


def _work(pick: random.Random, n: int, place: int) -> Plain:
    return {
        "department": _department(pick),
        "role": f"Role {pick.randrange(10)}",
        "actor": pick.choice(("person", "technology")),
        "systems": [f"y{pick.randrange(_SYSTEMS)}", f"y{pick.randrange(_SYSTEMS)}"][
            : 1 + place % 2
        ],
        "channels": [f"k{(n + place) % _CHANNELS}"],
        "knowledge": [f"w{n % 300}"],
        "duration": f"{pick.randint(10, 300)} s",
        "complete_accurate": pick.randint(80, 100) / 100,
        "cost": {"per_minute": 0.6, "materials": 0.03, "other": 0.09},
        "standard": _standard(pick),
        "discretion": pick.choice((True, False)),
    }


def _standard(pick: random.Random) -> Plain:
    return {
        "text": "Within 3 minutes",
        "at_most": f"{pick.randint(1, 5)} min",
        "customer": {"at_most": f"{pick.randint(1, 5)} min"},
        "reviewed": f"2025-0{pick.randint(1, 9)}-01",
        "review_every": "365 d",
        "declared": ["clear", "feasible"],
        "committed_by": [_department(pick)],
    }


def _experience(pick: random.Random, n: int, persona: int, cards: int) -> Plain:
    return {
        "persona": f"p{(n + persona) % _PERSONAS}",
        "emotion": pick.randint(-3, 3),
        "intensity": pick.randint(0, 5),
        "expectation": pick.randint(1, 10),
        "perception": pick.randint(1, 10),
        "sensory": pick.randint(-3, 3),
        "ease": pick.randint(1, 7),
        "success": pick.randint(1, 7),
        "needs": pick.sample(_NEEDS, 2),
        "values": ["saves-time"],
        "pain": [{"name": f"Pain {n}", "scope": pick.choice(("point", "line", "surface"))}],
        "surprise": {
            "name": f"Surprise {n}",
            "prepared_by": [f"a1-{n}" if cards > 1 else f"c{n}"],
            "kinds": ["situational"],
        },
    }


def _fail(pick: random.Random, n: int) -> Plain:
    return {
        "name": f"Goes wrong {n}",
        "at": f"c{n}",
        **{what: pick.randint(1, 10) for what in ("severity", "occurrence", "detection")},
        "rate": pick.randint(1, 10) / 100,
        "recovery": f"c{max(0, n - 1)}",
    }


def _catalog(pick: random.Random, steps: int) -> Plain:
    return {
        "departments": {f"d{n}": f"Department {n}" for n in range(_DEPARTMENTS)},
        "systems": {
            f"y{n}": {
                "name": f"System {n}",
                "department": _department(pick),
                "legacy": n % 7 == 0,
                "integrates": [f"y{n % 5}"] if n >= 5 else [],  # noqa: PLR2004
            }
            for n in range(_SYSTEMS)
        },
        "channels": {
            f"k{n}": {"name": f"Channel {n}", "kind": _KINDS[n]} for n in range(_CHANNELS)
        },
        "personas": {f"p{n}": _persona(pick, n, steps) for n in range(_PERSONAS)},
        "products": {"product": "Product"},
        "promises": {f"r{n}": _promise(n) for n in range(0, steps - 5, _EACH_PROMISE)},
        "knowledge": {f"w{n}": _article(pick, n) for n in range(300)},
        "metrics": {f"m{n}": _metric(n) for n in range(_METRICS)},
        "results": [_result(pick, n, steps) for n in range(steps // _EACH_SEEN)],
        "levers": {f"v{n}": _lever(pick, n, steps) for n in range(100)},
        "observations": {
            f"o{n}": {
                "says": f"Seen {n}",
                "about": [f"s{n}", f"c{n}"],
                "method": pick.choice(_METHODS),
                "date": "2026-02-10",
                "sample": pick.randint(1, 99),
            }
            for n in range(0, steps, _EACH_SEEN)
        },
        "complaints": {
            "entry": [f"s{n}" for n in range(0, steps, 1_000)],
            "channels": ["k2"],
            "told_in": ["k0"],
            "remedy": "Refund",
            "expect": "Answer in 24 h",
            "stages": {"receive": "d1", "investigate": "d2", "respond": "d1"},
            "customers": 120_000,
            "problem_rate": 0.25,
            "complain_rate": 0.05,
        },
    }


def _persona(pick: random.Random, n: int, steps: int) -> Plain:
    return {
        "name": f"Persona {n}",
        "age": "30-40",
        "location": "Shanghai",
        "favourite_brands": ["Muji"],
        "turn_ons": ["Says when it will come"],
        "turn_offs": ["Repeating myself"],
        "channels": [f"k{n % _CHANNELS}", "k0", "k1"][: 2 + n % 2],
        "devices": ["phone"],
        "behaviours": ["Shops after 21:00"],
        "goals": {
            "functional": {"text": "Gets it done", "met_by": [f"s{pick.randrange(steps)}"]},
            "emotional": "Feels in control",
        },
        "share": 0.15,
        "value": 1_200,
        "loyal": 0.6,
        "repurchase": 0.4,
        "patience": "10 min",
        "switching_cost": 20,
    }


def _promise(n: int) -> Plain:
    return {
        "text": f"Promise {n}",
        "about": f"s{n}",
        "made_by": "d3",
        "source": "Spring campaign",
        "target": {"measure": "duration", "at_most": "24 h", "from": f"s{n}", "to": f"s{n + 3}"},
        "kept_by": [f"c{n}", f"c{n + 1}"],
    }


def _article(pick: random.Random, n: int) -> Plain:
    return {
        "name": f"Article {n}",
        "department": _department(pick),
        "updated": "2026-03-01",
        "answers": {"k0": "24 h", "k2": f"{24 + n % 2} h"},
        "hits": pick.randint(1, 5_000),
        "flags": [{"says": "Wrong on holidays", "by": _department(pick)}] if n % 9 == 0 else [],
        "fed_by": ["k2"],
    }


def _metric(n: int) -> Plain:
    return {
        "name": f"Metric {n}",
        "kind": ("nev", "nps", "csat", "ces")[n % 4],
        "scale": [0, 10],
        "tests": ["important", "general"],
    }


def _result(pick: random.Random, n: int, steps: int) -> Plain:
    return {
        "metric": f"m{n % _METRICS}",
        "at": f"s{pick.randrange(steps)}",
        "persona": f"p{n % _PERSONAS}",
        "date": f"2026-0{pick.randint(1, 9)}-01",
        "value": pick.randint(0, 10),
        "n": pick.randint(50, 500),
        "instrument": "survey",
        "sampling": "random",
    }


def _lever(pick: random.Random, n: int, steps: int) -> Plain:
    return {
        "name": f"Lever {n}",
        "effect": pick.choice(("accelerator", "inhibitor")),
        "steps": [f"s{pick.randrange(steps)}" for _ in range(3)],
        "since": "2026-05-01",
        "ended": "2026-09-01",
        "metrics": [f"m{n % _METRICS}"],
        "primary": f"m{n % _METRICS}",
        "strategy": "communication",
    }


def _department(pick: random.Random) -> str:
    return f"d{pick.randrange(_DEPARTMENTS)}"
