package org.jiaogongti.charter;

import java.util.Optional;

/** The kinds of things held that the notice names: the code that files and tables carry, and the clerk's word. */
public enum Kind {
    /** 示范课. */
    DEMONSTRATION_LESSON("demonstration-lesson", "示范课"),
    /** 听课评课. */
    LESSON_OBSERVATION("lesson-observation", "听课评课"),
    /** 专题讲座. */
    LECTURE("lecture", "专题讲座"),
    /** 全员培训. */
    STAFF_TRAINING("staff-training", "全员培训"),
    /** 到牵头校听课研修. */
    STUDY_VISIT("study-visit", "到牵头校听课研修"),
    /** 送教. */
    OUTREACH_LESSON("outreach-lesson", "送教"),
    /** 集体备课. */
    JOINT_PLANNING("joint-planning", "集体备课"),
    /** 教研活动. */
    RESEARCH_ACTIVITY("research-activity", "教研活动"),
    /** 领导班子共同研究. */
    LEADERSHIP_MEETING("leadership-meeting", "领导班子共同研究"),
    /** 到校指导管理. */
    GUIDANCE_VISIT("guidance-visit", "到校指导管理"),
    /** 课堂教学评比. */
    CLASSROOM_CONTEST("classroom-contest", "课堂教学评比"),
    /** 好学案好课例好试卷评比. */
    MATERIAL_CONTEST("material-contest", "好学案好课例好试卷评比"),
    /** “基础+拓展”展示. */
    EXHIBITION("exhibition", "“基础+拓展”展示"),
    /** 专项过关监测. */
    TOPIC_TEST("topic-test", "专项过关监测"),
    /** 专项素养测评竞赛. */
    LITERACY_CONTEST("literacy-contest", "专项素养测评竞赛"),
    /** 年级综合测评竞赛. */
    GRADE_CONTEST("grade-contest", "年级综合测评竞赛"),
    /** 毕业复习专题备课研讨. */
    REVISION_SEMINAR("revision-seminar", "毕业复习专题备课研讨");

    private final String code;
    private final String word;

    Kind(String code, String word) {
        this.code = code;
        this.word = word;
    }

    /** Such as {@code demonstration-lesson}. */
    public String code() {
        return code;
    }

    /** Such as 示范课. */
    public String word() {
        return word;
    }

    public static Optional<Kind> ofCode(String code) {
        for (Kind kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
