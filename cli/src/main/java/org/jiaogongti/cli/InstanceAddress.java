package org.jiaogongti.cli;

import java.util.Optional;
import org.jiaogongti.charter.counting.InstanceKey;

/** {@code DUTY/BEARER/COUNTERPART/PERIOD} on the command line; only the counterpart may hold slashes of its own. */
final class InstanceAddress {

    private InstanceAddress() {}

    static Optional<InstanceKey> parse(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        int last = text.lastIndexOf('/');
        if (first < 1 || second <= first + 1 || last <= second + 1 || last == text.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new InstanceKey(text.substring(0, first), text.substring(first + 1, second),
                text.substring(second + 1, last), text.substring(last + 1)));
    }
}
