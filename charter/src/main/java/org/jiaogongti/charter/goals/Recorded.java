package org.jiaogongti.charter.goals;

/** What can be told from records there are; each is a share in percent. */
public enum Recorded {
    /** 责任完成比例: of what some duties asked for in a year, the part that was met. */
    DUTIES_MET("责任完成比例"),
    /** 薄弱学科转变比例: of the weak subjects on the register, those that the last review found better. */
    WEAK_SUBJECTS_TURNED("薄弱学科转变比例"),
    /** 青年教师结对比例: of the young teachers, those with a mentor. */
    YOUNG_TEACHERS_MENTORED("青年教师结对比例");

    private final String word;

    Recorded(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }
}
