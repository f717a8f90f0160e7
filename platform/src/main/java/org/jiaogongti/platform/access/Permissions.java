package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.CONVENOR;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.PUBLIC;
import static org.jiaogongti.platform.access.Role.RESEARCHER;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;
import static org.jiaogongti.platform.access.Role.TEACHER;
import static org.jiaogongti.platform.access.Role.TECHNICIAN;
import static org.jiaogongti.platform.access.Role.TRAINING_DEPARTMENT;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The permission table: who may call what. A route that has no row is refused, and the application does not start with one.
 * The scope names the rule that the facade applies to the objects of the request.
 */
public final class Permissions {

    static final Set<Role> BUREAU = EnumSet.of(BUREAU_LEADER, BUREAU_ADMIN, BUREAU_CLERK);
    static final Set<Role> BUREAU_AND_RESEARCH = union(BUREAU, INSPECTOR, RESEARCHER, TRAINING_DEPARTMENT);
    static final Set<Role> SCHOOL = EnumSet.of(PRINCIPAL, SCHOOL_CLERK, TEACHER);
    /** Everybody who has business here: all but the technician and the public. */
    static final Set<Role> BUSINESS = EnumSet.complementOf(EnumSet.of(TECHNICIAN, PUBLIC));
    static final Set<Role> ENTERING = union(SCHOOL, CONVENOR, BUREAU_CLERK);
    /** Who deletes something, and so may bring it back. */
    static final Set<Role> BIN = union(ENTERING, BUREAU_LEADER, BUREAU_ADMIN);
    /** Whoever belongs to a school. */
    static final Set<Role> SIGNING_UP = union(SCHOOL, CONVENOR, RESEARCHER, TRAINING_DEPARTMENT);

    /** Who may remind others: offices, not single teachers. */
    static final Set<Role> PRESSING = union(BUREAU_AND_RESEARCH, PRINCIPAL, SCHOOL_CLERK, CONVENOR);

    /** Who has a tray: those who hand in, those who check and receive, and the bureau, which looks on. */
    static final Set<Role> FILING = union(ENTERING, RESEARCHER, TRAINING_DEPARTMENT, BUREAU_LEADER);

    /** Who may have a list of a community's groups to change. */
    static final Set<Role> GROUPING = EnumSet.of(BUREAU_ADMIN, BUREAU_CLERK, PRINCIPAL, CONVENOR, RESEARCHER);
    /** Who looks people up: the bureau and its training department everybody, a school's office its own staff. */
    static final Set<Role> REGISTER = union(BUREAU, TRAINING_DEPARTMENT, PRINCIPAL, SCHOOL_CLERK);
    static final Set<Role> REGISTER_AND_INSPECTION = union(REGISTER, INSPECTOR);
    /** Who has a list of mentoring pairs: those of the register, and teachers of their own. */
    static final Set<Role> MENTORING = union(REGISTER, TEACHER, CONVENOR);
    /** Who reads a community's advisers and what became of their advice, and its ledgers. */
    static final Set<Role> ADVISED = union(union(BUREAU, INSPECTOR, RESEARCHER, TRAINING_DEPARTMENT), PRINCIPAL,
            SCHOOL_CLERK, CONVENOR);
    /** Who sees what entering costs. */
    static final Set<Role> BURDEN = union(BUREAU, PRINCIPAL, SCHOOL_CLERK);
    /** Who has a record of training of their own. */
    static final Set<Role> LEARNING = union(SCHOOL, CONVENOR, RESEARCHER);
    /** Who reads a community's registers: those who answer for it, and its teachers. */
    static final Set<Role> REGISTERS = union(ADVISED, TEACHER);
    /** Who writes in them what was done and what became of it. */
    static final Set<Role> WORKING = EnumSet.of(PRINCIPAL, SCHOOL_CLERK, CONVENOR, RESEARCHER);
    /** Who keeps the register. */
    static final Set<Role> KEEPING = EnumSet.of(BUREAU_ADMIN, PRINCIPAL, SCHOOL_CLERK);

