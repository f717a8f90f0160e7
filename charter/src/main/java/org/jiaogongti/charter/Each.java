package org.jiaogongti.charter;

/** What a duty is owed for separately (每个); decides the counterpart of its instances. */
public enum Each {
    /** Not split: the counterpart is {@code -}. */
    NOTHING("不分"),
    /** Each member school of the community. */
    MEMBER_SCHOOL("成员校"),
    /** Each weak subject of each school of the community; counterpart {@code school/subject}. */
    WEAK_SUBJECT("薄弱学科"),
    /** Each weak subject and each kind of thing held for it; counterpart {@code school/subject/kind}. */
    WEAK_SUBJECT_AND_KIND("薄弱学科和活动"),
    /** Each subject in which the community has a guidance group. */
    GROUP_SUBJECT("学科指导组"),
    /** Each direction of an exchange; counterpart 派出 or 派入. */
    DIRECTION("派出和派入"),
    /** Each placement that another duty counts; counterpart {@code school/placement}. */
    PLACEMENT("来任教的青年教师"),
    /** Each thing held that needs the paper; the counterpart is its record. */
    OCCASION("活动");

    private final String word;

    Each(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }
}
