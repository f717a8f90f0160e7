package org.jiaogongti.platform.agenda;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.SchoolView;
import org.jiaogongti.platform.obligation.Standing;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** The days that duties ask for, as far as something is left to do. */
@Component
class Dues {

    /** A longer time is no window to look at; only its end is. */
    private static final int LONGEST_WINDOW = 14;

    private final Progresses progresses;

    Dues(Progresses progresses) {
        this.progresses = progresses;
    }

    /** What a school owes in a term. */
    List<Due> ofSchool(UUID school, String term, DateRange shown, boolean usual) {
        return of(progresses.ofSchool(school.toString(), term).map(SchoolView::mine).orElse(List.of()), shown, usual);
    }

    /** What is owed in a community in a term. */
    List<Due> ofCommunity(UUID community, String term, DateRange shown, boolean usual) {
        return of(progresses.board(term, community.toString()).map(board -> board.standings()).orElse(List.of()),
                shown, usual);
    }

    private record Group(String duty, LocalDate first, LocalDate last) {}

    private List<Due> of(List<Standing> standings, DateRange shown, boolean usual) {
        Map<Group, List<Standing>> groups = new LinkedHashMap<>();
        for (Standing standing : standings) {
            boolean open = standing.status() == Status.OPEN || standing.status() == Status.NOT_YET;
            if (open && standing.left() > 0) {
                groups.computeIfAbsent(new Group(standing.duty(), standing.instance().firstDay(),
                        standing.instance().lastDay()), _ -> new ArrayList<>()).add(standing);
            }
        }
        Optional<InForce> rules = groups.isEmpty() ? Optional.empty() : progresses.inForce();
        List<Due> dues = new ArrayList<>();
        groups.forEach((group, same) -> rules.flatMap(known -> known.charter().obligation(group.duty()))
                .map(Obligation::head).ifPresent(head -> due(group, same, head, shown, usual).ifPresent(dues::add)));
        dues.sort(Comparator.comparing(Due::kind).thenComparing(Due::last).thenComparing(Due::name));
        return dues;
    }

    private static Optional<Due> due(Group group, List<Standing> same, Obligation.Head head, DateRange shown,
            boolean usual) {
        int left = same.stream().mapToInt(Standing::left).sum();
        DateRange days = new DateRange(group.first(), group.last());
        boolean overlaps = !days.first().isAfter(shown.last()) && !days.last().isBefore(shown.first());
        if (overlaps && days.length() <= LONGEST_WINDOW) {
            return Optional.of(new Due(Due.Kind.WINDOW, head.name(), href(group, same), days.first(), days.last(), left,
                    head.unit()));
        }
        if (shown.contains(days.last())) {
            return Optional.of(new Due(Due.Kind.LAST_DAY, head.name(), href(group, same), days.last(), days.last(),
                    left, head.unit()));
        }
        if (usual && overlaps && head.usualMonths().stream().anyMatch(months(shown)::contains)) {
            return Optional
                    .of(new Due(Due.Kind.USUAL, head.name(), href(group, same), shown.first(), shown.last(), left,
                            head.unit()));
        }
        return Optional.empty();
    }

    private static Set<Month> months(DateRange days) {
        return new TreeSet<>(Set.copyOf(List.of(days.first().getMonth(), days.last().getMonth())));
    }

    private static String href(Group group, List<Standing> same) {
        Standing first = same.getFirst();
        return same.size() == 1
                ? path(group.duty(), first.key().bearer(), first.key().counterpart().replace('/', '~'),
                        first.key().period())
                : path(group.duty(), first.instance().community());
    }

    private static String path(String... parts) {
        StringBuilder path = new StringBuilder("/duties");
        for (String part : parts) {
            path.append('/').append(UriUtils.encode(part, StandardCharsets.UTF_8));
        }
        return path.toString();
    }
}
