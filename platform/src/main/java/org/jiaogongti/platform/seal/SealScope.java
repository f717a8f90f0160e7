package org.jiaogongti.platform.seal;

/** Whose keys are meant: {@code access} knows the district of the request or job. */
public interface SealScope {

    /** Six digits; an exception where none is bound. */
    String district();
}
