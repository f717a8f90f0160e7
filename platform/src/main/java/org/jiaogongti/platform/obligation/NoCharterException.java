package org.jiaogongti.platform.obligation;

import org.jiaogongti.platform.access.District;

/** A district that has adopted no charter was asked to count. */
public final class NoCharterException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoCharterException(District district) {
        super("District " + district.code() + " has adopted no charter.\nAdopt one before anything is recorded.");
    }
}
