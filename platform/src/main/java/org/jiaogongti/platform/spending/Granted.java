package org.jiaogongti.platform.spending;

/**
 * What a school has of its grants, in fen.
 *
 * @param before what was left when the year began
 * @param received in the year
 * @param spent of it in the year, what waits to be approved among it
 */
public record Granted(long before, long received, long spent) {

    public static final Granted NOTHING = new Granted(0, 0, 0);

    public long left() {
        return before + received - spent;
    }

    Granted plus(Granted other) {
        return new Granted(before + other.before, received + other.received, spent + other.spent);
    }
}
