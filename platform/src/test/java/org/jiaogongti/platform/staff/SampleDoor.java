package org.jiaogongti.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;

/** Signing in to the sample world by one click. */
final class SampleDoor {

    private SampleDoor() {}

    /** A further visitor, signed in as an invented person. */
    static Visitor as(Visitor visitor, String name) {
        Visitor person = visitor.another();
        Page door = person.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + name + ")").val();
        assertThat(account).as(name).isNotEmpty();
        assertThat(person.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return person;
    }

    static String token(Visitor person) {
        return person.get("/me").html().select("input[name=_csrf]").val();
    }
}
