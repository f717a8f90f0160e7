package org.jiaogongti.charter.revising;

/**
 * What one change rests on.
 *
 * @param decidedBy who decided
 * @param document the paper and its date
 * @param answers what of the round before it answers: a finding, a figure, a goal; may be empty
 */
public record Grounds(String decidedBy, String document, String answers) {

    private static final String BETWEEN = "；针对：";

    /** As one line, the way a charter keeps it beside the change. */
    public String basis() {
        return answers.isEmpty() ? document : document + BETWEEN + answers;
    }

    /** From what a charter keeps. */
    public static Grounds of(String decidedBy, String basis) {
        int at = basis.indexOf(BETWEEN);
        return at < 0
                ? new Grounds(decidedBy, basis, "")
                : new Grounds(decidedBy, basis.substring(0, at), basis.substring(at + BETWEEN.length()));
    }
}
