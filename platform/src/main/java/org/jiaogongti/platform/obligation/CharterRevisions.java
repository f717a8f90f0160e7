package org.jiaogongti.platform.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.obligation.model.Rules;
import org.jiaogongti.platform.obligation.store.AmendmentStore;
import org.jiaogongti.platform.obligation.store.FactStore;
import org.jiaogongti.platform.obligation.store.Head;
import org.jiaogongti.platform.obligation.store.LedgerStore;
import org.jiaogongti.platform.obligation.store.ProgressRow;
import org.jiaogongti.platform.obligation.store.ProgressStore;
import org.jiaogongti.platform.obligation.store.WaiverStore;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What drafting and trying another charter stands on, and putting it into force, for a module that leads people through it. */
@Service
@Transactional(readOnly = true)
public class CharterRevisions {

    private final Shelves shelves;
    private final Amendments amendments;
    private final DistrictCharters charters;
    private final RulesInForce rules;
    private final WholeFile wholeFile;
    private final Rederivation rederivation;
    private final Ids ids;
    private final BusinessClock clock;

    CharterRevisions(Shelves shelves, Amendments amendments, DistrictCharters charters, RulesInForce rules,
            WholeFile wholeFile, Rederivation rederivation, Ids ids, BusinessClock clock) {
        this.shelves = shelves;
        this.amendments = amendments;
        this.charters = charters;
        this.rules = rules;
        this.wholeFile = wholeFile;
        this.rederivation = rederivation;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where it is kept. */
    @Component
    record Shelves(LedgerStore ledger, AmendmentStore editions, FactStore facts, ProgressStore progress,
            WaiverStore waivers) {}

    /**
     * The charter in force.
     *
     * @param charter as the ledger calls it; another name is another text
     */
    public record Ground(InForce inForce, CharterText text, String charter) {}

    /** Empty before a charter is adopted. */
    public Optional<Ground> ground() {
        return shelves.ledger().read()
                .map(head -> new Ground(rules.of(head).inForce(), charters.text(head), head.charter()));
    }

    /** The text of a charter that the ledger named once. */
    public CharterText text(String charter) {
        return charters.text(new Head(new UUID(0, 0), charter, List.of(), clock.today()));
    }

    /** The first day from which anything may come out otherwise. */
    public LocalDate earliest() {
        return amendments.earliest();
    }

    /** The same for the same charter, schools, records and decisions: what a trial over records of these days goes by. */
    public String print(DateRange days) {
        Head head = shelves.ledger().read().orElseThrow(Amendments::none);
        return head.version() + " " + shelves.facts().print(days.first(), days.last()) + " "
                + shelves.waivers().print();
    }

    /** Records that may count for a community on these days. */
    public List<Fact> facts(String community, DateRange days) {
        List<Fact> all = new ArrayList<>();
        shelves.facts().between(List.of(community), days.first(), days.last()).values().forEach(all::addAll);
        return all;
    }

    /** The decisions in force about what a community owes in some periods. */
    public List<Waiver> waivers(String community, List<String> periods) {
        return shelves.progress().ofCommunity(community, periods).rows().stream().map(ProgressRow::waiver)
                .flatMap(Stream::ofNullable).toList();
    }

    /** What a whole text would make of the charter; writes nothing. */
    public Amended judge(CharterText text, LocalDate from) {
        return judged(shelves.ledger().read().orElseThrow(Amendments::none), text, from).outcome();
    }

    private Judged judged(Head head, CharterText text, LocalDate from) {
        LocalDate earliest = amendments.earliest();
        return from.isBefore(earliest)
                ? Judged.no("obligation.change.refused.closed", earliest.toString())
                : wholeFile.judged(head, rules.of(head), text, from);
    }

    /** Until the end of the transaction nothing is counted and no rule changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        shelves.ledger().hold();
    }

    /** Puts a text into force that two people have agreed to; the caller holds the ledger and has asked both. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Amended adopt(Actor actor, CharterText text, LocalDate from) {
        Head head = shelves.ledger().hold().orElseThrow(Amendments::none);
        Judged judged = judged(head, text, from);
        if (!(judged.outcome() instanceof Amended.Possible possible)) {
            return judged.outcome();
        }
        UUID edition = ids.next();
        shelves.editions().insertEdition(edition, text, clock.now());
        Head next = new Head(ids.next(), DistrictCharters.named(edition), head.overlays(), head.appliedTo());
        shelves.ledger().adopt(ids.next(), next, clock.now(), actor.accountId());
        Rules known = rules.of(next);
        rederivation.changed(known, WorldChange.everywhere(from, LocalDate.MAX), possible.duties());
        return new Amended.Kept(edition);
    }
}
