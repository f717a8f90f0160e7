package org.jiaogongti.platform.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Holders;
import org.jiaogongti.platform.access.Posting;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.filing.Filing.State;
import org.jiaogongti.platform.filing.Filing.Turn;
import org.jiaogongti.platform.filing.store.FilingStore;
import org.jiaogongti.platform.reminder.Due;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.staff.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits in trays: it should be settled before the activity is held. */
@Component
@Transactional(readOnly = true)
class FilingsDue implements Due.Source {

    static final String KIND = "filing";
    /** What has lain in a tray for longer than this is a matter for people and no reminder any more. */
    private static final int STILL_DAYS = 90;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final FilingStore store;
    private final FilingTray tray;
    private final People people;
    private final Holders holders;
    private final MessageBook book;

    FilingsDue(FilingStore store, FilingTray tray, People people, Holders holders, MessageBook book) {
        this.store = store;
        this.tray = tray;
        this.people = people;
        this.holders = holders;
        this.book = book;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Due.Sort> sorts() {
        Messages m = book.in(Language.ZH);
        return List.of(sort(Turn.RESEARCHER, m), sort(Turn.SUBMITTER, m), sort(Turn.DEPARTMENT, m));
    }

    private static Due.Sort sort(Turn turn, Messages m) {
        return new Due.Sort("filing-" + turn, m.t("filing.due." + turn));
    }

    @Override
    public List<Due> open(LocalDate today, LocalDate until) {
        return due(store.waiting(today.minusDays(STILL_DAYS), until), today);
    }

    @Override
    public List<Due> open(LocalDate today, Collection<String> ids) {
        List<UUID> known = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
        return known.isEmpty() ? List.of() : due(store.waiting(known), today);
    }

    /** About what lies in trays that one may look into. */
    @Override
    public boolean mayPress(Actor actor, String id) {
        return ID.matcher(id).matches() && tray.sheet(actor, UUID.fromString(id)).isPresent();
    }

    private List<Due> due(List<Filing> filings, LocalDate today) {
        Messages m = book.in(Language.ZH);
        Map<String, Set<UUID>> checkers = filings.stream().anyMatch(filing -> filing.state() == State.CHECKING)
                ? checkers(today)
                : Map.of();
        List<Due> due = new ArrayList<>();
        for (Filing filing : filings) {
            Turn turn = filing.state().turn();
            due.add(new Due(new Due.Matter(KIND, filing.id().toString()), sort(turn, m),
                    m.t("filing.due.title." + turn, filing.title()), "/filings/" + filing.id(), filing.heldOn(),
                    ladder(filing, checkers)));
        }
        return due;
    }

    private static List<Due.Party> ladder(Filing filing, Map<String, Set<UUID>> checkers) {
        Due.Party department = Due.Party.of(Posting.inDistrict(Role.TRAINING_DEPARTMENT));
        Due.Party bureau = Due.Party.of(Posting.inDistrict(Role.BUREAU_CLERK));
        return switch (filing.state().turn()) {
            case RESEARCHER -> List.of(new Due.Party(null,
                    Set.of(Posting.inCommunity(Role.RESEARCHER, filing.community())),
                    checkers.getOrDefault(Objects.requireNonNullElse(filing.subject(), ""), Set.of())), department,
                    bureau);
            case DEPARTMENT -> List.of(department, bureau);
            case SUBMITTER, NOBODY -> List.of(new Due.Party(filing.school(), Set.of(), Set.of(filing.submitter())),
                    Due.Party.of(Posting.atSchool(Role.PRINCIPAL, filing.school())), department);
        };
    }

    /** The researchers' accounts by the subjects they answer for; a select for each of the district's few researchers. */
    private Map<String, Set<UUID>> checkers(LocalDate today) {
        Map<String, Set<UUID>> checkers = new HashMap<>();
        Set<UUID> researchers = people.holders(Set.of(Role.RESEARCHER), today).keySet();
        holders.accounts(researchers).forEach((person, account) -> people.subjectsOn(Set.of(person), today)
                .forEach(subject -> checkers.computeIfAbsent(subject, _ -> new HashSet<>()).add(account)));
        return checkers;
    }
}
