package org.jiaogongti.charter;

/** How much is owed, limits included. */
public sealed interface Quantity {

    /** 至少. */
    record AtLeast(int number) implements Quantity {}

    /** 不少于 … 不多于. More is shown, never a failure of a counted duty. */
    record Between(int least, int most) implements Quantity {}

    /** The notice names no number. */
    record Unspecified() implements Quantity {}

    /** The number to reach; 0 where the notice names none. */
    default int target() {
        return switch (this) {
            case AtLeast atLeast -> atLeast.number();
            case Between between -> between.least();
            case Unspecified _ -> 0;
        };
    }
}
