package org.jiaogongti.platform.api.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiaogongti.charter.Fact;
import org.jiaogongti.charter.Obligation;
import org.jiaogongti.charter.counting.InstanceKey;
import org.jiaogongti.charter.counting.Waiver;
import org.jiaogongti.charter.explaining.Explaining;
import org.jiaogongti.charter.explaining.Line;
import org.jiaogongti.platform.obligation.AppliedWaiver;
import org.jiaogongti.platform.obligation.Board;
import org.jiaogongti.platform.obligation.InForce;
import org.jiaogongti.platform.obligation.InstanceView;
import org.jiaogongti.platform.obligation.Progresses;
import org.jiaogongti.platform.obligation.Standing;
import org.jiaogongti.platform.shell.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Duties for programs: how they stand in a term, and one with everything behind its number. */
@RestController
@RequestMapping("/api/v1")
class DutyApi {

    private final Progresses progresses;
    private final ApiAnswers answers;
    private final BusinessClock clock;

    DutyApi(Progresses progresses, ApiAnswers answers, BusinessClock clock) {
        this.progresses = progresses;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Where one instance stands.
     *
     * @param counterpart a school, a subject, the id of the activity it comes with, or {@code -} where there is none
     */
    record DutyJson(String duty, String name, String clause, String bearer, String counterpart, String period,
            String community, int counted, int planned, int disputed, int target, int left, String status,
            LocalDate firstDay, LocalDate lastDay) {

        static DutyJson of(Standing standing, InForce inForce) {
            Obligation.Head head = inForce.charter().obligation(standing.duty()).orElseThrow().head();
            InstanceKey key = standing.key();
            return new DutyJson(key.duty(), head.name(), head.quote().clause(), key.bearer(), key.counterpart(),
                    key.period(), standing.instance().community(), standing.counted(), standing.planned(),
                    standing.disputed(), standing.target(), standing.left(), standing.status().name(),
                    standing.instance().firstDay(), standing.instance().lastDay());
        }

        String key() {
            return String.join("|", duty, bearer, counterpart, period);
        }
    }

    @GetMapping("/terms/{term}/duties")
    ResponseEntity<byte[]> ofTerm(@PathVariable String term, @RequestParam(required = false) @Nullable UUID community,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit,
            ServletWebRequest request) {
        Board board = (community == null
                ? progresses.board(term)
                : progresses.board(term, community.toString())).orElseThrow(ApiException::absent);
        List<DutyJson> all = board.standings().stream().map(standing -> DutyJson.of(standing, board.inForce()))
                .toList();
        return answers.of(ApiAnswers.page(all, DutyJson::key, cursor, limit), request);
    }

    /** A record that counts, or is about the instance and does not; {@code source} is its kind and id. */
    record RecordJson(String kind, UUID id, LocalDate countsOn, int amount, String footing) {}

    /** A line of the derivation. */
    record LineJson(String label, String text, List<LineJson> parts) {

        static LineJson of(Line line) {
            return new LineJson(line.label(), line.text(), line.parts().stream().map(LineJson::of).toList());
        }
    }

    /** One instance and why it stands where it stands. */
    record ExplainedJson(DutyJson duty, String quote, List<RecordJson> records, @Nullable LineJson explanation) {}

    @GetMapping("/duties/{duty}/{bearer}/{counterpart}/{period}")
    ResponseEntity<byte[]> one(@PathVariable String duty, @PathVariable String bearer,
            @PathVariable String counterpart, @PathVariable String period, ServletWebRequest request) {
        InstanceKey key = new InstanceKey(duty, bearer, counterpart.replace('~', '/'), period);
        InstanceView view = progresses.instance(key).orElseThrow(ApiException::absent);
        List<RecordJson> records = view.lines().stream().map(line -> new RecordJson(line.source().kind(),
                line.source().id(), line.countsOn(), line.amount(), line.footing().name())).toList();
        DutyJson shown = DutyJson.of(view.standing(), view.inForce());
        String quote = view.inForce().charter().obligation(duty).orElseThrow().head().quote().text();
        return answers.of(new ExplainedJson(shown, quote, records, explanation(view)), request);
    }

    private @Nullable LineJson explanation(InstanceView view) {
        Standing standing = view.standing();
        List<Fact> facts = new ArrayList<>();
        view.lines().forEach(line -> facts.add(line.fact()));
        view.nearMisses().forEach(miss -> facts.add(miss.fact()));
        AppliedWaiver applied = standing.waiver();
        List<Waiver> waivers = applied == null
                ? List.of()
                : List.of(new Waiver(standing.key(), applied.target(), applied.decidedOn()));
        return new Explaining(view.inForce().counting(), view.inForce().labels()::name)
                .explain(standing.key(), facts, waivers, clock.today())
                .map(explained -> LineJson.of(explained.derivation())).orElse(null);
    }
}
