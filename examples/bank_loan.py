"""The bank loan, said in Python, and what happens when core banking stops."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import blueprint
from blueprint.model import (
    BackstageAction,
    Blueprint,
    Brand,
    Channel,
    Cost,
    CustomerAction,
    CustomerStandard,
    Department,
    Evidence,
    Experience,
    FailPoint,
    Flag,
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
)

HERE = Path(__file__).parent


def felt(persona: str, emotion: int, *judged: int, **more: Any) -> Experience:  # noqa: ANN401
    """Return what a persona felt and, where given, what it expected and perceived."""
    figures = dict(zip(("expectation", "perception"), judged, strict=False))
    return Experience(persona=persona, emotion=emotion, **figures, **more)


loan = Blueprint(
    blueprint={"en": "Home loan — first question to paid-off", "zh": "个人住房贷款——从咨询到结清"},
    source={
        "en": "Illustrative case, figures made up, none measured",
        "zh": "示例案例，数据均为虚构，非实测",
    },
    languages=["en", "zh"],
    state="future",
    links="explicit",
    owner="mortgages",
    currency="CNY",
    price=6800,
    budget=4200,
    brand=Brand(
        stands_for=[
            {"en": "Straight answers", "zh": "有问必答"},
            {"en": "A date you can plan with", "zh": "时间说得准"},
        ]
    ),
    scales=Scales(emotion=[-3, 3], expectation=[1, 10]),
    ignore=[
        Ignore(
            rule="BP310",
            on=["core"],
            because={
                "en": "Its renewal runs as a programme of its own",
                "zh": "核心系统更新另行立项",
            },
        )
    ],
    lanes=[
        Lane(
            id="intermediary",
            after="customer",
            name={"en": "Broker & estate agent", "zh": "中介与合作渠道"},
        ),
        Lane(id="backstage", name={"en": "Loan office", "zh": "后台 · 贷款中心"}),
        Lane(id="risk-desk", after="backstage", name={"en": "Risk & approval", "zh": "风险与审批"}),
        Lane(
            id="legal-desk",
            after="risk-desk",
            name={"en": "Compliance & legal", "zh": "合规与法务"},
        ),
        Lane(id="support", name={"en": "Bank systems", "zh": "银行系统"}),
        Lane(
            id="data-partners",
            after="support",
            name={"en": "Credit bureau & valuer", "zh": "征信与评估"},
        ),
        Lane(id="insurance", after="data-partners", name={"en": "Insurer", "zh": "保险公司"}),
        Lane(
            id="registry",
            after="insurance",
            name={"en": "Notary & land registry", "zh": "公证与不动产登记"},
        ),
    ],
    departments={
        "mortgages": Department(
            name={"en": "Mortgage advice", "zh": "房贷顾问部"},
            house="front",
            told_of=["product", "service"],
        ),
        "digital": Department(
            name={"en": "Digital channels", "zh": "数字渠道部"}, house="front", told_of=["channel"]
        ),
        "loan-office": Department(name={"en": "Loan office", "zh": "贷款中心"}, house="back"),
        "risk": Department(
            name={"en": "Risk", "zh": "风险管理部"}, house="back", told_of=["product"]
        ),
        "legal": Department(
            name={"en": "Compliance & legal", "zh": "合规法务部"},
            house="back",
            told_of=["product", "service"],
        ),
        "treasury": Department(
            name={"en": "Treasury", "zh": "资金部"}, house="back", told_of=["cost"]
        ),
        "it": Department(name={"en": "IT", "zh": "信息科技部"}, house="back"),
        "broker": Department(name={"en": "Broker", "zh": "合作中介"}, house="partner"),
        "bureau": Department(name={"en": "Credit bureau", "zh": "征信机构"}, house="partner"),
        "valuer": Department(name={"en": "Valuer", "zh": "评估公司"}, house="partner"),
        "insurer": Department(name={"en": "Insurer", "zh": "保险公司"}, house="partner"),
        "notary": Department(
            name={"en": "Notary & registry", "zh": "公证与登记机构"}, house="partner"
        ),
    },
    systems={
        "portal": System(
            name={"en": "Loan portal", "zh": "贷款服务平台"},
            department="digital",
            integrates=["origination"],
        ),
        "origination": System(
            name={"en": "Loan origination system", "zh": "信贷审批系统"},
            department="it",
            integrates=["core"],
        ),
        "core": System(
            name={"en": "Core banking", "zh": "核心账务系统"}, department="it", legacy=True
        ),
        "scoring": System(name={"en": "Scoring engine", "zh": "评分引擎"}, department="risk"),
        "archive": System(name={"en": "Document archive", "zh": "影像档案系统"}, department="it"),
        "reader": System(
            name={"en": "Document reader", "zh": "单据智能识别"}, department="it", status="proposed"
        ),
        "e-signing": System(
            name={"en": "E-signing service", "zh": "电子签约服务"},
            department="legal",
            status="proposed",
        ),
    },
    channels={
        "branch": Channel(name={"en": "Branch", "zh": "网点"}, kind="store", hours="09:00-17:00"),
        "app": Channel(name={"en": "App", "zh": "手机银行"}, kind="mobile"),
        "web": Channel(name={"en": "Web site", "zh": "官网"}, kind="web"),
        "phone": Channel(name={"en": "Phone", "zh": "电话"}, kind="voice", hours="08:30-20:00"),
        "letter": Channel(name={"en": "Letter", "zh": "信函"}, kind="mail"),
        "broker-shop": Channel(name={"en": "Broker's shop", "zh": "中介门店"}, kind="store"),
    },
    personas={
        "first-buyers": Persona(
            name={"en": "First-time buyers", "zh": "首次购房的年轻夫妇"},
            age="28-34",
            location={"en": "Edge of a large city, renting", "zh": "大城市近郊，租房"},
            favourite_brands=["Muji", "Bilibili"],
            turn_ons=[
                {"en": "Knows at once what is possible", "zh": "当场就知道能贷多少"},
                {"en": "One person to call", "zh": "有固定联系人"},
            ],
            turn_offs=[
                {"en": "Asked for papers again and again", "zh": "反复补材料"},
                {"en": "Silence", "zh": "没有消息"},
            ],
            channels=["app", "web", "broker-shop", "branch", "phone", "letter"],
            devices=[{"en": "Phone", "zh": "手机"}, {"en": "Tablet", "zh": "平板电脑"}],
            behaviours=[{"en": "Compare every evening", "zh": "每晚比较方案"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "Keys before the lease ends", "zh": "租约到期前拿到钥匙"},
                    met_by=["get-the-money"],
                ),
                emotional=Goal(
                    text={"en": "Not to feel small at the bank", "zh": "在银行面前有底气"},
                    met_by=["meet-the-adviser"],
                ),
            ),
            share="65%",
            patience="14 d",
        ),
        "self-employed": Persona(
            name={"en": "Self-employed mover", "zh": "换房的个体经营者"},
            age="38-50",
            location={"en": "Mid-sized city", "zh": "二线城市"},
            favourite_brands=["Bosch"],
            turn_ons=[{"en": "Somebody who reads a balance sheet", "zh": "看得懂经营报表的人"}],
            turn_offs=[
                {"en": "Forms made for employees", "zh": "表格只为上班族设计"},
                {"en": "Office hours", "zh": "只能上班时间办理"},
            ],
            channels=["phone", "branch", "app", "letter", "web", "broker-shop"],
            devices=[{"en": "Laptop", "zh": "笔记本电脑"}, {"en": "Phone", "zh": "手机"}],
            behaviours=[{"en": "Does paperwork on Sundays", "zh": "周日处理文件"}],
            goals=Goals(
                functional=Goal(
                    text={"en": "Sell and buy on one day", "zh": "卖旧买新同日完成"},
                    met_by=["get-the-money"],
                ),
                emotional=Goal(
                    text={"en": "To be judged fairly", "zh": "得到公正评估"},
                    met_by=["hear-the-decision"],
                ),
            ),
            share="35%",
            patience="10 d",
        ),
    },
    products={"home-loan": Product(name={"en": "Home loan", "zh": "个人住房贷款"})},
    promises={
        "answer-in-ten-days": Promise(
            text={"en": "A binding answer in ten days", "zh": "十日内给出有约束力的答复"},
            about="home-loan",
            made_by="mortgages",
            source={"en": "Web site, spring 2026", "zh": "官网（2026 年春）"},
            target=Target(
                measure="duration",
                at_most="10 d",
                from_="hand-in-the-application",
                to="hear-the-decision",
                tolerance="1 d",
            ),
            kept_by=["hear-the-decision", "decides"],
        ),
        "money-on-the-day": Promise(
            text={"en": "The money is there on the agreed day", "zh": "约定之日款项到账"},
            about="get-the-money",
            made_by="mortgages",
            source={"en": "Loan contract", "zh": "借款合同"},
            target=Target(
                measure="duration", at_most="1 d", from_="meet-the-conditions", to="get-the-money"
            ),
            kept_by=["pays-out"],
        ),
    },
    knowledge={
        "lending-policy": Knowledge(
            name={"en": "Lending policy", "zh": "信贷政策手册"},
            department="risk",
            updated="2026-02-15",
            answers={
                "branch": {"en": "Income and loan-to-value limits", "zh": "收入与贷款成数上限"}
            },
            fed_by=["branch", "phone"],
            flags=[
                Flag(
                    says={"en": "Silent on seasonal income", "zh": "未说明季节性收入"},
                    by="mortgages",
                )
            ],
        ),
        "document-list": Knowledge(
            name={"en": "Document checklist", "zh": "材料清单"},
            department="mortgages",
            updated="2026-04-01",
            answers={
                "app": {"en": "What is needed for whom", "zh": "不同客群所需材料"},
                "phone": {"en": "The same list", "zh": "同一份清单"},
            },
            fed_by=["phone"],
        ),
    },
    metrics={
        "satisfaction": Metric(
            name={"en": "Satisfaction after the step", "zh": "环节满意度"},
            kind="csat",
            scale=[1, 5],
            positive=[4, 5],
            negative=[1, 2],
        ),
        "effort": Metric(
            name={"en": "Customer effort", "zh": "客户费力度"},
            kind="ces",
            scale=[1, 7],
            positive=[5, 7],
            negative=[1, 3],
        ),
    },
    results=[
        Result(
            metric="satisfaction",
            at="meet-the-adviser",
            date="2026-05-31",
            value=4.4,
            n=212,
            instrument="illustrative",
            sampling="illustrative",
        ),
        Result(
            metric="effort",
            at="gather-documents",
            date="2026-05-31",
            value=2.9,
            n=187,
            instrument="illustrative",
            sampling="illustrative",
        ),
        Result(
            metric="effort",
            at="hand-in-the-application",
            date="2026-05-31",
            value=4.1,
            n=187,
            instrument="illustrative",
            sampling="illustrative",
        ),
        Result(
            metric="satisfaction",
            at="hear-the-decision",
            persona="first-buyers",
            date="2026-05-31",
            value=4.2,
            n=96,
            instrument="illustrative",
            sampling="illustrative",
        ),
        Result(
            metric="satisfaction",
            at="hear-the-decision",
            persona="self-employed",
            date="2026-05-31",
            value=3.1,
            n=41,
            instrument="illustrative",
            sampling="illustrative",
        ),
        Result(
            metric="satisfaction",
            at="get-the-money",
            date="2026-05-31",
            value=4.6,
            n=154,
            instrument="illustrative",
            sampling="illustrative",
        ),
    ],
    levers={
        "one-checklist": Lever(
            name={"en": "One checklist made for the household", "zh": "按家庭情况定制的材料清单"},
            effect="accelerator",
            steps=["gather-documents"],
            since="2026-04-01",
            metrics=["effort"],
            primary="effort",
            strategy={"en": "simplify", "zh": "简化"},
        )
    },
    observations={
        "third-visit": Observation(
            says={
                "en": "Every third file lacks a paper when it arrives",
                "zh": "三分之一的申请首次递交时缺材料",
            },
            about=["hand-in-the-application"],
            method="analytics",
            date="2026-05-31",
            sample=300,
            source={"en": "Illustrative figure", "zh": "示例数据"},
        ),
        "asks-for-news": Observation(
            says={
                "en": "Callers ask for nothing but news of their file",
                "zh": "来电多半只是询问进度",
            },
            about=["wait-for-the-decision"],
            method="observation",
            date="2026-05-20",
            sample=40,
            source={"en": "Illustrative figure", "zh": "示例数据"},
        ),
    },
    phases=[
        Phase(
            phase={"en": "Find out", "zh": "了解"},
            steps=[
                Step(
                    id="work-out-the-budget",
                    step={"en": "Work out the budget", "zh": "测算购房预算"},
                    channels=["app", "web"],
                    evidence=Evidence(
                        name={"en": "Calculator and monthly rate", "zh": "贷款计算器与月供示例"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="plays-with-numbers",
                        name={"en": "Plays with price and deposit", "zh": "反复试算房价与首付"},
                        participation="self",
                        effort="40 min",
                        channels=["app", "web"],
                        needs=["shows-the-rate"],
                    ),
                    frontstage=FrontstageAction(
                        id="shows-the-rate",
                        name={
                            "en": "Calculator shows rate and limits",
                            "zh": "计算器显示利率与额度",
                        },
                        actor="technology",
                        department="digital",
                        systems=["portal"],
                        needs=[LinkTo(to="sets-rates", label={"en": "rates", "zh": "利率"})],
                    ),
                    support=SupportAction(
                        id="sets-rates",
                        name={"en": "Treasury feeds daily rates", "zh": "资金部发布每日利率"},
                        department="treasury",
                        systems=["core"],
                    ),
                    time=Time(actual="40 min", perceived="30 min"),
                    experience=[
                        felt("first-buyers", 1, 6, 7, needs=["simple", "empowered"]),
                        felt("self-employed", 0, 5, 5, needs=["useful"]),
                    ],
                    lanes={
                        "intermediary": LaneAction(
                            id="names-a-bank",
                            name={"en": "Broker names three banks", "zh": "中介推荐三家银行"},
                            department="broker",
                            channels=["broker-shop"],
                            triggers=[
                                LinkTo(to="plays-with-numbers", label={"en": "link", "zh": "链接"})
                            ],
                            lane="intermediary",
                        )
                    },
                ),
                Step(
                    id="meet-the-adviser",
                    step={"en": "Meet the adviser", "zh": "与顾问面谈"},
                    channels=["branch", "phone"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "advice", "zh": "咨询"},
                        importance=4,
                        owner="mortgages",
                        standard=Standard(
                            text={
                                "en": "Same adviser until the keys are handed over",
                                "zh": "同一顾问负责到交房",
                            },
                            at_least=0.95,
                            reviewed="2026-03-01",
                            committed_by="mortgages",
                        ),
                    ),
                    evidence=[
                        Evidence(
                            name={
                                "en": "Meeting room, tea, shared screen",
                                "zh": "洽谈室、茶水、共享屏幕",
                            },
                            kind="facility",
                        ),
                        Evidence(
                            id="plan-on-one-page",
                            name={"en": "Financing plan on one page", "zh": "一页纸融资方案"},
                            kind="document",
                        ),
                    ],
                    customer=CustomerAction(
                        id="tells-the-plan",
                        name={"en": "Tells of home and income", "zh": "说明购房计划与收入"},
                        participation="joint",
                        effort="60 min",
                        channels=["branch"],
                        asks=[
                            {"en": "income", "zh": "收入"},
                            {"en": "savings", "zh": "存款"},
                            {"en": "household", "zh": "家庭状况"},
                        ],
                        needs=["explains-options"],
                    ),
                    frontstage=FrontstageAction(
                        id="explains-options",
                        name={
                            "en": "Adviser explains three ways to finance",
                            "zh": "顾问讲解三种融资方案",
                        },
                        department="mortgages",
                        role={"en": "Adviser", "zh": "房贷顾问"},
                        knowledge=["lending-policy"],
                        duration="60 min",
                        cost=Cost(per_minute=3.2),
                        needs=[LinkTo(to="reads-limits", label={"en": "limits", "zh": "限额"})],
                    ),
                    time=Time(acceptable="90 min", actual="75 min", perceived="60 min"),
                    feedback=["satisfaction"],
                    carries_context=["identity", "issue"],
                    experience=[
                        felt("first-buyers", 2, 6, 8, needs=["heard", "known"]),
                        felt("self-employed", 1, 7, 7, needs=["heard"]),
                    ],
                    lanes={
                        "risk-desk": LaneAction(
                            id="reads-limits",
                            name={
                                "en": "Sets limits by income and deposit",
                                "zh": "按收入与首付设定限额",
                            },
                            department="risk",
                            systems=["scoring"],
                            lane="risk-desk",
                        )
                    },
                ),
            ],
        ),
        Phase(
            phase={"en": "Apply", "zh": "申请"},
            steps=[
                Step(
                    id="gather-documents",
                    step={"en": "Gather documents", "zh": "准备材料"},
                    channels=["app", "phone"],
                    evidence=Evidence(
                        name={"en": "Checklist with examples", "zh": "附样例的材料清单"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="collects-papers",
                        name={"en": "Collects and photographs papers", "zh": "收集并拍摄材料"},
                        participation="self",
                        effort="5 h",
                        channels=["app"],
                        asks=[
                            {"en": "payslips", "zh": "工资单"},
                            {"en": "tax return", "zh": "纳税申报表"},
                            {"en": "purchase contract", "zh": "购房合同"},
                        ],
                        needs=["helps-by-phone", "shows-checklist", "reads-documents"],
                        pain=[
                            Pain(
                                name={
                                    "en": "The same payslip asked for twice",
                                    "zh": "工资单要交两遍",
                                },
                                scope="line",
                            )
                        ],
                    ),
                    frontstage=[
                        FrontstageAction(
                            id="shows-checklist",
                            name={
                                "en": "App shows the household's checklist",
                                "zh": "手机银行显示专属清单",
                            },
                            actor="technology",
                            department="digital",
                            systems=["portal"],
                            knowledge=["document-list"],
                            needs=["hands-over-contract", "files-documents"],
                        ),
                        FrontstageAction(
                            id="reads-documents",
                            name={"en": "Reads papers on the spot", "zh": "即时识别材料"},
                            actor="technology",
                            department="digital",
                            systems=["reader"],
                            status="proposed",
                            note={
                                "en": "Pilot planned in two branches",
                                "zh": "计划在两家网点试点",
                            },
                            tags=["pilot"],
                            needs=["files-documents"],
                        ),
                        FrontstageAction(
                            id="helps-by-phone",
                            name={"en": "Adviser answers by phone", "zh": "顾问电话答疑"},
                            department="mortgages",
                            channels=["phone"],
                            knowledge=["document-list"],
                            stance="responsive",
                            needs=[],
                        ),
                    ],
                    support=SupportAction(
                        id="files-documents",
                        name={"en": "Archive files each page", "zh": "影像系统归档"},
                        department="it",
                        systems=["archive"],
                    ),
                    time=Time(acceptable="3 d", actual="6 d", perceived="9 d"),
                    feedback=["effort"],
                    experience=[
                        felt("first-buyers", -1, 6, 4, needs=["simple"]),
                        felt(
                            "self-employed",
                            -2,
                            5,
                            2,
                            needs=["fitting"],
                            pain=[
                                Pain(
                                    name={
                                        "en": "List made for employees",
                                        "zh": "清单只适合上班族",
                                    },
                                    scope="surface",
                                )
                            ],
                        ),
                    ],
                    lanes={
                        "intermediary": LaneAction(
                            id="hands-over-contract",
                            name={
                                "en": "Agent sends the purchase contract",
                                "zh": "中介提供购房合同",
                            },
                            department="broker",
                            channels=["broker-shop"],
                            lane="intermediary",
                        )
                    },
                ),
                Step(
                    id="agree-the-amount",
                    step={"en": "Agree amount and term", "zh": "商定金额与期限"},
                    channels=["branch", "phone"],
                    evidence=Evidence(
                        name={"en": "Draft offer with monthly rate", "zh": "贷款方案草案与月供表"},
                        kind="document",
                    ),
                    customer=CustomerAction(
                        id="chooses-amount",
                        name={"en": "Chooses amount and term", "zh": "选定金额与期限"},
                        participation="joint",
                        effort="45 min",
                        channels=["branch", "phone"],
                        needs=["works-out-offer"],
                    ),
                    frontstage=FrontstageAction(
                        id="works-out-offer",
                        name={"en": "Adviser works out the offer", "zh": "顾问拟定贷款方案"},
                        department="mortgages",
                        discretion=True,
                        duration="45 min",
                        cost=Cost(per_minute=3.2),
                        needs=[LinkTo(to="prices-risk", label={"en": "margin", "zh": "加点"})],
                    ),
                    support=SupportAction(
                        id="keeps-terms",
                        name={"en": "Origination keeps the terms", "zh": "审批系统保存方案"},
                        department="it",
                        systems=["origination"],
                    ),
                    time=Time(actual="60 min", perceived="45 min"),
                    experience=[
                        felt("first-buyers", 1, 6, 7, needs=["empowered"]),
                        felt("self-employed", 0, 6, 6),
                    ],
                    lanes={
                        "risk-desk": LaneAction(
                            id="prices-risk",
                            name={"en": "Prices the risk", "zh": "风险定价"},
                            department="risk",
                            systems=["scoring"],
                            needs=["keeps-terms"],
                            lane="risk-desk",
                        )
                    },
                ),
                Step(
                    id="hand-in-the-application",
                    step={"en": "Hand in the application", "zh": "递交申请"},
                    channels=["app", "branch"],
                    evidence=Evidence(
                        id="receipt",
                        name={
                            "en": "Receipt with number and date of answer",
                            "zh": "写明编号与答复日期的回执",
                        },
                        kind="document",
                    ),
                    customer=CustomerAction(
                        id="applies",
                        name={"en": "Signs and hands in", "zh": "签字并递交申请"},
                        participation="joint",
                        effort="20 min",
                        channels=["app", "branch"],
                        needs=["takes-application", "takes-online"],
                    ),
                    frontstage=[
                        FrontstageAction(
                            id="takes-application",
                            name={
                                "en": "Adviser takes it and gives a receipt",
                                "zh": "顾问受理并出具回执",
                            },
                            department="mortgages",
                            channels=["branch"],
                            notice=Notice(
                                about="answer-in-ten-days", chosen_by="provider", channels=["app"]
                            ),
                            needs=["opens-case"],
                        ),
                        FrontstageAction(
                            id="takes-online",
                            name={"en": "Portal takes the application", "zh": "平台在线受理"},
                            actor="technology",
                            department="digital",
                            channels=["app"],
                            systems=["portal"],
                            needs=["opens-case"],
                        ),
                    ],
                    backstage=[
                        BackstageAction(
                            id="opens-case",
                            name={
                                "en": "Case manager keeps the file moving",
                                "zh": "专员全程跟进案件",
                            },
                            department="loan-office",
                            role={"en": "Case manager", "zh": "案件专员"},
                            until="wait-for-the-decision",
                            cost=Cost(per_minute=2.4),
                            duration="3 h",
                            needs=[
                                LinkTo(
                                    to="registers-case", label={"en": "case no.", "zh": "案件号"}
                                )
                            ],
                        ),
                        BackstageAction(
                            id="copies-paper-file",
                            name={"en": "Copies the paper file", "zh": "复印纸质案卷"},
                            department="loan-office",
                            status="removed",
                            note={
                                "en": "Falls away with the document archive",
                                "zh": "影像系统上线后取消",
                            },
                            tags=["paper"],
                            needs=[],
                        ),
                    ],
                    support=SupportAction(
                        id="registers-case",
                        name={"en": "Origination opens the case", "zh": "审批系统建立案件"},
                        department="it",
                        systems=["origination", "archive"],
                    ),
                    time=Time(actual="30 min"),
                    feedback=["effort"],
                    experience=[
                        felt("first-buyers", 1, 7, 7, needs=["timely"]),
                        felt("self-employed", 1, 6, 6),
                    ],
                ),
                Step(
                    id="file-is-checked",
                    step={"en": "File is checked", "zh": "材料完整性检查"},
                    channels=["app", "phone"],
                    evidence=Evidence(
                        name={"en": "Message with what is missing", "zh": "缺件提醒消息"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="reads-what-is-missing",
                        name={"en": "Reads what is missing", "zh": "查看所缺材料"},
                        channels=["app"],
                        needs=["says-what-is-missing"],
                        pain={"en": "Third message, third new paper", "zh": "第三次提醒又是新材料"},
                    ),
                    frontstage=FrontstageAction(
                        id="says-what-is-missing",
                        name={"en": "Says once and all that is missing", "zh": "一次告知全部缺件"},
                        actor="technology",
                        department="digital",
                        channels=["app"],
                        systems=["portal"],
                        standard=Standard(
                            text={
                                "en": "All gaps named in one message, within a day",
                                "zh": "一日内一次性告知全部缺件",
                            },
                            at_most="1 d",
                            reviewed="2026-03-01",
                            committed_by="loan-office",
                        ),
                        needs=["checks-completeness"],
                    ),
                    backstage=BackstageAction(
                        id="checks-completeness",
                        name={"en": "Checks the file for gaps", "zh": "核查材料是否齐全"},
                        department="loan-office",
                        duration="35 min",
                        complete_accurate="66%",
                        cost=Cost(per_minute=2.4),
                        needs=["registers-case"],
                        fails=[
                            FailPoint(
                                name={"en": "A gap is found only later", "zh": "缺件事后才发现"},
                                occurrence=6,
                                severity=5,
                                detection=6,
                                rate="12%",
                                recovery="calls-for-paper",
                            )
                        ],
                    ),
                    time=Time(
                        promised="1 d",
                        acceptable="2 d",
                        actual="3 d",
                        perceived="5 d",
                        waiting="2 d",
                    ),
                    next=[
                        LinkTo(
                            to="gather-documents",
                            probability="35%",
                            when={"en": "Documents incomplete", "zh": "材料不全"},
                        ),
                        LinkTo(
                            to="credit-check",
                            probability="65%",
                            when={"en": "Complete", "zh": "材料齐全"},
                        ),
                    ],
                    experience=[
                        felt("first-buyers", -1, 7, 4, needs=["timely"]),
                        felt("self-employed", -2, 6, 3, needs=["simple"]),
                    ],
                    lanes={
                        "legal-desk": LaneAction(
                            id="checks-identity",
                            name={
                                "en": "Checks identity and origin of funds",
                                "zh": "核验身份与资金来源",
                            },
                            department="legal",
                            duration="15 min",
                            needs=["registers-case"],
                            triggers=[
                                LinkTo(
                                    to="checks-completeness",
                                    label={"en": "cleared", "zh": "已核验"},
                                )
                            ],
                            lane="legal-desk",
                        )
                    },
                ),
            ],
        ),
        Phase(
            phase={"en": "Assess and decide", "zh": "审批"},
            steps=[
                Step(
                    id="credit-check",
                    step={"en": "Credit is checked", "zh": "征信查询"},
                    channels=["app"],
                    evidence=Evidence(
                        name={"en": "Consent form", "zh": "征信查询授权书"}, kind="document"
                    ),
                    customer=CustomerAction(
                        id="consents",
                        name={"en": "Consents to the enquiry", "zh": "授权查询征信"},
                        participation="self",
                        effort="3 min",
                        channels=["app"],
                        needs=["asks-consent"],
                    ),
                    frontstage=FrontstageAction(
                        id="asks-consent",
                        name={"en": "App asks for consent", "zh": "手机银行请求授权"},
                        actor="technology",
                        department="digital",
                        systems=["portal"],
                        needs=[],
                    ),
                    backstage=BackstageAction(
                        id="calls-for-paper",
                        name={"en": "Calls for the missing paper", "zh": "致电补齐缺件"},
                        department="loan-office",
                        channels=["phone"],
                        stance="remedial",
                        triggers=[
                            LinkTo(
                                to="assesses-income", label={"en": "file whole", "zh": "案卷已齐"}
                            )
                        ],
                        needs=[],
                    ),
                    support=SupportAction(
                        id="scores",
                        name={"en": "Scoring engine rates the case", "zh": "评分引擎评级"},
                        department="risk",
                        systems=["scoring"],
                        needs=["reports-credit"],
                    ),
                    time=Time(actual="1 d", waiting="23 h"),
                    experience=[felt("first-buyers", -1, 5, 5), felt("self-employed", -1, 5, 4)],
                    lanes={
                        "risk-desk": LaneAction(
                            id="assesses-income",
                            name={"en": "Assesses income and debts", "zh": "评估收入与负债"},
                            department="risk",
                            knowledge=["lending-policy"],
                            duration="50 min",
                            cost=Cost(per_minute=3),
                            needs=[
                                "scores",
                                LinkTo(to="reports-credit", label={"en": "report", "zh": "报告"}),
                            ],
                            lane="risk-desk",
                        ),
                        "data-partners": LaneAction(
                            id="reports-credit",
                            name={"en": "Credit bureau sends the report", "zh": "征信机构出具报告"},
                            department="bureau",
                            duration="5 min",
                            cost=Cost(other=25),
                            lane="data-partners",
                        ),
                    },
                ),
                Step(
                    id="home-is-valued",
                    step={"en": "Home is valued", "zh": "房屋评估"},
                    channels=["phone"],
                    evidence=Evidence(
                        name={"en": "Valuer's badge and report", "zh": "评估师工牌与评估报告"},
                        kind="person",
                    ),
                    customer=CustomerAction(
                        id="shows-home",
                        name={"en": "Meets the valuer at the home", "zh": "陪同评估师看房"},
                        participation="joint",
                        effort="90 min",
                        needs=["fixes-visit"],
                    ),
                    frontstage=FrontstageAction(
                        id="fixes-visit",
                        name={"en": "Adviser fixes the visit", "zh": "顾问预约评估"},
                        department="mortgages",
                        channels=["phone"],
                        needs=[LinkTo(to="visits-home", label={"en": "order", "zh": "委托"})],
                    ),
                    time=Time(
                        promised="5 d",
                        acceptable="7 d",
                        actual="8 d",
                        perceived="10 d",
                        waiting="7 d",
                    ),
                    note={
                        "en": "Flats in new buildings are valued from plans",
                        "zh": "新建商品房按图纸评估",
                    },
                    tags=["property"],
                    next=[
                        LinkTo(
                            to="agree-the-amount",
                            probability="15%",
                            when={"en": "Valued below the price", "zh": "评估值低于房价"},
                        ),
                        LinkTo(
                            to="wait-for-the-decision",
                            probability="85%",
                            when={"en": "Value holds", "zh": "评估值足额"},
                        ),
                    ],
                    experience=[felt("first-buyers", 0, 5, 5), felt("self-employed", -1, 6, 4)],
                    lanes={
                        "intermediary": LaneAction(
                            id="opens-door",
                            name={"en": "Agent opens the door", "zh": "中介开门带看"},
                            department="broker",
                            triggers=[LinkTo(to="visits-home", label={"en": "keys", "zh": "钥匙"})],
                            lane="intermediary",
                        ),
                        "risk-desk": LaneAction(
                            id="sets-loan-to-value",
                            name={"en": "Sets the loan-to-value", "zh": "核定贷款成数"},
                            department="risk",
                            duration="20 min",
                            needs=[
                                LinkTo(to="reports-value", label={"en": "value", "zh": "评估值"})
                            ],
                            lane="risk-desk",
                        ),
                        "data-partners": [
                            LaneAction(
                                id="visits-home",
                                name={"en": "Valuer visits the home", "zh": "评估师实地查勘"},
                                department="valuer",
                                duration="90 min",
                                cost=Cost(other=900),
                                lane="data-partners",
                            ),
                            LaneAction(
                                id="reports-value",
                                name={"en": "Valuer writes the report", "zh": "出具评估报告"},
                                department="valuer",
                                duration="3 h",
                                needs=["visits-home"],
                                fails=[
                                    FailPoint(
                                        name={"en": "Report arrives late", "zh": "报告迟交"},
                                        occurrence=4,
                                        severity=6,
                                        detection=2,
                                        rate="9%",
                                        recovery="values-by-model",
                                    )
                                ],
                                lane="data-partners",
                            ),
                            LaneAction(
                                id="values-by-model",
                                name={
                                    "en": "Model values from past sales",
                                    "zh": "按历史成交模型估值",
                                },
                                actor="technology",
                                department="valuer",
                                status="proposed",
                                tags=["pilot"],
                                stance="remedial",
                                triggers=["sets-loan-to-value"],
                                lane="data-partners",
                            ),
                        ],
                    },
                ),
                Step(
                    id="wait-for-the-decision",
                    step={"en": "Wait for the decision", "zh": "等待审批"},
                    channels=["app", "phone"],
                    evidence=Evidence(
                        id="status-page",
                        name={"en": "Status page with the next date", "zh": "显示下一节点的进度页"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="waits",
                        name={"en": "Waits and looks at the app", "zh": "等待并查看进度"},
                        participation="self",
                        channels=["app", "phone"],
                        needs=["shows-status", "gives-news"],
                        pain=[
                            Pain(
                                name={"en": "“In progress” for days", "zh": "连日显示“处理中”"},
                                scope="line",
                            )
                        ],
                    ),
                    frontstage=[
                        FrontstageAction(
                            id="gives-news",
                            name={
                                "en": "Adviser calls before being asked",
                                "zh": "顾问主动告知进展",
                            },
                            department="mortgages",
                            channels=["phone"],
                            stance="proactive",
                            duration="6 min",
                            needs=["opens-case"],
                        ),
                        FrontstageAction(
                            id="shows-status",
                            name={
                                "en": "Status page names the next date",
                                "zh": "进度页显示下一日期",
                            },
                            actor="technology",
                            department="digital",
                            systems=["portal"],
                            needs=["opens-case"],
                        ),
                    ],
                    time=Time(
                        promised="10 d",
                        acceptable="12 d",
                        actual="11 d",
                        perceived="18 d",
                        waiting="10 d",
                        unexpected="19:30",
                    ),
                    experience=[
                        felt("first-buyers", -2, 7, 3, needs=["known", "timely"]),
                        felt("self-employed", -3, 7, 2, needs=["timely"]),
                    ],
                    lanes={
                        "risk-desk": [
                            LaneAction(
                                id="weighs-case",
                                name={
                                    "en": "Credit officer weighs the case",
                                    "zh": "信贷员综合评审",
                                },
                                department="risk",
                                duration="70 min",
                                cost=Cost(per_minute=3),
                                needs=["assesses-income", "sets-loan-to-value"],
                                lane="risk-desk",
                            ),
                            LaneAction(
                                id="second-pair-of-eyes",
                                name={
                                    "en": "Second officer reviews large loans",
                                    "zh": "大额贷款双人复核",
                                },
                                department="risk",
                                duration="30 min",
                                needs=["weighs-case"],
                                lane="risk-desk",
                            ),
                        ],
                        "legal-desk": LaneAction(
                            id="checks-rules",
                            name={"en": "Checks against lending rules", "zh": "核对监管与贷款规则"},
                            department="legal",
                            duration="20 min",
                            needs=["checks-identity"],
                            lane="legal-desk",
                        ),
                    },
                ),
                Step(
                    id="hear-the-decision",
                    step={"en": "Hear the decision", "zh": "获知审批结果"},
                    channels=["phone", "app", "letter"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "decision", "zh": "审批结果"},
                        importance=5,
                        owner="mortgages",
                        standard=Standard(
                            text={
                                "en": "Told in person within ten days of applying",
                                "zh": "申请后十日内亲口告知",
                            },
                            at_most="10 d",
                            customer=CustomerStandard(at_most="7 d"),
                            reviewed="2026-03-01",
                            committed_by=["mortgages", "risk"],
                        ),
                    ),
                    evidence=Evidence(
                        id="offer-letter",
                        name={
                            "en": "Binding offer, valid 30 days",
                            "zh": "有约束力的要约（30 日有效）",
                        },
                        kind="document",
                    ),
                    customer=CustomerAction(
                        id="hears",
                        name={"en": "Hears yes or no", "zh": "得知批准或未批准"},
                        participation="joint",
                        effort="15 min",
                        channels=["phone"],
                        needs=["tells-decision"],
                    ),
                    frontstage=FrontstageAction(
                        id="tells-decision",
                        name={"en": "Adviser calls and explains", "zh": "顾问致电说明结果"},
                        department="mortgages",
                        channels=["phone"],
                        duration="15 min",
                        needs=[LinkTo(to="decides", label={"en": "decision", "zh": "审批结果"})],
                    ),
                    backstage=BackstageAction(
                        id="draws-up-offer",
                        name={"en": "Draws up the offer", "zh": "制作贷款要约"},
                        department="loan-office",
                        duration="40 min",
                        needs=["decides", "keeps-terms"],
                    ),
                    time=Time(promised="10 d", actual="11 d", perceived="18 d"),
                    feedback=["satisfaction"],
                    next=[
                        LinkTo(
                            to="sign-the-contract",
                            probability="88%",
                            when={"en": "Approved", "zh": "批准"},
                        ),
                        LinkTo(
                            to="hear-why-not",
                            probability="12%",
                            when={"en": "Declined", "zh": "未批准"},
                        ),
                    ],
                    experience=[
                        felt(
                            "first-buyers",
                            3,
                            7,
                            9,
                            needs=["heard", "delighted"],
                            surprise=Surprise(
                                name={
                                    "en": "A card with a photo of the new street",
                                    "zh": "印有新家街景的贺卡",
                                },
                                prepared_by=["draws-up-offer"],
                                kinds=["beyond-expectation", "creative"],
                                situation={"en": "The day of the approval", "zh": "批准当日"},
                            ),
                        ),
                        felt("self-employed", 1, 7, 6, needs=["appreciated"]),
                    ],
                    lanes={
                        "risk-desk": LaneAction(
                            id="decides",
                            name={"en": "Decides on the loan", "zh": "作出审批决定"},
                            department="risk",
                            decides=True,
                            duration="30 min",
                            cost=Cost(per_minute=3),
                            needs=["weighs-case", "second-pair-of-eyes", "checks-rules"],
                            triggers=[
                                LinkTo(
                                    to="draws-up-offer", label={"en": "approved", "zh": "已批准"}
                                )
                            ],
                            lane="risk-desk",
                        )
                    },
                ),
                Step(
                    id="hear-why-not",
                    step={"en": "Hear why not", "zh": "了解未批原因"},
                    channels=["branch", "phone"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "refusal", "zh": "拒贷告知"},
                        importance=3,
                        owner="mortgages",
                        standard=Standard(
                            text={
                                "en": "Reason and one way forward the same day",
                                "zh": "当日说明原因与可行方案",
                            },
                            at_most="1 d",
                            reviewed="2026-03-01",
                            committed_by="mortgages",
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Letter with the reason", "zh": "说明原因的函件"},
                        kind="document",
                    ),
                    customer=CustomerAction(
                        id="asks-why",
                        name={"en": "Asks why and what next", "zh": "询问原因与下一步"},
                        participation="joint",
                        effort="30 min",
                        channels=["phone"],
                        needs=["explains-refusal"],
                    ),
                    frontstage=FrontstageAction(
                        id="explains-refusal",
                        name={
                            "en": "Adviser explains and shows ways on",
                            "zh": "顾问解释并给出出路",
                        },
                        department="mortgages",
                        stance="remedial",
                        duration="30 min",
                        needs=[LinkTo(to="checks-wording", label={"en": "letter", "zh": "函件"})],
                    ),
                    time=Time(promised="1 d", actual="2 d"),
                    next=[],
                    experience=[
                        felt("first-buyers", -2, 4, 4, needs=["heard"]),
                        felt("self-employed", -3, 5, 3, needs=["appreciated"]),
                    ],
                    lanes={
                        "risk-desk": LaneAction(
                            id="states-reason",
                            name={
                                "en": "States the reason in plain words",
                                "zh": "用通俗语言写明理由",
                            },
                            department="risk",
                            duration="10 min",
                            needs=["decides"],
                            lane="risk-desk",
                        ),
                        "legal-desk": LaneAction(
                            id="checks-wording",
                            name={"en": "Checks the letter", "zh": "审核函件措辞"},
                            department="legal",
                            needs=["states-reason"],
                            lane="legal-desk",
                        ),
                    },
                ),
            ],
        ),
        Phase(
            phase={"en": "Sign and pay out", "zh": "签约放款"},
            steps=[
                Step(
                    id="sign-the-contract",
                    step={"en": "Sign the contract", "zh": "签订合同"},
                    channels=["branch", "app"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "signing", "zh": "签约"},
                        importance=4,
                        owner="legal",
                        standard=Standard(
                            text={
                                "en": "Contract read before it is signed",
                                "zh": "签署前已提前阅读合同",
                            },
                            at_most="2 d",
                            reviewed="2026-03-01",
                            committed_by=["legal", "mortgages"],
                        ),
                    ),
                    evidence=[
                        Evidence(name={"en": "Loan contract", "zh": "借款合同"}, kind="document"),
                        Evidence(
                            name={"en": "“What it means for you” sheet", "zh": "《合同要点说明》"},
                            kind="document",
                        ),
                    ],
                    customer=CustomerAction(
                        id="signs",
                        name={"en": "Reads and signs", "zh": "阅读并签署"},
                        participation="joint",
                        effort="60 min",
                        channels=["branch"],
                        needs=["goes-through-contract", "signs-online"],
                    ),
                    frontstage=[
                        FrontstageAction(
                            id="goes-through-contract",
                            name={
                                "en": "Adviser goes through the contract",
                                "zh": "顾问逐条讲解合同",
                            },
                            department="mortgages",
                            duration="45 min",
                            cost=Cost(per_minute=3.2),
                            needs=["prepares-contract"],
                        ),
                        FrontstageAction(
                            id="signs-online",
                            name={"en": "Signing in the app", "zh": "手机银行电子签约"},
                            actor="technology",
                            department="digital",
                            systems=["e-signing"],
                            status="proposed",
                            note={
                                "en": "Waits for the legal opinion on e-signatures",
                                "zh": "待电子签名法律意见",
                            },
                            tags=["pilot"],
                            links=[
                                {
                                    "text": {"en": "Mock-up", "zh": "原型"},
                                    "url": "https://example.org/signing",
                                }
                            ],
                            needs=["prepares-contract"],
                        ),
                    ],
                    backstage=BackstageAction(
                        id="prepares-contract",
                        name={"en": "Prepares contract and annexes", "zh": "制作合同及附件"},
                        department="loan-office",
                        duration="50 min",
                        cost=Cost(per_minute=2.4),
                        needs=[
                            "draws-up-offer",
                            LinkTo(to="approves-clauses", label={"en": "clauses", "zh": "条款"}),
                        ],
                    ),
                    time=Time(acceptable="90 min", actual="75 min", perceived="60 min"),
                    experience=[
                        felt("first-buyers", 2, 7, 8, needs=["ownership"]),
                        felt("self-employed", 1, 6, 6),
                    ],
                    lanes={
                        "legal-desk": LaneAction(
                            id="approves-clauses",
                            name={"en": "Approves special clauses", "zh": "审定特别条款"},
                            department="legal",
                            duration="30 min",
                            lane="legal-desk",
                        )
                    },
                ),
                Step(
                    id="insure-the-home",
                    step={"en": "Insure the home", "zh": "办理房屋保险"},
                    channels=["app", "phone"],
                    evidence=Evidence(name={"en": "Cover note", "zh": "保险凭证"}, kind="document"),
                    customer=CustomerAction(
                        id="takes-cover",
                        name={"en": "Takes out home cover", "zh": "投保房屋险"},
                        participation="joint",
                        effort="15 min",
                        money=620,
                        channels=["app"],
                        needs=["offers-cover"],
                    ),
                    frontstage=FrontstageAction(
                        id="offers-cover",
                        name={"en": "App compares covers", "zh": "手机银行比较险种"},
                        actor="technology",
                        department="digital",
                        channels=["app"],
                        needs=[LinkTo(to="issues-cover", label={"en": "proposal", "zh": "投保单"})],
                    ),
                    backstage=BackstageAction(
                        id="notes-cover",
                        name={"en": "Notes the cover in the file", "zh": "保单登记入卷"},
                        department="loan-office",
                        duration="5 min",
                        needs=[
                            LinkTo(to="issues-cover", label={"en": "cover note", "zh": "保单"}),
                            "registers-case",
                        ],
                    ),
                    time=Time(actual="1 d"),
                    experience=[felt("first-buyers", 0, 5, 6), felt("self-employed", 0, 5, 5)],
                    lanes={
                        "insurance": LaneAction(
                            id="issues-cover",
                            name={
                                "en": "Insurer issues and keeps the cover",
                                "zh": "保险公司出单并承保",
                            },
                            department="insurer",
                            until="get-the-money",
                            duration="10 min",
                            lane="insurance",
                        )
                    },
                ),
                Step(
                    id="register-the-mortgage",
                    step={"en": "Register the mortgage", "zh": "抵押登记"},
                    channels=["branch"],
                    evidence=Evidence(
                        name={
                            "en": "Notary's office, seal, registry slip",
                            "zh": "公证处、印章与登记受理单",
                        },
                        kind="facility",
                    ),
                    customer=CustomerAction(
                        id="appears-at-notary",
                        name={"en": "Appears before the notary", "zh": "到场办理公证"},
                        participation="joint",
                        effort="2 h",
                        money=480,
                        needs=["goes-along", "notarises"],
                        pain={"en": "Only on workday mornings", "zh": "只能工作日上午办"},
                    ),
                    frontstage=FrontstageAction(
                        id="goes-along",
                        name={"en": "Adviser goes along", "zh": "顾问陪同办理"},
                        department="mortgages",
                        duration="2 h",
                        needs=[],
                    ),
                    backstage=BackstageAction(
                        id="sends-deed",
                        name={"en": "Sends the mortgage deed", "zh": "报送抵押文件"},
                        department="loan-office",
                        duration="20 min",
                        needs=["approves-clauses"],
                        triggers=[LinkTo(to="notarises", label={"en": "deed", "zh": "抵押文件"})],
                    ),
                    time=Time(
                        promised="5 d",
                        acceptable="7 d",
                        actual="6 d",
                        perceived="8 d",
                        waiting="5 d",
                    ),
                    experience=[
                        felt("first-buyers", -1, 5, 5),
                        felt("self-employed", -2, 6, 4, needs=["timely"]),
                    ],
                    lanes={
                        "registry": [
                            LaneAction(
                                id="notarises",
                                name={"en": "Notary certifies the deed", "zh": "公证处出具公证书"},
                                department="notary",
                                duration="45 min",
                                cost=Cost(other=300),
                                needs=[
                                    LinkTo(
                                        to="enters-mortgage", label={"en": "filing", "zh": "申报"}
                                    )
                                ],
                                lane="registry",
                            ),
                            LaneAction(
                                id="enters-mortgage",
                                name={
                                    "en": "Registry enters the mortgage",
                                    "zh": "登记机构办理抵押登记",
                                },
                                department="notary",
                                duration="3 d",
                                fails=[
                                    FailPoint(
                                        name={
                                            "en": "Sent back for a wrong parcel number",
                                            "zh": "不动产单元号有误被退回",
                                        },
                                        occurrence=3,
                                        severity=7,
                                        detection=5,
                                        rate="4%",
                                        recovery="corrects-deed",
                                    )
                                ],
                                lane="registry",
                            ),
                        ]
                    },
                ),
                Step(
                    id="meet-the-conditions",
                    step={"en": "Meet the conditions", "zh": "落实放款条件"},
                    channels=["app", "phone"],
                    evidence=Evidence(
                        name={"en": "List of conditions with ticks", "zh": "放款条件核对表"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="proves-deposit",
                        name={"en": "Proves the deposit is paid", "zh": "提交首付款凭证"},
                        participation="self",
                        effort="20 min",
                        channels=["app"],
                        needs=["ticks-conditions"],
                    ),
                    frontstage=FrontstageAction(
                        id="ticks-conditions",
                        name={"en": "App ticks off each condition", "zh": "手机银行逐项打勾"},
                        actor="technology",
                        department="digital",
                        systems=["portal"],
                        needs=["checks-conditions"],
                    ),
                    backstage=[
                        BackstageAction(
                            id="checks-conditions",
                            name={"en": "Checks the conditions for payout", "zh": "核对放款条件"},
                            department="loan-office",
                            duration="30 min",
                            cost=Cost(per_minute=2.4),
                            needs=[
                                "notes-cover",
                                LinkTo(
                                    to="enters-mortgage", label={"en": "entry", "zh": "登记证明"}
                                ),
                                "releases-payout",
                            ],
                        ),
                        BackstageAction(
                            id="corrects-deed",
                            name={"en": "Corrects the deed", "zh": "更正抵押文件"},
                            department="loan-office",
                            stance="remedial",
                            duration="30 min",
                            needs=[],
                            triggers=[
                                LinkTo(
                                    to="enters-mortgage", label={"en": "again", "zh": "重新报送"}
                                )
                            ],
                        ),
                    ],
                    time=Time(
                        promised="2 d",
                        acceptable="3 d",
                        actual="3 d",
                        perceived="4 d",
                        waiting="2 d",
                    ),
                    next=[
                        LinkTo(
                            to="sign-the-contract",
                            probability="8%",
                            when={
                                "en": "Conditions not met, sign again",
                                "zh": "条件未落实，重新签约",
                            },
                        ),
                        LinkTo(
                            to="get-the-money",
                            probability="92%",
                            when={"en": "All met", "zh": "条件齐备"},
                        ),
                    ],
                    experience=[felt("first-buyers", -1, 6, 5), felt("self-employed", 0, 6, 6)],
                    lanes={
                        "legal-desk": LaneAction(
                            id="releases-payout",
                            name={"en": "Releases the payout", "zh": "出具放款法律意见"},
                            department="legal",
                            decides=True,
                            duration="15 min",
                            lane="legal-desk",
                        )
                    },
                ),
                Step(
                    id="get-the-money",
                    step={"en": "Get the money and the keys", "zh": "放款交房"},
                    channels=["app", "phone"],
                    moment_of_truth=MomentOfTruth(
                        kind={"en": "payout", "zh": "放款"},
                        importance=5,
                        owner="mortgages",
                        standard=Standard(
                            text={
                                "en": "Paid on the agreed day before noon",
                                "zh": "约定日中午前到账",
                            },
                            at_most="1 d",
                            reviewed="2026-03-01",
                            committed_by=["loan-office", "it"],
                        ),
                    ),
                    evidence=Evidence(
                        name={"en": "Payment message, keys", "zh": "到账短信、新房钥匙"},
                        kind="tool",
                    ),
                    customer=CustomerAction(
                        id="gets-keys",
                        name={
                            "en": "Sees the payment and gets the keys",
                            "zh": "收到到账通知并拿钥匙",
                        },
                        participation="joint",
                        effort="1 h",
                        channels=["app"],
                        needs=[
                            "congratulates",
                            LinkTo(to="tells-payout", label={"en": "message", "zh": "短信"}),
                        ],
                    ),
                    frontstage=[
                        FrontstageAction(
                            id="congratulates",
                            name={"en": "Adviser calls and congratulates", "zh": "顾问致电祝贺"},
                            department="mortgages",
                            channels=["phone"],
                            stance="proactive",
                            needs=[],
                        ),
                        FrontstageAction(
                            id="tells-payout",
                            name={"en": "App confirms the payout", "zh": "手机银行通知放款"},
                            actor="technology",
                            department="digital",
                            systems=["portal"],
                            needs=["pays-out"],
                        ),
                    ],
                    backstage=BackstageAction(
                        id="orders-payout",
                        name={"en": "Orders the payout", "zh": "发起放款指令"},
                        department="loan-office",
                        duration="10 min",
                        needs=["checks-conditions"],
                        triggers=["pays-out"],
                    ),
                    support=SupportAction(
                        id="pays-out",
                        name={"en": "Core banking pays out", "zh": "核心系统放款"},
                        department="it",
                        systems=["core"],
                        duration="1 h",
                        fails=[
                            FailPoint(
                                name={"en": "Account number rejected", "zh": "收款账号被拒"},
                                occurrence=2,
                                severity=9,
                                detection=2,
                                rate="1%",
                                recovery="orders-payout",
                            )
                        ],
                    ),
                    time=Time(promised="1 d", actual="1 d"),
                    feedback=["satisfaction"],
                    experience=[
                        felt("first-buyers", 3, 8, 9, needs=["delighted", "timely"]),
                        felt("self-employed", 2, 8, 8, needs=["timely"]),
                    ],
                    lanes={
                        "intermediary": LaneAction(
                            id="hands-over-keys",
                            name={"en": "Agent hands over the keys", "zh": "中介交付钥匙"},
                            department="broker",
                            needs=[
                                LinkTo(to="pays-out", label={"en": "price paid", "zh": "房款到账"})
                            ],
                            lane="intermediary",
                        )
                    },
                ),
            ],
        ),
        Phase(
            phase={"en": "Repay", "zh": "还款"},
            steps=[
                Step(
                    id="pay-the-first-rate",
                    step={"en": "Pay the first instalment", "zh": "首期还款"},
                    channels=["app"],
                    evidence=Evidence(
                        name={"en": "Repayment plan in the app", "zh": "手机银行还款计划"},
                        kind="digital",
                    ),
                    customer=CustomerAction(
                        id="pays-rate",
                        name={"en": "Watches the first debit", "zh": "关注首期扣款"},
                        participation="self",
                        channels=["app"],
                        money=5400,
                        needs=["shows-plan"],
                    ),
                    frontstage=FrontstageAction(
                        id="shows-plan",
                        name={"en": "App shows plan and balance", "zh": "显示还款计划与余额"},
                        actor="technology",
                        department="digital",
                        systems=["portal"],
                        needs=["debits"],
                    ),
                    support=SupportAction(
                        id="debits",
                        name={"en": "Core banking debits the rate", "zh": "核心系统扣款"},
                        department="it",
                        systems=["core"],
                    ),
                    experience=[felt("first-buyers", 0, 6, 6), felt("self-employed", 1, 6, 7)],
                ),
                Step(
                    id="repay-early-and-close",
                    step={"en": "Repay early and close", "zh": "提前还款与结清"},
                    channels=["phone", "letter"],
                    evidence=Evidence(
                        name={"en": "Release letter", "zh": "结清证明"}, kind="document"
                    ),
                    customer=CustomerAction(
                        id="asks-to-close",
                        name={"en": "Asks to repay early", "zh": "申请提前还款"},
                        participation="joint",
                        effort="25 min",
                        channels=["phone"],
                        needs=["quotes-balance"],
                        pain={"en": "Fee nobody had mentioned", "zh": "事先未告知的手续费"},
                    ),
                    frontstage=FrontstageAction(
                        id="quotes-balance",
                        name={"en": "Adviser quotes balance and fee", "zh": "顾问告知余额与费用"},
                        department="mortgages",
                        channels=["phone"],
                        duration="15 min",
                        needs=["works-out-balance"],
                    ),
                    backstage=BackstageAction(
                        id="works-out-balance",
                        name={"en": "Works out what is left", "zh": "核算剩余本息"},
                        department="loan-office",
                        duration="25 min",
                        needs=["debits"],
                        triggers=[
                            LinkTo(to="releases-mortgage", label={"en": "paid off", "zh": "已结清"})
                        ],
                    ),
                    time=Time(
                        promised="10 d",
                        acceptable="14 d",
                        actual="12 d",
                        perceived="15 d",
                        waiting="9 d",
                    ),
                    next=[],
                    experience=[felt("first-buyers", 1, 6, 6), felt("self-employed", 0, 7, 5)],
                    lanes={
                        "registry": LaneAction(
                            id="releases-mortgage",
                            name={"en": "Registry deletes the mortgage", "zh": "注销抵押登记"},
                            department="notary",
                            duration="3 d",
                            lane="registry",
                        )
                    },
                ),
            ],
        ),
    ],
)


def main() -> None:
    """Compare with the file, and ask whom a stop of core banking reaches, and list the ways back."""
    written = blueprint.load(HERE / "bank_loan.blueprint.yaml")
    print("Python and YAML say the same:", loan == written)

    report = blueprint.ripple(loan, ["core"], direction="disruption", depth=4)
    print("Moments of truth that feel a stop of core banking:")
    for moment in report.moments_of_truth:
        print(f"- {moment.name}")

    print("Ways back:")
    places = {step: place for place, step in enumerate(loan.names.steps)}
    for step, named in loan.names.steps.items():
        for link in named.step.next or ():
            if link.to is not None and places[link.to] < places[step]:
                print(f"- {step} to {link.to}: {link.probability or 0:.0%}")


if __name__ == "__main__":
    main()
