package org.jiaogongti.platform.register.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.charter.calendar.Period;
import org.jiaogongti.platform.activity.OccasionBrief;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.register.Closing;
import org.jiaogongti.platform.register.Measure;
import org.jiaogongti.platform.register.Review;
import org.jiaogongti.platform.register.WeakEntries.Shown;
import org.jiaogongti.platform.register.WeakEntry;
import org.jiaogongti.platform.register.WeakKey;
import org.jiaogongti.platform.register.WeakGround;
import org.jiaogongti.platform.register.model.MeasureCourse;
import org.jiaogongti.platform.register.model.Reviewing;
import org.jiaogongti.platform.register.model.Reviewing.Asked;

/**
 * One entry's page.
 *
 * @param problem message key of what was wrong with the form that came last, or empty
 * @param form which one that was
 * @param typed what had been typed into it
 */
public record WeakView(Shown shown, Words words, String problem, String form, Map<String, String> typed) {

    public WeakEntry entry() {
        return shown.line().entry();
    }

    public WeakKey key() {
        return entry().key();
    }

    public String path() {
        return Words.path(key());
    }

    public String title() {
        return words.m().t("register.weak.of", shown.name(key().school()), words.subject(key()));
    }

    public WeakGround ground() {
        return shown.line().ground();
    }

    public Measure.State state(Measure measure) {
        return MeasureCourse.state(measure, shown.today());
    }

    public Set<Measure.What> next(Measure measure) {
        return shown.works() ? MeasureCourse.next(measure, shown.today()) : Set.of();
    }

    /** What was said last, in a line; empty where nothing was. */
    public String said(Measure measure) {
        if (measure.steps().isEmpty()) {
            return "";
        }
        Measure.Step last = measure.steps().getLast();
        String what = words.m().t("register.said", words.what(last.what()), last.on().toString(), last.actorName());
        return last.words().isEmpty() ? what : words.m().t("register.said.words", what, last.words());
    }

    public String person(Measure measure) {
        UUID person = measure.person();
        return person == null ? "" : shown.name(person);
    }

    /** Who may answer for a measure, with the school where it is another one. */
    public record Choice(String id, String name) {}

    public List<Choice> people() {
        return shown.colleagues().stream().map(each -> new Choice(each.id().toString(),
                each.school().equals(key().school())
                        ? each.name()
                        : words.m().t("register.person.of", each.name(), shown.name(each.school()))))
                .toList();
    }

    /** What serves it from the term on that is now, or that ended last. */
    public List<OccasionBrief> recent() {
        return shown.work().serving().stream().filter(each -> !each.date().isBefore(termFirst())).toList();
    }

    public List<OccasionBrief> earlier() {
        return shown.work().serving().stream().filter(each -> each.date().isBefore(termFirst())).toList();
    }

    private LocalDate termFirst() {
        LocalDate latest = entry().to() == null || entry().to().isAfter(shown.today()) ? shown.today() : entry().to();
        return shown.terms().stream().map(term -> term.days().first()).filter(first -> !first.isAfter(latest))
                .reduce((earlier, later) -> later).orElse(LocalDate.MIN);
    }

    /** The terms that may be written about: those of the entry up to now, the latest first. */
    public List<Period> terms() {
        List<Period> terms = new ArrayList<>(shown.terms().stream()
                .filter(term -> !term.days().first().isAfter(shown.today())
                        && !term.days().last().isBefore(key().from())
                        && (entry().to() == null || !term.days().first().isAfter(entry().to())))
                .toList());
        return terms.reversed();
    }

    /** The term that is called for, else the latest one. */
    public boolean chosen(Period term) {
        String typedTerm = typed("review", "term", "");
        if (!typedTerm.isEmpty()) {
            return term.name().equals(typedTerm);
        }
        Optional<Asked> called = Reviewing.called(shown.line().asked());
        return called.map(asked -> asked.term().equals(term.name()))
                .orElseGet(() -> term.equals(terms().getFirst()));
    }

    public List<Asked> unwritten() {
        return shown.line().asked().stream().filter(each -> each.state() != Reviewing.State.WRITTEN).toList();
    }

    /** Whether another review of the same term was written later. */
    public boolean replaced(Review review) {
        return shown.reviews().stream().filter(each -> each.term().equals(review.term())).findFirst()
                .filter(latest -> !latest.equals(review)).isPresent();
    }

    public List<EvidenceItem> files(Closing closing) {
        return shown.files().getOrDefault(closing.id(), List.of());
    }

    public boolean closed() {
        return entry().to() != null;
    }

    public String typed(String of, String name, String otherwise) {
        return form.equals(of) ? typed.getOrDefault(name, otherwise) : otherwise;
    }

    public boolean wrong(String of) {
        return form.equals(of) && !problem.isEmpty();
    }
}
