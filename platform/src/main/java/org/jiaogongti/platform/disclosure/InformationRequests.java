package org.jiaogongti.platform.disclosure;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.disclosure.InformationRequest.Answer;
import org.jiaogongti.platform.disclosure.InformationRequest.Kind;
import org.jiaogongti.platform.disclosure.InformationRequest.Said;
import org.jiaogongti.platform.disclosure.InformationRequest.Way;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jiaogongti.platform.disclosure.Publications.Outcome;
import org.jiaogongti.platform.disclosure.model.OfficeDays;
import org.jiaogongti.platform.disclosure.model.Receipt;
import org.jiaogongti.platform.disclosure.store.RequestStore;
import org.jiaogongti.platform.school.Calendars;
import org.jiaogongti.platform.school.ClosedDay;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 依申请公开: asked for without an account, answered by the desk within the time of the law, kept no longer than needed. */
@Service
@Transactional
public class InformationRequests {

    static final String KIND = "request";
    private static final SealedColumn CONTACT = new SealedColumn("disclosure.request", "contact");
    private static final SealedColumn RECEIPT = new SealedColumn("disclosure.request", "receipt");

    private final RequestStore store;
    private final Desk desk;
    private final Tools tools;
    private final SecureRandom chance = new SecureRandom();

    InformationRequests(RequestStore store, Desk desk, Tools tools) {
        this.store = store;
        this.desk = desk;
        this.tools = tools;
    }

    /** What taking requests needs besides the desk. */
    @Component
    record Tools(Seals seals, Calendars calendars) {}

    /**
     * A request as it was typed.
     *
     * @param name who asks
     * @param contact how they are reached
     */
    public record Asked(String name, String contact, String wanted, String purpose, @Nullable Way way) {}

    /** What came of asking. */
    public sealed interface Received {

        /** The receipt, for this one answer: the database knows it only in a way that gives it to nobody. */
        record Done(String receipt, LocalDate due) implements Received {}

        /** Message keys by field. */
        record Refused(Map<String, String> problems) implements Received {}
    }

    /** Takes a request from somebody who needs no account for it. */
    public Received receive(Asked asked) {
        Map<String, String> problems = problems(asked);
        Way way = asked.way();
        if (!problems.isEmpty() || way == null) {
            return new Received.Refused(problems);
        }
        LocalDate today = desk.today();
        String number = today.getYear() + "-" + store.next(today.getYear());
        String receipt = Receipt.of(number, chance);
        LocalDate due = after(today);
        UUID id = desk.ids().next();
        add(new InformationRequest(id, number, asked.wanted(), asked.purpose(), way, today, due, null, null, null),
                receipt, asked.name() + "\n" + asked.contact());
        desk.journal().write(Actor.system(), "RequestReceived", KIND, id, Map.of("number", number, "due",
                due.toString()));
        return new Received.Done(receipt, due);
    }

    private void add(InformationRequest request, String receipt, String contact) {
        store.add(request, tools.seals().index(RECEIPT, Receipt.normal(receipt)),
                tools.seals().seal(CONTACT, request.id(), contact));
    }

    private static Map<String, String> problems(Asked asked) {
        Map<String, String> problems = new LinkedHashMap<>();
        bounds(problems, "wanted", asked.wanted(), InformationRequest.LONGEST_WANTED);
        bounds(problems, "name", asked.name(), InformationRequest.LONGEST_CONTACT);
        bounds(problems, "contact", asked.contact(), InformationRequest.LONGEST_CONTACT);
        if (asked.purpose().length() > InformationRequest.LONGEST_PURPOSE) {
            problems.put("purpose", "disclosure.refused.long");
        }
        if (asked.way() == null) {
            problems.put("way", "disclosure.request.refused.way");
        }
        return problems;
    }

    private static void bounds(Map<String, String> problems, String field, String text, int most) {
        if (text.isBlank()) {
            problems.put(field, "disclosure.request.refused." + field);
        } else if (text.length() > most) {
            problems.put(field, "disclosure.refused.long");
        }
    }

