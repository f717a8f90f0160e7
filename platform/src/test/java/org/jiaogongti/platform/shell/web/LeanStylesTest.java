package org.jiaogongti.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiaogongti.platform.shell.model.StyleSheet;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What is left of the library's style sheet is all that can match on a page. */
class LeanStylesTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

    private static String without(String sheet) {
        return StyleSheet.without(sheet, Set.of("gone", "gone-too")::contains);
    }

    @Test
    void onlyWhatCannotMatchIsLeftOut() {
        assertThat(without("a{b:1}.gone{b:2}.gone .kept,.kept>i{b:3}.kept.gone{b:4}.gone-by{b:5}"))
                .isEqualTo("a{b:1}.kept>i{b:3}.gone-by{b:5}");
        String needsNoClass = ".kept:not(.gone){b:1}:is(.gone,.kept){b:2}.x:has(.gone){b:3}[title=\".gone\"]{b:4}";
        assertThat(without(needsNoClass)).isEqualTo(needsNoClass);
        assertThat(without("@media print{.gone{b:1}}@media (width>1px){.gone{b:1}i{b:2}}@font-face{src:url(\"a}b\")}"))
                .isEqualTo("@media (width>1px){i{b:2}}@font-face{src:url(\"a}b\")}");
        assertThat(without("@charset \"UTF-8\";/*! .gone{ */.gone\\:x{b:1}"))
                .isEqualTo("@charset \"UTF-8\";.gone\\:x{b:1}");
    }

    /** Words of templates, scripts, our own styles and Java: more than classes, so that none is missed. */
    @Test
    void noPageUsesAClassThatIsLeftOut() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String folder : List.of("src/main/jte", "src/main/resources/static", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(jte|js|css|java)")
                        && !each.endsWith("LeanStyles.java")).toList()) {
                    WORD.matcher(Files.readString(file)).results().forEach(word -> words.add(word.group()));
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(3000);
        String sheet = sheet();
        assertThat(StyleSheet.classes(sheet).filter(LeanStyles::leftOut).filter(words::contains))
                .as("take their beginnings out of LeanStyles.LEFT_OUT").isEmpty();
        assertThat(LeanStyles.LEFT_OUT).as("each leaves something out").allSatisfy(
                stem -> assertThat(StyleSheet.classes(sheet)).anyMatch(name -> name.startsWith(stem)));
        assertThat(StyleSheet.without(sheet, LeanStyles::leftOut).length()).isLessThan(sheet.length() / 3);
    }

    /** A brace that is missing switches off every rule below it, and no browser says so. */
    @Test
    void everySectionOfOurOwnStylesBeginsOutsideAllBraces() throws IOException {
        int depth = 0;
        for (String line : Files.readAllLines(Path.of("src/main/resources/static/css/kit.css"))) {
            if (line.startsWith("/* ----")) {
                assertThat(depth).as(line).isZero();
            }
            depth += Math.toIntExact(line.chars().filter(c -> c == '{').count()
                    - line.chars().filter(c -> c == '}').count());
        }
        assertThat(depth).isZero();
    }

    /** The sweep of all pages leaves the contrast of the large dress out, since it only sets dark letters on white. */
    @Test
    void theLargeDressOnlySetsColoursFurtherApart() throws IOException {
        Pattern rule = Pattern.compile("[^{}]*\\.elder[^{}]*\\{([^}]*)}");
        Pattern colour = Pattern.compile("(?:^|[ ;])(--[\\w-]+|color|background(?:-color)?|opacity) *: *([^;]+)");
        Set<String> set = new TreeSet<>();
        rule.matcher(Files.readString(Path.of("src/main/resources/static/css/kit.css"))).results().forEach(
                found -> colour.matcher(found.group(1)).results()
                        .forEach(each -> set.add(each.group(1) + ":" + each.group(2).strip())));
        assertThat(set).containsExactly("--ink-2:#222", "--ink-3:#333", "--line:#8a8a8a", "--paper:#fff",
                "background:#fff", "color:#000");
    }

    private static String sheet() throws IOException {
        var found = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/tabler__core/*/dist/css/tabler.min.css");
        try (InputStream in = Objects.requireNonNull(found[0]).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
