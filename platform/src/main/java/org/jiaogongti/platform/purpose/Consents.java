package org.jiaogongti.platform.purpose;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consent.Means;
import org.jiaogongti.platform.purpose.model.Answers;
import org.jiaogongti.platform.purpose.model.NoticeVersion;
import org.jiaogongti.platform.purpose.store.ConsentStore;
import org.jiaogongti.platform.purpose.store.PurposeStore;
import org.jiaogongti.platform.purpose.store.RetentionStore;
import org.jiaogongti.platform.school.Change;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What guardians answered. A withdrawal holds at once, and what was kept by that consent is due the same day. */
@Service
@Transactional(readOnly = true)
public class Consents {

    private static final int LONGEST = 120;

    private final ConsentStore store;
    private final PurposeStore purposes;
    private final RetentionStore retentions;
    private final Tools tools;

    Consents(ConsentStore store, PurposeStore purposes, RetentionStore retentions, Tools tools) {
        this.store = store;
        this.purposes = purposes;
        this.retentions = retentions;
        this.tools = tools;
    }

    /** What every facade of the gate writes with. */
    @Component
    record Tools(Journal journal, Ids ids, BusinessClock clock) {}

    /**
     * An answer as a school enters it.
     *
     * @param version printed on the notice that the guardian had
     */
    public record NewAnswer(PupilCode pupil, UUID purpose, String version, Answer answer, LocalDate on, Means means,
            String keptAt) {}

    /** An answer as its school finds it again. */
    public record Listed(String code, Answer answer, LocalDate on, Means means, String keptAt) {}

    /** How many pupils' standing answers there are of one kind. */
    public record Count(UUID purpose, UUID school, Answer answer, int number) {}

    /** Whether data of a pupil may be used for a purpose on a day: it is in force, and needs no consent or has it. */
    public boolean covers(PupilKey pupil, UUID purpose, LocalDate on) {
        return purposes.find(purpose).filter(found -> covered(found, List.of(pupil), on).contains(pupil)).isPresent();
    }

    /** Those of some pupils whose data may be used for a purpose on a day. */
    Set<PupilKey> covered(Purpose purpose, Collection<PupilKey> pupils, LocalDate on) {
        if (!purpose.inForce(on)) {
            return Set.of();
        }
        if (purpose.terms().basis().ground() == Ground.STATUTE) {
            return new HashSet<>(pupils);
        }
        String version = NoticeVersion.of(purpose.terms());
        return store.of(purpose.id(), pupils).stream().collect(Collectors.groupingBy(Consent::pupil)).entrySet()
                .stream().filter(answers -> Answers.consents(answers.getValue(), version, on))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Standing answers by purpose and school: the bureau sees every school's, a school its own. */
    public List<Count> counts(Actor actor) {
        Set<UUID> own = schools(actor);
        return store.counts(tools.clock().today()).stream()
                .filter(count -> Purposes.keeps(actor) || own.contains(count.school())).toList();
    }

    /** The schools for which somebody enters answers. */
    public static Set<UUID> schools(Actor actor) {
        return actor.schools(Role.PRINCIPAL, Role.SCHOOL_CLERK);
    }

    /** Standing answers to one purpose at one's own school, by code. */
    public List<Listed> standing(Actor actor, UUID purpose, UUID school, String after, int most) {
        return schools(actor).contains(school)
                ? store.standing(purpose, school, tools.clock().today(), after, most)
                : List.of();
    }

    /** Standing answers to one purpose at one's own school, in numbers. */
    public Map<Answer, Integer> numbers(Actor actor, UUID purpose, UUID school) {
        return schools(actor).contains(school)
                ? store.numbers(purpose, school, tools.clock().today())
                : Map.of();
    }

    /** All answers of one pupil to one purpose, the newest entry first. */
    public List<Listed> history(Actor actor, UUID purpose, PupilCode pupil) {
        return schools(actor).contains(pupil.school()) ? store.entries(purpose, pupil) : List.of();
    }

    /** The last entry of a school: sheets come in a pile, and the next one is mostly of the same day and in the same place. */
    public Optional<Listed> last(Actor actor, UUID purpose, UUID school) {
        return schools(actor).contains(school) ? store.last(purpose, school) : Optional.empty();
    }

    /** Enters an answer. Pressed twice it is kept once. */
    @Transactional
    public Change note(Actor actor, NewAnswer given) {
        Optional<Purpose> purpose = purposes.find(given.purpose()).filter(Purpose::confirmed);
        Optional<String> problem = purpose.isEmpty()
                ? Optional.of("purpose.consent.refused.unknown")
                : problem(actor, purpose.get(), given);
        if (problem.isPresent()) {
            return new Change.Refused(problem.get());
        }
        PupilKey pupil = given.pupil().key();
        Listed entry = new Listed(given.pupil().code(), given.answer(), given.on(), given.means(), given.keptAt());
        if (store.entries(given.purpose(), given.pupil()).stream().findFirst().filter(entry::equals).isPresent()) {
            return new Change.Done();
        }
        UUID id = tools.ids().next();
        store.insert(new Consent(id, given.purpose(), pupil, given.pupil().school(), given.version(), given.answer(),
                given.on(), given.means(), given.keptAt()), given.pupil().code(), actor.accountId(),
                tools.clock().now());
        LocalDate today = tools.clock().today();
        int due = given.answer() == Answer.GIVEN || covers(pupil, given.purpose(), today)
                ? 0
                : retentions.cutShort(given.purpose(), pupil, today);
        tools.journal().write(actor, "ConsentNoted", "consent", id, Map.of("purpose", given.purpose().toString(),
                "answer", given.answer().name(), "on", given.on().toString(), "clocksDue", due));
        return new Change.Done();
    }

    private Optional<String> problem(Actor actor, Purpose purpose, NewAnswer given) {
        if (!schools(actor).contains(given.pupil().school())) {
            return Optional.of("purpose.consent.refused.school");
        }
        if (purpose.terms().basis().ground() == Ground.STATUTE) {
            return Optional.of("purpose.consent.refused.statute");
        }
        if (given.on().isAfter(tools.clock().today())) {
            return Optional.of("purpose.consent.refused.future");
        }
        if (given.keptAt().length() > LONGEST) {
            return Optional.of("purpose.wrong.long");
        }
        List<Consent> before = store.of(given.purpose(), List.of(given.pupil().key()));
        Optional<Consent> last = Answers.standing(before, tools.clock().today());
        if (last.filter(answer -> answer.on().isAfter(given.on())).isPresent()) {
            return Optional.of("purpose.consent.refused.earlier");
        }
        if (given.answer() != Answer.WITHDRAWN && last.filter(
                answer -> answer.answer() == Answer.WITHDRAWN && answer.on().equals(given.on())).isPresent()) {
            return Optional.of("purpose.consent.refused.withdrawn");
        }
        return switch (given.answer()) {
            case WITHDRAWN ->
                Answers.standing(before, given.on()).filter(standing -> standing.answer() == Answer.GIVEN).isPresent()
                        ? Optional.empty()
                        : Optional.of("purpose.consent.refused.nothing");
            case GIVEN, REFUSED -> {
                if (!given.version().equals(NoticeVersion.of(purpose.terms()))) {
                    yield Optional.of("purpose.consent.refused.version");
                }
                boolean paper = given.means() == Means.PAPER && !given.keptAt().isBlank();
                yield given.answer() == Answer.GIVEN && !paper
                        ? Optional.of("purpose.consent.refused.paper")
                        : Optional.empty();
            }
        };
    }
}
