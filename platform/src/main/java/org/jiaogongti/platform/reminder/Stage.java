package org.jiaogongti.platform.reminder;

/**
 * How far a matter has come; each is told once.
 *
 * @param number working days before the last day, or the step of the ladder
 */
public record Stage(Kind kind, int number) {

    /** In the order in which they come. */
    public enum Kind {
        /** The last day comes near. */
        AHEAD,
        /** It has passed. */
        OVERDUE,
        /** The next in line is told. */
        ESCALATED,
        /** Somebody pressed the button. */
        PRESSED,
        /** News: somebody is invited. */
        INVITED,
        /** News: who waited has a place. */
        PLACED,
        /** News: it goes to another day or place. */
        MOVED,
        /** News: it does not take place. */
        CALLED_OFF,
        /** News: the host took somebody off the list. */
        TAKEN_OFF,
        /** News: what somebody asked for every day is there. */
        GIVEN_OUT;

        /** Whether it is told once and asks nobody to act. */
        public boolean news() {
            return compareTo(PRESSED) > 0;
        }
    }

    public static final Stage PRESSED = new Stage(Kind.PRESSED, 0);

    /** As it is kept. */
    public String code() {
        return kind + ":" + number;
    }

    public static Stage of(String code) {
        int colon = code.indexOf(':');
        return new Stage(Kind.valueOf(code.substring(0, colon)), Integer.parseInt(code.substring(colon + 1)));
    }
}
