package org.jiaogongti.platform.shell;

import org.jspecify.annotations.Nullable;

/** Who looks at the page, as far as the layout needs it. */
public interface Visitor {

    boolean signedIn();

    /** The account's id, by which a device tells apart what it keeps for whom; empty when not signed in. */
    String account();

    /** The person's name; empty when not signed in. */
    String name();

    /** The office or school they act for; empty when unknown. */
    String unit(Messages m);

    /** The district's name; null when there is none yet or it is not chosen. */
    @Nullable
    String district();

    /** Whether the permission table lets them do this. */
    boolean may(String method, String path);

    /** One character for the round mark in the header. */
    default String mark(Messages m) {
        String from = unit(m).isEmpty() ? name() : unit(m);
        return from.isEmpty() ? "" : new String(Character.toChars(from.codePointAt(0)));
    }

    /** Nobody: pages before sign-in, and error pages when the person cannot be found out. */
    static Visitor unknown() {
        return new Unknown();
    }

    /** Nobody. */
    record Unknown() implements Visitor {

        @Override
        public boolean signedIn() {
            return false;
        }

        @Override
        public String account() {
            return "";
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public String unit(Messages m) {
            return "";
        }

        @Override
        public @Nullable String district() {
            return null;
        }

        @Override
        public boolean may(String method, String path) {
            return false;
        }
    }
}
