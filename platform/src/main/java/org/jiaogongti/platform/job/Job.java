package org.jiaogongti.platform.job;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jiaogongti.platform.access.District;

/**
 * Something that is done by itself in each district. What it does must bear being done twice: a server may die after the work
 * and before it could say so.
 *
 * @param name for ever the same: rows and the message keys {@code job.<name>}, {@code .what} and {@code .done} hang on it
 * @param atStart whether it runs when a server starts as well, besides what it has missed
 */
public record Job(String name, Rhythm rhythm, boolean atStart, Work work) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a job: " + name + "\nUse small letters and hyphens.");
        }
    }

    /** Does it in a district, which is bound as the scope, as of a business day; transactions are its own. */
    @FunctionalInterface
    public interface Work {
        Report run(District district, LocalDate day);
    }

    /** When it runs. */
    public sealed interface Rhythm {

        /** Once a day, at a time of the bureau's zone; missed while no server ran, it is made up for at once. */
        record Daily(LocalTime at) implements Rhythm {}

        /** Again and again, with a pause between. */
        record Every(Duration pause) implements Rhythm {}
    }

    /**
     * What came of it.
     *
     * @param done how many things were done, whatever the job counts
     * @param wrong how many things it found that should not be so
     */
    public record Report(int done, int wrong) {

        public static Report of(int done) {
            return new Report(done, 0);
        }
    }

    public static Job daily(String name, int hour, int minute, Work work) {
        return new Job(name, new Rhythm.Daily(LocalTime.of(hour, minute)), false, work);
    }

    public static Job every(String name, Duration pause, Work work) {
        return new Job(name, new Rhythm.Every(pause), false, work);
    }

    public Job andAtStart() {
        return new Job(name, rhythm, true, work);
    }
}
