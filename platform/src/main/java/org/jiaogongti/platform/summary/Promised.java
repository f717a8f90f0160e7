package org.jiaogongti.platform.summary;

import org.jiaogongti.charter.counting.Status;

/**
 * What the notice asked for, by how it stands: numbers of instances.
 *
 * @param partly of what was missed, that of which something was done
 * @param optional what may be done; in no sum
 */
public record Promised(int met, int open, int missed, int partly, int notYet, int optional, int waived,
        int suspended) {

    public static final Promised NOTHING = new Promised(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Instances that stand alike.
     *
     * @param counted what counts of one of them
     */
    public static Promised of(Status status, int number, int counted) {
        return switch (status) {
            case MET -> new Promised(number, 0, 0, 0, 0, 0, 0, 0);
            case OPEN -> new Promised(0, number, 0, 0, 0, 0, 0, 0);
            case MISSED -> new Promised(0, 0, number, counted > 0 ? number : 0, 0, 0, 0, 0);
            case NOT_YET -> new Promised(0, 0, 0, 0, number, 0, 0, 0);
            case OPTIONAL -> new Promised(0, 0, 0, 0, 0, number, 0, 0);
            case WAIVED -> new Promised(0, 0, 0, 0, 0, 0, number, 0);
            case SUSPENDED -> new Promised(0, 0, 0, 0, 0, 0, 0, number);
        };
    }

    public Promised plus(Promised other) {
        return new Promised(met + other.met, open + other.open, missed + other.missed, partly + other.partly,
                notYet + other.notYet, optional + other.optional, waived + other.waived,
                suspended + other.suspended);
    }

    /** What is to be done, without what was lifted or may be left. */
    public int owed() {
        return met + open + missed + notYet;
    }
}
