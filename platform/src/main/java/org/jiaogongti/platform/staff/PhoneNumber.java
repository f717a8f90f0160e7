package org.jiaogongti.platform.staff;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mobile number of the mainland in its one form: eleven digits.
 *
 * @param digits never written to a log, an address or the journal
 */
record PhoneNumber(String digits) {

    private static final Pattern SHAPE = Pattern.compile("1[3-9][0-9]{9}");

    /** What people write in many ways: full-width digits, blanks, dashes, the country's code. */
    static Optional<PhoneNumber> of(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c >= '０' && c <= '９') {
                digits.append((char) (c - '０' + '0'));
            } else if (" \u00A0\u3000-－—+＋()（）".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        String plain = digits.toString().replaceFirst("^(?:00)?86(?=1[0-9]{10}$)", "");
        return SHAPE.matcher(plain).matches() ? Optional.of(new PhoneNumber(plain)) : Optional.empty();
    }

    /** As lists and pages show it. */
    String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    /** What a record would print is the whole number. */
    @Override
    public String toString() {
        return masked();
    }
}
