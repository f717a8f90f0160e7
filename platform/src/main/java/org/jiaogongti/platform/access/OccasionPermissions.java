package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.ADVISED;
import static org.jiaogongti.platform.access.Permissions.BURDEN;
import static org.jiaogongti.platform.access.Permissions.BUSINESS;
import static org.jiaogongti.platform.access.Permissions.ENTERING;
import static org.jiaogongti.platform.access.Permissions.FILING;
import static org.jiaogongti.platform.access.Permissions.KEEPING;
import static org.jiaogongti.platform.access.Permissions.LEARNING;
import static org.jiaogongti.platform.access.Permissions.REGISTERS;
import static org.jiaogongti.platform.access.Permissions.SCHOOL;
import static org.jiaogongti.platform.access.Permissions.SIGNING_UP;
import static org.jiaogongti.platform.access.Permissions.WORKING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.union;
import static org.jiaogongti.platform.access.Permissions.open;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.BUREAU_CLERK;
import static org.jiaogongti.platform.access.Role.BUREAU_LEADER;
import static org.jiaogongti.platform.access.Role.INSPECTOR;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.RESEARCHER;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;
import static org.jiaogongti.platform.access.Role.TRAINING_DEPARTMENT;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of the permission table about what is planned, held, handed in, signed in to and proved. */
final class OccasionPermissions {

    private OccasionPermissions() {}

