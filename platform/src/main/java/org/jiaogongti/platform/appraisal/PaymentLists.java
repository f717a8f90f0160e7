package org.jiaogongti.platform.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.appraisal.store.AppraisalStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 付款清单 of decided years, for whoever keeps what was paid. */
@Service
@Transactional(readOnly = true)
public class PaymentLists {

    private final Appraisals appraisals;
    private final AppraisalStore store;

    PaymentLists(Appraisals appraisals, AppraisalStore store) {
        this.appraisals = appraisals;
        this.store = store;
    }

    /**
     * Which result a list is of.
     *
     * @param version the last one, a correction after the decision included
     * @param decided the day of the decision
     */
    public record Head(String year, int version, LocalDate decided) {}

    /** What a result grants, in the appraisal's own order. */
    public record PaymentList(Head head, List<Line> lines) {

        public PaymentList {
            lines = List.copyOf(lines);
        }
    }

    public record Line(UUID school, long fen) {}

    /** Of all decided years, the one decided last first; nothing is computed for it. */
    public List<Head> decided() {
        return store.decided().stream().map(each -> new Head(each.year(), each.version(), each.on())).toList();
    }

    private static Optional<Head> head(Run run) {
        return run.step(Run.What.FINAL).map(step -> new Head(run.year(), run.latest().number(), step.on()));
    }

    /** The list of one decided year, computed from its archive; empty where the year is not decided. */
    public Optional<PaymentList> of(String year) {
        return store.find(year).flatMap(run -> head(run).map(head -> new PaymentList(head, lines(run))));
    }

    private List<Line> lines(Run run) {
        List<Line> lines = new ArrayList<>();
        appraisals.sheet(run, run.latest()).communities().forEach(community -> community.schools()
                .forEach(school -> lines.add(new Line(school.id(), community.fen(school).longValueExact()))));
        return lines;
    }
}
