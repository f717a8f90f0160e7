package org.jiaogongti.platform.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.disclosure.DisclosureSource.Handed;
import org.jiaogongti.platform.disclosure.Publication.Hand;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.PublicationStep.What;
import org.jiaogongti.platform.disclosure.model.PersonalData;
import org.jiaogongti.platform.disclosure.store.PublicationStore;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.Received;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** From a draft to what the public reads, and back: writing, handing over, publishing by a second person, withdrawing. */
@Service
public class Publications {

    private static final String KIND = "publication";
    private static final String AGAIN = "again/";
    private static final int MOST_FILES = 20;
    /** Files of the bureau count for no school. */
    private static final UUID BUREAU = new UUID(0, 0);

    private final PublicationStore store;
    private final Desk desk;
    private final ObjectProvider<DisclosureSource> sources;
    private final TransactionTemplate transaction;

    Publications(PublicationStore store, Desk desk, ObjectProvider<DisclosureSource> sources,
            TransactionTemplate transaction) {
        this.store = store;
        this.desk = desk;
        this.sources = sources;
        this.transaction = transaction;
    }

    /** A page of publications, whatever became of them. */
    public record Listed(List<Publication> rows, boolean more, List<Offered> offers, String unit, String phone,
            boolean numbers) {}

    /** A text that a module offers. */
    public record Offered(String address, String title) {}

    @Transactional(readOnly = true)
    public Listed list(Actor actor, @Nullable State state, String words, @Nullable UUID after, int size) {
        List<Publication> found = store.page(new PublicationStore.Asked(words, null,
                state == null ? List.of(State.values()) : List.of(state), after, size + 1));
        List<Offered> offers = new ArrayList<>();
        sources.orderedStream().forEach(source -> source.offers(actor).forEach(
                offer -> offers.add(new Offered(source.key() + "/" + offer.reference(), offer.title()))));
        boolean more = found.size() > size;
        return new Listed(more ? found.subList(0, size) : found, more, offers, unit(),
                store.phone().orElse(""), actor.has(Role.BUREAU_ADMIN));
    }

    private String unit() {
        return store.unit().orElseGet(() -> Scope.required().code());
    }

    /** What a module, or an earlier publication ({@code again/ID}), gives for a draft. */
    @Transactional(readOnly = true)
    public Optional<Handed> handed(Actor actor, String address) {
        return again(address).map(found -> new Handed(found.number(), found.words()))
                .or(() -> source(address).flatMap(source -> source.handed(actor, reference(address))));
    }

    /** The publication that a draft repeats. */
    private Optional<Publication> again(String address) {
        return address.startsWith(AGAIN) ? uuid(reference(address)).flatMap(store::find) : Optional.empty();
    }

    private Optional<DisclosureSource> source(String address) {
        return sources.orderedStream().filter(source -> address.startsWith(source.key() + "/")).findFirst();
    }

    private static String reference(String address) {
        return address.substring(address.indexOf('/') + 1);
    }

    /** What became of texts that a module offers, the newest first. */
    @Transactional(readOnly = true)
    public List<Publication> madeFrom(Collection<String> addresses) {
        return addresses.isEmpty() ? List.of() : store.madeFrom(addresses);
    }

