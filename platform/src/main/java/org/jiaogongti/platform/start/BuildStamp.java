package org.jiaogongti.platform.start;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A number that changes when the code, the migrations or the data that make the sample world change; pages, styles and
 * messages do not count. Read from the checksums that a jar's directory holds anyway.
 */
public final class BuildStamp {

    private static final Pattern COUNTED = Pattern
            .compile("(org/jiaogongti/(?!.*(/web/|/jte/)).*\\.class|db/migration/.*|sample/.*|charters/.*)");

    private BuildStamp() {}

    public static String of(Class<?>... oneClassPerJar) {
        TreeMap<String, Long> sums = new TreeMap<>();
        try {
            for (Class<?> type : oneClassPerJar) {
                add(type, sums);
            }
        } catch (IOException e) {
            throw new StartRefused("The application's own files cannot be read: " + e.getMessage()
                    + "\nBuild it again.");
        }
        CRC32 whole = new CRC32();
        sums.forEach((name, sum) -> whole.update((name + "=" + sum + "\n").getBytes(
                java.nio.charset.StandardCharsets.UTF_8)));
        return Long.toHexString(whole.getValue());
    }

    private static void add(Class<?> type, Map<String, Long> sums) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return;
        }
        Path path = path(location);
        if (Files.isDirectory(path)) {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    String name = path.relativize(file).toString();
                    if (COUNTED.matcher(name).matches()) {
                        CRC32 crc = new CRC32();
                        crc.update(Files.readAllBytes(file));
                        sums.put(name, crc.getValue());
                    }
                }
            }
            return;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            jar.stream().filter(entry -> !entry.isDirectory())
                    .filter(entry -> COUNTED.matcher(entry.getName().replaceFirst("^BOOT-INF/classes/", "")).matches()
                            || entry.getName().startsWith("BOOT-INF/lib/charter"))
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
        }
    }

    /** A nested jar's address is jar:nested:/path/of/the.jar/!BOOT-INF/…: the outer jar stands for it. */
    private static Path path(URL location) throws IOException {
        String text = location.toString();
        if (text.startsWith("jar:nested:")) {
            return Path.of(text.substring("jar:nested:".length(), text.indexOf("/!")));
        }
        try {
            return Path.of(new URI(text));
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + text, e);
        }
    }
}
