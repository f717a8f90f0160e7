package org.jiaogongti.platform.purpose.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.purpose.Consent.Answer;
import org.jiaogongti.platform.purpose.Consent.Means;
import org.jiaogongti.platform.purpose.Consents.Listed;
import org.jiaogongti.platform.purpose.Consents.NewAnswer;
import org.jiaogongti.platform.purpose.PupilCode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A guardian's answer as it was typed.
 *
 * @param problems field to message key; the field is empty where it is about the whole
 */
public record AnswerTyped(Map<String, String> values, Map<String, String> problems) {

    private static final List<String> FIELDS = List.of("code", "answer", "on", "means", "keptAt", "version", "school");
    /** Where a refusal belongs. */
    private static final Map<String, String> PLACES = Map.of("purpose.consent.refused.future", "on",
            "purpose.consent.refused.earlier", "on", "purpose.consent.refused.withdrawn", "on",
            "purpose.consent.refused.paper", "keptAt", "purpose.wrong.long",
            "keptAt", "purpose.consent.refused.nothing", "code");

    /** For the next sheet of the pile: the day and the place of the last. */
    static AnswerTyped after(Optional<Listed> last, String code, LocalDate today) {
        return new AnswerTyped(Map.of("code", code, "on", last.map(Listed::on).orElse(today).toString(), "means",
                Means.PAPER.name(), "keptAt", last.map(Listed::keptAt).orElse("")), Map.of());
    }

    static AnswerTyped of(MultiValueMap<String, String> parameters) {
        Map<String, String> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field,
                Optional.ofNullable(parameters.getFirst(field)).map(String::strip).orElse("")));
        AnswerTyped typed = new AnswerTyped(values, new LinkedHashMap<>());
        if (PupilCode.read(new UUID(0, 0), typed.value("code")).isEmpty()) {
            typed.problems().put("code", "purpose.wrong.code");
        }
        if (typed.answer().isEmpty()) {
            typed.problems().put("answer", "purpose.wrong.answer");
        }
        if (typed.day().isEmpty()) {
            typed.problems().put("on", "purpose.wrong.day");
        }
        if (typed.means().isEmpty()) {
            typed.problems().put("means", "purpose.wrong.answer");
        }
        return typed;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public @Nullable String wrong(String field) {
        return problems.get(field);
    }

    AnswerTyped refused(String key) {
        return new AnswerTyped(values, Map.of(PLACES.getOrDefault(key, ""), key));
    }

    private Optional<Answer> answer() {
        return Arrays.stream(Answer.values()).filter(each -> each.name().equals(value("answer"))).findFirst();
    }

    private Optional<Means> means() {
        return Arrays.stream(Means.values()).filter(each -> each.name().equals(value("means"))).findFirst();
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(value("on")));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Only where there are no problems. */
    NewAnswer answer(UUID school, UUID purpose) {
        return new NewAnswer(PupilCode.read(school, value("code")).orElseThrow(), purpose, value("version"),
                answer().orElseThrow(), day().orElseThrow(), means().orElseThrow(), value("keptAt"));
    }
}
