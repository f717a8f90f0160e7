package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.PRESSING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Permissions.signedIn;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code reminder}. */
final class ReminderPermissions {

    private ReminderPermissions() {}

    static List<Row> rows() {
        return List.of(
                // one's own messages and habits, the button, the bureau's rules and ways out
                signedIn("GET", "/messages"),
                signedIn("GET", "/messages/count"),
                signedIn("POST", "/messages/{id}/opening"),
                signedIn("POST", "/messages/reading"),
                signedIn("GET", "/me/reminders"),
                signedIn("POST", "/me/reminders"),
                only("POST", "/reminders/presses", ScopeRule.DISTRICT, PRESSING),
                only("GET", "/reminders", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/rules", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/mail", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/reminders/mail/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/mail/trial", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/robots", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.ANEW),
                only("POST", "/reminders/robots/{id}/end", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/robots/{id}/trial", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/reminders/deliveries/{id}/again", ScopeRule.DISTRICT, BUREAU_ADMIN));
    }
}
