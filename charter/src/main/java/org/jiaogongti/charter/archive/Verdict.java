package org.jiaogongti.charter.archive;

import java.util.List;

/** What computing an archive again came to. */
public sealed interface Verdict {

    /**
     * To the last digit.
     *
     * @param code the check code, as on the printed sheet
     */
    record Equal(Manifest manifest, String code, YearResult result) implements Verdict {}

    /** Something was changed, or comes to something else. */
    record Unequal(String code, List<Problem> problems) implements Verdict {
        public Unequal {
            problems = List.copyOf(problems);
        }
    }

    /** No archive, or not a whole one. */
    record Unreadable(List<Problem> problems) implements Verdict {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One thing wrong.
     *
     * @param file the file inside the archive, with its line where one is meant; {@code 归档} for the archive itself
     */
    record Problem(String file, String text) {

        @Override
        public String toString() {
            return file + ": " + text;
        }
    }
}
