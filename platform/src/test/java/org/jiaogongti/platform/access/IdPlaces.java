package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where routes take ids, and where the sample world has one of each: what {@link IdSweepTest} goes by. */
final class IdPlaces {

    /** An id that no row has. */
    static final String NOBODYS = "0199aaaa-0000-7000-8000-00000000dead";

    /** Parameters that name no row, whatever the route. */
    static final Set<String> PLAIN = Set.of("term", "span", "state", "format", "part", "law", "version",
            "reason", "answer", "word", "back", "rows", "q", "next", "password", "again", "old", "choice", "confirmed",
            "copy", "file", "files", "show", "outcome", "token", "kind", "code", "to", "remember", "on", "from", "asOf",
            "limit", "name", "short", "scope", "days", "first", "last", "lastDay", "charter", "notice", "url",
            "topics", "campus", "year", "round", "level", "unit", "titles", "invitedBy", "document", "everybody",
            "what", "day", "words", "doneOn", "credential", "anew", "subject", "box", "view", "way", "note", "pin", "key",
            "reader");

    /** The sample world's door is open to all who see the page; its accounts are named there. */
    static final Set<String> OPEN = Set.of("POST /sign-in/sample", "POST /start", "POST /sign-in");

    /** How the interface for programs writes an id from which a list goes on. */
    private static final String TOLD_IN_64 = "SELECT rtrim(encode(id::text::bytea, 'base64'), '=') FROM %s";

