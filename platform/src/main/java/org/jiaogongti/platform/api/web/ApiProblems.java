package org.jiaogongti.platform.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiaogongti.platform.shell.ApiProblem;
import org.jiaogongti.platform.shell.FullDisk;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Everything that goes wrong below {@code /api}, as a problem; details go to the log. */
@RestControllerAdvice(annotations = RestController.class)
final class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final MessageBook messages;
    private final FullDisk disk;

    ApiProblems(MessageBook messages, FullDisk disk) {
        this.messages = messages;
        this.disk = disk;
    }

    @ExceptionHandler
    void known(ApiException known, HttpServletResponse response) throws IOException {
        write(known.problem(), response);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, HttpMediaTypeException.class})
    void unreadable(HttpServletResponse response) throws IOException {
        write(ApiProblem.of(400, "unreadable"), response);
    }

    /** An id that is none names nothing; a query that is none cannot be answered. */
    @ExceptionHandler
    void mismatch(MethodArgumentTypeMismatchException wrong, HttpServletResponse response) throws IOException {
        boolean query = wrong.getParameter()
                .hasParameterAnnotation(org.springframework.web.bind.annotation.RequestParam.class);
        write(query ? ApiProblem.of(400, "query", wrong.getName()) : ApiProblem.of(404, "absent"), response);
    }

    @ExceptionHandler
    void header(MissingRequestHeaderException missing, HttpServletResponse response) throws IOException {
        boolean version = missing.getHeaderName().equals("If-Match");
        write(ApiProblem.of(version ? 428 : 400, version ? "version-missing" : "header", missing.getHeaderName()),
                response);
    }

    @ExceptionHandler
    void fault(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("fault at {} {}", request.getMethod(), request.getRequestURI(), fault);
        write(disk.ended(fault) ? ApiProblem.of(FullDisk.STATUS, "full") : ApiProblem.of(500, "fault"), response);
    }

    private void write(ApiProblem problem, HttpServletResponse response) throws IOException {
        problem.write(messages.in(Language.ZH), response);
    }
}
