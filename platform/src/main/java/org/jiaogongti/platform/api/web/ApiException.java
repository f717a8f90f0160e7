package org.jiaogongti.platform.api.web;

import org.jiaogongti.platform.shell.ApiProblem;

/** Ends a request of the interface with a problem. */
final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    ApiException(ApiProblem problem) {
        super(problem.code());
        this.problem = problem;
    }

    ApiProblem problem() {
        return problem;
    }

    static ApiException of(int status, String code, Object... numbers) {
        return new ApiException(ApiProblem.of(status, code, numbers));
    }

    /** One answer for what does not exist and what is not this person's. */
    static ApiException absent() {
        return of(404, "absent");
    }
}
