package org.jiaogongti.platform.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Role;
import org.jiaogongti.platform.activity.ActivityKind.Ask;
import org.jiaogongti.platform.activity.ActivityKind.Gate;
import org.jiaogongti.platform.activity.ActivityKind.Holder;
import org.jiaogongti.platform.activity.ActivityKind.Need;
import org.jiaogongti.platform.activity.ActivityKind.Own;
import org.jiaogongti.platform.activity.KindEntry.FieldEntry;
import org.jiaogongti.platform.activity.KindField.Origin;
import org.jiaogongti.platform.activity.model.KindReading;
import org.jiaogongti.platform.activity.model.Typed;
import org.jiaogongti.platform.activity.store.KindStore;
import org.jiaogongti.platform.activity.store.KindStore.AskRow;
import org.jiaogongti.platform.activity.store.KindStore.FieldRow;
import org.jiaogongti.platform.activity.store.KindStore.KindRow;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.obligation.KindNames;
import org.jiaogongti.platform.obligation.WorldChanges;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of activity of a district: those of the notice, and the bureau's own. Nothing is ever deleted. */
@Service
@Transactional(readOnly = true)
public class OwnKinds implements KindNames {

    private final KindStore store;
    private final Journal journal;
    private final WorldChanges world;
    private final BusinessClock clock;
    private final Ids ids;

    OwnKinds(KindStore store, Journal journal, WorldChanges world, BusinessClock clock, Ids ids) {
        this.store = store;
        this.world = world;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
    }

    /** All of the district; one select. */
    public ActivityKinds all() {
        ActivityKinds shipped = ActivityKinds.shipped();
        KindStore.Rows rows = store.read();
        if (rows.kinds().isEmpty() && rows.asks().isEmpty() && rows.fields().isEmpty()) {
            return shipped;
        }
        List<KindField> fields = new ArrayList<>(shipped.fields());
        rows.fields().forEach(row -> fields.add(field(row)));
        Map<String, KindField> byCode = new HashMap<>();
        fields.forEach(field -> byCode.put(field.code(), field));
        Map<String, List<AskRow>> asks = new LinkedHashMap<>();
        rows.asks().forEach(ask -> asks.computeIfAbsent(ask.kind(), _ -> new ArrayList<>()).add(ask));
        // A form shows fields in their own order, whichever kind asked for them first.
        asks.values().forEach(of -> of.sort(Comparator.comparingInt(ask -> {
            KindField field = byCode.get(ask.asks());
            return field == null ? -1 : fields.indexOf(field);
        })));
        List<ActivityKind> kinds = new ArrayList<>();
        for (ActivityKind kind : shipped.all()) {
            kinds.add(kind.asking(asks.getOrDefault(kind.code(), List.of()).stream()
                    .flatMap(ask -> Optional.ofNullable(byCode.get(ask.asks())).stream()).toList()));
        }
        rows.kinds().forEach(row -> kinds.add(kind(row, asks.getOrDefault(row.code(), List.of()), byCode)));
        return new ActivityKinds(fields, kinds);
    }

    /** What has to be done before something of a kind is held; no select for the notice's kinds. */
    public Gate gate(String code) {
        ActivityKinds shipped = ActivityKinds.shipped();
        return shipped.find(code).isPresent() ? shipped.gate(code) : all().gate(code);
    }

    @Override
    public Map<String, String> names() {
        return all().all().stream().collect(Collectors.toMap(ActivityKind::code, ActivityKind::name));
    }

    private static KindField field(FieldRow row) {
        FieldType type = switch (row.type()) {
            case "YES_NO" -> new FieldType.YesNo();
            case "WHOLE" -> new FieldType.Whole(0, row.most(), row.unit());
            case "LINK" -> new FieldType.Link();
            case "DAY" -> new FieldType.Day();
            case "CHOICE" -> new FieldType.Choice(row.words());
            case "BY_SCHOOL" -> new FieldType.BySchool(row.most());
            default -> new FieldType.Text(row.most());
        };
        return new KindField(row.code(), row.name(), type, row.hint(), Origin.ASKED);
    }

