package org.jiaogongti.charter.goals;

/** Of whom a goal is told. */
public enum Whose {
    /** 全区. */
    DISTRICT("全区"),
    /** 共同体: each community. */
    COMMUNITY("共同体"),
    /** 学校: each school. */
    SCHOOL("学校");

    private final String word;

    Whose(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }
}
