package org.jiaogongti.platform.access.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Permissions;
import org.jiaogongti.platform.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to the page their work begins on. */
@Controller
final class HomeController {

    private static final List<Role> AT_SCHOOL = List.of(Role.PRINCIPAL, Role.SCHOOL_CLERK, Role.TEACHER, Role.CONVENOR);

    @GetMapping("/")
    String home(Actor actor) {
        Set<Role> roles = actor.roles();
        boolean school = !actor.schools().isEmpty() && roles.stream().anyMatch(AT_SCHOOL::contains);
        Stream<String> wanted = school ? Stream.of("/school", "/board") : Stream.of("/board", "/school");
        return "redirect:" + wanted.filter(path -> open(path, roles)).findFirst().orElse("/me");
    }

    private static boolean open(String path, Set<Role> roles) {
        return Permissions.rowOf("GET", path).map(row -> row.admits(true, roles)).orElse(false);
    }
}