    private LocalDate after(LocalDate day) {
        Set<LocalDate> closed = tools.calendars().current().closedDays().stream().map(ClosedDay::day)
                .collect(Collectors.toSet());
        return OfficeDays.after(day, InformationRequest.WORKING_DAYS, closed);
    }

    /** Where a request stands, for whoever has its receipt. */
    public Optional<InformationRequest> look(String receipt) {
        String normal = Receipt.normal(receipt);
        return normal.isEmpty() ? Optional.empty() : store.byReceipt(tools.seals().index(RECEIPT, normal));
    }

    /** A page of the desk's, the latest first. */
    public record Listed(List<InformationRequest> requests, boolean more, LocalDate today) {}

    @Transactional(readOnly = true)
    public Listed list(boolean open, @Nullable UUID after, int size) {
        List<InformationRequest> found = store.page(open, after, size + 1);
        return new Listed(found.stream().limit(size).toList(), found.size() > size, desk.today());
    }

    /**
     * One request with how whoever asked is reached.
     *
     * @param contact name and contact; empty once they were erased
     */
    public record Shown(InformationRequest request, List<String> contact, LocalDate today) {

        @Override
        public String toString() {
            return "Shown[" + request.number() + "]";
        }
    }

    @Transactional(readOnly = true)
    public Shown show(UUID id) {
        InformationRequest request = store.find(id).orElseThrow(() -> new Absent(KIND, id));
        return new Shown(request, store.contact(id)
                .map(sealed -> tools.seals().openText(CONTACT, id, sealed).lines().toList()).orElse(List.of()),
                desk.today());
    }

    private Hand hand(Actor actor) {
        return new Hand(actor.accountId(), actor.name(), desk.today());
    }

    /** Extends the time once, with a reason that whoever asked reads. */
    public Outcome extend(Actor actor, UUID id, String words) {
        InformationRequest request = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (!request.open() || request.extension() != null || request.overdue(desk.today())) {
            return new Outcome.Refused("disclosure.request.refused.extension");
        }
        if (words.isBlank() || words.length() > InformationRequest.LONGEST_PURPOSE) {
            return new Outcome.Refused("disclosure.request.refused.words");
        }
        LocalDate due = after(request.due());
        store.extend(id, due, new Said(words, hand(actor)));
        desk.journal().write(actor, "RequestExtended", KIND, id, Map.of("number", request.number(), "due",
                due.toString()));
        return new Outcome.Done();
    }

    /** Answers it, once. */
    public Outcome answer(Actor actor, UUID id, @Nullable Kind kind, String words) {
        InformationRequest request = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (!request.open()) {
            return new Outcome.Refused("disclosure.request.refused.answered");
        }
        if (kind == null || words.isBlank() || words.length() > InformationRequest.LONGEST_ANSWER) {
            return new Outcome.Refused("disclosure.request.refused.answer");
        }
        store.answer(id, new Answer(kind, words, hand(actor)));
        desk.journal().write(actor, "RequestAnswered", KIND, id, Map.of("number", request.number(), "kind",
                kind.name(), "late", request.overdue(desk.today())));
        return new Outcome.Done();
    }

    /** Erases what is kept no longer; how many that were. */
    public int erase(LocalDate today) {
        List<UUID> erased = store.erase(today.minusMonths(InformationRequest.KEPT_MONTHS), today);
        erased.forEach(id -> desk.journal().write(Actor.system(), "RequestErased", KIND, id, Map.of()));
        return erased.size();
    }

    /** A request of the past, in the names of those who dealt with it: for a district that brings its past along. */
    public void takeOver(InformationRequest request, String receipt, String contact) {
        add(request, receipt, contact);
        Said extension = request.extension();
        if (extension != null) {
            store.extend(request.id(), request.due(), extension);
        }
        Answer answer = request.answer();
        if (answer != null) {
            store.answer(request.id(), answer);
        }
        desk.journal().write(Actor.system(), "RequestReceived", KIND, request.id(), Map.of("number",
                request.number(), "due", request.due().toString()));
    }

    /** The number that comes next in a year. */
    public String number(int year) {
        return year + "-" + store.next(year);
    }
}
