package org.jiaogongti.platform.obligation;

import org.jiaogongti.charter.reading.CharterText;
import org.jspecify.annotations.Nullable;

/** A change against the charter as it is now, with the text it would make where it can be made. */
record Judged(Amended outcome, @Nullable CharterText text) {

    static Judged no(String key, Object... values) {
        return new Judged(Amended.Refused.because(key, values), null);
    }
}
