package org.jiaogongti.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.intake.Upload.Verdict;
import org.jiaogongti.platform.intake.model.Cells;
import org.jiaogongti.platform.intake.model.Judge;
import org.jiaogongti.platform.intake.model.RawRow;
import org.jiaogongti.platform.intake.model.Reception;
import org.jiaogongti.platform.intake.model.TableReader;
import org.jiaogongti.platform.intake.model.Unreadable;
import org.jiaogongti.platform.intake.store.UploadStore;
import org.jiaogongti.platform.journal.Journal;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports: a file comes, its rows are judged, the good ones go in, and all of it can be taken back. */
@Service
@Transactional(readOnly = true)
public class Intakes {

    /** Uploads in the list of the latest. */
    private static final int LATEST = 50;
    private static final List<Verdict> GOOD = List.of(Verdict.NEW, Verdict.CHANGED);

    private final List<SheetKind> kinds;
    private final UploadStore store;
    private final Journal journal;
    private final BusinessClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    Intakes(List<SheetKind> kinds, UploadStore store, Journal journal, BusinessClock clock, Ids ids,
            TransactionTemplate transaction) {
        this.kinds = kinds.stream().sorted(Comparator.comparingInt(SheetKind::position)).toList();
        this.store = store;
        this.journal = journal;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** The tables that this actor may fill, in the order in which a new district fills them. */
    public List<SheetKind> kinds(Actor actor) {
        return kinds.stream().filter(kind -> kind.mayFill(actor)).toList();
    }

    public Optional<SheetKind> kind(Actor actor, String code) {
        return kinds(actor).stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** How far each of an actor's tables is filled, in the order in which a new district fills them. */
    public List<TableState> states(Actor actor) {
        Map<String, java.time.Instant> imported = store.lastCommitted();
        return kinds(actor).stream().map(kind -> new TableState(kind, kind.count(), imported.get(kind.code())))
                .toList();
    }

    /** The latest uploads, newest first. */
    public List<Upload> latest(Actor actor) {
        return store.newest(LATEST).stream().filter(upload -> kind(actor, upload.kind()).isPresent()).toList();
    }

    public Optional<Upload> find(Actor actor, UUID id) {
        return store.find(id).filter(upload -> kind(actor, upload.kind()).isPresent());
    }

    /** Lines behind a number in the order of the file; all verdicts where none is named. */
    public List<UploadLine> lines(Upload upload, List<Verdict> verdicts, int after, int most) {
        return store.lines(upload.id(), verdicts, after, most);
    }

    /** What would move outside the table if an open upload's new rows went in; of many rows the first ones. */
    public List<Consequence> consequences(Upload upload, SheetKind kind) {
        return upload.open()
                ? kind.consequences(store.lines(upload.id(), List.of(Verdict.NEW), 0, SheetKind.BATCH).stream()
                        .flatMap(Intakes::line).map(SheetLine::row).toList())
                : List.of();
    }

    /** All rows of a table, as they would be read again. */
    public List<SheetRow> rows(SheetKind kind) {
        return kind.all();
    }

    /** Reads a file and keeps its rows with what would happen to each; nothing of the table changes. */
    @Transactional
    public IntakeResult receive(Actor actor, String code, String fileName, InputStream content) {
        SheetKind kind = kind(actor, code).orElse(null);
        if (kind == null) {
            return new IntakeResult.Absent();
        }
        try {
            Path file = Files.createTempFile("upload", ".table");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return receive(actor, kind, fileName, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private IntakeResult receive(Actor actor, SheetKind kind, String fileName, Path file) throws IOException {
        UUID id = ids.next();
        Reception reception = new Reception(kind, new Cells(clock.today()), store.remembered(kind.code()),
                headings -> store.insert(new Upload(id, kind.code(), fileName, "", headings.texts(),
                        headings.mapping(), Map.of(), clock.now(), null, null), actor.accountId()),
                lines -> store.put(id, lines));
        try {
            String sheet = TableReader.read(file, reception);
            int rows = reception.finish();
            store.setSheet(id, sheet);
            journal.write(actor, "TableSent", "upload", id,
                    Map.of("kind", kind.code(), "file", fileName, "rows", rows));
            return new IntakeResult.Done(id, rows);
        } catch (Unreadable no) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly();
            return new IntakeResult.Refused(no.problem());
        }
    }

    /**
     * Says which heading is which column, remembers it for the next file, and judges the rows again.
     *
     * @param mapping heading number by column code
     */
    @Transactional
    public IntakeResult map(Actor actor, UUID id, Map<String, Integer> mapping) {
        Upload upload = open(actor, id).orElse(null);
        SheetKind kind = upload == null ? null : kind(actor, upload.kind()).orElse(null);
        if (upload == null || kind == null) {
            return new IntakeResult.Absent();
        }
        Map<String, Integer> known = new LinkedHashMap<>();
        Map<String, String> headings = new HashMap<>();
        kind.columns().forEach(column -> {
            Integer at = mapping.get(column.code());
            if (at != null && at >= 0 && at < upload.headings().size()) {
                known.put(column.code(), at);
                headings.put(upload.headings().get(at), column.code());
            }
        });
        headings.remove("");
        store.setMapping(id, known);
        store.remember(kind.code(), headings);
        int rows = judged(upload, kind, known, lines -> {});
        journal.write(actor, "ColumnsMapped", "upload", id, Map.of("columns", known.size()));
        return new IntakeResult.Done(id, rows);
    }

    /**
     * Puts the good rows in, as they are judged now; bad ones stay behind with their reason. A second press changes nothing
     * and gets the first one's answer.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public IntakeResult commit(Actor actor, UUID id) {
        return whole("intake.commit.conflict", () -> {
            store.lock(id);
            Upload upload = find(actor, id).orElse(null);
            SheetKind kind = upload == null ? null : kind(actor, upload.kind()).orElse(null);
            if (upload == null || kind == null) {
                return new IntakeResult.Absent();
            }
            if (!upload.open()) {
                return new IntakeResult.Done(id, upload.good());
            }
            List<Integer> sizes = new ArrayList<>();
            Set<String> moved = new HashSet<>();
            judged(upload, kind, upload.mapping(), lines -> {
                List<SheetRow> rows = lines.stream().filter(line -> GOOD.contains(line.verdict()))
                        .map(UploadLine::row).filter(java.util.Objects::nonNull).toList();
                if (!rows.isEmpty()) {
                    moved.addAll(kind.take(actor, rows));
                    sizes.add(rows.size());
                }
            });
            int rows = sizes.stream().mapToInt(Integer::intValue).sum();
            store.addStep(id, "COMMITTED", actor.accountId(), clock.now());
            journal.write(actor, "TableImported", "upload", id, Map.of("kind", kind.code(), "rows", rows));
            return new IntakeResult.Done(id, rows, moved.size(), 0);
        });
    }

    /** Takes a whole import back, if nobody has changed its rows since; where a table says so, all but those rows. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public IntakeResult undo(Actor actor, UUID id) {
        return whole("intake.undo.in-use", () -> {
            store.lock(id);
            Upload upload = find(actor, id).filter(found -> found.committedAt() != null && found.undoneAt() == null)
                    .orElse(null);
            SheetKind kind = upload == null ? null : kind(actor, upload.kind()).orElse(null);
            if (upload == null || kind == null) {
                return new IntakeResult.Absent();
            }
            List<UploadLine> applied = applied(id);
            int stayed = 0;
            for (int end = applied.size(); end > 0; end -= SheetKind.BATCH) {
                List<UploadLine> whole = applied.subList(Math.max(0, end - SheetKind.BATCH), end);
                Map<Integer, Problem> staying = kind.staying(whole.stream().flatMap(Intakes::line).toList());
                stay(id, whole, staying);
                stayed += staying.size();
                List<UploadLine> page = whole.stream().filter(line -> !staying.containsKey(line.number())).toList();
                Optional<UploadLine> changed = changedSince(kind, page);
                if (changed.isPresent()) {
                    return new IntakeResult.Refused(
                            Problem.at("", "intake.undo.changed-since", changed.get().number()));
                }
                takeBack(actor, kind, page);
            }
            if (stayed > 0 && stayed == applied.size()) {
                return new IntakeResult.Refused(Problem.at("", "intake.undo.all-stay", stayed));
            }
            int rows = applied.size() - stayed;
            store.addStep(id, "UNDONE", actor.accountId(), clock.now());
            journal.write(actor, "ImportTakenBack", "upload", id,
                    Map.of("kind", kind.code(), "rows", rows, "stayed", stayed));
            return new IntakeResult.Done(id, rows, 0, stayed);
        });
    }

    /** What an import has put in, in the order of the file. */
    private List<UploadLine> applied(UUID id) {
        List<UploadLine> applied = new ArrayList<>();
        for (List<UploadLine> page = store.lines(id, GOOD, 0, SheetKind.BATCH); !page.isEmpty(); page = store
                .lines(id, GOOD, page.getLast().number(), SheetKind.BATCH)) {
            applied.addAll(page);
        }
        return applied;
    }

    private static Stream<SheetLine> line(UploadLine line) {
        SheetRow row = line.row();
        return row == null ? Stream.empty() : Stream.of(new SheetLine(line.number(), row));
    }

    /** The upload's page says at each row that stays why it does. */
    private void stay(UUID id, List<UploadLine> lines, Map<Integer, Problem> staying) {
        List<UploadLine> told = new ArrayList<>();
        for (UploadLine line : lines) {
            Problem why = staying.get(line.number());
            if (why != null) {
                told.add(new UploadLine(line.number(), line.cells(), line.row(), line.verdict(), List.of(why),
                        line.before()));
            }
        }
        if (!told.isEmpty()) {
            store.put(id, told);
        }
    }

    private static Optional<UploadLine> changedSince(SheetKind kind, List<UploadLine> page) {
        List<SheetRow> rows = page.stream().map(UploadLine::row).filter(java.util.Objects::nonNull).toList();
        Map<String, SheetRow> current = kind.current(rows);
        List<Column> columns = kind.columns();
        return page.stream().filter(line -> {
            SheetRow row = line.row();
            SheetRow held = row == null ? null : current.get(row.key(columns));
            return row != null && (held == null
                    || !held.values().entrySet().containsAll(row.values().entrySet()));
        }).findFirst();
    }

    private static void takeBack(Actor actor, SheetKind kind, List<UploadLine> page) {
        List<SheetRow> added = new ArrayList<>();
        List<SheetRow> before = new ArrayList<>();
        for (UploadLine line : page) {
            SheetRow held = line.before();
            SheetRow row = line.row();
            if (held != null) {
                before.add(held);
            } else if (row != null) {
                added.add(row);
            }
        }
        if (!before.isEmpty()) {
            kind.put(actor, before);
        }
        if (!added.isEmpty()) {
            kind.remove(actor, added);
        }
    }

    private Optional<Upload> open(Actor actor, UUID id) {
        store.lock(id);
        return find(actor, id).filter(Upload::open);
    }

    /** Judges an upload's rows again, batch by batch, and hands each batch on. */
    private int judged(Upload upload, SheetKind kind, Map<String, Integer> mapping,
            java.util.function.Consumer<List<UploadLine>> then) {
        Judge judge = new Judge(kind, mapping, new Cells(clock.today()));
        int rows = 0;
        for (List<UploadLine> page = store.lines(upload.id(), List.of(), 0, SheetKind.BATCH); !page
                .isEmpty(); page = store.lines(upload.id(), List.of(), page.getLast().number(), SheetKind.BATCH)) {
            List<UploadLine> lines = judge
                    .judge(page.stream().map(line -> new RawRow(line.number(), line.cells())).toList());
            store.put(upload.id(), lines);
            then.accept(lines);
            rows += lines.size();
        }
        return rows;
    }

    /** One transaction, wholly or not at all; what the database itself refuses is an answer and no fault. */
    private IntakeResult whole(String conflict, java.util.function.Supplier<IntakeResult> work) {
        try {
            return java.util.Objects.requireNonNull(transaction.execute(status -> {
                IntakeResult result = work.get();
                if (result instanceof IntakeResult.Refused) {
                    status.setRollbackOnly();
                }
                return result;
            }));
        } catch (DataIntegrityViolationException refused) {
            return new IntakeResult.Refused(Problem.at("", conflict));
        }
    }
}
