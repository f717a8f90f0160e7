package org.jiaogongti.charter.reading;

import java.util.List;
import java.util.Set;

/** The keys that one kind of object in a charter or scheme file may have; {@code charter.schema.json} says the same. */
record Shape(String name, Set<String> required, Set<String> optional) {

    static final Shape CHARTER = new Shape("charter", Set.of("章程", "标题", "原文文件", "索引号", "发布"),
            Set.of("轮次", "读法", "责任", "目标"));
    static final Shape ISSUE = new Shape("issue", Set.of("机构", "日期"), Set.of());
    static final Shape ROUND = new Shape("round", Set.of("名称", "自", "至"), Set.of("阶段", "依据读法"));
    static final Shape PHASE = new Shape("phase", Set.of("名称", "自", "至"), Set.of());
    static final Shape READING = new Shape("reading", Set.of("编号", "问题", "可选", "现行"), Set.of("作用", "等"));
    static final Shape CHANGE = new Shape("change", Set.of(),
            Set.of("同属两段的一天", "只在阶段", "按天折算", "没有责任的轮次", "不承担责任的学校", "完小和教学点"));
    static final Shape CHOICE = new Shape("choice", Set.of("自", "读法", "决定", "依据"), Set.of("至"));
    static final Shape DUTY = new Shape("duty", Set.of("编号", "条款", "原文", "名称", "谁来做", "多久", "数"), Set.of("语气", "种类",
            "为谁", "每个", "窗口", "自", "至", "阶段", "一般", "只数", "至少", "不少于", "不多于", "用到读法", "等", "由", "未定", "说明", "改为", "新增",
            "不再要求"));
    static final Shape MEASURE = new Shape("measure", Set.of("什么", "单位"), Set.of());
    static final Shape PATCH = new Shape("patch", Set.of(), Set.of("多久", "每个", "窗口", "只数", "还要", "至少", "取", "进位"));
    static final Shape DATED_NUMBER = new Shape("datedNumber", Set.of("自", "数"), Set.of("决定", "依据"));
    static final Shape DATED_RULE = new Shape("datedRule", Set.of("自", "决定", "依据"),
            Set.of("至少", "不少于", "不多于", "多久", "每个", "窗口", "只数"));
    static final Shape DECISION = new Shape("decision", Set.of("自", "决定", "依据"), Set.of("原话"));
    static final Shape DIFFERENCE = new Shape("difference", Set.of("修订", "章程", "自", "改动"), Set.of());
    static final Shape REVISION = new Shape("revision", Set.of("决定", "依据"),
            Set.of("责任", "至少", "不少于", "不多于", "多久", "每个", "窗口", "只数", "不再要求", "读法", "读作", "新增", "目标", "基线", "预期", "各年",
                    "新增目标",
                    "原话", "针对"));
    static final Shape SHARE = new Shape("share", Set.of("专任教师的", "进位"), Set.of());
    static final Shape GOAL = new Shape("goal", Set.of("编号", "条款", "原文", "名称", "指标", "谁的", "轮次"),
            Set.of("用到读法", "说明", "新增"));
    static final Shape INDICATOR = new Shape("indicator", Set.of("什么", "单位", "方向", "种类"), Set.of("来自", "责任", "量规"));
    static final Shape EXPECTED = new Shape("expectedOutcome", Set.of("基线", "预期"),
            Set.of("各年", "改为", "新增", "不再要求"));
    static final Shape DATED_AIM = new Shape("datedAim", Set.of("自", "决定", "依据"), Set.of("基线", "预期", "各年"));
    static final Shape BASELINE = new Shape("baseline", Set.of(), Set.of("日", "值", "误差", "来源", "待定"));
    static final Shape TARGET = new Shape("target", Set.of(), Set.of("值", "下限", "上限", "余量", "决定", "依据", "待定"));
    static final Shape OVERLAY = new Shape("overlay", Set.of("后来的规定", "依据", "自", "作用"), Set.of("原话"));
    static final Shape BASIS = new Shape("basis", Set.of("名称", "日期", "出处"), Set.of());
    static final Shape EFFECT = new Shape("effect", Set.of("责任", "做什么", "说明"), Set.of("看", "原文"));
    static final Shape SCHEME = new Shape("scheme", Set.of("方案", "名称", "得分", "以奖代补"), Set.of("时段", "捆绑评价", "公布"));
    static final Shape SCORE = new Shape("score", Set.of("平均"),
            Set.of("达成", "部分", "小数", "质量", "扣分", "加分"));
    static final Shape SECTION = new Shape("section", Set.of("名称", "条款", "权重"), Set.of("分项", "达成"));
    static final Shape ITEM = new Shape("item", Set.of("名称", "条款", "权重"), Set.of("达成"));
    static final Shape POINTS = new Shape("points", Set.of("每项", "最多"), Set.of());
    static final Shape GRANT = new Shape("grant", Set.of("及格线", "共同体", "学校", "单位"),
            Set.of("保底", "封顶"));
    static final Shape PORTION = new Shape("portion", Set.of("份", "按"), Set.of());
    static final Shape BUNDLE = new Shape("bundle", Set.of("自己", "同伴"), Set.of("组成"));
    static final Shape NAMING = new Shape("naming", Set.of("表彰线", "通报线", "通报"), Set.of("以奖代补"));
    static final Shape PARTS = new Shape("parts", Set.of("本校", "共同", "进步"), Set.of());
    static final List<Shape> ALL = List.of(CHARTER, ISSUE, ROUND, PHASE, READING, CHANGE, CHOICE, DUTY, MEASURE, PATCH,
            DATED_NUMBER, DATED_RULE, DECISION, DIFFERENCE, REVISION, SHARE, GOAL, INDICATOR, EXPECTED, DATED_AIM,
            BASELINE,
            TARGET,
            OVERLAY, BASIS, EFFECT, SCHEME, SCORE, SECTION, ITEM, POINTS, GRANT, PORTION, BUNDLE,
            PARTS, NAMING);

    boolean knows(String key) {
        return required.contains(key) || optional.contains(key);
    }
}
