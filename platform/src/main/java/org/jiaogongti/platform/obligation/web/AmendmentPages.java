package org.jiaogongti.platform.obligation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.Reading;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Progress;
import org.jiaogongti.charter.counting.Status;
import org.jiaogongti.platform.access.Accounts;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.obligation.Amended;
import org.jiaogongti.platform.obligation.Amendment;
import org.jiaogongti.platform.obligation.AmendmentOrder;
import org.jiaogongti.platform.obligation.Amendments;
import org.jiaogongti.platform.obligation.CharterChange;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.web.AmendmentView.Form;
import org.jiaogongti.platform.obligation.web.AmendmentView.Line;
import org.jiaogongti.platform.obligation.web.AmendmentView.One;
import org.jiaogongti.platform.obligation.web.AmendmentView.Outcome;
import org.jiaogongti.platform.obligation.web.AmendmentView.Row;
import org.jiaogongti.platform.obligation.web.BoardView.Option;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts changes of the charter, and what they do, into words. */
@Component
class AmendmentPages {

    private static final int LOOK_BACK = 366;

    private final Amendments amendments;
    private final Progresses progresses;
    private final Accounts accounts;
    private final BusinessClock clock;

    AmendmentPages(Amendments amendments, Progresses progresses, Accounts accounts, BusinessClock clock) {
        this.amendments = amendments;
        this.progresses = progresses;
        this.accounts = accounts;
        this.clock = clock;
    }

    private InForce inForce() {
        return progresses.inForce()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no charter is adopted yet"));
    }

    AmendmentView.All all(Actor actor, Words words) {
        Charter charter = inForce().charter();
        return new AmendmentView.All(amendments.all().stream().map(each -> line(each, charter, words)).toList(),
                mayChange(actor));
    }

    private static boolean mayChange(Actor actor) {
        return actor.has(Role.BUREAU_ADMIN, Role.CHARTER_EDITOR);
    }

    private Line line(Amendment amendment, Charter charter, Words words) {
        AmendmentOrder order = amendment.order();
        Amendment.End end = amendment.end();
        String ended = end == null
                ? ""
                : words.m().t("obligation.change.ended." + end.outcome(), name(end.by()),
                        end.at().atZone(BusinessClock.ZONE).toLocalDate().toString(), end.reason());
        Mark mark = end == null
                ? Mark.GOING
                : end.outcome() == Amendment.Outcome.CONFIRMED ? Mark.DONE : Mark.NOT_YET;
        return new Line("/charter/changes/" + amendment.id(), mark, what(order.change(), charter, words),
                order.from().toString(), words.m().t("obligation.change.basis", order.decidedBy(), order.document()),
                words.m().t("obligation.change.proposed", name(amendment.proposedBy()),
                        amendment.proposedAt().atZone(BusinessClock.ZONE).toLocalDate().toString()),
                ended);
    }

    private String name(UUID account) {
        return accounts.byId(account).map(Accounts.Account::name).orElse("");
    }

    private static String what(CharterChange change, Charter charter, Words words) {
        return switch (change) {
            case CharterChange.OfNumber number -> words.m().t("obligation.change.number",
                    charter.obligation(number.subject()).map(duty -> duty.head().name()).orElse(number.subject()),
                    number.number(),
                    charter.obligation(number.subject()).map(duty -> duty.head().unit()).orElse(""));
            case CharterChange.OfReading reading -> words.m().t("obligation.change.reading", reading.subject(),
                    reading.alternative());
            case CharterChange.OfFile _ -> words.m().t("obligation.change.file.whole");
        };
    }

    /** The form; what the change would do is shown once it is filled in. */
    Form form(AmendmentTyped typed, Words words) {
        InForce inForce = inForce();
        LocalDate earliest = amendments.earliest();
        Map<String, String> values = new HashMap<>(typed.values());
        if (typed.value("from").isEmpty()) {
            values.put("from", nextTerm(inForce, earliest).toString());
        }
        Map<String, String> problems = typed.begun() ? typed.problems() : Map.of();
        String refused = "";
        Outcome outcome = null;
        if (typed.begun() && problems.isEmpty()) {
            switch (amendments.preview(typed.order())) {
                case Amended.Possible possible -> outcome = outcome(inForce, typed.order(), possible, words);
                case Amended.Refused no -> refused = words.m().t(no.key(), no.values().toArray());
                case Amended.Kept kept -> throw new IllegalStateException("looked at, but kept " + kept.id());
            }
        }
        return new Form(options(inForce.charter(), typed, words), values, problems, refused, earliest.toString(),
                outcome);
    }

    /** The form for a whole file. */
    Form fileForm(AmendmentTyped typed, Map<String, String> problems, String refused) {
        LocalDate earliest = amendments.earliest();
        Map<String, String> values = new HashMap<>(typed.values());
        if (typed.value("from").isEmpty()) {
            values.put("from", nextTerm(inForce(), earliest).toString());
        }
        return new Form(List.of(), values, problems, refused, earliest.toString(), null);
    }

    /** The first day of the term after the one under way: from there nobody's work changes its worth. */
    private LocalDate nextTerm(InForce inForce, LocalDate earliest) {
        return inForce.world().periods().stream().map(Period::days).map(days -> days.first())
                .filter(first -> first.isAfter(clock.today()) && first.isAfter(earliest)).sorted().findFirst()
                .orElse(earliest);
    }