    private static final List<Row> TABLE = Stream.of(
            AccessPermissions.rows(),
            ActivityPermissions.rows(),
            AdvicePermissions.rows(),
            AgendaPermissions.rows(),
            ApiPermissions.rows(), AppraisalPermissions.rows(),
            AttendancePermissions.rows(),
            BinPermissions.rows(), BurdenPermissions.rows(),
            CommunityPermissions.rows(),
            CreditPermissions.rows(),
            DisclosurePermissions.rows(),
            EvidencePermissions.rows(),
            FilingPermissions.rows(),
            GoalPermissions.rows(), HeadPermissions.rows(),
            InspectionPermissions.rows(),
            IntakePermissions.rows(),
            JobPermissions.rows(),
            LedgerPermissions.rows(),
            ObligationPermissions.rows(),
            PurposePermissions.rows(),
            RegisterPermissions.rows(),
            ReminderPermissions.rows(),
            RoundPermissions.rows(),
            SamplePermissions.rows(),
            SchoolPermissions.rows(),
            SearchPermissions.rows(),
            ShellPermissions.rows(),
            SpendingPermissions.rows(),
            StaffPermissions.rows(), SummaryPermissions.rows()).flatMap(List::stream).toList();

    private Permissions() {}

    /** Who a row lets in. */
    public enum Audience {
        /** Anybody, signed in or not. */
        ANYBODY,
        /** Anybody signed in, whatever the roles. */
        SIGNED_IN,
        /** Holders of one of the named roles. */
        ROLES
    }

    /**
     * One row of the table.
     *
     * @param method {@code GET}, {@code POST}; {@code *} only for the error page
     * @param proof what the person must show besides holding a role
     */
    public record Row(String method, PathPattern pattern, Audience audience, Set<Role> roles, ScopeRule scope,
            Proof proof) {

        Row asking(Proof more) {
            return new Row(method, pattern, audience, roles, scope, more);
        }

        boolean matches(String asked, PathContainer path) {
            return (method.equals("*") || method.equals(asked)) && pattern.matches(path);
        }

        /** Whether somebody with these roles passes. */
        public boolean admits(boolean signedIn, Set<Role> held) {
            return switch (audience) {
                case ANYBODY -> true;
                case SIGNED_IN -> signedIn;
                case ROLES -> signedIn && held.stream().anyMatch(roles::contains);
            };
        }
    }

    public static List<Row> rows() {
        return TABLE;
    }

    /** Whether exactly this route has a row, its path written as in the controller. */
    public static boolean names(String method, String path) {
        return TABLE.stream().anyMatch(
                row -> row.method().equals(method) && row.pattern().getPatternString().equals(path));
    }

    /** The row of a request; HEAD and OPTIONS are decided like GET. The most specific pattern wins. */
    public static Optional<Row> rowOf(String method, String path) {
        String asked = method.equals("HEAD") || method.equals("OPTIONS") ? "GET" : method;
        PathContainer container = PathContainer.parsePath(path);
        return TABLE.stream().filter(row -> row.matches(asked, container))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()));
    }

    static Row open(String method, String path) {
        return new Row(method, pattern(path), Audience.ANYBODY, EnumSet.allOf(Role.class), ScopeRule.NONE,
                Proof.SESSION);
    }

    static Row signedIn(String method, String path) {
        return new Row(method, pattern(path), Audience.SIGNED_IN, EnumSet.allOf(Role.class), ScopeRule.OWN,
                Proof.SESSION);
    }

    static Row only(String method, String path, ScopeRule scope, Set<Role> roles) {
        return new Row(method, pattern(path), Audience.ROLES, Set.copyOf(roles), scope, Proof.SESSION);
    }

    static Row only(String method, String path, ScopeRule scope, Role... roles) {
        return only(method, path, scope, Set.of(roles));
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }

    static Set<Role> union(Set<Role> some, Role... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
