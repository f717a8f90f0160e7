package org.jiaogongti.platform.purpose.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guardians' answers to one purpose at one school.
 *
 * @param places the schools for which the reader enters answers
 * @param history of the pupil whose code is in the form; empty where it has none
 */
public record AnswersView(String purpose, String title, String version, List<Place> places, Place place,
        AnswerTyped form, Numbers numbers, List<Line> lines, List<Line> history, @Nullable String first,
        @Nullable String next) {

    /** A school. */
    public record Place(String id, String name) {}

    /** Standing answers. */
    public record Numbers(int given, int refused, int withdrawn) {

        public int all() {
            return given + refused + withdrawn;
        }
    }

    /** An answer, with the kit's state of its kind. */
    public record Line(String code, String state, String answer, String on, String means, String keptAt) {}

    public String path() {
        return "/purposes/" + purpose + "/answers";
    }

    public String at(String code) {
        return path() + "?school=" + place.id() + "&code=" + code;
    }
}
