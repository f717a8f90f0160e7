package org.jiaogongti.platform.school;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people whom timetables name. Schools know no people: the module that keeps the register answers. */
public interface Teachers {

    /**
     * Somebody who can be named in a timetable.
     *
     * @param number 工号
     */
    record Teacher(UUID id, String number, String name) {}

    /** All of them, read once. */
    Directory directory();

    /** Names by id, for pages; one select. */
    Map<UUID, String> names(Collection<UUID> people);

    /** Looks up what spreadsheets say. */
    interface Directory {

        /** Whom a number or a name means at a school: one, nobody, or several who share the name. */
        List<Teacher> named(String word, UUID school);

        /** The number of a person, empty where there is none. */
        String number(UUID person);
    }
}
