package org.jiaogongti.platform.api.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.community.Communities;
import org.jiaogongti.platform.community.Community;
import org.jiaogongti.platform.community.SchoolMembership;
import org.jiaogongti.platform.school.School;
import org.jiaogongti.platform.school.Schools;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Schools, communities, and who belongs where on a day, for programs. */
@RestController
@RequestMapping("/api/v1")
class OrganisationApi {

    private final Schools schools;
    private final Communities communities;
    private final ApiAnswers answers;
    private final BusinessClock clock;

    OrganisationApi(Schools schools, Communities communities, ApiAnswers answers, BusinessClock clock) {
        this.schools = schools;
        this.communities = communities;
        this.answers = answers;
        this.clock = clock;
    }

    /** A school; the code is 学校(机构)标识码. */
    record SchoolJson(UUID id, String name, String shortName, @Nullable String code, String kind, String setting) {

        static SchoolJson of(School school) {
            return new SchoolJson(school.id(), school.name(), school.shortName(), school.code(), school.kind().name(),
                    school.setting().name());
        }
    }

    /** A community. */
    record CommunityJson(UUID id, String name, String shortName) {

        static CommunityJson of(Community community) {
            return new CommunityJson(community.id(), community.name(), community.shortName());
        }
    }

    /** A school's place in a community. */
    record MembershipJson(UUID school, UUID community, String role, LocalDate from, @Nullable LocalDate to) {

        static MembershipJson of(SchoolMembership membership) {
            return new MembershipJson(membership.school(), membership.community(), membership.role().name(),
                    membership.from(), membership.to());
        }
    }

    @GetMapping("/schools")
    ResponseEntity<byte[]> schools(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit, ServletWebRequest request) {
        List<SchoolJson> all = schools.all().stream().map(SchoolJson::of).toList();
        return answers.of(ApiAnswers.page(all, school -> school.id().toString(), cursor, limit), request);
    }

    @GetMapping("/schools/{id}")
    ResponseEntity<byte[]> school(@PathVariable UUID id, ServletWebRequest request) {
        return answers.of(SchoolJson.of(schools.find(id).orElseThrow(ApiException::absent)), request);
    }

    @GetMapping("/communities")
    ResponseEntity<byte[]> communities(@RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit, ServletWebRequest request) {
        List<CommunityJson> all = communities.all().stream().map(CommunityJson::of).toList();
        return answers.of(ApiAnswers.page(all, community -> community.id().toString(), cursor, limit), request);
    }

    /** As of a day: today where none is named. */
    @GetMapping("/memberships")
    ResponseEntity<byte[]> memberships(@RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit,
            ServletWebRequest request) {
        LocalDate day = asOf == null ? clock.today() : asOf;
        List<MembershipJson> all = communities.composition().memberships().stream()
                .filter(membership -> membership.holdsOn(day)).map(MembershipJson::of)
                .sorted(java.util.Comparator.comparing(membership -> membership.school().toString())).toList();
        return answers.of(ApiAnswers.page(all, membership -> membership.school().toString(), cursor, limit), request);
    }
}
