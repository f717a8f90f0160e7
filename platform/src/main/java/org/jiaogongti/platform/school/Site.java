package org.jiaogongti.platform.school;

import java.util.UUID;

/**
 * A place where lessons are held.
 *
 * @param campus name of a campus or teaching point; empty for the school's main place
 */
public record Site(UUID school, String campus) {

    public static Site main(UUID school) {
        return new Site(school, "");
    }
}
