package org.jiaogongti.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds out who looks at a page; implemented where people sign in. */
public interface Visitors {

    Visitor of(HttpServletRequest request);

    /**
     * Keeps how big somebody wants the type with their account, in a transaction of its own.
     *
     * @param size null where the browser decides from now on
     * @return false for whoever is not signed in
     */
    boolean keepSize(HttpServletRequest request, @Nullable String size);
}
