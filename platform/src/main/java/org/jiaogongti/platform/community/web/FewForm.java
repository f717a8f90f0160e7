package org.jiaogongti.platform.community.web;

import java.util.List;

/** The form that enters that a subject is arranged freely; what was typed lies beside it. */
public record FewForm(String community, String name, List<SeatForm.Option> subjects, List<SeatForm.Option> schools,
        String today) {}
