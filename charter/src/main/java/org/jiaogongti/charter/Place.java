package org.jiaogongti.charter;

/** A school named by its part in the duty. */
public enum Place {
    LEAD_SCHOOL("牵头校"), MEMBER_SCHOOL("成员校"),
    /** The school the duty is owed to. */
    COUNTERPART("对方校"),
    /** The school that owes the duty. */
    BEARER("本校"),
    /** Any school of the community other than the one it comes from. */
    ANOTHER_OF_COMMUNITY("同一共同体的另一所学校");

    private final String word;

    Place(String word) {
        this.word = word;
    }

    /** The clerk's word. */
    public String word() {
        return word;
    }
}