    private static ActivityKind kind(KindRow row, List<AskRow> asks, Map<String, KindField> fields) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Set<Need> may = EnumSet.noneOf(Need.class);
        List<Ask> more = new ArrayList<>();
        for (AskRow ask : asks) {
            boolean required = ask.need().equals("REQUIRED");
            KindField field = fields.get(ask.asks());
            if (field != null) {
                more.add(new Ask(field, required));
            } else {
                (required ? needs : may).add(Need.valueOf(ask.asks()));
            }
        }
        return new ActivityKind(row.code(), row.name(), row.shortName(), row.unit(), false, "", needs, may, more, false,
                row.answer().equals("ANSWERED"), Holder.valueOf(row.holder()), Gate.valueOf(row.gate()), "",
                new Own(row.id(), row.version(), KindReading.days(row.from(), row.to())));
    }

    /** Whether somebody may make and change kinds. */
    public static boolean mayShape(Actor actor) {
        return actor.equals(Actor.system()) || actor.has(Role.BUREAU_ADMIN);
    }

    /** What a kind would be; writes nothing. */
    public record Draft(ActivityKind kind, ActivityKinds kinds, List<FieldError> errors) {}

    public Draft preview(KindEntry entry) {
        ActivityKinds kinds = all();
        KindReading reading = new KindReading(kinds, clock.today());
        return new Draft(reading.kind(entry, new UUID(0, 0), "own-00000000"), kinds, reading.errors());
    }

    /** A new kind of the bureau's own. It counts for no duty until a charter names it. */
    @Transactional
    public Outcome add(Actor actor, KindEntry entry) {
        if (!mayShape(actor)) {
            return new Outcome.Absent();
        }
        UUID id = ids.next();
        KindReading reading = new KindReading(all(), clock.today());
        ActivityKind kind = reading.kind(entry, id, code(id));
        Own own = kind.own();
        if (!reading.errors().isEmpty() || own == null) {
            return new Outcome.Bad(reading.errors());
        }
        store.insert(new KindRow(id, 1, kind.code(), kind.name(), kind.shortName(), kind.unit(), kind.holder().name(),
                kind.gate().name(), kind.answered() ? "ANSWERED" : "NOT_ASKED", own.days().first(), null),
                actor.accountId(), clock.now());
        List<AskRow> asks = new ArrayList<>();
        kind.needs().stream().sorted().forEach(need -> asks.add(new AskRow(kind.code(), need.name(), "REQUIRED")));
        kind.asks().stream().sorted().forEach(need -> asks.add(new AskRow(kind.code(), need.name(), "OPTIONAL")));
        kind.fields().forEach(ask -> asks.add(
                new AskRow(kind.code(), ask.field().code(), ask.required() ? "REQUIRED" : "OPTIONAL")));
        store.ask(kind.code(), asks);
        world.renamed();
        journal.write(actor, "KindAdded", "kind", id, Map.of("code", kind.code(), "name", kind.name(), "from",
                own.days().first().toString(), "gate", kind.gate().name(), "holder", kind.holder().name(), "asks",
                asks.stream().map(AskRow::asks).toList()));
        return new Outcome.Done(id, List.of());
    }

    /** Eight digits of an id's random end: short enough to be written into a charter by hand. */
    private static String code(UUID id) {
        return "own-" + id.toString().substring(28);
    }

    @Transactional
    public Outcome rename(Actor actor, String code, int version, String name, String shortName) {
        ActivityKinds kinds = all();
        ActivityKind kind = own(actor, kinds, code);
        Own own = kind == null ? null : kind.own();
        if (kind == null || own == null) {
            return new Outcome.Absent();
        }
        KindReading reading = new KindReading(kinds, clock.today());
        String full = reading.name(name, "name", code);
        String narrow = shortName.isBlank() ? full : reading.name(shortName, "shortName", code);
        if (!reading.errors().isEmpty()) {
            return new Outcome.Bad(reading.errors());
        }
        if (!store.rename(own.id(), version, full, narrow)) {
            return new Outcome.No("activity.kind.refused.stale");
        }
        world.renamed();
        journal.write(actor, "KindRenamed", "kind", own.id(), Map.of("code", code, "from", kind.name(), "to", full));
        return new Outcome.Done(own.id(), List.of());
    }

    /** After its last day nothing new of it is recorded; an empty day takes it into use again. */
    @Transactional
    public Outcome retire(Actor actor, String code, int version, String lastDay) {
        ActivityKind kind = own(actor, all(), code);
        Own own = kind == null ? null : kind.own();
        if (own == null) {
            return new Outcome.Absent();
        }
        Optional<LocalDate> last = Typed.date(lastDay, clock.today());
        if (!lastDay.isBlank() && (last.isEmpty() || last.get().isBefore(own.days().first()))) {
            return Outcome.Bad.field("lastDay", "activity.kind.error.last", own.days().first());
        }
        if (!store.last(own.id(), version, last.orElse(null))) {
            return new Outcome.No("activity.kind.refused.stale");
        }
        journal.write(actor, last.isPresent() ? "KindRetired" : "KindTakenUpAgain", "kind", own.id(),
                Map.of("code", code, "lastDay", last.map(LocalDate::toString).orElse("")));
        return new Outcome.Done(own.id(), List.of());
    }

    /** One more field that nobody has to fill in, one that is there or a new one; for kinds of the notice as well. */
    @Transactional
    public Outcome ask(Actor actor, String code, FieldEntry entry) {
        ActivityKinds kinds = all();
        ActivityKind kind = kinds.find(code).orElse(null);
        if (kind == null || !mayShape(actor)) {
            return new Outcome.Absent();
        }
        UUID id = ids.next();
        String field = entry.field();
        if (field.isEmpty()) {
            KindReading reading = new KindReading(kinds, clock.today());
            KindField made = reading.field(entry, code(id));
            if (!reading.errors().isEmpty()) {
                return new Outcome.Bad(reading.errors());
            }
            store.insert(row(id, made, entry.type()));
            field = made.code();
        } else if (kinds.field(field).isEmpty()) {
            return Outcome.Bad.field("field", "activity.kind.error.field.unknown");
        }
        String asked = field;
        if (kind.fields().stream().anyMatch(ask -> ask.field().code().equals(asked))) {
            return Outcome.Bad.field("field", "activity.kind.error.field.asked");
        }
        store.ask(code, List.of(new AskRow(code, asked, "OPTIONAL")));
        journal.write(actor, "FieldAsked", "kind", kind.own() == null ? null : kind.own().id(),
                Map.of("code", code, "field", asked, "name", entry.name()));
        return new Outcome.Done(id, List.of());
    }

    /**
     * Puts one of the own fields before another, on every form, list and file. Sent twice it is done once.
     *
     * @param before the code of the field it is put before; empty for the end
     */
    @Transactional
    public Outcome order(Actor actor, String code, String before) {
        ActivityKinds kinds = all();
        List<String> codes = new ArrayList<>(kinds.ownFields().stream().map(KindField::code).toList());
        if (!mayShape(actor) || !codes.remove(code) || !(before.isEmpty() || codes.contains(before))) {
            return new Outcome.Absent();
        }
        codes.add(before.isEmpty() ? codes.size() : codes.indexOf(before), code);
        store.order(codes);
        journal.write(actor, "FieldsOrdered", "field", null, Map.of("fields", codes));
        return new Outcome.Done(new UUID(0, 0), List.of());
    }

    private static FieldRow row(UUID id, KindField field, String type) {
        return switch (field.type()) {
            case FieldType.Whole whole ->
                new FieldRow(id, field.code(), field.name(), type, whole.unit(), whole.most(), field.hint(), List.of());
            case FieldType.Text text ->
                new FieldRow(id, field.code(), field.name(), type, "", text.longest(), field.hint(), List.of());
            case FieldType.BySchool numbers ->
                new FieldRow(id, field.code(), field.name(), type, "", numbers.most(), field.hint(), List.of());
            case FieldType.Choice choice ->
                new FieldRow(id, field.code(), field.name(), type, "", 0, field.hint(), choice.options());
            case FieldType.YesNo _,FieldType.Link _,FieldType.Day _ ->
                new FieldRow(id, field.code(), field.name(), type, "", 0, field.hint(), List.of());
        };
    }

    /** An own kind that the actor may change, or null. */
    private static @Nullable ActivityKind own(Actor actor, ActivityKinds kinds, String code) {
        return mayShape(actor) ? kinds.find(code).filter(kind -> kind.own() != null).orElse(null) : null;
    }
}
