package org.jiaogongti.platform.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.charter.archive.Archive;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.appraisal.Run.Version;
import org.jiaogongti.platform.appraisal.model.Difference;
import org.jiaogongti.platform.appraisal.model.FrozenRecords;
import org.jiaogongti.platform.appraisal.model.Reach;
import org.jiaogongti.platform.appraisal.store.DisputeStore;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A frozen year's versions, what schools said and disputed, as far as somebody may see it. */
@Service
@Transactional(readOnly = true)
public class Runs {

    private final Appraisals appraisals;
    private final AppraisalStore store;
    private final DisputeStore disputes;
    private final AppraisalGround around;

    Runs(Appraisals appraisals, AppraisalStore store, DisputeStore disputes, AppraisalGround around) {
        this.appraisals = appraisals;
        this.store = store;
        this.disputes = disputes;
        this.around = around;
    }

    /** What was said in an appraisal, as far as somebody may read it. */
    public record Said(List<Dispute> disputes, List<SchoolWord> words) {

        /** Of a year that is not frozen. */
        public static final Said NOTHING = new Said(List.of(), List.of());

        public Said {
            disputes = List.copyOf(disputes);
            words = List.copyOf(words);
        }

        public List<Dispute> of(UUID school) {
            return disputes.stream().filter(each -> school.equals(each.school())).toList();
        }

        /** A school's remark on a section, empty where it made none or took it back. */
        public String remark(UUID school, String section) {
            return words.stream().filter(each -> each.school().equals(school)
                    && each.what() == SchoolWord.What.REMARK && each.section().equals(section))
                    .reduce((_, later) -> later).map(SchoolWord::words).orElse("");
        }

        public Optional<SchoolWord> checked(UUID school) {
            return words.stream()
                    .filter(each -> each.school().equals(school) && each.what() == SchoolWord.What.CHECKED)
                    .findFirst();
        }

        public long checked() {
            return words.stream().filter(each -> each.what() == SchoolWord.What.CHECKED).map(SchoolWord::school)
                    .distinct().count();
        }

        public List<SchoolWord> statements() {
            return words.stream().filter(each -> each.what() == SchoolWord.What.STATEMENT).toList();
        }

        public long open() {
            return disputes.stream().filter(each -> each.ruling() == null).count();
        }
    }

    /** Of a frozen year; of schools that somebody may not read nothing is said. */
    public Said said(Actor actor, Run run) {
        Reach reach = around.reach(actor);
        return new Said(
                disputes.of(run.id()).stream().filter(each -> reads(reach, each.school(), run.closed())).toList(),
                disputes.words(run.id()).stream().filter(each -> reads(reach, each.school(), false)).toList());
    }

    private static boolean reads(Reach reach, @Nullable UUID school,
            boolean closed) {
        return reach.district() || (school == null ? closed : reach.offices().contains(school));
    }

    /** The frozen records of a school, for its office and the district. */
    public Records records(Actor actor, String year, UUID school) {
        Run run = run(year);
        Reach reach = around.reach(actor);
        String key = store.places(run.id()).stream().filter(place -> place.id().equals(school)).findFirst()
                .filter(_ -> reach.district() || reach.offices().contains(school)).map(SheetPlaces.Place::name)
                .orElseThrow(() -> new Absent("school", school));
        return frozen(run).of(key);
    }

    /** One frozen record of the year, for whoever corrects it. */
    public Records.Item record(String year, String source) {
        return frozen(run(year)).find(source).orElseThrow(() -> new Absent("frozen record", source));
    }

    private FrozenRecords frozen(Run run) {
        return new FrozenRecords(Archive.open(store.archive(run.latest().id())),
                SheetPlaces.archived(store.places(run.id())));
    }

    private Run run(String year) {
        return store.find(year).orElseThrow(() -> new Absent("appraisal", year));
    }

    /** A version beside the one before it. */
    public record Compared(Version version, List<Difference> differences) {

        public Compared {
            differences = List.copyOf(differences);
        }
    }

    /** All versions, newest first, each with what it changed; of communities that may be shown. */
    public List<Compared> compared(Appraisals.Desk desk) {
        Run run = desk.run();
        if (run == null) {
            return List.of();
        }
        List<Compared> all = new ArrayList<>();
        YearSheet before = null;
        for (Version version : run.versions()) {
            YearSheet sheet = appraisals.sheet(run, version);
            all.add(new Compared(version, before == null
                    ? List.of()
                    : Difference.between(before, sheet).stream().filter(each -> desk.shown().stream()
                            .anyMatch(community -> community.name().equals(each.community()))).toList()));
            before = sheet;
        }
        return all.reversed();
    }

    /** The archive of a version as it was written. */
    public byte[] archive(String year, int number) {
        return store.archive(run(year).version(number).orElseThrow(() -> new Absent("version", number)).id());
    }
}