    private List<Option> options(Charter charter, AmendmentTyped typed, Words words) {
        List<Option> options = new ArrayList<>();
        for (Obligation.Counted duty : charter.counted()) {
            if (Amendments.numbered(duty)) {
                options.add(option(AmendmentTyped.number(duty.id()), words.m().t("obligation.change.option.number",
                        duty.head().quote().clause(), duty.head().name(),
                        charter.rule(duty.id(), clock.today()).quantity().target(), duty.head().unit()), typed));
            }
        }
        for (Reading reading : charter.readings()) {
            for (String alternative : reading.alternatives().keySet()) {
                if (!reading.on(clock.today()).alternative().equals(alternative)) {
                    options.add(option(AmendmentTyped.reading(reading.name(), alternative),
                            words.m().t("obligation.change.option.reading", reading.name(), alternative,
                                    reading.on(clock.today()).alternative()),
                            typed));
                }
            }
        }
        return options;
    }

    private static Option option(String value, String label, AmendmentTyped typed) {
        return new Option(value, label, typed.value("what").equals(value));
    }

    /** One change; while it waits, with what it would do by the records of now. */
    One one(Amendment amendment, Actor actor, Words words) {
        InForce inForce = inForce();
        Line line = line(amendment, inForce.charter(), words);
        boolean own = amendment.proposedBy().equals(actor.accountId());
        if (!amendment.open()) {
            return new One(amendment.id().toString(), line, null, "", false, false, false);
        }
        boolean may = mayChange(actor);
        boolean others = may && !actor.actsFor(amendment.proposedBy());
        return switch (amendments.preview(amendment.order())) {
            case Amended.Possible possible -> new One(amendment.id().toString(), line,
                    outcome(inForce, amendment.order(), possible, words), "", others, others, may && own);
            case Amended.Refused no -> new One(amendment.id().toString(), line, null,
                    words.m().t(no.key(), no.values().toArray()), false, others, may && own);
            case Amended.Kept kept -> throw new IllegalStateException("looked at, but kept " + kept.id());
        };
    }

    private Outcome outcome(InForce inForce, AmendmentOrder order, Amended.Possible possible, Words words) {
        Set<String> duties = possible.duties();
        List<Row> rows = new ArrayList<>();
        int counted = 0;
        LocalDate first = order.from().minusDays(LOOK_BACK);
        LocalDate last = inForce.world().periods().stream().map(period -> period.days().last())
                .max(LocalDate::compareTo).orElse(order.from());
        var facts = progresses.facts(first, last);
        for (String duty : duties) {
            Trial trial = new Trial(inForce, facts, progresses.waivers(duty, first, last), clock.today());
            Map<InstanceKey, Progress> before = byKey(trial.progress(inForce.charter(), duty), inForce, order.from());
            Map<InstanceKey, Progress> after = byKey(trial.progress(possible.after(), duty), inForce, order.from());
            TreeMap<InstanceKey, Progress> all = new TreeMap<>(before);
            all.putAll(after);
            counted += all.size();
            all.keySet().stream().filter(key -> differs(before.get(key), after.get(key)))
                    .forEach(key -> rows
                            .add(row(inForce, possible.after(), key, before.get(key), after.get(key), words)));
        }
        return new Outcome(counted, rows, words.m().t("obligation.change.told",
                what(order.change(), inForce.charter(), words), order.from().toString(), order.decidedBy(),
                order.document()));
    }

    /** Of the periods that end on the day or later: those before stay closed. */
    private static Map<InstanceKey, Progress> byKey(List<Progress> progress, InForce inForce, LocalDate from) {
        Map<InstanceKey, Progress> byKey = new HashMap<>();
        progress.stream().filter(each -> inForce.counting().period(each.key().period())
                .map(period -> !period.days().last().isBefore(from))
                .orElse(!each.instance().lastDay().isBefore(from)))
                .forEach(each -> byKey.put(each.key(), each));
        return byKey;
    }

    private static boolean differs(@Nullable Progress before, @Nullable Progress after) {
        return before == null || after == null || before.status() != after.status()
                || before.target() != after.target() || before.counted() != after.counted();
    }

    private static Row row(InForce inForce, Charter then, InstanceKey key, @Nullable Progress before,
            @Nullable Progress after, Words words) {
        return new Row(inForce.charter().obligation(key.duty()).or(() -> then.obligation(key.duty()))
                .map(duty -> duty.head().name()).orElse(key.duty()),
                inForce.labels().name(key.bearer()), inForce.labels().counterpart(key, null),
                words.period(key.period()), mark(before), figure(before), mark(after), figure(after),
                before == null ? "" : Addresses.instance(key));
    }

    private static Mark mark(@Nullable Progress progress) {
        return progress == null ? Mark.NOTHING : Marks.of(progress.status());
    }

    private static String figure(@Nullable Progress progress) {
        return progress == null || progress.status() == Status.SUSPENDED || progress.status() == Status.WAIVED
                ? ""
                : progress.counted() + "/" + progress.target();
    }
}
