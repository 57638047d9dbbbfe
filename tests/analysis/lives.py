"""A small service two personas live through, whose experience can be worked out by hand."""

from __future__ import annotations

from typing import Any

from blueprint.model import Blueprint


def clinic(**more: Any) -> Blueprint:
    """Three steps on the main path, and help that few ask for."""
    return Blueprint.model_validate(
        {
            "blueprint": "Clinic",
            "channels": {"app": "App", "desk": "Desk", "phone": "Phone"},
            "personas": {"old": old(), "young": {"name": "Young", "share": "20%"}},
            "phases": {
                "Visit": [
                    {
                        "step": "Book",
                        "channels": ["app"],
                        "customer": "Books",
                        "frontstage": "Confirms",
                        "time": {"actual": "2 min"},
                        "experience": [
                            {"persona": "old", "emotion": -1, "ease": 2, "success": 6},
                            {"persona": "young", "emotion": 2, "ease": 6, "success": 7},
                        ],
                    },
                    {
                        "step": "Wait",
                        "customer": "Waits",
                        "time": {"actual": "30 min"},
                        "experience": [
                            {"persona": "old", "emotion": -2, "expectation": 6, "perception": 3},
                            {"persona": "young", "emotion": -3, "expectation": 7, "perception": 3},
                        ],
                    },
                    {
                        "step": "Be seen",
                        "id": "seen",
                        "channels": ["desk"],
                        "customer": "Is seen",
                        "frontstage": "Listens",
                        "backstage": "Reads the notes",
                        "time": {"actual": "8 min"},
                        "moment_of_truth": True,
                        "next": [
                            {"to": "help", "probability": 0.1},
                            {"to": None, "probability": 0.9},
                        ],
                        "experience": [
                            {
                                "persona": "old",
                                "emotion": 3,
                                "intensity": 4,
                                "expectation": 6,
                                "perception": 8,
                                "needs": ["heard", "known"],
                                "values": ["reduces-anxiety"],
                                "surprise": {
                                    "name": "They know my name",
                                    "prepared_by": ["reads-the-notes"],
                                    "kinds": ["beyond-expectation"],
                                },
                            },
                            {
                                "persona": "young",
                                "emotion": 1,
                                "expectation": "none",
                                "perception": 8,
                                "needs": ["heard"],
                            },
                        ],
                    },
                    {
                        "step": "Ask for help",
                        "id": "help",
                        "customer": "Asks",
                        "experience": {"emotion": -3, "needs": "ownership"},
                        "next": [],
                    },
                ]
            },
            **more,
        }
    )


def old(**more: Any) -> dict[str, Any]:
    """A persona of whom all is told."""
    return {
        "name": "Old",
        "share": "60%",
        "age": "70+",
        "location": "In town",
        "favourite_brands": ["Muji"],
        "turn_ons": ["A known face"],
        "turn_offs": ["Forms"],
        "channels": ["phone", "desk"],
        "devices": ["telephone"],
        "behaviours": ["Comes early"],
        "goals": {
            "functional": {"text": "A prescription", "met_by": ["seen"]},
            "emotional": {"text": "To be taken seriously"},
        },
        **more,
    }


def lived_once(*experience: Any, **more: Any) -> Blueprint:
    """A journey of as many steps as experiences are given; ``None`` is a silent step."""
    steps = [
        {"step": f"S{n}", "customer": f"Does {n}", **({"experience": one} if one else {})}
        for n, one in enumerate(experience)
    ]
    return Blueprint.model_validate({"blueprint": "Lived", "phases": {"P": steps}, **more})
