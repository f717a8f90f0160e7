package org.jiaogongti.platform.intake.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A standard's list of codes, kept as a file beside the program whose first line says where it is from. */
final class CodeTable {

    static final CodeTable SCHOOL_CATEGORIES = new CodeTable("/intake/school-categories.csv");
    static final CodeTable PROVINCES = new CodeTable("/intake/provinces.csv");
    static final CodeTable COURSES = new CodeTable("/intake/courses.csv");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final String source;

    private CodeTable(String file) {
        try (InputStream in = Objects.requireNonNull(CodeTable.class.getResourceAsStream(file),
                file + " is missing.\nBuild the application again.");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            source = Objects.requireNonNull(lines.readLine(), file + " is empty.\nBuild the application again.");
            lines.lines().skip(1).map(line -> line.split(",", 2)).forEach(cells -> names.put(cells[0], cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read.\nBuild the application again.", unreadable);
        }
    }

    boolean has(String code) {
        return names.containsKey(code);
    }

    String source() {
        return source;
    }
}
