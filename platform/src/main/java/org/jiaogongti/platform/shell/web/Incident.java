package org.jiaogongti.platform.shell.web;

import java.security.SecureRandom;

/** A number to name something that went wrong by: short enough for the telephone, the details are in the log. */
final class Incident {

    private static final String DIGITS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Incident() {}

    static String number() {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            number.append(DIGITS.charAt(CHANCE.nextInt(DIGITS.length())));
        }
        return number.toString();
    }
}
