package org.jiaogongti.charter.goals;

/** Which values of an indicator are good. */
public enum Direction {
    /** 高为好: the target is the least value. */
    HIGHER("高为好"),
    /** 低为好: the target is the greatest value. */
    LOWER("低为好"),
    /** 范围: the target is a least and a greatest value. */
    RANGE("范围");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }
}
