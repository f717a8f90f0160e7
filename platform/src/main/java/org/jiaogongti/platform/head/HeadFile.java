package org.jiaogongti.platform.head;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiaogongti.platform.head.model.Codes;
import org.jiaogongti.platform.head.model.Sm2;
import org.jiaogongti.platform.journal.ChainEnd;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * A day's head as a small file that a person reads and a program checks: what stands above the signature is signed. The text is
 * the same for the same head, byte for byte.
 *
 * @param key the public key that belongs to the signature
 */
public record HeadFile(ChainEnd end, Issue issue, String key, String signature) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final List<Part> ORDER = List.of(Part.values());
    private static final int CODE = 6;
    private static final Pattern ENDS = Pattern.compile("\\r?\\n");

    /**
     * When it was given out.
     *
     * @param place the district's name
     * @param number gapless in the district, so that a missing file is seen
     * @param before the one before it; null for the first
     */
    public record Issue(String place, long number, LocalDate day, @Nullable Before before, Instant at) {}

    /** The head that was given out before: since then the chain grew from there. */
    public record Before(LocalDate day, long lines) {

        @Override
        public String toString() {
            return day + " " + lines;
        }
    }

    /** What a text is. */
    public sealed interface Read {}

    /** A head, whoever signed it. */
    public record Whole(HeadFile file) implements Read {}

    /**
     * No head: the first line that is not as it should be.
     *
     * @param example how such a line looks
     */
    public record Wrong(int line, String example) implements Read {}

    /** The lines of a file, in their order. */
    private enum Part {
        TITLE("教共体操作日志链尾 · Jiaogongti journal head 1", "", ""), USE(
                "请由不管服务器的人保管；核对：./jgt journal verify 本文件 · Keep it where whoever runs the server cannot reach it.", "",
                ""), DISTRICT("区划 district: ", "[0-9]{6} \\S.*", "330213 …区"), DAY("日期 day: ",
                        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                        "2024-11-20"), NUMBER("第几份 number: ", "[1-9][0-9]{0,17}", "12"), BEFORE("上一份 before: ",
                                "无 none|[0-9]{4}-[0-9]{2}-[0-9]{2} [1-9][0-9]{0,17}",
                                "2024-11-19 48210"), TIME("时间 time: ", "\\S+", "2024-11-20T00:10:00+08:00"), LINES(
                                        "行数 lines: ", "[1-9][0-9]{0,17}", "48213"), SM3("SM3: ", "[0-9a-f]{64}",
                                                "…（64 位十六进制 64 hex digits）"), SHA_256("SHA-256: ", "[0-9a-f]{64}",
                                                        "…（64 位十六进制 64 hex digits）"), KEY("公钥 key: ",
                                                                "[A-Za-z0-9+/]+=*", "MFkw…"), SIGNATURE(
                                                                        "签名 signature: ", "[A-Za-z0-9+/]+=*", "MEUC…");

        private final String label;
        private final Pattern pattern;
        private final String example;

        Part(String label, String pattern, String example) {
            this.label = label;
            this.pattern = Pattern.compile(Pattern.quote(label) + "(" + pattern + ")");
            this.example = label + example;
        }

        String line(Object value) {
            return label + value + "\n";
        }
    }

    /** Signs a head. */
    static HeadFile signed(ChainEnd end, Issue issue, byte[] secret) {
        String key = Sm2.publicKey(secret);
        return new HeadFile(end, issue, key, Sm2.sign(secret, new HeadFile(end, issue, key, "").body()));
    }

    /** What is signed: every line above the signature. */
    private String body() {
        Before before = issue.before();
        return Part.TITLE.line("") + Part.USE.line("") + Part.DISTRICT.line(end.district() + " " + issue.place())
                + Part.DAY.line(issue.day()) + Part.NUMBER.line(issue.number())
                + Part.BEFORE.line(before == null ? "无 none" : before)
                + Part.TIME.line(TIME.format(issue.at().atZone(BusinessClock.ZONE))) + Part.LINES.line(end.lines())
                + Part.SM3.line(end.sm3()) + Part.SHA_256.line(end.sha256()) + Part.KEY.line(key);
    }

    public String text() {
        return body() + Part.SIGNATURE.line(signature);
    }

    /** Plain letters, in the order of days, and never the same for two different heads. */
    public String name() {
        return "journal-head-" + end.district() + "-" + issue.day() + "-" + code().substring(0, 9) + ".txt";
    }

    /** For paper: whoever holds the file has the same. */
    public String code() {
        return Codes.check(text());
    }

    public String fingerprint() {
        return Sm2.fingerprint(key);
    }

    /** Whether whoever has the file's key signed exactly this. */
    public boolean signed() {
        return Sm2.verifies(key, body(), signature);
    }

    /** Line ends may have changed on the way through another system, and lines without anything may follow. */
    public static Read read(String text) {
        List<String> lines = new ArrayList<>(List.of(ENDS.split(text.startsWith("\uFEFF") ? text.substring(1) : text)));
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        Map<Part, String> values = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Matcher matcher = part.pattern.matcher(values.size() < lines.size() ? lines.get(values.size()) : "");
            if (!matcher.matches()) {
                return wrong(part);
            }
            values.put(part, matcher.group(1));
        }
        if (lines.size() > values.size()) {
            return new Wrong(values.size() + 1, "（没有了 · nothing more）");
        }
        return built(part -> values.getOrDefault(part, ""));
    }

    private static Wrong wrong(Part part) {
        return new Wrong(ORDER.indexOf(part) + 1, part.example);
    }

    private static Read built(Function<Part, String> values) {
        Part part = Part.DAY;
        try {
            LocalDate day = LocalDate.parse(values.apply(part));
            part = Part.BEFORE;
            String before = values.apply(part);
            Before last = before.startsWith("无") ? null : before(before);
            part = Part.TIME;
            Instant at = OffsetDateTime.parse(values.apply(part), TIME).toInstant();
            String district = values.apply(Part.DISTRICT);
            ChainEnd end = new ChainEnd(district.substring(0, CODE), Long.parseLong(values.apply(Part.LINES)),
                    values.apply(Part.SM3), values.apply(Part.SHA_256));
            Issue issue = new Issue(district.substring(CODE + 1), Long.parseLong(values.apply(Part.NUMBER)), day, last,
                    at);
            HeadFile file = new HeadFile(end, issue, values.apply(Part.KEY), values.apply(Part.SIGNATURE));
            // A time in another zone would be the same moment and another text.
            return file.text().contains(Part.TIME.line(values.apply(part))) ? new Whole(file) : wrong(part);
        } catch (DateTimeException none) {
            return wrong(part);
        }
    }

    private static Before before(String text) {
        int space = text.indexOf(' ');
        return new Before(LocalDate.parse(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }
}
