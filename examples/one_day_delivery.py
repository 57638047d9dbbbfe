"""One-day delivery, said in Python: four blueprints, and the change that is asked about."""

from __future__ import annotations

from pathlib import Path

import blueprint
from blueprint.model import (
    AddedAction,
    AddedSystem,
    Adds,
    Alteration,
    BackstageAction,
    Blueprint,
    Change,
    ChangeCost,
    Cost,
    CustomerAction,
    CustomerStandard,
    Evidence,
    Experience,
    FailPoint,
    FrontstageAction,
    LinkTo,
    MomentOfTruth,
    Notice,
    Phase,
    Standard,
    Step,
    SupportAction,
    Time,
)

HERE = Path(__file__).parent

chain = blueprint.load_workspace(HERE / "one_day_delivery")
"""The files; their catalog is what the blueprints below share."""

SOURCE = {
    "en": "One-day delivery, a worked case; figures are assumed for the example",
    "zh": "一日达示例；数据均为示例假设",
}

order = Blueprint(
    blueprint={"en": "Order", "zh": "下单"},
    languages=["en", "zh"],
    source=SOURCE,
    owner="marketing",
    personas=["busy-parent", "office-worker"],
    ignore=[
        {
            "rule": "BP310",
            "on": ["wms"],
            "because": {
                "en": "Its renewal is decided with the one-day change",
                "zh": "其更新随一日送达变更一并决定",
            },
        }
    ],
    phases=[
        Phase(
            phase={"en": "Choose", "zh": "选购"},
            steps=[
                Step(
                    id="find-goods",
                    step={"en": "Find the goods", "zh": "挑选商品"},
                    customer=CustomerAction(name={"en": "Looks for the goods", "zh": "浏览商品"}),
                    channels=["app", "web"],
                    evidence=Evidence(
                        name={
                            "en": "Product page with photos, stock and delivery day",
                            "zh": "商品页（图片、库存与送达日期）",
                        },
                        kind="digital",
                    ),
                    experience=Experience(
                        emotion=1,
                        intensity=2,
                        expectation=7,
                        perception=7,
                        ease=6,
                        success=6,
                        needs=["useful"],
                        values=["variety", "reduces-cost"],
                    ),
                    frontstage=FrontstageAction(
                        name={
                            "en": "Shows the goods and the delivery day",
                            "zh": "展示商品与预计送达日",
                        },
                        actor="technology",
                        department="marketing",
                        systems=["web-shop"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Keeps stock figures true", "zh": "维护库存数据"},
                        department="operations",
                        systems=["wms"],
                    ),
                ),
                Step(
                    id="place-order",
                    step={"en": "Place the order", "zh": "提交订单"},
                    customer=CustomerAction(
                        name={"en": "Enters the address and orders", "zh": "填写地址并下单"},
                        participation="joint",
                        effort="2 min",
                        asks=[{"en": "address", "zh": "地址"}, {"en": "time slot", "zh": "时间段"}],
                    ),
                    channels=["app", "web"],
                    moment_of_truth=MomentOfTruth(
                        kind="purchase",
                        importance=5,
                        owner="marketing",
                        standard=Standard(
                            text={"en": "Ordered in two taps", "zh": "两步完成下单"},
                            at_most="3 min",
                            customer=CustomerStandard(at_most="5 min"),
                            reviewed="2026-01-15",
                            declared=["clear", "feasible"],
                            committed_by="it",
                        ),
                    ),
                    evidence=Evidence(name={"en": "Order page", "zh": "下单页面"}, kind="digital"),
                    time=Time(acceptable="5 min", actual="2 min"),
                    experience=Experience(
                        emotion=2,
                        intensity=3,
                        expectation=8,
                        perception=6,
                        ease=5,
                        success=7,
                        needs=["simple", "timely"],
                        values=["saves-time", "simplifies"],
                        pain=[
                            {
                                "name": {"en": "Address typed twice", "zh": "地址要填两遍"},
                                "scope": "point",
                            }
                        ],
                    ),
                    frontstage=FrontstageAction(
                        id="takes-the-order",
                        name={"en": "Takes and confirms the order", "zh": "接收并确认订单"},
                        actor="technology",
                        department="it",
                        systems=["web-shop"],
                        standard=Standard(
                            text={"en": "Confirmation within 5 seconds", "zh": "5 秒内确认"},
                            at_most="5 s",
                            reviewed="2026-01-15",
                        ),
                        fails=[
                            FailPoint(
                                name={"en": "Wrong address", "zh": "地址有误"},
                                occurrence=3,
                                severity=7,
                                detection=4,
                                rate="2%",
                                recovery="corrects-the-address",
                            )
                        ],
                    ),
                    backstage=BackstageAction(
                        id="corrects-the-address",
                        name={"en": "Calls and corrects the address", "zh": "致电更正地址"},
                        department="care",
                        systems=["order-system"],
                        stance="remedial",
                    ),
                    support=SupportAction(
                        id="reserves-stock",
                        name={"en": "Reserves the stock", "zh": "锁定库存"},
                        department="operations",
                        systems=["order-system", "wms"],
                    ),
                ),
            ],
        ),
        Phase(
            phase={"en": "Confirm", "zh": "确认"},
            steps=[
                Step(
                    id="pay",
                    step={"en": "Pay", "zh": "付款"},
                    customer=CustomerAction(
                        name={"en": "Pays", "zh": "支付货款"}, participation="joint", effort="30 s"
                    ),
                    channels=["app", "web"],
                    evidence=Evidence(
                        name={"en": "Payment page", "zh": "支付页面"}, kind="digital"
                    ),
                    experience=Experience(
                        emotion=0,
                        intensity=1,
                        expectation=6,
                        perception=6,
                        ease=6,
                        success=7,
                        needs=["simple"],
                        values=["avoids-hassles"],
                    ),
                    frontstage=FrontstageAction(
                        id="takes-the-payment",
                        name={"en": "Takes the payment", "zh": "收款"},
                        actor="technology",
                        department="it",
                        systems=["payment"],
                    ),
                    backstage=BackstageAction(
                        id="clears-the-payment",
                        name={"en": "Checks and clears the payment", "zh": "核验并放行付款"},
                        department="finance",
                        systems=["payment"],
                        duration="2 h",
                    ),
                ),
                Step(
                    id="read-confirmation",
                    step={"en": "Know when it comes", "zh": "了解送达时间"},
                    customer=CustomerAction(
                        name={"en": "Reads the confirmation", "zh": "查看订单确认"}
                    ),
                    channels=["app"],
                    evidence=Evidence(
                        name={
                            "en": "Confirmation with the delivery day",
                            "zh": "含送达日期的订单确认",
                        },
                        kind="digital",
                    ),
                    experience=Experience(
                        emotion=1,
                        intensity=2,
                        expectation=7,
                        perception=7,
                        ease=6,
                        success=6,
                        needs=["useful"],
                        values=["informs"],
                    ),
                    time=Time(actual="1 min"),
                    frontstage=FrontstageAction(
                        id="confirms-the-day",
                        name={"en": "Sends the delivery day", "zh": "发送送达日期"},
                        actor="technology",
                        department="it",
                        systems=["web-shop"],
                        knowledge=["delivery-times"],
                        notice=Notice(about="next-day", chosen_by="customer", channels=["app"]),
                        stance="proactive",
                    ),
                    backstage=BackstageAction(
                        id="releases-the-order",
                        name={"en": "Releases the order to the warehouse", "zh": "向仓库下达订单"},
                        department="operations",
                        systems=["order-system"],
                        duration="3 h",
                        needs=["clears-the-payment", "order:reserves-stock"],
                        triggers=["delivery:picks"],
                    ),
                    next=["delivery:wait-for-parcel"],
                ),
            ],
        ),
    ],
    catalog=chain.catalog,
)

delivery = Blueprint(
    blueprint={"en": "Delivery", "zh": "配送"},
    languages=["en", "zh"],
    source=SOURCE,
    owner="operations",
    personas=["busy-parent", "office-worker"],
    price=12,
    budget=9,
    ignore=[
        {
            "rule": "BP310",
            "on": ["wms"],
            "because": {
                "en": "Its renewal is decided with the one-day change",
                "zh": "其更新随一日送达变更一并决定",
            },
        }
    ],
    phases=[
        Phase(
            phase={"en": "Dispatch", "zh": "出库"},
            steps=[
                Step(
                    id="dispatch-parcel",
                    step={"en": "Parcel leaves", "zh": "包裹出库"},
                    backstage=[
                        BackstageAction(
                            id="packs",
                            name={"en": "Packs the parcel", "zh": "打包"},
                            department="logistics",
                            duration="4 min",
                            cost=Cost(per_minute=0.6, materials=0.8),
                            needs=["picks"],
                        ),
                        BackstageAction(
                            id="picks",
                            name={"en": "Picks the goods", "zh": "拣货"},
                            department="logistics",
                            duration="20 min",
                            complete_accurate="98%",
                            cost=Cost(other=1.8),
                            needs=["shares-out-work"],
                        ),
                    ],
                    support=SupportAction(
                        id="shares-out-work",
                        name={
                            "en": "Shares out orders, first come first served",
                            "zh": "按先到先出分派订单",
                        },
                        actor="technology",
                        department="operations",
                        systems=["wms"],
                        duration="5 h",
                    ),
                    next=["wait-for-parcel"],
                )
            ],
        ),
        Phase(
            phase={"en": "On the way", "zh": "运送"},
            steps=[
                Step(
                    id="wait-for-parcel",
                    step={"en": "Wait for the parcel", "zh": "等待包裹"},
                    customer=CustomerAction(
                        name={"en": "Waits and asks where it is", "zh": "等待并查询包裹位置"}
                    ),
                    channels=["app"],
                    evidence=Evidence(
                        name={"en": "Status page", "zh": "物流状态页"}, kind="digital"
                    ),
                    time=Time(promised="24 h", acceptable="30 h", actual="33 h", waiting="32 h"),
                    experience=Experience(
                        emotion=-2,
                        intensity=4,
                        expectation=8,
                        perception=4,
                        ease=2,
                        success=4,
                        needs=["useful"],
                        pain=[
                            {
                                "name": {
                                    "en": "Nobody can say where the parcel is",
                                    "zh": "没人说得清包裹在哪",
                                },
                                "scope": "line",
                            }
                        ],
                    ),
                    frontstage=FrontstageAction(
                        id="shows-status",
                        name={"en": "Shows sent or delivered", "zh": "显示已发出或已送达"},
                        actor="technology",
                        department="it",
                        systems=["web-shop"],
                        needs=[],
                    ),
                    backstage=BackstageAction(
                        id="plans-the-round",
                        name={"en": "Plans the round", "zh": "规划配送路线"},
                        department="logistics",
                        systems=["route-planner"],
                        duration="1 h",
                        cost=Cost(other=0.3),
                    ),
                )
            ],
        ),
        Phase(
            phase={"en": "At the door", "zh": "到门"},
            steps=[
                Step(
                    id="receive-parcel",
                    step={"en": "Receive the parcel", "zh": "签收包裹"},
                    customer=CustomerAction(
                        name={"en": "Takes the parcel", "zh": "收取包裹"},
                        participation="joint",
                        effort="1 min",
                    ),
                    channels=["door", "pickup-point"],
                    moment_of_truth=MomentOfTruth(
                        kind="delivery",
                        importance=5,
                        owner="logistics",
                        standard=Standard(
                            text={
                                "en": "Handed over on the day that was named",
                                "zh": "在告知的日期送达",
                            },
                            at_most="24 h",
                            customer=CustomerStandard(at_most="24 h"),
                            reviewed="2026-01-15",
                            declared=["clear"],
                            committed_by="logistics",
                        ),
                    ),
                    evidence=[
                        Evidence(
                            name={"en": "Parcel and note", "zh": "包裹与送货单"}, kind="document"
                        ),
                        Evidence(
                            name={"en": "Courier in uniform", "zh": "着工装的快递员"}, kind="person"
                        ),
                    ],
                    time=Time(promised="24 h", actual="33 h"),
                    experience=Experience(
                        emotion=2,
                        intensity=3,
                        expectation=8,
                        perception=6,
                        ease=5,
                        success=6,
                        needs=["timely", "quality"],
                        values=["quality", "reduces-effort"],
                    ),
                    feedback=["emotion-at-the-door", "on-the-day"],
                    frontstage=FrontstageAction(
                        id="hands-over",
                        name={"en": "Hands over the parcel", "zh": "交付包裹"},
                        department="logistics",
                        role={"en": "Courier", "zh": "快递员"},
                        knowledge=["at-the-door"],
                        duration="3 min",
                        cost=Cost(per_minute=0.8),
                        needs=["loads-the-van"],
                        fails=[
                            FailPoint(
                                name={"en": "Nobody at home", "zh": "家中无人"},
                                occurrence=5,
                                severity=6,
                                detection=2,
                                rate="8%",
                                recovery="leaves-at-pick-up-point",
                            )
                        ],
                    ),
                    backstage=[
                        BackstageAction(
                            id="loads-the-van",
                            name={"en": "Loads the van", "zh": "装车"},
                            department="logistics",
                            duration="30 min",
                            cost=Cost(other=0.4),
                            needs=["packs", "plans-the-round"],
                        ),
                        BackstageAction(
                            id="leaves-at-pick-up-point",
                            name={"en": "Leaves it at the pick-up point", "zh": "存放至自提点"},
                            department="logistics",
                            stance="remedial",
                            cost=Cost(other=1.5),
                            needs=[],
                            triggers=["takes-the-parcel"],
                        ),
                    ],
                    next=[
                        LinkTo(
                            to="ask-for-help",
                            probability="5%",
                            when={"en": "Damaged or missing", "zh": "破损或缺件"},
                        ),
                        LinkTo(to=None, probability="95%"),
                    ],
                ),
                Step(
                    id="ask-for-help",
                    step={"en": "Ask for help", "zh": "求助"},
                    customer=CustomerAction(
                        name={"en": "Calls for help", "zh": "致电求助"},
                        participation="joint",
                        effort="6 min",
                        asks=[{"en": "order number", "zh": "订单号"}],
                    ),
                    channels=["phone"],
                    moment_of_truth=MomentOfTruth(
                        kind="complaint",
                        importance=4,
                        owner="care",
                        standard=Standard(
                            text={"en": "Mended in the first call", "zh": "首次来电即解决"},
                            at_most="24 h",
                            reviewed="2026-01-15",
                            committed_by="care",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Number on the note", "zh": "送货单上的客服电话"},
                        kind="document",
                    ),
                    experience=Experience(
                        emotion=-1,
                        intensity=3,
                        expectation=7,
                        perception=5,
                        ease=4,
                        success=5,
                        needs=["heard", "ownership"],
                    ),
                    carries_context=["identity", "issue"],
                    frontstage=FrontstageAction(
                        id="listens-and-mends",
                        name={"en": "Listens and mends", "zh": "倾听并解决"},
                        department="care",
                        systems=["help-desk"],
                        knowledge=["delivery-times"],
                        stance="remedial",
                        cost=Cost(other=9),
                    ),
                    next=[
                        LinkTo(
                            to="returns:announce-return",
                            probability="40%",
                            when={"en": "Goods go back", "zh": "需要退货"},
                        ),
                        LinkTo(
                            to="complaint:complain",
                            probability="10%",
                            when={"en": "Not mended", "zh": "未能解决"},
                        ),
                        LinkTo(to=None, probability="50%"),
                    ],
                ),
            ],
        ),
    ],
    catalog=chain.catalog,
)

returns = Blueprint(
    blueprint={"en": "Returns", "zh": "退货"},
    languages=["en", "zh"],
    source=SOURCE,
    owner="operations",
    personas=["busy-parent", "office-worker"],
    ignore=[
        {
            "rule": "BP310",
            "on": ["wms"],
            "because": {
                "en": "Its renewal is decided with the one-day change",
                "zh": "其更新随一日送达变更一并决定",
            },
        }
    ],
    phases=[
        Phase(
            phase={"en": "Send back", "zh": "寄回"},
            steps=[
                Step(
                    id="announce-return",
                    step={"en": "Announce the return", "zh": "申请退货"},
                    customer=CustomerAction(
                        name={"en": "Says what goes back and why", "zh": "说明退货商品与原因"},
                        participation="joint",
                        effort="2 min",
                        asks=[{"en": "reason", "zh": "原因"}],
                    ),
                    channels=["app", "web"],
                    evidence=Evidence(
                        name={"en": "Return form", "zh": "退货申请表"}, kind="digital"
                    ),
                    experience=Experience(
                        emotion=-1,
                        intensity=2,
                        expectation=6,
                        perception=5,
                        ease=5,
                        success=6,
                        needs=["simple"],
                    ),
                    frontstage=FrontstageAction(
                        id="issues-the-label",
                        name={"en": "Issues the return label", "zh": "生成退货标签"},
                        actor="technology",
                        department="it",
                        systems=["web-shop"],
                    ),
                    backstage=BackstageAction(
                        id="approves-the-return",
                        name={"en": "Approves the return", "zh": "审核退货"},
                        department="care",
                        systems=["help-desk"],
                        decides=True,
                    ),
                ),
                Step(
                    id="hand-in-the-goods",
                    step={"en": "Hand in the goods", "zh": "交寄商品"},
                    customer=CustomerAction(
                        name={"en": "Brings the goods back", "zh": "把商品送到自提点"},
                        participation="joint",
                        effort="15 min",
                    ),
                    channels=["pickup-point"],
                    evidence=Evidence(name={"en": "Receipt", "zh": "回执"}, kind="document"),
                    experience=Experience(
                        emotion=0,
                        intensity=1,
                        expectation=6,
                        perception=6,
                        ease=4,
                        success=6,
                        needs=["simple"],
                    ),
                    frontstage=FrontstageAction(
                        id="takes-the-goods",
                        name={"en": "Takes the goods back", "zh": "接收退货"},
                        department="logistics",
                        role={"en": "Shopkeeper", "zh": "自提点店员"},
                    ),
                    backstage=BackstageAction(
                        id="inspects-the-goods",
                        name={"en": "Inspects and books in the goods", "zh": "验货入库"},
                        department="logistics",
                        systems=["wms"],
                        duration="6 h",
                    ),
                ),
            ],
        ),
        Phase(
            phase={"en": "Money back", "zh": "退款"},
            steps=[
                Step(
                    id="get-the-money-back",
                    step={"en": "Get the money back", "zh": "收到退款"},
                    customer=CustomerAction(
                        name={"en": "Finds the money on the account", "zh": "查看退款到账"}
                    ),
                    channels=["app"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "refund", "zh": "退款"},
                        importance=4,
                        owner="finance",
                        standard=Standard(
                            text={"en": "On the account within three days", "zh": "三天内到账"},
                            at_most="3 d",
                            customer=CustomerStandard(at_most="5 d"),
                            reviewed="2026-01-15",
                            declared=["clear", "feasible"],
                            committed_by="finance",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Refund message", "zh": "退款通知"}, kind="digital"
                    ),
                    time=Time(promised="3 d", actual="2 d"),
                    experience=Experience(
                        emotion=1,
                        intensity=3,
                        expectation=7,
                        perception=8,
                        ease=7,
                        success=7,
                        needs=["timely"],
                        values=["reduces-risk"],
                    ),
                    frontstage=FrontstageAction(
                        id="tells-of-the-refund",
                        name={"en": "Tells of the refund", "zh": "通知退款"},
                        actor="technology",
                        department="it",
                        systems=["web-shop"],
                    ),
                    backstage=BackstageAction(
                        id="pays-the-money-back",
                        name={"en": "Pays the money back", "zh": "办理退款"},
                        department="finance",
                        systems=["payment", "order-system"],
                        duration="1 d",
                        needs=["inspects-the-goods"],
                    ),
                    next=[],
                )
            ],
        ),
    ],
    catalog=chain.catalog,
)

complaint = Blueprint(
    blueprint={"en": "Complaint", "zh": "投诉"},
    languages=["en", "zh"],
    source=SOURCE,
    owner="care",
    personas=["busy-parent", "office-worker"],
    ignore=[
        {
            "rule": "BP310",
            "on": ["wms"],
            "because": {
                "en": "Its renewal is decided with the one-day change",
                "zh": "其更新随一日送达变更一并决定",
            },
        }
    ],
    phases=[
        Phase(
            phase={"en": "Say it", "zh": "提出"},
            steps=[
                Step(
                    id="complain",
                    step={"en": "Complain", "zh": "提出投诉"},
                    customer=CustomerAction(
                        name={"en": "Says what went wrong", "zh": "说明哪里出了问题"},
                        participation="joint",
                        effort="3 min",
                    ),
                    channels=["app", "phone"],
                    moment_of_truth=MomentOfTruth(
                        kind="complaint",
                        importance=5,
                        owner="care",
                        standard=Standard(
                            text={"en": "Acknowledged within the hour", "zh": "一小时内确认受理"},
                            at_most="1 h",
                            reviewed="2026-01-15",
                            committed_by="care",
                        ),
                    ),
                    evidence=Evidence(
                        name={
                            "en": "Complaint page that says what happens next",
                            "zh": "说明后续流程的投诉页",
                        },
                        kind="digital",
                    ),
                    experience=Experience(
                        emotion=-3,
                        intensity=5,
                        expectation=6,
                        perception=5,
                        ease=4,
                        success=5,
                        needs=["heard"],
                    ),
                    carries_context=True,
                    frontstage=FrontstageAction(
                        id="receives-the-complaint",
                        name={
                            "en": "Receives and acknowledges the complaint",
                            "zh": "受理并确认投诉",
                        },
                        department="care",
                        systems=["help-desk"],
                        stance="remedial",
                    ),
                    backstage=BackstageAction(
                        id="opens-a-case",
                        name={"en": "Opens a case and keeps track of it", "zh": "立案并跟踪"},
                        department="care",
                        systems=["help-desk"],
                    ),
                )
            ],
        ),
        Phase(
            phase={"en": "Look into it", "zh": "调查"},
            steps=[
                Step(
                    id="wait-for-the-answer",
                    step={"en": "Wait for the answer", "zh": "等待答复"},
                    customer=CustomerAction(
                        name={"en": "Waits and looks how far it is", "zh": "等待并查看处理进度"}
                    ),
                    channels=["app"],
                    evidence=Evidence(
                        name={"en": "Progress of the complaint", "zh": "投诉进度页"},
                        kind="digital",
                    ),
                    time=Time(promised="24 h", acceptable="48 h", actual="20 h", waiting="19 h"),
                    experience=Experience(
                        emotion=-1,
                        intensity=2,
                        expectation=5,
                        perception=6,
                        ease=5,
                        success=5,
                        needs=["useful"],
                    ),
                    frontstage=FrontstageAction(
                        id="shows-the-progress",
                        name={"en": "Shows how far it is", "zh": "显示处理进度"},
                        actor="technology",
                        department="it",
                        systems=["help-desk"],
                        needs=["investigates"],
                    ),
                    backstage=[
                        BackstageAction(
                            id="assesses-the-complaint",
                            name={
                                "en": "Judges how grave and how urgent it is",
                                "zh": "评估严重程度与紧急程度",
                            },
                            department="care",
                            systems=["help-desk"],
                            duration="30 min",
                            needs=[],
                        ),
                        BackstageAction(
                            id="investigates",
                            name={"en": "Finds out what happened", "zh": "查明原因"},
                            department="operations",
                            systems=["order-system"],
                            duration="6 h",
                            needs=["assesses-the-complaint", "gathers-the-trail"],
                        ),
                    ],
                    support=SupportAction(
                        id="gathers-the-trail",
                        name={
                            "en": "Gathers scans and delivery notes",
                            "zh": "调取扫描记录与送货单",
                        },
                        department="logistics",
                        systems=["wms"],
                        duration="2 h",
                    ),
                )
            ],
        ),
        Phase(
            phase={"en": "Put it right", "zh": "解决"},
            steps=[
                Step(
                    id="hear-the-answer",
                    step={"en": "Hear the answer", "zh": "听取答复"},
                    customer=CustomerAction(
                        name={
                            "en": "Hears the answer and picks the remedy",
                            "zh": "听取答复并选择补救方案",
                        },
                        participation="joint",
                        effort="5 min",
                    ),
                    channels=["phone"],
                    moment_of_truth=MomentOfTruth(
                        kind="recovery",
                        importance=5,
                        owner="care",
                        standard=Standard(
                            text={"en": "Answered within a day", "zh": "一天内答复"},
                            at_most="24 h",
                            customer=CustomerStandard(at_most="48 h"),
                            reviewed="2026-01-15",
                            declared=["clear", "feasible"],
                            committed_by="care",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Answer in writing", "zh": "书面答复"}, kind="document"
                    ),
                    time=Time(promised="24 h", actual="20 h"),
                    experience=Experience(
                        emotion=1,
                        intensity=3,
                        expectation=5,
                        perception=7,
                        ease=6,
                        success=6,
                        needs=["appreciated", "ownership"],
                        values=["reduces-anxiety"],
                    ),
                    carries_context=True,
                    frontstage=FrontstageAction(
                        id="gives-the-answer",
                        name={
                            "en": "Says what was found and offers a remedy",
                            "zh": "说明调查结果并提出补救方案",
                        },
                        department="care",
                        systems=["help-desk"],
                        knowledge=["remedies"],
                        stance="remedial",
                        discretion=True,
                    ),
                    backstage=BackstageAction(
                        id="decides-the-remedy",
                        name={"en": "Decides on the remedy", "zh": "核定补救方案"},
                        department="care",
                        decides=True,
                        duration="30 min",
                        needs=["investigates"],
                    ),
                    next=[
                        LinkTo(to="close-the-complaint", probability="70%"),
                        LinkTo(
                            to="returns:announce-return",
                            probability="30%",
                            when={"en": "Goods go back", "zh": "需要退货"},
                        ),
                    ],
                ),
                Step(
                    id="close-the-complaint",
                    step={"en": "Close the complaint", "zh": "结案"},
                    customer=CustomerAction(
                        name={"en": "Says whether it is settled", "zh": "反馈是否已解决"},
                        participation="joint",
                        effort="30 s",
                    ),
                    channels=["app"],
                    evidence=Evidence(
                        name={"en": "Message with one question", "zh": "含一道问题的回访消息"},
                        kind="digital",
                    ),
                    experience=Experience(
                        emotion=1,
                        intensity=1,
                        expectation=4,
                        perception=6,
                        ease=7,
                        success=6,
                        needs=["heard"],
                    ),
                    feedback=["settled-complaints"],
                    frontstage=FrontstageAction(
                        id="closes-the-case",
                        name={"en": "Asks and closes the case", "zh": "回访并结案"},
                        department="care",
                        systems=["help-desk"],
                        stance="remedial",
                    ),
                    backstage=BackstageAction(
                        id="reports-the-cause",
                        name={
                            "en": "Tells everybody on the way what went wrong",
                            "zh": "向沿途各部门通报原因",
                        },
                        department="care",
                        systems=["help-desk"],
                    ),
                    next=[],
                ),
            ],
        ),
    ],
    catalog=chain.catalog,
)

change = Change(
    change={"en": "Deliver within a day", "zh": "一日送达"},
    languages=["en", "zh"],
    because=["second-day", "calls"],
    changes=[Alteration(to="next-day", how="tightened")],
    adds=Adds(
        systems={
            "tracking": AddedSystem(
                name={"en": "Parcel tracking", "zh": "包裹追踪系统"},
                department="it",
                integrates=["wms"],
                used_by=["delivery:hands-over", "delivery:shows-status"],
            )
        },
        actions=[
            AddedAction(
                name={"en": "Prioritises shipments", "zh": "按时效优先排序发货"},
                lane="backstage",
                step="delivery:dispatch-parcel",
                department="logistics",
                systems=["wms"],
                needs=[],
                needed_by=["delivery:picks"],
            )
        ],
    ),
    cost={
        "tracking": ChangeCost(amount=120000, effort="60 d", funded_by="finance"),
        "wms": ChangeCost(amount=80000, effort="40 d", funded_by="finance"),
    },
    moves=["emotion-at-the-door"],
    remeasure="2026-12-01",
)


def main() -> None:
    """Compare with the files, ask the ripple in English and Chinese, and try another question."""
    made = {"complaint": complaint, "delivery": delivery, "order": order, "returns": returns}
    print("Python and YAML say the same:", made == dict(chain.blueprints))
    print("... and so does the change:", change == chain.changes["deliver_within_a_day"])

    report = blueprint.ripple(chain, change=change)
    for lang in ("en", "zh"):
        print()
        print(report.title.into(lang))
        for sentence in report.summary:
            print("-", sentence.into(lang))

    print()
    stopped = blueprint.ripple(chain, ["wms"], direction="disruption")
    print("If the warehouse system stops, this many elements feel it:", len(stopped.reached))


if __name__ == "__main__":
    main()
