package org.jiaogongti.platform.school.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.school.ClassName;
import org.jiaogongti.platform.school.Site;

/** The address of a class's week. */
final class ClassAddress {

    private ClassAddress() {}

    /** With a query, always, so that a term can follow with an ampersand. */
    static String of(Site site, ClassName name) {
        return "/timetables/" + site.school() + "/class?name="
                + URLEncoder.encode(name.text(), StandardCharsets.UTF_8) + "&campus="
                + URLEncoder.encode(site.campus(), StandardCharsets.UTF_8);
    }
}
