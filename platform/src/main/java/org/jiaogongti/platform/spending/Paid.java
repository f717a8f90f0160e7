package org.jiaogongti.platform.spending;

import java.time.LocalDate;

/**
 * What was paid out for a result, without its lines.
 *
 * @param fen of all schools
 */
public record Paid(String appraisal, int version, LocalDate day, String document, By by, long fen) {

    /** Which result. */
    public record Key(String appraisal, int version) {}

    public Key key() {
        return new Key(appraisal, version);
    }
}
