package org.jiaogongti.platform.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.shell.ApiProblem;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** The interface's answers to what may not be done. Whoever shows no token learns nothing about which addresses exist. */
@Component
final class ApiRefusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final CurrentActor current;
    private final MessageBook messages;

    ApiRefusals(CurrentActor current, MessageBook messages) {
        this.current = current;
        this.messages = messages;
    }

    static void challenge(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"jiaogongti\"");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        refuse(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        refuse(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (current.present(request).isEmpty()) {
            challenge(response);
            ApiProblem.of(401, "token").write(messages.in(Language.ZH), response);
            return;
        }
        problem(request.getMethod(), request.getRequestURI()).write(messages.in(Language.ZH), response);
    }

    private static ApiProblem problem(String method, String path) {
        if (Permissions.rowOf(method, path).isPresent()) {
            return ApiProblem.of(403, "role");
        }
        boolean otherwise = Permissions.rowOf("GET", path).isPresent() || Permissions.rowOf("POST", path).isPresent();
        return otherwise ? ApiProblem.of(405, "method") : ApiProblem.of(404, "absent");
    }
}
