package org.jiaogongti.platform.sample;

import java.util.List;
import java.util.Map;

/** What lessons, lectures and meetings were about. */
final class SampleTopics {

    private static final Map<String, List<String>> LESSONS = Map.of("语文",
            List.of("五上《落花生》", "四上《观潮》", "三上《大青树下的小学》", "六上《草原》", "五下《草船借箭》", "四下《乡下人家》", "三下《荷花》", "六下《匆匆》",
                    "四上《蟋蟀的住宅》",
                    "五上《圆明园的毁灭》", "三上《秋天的雨》", "六上《竹节人》"),
            "数学",
            List.of("五上 多边形的面积", "四上 角的度量", "三上 倍的认识", "六上 圆的周长", "五下 分数的意义", "四下 运算律", "三下 面积和面积单位", "六下 比例的意义",
                    "四上 条形统计图",
                    "五上 可能性", "三上 分数的初步认识", "六上 百分数"),
            "英语",
            List.of("五上 U2 My week", "四上 U4 My home", "三上 U3 Look at me", "六上 U1 Read", "五下 U4 Read", "四下 U3 Weather",
                    "三下 U5 Fruit",
                    "六下 U2 Last weekend", "四上 U6 My family", "五上 U5 There is a big bed"),
            "科学",
            List.of("五上 光的传播", "四上 声音的产生", "三上 水的蒸发", "六上 地球的运动", "五下 船的研究", "四下 种子的发芽", "三下 影子的秘密", "六下 小小工程师",
                    "五上 计量时间",
                    "四上 呼吸与健康"),
            "道德与法治", List.of("五上 骄人祖先", "四上 少让父母为我操心", "三上 学习伴我成长", "六上 感受生活中的法律"), "音乐",
            List.of("四上《大海啊，故乡》", "五上《外婆的澎湖湾》", "三上《放牛山歌》"), "体育", List.of("五年级 蹲踞式跳远", "四年级 小篮球运球", "三年级 跳绳"), "美术",
            List.of("四上 色彩的冷与暖", "五上 画人像", "三上 魔幻的颜色"), "信息技术", List.of("五上 编程走迷宫", "四上 图文混排", "六上 智能小车"));

    private static final List<String> LECTURES = List.of("单元整体设计怎么做", "作业设计与批改", "课堂提问的层次", "学习任务单的编写", "教学评一致性案例",
            "怎样听课评课",
            "低段识字教学", "计算教学的算理", "实验课的组织", "课堂评价语言", "命题与讲评", "青年教师成长");

    private static final List<String> MEETINGS = List.of("学期工作安排", "常规管理交流", "教学质量分析", "安全与后勤管理交流", "课后服务管理",
            "教研组建设交流");

    private static final List<String> VISITS = List.of("常规管理诊断", "课程规划指导", "教研组建设指导", "校园文化建设指导", "质量分析会指导");

    private SampleTopics() {}

    static String lesson(String subject, Chance chance) {
        return chance.pick(LESSONS.getOrDefault(subject, List.of(subject + " 研究课")));
    }

    static String lecture(Chance chance) {
        return chance.pick(LECTURES);
    }

    static String meeting(Chance chance) {
        return chance.pick(MEETINGS);
    }

    static String visit(Chance chance) {
        return chance.pick(VISITS);
    }

    /** The grade a lesson's title names; 五 where it names none. */
    static String grade(String topic) {
        String first = topic.substring(0, 1);
        return "一二三四五六".contains(first) ? first : "五";
    }
}
