package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.CHARTER_EDITOR;
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
    /** Whoever belongs to a school. */
    static final Set<Role> SIGNING_UP = union(SCHOOL, CONVENOR);

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

    private static final List<Row> TABLE = Stream.concat(Stream.of(
            // ---- shell: static files and display preferences
            open("GET", "/css/**"), open("GET", "/js/**"), open("GET", "/webjars/**"),
            open("GET", "/{file:icons.*[.]svg}"),
            open("GET", "/{file:favicon.*[.]svg}"), open("GET", "/icons/**"), open("GET", "/manifest.webmanifest"),
            // ---- shell: what a phone keeps; whoever is not signed in finds an empty list and no token
            open("GET", "/sw.js"), open("GET", "/waiting"), open("GET", "/waiting/pass"),
            open("POST", "/preferences"), open("*", "/error"),
            // ---- search: each source gives what its own module lets this person open
            only("GET", "/search", ScopeRule.OWN_COMMUNITY, BUSINESS),
            // ---- obligation: communities' duties are seen by all who have business here; only the bureau lifts one
            only("GET", "/board", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/board.csv", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/board.xlsx", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/duties/{duty}/{community}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/duties/{duty}/{bearer}/{counterpart}/{period}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/duties/{duty}/{bearer}/{counterpart}/{period}/export.{format:xlsx|csv}", ScopeRule.DISTRICT,
                    BUSINESS),
            only("GET", "/charter", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/what-if", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/readings", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/notice", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/file", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/changes", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/changes/{id}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/charter/changes/new", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
            only("GET", "/charter/changes/file", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
            only("POST", "/charter/changes/file", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
            only("POST", "/charter/changes", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR),
            only("POST", "/charter/changes/{id}/confirmation", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR)
                    .asking(Proof.BY_HAND),
            only("POST", "/charter/changes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN, CHARTER_EDITOR)
                    .asking(Proof.BY_HAND),
            only("GET", "/waivers", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/waivers/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/waivers/preview/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/waivers/new", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/waivers/preview", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("POST", "/waivers", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN).asking(Proof.BY_HAND),
            only("POST", "/waivers/{id}/revocation", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            // ---- purpose: the gate to data of pupils; the bureau keeps it, schools read what was confirmed and enter answers
            only("GET", "/purposes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL, SCHOOL_CLERK),
            only("GET", "/purposes/{id}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL, SCHOOL_CLERK),
            only("GET", "/purposes/{id}/sheet.{format:docx|pdf}", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN,
                    PRINCIPAL, SCHOOL_CLERK),
            only("GET", "/purposes/consents", ScopeRule.OWN_SCHOOL, BUREAU_LEADER, BUREAU_ADMIN, PRINCIPAL,
                    SCHOOL_CLERK),
            only("GET", "/purposes/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK),
            only("POST", "/purposes/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK),
            only("GET", "/purposes/views", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/purposes/retention", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("GET", "/purposes/new", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("POST", "/purposes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN),
            only("POST", "/purposes/{id}/confirmation", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            only("POST", "/purposes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            only("POST", "/purposes/{id}/stop", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            // ---- access: sign-in, the own account, all accounts
            open("GET", "/sign-in"), open("POST", "/sign-in"), open("POST", "/sign-in/sample"), open("GET", "/start"),
            open("POST", "/start"), open("GET", "/link/{token}"), open("POST", "/link/{token}"), signedIn("GET", "/"),
            signedIn("GET", "/me"), signedIn("POST", "/me/password"), signedIn("POST", "/sign-out"),
            open("GET", "/sign-in/code"), open("POST", "/sign-in/code"), signedIn("GET", "/again"),
            signedIn("POST", "/again"), signedIn("POST", "/again/ask"), signedIn("GET", "/me/second-factor"),
            signedIn("POST", "/me/second-factor"), signedIn("POST", "/me/second-factor/beginning"),
            signedIn("POST", "/me/second-factor/codes").asking(Proof.ANEW),
            open("POST", "/sign-in/passkey"), signedIn("POST", "/again/passkey"), signedIn("GET", "/me/passkeys"),
            signedIn("POST", "/me/passkeys").asking(Proof.WAY_IN), signedIn("POST", "/me/passkeys/{id}/end"),
            open("GET", "/sign-in/provider"), open("GET", "/sign-in/provider/back"),
            open("GET", "/sign-in/provider/leaving"), signedIn("GET", "/me/provider"),
            signedIn("GET", "/me/provider/go"), signedIn("POST", "/me/provider").asking(Proof.WAY_IN),
            signedIn("POST", "/me/provider/end"),
            signedIn("POST", "/me/devices/{id}/end"), signedIn("GET", "/me/delegations"),
            signedIn("POST", "/me/delegations").asking(Proof.ANEW),
            signedIn("POST", "/me/delegations/{delegation}/end"),
            only("GET", "/accounts", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/accounts/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("GET", "/accounts/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/accounts", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/accounts/{id}", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/accounts/{id}/handover", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/accounts/{id}/handover", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/accounts/{id}/disabling", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/accounts/{id}/enabling", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/accounts/{id}/link", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/accounts/{id}/second-factor/removal", ScopeRule.DISTRICT, BUREAU_ADMIN)
                    .asking(Proof.ANEW),
            only("POST", "/accounts/{id}/provider", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/accounts/{id}/provider/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/accounts/{id}/roles", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/accounts/{id}/roles/{grant}/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/webhooks", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/webhooks", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/webhooks/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/webhooks/deliveries/{id}/again", ScopeRule.DISTRICT, BUREAU_ADMIN),
            // ---- reminder: one's own messages and habits, the button, the bureau's rules and ways out
            signedIn("GET", "/messages"), signedIn("GET", "/messages/count"),
            signedIn("POST", "/messages/{id}/opening"), signedIn("POST", "/messages/reading"),
            signedIn("GET", "/me/reminders"), signedIn("POST", "/me/reminders"),
            only("POST", "/reminders/presses", ScopeRule.DISTRICT, PRESSING),
            only("GET", "/reminders", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/rules", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/mail", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/reminders/mail/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/mail/trial", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/robots", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
            only("POST", "/reminders/robots/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/robots/{id}/trial", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/reminders/deliveries/{id}/again", ScopeRule.DISTRICT, BUREAU_ADMIN),
            // ---- job: counts and times, no business data, so whoever looks after the machine may look as well
            only("GET", "/jobs", ScopeRule.DISTRICT, BUREAU_ADMIN, TECHNICIAN),
            only("POST", "/jobs/{name}/run", ScopeRule.DISTRICT, BUREAU_ADMIN, TECHNICIAN),
            // ---- own tokens, and the interface for programs: what their owner's roles let through, no session counts there
            signedIn("GET", "/me/tokens"), signedIn("POST", "/me/tokens").asking(Proof.ANEW),
            signedIn("POST", "/me/tokens/{id}/end"), open("GET", "/api/v1/openapi"),
            only("GET", "/api/v1/occasions", ScopeRule.OWN_COMMUNITY, BUSINESS),
            only("GET", "/api/v1/occasions/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
            only("POST", "/api/v1/occasions", ScopeRule.OWN_SCHOOL, ENTERING),
            only("POST", "/api/v1/occasions/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING),
            only("GET", "/api/v1/terms/{term}/duties", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/api/v1/duties/{duty}/{bearer}/{counterpart}/{period}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/api/v1/schools", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/api/v1/schools/{id}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/api/v1/communities", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/api/v1/memberships", ScopeRule.DISTRICT, BUSINESS),
            // ---- intake: the district's tables are the bureau administrator's; each table says so itself as well
            only("GET", "/tables", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/tables/{kind}/template.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/tables/{kind}/rows.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN)
                    .asking(Proof.ANEW),
            only("POST", "/tables/{kind}/uploads", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/uploads/{id}", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/uploads/{id}/mapping", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/uploads/{id}/acceptance", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/uploads/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/uploads/{id}/returned.{format:xlsx|csv}", ScopeRule.DISTRICT, BUREAU_ADMIN),
            // ---- school: one's own week, a school's for its office, all for the bureau; ways between places for all
            only("GET", "/timetables", ScopeRule.OWN, BUSINESS),
            only("GET", "/timetables/{school}", ScopeRule.OWN_SCHOOL, REGISTER_AND_INSPECTION),
            only("GET", "/timetables/{school}/class", ScopeRule.OWN_SCHOOL, REGISTER_AND_INSPECTION),
            only("GET", "/timetables/teachers/{person}", ScopeRule.OWN_SCHOOL, BUSINESS),
            only("GET", "/journeys", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/journeys/all", ScopeRule.DISTRICT, BUSINESS),
            // ---- community: who belongs where, for all who have business here; only the bureau's administrator changes it
            only("GET", "/organisation", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/organisation/export.{format:xlsx|csv}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/organisation/schools/{school}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/organisation/schools/{school}/move", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/organisation/schools/{school}/memberships", ScopeRule.DISTRICT, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            only("POST", "/organisation/schools/{school}/memberships/{from}/withdrawal", ScopeRule.DISTRICT,
                    BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            only("GET", "/organisation/exceptions/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/organisation/exceptions", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
            only("POST", "/organisation/exceptions/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
            // ---- school: the calendar is for all who have business here; only the bureau's administrator changes it
            only("GET", "/calendar", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/calendar/years/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/calendar/years/{year}/edit", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/calendar/years/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/calendar/years", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
            only("GET", "/calendar/rounds/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("GET", "/calendar/rounds/{round}/edit", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/calendar/rounds/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
            only("POST", "/calendar/rounds", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
            only("POST", "/calendar/changes/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN)
                    .asking(Proof.BY_HAND),
            // ---- community: who sits where is seen by all; the facade says who changes which list
            only("GET", "/groups", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/groups/attachment-1", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/groups/attachment-1/export.{format:xlsx|csv|docx|pdf}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/groups/{community}", ScopeRule.DISTRICT, BUSINESS),
            only("GET", "/groups/{community}/seats/new", ScopeRule.OWN_COMMUNITY, GROUPING),
            only("POST", "/groups/{community}/seats", ScopeRule.OWN_COMMUNITY, GROUPING).asking(Proof.BY_HAND),
            only("POST", "/groups/{community}/seats/{seat}/end", ScopeRule.OWN_COMMUNITY, GROUPING)
                    .asking(Proof.BY_HAND),
            only("GET", "/groups/{community}/exceptions/new", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN, RESEARCHER),
            only("POST", "/groups/{community}/exceptions", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN, RESEARCHER)
                    .asking(Proof.BY_HAND),
            only("POST", "/groups/{community}/exceptions/{id}/end", ScopeRule.OWN_COMMUNITY, BUREAU_ADMIN,
                    RESEARCHER)
                    .asking(Proof.BY_HAND),
            // ---- staff: the register; the bureau sees everybody, a school its own staff, everybody themselves, and whoever
            // finds somebody a card of them
            only("GET", "/people", ScopeRule.OWN_SCHOOL, REGISTER),
            only("GET", "/people/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.ANEW),
            only("GET", "/people/counts", ScopeRule.OWN_SCHOOL, REGISTER),
            only("GET", "/people/counts/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER),
            only("GET", "/people/mine", ScopeRule.OWN, BUSINESS),
            only("GET", "/people/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
            only("GET", "/people/young", ScopeRule.DISTRICT, REGISTER),
            only("POST", "/people/young", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
            only("GET", "/people/new", ScopeRule.OWN_SCHOOL, KEEPING),
            only("POST", "/people", ScopeRule.OWN_SCHOOL, KEEPING),
            only("POST", "/people/{id}", ScopeRule.OWN_SCHOOL, KEEPING),
            only("POST", "/people/{id}/postings", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.ANEW),
            only("POST", "/people/{id}/postings/{posting}/end", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            only("POST", "/people/{id}/ranks", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            only("POST", "/people/{id}/titles", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            only("POST", "/people/{id}/subjects", ScopeRule.OWN_SCHOOL, KEEPING),
            only("POST", "/people/{id}/employments", ScopeRule.OWN_SCHOOL, KEEPING),
            // ---- staff: telephone numbers; the facade says whose, and the journal to whom a whole one was given
            only("POST", "/people/{id}/phone", ScopeRule.OWN_SCHOOL, BUSINESS),
            only("POST", "/people/{id}/phone/removal", ScopeRule.OWN_SCHOOL, BUSINESS),
            only("POST", "/people/{id}/phone/whole", ScopeRule.OWN_SCHOOL, BUSINESS).asking(Proof.BY_HAND),
            only("POST", "/people/phone-search", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.BY_HAND),
            // ---- staff: mentoring pairs; the two themselves see theirs and note that they met, their schools keep them
            only("GET", "/mentoring", ScopeRule.OWN_SCHOOL, MENTORING),
            only("GET", "/mentoring/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, REGISTER).asking(Proof.ANEW),
            only("GET", "/mentoring/{id}", ScopeRule.OWN_SCHOOL, BUSINESS),
            only("GET", "/mentoring/new", ScopeRule.OWN_COMMUNITY, KEEPING),
            only("POST", "/mentoring", ScopeRule.OWN_COMMUNITY, KEEPING),
            only("POST", "/mentoring/{id}/meetings", ScopeRule.OWN, BUSINESS),
            only("POST", "/mentoring/{id}/meetings/{meeting}/withdrawal", ScopeRule.OWN, BUSINESS),
            only("POST", "/mentoring/{id}/end", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            only("POST", "/mentoring/{id}/resumption", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            only("POST", "/mentoring/{id}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
            // ---- staff: a person placed at another school, as a duty's page names it
            only("GET", "/placements/{id}", ScopeRule.DISTRICT, BUSINESS),
            // ---- advice: a community reads its own; the bureau keeps the advisers, those who invite make links
            only("GET", "/advisers", ScopeRule.OWN_COMMUNITY, ADVISED),
            only("GET", "/advisers/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW),
            only("GET", "/advisers/new", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
            only("POST", "/advisers", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
            only("GET", "/advisers/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
            only("POST", "/advisers/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK).asking(Proof.BY_HAND),
            only("POST", "/advisers/{id}/withdrawal", ScopeRule.DISTRICT, BUREAU_ADMIN, BUREAU_CLERK),
            only("POST", "/advisers/{id}/links", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL, CONVENOR)
                    .asking(Proof.BY_HAND),
            only("POST", "/advisers/{id}/letter", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL, CONVENOR),
            only("POST", "/advisers/{id}/links/{link}/revocation", ScopeRule.OWN_COMMUNITY, BUREAU_CLERK, PRINCIPAL,
                    CONVENOR),
            only("GET", "/recommendations", ScopeRule.OWN_COMMUNITY, ADVISED),
            only("GET", "/recommendations/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                    .asking(Proof.ANEW),
            only("GET", "/recommendations/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
            only("POST", "/recommendations/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK)
                    .asking(Proof.BY_HAND),
            // ---- advice: an adviser has no account; the secret of the device that took a link opens these and nothing else
            open("GET", "/invitation/{token}"), open("POST", "/invitation/{token}"), open("GET", "/advising/{id}"),
            open("POST", "/advising/{id}/presence"), open("POST", "/advising/{id}/report"),
            open("POST", "/advising/{id}/recommendations/{recommendation}/withdrawal")),
            OccasionPermissions.rows().stream()).toList();

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
