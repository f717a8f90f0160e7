package org.jiaogongti.platform.obligation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.World.Membership;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.obligation.RulesInForce.Seen;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Duties that are owed and not done: of the school that owes them first its office, then its head, then the bureau. */
@Component
@Transactional(readOnly = true)
public class DutiesDue implements Due.Source {

    public static final String KIND = "duty";
    /** What is later than this is a matter for the appraisal and no reminder any more. */
    private static final int STILL_DAYS = 60;
    private static final Pattern PARTS = Pattern.compile("\\|");

    private final RulesInForce rules;
    private final ProgressStore progress;
    private final MessageBook book;

    DutiesDue(RulesInForce rules, ProgressStore progress, MessageBook book) {
        this.rules = rules;
        this.progress = progress;
        this.book = book;
    }

    /** How reminders name an instance. */
    public static String id(InstanceKey key) {
        return String.join("|", key.duty(), key.bearer(), key.counterpart(), key.period());
    }

    private static Optional<InstanceKey> key(String id) {
        String[] parts = PARTS.split(id, -1);
        return parts.length == 4
                ? Optional.of(new InstanceKey(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Due.Sort> sorts() {
        return rules.current().map(known -> known.charter().obligations().stream().map(Obligation::head)
                .map(head -> new Due.Sort(head.id(), known.clause(head.id()) + " " + head.name())).toList())
                .orElse(List.of());
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        return due(rules.reading(known -> progress.ofDuties(duties(known.charter().obligations()),
                today.minusDays(STILL_DAYS), until)), today);
    }

    private static Set<String> duties(Collection<? extends Obligation> all) {
        return all.stream().map(duty -> duty.head().id()).collect(Collectors.toSet());
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        List<InstanceKey> keys = ids.stream().map(DutiesDue::key).flatMap(Optional::stream).toList();
        return keys.isEmpty() ? List.of() : due(rules.reading(_ -> progress.of(keys)), today);
    }

    private List<Due> due(Optional<Seen> seen, LocalDate today) {
        List<Due> due = new ArrayList<>();
        seen.ifPresent(read -> Standings.of(read.rules(), read.read().rows(), today).stream()
                .filter(standing -> standing.status() == Status.OPEN || standing.status() == Status.MISSED)
                .forEach(standing -> school(read.rules().world(), standing.key().bearer(),
                        standing.instance().community(), today)
                        .ifPresent(school -> due.add(due(read.rules(), standing, school)))));
        return due;
    }

    /** The school that has to act: the one that owes it, or the lead school of the community that does. */
    private static Optional<UUID> school(World world, String bearer, String community, LocalDate day) {
        return SchoolView.place(world, bearer, day).map(Membership::school)
                .or(() -> world.memberships(community, day).stream()
                        .filter(membership -> membership.role() == World.Role.LEAD).map(Membership::school).findFirst())
                .map(UUID::fromString);
    }

    private Due due(Rules known, Standing standing, UUID school) {
        InstanceKey key = standing.key();
        String duty = known.dutyName(key.duty());
        String whom = known.labels().counterpart(key, standing.about());
        String of = known.labels().shortName(key.bearer());
        String unit = known.charter().obligation(key.duty()).map(its -> its.head().unit()).orElse("");
        String title = book.in(Language.ZH).t(whom.isEmpty() ? "obligation.due" : "obligation.due.whom",
                known.clause(key.duty()), duty, of, standing.left(), unit, whom);
        return new Due(new Due.Matter(KIND, id(key)), new Due.Sort(key.duty(), duty), title, path(key),
                standing.instance().lastDay(), List.of(Due.Party.of(Posting.atSchool(Role.SCHOOL_CLERK, school)),
                        Due.Party.of(Posting.atSchool(Role.PRINCIPAL, school)),
                        Due.Party.of(Posting.inDistrict(Role.BUREAU_CLERK))));
    }

    private static String path(InstanceKey key) {
        return "/duties/" + part(key.duty()) + "/" + part(key.bearer()) + "/"
                + part(key.counterpart().replace('/', '~')) + "/" + part(key.period());
    }

    private static String part(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
