package org.jiaogongti.platform.spending;

/**
 * A school's year in fen, or that of several.
 *
 * @param budgeted whether there is a budget
 * @param own approved, of the schools' own money
 * @param grant approved, of grants
 * @param waiting for a second person
 */
public record Figures(boolean budgeted, long planned, long own, long grant, long waiting, Marks marks) {

    public static final Figures NOTHING = new Figures(false, 0, 0, 0, 0, new Marks(0, 0, 0, 0, 0, 0));

    /**
     * What whoever looks at it later looks for.
     *
     * @param over categories above budget or share
     * @param bare payments without a receipt
     * @param reversals approved ones that take back
     * @param reasoned payments that went over with a reason
     * @param queued what waits to be approved
     * @param entries approved payments
     */
    public record Marks(int over, int bare, int reversals, int reasoned, int queued, int entries) {

        Marks plus(Marks other) {
            return new Marks(over + other.over, bare + other.bare, reversals + other.reversals,
                    reasoned + other.reasoned, queued + other.queued, entries + other.entries);
        }
    }

    public long spent() {
        return own + grant;
    }

    public long left() {
        return planned - spent();
    }

    Figures plus(Figures other) {
        return new Figures(budgeted || other.budgeted, planned + other.planned, own + other.own, grant + other.grant,
                waiting + other.waiting, marks.plus(other.marks));
    }
}
