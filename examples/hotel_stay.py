"""The overnight hotel stay, said in Python instead of YAML: the same words, the same blueprint."""

from __future__ import annotations

from pathlib import Path

import blueprint
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Channel,
    CustomerAction,
    Department,
    Evidence,
    Experience,
    FailPoint,
    FrontstageAction,
    Goal,
    Goals,
    MomentOfTruth,
    Persona,
    Phase,
    Promise,
    Standard,
    Step,
    SupportAction,
    Target,
    Time,
)

HERE = Path(__file__).parent

stay = Blueprint(
    blueprint={"en": "Overnight hotel stay", "zh": "酒店一夜住宿"},
    languages=["en", "zh"],
    source="Bitner, Ostrom & Morgan (2008), Service Blueprinting, California Management Review 50(3)",
    owner="front-desk",
    departments={
        "marketing": Department(
            name={"en": "Marketing", "zh": "市场部"},
            house="front",
            told_of=["product", "service", "channel"],
        ),
        "front-desk": Department(name={"en": "Front desk", "zh": "前台接待"}, house="front"),
        "bell": Department(name={"en": "Bell staff", "zh": "礼宾部"}, house="front"),
        "room-service": Department(name={"en": "Room service", "zh": "客房送餐部"}, house="front"),
        "kitchen": Department(name={"en": "Kitchen", "zh": "厨房"}, house="back"),
        "it": Department(name={"en": "IT", "zh": "信息部"}, house="back"),
    },
    channels={
        "web": Channel(name={"en": "Web site", "zh": "网站"}, kind="web"),
        "phone": Channel(name={"en": "Phone", "zh": "电话"}, kind="voice"),
        "hotel": Channel(name={"en": "In the hotel", "zh": "酒店现场"}, kind="store"),
    },
    personas={
        "traveller": Persona(
            name={"en": "Business traveller", "zh": "商务旅客"},
            age="30-50",
            location={"en": "Another city", "zh": "外地"},
            favourite_brands=["Moleskine"],
            turn_ons=[{"en": "In the room within minutes", "zh": "几分钟内入住"}],
            turn_offs=[{"en": "Queues at the desk", "zh": "前台排队"}],
            channels=["web", "hotel", "phone"],
            devices=[{"en": "Phone", "zh": "手机"}, {"en": "Laptop", "zh": "笔记本电脑"}],
            behaviours=[{"en": "Arrives in the evening", "zh": "傍晚抵店"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "A good night's sleep", "zh": "睡个好觉"}, met_by=["sleep-shower"]
                ),
                emotional={"en": "To feel expected", "zh": "有被等候的感觉"},
            ),
        )
    },
    promises={
        "quick-check-in": Promise(
            text={"en": "Key in hand within three minutes", "zh": "三分钟内拿到房卡"},
            about="check-in",
            made_by="marketing",
            source={"en": "Web site", "zh": "官网"},
            target=Target(measure="duration", at_most="3 min"),
            kept_by=["process-registration"],
        )
    },
    phases=[
        Phase(
            phase={"en": "Before", "zh": "抵店前"},
            steps=[
                Step(
                    step={"en": "Make reservation", "zh": "预订"},
                    customer=CustomerAction(
                        id="reserves", name={"en": "Make reservation", "zh": "预订客房"}
                    ),
                    channels=["web", "phone"],
                    evidence=[
                        Evidence(name={"en": "Advertisement", "zh": "广告"}, kind="document"),
                        Evidence(
                            name={"en": "Web site", "zh": "酒店网站"}, id="web-site", kind="digital"
                        ),
                    ],
                    experience=Experience(emotion=1),
                    backstage=BackstageAction(
                        name={"en": "Make reservation for guest", "zh": "为客人办理预订"},
                        department="front-desk",
                    ),
                    support=SupportAction(
                        name={"en": "Reservation system", "zh": "预订系统"},
                        actor="technology",
                        department="it",
                    ),
                )
            ],
        ),
        Phase(
            phase={"en": "Arrival", "zh": "抵店"},
            steps=[
                Step(
                    customer=CustomerAction(
                        name={"en": "Arrive at hotel", "zh": "到达酒店"}, participation="self"
                    ),
                    channels=["hotel"],
                    evidence=[
                        Evidence(name={"en": "Hotel exterior", "zh": "酒店外观"}, kind="facility"),
                        Evidence(name={"en": "Parking", "zh": "停车场"}, kind="facility"),
                    ],
                    experience=Experience(emotion=0),
                ),
                Step(
                    customer=CustomerAction(
                        name={"en": "Give bags to bellperson", "zh": "把行李交给行李员"}
                    ),
                    channels=["hotel"],
                    evidence=Evidence(
                        name={"en": "Cart for bags", "zh": "行李车"}, kind="equipment"
                    ),
                    experience=Experience(emotion=1),
                    frontstage=FrontstageAction(
                        name={"en": "Greet and take bags", "zh": "迎接并接过行李"},
                        department="bell",
                    ),
                ),
                Step(
                    step={"en": "Check-in", "zh": "办理入住"},
                    customer=CustomerAction(name={"en": "Check in", "zh": "登记入住"}),
                    channels=["hotel"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "welcome", "zh": "迎宾"},
                        importance=5,
                        owner="front-desk",
                        standard=Standard(
                            text={"en": "Key in hand within 3 minutes", "zh": "三分钟内拿到房卡"},
                            at_most="3 min",
                        ),
                    ),
                    evidence=[
                        Evidence(name={"en": "Desk", "zh": "接待台"}, kind="decor"),
                        Evidence(
                            name={"en": "Registration paperwork", "zh": "入住登记单"},
                            kind="document",
                        ),
                        Evidence(name={"en": "Lobby", "zh": "大堂"}, kind="facility"),
                        Evidence(name={"en": "Key", "zh": "房卡"}, kind="tool"),
                    ],
                    time=Time(promised="3 min", actual="4 min", waiting="2 min"),
                    experience=Experience(
                        emotion=-1,
                        needs=["known", "timely"],
                        pain=[
                            {
                                "name": {"en": "Queue in the evening", "zh": "傍晚排队"},
                                "scope": "point",
                            }
                        ],
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Process registration", "zh": "办理登记"},
                        department="front-desk",
                        duration="2 min",
                    ),
                    support=SupportAction(
                        name={"en": "Registration system", "zh": "登记系统"},
                        actor="technology",
                        department="it",
                    ),
                ),
            ],
        ),
        Phase(
            phase={"en": "Stay", "zh": "入住"},
            steps=[
                Step(
                    customer=CustomerAction(name={"en": "Go to room", "zh": "前往客房"}),
                    channels=["hotel"],
                    evidence=[
                        Evidence(name={"en": "Elevators", "zh": "电梯"}, kind="facility"),
                        Evidence(name={"en": "Hallways", "zh": "走廊"}, kind="facility"),
                        Evidence(name={"en": "Room", "zh": "客房"}, kind="facility"),
                    ],
                    experience=Experience(emotion=0),
                    backstage=BackstageAction(
                        name={"en": "Take bags to room", "zh": "运送行李至客房"}, department="bell"
                    ),
                ),
                Step(
                    customer=CustomerAction(name={"en": "Receive bags", "zh": "收到行李"}),
                    channels=["hotel"],
                    evidence=Evidence(
                        name={"en": "Cart for bags", "zh": "行李车"}, kind="equipment"
                    ),
                    experience=Experience(emotion=1),
                    frontstage=FrontstageAction(
                        name={"en": "Deliver bags", "zh": "送达行李"},
                        department="bell",
                        needs=["take-bags-to-room"],
                        fails=[
                            FailPoint(
                                name={"en": "Bags in the wrong room", "zh": "行李送错房间"},
                                occurrence=2,
                                severity=7,
                                detection=4,
                                recovery="take-bags-to-room",
                            )
                        ],
                    ),
                ),
                Step(
                    step={"en": "Sleep, shower", "zh": "休息洗浴"},
                    customer=CustomerAction(
                        name={"en": "Sleep, shower", "zh": "休息、洗浴"}, participation="self"
                    ),
                    channels=["hotel"],
                    evidence=[
                        Evidence(name={"en": "Room amenities", "zh": "客房用品"}, kind="tool"),
                        Evidence(name={"en": "Bath", "zh": "浴室"}, kind="facility"),
                    ],
                    experience=Experience(emotion=2, needs=["quality"]),
                ),
                Step(
                    customer=CustomerAction(name={"en": "Call room service", "zh": "致电客房送餐"}),
                    channels=["phone"],
                    evidence=Evidence(name={"en": "Menu", "zh": "菜单"}, kind="document"),
                    experience=Experience(emotion=0),
                    backstage=BackstageAction(
                        name={"en": "Take food order", "zh": "记录点餐"}, department="room-service"
                    ),
                    support=SupportAction(
                        name={"en": "Prepare food", "zh": "备餐"},
                        department="kitchen",
                        duration="25 min",
                    ),
                ),
                Step(
                    customer=CustomerAction(name={"en": "Receive food", "zh": "收到餐食"}),
                    channels=["hotel"],
                    evidence=[
                        Evidence(name={"en": "Delivery tray", "zh": "送餐托盘"}, kind="equipment"),
                        Evidence(name={"en": "Food appearance", "zh": "餐食卖相"}, kind="decor"),
                    ],
                    experience=Experience(emotion=1),
                    frontstage=FrontstageAction(
                        name={"en": "Deliver food", "zh": "送餐"},
                        department="room-service",
                        needs=["prepare-food"],
                        fails=[
                            FailPoint(
                                name={"en": "Food comes late or cold", "zh": "送餐迟到或变凉"},
                                occurrence=4,
                                severity=5,
                                detection=3,
                                recovery="prepare-food",
                            )
                        ],
                    ),
                ),
                Step(
                    customer=CustomerAction(name={"en": "Eat", "zh": "用餐"}, participation="self"),
                    channels=["hotel"],
                    evidence=Evidence(name={"en": "Food", "zh": "餐食"}, kind="tool"),
                    experience=Experience(emotion=2),
                ),
            ],
        ),
        Phase(
            phase={"en": "Departure", "zh": "离店"},
            steps=[
                Step(
                    step={"en": "Check-out", "zh": "办理退房"},
                    customer=CustomerAction(name={"en": "Check out and leave", "zh": "退房离店"}),
                    channels=["hotel"],
                    evidence=[
                        Evidence(name={"en": "Bill", "zh": "账单"}, kind="document"),
                        Evidence(name={"en": "Desk", "zh": "接待台"}, kind="decor"),
                        Evidence(name={"en": "Lobby", "zh": "大堂"}, kind="facility"),
                        Evidence(name={"en": "Hotel exterior", "zh": "酒店外观"}, kind="facility"),
                        Evidence(name={"en": "Parking", "zh": "停车场"}, kind="facility"),
                    ],
                    experience=Experience(emotion=1),
                    frontstage=FrontstageAction(
                        name={"en": "Process checkout", "zh": "办理退房"}, department="front-desk"
                    ),
                    support=SupportAction(
                        name={"en": "Registration system", "zh": "登记系统"},
                        actor="technology",
                        department="it",
                        same_as="check-in.registration-system",
                    ),
                )
            ],
        ),
    ],
)


def main() -> None:
    """Compare with the file, draw it, and ask who feels it when the registration system stops."""
    written = blueprint.load(HERE / "hotel_stay.blueprint.yaml")
    print("Python and YAML say the same:", stay == written)

    drawing = blueprint.draw(stay, "svg", lang="zh")
    print("The drawing in Chinese, in characters of SVG:", len(drawing))

    report = blueprint.ripple(stay, ["check-in.registration-system"], direction="disruption")
    for sentence in report.summary:
        print(sentence)
    print(report.reached[0].sentence)


if __name__ == "__main__":
    main()
