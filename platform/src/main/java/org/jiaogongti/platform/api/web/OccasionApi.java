package org.jiaogongti.platform.api.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiaogongti.charter.calendar.DateRange;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.activity.Activities;
import org.jiaogongti.platform.activity.ActivityFilter;
import org.jiaogongti.platform.activity.ActivityFilter.Order;
import org.jiaogongti.platform.activity.ActivityFilter.Shown;
import org.jiaogongti.platform.activity.ActivityRecords;
import org.jiaogongti.platform.activity.ActivityRecords.Listed;
import org.jiaogongti.platform.activity.FieldError;
import org.jiaogongti.platform.activity.Occasion;
import org.jiaogongti.platform.activity.Outcome;
import org.jiaogongti.platform.api.web.ApiAnswers.Listing;
import org.jiaogongti.platform.shell.ApiProblem;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Occasions for programs: the list, one, a new one, its withdrawal. The same facade as the form. */
@RestController
@RequestMapping("/api/v1/occasions")
class OccasionApi {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final int LONGEST_KEY = 100;

    private final Activities activities;
    private final ActivityRecords records;
    private final ApiAnswers answers;
    private final MessageBook messages;

    OccasionApi(Activities activities, ActivityRecords records, ApiAnswers answers, MessageBook messages) {
        this.activities = activities;
        this.records = records;
        this.answers = answers;
        this.messages = messages;
    }

    @GetMapping
    ResponseEntity<byte[]> list(Actor actor, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID school, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "LIVING") Shown state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit, ServletWebRequest request) {
        LocalDate first = from == null ? EARLIEST : from;
        LocalDate last = to == null ? LATEST : to;
        if (last.isBefore(first)) {
            throw ApiException.of(400, "query", "to");
        }
        DateRange days = from == null && to == null ? null : new DateRange(first, last);
        Listed listed = records.list(actor, records.ground(),
                new ActivityFilter(q, school, kind, state, days, Order.DATE), cursor, ApiAnswers.limit(limit));
        Occasion next = listed.next();
        return answers.of(new Listing<>(listed.rows().stream().map(OccasionJson::of).toList(),
                next == null ? null : next.id().toString()), request);
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> one(Actor actor, @PathVariable UUID id, ServletWebRequest request) {
        Occasion occasion = records.find(actor, id).orElseThrow(ApiException::absent);
        return answers.of(OccasionJson.of(occasion), occasion.version(), request);
    }

    /** Sent again under the same key it is the entry that was made, and nothing is entered twice. */
    @PostMapping
    ResponseEntity<byte[]> create(Actor actor, @RequestHeader("Idempotency-Key") String key,
            @RequestBody OccasionJson.Entered entered) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ApiException.of(400, "header", "Idempotency-Key");
        }
        UUID token = UUID.nameUUIDFromBytes((actor.accountId() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return switch (activities.record(actor, entered.entry(token), List.of())) {
            case Outcome.Done done -> made(done.id(), 201);
            case Outcome.Already already -> made(already.id(), 200);
            case Outcome.PerhapsSame same -> throw new ApiException(new ApiProblem(409, "perhaps-same", List.of(),
                    Map.of("others", same.others().stream().map(other -> other.id().toString()).toList())));
            case Outcome no -> throw refused(no);
        };
    }

    private ResponseEntity<byte[]> made(UUID id, int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("href", "/api/v1/occasions/" + id);
        return ResponseEntity.status(status).location(URI.create("/api/v1/occasions/" + id))
                .header("Content-Type", "application/json").body(answers.bytes(body));
    }

    /**
     * Why it is taken back.
     *
     * @param reason may be missing where the recorder undoes within ten minutes
     */
    record Reason(@Nullable String reason) {}

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<byte[]> withdraw(Actor actor, @PathVariable UUID id, @RequestHeader("If-Match") String version,
            @RequestBody Reason reason) {
        String digits = version.replaceAll("^(W/)?\"|\"$", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw ApiException.of(412, "stale");
        }
        String words = reason.reason();
        return switch (activities.withdraw(actor, id, Integer.parseInt(digits), words == null ? "" : words)) {
            case Outcome.Done done -> made(done.id(), 200);
            case Outcome no -> throw refused(no);
        };
    }

    private ApiException refused(Outcome no) {
        return switch (no) {
            case Outcome.Bad bad -> new ApiException(new ApiProblem(422, "fields", List.of(),
                    Map.of("errors", bad.errors().stream().map(this::error).toList())));
            case Outcome.No not -> new ApiException(new ApiProblem(409, "not-now", List.of(),
                    Map.of("reason", words(not.key(), not.numbers()))));
            case Outcome.Stale _ -> ApiException.of(412, "stale");
            case Outcome.Absent _,Outcome.Already _,Outcome.Done _,Outcome.PerhapsSame _ -> ApiException.absent();
        };
    }

    private Map<String, String> error(FieldError error) {
        return Map.of("field", error.field(), "message", words(error.key(), error.numbers()));
    }

    private String words(String key, List<Object> numbers) {
        return messages.in(Language.ZH).t(key,
                numbers.stream().map(number -> number instanceof LocalDate day ? day.toString() : number).toArray());
    }
}
