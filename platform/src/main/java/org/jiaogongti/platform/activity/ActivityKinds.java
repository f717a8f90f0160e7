package org.jiaogongti.platform.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.springframework.stereotype.Component;

/** All kinds of activity, read once from {@code activity/kinds.csv}. */
@Component
public final class ActivityKinds {

    private static final String FILE = "/activity/kinds.csv";

    private final Map<String, ActivityKind> byCode = new LinkedHashMap<>();

    public ActivityKinds() {
        try (InputStream in = ActivityKinds.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing.\nBuild the application again.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(ActivityKinds::kind).forEach(kind -> byCode.put(kind.code(), kind));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read.\nBuild the application again.", unreadable);
        }
    }

    private static ActivityKind kind(String line) {
        String[] cells = line.split(",", -1);
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (String need : cells[5].split(" ", -1)) {
            if (!need.isEmpty()) {
                needs.add(Need.valueOf(need.toUpperCase(Locale.ROOT)));
            }
        }
        return new ActivityKind(cells[0], cells[1], cells[2], cells[3], cells[4].equals("yes"), needs);
    }

    /** In the order of the form. */
    public List<ActivityKind> all() {
        return new ArrayList<>(byCode.values());
    }

    public Optional<ActivityKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public ActivityKind get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(
                "No kind of activity is called '" + code + "'.\nUse a code of activity/kinds.csv."));
    }

    /** By full or short name, as somebody types it. */
    public Optional<ActivityKind> named(String name) {
        return byCode.values().stream().filter(kind -> kind.name().equals(name) || kind.shortName().equals(name)
                || kind.code().equals(name)).findFirst();
    }
}
