package org.jiaogongti.charter.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiaogongti.charter.World;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.charter.calendar.Period;

/** The world of an archive: stretches of days with what held in them. */
final class FrozenWorld implements World {

    private final List<Period> periods = new ArrayList<>();
    private final List<String> communities = new ArrayList<>();
    private final Dated<Membership> members = new Dated<>();
    private final Dated<Membership> ofSchool = new Dated<>();
    private final Dated<String> points = new Dated<>();
    private final Dated<String> central = new Dated<>();
    private final Dated<Integer> staff = new Dated<>();
    private final Dated<String> groups = new Dated<>();
    private final Dated<WeakSubject> weak = new Dated<>();
    private final Map<String, SchoolKind> kinds = new LinkedHashMap<>();

    /** What holds for somebody on some days, in the order in which it was added. */
    private static final class Dated<T> {

        private record Held<T>(DateRange days, T what) {}

        private final Map<String, List<Held<T>>> held = new LinkedHashMap<>();

        void add(String whose, DateRange days, T what) {
            held.computeIfAbsent(whose, _ -> new ArrayList<>()).add(new Held<>(days, what));
        }

        List<T> on(String whose, LocalDate day) {
            List<T> on = new ArrayList<>();
            for (Held<T> each : held.getOrDefault(whose, List.of())) {
                if (each.days().contains(day)) {
                    on.add(each.what());
                }
            }
            return on;
        }
    }

    void period(Period period) {
        periods.add(period);
    }

    void community(String community) {
        communities.add(community);
    }

    void member(Membership membership, DateRange days) {
        members.add(membership.community(), days, membership);
        ofSchool.add(membership.school(), days, membership);
    }

    void point(String centralSchool, String point, DateRange days) {
        points.add(centralSchool, days, point);
        central.add(point, days, centralSchool);
    }

    void kind(String school, SchoolKind kind) {
        kinds.put(school, kind);
    }

    void teachers(String school, int number, DateRange days) {
        staff.add(school, days, number);
    }

    void group(String community, String subject, DateRange days) {
        groups.add(community, days, subject);
    }

    void weak(String community, WeakSubject subject, DateRange days) {
        weak.add(community, days, subject);
    }

    @Override
    public List<Period> periods() {
        return periods;
    }

    @Override
    public List<String> communities() {
        return communities;
    }

    @Override
    public Optional<Membership> membership(String school, LocalDate day) {
        return ofSchool.on(school, day).stream().findFirst();
    }

    @Override
    public List<Membership> memberships(String community, LocalDate day) {
        return members.on(community, day);
    }

    @Override
    public int teachers(String school, LocalDate day) {
        return staff.on(school, day).stream().findFirst().orElse(0);
    }

    @Override
    public List<String> groupSubjects(String community, LocalDate day) {
        return groups.on(community, day);
    }

    @Override
    public List<WeakSubject> weakSubjects(String community, LocalDate day) {
        return weak.on(community, day);
    }

    @Override
    public SchoolKind kind(String school) {
        return kinds.getOrDefault(school, SchoolKind.PRIMARY);
    }

    @Override
    public Optional<String> centralSchool(String school, LocalDate day) {
        return central.on(school, day).stream().findFirst();
    }

    @Override
    public List<String> teachingPoints(String centralSchool, LocalDate day) {
        return points.on(centralSchool, day);
    }
}
