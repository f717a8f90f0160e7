package org.jiaogongti.platform.access;

import java.util.Optional;

/**
 * The district in which the current request or job works. It is bound for a piece of code, never set and forgotten;
 * every transaction begun in it sees and writes rows of this district only, and without it none.
 */
public final class Scope {

    private static final ScopedValue<District> DISTRICT = ScopedValue.newInstance();

    private Scope() {}

    public static Optional<District> current() {
        return DISTRICT.isBound() ? Optional.of(DISTRICT.get()) : Optional.empty();
    }

    /** The district that must be bound here. */
    public static District required() {
        return current().orElseThrow(() -> new IllegalStateException(
                "no district is bound here\nWrap the call in Scope.run or Scope.call with the district."));
    }

    public static void run(District district, Runnable work) {
        ScopedValue.where(DISTRICT, district).run(work);
    }

    public static <T, X extends Throwable> T call(District district, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(DISTRICT, district).call(work);
    }
}
