package org.jiaogongti.platform.spending;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.spending.model.CategoryDays;
import org.jiaogongti.platform.spending.model.Yuan;
import org.jiaogongti.platform.spending.store.CategoryStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 科目: what money is spent on, with ceilings, as the bureau sets them from a day on; what was set before stays. */
@Service
@Transactional
public class Categories {

    private final CategoryStore store;
    private final SpendingGround around;

    Categories(CategoryStore store, SpendingGround around) {
        this.store = store;
        this.around = around;
    }

    /**
     * The categories as a page shows them.
     *
     * @param now what holds today
     * @param coming what is set for later days
     * @param history every value of each by code, the latest first
     */
    public record Shown(List<Category> now, List<Category> coming, Map<String, List<Category>> history,
            LocalDate today) {}

    @Transactional(readOnly = true)
    public Shown show() {
        List<Category> all = store.all();
        Map<String, List<Category>> history = new LinkedHashMap<>();
        CategoryDays.names(all, around.today()).keySet().forEach(code -> history.put(code,
                all.stream().filter(each -> each.code().equals(code)).toList().reversed()));
        return new Shown(List.copyOf(CategoryDays.on(all, around.today()).values()),
                CategoryDays.coming(all, around.today()), history, around.today());
    }

    /**
     * A value as typed.
     *
     * @param code of a category that there is, or empty for a new one
     * @param ceiling yuan, or empty
     * @param share percent, or empty
     */
    public record NewCategory(String code, String name, Category.@Nullable Unit unit, String ceiling, String share,
            @Nullable LocalDate from, boolean ended, String document) {}

    /** Sets a category from a day on that is not past, so that nothing approved before is judged anew. */
    public Outcome set(Actor actor, NewCategory given) {
        Collection<Category> all = store.all();
        Category before = all.stream().filter(each -> each.code().equals(given.code()))
                .reduce((_, later) -> later).orElse(null);
        if (before == null && !given.code().isEmpty()) {
            return Outcome.no("code", "spending.category.refused.code");
        }
        LocalDate from = given.from();
        if (from == null || from.isBefore(around.today()) || from.isAfter(around.today().plusYears(2))) {
            return Outcome.no("from", "spending.category.refused.from", around.today().toString());
        }
        if (given.name().isEmpty() || given.name().length() > Category.LONGEST_NAME) {
            return Outcome.no("name", "spending.category.refused.name", Category.LONGEST_NAME);
        }
        if (given.document().isEmpty() || given.document().length() > Category.LONGEST_DOCUMENT) {
            return Outcome.no("document", "spending.refused.document", Category.LONGEST_DOCUMENT);
        }
        OptionalLong ceiling = Yuan.fen(given.ceiling());
        if (ceiling.isEmpty() && !given.ceiling().isEmpty()) {
            return Outcome.no("ceiling", "spending.refused.amount");
        }
        Category.Unit unit = given.unit() == null ? Category.Unit.NONE : given.unit();
        if (ceiling.isPresent() && unit == Category.Unit.NONE) {
            return Outcome.no("unit", "spending.category.refused.unit");
        }
        if (!given.share().matches("|[1-9][0-9]?|100")) {
            return Outcome.no("share", "spending.category.refused.share");
        }
        UUID id = around.ids().next();
        store.add(List.of(new Category(id, before == null ? code(id) : before.code(), given.name(),
                before == null ? CategoryDays.nextPosition(all) : before.position(), unit,
                ceiling.isPresent() ? Long.valueOf(ceiling.getAsLong()) : null,
                given.share().isEmpty() ? null : Integer.valueOf(given.share()), from, given.ended(),
                given.document(), around.by(actor))));
        around.journal().write(actor, "SpendingCategorySet", "spending-category", id, Map.of("name", given.name(),
                "from", from.toString(), "ceiling", given.ceiling(), "share", given.share(), "document",
                given.document()));
        return new Outcome.Done(id);
    }

    /** Known by its code from the first day on, whatever it is called later. */
    private static String code(UUID id) {
        String plain = id.toString();
        return "own-" + plain.substring(plain.length() - 12);
    }
}
