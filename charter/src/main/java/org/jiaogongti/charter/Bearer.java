package org.jiaogongti.charter;

/** Who owes a duty (谁来做). */
public enum Bearer {
    LEAD_SCHOOL("牵头校"), MEMBER_SCHOOL("成员校"), EVERY_SCHOOL("各学校"), COMMUNITY("共同体"), GUIDANCE_GROUP("学科指导组"), BUREAU(
            "教育局");

    private final String word;

    Bearer(String word) {
        this.word = word;
    }

    /** The clerk's word in a charter file. */
    public String word() {
        return word;
    }
}