    /** Where an id of each kind is found; a name that means two things is written with its route's first words. */
    static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("accounts.id", "SELECT id::text FROM access.account"),
            Map.entry("accounts.after", "SELECT id::text FROM access.account"),
            Map.entry("grant", "SELECT id::text FROM access.granted_role"),
            Map.entry("me/devices.id", "SELECT id::text FROM access.device"),
            Map.entry("me/passkeys.id", "SELECT id::text FROM access.passkey"),
            Map.entry("me/tokens.id", "SELECT id::text FROM access.api_token"),
            Map.entry("charter/changes.id", "SELECT id::text FROM obligation.amendment"),
            Map.entry("calendar/changes.id", "SELECT id::text FROM school.calendar_change WHERE reason = 'swept'"),
            Map.entry("purposes.id", "SELECT id::text FROM purpose.purpose"),
            Map.entry("organisation/exceptions.id", "SELECT id::text FROM community.coverage_exception"),
            Map.entry("occasions.id", "SELECT id::text FROM activity.occasion"),
            Map.entry("occasions.cursor", "SELECT id::text FROM activity.occasion"),
            Map.entry("schools.id", "SELECT id::text FROM school.school"),
            Map.entry("schools.cursor", TOLD_IN_64.formatted("school.school")),
            Map.entry("communities.cursor", TOLD_IN_64.formatted("community.community")),
            Map.entry("memberships.cursor", TOLD_IN_64.formatted("school.school")),
            Map.entry("terms.cursor", TOLD_IN_64.formatted("community.community")),
            Map.entry("delegation", "SELECT id::text FROM access.delegation"),
            Map.entry("posting", "SELECT 'SCHOOL_CLERK:' || id || '::' FROM school.school"),
            Map.entry("deputy", "SELECT login FROM access.account"),
            Map.entry("successor", "SELECT login FROM access.account"),
            Map.entry("agenda.of", "SELECT 'school:' || id FROM school.school"),
            Map.entry("agenda/feeds.id", "SELECT id::text FROM agenda.feed"),
            Map.entry("activities.id", "SELECT id::text FROM activity.occasion"),
            Map.entry("other", "SELECT id::text FROM activity.occasion"),
            Map.entry("holder", "SELECT id::text FROM activity.occasion"),
            Map.entry("activities.after", "SELECT id::text FROM activity.occasion"),
            Map.entry("school", "SELECT id::text FROM school.school"),
            Map.entry("host", "SELECT id::text FROM school.school"),
            Map.entry("leader", "SELECT id::text FROM school.school"),
            Map.entry("evidence.id", "SELECT id::text FROM evidence.item"),
            Map.entry("waivers.id", "SELECT id::text FROM obligation.waiver"),
            Map.entry("placements.id", "SELECT id::text FROM staff.placement"),
            Map.entry("uploads.id", "SELECT id::text FROM intake.upload"),
            Map.entry("community", "SELECT id::text FROM community.community"),
            Map.entry("alsoIn", "SELECT id::text FROM community.community"),
            Map.entry("waivers.bearer", "SELECT 'community:' || id FROM community.community"),
            Map.entry("person", "SELECT id::text FROM staff.person"),
            Map.entry("people.id", "SELECT id::text FROM staff.person"),
            Map.entry("people.after", "SELECT id::text FROM staff.person"),
            Map.entry("people.posting", "SELECT id::text FROM staff.posting"),
            Map.entry("seat", "SELECT id::text FROM community.seat"),
            Map.entry("mentoring.id", "SELECT id::text FROM staff.mentoring_pair"),
            Map.entry("mentoring.after", "SELECT id::text FROM staff.mentoring_pair"),
            Map.entry("webhooks.id", "SELECT id::text FROM api.webhook"),
            Map.entry("webhooks/deliveries.id", "SELECT id::text FROM api.delivery"),
            Map.entry("filings.id", "SELECT id::text FROM filing.filing"),
            Map.entry("filings.after", "SELECT id::text FROM filing.filing"),
            Map.entry("meeting", "SELECT id::text FROM staff.mentoring_meeting"),
            Map.entry("mentor", "SELECT id::text FROM staff.person"),
            Map.entry("mentee", "SELECT id::text FROM staff.person"),
            Map.entry("mentor-school", "SELECT id::text FROM school.school"),
            Map.entry("mentee-school", "SELECT id::text FROM school.school"),
            Map.entry("groups.id", "SELECT id::text FROM community.few_teachers"),
            Map.entry("advisers.id", "SELECT id::text FROM advice.adviser"),
            Map.entry("link", "SELECT id::text FROM advice.link"),
            Map.entry("advising.id", "SELECT id::text FROM advice.link"),
            Map.entry("arrival", "SELECT id::text FROM attendance.arrival"),
            Map.entry("attend/at.ticket", "SELECT district || '.AZOqqgAAcACAAAAAAADerQ.s1..AAAAAAAAAAAAAAAA'"
                    + " FROM attendance.roll"),
            Map.entry("occasion", "SELECT id::text FROM activity.occasion"),
            Map.entry("address", "SELECT id::text FROM school.school"),
            Map.entry("recommendation", "SELECT id::text FROM advice.recommendation"),
            Map.entry("credits/showings.id", "SELECT id::text FROM credit.showing"),
            Map.entry("credits/shown.id", "SELECT id::text FROM credit.showing"),
            Map.entry("ledgers/folders.id", "SELECT id::text FROM ledger.folder"),
            Map.entry("recommendations.id", "SELECT id::text FROM advice.recommendation"),
            Map.entry("recommendations.after", "SELECT id::text FROM advice.recommendation"),
            Map.entry("measure", "SELECT id::text FROM register.measure"),
            Map.entry("bearer", "SELECT bearer FROM obligation.progress ORDER BY duty, bearer, counterpart, period"),
            Map.entry("counterpart",
                    "SELECT counterpart FROM obligation.progress ORDER BY duty, bearer, counterpart, period"),
            Map.entry("period", "SELECT period FROM obligation.progress ORDER BY duty, bearer, counterpart, period"),
            Map.entry("duties.duty",
                    "SELECT duty FROM obligation.progress ORDER BY duty, bearer, counterpart, period"));
    /** These say which duty and when; they are the same in every district. */
    static final Set<String> SHARED = Set.of("duties.duty", "counterpart", "period");

    /** The ids in forms and queries that a handler takes as a whole. */
    static final Map<String, List<String>> WHOLE = Map.ofEntries(
            Map.entry("GET /activities", List.of("school", "community", "activities.after")),
            Map.entry("GET /activities/export.{format:xlsx|csv}", List.of("school", "community")),
            Map.entry("GET /activities/new", List.of("school", "host", "leader")),
            Map.entry("POST /activities/preview", List.of("school", "host", "leader", "alsoIn", "activities.id")),
            Map.entry("POST /activities", List.of("school", "host", "leader", "alsoIn")),
            Map.entry("POST /activities/kinds/preview", List.of()), Map.entry("POST /activities/kinds", List.of()),
            Map.entry("POST /activities/kinds/{kind}/fields", List.of()),
            Map.entry("POST /activities/kinds/fields/order", List.of()),
            Map.entry("POST /activities/{id}", List.of("school", "host", "leader", "alsoIn")),
            Map.entry("POST /activities/{id}/filing", List.of()),
            Map.entry("POST /accounts", List.of("school", "community")),
            Map.entry("POST /accounts/{id}/roles", List.of("school", "community")),
            Map.entry("GET /waivers/preview/export.{format:xlsx|csv}", List.of("bearer")),
            Map.entry("GET /waivers/new", List.of("bearer")), Map.entry("GET /waivers/preview", List.of("bearer")),
            Map.entry("POST /waivers", List.of("bearer")), Map.entry("GET /charter", List.of()),
            Map.entry("GET /charter/what-if", List.of()), Map.entry("POST /uploads/{id}/mapping", List.of()),
            Map.entry("POST /charter/changes/file", List.of()), Map.entry("GET /charter/changes/new", List.of()),
            Map.entry("POST /charter/changes", List.of()),
            Map.entry("POST /calendar/years", List.of()), Map.entry("POST /calendar/years/preview", List.of()),
            Map.entry("POST /calendar/rounds", List.of()), Map.entry("POST /calendar/rounds/preview", List.of()),
            Map.entry("POST /purposes", List.of()), Map.entry("POST /purposes/{id}/answers", List.of("school")),
            Map.entry("GET /organisation/exceptions/new", List.of("school")),
            Map.entry("POST /organisation/exceptions", List.of("school")),
            Map.entry("GET /organisation/schools/{school}/move", List.of("community")),
            Map.entry("POST /organisation/schools/{school}/memberships", List.of("community")),
            Map.entry("GET /groups/{community}/seats/new", List.of("person")),
            Map.entry("POST /groups/{community}/seats", List.of("person")),
            Map.entry("GET /groups/{community}/exceptions/new", List.of("school")),
            Map.entry("POST /groups/{community}/exceptions", List.of("school")),
            Map.entry("POST /credits/rules", List.of()),
            Map.entry("GET /ledgers", List.of("community", "school")),
            Map.entry("GET /ledgers/export.{format:xlsx|csv|docx|pdf}", List.of("community", "school")),
            Map.entry("POST /ledgers/folders", List.of("community", "school")),
            Map.entry("GET /mentoring", List.of("school", "mentoring.after")),
            Map.entry("GET /mentoring/export.{format:xlsx|csv}", List.of("school")),
            Map.entry("GET /mentoring/new", List.of("mentor-school", "mentee-school")),
            Map.entry("POST /mentoring", List.of("mentor", "mentee", "mentor-school", "mentee-school")),
            Map.entry("POST /mentoring/{id}/meetings", List.of()), Map.entry("POST /mentoring/{id}/end", List.of()),
            Map.entry("POST /advising/{id}/report", List.of("address")), Map.entry("POST /attend/later", List.of()),
            Map.entry("POST /people/{id}/phone", List.of()), Map.entry("POST /people/{id}/phone/whole", List.of()),
            Map.entry("POST /people/phone-search", List.of()),
            Map.entry("GET /people", List.of("school", "people.after")),
            Map.entry("GET /people/export.{format:xlsx|csv}", List.of("school")),
            Map.entry("GET /people/counts", List.of()),
            Map.entry("GET /people/counts/export.{format:xlsx|csv}", List.of()),
            Map.entry("GET /registers/weak", List.of("community", "school")),
            Map.entry("GET /registers/weak/export.{format:xlsx|csv}", List.of("community", "school")),
            Map.entry("GET /registers/weak/new", List.of("school")),
            Map.entry("POST /registers/weak", List.of("school")),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/ground", List.of()),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/measures", List.of("person")),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/measures/{measure}/steps", List.of()),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/reviews", List.of()),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/work", List.of("occasion")),
            Map.entry("POST /registers/weak/{school}/{subject}/{from}/closing", List.of()),
            Map.entry("POST /people", List.of("school")),
            Map.entry("POST /people/young", List.of()), Map.entry("POST /people/{id}", List.of()),
            Map.entry("POST /people/{id}/postings", List.of("school")),
            Map.entry("POST /people/{id}/postings/{posting}/end", List.of()),
            Map.entry("POST /people/{id}/ranks", List.of()), Map.entry("POST /people/{id}/titles", List.of()),
            Map.entry("POST /people/{id}/subjects", List.of()),
            Map.entry("POST /people/{id}/employments", List.of()),
            Map.entry("POST /api/v1/occasions", List.of("school", "host", "leader")),
            Map.entry("POST /api/v1/occasions/{id}/withdrawal", List.of()));

    /** What else a form needs, so that it is not refused before its ids are looked at. */
    static final Map<String, String> FILLING = Map.ofEntries(Map.entry("version", "1"),
            Map.entry("answer", "came"), Map.entry("outcome", "stands"), Map.entry("reason", "试一试"),
            Map.entry("date", "2024-11-18"), Map.entry("mainKind", "demonstration-lesson"),
            Map.entry("lessons_demonstration-lesson", "1"), Map.entry("people", "示例教师03"), Map.entry("topic", "他区"),
            Map.entry("subject", "数学"), Map.entry("grades", "五"), Map.entry("same", "no"),
            Map.entry("leaderRank", "BACKBONE"), Map.entry("role", "TEACHER"), Map.entry("login", "ids-elsewhere"),
            Map.entry("name", "示例他区"), Map.entry("rows", "2024-11-18\t示范课"), Map.entry("format", "csv"),
            Map.entry("first", "2024-11-01"), Map.entry("last", "2024-11-30"), Map.entry("back", "/me"),
            Map.entry("duty", "q01"), Map.entry("document", "示例文件"), Map.entry("decider", "示例局长"),
            Map.entry("decidedOn", "2024-11-01"), Map.entry("token", NOBODYS), Map.entry("from", "2025-02-01"),
            Map.entry("lastDay", "2025-03-01"), Map.entry("number", "S-001"), Map.entry("since", "2015-09-01"),
            Map.entry("body", "GUIDANCE_GROUP"), Map.entry("office", "MEMBER"), Map.entry("allows", "NONE"),
            Map.entry("term", "2024-2025-1"));

    /** What belongs to one school or community when it is sent; a host or leader may be of any. */
    static final Set<String> SIDES = Set.of("school", "other", "holder");

    private IdPlaces() {}
}
