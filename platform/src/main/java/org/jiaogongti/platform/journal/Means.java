package org.jiaogongti.platform.journal;

import java.util.Optional;

/** By what something is done where it is not the person's own hand: a token's name. Bound for a request, and on its lines. */
public final class Means {

    private static final ScopedValue<String> BY = ScopedValue.newInstance();

    private Means() {}

    static Optional<String> current() {
        return BY.isBound() ? Optional.of(BY.get()) : Optional.empty();
    }

    /**
     * @param means as the line will say it, such as {@code token 排课程序}
     */
    public static <T, X extends Throwable> T call(String means, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(BY, means).call(work);
    }
}
