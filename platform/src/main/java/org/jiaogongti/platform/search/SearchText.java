package org.jiaogongti.platform.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.search.model.Folding;
import org.jiaogongti.platform.search.model.Initials;
import org.jiaogongti.platform.search.model.Pieces;

/**
 * A row as a search finds it; its module keeps it beside the row.
 *
 * @param words folded, for comparing characters
 * @param sound the initials of each character, a dot behind each: 重庆 is {@code cz.q.}
 * @param pieces for the index
 */
public record SearchText(String words, String sound, List<Integer> pieces) {

    public SearchText {
        pieces = List.copyOf(pieces);
    }

    /**
     * @param scopes places the row belongs to, for those who see only some
     */
    public static SearchText of(String district, String text, Collection<UUID> scopes) {
        String words = Folding.fold(text);
        Pieces pieces = new Pieces(district).addAll(words);
        scopes.forEach(scope -> pieces.addScope(scope.toString()));
        return new SearchText(words, sound(words), List.of(pieces.numbers()));
    }

    /** Places as pieces: a row of one of them has one of these. */
    public static Integer[] scopes(String district, Collection<UUID> places) {
        Pieces pieces = new Pieces(district);
        places.forEach(place -> pieces.addScope(place.toString()));
        return pieces.numbers();
    }

    /**
     * Pieces as a constant of a statement. How often they occur decides whether the index is asked at all, and a plan that is
     * kept for all values cannot know it.
     */
    public static String sql(Integer[] pieces) {
        return Arrays.stream(pieces).map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::int[]"));
    }

    private static String sound(String words) {
        return words.codePoints().mapToObj(character -> character == ' ' ? " " : Initials.of(character) + ".")
                .collect(Collectors.joining());
    }

    public Integer[] numbers() {
        return pieces.toArray(Integer[]::new);
    }
}
