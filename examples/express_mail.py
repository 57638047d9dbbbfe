"""Express mail, said in Python: a long support chain behind two short meetings."""

from __future__ import annotations

from pathlib import Path

import blueprint
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Channel,
    CustomerAction,
    Department,
    FrontstageAction,
    Goal,
    Goals,
    MomentOfTruth,
    Persona,
    Standard,
    Step,
    SupportAction,
)

HERE = Path(__file__).parent

mail = Blueprint(
    blueprint="Express mail delivery",
    source="Zeithaml & Bitner, Services Marketing",
    owner="service",
    departments={
        "service": Department(name="Customer service", house="front"),
        "drivers": Department(name="Drivers", house="front"),
        "dispatch": Department(name="Dispatch", house="back"),
        "airport": Department(name="Airport operations", house="back"),
        "sorting": Department(name="Sorting centre", house="back"),
    },
    channels={
        "phone": Channel(name="Phone", kind="voice"),
        "door": Channel(name="At the door", kind="store"),
    },
    personas={
        "office-manager": Persona(
            name="Office manager",
            age="30-60",
            location="Any city",
            favourite_brands=["Post-it"],
            turn_ons=["Picked up within the hour"],
            turn_offs=["Not knowing where it is"],
            channels=["phone", "door"],
            devices=["phone", "computer"],
            behaviours=["Sends contracts late in the day"],
            goals=Goals(
                functional=Goal(text="There by the morning", met_by=["receives-package"]),
                emotional="Nothing to worry about",
            ),
        )
    },
    phases={
        "Pick-up": [
            Step(
                customer="Customer calls",
                channels=["phone"],
                backstage=BackstageAction(
                    name="Customer service takes the order", department="service"
                ),
                support=SupportAction(name="Dispatches driver", department="dispatch"),
                evidence="Voice on the phone",
            ),
            Step(
                customer=CustomerAction(name="Customer gives package", channels=["door"]),
                evidence=["Truck", "Packaging", "Forms", "Hand-held computer", "Uniform"],
                frontstage=FrontstageAction(
                    name="Driver picks up package",
                    department="drivers",
                    needs=["dispatches-driver"],
                ),
                support=SupportAction(
                    name="Airport receives and loads",
                    department="airport",
                    needs=["driver-picks-up-package"],
                ),
            ),
        ],
        "Overnight": [
            Step(
                step="To the sorting centre",
                support=SupportAction(
                    name="Flies to sorting centre",
                    department="airport",
                    needs=["airport-receives-and-loads"],
                ),
            ),
            Step(
                step="Sorting",
                support=SupportAction(
                    name="Sorts packages", department="sorting", needs=["flies-to-sorting-centre"]
                ),
            ),
            Step(
                step="To the destination",
                support=[
                    SupportAction(
                        id="flies-on",
                        name="Flies to destination",
                        department="airport",
                        needs=["sorts-packages"],
                    ),
                    SupportAction(
                        id="unloads",
                        name="Unloads and sorts",
                        department="airport",
                        needs=["flies-on"],
                    ),
                    SupportAction(
                        id="loads-truck",
                        name="Loads on truck",
                        department="airport",
                        needs=["unloads"],
                    ),
                ],
            ),
        ],
        "Delivery": [
            Step(
                id="receives-package",
                customer=CustomerAction(name="Customer receives package", channels=["door"]),
                moment_of_truth=MomentOfTruth(
                    kind="delivery",
                    importance=5,
                    owner="drivers",
                    standard=Standard(text="By half past ten the next morning", at_most="18 h"),
                ),
                evidence=["Truck", "Packaging", "Forms", "Hand-held computer", "Uniform"],
                frontstage=FrontstageAction(
                    name="Driver delivers package", department="drivers", needs=["loads-truck"]
                ),
            )
        ],
    },
)


def main() -> None:
    """Compare with the file, and follow the chain behind the delivery."""
    written = blueprint.load(HERE / "express_mail.blueprint.yaml")
    print("Python and YAML say the same:", mail == written)

    chain = blueprint.ripple(mail, ["receives-package"], direction="demand")
    farthest = max(chain.reached, key=lambda element: element.hops)
    print("What the delivery rests on, link by link:")
    print(farthest.sentence)

    drawing = blueprint.draw(mail, "svg")
    print("The drawing, in characters of SVG:", len(drawing))


if __name__ == "__main__":
    main()
