package org.jiaogongti.platform.attendance.model;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.attendance.Expected;
import org.jiaogongti.platform.search.SearchQuery;
import org.jiaogongti.platform.search.SearchText;
import org.jspecify.annotations.Nullable;

/** Finding one's own name: by school, and by characters or pinyin initials; never the whole list at once. */
public final class Names {

    /** What a phone shows. */
    public static final int MOST = 8;

    private Names() {}

    /**
     * What was found.
     *
     * @param more how many more there are
     */
    public record Found(List<Expected> people, int more) {

        public Found {
            people = List.copyOf(people);
        }
    }

    /** Nobody as long as nothing was typed. */
    public static Found find(List<Expected> expected, @Nullable UUID school, String typed) {
        String name = typed.strip();
        if (name.isEmpty()) {
            return new Found(List.of(), 0);
        }
        List<Expected> all = expected.stream().filter(each -> school == null || school.equals(each.school()))
                .filter(each -> matches(each.name(), name)).toList();
        return new Found(all.stream().limit(MOST).toList(), Math.max(0, all.size() - MOST));
    }

    /** A single letter is the first of the name; more may stand anywhere in it. */
    static boolean matches(String name, String typed) {
        SearchQuery query = SearchQuery.of(typed);
        if (query.enough()) {
            return query.matches(name);
        }
        String initial = query.words().isEmpty() ? "" : query.words().getFirst().text();
        String sound = SearchText.of("", name, List.of()).sound();
        int first = sound.indexOf('.');
        return !initial.isEmpty() && first > 0 && sound.substring(0, first).contains(initial);
    }

    /** The initials of a name, as they stand beside it. */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String each : SearchText.of("", name, List.of()).sound().split("\\.")) {
            initials.append(each.isBlank() ? "" : each.strip().charAt(0));
        }
        return initials.toString();
    }
}
