package org.jiaogongti.platform.access;

import java.util.regex.Pattern;

/**
 * A district of the bureau's level, the product's tenant.
 *
 * @param code six digits of GB/T 2260, for example 330213 for 奉化区
 */
public record District(String code) {

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{5}");

    public District {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no district code: " + code + "\nUse the six digits of GB/T 2260.");
        }
    }
}
