package org.jiaogongti.platform.reminder;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;

/**
 * What one person has done and another decides about, as something due: those who may decide are told first, then the bureau's
 * administrators.
 *
 * @param kind the word its matters begin with, and the code of its sort
 * @param sortKey the message that names the sort
 * @param titleKey the message that names one of them
 * @param deciders the roles that decide
 * @param waiting what waits now; a handful at any time
 */
public record SecondPerson(String kind, String sortKey, String titleKey, MessageBook book, Set<Role> deciders,
        Supplier<List<Waiting>> waiting)
        implements
            Due.Source {

    /** A week is enough to read what somebody else has done. */
    public static final int DAYS = 7;
    /** After the last day it is still told for so long. */
    private static final int STILL_DAYS = 60;

    /**
     * One of them.
     *
     * @param words for its title
     * @param due the last day on which it is in time
     */
    public record Waiting(String id, List<String> words, String path, LocalDate due) {}

    private Due.Sort sort() {
        return new Due.Sort(kind, book.in(Language.ZH).t(sortKey));
    }

    @Override
    public List<Due.Sort> sorts() {
        return List.of(sort());
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        return waiting.get().stream()
                .filter(each -> !each.due().isBefore(today.minusDays(STILL_DAYS)) && !each.due().isAfter(until))
                .map(this::due).toList();
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        return waiting.get().stream().filter(each -> ids.contains(each.id())).map(this::due).toList();
    }

    private Due due(Waiting each) {
        return new Due(new Due.Matter(kind, each.id()), sort(),
                book.in(Language.ZH).t(titleKey, each.words().toArray()), each.path(), each.due(),
                List.of(party(deciders.toArray(Role[]::new)), party(Role.BUREAU_ADMIN, Role.BUREAU_LEADER)));
    }

    private static Due.Party party(Role... roles) {
        Set<Posting> postings = new LinkedHashSet<>();
        Arrays.stream(roles).forEach(role -> postings.add(Posting.inDistrict(role)));
        return new Due.Party(null, postings, Set.of());
    }
}
