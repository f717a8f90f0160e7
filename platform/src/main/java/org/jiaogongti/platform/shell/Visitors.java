package org.jiaogongti.platform.shell;

import jakarta.servlet.http.HttpServletRequest;

/** Finds out who looks at a page; implemented where people sign in. */
public interface Visitors {

    Visitor of(HttpServletRequest request);
}
