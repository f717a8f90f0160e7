package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 考核 of one year from the day it was frozen.
 *
 * @param year its name
 * @param edition the scheme it goes by
 * @param selfUntil the last day of the schools' own check
 * @param versions oldest first; never empty
 * @param steps oldest first
 */
public record Run(UUID id, String year, UUID edition, LocalDate selfUntil, List<Version> versions, List<Step> steps) {

    public Run {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    /** How far it has come. */
    public enum Stage {
        /** Schools check what the records say of them. */
        SELF,
        /** The bureau rules on what they disputed. */
        REVIEW,
        /** The result is proposed and schools are heard. */
        HEARING,
        /** Decided: nothing of it can be written any more, only corrected beside it. */
        FINAL,
        /** Commendation and circular are out. */
        PUBLISHED
    }

    /** Why there is a version. */
    public enum Kind {
        FROZEN, DISPUTE, CORRECTION
    }

    /**
     * A result that can be computed again from its archive.
     *
     * @param number from 1
     * @param sha256 of the archive
     * @param code the check code of the printed sheet
     * @param words what was put right, empty for the first
     * @param proposer who proposed a correction; null otherwise
     */
    public record Version(UUID id, int number, Kind kind, String sha256, String code, String journalHead,
            String program, LocalDate on, String actorName, String words, @Nullable String proposer) {}

    /** What brings it on. */
    public enum What {
        REVIEW(Stage.REVIEW), PROPOSED(Stage.HEARING), FINAL(Stage.FINAL), PUBLISHED(Stage.PUBLISHED);

        private final Stage stage;

        What(Stage stage) {
            this.stage = stage;
        }

        public Stage stage() {
            return stage;
        }
    }

    /**
     * One step.
     *
     * @param version what was proposed or decided
     * @param until the last day of the hearing; null for other steps
     */
    public record Step(UUID id, What what, @Nullable UUID version, @Nullable LocalDate until, String words, UUID actor,
            String actorName, LocalDate on) {}

    public Stage stage() {
        return steps.isEmpty() ? Stage.SELF : steps.getLast().what().stage();
    }

    public boolean closed() {
        return stage().compareTo(Stage.FINAL) >= 0;
    }

    public Version latest() {
        return versions.getLast();
    }

    public Optional<Version> version(int number) {
        return versions.stream().filter(each -> each.number() == number).findFirst();
    }

    public Optional<Step> step(What what) {
        return steps.stream().filter(each -> each.what() == what).findFirst();
    }

    /** The last day on which schools are heard. */
    public Optional<LocalDate> heardUntil() {
        return step(What.PROPOSED).map(Step::until);
    }
}
