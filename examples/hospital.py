"""An outpatient visit, said in Python and in Chinese, and whom a stop of the hospital system hits."""

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

visit = Blueprint(
    blueprint="三甲医院门诊就诊服务蓝图 Outpatient visit",
    languages=["zh"],
    links="explicit",
    owner="门诊办",
    ignore=[
        {"rule": "BP402", "because": "案例未写明服务标准"},
        {"rule": "BP501", "because": "案例未写明补救措施"},
    ],
    departments={
        "门诊办": Department(name="门诊办公室", house="front"),
        "护理部": Department(name="护理部", house="front"),
        "临床科室": Department(name="临床科室", house="front"),
        "药剂科": Department(name="药剂科", house="front"),
        "检验科": Department(name="检验科", house="back"),
        "影像科": Department(name="影像科", house="back"),
        "财务处": Department(name="财务处", house="back"),
        "随访中心": Department(name="随访中心", house="back"),
        "信息科": Department(name="信息科", house="back"),
    },
    channels={
        "app": Channel(name="手机小程序", kind="mobile"),
        "web": Channel(name="网站", kind="web"),
        "phone": Channel(name="电话", kind="voice"),
        "kiosk": Channel(name="自助机", kind="store"),
        "place": Channel(name="院内现场", kind="store"),
    },
    personas={
        "慢病患者": Persona(
            name="慢病复诊患者",
            age="50-70",
            location="本市",
            favourite_brands=["老字号药房"],
            turn_ons=["医生把病情讲明白"],
            turn_offs=["反复排队", "检查地点分散"],
            channels=["place", "phone", "app", "kiosk", "web"],
            devices=["手机"],
            behaviours=["清早到院", "家人陪同"],
            goals=Goals(functional="当天看完病、取到药", emotional="心里踏实"),
        )
    },
    phases={
        "就诊前": [
            Step(
                step="网上预约挂号",
                experience=Experience(emotion=0),
                evidence="微信公众号、预约成功短信",
                customer=CustomerAction(
                    name="在微信小程序选择科室、医生和时段并支付挂号费",
                    channels=["app", "web"],
                    needs=["预约小程序"],
                ),
                frontstage=FrontstageAction(
                    id="预约小程序",
                    name="预约小程序（号源实时显示）",
                    actor="technology",
                    department="信息科",
                    channels=["app"],
                    needs=[LinkTo(to="预约平台", label="查询号源"), "排班放号"],
                ),
                backstage=BackstageAction(
                    id="排班放号",
                    name="门诊办排班、释放号源",
                    department="门诊办",
                    needs=["预约平台"],
                ),
                support=SupportAction(
                    id="预约平台",
                    name="号源池与统一预约平台",
                    department="信息科",
                    needs=["主索引"],
                ),
            ),
            Step(
                step="到院签到",
                experience=Experience(emotion=0),
                evidence="门诊大厅、导向标识、自助机",
                customer=CustomerAction(
                    name="刷身份证或医保电子凭证签到",
                    channels=["kiosk", "place"],
                    needs=["导医分诊", "自助签到机"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="导医分诊", name="导医台护士引导、预检分诊", department="护理部"
                    ),
                    FrontstageAction(
                        id="自助签到机",
                        name="自助签到机",
                        actor="technology",
                        department="信息科",
                        channels=["kiosk"],
                        needs=[LinkTo(to="主索引", label="实名核验")],
                    ),
                ],
                support=SupportAction(
                    id="主索引",
                    name="患者主索引 EMPI / 实名认证",
                    department="信息科",
                    needs=["his"],
                ),
            ),
        ],
        "到院": [
            Step(
                step="候诊",
                experience=Experience(emotion=-2),
                evidence="叫号大屏、候诊座椅",
                customer=CustomerAction(
                    name="在候诊区等待叫号",
                    channels=["place"],
                    pain="平均等待 47 分钟，不知道前面还有几人",
                    needs=["候诊管理", "叫号大屏"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="候诊管理",
                        name="分诊护士维持秩序、解答疑问",
                        department="护理部",
                        needs=["调整叫号"],
                    ),
                    FrontstageAction(
                        id="叫号大屏",
                        name="排队叫号系统大屏与语音播报",
                        actor="technology",
                        department="信息科",
                        needs=["调整叫号"],
                    ),
                ],
                backstage=BackstageAction(
                    id="调整叫号", name="动态调整诊室与叫号顺序", department="门诊办", needs=["his"]
                ),
            ),
            Step(
                step="医生问诊",
                moment_of_truth=MomentOfTruth(owner="临床科室"),
                experience=Experience(emotion=1),
                evidence="诊室、白大褂、电子病历屏",
                customer=CustomerAction(
                    name="描述病情，接受问诊和体格检查", channels=["place"], needs=["问诊开单"]
                ),
                frontstage=FrontstageAction(
                    id="问诊开单",
                    name="医生问诊、开具检查检验申请单",
                    department="临床科室",
                    moment_of_truth=MomentOfTruth(owner="临床科室"),
                    needs=["远程会诊", LinkTo(to="his", label="写病历")],
                ),
                backstage=BackstageAction(
                    id="远程会诊", name="上级医生远程会诊支持", department="临床科室", needs=["his"]
                ),
                support=SupportAction(
                    id="his",
                    name="HIS + 电子病历 EMR",
                    department="信息科",
                    needs=[LinkTo(to="医保接口", label="计费"), LinkTo(to="spd", label="处方")],
                ),
            ),
        ],
        "诊疗": [
            Step(
                step="缴费",
                experience=Experience(emotion=-1),
                evidence="缴费单、电子发票",
                customer=CustomerAction(
                    name="扫码缴纳检查费用",
                    channels=["app", "kiosk"],
                    pain="医保结算失败需到窗口排队",
                    needs=[LinkTo(to="收费窗口", label="异常时"), "移动支付"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="收费窗口",
                        name="收费窗口处理异常结算",
                        department="财务处",
                        fails=[FailPoint(name="异常结算处理慢")],
                        needs=["医保接口"],
                    ),
                    FrontstageAction(
                        id="移动支付",
                        name="移动支付与医保在线结算",
                        actor="technology",
                        department="财务处",
                        channels=["app"],
                        fails=[FailPoint(name="医保在线结算失败")],
                        needs=[LinkTo(to="医保接口", label="结算")],
                    ),
                ],
                support=SupportAction(
                    id="医保接口",
                    name="医保接口与支付对账",
                    department="财务处",
                    fails=[FailPoint(name="医保接口中断")],
                ),
            ),
            Step(
                step="检查检验 (CT/血常规)",
                experience=Experience(emotion=-1),
                evidence="检查室指引、条码标签",
                customer=CustomerAction(
                    name="抽血、做CT，等待报告",
                    channels=["place"],
                    pain="检查地点分散",
                    needs=["采血扫描"],
                ),
                frontstage=FrontstageAction(
                    id="采血扫描",
                    name="护士采血；技师摆位、扫描",
                    department="护理部",
                    needs=[
                        LinkTo(to="检验审核", label="标本"),
                        LinkTo(to="影像报告", label="图像"),
                    ],
                ),
                backstage=[
                    BackstageAction(
                        id="检验审核",
                        name="检验科上机检测、审核结果",
                        department="检验科",
                        needs=["lis"],
                    ),
                    BackstageAction(
                        id="影像报告",
                        name="影像科医师书写并审签报告",
                        department="影像科",
                        pain="高峰期出报告超过 2 小时",
                        needs=["pacs"],
                    ),
                ],
                support=[
                    SupportAction(
                        id="lis",
                        name="LIS 检验信息系统",
                        department="检验科",
                        needs=[LinkTo(to="his", label="检验结果")],
                    ),
                    SupportAction(
                        id="pacs",
                        name="PACS 影像系统",
                        department="影像科",
                        needs=[LinkTo(to="his", label="影像报告")],
                    ),
                ],
            ),
            Step(
                step="复诊看报告",
                moment_of_truth=MomentOfTruth(owner="临床科室"),
                experience=Experience(emotion=1),
                evidence="检验报告（纸质/PDF）",
                customer=CustomerAction(
                    name="携带报告返回诊室，听医生解释",
                    channels=["place"],
                    needs=["解读开方", "报告推送"],
                ),
                frontstage=[
                    FrontstageAction(
                        id="解读开方",
                        name="医生解读报告、开处方",
                        department="临床科室",
                        needs=[LinkTo(to="前置审方", label="处方"), "his"],
                    ),
                    FrontstageAction(
                        id="报告推送",
                        name="报告查询 App 推送",
                        actor="technology",
                        department="信息科",
                        channels=["app"],
                        needs=["lis"],
                    ),
                ],
                backstage=BackstageAction(
                    id="前置审方",
                    name="药师前置审方",
                    department="药剂科",
                    needs=[LinkTo(to="调配出药", label="审核通过")],
                ),
            ),
        ],
        "离院": [
            Step(
                step="取药",
                experience=Experience(emotion=0),
                evidence="药袋、用药说明、取药号",
                customer=CustomerAction(
                    name="到药房窗口取药", channels=["place"], needs=["核对发药"]
                ),
                frontstage=FrontstageAction(
                    id="核对发药",
                    name="药师核对并交代用法用量",
                    department="药剂科",
                    needs=["调配出药"],
                ),
                backstage=BackstageAction(
                    id="调配出药",
                    name="药房调配、自动发药机出药",
                    department="药剂科",
                    needs=["spd"],
                ),
                support=SupportAction(id="spd", name="药品库存与供应链 SPD", department="药剂科"),
            ),
            Step(
                step="离院随访",
                experience=Experience(emotion=1),
                evidence="随访短信、满意度问卷",
                customer=CustomerAction(
                    name="按时服药，回复随访问卷", channels=["app", "phone"], needs=["随访机器人"]
                ),
                frontstage=FrontstageAction(
                    id="随访机器人",
                    name="AI 随访机器人",
                    actor="technology",
                    department="随访中心",
                    channels=["phone", "app"],
                    needs=["质控库", LinkTo(to="异常回访", label="异常")],
                ),
                backstage=BackstageAction(
                    id="异常回访",
                    name="随访中心分派异常回访",
                    department="随访中心",
                    needs=["质控库", LinkTo(to="解读开方", label="复诊提醒")],
                ),
                support=SupportAction(
                    id="质控库", name="患者满意度与质控数据库", department="随访中心"
                ),
            ),
        ],
    },
)


def main() -> None:
    """Compare with the file, ask the ripple, and draw it; what is printed is Chinese."""
    written = blueprint.load(HERE / "hospital.blueprint.yaml")
    print("Python 与 YAML 内容一致：", visit == written)

    report = blueprint.ripple(visit, ["his"], direction="disruption")
    for sentence in report.summary:
        print(sentence.into("zh"))

    drawing = blueprint.draw(visit, "svg", lang="zh")
    print("图形（SVG）字符数：", len(drawing))


if __name__ == "__main__":
    main()
