"""The city hotel, said in Python, and what happens when the hotel system is down."""

from __future__ import annotations

from pathlib import Path

import blueprint
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Channel,
    CustomerAction,
    Department,
    Experience,
    FailPoint,
    FrontstageAction,
    Goals,
    LinkTo,
    MomentOfTruth,
    Persona,
    Step,
    SupportAction,
)

HERE = Path(__file__).parent

hotel = Blueprint(
    blueprint="City hotel — overnight stay",
    links="explicit",
    owner="front-office",
    ignore=[
        {"rule": "BP402", "because": "The case states no standards"},
        {"rule": "BP501", "because": "The case names no recovery"},
    ],
    departments={
        "sales": Department(name="Sales & revenue", house="front"),
        "reservations": Department(name="Reservations", house="front"),
        "front-office": Department(name="Front office", house="front"),
        "food": Department(name="Food & beverage", house="front"),
        "guest-relations": Department(name="Guest relations", house="front"),
        "housekeeping": Department(name="Housekeeping", house="back"),
        "engineering": Department(name="Engineering", house="back"),
        "finance": Department(name="Finance", house="back"),
        "it": Department(name="IT", house="back"),
    },
    channels={
        "web": Channel(name="Web site", kind="web"),
        "app": Channel(name="App", kind="mobile"),
        "phone": Channel(name="Phone", kind="voice"),
        "email": Channel(name="E-mail", kind="mail"),
        "kiosk": Channel(name="Kiosk", kind="store"),
        "place": Channel(name="In the hotel", kind="store"),
    },
    personas={
        "business-traveller": Persona(
            name="Business traveller",
            age="30-55",
            location="Large cities",
            favourite_brands=["Airline lounges"],
            turn_ons=["In the room within minutes of arriving"],
            turn_offs=["Queues", "Disputed bills"],
            channels=["app", "web", "place", "phone", "kiosk", "email"],
            devices=["phone", "laptop"],
            behaviours=["Arrives in the afternoon", "Leaves early"],
            goals=Goals(functional="A night's rest near the client", emotional="To be expected"),
        )
    },
    phases={
        "Before": [
            Step(
                step="Search & compare",
                experience=Experience(emotion=0),
                evidence="Website, photos, review scores",
                customer=CustomerAction(
                    name="Searches hotels and compares price & location",
                    channels=["web", "app"],
                    needs=["booking-site"],
                ),
                frontstage=FrontstageAction(
                    id="booking-site",
                    name="Booking site & OTA listing",
                    actor="technology",
                    department="sales",
                    channels=["web"],
                    needs=["sets-rates", LinkTo(to="channel-manager", label="rates")],
                ),
                backstage=BackstageAction(
                    id="sets-rates",
                    name="Revenue manager sets rates",
                    department="sales",
                    needs=["channel-manager"],
                ),
                support=SupportAction(
                    id="channel-manager",
                    name="Channel manager syncs rates",
                    department="it",
                    needs=[LinkTo(to="crs", label="inventory")],
                ),
            ),
            Step(
                step="Book room",
                moment_of_truth=MomentOfTruth(owner="reservations"),
                experience=Experience(emotion=1),
                evidence="Confirmation e-mail with booking no.",
                customer=CustomerAction(
                    name="Books a room and pays deposit",
                    channels=["web", "app", "phone"],
                    needs=["booking-engine", "answers-the-call"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="answers-the-call",
                        name="Reservation agent answers call",
                        department="reservations",
                        channels=["phone"],
                        needs=["blocks-inventory"],
                    ),
                    FrontstageAction(
                        id="booking-engine",
                        name="Booking engine & payment page",
                        actor="technology",
                        department="sales",
                        channels=["web", "app"],
                        needs=["crs", LinkTo(to="payment-gateway", label="card token")],
                    ),
                ],
                backstage=BackstageAction(
                    id="blocks-inventory",
                    name="Reservations blocks inventory",
                    department="reservations",
                    needs=["crs"],
                ),
                support=[
                    SupportAction(
                        id="crs",
                        name="Reservation system (CRS)",
                        department="it",
                        needs=[LinkTo(to="pms", label="arrivals list")],
                    ),
                    SupportAction(
                        id="payment-gateway", name="Payment gateway", department="finance"
                    ),
                ],
            ),
        ],
        "Arrive": [
            Step(
                step="Arrive at hotel",
                experience=Experience(emotion=1),
                evidence="Facade, parking, signage",
                customer=CustomerAction(
                    name="Arrives by car or taxi", channels=["place"], needs=["greets-and-parks"]
                ),
                frontstage=FrontstageAction(
                    id="greets-and-parks",
                    name="Doorman greets, valet parks car",
                    department="front-office",
                    needs=[LinkTo(to="assigns-the-room", label="announce guest")],
                ),
            ),
            Step(
                step="Check in",
                moment_of_truth=MomentOfTruth(owner="front-office"),
                experience=Experience(emotion=-1),
                evidence="Desk, lobby, registration form, key card",
                customer=CustomerAction(
                    name="Queues, shows ID, signs registration, gets key",
                    channels=["place"],
                    pain="Queue 12 min at 15:00",
                    needs=["assigns-the-room", "self-check-in"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="assigns-the-room",
                        name="Receptionist verifies ID and assigns room",
                        department="front-office",
                        channels=["place"],
                        needs=["pre-assigns-rooms", LinkTo(to="key-encoder", label="encode key")],
                    ),
                    FrontstageAction(
                        id="self-check-in",
                        name="Self check-in kiosk",
                        actor="technology",
                        department="front-office",
                        channels=["kiosk"],
                        needs=["pms"],
                    ),
                ],
                backstage=BackstageAction(
                    id="pre-assigns-rooms",
                    name="Front office pre-assigns rooms",
                    department="front-office",
                    needs=["pms"],
                ),
                support=SupportAction(
                    id="pms",
                    name="Property management system (PMS)",
                    department="it",
                    needs=["key-encoder", LinkTo(to="billing", label="charges")],
                ),
            ),
            Step(
                step="Go to room",
                experience=Experience(emotion=0),
                evidence="Lift, corridor, room number",
                customer=CustomerAction(
                    name="Takes luggage to the room",
                    channels=["place"],
                    needs=["delivers-bags", "door-lock"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="delivers-bags", name="Porter delivers bags", department="front-office"
                    ),
                    FrontstageAction(
                        id="door-lock",
                        name="Door lock reads key card",
                        actor="technology",
                        department="engineering",
                        needs=["key-encoder"],
                    ),
                ],
                backstage=BackstageAction(
                    id="prepares-the-room",
                    name="Housekeeping prepares & inspects room",
                    department="housekeeping",
                    fails=[FailPoint(name="Room not ready when the guest is")],
                    needs=[
                        LinkTo(to="pms", label="room status"),
                        "laundry",
                        LinkTo(to="pre-assigns-rooms", label="room ready"),
                        LinkTo(to="delivers-bags", label="ready"),
                    ],
                ),
                support=SupportAction(
                    id="key-encoder", name="Key encoding system", department="it"
                ),
            ),
        ],
        "Stay": [
            Step(
                step="Sleep & use room",
                moment_of_truth=MomentOfTruth(owner="housekeeping"),
                experience=Experience(emotion=2),
                evidence="Bed, bathroom, minibar, Wi-Fi card",
                customer=CustomerAction(
                    name="Sleeps, showers, works, calls service",
                    channels=["place", "phone"],
                    needs=["delivers-the-order", "tablet"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="delivers-the-order",
                        name="Room service delivers order",
                        department="food",
                        pain="Late orders after 22:00",
                        needs=["prepares-the-order"],
                    ),
                    FrontstageAction(
                        id="tablet",
                        name="In-room tablet / TV portal",
                        actor="technology",
                        department="it",
                        channels=["app"],
                        needs=[
                            LinkTo(to="prepares-the-order", label="order"),
                            LinkTo(to="fixes-faults", label="fault"),
                        ],
                    ),
                ],
                backstage=[
                    BackstageAction(
                        id="prepares-the-order",
                        name="Kitchen prepares food order",
                        department="food",
                        needs=["food-stock"],
                    ),
                    BackstageAction(
                        id="fixes-faults",
                        name="Maintenance fixes faults",
                        department="engineering",
                        fails=[FailPoint(name="Fault not mended the same day")],
                        needs=[LinkTo(to="prepares-the-room", label="done")],
                    ),
                ],
                support=SupportAction(
                    id="laundry", name="Laundry & linen supply", department="housekeeping"
                ),
            ),
            Step(
                step="Eat breakfast",
                experience=Experience(emotion=1),
                evidence="Buffet, menu, staff uniforms",
                customer=CustomerAction(
                    name="Eats breakfast", channels=["place"], needs=["serves-breakfast"]
                ),
                frontstage=FrontstageAction(
                    id="serves-breakfast",
                    name="Waiter seats guest & serves coffee",
                    department="food",
                    needs=["cooks-breakfast"],
                ),
                backstage=BackstageAction(
                    id="cooks-breakfast",
                    name="Kitchen cooks & refills buffet",
                    department="food",
                    needs=["food-stock"],
                ),
                support=SupportAction(
                    id="food-stock", name="Food purchasing & stock", department="food"
                ),
            ),
        ],
        "Leave": [
            Step(
                step="Check out",
                experience=Experience(emotion=-1),
                evidence="Bill, receipt, farewell card",
                customer=CustomerAction(
                    name="Settles bill and leaves",
                    channels=["place", "app"],
                    pain="Disputed minibar charge",
                    needs=["takes-payment", "express-check-out"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="takes-payment",
                        name="Receptionist reviews folio, takes payment",
                        department="front-office",
                        needs=["closes-the-folio"],
                    ),
                    FrontstageAction(
                        id="express-check-out",
                        name="Mobile express check-out",
                        actor="technology",
                        department="front-office",
                        channels=["app"],
                        needs=["billing"],
                    ),
                ],
                backstage=BackstageAction(
                    id="closes-the-folio",
                    name="Night audit closes folio",
                    department="finance",
                    needs=["billing"],
                ),
                support=SupportAction(
                    id="billing",
                    name="Billing & accounting",
                    department="finance",
                    needs=[LinkTo(to="crm", label="points")],
                ),
            ),
            Step(
                step="Review & return",
                experience=Experience(emotion=1),
                evidence="Survey e-mail, loyalty statement",
                customer=CustomerAction(
                    name="Writes review, books again",
                    channels=["web", "email"],
                    needs=["survey-form"],
                ),
                frontstage=FrontstageAction(
                    id="survey-form",
                    name="Survey form",
                    actor="technology",
                    department="guest-relations",
                    channels=["email"],
                    needs=["crm", LinkTo(to="answers-reviews", label="bad score")],
                ),
                backstage=BackstageAction(
                    id="answers-reviews",
                    name="Guest relations answers reviews",
                    department="guest-relations",
                    needs=["crm"],
                ),
                support=SupportAction(
                    id="crm",
                    name="CRM & loyalty database",
                    department="it",
                    needs=[LinkTo(to="crs", label="preferences")],
                ),
            ),
        ],
    },
)


def main() -> None:
    """Compare with the file, and ask who feels it when the property management system stops."""
    written = blueprint.load(HERE / "city_hotel.blueprint.yaml")
    print("Python and YAML say the same:", hotel == written)

    graph = blueprint.to_networkx(hotel)
    print("Nodes and links:", graph.number_of_nodes(), graph.number_of_edges())

    report = blueprint.ripple(hotel, ["pms"], direction="disruption", depth=3)
    print("Elements it does, by department:")
    for department in report.departments:
        print(f"{department.name}: {department.count}")


if __name__ == "__main__":
    main()
