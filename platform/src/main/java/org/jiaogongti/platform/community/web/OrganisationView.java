package org.jiaogongti.platform.community.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.World.Role;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.CoverageException;
import org.jiaogongti.platform.community.Organised;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.community.model.Coverage;
import org.jiaogongti.platform.community.model.Coverage.Finding;
import org.jiaogongti.platform.school.Campus;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.SchoolArea;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs where on a day.
 *
 * @param query what a link adds to stay on the day, empty on the business date
 * @param covered schools that belong to exactly one community
 * @param open findings that nobody has decided about
 * @param decided findings with a decision
 * @param leaderless communities without a lead school
 */
public record OrganisationView(String on, boolean today, String query, int schools, int covered, List<Card> cards,
        List<Line> open, List<Line> decided, List<String> leaderless) {

    /**
     * A community with its schools.
     *
     * @param supported its schools that are listed as weak on the day, in words; empty where none is
     */
    public record Card(String id, String name, String lead, int schools, int teachers, int campuses, String supported,
            List<Row> rows) {}

    /** A school of a community, in words. */
    public record Row(String id, String name, String role, boolean leads, String kind, String setting, String township,
            String teachers, String campuses, String since) {}

    /**
     * A school that stands out in the check.
     *
     * @param why the decision in words, empty where there is none
     * @param exception the decision's id, or null
     */
    public record Line(String school, String name, String state, String word, String communities, String why,
            String reason, @Nullable String exception) {}

    static OrganisationView of(Organised organised, LocalDate day, LocalDate today, Messages m) {
        Coverage coverage = organised.coverage(day);
        List<Card> cards = organised.communities().stream().map(each -> card(each, organised, day, m)).toList();
        return new OrganisationView(day.toString(), day.equals(today), day.equals(today) ? "" : "?on=" + day,
                organised.schools().size(), coverage.covered(), cards,
                coverage.open().stream().map(each -> line(each, organised, m)).toList(),
                coverage.decided().stream().map(each -> line(each, organised, m)).toList(),
                coverage.leaderless().stream().map(Community::name).toList());
    }

    private static Card card(Community community, Organised organised, LocalDate day, Messages m) {
        List<Row> rows = new ArrayList<>();
        String lead = m.t("community.lead.none");
        int teachers = 0;
        int campuses = 0;
        for (SchoolMembership member : organised.members(community.id(), day)) {
            School school = organised.school(member.school()).orElse(null);
            if (school == null) {
                continue;
            }
            if (member.role() == Role.LEAD) {
                lead = school.name();
            }
            OptionalInt count = organised.teachers(school.id(), day);
            List<Campus> places = organised.campuses(school.id(), day);
            teachers += count.orElse(0);
            campuses += places.size();
            rows.add(new Row(school.key(), school.name(), m.t("community.role." + member.role()),
                    member.role() == Role.LEAD, m.t("school.kind." + school.kind()),
                    m.t("school.setting." + school.setting()), area(organised, school.id(), day),
                    count.isPresent() ? Messages.number(count.getAsInt()) : "", campuses(places, m),
                    member.from().toString()));
        }
        return new Card(community.key(), community.name(), lead, rows.size(), teachers, campuses,
                supported(community, organised, day, m), rows);
    }

    private static String supported(Community community, Organised organised, LocalDate day, Messages m) {
        return organised.members(community.id(), day).stream()
                .filter(member -> organised.supported().stream()
                        .anyMatch(each -> each.school().equals(member.school()) && each.holdsOn(day)))
                .flatMap(member -> organised.school(member.school()).stream()).map(School::name)
                .collect(Collectors.joining(m.t("community.and")));
    }

    private static String area(Organised organised, UUID school, LocalDate day) {
        return organised.area(school, SchoolArea.Kind.TOWNSHIP, day).map(SchoolArea::area).orElse("");
    }

    private static String campuses(List<Campus> campuses, Messages m) {
        return campuses.stream()
                .map(campus -> m.t("school.campus.named", campus.name(), m.t("school.campus." + campus.kind())))
                .collect(Collectors.joining(m.t("community.and")));
    }

    private static Line line(Finding finding, Organised organised, Messages m) {
        String state = switch (finding.state()) {
            case NONE, SEVERAL -> "late";
            case EXCUSED -> "waived";
            case NEEDLESS -> "soon";
        };
        String communities = finding.communities().stream()
                .map(id -> organised.community(id).map(Community::name).orElse(""))
                .collect(Collectors.joining(m.t("community.and")));
        CoverageException exception = finding.exception();
        return new Line(finding.school().key(), finding.school().name(), state,
                m.t("community.coverage." + finding.state()),
                communities.isEmpty() ? m.t("community.nowhere") : communities,
                exception == null ? "" : decision(exception, m), exception == null ? "" : exception.reason(),
                exception == null ? null : exception.id().toString());
    }

    static String decision(CoverageException exception, Messages m) {
        return m.t("community.exception.decision", m.t("community.allows." + exception.allows()),
                Days.span(exception.from(), exception.to(), m), exception.decidedBy(),
                exception.decidedOn().toString(), exception.document());
    }
}
