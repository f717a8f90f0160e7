package org.jiaogongti.platform.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the interface for programs answers instead of what was asked for (RFC 9457): what is wrong, and what to do about it.
 *
 * @param code its word in {@code api.problem.CODE.title} and {@code api.problem.CODE.remedy}
 * @param numbers for the words of the remedy
 * @param more members besides the standard's
 */
public record ApiProblem(int status, String code, List<Object> numbers, Map<String, Object> more) {

    public static final String TYPE = "application/problem+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ApiProblem {
        numbers = List.copyOf(numbers);
        more = Map.copyOf(more);
    }

    public static ApiProblem of(int status, String code, Object... numbers) {
        return new ApiProblem(status, code, List.of(numbers), Map.of());
    }

    /** The members in the order of the standard. */
    public Map<String, Object> body(Messages m) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:jiaogongti:problem:" + code);
        body.put("title", m.t("api.problem." + code + ".title"));
        body.put("status", status);
        body.put("detail", m.t("api.problem." + code + ".remedy", numbers.toArray()));
        body.putAll(more);
        return body;
    }

    /** Answers with it outside of a controller. */
    public void write(Messages m, HttpServletResponse response) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body(m)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
