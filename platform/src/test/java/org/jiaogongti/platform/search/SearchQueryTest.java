package org.jiaogongti.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.search.SearchQuery.Part;
import org.jiaogongti.platform.search.SearchQuery.Word;
import org.junit.jupiter.api.Test;

/** What is found by what somebody types. */
final class SearchQueryTest {

    private static final String DISTRICT = "330213";

    /** As the database does it: by pieces first, then by words or their sound. */
    private static boolean finds(String typed, String text) {
        SearchQuery query = SearchQuery.of(typed);
        SearchText row = SearchText.of(DISTRICT, text, List.of());
        return Set.copyOf(row.pieces()).containsAll(List.of(query.pieces(DISTRICT)))
                && query.words().stream().allMatch(word -> compares(word, row));
    }

    private static boolean compares(Word word, SearchText row) {
        return row.words().contains(word.text())
                || (word.bySound() && row.sound().matches("(?s).*" + word.sound() + ".*"));
    }

    @Test
    void twoCharactersAreEnoughAndOneHanCharacterIs() {
        assertThat(finds("奉化", "宁波市奉化区实验小学")).isTrue();
        assertThat(finds("化奉", "宁波市奉化区实验小学")).isFalse();
        assertThat(finds("䶮", "示例·䶮")).isTrue();
        assertThat(SearchQuery.of("䶮").enough()).isTrue();
        assertThat(SearchQuery.of("f").enough()).isFalse();
        assertThat(SearchQuery.of("  ").enough()).isFalse();
        assertThat(SearchQuery.of("f 奉").enough()).isTrue();
    }

    @Test
    void initialsFindWhateverReadingIsMeant() {
        assertThat(finds("fhxq", "奉化新桥")).isTrue();
        assertThat(finds("FHXQ", "奉化新桥")).isTrue();
        assertThat(finds("cq", "重庆")).isTrue();
        assertThat(finds("zq", "重庆")).isTrue();
        assertThat(finds("zl", "曾丽")).isTrue();
        assertThat(finds("sxg", "单雄谷")).isTrue();
        assertThat(finds("fq", "奉化新桥")).isFalse();
        assertThat(finds("sljs01", "示例教师01")).isTrue();
        assertThat(finds("fhxqx", "奉化新桥小学")).isTrue();
        assertThat(finds("fhqx", "奉化新桥小学")).isFalse();
    }

    @Test
    void piecesInAnotherOrderDoNotDeceive() {
        // Every two and three initials of the word occur, but not in a row.
        assertThat(finds("abcabd", "啊不才 啊不得 不才啊 才啊不")).isFalse();
    }

    @Test
    void rareCharactersAndFullWidthDigitsAreFoundAsTheyAreTyped() {
        assertThat(finds("教师𠮷", "示例教师𠮷")).isTrue();
        assertThat(finds("𠮷", "示例教师𠮷")).isTrue();
        assertThat(finds("㛃", "示例教师㛃")).isTrue();
        assertThat(finds("０１", "示例教师01")).isTrue();
        assertThat(finds("师01", "示例教师０１")).isTrue();
        assertThat(finds("四(2)班", "四（2）班")).isTrue();
    }

    @Test
    void allWordsMustBeThereInAnyOrder() {
        assertThat(finds("数学 示范", "示范课 小数乘法 数学")).isTrue();
        assertThat(finds("sx 示范", "示范课 小数乘法 数学")).isTrue();
        assertThat(finds("语文 示范", "示范课 小数乘法 数学")).isFalse();
        assertThat(finds("100%", "完成100%")).isTrue();
    }

    /** The index must never hide what the words say: pieces of a word are among the pieces of any text it stands in. */
    @Test
    void whateverStandsInATextIsFound() {
        String letters = "奉化新桥重庆曾单示例教师01ab𠮷䶮(·　";
        Random chance = new Random(20_241_120);
        for (int round = 0; round < 3_000; round++) {
            String text = chance.ints(12, 0, letters.codePointCount(0, letters.length()))
                    .mapToObj(at -> Character.toString(letters.codePointAt(letters.offsetByCodePoints(0, at))))
                    .collect(Collectors.joining());
            int[] points = text.codePoints().toArray();
            int from = chance.nextInt(points.length - 1);
            String part = new String(points, from, 1 + chance.nextInt(points.length - from));
            assertThat(finds(part, text)).as(part + " in " + text).isTrue();
        }
    }

    @Test
    void anotherDistrictsPiecesAreOthers() {
        assertThat(SearchQuery.of("奉化").pieces("330213")).doesNotContain(SearchQuery.of("奉化").pieces("330212"));
        UUID place = new UUID(1, 2);
        assertThat(SearchText.of(DISTRICT, "奉化", List.of(place)).pieces())
                .contains(SearchText.scopes(DISTRICT, List.of(place)));
    }

    @Test
    void whatWasTypedIsMarkedAlsoBehindItsInitials() {
        assertThat(marked("示范", "送教 示范课")).containsExactly("示范");
        assertThat(marked("sfk", "送教 示范课")).containsExactly("示范课");
        assertThat(marked("课", "课后评课")).containsExactly("课", "课");
        assertThat(marked("xx", "送教")).isEmpty();
        assertThat(SearchQuery.of("示").marked("𠮷示").stream().map(Part::text).toList()).containsExactly("𠮷", "示");
    }

    private static List<String> marked(String typed, String text) {
        List<String> marked = new ArrayList<>();
        SearchQuery.of(typed).marked(text).stream().filter(Part::marked).forEach(part -> marked.add(part.text()));
        return marked;
    }
}
