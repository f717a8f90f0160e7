package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every visible word is a message key, every key is used, both languages have the same keys and places. */
class TemplateWordsTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** A key, or the beginning of keys that are put together: it ends with a dot or a hyphen. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]*)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");
    private static final Pattern EXPRESSION = Pattern
            .compile("(?s)\\$(?:unsafe)?\\{(?:[^{}\"]|\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^{}]*})*}");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<[!/a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern SPOKEN = Pattern.compile("\\b(?:title|aria-label|alt|placeholder)=\"([^\"$]+)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}]+|[A-Za-z]{2,}");

    @Test
    void everyVisibleWordOfATemplateIsAMessageKey() {
        List<String> found = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".jte")) {
            found.addAll(wordsIn(template));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void scriptsHoldNoChineseWords() {
        List<String> found = files(SCRIPTS, ".js").stream()
                .filter(file -> HAN.matcher(withoutComments(text(file))).find())
                .map(Path::toString).toList();
        assertThat(found).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        Map<String, String> chinese = messages("zh");
        Map<String, String> english = messages("en");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        List<String> different = chinese.keySet().stream()
                .filter(key -> !places(chinese.getOrDefault(key, "")).equals(places(english.getOrDefault(key, ""))))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void noTextIsEmptyAndNoEnglishTextHoldsChinese() {
        Map<String, String> english = messages("en");
        assertThat(english).allSatisfy((key, text) -> assertThat(text).isNotBlank());
        assertThat(english.keySet().stream().filter(key -> !key.equals("shell.language.other"))
                .filter(key -> HAN.matcher(english.getOrDefault(key, "")).find())).isEmpty();
        assertThat(messages("zh")).allSatisfy((key, text) -> assertThat(text).isNotBlank());
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> keys = new TreeSet<>(messages("zh").keySet());
        Set<String> used = literals();
        keys.removeIf(key -> used.contains(key)
                || used.stream().anyMatch(use -> (use.endsWith(".") || use.endsWith("-")) && key.startsWith(use)));
        // Parts put together on both sides: "error." + status + ".title".
        keys.removeIf(key -> used.stream().anyMatch(use -> use.endsWith(".") && key.startsWith(use)));
        assertThat(keys).isEmpty();
    }

    @Test
    void everyKeyInATemplateExists() {
        Set<String> keys = messages("zh").keySet();
        List<String> missing = new ArrayList<>();
        Pattern call = Pattern.compile("m\\(?\\)?\\.t\\(\"([a-z0-9.-]+)\"[,)]");
        for (Path file : files(TEMPLATES, ".jte")) {
            Matcher matcher = call.matcher(text(file));
            while (matcher.find()) {
                if (!keys.contains(matcher.group(1))) {
                    missing.add(file + ": " + matcher.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateHoldsInlineStyleOrScript() {
        Pattern inline = Pattern.compile(
                "\\sstyle=|<style|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)(?![^>]*application/json)|javascript:");
        List<String> found = files(TEMPLATES, ".jte").stream().filter(file -> inline.matcher(text(file)).find())
                .map(Path::toString).toList();
        assertThat(found).isEmpty();
    }

    @Test
    void theSpriteHoldsTheIconsUsedAndNoOthers() {
        Set<String> drawn = new TreeSet<>();
        Matcher symbol = Pattern.compile("id=\"i-([a-z-]+)\"").matcher(text(SCRIPTS.resolveSibling("icons.svg")));
        while (symbol.find()) {
            drawn.add(symbol.group(1));
        }
        Set<String> named = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        Pattern literal = Pattern.compile("\"(?:i-)?([a-z][a-z-]*)\"");
        Pattern call = Pattern.compile("template\\.shell\\.icon\\([^)]*name = \"([a-z-]+)\"");
        List<Path> all = new ArrayList<>(files(TEMPLATES, ".jte"));
        all.addAll(files(JAVA, ".java"));
        for (Path file : all) {
            literal.matcher(text(file)).results().forEach(found -> named.add(found.group(1)));
            call.matcher(text(file)).results().forEach(found -> asked.add(found.group(1)));
        }
        assertThat(drawn).containsAll(asked).allMatch(named::contains);
    }

    @Test
    void thisTestSeesAWordOutsideOfTags() {
        assertThat(words("<p class=\"sm\">${m.t(\"a.b\")} 还差 @if(x > 1)两@endif</p>")).containsExactly("还差", "两");
        assertThat(words("@template.shell.note(page = page, content = @`<b>Hello</b>`)")).containsExactly("Hello");
        assertThat(words("<a title=\"Open\" href=\"/x\">1</a>")).containsExactly("Open");
    }

    private static List<String> wordsIn(Path template) {
        return words(text(template)).stream().map(word -> template + ": " + word).toList();
    }

    private static List<String> words(String template) {
        List<String> found = new ArrayList<>();
        Matcher spoken = SPOKEN.matcher(template);
        while (spoken.find()) {
            Matcher word = WORD.matcher(spoken.group(1));
            while (word.find()) {
                found.add(word.group());
            }
        }
        StringBuilder visible = new StringBuilder();
        String body = EXPRESSION.matcher(template).replaceAll(" ");
        body = TAG.matcher(body).replaceAll(" ");
        for (String line : body.split("\n", -1)) {
            visible.append(withoutControl(line)).append('\n');
        }
        Matcher word = WORD.matcher(STRING.matcher(visible).replaceAll(" "));
        while (word.find()) {
            found.add(word.group());
        }
        return found;
    }

    /** Takes away JTE's control structures, calls and their arguments, but not the content blocks inside a call. */
    private static String withoutControl(String line) {
        String rest = line.strip();
        if (rest.startsWith("@import") || rest.startsWith("@param") || rest.startsWith("!{")) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < rest.length()) {
            if (rest.startsWith("@`", at) || rest.charAt(at) == '`') {
                at += rest.charAt(at) == '`' ? 1 : 2;
            } else if (rest.charAt(at) == '@' && at + 1 < rest.length() && Character.isLetter(rest.charAt(at + 1))) {
                at = afterControl(rest, at, out);
            } else if (rest.startsWith(", ", at) && rest.substring(at).matches(", [a-zA-Z]+ = .*")) {
                at = rest.indexOf('=', at) + 1;
            } else {
                out.append(rest.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int afterControl(String line, int start, StringBuilder out) {
        int at = start + 1;
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || "._-".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        if (at >= line.length() || line.charAt(at) != '(') {
            return at;
        }
        int depth = 0;
        boolean quoted = false;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"' && line.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return at + 1;
            } else if (!quoted && c == '@' && at + 1 < line.length() && line.charAt(at + 1) == '`') {
                int end = line.indexOf('`', at + 2);
                out.append(withoutControl(end < 0 ? line.substring(at + 2) : line.substring(at + 2, end))).append(' ');
                if (end < 0) {
                    return line.length();
                }
                at = end;
            }
        }
        return at;
    }

    private static Set<String> literals() {
        Set<String> found = new TreeSet<>();
        List<Path> all = new ArrayList<>(files(TEMPLATES, ".jte"));
        all.addAll(files(JAVA, ".java"));
        for (Path file : all) {
            Matcher matcher = LITERAL.matcher(text(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, String> messages(String language) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(MESSAGES, "_" + language + ".properties")) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, value) -> all.put((String) key, (String) value));
        }
        return all;
    }

    private static String withoutComments(String script) {
        return script.replaceAll("(?m)^\\s*//.*$", "").replaceAll("(?s)/\\*.*?\\*/", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
