"""A child is born, said in Python: forty steps, and who must hear of a change to one register."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import blueprint
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Channel,
    Complaints,
    CustomerAction,
    Department,
    Evidence,
    Experience,
    FailPoint,
    FrontstageAction,
    Goal,
    Goals,
    Ignore,
    Knowledge,
    Lane,
    LaneAction,
    Lever,
    LinkTo,
    Metric,
    MomentOfTruth,
    Notice,
    Observation,
    Pain,
    Persona,
    Phase,
    Product,
    Promise,
    Result,
    Scales,
    Standard,
    Step,
    SupportAction,
    Surprise,
    System,
    Target,
    Time,
    seconds,
)

HERE = Path(__file__).parent

WEEK = 7 * 24 * 3600


def felt(persona: str, emotion: int, *judged: int, **more: Any) -> Experience:  # noqa: ANN401
    """Return what a persona felt and, where given, what it expected and perceived."""
    figures = dict(zip(("expectation", "perception"), judged, strict=False))
    return Experience(persona=persona, emotion=emotion, **figures, **more)


birth = Blueprint(
    blueprint={
        "en": "A child is born — from expecting to day care",
        "zh": "新生儿一件事——从孕期到入托",
    },
    source={
        "en": "Illustrative case of a made-up city, no figure measured",
        "zh": "虚构城市的示例案例，数据非实测",
    },
    languages=["en", "zh"],
    owner="service-centre",
    currency="EUR",
    scales=Scales(emotion=[-3, 3], expectation=[1, 10]),
    ignore=[
        Ignore(
            rule="BP310",
            on=["civil-register"],
            because={
                "en": "Its renewal is in the budget for next year",
                "zh": "更新改造已列入下一年度预算",
            },
        )
    ],
    lanes=[
        Lane(id="customer", name={"en": "What the family does", "zh": "家庭行为"}),
        Lane(id="partners", after="support", name={"en": "Partners", "zh": "协作单位"}),
    ],
    departments={
        "service-centre": Department(
            name={"en": "Citizen service centre", "zh": "政务服务中心"},
            house="front",
            told_of=["service", "channel"],
        ),
        "registry": Department(
            name={"en": "Civil registry", "zh": "出生登记处"}, house="front", told_of=["service"]
        ),
        "residents": Department(
            name={"en": "Residents' office", "zh": "居民登记处"}, house="front"
        ),
        "benefits": Department(
            name={"en": "Family benefits office", "zh": "家庭津贴处"},
            house="front",
            told_of=["product", "service"],
        ),
        "childcare": Department(name={"en": "Childcare office", "zh": "托育服务科"}, house="front"),
        "health": Department(
            name={"en": "Public health office", "zh": "公共卫生科"}, house="front"
        ),
        "treasury": Department(
            name={"en": "City treasury", "zh": "市财政局"}, house="back", told_of=["cost"]
        ),
        "it": Department(name={"en": "City IT", "zh": "市信息中心"}, house="back"),
        "hospital": Department(
            name={"en": "Maternity hospital", "zh": "妇产医院"}, house="partner"
        ),
        "employer": Department(name={"en": "Employers", "zh": "用人单位"}, house="partner"),
        "insurer": Department(name={"en": "Health insurer", "zh": "医保机构"}, house="partner"),
        "interpreters": Department(
            name={"en": "Interpreting service", "zh": "翻译服务机构"}, house="partner"
        ),
        "nurseries": Department(name={"en": "Day nurseries", "zh": "托育园"}, house="partner"),
    },
    systems={
        "portal": System(
            name={"en": "City portal", "zh": "市政务网"},
            department="service-centre",
            integrates=["e-file"],
        ),
        "booking": System(
            name={"en": "Appointment book", "zh": "预约系统"}, department="service-centre"
        ),
        "civil-register": System(
            name={"en": "Civil register", "zh": "出生登记库"},
            department="registry",
            legacy=True,
            integrates=["population-register"],
        ),
        "population-register": System(
            name={"en": "Population register", "zh": "人口库"}, department="residents"
        ),
        "e-file": System(
            name={"en": "Electronic case file", "zh": "电子卷宗"},
            department="it",
            integrates=["benefit-case"],
        ),
        "benefit-case": System(
            name={"en": "Benefit case system", "zh": "津贴办理系统"},
            department="benefits",
            integrates=["payments"],
        ),
        "payments": System(name={"en": "Payment run", "zh": "发放系统"}, department="treasury"),
        "places": System(
            name={"en": "Nursery place finder", "zh": "托位系统"}, department="childcare"
        ),
    },
    channels={
        "counter": Channel(name={"en": "Counter", "zh": "窗口"}, kind="store", hours="08:00-16:00"),
        "web": Channel(name={"en": "Web", "zh": "网上"}, kind="web"),
        "phone": Channel(name={"en": "Phone", "zh": "电话"}, kind="voice", hours="08:00-18:00"),
        "mail": Channel(name={"en": "Mail", "zh": "邮寄"}, kind="mail"),
        "home": Channel(name={"en": "Home visit", "zh": "上门"}),
        "ward": Channel(name={"en": "Maternity ward", "zh": "产科病房"}, kind="store"),
    },
    personas={
        "first-time-parents": Persona(
            name={"en": "First-time parents", "zh": "新手父母"},
            age="26-34",
            location={"en": "City district", "zh": "市区"},
            favourite_brands=["IKEA"],
            turn_ons=[{"en": "One list with all steps", "zh": "一张清单看清所有步骤"}],
            turn_offs=[{"en": "The same form at three offices", "zh": "同一表格填三遍"}],
            channels=["web", "counter", "phone", "home", "mail", "ward"],
            devices=[{"en": "Phone", "zh": "手机"}, {"en": "Laptop", "zh": "笔记本电脑"}],
            behaviours=[{"en": "Read up at night", "zh": "晚上查资料"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "Everything settled before leave ends", "zh": "产假结束前全部办妥"},
                    met_by=["first-payment", "sign-for-a-place"],
                ),
                emotional={"en": "Time for the child, not for offices", "zh": "把时间留给孩子"},
            ),
            share="55%",
            patience="21 d",
        ),
        "single-parent": Persona(
            name={"en": "Single mother on shifts", "zh": "倒班的单亲妈妈"},
            age="22-38",
            location={"en": "Outskirts", "zh": "城郊"},
            favourite_brands=["Lidl"],
            turn_ons=[{"en": "Open after work", "zh": "下班后能办理"}],
            turn_offs=[{"en": "Money that comes late", "zh": "钱迟迟不到账"}],
            channels=["phone", "web", "mail", "counter", "home", "ward"],
            devices=[{"en": "Phone", "zh": "手机"}],
            behaviours=[{"en": "Calls in breaks", "zh": "休息时打电话"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "Money when the wage stops", "zh": "工资停发时津贴到账"},
                    met_by=["first-payment"],
                ),
                emotional=Goal(
                    text={"en": "Not to be looked down on", "zh": "不被轻视"},
                    met_by=["hand-in-the-application"],
                ),
            ),
            share="20%",
            patience="14 d",
        ),
        "newcomers": Persona(
            name={"en": "Family new to the country", "zh": "新移民家庭"},
            age="25-40",
            location={"en": "Station quarter", "zh": "车站片区"},
            favourite_brands=["WhatsApp"],
            turn_ons=[{"en": "Plain words, own language", "zh": "用词通俗，有母语版本"}],
            turn_offs=[{"en": "Papers sent back unexplained", "zh": "无说明退件"}],
            channels=["counter", "phone", "mail", "web", "home", "ward"],
            devices=[{"en": "Phone", "zh": "手机"}],
            behaviours=[{"en": "Bring a friend who translates", "zh": "请朋友陪同翻译"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "A valid certificate for the child", "zh": "拿到有效出生证明"},
                    met_by=["receive-the-certificate"],
                ),
                emotional={"en": "To belong here", "zh": "有归属感"},
            ),
            share="25%",
            patience="30 d",
        ),
    },
    products={
        "family-allowance": Product(name={"en": "Family allowance", "zh": "家庭津贴"}),
        "birth-certificate": Product(name={"en": "Birth certificate", "zh": "出生证明"}),
    },
    promises={
        "certificate-in-a-week": Promise(
            text={"en": "The certificate within a week", "zh": "一周内拿到出生证明"},
            about="birth-certificate",
            made_by="registry",
            source={"en": "City service charter", "zh": "市政府服务承诺"},
            target=Target(
                measure="duration",
                at_most="7 d",
                from_="register-the-birth",
                to="receive-the-certificate",
            ),
            kept_by=["receive-the-certificate"],
        ),
        "decision-in-three-weeks": Promise(
            text={"en": "A decision in three weeks", "zh": "三周内作出决定"},
            about="family-allowance",
            made_by="benefits",
            source={"en": "City service charter", "zh": "市政府服务承诺"},
            target=Target(
                measure="duration",
                at_most="21 d",
                from_="hand-in-the-application",
                to="read-the-decision",
            ),
            kept_by=["read-the-decision"],
        ),
    },
    knowledge={
        "life-event-guide": Knowledge(
            name={"en": "Guide for new parents", "zh": "新生儿办事指南"},
            department="service-centre",
            updated="2026-02-01",
            answers={
                "web": {"en": "All steps in order", "zh": "按顺序列出全部步骤"},
                "phone": {"en": "The same steps", "zh": "同样的步骤"},
            },
            fed_by=["phone", "counter"],
        )
    },
    metrics={
        "ease": Metric(
            name={"en": "Ease of the step", "zh": "办理便捷度"},
            kind="ces",
            scale=[1, 7],
            positive=[5, 7],
            negative=[1, 3],
        )
    },
    results=[
        Result(
            metric="ease",
            at="register-the-birth",
            date="2026-04-30",
            value=5.2,
            n=310,
            instrument="illustrative",
        ),
        Result(
            metric="ease",
            at="attach-the-proofs",
            date="2026-04-30",
            value=2.8,
            n=268,
            instrument="illustrative",
        ),
        Result(
            metric="ease",
            at="read-the-decision",
            date="2026-04-30",
            value=3.6,
            n=241,
            instrument="illustrative",
        ),
        Result(
            metric="ease",
            at="sign-for-a-place",
            date="2026-04-30",
            value=4.3,
            n=122,
            instrument="illustrative",
        ),
    ],
    levers={
        "bedside-registration": Lever(
            name={"en": "Registrar comes to the ward", "zh": "登记员进病房办理"},
            effect="accelerator",
            steps=["fill-in-the-birth-form"],
            since="2026-01-15",
            metrics=["ease"],
            primary="ease",
            strategy={"en": "bring the office to the family", "zh": "把窗口送到家庭"},
        ),
        "paper-proofs": Lever(
            name={"en": "Proofs on paper only", "zh": "只收纸质证明"},
            effect="inhibitor",
            steps=["attach-the-proofs"],
            metrics=["ease"],
        ),
    },
    observations={
        "status-calls": Observation(
            says={"en": "Half of all calls ask how far the case is", "zh": "半数来电询问办理进度"},
            about=["wait-for-the-decision"],
            method="analytics",
            date="2026-03-31",
            sample=800,
            source={"en": "Illustrative figure", "zh": "示例数据"},
        ),
        "second-visit": Observation(
            says={"en": "Families come twice for one stamp", "zh": "为一个章跑两趟"},
            about=["bring-what-is-missing"],
            method="observation",
            date="2026-03-12",
            sample=24,
            source={"en": "Illustrative figure", "zh": "示例数据"},
        ),
    },
    complaints=Complaints(
        entry=["object-to-the-decision"],
        channels=["mail", "counter"],
        told_in=["mail"],
        remedy={"en": "A second look by another officer", "zh": "由另一名工作人员复核"},
        expect={"en": "Answer within four weeks", "zh": "四周内答复"},
        stages={"receive": "service-centre", "investigate": "benefits", "respond": "benefits"},
    ),
    phases=[
        Phase(
            phase={"en": "Expecting", "zh": "孕期准备"},
            steps=[
                Step(
                    id="find-out-what-awaits",
                    step={"en": "Find out what awaits", "zh": "了解要办什么"},
                    channels=["web"],
                    evidence=Evidence(
                        name={"en": "Life-event page", "zh": "“新生儿”主题页面"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Searches what to do when", "zh": "搜索何时办什么"},
                        participation="joint",
                        effort="45 min",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Guide lists all steps", "zh": "指南列出全部步骤"},
                        actor="technology",
                        department="service-centre",
                        systems=["portal"],
                        knowledge=["life-event-guide"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Editors keep the guide current", "zh": "编辑维护指南内容"},
                        department="service-centre",
                    ),
                    experience=[
                        felt("first-time-parents", 1, 5, 6, needs=["useful"]),
                        felt("single-parent", 0, 5, 5),
                        felt(
                            "newcomers",
                            -1,
                            4,
                            3,
                            needs=["simple"],
                            pain=Pain(
                                name={"en": "Only in the local language", "zh": "只有本国语言"},
                                scope="surface",
                            ),
                        ),
                    ],
                ),
                Step(
                    id="get-the-maternity-record",
                    step={"en": "Get the maternity record", "zh": "领取孕产手册"},
                    channels=["counter"],
                    evidence=Evidence(
                        name={"en": "Maternity record", "zh": "孕产妇保健手册"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Goes to the first check-up", "zh": "首次产检建册"},
                        participation="joint",
                        effort="2 h",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Midwife opens the record", "zh": "助产士建立手册"},
                        department="hospital",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Notes due date and risks", "zh": "记录预产期与风险"},
                        department="hospital",
                    ),
                    support=SupportAction(
                        name={"en": "Screening plan is set up", "zh": "制定筛查计划"},
                        department="health",
                    ),
                    experience=[
                        felt("first-time-parents", 2, needs=["heard"]),
                        felt("single-parent", 1),
                        felt("newcomers", 1),
                    ],
                ),
                Step(
                    id="tell-the-employer",
                    step={"en": "Tell the employer", "zh": "告知用人单位"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "Certificate of due date", "zh": "预产期证明"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Hands in the due-date certificate", "zh": "提交预产期证明"},
                        participation="self",
                        effort="30 min",
                    ),
                    experience=[
                        felt("first-time-parents", 0),
                        felt(
                            "single-parent",
                            -2,
                            pain={"en": "Fear for the contract", "zh": "担心合同不续"},
                        ),
                        felt("newcomers", -1),
                    ],
                    lanes={
                        "partners": LaneAction(
                            id="plans-leave",
                            name={"en": "Employer plans the leave", "zh": "单位安排产假"},
                            department="employer",
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="work-out-the-money",
                    step={"en": "Work out the money", "zh": "测算津贴"},
                    channels=["web", "phone"],
                    evidence=Evidence(
                        name={"en": "Benefit calculator", "zh": "津贴计算器"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Tries what the family will get", "zh": "试算能领多少"},
                        participation="joint",
                        effort="25 min",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Adviser explains over the phone", "zh": "顾问电话讲解"},
                            department="benefits",
                            channels=["phone"],
                            duration="12 min",
                        ),
                        FrontstageAction(
                            name={
                                "en": "Calculator shows months and sums",
                                "zh": "计算器显示月份与金额",
                            },
                            actor="technology",
                            department="benefits",
                            systems=["portal"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Keeps rates up to date", "zh": "更新津贴标准"},
                        department="benefits",
                    ),
                    support=SupportAction(
                        name={"en": "Rules are kept in the case system", "zh": "系统维护津贴规则"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    time=Time(actual="25 min", perceived="45 min"),
                    experience=[
                        felt("first-time-parents", 0, 5, 4),
                        felt("single-parent", -1, 6, 4, needs=["simple"]),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="declare-parenthood",
                    step={"en": "Declare parenthood", "zh": "确认亲子关系"},
                    channels=["counter"],
                    evidence=[
                        Evidence(
                            name={"en": "Declaration of parenthood", "zh": "亲子关系声明"},
                            kind="document",
                        ),
                        Evidence(
                            name={"en": "Quiet room with two chairs", "zh": "安静的双座接待室"},
                            kind="facility",
                        ),
                    ],
                    customer=CustomerAction(
                        name={"en": "Both parents sign", "zh": "父母双方签字"},
                        participation="joint",
                        effort="1 h",
                        asks=[
                            {"en": "passports", "zh": "护照"},
                            {"en": "birth certificates", "zh": "出生证明"},
                        ],
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Registrar takes the declaration", "zh": "登记员受理声明"},
                        department="registry",
                        duration="30 min",
                        role={"en": "Registrar", "zh": "登记员"},
                    ),
                    backstage=BackstageAction(
                        id="checks-foreign-papers",
                        name={"en": "Checks papers from abroad", "zh": "核验境外证件"},
                        department="registry",
                        duration="40 min",
                    ),
                    support=SupportAction(
                        name={"en": "Declaration is stored", "zh": "声明归档"},
                        department="registry",
                        systems=["e-file"],
                    ),
                    experience=[
                        felt("first-time-parents", 1),
                        felt("single-parent", -1),
                        felt("newcomers", -1, 5, 4, needs=["heard"]),
                    ],
                    lanes={
                        "partners": LaneAction(
                            name={"en": "Interpreter on call", "zh": "译员在线待命"},
                            department="interpreters",
                            lane="partners",
                        )
                    },
                ),
            ],
        ),
        Phase(
            phase={"en": "Birth", "zh": "出生"},
            steps=[
                Step(
                    id="go-to-hospital",
                    step={"en": "Go to hospital", "zh": "入院待产"},
                    channels=["ward"],
                    evidence=Evidence(
                        name={"en": "Maternity ward", "zh": "产科病区"}, kind="facility"
                    ),
                    customer=CustomerAction(
                        name={"en": "Arrives at the ward", "zh": "到达产科"}, participation="joint"
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Midwife admits the family", "zh": "助产士接诊"},
                        department="hospital",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Prepares the delivery room", "zh": "准备产房"},
                        department="hospital",
                    ),
                    experience=[
                        felt("first-time-parents", 1, needs=["known"]),
                        felt("single-parent", 0),
                        felt("newcomers", 0),
                    ],
                ),
                Step(
                    id="child-is-born",
                    step={"en": "The child is born", "zh": "孩子出生"},
                    channels=["ward"],
                    evidence=Evidence(
                        name={"en": "Name band", "zh": "新生儿腕带"}, kind="equipment"
                    ),
                    customer=CustomerAction(
                        name={"en": "Holds the child", "zh": "怀抱新生儿"}, participation="joint"
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Midwife and doctor attend", "zh": "医护接生"},
                        department="hospital",
                    ),
                    backstage=BackstageAction(
                        id="writes-birth-record",
                        name={"en": "Writes the birth record", "zh": "填写分娩记录"},
                        department="hospital",
                    ),
                    experience=[
                        felt("first-time-parents", 3, needs=["delighted"]),
                        felt("single-parent", 3, needs=["appreciated"]),
                        felt("newcomers", 3),
                    ],
                ),
                Step(
                    id="choose-the-name",
                    step={"en": "Choose the name", "zh": "取名"},
                    channels=["ward", "web"],
                    evidence=Evidence(
                        name={"en": "Leaflet on naming rules", "zh": "取名规则说明"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Agrees on a name", "zh": "商定姓名"},
                        participation="self",
                        effort="3 h",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Page answers name questions", "zh": "网页解答取名问题"},
                        actor="technology",
                        department="registry",
                        systems=["portal"],
                        needs=[],
                    ),
                    experience=[
                        felt("first-time-parents", 2),
                        felt("single-parent", 1),
                        felt(
                            "newcomers",
                            0,
                            pain={"en": "Spelling does not fit the form", "zh": "拼写与表格不符"},
                        ),
                    ],
                ),
                Step(
                    id="fill-in-the-birth-form",
                    step={"en": "Fill in the birth form", "zh": "填写出生登记表"},
                    channels=["ward"],
                    evidence=Evidence(
                        name={"en": "Birth form with examples", "zh": "附样例的登记表"},
                        kind="document",
                    ),
                    customer=CustomerAction(
                        name={"en": "Signs the form at the bedside", "zh": "在床边签署表格"},
                        participation="joint",
                        effort="20 min",
                        asks=[
                            {"en": "names", "zh": "姓名"},
                            {"en": "parents' papers", "zh": "父母证件"},
                        ],
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Ward clerk helps to fill it in", "zh": "病区文员协助填写"},
                            department="hospital",
                            duration="20 min",
                        ),
                        FrontstageAction(
                            name={"en": "Tablet checks the entries", "zh": "平板即时校验"},
                            actor="technology",
                            department="registry",
                            systems=["portal"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Doctor confirms the birth", "zh": "医生确认出生信息"},
                        department="hospital",
                        needs=["sends-birth-notice"],
                    ),
                    experience=[
                        felt("first-time-parents", 1, 4, 7, needs=["simple", "timely"]),
                        felt("single-parent", 1, 4, 7),
                        felt("newcomers", 0, 4, 5),
                    ],
                    lanes={
                        "partners": LaneAction(
                            id="sends-birth-notice",
                            name={
                                "en": "Hospital sends the birth notice",
                                "zh": "医院报送出生信息",
                            },
                            department="hospital",
                            duration="1 d",
                            triggers=[
                                LinkTo(
                                    to="checks-the-notice", label={"en": "notice", "zh": "出生信息"}
                                )
                            ],
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="midwife-comes-home",
                    step={"en": "The midwife comes home", "zh": "助产士家访"},
                    channels=["home"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "first visit", "zh": "首次上门"},
                        importance=4,
                        owner="health",
                        standard=Standard(
                            text={
                                "en": "A visit within three days of coming home",
                                "zh": "出院三日内上门",
                            },
                            at_most="3 d",
                            reviewed="2026-01-20",
                            committed_by="health",
                        ),
                    ),
                    evidence=Evidence(
                        name={
                            "en": "Midwife with scales and time",
                            "zh": "带着秤、不赶时间的助产士",
                        },
                        kind="person",
                    ),
                    customer=CustomerAction(
                        name={"en": "Asks what she did not dare to ask", "zh": "问出不敢问的问题"},
                        participation="joint",
                    ),
                    frontstage=FrontstageAction(
                        name={
                            "en": "Midwife weighs, listens, advises",
                            "zh": "助产士称重、倾听、指导",
                        },
                        department="health",
                        duration="60 min",
                        stance="proactive",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Plans the rounds", "zh": "安排家访路线"},
                        department="health",
                        duration="10 min",
                    ),
                    support=SupportAction(
                        name={
                            "en": "Visit is noted in the child's record",
                            "zh": "家访记入儿童档案",
                        },
                        department="health",
                        systems=["e-file"],
                    ),
                    time=Time(promised="3 d", actual="3 d"),
                    experience=[
                        felt("first-time-parents", 2, 5, 8),
                        felt(
                            "single-parent",
                            2,
                            4,
                            8,
                            needs=["heard", "known"],
                            surprise=Surprise(
                                name={
                                    "en": "A hand-knitted cap from the quarter",
                                    "zh": "社区志愿者手织的小帽",
                                },
                                prepared_by=["plans-the-rounds"],
                                kinds=["beyond-expectation"],
                                situation={"en": "First visit", "zh": "首次家访"},
                            ),
                        ),
                        felt("newcomers", 2, 3, 8),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "Register", "zh": "出生登记"},
            steps=[
                Step(
                    id="book-a-slot",
                    step={"en": "Book a slot", "zh": "预约办理"},
                    channels=["web", "phone"],
                    evidence=Evidence(
                        name={"en": "Calendar with free slots", "zh": "可预约时段日历"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        name={"en": "Books a slot at the registry", "zh": "预约登记时段"},
                        participation="joint",
                        effort="10 min",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Hotline books for callers", "zh": "热线代为预约"},
                            department="service-centre",
                            channels=["phone"],
                            duration="4 min",
                        ),
                        FrontstageAction(
                            name={"en": "Calendar offers slots", "zh": "日历显示可约时段"},
                            actor="technology",
                            department="service-centre",
                            systems=["booking"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Opens slots week by week", "zh": "按周放出号源"},
                        department="registry",
                        needs=["appointment-book"],
                    ),
                    support=SupportAction(
                        id="appointment-book",
                        name={"en": "Appointment book holds the slots", "zh": "预约系统锁定时段"},
                        department="it",
                        systems=["booking"],
                    ),
                    hours={"hotline": "08:00-18:00"},
                    experience=[
                        felt("first-time-parents", -1, 6, 4),
                        felt(
                            "single-parent",
                            -2,
                            6,
                            3,
                            pain={"en": "No slot after four o'clock", "zh": "四点后没有号"},
                        ),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="wait-at-the-town-hall",
                    step={"en": "Wait at the town hall", "zh": "大厅等候"},
                    channels=["counter"],
                    evidence=[
                        Evidence(
                            name={"en": "Waiting hall, pram space", "zh": "等候厅与婴儿车位"},
                            kind="facility",
                        ),
                        Evidence(name={"en": "Call screen", "zh": "叫号屏"}, kind="digital"),
                    ],
                    customer=CustomerAction(
                        name={"en": "Waits with the baby", "zh": "带婴儿等候"},
                        participation="joint",
                        pain={
                            "en": "25 minutes with a crying child",
                            "zh": "抱着哭闹的孩子等 25 分钟",
                        },
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={
                                "en": "Steward lets prams go first",
                                "zh": "引导员让婴儿家庭先行",
                            },
                            department="service-centre",
                        ),
                        FrontstageAction(
                            name={"en": "Screen calls the number", "zh": "屏幕叫号"},
                            actor="technology",
                            department="service-centre",
                            systems=["booking"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Opens a second counter at peak", "zh": "高峰加开窗口"},
                        department="service-centre",
                    ),
                    time=Time(
                        promised="10 min",
                        acceptable="15 min",
                        actual="25 min",
                        perceived="40 min",
                        waiting="25 min",
                    ),
                    experience=[
                        felt("first-time-parents", -1, 5, 3),
                        felt("single-parent", -2, 5, 3),
                        felt("newcomers", -1, 4, 3),
                    ],
                ),
                Step(
                    id="register-the-birth",
                    step={"en": "Register the birth", "zh": "办理出生登记"},
                    channels=["counter"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "registration", "zh": "登记"},
                        importance=5,
                        owner="registry",
                        standard=Standard(
                            text={
                                "en": "Registered in one visit of at most half an hour",
                                "zh": "一次办结，不超过半小时",
                            },
                            at_most="30 min",
                            reviewed="2026-01-20",
                            committed_by=["registry", "hospital"],
                        ),
                    ),
                    evidence=[
                        Evidence(
                            name={"en": "Draft entry to read through", "zh": "待核对的登记草稿"},
                            kind="document",
                        ),
                        Evidence(name={"en": "Pen and seal", "zh": "签字笔与印章"}, kind="tool"),
                    ],
                    customer=CustomerAction(
                        name={"en": "Checks the entry and signs", "zh": "核对登记内容并签字"},
                        participation="joint",
                        effort="30 min",
                        asks=[
                            {"en": "passports", "zh": "护照"},
                            {"en": "parenthood declaration", "zh": "亲子关系声明"},
                            {"en": "birth form", "zh": "出生登记表"},
                        ],
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Registrar enters the child", "zh": "登记员录入新生儿"},
                        department="registry",
                        duration="25 min",
                        role={"en": "Registrar", "zh": "登记员"},
                        systems=["civil-register"],
                        needs=["checks-the-notice"],
                        fails=[
                            FailPoint(
                                name={"en": "Name misspelt", "zh": "姓名录入有误"},
                                occurrence=3,
                                severity=8,
                                detection=5,
                                rate="2%",
                                recovery="reissues-the-entry",
                            )
                        ],
                    ),
                    backstage=[
                        BackstageAction(
                            id="checks-the-notice",
                            name={"en": "Checks the hospital's notice", "zh": "核对医院报送信息"},
                            department="registry",
                            duration="10 min",
                            needs=["civil-register-entry"],
                        ),
                        BackstageAction(
                            id="reissues-the-entry",
                            name={"en": "Corrects and reissues the entry", "zh": "更正并重新出具"},
                            department="registry",
                            stance="remedial",
                            needs=[],
                            triggers=["prints-the-certificate"],
                        ),
                    ],
                    support=SupportAction(
                        id="civil-register-entry",
                        name={"en": "Civil register holds the entry", "zh": "出生登记库存档"},
                        department="registry",
                        systems=["civil-register"],
                    ),
                    feedback=["ease"],
                    carries_context=["identity"],
                    next=[
                        LinkTo(
                            to="bring-what-is-missing",
                            probability="18%",
                            when={"en": "A paper is missing", "zh": "缺少材料"},
                        ),
                        LinkTo(
                            to="receive-the-certificate",
                            probability="82%",
                            when={"en": "All there", "zh": "材料齐全"},
                        ),
                    ],
                    time=Time(promised="30 min", actual="35 min", perceived="30 min"),
                    experience=[
                        felt("first-time-parents", 2, 6, 8, needs=["appreciated"]),
                        felt("single-parent", 1, 6, 7),
                        felt("newcomers", -1, 6, 4, needs=["heard"]),
                    ],
                ),
                Step(
                    id="bring-what-is-missing",
                    step={"en": "Bring what is missing", "zh": "补交材料"},
                    channels=["counter", "mail"],
                    evidence=Evidence(
                        name={"en": "Slip that names the paper", "zh": "写明所缺材料的单子"},
                        kind="document",
                    ),
                    customer=CustomerAction(
                        name={
                            "en": "Gets the translated, stamped paper",
                            "zh": "取得翻译并盖章的文件",
                        },
                        participation="joint",
                        effort="4 h",
                        pain={"en": "Second trip for one stamp", "zh": "为一个章再跑一趟"},
                    ),
                    frontstage=FrontstageAction(
                        name={
                            "en": "Counter says exactly what is missing",
                            "zh": "窗口一次说清所缺材料",
                        },
                        department="registry",
                        stance="remedial",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Keeps the file open", "zh": "保留案件待补"},
                        department="registry",
                    ),
                    next=["register-the-birth"],
                    time=Time(actual="5 d", waiting="3 d"),
                    experience=[
                        felt("first-time-parents", -1),
                        felt("single-parent", -2),
                        felt("newcomers", -3, 5, 2, needs=["simple"]),
                    ],
                    lanes={
                        "partners": LaneAction(
                            name={"en": "Translates and certifies", "zh": "翻译并认证"},
                            department="interpreters",
                            duration="2 d",
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="receive-the-certificate",
                    step={"en": "Receive the certificate", "zh": "领取出生证明"},
                    channels=["mail", "counter"],
                    evidence=[
                        Evidence(
                            name={"en": "Birth certificate", "zh": "出生证明"}, kind="document"
                        ),
                        Evidence(
                            name={"en": "Copies for three offices", "zh": "分送三个部门的副本"},
                            kind="document",
                        ),
                    ],
                    customer=CustomerAction(
                        name={"en": "Opens the envelope", "zh": "拆开信封"}, participation="joint"
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Sends the certificate with a card", "zh": "寄送证明并附贺卡"},
                        department="registry",
                        channels=["mail"],
                    ),
                    backstage=BackstageAction(
                        id="prints-the-certificate",
                        name={"en": "Prints and seals", "zh": "打印并盖章"},
                        department="registry",
                        duration="15 min",
                        needs=["civil-register-entry"],
                    ),
                    support=SupportAction(
                        id="population-is-told",
                        name={"en": "Population register is told", "zh": "同步人口库"},
                        department="residents",
                        systems=["population-register"],
                        needs=["civil-register-entry"],
                    ),
                    time=Time(promised="7 d", actual="6 d", perceived="7 d", waiting="5 d"),
                    experience=[
                        felt("first-time-parents", 2, 6, 7),
                        felt("single-parent", 1, 6, 7),
                        felt("newcomers", 2, 6, 8, needs=["ownership"]),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "Identity and cover", "zh": "身份与参保"},
            steps=[
                Step(
                    id="become-a-resident",
                    step={"en": "Become a resident", "zh": "登记居民身份"},
                    channels=["web"],
                    evidence=Evidence(
                        name={"en": "Message that it is done", "zh": "办结提醒"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Reads that nothing needs doing", "zh": "得知无需再办"},
                        participation="joint",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Portal tells of the entry", "zh": "门户告知已登记"},
                        actor="technology",
                        department="residents",
                        systems=["portal"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Adds the child to the household", "zh": "将孩子计入家庭户"},
                        department="residents",
                    ),
                    support=SupportAction(
                        name={
                            "en": "Population register links parent and child",
                            "zh": "人口库关联亲子",
                        },
                        department="residents",
                        systems=["population-register"],
                        needs=["population-is-told"],
                    ),
                    experience=[
                        felt("first-time-parents", 1, 4, 7, needs=["simple"]),
                        felt("single-parent", 1),
                        felt("newcomers", 1),
                    ],
                ),
                Step(
                    id="get-the-tax-number",
                    step={"en": "Get the tax number", "zh": "取得税号"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "Letter with the number", "zh": "税号通知信"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Files the letter", "zh": "收存信件"}, participation="self"
                    ),
                    backstage=BackstageAction(
                        name={"en": "Sends the number by mail", "zh": "邮寄税号"},
                        department="treasury",
                        duration="10 d",
                        needs=["population-is-told"],
                    ),
                    time=Time(actual="14 d", waiting="14 d"),
                    experience=[
                        felt("first-time-parents", 0),
                        felt("single-parent", -1),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="insure-the-child",
                    step={"en": "Insure the child", "zh": "办理儿童医保"},
                    channels=["phone", "mail"],
                    evidence=Evidence(
                        name={"en": "Insurance card", "zh": "医保卡"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Adds the child to the family cover", "zh": "为孩子参保"},
                        participation="joint",
                        effort="25 min",
                        asks=[{"en": "birth certificate", "zh": "出生证明"}],
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Clerk takes the call", "zh": "坐席受理来电"},
                        department="insurer",
                        channels=["phone"],
                        duration="10 min",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Checks the family cover", "zh": "核对家庭参保"},
                        department="insurer",
                        needs=["issues-the-card"],
                    ),
                    experience=[
                        felt(
                            "first-time-parents",
                            0,
                            pain={"en": "Same certificate, third copy", "zh": "同一证明交第三份"},
                        ),
                        felt("single-parent", 0),
                        felt("newcomers", -1),
                    ],
                    lanes={
                        "partners": LaneAction(
                            id="issues-the-card",
                            name={"en": "Insurer issues the card", "zh": "医保机构制卡"},
                            department="insurer",
                            duration="7 d",
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="choose-a-doctor",
                    step={"en": "Choose a children's doctor", "zh": "选择儿科医生"},
                    channels=["web", "phone"],
                    evidence=Evidence(
                        name={"en": "List with free practices", "zh": "可接诊医生名录"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        name={"en": "Finds a practice nearby", "zh": "就近找诊所"},
                        participation="joint",
                        effort="1 h",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Map shows who takes children", "zh": "地图显示可接诊诊所"},
                        actor="technology",
                        department="health",
                        systems=["portal"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Asks practices for free places", "zh": "向诊所核实名额"},
                        department="health",
                    ),
                    experience=[
                        felt("first-time-parents", 0),
                        felt("single-parent", -1),
                        felt("newcomers", -2, needs=["fitting"]),
                    ],
                ),
                Step(
                    id="get-the-vaccination-plan",
                    step={"en": "Get the vaccination plan", "zh": "领取接种计划"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "Vaccination booklet", "zh": "预防接种证"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Pins the plan to the fridge", "zh": "把计划贴在冰箱上"},
                        participation="self",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Sends the booklet with dates", "zh": "寄送接种证与日期"},
                        department="health",
                        stance="proactive",
                        channels=["mail"],
                    ),
                    support=SupportAction(
                        name={"en": "Reminder dates are computed", "zh": "系统排定提醒日期"},
                        department="health",
                        systems=["population-register"],
                    ),
                    experience=[
                        felt("first-time-parents", 1, needs=["useful"]),
                        felt("single-parent", 1),
                        felt("newcomers", 1),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "Apply for allowance", "zh": "申请津贴"},
            steps=[
                Step(
                    id="log-in",
                    step={"en": "Log in", "zh": "登录账户"},
                    channels=["web"],
                    evidence=Evidence(name={"en": "Log-in page", "zh": "登录页面"}, kind="digital"),
                    customer=CustomerAction(
                        name={"en": "Proves who she is online", "zh": "线上实名认证"},
                        participation="joint",
                        effort="15 min",
                        pain={"en": "Code comes by mail", "zh": "验证码靠邮寄"},
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Help desk resets the account", "zh": "帮办台重置账户"},
                            department="service-centre",
                            channels=["phone"],
                            duration="8 min",
                        ),
                        FrontstageAction(
                            name={"en": "Portal checks the identity", "zh": "门户核验身份"},
                            actor="technology",
                            department="it",
                            systems=["portal"],
                        ),
                    ],
                    support=SupportAction(
                        name={"en": "Identity service answers", "zh": "身份认证服务应答"},
                        department="it",
                    ),
                    experience=[
                        felt("first-time-parents", -1, 6, 4),
                        felt("single-parent", -2, 6, 3, needs=["simple"]),
                        felt("newcomers", -2, 5, 2),
                    ],
                ),
                Step(
                    id="fill-in-the-application",
                    step={"en": "Fill in the application", "zh": "填写申请"},
                    channels=["web", "counter"],
                    evidence=Evidence(
                        name={"en": "Form with known data filled in", "zh": "已预填的申请表"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        name={"en": "Checks the filled-in form", "zh": "核对预填信息"},
                        participation="joint",
                        effort="40 min",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={
                                "en": "Helper sits beside at the counter",
                                "zh": "窗口人员陪同填写",
                            },
                            department="service-centre",
                            channels=["counter"],
                            duration="25 min",
                        ),
                        FrontstageAction(
                            name={"en": "Form fills in what is known", "zh": "表单自动预填"},
                            actor="technology",
                            department="benefits",
                            systems=["portal"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Sets which questions are asked", "zh": "设定提问逻辑"},
                        department="benefits",
                    ),
                    support=SupportAction(
                        name={"en": "Data are fetched from the registers", "zh": "从各库调取数据"},
                        department="it",
                        systems=["population-register"],
                        needs=["population-is-told"],
                    ),
                    experience=[
                        felt("first-time-parents", 0, 5, 6, needs=["simple"]),
                        felt("single-parent", 0, 5, 6),
                        felt("newcomers", -1, 4, 4),
                    ],
                ),
                Step(
                    id="attach-the-proofs",
                    step={"en": "Attach the proofs", "zh": "上传证明"},
                    channels=["web", "mail"],
                    evidence=Evidence(
                        name={"en": "List of proofs", "zh": "证明材料清单"}, kind="rule"
                    ),
                    customer=CustomerAction(
                        name={"en": "Scans wage slips and letters", "zh": "扫描工资单与函件"},
                        participation="joint",
                        effort="2 h",
                        asks=[
                            {"en": "wage slips", "zh": "工资单"},
                            {"en": "birth certificate", "zh": "出生证明"},
                            {"en": "employer's letter", "zh": "雇主证明"},
                        ],
                        pain={"en": "Photos rejected as unreadable", "zh": "照片因不清晰被退"},
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Upload checks size only", "zh": "上传仅检查大小"},
                        actor="technology",
                        department="benefits",
                        systems=["portal"],
                        fails=[
                            FailPoint(
                                name={"en": "Unreadable scan accepted", "zh": "模糊扫描件被接收"},
                                occurrence=6,
                                severity=5,
                                detection=7,
                                rate="11%",
                                recovery="asks-by-phone",
                            )
                        ],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Sorts and names the proofs", "zh": "整理证明材料"},
                        department="benefits",
                        duration="12 min",
                    ),
                    support=SupportAction(
                        name={"en": "Case file stores the scans", "zh": "电子卷宗存储扫描件"},
                        department="it",
                        systems=["e-file"],
                    ),
                    feedback=["ease"],
                    time=Time(actual="2 h", perceived="4 h"),
                    experience=[
                        felt("first-time-parents", -2, 5, 3),
                        felt("single-parent", -3, 5, 2, needs=["simple"]),
                        felt("newcomers", -3, 5, 2),
                    ],
                ),
                Step(
                    id="employer-confirms",
                    step={"en": "The employer confirms", "zh": "单位确认收入"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "Form for the employer", "zh": "单位确认表"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Chases the wage office", "zh": "催促单位财务"},
                        participation="joint",
                        effort="30 min",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Waits for the confirmation", "zh": "等待单位确认"},
                        department="benefits",
                        needs=["confirms-wages"],
                    ),
                    time=Time(actual="8 d", waiting="7 d", perceived="12 d"),
                    experience=[
                        felt("first-time-parents", -1),
                        felt("single-parent", -2),
                        felt("newcomers", -1),
                    ],
                    lanes={
                        "partners": LaneAction(
                            id="confirms-wages",
                            name={
                                "en": "Wage office confirms wage and leave",
                                "zh": "财务确认工资与产假",
                            },
                            department="employer",
                            duration="5 d",
                            needs=["plans-leave"],
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="hand-in-the-application",
                    step={"en": "Hand in the application", "zh": "递交申请"},
                    channels=["web", "counter"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "application", "zh": "申请"},
                        importance=4,
                        owner="benefits",
                        standard=Standard(
                            text={
                                "en": "Receipt with name, number and date at once",
                                "zh": "当场出具写明联系人、编号、日期的回执",
                            },
                            at_most="5 min",
                            reviewed="2026-01-20",
                            committed_by="benefits",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Receipt with case number", "zh": "受理回执"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Sends the application", "zh": "提交申请"},
                        participation="joint",
                        effort="5 min",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Counter scans paper forms", "zh": "窗口扫描纸质申请"},
                            department="service-centre",
                            channels=["counter"],
                            duration="6 min",
                        ),
                        FrontstageAction(
                            name={"en": "Portal gives the receipt", "zh": "门户出具回执"},
                            actor="technology",
                            department="benefits",
                            systems=["portal"],
                            notice=Notice(
                                about="decision-in-three-weeks",
                                chosen_by="provider",
                                channels=["mail"],
                            ),
                        ),
                    ],
                    backstage=BackstageAction(
                        id="assigns-officer",
                        name={"en": "Assigns a case officer", "zh": "指派经办人"},
                        department="benefits",
                        duration="1 d",
                    ),
                    support=SupportAction(
                        id="opens-the-case",
                        name={"en": "Case system opens the case", "zh": "系统立案"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    time=Time(promised="5 min", actual="5 min"),
                    carries_context=["identity", "issue"],
                    experience=[
                        felt("first-time-parents", 1, 6, 7),
                        felt("single-parent", 0, 6, 6, needs=["known"]),
                        felt("newcomers", 0, 5, 5),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "Decision", "zh": "审核发放"},
            steps=[
                Step(
                    id="wait-for-the-decision",
                    step={"en": "Wait for the decision", "zh": "等待决定"},
                    channels=["web", "phone"],
                    evidence=Evidence(
                        name={"en": "Status “in progress”", "zh": "“办理中”状态"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Looks, calls, asks again", "zh": "反复查询与致电"},
                        participation="joint",
                        pain=Pain(
                            name={"en": "Nobody can say how far it is", "zh": "没人说得清进度"},
                            scope="line",
                        ),
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Hotline reads out the status", "zh": "热线告知状态"},
                            department="service-centre",
                            channels=["phone"],
                            duration="5 min",
                            needs=["checks-rights"],
                        ),
                        FrontstageAction(
                            name={"en": "Status page shows the stage", "zh": "进度页显示环节"},
                            actor="technology",
                            department="benefits",
                            systems=["portal"],
                            needs=["checks-rights"],
                        ),
                    ],
                    backstage=[
                        BackstageAction(
                            id="checks-rights",
                            name={
                                "en": "Officer checks income and rights",
                                "zh": "经办人审核收入与资格",
                            },
                            department="benefits",
                            duration="45 min",
                            needs=["opens-the-case", "confirms-wages", "works-out-sum"],
                        ),
                        BackstageAction(
                            id="countersigns",
                            name={"en": "Second officer countersigns", "zh": "双人复核"},
                            department="benefits",
                            duration="10 min",
                            needs=["checks-rights"],
                        ),
                    ],
                    support=SupportAction(
                        id="works-out-sum",
                        name={"en": "Case system works out the sum", "zh": "系统核算金额"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    next=[
                        LinkTo(
                            to="answer-a-query",
                            probability="22%",
                            when={"en": "Something is unclear", "zh": "有疑问"},
                        ),
                        LinkTo(
                            to="read-the-decision",
                            probability="78%",
                            when={"en": "Clear", "zh": "无疑问"},
                        ),
                    ],
                    time=Time(
                        promised="21 d",
                        acceptable="21 d",
                        actual="33 d",
                        perceived="50 d",
                        waiting="32 d",
                    ),
                    experience=[
                        felt("first-time-parents", -2, 6, 3),
                        felt("single-parent", -3, 7, 2, needs=["timely"]),
                        felt("newcomers", -2, 5, 3),
                    ],
                ),
                Step(
                    id="answer-a-query",
                    step={"en": "Answer a query", "zh": "答复补正"},
                    channels=["mail", "phone"],
                    evidence=Evidence(
                        name={"en": "Letter in plain words", "zh": "通俗易懂的补正函"},
                        kind="document",
                    ),
                    customer=CustomerAction(
                        name={"en": "Explains and sends the paper", "zh": "说明并补寄材料"},
                        participation="joint",
                        effort="1 h",
                    ),
                    frontstage=FrontstageAction(
                        id="asks-by-phone",
                        name={"en": "Officer calls instead of writing", "zh": "经办人改为电话联系"},
                        department="benefits",
                        channels=["phone"],
                        duration="10 min",
                        stance="remedial",
                        triggers=["checks-rights"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Stops and restarts the clock", "zh": "中止与恢复计时"},
                        department="benefits",
                    ),
                    next=["wait-for-the-decision"],
                    time=Time(actual="6 d", waiting="4 d"),
                    experience=[
                        felt("first-time-parents", -1),
                        felt("single-parent", -2),
                        felt("newcomers", -2),
                    ],
                ),
                Step(
                    id="read-the-decision",
                    step={"en": "Read the decision", "zh": "收到决定书"},
                    channels=["mail", "web"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "decision", "zh": "审批决定"},
                        importance=5,
                        owner="benefits",
                        standard=Standard(
                            text={
                                "en": "Sum, months and reason on one page, in three weeks",
                                "zh": "三周内，一页写清金额、月数与理由",
                            },
                            at_most="21 d",
                            reviewed="2026-01-20",
                            committed_by=["benefits", "treasury"],
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Decision letter", "zh": "决定书"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Reads how much and from when", "zh": "查看金额与起始日"},
                        participation="joint",
                        effort="20 min",
                        pain={"en": "Four pages of paragraphs", "zh": "四页条文看不懂"},
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Officer answers questions", "zh": "经办人解答疑问"},
                            department="benefits",
                            channels=["phone"],
                            duration="10 min",
                        ),
                        FrontstageAction(
                            name={"en": "Decision lies in the account", "zh": "决定书存入账户"},
                            actor="technology",
                            department="benefits",
                            systems=["portal"],
                        ),
                    ],
                    backstage=BackstageAction(
                        id="decides-and-signs",
                        name={"en": "Decides and signs", "zh": "作出决定并签发"},
                        department="benefits",
                        decides=True,
                        duration="15 min",
                        needs=["countersigns", "case-prints"],
                    ),
                    support=SupportAction(
                        id="case-prints",
                        name={"en": "Case system prints the letter", "zh": "系统生成决定书"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    feedback=["ease"],
                    next=[
                        LinkTo(
                            to="object-to-the-decision",
                            probability="6%",
                            when={"en": "Not agreed", "zh": "有异议"},
                        ),
                        LinkTo(
                            to="first-payment",
                            probability="94%",
                            when={"en": "Agreed", "zh": "无异议"},
                        ),
                    ],
                    time=Time(promised="21 d", actual="35 d"),
                    experience=[
                        felt("first-time-parents", 1, 6, 5),
                        felt("single-parent", 0, 6, 4),
                        felt("newcomers", -1, 5, 3, needs=["simple"]),
                    ],
                ),
                Step(
                    id="object-to-the-decision",
                    step={"en": "Object to the decision", "zh": "提出异议"},
                    channels=["mail", "counter"],
                    moment_of_truth=MomentOfTruth(
                        kind="complaint",
                        importance=3,
                        owner="benefits",
                        standard=Standard(
                            text={
                                "en": "Second look by another officer in four weeks",
                                "zh": "四周内由他人复核",
                            },
                            at_most="28 d",
                            reviewed="2026-01-20",
                            committed_by="benefits",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Sheet on how to object", "zh": "异议须知"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Objects and says why", "zh": "提出异议并说明理由"},
                        participation="joint",
                        effort="1 h",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Counter takes the objection", "zh": "窗口受理异议"},
                        department="service-centre",
                        stance="remedial",
                        duration="15 min",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Another officer looks again", "zh": "另一经办人复核"},
                        department="benefits",
                        duration="60 min",
                        decides=True,
                        triggers=[
                            LinkTo(to="decides-and-signs", label={"en": "corrected", "zh": "更正"})
                        ],
                    ),
                    time=Time(promised="28 d", actual="40 d", waiting="39 d"),
                    experience=[
                        felt("first-time-parents", -2),
                        felt("single-parent", -3),
                        felt("newcomers", -3),
                    ],
                ),
                Step(
                    id="first-payment",
                    step={"en": "First payment arrives", "zh": "首笔津贴到账"},
                    channels=["web"],
                    evidence=Evidence(
                        name={"en": "Bank statement", "zh": "银行账单"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Sees the money", "zh": "看到款项到账"}, participation="joint"
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Message tells of the payment", "zh": "短信通知到账"},
                        actor="technology",
                        department="treasury",
                        stance="proactive",
                        systems=["payments"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Releases the monthly run", "zh": "批准月度发放"},
                        department="treasury",
                        duration="30 min",
                        needs=["payment-run", "decides-and-signs"],
                    ),
                    support=SupportAction(
                        id="payment-run",
                        name={"en": "Payment run transfers", "zh": "发放系统划款"},
                        department="treasury",
                        systems=["payments"],
                    ),
                    time=Time(actual="7 d", waiting="7 d"),
                    experience=[
                        felt("first-time-parents", 2, 6, 7),
                        felt("single-parent", 2, 7, 6, needs=["timely"]),
                        felt("newcomers", 2, 5, 7),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "First year", "zh": "第一年"},
            steps=[
                Step(
                    id="take-leave",
                    step={"en": "Take parental leave", "zh": "休育儿假"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "Leave agreement", "zh": "休假协议"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Agrees on months and return", "zh": "商定时长与返岗"},
                        participation="joint",
                        effort="1 h",
                    ),
                    experience=[
                        felt("first-time-parents", 2),
                        felt("single-parent", 0),
                        felt("newcomers", 1),
                    ],
                    lanes={
                        "partners": LaneAction(
                            name={"en": "Employer confirms the leave", "zh": "单位确认休假"},
                            department="employer",
                            needs=["plans-leave"],
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="go-to-check-ups",
                    step={"en": "Go to check-ups", "zh": "定期体检与接种"},
                    channels=["phone"],
                    evidence=Evidence(
                        name={"en": "Child health booklet", "zh": "儿童保健手册"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Goes to check-ups and jabs", "zh": "按时体检与接种"},
                        participation="joint",
                        effort="2 h",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Nurse reminds by phone", "zh": "护士电话提醒"},
                        department="health",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Lists children not yet seen", "zh": "筛出未体检儿童"},
                        department="health",
                    ),
                    support=SupportAction(
                        name={
                            "en": "Population register lists the ages",
                            "zh": "人口库提供年龄名单",
                        },
                        department="health",
                        systems=["population-register"],
                    ),
                    experience=[
                        felt("first-time-parents", 1, needs=["known"]),
                        felt("single-parent", 0),
                        felt("newcomers", 1),
                    ],
                ),
                Step(
                    id="report-a-change",
                    step={"en": "Report a change", "zh": "申报变更"},
                    channels=["web", "counter", "phone"],
                    evidence=Evidence(
                        name={"en": "Form “something changed”", "zh": "“情况变更”表单"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        name={"en": "Reports a move or more hours", "zh": "申报搬家或工时变化"},
                        participation="joint",
                        effort="20 min",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Counter takes the report", "zh": "窗口受理变更"},
                            department="service-centre",
                            duration="10 min",
                        ),
                        FrontstageAction(
                            name={
                                "en": "Portal tells all offices once",
                                "zh": "门户一次告知各部门",
                            },
                            actor="technology",
                            department="service-centre",
                            systems=["portal"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Changes the address", "zh": "变更住址"},
                        department="residents",
                        needs=["population-takes-change"],
                    ),
                    support=SupportAction(
                        id="population-takes-change",
                        name={"en": "Population register takes the change", "zh": "人口库更新"},
                        department="residents",
                        systems=["population-register"],
                        triggers=[
                            LinkTo(to="works-out-new-sum", label={"en": "change", "zh": "变更"})
                        ],
                    ),
                    experience=[
                        felt("first-time-parents", 0, 5, 6, needs=["simple"]),
                        felt("single-parent", -1, 5, 4),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="allowance-is-recalculated",
                    step={"en": "Allowance is recalculated", "zh": "重新核算津贴"},
                    channels=["mail"],
                    evidence=Evidence(
                        name={"en": "New decision", "zh": "新的决定书"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Compares old and new sum", "zh": "对比新旧金额"},
                        participation="joint",
                        effort="20 min",
                    ),
                    frontstage=FrontstageAction(
                        name={
                            "en": "Letter shows both sums side by side",
                            "zh": "函件并列新旧金额",
                        },
                        department="benefits",
                        channels=["mail"],
                    ),
                    backstage=BackstageAction(
                        id="works-out-new-sum",
                        name={"en": "Works out the new sum", "zh": "核算新金额"},
                        department="benefits",
                        duration="30 min",
                    ),
                    support=SupportAction(
                        name={"en": "Case system recalculates", "zh": "系统重新计算"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    time=Time(actual="14 d", waiting="13 d"),
                    experience=[
                        felt("first-time-parents", -1),
                        felt("single-parent", -2),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="settle-the-difference",
                    step={"en": "Settle the difference", "zh": "结清差额"},
                    channels=["mail", "phone"],
                    evidence=Evidence(
                        name={"en": "Statement with instalments", "zh": "分期说明"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Pays back or gets the rest", "zh": "退还或领取差额"},
                        participation="joint",
                        money=140,
                        pain={"en": "Claim comes months later", "zh": "数月后才追缴"},
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Clerk agrees on instalments", "zh": "工作人员商定分期"},
                        department="treasury",
                        channels=["phone"],
                        duration="12 min",
                        discretion=True,
                    ),
                    backstage=BackstageAction(
                        name={"en": "Books the difference", "zh": "入账差额"}, department="treasury"
                    ),
                    support=SupportAction(
                        name={"en": "Payment run corrects", "zh": "发放系统更正"},
                        department="treasury",
                        systems=["payments"],
                    ),
                    experience=[
                        felt("first-time-parents", -1),
                        felt("single-parent", -3, 5, 2, needs=["fitting"]),
                        felt("newcomers", -1),
                    ],
                ),
            ],
        ),
        Phase(
            phase={"en": "Day care", "zh": "托育"},
            steps=[
                Step(
                    id="look-for-a-place",
                    step={"en": "Look for a place", "zh": "寻找托位"},
                    channels=["web", "phone"],
                    evidence=Evidence(
                        name={"en": "Map of nurseries", "zh": "托育园地图"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Compares nurseries", "zh": "比较托育园"},
                        participation="joint",
                        effort="3 h",
                    ),
                    frontstage=[
                        FrontstageAction(
                            name={"en": "Adviser names three nurseries", "zh": "顾问推荐三家园所"},
                            department="childcare",
                            channels=["phone"],
                            duration="15 min",
                        ),
                        FrontstageAction(
                            name={"en": "Place finder shows free places", "zh": "系统显示空余托位"},
                            actor="technology",
                            department="childcare",
                            systems=["places"],
                        ),
                    ],
                    backstage=BackstageAction(
                        name={"en": "Collects free places weekly", "zh": "每周汇总空位"},
                        department="childcare",
                    ),
                    experience=[
                        felt("first-time-parents", -1, 5, 4, needs=["useful"]),
                        felt("single-parent", -2),
                        felt("newcomers", -1),
                    ],
                    lanes={
                        "partners": LaneAction(
                            name={"en": "Nurseries report free places", "zh": "园所上报空位"},
                            department="nurseries",
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="apply-for-a-place",
                    step={"en": "Apply for a place", "zh": "申请托位"},
                    channels=["web"],
                    evidence=Evidence(
                        name={"en": "One form for five nurseries", "zh": "一表申请五园"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        name={"en": "Ranks five nurseries", "zh": "填报五个志愿"},
                        participation="joint",
                        effort="25 min",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Place finder takes the wishes", "zh": "系统接收志愿"},
                        actor="technology",
                        department="childcare",
                        systems=["places"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Checks the right to a place", "zh": "审核入托资格"},
                        department="childcare",
                    ),
                    support=SupportAction(
                        id="ranks-wishes",
                        name={"en": "Wishes are ranked by need", "zh": "按需求排序"},
                        department="childcare",
                        systems=["places"],
                    ),
                    experience=[
                        felt("first-time-parents", 0, needs=["simple"]),
                        felt("single-parent", 0),
                        felt("newcomers", -1),
                    ],
                ),
                Step(
                    id="wait-on-the-list",
                    step={"en": "Wait on the list", "zh": "排队候补"},
                    channels=["web"],
                    evidence=Evidence(
                        name={"en": "Place in the queue", "zh": "候补名次"}, kind="digital"
                    ),
                    customer=CustomerAction(
                        name={"en": "Looks up the place in the queue", "zh": "查看候补名次"},
                        participation="self",
                        pain=Pain(
                            name={"en": "Return to work uncertain", "zh": "返岗日期悬而未决"},
                            scope="surface",
                        ),
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Page shows the rank", "zh": "页面显示名次"},
                        actor="technology",
                        department="childcare",
                        systems=["places"],
                    ),
                    backstage=BackstageAction(
                        name={"en": "Matches children and places", "zh": "匹配儿童与托位"},
                        department="childcare",
                        duration="2 h",
                        needs=["ranks-wishes", "heads-choose"],
                    ),
                    time=Time(acceptable="30 d", actual="75 d", perceived="120 d", waiting="75 d"),
                    experience=[
                        felt("first-time-parents", -2, 5, 2),
                        felt("single-parent", -3, 6, 1, needs=["timely"]),
                        felt("newcomers", -2, 4, 3),
                    ],
                    lanes={
                        "partners": LaneAction(
                            id="heads-choose",
                            name={"en": "Heads choose among equals", "zh": "园长在同分者中确定"},
                            department="nurseries",
                            lane="partners",
                        )
                    },
                ),
                Step(
                    id="sign-for-a-place",
                    step={"en": "Sign for a place", "zh": "签约入园"},
                    channels=["counter"],
                    evidence=Evidence(
                        name={"en": "Contract and fee table", "zh": "协议与收费表"}, kind="document"
                    ),
                    customer=CustomerAction(
                        name={"en": "Signs the contract", "zh": "签订协议"},
                        participation="joint",
                        effort="45 min",
                        asks=[
                            {"en": "vaccination booklet", "zh": "预防接种证"},
                            {"en": "income", "zh": "收入"},
                        ],
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Head goes through the contract", "zh": "园长讲解协议"},
                        department="nurseries",
                        duration="40 min",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Sets the fee by income", "zh": "按收入核定费用"},
                        department="childcare",
                        duration="15 min",
                    ),
                    support=SupportAction(
                        name={"en": "Income is taken from the case", "zh": "调取津贴案卷收入"},
                        department="benefits",
                        systems=["benefit-case"],
                    ),
                    feedback=["ease"],
                    experience=[
                        felt("first-time-parents", 2, 6, 7),
                        felt("single-parent", 2, 6, 7, needs=["ownership"]),
                        felt("newcomers", 1, 5, 7),
                    ],
                ),
                Step(
                    id="first-day",
                    step={"en": "The first day", "zh": "入托第一天"},
                    channels=["counter"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "first day", "zh": "入园首日"},
                        importance=4,
                        owner="childcare",
                        standard=Standard(
                            text={
                                "en": "The same carer for the first two weeks",
                                "zh": "头两周由同一位老师陪伴",
                            },
                            at_most="14 d",
                            reviewed="2026-01-20",
                            committed_by=["childcare", "nurseries"],
                        ),
                    ),
                    evidence=[
                        Evidence(
                            name={"en": "Peg with the child's picture", "zh": "贴着孩子照片的挂钩"},
                            kind="decor",
                        ),
                        Evidence(
                            name={"en": "Carer at the door", "zh": "门口迎接的老师"}, kind="person"
                        ),
                    ],
                    customer=CustomerAction(
                        name={"en": "Says goodbye for an hour", "zh": "第一次分离一小时"},
                        participation="joint",
                    ),
                    frontstage=FrontstageAction(
                        name={"en": "Carer settles the child in", "zh": "老师陪伴适应"},
                        department="nurseries",
                        duration="60 min",
                    ),
                    backstage=BackstageAction(
                        name={"en": "Plans the settling-in weeks", "zh": "制定适应期计划"},
                        department="nurseries",
                    ),
                    support=SupportAction(
                        name={"en": "Place is booked as taken", "zh": "系统登记入托"},
                        department="childcare",
                        systems=["places"],
                    ),
                    next=[],
                    experience=[
                        felt("first-time-parents", 2, 7, 8, needs=["delighted"]),
                        felt("single-parent", 1, 6, 8),
                        felt("newcomers", 2, 5, 8, needs=["known"]),
                    ],
                ),
            ],
        ),
    ],
)


def main() -> None:
    """Compare with the file, ask whom the population register reaches, and list the long waits."""
    written = blueprint.load(HERE / "public_service.blueprint.yaml")
    print("Python and YAML say the same:", birth == written)

    report = blueprint.ripple(birth, ["population-register"], direction="disruption", depth=3)
    print("Actions it reaches, by department:")
    for department in report.departments:
        print(f"- {department.name}: {department.count}")

    print("Waits of a week and more:")
    for named in birth.names.steps.values():
        waiting = named.step.time and named.step.time.waiting
        if waiting and seconds(waiting) >= WEEK:
            print(f"- {named.id}: {waiting}")


if __name__ == "__main__":
    main()
