package org.jiaogongti.platform.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.register.Surroundings.Places;
import org.jiaogongti.platform.register.store.GraduationStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.reminder.Due.Matter;
import org.jiaogongti.platform.reminder.Due.Party;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** Requirements of the graduation year that a member school has not answered: its office is reminded, then its head, then the lead school. */
@Component
public class RequirementsDue implements Due.Source {

    public static final String KIND = "requirement";
    /** What nobody answered for longer is a matter for people. */
    private static final int STILL_DAYS = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final GraduationStore store;
    private final Surroundings around;
    private final MessageBook book;

    RequirementsDue(GraduationStore store, Surroundings around, MessageBook book) {
        this.store = store;
        this.around = around;
        this.book = book;
    }

    public static Matter matter(UUID requirement) {
        return new Matter(KIND, requirement.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Due.Sort> sorts() {
        return List.of(sort());
    }

    private Due.Sort sort() {
        return new Due.Sort("graduation", words().t("register.grad.due.sort"));
    }

    private Messages words() {
        return book.in(Language.ZH);
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        return due(store.unanswered(today.minusDays(STILL_DAYS), until));
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        List<UUID> known = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
        return known.isEmpty() ? List.of() : due(store.unanswered(known));
    }

    /** Whoever reads the community's year. */
    @Override
    public boolean mayPress(Actor actor, String id) {
        return ID.matcher(id).matches() && store.unanswered(List.of(UUID.fromString(id))).stream()
                .anyMatch(requirement -> around.places().reach(actor).reads(requirement.community()));
    }

    private List<Due> due(List<Requirement> open) {
        if (open.isEmpty()) {
            return List.of();
        }
        Places places = around.places();
        Map<UUID, String> names = places.names();
        return open.stream().map(each -> new Due(matter(each.id()), sort(),
                words().t("register.grad.due.title", names.getOrDefault(each.school(), ""), each.words()),
                "/registers/graduation?community=" + each.community() + "&year=" + each.year(), each.due(),
                ladder(each, places))).toList();
    }

    private static List<Party> ladder(Requirement requirement, Places places) {
        Party office = Party.of(Posting.atSchool(Role.SCHOOL_CLERK, requirement.school()));
        Party head = Party.of(Posting.atSchool(Role.PRINCIPAL, requirement.school()));
        return places.leadOf(requirement.community(), places.today())
                .map(lead -> List.of(office, head, Party.of(Posting.atSchool(Role.PRINCIPAL, lead))))
                .orElse(List.of(office, head));
    }
}
