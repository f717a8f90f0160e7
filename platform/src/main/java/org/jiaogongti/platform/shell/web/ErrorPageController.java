package org.jiaogongti.platform.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jiaogongti.platform.shell.FullDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RequestMapping;

/** One page for everything that goes wrong: what happened, what is safe, what to do. Details go to the log under the incident's number. */
@Controller
final class ErrorPageController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPageController.class);
    private static final Set<Integer> DESCRIBED = Set.of(400, 403, 404, 405, 409, 413, 429, 500, 503, FullDisk.STATUS);

    private final long fileMegabytes;
    private final long formMegabytes;
    private final FullDisk disk;

    ErrorPageController(@Value("${spring.servlet.multipart.max-file-size}") DataSize file,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize form, FullDisk disk) {
        this.fileMegabytes = file.toMegabytes();
        this.formMegabytes = form.toMegabytes();
        this.disk = disk;
    }

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = status(request);
        response.setStatus(status);
        model.addAttribute("status", DESCRIBED.contains(status) ? status : status < 500 ? 400 : 500);
        model.addAttribute("fileMegabytes", fileMegabytes);
        model.addAttribute("formMegabytes", formMegabytes);
        model.addAttribute("incident", status < 500 ? "" : incident(request));
        return "shell/error";
    }

    private int status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && disk.ended(thrown)) {
            return FullDisk.STATUS;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
    }

    private String incident(HttpServletRequest request) {
        String number = Incident.number();
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("incident {} at {} {}", number, request.getMethod(),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), cause);
        return number;
    }
}
