package org.jiaogongti.platform.purpose.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jiaogongti.platform.purpose.Consent;
import org.jiaogongti.platform.purpose.Consent.Answer;

/** Which of several answers counts. */
public final class Answers {

    /** Of two answers on one day the one entered later; of a consent and its withdrawal on one day always the withdrawal. */
    private static final Comparator<Consent> LATER = Comparator.comparing(Consent::on)
            .thenComparing(consent -> consent.answer() == Answer.WITHDRAWN).thenComparing(Consent::id);

    private Answers() {}

    /** The answer that counts on a day, among those of one pupil for one purpose. */
    public static Optional<Consent> standing(Collection<Consent> answers, LocalDate day) {
        return answers.stream().filter(answer -> !answer.on().isAfter(day)).max(LATER);
    }

    /** Whether consent to this version of the notice stands on a day. */
    public static boolean consents(Collection<Consent> answers, String version, LocalDate day) {
        return standing(answers, day)
                .filter(answer -> answer.answer() == Answer.GIVEN && answer.version().equals(version)).isPresent();
    }
}
