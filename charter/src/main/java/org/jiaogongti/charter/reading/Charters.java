package org.jiaogongti.charter.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.Overlay;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.charter.revising.Difference;
import org.jspecify.annotations.Nullable;

/** Reads charters, later law and schemes, bundled on the class path under {@code charters/} or from files. */
public final class Charters {

    private static final String FILE = "charter.yaml";

    private Charters() {}

    /**
     * A bundled charter, such as {@code fenghua-2019}.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Charter bundled(String id) {
        Source source = new Source("charters/" + id + "/" + FILE);
        Function<String, Optional<String>> files = name -> resource("/charters/" + id + "/" + name);
        return use(source, files.apply(FILE).map(text -> new CharterReader(source, files).read(text)).orElse(null));
    }

    /**
     * The files of a bundled charter, as they are.
     *
     * @throws InvalidCharter where there is none
     */
    public static CharterText bundledText(String id) {
        return resource("/charters/" + id + "/" + FILE)
                .flatMap(charter -> resource("/charters/" + id + "/notice.txt")
                        .map(notice -> new CharterText(charter, notice)))
                .orElseThrow(() -> new InvalidCharter("没有自带的章程“" + id + "”。"));
    }

    /**
     * A charter from its files' text.
     *
     * @param name what findings call the file
     * @throws InvalidCharter where it has errors
     */
    public static Charter of(String name, CharterText text) {
        Source source = new Source(name);
        return use(source, new CharterReader(source, _ -> Optional.of(text.notice())).read(text.charter()));
    }

    /**
     * A bundled later law, such as {@code moe-exams-2021}.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Overlay bundledOverlay(String id) {
        String name = "charters/overlays/" + id + ".yaml";
        Source source = new Source(name);
        return use(source, resource("/" + name).map(text -> new OverlayReader(source).read(text)).orElse(null));
    }

    /**
     * A charter from a directory with {@code charter.yaml}, or from the file itself.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Charter read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        Source source = new Source(file.toString());
        return use(source, readCharter(source, file));
    }

    /**
     * A difference from its file's text.
     *
     * @param name what findings call the file
     * @param base the charter that it changes
     * @throws InvalidCharter where it has errors, or does not fit the charter
     */
    public static Difference difference(String name, String text, CharterText base) {
        Source source = new Source(name);
        return use(source, new DifferenceReader(source, base, of("章程", base)).read(text));
    }

    /**
     * A difference from a file.
     *
     * @throws InvalidCharter where there is none, it has errors, or does not fit the charter
     */
    public static Difference readDifference(Path file, CharterText base) {
        return difference(file.toString(), fileText(file), base);
    }

    /**
     * The file of a bundled later law, as it is.
     *
     * @throws InvalidCharter where there is none
     */
    public static String bundledOverlayText(String id) {
        return resource("/charters/overlays/" + id + ".yaml")
                .orElseThrow(() -> new InvalidCharter("没有自带的后来的规定“" + id + "”。"));
    }

    /**
     * A later law from its file's text.
     *
     * @param name what findings call the file
     * @throws InvalidCharter where it has errors
     */
    public static Overlay overlay(String name, String text) {
        Source source = new Source(name);
        return use(source, new OverlayReader(source).read(text));
    }

    /**
     * The files of a charter in a directory with {@code charter.yaml}, as they are.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static CharterText readText(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        return new CharterText(fileText(file), read(file).notice().text());
    }

    /**
     * A later law from a file.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Overlay readOverlay(Path file) {
        Source source = new Source(file.toString());
        return use(source, text(file).map(text -> new OverlayReader(source).read(text)).orElse(null));
    }

    /**
     * A scheme that comes with a bundled charter, such as {@code plain}.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Scheme bundledScheme(String charter, String id) {
        String name = "charters/" + charter + "/schemes/" + id + ".yaml";
        Source source = new Source(name);
        return use(source, resource("/" + name).map(text -> new SchemeReader(source).read(text)).orElse(null));
    }

    /**
     * The file of a scheme that comes with a bundled charter, as it is.
     *
     * @throws InvalidCharter where there is none
     */
    public static String bundledSchemeText(String charter, String id) {
        return resource("/charters/" + charter + "/schemes/" + id + ".yaml")
                .orElseThrow(() -> new InvalidCharter("章程“" + charter + "”没有自带的方案“" + id + "”。"));
    }

    /**
     * A scheme from its file's text.
     *
     * @param name what findings call the file
     * @throws InvalidCharter where it has errors
     */
    public static Scheme scheme(String name, String text) {
        Source source = new Source(name);
        return use(source, new SchemeReader(source).read(text));
    }

    /**
     * The text of a file.
     *
     * @throws InvalidCharter where it cannot be read or is not UTF-8
     */
    public static String fileText(Path file) {
        return text(file).orElseThrow(() -> new InvalidCharter(file + ":1:1: 读不到这个文件，或它不是 UTF-8。看看文件名和编码。"));
    }

    /**
     * A scheme from a file.
     *
     * @throws InvalidCharter where there is none, or it has errors
     */
    public static Scheme readScheme(Path file) {
        Source source = new Source(file.toString());
        return use(source, text(file).map(text -> new SchemeReader(source).read(text)).orElse(null));
    }

    static @Nullable Charter readCharter(Source source, Path file) {
        Function<String, Optional<String>> files = name -> text(file.resolveSibling(name));
        Optional<String> text = text(file);
        if (text.isEmpty()) {
            source.at(1, 1, Finding.Severity.ERROR, "读不到这个文件，或它不是 UTF-8。", "看看文件名和编码。");
            return null;
        }
        return new CharterReader(source, files).read(text.get());
    }

    private static <T> T use(Source source, @Nullable T read) {
        if (read != null) {
            return read;
        }
        List<Finding> findings = source.findings();
        if (findings.isEmpty()) {
            source.at(1, 1, Finding.Severity.ERROR, "没有这个文件。", "看看名字；自带的有 fenghua-2019、moe-exams-2021。");
        }
        throw new InvalidCharter(source.findings().stream().filter(Finding::isError).map(Finding::toString)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static Optional<String> resource(String name) {
        try (InputStream stream = Charters.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : decoded(stream.readAllBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> text(Path file) {
        try {
            return decoded(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
