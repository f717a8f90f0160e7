package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind.Own;

/** All kinds of activity of a district, those that come with the platform first. */
public final class ActivityKinds {

    private static final String OWN = "own-";
    private static final ActivityKinds SHIPPED = KindFile.read();

    private final Map<String, ActivityKind> byCode = new LinkedHashMap<>();
    private final Map<String, KindField> fields = new LinkedHashMap<>();

    /** @param offered fields there are, whether a kind asks for them or not */
    ActivityKinds(List<KindField> offered, List<ActivityKind> kinds) {
        offered.forEach(field -> fields.put(field.code(), field));
        kinds.forEach(kind -> byCode.put(kind.code(), kind));
    }

    /** Those of the notice, from {@code activity/kinds.yaml}. */
    public static ActivityKinds shipped() {
        return SHIPPED;
    }

    /** In the order of the form, retired ones as well. */
    public List<ActivityKind> all() {
        return new ArrayList<>(byCode.values());
    }

    /** Those that can be held on a day. */
    public List<ActivityKind> on(LocalDate day) {
        return byCode.values().stream().filter(kind -> holds(kind, day)).toList();
    }

    /** Whether something of this kind can be held on a day. */
    public static boolean holds(ActivityKind kind, LocalDate day) {
        Own own = kind.own();
        return own == null || own.days().contains(day);
    }

    /** Every field there is, in order. */
    public List<KindField> fields() {
        return new ArrayList<>(fields.values());
    }

    /** Those that the bureau added, in order. */
    public List<KindField> ownFields() {
        return fields.values().stream().filter(field -> field.code().startsWith(OWN)).toList();
    }

    public Optional<KindField> field(String code) {
        return Optional.ofNullable(fields.get(code));
    }

    public Optional<ActivityKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public ActivityKind get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No kind of activity is called '" + code
                + "'.\nUse a code of activity/kinds.yaml or of the district's own kinds."));
    }

    /** What has to be done before something of a kind is held; nothing for a kind that nobody knows any more. */
    public Gate gate(String code) {
        return find(code).map(ActivityKind::gate).orElse(Gate.NONE);
    }

    /** By full or short name, as somebody types it. */
    public Optional<ActivityKind> named(String name) {
        return byCode.values().stream().filter(kind -> kind.name().equals(name) || kind.shortName().equals(name)
                || kind.code().equals(name)).findFirst();
    }
}