    /** What a draft began with; whoever repeats a publication begins with what that began with. */
    private String origin(Actor actor, String from) {
        return again(from).map(Publication::origin).orElseGet(() -> source(from)
                .flatMap(source -> source.handed(actor, reference(from))).map(_ -> from).orElse(""));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What became of writing a draft. */
    public sealed interface Written {

        record Done(UUID id) implements Written {}

        /** Message keys by field. */
        record Refused(Map<String, String> problems) implements Written {}
    }

    /**
     * A draft, new or changed.
     *
     * @param id null for a new one
     * @param number an index number that the text has already, or empty
     * @param from the address of what a new one began with, or empty
     */
    @Transactional
    public Written write(Actor actor, @Nullable UUID id, String number, Publication.Words words, String from) {
        Optional<Publication> before = id == null
                ? Optional.empty()
                : Optional.of(store.lock(id).orElseThrow(() -> new Absent(KIND, id)));
        if (before.filter(found -> found.state() != State.DRAFT).isPresent()) {
            return new Written.Refused(Map.of("", "disclosure.refused.state"));
        }
        Map<String, String> problems = Draft.problems(number, words);
        if (!problems.isEmpty()) {
            return new Written.Refused(problems);
        }
        UUID own = id == null ? desk.ids().next() : id;
        store.save(new Publication(own, number, words, State.DRAFT, before.map(each -> each.edition() + 1).orElse(1),
                hand(actor), null, null, null, "", before.map(Publication::cleared).orElse(Set.of()),
                before.map(Publication::origin).orElseGet(() -> origin(actor, from))));
        if (before.isEmpty()) {
            step(actor, own, What.WRITTEN, "");
        }
        desk.journal().write(actor, before.isEmpty() ? "PublicationWritten" : "PublicationRewritten", KIND, own,
                Map.of("title", words.title()));
        return new Written.Done(own);
    }

    private Hand hand(Actor actor) {
        return new Hand(actor.accountId(), actor.name(), desk.today());
    }

    private void step(Actor actor, UUID id, What what, String words) {
        store.add(new PublicationStep(desk.ids().next(), id, what, words, hand(actor)));
    }

    /**
     * One publication for the bureau.
     *
     * @param found personal data in it; only looked for while it is not public
     * @param looked files that somebody has looked at
     * @param second whether this person may be the second one
     * @param source where the bureau sees what it was made from, or empty
     */
    public record Shown(Publication publication, List<EvidenceItem> files, Set<UUID> looked,
            List<PersonalData.Found> found, List<PublicationStep> steps, boolean second, String district,
            String source) {}

    @Transactional(readOnly = true)
    public Shown show(Actor actor, UUID id) {
        Publication found = store.find(id).orElseThrow(() -> new Absent(KIND, id));
        List<EvidenceItem> files = desk.files().of(List.of(id));
        boolean open = found.state() == State.DRAFT || found.state() == State.WAITING;
        return new Shown(found, files, store.looked(id), open ? desk.check(found, files) : List.of(), store.steps(id),
                second(actor, found), Scope.required().code(),
                source(found.origin()).flatMap(source -> source.page(reference(found.origin()))).orElse(""));
    }

    private static boolean second(Actor actor, Publication publication) {
        Hand submitted = publication.submitted();
        return submitted != null && !actor.actsFor(submitted.account())
                && !actor.actsFor(publication.written().account());
    }

    /** What became of a step; the key names the message that says why not. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        record Refused(String key, List<Object> numbers) implements Outcome {

            public Refused(String key, Object... numbers) {
                this(key, List.of(numbers));
            }
        }
    }

    /** Adds a file to a draft. The bytes come first, outside of the transaction. */
    public Outcome attach(Actor actor, UUID id, List<Upload> uploads) {
        List<Received.Stored> arrived = new ArrayList<>();
        for (Upload upload : uploads) {
            switch (desk.files().receive(upload)) {
                case Received.Refused no -> {
                    return new Outcome.Refused(no.key(), no.numbers());
                }
                case Received.Stored stored -> arrived.add(stored);
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Outcome outcome = attachAll(actor, id, arrived);
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private Outcome attachAll(Actor actor, UUID id, List<Received.Stored> arrived) {
        draft(id);
        if (desk.files().of(List.of(id)).size() + arrived.size() > MOST_FILES) {
            return new Outcome.Refused("disclosure.refused.files", MOST_FILES);
        }
        for (Received.Stored stored : arrived) {
            switch (desk.files().attach(actor, id, BUREAU, stored)) {
                case EvidenceFiles.Added.Kept kept -> desk.journal().write(actor, "PublicationFileAdded", KIND, id,
                        Map.of("sha256", kept.item().sha256()));
                case EvidenceFiles.Added.No no -> {
                    return new Outcome.Refused(no.key(), no.numbers());
                }
                case EvidenceFiles.Added.Absent _ -> throw new Absent(KIND, id);
            }
        }
        return new Outcome.Done();
    }

    private Publication draft(UUID id) {
        return store.lock(id).filter(found -> found.state() == State.DRAFT).orElseThrow(() -> new Absent(KIND, id));
    }

    @Transactional
    public void detach(Actor actor, UUID id, UUID item) {
        draft(id);
        EvidenceItem own = desk.files().of(List.of(id)).stream().filter(file -> file.id().equals(item)).findFirst()
                .orElseThrow(() -> new Absent("file", item));
        desk.files().remove(actor, own.id());
    }

    /** A person has looked at a file and says that no personal data is in it. */
    @Transactional
    public void look(Actor actor, UUID id, UUID item) {
        open(id);
        EvidenceItem file = desk.files().of(List.of(id)).stream().filter(each -> each.id().equals(item)).findFirst()
                .orElseThrow(() -> new Absent("file", item));
        store.look(id, item, hand(actor));
        step(actor, id, What.LOOKED, file.name());
        desk.journal().write(actor, "PublicationFileLookedAt", KIND, id, Map.of("sha256", file.sha256()));
    }

    private Publication open(UUID id) {
        return store.lock(id)
                .filter(found -> found.state() == State.DRAFT || found.state() == State.WAITING)
                .orElseThrow(() -> new Absent(KIND, id));
    }

    /** Lets a name stand that is no person's, or that may be public; what was found must be named exactly. */
    @Transactional
    public Outcome clear(Actor actor, UUID id, String name) {
        Publication publication = open(id);
        boolean found = desk.check(publication, desk.files().of(List.of(id))).stream()
                .anyMatch(each -> each.kind().clearable() && each.what().equals(name));
        if (!found) {
            return new Outcome.Refused("disclosure.refused.clear");
        }
        store.clear(id, name);
        step(actor, id, What.CLEARED, name);
        desk.journal().write(actor, "PublicationNameCleared", KIND, id, Map.of("name", name));
        return new Outcome.Done();
    }

    /** For the second person. */
    @Transactional
    public Outcome submit(Actor actor, UUID id) {
        Publication publication = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (publication.state() != State.DRAFT) {
            return new Outcome.Refused("disclosure.refused.state");
        }
        Optional<Outcome> problem = problem(publication);
        if (problem.isPresent()) {
            return problem.get();
        }
        store.submit(id, hand(actor));
        step(actor, id, What.SUBMITTED, "");
        desk.journal().write(actor, "PublicationSubmitted", KIND, id, Map.of());
        return new Outcome.Done();
    }

    private Optional<Outcome> problem(Publication publication) {
        UUID id = publication.id();
        List<EvidenceItem> files = desk.files().of(List.of(id));
        List<PersonalData.Found> found = desk.check(publication, files);
        if (!found.isEmpty()) {
            return Optional.of(new Outcome.Refused("disclosure.refused.personal", found.size()));
        }
        Set<UUID> looked = store.looked(id);
        long unseen = files.stream().filter(file -> !looked.contains(file.id())).count();
        if (unseen > 0) {
            return Optional.of(new Outcome.Refused("disclosure.refused.unseen", unseen));
        }
        return !publication.number().isEmpty() && store.taken(publication.number(), id)
                ? Optional.of(new Outcome.Refused("disclosure.refused.number"))
                : Optional.empty();
    }

    /** Back to whoever writes it, by the second person or by whoever handed it over. */
    @Transactional
    public Outcome giveBack(Actor actor, UUID id, String words) {
        Publication publication = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (publication.state() != State.WAITING) {
            return new Outcome.Refused("disclosure.refused.state");
        }
        if (second(actor, publication) && words.isBlank()) {
            return new Outcome.Refused("disclosure.refused.words");
        }
        store.giveBack(id);
        step(actor, id, What.RETURNED, shortened(words));
        desk.journal().write(actor, "PublicationReturned", KIND, id, Map.of());
        return new Outcome.Done();
    }

    private static String shortened(String words) {
        String plain = words.strip();
        return plain.length() > Publication.LONGEST_REASON ? plain.substring(0, Publication.LONGEST_REASON) : plain;
    }

    /**
     * Makes it public.
     *
     * @param edition what the second person has seen
     */
    @Transactional
    public Outcome publish(Actor actor, UUID id, int edition) {
        Publication publication = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (publication.state() != State.WAITING || publication.edition() != edition) {
            return new Outcome.Refused("disclosure.refused.changed");
        }
        if (!second(actor, publication)) {
            return new Outcome.Refused("disclosure.refused.second");
        }
        Optional<Outcome> problem = problem(publication);
        if (problem.isPresent()) {
            return problem.get();
        }
        String number = publication.number();
        if (number.isEmpty()) {
            int year = desk.today().getYear();
            do {
                number = "%s/%d-%05d".formatted(unit(), year, store.next(year));
            } while (store.taken(number, id));
        }
        store.publish(id, number, hand(actor));
        step(actor, id, What.PUBLISHED, number);
        desk.journal().write(actor, "PublicationPublished", KIND, id, Map.of("number", number));
        return new Outcome.Done();
    }

    /** Takes it back. Of what was public the address says since when and why it is gone. */
    @Transactional
    public Outcome withdraw(Actor actor, UUID id, String reason) {
        Publication publication = store.lock(id).orElseThrow(() -> new Absent(KIND, id));
        if (publication.state() == State.WITHDRAWN) {
            return new Outcome.Refused("disclosure.refused.state");
        }
        if (publication.everPublic() && reason.isBlank()) {
            return new Outcome.Refused("disclosure.refused.reason");
        }
        store.withdraw(id, shortened(reason), hand(actor));
        step(actor, id, What.WITHDRAWN, shortened(reason));
        desk.journal().write(actor, "PublicationWithdrawn", KIND, id, Map.of("reason", shortened(reason)));
        return new Outcome.Done();
    }

    /** The number under which the public asks; empty takes it away. */
    @Transactional
    public Outcome phone(Actor actor, String phone) {
        if (!phone.matches("(\\+?[0-9][0-9 \\-]{4,18}[0-9])?")) {
            return new Outcome.Refused("disclosure.refused.phone");
        }
        store.phone(phone);
        desk.journal().write(actor, "PublicContactChanged", KIND, null, Map.of("phone", phone));
        return new Outcome.Done();
    }

    /** The unit's part of index numbers. */
    @Transactional
    public Outcome number(Actor actor, String unit) {
        if (!unit.matches("[0-9A-Za-z〔〕（）\\-\\u4e00-\\u9fff]{1,40}")) {
            return new Outcome.Refused("disclosure.refused.unit");
        }
        store.unit(unit);
        desk.journal().write(actor, "PublicationNumberingChanged", KIND, null, Map.of("unit", unit));
        return new Outcome.Done();
    }
}
