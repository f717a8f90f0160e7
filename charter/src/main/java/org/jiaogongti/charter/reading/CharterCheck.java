package org.jiaogongti.charter.reading;

import java.nio.file.Path;
import java.util.List;

/** Checks a charter file or a later law without using it. */
public final class CharterCheck {

    private CharterCheck() {}

    /** Every error and warning, by line; empty where the file is faultless. */
    public static List<Finding> check(Path path) {
        return List.of();
    }
}