    static List<Row> rows() {
        return List.of(
                // ---- activity: occasions, the list, batches, school homes; the facades narrow to own schools and communities
                only("GET", "/activities", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, BUSINESS)
                        .asking(Proof.ANEW),
                only("GET", "/activities/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/new", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/preview", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/batch", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/batch/preview", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/batch", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/edit", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/held", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/cancellation", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/join", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/separation", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/answers", ScopeRule.OWN_SCHOOL, PRINCIPAL, SCHOOL_CLERK)
                        .asking(Proof.BY_HAND),
                only("GET", "/activities/kinds", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/activities/kinds/{kind}", ScopeRule.DISTRICT, BUSINESS),
                only("GET", "/activities/kinds/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds/preview", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/{kind}/name", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/{kind}/retirement", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/activities/kinds/fields/order", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/activities/kinds/{kind}/fields", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/activities/disputes", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK),
                only("POST", "/activities/{id}/decisions", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK)
                        .asking(Proof.BY_HAND),
                only("POST", "/activities/{id}/reopening", ScopeRule.DISTRICT, BUREAU_LEADER, BUREAU_CLERK),
                // ---- activity: who is expected; the facade says who prepares an occasion
                only("GET", "/activities/{id}/invitees", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/activities/{id}/invitees/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY,
                        BUSINESS),
                only("POST", "/activities/{id}/invitees", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/invitees/group", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/invitees/{person}/removal", ScopeRule.OWN_COMMUNITY, ENTERING),
                // ---- agenda: whose calendar it is, the facade says; a feed's secret opens that feed and nothing else
                only("GET", "/agenda", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("GET", "/agenda/feeds", ScopeRule.OWN, BUSINESS),
                only("POST", "/agenda/feeds", ScopeRule.OWN, BUSINESS).asking(Proof.BY_HAND),
                only("POST", "/agenda/feeds/{id}/revocation", ScopeRule.OWN, BUSINESS),
                open("GET", "/agenda/feed/{token}"),
                // ---- activity: announcing, moving and minutes are the host's, signing up is every teacher's of the community
                only("GET", "/activities/announced", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/activities/{id}/sign-up", ScopeRule.OWN_COMMUNITY, SIGNING_UP),
                only("POST", "/activities/{id}/sign-off", ScopeRule.OWN_COMMUNITY, SIGNING_UP),
                only("GET", "/activities/{id}/announcement", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/announcement", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/announcement/withdrawal", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("GET", "/activities/{id}/moving", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/moving", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/minutes", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/minutes", ScopeRule.OWN_COMMUNITY, ENTERING),
                only("POST", "/activities/{id}/minutes/closing", ScopeRule.OWN_COMMUNITY, ENTERING),
                // ---- filing: each sees what they handed in and what waits for them; the facade says whose task a paper is
                only("GET", "/activities/{id}/filing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/filing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/filings", ScopeRule.OWN_COMMUNITY, FILING),
                only("GET", "/filings/{id}", ScopeRule.OWN_COMMUNITY, BUSINESS),
                only("POST", "/filings/{id}/decisions", ScopeRule.OWN_COMMUNITY, RESEARCHER).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/acceptance", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/acceptances", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/question", ScopeRule.DISTRICT, TRAINING_DEPARTMENT).asking(Proof.BY_HAND),
                only("POST", "/filings/{id}/answer", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/filings/{id}/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/school", ScopeRule.OWN_SCHOOL, SCHOOL),
                only("GET", "/schools/{school}", ScopeRule.OWN_SCHOOL,
                        union(union(SCHOOL, INSPECTOR, TRAINING_DEPARTMENT),
                                BUREAU_LEADER, BUREAU_ADMIN, BUREAU_CLERK)),
                // ---- attendance: whoever may see who came sees the roll, its host keeps it; whoever is expected takes a page along
                only("GET", "/activities/{id}/attendance", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/activities/{id}/attendance/live", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/activities/{id}/attendance/along", ScopeRule.OWN, BUSINESS),
                only("GET", "/activities/{id}/attendance/wall", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/codes", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/paper", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/activities/{id}/attendance/sheet.{format:docx|pdf}", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/opening", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/closing", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/ticks", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/guests", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/arrivals/{arrival}/decision", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/activities/{id}/attendance/arrivals/{arrival}/removal", ScopeRule.OWN_SCHOOL, ENTERING),
                // ---- attendance: whoever comes has no account; a code shown in the room opens these on one phone and nothing else
                open("GET", "/attend"), open("POST", "/attend"), open("GET", "/attend/{code}"),
                open("GET", "/attend/at/{ticket}"), open("POST", "/attend/at/{ticket}"),
                open("POST", "/attend/at/{ticket}/undo"), open("POST", "/attend/forgetting"),
                open("POST", "/attend/later"),
                // ---- ledger: what stands behind the numbers, and whole folders of it; taking them away is asked for again
                only("GET", "/ledgers", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/ledgers/export.{format:xlsx|csv|docx|pdf}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("POST", "/ledgers/folders", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW),
                only("GET", "/ledgers/folders/{id}", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("POST", "/ledgers/folders/{id}/stop", ScopeRule.OWN_COMMUNITY, ADVISED),
                only("GET", "/ledgers/folders/{id}/export.zip", ScopeRule.OWN_COMMUNITY, ADVISED).asking(Proof.ANEW),
                // ---- credit: nobody's but one's own; no address names whose, and a showing opens for the one it names
                only("GET", "/credits", ScopeRule.OWN, LEARNING),
                only("GET", "/credits/export.{format:xlsx|csv}", ScopeRule.OWN, LEARNING),
                only("POST", "/credits/showings", ScopeRule.OWN, LEARNING),
                only("POST", "/credits/showings/{id}/end", ScopeRule.OWN, LEARNING),
                only("GET", "/credits/shown/{id}", ScopeRule.OWN, BUSINESS),
                only("GET", "/credits/rules", ScopeRule.DISTRICT, BUSINESS),
                only("POST", "/credits/rules", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                // ---- register: a community reads its own; what is on the list is the bureau's, what is done about it the schools'
                only("GET", "/registers/weak", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/registers/weak/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("GET", "/registers/weak/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/registers/weak", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/registers/weak/{school}/{subject}/{from}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/registers/weak/{school}/{subject}/{from}/ground", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/registers/weak/{school}/{subject}/{from}/measures", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/measures/{measure}/steps",
                        ScopeRule.OWN_COMMUNITY,
                        WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/reviews", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/work", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/closing", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/registers/weak/{school}/{subject}/{from}/closing/withdrawal", ScopeRule.DISTRICT,
                        BUREAU_ADMIN).asking(Proof.BY_HAND),
                // ---- register: pairs are kept by the offices of both schools and the bureau's administrator
                only("GET", "/registers/pairs", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/registers/pairs/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("GET", "/registers/pairs/new", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("POST", "/registers/pairs", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("GET", "/registers/pairs/{id}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/registers/pairs/{id}/plan", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/registers/pairs/{id}/plan/{lesson}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/registers/pairs/{id}/end", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/registers/pairs/{id}/resumption", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/registers/pairs/{id}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                // ---- register: the graduation year; the lead school requires, member schools answer, those who work on it plan
                only("GET", "/registers/graduation", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/registers/graduation/{community}/requirements", ScopeRule.OWN_COMMUNITY, PRINCIPAL,
                        SCHOOL_CLERK),
                only("POST", "/registers/graduation/requirements/{requirement}/steps", ScopeRule.OWN_COMMUNITY,
                        PRINCIPAL, SCHOOL_CLERK).asking(Proof.BY_HAND),
                only("POST", "/registers/graduation/{community}/weeks", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/weeks/{revision}/withdrawal", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/{community}/sheets", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/sheets/{sheet}/steps", ScopeRule.OWN_COMMUNITY, WORKING),
                // ---- burden: the bureau sees what entering costs each school, a school's office its own
                only("GET", "/burden", ScopeRule.OWN_SCHOOL, BURDEN),
                only("GET", "/burden/export.{format:xlsx|csv}", ScopeRule.OWN_SCHOOL, BURDEN),
                // ---- evidence: files, by the right to the occasion that holds them
                only("POST", "/evidence", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/evidence/{id}", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/evidence/{id}/thumbnail", ScopeRule.OWN_SCHOOL, BUSINESS),
                only("GET", "/evidence/{id}/picture", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/removal", ScopeRule.OWN_SCHOOL, ENTERING),
                only("GET", "/evidence/{id}/publication", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/publication", ScopeRule.OWN_SCHOOL, ENTERING),
                only("POST", "/evidence/{id}/publication/withdrawal", ScopeRule.OWN_SCHOOL, ENTERING));
    }
}
