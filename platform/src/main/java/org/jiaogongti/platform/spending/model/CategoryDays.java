package org.jiaogongti.platform.spending.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.spending.Category;

/** Which values of the categories hold on a day. */
public final class CategoryDays {

    private static final Comparator<Category> ORDER = Comparator.comparingInt(Category::position)
            .thenComparing(Category::code);

    private CategoryDays() {}

    /**
     * What holds on a day by code, in the order of the categories; of values from the same day the one set last.
     *
     * @param all oldest first
     */
    public static Map<String, Category> on(Collection<Category> all, LocalDate day) {
        Map<String, Category> last = new HashMap<>();
        all.stream().filter(each -> !each.from().isAfter(day)).forEach(each -> last.put(each.code(), each));
        Map<String, Category> ordered = new LinkedHashMap<>();
        last.values().stream().filter(each -> !each.ended()).sorted(ORDER)
                .forEach(each -> ordered.put(each.code(), each));
        return ordered;
    }

    /** How each is called, one that has ended or is still to come as well, in their order. */
    public static Map<String, String> names(Collection<Category> all, LocalDate day) {
        Map<String, Category> known = new HashMap<>();
        all.forEach(each -> {
            if (!each.from().isAfter(day) || !known.containsKey(each.code())) {
                known.put(each.code(), each);
            }
        });
        Map<String, String> names = new LinkedHashMap<>();
        known.values().stream().sorted(ORDER).forEach(each -> names.put(each.code(), each.name()));
        return names;
    }

    /** What is set for a later day, the next first. */
    public static List<Category> coming(Collection<Category> all, LocalDate day) {
        return all.stream().filter(each -> each.from().isAfter(day)).toList();
    }

    /** Where a new category stands: behind all others. */
    public static int nextPosition(Collection<Category> all) {
        return all.stream().mapToInt(Category::position).max().orElse(0) + 1;
    }
}
